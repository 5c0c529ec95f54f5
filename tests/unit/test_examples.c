/* The examples of the rules: each has all findings of its rule, and no other findings that its counterpart lacks. */
#include <string.h>

#include "unit/support.h"

enum { WIDEST = 73, LARGEST_CHANGE = 5 };

/* Findings that cannot be separated from the rule: rule, and the other that only one of its examples has. */
static const struct {
  const char *rule, *other;
} S_along[] = {
    {"HP201", "HP204"},                     /* without goals, none is unserved or not adopted */
    {"HP201", "HP205"}, {"HP202", "HP204"}, /* what is not pursued need not be served */
    {"HP206", "HP205"},                     /* nor is there a political goal in a cycle */
    {"HP211", "HP213"},                     /* without focus areas, none lacks activities */
    {"HP212", "HP213"},                     /* one area, and then two that need an activity */
    {"HP213", "HP320"},                     /* an activity, and then one without parties or agreement */
    {"HP213", "HP321"}, {"HP301", "HP213"}, /* the focus area lacks what the activity does not state */
    {"HP323", "HP325"},                     /* an agreement with parties needs their signatures */
    {"HP401", "HP403"},                     /* a quarter of the grant is less than a quarter of the total */
    {"HP402", "HP401"},                     /* if the grant is too large, the rest is too small */
    {"HP402", "HP403"}, {"HP403", "HP401"}, /* it explains why the share is too low */
    {"HP405", "HP404"},                     /* within the ceiling the share would be too low */
    {"HP604", "HP509"},                     /* a plan with years needs milestones in them */
};

static int goes_along(const char *rule, const char *other) {
  for (size_t i = 0; i < COUNT_OF(S_along); i++) {
    if (strcmp(S_along[i].rule, rule) == 0 && strcmp(S_along[i].other, other) == 0)
      return 1;
  }
  return 0;
}

static hhp_check_options *options_for(const hhp_rule *rule) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, hhp_rule_example_stage(rule)), HHP_OK);
  assert_int_equal(hhp_check_options_set_today(options, hhp_rule_example_today(rule)), HHP_OK);
  return options;
}

static const hhp_report *report_on(const hhp_rule *rule, int32_t which) {
  const char *text = hhp_rule_example(rule, which);
  return check_bytes(text, strlen(text), options_for(rule));
}

static void each_rule_has_two(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    if (hhp_rule_example(rule, HHP_EXAMPLE_FAILING) == NULL || hhp_rule_example(rule, HHP_EXAMPLE_PASSING) == NULL)
      fail_msg("%s has no example", hhp_rule_id(rule));
    assert_in_range(hhp_rule_example_stage(rule), HHP_STAGE_DRAFT, HHP_STAGE_FULL);
    assert_null(hhp_rule_example(rule, 0));
    assert_null(hhp_rule_example(rule, 3));
    assert_null(hhp_rule_example(rule, -1));
  }
  assert_null(hhp_rule_example(NULL, HHP_EXAMPLE_FAILING));
  assert_int_equal(hhp_rule_example_stage(NULL), 0);
  assert_int_equal(hhp_rule_example_today(NULL), 0);
}

static void the_failing_one_has_one_finding(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    const hhp_report *report = report_on(rule, HHP_EXAMPLE_FAILING);
    const hhp_finding *f = only(report, hhp_rule_id(rule));
    assert_false(hhp_finding_is_waived(f));
    assert_int_equal(hhp_finding_severity(f), hhp_rule_severity(rule, hhp_rule_example_stage(rule)));
    if (strcmp(hhp_rule_id(rule), "HP101") != 0)
      assert_none(report, "HP101");
  }
}

static void the_passing_one_has_none(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    const hhp_report *report = report_on(rule, HHP_EXAMPLE_PASSING);
    assert_none(report, hhp_rule_id(rule));
    if (!hhp_report_is_complete(report))
      fail_msg("%s: the document is at fault: %s", hhp_rule_id(rule), rules_of(report, HHP_SEVERITY_INFO));
    plan_of(hhp_rule_example(rule, HHP_EXAMPLE_PASSING));
  }
}

/* The status determines the stage, so that the examples have the same findings without --stage. */
static void the_status_is_of_the_stage(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_report *report = check_text(hhp_rule_example(hhp_rule_at(i), HHP_EXAMPLE_PASSING));
    assert_int_equal(hhp_report_stage(report), hhp_rule_example_stage(hhp_rule_at(i)));
  }
}

static void assert_no_more(const hhp_rule *rule, const hhp_report *one, const hhp_report *other, const char *which) {
  for (size_t i = 0; i < hhp_report_count(one); i++) {
    const char *found = hhp_finding_rule(hhp_report_at(one, i));
    if (strcmp(found, hhp_rule_id(rule)) != 0 && count_of(one, found) > count_of(other, found) &&
        !goes_along(hhp_rule_id(rule), found))
      fail_msg("%s: the %s example has %s too", hhp_rule_id(rule), which, found);
  }
}

static void the_two_differ_in_what_matters(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    const hhp_report *failing = report_on(rule, HHP_EXAMPLE_FAILING);
    const hhp_report *passing = report_on(rule, HHP_EXAMPLE_PASSING);
    assert_no_more(rule, failing, passing, "failing");
    if (hhp_report_is_complete(failing))
      assert_no_more(rule, passing, failing, "passing");
  }
}

/* A plan of a goal, a focus area and an activity is incomplete for other rules, but has nothing worse than the rule. */
static void nothing_is_more_severe_than_the_rule(void **state) {
  (void)state;
  const char *bare = hhp_rule_example(hhp_rule_find("HP213"), HHP_EXAMPLE_FAILING);
  const char *active = hhp_rule_example(hhp_rule_find("HP213"), HHP_EXAMPLE_PASSING);
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    int32_t stage = hhp_rule_example_stage(rule);
    const hhp_report *report = report_on(rule, HHP_EXAMPLE_FAILING);
    const hhp_report *lacks = check_at(stage, bare);
    const hhp_report *lacks_active = check_at(stage, active);
    for (size_t k = 0; k < hhp_report_count(report); k++) {
      const hhp_finding *f = hhp_report_at(report, k);
      const char *found = hhp_finding_rule(f);
      if (hhp_finding_severity(f) >= hhp_rule_severity(rule, stage) && strcmp(found, hhp_rule_id(rule)) != 0 &&
          count_of(lacks, found) + count_of(lacks_active, found) == 0 && !goes_along(hhp_rule_id(rule), found))
        fail_msg("%s: the failing example has %s too", hhp_rule_id(rule), found);
    }
  }
}

static size_t lines_in(const char *text, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += text[i] == '\n';
  return count;
}

static void the_change_is_small(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const char *a = hhp_rule_example(hhp_rule_at(i), HHP_EXAMPLE_FAILING);
    const char *b = hhp_rule_example(hhp_rule_at(i), HHP_EXAMPLE_PASSING);
    size_t a_left = strlen(a), b_left = strlen(b);
    while (a_left > 0 && b_left > 0 && a[a_left - 1] == b[b_left - 1])
      a_left--, b_left--;
    size_t same = 0;
    while (same < a_left && same < b_left && a[same] == b[same])
      same++;
    if (lines_in(a + same, a_left - same) > LARGEST_CHANGE || lines_in(b + same, b_left - same) > LARGEST_CHANGE)
      fail_msg("%s: the examples have little in common", hhp_rule_id(hhp_rule_at(i)));
  }
}

static void assert_fits_on_a_screen(const char *id, const char *text) {
  size_t width = 0;
  for (const char *p = text; *p != '\0'; p++) {
    width = *p == '\n' ? 0 : width + (((unsigned char)*p & 0xc0) != 0x80);
    if (width > WIDEST)
      fail_msg("%s: line %zu is too wide", id, lines_in(text, (size_t)(p - text)) + 1);
  }
  assert_in_range(lines_in(text, strlen(text)), 6, 20);
  assert_string_equal(text + strlen(text) - 3, "\n}\n");
}

static void each_fits_on_a_screen(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    for (int32_t which = HHP_EXAMPLE_FAILING; which <= HHP_EXAMPLE_PASSING; which++)
      assert_fits_on_a_screen(hhp_rule_id(hhp_rule_at(i)), hhp_rule_example(hhp_rule_at(i), which));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(each_rule_has_two),
      TEST(the_failing_one_has_one_finding),
      TEST(the_passing_one_has_none),
      TEST(the_status_is_of_the_stage),
      TEST(the_two_differ_in_what_matters),
      TEST(nothing_is_more_severe_than_the_rule),
      TEST(the_change_is_small),
      TEST(each_fits_on_a_screen),
  };
  return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
