/* Adds grant, contributions and budget lines to rows; roll-ups by year, category and activity. */
#include "finance/sums.h"
#include "rollup/rollup.h"

int hhp__rollup_has_grant(const hhp_plan *plan) {
  hhp__sums sums;
  hhp__sum_financing(plan, &sums);
  return sums.has_grant && sums.grant != 0;
}

void hhp__rollup_put_grant(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_plan *plan) {
  hhp__sums sums;
  hhp__sum_financing(plan, &sums);
  if (!sums.has_grant) {
    hhp__rollup_leave_open(rollup, row, HHP__CELL_GRANT);
    hhp__rollup_leave_open(rollup, row, HHP__CELL_GIVEN);
    return;
  }
  hhp_rollup_row *into = row == NULL && sums.grant == 0 ? &rollup->total : row; /* a grant of 0 needs no row */
  hhp__rollup_put(rollup, into, HHP__CELL_GRANT, sums.grant);
  hhp__rollup_put(rollup, into, HHP__CELL_GIVEN, sums.grant);
}

/* Without an amount, the local cell of the total becomes unknown even if the contribution would not count as local. */
void hhp__rollup_put_contribution(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_contribution *contribution) {
  int64_t amount = contribution->amount;
  int counts = hhp_contribution_effective_counts_as_local(contribution) != HHP_COUNTS_AS_LOCAL_NO;
  if (amount == HHP_ABSENT) {
    hhp__rollup_put(rollup, row, HHP__CELL_NOT_STATED, 1);
    hhp__rollup_leave_open(rollup, row, HHP__CELL_CONTRIBUTED);
    hhp__rollup_leave_open(rollup, row, HHP__CELL_GIVEN);
    hhp__rollup_leave_open(rollup, counts ? row : NULL, HHP__CELL_LOCAL);
    return;
  }
  hhp__rollup_put(rollup, row, HHP__CELL_CONTRIBUTED, amount);
  hhp__rollup_put(rollup, row, HHP__CELL_GIVEN, amount);
  if (counts)
    hhp__rollup_put(rollup, row, HHP__CELL_LOCAL, amount);
}

/* Every part of 0 is 0. */
unsigned hhp__rollup_shared_cells(const hhp_contribution *contribution) {
  if (contribution->amount == 0)
    return 0;
  int counts = hhp_contribution_effective_counts_as_local(contribution) != HHP_COUNTS_AS_LOCAL_NO;
  return 1u << HHP__CELL_CONTRIBUTED | 1u << HHP__CELL_GIVEN | (counts ? 1u << HHP__CELL_LOCAL : 0);
}

void hhp__rollup_put_line(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_budget_line *line) {
  if (line->amount != HHP_ABSENT) {
    hhp__rollup_put(rollup, row, HHP__CELL_BUDGETED, line->amount);
    return;
  }
  hhp__rollup_put(rollup, row, HHP__CELL_NOT_STATED, 1);
  hhp__rollup_leave_open(rollup, row, HHP__CELL_BUDGETED);
}

void hhp__roll_up_years(hhp_rollup *rollup, const hhp_plan *plan) {
  const hhp_financing *financing = plan->financing;
  hhp__rollup_put_grant(rollup, hhp__rollup_has_grant(plan) ? hhp__rollup_row_for(rollup, NULL) : NULL, plan);
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
    hhp__rollup_add(rollup, HHP_ROLLUP_ROW_ONE, value->json, value->title);
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
