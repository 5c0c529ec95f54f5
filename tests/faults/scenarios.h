/* Scenarios for running out of memory: one call of the library each. */
#ifndef HHP_TESTS_SCENARIOS_H
#define HHP_TESTS_SCENARIOS_H

#include <jansson.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

/* Input and results of the calls. */
typedef struct {
  const text *every;    /* a document with every field */
  hhp_plan *plan;       /* the same, parsed */
  json_t *tree;         /* the same, as a Jansson value */
  hhp_plan *other;      /* a later version of it, with changes of each kind */
  hhp_diff *diff;       /* the differences of the two */
  hhp_report *findings; /* the findings of a check of it */
  hhp_plan *wide;       /* one whose roll-ups use every kind of allocation several times */
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
  size_t finding; /* the one whose texts are requested */
} fixture;

typedef struct {
  const char *name;
  hhp_status (*run)(fixture *f);
  const char
      *spare; /* why the call may succeed, with the same result, although an allocation failed; NULL: it may not */
} scenario;

extern const scenario scenarios[];
extern const size_t scenario_count;
extern const scenario check_scenario;
extern const scenario more_scenarios[];
extern const size_t more_scenario_count;

/* Sets the target up before each call. */
extern const char old_content[];

/* Creates fixture.wide; NULL when out of memory. */
hhp_plan *wide_plan(void);

/* The result of the call as text, for comparison. */
void describe(const fixture *f, text *out);

/* Whether the call created anything. */
int made_anything(const fixture *f);

/* Frees what the call created. */
void clear_made(fixture *f);

#endif
