/* The arithmetic of co-financing on plain numbers, compared with its definition in 128 bits; on plans:
 * test_cofinancing_plans.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"
#include "unit/wide.h"

static hhp_cofinancing_result work_out(int64_t grant, int64_t local, int64_t third_party, int64_t frame, int32_t min_bp,
                                       int32_t base) {
  hhp_cofinancing_result r;
  memset(&r, 0x5a, sizeof(r));
  assert_int_equal(hhp_cofinancing(grant, local, third_party, frame, min_bp, base, &r, sizeof(r)), HHP_OK);
  return r;
}

static hhp_cofinancing_result of_total(int64_t grant, int64_t local, int64_t third_party) {
  return work_out(grant, local, third_party, HHP_ABSENT, 2500, HHP_SHARE_BASE_TOTAL);
}

/* --- Vollsmose --- */

/* 11/46 = 23.913 %, 11/35 = 31.428 %. A quarter of 46,000,000 is 11,500,000, and 34,500,000 is left for the grant. A
 * third of 35,000,000 is 11,666,666.67, so 11,666,667; 46,666,667 in total, 666,667 above the ceiling. */
static void vollsmose_as_published(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.passes_of_total, HHP_VERDICT_FAILS);
  assert_int_equal(r.passes_of_grant, HHP_VERDICT_PASSES);
  assert_int_equal(r.grant, 35000000);
  assert_int_equal(r.local, 11000000);
  assert_int_equal(r.third_party, 0);
  assert_int_equal(r.total, 46000000);
  assert_int_equal(r.frame, 46000000);
  assert_int_equal(r.min_share_bp, 2500);
  assert_int_equal(r.base, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.share_of_total_bp, 2391);
  assert_int_equal(r.share_of_grant_bp, 3142);
  assert_int_equal(r.required_at_total, 11500000);
  assert_int_equal(r.shortfall_at_total, 500000);
  assert_int_equal(r.largest_grant_at_total, 34500000);
  assert_int_equal(r.required_at_grant, 11666667);
  assert_int_equal(r.shortfall_at_grant, 666667);
  assert_int_equal(r.total_at_grant, 46666667);
  assert_int_equal(r.over_frame, 0);
  assert_int_equal(r.over_frame_at_grant, 666667);
  assert_int_equal(r.largest_grant_in_frame, 34500000);
}

/* All local money of plain numbers is certain and in cash: every stricter reading is the same. */
static void bare_numbers_leave_no_doubt(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.local_in_kind, 0);
  assert_int_equal(r.local_unclear, 0);
  assert_int_equal(r.local_without_in_kind, 11000000);
  assert_int_equal(r.local_without_unclear, 11000000);
  assert_int_equal(r.local_strict, 11000000);
  assert_int_equal(r.share_of_total_without_in_kind_bp, 2391);
  assert_int_equal(r.share_of_total_without_unclear_bp, 2391);
  assert_int_equal(r.share_of_total_strict_bp, 2391);
  assert_int_equal(r.share_of_grant_strict_bp, 3142);
  assert_int_equal(r.verdict_without_in_kind, HHP_VERDICT_FAILS);
  assert_int_equal(r.verdict_without_unclear, HHP_VERDICT_FAILS);
  assert_int_equal(r.verdict_strict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_total_strict, 11500000);
  assert_int_equal(r.shortfall_at_total_strict, 500000);
  assert_int_equal(r.required_at_grant_strict, 11666667);
  assert_int_equal(r.shortfall_at_grant_strict, 666667);
}

static void vollsmose_on_the_grant(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.passes_of_total, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_grant, 8750000); /* 35,000,000 / 4 */
  assert_int_equal(r.total_at_grant, 43750000);
  assert_int_equal(r.required_at_total, 9200000); /* L = (46,000,000 - L) / 4, so L = 46,000,000 / 5 */
  assert_int_equal(r.largest_grant_at_total, 36800000);
  assert_int_equal(r.shortfall_at_total, 0);
  assert_int_equal(r.shortfall_at_grant, 0);
  assert_int_equal(r.over_frame_at_grant, 0);
  assert_int_equal(r.largest_grant_in_frame, 36800000);
}

/* --- The boundary --- */

static void one_krone_decides(void **state) {
  (void)state;
  assert_int_equal(of_total(34500000, 11500000, 0).verdict, HHP_VERDICT_PASSES); /* exactly 25 % */
  assert_int_equal(of_total(34500001, 11499999, 0).verdict, HHP_VERDICT_FAILS);
  assert_int_equal(of_total(34500001, 11500000, 0).verdict, HHP_VERDICT_FAILS); /* 11,500,000 of 46,000,001 */
  assert_int_equal(of_total(35000000, 11666667, 0).verdict, HHP_VERDICT_PASSES);
  assert_int_equal(of_total(35000000, 11666666, 0).verdict, HHP_VERDICT_FAILS);
  assert_int_equal(of_total(3, 1, 0).verdict, HHP_VERDICT_PASSES);
  assert_int_equal(of_total(4, 1, 0).verdict, HHP_VERDICT_FAILS);
  hhp_cofinancing_result r = of_total(34500001, 11499999, 0);
  assert_int_equal(r.shortfall_at_total, 1);
  assert_int_equal(r.share_of_total_bp, 2499); /* truncated, not 2500 */
}

static void one_krone_decides_on_the_grant(void **state) {
  (void)state;
  assert_int_equal(work_out(40000000, 10000000, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_GRANT).verdict, HHP_VERDICT_PASSES);
  hhp_cofinancing_result r = work_out(40000000, 9999999, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.shortfall_at_grant, 1);
  assert_int_equal(work_out(40000001, 10000000, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_GRANT).verdict, HHP_VERDICT_FAILS);
}

/* 24.996 % is written as 25.00 %, and is not 25 %. */
static void what_rounds_up_to_the_minimum_fails(void **state) {
  (void)state;
  hhp_cofinancing_result r = of_total(75004, 24996, 0);
  char share[HHP_TEXT_SIZE];
  assert_int_equal(hhp_share_text(r.local, r.total, HHP_LANG_EN, share, sizeof(share)), HHP_OK);
  assert_string_equal(share, "25.00 %");
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.share_of_total_bp, 2499);
  assert_int_equal(r.shortfall_at_total, 4);
}

/* --- Third-party money --- */

/* It is in the total and not local: 60 + 20 + 20 = 100, of which 25 must be local; with a grant of 60 and 20 from
 * others a third of 80, 27; and with a total of 100 the grant can be 100 - 20 - 25 = 55. */
static void third_party_money_is_in_the_total_alone(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(60, 20, 20, 100, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.total, 100);
  assert_int_equal(r.share_of_total_bp, 2000);
  assert_int_equal(r.share_of_grant_bp, 3333);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.passes_of_grant, HHP_VERDICT_PASSES);
  assert_int_equal(r.required_at_total, 25);
  assert_int_equal(r.shortfall_at_total, 5);
  assert_int_equal(r.largest_grant_at_total, 55);
  assert_int_equal(r.required_at_grant, 27);
  assert_int_equal(r.total_at_grant, 107);
  assert_int_equal(r.over_frame_at_grant, 7);
  assert_int_equal(r.largest_grant_in_frame, 55);
}

static void third_party_money_may_leave_too_little(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(10, 10, 80, 90, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.required_at_total, 25);
  assert_int_equal(r.largest_grant_at_total, HHP_ABSENT); /* 80 + 25 is more than 100 */
  assert_int_equal(r.largest_grant_in_frame, HHP_ABSENT);
  assert_int_equal(r.required_at_grant, 30); /* a third of 90 */
  assert_int_equal(r.total_at_grant, 120);
  assert_int_equal(r.over_frame, 10);
  assert_int_equal(r.over_frame_at_grant, 30);
  r = work_out(0, 25, 75, 74, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.largest_grant_at_total, 0); /* exactly 0 */
  assert_int_equal(r.largest_grant_in_frame, HHP_ABSENT);
}

/* With the grant as base, third-party money matters only if the total is kept: L = (T - P - L) / 4. */
static void third_party_money_on_the_grant(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(80, 10, 10, HHP_ABSENT, 2500, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_grant, 20);
  assert_int_equal(r.total_at_grant, 110);
  assert_int_equal(r.required_at_total, 18); /* 90 / 5 */
  assert_int_equal(r.largest_grant_at_total, 72);
}

/* --- Odd minimums and bases --- */

static void a_minimum_of_nothing_is_always_met(void **state) {
  (void)state;
  for (int32_t base = HHP_SHARE_BASE_TOTAL; base <= HHP_SHARE_BASE_GRANT; base++) {
    hhp_cofinancing_result r = work_out(100, 0, 5, 50, 0, base);
    assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
    assert_int_equal(r.required_at_total, 0);
    assert_int_equal(r.required_at_grant, 0);
    assert_int_equal(r.largest_grant_at_total, 100);
    assert_int_equal(r.largest_grant_in_frame, 45);
    assert_int_equal(r.share_of_total_bp, 0);
    assert_int_equal(r.over_frame, 55);
  }
}

static void a_minimum_of_everything_leaves_no_grant(void **state) {
  (void)state;
  hhp_cofinancing_result r = work_out(0, 100, 0, 100, 10000, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.required_at_grant, 0);
  assert_int_equal(r.largest_grant_at_total, 0);
  r = work_out(1, 99, 0, 100, 10000, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_total, 100);
  assert_int_equal(r.shortfall_at_total, 1);
  assert_int_equal(r.largest_grant_at_total, 0);
  assert_int_equal(r.required_at_grant, HHP_ABSENT); /* no amount makes 1 krone of grant 0 */
  assert_int_equal(r.shortfall_at_grant, HHP_ABSENT);
  assert_int_equal(r.total_at_grant, HHP_ABSENT);
  assert_int_equal(r.over_frame_at_grant, HHP_ABSENT);
  r = work_out(50, 50, 0, 100, 10000, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES); /* as much as the grant */
  assert_int_equal(r.required_at_grant, 50);
  assert_int_equal(r.required_at_total, 50);
}

/* Base 0 is not computable, and never 0 %. */
static void there_is_no_share_of_nothing(void **state) {
  (void)state;
  hhp_cofinancing_result r = of_total(0, 0, 0);
  assert_int_equal(r.verdict, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.passes_of_total, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.passes_of_grant, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.verdict_strict, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.verdict_without_in_kind, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.verdict_without_unclear, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.share_of_total_bp, HHP_ABSENT);
  assert_int_equal(r.share_of_grant_bp, HHP_ABSENT);
  assert_int_equal(r.share_of_total_strict_bp, HHP_ABSENT);
  assert_int_equal(r.total, 0);
}

static void without_a_grant_there_is_no_share_of_it(void **state) {
  (void)state;
  hhp_cofinancing_result r = of_total(0, 100, 0);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.share_of_total_bp, 10000);
  assert_int_equal(r.share_of_grant_bp, HHP_ABSENT);
  assert_int_equal(r.passes_of_grant, HHP_VERDICT_NOT_COMPUTABLE);
  assert_int_equal(r.required_at_grant, 0);
  assert_int_equal(r.total_at_grant, 0);
  r = work_out(0, 100, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.verdict, HHP_VERDICT_NOT_COMPUTABLE);
}

static void without_a_frame_nothing_is_over_it(void **state) {
  (void)state;
  hhp_cofinancing_result r = of_total(35000000, 11000000, 0);
  assert_int_equal(r.frame, HHP_ABSENT);
  assert_int_equal(r.over_frame, HHP_ABSENT);
  assert_int_equal(r.over_frame_at_grant, HHP_ABSENT);
  assert_int_equal(r.largest_grant_in_frame, HHP_ABSENT);
  r = work_out(35, 11, 0, 0, 2500, HHP_SHARE_BASE_TOTAL); /* a frame of 0 is a frame */
  assert_int_equal(r.over_frame, 46);
  assert_int_equal(r.largest_grant_in_frame, 0);
}

/* --- Comparison with the definition --- */

static int passes(wide local, wide whole, int32_t bp) {
  return local * 10000 >= whole * bp;
}

static int64_t verdict_of(wide local, wide whole, int32_t bp) {
  return whole == 0 ? HHP_VERDICT_NOT_COMPUTABLE : passes(local, whole, bp) ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS;
}

static int64_t share_of(wide part, wide whole) {
  if (whole == 0 || part * 10000 / whole > INT64_MAX)
    return HHP_ABSENT;
  return (int64_t)(part * 10000 / whole);
}

/* Whether that amount of local money is sufficient, with the total kept. */
static int does_at_total(const hhp_cofinancing_result *r, wide total, wide local) {
  wide base = r->base == HHP_SHARE_BASE_TOTAL ? total : total - r->third_party - local;
  return passes(local, base, (int32_t)r->min_share_bp);
}

/* Whether it is sufficient, with grant and third-party money kept. */
static int does_at_grant(const hhp_cofinancing_result *r, wide local) {
  wide base = r->base == HHP_SHARE_BASE_TOTAL ? (wide)r->grant + r->third_party + local : r->grant;
  return passes(local, base, (int32_t)r->min_share_bp);
}

static void assert_largest_grant(const hhp_cofinancing_result *r, wide total, int64_t largest) {
  if (largest == HHP_ABSENT) { /* not even a grant of 0 leaves enough */
    assert_true(total < r->third_party || !does_at_total(r, total, total - r->third_party));
    return;
  }
  assert_true(largest >= 0);
  assert_true(does_at_total(r, total, total - r->third_party - largest));
  wide more = total - r->third_party - largest - 1; /* local money if the grant were 1 larger */
  assert_true(more < 0 || !does_at_total(r, total, more));
}

static int64_t beyond(wide required, int64_t actual) {
  return required > actual ? (int64_t)(required - actual) : 0;
}

static void assert_limits_by_definition(const hhp_cofinancing_result *r) {
  if (r->required_at_total != HHP_ABSENT) { /* the least sufficient amount: one krone less is not */
    assert_true(does_at_total(r, r->total, r->required_at_total));
    assert_true(r->required_at_total == 0 || !does_at_total(r, r->total, (wide)r->required_at_total - 1));
    assert_int_equal(r->shortfall_at_total, beyond(r->required_at_total, r->local));
  }
  if (r->required_at_grant != HHP_ABSENT) {
    assert_true(does_at_grant(r, r->required_at_grant));
    assert_true(r->required_at_grant == 0 || !does_at_grant(r, (wide)r->required_at_grant - 1));
    assert_int_equal(r->shortfall_at_grant, beyond(r->required_at_grant, r->local));
    wide total = (wide)r->grant + r->third_party + r->required_at_grant;
    assert_int_equal(r->total_at_grant, total > INT64_MAX ? HHP_ABSENT : (int64_t)total);
  } else { /* no 63-bit amount is sufficient */
    assert_false(does_at_grant(r, INT64_MAX));
    assert_int_equal(r->total_at_grant, HHP_ABSENT);
    assert_int_equal(r->shortfall_at_grant, HHP_ABSENT);
  }
  assert_largest_grant(r, r->total, r->largest_grant_at_total);
  if (r->frame == HHP_ABSENT)
    return;
  assert_largest_grant(r, r->frame, r->largest_grant_in_frame);
  assert_int_equal(r->over_frame, beyond(r->total, r->frame));
  if (r->total_at_grant != HHP_ABSENT)
    assert_int_equal(r->over_frame_at_grant, beyond(r->total_at_grant, r->frame));
}

static void assert_by_definition(const hhp_cofinancing_result *r) {
  wide total = (wide)r->grant + r->local + r->third_party;
  assert_int_equal(r->total, (int64_t)total);
  int32_t bp = (int32_t)r->min_share_bp;
  assert_int_equal(r->passes_of_total, verdict_of(r->local, total, bp));
  assert_int_equal(r->passes_of_grant, verdict_of(r->local, r->grant, bp));
  assert_int_equal(r->verdict, r->base == HHP_SHARE_BASE_TOTAL ? r->passes_of_total : r->passes_of_grant);
  assert_int_equal(r->share_of_total_bp, share_of(r->local, total));
  assert_int_equal(r->share_of_grant_bp, share_of(r->local, r->grant));
  assert_limits_by_definition(r);
}

static void results_are_what_their_definition_says(void **state) {
  (void)state;
  NEEDS_WIDE;
  static const int32_t minimums[] = {0, 1, 2499, 2500, 2501, 3333, 5000, 9999, 10000};
  dice d = {7};
  int overflows = 0;
  for (int i = 0; i < 30000; i++) {
    int64_t grant = roll_amount(&d), local = roll_amount(&d), third = roll_below(&d, 3) == 0 ? 0 : roll_amount(&d);
    int64_t frame = roll_below(&d, 4) == 0 ? HHP_ABSENT : roll_amount(&d);
    int32_t bp = minimums[roll_below(&d, COUNT_OF(minimums))];
    int32_t base = 1 + (int32_t)roll_below(&d, 2);
    hhp_cofinancing_result r;
    hhp_status status = hhp_cofinancing(grant, local, third, frame, bp, base, &r, sizeof(r));
    if ((wide)grant + local + third > INT64_MAX) {
      assert_int_equal(status, HHP_ERR_OVERFLOW);
      overflows++;
      continue;
    }
    assert_int_equal(status, HHP_OK);
    assert_by_definition(&r);
  }
  assert_in_range(overflows, 10, 10000); /* the random amounts reach the boundary */
}

/* Amounts within a few kroner of the boundary, where a rounding error would be visible. */
static void results_are_exact_around_the_boundary(void **state) {
  (void)state;
  NEEDS_WIDE;
  dice d = {8};
  for (int i = 0; i < 5000; i++) {
    int64_t grant = roll_amount(&d) / 4;
    for (int64_t off = -2; off <= 2; off++) {
      int64_t local = grant / 3 + off;
      if (local < 0)
        continue;
      hhp_cofinancing_result r = of_total(grant, local, 0);
      assert_by_definition(&r);
      if (grant == 0)
        continue;
      assert_int_equal(r.verdict == HHP_VERDICT_PASSES,
                       (wide)local * 3 >= grant); /* 25 % of all is a third of the rest */
    }
  }
}

static void the_largest_amounts_are_exact(void **state) {
  (void)state;
  NEEDS_WIDE;
  const int64_t most = INT64_MAX;
  hhp_cofinancing_result r = work_out(most - most / 4, most / 4, 0, most, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.total, most);
  /* most = 4k + 3: local k, required (4k + 3) / 4 up = k + 1 */
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_total, most / 4 + 1);
  assert_int_equal(r.shortfall_at_total, 1);
  assert_int_equal(r.share_of_total_bp, 2499);
  assert_by_definition(&r);
  r = work_out(most - most / 4 - 1, most / 4 + 1, 0, most, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  r = work_out(most, 0, 0, 0, 2500, HHP_SHARE_BASE_TOTAL);
  assert_int_equal(r.required_at_grant, most / 3 + 1); /* most = 3m + 1 */
  assert_int_equal(r.total_at_grant, HHP_ABSENT);      /* does not fit */
  assert_by_definition(&r);
  r = work_out(most, 0, 0, HHP_ABSENT, 10000, HHP_SHARE_BASE_GRANT);
  assert_int_equal(r.required_at_grant, most);
}

static void sums_that_do_not_fit_are_refused(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  memset(&r, 0x5a, sizeof(r));
  assert_int_equal(hhp_cofinancing(INT64_MAX, 1, 0, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_OVERFLOW);
  assert_int_equal(hhp_cofinancing(1, INT64_MAX, 0, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_OVERFLOW);
  assert_int_equal(hhp_cofinancing(0, 1, INT64_MAX, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_OVERFLOW);
  assert_int_equal(hhp_cofinancing(INT64_MAX, INT64_MAX, INT64_MAX, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_OVERFLOW);
  assert_int_equal(r.verdict, INT64_C(0x5a5a5a5a5a5a5a5a)); /* untouched */
  assert_int_equal(hhp_cofinancing(INT64_MAX - 2, 1, 1, INT64_MAX, 2500, 1, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.total, INT64_MAX);
}

/* --- Arguments --- */

static void amounts_below_nothing_are_refused(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  assert_int_equal(hhp_cofinancing(-1, 0, 0, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, -1, 0, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, -1, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, 0, -1, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, 0, INT64_MIN, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, HHP_ABSENT, 0, 2500, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, 0, 0, -1, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, 0, 0, 10001, 1, &r, sizeof(r)), HHP_ERR_RANGE);
  assert_int_equal(hhp_cofinancing(0, 0, 0, HHP_ABSENT, 10000, 1, &r, sizeof(r)), HHP_OK);
}

static void invalid_bases_are_rejected(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  static const int32_t bases[] = {0, 3, -1, HHP_ABSENT};
  for (size_t i = 0; i < COUNT_OF(bases); i++)
    assert_int_equal(hhp_cofinancing(1, 1, 1, 1, 2500, bases[i], &r, sizeof(r)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_cofinancing(1, 1, 1, 1, 2500, 1, NULL, sizeof(r)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_cofinancing(NULL, NULL, &r, sizeof(r)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_cofinancing(new_plan(), NULL, NULL, sizeof(r)), HHP_ERR_ARGUMENT);
}

/* A program compiled with an older library has a smaller struct, one with a newer library a larger. */
static void structs_of_any_size_are_filled_as_far_as_they_reach(void **state) {
  (void)state;
  hhp_cofinancing_result whole = of_total(35000000, 11000000, 0);
  unsigned char buffer[sizeof(whole) + 64];
  for (size_t size = 0; size <= sizeof(buffer); size++) {
    memset(buffer, 0x5a, sizeof(buffer));
    assert_int_equal(
        hhp_cofinancing(35000000, 11000000, 0, HHP_ABSENT, 2500, 1, (hhp_cofinancing_result *)(void *)buffer, size),
        HHP_OK);
    size_t known = size < sizeof(whole) ? size : sizeof(whole);
    assert_memory_equal(buffer, &whole, known);
    for (size_t i = known; i < size; i++)
      assert_int_equal(buffer[i], 0);
    for (size_t i = size; i < sizeof(buffer); i++)
      assert_int_equal(buffer[i], 0x5a);
  }
}

/* Existing members keep their position. */
static void the_struct_only_ever_grows(void **state) {
  (void)state;
  assert_int_equal(offsetof(hhp_cofinancing_result, grant), 0);
  assert_int_equal(offsetof(hhp_cofinancing_result, verdict), 7 * 8);
  assert_int_equal(offsetof(hhp_cofinancing_result, passes_of_grant), 11 * 8);
  assert_int_equal(offsetof(hhp_cofinancing_result, largest_grant_in_frame), 20 * 8);
  assert_int_equal(offsetof(hhp_cofinancing_result, local_unclear), 22 * 8);
  assert_int_equal(offsetof(hhp_cofinancing_result, verdict_strict), 36 * 8);
  assert_true(sizeof(hhp_cofinancing_result) >= 37 * 8);
}

/* --- What is not stated --- */

/* The parameter for other money has no value for "not stated": 0 states nothing. */
static void other_money_of_0_is_not_stated(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  assert_int_equal(hhp_cofinancing(100, HHP_ABSENT, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.stated_third_party, HHP_ABSENT);
  assert_int_equal(hhp_cofinancing(100, HHP_ABSENT, 1, HHP_ABSENT, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.stated_third_party, 1);
}

/* A third of 35,000,000 is 11,666,667, and all of it is missing. */
static void nothing_stated_of_local_money_is_all_missing(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  assert_int_equal(hhp_cofinancing(35000000, HHP_ABSENT, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof(r)),
                   HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
  assert_int_equal(r.local, HHP_ABSENT);
  assert_int_equal(r.stated_local, HHP_ABSENT);
  assert_int_equal(r.required, 11666667);
  assert_int_equal(r.missing, 11666667);
  assert_int_equal(r.resulting_total, 46666667);
  assert_int_equal(r.largest_grant, 34500000);
}

/* --- The members of the result --- */

static void figures_are_the_members_in_their_order(void **state) {
  (void)state;
  static const char *const first[] = {"grant", "local",        "third_party", "total",
                                      "frame", "min_share_bp", "base",        "verdict"};
  assert_int_equal(hhp_figure_count() * sizeof(int64_t), sizeof(hhp_cofinancing_result));
  for (size_t i = 0; i < COUNT_OF(first); i++)
    assert_string_equal(hhp_figure_name(i), first[i]);
  assert_string_equal(hhp_figure_name(hhp_figure_count() - 1), "stated_third_party");
  assert_int_equal(hhp_figure_kind(0), HHP_ARGUMENT_KRONER);
  assert_int_equal(hhp_figure_kind(5), HHP_ARGUMENT_SHARE);
  assert_int_equal(hhp_figure_kind(7), HHP_ARGUMENT_NUMBER);
  assert_null(hhp_figure_enum(0));
  assert_ptr_equal(hhp_figure_enum(6), hhp_enum_find("share_base"));
  assert_ptr_equal(hhp_figure_enum(7), hhp_enum_find("verdict"));
  assert_true(hhp_figure_may_be_absent(4));
  assert_false(hhp_figure_may_be_absent(7)); /* there is always a verdict */
  assert_string_equal(hhp_figure_doc(4, HHP_LANG_DA), "Budgetrammen");
  assert_string_equal(hhp_figure_doc(4, 0), "The budget ceiling (ramme)");
  assert_null(hhp_figure_name(hhp_figure_count()));
  assert_null(hhp_figure_doc(SIZE_MAX, HHP_LANG_DA));
  assert_null(hhp_figure_enum(SIZE_MAX));
  assert_int_equal(hhp_figure_kind(SIZE_MAX) + hhp_figure_may_be_absent(SIZE_MAX), 0);
}

/* For any amounts; and shares are the members that end in _bp. */
static void only_what_may_be_absent_is(void **state) {
  (void)state;
  static const int64_t amounts[] = {HHP_ABSENT, 0, 1, 25, 75, 100, INT64_C(1000000000000), INT64_MAX / 4};
  static const int64_t frames[] = {HHP_ABSENT, 0, 100};
  static const int32_t shares[] = {0, 1, 2500, 9999, 10000};
  const size_t n = COUNT_OF(amounts);
  for (size_t i = 0; i < n * n * n * COUNT_OF(frames) * COUNT_OF(shares) * 2; i++) {
    size_t k = i / 2;
    int64_t figures[64];
    hhp_status status = hhp_cofinancing(amounts[k % n], amounts[k / n % n], amounts[k / n / n % n],
                                        frames[k / n / n / n % 3], shares[k / n / n / n / 3], 1 + (int32_t)(i % 2),
                                        (hhp_cofinancing_result *)(void *)figures, sizeof figures);
    if (status != HHP_OK)
      continue;
    for (size_t m = 0; m < hhp_figure_count(); m++) {
      if (figures[m] == HHP_ABSENT && !hhp_figure_may_be_absent(m))
        fail_msg("%s is absent", hhp_figure_name(m));
      if (hhp_figure_enum(m) != NULL && figures[m] != HHP_ABSENT)
        assert_non_null(hhp_enum_word(hhp_figure_enum(m), (int32_t)figures[m]));
    }
  }
  for (size_t m = 0; m < hhp_figure_count(); m++) {
    size_t length = strlen(hhp_figure_name(m));
    int is_share = length > 3 && strcmp(hhp_figure_name(m) + length - 3, "_bp") == 0;
    assert_int_equal(hhp_figure_kind(m) == HHP_ARGUMENT_SHARE, is_share);
  }
}
int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(vollsmose_as_published),
      TEST(bare_numbers_leave_no_doubt),
      TEST(vollsmose_on_the_grant),
      TEST(one_krone_decides),
      TEST(one_krone_decides_on_the_grant),
      TEST(what_rounds_up_to_the_minimum_fails),
      TEST(third_party_money_is_in_the_total_alone),
      TEST(third_party_money_may_leave_too_little),
      TEST(third_party_money_on_the_grant),
      TEST(a_minimum_of_nothing_is_always_met),
      TEST(a_minimum_of_everything_leaves_no_grant),
      TEST(there_is_no_share_of_nothing),
      TEST(without_a_grant_there_is_no_share_of_it),
      TEST(without_a_frame_nothing_is_over_it),
      TEST(results_are_what_their_definition_says),
      TEST(results_are_exact_around_the_boundary),
      TEST(the_largest_amounts_are_exact),
      TEST(sums_that_do_not_fit_are_refused),
      TEST(amounts_below_nothing_are_refused),
      TEST(invalid_bases_are_rejected),
      TEST(structs_of_any_size_are_filled_as_far_as_they_reach),
      TEST(the_struct_only_ever_grows),
      TEST(other_money_of_0_is_not_stated),
      TEST(nothing_stated_of_local_money_is_all_missing),
      TEST(figures_are_the_members_in_their_order),
      TEST(only_what_may_be_absent_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
