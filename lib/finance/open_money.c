/* Co-financing of which some amounts are missing: the local amount required by the largest amount known, what is
 * stated of it, the least that is missing, and the largest grant possible. No share is calculated. */
#include <helhedsplan/cofinancing.h>

#include "base/kroner.h"
#include "finance/share.h"
#include "finance/sums.h"

static void S_clear(hhp_cofinancing_result *result) {
  int64_t *members = (int64_t *)result; /* every member is an int64_t: cofinancing_members.c asserts it */
  for (size_t i = 0; i < sizeof(*result) / sizeof(*members); i++)
    members[i] = HHP_ABSENT;
  result->verdict = result->passes_of_total = result->passes_of_grant = HHP_VERDICT_OPEN;
  result->verdict_without_in_kind = result->verdict_without_unclear = result->verdict_strict = HHP_VERDICT_OPEN;
}

/* Copies the sums of the contributions: every amount is stated, only the grant is missing. */
static void S_copy_contributions(const hhp__sums *sums, hhp_cofinancing_result *result) {
  int64_t unclear = sums->cash_unclear + sums->in_kind_unclear;
  result->third_party = sums->third_party;
  if (!sums->has_local_amount)
    return;
  result->local = sums->local;
  result->local_in_kind = sums->in_kind_certain;
  result->local_unclear = unclear;
  result->local_without_in_kind = sums->local - sums->in_kind_certain - sums->in_kind_unclear;
  result->local_without_unclear = sums->local - unclear;
  result->local_strict = sums->local - sums->in_kind_certain - unclear;
}

/* Largest grant within a fixed total, beside all stated amounts; HHP_ABSENT if these exceed the total. */
static int64_t S_largest_grant(const hhp__money *stated, int64_t total) {
  hhp__money r = *stated;
  int64_t by_share = hhp__largest_grant(&r, total);
  if (by_share == HHP_ABSENT || total - r.third_party < r.local)
    return HHP_ABSENT;
  int64_t by_rest = total - r.third_party - r.local;
  return by_share < by_rest ? by_share : by_rest;
}

static void S_calculate_from_total(const hhp__money *stated, int64_t total, hhp_cofinancing_result *result) {
  hhp__money r = *stated;
  r.total = total;
  if (r.third_party > total)
    return;
  result->required = hhp__required_at_total(&r);
  result->missing = hhp__short_by(result->required, r.local);
  result->largest_grant = S_largest_grant(&r, total);
  if (result->required_from == HHP_REQUIRED_FROM_TOTAL)
    result->resulting_total = total;
}

static void S_calculate_from_grant(const hhp__money *stated, int64_t frame, hhp_cofinancing_result *result) {
  result->required = hhp__required_at_grant(stated);
  result->missing = hhp__short_by(result->required, stated->local);
  int64_t total;
  if (result->missing != HHP_ABSENT && hhp__add(stated->total, result->missing, &total) == 0)
    result->resulting_total = total;
  if (frame != HHP_ABSENT)
    result->largest_grant = S_largest_grant(stated, frame);
}

/* Which amount the requirement is calculated from. An amount of 0 requires nothing, so it is skipped. */
static int64_t S_required_from(const hhp__sums *sums) {
  if (sums->stated_total > 0)
    return HHP_REQUIRED_FROM_TOTAL;
  if (sums->grant > 0)
    return HHP_REQUIRED_FROM_GRANT;
  if (sums->frame > 0)
    return HHP_REQUIRED_FROM_FRAME;
  return HHP_ABSENT;
}

void hhp__calculate_open_cofinancing(const hhp__sums *sums, const hhp__requirement *requirement,
                                     hhp_cofinancing_result *result) {
  S_clear(result);
  result->frame = sums->frame;
  result->stated_total = sums->stated_total;
  if (sums->has_grant)
    result->grant = sums->grant;
  if (sums->has_local_amount)
    result->stated_local = sums->local;
  if (sums->has_other_amount)
    result->stated_third_party = sums->third_party;
  if (sums->contributions > 0 && sums->without_amount == 0)
    S_copy_contributions(sums, result);
  if (requirement == NULL)
    return;
  result->min_share_bp = requirement->min_bp;
  result->base = requirement->base;
  hhp__money stated = {sums->grant, sums->local,         sums->third_party,
                       sums->total, requirement->min_bp, requirement->base};
  result->required_from = S_required_from(sums);
  if (result->required_from == HHP_REQUIRED_FROM_TOTAL)
    S_calculate_from_total(&stated, sums->stated_total, result);
  else if (result->required_from == HHP_REQUIRED_FROM_GRANT)
    S_calculate_from_grant(&stated, sums->frame, result);
  else if (result->required_from == HHP_REQUIRED_FROM_FRAME)
    S_calculate_from_total(&stated, sums->frame, result);
}
