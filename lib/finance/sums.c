/* Adding up grant and contributions, each by whether it counts as local. */
#include "finance/sums.h"

#include "base/kroner.h"

/* What counts as local by kind of party, if the contribution itself does not state it (specification of the format;
 * the fund's guidance allows money of foundations, but does not say whether it counts). */
static int32_t S_counts_by_kind(int32_t kind) {
  switch (kind) {
  case HHP_PARTY_KIND_MUNICIPALITY:
  case HHP_PARTY_KIND_HOUSING_ORGANISATION:
  case HHP_PARTY_KIND_HOUSING_DIVISION:
    return HHP_COUNTS_AS_LOCAL_YES;
  case HHP_PARTY_KIND_FUND:
  case HHP_PARTY_KIND_STATE:
  case HHP_PARTY_KIND_POLICE:
  case HHP_PARTY_KIND_SCHOOL:
  case HHP_PARTY_KIND_SECRETARIAT:
    return HHP_COUNTS_AS_LOCAL_NO;
  default:
    return HHP_COUNTS_AS_LOCAL_UNCLEAR;
  }
}

static int32_t S_weaker(int32_t a, int32_t b) {
  if (a == HHP_COUNTS_AS_LOCAL_NO || b == HHP_COUNTS_AS_LOCAL_NO)
    return HHP_COUNTS_AS_LOCAL_NO;
  if (a == HHP_COUNTS_AS_LOCAL_UNCLEAR || b == HHP_COUNTS_AS_LOCAL_UNCLEAR)
    return HHP_COUNTS_AS_LOCAL_UNCLEAR;
  return HHP_COUNTS_AS_LOCAL_YES;
}

static int32_t S_counts_by_party(const hhp_contribution *contribution, const char *id) {
  const hhp__object *party = hhp__object_with_id(&contribution->object, HHP__E_party, id);
  return S_counts_by_kind(party == NULL ? HHP_ABSENT : ((const hhp_party *)party)->kind);
}

int32_t hhp_contribution_effective_counts_as_local(const hhp_contribution *contribution) {
  if (contribution == NULL)
    return HHP_COUNTS_AS_LOCAL_UNCLEAR;
  if (contribution->counts_as_local != HHP_ABSENT)
    return contribution->counts_as_local;
  if (contribution->parties.count == 0)
    return HHP_COUNTS_AS_LOCAL_UNCLEAR;
  int32_t weakest = HHP_COUNTS_AS_LOCAL_YES;
  for (uint32_t i = 0; i < contribution->parties.count; i++)
    weakest = S_weaker(weakest, S_counts_by_party(contribution, contribution->parties.items[i]));
  return weakest;
}

static void S_add_amount(hhp__sums *sums, int64_t *sum, int64_t amount) {
  if (hhp__add(*sum, amount, sum) != 0)
    sums->has_overflowed = 1;
}

static void S_add_contribution(hhp__sums *sums, const hhp_contribution *contribution) {
  int64_t amount = contribution->amount;
  if (amount == HHP_ABSENT) {
    sums->without_amount++;
    return;
  }
  S_add_amount(sums, &sums->total, amount);
  int32_t counts = hhp_contribution_effective_counts_as_local(contribution);
  if (counts == HHP_COUNTS_AS_LOCAL_NO) {
    sums->has_other_amount = 1;
    S_add_amount(sums, &sums->third_party, amount);
    return;
  }
  sums->has_local_amount = 1;
  S_add_amount(sums, &sums->local, amount);
  int is_cash = hhp_contribution_kind(contribution) == HHP_CONTRIBUTION_KIND_CASH;
  if (counts == HHP_COUNTS_AS_LOCAL_UNCLEAR)
    S_add_amount(sums, is_cash ? &sums->cash_unclear : &sums->in_kind_unclear, amount);
  else if (!is_cash)
    S_add_amount(sums, &sums->in_kind_certain, amount);
}

static int64_t S_grant(const hhp_grant *grant) {
  if (grant->awarded != HHP_ABSENT)
    return grant->awarded;
  return grant->prequalified != HHP_ABSENT ? grant->prequalified : grant->applied;
}

void hhp__sum_financing(const hhp_plan *plan, hhp__sums *sums) {
  const hhp_financing *financing = plan->financing;
  int64_t grant = S_grant(financing->grant);
  *sums = (hhp__sums){.stated_total = financing->total, .frame = financing->frame};
  sums->has_grant = grant != HHP_ABSENT;
  sums->grant = sums->has_grant ? grant : 0;
  sums->total = sums->grant;
  sums->contributions = financing->contributions.count;
  sums->budget_lines = financing->budget.count;
  for (uint32_t i = 0; i < financing->contributions.count; i++)
    S_add_contribution(sums, financing->contributions.items[i]);
  for (uint32_t i = 0; i < financing->budget.count; i++) {
    const hhp_budget_line *line = financing->budget.items[i];
    if (line->amount == HHP_ABSENT)
      sums->lines_open++;
    else if (hhp__add(sums->budget, line->amount, &sums->budget) != 0)
      sums->has_budget_overflowed = 1;
  }
}

int hhp__is_open(const hhp__sums *sums) {
  return !sums->has_grant || sums->contributions == 0 || sums->without_amount > 0;
}
