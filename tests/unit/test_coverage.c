/* HP321 compared with the simplest algorithm: every agreement is compared with every activity, as in the guide. Plans are
 * random, built with the API. */
#include <stdio.h>
#include <string.h>

#include "unit/support.h"

enum { PARTIES = 7, AREAS = 3, PLANS = 400, MOST = 14 };

static const int32_t dates[] = {0,        0,        20210101, 20210301, 20210400, 20210630, 20210701,
                                20220000, 20220101, 20221231, 20230600, 20240229, 20241231, 20250101};

static int32_t any_date(dice *d) {
  return dates[roll_below(d, COUNT_OF(dates))];
}

static const char *name(char kind, uint64_t number) {
  return text_of("%c-%d", kind, (int)number);
}

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
    hhp_party_set_name(party, "R");
    hhp_party_set_kind(party, HHP_PARTY_KIND_MUNICIPALITY);
  }
  for (uint64_t i = 0; i < AREAS; i++) {
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
  assert_int_equal(hhp_plan_add_activity(plan, name('a', number), &activity), HHP_OK);
  hhp_activity_set_title(activity, "A");
  for (uint64_t i = roll_below(d, 4); i > 0; i--)
    hhp_activity_add_party(activity, name('r', roll_below(d, PARTIES)));
  for (uint64_t i = roll_below(d, 3); i > 0; i--)
    hhp_activity_add_focus_area(activity, name('f', roll_below(d, AREAS)));
  hhp_activity_set_start(activity, any_date(d));
  hhp_activity_set_end(activity, any_date(d));
}

static void add_agreement(hhp_plan *plan, dice *d, uint64_t number, uint64_t activities) {
  hhp_agreement *agreement = NULL;
  assert_int_equal(hhp_plan_add_agreement(plan, name('g', number), &agreement), HHP_OK);
  hhp_agreement_set_title(agreement, "G");
  hhp_agreement_set_kind(agreement, HHP_AGREEMENT_KIND_COOPERATION);
  for (uint64_t i = roll_below(d, PARTIES); i > 0; i--)
    hhp_agreement_add_party(agreement, name('r', roll_below(d, PARTIES)));
  if (roll_below(d, 2) == 0)
    hhp_agreement_set_focus_area(agreement, name('f', roll_below(d, AREAS)));
  for (uint64_t i = roll_below(d, 3); activities > 0 && i > 0; i--)
    hhp_agreement_add_activity(agreement, name('a', roll_below(d, activities)));
  hhp_agreement_set_valid_from(agreement, any_date(d));
  hhp_agreement_set_valid_to(agreement, any_date(d));
}

static int32_t first_day(int32_t date) {
  return date + (date / 100 % 100 == 0 ? 101 : date % 100 == 0 ? 1 : 0);
}

/* Only ever compared, so that a day which no month has is no harm. */
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

/* With `any_area`, as if the activity belonged to every focus area. */
static int is_about(const hhp_plan *plan, const hhp_agreement *agreement, const hhp_activity *activity, int any_area) {
  for (size_t i = 0; i < hhp_agreement_activity_count(agreement); i++) {
    if (strcmp(hhp_agreement_activity_at(agreement, i), hhp_activity_id(activity)) == 0)
      return 1;
  }
  const char *area = hhp_agreement_focus_area(agreement);
  if (hhp_agreement_activity_count(agreement) > 0)
    return 0;
  if (area == NULL || any_area || hhp_focus_area_cross_cutting(hhp_plan_find_focus_area(plan, area)))
    return 1;
  for (size_t i = 0; i < hhp_activity_focus_area_count(activity); i++) {
    if (strcmp(hhp_activity_focus_area_at(activity, i), area) == 0)
      return 1;
  }
  return 0;
}

/* 0: it is not about the activity, 1: it lacks a party, 2: it is not in force, 3: it will do. */
static int nearness_of(const hhp_plan *plan, const hhp_agreement *agreement, const hhp_activity *activity,
                       int any_area) {
  if (!is_about(plan, agreement, activity, any_area))
    return 0;
  for (size_t i = 0; i < hhp_activity_party_count(activity); i++) {
    if (!has_party(agreement, hhp_activity_party_at(activity, i)))
      return 1;
  }
  stretch when = stretch_of_activity(plan, activity);
  stretch valid = stretch_of(hhp_agreement_valid_from(agreement), hhp_agreement_valid_to(agreement));
  return valid.first <= when.last && when.first <= valid.last ? 3 : 2;
}

static int nearest_of(const hhp_plan *plan, const hhp_activity *activity, int any_area) {
  int nearest = 0;
  for (size_t i = 0; i < hhp_plan_agreement_count(plan); i++) {
    int nearness = nearness_of(plan, hhp_plan_agreement_at(plan, i), activity, any_area);
    nearest = nearness > nearest ? nearness : nearest;
  }
  return nearest;
}

/* Consequences are not reported: of an area that is not named (HP301), or of dates outside the plan (HP506). */
static int merely_follows(const hhp_plan *plan, const hhp_activity *activity, int nearest) {
  stretch when = stretch_of_activity(plan, activity);
  int is_known = hhp_period_start(hhp_plan_period(plan)) != 0;
  if (hhp_activity_focus_area_count(activity) == 0 && nearest_of(plan, activity, 1) == 3)
    return 1;
  return nearest == 2 && is_known && (when.first > 20241231 || when.last < 20210101);
}

static const hhp_finding *finding_for(const hhp_report *report, const char *activity) {
  for (size_t i = 0; i < count_of(report, "HP321"); i++) {
    if (strcmp(hhp_finding_entity(nth(report, "HP321", i)), activity) == 0)
      return nth(report, "HP321", i);
  }
  return NULL;
}

static void assert_judged(const hhp_plan *plan, const hhp_report *report, const hhp_activity *activity, uint64_t seed) {
  static const char *const words[] = {"No agreement covers", "None of the agreements", "is not in force"};
  int nearest = nearest_of(plan, activity, 0);
  const hhp_finding *f = finding_for(report, hhp_activity_id(activity));
  if ((f == NULL) != (nearest == 3 || merely_follows(plan, activity, nearest)))
    fail_msg("plan %d, %s: %d, but %s", (int)seed, hhp_activity_id(activity), nearest,
             f == NULL ? "not reported" : "reported");
  if (f != NULL && strstr(hhp_finding_message(f, HHP_LANG_EN), words[nearest]) == NULL)
    fail_msg("plan %d, %s: %d, but “%s”", (int)seed, hhp_activity_id(activity), nearest,
             hhp_finding_message(f, HHP_LANG_EN));
}

static void every_activity_agrees_with_the_simple_algorithm(void **state) {
  (void)state;
  size_t seen[2] = {0};
  for (uint64_t seed = 1; seed <= PLANS; seed++) {
    dice d = {seed};
    hhp_plan *plan = frame_of_plan(&d);
    uint64_t activities = roll_below(&d, MOST), agreements = roll_below(&d, MOST);
    for (uint64_t i = 0; i < activities; i++)
      add_activity(plan, &d, i);
    for (uint64_t i = 0; i < agreements; i++)
      add_agreement(plan, &d, i, activities);
    hhp_report *report = new_report();
    assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
    assert_int_equal(hhp_report_is_complete(report), 1);
    for (size_t i = 0; i < hhp_plan_activity_count(plan); i++) {
      assert_judged(plan, report, hhp_plan_activity_at(plan, i), seed);
      seen[finding_for(report, hhp_activity_id(hhp_plan_activity_at(plan, i))) != NULL]++;
    }
    release_all(NULL);
  }
  assert_true(seen[0] > 300 && seen[1] > 300); /* both verdicts, and not a few */
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(every_activity_agrees_with_the_simple_algorithm),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
