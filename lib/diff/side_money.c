/* The co-financing of one of the two plans, under the scheme that it names; amounts that are not stated are absent. */
#include "diff/diff.h"

void hhp__calculate_side(hhp__side *side, const hhp_plan *plan) {
  const hhp_scheme *scheme = hhp_scheme_find(plan->scheme);
  hhp__sums sums;
  hhp__sum_financing(plan, &sums);
  int has_budget = sums.budget_lines > 0 && sums.lines_open == 0 && !sums.has_budget_overflowed;
  side->budget = has_budget ? sums.budget : HHP_ABSENT;
  side->has_scheme = scheme != NULL;
  side->money_status = sums.has_overflowed ? HHP_ERR_OVERFLOW : HHP_OK;
  if (sums.has_overflowed)
    return;
  hhp__requirement requirement = {0};
  if (scheme != NULL)
    requirement = (hhp__requirement){scheme->min_local_bp, scheme->base};
  hhp__calculate_cofinancing(&sums, scheme == NULL ? NULL : &requirement, &side->money);
}
