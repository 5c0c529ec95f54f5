/* HP401-HP415: the boundary of each financing rule, to the krone, and when it must not be reported. */
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

#define PARTIES                                                                                                        \
  "'parties': [{'id': 'kommune', 'name': 'Kommune', 'kind': 'municipality'}, {'id': 'bolig', 'name': 'Bolig', "        \
  "'kind': "                                                                                                           \
  "'housing_organisation'}, {'id': 'fond', 'name': 'Fond', 'kind': 'foundation'}, {'id': 'politi', 'name': 'Politi', " \
  "'kind': "                                                                                                           \
  "'police'}, {'id': 'lbf', 'name': 'LBF', 'kind': 'fund'}]"

/* A plan with that financing. In single quotes. */
static const char *financed(const char *financing) {
  return plan_text(PARTIES ", 'financing': {%s}", financing);
}

static hhp_report *check_financing(const char *financing) {
  return check_text(financed(financing));
}

/* Grant, certain local money in cash, and third-party money, which is left out if 0. */
static const char *amounts(int64_t grant, int64_t local, int64_t third_party) {
  const char *other =
      third_party == 0 ? "" : text_of(", {'parties': ['politi'], 'amount': %lld}", (long long)third_party);
  return text_of("'grant': {'awarded': %lld}, 'contributions': [{'parties': ['kommune'], 'amount': %lld}%s]",
                 (long long)grant, (long long)local, other);
}

static hhp_report *check_amounts(int64_t grant, int64_t local, int64_t third_party) {
  return check_financing(amounts(grant, local, third_party));
}

/* The rules HP4.. with findings, of any severity. */
static const char *money_rules(const hhp_report *report) {
  const char *rules = strstr(rules_of(report, HHP_SEVERITY_INFO), "HP4");
  if (rules == NULL)
    return "";
  char *text = copy_of(rules);
  char *end = strstr(text, " HP5");
  if (end != NULL)
    *end = '\0';
  return text;
}

static void assert_severities(const char *rule, const char *financing, int32_t draft, int32_t prequal, int32_t full) {
  const int32_t expected[] = {draft, prequal, full};
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    hhp_report *report = check_at(stage, financed(financing));
    if (expected[stage - 1] == HHP_SEVERITY_OFF)
      assert_none(report, rule);
    else
      assert_int_equal(hhp_finding_severity(only(report, rule)), expected[stage - 1]);
    assert_int_equal(hhp_rule_severity(hhp_rule_find(rule), stage), expected[stage - 1]);
  }
}

/* The finding is at that pointer, and the text there begins and ends like this. */
static void assert_is_at(const hhp_finding *f, const char *json, const char *pointer, const char *first,
                         const char *last) {
  assert_string_equal(hhp_finding_pointer(f), pointer);
  first = quoted(first);
  last = quoted(last);
  assert_memory_equal(json + hhp_finding_offset(f), first, strlen(first));
  assert_memory_equal(json + hhp_finding_offset(f) + hhp_finding_length(f) - strlen(last), last, strlen(last));
}

static void assert_related(const hhp_finding *f, const char *const *pointers, size_t count) {
  assert_int_equal(hhp_finding_related_count(f), count);
  for (size_t i = 0; i < count; i++) {
    assert_string_equal(hhp_finding_related_pointer(f, i), pointers[i]);
    assert_true(hhp_finding_related_line(f, i) > 0);
  }
}

static hhp_report *check_with(const char *scheme, const char *financing) {
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(options, scheme_of(quoted(scheme)));
  const char *json = financed(financing);
  return check_bytes(json, strlen(json), options);
}

#define OF_GRANT                                                                                                     \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 2500, 'base': " \
  "'grant'}"
#define OF_ALL                                                                                                        \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 10000, 'base': " \
  "'total'}"
#define OF_NOTHING                                                                                                \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 0, 'base': " \
  "'total'}"

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

/* 249,999 of 1,000,000 is 24.9999 %, and 75.0001 % is left: neither is written as the limit that it is compared with. */
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

/* --- HP406: no financing plan --- */

static void hp406_fires_without_a_grant(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("%s", ""), "HP406");
  assert_string_equal(hhp_finding_pointer(f), "");
  assert_int_equal(hhp_finding_offset(f), 0);
  assert_int_equal(hhp_finding_length(f), 1);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The plan has no financing plan.");
  f = only(check_financing("'contributions': [{'parties': ['kommune'], 'amount': 1}]"), "HP406");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The financing plan does not state the grant.");
  assert_string_equal(hhp_finding_pointer(f), "/financing");
  const char *json = financed("'grant': {'party': 'lbf'}, 'contributions': [{'parties': ['kommune'], 'amount': 1}]");
  assert_is_at(only(check_text(json), "HP406"), json, "/financing/grant", "{'party'", "'lbf'}");
  json = financed("'frame': 5");
  f = only(check_text(json), "HP406");
  assert_string_equal(hhp_finding_pointer(f), "/financing");
}

/* An object without members, or with nothing but x- members, is as good as none. */
static void hp406_of_empty_objects(void **state) {
  (void)state;
  static const char *const empty[] = {"'x-note': 1",
                                      "'financing': {}",
                                      "'financing': {'x-note': 1}",
                                      "'financing': {'grant': {}}",
                                      "'financing': {'grant': {'x-note': 1}}",
                                      "'financing': {'grant': {}, 'contributions': [], 'x-note': {}}"};
  for (size_t i = 0; i < COUNT_OF(empty); i++) {
    const hhp_finding *f = only(check_plan("%s", empty[i]), "HP406");
    assert_string_equal(hhp_finding_pointer(f), "");
    assert_int_equal(hhp_finding_length(f), 1);
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The plan has no financing plan.");
  }
  const hhp_finding *f = only(check_plan("'financing': {'frame': 5, 'grant': {'x-note': 1}}"), "HP406");
  assert_string_equal(hhp_finding_pointer(f), "/financing");
}

static void hp406_is_satisfied_by_any_stated_grant(void **state) {
  (void)state;
  assert_none(check_financing("'grant': {'applied': 0}"), "HP406");
  assert_none(check_financing("'grant': {'awarded': 0}"), "HP406");
  assert_none(check_amounts(1, 0, 0), "HP406");
  assert_int_equal(count_of(check_financing("'grant': {'disbursed': 5}"), "HP406"), 1);
}

static void hp406_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP406", "", HHP_SEVERITY_INFO, HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR);
}

/* --- HP407: the stated total --- */

static void hp407_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_financing(text_of("'total': 100, %s", amounts(70, 20, 10))), "HP407");
  const hhp_finding *f = only(check_financing(text_of("'total': 101, %s", amounts(70, 20, 10))), "HP407");
  assert_int_equal(hhp_finding_number(f, "required"), 100);
  assert_int_equal(hhp_finding_number(f, "actual"), 101);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
  f = only(check_financing(text_of("'total': 99, %s", amounts(70, 20, 10))), "HP407");
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
}

static void hp407_is_an_error_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP407", text_of("'total': 101, %s", amounts(75, 25, 0)), HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR,
                    HHP_SEVERITY_ERROR);
}

static void hp407_points_at_the_total_and_relates_the_amounts(void **state) {
  (void)state;
  const char *json = financed(text_of("'total': 101, %s", amounts(75, 25, 0)));
  const hhp_finding *f = only(check_text(json), "HP407");
  assert_is_at(f, json, "/financing/total", "101", "101");
  static const char *const related[] = {"/financing/grant/awarded", "/financing/contributions/0/amount"};
  assert_related(f, related, 2);
}

static void hp407_needs_total_and_grant(void **state) {
  (void)state;
  assert_none(check_amounts(75, 25, 0), "HP407");
  assert_none(check_financing("'total': 100, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"), "HP407");
  assert_none(check_financing("'total': 100, 'grant': {'applied': 99}"), "HP407"); /* the rest is not stated yet */
  assert_int_equal(count_of(check_financing("'total': 98, 'grant': {'applied': 99}"), "HP407"), 1);
  assert_none(check_financing("'total': 0, 'grant': {'awarded': 0}"), "HP407");
}

/* For any grant, the total is at least the sum of the contributions. */
static void hp407_of_contributions_alone(void **state) {
  (void)state;
  assert_none(check_financing("'total': 25, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"), "HP407");
  const hhp_finding *f =
      only(check_financing("'total': 24, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"), "HP407");
  assert_int_equal(hhp_finding_number(f, "required"), 25);
  assert_int_equal(hhp_finding_number(f, "actual"), 24);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "The stated total is DKK 24, but the amounts that are stated add up to DKK 25 already; the difference is DKK 1.");
}

/* --- HP408: joint contributions --- */

static void hp408_fires_for_each_joint_contribution(void **state) {
  (void)state;
  const char *json = financed("'contributions': [{'parties': ['kommune'], 'amount': 5}, {'id': 'sammen', 'parties': "
                              "['kommune', 'bolig'], 'amount': 7},"
                              "{'parties': ['bolig', 'fond', 'politi'], 'amount': 0}]");
  hhp_report *report = check_text(json);
  assert_int_equal(count_of(report, "HP408"), 2);
  const hhp_finding *f = nth(report, "HP408", 0);
  assert_is_at(f, json, "/financing/contributions/1/parties", "['kommune'", "'bolig']");
  assert_string_equal(hhp_finding_entity(f), "sammen");
  assert_int_equal(hhp_finding_number(f, "amount"), 7);
  assert_int_equal(hhp_finding_number(f, "parties"), 2);
  assert_int_equal(argument_kind(f, "parties"), HHP_ARGUMENT_NUMBER);
  assert_int_equal(hhp_finding_number(nth(report, "HP408", 1), "parties"), 3);
}

static void hp408_counts_a_party_once(void **state) {
  (void)state;
  assert_none(check_financing("'contributions': [{'parties': ['kommune', 'kommune'], 'amount': 5}]"), "HP408");
  const hhp_finding *f =
      only(check_financing("'contributions': [{'parties': ['bolig', 'kommune', 'kommune', 'bolig'], 'amount': 5}]"),
           "HP408");
  assert_int_equal(hhp_finding_number(f, "parties"), 2);
}

static void hp408_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP408", "'contributions': [{'parties': ['kommune', 'bolig'], 'amount': 5}]", HHP_SEVERITY_WARNING,
                    HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR);
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

/* The grant stays beside what is replaced, so the shortfall at the same total would not suffice: there the grant is
 * lowered. */
static void hp409_on_the_grant_is_corrected_by_its_remedies(void **state) {
  (void)state;
  const hhp_finding *f = only(check_with(OF_GRANT, uncertain(120, 0, 30, 0)), "HP409");
  assert_int_equal(hhp_finding_number(f, "short_by_at_grant"), 30);
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_EN),
      "Ask the fund whether those contributions count; or replace DKK 30 of them with local co-financing "
      "in cash; or raise local co-financing in cash to DKK 30 while all other amounts stay.");
  assert_int_equal(count_of(check_with(OF_GRANT, uncertain(120, 29, 1, 0)), "HP409"), 1);
  assert_none(check_with(OF_GRANT, uncertain(120, 30, 0, 0)), "HP409");
  assert_none(check_with(OF_GRANT, uncertain(120, 30, 30, 0)), "HP409");
}

/* --- HP410: the value of hours --- */

static const char *hours(const char *members) {
  return text_of(
      "'contributions': [{'id': 'timer', 'parties': ['kommune'], 'kind': 'in_kind_hours', 'amount': 60000%s}]",
      members);
}

static hhp_report *check_hours(const char *members) {
  return check_at(HHP_STAGE_PREQUAL, financed(hours(members)));
}

static void hp410_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_hours(", 'hours': 200, 'rate': 300"), "HP410");
  const hhp_finding *f = only(check_hours(", 'hours': 200, 'rate': 301"), "HP410");
  assert_int_equal(hhp_finding_number(f, "hours"), 200);
  assert_int_equal(hhp_finding_number(f, "rate"), 301);
  assert_int_equal(hhp_finding_number(f, "required"), 60200);
  assert_int_equal(hhp_finding_number(f, "actual"), 60000);
  assert_int_equal(hhp_finding_number(f, "difference"), 200);
  assert_int_equal(argument_kind(f, "hours"), HHP_ARGUMENT_NUMBER);
  assert_string_equal(hhp_finding_pointer(f), "/financing/contributions/0/amount");
  assert_string_equal(hhp_finding_entity(f), "timer");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "200 timer à 301 kr. giver 60.200 kr., men bidraget er sat til 60.000 kr.");
  assert_int_equal(hhp_finding_number(only(check_hours(", 'hours': 1, 'rate': 59999"), "HP410"), "difference"), 1);
  assert_int_equal(hhp_finding_number(only(check_hours(", 'hours': 0, 'rate': 300"), "HP410"), "required"), 0);
}

static void hp410_counts_hours_in_thousands(void **state) {
  (void)state;
  const hhp_finding *f = only(check_hours(", 'hours': 1000, 'rate': 61"), "HP410");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "1.000 timer à 61 kr. giver 61.000 kr., men bidraget er sat til 60.000 kr.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "1,000 hours at DKK 61 is DKK 61,000, but the contribution is put at DKK 60,000.");
}

static void hp410_needs_hours_and_rate(void **state) {
  (void)state;
  assert_string_equal(text_argument(only(check_hours(""), "HP410"), "member"), "hours");
  assert_string_equal(text_argument(only(check_hours(", 'rate': 300"), "HP410"), "member"), "hours");
  assert_string_equal(text_argument(only(check_hours(", 'hours': 200"), "HP410"), "member"), "rate");
  assert_string_equal(hhp_finding_pointer(only(check_hours(""), "HP410")), "/financing/contributions/0");
  assert_int_equal(hhp_finding_length(only(check_hours(""), "HP410")), 1);
}

static void hp410_is_about_hours_alone(void **state) {
  (void)state;
  assert_none(check_at(HHP_STAGE_FULL,
                       financed("'contributions': [{'parties': ['kommune'], 'amount': 5, 'hours': 2, 'rate': 2},"
                                "{'parties': ['kommune'], 'kind': 'in_kind_other', 'amount': 5, 'hours': 2}]")),
              "HP410");
}

static void hp410_is_off_in_a_draft(void **state) {
  (void)state;
  assert_severities("HP410", hours(", 'hours': 1, 'rate': 1"), HHP_SEVERITY_OFF, HHP_SEVERITY_WARNING,
                    HHP_SEVERITY_WARNING);
}

/* --- HP411: the budget --- */

static const char *line(const char *party, int64_t amount) {
  return text_of("{'category': 'staff', 'year': 2016, 'party': '%s', 'amount': %lld}", party, (long long)amount);
}

static hhp_report *check_budget(const char *money, const char *lines) {
  return check_at(HHP_STAGE_PREQUAL, financed(text_of("%s, 'budget': [%s]", money, lines)));
}

#define GRANT_OF_LBF \
  "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"

static void hp411_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  assert_none(check_budget(GRANT_OF_LBF, text_of("%s, %s, %s", line("lbf", 70), line("kommune", 25), line("lbf", 5))),
              "HP411");
  const hhp_finding *f =
      only(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 24))), "HP411");
  assert_int_equal(hhp_finding_number(f, "required"), 25);
  assert_int_equal(hhp_finding_number(f, "actual"), 24);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
  assert_string_equal(text_argument(f, "party"), "Kommune");
  assert_string_equal(hhp_finding_pointer(f), "/financing/budget");
  static const char *const related[] = {"/parties/0"};
  assert_related(f, related, 1);
  assert_int_equal(
      hhp_finding_number(
          only(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 26))), "HP411"),
          "difference"),
      1);
}

static void hp411_reports_each_party(void **state) {
  (void)state;
  hhp_report *report = check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 70), line("bolig", 30)));
  assert_int_equal(count_of(report, "HP411"),
                   3); /* the municipality contributes 25 and pays nothing, bolig the reverse */
  report = check_budget(GRANT_OF_LBF, line("lbf", 75));
  assert_string_equal(text_argument(only(report, "HP411"), "party"), "Kommune");
}

static void hp411_takes_joint_parties_together(void **state) {
  (void)state;
  const char *money = "'grant': {'party': 'lbf', 'awarded': 60}, 'contributions': [{'parties': ['kommune', 'bolig'], "
                      "'amount': 30}, {'parties': "
                      "['bolig', 'fond'], 'amount': 10}]";
  assert_none(check_budget(money, text_of("%s, %s, %s, %s", line("lbf", 60), line("kommune", 35), line("fond", 3),
                                          line("bolig", 2))),
              "HP411");
  const hhp_finding *f = only(check_budget(money, text_of("%s, %s", line("lbf", 60), line("kommune", 39))), "HP411");
  assert_int_equal(hhp_finding_number(f, "parties"), 3);
  assert_int_equal(hhp_finding_number(f, "required"), 40);
  assert_int_equal(hhp_finding_number(f, "actual"), 39);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "According to the budget, 3 parties that contribute jointly pay DKK 39, but their contributions "
                      "are DKK 40; the difference is DKK 1.");
}

#define GRANT_OF_NOBODY "'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"

/* The party of the grant may be omitted: if the plan has the fund, it is the fund. */
static void hp411_takes_the_fund_for_the_granter(void **state) {
  (void)state;
  assert_none(check_budget(GRANT_OF_NOBODY, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  const hhp_finding *f =
      only(check_budget(GRANT_OF_NOBODY, text_of("%s, %s", line("lbf", 74), line("kommune", 25))), "HP411");
  assert_string_equal(text_argument(f, "party"), "LBF");
  assert_int_equal(hhp_finding_number(f, "required"), 75);
  assert_int_equal(hhp_finding_number(f, "actual"), 74);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
}

/* A budget in which the municipality pays everything does not match, although the sums do. */
static void hp411_does_not_take_the_municipality_for_the_granter_where_there_is_the_fund(void **state) {
  (void)state;
  hhp_report *report = check_budget(GRANT_OF_NOBODY, line("kommune", 100));
  assert_int_equal(count_of(report, "HP411"), 2); /* it contributes 25, and the fund pays nothing of its 75 */
}

/* Which of several funds pays is what the sums show, in whatever order the funds are; otherwise any may pay the grant. */
static void hp411_takes_none_of_several_funds_by_its_place(void **state) {
  (void)state;
  static const char *const funds[] = {
      "{'id': 'f', 'name': 'F', 'kind': 'fund'}, {'id': 'g', 'name': 'G', 'kind': 'fund'}",
      "{'id': 'g', 'name': 'G', 'kind': 'fund'}, {'id': 'f', 'name': 'F', 'kind': 'fund'}"};
  static const struct {
    int of_f, of_g, required, actual; /* required 0: of G; otherwise of the total */
  } cases[] = {{75, 10, 0, 10}, {50, 24, 100, 99}, {75, 75, 100, 175}};
  for (size_t i = 0; i < COUNT_OF(cases) * COUNT_OF(funds); i++) {
    const char *parties = text_of("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, %s]", funds[i % 2]);
    const char *budget =
        text_of("%s, %s, %s", line("k", 25), line("f", cases[i / 2].of_f), line("g", cases[i / 2].of_g));
    hhp_report *report = check_at(
        HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {'grant': {'awarded': 75}, 'contributions': [{'parties': ['k'], "
                                     "'amount': 25}], 'budget': [%s]}",
                                     parties, budget));
    const hhp_finding *f = only(report, "HP411");
    assert_int_equal(hhp_finding_number(f, "required"), cases[i / 2].required);
    assert_int_equal(hhp_finding_number(f, "actual"), cases[i / 2].actual);
  }
}

/* Without the fund among the parties, the sums decide. */
static void hp411_takes_whom_the_sums_fit_where_there_is_no_fund(void **state) {
  (void)state;
  const char *parties =
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': 'other'}]";
  const char *money = "'grant': {'awarded': 75}, 'contributions': [{'parties': ['a'], 'amount': 25}]";
  assert_none(check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties, money,
                                                    line("a", 25), line("b", 75))),
              "HP411");
  hhp_report *report = check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties,
                                                             money, line("a", 25), line("b", 74)));
  const hhp_finding *f = only(report, "HP411");
  assert_int_equal(hhp_finding_number(f, "required"), 100);
  assert_int_equal(hhp_finding_number(f, "actual"), 99);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The budget lines add up to DKK 99, but the financing is DKK 100; the difference is DKK 1.");
  report = check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties, money,
                                                 line("a", 24), line("b", 76)));
  assert_true(count_of(report, "HP411") > 0); /* A contributes more than it pays */
}

/* While one contributor's amount is not stated, that party may pay anything; what the others give is known. */
static void hp411_holds_who_states_an_amount_while_another_does_not(void **state) {
  (void)state;
  const char *money =
      "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25}, "
      "{'parties': ['bolig']}]";
  for (int more = 0; more <= 1; more++) {
    const char *financing =
        text_of("%s, 'budget': [%s, %s, %s]", money, line("kommune", 25 + more), line("bolig", 1000), line("lbf", 75));
    hhp_report *report = check_at(HHP_STAGE_PREQUAL, financed(financing));
    if (more == 0) {
      assert_none(report, "HP411");
      continue;
    }
    assert_int_equal(hhp_finding_number(only(report, "HP411"), "required"), 25);
    assert_int_equal(hhp_finding_number(only(report, "HP411"), "actual"), 26);
  }
}

/* The last of any number of parties may be who pays the grant, and no party after it. */
static void hp411_finds_the_granter_among_any_number(void **state) {
  (void)state;
  const char *parties = "{'id': 'p0', 'name': 'P 0', 'kind': 'municipality'}", *lines = line("p0", 25);
  for (int count = 2; count <= 17; count++) {
    parties = text_of("%s, {'id': 'p%d', 'name': 'P %d', 'kind': 'other'}", parties, count - 1, count - 1);
    const char *money =
        text_of("'grant': {'awarded': 75}, 'contributions': [{'parties': ['p0'], 'amount': 25}], 'budget': "
                "[%s, %s]",
                lines, line(text_of("p%d", count - 1), 75));
    assert_none(check_at(HHP_STAGE_PREQUAL, plan_text("'parties': [%s], 'financing': {%s}", parties, money)), "HP411");
  }
}

/* Where two parties may be the granter, either may pay the whole grant, and no more. */
static void hp411_allows_each_the_whole_grant_where_the_granter_is_unclear(void **state) {
  (void)state;
  const char *members =
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
      "'other'}, {'id': 'c', 'name': 'C', 'kind': 'other'}], 'financing': {'grant': {'awarded': 75}, "
      "'contributions': [{'parties': ['a'], 'amount': 25}], 'budget': [%s, %s, %s]}";
  hhp_report *report = check_at(HHP_STAGE_PREQUAL, plan_text(members, line("a", 25), line("b", 75), line("c", 75)));
  assert_int_equal(hhp_finding_number(only(report, "HP411"), "actual"), 175); /* of the total */
  report = check_at(HHP_STAGE_PREQUAL, plan_text(members, line("a", 25), line("b", 76), line("c", 76)));
  assert_int_equal(count_of(report, "HP411"), 2); /* of each; that of the total would say no more */
}

static void hp411_where_the_grant_is_not_stated(void **state) {
  (void)state;
  const char *money = "'grant': {'party': 'lbf'}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]";
  assert_none(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  assert_string_equal(
      text_argument(only(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 24))), "HP411"),
                    "party"),
      "Kommune");
}

static void hp411_needs_a_budget(void **state) {
  (void)state;
  assert_none(check_at(HHP_STAGE_FULL, financed(GRANT_OF_LBF)), "HP411");
}

static void hp411_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP411", text_of(GRANT_OF_LBF ", 'budget': [%s]", line("lbf", 75)), HHP_SEVERITY_OFF,
                    HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR);
}

/* The union of many parties, in an order that would create a long chain. */
static void hp411_joins_long_chains(void **state) {
  (void)state;
  const char *parties = "", *contributions = "", *lines = "";
  for (int i = 0; i < 60; i++) {
    parties = text_of("%s%s{'id': 'n%d', 'name': 'N', 'kind': 'municipality'}", parties, i == 0 ? "" : ", ", i);
    if (i > 0)
      contributions =
          text_of("%s%s{'parties': ['n%d', 'n%d'], 'amount': 1}", contributions, i == 1 ? "" : ", ", i, i - 1);
    lines = text_of("%s%s%s", lines, i == 0 ? "" : ", ", line(text_of("n%d", i), i == 0 ? 0 : 1));
  }
  const char *json =
      plan_text("'parties': [%s], 'financing': {'grant': {'awarded': 0}, 'contributions': [%s], 'budget': [%s]}",
                parties, contributions, lines);
  assert_none(check_at(HHP_STAGE_PREQUAL, json), "HP411");
}

/* --- HP412: years of the budget --- */

static hhp_report *check_year(const char *period, int year) {
  return check_plan(
      PARTIES
      ", 'period': {%s}, 'financing': {'budget': [{'category': 'staff', 'year': %d, 'party': 'lbf', 'amount': 1}]}",
      period, year);
}

static void hp412_decides_by_one_year(void **state) {
  (void)state;
  const char *period = "'start': '2016-03-01', 'end': '2019-12-31'";
  assert_none(check_year(period, 2016), "HP412");
  assert_none(check_year(period, 2019), "HP412");
  const hhp_finding *f = only(check_year(period, 2015), "HP412");
  assert_int_equal(hhp_finding_number(f, "year"), 2015);
  assert_int_equal(hhp_finding_number(f, "first_year"), 2016);
  assert_int_equal(hhp_finding_number(f, "last_year"), 2019);
  assert_string_equal(hhp_finding_pointer(f), "/financing/budget/0/year");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The budget year 2015 is outside the plan's period 2016-2019.");
  assert_int_equal(count_of(check_year(period, 2020), "HP412"), 1);
}

static void hp412_takes_what_is_known_of_the_period(void **state) {
  (void)state;
  assert_none(check_year("", 1900), "HP412");
  assert_int_equal(count_of(check_year("'start': '2016'", 2015), "HP412"), 1);
  assert_none(check_year("'start': '2016'", 2199), "HP412");
  assert_int_equal(count_of(check_year("'end': '2016-06'", 2017), "HP412"), 1);
  assert_none(check_year("'end': '2016-06'", 1900), "HP412");
  assert_string_equal(hhp_finding_message(only(check_year("'end': '2016-06'", 2017), "HP412"), HHP_LANG_DA),
                      "Budgetåret 2017 ligger efter planens sidste år, 2016.");
  assert_string_equal(hhp_finding_message(only(check_year("'start': '2016'", 2015), "HP412"), HHP_LANG_DA),
                      "Budgetåret 2015 ligger før planens første år, 2016.");
}

static void hp412_reads_the_label_where_there_are_no_dates(void **state) {
  (void)state;
  static const char *const labels[] = {"2016-2020", "2016 - 2020", "2016–2020", "2016 – 2020"};
  for (size_t i = 0; i < COUNT_OF(labels); i++) {
    const char *period = text_of("'label': '%s'", labels[i]);
    assert_int_equal(count_of(check_year(period, 2015), "HP412"), 1);
    assert_none(check_year(period, 2016), "HP412");
    assert_none(check_year(period, 2020), "HP412");
    assert_int_equal(count_of(check_year(period, 2021), "HP412"), 1);
  }
  assert_none(check_year("'label': 'fire år'", 1900), "HP412");
  assert_none(check_year("'label': '2016-2020', 'start': '2015-01-01'", 2015),
              "HP412"); /* dates take precedence over the label */
}

static void hp412_is_an_error_at_every_stage(void **state) {
  (void)state;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    assert_int_equal(hhp_rule_severity(hhp_rule_find("HP412"), stage), HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_finding_severity(only(check_year("'start': '2016'", 2015), "HP412")), HHP_SEVERITY_ERROR);
}

/* --- HP413: applied, awarded, paid out --- */

static hhp_report *check_grant(const char *grant) {
  return check_financing(text_of("'grant': {%s}", grant));
}

static void hp413_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_grant("'applied': 10, 'awarded': 10, 'disbursed': 10"), "HP413");
  const hhp_finding *f = only(check_grant("'applied': 10, 'awarded': 11, 'disbursed': 11"), "HP413");
  assert_int_equal(hhp_finding_number(f, "required"), 10);
  assert_int_equal(hhp_finding_number(f, "actual"), 11);
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  assert_string_equal(hhp_finding_pointer(f), "/financing/grant/awarded");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "DKK 11 was awarded, which is DKK 1 more than the DKK 10 applied for.");
  f = only(check_grant("'applied': 12, 'awarded': 10, 'disbursed': 11"), "HP413");
  assert_string_equal(hhp_finding_pointer(f), "/financing/grant/disbursed");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "DKK 11 was paid out, which is DKK 1 more than the DKK 10 awarded.");
  f = only(check_grant("'applied': 10, 'disbursed': 11"), "HP413");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "DKK 11 was paid out, which is DKK 1 more than the DKK 10 applied for.");
  assert_int_equal(count_of(check_grant("'applied': 10, 'awarded': 11, 'disbursed': 12"), "HP413"), 2);
}

static void hp413_holds_only_what_is_stated(void **state) {
  (void)state;
  assert_none(check_grant("'awarded': 11"), "HP413");
  assert_none(check_grant("'disbursed': 11"), "HP413");
  assert_none(check_grant("'applied': 11"), "HP413");
  assert_int_equal(count_of(check_grant("'applied': 0, 'awarded': 1"), "HP413"), 1);
}

static void hp413_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP413", "'grant': {'applied': 1, 'awarded': 2}", HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING,
                    HHP_SEVERITY_WARNING);
}

/* --- HP414: sums that overflow --- */

/* No file with amounts up to 10^12 reaches it, so the model is filled directly. */
static void hp414_reports_a_sum_that_overflows(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(financed(
      "'frame': 1, 'total': 5, 'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25},"
      "{'parties': ['bolig', 'fond'], 'amount': 5}], 'budget': [{'category': 'staff', 'year': 2016, 'party': 'lbf', "
      "'amount': 1}]"));
  hhp_contribution *contribution = hhp_financing_contribution_at(hhp_plan_financing(plan), 0);
  contribution->amount = INT64_MAX - 75 - 5;
  assert_none(validate(plan, NULL), "HP414");
  contribution->amount += 1;
  hhp_cofinancing_result r;
  assert_int_equal(hhp_plan_cofinancing(plan, NULL, &r, sizeof(r)), HHP_ERR_OVERFLOW);
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    hhp_check_options *options = new_options();
    hhp_check_options_set_stage(options, stage);
    hhp_report *report = validate(plan, options);
    const hhp_finding *f = only(report, "HP414");
    assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_ERROR);
    assert_string_equal(hhp_finding_pointer(f), "/financing/contributions");
    static const char *const silent[] = {"HP401", "HP402", "HP403", "HP404", "HP405", "HP407", "HP409", "HP411"};
    for (size_t i = 0; i < COUNT_OF(silent); i++)
      assert_none(report, silent[i]); /* an unknown sum has no verdict */
    assert_int_equal(count_of(report, "HP408"), 1);
  }
}

/* 9,223,372 hours at 10^12 is just below 2^63, one more is not. */
static void hp414_reports_hours_that_overflow(void **state) {
  (void)state;
  hhp_report *report = check_hours(", 'hours': 9223372, 'rate': 1000000000000");
  assert_none(report, "HP414");
  assert_int_equal(count_of(report, "HP410"), 1);
  report = check_hours(", 'hours': 9223373, 'rate': 1000000000000");
  assert_none(report, "HP410"); /* nothing to compare with */
  const hhp_finding *f = only(report, "HP414");
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_ERROR);
  assert_string_equal(hhp_finding_pointer(f), "/financing/contributions/0/rate");
  assert_int_equal(hhp_finding_number(f, "hours"), 9223373);
  assert_int_equal(hhp_finding_number(f, "rate"), INT64_C(1000000000000));
  assert_none(check_financing(
                  "'contributions': [{'parties': ['kommune'], 'amount': 1, 'hours': 9223373, 'rate': 1000000000000}]"),
              "HP414");
}

static void hp414_is_an_error_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP414", hours(", 'hours': 1000000000, 'rate': 1000000000000"), HHP_SEVERITY_ERROR,
                    HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR);
}

/* --- HP415: inexact amounts --- */

static void hp415_fires_for_each_qualifier_but_exact(void **state) {
  (void)state;
  const char *json = financed("'contributions': [{'parties': ['kommune'], 'amount': 5, 'qualifier': 'minimum'}, "
                              "{'parties': ['kommune'], 'amount': 6, "
                              "'qualifier': 'maximum'}, {'parties': ['kommune'], 'amount': 7, 'qualifier': "
                              "'approximate'}, {'parties': ['kommune'], "
                              "'amount': 8, 'qualifier': 'exact'}, {'parties': ['kommune'], 'amount': 9}]");
  hhp_report *report = check_text(json);
  assert_int_equal(count_of(report, "HP415"), 3);
  const hhp_finding *f = nth(report, "HP415", 0);
  assert_is_at(f, json, "/financing/contributions/0/qualifier", "'minimum'", "'minimum'");
  assert_int_equal(hhp_finding_number(f, "amount"), 5);
  assert_string_equal(text_argument(f, "qualifier"), "minimum");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Bidraget på 5 kr. er ikke præcist, men angivet som »mindst«.");
  assert_string_equal(text_argument(nth(report, "HP415", 1), "qualifier"), "maximum");
  assert_string_equal(text_argument(nth(report, "HP415", 2), "qualifier"), "approximate");
}

static void hp415_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP415", "'contributions': [{'parties': ['kommune'], 'amount': 5, 'qualifier': 'minimum'}]",
                    HHP_SEVERITY_INFO, HHP_SEVERITY_INFO, HHP_SEVERITY_WARNING);
}

/* --- HP416: the share is open --- */

static int has_argument(const hhp_finding *f, const char *name) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (strcmp(hhp_finding_argument_name(f, i), name) == 0)
      return 1;
  }
  return 0;
}

/* Where all has to be local, no local amount satisfies a grant; where nothing has to be and nothing is stated, there is
 * nothing to compare. No amount is named in either case. */
static void hp416_names_no_amount_where_none_follows(void **state) {
  (void)state;
  static const char *const schemes[] = {OF_ALL, OF_NOTHING};
  for (size_t i = 0; i < COUNT_OF(schemes); i++) {
    const hhp_finding *f = only(check_with(schemes[i], "'grant': {'awarded': 100}"), "HP416");
    assert_false(has_argument(f, "required"));
    assert_false(has_argument(f, "short_by"));
  }
  const hhp_finding *f = only(check_with(OF_GRANT, "'grant': {'awarded': 100}"), "HP416");
  assert_true(has_argument(f, "required")); /* 25 */
}

/* A grant of 75 requires 25: 100 in all, which a frame of 100 holds and one of 99 does not. */
static void hp416_decides_by_one_krone_of_the_frame(void **state) {
  (void)state;
  const hhp_finding *f = only(check_financing("'grant': {'awarded': 75}, 'frame': 100"), "HP416");
  assert_int_equal(hhp_finding_number(f, "total_at_grant"), 100);
  assert_false(has_argument(f, "excess"));
  f = only(check_financing("'grant': {'awarded': 75}, 'frame': 99"), "HP416");
  assert_int_equal(hhp_finding_number(f, "total_at_grant"), 100);
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
}

/* A third of 30 is 10, and of 33 it is 11. Of the grant, other money makes no difference: 25 % of 30 is 7.5. */
static void hp416_names_the_money_of_others_that_raises_the_requirement(void **state) {
  (void)state;
  static const char money[] = "'grant': {'awarded': 30}, 'contributions': [{'parties': ['kommune']}%s]";
  static const char others[] = ", {'parties': ['politi'], 'amount': 3}";
  const hhp_finding *f = only(check_financing(text_of(money, others)), "HP416");
  assert_int_equal(hhp_finding_number(f, "required"), 11);
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN),
                         "A grant of DKK 30 with DKK 3 from other parties requires at least DKK 11 of local"));
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA),
                         "Til et tilskud på 30 kr. og 3 kr. fra andre parter hører mindst 11 kr. i lokal"));
  f = only(check_financing(text_of(money, "")), "HP416");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "A grant of DKK 30 requires at least DKK 10 of local"));
  f = only(check_with(OF_GRANT, text_of(money, others)), "HP416");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "A grant of DKK 30 requires at least DKK 8 of local"));
  assert_false(has_argument(f, "third_party"));
}

int main(void) {
  static const struct CMUnitTest tests[] = {
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
      TEST(hp405_decides_by_one_krone),
      TEST(hp405_is_a_warning_at_every_stage),
      TEST(hp405_points_at_the_frame_and_relates_the_grant),
      TEST(hp405_keeps_the_money_of_others),
      TEST(hp405_is_corrected_by_its_remedies),
      TEST(hp406_fires_without_a_grant),
      TEST(hp406_of_empty_objects),
      TEST(hp406_is_satisfied_by_any_stated_grant),
      TEST(hp406_grows_with_the_stage),
      TEST(hp407_decides_by_one_krone),
      TEST(hp407_is_an_error_at_every_stage),
      TEST(hp407_points_at_the_total_and_relates_the_amounts),
      TEST(hp407_needs_total_and_grant),
      TEST(hp407_of_contributions_alone),
      TEST(hp408_fires_for_each_joint_contribution),
      TEST(hp408_counts_a_party_once),
      TEST(hp408_grows_with_the_stage),
      TEST(hp409_decides_by_one_krone),
      TEST(hp409_is_silent_where_hp401_fires),
      TEST(hp409_either_doubt_is_enough),
      TEST(hp409_is_a_warning_at_every_stage),
      TEST(hp409_relates_the_uncertain_amounts_alone),
      TEST(hp409_on_the_grant),
      TEST(hp409_is_corrected_by_its_remedies),
      TEST(hp409_on_the_grant_is_corrected_by_its_remedies),
      TEST(hp410_decides_by_one_krone),
      TEST(hp410_counts_hours_in_thousands),
      TEST(hp410_needs_hours_and_rate),
      TEST(hp410_is_about_hours_alone),
      TEST(hp410_is_off_in_a_draft),
      TEST(hp411_decides_by_one_krone),
      TEST(hp411_reports_each_party),
      TEST(hp411_takes_joint_parties_together),
      TEST(hp411_takes_the_fund_for_the_granter),
      TEST(hp411_does_not_take_the_municipality_for_the_granter_where_there_is_the_fund),
      TEST(hp411_takes_none_of_several_funds_by_its_place),
      TEST(hp411_takes_whom_the_sums_fit_where_there_is_no_fund),
      TEST(hp411_finds_the_granter_among_any_number),
      TEST(hp411_holds_who_states_an_amount_while_another_does_not),
      TEST(hp411_allows_each_the_whole_grant_where_the_granter_is_unclear),
      TEST(hp411_where_the_grant_is_not_stated),
      TEST(hp411_needs_a_budget),
      TEST(hp411_grows_with_the_stage),
      TEST(hp411_joins_long_chains),
      TEST(hp412_decides_by_one_year),
      TEST(hp412_takes_what_is_known_of_the_period),
      TEST(hp412_reads_the_label_where_there_are_no_dates),
      TEST(hp412_is_an_error_at_every_stage),
      TEST(hp413_decides_by_one_krone),
      TEST(hp413_holds_only_what_is_stated),
      TEST(hp413_is_a_warning_at_every_stage),
      TEST(hp414_reports_a_sum_that_overflows),
      TEST(hp414_reports_hours_that_overflow),
      TEST(hp414_is_an_error_at_every_stage),
      TEST(hp415_fires_for_each_qualifier_but_exact),
      TEST(hp415_grows_with_the_stage),
      TEST(hp416_decides_by_one_krone_of_the_frame),
      TEST(hp416_names_the_money_of_others_that_raises_the_requirement),
      TEST(hp416_names_no_amount_where_none_follows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
