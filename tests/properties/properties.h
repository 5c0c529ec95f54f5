/* Properties that hold for every plan, each tried on plans drawn at random. */
#ifndef HHP_TESTS_PROPERTIES_H
#define HHP_TESTS_PROPERTIES_H

#include <jansson.h>
#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

#include "support/random.h"
#include "support/text.h"

/* A plan to try a property on. */
typedef struct {
  random_source random;       /* a stream of its own for each plan and property */
  json_t *tree;               /* the plan; a property may copy it, and does not change it */
  text json;                  /* its text as Jansson writes it */
  hhp_check_options *options; /* a stage and a day */
  hhp_report *report;         /* of hhp_check() on the text with these options */
  size_t cases;               /* properties add how many things they compared; none at all is a failure */
  text detail;                /* more about what is wrong */
} trial;

/* NULL if the property holds; otherwise the error. */
typedef const char *property(trial *t);

/* reading.c */
property keeps_its_data, is_the_same_by_all_ways, places_are_right;
/* diffs.c */
property differs_as_its_mirror, differs_when_unequal;
/* meaningless.c */
property order_has_no_meaning, ids_have_no_meaning, extensions_have_no_meaning;
/* money.c */
property shares_have_no_scale, sums_agree;
/* formats.c */
property formats_agree;
/* suggestions.c */
property suggestions_help;

/* --- Shared by the properties; trial.c --- */

/* Checks a tree with the options of the trial. Free the report. */
hhp_report *check_tree(const trial *t, const json_t *tree);
hhp_report *check_text(const trial *t, const char *json, size_t length);

/* NULL if it cannot be read. */
hhp_plan *plan_of(const json_t *tree);

/* What is wrong, with a detail. Returns `what`. */
const char *wrong(trial *t, const char *what, const char *detail);

#endif
