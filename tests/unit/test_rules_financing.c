/* HP406-HP408, HP410 and HP413-HP416: the boundary of each rule about stated amounts, to the krone, and when it must
 * not be reported. */
#include <string.h>

#include "model/model.h"
#include "unit/financed.h"

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
                      "Timer gange timesats, 200 × 301 kr., giver 60.200 kr., men bidraget er sat til 60.000 kr.");
  assert_int_equal(hhp_finding_number(only(check_hours(", 'hours': 1, 'rate': 59999"), "HP410"), "difference"), 1);
  assert_int_equal(hhp_finding_number(only(check_hours(", 'hours': 0, 'rate': 300"), "HP410"), "required"), 0);
}

static void hp410_counts_hours_in_thousands(void **state) {
  (void)state;
  const hhp_finding *f = only(check_hours(", 'hours': 1000, 'rate': 61"), "HP410");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Timer gange timesats, 1.000 × 61 kr., giver 61.000 kr., men bidraget er sat til 60.000 kr.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "Hours times rate, 1,000 × DKK 61, is DKK 61,000, but the contribution is put at DKK 60,000.");
}

static void hp410_needs_hours_and_rate(void **state) {
  (void)state;
  assert_string_equal(text_argument(only(check_hours(""), "HP410"), "member"), "hours");
  assert_string_equal(text_argument(only(check_hours(", 'rate': 300"), "HP410"), "member"), "hours");
  assert_string_equal(text_argument(only(check_hours(", 'hours': 200"), "HP410"), "member"), "rate");
  assert_string_equal(hhp_finding_pointer(only(check_hours(""), "HP410")), "/financing/contributions/0");
  assert_int_equal(hhp_finding_length(only(check_hours(""), "HP410")), 1);
}

/* One of the three is enough to ask for the others; without any there is nothing yet. */
static void hp410_begins_with_any_of_three(void **state) {
  (void)state;
  static const char *const members[] = {", 'amount': 6", ", 'hours': 2", ", 'rate': 3"}, *const missing[] = {
                                                                                             "hours", "rate", "hours"};
  static const char contribution[] = "'contributions': [{'parties': ['kommune'], 'kind': 'in_kind_hours'%s}]";
  for (size_t i = 0; i < COUNT_OF(members); i++) {
    const hhp_report *report = check_at(HHP_STAGE_FULL, financed(text_of(contribution, members[i])));
    assert_string_equal(text_argument(only(report, "HP410"), "member"), missing[i]);
  }
  assert_none(check_at(HHP_STAGE_FULL, financed(text_of(contribution, ""))), "HP410");
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

/* The budget is a sum of its own, which is not compared while it is not known. */
static void hp414_reports_a_budget_that_overflows(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(financed("'grant': {'awarded': 75, 'party': 'lbf'}, 'contributions': [{'parties': "
                                    "['kommune'], 'amount': 25}], 'budget': [{'category': 'staff', 'year': 2016, "
                                    "'party': 'lbf', 'amount': 75}, {'category': 'staff', 'year': 2016, 'party': "
                                    "'kommune', 'amount': 25}]"));
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, HHP_STAGE_FULL), HHP_OK);
  assert_none(validate(plan, options), "HP411");
  hhp_budget_line *line = hhp_financing_budget_line_at(hhp_plan_financing(plan), 0);
  line->amount = INT64_MAX - 25;
  assert_none(validate(plan, options), "HP414");
  assert_int_equal(count_of(validate(plan, options), "HP411"), 1);
  line->amount++;
  hhp_report *report = validate(plan, options);
  assert_string_equal(hhp_finding_pointer(only(report, "HP414")), "/financing/budget");
  assert_none(report, "HP411");
  assert_none(report, "HP401"); /* 25 of 100 are enough */
}

/* Hours times rate, 9,223,372 × 10^12, is just below 2^63, one more is not. */
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

/* Where all has to be local, no local amount satisfies a grant; where nothing has to be, there is nothing to compare.
 * No amount is named in either case. */
static void hp416_names_no_amount_where_none_follows(void **state) {
  (void)state;
  static const char *const schemes[] = {OF_ALL, OF_NOTHING};
  for (size_t i = 0; i < COUNT_OF(schemes); i++) {
    const hhp_finding *f = only(check_with(schemes[i], "'grant': {'awarded': 100}, 'contributions': [{'parties': "
                                                       "['kommune'], 'amount': 5}, {'parties': ['bolig']}]"),
                                "HP416");
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
  static const char krone[] = ", {'parties': ['politi'], 'amount': 1}";
  const hhp_finding *f = only(check_financing(text_of(money, others)), "HP416");
  assert_int_equal(hhp_finding_number(f, "required"), 11);
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN),
                         "A grant of DKK 30 with DKK 3 from other parties requires at least DKK 11 of local"));
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA),
                         "Til et tilskud på 30 kr. og 3 kr. fra andre parter hører mindst 11 kr. i lokal"));
  f = only(check_financing(text_of(money, krone)), "HP416");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN),
                         "A grant of DKK 30 with DKK 1 from other parties requires at least DKK 11 of local"));
  f = only(check_financing(text_of(money, "")), "HP416");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "A grant of DKK 30 requires at least DKK 10 of local"));
  f = only(check_with(OF_GRANT, text_of(money, others)), "HP416");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "A grant of DKK 30 requires at least DKK 8 of local"));
  assert_false(has_argument(f, "third_party"));
}

/* Of 160, 40 has to be local, and 25 is. With a grant of 120 the other 15 are all that is missing; with 100, 35 are:
 * had the finding named 15 alone, the total would not add up after its remedy (HP407). */
static void hp416_names_all_that_is_missing_of_the_total(void **state) {
  (void)state;
  static const char money[] = "'total': 160, 'grant': {'awarded': %d}, 'contributions': [{'parties': ['kommune'], "
                              "'amount': 25}, {'parties': ['bolig']%s}%s]";
  const hhp_finding *f = only(check_financing(text_of(money, 120, "", "")), "HP416");
  assert_int_equal(hhp_finding_number(f, "short_by"), 15);
  assert_false(has_argument(f, "not_stated"));
  f = only(check_financing(text_of(money, 100, "", "")), "HP416");
  assert_int_equal(hhp_finding_number(f, "short_by"), 15);
  assert_int_equal(hhp_finding_number(f, "not_stated"), 35);
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "Of DKK 160, DKK 40 has to be local; DKK 25 is stated, at least DKK 15 is missing. The grant can be at "
      "most DKK 120; with a grant of DKK 100, DKK 35 of the total is not stated.");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_DA),
      "Aftal, hvem der bidrager med de 35 kr., heraf mindst 15 kr. lokalt, og oplys beløbet for hvert bidrag.");
  const char *others = ", {'parties': ['politi'], 'amount': 20}";
  assert_string_equal(money_rules(check_financing(text_of(money, 100, ", 'amount': 15", others))), "");
  assert_string_equal(money_rules(check_financing(text_of(money, 100, ", 'amount': 35", ""))), "");
  f = only(check_financing("'total': 160, 'grant': {'awarded': 100}"), "HP416");
  assert_int_equal(hhp_finding_number(f, "not_stated"), 60);
  assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "contributes the DKK 60, at least DKK 40 of it locally"));
}

/* A scheme that requires no local money is met by a grant alone, unless the stated total is larger. */
static void hp416_needs_no_contribution_where_none_is_required(void **state) {
  (void)state;
  assert_none(check_with(OF_NOTHING, "'grant': {'awarded': 100}"), "HP416");
  assert_none(check_with(OF_NOTHING, "'grant': {'awarded': 1}"), "HP416");
  assert_none(check_with(OF_NOTHING, "'grant': {'awarded': 100}, 'total': 100"), "HP416");
  const hhp_finding *f = only(check_with(OF_NOTHING, "'grant': {'awarded': 100}, 'total': 101"), "HP416");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "State the contributions, each with its amount.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA), "Oplys bidragene, hvert med sit beløb.");
  assert_int_equal(count_of(check_with(OF_NOTHING, "'grant': {'awarded': 0}"), "HP416"), 1);
  assert_int_equal(count_of(check_amounts(0, 0, 0), "HP416"), 1); /* no share of nothing */
  assert_none(check_amounts(1, 0, 0), "HP416");
  assert_none(check_amounts(0, 1, 0), "HP416");
  assert_int_equal(count_of(check_financing("'grant': {'awarded': 100}"), "HP416"), 1);
}

/* Of 1,000, 800 has to be local. Beside a grant of 300, the 300 of others are not as much as has to be replaced. */
static void hp416_replaces_part_of_the_grant_where_others_give_too_little(void **state) {
  (void)state;
  const hhp_finding *f =
      only(check_with(OF_MOST, "'total': 1000, 'grant': {'awarded': 300}, 'contributions': [{'parties': ['politi'], "
                               "'amount': 300}, {'parties': ['kommune']}]"),
           "HP416");
  assert_int_equal(hhp_finding_number(f, "excess"), 400);
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Replace at least DKK 400 of the grant and of the other parties' contributions by local "
                      "co-financing, and state the amount of each contribution.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Erstat mindst 400 kr. af tilskuddet og af andre parters bidrag med lokal medfinansiering, og "
                      "oplys beløbet for hvert bidrag.");
  assert_string_equal(
      money_rules(check_with(OF_MOST, "'total': 1000, 'grant': {'awarded': 200}, 'contributions': [{'parties': "
                                      "['kommune'], 'amount': 800}]")),
      "");
}

/* Of 160, 40 has to be local, which leaves 120 for grant and others together. */
static void hp406_and_hp416_say_that_others_contribute_too_much(void **state) {
  (void)state;
  static const char money[] =
      "%s, 'contributions': [{'parties': ['politi'], 'amount': %d}, {'parties': ['kommune']%s}]";
  static const char some[] = ", 'amount': 10";
  const hhp_finding *f = only(check_financing(text_of(money, "'total': 160", 121, some)), "HP406");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The grant is not stated. Of DKK 160, DKK 40 has to be local, but other parties contribute DKK "
                      "121, which is DKK 1 more than that leaves room for.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Tilskuddet er ikke oplyst. Af 160 kr. skal 40 kr. være lokal medfinansiering, men andre parter "
                      "bidrager med 121 kr., hvilket er 1 kr. mere, end der så er plads til.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Replace at least DKK 1 from other parties by local co-financing, and state the grant in "
                      "“financing.grant”; where there is no grant, write 0.");
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  f = only(check_financing(text_of(money, "'total': 160", 120, some)), "HP406");
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 0);
  assert_false(has_argument(f, "excess"));
  assert_string_equal(
      money_rules(check_financing("'total': 160, 'grant': {'awarded': 0}, 'contributions': [{'parties': ['politi'], "
                                  "'amount': 120}, {'parties': ['kommune'], 'amount': 40}]")),
      "");
  f = only(check_financing(text_of(money, "'frame': 160", 121, "")), "HP406");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN),
                         "If the budget ceiling (ramme) of DKK 160 is used in full, DKK 40 has to be local, but other "
                         "parties contribute DKK 121, which is DKK 1 more than"));
  f = only(check_financing(text_of(money, "'total': 160, 'grant': {'awarded': 5}", 121, "")), "HP416");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "Of DKK 160, DKK 40 has to be local, but the grant of DKK 5 with DKK 121 from other parties is "
                      "DKK 6 more than that leaves room for.");
  assert_string_equal(
      money_rules(check_financing("'total': 160, 'grant': {'awarded': 5}, 'contributions': [{'parties': ['politi'], "
                                  "'amount': 115}, {'parties': ['kommune'], 'amount': 40}]")),
      "");
  /* What is stated is more than the total already: HP407 has the amounts. */
  f = only(check_financing(text_of(money, "'total': 160", 151, some)), "HP406");
  assert_false(has_argument(f, "excess"));
  f = only(check_financing(text_of(money, "'total': 160, 'grant': {'awarded': 0}", 121, "")), "HP416");
  assert_int_equal(hhp_finding_number(f, "excess"), 1);
  f = only(check_financing(text_of(money, "'total': 160, 'grant': {'awarded': 39}", 121, "")), "HP416");
  assert_int_equal(hhp_finding_number(f, "excess"), 40);
  f = only(check_financing(text_of(money, "'total': 160, 'grant': {'awarded': 40}", 121, "")), "HP416");
  assert_false(has_argument(f, "excess"));
  /* Of the grant, what others contribute makes no difference. */
  f = only(check_with(OF_GRANT, text_of(money, "'total': 160", 121, "")), "HP406");
  assert_int_equal(hhp_finding_number(f, "largest_grant"), 31); /* 39 * 100 / 125 = 31.2 */
}

/* A ceiling is not a total: a plan of 60 and 25 meets the requirement, so that nothing is missing for certain. */
static void hp406_of_a_frame_says_that_it_need_not_be_used(void **state) {
  (void)state;
  const hhp_finding *f =
      only(check_financing("'frame': 160, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"), "HP406");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "The grant is not stated. If the budget ceiling (ramme) of DKK 160 is used in full, DKK 40 has to be "
      "local; DKK 25 is stated, DKK 15 is missing. The grant can be at most DKK 120.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "State the grant in “financing.grant” and, if the ceiling is used in "
                      "full, who contributes the missing DKK 15.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Oplys tilskuddet under »financing.grant« og, hvis rammen udnyttes, "
                      "hvem der bidrager med de manglende 15 kr.");
  assert_string_equal(
      money_rules(check_financing("'frame': 160, 'grant': {'awarded': 60}, 'contributions': [{'parties': "
                                  "['kommune'], 'amount': 25}]")),
      "");
}

/* Of other money of 900 beside a grant of 10, a quarter of the total is L >= (910 + L) / 4, so 304, and 1,214 in all.
 * That follows from the grant, not from what the others leave of the ceiling: at 1,000 it would be 250, which is more
 * than the 100. */
static void hp416_takes_a_grant_before_the_ceiling(void **state) {
  (void)state;
  const hhp_finding *f = only(
      check_with(
          "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 2500, "
          "'base': 'total'}",
          "'frame': 1000, 'grant': {'party': 'lbf', 'awarded': 10}, 'contributions': [{'parties': ['kommune']}, "
          "{'parties': ['fond'], 'amount': 900, 'counts_as_local': 'no'}]"),
      "HP416");
  assert_int_equal(hhp_finding_number(f, "required"), 304);
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "A grant of DKK 10 with DKK 900 from other parties requires at least DKK 304 of local co-financing, and no "
      "local amount is stated. The total becomes at least DKK 1,214, which is DKK 214 over the budget ceiling "
      "(ramme) of DKK 1,000; beside the contributions of other parties it leaves no room for a grant.");
}

int main(void) {
  const struct CMUnitTest tests[] = {
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
      TEST(hp410_decides_by_one_krone),
      TEST(hp410_counts_hours_in_thousands),
      TEST(hp410_needs_hours_and_rate),
      TEST(hp410_begins_with_any_of_three),
      TEST(hp410_is_about_hours_alone),
      TEST(hp410_is_off_in_a_draft),
      TEST(hp413_decides_by_one_krone),
      TEST(hp413_holds_only_what_is_stated),
      TEST(hp413_is_a_warning_at_every_stage),
      TEST(hp414_reports_a_sum_that_overflows),
      TEST(hp414_reports_a_budget_that_overflows),
      TEST(hp414_reports_hours_that_overflow),
      TEST(hp414_is_an_error_at_every_stage),
      TEST(hp415_fires_for_each_qualifier_but_exact),
      TEST(hp415_grows_with_the_stage),
      TEST(hp416_decides_by_one_krone_of_the_frame),
      TEST(hp406_of_a_frame_says_that_it_need_not_be_used),
      TEST(hp416_names_all_that_is_missing_of_the_total),
      TEST(hp416_names_the_money_of_others_that_raises_the_requirement),
      TEST(hp416_names_no_amount_where_none_follows),
      TEST(hp416_needs_no_contribution_where_none_is_required),
      TEST(hp416_takes_a_grant_before_the_ceiling),
      TEST(hp416_replaces_part_of_the_grant_where_others_give_too_little),
      TEST(hp406_and_hp416_say_that_others_contribute_too_much),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
