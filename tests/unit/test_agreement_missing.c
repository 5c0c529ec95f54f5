/* HP321 on random plans, compared with an oracle that checks every agreement against every activity, as the guide
 * defines the rule: which activities are reported and in which order, with which message, arguments and related
 * places. */
#include <stdio.h>
#include <string.h>

#include "unit/support.h"

enum { PARTIES = 7, MOST_AREAS = 3, PLANS = 4000, MOST = 14, MANY = 200 };

static const int32_t dates[] = {0,        0,        20210101, 20210301, 20210400, 20210630, 20210701,
                                20220000, 20220101, 20221231, 20230600, 20240229, 20241231, 20250101};

static int32_t any_date(dice *d) {
  return dates[roll_below(d, COUNT_OF(dates))];
}

static const char *name(char kind, uint64_t number) {
  return text_of("%c-%d", kind, (int)number);
}

/* A plan without activities and agreements; one in eight has no focus areas. */
static hhp_plan *frame_of_plan(dice *d) {
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_plan_set_id(plan, "p"), HHP_OK);
  hhp_plan_set_title(plan, "P");
  hhp_plan_set_area(plan, "A");
  hhp_plan_set_scheme(plan, "lbf-2019-2026");
  hhp_plan_set_status(plan, HHP_PLAN_STATUS_RUNNING);
  if (roll_below(d, 3) > 0) {
    hhp_period_set_start(hhp_plan_period(plan), 20210101);
    hhp_period_set_end(hhp_plan_period(plan), 20241200);
  }
  for (uint64_t i = 0; i < PARTIES; i++) {
    hhp_party *party = NULL;
    assert_int_equal(hhp_plan_add_party(plan, name('r', i), &party), HHP_OK);
    hhp_party_set_name(party, text_of("Party %d", (int)i));
    hhp_party_set_kind(party, HHP_PARTY_KIND_MUNICIPALITY);
  }
  uint64_t areas = roll_below(d, 8) == 0 ? 0 : MOST_AREAS;
  for (uint64_t i = 0; i < areas; i++) {
    hhp_focus_area *area = NULL;
    assert_int_equal(hhp_plan_add_focus_area(plan, name('f', i), &area), HHP_OK);
    hhp_focus_area_set_title(area, "F");
    hhp_focus_area_set_code(area, "beskaeftigelse");
    hhp_focus_area_set_cross_cutting(area, roll_below(d, 6) == 0);
  }
  return plan;
}

static void add_activity(hhp_plan *plan, dice *d, uint64_t number) {
  hhp_activity *activity = NULL;
  size_t areas = hhp_plan_focus_area_count(plan);
  assert_int_equal(hhp_plan_add_activity(plan, name('a', number), &activity), HHP_OK);
  hhp_activity_set_title(activity, text_of("Activity %d", (int)number));
  for (uint64_t i = roll_below(d, 4); i > 0; i--)
    hhp_activity_add_party(activity, name('r', roll_below(d, PARTIES)));
  for (uint64_t i = areas == 0 ? 0 : roll_below(d, 4); i > 0; i--)
    hhp_activity_add_focus_area(activity, name('f', roll_below(d, areas)));
  hhp_activity_set_start(activity, any_date(d));
  hhp_activity_set_end(activity, any_date(d));
}

static void add_agreement(hhp_plan *plan, dice *d, uint64_t number) {
  hhp_agreement *agreement = NULL;
  size_t areas = hhp_plan_focus_area_count(plan), activities = hhp_plan_activity_count(plan);
  assert_int_equal(hhp_plan_add_agreement(plan, name('g', number), &agreement), HHP_OK);
  hhp_agreement_set_title(agreement, text_of("Agreement %d", (int)number));
  hhp_agreement_set_kind(agreement, HHP_AGREEMENT_KIND_COOPERATION);
  for (uint64_t i = roll_below(d, PARTIES); i > 0; i--)
    hhp_agreement_add_party(agreement, name('r', roll_below(d, PARTIES)));
  if (areas > 0 && roll_below(d, 2) == 0)
    hhp_agreement_set_focus_area(agreement, name('f', roll_below(d, areas)));
  for (uint64_t i = activities == 0 || roll_below(d, 2) == 0 ? 0 : roll_below(d, 5); i > 0; i--)
    hhp_agreement_add_activity(agreement, name('a', roll_below(d, activities)));
  hhp_agreement_set_valid_from(agreement, any_date(d));
  hhp_agreement_set_valid_to(agreement, any_date(d));
}

static int32_t first_day(int32_t date) {
  return date + (date / 100 % 100 == 0 ? 101 : date % 100 == 0 ? 1 : 0);
}

/* The 31st of any month: the days are only compared. */
static int32_t last_day(int32_t date) {
  return date + (date / 100 % 100 == 0 ? 1231 : date % 100 == 0 ? 31 : 0);
}

typedef struct {
  int32_t first, last;
} stretch;

static stretch stretch_of(int32_t start, int32_t end) {
  stretch s = {start == 0 ? 0 : first_day(start), end == 0 ? INT32_MAX : last_day(end)};
  return s.first > s.last ? (stretch){0, INT32_MAX} : s;
}

static stretch stretch_of_activity(const hhp_plan *plan, const hhp_activity *activity) {
  stretch when = stretch_of(hhp_activity_start(activity), hhp_activity_end(activity));
  int is_known = hhp_period_start(hhp_plan_period(plan)) != 0;
  if (when.first == 0 && is_known)
    when.first = 20210101;
  if (when.last == INT32_MAX && is_known)
    when.last = 20241231;
  return when;
}

static int has_party(const hhp_agreement *agreement, const char *id) {
  for (size_t i = 0; i < hhp_agreement_party_count(agreement); i++) {
    if (strcmp(hhp_agreement_party_at(agreement, i), id) == 0)
      return 1;
  }
  return 0;
}

enum { LISTED, OF_FIRST_AREA, GENERAL = 1000, NOT_ABOUT_IT };

/* How the agreement covers the activity: the smaller, the sooner it is named. An area's place in the list of the
 * activity is added to OF_FIRST_AREA. With `any_area`, as if the activity belonged to every focus area. */
static int coverage_of(const hhp_plan *plan, const hhp_agreement *agreement, const hhp_activity *activity,
                       int any_area) {
  for (size_t i = 0; i < hhp_agreement_activity_count(agreement); i++) {
    if (strcmp(hhp_agreement_activity_at(agreement, i), hhp_activity_id(activity)) == 0)
      return LISTED;
  }
  const char *area = hhp_agreement_focus_area(agreement);
  if (hhp_agreement_activity_count(agreement) > 0)
    return NOT_ABOUT_IT;
  if (area == NULL || any_area || hhp_focus_area_cross_cutting(hhp_plan_find_focus_area(plan, area)))
    return GENERAL;
  for (size_t i = 0; i < hhp_activity_focus_area_count(activity); i++) {
    if (strcmp(hhp_activity_focus_area_at(activity, i), area) == 0)
      return OF_FIRST_AREA + (int)i;
  }
  return NOT_ABOUT_IT;
}

/* The first party of the activity that the agreement lacks, as a place in the activity's list; -1: it has all. */
static int first_lacking(const hhp_agreement *agreement, const hhp_activity *activity) {
  for (size_t i = 0; i < hhp_activity_party_count(activity); i++) {
    if (!has_party(agreement, hhp_activity_party_at(activity, i)))
      return (int)i;
  }
  return -1;
}

static int is_in_force(const hhp_plan *plan, const hhp_agreement *agreement, const hhp_activity *activity) {
  stretch when = stretch_of_activity(plan, activity);
  stretch valid = stretch_of(hhp_agreement_valid_from(agreement), hhp_agreement_valid_to(agreement));
  return valid.first <= when.last && when.first <= valid.last;
}

typedef enum { UNCOVERED, LACKS_PARTIES, NOT_IN_FORCE, COVERED } nearness;

/* The agreement nearest to covering the activity: of equally near ones, the first by coverage, then in the plan. */
typedef struct {
  nearness nearness;
  int coverage;
  size_t agreement;
} verdict;

static verdict verdict_on(const hhp_plan *plan, const hhp_activity *activity, int any_area) {
  verdict v = {UNCOVERED, NOT_ABOUT_IT, 0};
  for (size_t i = 0; i < hhp_plan_agreement_count(plan); i++) {
    const hhp_agreement *agreement = hhp_plan_agreement_at(plan, i);
    int coverage = coverage_of(plan, agreement, activity, any_area);
    if (coverage == NOT_ABOUT_IT)
      continue;
    nearness n = first_lacking(agreement, activity) >= 0  ? LACKS_PARTIES
                 : is_in_force(plan, agreement, activity) ? COVERED
                                                          : NOT_IN_FORCE;
    if (n > v.nearness || (n == v.nearness && coverage < v.coverage))
      v = (verdict){n, coverage, i};
  }
  return v;
}

static int is_outside(const hhp_plan *plan, const hhp_activity *activity) {
  stretch when = stretch_of_activity(plan, activity);
  int is_known = hhp_period_start(hhp_plan_period(plan)) != 0;
  return is_known && (when.first > 20241231 || when.last < 20210101);
}

/* What only follows from another finding is not reported: an area that is not named (HP301), dates outside the plan
 * (HP506). */
static int follows_from_another(const hhp_plan *plan, const hhp_activity *activity, nearness n) {
  if (hhp_activity_focus_area_count(activity) == 0 && verdict_on(plan, activity, 1).nearness == COVERED)
    return 1;
  return n == NOT_IN_FORCE && is_outside(plan, activity);
}

static const char *argument_or_dash(const hhp_finding *f, const char *name) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (strcmp(hhp_finding_argument_name(f, i), name) == 0)
      return hhp_finding_argument_text(f, i);
  }
  return "-";
}

/* "message activity title agreement other party: pointer -> related pointers" */
static const char *finding_text(const hhp_finding *f) {
  static const char *const starts[] = {"No agreement covers", "None of the agreements", "is not in force",
                                       ", and is not in force"};
  static const char *const names[] = {"activity", "title", "agreement", "other", "party"};
  const char *text = "?";
  for (size_t i = 0; i < COUNT_OF(starts); i++) {
    if (strstr(hhp_finding_message(f, HHP_LANG_EN), starts[i]) != NULL)
      text = text_of("%d", (int)i);
  }
  for (size_t i = 0; i < COUNT_OF(names); i++)
    text = text_of("%s %s", text, argument_or_dash(f, names[i]));
  text = text_of("%s: %s ->", text, hhp_finding_pointer(f));
  for (size_t i = 0; i < hhp_finding_related_count(f); i++)
    text = text_of("%s %s", text, hhp_finding_related_pointer(f, i));
  return text;
}

/* 3: it lacks parties, and is not in force, unless HP506 reports the dates. */
static int message_of(const hhp_plan *plan, const hhp_activity *activity, verdict v) {
  if (v.nearness != LACKS_PARTIES || is_in_force(plan, hhp_plan_agreement_at(plan, v.agreement), activity))
    return (int)v.nearness;
  return is_outside(plan, activity) ? (int)v.nearness : 3;
}

static const char *expected_text(const hhp_plan *plan, size_t number, verdict v) {
  const hhp_activity *activity = hhp_plan_activity_at(plan, number);
  const char *text =
      text_of("%d %s %s", message_of(plan, activity, v), hhp_activity_id(activity), hhp_activity_title(activity));
  if (v.nearness == UNCOVERED)
    return text_of("%s - - -: /activities/%zu ->", text, number);
  const hhp_agreement *agreement = hhp_plan_agreement_at(plan, v.agreement);
  text = text_of("%s %s %s", text, hhp_agreement_id(agreement), hhp_agreement_title(agreement));
  if (v.nearness == NOT_IN_FORCE)
    return text_of("%s -: /activities/%zu -> /agreements/%zu", text, number, v.agreement);
  int lacking = first_lacking(agreement, activity);
  const hhp_party *party = hhp_plan_find_party(plan, hhp_activity_party_at(activity, (size_t)lacking));
  return text_of("%s %s: /activities/%zu -> /agreements/%zu /activities/%zu/parties/%d", text, hhp_party_name(party),
                 number, v.agreement, number, lacking);
}

/* Some have more agreements than a word has bits. */
static hhp_plan *random_plan(uint64_t seed) {
  dice d = {seed};
  hhp_plan *plan = frame_of_plan(&d);
  uint64_t activities = roll_below(&d, MOST), agreements = roll_below(&d, seed % 50 == 0 ? MANY : MOST);
  for (uint64_t i = 0; i < activities; i++)
    add_activity(plan, &d, i);
  for (uint64_t i = 0; i < agreements; i++)
    add_agreement(plan, &d, i);
  return plan;
}

static void every_activity_is_judged_as_by_brute_force(void **state) {
  (void)state;
  size_t seen[COVERED + 1] = {0}, unreported = 0;
  for (uint64_t seed = 1; seed <= PLANS; seed++) {
    hhp_plan *plan = random_plan(seed);
    hhp_report *report = new_report();
    assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
    assert_int_equal(hhp_report_is_complete(report), 1);
    size_t next = 0;
    for (size_t i = 0; i < hhp_plan_activity_count(plan); i++) {
      verdict v = verdict_on(plan, hhp_plan_activity_at(plan, i), 0);
      seen[v.nearness]++;
      if (v.nearness == COVERED)
        continue;
      if (follows_from_another(plan, hhp_plan_activity_at(plan, i), v.nearness)) {
        unreported++;
        continue;
      }
      const char *expected = expected_text(plan, i, v);
      const char *actual = next < count_of(report, "HP321") ? finding_text(nth(report, "HP321", next)) : "no finding";
      if (strcmp(actual, expected) != 0)
        fail_msg("plan %d: “%s”, not “%s”", (int)seed, actual, expected);
      next++;
    }
    assert_int_equal(count_of(report, "HP321"), next);
    release_all(NULL);
  }
  for (size_t i = 0; i < COUNT_OF(seen); i++)
    assert_true(seen[i] > 500);
  assert_true(unreported > 500);
}

/* Agreements on all activities, of which only the last one is in force while the activity runs. */
static hhp_plan *plan_of_agreements(size_t count) {
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
                                     "'period': {'start': '2016-01-01', 'end': '2019-12-31'},"
                                     "'activities': [{'id': 'a', 'title': 'A', 'parties': ['k']}]"));
  for (size_t i = 1; i <= count; i++) {
    hhp_agreement *agreement = NULL;
    assert_int_equal(hhp_plan_add_agreement(plan, name('d', i), &agreement), HHP_OK);
    hhp_agreement_set_kind(agreement, HHP_AGREEMENT_KIND_COOPERATION);
    hhp_agreement_set_title(agreement, "D");
    hhp_agreement_add_party(agreement, "k");
    hhp_agreement_set_valid_from(agreement, i == count ? 20160101 : 20140101);
    hhp_agreement_set_valid_to(agreement, i == count ? 20191231 : 20151231);
  }
  return plan;
}

/* However many agreements there are, the last one counts like the others. */
static void the_last_of_many_agreements_counts(void **state) {
  (void)state;
  for (size_t count = 1; count <= 330; count += count % 64 < 2 || count % 64 > 62 ? 1 : 20) {
    hhp_plan *plan = plan_of_agreements(count);
    assert_none(validate(plan, NULL), "HP321");
    assert_int_equal(hhp_plan_remove_agreement(plan, hhp_plan_agreement_at(plan, count - 1)), HHP_OK);
    assert_int_equal(count_of(validate(plan, NULL), "HP321"), 1);
    release_all(NULL);
  }
}

/* Of 70 agreements, two have the party of the activity, and none has the first party of the plan. */
static void few_of_many_agreements_may_have_the_party(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'u', 'name': 'U', 'kind': 'other'}, {'id': 'k', 'name': 'K', "
                                     "'kind': 'municipality'}, {'id': 'v', 'name': 'V', 'kind': 'other'}],"
                                     "'activities': [{'id': 'a', 'title': 'A', 'parties': ['k']}]"));
  for (size_t i = 0; i < 70; i++) {
    hhp_agreement *agreement = NULL;
    assert_int_equal(hhp_plan_add_agreement(plan, name('d', i), &agreement), HHP_OK);
    hhp_agreement_set_kind(agreement, HHP_AGREEMENT_KIND_COOPERATION);
    hhp_agreement_set_title(agreement, "D");
    hhp_agreement_add_party(agreement, i == 30 || i == 60 ? "k" : "v");
  }
  assert_none(validate(plan, NULL), "HP321");
  assert_int_equal(hhp_activity_add_party(hhp_plan_activity_at(plan, 0), "u"), HHP_OK);
  assert_int_equal(count_of(validate(plan, NULL), "HP321"), 1);
}

/* Of 130 parties, an agreement has the first 65. */
static void each_of_many_parties_counts(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'agreements': [{'id': 'd', 'kind': 'cooperation', 'title': 'D'}]"));
  for (size_t i = 0; i < 130; i++) {
    hhp_party *party = NULL;
    hhp_activity *activity = NULL;
    assert_int_equal(hhp_plan_add_party(plan, name('r', i), &party), HHP_OK);
    hhp_party_set_name(party, name('r', i));
    hhp_party_set_kind(party, HHP_PARTY_KIND_MUNICIPALITY);
    assert_int_equal(hhp_plan_add_activity(plan, name('a', i), &activity), HHP_OK);
    hhp_activity_set_title(activity, "A");
    hhp_activity_add_party(activity, name('r', i));
    if (i < 65)
      hhp_agreement_add_party(hhp_plan_agreement_at(plan, 0), name('r', i));
  }
  hhp_report *report = validate(plan, NULL);
  assert_int_equal(count_of(report, "HP321"), 65);
  for (size_t i = 0; i < 65; i++)
    assert_string_equal(text_argument(nth(report, "HP321", i), "activity"), name('a', 65 + i));
}

/* Dates in the wrong order mean nothing: the activity is taken to run as long as the plan. */
static void dates_in_the_wrong_order_are_those_of_the_plan(void **state) {
  (void)state;
  const char *members =
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'period': {'start': "
      "'2016-01-01', 'end': '2019-12-31'}, 'activities': [{'id': 'a', 'title': 'A', 'parties': ['k'], "
      "'start': '2018-06-01', 'end': '2017-01-01'}], 'agreements': [{'id': 'd', 'kind': 'cooperation', "
      "'title': 'D', 'parties': ['k'], 'valid_from': '%s', 'valid_to': '%s'}]";
  only(check_plan(members, "2014-01-01", "2015-12-31"), "HP321");
  only(check_plan(members, "2020-01-01", "2021-12-31"), "HP321");
  assert_none(check_plan(members, "2014-01-01", "2016-01-01"), "HP321");
  assert_none(check_plan(members, "2019-12-31", "2021-12-31"), "HP321");
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(every_activity_is_judged_as_by_brute_force),
      TEST(the_last_of_many_agreements_counts),
      TEST(dates_in_the_wrong_order_are_those_of_the_plan),
      TEST(few_of_many_agreements_may_have_the_party),
      TEST(each_of_many_parties_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
