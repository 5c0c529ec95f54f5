/* Plans from arbitrary bytes: roll-ups add up, to the sums of the plan's co-financing. */
#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"

typedef int64_t S_column(const hhp_rollup_row *row);

static S_column *const S_columns[] = {hhp_rollup_row_grant, hhp_rollup_row_contributed, hhp_rollup_row_given,
                                      hhp_rollup_row_local, hhp_rollup_row_budgeted,    hhp_rollup_row_not_stated};

/* A cell without any amount is absent while the co-financing is open. */
static void S_add_up(const hhp_rollup *rollup, S_column *column) {
  int64_t total = column(hhp_rollup_total(rollup));
  int64_t sum = 0;
  if (total == HHP_ABSENT)
    return;
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
    int64_t cell = column(hhp_rollup_at(rollup, i));
    sum += cell == HHP_ABSENT ? 0 : cell;
  }
  must(sum == total, "rows that do not add up");
}

/* What has an amount that is not stated has no sum. */
static void S_leave_out_missing(const hhp_rollup_row *row) {
  if (hhp_rollup_row_not_stated(row) > 0)
    must(hhp_rollup_row_contributed(row) == HHP_ABSENT && hhp_rollup_row_given(row) == HHP_ABSENT,
         "a sum of what is not stated");
}

static void S_compare_money(const hhp_plan *plan, const hhp_rollup *rollup) {
  hhp_cofinancing_result money;
  if (hhp_plan_cofinancing(plan, hhp_scheme_at(0), &money, sizeof(money)) != HHP_OK)
    return;
  const hhp_rollup_row *total = hhp_rollup_total(rollup);
  must(hhp_rollup_row_grant(total) == money.grant, "another grant than that of the co-financing");
  must(hhp_rollup_row_local(total) == money.local, "another local sum than that of the co-financing");
  must(hhp_rollup_row_given(total) == money.total, "another total than that of the co-financing");
}

static void S_compare_activities(const hhp_plan *plan, const hhp_rollup *rollup) {
  int64_t all = (int64_t)hhp_plan_activity_count(plan);
  must(hhp_rollup_row_activities(hhp_rollup_total(rollup)) == all, "not as many activities as the plan has");
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    int64_t own = hhp_rollup_row_activities(row);
    must(own >= 0 && own <= hhp_rollup_row_all_activities(row), "more activities of its own than in all");
    must(hhp_rollup_row_all_activities(row) <= all, "more activities than the plan has");
  }
}

static void S_roll_up(const hhp_plan *plan, int32_t by) {
  hhp_rollup *rollup = NULL;
  must(hhp_plan_rollup(plan, by, &rollup) == HHP_OK, "no roll-up");
  for (size_t c = 0; c < sizeof(S_columns) / sizeof(S_columns[0]); c++)
    S_add_up(rollup, S_columns[c]);
  if (by == HHP_ROLLUP_BY_PARTY || by == HHP_ROLLUP_BY_YEAR) {
    S_compare_money(plan, rollup);
    S_leave_out_missing(hhp_rollup_total(rollup));
    for (size_t i = 0; i < hhp_rollup_count(rollup); i++)
      S_leave_out_missing(hhp_rollup_at(rollup, i));
  }
  if (by == HHP_ROLLUP_BY_GOAL || by == HHP_ROLLUP_BY_FOCUS_AREA)
    S_compare_activities(plan, rollup);
  hhp_rollup_free(rollup);
}

const size_t plan_begins_at = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  hhp_plan *plan = NULL;
  if (hhp_plan_parse(&plan, (const char *)bytes, length, NULL) != HHP_OK)
    return 0;
  for (int32_t by = HHP_ROLLUP_BY_PARTY; by <= HHP_ROLLUP_BY_FOCUS_AREA; by++)
    S_roll_up(plan, by);
  hhp_plan_free(plan);
  return 0;
}
