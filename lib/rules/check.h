/* Running the rules. */
#ifndef HHP_RULES_CHECK_H
#define HHP_RULES_CHECK_H

#include "rules/context.h"

enum {
  HHP__MOST_SUGGESTIONS = 100000 /* edit-distance comparisons per validation, so that no file can make them costly */
};

/* A check of the document: all rules, or those on its form alone (HP101-HP109; of a scheme also what is wrong with it
 * as a whole); then what the report keeps of plan and scheme. If memory ran out, hhp__check_end() returns the error and
 * empties the report. `wanted` gets what hhp__find_wanted() needs; NULL: the document has no text. */
void hhp__check_begin(hhp__check *check, const hhp__object *root, const hhp_check_options *options, hhp_report *report,
                      hhp__wanted *wanted);
void hhp__check_run(hhp__check *check);
void hhp__check_form(hhp__check *check);
hhp_status hhp__check_end(hhp__check *check);

/* Numbers the findings if `status` is HHP_OK. On any error the report is emptied. */
hhp_status hhp__number_findings(hhp_report *report, hhp_status status);

/* Stores what the report keeps of the plan. */
void hhp__summarize_plan(hhp__check *check);

/* Reports what is wrong with a scheme as a whole. */
void hhp__check_scheme(hhp__check *check, const hhp_scheme *scheme);

#endif
