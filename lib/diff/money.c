/* The money of one of the two plans. */
#include <string.h>

#include "diff/diff.h"

/* Without a scheme there is no least share, and nothing that follows from one; sums and shares are there. */
static void S_without_scheme(hhp_cofinancing_result *money, const hhp__sums *sums, int64_t frame) {
  hhp_cofinancing_result all;
  hhp__work_out(sums, frame, 0, HHP_SHARE_BASE_TOTAL, &all);
  int64_t *members = (int64_t *)money;
  for (size_t i = 0; i < sizeof(*money) / sizeof(*members); i++)
    members[i] = HHP_ABSENT;
  money->grant = all.grant;
  money->local = all.local;
  money->third_party = all.third_party;
  money->total = all.total;
  money->frame = all.frame;
  money->over_frame = all.over_frame;
  money->share_of_total_bp = all.share_of_total_bp;
  money->share_of_grant_bp = all.share_of_grant_bp;
  money->local_in_kind = all.local_in_kind;
  money->local_unclear = all.local_unclear;
  money->local_without_in_kind = all.local_without_in_kind;
  money->share_of_total_without_in_kind_bp = all.share_of_total_without_in_kind_bp;
  money->local_without_unclear = all.local_without_unclear;
  money->share_of_total_without_unclear_bp = all.share_of_total_without_unclear_bp;
  money->local_strict = all.local_strict;
  money->share_of_total_strict_bp = all.share_of_total_strict_bp;
  money->share_of_grant_strict_bp = all.share_of_grant_strict_bp;
  money->verdict = HHP_VERDICT_NOT_COMPUTABLE;
  money->passes_of_total = HHP_VERDICT_NOT_COMPUTABLE;
  money->passes_of_grant = HHP_VERDICT_NOT_COMPUTABLE;
  money->verdict_without_in_kind = HHP_VERDICT_NOT_COMPUTABLE;
  money->verdict_without_unclear = HHP_VERDICT_NOT_COMPUTABLE;
  money->verdict_strict = HHP_VERDICT_NOT_COMPUTABLE;
}

void hhp__weigh(hhp__side *side, const hhp_plan *plan) {
  hhp__sums sums;
  hhp__sum_up(plan, &sums);
  side->has_grant = sums.has_grant;
  side->budget = plan->financing->budget.count == 0 || sums.has_budget_overflowed ? HHP_ABSENT : sums.budget;
  side->money_status = hhp_plan_cofinancing(plan, NULL, &side->money, sizeof(side->money));
  side->has_scheme = side->money_status != HHP_ERR_NOT_FOUND;
  if (side->has_scheme)
    return;
  side->money_status = sums.has_overflowed ? HHP_ERR_OVERFLOW : HHP_OK;
  if (!sums.has_overflowed)
    S_without_scheme(&side->money, &sums, plan->financing->frame);
}
