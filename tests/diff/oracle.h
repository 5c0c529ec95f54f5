/* What Jansson says of a document, and what it should have said. */
#ifndef HHP_TESTS_ORACLE_H
#define HHP_TESTS_ORACLE_H

#include <jansson.h>
#include <stddef.h>

typedef struct {
  int is_rejected;  /* the library should say HP101 or HP102 */
  int has_overflow; /* holds a number that cannot be kept: HP105, unless that value has another finding */
  /* Where the library forbids more than Jansson does, and Jansson did accept the document: */
  int is_nul;      /* Jansson takes a raw NUL behind a number or a word for nothing (akheron/jansson#331) */
  int is_too_deep; /* more than 64 levels; Jansson stops at 2048 */
  json_t *tree;    /* of an accepted document without overflow; else NULL */
} opinion;

opinion ask_jansson(const char *json, size_t length);

/* Whether the library has kept all that the document holds. What is left out may be left out: empty lists, and objects
 * that hold nothing else, unless they stand in a list or in an x- member. Free values are the same to the last bit and
 * in the same order, and x- members stand last. */
int is_kept(json_t *given, json_t *kept);

#endif
