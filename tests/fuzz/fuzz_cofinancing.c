/* Co-financing from numbers, against what the figures mean: a required amount is the smallest that meets the share, a
 * largest grant the largest. The oracle computes with 128 bits and knows none of the library's formulas. */
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"

const size_t plan_begins_at = 1;

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide;

typedef struct {
  int64_t grant, local, third, frame;
  int32_t min_bp, base;
} amounts;

/* Whether the share is met when grant and local are these; third-party money stays as it is. */
static int S_meets(const amounts *a, wide grant, wide local) {
  wide base = a->base == HHP_SHARE_BASE_TOTAL ? grant + local + a->third : grant;
  return local * 10000 >= base * a->min_bp;
}

/* The same of a total that stays as it is, so that local and grant change together. */
static int S_meets_of_total(const amounts *a, wide total, wide local) {
  wide base = a->base == HHP_SHARE_BASE_TOTAL ? total : total - a->third - local;
  return local * 10000 >= base * a->min_bp;
}

static wide S_total(const amounts *a) {
  return (wide)a->grant + a->local + a->third;
}

static void S_check_shares(const amounts *a, const hhp_cofinancing_result *r) {
  wide total = S_total(a);
  wide base = a->base == HHP_SHARE_BASE_TOTAL ? total : a->grant;
  must(r->total == (int64_t)total, "another total");
  must(total == 0 ? r->share_of_total_bp == HHP_ABSENT
                  : r->share_of_total_bp == (int64_t)((wide)a->local * 10000 / total),
       "another share of the total");
  wide of_grant = a->grant == 0 ? 0 : (wide)a->local * 10000 / a->grant;
  if (a->grant == 0 || of_grant > INT64_MAX)
    must(r->share_of_grant_bp == HHP_ABSENT, "a share of the grant that there is not");
  else
    must(r->share_of_grant_bp == (int64_t)of_grant, "another share of the grant");
  if (base == 0)
    must(r->verdict == HHP_VERDICT_NOT_COMPUTABLE, "a verdict without a base");
  else
    must(r->verdict == (S_meets(a, a->grant, a->local) ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS), "another verdict");
}

static void S_check_at_total(const amounts *a, const hhp_cofinancing_result *r) {
  wide required = r->required_at_total;
  if (r->required_at_total == HHP_ABSENT)
    return;
  must(required >= 0 && S_meets_of_total(a, S_total(a), required), "what is required at the total is not enough");
  must(required == 0 || !S_meets_of_total(a, S_total(a), required - 1), "less is enough at the total");
  must(r->shortfall_at_total == (required > a->local ? (int64_t)(required - a->local) : 0), "another shortfall");
  wide grant = S_total(a) - a->third - required;
  must(r->largest_grant_at_total == (grant < 0 ? HHP_ABSENT : (int64_t)grant), "another largest grant at the total");
}

static void S_check_at_grant(const amounts *a, const hhp_cofinancing_result *r) {
  wide required = r->required_at_grant;
  if (r->required_at_grant == HHP_ABSENT) {
    must(!S_meets(a, a->grant, INT64_MAX - (wide)a->grant - a->third), "nothing is required at the grant");
    return;
  }
  must(required >= 0 && S_meets(a, a->grant, required), "what is required at the grant is not enough");
  must(required == 0 || !S_meets(a, a->grant, required - 1), "less is enough at the grant");
  must(r->shortfall_at_grant == (required > a->local ? (int64_t)(required - a->local) : 0), "another shortfall");
  wide total = (wide)a->grant + a->third + required;
  if (total <= INT64_MAX && r->total_at_grant != HHP_ABSENT)
    must(r->total_at_grant == (int64_t)total, "another total at the grant");
}

/* The largest grant for which some local amount meets the share within the ceiling. */
static int S_fits_frame(const amounts *a, wide grant) {
  wide local = (wide)a->frame - a->third - grant; /* more never hurts */
  return local >= 0 && S_meets(a, grant, local);
}

static void S_check_in_frame(const amounts *a, const hhp_cofinancing_result *r) {
  if (a->frame == HHP_ABSENT) {
    must(r->over_frame == HHP_ABSENT && r->largest_grant_in_frame == HHP_ABSENT, "figures of a ceiling there is not");
    return;
  }
  wide over = S_total(a) - a->frame;
  must(r->over_frame == (over > 0 ? (int64_t)over : 0), "another excess over the ceiling");
  wide largest = r->largest_grant_in_frame;
  if (r->largest_grant_in_frame == HHP_ABSENT) {
    must(!S_fits_frame(a, 0), "a grant of 0 would fit the ceiling");
    return;
  }
  must(largest >= 0 && S_fits_frame(a, largest), "the largest grant does not fit the ceiling");
  must(!S_fits_frame(a, largest + 1), "a larger grant fits the ceiling");
}

/* Small and large amounts alike, and amounts near each other. */
static int64_t S_amount(choices *from, int64_t near) {
  uint8_t how = choose_byte(from);
  int64_t number = choose_number(from);
  switch (how % 6) {
  case 0:
    return HHP_ABSENT;
  case 1:
    return number;
  case 2:
    return (int64_t)((uint64_t)near + (uint64_t)(number % 3));
  case 3:
    return number % 10000;
  default:
    return (int64_t)((uint64_t)number >> (how / 6 % 48 + 1)) / 1000 * 1000;
  }
}

static int S_is_in_range(const amounts *a) {
  return (a->grant >= 0 || a->grant == HHP_ABSENT) && (a->local >= 0 || a->local == HHP_ABSENT) && a->third >= 0 &&
         (a->frame >= 0 || a->frame == HHP_ABSENT) && a->min_bp >= 0 && a->min_bp <= 10000;
}

static void S_check_open(const amounts *a, const hhp_cofinancing_result *r) {
  must(r->verdict == HHP_VERDICT_OPEN && r->share_of_total_bp == HHP_ABSENT && r->share_of_grant_bp == HHP_ABSENT,
       "a verdict or a share though an amount is not stated");
  must(r->shortfall_at_total == HHP_ABSENT && r->shortfall_at_grant == HHP_ABSENT, "a shortfall of what is not stated");
  if (r->required_from != HHP_REQUIRED_FROM_GRANT || r->required == HHP_ABSENT)
    return;
  must(S_meets(a, a->grant, r->required), "what is required of the grant is not enough");
  must(r->required == 0 || !S_meets(a, a->grant, (wide)r->required - 1), "less is enough of the grant");
}

static void S_check(const amounts *a) {
  hhp_cofinancing_result r;
  hhp_status status = hhp_cofinancing(a->grant, a->local, a->third, a->frame, a->min_bp, a->base, &r, sizeof(r));
  if (!S_is_in_range(a)) {
    must(status == HHP_ERR_RANGE, "an amount out of range is taken");
    return;
  }
  int is_open = a->grant == HHP_ABSENT || a->local == HHP_ABSENT;
  wide sum = (a->grant == HHP_ABSENT ? 0 : (wide)a->grant) + (a->local == HHP_ABSENT ? 0 : a->local) + a->third;
  if (sum > INT64_MAX) {
    must(status == HHP_ERR_OVERFLOW, "a sum that is too large");
    return;
  }
  must(status == HHP_OK || (is_open && status == HHP_ERR_OVERFLOW), "not calculated");
  if (status != HHP_OK)
    return;
  if (is_open) {
    S_check_open(a, &r);
    return;
  }
  S_check_shares(a, &r);
  S_check_at_total(a, &r);
  S_check_at_grant(a, &r);
  S_check_in_frame(a, &r);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  choices from = {bytes, length};
  amounts a = {0};
  a.base = choose_byte(&from) & 1 ? HHP_SHARE_BASE_GRANT : HHP_SHARE_BASE_TOTAL;
  uint8_t share = choose_byte(&from);
  a.min_bp = share < 128 ? 2500 : (int32_t)(choose_number(&from) % 10100);
  a.grant = S_amount(&from, 0);
  a.local = S_amount(&from, a.grant > 0 ? a.grant / 3 : 0);
  a.third = choose_byte(&from) & 1 ? 0 : S_amount(&from, 1000);
  wide sum = (wide)a.grant + a.local + a.third;
  a.frame = S_amount(&from, sum > INT64_MAX || sum < 0 ? 0 : (int64_t)sum);
  S_check(&a);
  return 0;
}
#else
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  (void)bytes;
  (void)length;
  return 0;
}
#endif
