/* hhp_cofinancing and hhp_plan_cofinancing: the result is put together from the readings of share.c. */
#include <helhedsplan/cofinancing.h>

#include <string.h>

#include "base/kroner.h"
#include "base/parse_amount.h"
#include "finance/share.h"
#include "finance/sums.h"
#include "model/model.h"

static void S_calculate_limits(hhp_cofinancing_result *result, const hhp__money *r) {
  result->required_at_total = hhp__required_at_total(r);
  result->shortfall_at_total = hhp__short_by(result->required_at_total, r->local);
  result->largest_grant_at_total = hhp__largest_grant(r, r->total);
  result->required_at_grant = hhp__required_at_grant(r);
  result->shortfall_at_grant = hhp__short_by(result->required_at_grant, r->local);
  result->total_at_grant = HHP_ABSENT;
  int64_t total;
  if (result->required_at_grant != HHP_ABSENT && hhp__add(r->total - r->local, result->required_at_grant, &total) == 0)
    result->total_at_grant = total;

  int has_frame = result->frame != HHP_ABSENT;
  result->over_frame = has_frame ? hhp__short_by(r->total, result->frame) : HHP_ABSENT;
  result->over_frame_at_grant = has_frame ? hhp__short_by(result->total_at_grant, result->frame) : HHP_ABSENT;
  result->largest_grant_in_frame = has_frame ? hhp__largest_grant(r, result->frame) : HHP_ABSENT;
}

static void S_calculate_uncertain(hhp_cofinancing_result *result, const hhp__money *r, const hhp__sums *sums) {
  int64_t in_kind = sums->in_kind_certain + sums->in_kind_unclear;
  int64_t unclear = sums->cash_unclear + sums->in_kind_unclear;
  result->local_in_kind = sums->in_kind_certain;
  result->local_unclear = unclear;

  hhp__money cash = hhp__money_without(r, in_kind);
  result->local_without_in_kind = cash.local;
  result->share_of_total_without_in_kind_bp = hhp__share_bp(cash.local, cash.total);
  result->verdict_without_in_kind = hhp__share_verdict(&cash, hhp__base_amount(&cash));

  hhp__money certain = hhp__money_without(r, unclear);
  result->local_without_unclear = certain.local;
  result->share_of_total_without_unclear_bp = hhp__share_bp(certain.local, certain.total);
  result->verdict_without_unclear = hhp__share_verdict(&certain, hhp__base_amount(&certain));

  hhp__money strict = hhp__money_without(r, sums->in_kind_certain + unclear);
  result->local_strict = strict.local;
  result->share_of_total_strict_bp = hhp__share_bp(strict.local, strict.total);
  result->share_of_grant_strict_bp = hhp__share_bp(strict.local, strict.grant);
  result->required_at_total_strict = hhp__required_at_total(&strict);
  result->shortfall_at_total_strict = hhp__short_by(result->required_at_total_strict, strict.local);
  result->required_at_grant_strict = hhp__required_at_grant(&strict);
  result->shortfall_at_grant_strict = hhp__short_by(result->required_at_grant_strict, strict.local);
  result->verdict_strict = hhp__share_verdict(&strict, hhp__base_amount(&strict));
}

/* For a plan whose scheme is not known: amounts and shares, nothing that follows from a requirement. */
static void S_calculate_without_requirement(const hhp__sums *sums, hhp_cofinancing_result *result) {
  static const hhp__requirement none = {0, HHP_SHARE_BASE_TOTAL}; /* does not affect sums and shares */
  hhp_cofinancing_result all;
  hhp__calculate_cofinancing(sums, &none, &all);
  all.min_share_bp = HHP_ABSENT;
  all.base = HHP_ABSENT;
  all.verdict = all.passes_of_total = all.passes_of_grant = HHP_VERDICT_NOT_COMPUTABLE;
  all.verdict_without_in_kind = all.verdict_without_unclear = all.verdict_strict = HHP_VERDICT_NOT_COMPUTABLE;
  all.required_at_total = all.shortfall_at_total = all.largest_grant_at_total = HHP_ABSENT;
  all.required_at_grant = all.shortfall_at_grant = all.total_at_grant = HHP_ABSENT;
  all.over_frame_at_grant = all.largest_grant_in_frame = HHP_ABSENT;
  all.required_at_total_strict = all.shortfall_at_total_strict = HHP_ABSENT;
  all.required_at_grant_strict = all.shortfall_at_grant_strict = HHP_ABSENT;
  *result = all;
}

void hhp__calculate_cofinancing(const hhp__sums *sums, const hhp__requirement *requirement,
                                hhp_cofinancing_result *result) {
  if (hhp__is_open(sums)) {
    hhp__calculate_open_cofinancing(sums, requirement, result);
    return;
  }
  if (requirement == NULL) {
    S_calculate_without_requirement(sums, result);
    return;
  }
  hhp__money r = {sums->grant, sums->local, sums->third_party, sums->total, requirement->min_bp, requirement->base};
  *result = (hhp_cofinancing_result){.grant = r.grant,
                                     .local = r.local,
                                     .third_party = r.third_party,
                                     .total = r.total,
                                     .frame = sums->frame,
                                     .min_share_bp = r.bp,
                                     .base = r.base,
                                     .stated_total = sums->stated_total,
                                     .stated_local = sums->has_local_amount ? r.local : HHP_ABSENT,
                                     .required_from = HHP_ABSENT,
                                     .required = HHP_ABSENT,
                                     .missing = HHP_ABSENT,
                                     .largest_grant = HHP_ABSENT,
                                     .resulting_total = HHP_ABSENT,
                                     .stated_third_party = sums->has_other_amount ? r.third_party : HHP_ABSENT};
  result->share_of_total_bp = hhp__share_bp(r.local, r.total);
  result->share_of_grant_bp = hhp__share_bp(r.local, r.grant);
  result->passes_of_total = hhp__share_verdict(&r, r.total);
  result->passes_of_grant = hhp__share_verdict(&r, r.grant);
  result->verdict = hhp__share_verdict(&r, hhp__base_amount(&r));
  S_calculate_limits(result, &r);
  S_calculate_uncertain(result, &r, sums);
}

/* A program compiled against an older header has a smaller struct, one compiled against a newer header a larger one. */
static void S_copy_result(const hhp_cofinancing_result *calculated, hhp_cofinancing_result *result, size_t size) {
  memset(result, 0, size);
  memcpy(result, calculated, size < sizeof(*calculated) ? size : sizeof(*calculated));
}

static int S_is_amount(int64_t kroner) {
  return kroner >= 0 || kroner == HHP_ABSENT;
}

/* One local contribution and one other; the local one has no amount if `local` is absent. */
static hhp_status S_sum_numbers(int64_t grant, int64_t local, int64_t third_party, hhp__sums *sums) {
  sums->has_grant = grant != HHP_ABSENT;
  sums->grant = sums->has_grant ? grant : 0;
  sums->contributions = 2;
  sums->without_amount = local == HHP_ABSENT;
  sums->has_local_amount = local != HHP_ABSENT;
  sums->local = sums->has_local_amount ? local : 0;
  sums->third_party = third_party;
  sums->has_other_amount = third_party > 0; /* 0 is also the value for none */
  if (hhp__add(sums->grant, sums->local, &sums->total) != 0 || hhp__add(sums->total, third_party, &sums->total) != 0)
    return HHP_ERR_OVERFLOW;
  return HHP_OK;
}

hhp_status hhp_cofinancing(int64_t grant, int64_t local, int64_t third_party, int64_t frame, int32_t min_share_bp,
                           int32_t base, hhp_cofinancing_result *result, size_t size) {
  if (result == NULL || (base != HHP_SHARE_BASE_TOTAL && base != HHP_SHARE_BASE_GRANT))
    return HHP_ERR_ARGUMENT;
  if (!S_is_amount(grant) || !S_is_amount(local) || third_party < 0 || !S_is_amount(frame))
    return HHP_ERR_RANGE;
  if (min_share_bp < 0 || min_share_bp > HHP__WHOLE_BP)
    return HHP_ERR_RANGE;
  hhp__sums sums = {.stated_total = HHP_ABSENT, .frame = frame};
  hhp_status status = S_sum_numbers(grant, local, third_party, &sums);
  if (status != HHP_OK)
    return status;
  hhp_cofinancing_result calculated;
  hhp__calculate_cofinancing(&sums, &(hhp__requirement){min_share_bp, base}, &calculated);
  S_copy_result(&calculated, result, size);
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
  hhp__sum_financing(plan, &sums);
  if (sums.has_overflowed)
    return HHP_ERR_OVERFLOW;
  hhp_cofinancing_result calculated;
  hhp__calculate_cofinancing(&sums, &(hhp__requirement){scheme->min_local_bp, scheme->base}, &calculated);
  S_copy_result(&calculated, result, size);
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

hhp_status hhp_limit_text(int32_t bp, int32_t lang, char *out, size_t size) {
  if (out == NULL || size < HHP_TEXT_SIZE)
    return HHP_ERR_ARGUMENT;
  if (bp < 0)
    return HHP_ERR_RANGE;
  hhp__write_limit(bp, lang, out);
  return HHP_OK;
}

static hhp_status S_share_text(int64_t part, int64_t whole, int64_t limit, int32_t lang, char *out, size_t size) {
  if (out == NULL || size < HHP_TEXT_SIZE || whole == 0)
    return HHP_ERR_ARGUMENT;
  if (part < 0 || whole < 0)
    return HHP_ERR_RANGE;
  int64_t bp;
  if (hhp__share_for_minimum(part, whole, limit, &bp) != 0)
    return HHP_ERR_OVERFLOW;
  hhp__write_share(bp, lang, out);
  return HHP_OK;
}

hhp_status hhp_share_text(int64_t part, int64_t whole, int32_t lang, char *out, size_t size) {
  return S_share_text(part, whole, HHP_ABSENT, lang, out, size);
}

hhp_status hhp_share_text_beside(int64_t part, int64_t whole, int32_t min_bp, int32_t lang, char *out, size_t size) {
  return S_share_text(part, whole, min_bp, lang, out, size);
}
