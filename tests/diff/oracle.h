/* Jansson's verdict on a document, and the expected one. */
#ifndef HHP_TESTS_ORACLE_H
#define HHP_TESTS_ORACLE_H

#include <jansson.h>
#include <stddef.h>

typedef struct {
  int is_rejected;  /* the library must report HP101 or HP102 */
  int has_overflow; /* has a number that cannot be kept: HP105, unless that value has another finding */
  /* The library forbids more than Jansson, and Jansson accepted the document: */
  int is_nul;      /* Jansson ignores a raw NUL after a number or a word (akheron/jansson#331) */
  int is_too_deep; /* more than 64 levels; Jansson stops at 2048 */
  json_t *tree;    /* of an accepted document without overflow; otherwise NULL */
} opinion;

opinion ask_jansson(const char *json, size_t length);

/* Whether the library has kept all data of the document. Empty lists, and objects of nothing else, may be omitted,
 * unless they are in a list or in an x- member. Extension values are identical to the last bit and in the same order,
 * and x- members come last. */
int is_kept(json_t *given, json_t *kept);

#endif
