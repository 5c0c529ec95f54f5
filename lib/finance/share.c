/* The arithmetic of co-financing: a minimum share on one reading of the money. Nothing that was rounded is compared. */
#include "finance/share.h"

#include <helhedsplan/cofinancing.h>

#include "base/kroner.h"

int64_t hhp__share_bp(int64_t part, int64_t whole) {
  int64_t bp;
  if (whole == 0 || hhp__mul_div_down(part, HHP__WHOLE_BP, whole, &bp) != 0)
    return HHP_ABSENT;
  return bp;
}

/* local * 10000 >= whole * bp, rearranged so that no product can overflow: local >= whole * bp / 10000, rounded up. */
int64_t hhp__share_verdict(const hhp__money *r, int64_t whole) {
  int64_t required;
  if (whole == 0 || hhp__mul_div_up(whole, r->bp, HHP__WHOLE_BP, &required) != 0)
    return HHP_VERDICT_NOT_COMPUTABLE;
  return r->local >= required ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS;
}

int64_t hhp__base_amount(const hhp__money *r) {
  return r->base == HHP_SHARE_BASE_TOTAL ? r->total : r->grant;
}

/* As a share of the total T: T * bp / 10000. As a share of the grant, which shrinks as L grows, with third-party
 * money P kept: L >= (T - P - L) * bp / 10000, so L >= (T - P) * bp / (10000 + bp). */
int64_t hhp__required_at_total(const hhp__money *r) {
  int64_t required;
  int failed = r->base == HHP_SHARE_BASE_TOTAL
                   ? hhp__mul_div_up(r->total, r->bp, HHP__WHOLE_BP, &required)
                   : hhp__mul_div_up(r->total - r->third_party, r->bp, HHP__WHOLE_BP + r->bp, &required);
  return failed ? HHP_ABSENT : required;
}

/* Of the total, with grant G and third-party money P kept: L >= (G + P + L) * bp / 10000, so
 * L >= (G + P) * bp / (10000 - bp); when all has to be local, other money must be none. */
int64_t hhp__required_at_grant(const hhp__money *r) {
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

int64_t hhp__largest_grant(const hhp__money *r, int64_t total) {
  hhp__money whole = *r;
  whole.total = total;
  if (total < r->third_party)
    return HHP_ABSENT;
  int64_t required = hhp__required_at_total(&whole);
  if (required == HHP_ABSENT || required > total - r->third_party)
    return HHP_ABSENT;
  return total - r->third_party - required;
}

int64_t hhp__short_by(int64_t required, int64_t actual) {
  if (required == HHP_ABSENT)
    return HHP_ABSENT;
  return required > actual ? required - actual : 0;
}

hhp__money hhp__money_without(const hhp__money *r, int64_t amount) {
  hhp__money less = *r;
  less.local -= amount;
  less.third_party += amount;
  return less;
}
