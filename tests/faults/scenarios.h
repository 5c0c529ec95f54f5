/* What is tried while memory runs out: one call of the library each. */
#ifndef HHP_TESTS_SCENARIOS_H
#define HHP_TESTS_SCENARIOS_H

#include <jansson.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

/* What calls are given, and what they gave. */
typedef struct {
  const text *every;    /* a document with every field */
  hhp_plan *plan;       /* the same, read */
  json_t *tree;         /* the same, as Jansson has it */
  hhp_plan *other;      /* a later version of it, with changes of each kind */
  hhp_diff *diff;       /* what the two differ in */
  hhp_report *findings; /* what a check of it finds */
  hhp_plan *wide;       /* one whose roll-ups take all the kinds of memory that there are, several times over */
  const text *broken;   /* a document with an error of each kind that the reader reports */
  const text *scheme;
  const char *source; /* path of a file to read */
  const char *target; /* path of a file to write */
  int is_saved;       /* the last call wrote the target */

  hhp_plan *made_plan;
  hhp_scheme *made_scheme;
  hhp_report *made_report;
  hhp_diff *made_diff;
  hhp_check_options *made_options;
  hhp_render_options *made_render_options;
  hhp_rollup *made_rollup;
  json_t *made_tree;
  char *made_text;
  size_t made_length;
  size_t finding; /* the one whose words are asked for */
} fixture;

typedef struct {
  const char *name;
  hhp_status (*run)(fixture *f);
  const char *spare; /* why the call may succeed, with the same result, though an allocation failed; NULL: it may not */
} scenario;

extern const scenario scenarios[];
extern const size_t scenario_count;

/* What the target is before each call. */
extern const char old_content[];

/* What fixture.wide is; NULL when memory ran out. */
hhp_plan *wide_plan(void);

/* All that the call made, as text, to be compared. */
void describe(const fixture *f, text *out);

/* Whether it made anything. */
int made_anything(const fixture *f);

/* Frees what it made. */
void clear_made(fixture *f);

#endif
