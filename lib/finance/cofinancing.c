/* The arithmetic of co-financing, on bare numbers and on plans. */
#include <helhedsplan/cofinancing.h>

#include <string.h>

#include "core/amount_text.h"
#include "core/kroner.h"
#include "finance/sums.h"
#include "model/model.h"

/* One reading of the money: what counts as local, and what is third-party money under that reading. */
typedef struct {
  int64_t grant;
  int64_t local;
  int64_t third_party;
  int64_t total;
  int64_t bp;
  int64_t base;
} S_reading;

/* local * 10000 >= whole * bp, put so that nothing is multiplied: local >= whole * bp / 10000, rounded up. */
static int64_t S_verdict(const S_reading *r, int64_t whole) {
  int64_t required;
  if (whole == 0 || hhp__mul_div_up(whole, r->bp, HHP__WHOLE_BP, &required) != 0)
    return HHP_VERDICT_NOT_COMPUTABLE;
  return r->local >= required ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS;
}

static int64_t S_share(int64_t part, int64_t whole) {
  int64_t bp;
  if (whole == 0 || hhp__mul_div_down(part, HHP__WHOLE_BP, whole, &bp) != 0)
    return HHP_ABSENT;
  return bp;
}

static int64_t S_above(int64_t required, int64_t actual) {
  if (required == HHP_ABSENT)
    return HHP_ABSENT;
  return required > actual ? required - actual : 0;
}

/* Least local while the total stays. Of the total T: T * bp / 10000. Of the grant, which gives way to it, with third-party
 * money P kept: L >= (T - P - L) * bp / 10000, so L >= (T - P) * bp / (10000 + bp). */
static int64_t S_required_at_total(const S_reading *r) {
  int64_t required;
  int failed = r->base == HHP_SHARE_BASE_TOTAL
                   ? hhp__mul_div_up(r->total, r->bp, HHP__WHOLE_BP, &required)
                   : hhp__mul_div_up(r->total - r->third_party, r->bp, HHP__WHOLE_BP + r->bp, &required);
  return failed ? HHP_ABSENT : required;
}

/* Least local while grant G and third-party money P stay. Of the total: L >= (G + P + L) * bp / 10000, so
 * L >= (G + P) * bp / (10000 - bp); when all has to be local, other money must be none. */
static int64_t S_required_at_grant(const S_reading *r) {
  int64_t required;
  if (r->base == HHP_SHARE_BASE_GRANT)
    return hhp__mul_div_up(r->grant, r->bp, HHP__WHOLE_BP, &required) == 0 ? required : HHP_ABSENT;
  int64_t others = r->total - r->local;
  if (others == 0)
    return 0;
  if (r->bp == HHP__WHOLE_BP || hhp__mul_div_up(others, r->bp, HHP__WHOLE_BP - r->bp, &required) != 0)
    return HHP_ABSENT;
  return required;
}

/* What is left for the grant of a total, once the local part that the total asks for and third-party money are taken. */
static int64_t S_largest_grant(const S_reading *r, int64_t total) {
  S_reading whole = *r;
  whole.total = total;
  if (total < r->third_party)
    return HHP_ABSENT;
  int64_t required = S_required_at_total(&whole);
  if (required == HHP_ABSENT || required > total - r->third_party)
    return HHP_ABSENT;
  return total - r->third_party - required;
}

static void S_work_out_limits(hhp_cofinancing_result *result, const S_reading *r) {
  result->required_at_total = S_required_at_total(r);
  result->shortfall_at_total = S_above(result->required_at_total, r->local);
  result->largest_grant_at_total = S_largest_grant(r, r->total);
  result->required_at_grant = S_required_at_grant(r);
  result->shortfall_at_grant = S_above(result->required_at_grant, r->local);
  result->total_at_grant = HHP_ABSENT;
  int64_t total;
  if (result->required_at_grant != HHP_ABSENT && hhp__add(r->total - r->local, result->required_at_grant, &total) == 0)
    result->total_at_grant = total;

  int has_frame = result->frame != HHP_ABSENT;
  result->over_frame = has_frame ? S_above(r->total, result->frame) : HHP_ABSENT;
  result->over_frame_at_grant = has_frame ? S_above(result->total_at_grant, result->frame) : HHP_ABSENT;
  result->largest_grant_in_frame = has_frame ? S_largest_grant(r, result->frame) : HHP_ABSENT;
}

static int64_t S_whole(const S_reading *r) {
  return r->base == HHP_SHARE_BASE_TOTAL ? r->total : r->grant;
}

/* The same money, with less of it counted as local. */
static S_reading S_without(const S_reading *r, int64_t amount) {
  S_reading less = *r;
  less.local -= amount;
  less.third_party += amount;
  return less;
}

static void S_work_out_doubts(hhp_cofinancing_result *result, const S_reading *r, const hhp__sums *sums) {
  int64_t in_kind = sums->in_kind_certain + sums->in_kind_unclear;
  int64_t unclear = sums->cash_unclear + sums->in_kind_unclear;
  result->local_in_kind = sums->in_kind_certain;
  result->local_unclear = unclear;

  S_reading cash = S_without(r, in_kind);
  result->local_without_in_kind = cash.local;
  result->share_of_total_without_in_kind_bp = S_share(cash.local, cash.total);
  result->verdict_without_in_kind = S_verdict(&cash, S_whole(&cash));

  S_reading certain = S_without(r, unclear);
  result->local_without_unclear = certain.local;
  result->share_of_total_without_unclear_bp = S_share(certain.local, certain.total);
  result->verdict_without_unclear = S_verdict(&certain, S_whole(&certain));

  S_reading strict = S_without(r, sums->in_kind_certain + unclear);
  result->local_strict = strict.local;
  result->share_of_total_strict_bp = S_share(strict.local, strict.total);
  result->share_of_grant_strict_bp = S_share(strict.local, strict.grant);
  result->required_at_total_strict = S_required_at_total(&strict);
  result->shortfall_at_total_strict = S_above(result->required_at_total_strict, strict.local);
  result->required_at_grant_strict = S_required_at_grant(&strict);
  result->shortfall_at_grant_strict = S_above(result->required_at_grant_strict, strict.local);
  result->verdict_strict = S_verdict(&strict, S_whole(&strict));
}

void hhp__work_out(const hhp__sums *sums, int64_t frame, int32_t min_share_bp, int32_t base,
                   hhp_cofinancing_result *result) {
  S_reading r = {sums->grant, sums->local, sums->third_party, sums->total, min_share_bp, base};
  *result = (hhp_cofinancing_result){.grant = r.grant,
                                     .local = r.local,
                                     .third_party = r.third_party,
                                     .total = r.total,
                                     .frame = frame,
                                     .min_share_bp = r.bp,
                                     .base = r.base};
  result->share_of_total_bp = S_share(r.local, r.total);
  result->share_of_grant_bp = S_share(r.local, r.grant);
  result->passes_of_total = S_verdict(&r, r.total);
  result->passes_of_grant = S_verdict(&r, r.grant);
  result->verdict = S_verdict(&r, S_whole(&r));
  S_work_out_limits(result, &r);
  S_work_out_doubts(result, &r, sums);
}

/* A program compiled against an older header asks for less, one against a newer for more than there is. */
static void S_hand_over(const hhp_cofinancing_result *made, hhp_cofinancing_result *result, size_t size) {
  memset(result, 0, size);
  memcpy(result, made, size < sizeof(*made) ? size : sizeof(*made));
}

/* Of a plan that does not state all amounts there is no verdict, on any reading. */
static void S_withhold_verdicts(hhp_cofinancing_result *result) {
  result->verdict = HHP_VERDICT_NOT_COMPUTABLE;
  result->passes_of_total = HHP_VERDICT_NOT_COMPUTABLE;
  result->passes_of_grant = HHP_VERDICT_NOT_COMPUTABLE;
  result->verdict_without_in_kind = HHP_VERDICT_NOT_COMPUTABLE;
  result->verdict_without_unclear = HHP_VERDICT_NOT_COMPUTABLE;
  result->verdict_strict = HHP_VERDICT_NOT_COMPUTABLE;
}

hhp_status hhp_cofinancing(int64_t grant, int64_t local, int64_t third_party, int64_t frame, int32_t min_share_bp,
                           int32_t base, hhp_cofinancing_result *result, size_t size) {
  if (result == NULL || (base != HHP_SHARE_BASE_TOTAL && base != HHP_SHARE_BASE_GRANT))
    return HHP_ERR_ARGUMENT;
  if (grant < 0 || local < 0 || third_party < 0 || (frame < 0 && frame != HHP_ABSENT))
    return HHP_ERR_RANGE;
  if (min_share_bp < 0 || min_share_bp > HHP__WHOLE_BP)
    return HHP_ERR_RANGE;
  hhp__sums sums = {.has_grant = 1, .grant = grant, .local = local, .third_party = third_party};
  if (hhp__add(grant, local, &sums.total) != 0 || hhp__add(sums.total, third_party, &sums.total) != 0)
    return HHP_ERR_OVERFLOW;
  hhp_cofinancing_result made;
  hhp__work_out(&sums, frame, min_share_bp, base, &made);
  S_hand_over(&made, result, size);
  return HHP_OK;
}

hhp_status hhp_plan_cofinancing(const hhp_plan *plan, const hhp_scheme *scheme, hhp_cofinancing_result *result,
                                size_t size) {
  if (plan == NULL || result == NULL)
    return HHP_ERR_ARGUMENT;
  if (scheme == NULL)
    scheme = hhp_scheme_find(plan->scheme);
  if (scheme == NULL)
    return HHP_ERR_NOT_FOUND;
  hhp__sums sums;
  hhp__sum_up(plan, &sums);
  if (sums.has_overflowed)
    return HHP_ERR_OVERFLOW;
  hhp_cofinancing_result made;
  hhp__work_out(&sums, plan->financing->frame, scheme->min_local_bp, scheme->base, &made);
  if (!sums.has_grant || !sums.has_all_amounts)
    S_withhold_verdicts(&made);
  S_hand_over(&made, result, size);
  return HHP_OK;
}

hhp_status hhp_kroner_text(int64_t kroner, int32_t lang, char *out, size_t size) {
  if (out == NULL || size < HHP_TEXT_SIZE || kroner == HHP_ABSENT)
    return HHP_ERR_ARGUMENT;
  hhp__write_kroner(kroner, lang, out);
  return HHP_OK;
}

hhp_status hhp_kroner_parse(const char *text, int64_t *kroner) {
  if (text == NULL || kroner == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__amount_text read = hhp__amount_read(text, strlen(text));
  switch (read.reading) {
  case HHP__READ_WHOLE:
  case HHP__READ_EITHER:
    *kroner = read.number;
    return read.reading == HHP__READ_WHOLE ? HHP_OK : HHP_ERR_AMBIGUOUS;
  case HHP__READ_NOT_WHOLE:
    return HHP_ERR_RANGE;
  case HHP__READ_OVERFLOW:
    return HHP_ERR_OVERFLOW;
  default:
    return HHP_ERR_FORMAT;
  }
}

hhp_status hhp_share_text(int64_t part, int64_t whole, int32_t lang, char *out, size_t size) {
  if (out == NULL || size < HHP_TEXT_SIZE || whole == 0)
    return HHP_ERR_ARGUMENT;
  if (part < 0 || whole < 0)
    return HHP_ERR_RANGE;
  int64_t bp;
  if (hhp__share_rounded(part, whole, &bp) != 0)
    return HHP_ERR_OVERFLOW;
  hhp__write_share(bp, lang, out);
  return HHP_OK;
}
