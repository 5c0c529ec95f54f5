/* HP401-HP405 and HP409: the boundary of each rule about shares, to the krone, and when it must not be reported. */
#include <string.h>

#include "unit/financed.h"

/* --- HP401: too little local money --- */

static void hp401_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_amounts(34500000, 11500000, 0), "HP401");
  assert_int_equal(count_of(check_amounts(34500001, 11499999, 0), "HP401"), 1);
  assert_int_equal(count_of(check_amounts(34500001, 11500000, 0), "HP401"), 1);
  assert_none(check_amounts(35000000, 11666667, 0), "HP401");
  assert_int_equal(count_of(check_amounts(35000000, 11666666, 0), "HP401"), 1);
  assert_int_equal(count_of(check_amounts(75004, 24996, 0), "HP401"), 1); /* 24.996 %, written 25.00 % */
}

static void hp401_is_an_error_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP401", amounts(80, 20, 0), HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR);
}

static void hp401_has_all_amounts(void **state) {
  (void)state;
  const hhp_finding *f = only(check_amounts(35000000, 11000000, 0), "HP401");
  assert_int_equal(hhp_finding_number(f, "required"), 11500000);
  assert_int_equal(hhp_finding_number(f, "actual"), 11000000);
  assert_int_equal(hhp_finding_number(f, "short_by"), 500000);
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 34500000);
  assert_int_equal(hhp_finding_number(f, "required_at_grant"), 11666667);
  assert_int_equal(hhp_finding_number(f, "short_by_at_grant"), 666667);
  assert_int_equal(hhp_finding_number(f, "total_at_grant"), 46666667);
  assert_int_equal(hhp_finding_number(f, "grant"), 35000000);
  assert_int_equal(hhp_finding_number(f, "third_party"), 0);
  assert_int_equal(hhp_finding_number(f, "total"), 46000000);
  assert_int_equal(hhp_finding_number(f, "share_of_total_bp"), 2391);
  assert_int_equal(hhp_finding_number(f, "share_of_grant_bp"), 3142);
  assert_int_equal(hhp_finding_number(f, "min_share_bp"), 2500);
  assert_string_equal(text_argument(f, "base"), "total");
  assert_int_equal(argument_kind(f, "short_by"), HHP_ARGUMENT_KRONER);
  assert_int_equal(argument_kind(f, "share_of_total_bp"), HHP_ARGUMENT_SHARE);
}

static void hp401_points_at_the_contributions_and_relates_the_amounts(void **state) {
  (void)state;
  const char *json = financed("'grant': {'applied': 90, 'awarded': 80},\n 'contributions': [{'parties': ['kommune'], "
                              "'amount': 10}, {'parties': "
                              "['fond'], 'amount': 5}]");
  const hhp_finding *f = only(check_text(json), "HP401");
  assert_is_at(f, json, "/financing/contributions", "[{'parties': ['kommune']", "'amount': 5}]");
  assert_int_equal(hhp_finding_line(f), 2);
  assert_int_equal(hhp_finding_column(f), 19);
  assert_string_equal(hhp_finding_entity(f), "p");
  static const char *const related[] = {"/financing/grant/awarded", "/financing/contributions/0/amount",
                                        "/financing/contributions/1/amount"};
  assert_related(f, related, 3);
}

static void hp401_relates_what_is_applied_for_where_nothing_is_awarded(void **state) {
  (void)state;
  const hhp_finding *f = only(
      check_financing("'grant': {'applied': 90}, 'contributions': [{'parties': ['kommune'], 'amount': 10}]"), "HP401");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/financing/grant/applied");
  assert_int_equal(hhp_finding_number(f, "grant"), 90);
}

/* Money that is not all stated has no share (HP416). */
static void hp401_without_all_amounts(void **state) {
  (void)state;
  assert_string_equal(money_rules(check_financing("'grant': {'awarded': 75}")), "HP416");
  assert_none(check_financing("'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 1}, "
                              "{'parties': ['bolig']}]"),
              "HP401");
  assert_int_equal(count_of(check_financing("'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], "
                                            "'amount': 0}]"),
                            "HP401"),
                   1); /* a stated 0 is stated */
}

static void hp401_needs_a_grant(void **state) {
  (void)state;
  assert_none(check_financing("'contributions': [{'parties': ['politi'], 'amount': 100}]"), "HP401");
  assert_none(check_financing("'grant': {'disbursed': 100}, 'contributions': [{'parties': ['kommune'], 'amount': 1}]"),
              "HP401");
  assert_none(check_financing("'grant': {'awarded': 0}"), "HP401"); /* no money at all */
  assert_none(check_financing("'frame': 100, 'total': 100"), "HP401");
}

/* A grant of 0 is stated: a quarter of what others contribute must be local. */
static void hp401_of_a_plan_without_money_from_the_fund(void **state) {
  (void)state;
  assert_none(check_amounts(0, 100, 0), "HP401");
  assert_none(check_amounts(0, 25, 75), "HP401");
  const hhp_finding *f = only(check_amounts(0, 24, 75), "HP401"); /* 99 / 4 = 24.75 */
  assert_int_equal(hhp_finding_number(f, "required"), 25);
  assert_int_equal(hhp_finding_number(f, "required_at_grant"), 25); /* 75 / 3 */
  assert_int_equal(hhp_finding_number(f, "share_of_grant_bp"), HHP_ABSENT);
  assert_null(strstr(hhp_finding_message(f, HHP_LANG_DA), "af tilskuddet")); /* no share of nothing */
  assert_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "of the grant"));
}

/* The broad reading: unclear money and contributions in kind count. */
static void hp401_counts_unclear_and_in_kind(void **state) {
  (void)state;
  assert_none(check_financing("'grant': {'awarded': 75}, 'contributions': [{'parties': ['fond'], 'amount': 25}]"),
              "HP401");
  assert_none(check_financing("'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25, "
                              "'kind': 'in_kind_premises'}]"),
              "HP401");
  assert_int_equal(
      count_of(check_financing("'grant': {'awarded': 75}, 'contributions': [{'parties': ['politi'], 'amount': 25}]"),
               "HP401"),
      1);
}

static void hp401_where_third_parties_leave_too_little(void **state) {
  (void)state;
  const hhp_finding *f = only(check_amounts(10, 10, 80), "HP401"); /* 25 local and 80 of others are more than 100 */
  assert_int_equal(hhp_finding_number(f, "largest_grant"), HHP_ABSENT);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "Local co-financing is DKK 10, which is 10.00 % of the total of DKK 100 (100.00 % of the grant); "
                      "at least 25 % of the total "
                      "is required. It is short by DKK 20 at the same grant; at the same total the requirement cannot "
                      "be met, since DKK 80 from other "
                      "parties does not count as local.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Raise local co-financing to DKK 30, so that the total becomes DKK 120.");
}

/* A missing share must not be written as a dash. */
static void hp401_without_grant_where_third_parties_leave_too_little(void **state) {
  (void)state;
  const hhp_finding *f = only(check_amounts(0, 10, 90), "HP401");
  assert_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "(-"));
  assert_null(strstr(hhp_finding_message(f, HHP_LANG_DA), "(-"));
}

static void hp401_on_the_grant(void **state) {
  (void)state;
  assert_none(check_with(OF_GRANT, amounts(80, 20, 0)), "HP401");
  const hhp_finding *f = only(check_with(OF_GRANT, amounts(81, 20, 0)), "HP401"); /* 81 / 4 = 20.25 */
  assert_int_equal(hhp_finding_number(f, "required_at_grant"), 21);
  assert_int_equal(hhp_finding_number(f, "required"), 21); /* (101 - L) / 4 <= L: L >= 101 / 5 = 20.2 */
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 80);
  assert_string_equal(text_argument(f, "base"), "grant");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA), "kravet er mindst 25 % af tilskuddet."));
}

static void hp401_where_all_has_to_be_local(void **state) {
  (void)state;
  const hhp_finding *f = only(check_with(OF_ALL, amounts(1, 99, 0)), "HP401");
  assert_int_equal(hhp_finding_number(f, "required"), 100);
  assert_int_equal(hhp_finding_number(f, "required_at_grant"), HHP_ABSENT);
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Raise local co-financing to DKK 100, and lower the other amounts accordingly.");
}

/* As `cofinancing` says of the same amounts: with 45 in total and 5 from others, neither way leads to 100 %. */
static void hp401_where_all_has_to_be_local_beside_others(void **state) {
  (void)state;
  const hhp_finding *f = only(check_with(OF_ALL, amounts(30, 10, 5)), "HP401");
  assert_int_equal(hhp_finding_number(f, "largest_grant"), HHP_ABSENT);
  assert_int_equal(hhp_finding_number(f, "required_at_grant"), HHP_ABSENT);
  assert_non_null(
      strstr(hhp_finding_message(f, HHP_LANG_EN),
             "The requirement cannot be met, neither at the same total nor at the same grant, since DKK 5 from"));
  assert_non_null(
      strstr(hhp_finding_message(f, HHP_LANG_DA),
             "Kravet kan ikke opfyldes, hverken ved uændret samlet budget eller ved uændret tilskud, fordi"));
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Replace the other amounts by local contributions.");
}

static void hp401_without_a_minimum(void **state) {
  (void)state;
  assert_string_equal(money_rules(check_with(OF_NOTHING, amounts(100, 0, 0))), "");
}

/* Following either remedy corrects the plan. */
static void hp401_is_corrected_by_its_remedies(void **state) {
  (void)state;
  dice d = {9};
  int corrected = 0;
  for (int i = 0; i < 300; i++) {
    int64_t grant = (int64_t)roll_below(&d, 1000000), local = (int64_t)roll_below(&d, 300000),
            third = (int64_t)roll_below(&d, 200000);
    hhp_report *report = check_amounts(grant, local, third);
    if (count_of(report, "HP401") == 0)
      continue;
    const hhp_finding *f = only(report, "HP401");
    int64_t required = hhp_finding_number(f, "required"), largest = hhp_finding_number(f, "largest_grant");
    if (largest != HHP_ABSENT) {
      assert_none(check_amounts(largest, required, third), "HP401");
      assert_int_equal(largest + required + third, grant + local + third); /* at the same total */
      assert_int_equal(count_of(check_amounts(largest + 1, required - 1, third), "HP401"), 1);
    }
    int64_t more = hhp_finding_number(f, "required_at_grant");
    assert_none(check_amounts(grant, more, third), "HP401");
    assert_int_equal(count_of(check_amounts(grant, more - 1, third), "HP401"), 1);
    assert_int_equal(hhp_finding_number(f, "total_at_grant"), grant + more + third);
    assert_int_equal(hhp_finding_number(f, "short_by"), required - local);
    assert_int_equal(hhp_finding_number(f, "short_by_at_grant"), more - local);
    corrected++;
  }
  assert_true(corrected > 50);
}

/* --- HP402: grant too large --- */

static void hp402_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_amounts(75, 15, 10), "HP402");
  const hhp_finding *f = only(check_amounts(76, 14, 10), "HP402");
  assert_int_equal(hhp_finding_number(f, "required"), 75);
  assert_int_equal(hhp_finding_number(f, "actual"), 76);
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  assert_int_equal(hhp_finding_number(f, "total"), 100);
  assert_int_equal(hhp_finding_number(f, "share_bp"), 7600);
  assert_int_equal(hhp_finding_number(f, "max_share_bp"), 7500);
  assert_int_equal(count_of(check_amounts(75, 14, 10), "HP402"), 1);      /* of 99: 75.76 % */
  assert_int_equal(count_of(check_amounts(75003, 24990, 7), "HP402"), 1); /* 75.003 % */
}

/* 249,999 of 1,000,000 is 24.9999 %, and 75.0001 % is left: neither is written as the limit that it is compared
 * with. */
static void shares_are_not_rounded_to_the_limit(void **state) {
  (void)state;
  const hhp_finding *f = only(check_amounts(750001, 249999, 0), "HP401");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "which is 24.99 % of the total of DKK 1,000,000"));
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA), "dvs. 24,99 % af det samlede budget"));
  assert_int_equal(hhp_finding_number(f, "share_of_total_bp"), 2499);
  f = only(check_amounts(750001, 249998, 1), "HP402");
  assert_non_null(
      strstr(hhp_finding_message(f, HHP_LANG_EN), "is 75.01 % of the total of DKK 1,000,000; it may be at most"));
  assert_int_equal(hhp_finding_number(f, "share_bp"), 7500);
  f = only(check_amounts(77, 23, 0), "HP401");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "which is 23.00 % of the total"));
}

/* The smallest total of which there is a share. */
static void shares_of_one_krone(void **state) {
  (void)state;
  const hhp_finding *f = only(check_amounts(1, 0, 0), "HP401");
  assert_int_equal(hhp_finding_number(f, "share_of_total_bp"), 0);
  assert_int_equal(hhp_finding_number(f, "share_of_grant_bp"), 0);
}

static void hp402_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP402", amounts(80, 10, 10), HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING);
}

static void hp402_points_at_the_grant_that_counts(void **state) {
  (void)state;
  const char *json = financed(
      "'grant': {'applied': 90, 'awarded': 80}, 'contributions': [{'parties': ['kommune', 'politi'], 'amount': 20}]");
  assert_is_at(only(check_text(json), "HP402"), json, "/financing/grant/awarded", "80", "80");
  json = financed("'grant': {'applied': 90}, 'contributions': [{'parties': ['politi'], 'amount': 20}]");
  assert_is_at(only(check_text(json), "HP402"), json, "/financing/grant/applied", "90", "90");
}

/* With only grant and local money it would duplicate HP401. */
static void hp402_is_silent_without_money_of_others(void **state) {
  (void)state;
  assert_string_equal(money_rules(check_amounts(90, 10, 0)), "HP401");
  assert_string_equal(money_rules(check_amounts(90, 9, 1)), "HP401 HP402");
}

/* A maximum follows from the minimum only if the total is the base. */
static void hp402_is_silent_on_the_grant(void **state) {
  (void)state;
  assert_none(check_with(OF_GRANT, amounts(90, 5, 5)), "HP402");
}

static void hp402_is_corrected_by_its_remedies(void **state) {
  (void)state;
  dice d = {10};
  int corrected = 0;
  for (int i = 0; i < 300; i++) {
    int64_t grant = (int64_t)roll_below(&d, 1000000), local = (int64_t)roll_below(&d, 100000),
            third = 1 + (int64_t)roll_below(&d, 100000);
    hhp_report *report = check_amounts(grant, local, third);
    if (count_of(report, "HP402") == 0)
      continue;
    const hhp_finding *f = only(report, "HP402");
    int64_t largest = hhp_finding_number(f, "largest_grant"), excess = hhp_finding_number(f, "excess");
    assert_none(check_amounts(largest, local, third), "HP402"); /* with the other amounts unchanged */
    assert_int_equal(count_of(check_amounts(largest + 1, local, third), "HP402"), 1);
    assert_none(check_amounts(grant - excess, local + excess, third), "HP402"); /* or raised by as much */
    assert_int_equal(count_of(check_amounts(grant - excess + 1, local + excess - 1, third), "HP402"), 1);
    corrected++;
  }
  assert_true(corrected > 50);
}

/* --- HP403: sufficient on the other base --- */

static void hp403_needs_both_verdicts(void **state) {
  (void)state;
  assert_none(check_amounts(75, 25, 0), "HP403");                   /* passes on its own base */
  assert_int_equal(count_of(check_amounts(80, 20, 0), "HP403"), 1); /* 20 of 80 is 25 % of the grant */
  assert_none(check_amounts(81, 20, 0), "HP403");                   /* 20 of 81 is not */
  assert_none(check_amounts(0, 10, 90), "HP403");                   /* of no grant there is no share */
  assert_none(check_financing("'grant': {'disbursed': 1}"), "HP403");
}

static void hp403_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP403", amounts(80, 20, 0), HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING);
}

static void hp403_has_the_share_and_the_requirement(void **state) {
  (void)state;
  const char *json = financed(amounts(35000000, 11000000, 0));
  const hhp_finding *f = only(check_text(json), "HP403");
  assert_is_at(f, json, "/financing/contributions", "[{", "}]");
  assert_int_equal(hhp_finding_number(f, "share_bp"), 3142);
  assert_int_equal(hhp_finding_number(f, "min_share_bp"), 2500);
  assert_int_equal(hhp_finding_number(f, "required"), 11500000);
  assert_int_equal(hhp_finding_number(f, "actual"), 11000000);
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "31.43 % of the grant would meet the requirement of 25 %, but the share has to be calculated from the total.");
}

/* With the grant as base, the total could be the easier one only without other money: it never is. */
static void hp403_on_the_grant(void **state) {
  (void)state;
  for (int64_t local = 0; local <= 40; local++)
    assert_none(check_with(OF_GRANT, amounts(100, local, 0)), "HP403");
}

/* --- HP404: above the ceiling --- */

static void hp404_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'frame': 100, %s", amounts(75, 25, 0))), "HP404");
  const hhp_finding *f = only(check_financing(text_of("'frame': 99, %s", amounts(75, 25, 0))), "HP404");
  assert_int_equal(hhp_finding_number(f, "actual"), 100);
  assert_int_equal(hhp_finding_number(f, "frame"), 99);
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  assert_none(check_amounts(75, 25, 0), "HP404"); /* no frame */
  assert_int_equal(count_of(check_financing(text_of("'frame': 0, %s", amounts(75, 25, 0))), "HP404"), 1);
}

static void hp404_counts_the_money_of_others(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'frame': 100, %s", amounts(60, 25, 15))), "HP404");
  assert_int_equal(
      hhp_finding_number(only(check_financing(text_of("'frame': 100, %s", amounts(60, 25, 16))), "HP404"), "excess"),
      1);
}

static void hp404_is_an_error_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP404", text_of("'frame': 99, %s", amounts(75, 25, 0)), HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR,
                    HHP_SEVERITY_ERROR);
}

static void hp404_points_at_the_frame_and_relates_the_amounts(void **state) {
  (void)state;
  const char *json = financed(text_of("'frame': 99, %s", amounts(75, 25, 0)));
  const hhp_finding *f = only(check_text(json), "HP404");
  assert_is_at(f, json, "/financing/frame", "99", "99");
  static const char *const related[] = {"/financing/grant/awarded", "/financing/contributions/0/amount"};
  assert_related(f, related, 2);
}

/* Without amounts, the stated total is the total. */
static void hp404_of_a_stated_total(void **state) {
  (void)state;
  assert_none(check_financing("'frame': 100, 'total': 100"), "HP404");
  assert_int_equal(hhp_finding_number(only(check_financing("'frame': 100, 'total': 101"), "HP404"), "excess"), 1);
  /* of what is stated, when that is all of it already */
  const hhp_finding *f = only(check_financing("'frame': 100, 'total': 101, 'grant': {'awarded': 101}"), "HP404");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The amounts that are stated add up to DKK 101 already, which is DKK 1 over the budget ceiling "
                      "(ramme) of DKK 100.");
  assert_none(check_financing("'frame': 100"), "HP404");
}

/* Contributions alone are not the total: if the grant is not stated, the stated total may still exceed the ceiling. */
static void hp404_of_a_stated_total_beside_contributions_alone(void **state) {
  (void)state;
  hhp_report *report =
      check_financing("'frame': 100, 'total': 101, 'contributions': [{'parties': ['kommune'], 'amount': 30}]");
  assert_int_equal(hhp_finding_number(only(report, "HP404"), "excess"), 1);
  report = check_financing("'frame': 100, 'contributions': [{'parties': ['kommune'], 'amount': 101}]");
  assert_int_equal(hhp_finding_number(only(report, "HP404"), "excess"), 1);
}

/* One contribution makes the money complete: then the sum counts, not a stated total above it. */
static void hp404_of_one_contribution_and_a_larger_stated_total(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'frame': 100, 'total': 120, %s", amounts(75, 25, 0))), "HP404");
  assert_none(check_financing("'frame': 100, 'total': 120, 'grant': {'awarded': 75}, 'contributions': [{'parties': "
                              "['kommune'], 'amount': 25}]"),
              "HP404");
  hhp_report *report = check_financing("'frame': 100, 'total': 120, 'grant': {'awarded': 75}, 'contributions': "
                                       "[{'parties': ['kommune'], 'amount': 25}, {'parties': ['bolig']}]");
  assert_int_equal(hhp_finding_number(only(report, "HP404"), "actual"), 120);
}

/* While the money is open, the sum of what is stated is no total, and lowering one amount does not lower a stated
 * total. */
/* A stated total stays when an amount falls, which leads to HP407. */
static void hp402_and_hp404_lower_a_stated_total_too(void **state) {
  (void)state;
  static const char money[] = "'frame': 99, 'total': %d, 'grant': {'awarded': %d}, 'contributions': [{'parties': "
                              "['kommune'], 'amount': 25}]";
  const hhp_finding *f = only(check_financing(text_of(money, 100, 75)), "HP404");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Lower the amounts, and “total” if it is stated, by DKK 1, or have the ceiling raised.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Sænk beløbene, og »total«, hvis det er oplyst, med 1 kr., eller få rammen hævet.");
  assert_string_equal(money_rules(check_financing(text_of(money, 99, 74))), "");
  assert_int_equal(count_of(check_financing(text_of(money, 100, 74)), "HP407"), 1);
  static const char others[] = "'total': %d, 'grant': {'awarded': %d}, 'contributions': [{'parties': ['kommune'], "
                               "'amount': 20}, {'parties': ['politi'], 'amount': 4}]";
  f = only(check_financing(text_of(others, 100, 76)), "HP402");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_EN),
      "Lower the grant to at most DKK 72 while the other amounts stay, and “total” accordingly if it is "
      "stated; or lower it by DKK 1 and raise the other contributions by as much.");
  assert_none(check_financing(text_of(others, 96, 72)), "HP402");
  assert_none(check_financing(text_of(others, 96, 72)), "HP407");
}

static void hp404_names_what_exceeds_the_ceiling_of_open_money(void **state) {
  (void)state;
  const hhp_finding *f = only(check_financing("'frame': 100, 'total': 120, 'grant': {'awarded': 75}"), "HP404");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The stated total of DKK 120 exceeds the budget ceiling (ramme) of DKK 100 by DKK 20.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Lower “total” to at most DKK 100, and the amounts accordingly, or have the ceiling raised.");
  f = only(check_financing("'frame': 100, 'grant': {'awarded': 115}, 'contributions': [{'parties': ['kommune']}]"),
           "HP404");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The amounts that are stated add up to DKK 115 already, which is DKK 15 over the budget ceiling "
                      "(ramme) of DKK 100.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Lower the amounts by at least DKK 15, or have the ceiling raised.");
  f = only(check_financing(text_of("'frame': 99, 'total': 98, %s", amounts(75, 25, 0))), "HP404");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The total of DKK 100 exceeds the budget ceiling (ramme) of DKK 99 by DKK 1.");
}

/* --- HP405: share, grant and ceiling cannot all be met --- */

static void hp405_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'frame': 46666667, %s", amounts(35000000, 11000000, 0))), "HP405");
  const hhp_finding *f =
      only(check_financing(text_of("'frame': 46666666, %s", amounts(35000000, 11000000, 0))), "HP405");
  assert_int_equal(hhp_finding_number(f, "grant"), 35000000);
  assert_int_equal(hhp_finding_number(f, "frame"), 46666666);
  assert_int_equal(hhp_finding_number(f, "total_at_grant"), 46666667);
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 34999999); /* 46,666,666 less 11,666,667 */
  assert_int_equal(hhp_finding_number(f, "min_share_bp"), 2500);
  assert_none(check_amounts(35000000, 11000000, 0), "HP405"); /* no frame */
}

static void hp405_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP405", text_of("'frame': 99, %s", amounts(75, 25, 0)), HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING,
                    HHP_SEVERITY_WARNING);
}

static void hp405_points_at_the_frame_and_relates_the_grant(void **state) {
  (void)state;
  const char *json = financed(text_of("'frame': 99, %s", amounts(75, 20, 0)));
  const hhp_finding *f = only(check_text(json), "HP405");
  assert_is_at(f, json, "/financing/frame", "99", "99");
  static const char *const related[] = {"/financing/grant/awarded"};
  assert_related(f, related, 1);
}

/* Third-party money is kept: 60 + 15 need 25 local, 100 in total. */
static void hp405_keeps_the_money_of_others(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'frame': 100, %s", amounts(60, 20, 15))), "HP405");
  const hhp_finding *f = only(check_financing(text_of("'frame': 99, %s", amounts(60, 20, 15))), "HP405");
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 59); /* 99 - 15 - 25 */
  f = only(check_financing(text_of("'frame': 99, %s", amounts(74, 20, 1))), "HP405");
  assert_int_equal(hhp_finding_number(f, "third_party"), 1);
  f = only(check_financing(text_of("'frame': 99, %s", amounts(1, 20, 80))), "HP405");
  assert_int_equal(hhp_finding_number(f, "largest_grant"), HHP_ABSENT);
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Have the ceiling raised to at least DKK 108."); /* 81 + 27 */
}

static void hp405_is_corrected_by_its_remedies(void **state) {
  (void)state;
  dice d = {11};
  int corrected = 0;
  for (int i = 0; i < 300; i++) {
    int64_t grant = (int64_t)roll_below(&d, 1000), third = (int64_t)roll_below(&d, 200),
            frame = (int64_t)roll_below(&d, 1200);
    hhp_report *report = check_financing(text_of("'frame': %d, %s", (int)frame, amounts(grant, 100, third)));
    if (count_of(report, "HP405") == 0)
      continue;
    const hhp_finding *f = only(report, "HP405");
    int64_t largest = hhp_finding_number(f, "largest_grant"), raised = hhp_finding_number(f, "total_at_grant");
    assert_none(check_financing(text_of("'frame': %d, %s", (int)raised, amounts(grant, 100, third))), "HP405");
    assert_int_equal(
        count_of(check_financing(text_of("'frame': %d, %s", (int)raised - 1, amounts(grant, 100, third))), "HP405"), 1);
    if (largest == HHP_ABSENT)
      continue;
    assert_none(check_financing(text_of("'frame': %d, %s", (int)frame, amounts(largest, 100, third))), "HP405");
    assert_int_equal(
        count_of(check_financing(text_of("'frame': %d, %s", (int)frame, amounts(largest + 1, 100, third))), "HP405"),
        1);
    corrected++;
  }
  assert_true(corrected > 50);
}

/* --- HP409: only with unclear contributions or contributions in kind --- */

static const char *uncertain(int64_t grant, int64_t cash, int64_t unclear, int64_t in_kind) {
  return text_of("'grant': {'awarded': %d}, 'contributions': [{'parties': ['kommune'], 'amount': %d}, {'parties': "
                 "['fond'], 'amount': %d}, "
                 "{'parties': ['bolig'], 'kind': 'in_kind_premises', 'amount': %d}]",
                 (int)grant, (int)cash, (int)unclear, (int)in_kind);
}

static void hp409_decides_by_one_krone(void **state) {
  (void)state;
  assert_string_equal(money_rules(check_financing(uncertain(70, 25, 3, 2))), "");
  const hhp_finding *f = only(check_financing(uncertain(70, 24, 4, 2)), "HP409");
  assert_int_equal(hhp_finding_number(f, "required"), 25);
  assert_int_equal(hhp_finding_number(f, "actual"), 24);
  assert_int_equal(hhp_finding_number(f, "short_by"), 1);
  assert_int_equal(hhp_finding_number(f, "uncertain"), 6);
  assert_int_equal(hhp_finding_number(f, "unclear"), 4);
  assert_int_equal(hhp_finding_number(f, "in_kind"), 2);
  assert_int_equal(hhp_finding_number(f, "share_of_total_strict_bp"), 2400);
  assert_int_equal(hhp_finding_number(f, "min_share_bp"), 2500);
}

/* If even the broad reading fails, HP401 is sufficient. */
static void hp409_is_silent_where_hp401_fires(void **state) {
  (void)state;
  assert_string_equal(money_rules(check_financing(uncertain(80, 10, 5, 4))), "HP401");
  assert_none(check_financing("'contributions': [{'parties': ['fond'], 'amount': 5}]"), "HP409");
}

static void hp409_either_doubt_is_enough(void **state) {
  (void)state;
  assert_int_equal(count_of(check_financing(uncertain(75, 0, 25, 0)), "HP409"), 1);
  assert_int_equal(count_of(check_financing(uncertain(75, 0, 0, 25)), "HP409"), 1);
  assert_int_equal(
      count_of(
          check_financing(
              "'grant': {'awarded': 75}, 'contributions': [{'parties': ['politi'], 'amount': 25, 'counts_as_local': "
              "'unclear'}]"),
          "HP409"),
      1);
  assert_none(
      check_financing(
          "'grant': {'awarded': 75}, 'contributions': [{'parties': ['fond'], 'amount': 25, 'counts_as_local': 'yes'}]"),
      "HP409");
}

static void hp409_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP409", uncertain(75, 0, 25, 0), HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING);
}

static void hp409_relates_the_uncertain_amounts_alone(void **state) {
  (void)state;
  const char *json = financed("'grant': {'awarded': 70}, 'contributions': [{'parties': ['kommune'], 'amount': 20}, "
                              "{'parties': ['fond'], 'amount': 5}, "
                              "{'parties': ['politi'], 'kind': 'in_kind_hours', 'amount': 1}, {'parties': ['bolig'], "
                              "'kind': 'in_kind_other', 'amount': 4}]");
  const hhp_finding *f = only(check_text(json), "HP409");
  assert_is_at(f, json, "/financing/contributions", "[{", "}]");
  static const char *const related[] = {"/financing/contributions/1/amount", "/financing/contributions/3/amount"};
  assert_related(f, related, 2);
}

static void hp409_on_the_grant(void **state) {
  (void)state;
  const hhp_finding *f = only(check_with(OF_GRANT, uncertain(80, 19, 1, 0)), "HP409");
  assert_int_equal(hhp_finding_number(f, "actual"), 19);
  assert_int_equal(hhp_finding_number(f, "short_by"), 1);
  assert_none(check_with(OF_GRANT, uncertain(80, 20, 1, 0)), "HP409");
}

/* Cash instead of uncertain contributions, or additional cash: both resolve it, and one krone less does not. */
static void hp409_is_corrected_by_its_remedies(void **state) {
  (void)state;
  dice d = {12};
  int corrected = 0;
  for (int i = 0; i < 400; i++) {
    int64_t grant = (int64_t)roll_below(&d, 1000), cash = (int64_t)roll_below(&d, 300),
            unclear = (int64_t)roll_below(&d, 400);
    hhp_report *report = check_financing(uncertain(grant, cash, unclear, 0));
    if (count_of(report, "HP409") == 0)
      continue;
    const hhp_finding *f = only(report, "HP409");
    int64_t short_by = hhp_finding_number(f, "short_by"), more = hhp_finding_number(f, "required_at_grant");
    assert_true(short_by > 0 && short_by <= unclear);
    assert_none(check_financing(uncertain(grant, cash + short_by, unclear - short_by, 0)), "HP409");
    assert_int_equal(
        count_of(check_financing(uncertain(grant, cash + short_by - 1, unclear - short_by + 1, 0)), "HP409"), 1);
    assert_none(check_financing(uncertain(grant, more, unclear, 0)), "HP409");
    assert_int_equal(count_of(check_financing(uncertain(grant, more - 1, unclear, 0)), "HP409"), 1);
    corrected++;
  }
  assert_true(corrected > 40);
}

/* A third of 33 and 3 of unclear status is 12 in cash, 48 in all; 25 % of a grant of 32 is 8, beside 3 that makes
 * 43. */
static void hp409_names_no_remedy_that_exceeds_the_frame(void **state) {
  (void)state;
  static const struct {
    const char *scheme;
    int64_t grant, cash, total;
  } cases[] = {{NULL, 33, 8, 48}, {OF_GRANT, 32, 5, 43}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    for (int is_over = 0; is_over < 2; is_over++) {
      const char *money = uncertain(cases[i].grant, cases[i].cash, 3, 0);
      money = text_of("%s, 'frame': %d", money, (int)cases[i].total - is_over);
      const hhp_finding *f =
          only(cases[i].scheme == NULL ? check_financing(money) : check_with(cases[i].scheme, money), "HP409");
      assert_int_equal(hhp_finding_number(f, "total_at_grant"), cases[i].total);
      const char *remedy = hhp_finding_remedy(f, HHP_LANG_EN);
      int names_more = strstr(remedy, "while all other amounts stay, so that the total becomes") != NULL;
      assert_int_equal(names_more, !is_over);
      assert_non_null(strstr(remedy, "or replace DKK 3 of them with local co-financing in cash"));
      assert_int_equal(strstr(hhp_finding_remedy(f, HHP_LANG_DA), "uændrede") != NULL, !is_over);
    }
  }
}

/* The grant stays beside what is replaced, so the shortfall at the same total would not suffice: there the grant is
 * lowered. */
static void hp409_on_the_grant_is_corrected_by_its_remedies(void **state) {
  (void)state;
  const hhp_finding *f = only(check_with(OF_GRANT, uncertain(120, 0, 30, 0)), "HP409");
  assert_int_equal(hhp_finding_number(f, "short_by_at_grant"), 30);
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_EN),
      "Ask the fund whether those contributions count; or replace DKK 30 of them with local co-financing "
      "in cash; or raise local co-financing in cash to DKK 30 while all other amounts stay, so that the total becomes "
      "DKK 180.");
  assert_int_equal(count_of(check_with(OF_GRANT, uncertain(120, 29, 1, 0)), "HP409"), 1);
  assert_none(check_with(OF_GRANT, uncertain(120, 30, 0, 0)), "HP409");
  assert_none(check_with(OF_GRANT, uncertain(120, 30, 30, 0)), "HP409");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp401_decides_by_one_krone),
      TEST(hp401_is_an_error_at_every_stage),
      TEST(hp401_has_all_amounts),
      TEST(hp401_points_at_the_contributions_and_relates_the_amounts),
      TEST(hp401_relates_what_is_applied_for_where_nothing_is_awarded),
      TEST(hp401_without_all_amounts),
      TEST(hp401_needs_a_grant),
      TEST(hp401_of_a_plan_without_money_from_the_fund),
      TEST(hp401_counts_unclear_and_in_kind),
      TEST(hp401_where_third_parties_leave_too_little),
      TEST(hp401_without_grant_where_third_parties_leave_too_little),
      TEST(hp401_on_the_grant),
      TEST(hp401_where_all_has_to_be_local),
      TEST(hp401_where_all_has_to_be_local_beside_others),
      TEST(hp401_without_a_minimum),
      TEST(hp401_is_corrected_by_its_remedies),
      TEST(hp402_decides_by_one_krone),
      TEST(shares_are_not_rounded_to_the_limit),
      TEST(shares_of_one_krone),
      TEST(hp402_is_a_warning_at_every_stage),
      TEST(hp402_points_at_the_grant_that_counts),
      TEST(hp402_is_silent_without_money_of_others),
      TEST(hp402_is_silent_on_the_grant),
      TEST(hp402_is_corrected_by_its_remedies),
      TEST(hp403_needs_both_verdicts),
      TEST(hp403_is_a_warning_at_every_stage),
      TEST(hp403_has_the_share_and_the_requirement),
      TEST(hp403_on_the_grant),
      TEST(hp404_decides_by_one_krone),
      TEST(hp404_counts_the_money_of_others),
      TEST(hp404_is_an_error_at_every_stage),
      TEST(hp404_points_at_the_frame_and_relates_the_amounts),
      TEST(hp404_of_a_stated_total),
      TEST(hp404_of_a_stated_total_beside_contributions_alone),
      TEST(hp404_of_one_contribution_and_a_larger_stated_total),
      TEST(hp404_names_what_exceeds_the_ceiling_of_open_money),
      TEST(hp402_and_hp404_lower_a_stated_total_too),
      TEST(hp405_decides_by_one_krone),
      TEST(hp405_is_a_warning_at_every_stage),
      TEST(hp405_points_at_the_frame_and_relates_the_grant),
      TEST(hp405_keeps_the_money_of_others),
      TEST(hp405_is_corrected_by_its_remedies),
      TEST(hp409_decides_by_one_krone),
      TEST(hp409_is_silent_where_hp401_fires),
      TEST(hp409_either_doubt_is_enough),
      TEST(hp409_is_a_warning_at_every_stage),
      TEST(hp409_relates_the_uncertain_amounts_alone),
      TEST(hp409_on_the_grant),
      TEST(hp409_is_corrected_by_its_remedies),
      TEST(hp409_names_no_remedy_that_exceeds_the_frame),
      TEST(hp409_on_the_grant_is_corrected_by_its_remedies),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
