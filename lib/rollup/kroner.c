/* What is put into a row; and kroner by year, category and activity. */
#include "finance/sums.h"
#include "rollup/rollup.h"

void hhp__rollup_put_grant(hhp_rollup *rollup, hhp_rollup_row *row, int64_t grant) {
  hhp__rollup_put(rollup, row, HHP__CELL_GRANT, grant);
  hhp__rollup_put(rollup, row, HHP__CELL_GIVEN, grant);
}

void hhp__rollup_put_contribution(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_contribution *contribution) {
  int64_t amount = contribution->amount;
  if (amount == HHP_ABSENT) {
    hhp__rollup_put(rollup, row, HHP__CELL_NOT_STATED, 1);
    return;
  }
  hhp__rollup_put(rollup, row, HHP__CELL_CONTRIBUTED, amount);
  hhp__rollup_put(rollup, row, HHP__CELL_GIVEN, amount);
  if (hhp_contribution_effective_counts_as_local(contribution) != HHP_COUNTS_AS_LOCAL_NO)
    hhp__rollup_put(rollup, row, HHP__CELL_LOCAL, amount);
}

void hhp__rollup_put_line(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_budget_line *line) {
  if (line->amount == HHP_ABSENT)
    hhp__rollup_put(rollup, row, HHP__CELL_NOT_STATED, 1);
  else
    hhp__rollup_put(rollup, row, HHP__CELL_BUDGETED, line->amount);
}

int64_t hhp__rollup_grant(const hhp_plan *plan) {
  hhp__sums sums;
  hhp__sum_up(plan, &sums);
  return sums.grant;
}

void hhp__roll_up_years(hhp_rollup *rollup, const hhp_plan *plan) {
  const hhp_financing *financing = plan->financing;
  int64_t grant = hhp__rollup_grant(plan);
  if (grant != 0)
    hhp__rollup_put_grant(rollup, hhp__rollup_row_for(rollup, NULL), grant);
  for (uint32_t i = 0; i < financing->contributions.count; i++) {
    const hhp_contribution *contribution = financing->contributions.items[i];
    hhp__rollup_put_contribution(rollup, hhp__rollup_row_for_year(rollup, contribution->year), contribution);
  }
  for (uint32_t i = 0; i < financing->budget.count; i++) {
    const hhp_budget_line *line = financing->budget.items[i];
    hhp__rollup_put_line(rollup, hhp__rollup_row_for_year(rollup, line->year), line);
  }
}

void hhp__roll_up_categories(hhp_rollup *rollup, const hhp_plan *plan) {
  const hhp__enum *categories = &hhp__enums[HHP__V_budget_category];
  for (size_t i = 0; i < categories->count; i++) {
    const hhp__value *value = &categories->values[i];
    hhp__rollup_add(rollup, HHP_ROLLUP_ROW_ONE, value->json, value->da, value->en);
  }
  for (uint32_t i = 0; i < plan->financing->budget.count; i++) {
    const hhp_budget_line *line = plan->financing->budget.items[i];
    const hhp__value *value = hhp__value_of(categories, line->category);
    hhp__rollup_put_line(rollup, hhp__rollup_row_for(rollup, value == NULL ? NULL : value->json), line);
  }
}

void hhp__roll_up_activities(hhp_rollup *rollup, const hhp_plan *plan) {
  for (uint32_t i = 0; i < plan->financing->budget.count; i++) {
    const hhp_budget_line *line = plan->financing->budget.items[i];
    hhp__rollup_put_line(rollup, hhp__rollup_row_for(rollup, line->activity), line);
  }
}
