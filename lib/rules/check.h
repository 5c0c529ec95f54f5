/* Running the rules. */
#ifndef HHP_RULES_CHECK_H
#define HHP_RULES_CHECK_H

#include "rules/context.h"

enum { HHP__MOST_SUGGESTIONS = 100000 }; /* comparisons in one validation, so that no file can make them costly */

/* A validation of the plan, and the whole of it; then what the report keeps of plan and scheme. The last says whether memory
 * ran out, and leaves an empty report then. */
void hhp__check_begin(hhp__check *check, const hhp_plan *plan, const hhp_check_options *options, hhp_report *report);
void hhp__check_run(hhp__check *check);
hhp_status hhp__check_end(hhp__check *check);

/* Numbers the findings, unless something has failed; whatever fails leaves an empty report. */
hhp_status hhp__check_number(hhp_report *report, hhp_status status);

/* Puts together what the report keeps of the plan. */
void hhp__summarize_plan(hhp__check *check);

/* What is wrong with a scheme as a whole. */
void hhp__check_scheme(hhp__check *check, const hhp_scheme *scheme);

#endif
