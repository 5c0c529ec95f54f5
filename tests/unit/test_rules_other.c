/* The rules about goals, focus areas, activities, leadership and period: HP203, HP215, HP305, HP322, HP504. */
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

static void assert_severities(const char *rule, const char *members, int32_t draft, int32_t prequal, int32_t full) {
  const int32_t expected[] = {draft, prequal, full};
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    assert_int_equal(hhp_finding_severity(only(check_at(stage, plan_text("%s", members)), rule)), expected[stage - 1]);
    assert_int_equal(hhp_rule_severity(hhp_rule_find(rule), stage), expected[stage - 1]);
  }
}

/* --- HP203: political goals without strategy --- */

#define STRATEGY(goals) "'strategies': [{'id': 's', 'title': 'S', 'goals': [" goals "]}]"

static void hp203_fires_for_a_goal_that_no_strategy_has(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'goals': [{'id': 'a', 'title': 'Et mål'}, {'id': 'b', 'title': 'Et andet'}], " STRATEGY("'b'"));
  const hhp_finding *f = only(report, "HP203");
  assert_string_equal(hhp_finding_pointer(f), "/goals/0");
  assert_string_equal(hhp_finding_entity(f), "a");
  assert_string_equal(text_argument(f, "title"), "Et mål");
  assert_string_equal(text_argument(f, "goal"), "a");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "Ingen strategi understøtter det politiske mål »Et mål«.");
  assert_none(check_plan("'goals': [{'id': 'a', 'title': 'A'}], " STRATEGY("'a'")), "HP203");
}

static void hp203_is_silent_without_strategies(void **state) {
  (void)state;
  assert_none(check_plan("'goals': [{'id': 'a', 'title': 'A'}]"), "HP203");
  assert_none(check_plan("'strategies': [{'id': 's', 'title': 'S'}]"), "HP203");
}

static void hp203_is_a_warning_at_every_stage(void **state) {
  (void)state;
  assert_severities("HP203", "'goals': [{'id': 'a', 'title': 'A'}], " STRATEGY(""), HHP_SEVERITY_WARNING,
                    HHP_SEVERITY_WARNING, HHP_SEVERITY_WARNING);
}

/* A strategy for a subgoal supports the goal; a goal below another one is not political. */
static void hp203_counts_what_serves_a_part_of_the_goal(void **state) {
  (void)state;
  const char *goals = "'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'parent': 'a'}, {'id': 'c', "
                      "'title': 'C', 'parent': 'b'}]";
  assert_none(check_plan("%s, " STRATEGY("'c'"), goals), "HP203");
  assert_string_equal(hhp_finding_entity(only(check_plan("%s, " STRATEGY(""), goals), "HP203")), "a");
}

/* Not the reverse: serving the whole goal does not serve its parts, which are not political goals. */
static void hp203_is_about_political_goals_alone(void **state) {
  (void)state;
  assert_none(
      check_plan("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'parent': 'a'}], " STRATEGY("'a'")),
      "HP203");
}

static void hp203_stops_at_cycles(void **state) {
  (void)state;
  const char *goals = "'goals': [{'id': 'a', 'title': 'A', 'parent': 'b'}, {'id': 'b', 'title': 'B', 'parent': 'a'},"
                      "{'id': 'c', 'title': 'C', 'parent': 'c'}, {'id': 'd', 'title': 'D'}]";
  hhp_report *report = check_plan("%s, " STRATEGY("'a', 'b', 'c'"), goals);
  assert_string_equal(hhp_finding_entity(only(report, "HP203")), "d");
}

static void hp203_counts_goals_that_are_not_pursued(void **state) {
  (void)state;
  assert_int_equal(
      count_of(check_plan("'goals': [{'id': 'a', 'title': 'A', 'pursued': false}], " STRATEGY("")), "HP203"), 1);
}

/* --- HP215: open for input --- */

/* "LBF 2011-2014" is suggested to be lbf-2011-2014, and so for each scheme. */
static void hp106_suggests_every_scheme(void **state) {
  (void)state;
  assert_true(hhp_scheme_count() >= 3);
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const char *id = hhp_scheme_id(hhp_scheme_at(i));
    char *written = copy_of(id);
    memcpy(written, "LBF ", 4);
    const char *text = quoted(text_of("{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', "
                                      "'scheme': '%s', 'area': 'A'}",
                                      written));
    assert_string_equal(text_argument(only(check_text(text), "HP106"), "suggestion"), id);
  }
}

/* A scheme without areas leaves them to the plan. */
static void hp210_needs_areas_of_the_scheme(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  const hhp_scheme *scheme =
      scheme_of(quoted("{'format': 'helhedsplan-scheme/1', 'id': 'own-scheme', 'title_da': 'D', 'title_en': 'E', "
                       "'min_local_bp': 2500, 'base': 'total'}"));
  assert_int_equal(hhp_check_options_set_scheme(options, scheme), HHP_OK);
  const char *text = plan_text("'focus_areas': [{'id': 'f', 'code': 'naturen', 'title': 'F'}]");
  assert_none(check_bytes(text, strlen(text), options), "HP210");
  assert_int_equal(count_of(check_bytes(text, strlen(text), NULL), "HP210"), 1);
}

/* A scheme of a single area has it, and no other. */
static void hp210_holds_for_a_scheme_of_one_area(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  const hhp_scheme *scheme =
      scheme_of(quoted("{'format': 'helhedsplan-scheme/1', 'id': 'own-scheme', 'title_da': 'D', 'title_en': 'E', "
                       "'min_local_bp': 2500, 'base': 'total', "
                       "'focus_areas': [{'code': 'tryghed', 'title_da': 'T', 'title_en': 'S'}]}"));
  assert_int_equal(hhp_check_options_set_scheme(options, scheme), HHP_OK);
  const char *text = plan_text("'focus_areas': [{'id': 'f', 'code': 'tryghed', 'title': 'F'}, {'id': 'g', 'code': "
                               "'trivsel', 'title': 'G'}]");
  const hhp_finding *f = only(check_bytes(text, strlen(text), options), "HP210");
  assert_string_equal(hhp_finding_pointer(f), "/focus_areas/1/code");
  /* its id is suggested where it is misspelt */
  text = quoted(
      "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'Own Scheme', 'area': 'A'}");
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(text, strlen(text), options, report), HHP_OK);
  assert_string_equal(text_argument(only(report, "HP106"), "suggestion"), "own-scheme");
}

static const char *area(const char *id, const char *members) {
  return text_of("{'id': '%s', 'code': 'tryghed-og-trivsel', 'title': 'Område %s'%s}", id, id, members);
}

static void hp215_fires_for_each_open_area(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'focus_areas': [%s, %s, %s, %s]", area("a", ", 'open_for_input': true"),
                 area("b", ", 'open_for_input': false"), area("c", ""), area("d", ", 'open_for_input': true"));
  assert_int_equal(count_of(report, "HP215"), 2);
  const hhp_finding *f = nth(report, "HP215", 0);
  assert_string_equal(hhp_finding_pointer(f), "/focus_areas/0/open_for_input");
  assert_int_equal(hhp_finding_length(f), 4); /* true */
  assert_string_equal(hhp_finding_entity(f), "a");
  assert_string_equal(text_argument(f, "title"), "Område a");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP215", 1)), "/focus_areas/3/open_for_input");
}

static void hp215_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP215", text_of("'focus_areas': [%s]", area("a", ", 'open_for_input': true")), HHP_SEVERITY_INFO,
                    HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR);
}

/* --- HP305: age ranges that overlap --- */

static const char *activity(const char *id, const char *title, const char *areas, const char *group) {
  return text_of("{'id': '%s', 'title': '%s', 'focus_areas': [%s], 'target_group': {%s}}", id, title, areas, group);
}

static hhp_report *check_two(const char *first, const char *second) {
  return check_plan("'focus_areas': [%s, %s], 'activities': [%s, %s]", area("x", ""), area("y", ""), first, second);
}

static void hp305_fires_where_an_age_is_shared(void **state) {
  (void)state;
  const hhp_finding *f = only(check_two(activity("a", "Rådgivning (0-6 år)", "'x'", "'age_min': 0, 'age_max': 6"),
                                        activity("b", "Rådgivning (6-15 år)", "'x'", "'age_min': 6, 'age_max': 15")),
                              "HP305");
  assert_string_equal(hhp_finding_pointer(f), "/activities/1/target_group");
  assert_string_equal(hhp_finding_entity(f), "b");
  assert_int_equal(hhp_finding_number(f, "from"), 6);
  assert_int_equal(hhp_finding_number(f, "to"), 6);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "»Rådgivning (6-15 år)« og »Rådgivning (0-6 år)« dækker begge alderen 6 år.");
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/activities/0/target_group");
  f = only(check_two(activity("a", "Rådgivning (0-8 år)", "'x'", "'age_min': 0, 'age_max': 8"),
                     activity("b", "Rådgivning (6-15 år)", "'x'", "'age_min': 6, 'age_max': 15")),
           "HP305");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "“Rådgivning (6-15 år)” and “Rådgivning (0-8 år)” both cover the ages 6 to 8.");
}

static void hp305_is_silent_where_none_is_shared(void **state) {
  (void)state;
  assert_none(check_two(activity("a", "Rådgivning (0-5 år)", "'x'", "'age_min': 0, 'age_max': 5"),
                        activity("b", "Rådgivning (6-15 år)", "'x'", "'age_min': 6, 'age_max': 15")),
              "HP305");
}

/* A title that says none of its ages is not compared, whatever it has in their place. */
static void hp305_compares_titles_that_say_an_age(void **state) {
  (void)state;
  assert_none(check_two(activity("a", "Hold # år", "'x'", "'age_min': 0, 'age_max': 6"),
                        activity("b", "Hold 6 år", "'x'", "'age_min': 6, 'age_max': 15")),
              "HP305");
}

static void hp305_is_about_one_focus_area(void **state) {
  (void)state;
  const char *young = activity("a", "Råd (0-6 år)", "'x'", "'age_min': 0, 'age_max': 6");
  assert_none(check_two(young, activity("b", "Råd (6-15 år)", "'y'", "'age_min': 6, 'age_max': 15")), "HP305");
  assert_none(check_two(young, activity("b", "Råd (6-15 år)", "", "'age_min': 6, 'age_max': 15")), "HP305");
  assert_int_equal(
      count_of(check_two(young, activity("b", "Råd (6-15 år)", "'y', 'x'", "'age_min': 6, 'age_max': 15")), "HP305"),
      1);
  assert_int_equal(count_of(check_two(activity("a", "Råd (0-6 år)", "'x', 'y'", "'age_min': 0, 'age_max': 6"),
                                      activity("b", "Råd (6-15 år)", "'y', 'x'", "'age_min': 6, 'age_max': 15")),
                            "HP305"),
                   1); /* reported once, although they share two areas */
}

static void hp305_needs_titles_that_differ_in_the_ages_alone(void **state) {
  (void)state;
  static const char *const ages = "'age_min': 6, 'age_max': 15";
  assert_none(check_two(activity("a", "Sommerlejr 2016", "'x'", ages), activity("b", "Sommerlejr 2017", "'x'", ages)),
              "HP305");
  assert_none(
      check_two(activity("a", "Fodbold (6-15 år)", "'x'", ages), activity("b", "Håndbold (6-15 år)", "'x'", ages)),
      "HP305");
  assert_none(
      check_two(activity("a", "Fodbold (6-15 år)", "'x'", ages), activity("b", "Fodbold (6-15 år)", "'x'", ages)),
      "HP305");
  assert_none(
      check_two(activity("a", "Fodbold", "'x'", "'age_min': 0, 'age_max': 6"), activity("b", "Fodbold", "'x'", ages)),
      "HP305");
  assert_none(check_two(activity("a", "Hold 1 (6-15 år)", "'x'", ages), activity("b", "Hold 2 (6-15 år)", "'x'", ages)),
              "HP305");
}

/* Case, spaces and letters are normalised, as in any comparison of titles. */
static void hp305_folds_titles(void **state) {
  (void)state;
  assert_int_equal(count_of(check_two(activity("a", "RÅDGIVNING 0-6 AAR", "'x'", "'age_min': 0, 'age_max': 6"),
                                      activity("b", "Raadgivning 6-15 år", "'x'", "'age_min': 6, 'age_max': 15")),
                            "HP305"),
                   1);
}

/* A limit that neither states is not in the finding. */
static void hp305_gives_no_limit_that_is_not_stated(void **state) {
  (void)state;
  const hhp_finding *f = only(check_two(activity("a", "Råd (18- år)", "'x'", "'age_min': 18"),
                                        activity("b", "Råd (65- år)", "'x'", "'age_min': 65")),
                              "HP305");
  assert_int_equal(hhp_finding_number(f, "from"), 65);
  assert_int_equal(hhp_finding_number(f, "to"), HHP_ABSENT);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "»Råd (65- år)« og »Råd (18- år)« dækker begge alderen fra 65 år og opefter.");
  f = only(check_two(activity("a", "Råd (-6 år)", "'x'", "'age_max': 6"),
                     activity("b", "Råd (-9 år)", "'x'", "'age_max': 9")),
           "HP305");
  assert_int_equal(hhp_finding_number(f, "from"), HHP_ABSENT);
  assert_int_equal(hhp_finding_number(f, "to"), 6);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "“Råd (-9 år)” and “Råd (-6 år)” both cover the ages up to 6.");
  f = only(check_two(activity("a", "Råd 3 år", "'x'", "'age_min': 3, 'age_max': 5"),
                     activity("b", "Råd 5 år", "'x'", "'age_min': 5")),
           "HP305");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "“Råd 5 år” and “Råd 3 år” both cover the age 5.");
}

static void hp305_reports_each_later_activity_once(void **state) {
  (void)state;
  hhp_report *report = check_plan("'focus_areas': [%s], 'activities': [%s, %s, %s]", area("x", ""),
                                  activity("a", "Råd (0-10 år)", "'x'", "'age_min': 0, 'age_max': 10"),
                                  activity("b", "Råd (5-8 år)", "'x'", "'age_min': 5, 'age_max': 8"),
                                  activity("c", "Råd (9-12 år)", "'x'", "'age_min': 9, 'age_max': 12"));
  assert_int_equal(count_of(report, "HP305"), 2); /* b with a, and c with a, which extends further than b */
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP305", 1), 0), "/activities/0/target_group");
}

/* Of two that reach as far, the first is named. */
static void hp305_names_the_first_of_those_that_reach_furthest(void **state) {
  (void)state;
  hhp_report *report = check_plan("'focus_areas': [%s], 'activities': [%s, %s, %s]", area("x", ""),
                                  activity("a", "Leg (0-6 år)", "'x'", "'age_min': 0, 'age_max': 6"),
                                  activity("b", "Leg (3-6 år)", "'x'", "'age_min': 3, 'age_max': 6"),
                                  activity("c", "Leg (6-9 år)", "'x'", "'age_min': 6, 'age_max': 9"));
  assert_int_equal(count_of(report, "HP305"), 2);
  assert_string_equal(text_argument(nth(report, "HP305", 1), "title"), "Leg (6-9 år)");
  assert_string_equal(text_argument(nth(report, "HP305", 1), "other"), "Leg (0-6 år)");
}

static void hp305_is_an_info_at_every_stage(void **state) {
  (void)state;
  const char *members = text_of("'focus_areas': [%s], 'activities': [%s, %s]", area("x", ""),
                                activity("a", "Råd (0-6)", "'x'", "'age_min': 0, 'age_max': 6"),
                                activity("b", "Råd (6-9)", "'x'", "'age_min': 6, 'age_max': 9"));
  assert_severities("HP305", members, HHP_SEVERITY_INFO, HHP_SEVERITY_INFO, HHP_SEVERITY_INFO);
}

/* --- HP322: one leading party --- */

static hhp_report *check_leads(const char *leads) {
  return check_plan(
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'secretariat'}, {'id': 'b', 'name': 'B', 'kind': 'municipality'},"
      "{'id': 'c', 'name': 'C', 'kind': 'other'}], 'governance': {'secretariat': 'a', 'leads': [%s]}",
      leads);
}

static void hp322_requires_exactly_one_lead(void **state) {
  (void)state;
  assert_none(check_leads("'a'"), "HP322");
  const hhp_finding *f = only(check_leads(""), "HP322");
  assert_string_equal(hhp_finding_pointer(f), "/governance");
  assert_int_equal(hhp_finding_length(f), 1);
  assert_int_equal(hhp_finding_number(f, "actual"), 0);
  assert_int_equal(hhp_finding_number(f, "required"), 1);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The plan has no leading party; there has to be exactly one, unambiguous leadership.");
  f = only(check_leads("'a', 'b'"), "HP322");
  assert_string_equal(hhp_finding_pointer(f), "/governance/leads");
  assert_int_equal(hhp_finding_number(f, "actual"), 2);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The plan has 2 leading parties; there has to be exactly one, unambiguous leadership.");
  assert_int_equal(hhp_finding_number(only(check_leads("'a', 'b', 'c'"), "HP322"), "actual"), 3);
  assert_string_equal(hhp_finding_pointer(only(check_plan("%s", ""), "HP322")), "");
}

static void hp322_counts_a_party_once(void **state) {
  (void)state;
  assert_none(check_leads("'a', 'a'"), "HP322");
  assert_int_equal(hhp_finding_number(only(check_leads("'a', 'b', 'b'"), "HP322"), "actual"), 2);
  assert_int_equal(hhp_finding_number(only(check_leads("'b', 'a', 'b', 'a'"), "HP322"), "actual"), 2);
}

static void hp322_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP322", "", HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR);
}

/* --- HP504: exact dates --- */

static void hp504_requires_first_and_last_day(void **state) {
  (void)state;
  assert_none(check_plan("'period': {'start': '2016-01-01', 'end': '2020-12-31'}"), "HP504");
  const hhp_finding *f = only(check_plan("%s", ""), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "");
  assert_string_equal(text_argument(f, "member"), "start");
  f = only(check_plan("'period': {'x-note': 1}"), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "");
  f = only(check_plan("'period': {'label': '2016-2020'}"), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "/period");
  assert_int_equal(hhp_finding_length(f), 1);
  f = only(check_plan("'period': {'start': '2016-01', 'end': '2020'}"), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "/period/start");
  assert_int_equal(hhp_finding_length(f), strlen("'2016-01'"));
  f = only(check_plan("'period': {'start': '2016-01-01', 'end': '2020-12'}"), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "/period/end");
  assert_string_equal(text_argument(f, "member"), "end");
  f = only(check_plan("'period': {'start': '2016-01-01'}"), "HP504");
  assert_string_equal(hhp_finding_pointer(f), "/period");
  assert_string_equal(text_argument(f, "member"), "end");
}

static void hp504_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP504", "", HHP_SEVERITY_INFO, HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR);
}

/* --- The table of rules --- */

static void rules_are_in_order_and_in_both_languages(void **state) {
  (void)state;
  assert_true(hhp_rule_count() > 0);
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    if (i > 0)
      assert_true(strcmp(hhp_rule_id(hhp_rule_at(i - 1)), hhp_rule_id(rule)) < 0);
    assert_ptr_equal(hhp_rule_find(hhp_rule_id(rule)), rule);
    assert_ptr_equal(hhp_rule_find(hhp_rule_slug(rule)), rule);
    for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
      assert_true(strlen(hhp_rule_title(rule, lang)) > 0);
      assert_true(strlen(hhp_rule_rationale(rule, lang)) > 0);
      assert_true(strlen(hhp_rule_source(rule, lang)) > 0);
    }
    assert_string_not_equal(hhp_rule_title(rule, HHP_LANG_DA), hhp_rule_title(rule, HHP_LANG_EN));
  }
  assert_null(hhp_rule_at(hhp_rule_count()));
}

static void what_is_no_rule_has_no_answers(void **state) {
  (void)state;
  assert_null(hhp_rule_find(NULL));
  assert_null(hhp_rule_find("HP999"));
  assert_null(hhp_rule_find("hp401"));
  assert_null(hhp_rule_id(NULL));
  assert_null(hhp_rule_slug(NULL));
  assert_null(hhp_rule_title(NULL, HHP_LANG_DA));
  assert_int_equal(hhp_rule_severity(NULL, HHP_STAGE_DRAFT), HHP_SEVERITY_OFF);
  assert_int_equal(hhp_rule_severity(hhp_rule_find("HP401"), HHP_STAGE_BY_STATUS), HHP_SEVERITY_OFF);
  assert_int_equal(hhp_rule_severity(hhp_rule_find("HP401"), 4), HHP_SEVERITY_OFF);
  assert_string_equal(hhp_severity_name(HHP_SEVERITY_OFF), "off");
  assert_string_equal(hhp_severity_name(HHP_SEVERITY_INFO), "info");
  assert_string_equal(hhp_severity_name(HHP_SEVERITY_WARNING), "warning");
  assert_string_equal(hhp_severity_name(HHP_SEVERITY_ERROR), "error");
  assert_null(hhp_severity_name(4));
  assert_null(hhp_severity_name(-1));
  assert_string_equal(hhp_stage_name(HHP_STAGE_DRAFT), "draft");
  assert_string_equal(hhp_stage_name(HHP_STAGE_PREQUAL), "prequal");
  assert_string_equal(hhp_stage_name(HHP_STAGE_FULL), "full");
  assert_null(hhp_stage_name(HHP_STAGE_BY_STATUS));
  assert_null(hhp_stage_name(4));
}

/* draft and cancelled: draft; prequalified and submitted: prequal; approved, running and closed: full. */
static void the_status_decides_the_stage(void **state) {
  (void)state;
  static const struct {
    int32_t status;
    int32_t stage;
  } rows[] = {{HHP_PLAN_STATUS_DRAFT, HHP_STAGE_DRAFT},       {HHP_PLAN_STATUS_PREQUALIFIED, HHP_STAGE_PREQUAL},
              {HHP_PLAN_STATUS_SUBMITTED, HHP_STAGE_PREQUAL}, {HHP_PLAN_STATUS_APPROVED, HHP_STAGE_FULL},
              {HHP_PLAN_STATUS_RUNNING, HHP_STAGE_FULL},      {HHP_PLAN_STATUS_CLOSED, HHP_STAGE_FULL},
              {HHP_PLAN_STATUS_CANCELLED, HHP_STAGE_DRAFT}};
  hhp_plan *plan = plan_of(plan_text("%s", ""));
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    assert_int_equal(hhp_plan_set_status(plan, rows[i].status), HHP_OK);
    hhp_report *report = validate(plan, NULL);
    assert_int_equal(hhp_report_stage(report), rows[i].stage);
    assert_int_equal(hhp_finding_severity(only(report, "HP322")),
                     rows[i].stage == HHP_STAGE_DRAFT ? HHP_SEVERITY_WARNING : HHP_SEVERITY_ERROR);
  }
}

static void hp302_ignores_titles_of_spaces(void **state) {
  (void)state;
  assert_none(check_two(activity("a", " ", "'x'", ""), activity("b", "\u00a0", "'x'", "")), "HP302");
}

/* --- A rule suppressed by another is reported if the other is off --- */

static hhp_report *check_with(const char *rule, int32_t severity, const char *members) {
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  assert_int_equal(hhp_check_options_set_severity(options, rule, severity), HHP_OK);
  const char *json = plan_text("%s", members);
  return check_bytes(json, strlen(json), options);
}

static void hp301_gives_way_to_hp211_only_while_that_is_on(void **state) {
  (void)state;
  const char *two = "'activities': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]";
  for (int32_t severity = HHP_SEVERITY_INFO; severity <= HHP_SEVERITY_ERROR; severity++) {
    hhp_report *report = check_with("HP211", severity, two);
    assert_int_equal(hhp_finding_severity(only(report, "HP211")), severity);
    assert_none(report, "HP301");
  }
  hhp_report *report = check_with("HP211", HHP_SEVERITY_OFF, two);
  assert_none(report, "HP211");
  assert_int_equal(count_of(report, "HP301"), 2);
}

/* So does its waiver: it waits for HP211, and is used or unused if that is off. */
static void a_waiver_of_hp301_waits_for_hp211_only_while_that_is_on(void **state) {
  (void)state;
  const char *waiver = "'waivers': [{'rule': 'HP301', 'reason': 'R'}]";
  const char *one = text_of("'activities': [{'id': 'a', 'title': 'A'}], %s", waiver);
  assert_none(check_with("HP211", HHP_SEVERITY_INFO, one), "HP702");
  assert_none(check_with("HP211", HHP_SEVERITY_INFO, waiver), "HP702");
  hhp_report *report = check_with("HP211", HHP_SEVERITY_OFF, one);
  assert_true(hhp_finding_is_waived(only(report, "HP301")));
  assert_none(report, "HP702");
  only(check_with("HP211", HHP_SEVERITY_OFF, waiver), "HP702");
}

/* --- HP325: signatures --- */

/* Each agreement is seen by itself: who has signed another one, or is a party to it, counts for that one alone. */
static void hp325_counts_the_signatures_of_each_agreement(void **state) {
  (void)state;
  static const struct {
    const char *signed_by[3]; /* of an agreement of a, of one of b, of one of both */
    int findings;
  } cases[] = {{{"", "", ""}, 3},
               {{"{'party': 'a'}", "", ""}, 2},
               {{"", "{'party': 'b'}", ""}, 2},
               {{"", "", "{'party': 'a'}, {'party': 'b'}"}, 2},
               {{"", "", "{'party': 'b'}"}, 3},
               {{"{'party': 'a'}", "{'party': 'b'}", "{'party': 'a'}, {'party': 'b'}"}, 0}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *const *by = cases[i].signed_by;
    const hhp_report *report = check_at(
        HHP_STAGE_FULL,
        plan_text("'parties': [{'id': 'a', 'name': 'A', 'kind': 'other'}, {'id': 'b', 'name': 'B', 'kind': 'other'}], "
                  "'agreements': ["
                  "{'id': 'x', 'title': 'X', 'kind': 'sub', 'parties': ['a'], 'signatures': [%s]}, "
                  "{'id': 'y', 'title': 'Y', 'kind': 'sub', 'parties': ['b'], 'signatures': [%s]}, "
                  "{'id': 'z', 'title': 'Z', 'kind': 'sub', 'parties': ['a', 'b'], 'signatures': [%s]}]",
                  by[0], by[1], by[2]));
    if (count_of(report, "HP325") != (size_t)cases[i].findings)
      fail_msg("case %zu: %zu findings", i, count_of(report, "HP325"));
  }
}

/* --- HP326: a board whose levels are not stated --- */

static void hp326_says_where_a_level_is_not_stated(void **state) {
  (void)state;
  static const char board[] =
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'l', 'name': 'L', 'kind': 'municipality'}, "
      "{'id': 'b', 'name': 'B', 'kind': 'housing_organisation'}], 'governance': {'board': [%s]}";
  hhp_report *report = check_at(
      HHP_STAGE_FULL, plan_text(board, "{'party': 'k', 'level': 'top_management'}, {'party': 'b', 'level': 'other'}, "
                                       "{'party': 'b'}"));
  const hhp_finding *f = only(report, "HP326");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The plan does not state that anybody from the top management of “B” is on the board.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Det fremgår ikke, at nogen fra den øverste ledelse af »B« er i bestyrelsen.");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_EN),
      "State the “level” of the member from “B” if it is “top_management”; otherwise add one from the top management.");
  f = only(check_at(HHP_STAGE_FULL, plan_text(board, "{'party': 'k', 'level': 'top_management'}, {'party': 'b', "
                                                     "'level': 'other'}")),
           "HP326");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "Nobody from the top management of “B” is on the board.");
  /* The municipality that the board may have a manager of is named. */
  f = only(check_at(HHP_STAGE_FULL, plan_text(board, "{'party': 'k', 'level': 'other'}, {'party': 'l'}, {'party': 'b', "
                                                     "'level': 'top_management'}")),
           "HP326");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The plan does not state that anybody from the top management of “L” is on the board.");
}

/* --- HP601: an indicator without figures leads to HP602 --- */

static void hp601_asks_for_baseline_and_target(void **state) {
  (void)state;
  static const char goal[] = "'goals': [{'id': 'g', 'title': 'G'}]%s";
  const hhp_finding *f = only(check_at(HHP_STAGE_FULL, plan_text(goal, "")), "HP601");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Add an indicator with “goal”: “g”, a baseline and a target; if the plan does not pursue it, set "
                      "its “pursued” to false.");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_DA),
      "Tilføj en indikator med »goal«: »g«, udgangspunkt og måltal; forfølger planen ikke målet, så sæt "
      "dets »pursued« til false.");
  hhp_report *report =
      check_at(HHP_STAGE_FULL, plan_text(goal, ", 'indicators': [{'id': 'i', 'title': 'I', 'goal': 'g'}]"));
  assert_none(report, "HP601");
  assert_int_equal(count_of(report, "HP602"), 1);
}

/* --- HP321, HP323: who is added to an agreement has to sign it (HP325) --- */

static hhp_report *check_agreement(const char *parties, const char *signatures) {
  const char *json = plan_text(
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
      "'housing_organisation'}], 'focus_areas': [{'id': 'f', 'code': 'tryghed-og-trivsel', 'title': 'F'}], "
      "'activities': "
      "[{'id': 'c', 'title': 'C', 'focus_areas': ['f'], 'parties': ['k', 'b']}], 'agreements': [{'id': 'a', 'kind': "
      "'strategic', 'title': 'A', 'parties': [%s], 'signatures': [%s]}]",
      parties, signatures);
  return check_at(HHP_STAGE_FULL, json);
}

static void hp321_and_hp323_ask_for_signatures(void **state) {
  (void)state;
  hhp_report *report = check_agreement("'k'", "{'party': 'k'}");
  assert_none(report, "HP325");
  assert_string_equal(
      hhp_finding_remedy(only(report, "HP323"), HHP_LANG_EN),
      "Add the municipality and all housing organisations of the plan to the “parties” and “signatures” of “a”.");
  assert_string_equal(hhp_finding_remedy(only(report, "HP321"), HHP_LANG_EN),
                      "Add the missing parties to the “parties” and “signatures” of “a”, or make an agreement on “c”.");
  report = check_agreement("'k', 'b'", "{'party': 'k'}");
  assert_int_equal(count_of(report, "HP325"), 1);
  report = check_agreement("'k', 'b'", "{'party': 'k'}, {'party': 'b'}");
  assert_none(report, "HP321");
  assert_none(report, "HP323");
  assert_none(report, "HP325");
}

/* Added to the activity alone, the party would be missing from its agreement (HP321), and with a place in it alone,
 * from the signatures (HP325). */
static hhp_report *check_partner(const char *of_activity, const char *of_agreement, const char *signatures) {
  return check_at(HHP_STAGE_FULL,
                  plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'police'}, {'id': 'b', 'name': 'B', 'kind': "
                            "'association'}], 'activities': [{'id': 'c', 'title': 'C', 'parties': [%s]}], "
                            "'agreements': [{'id': 'a', 'kind': 'cooperation', 'title': 'A', 'parties': [%s], "
                            "'signatures': [{'party': 'b'}%s]}]",
                            of_activity, of_agreement, signatures));
}

static void hp320_asks_for_the_agreement_too(void **state) {
  (void)state;
  hhp_report *report = check_partner("'b'", "'b'", "");
  assert_none(report, "HP321");
  assert_none(report, "HP325");
  assert_string_equal(
      hhp_finding_remedy(only(report, "HP320"), HHP_LANG_EN),
      "Add the party that takes part to the “parties” of “c”, and to the “parties” and “signatures” of the "
      "agreement that covers it.");
  report = check_partner("'b', 'k'", "'b', 'k'", ", {'party': 'k'}");
  assert_none(report, "HP320");
  assert_none(report, "HP321");
  assert_none(report, "HP325");
}

/* Both have to be corrected: with the party alone, the finding would stay. */
static void hp321_asks_for_parties_and_dates(void **state) {
  (void)state;
  static const char rest[] = "'valid_from': '2015-01-01', 'valid_to': '2015-12-31', 'signatures': []";
  const char *json = plan_text(
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': 'police'}], "
      "'activities': [{'id': 'c', 'title': 'C', 'parties': ['k', 'b'], 'start': '2016-01-01'}], "
      "'agreements': [{'id': 'a', 'kind': 'cooperation', 'title': 'A', 'parties': ['k'], %s}]",
      rest);
  const hhp_finding *f = only(check_at(HHP_STAGE_FULL, json), "HP321");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "None of the agreements that cover the activity “C” has all of its parties; “A” lacks “B”, and is "
      "not in force while the activity runs.");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_DA),
      "Tilføj de parter, der mangler, under »parties« og »signatures« i »a«, og ret dens »valid_from« og "
      "»valid_to«, eller lav en aftale om »c«.");
}

/* --- HP323: the strategic agreement that lacks least --- */

static const hhp_finding *lacking(hhp_report **report, const char *agreements) {
  *report = check_at(HHP_STAGE_FULL,
                     plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', "
                               "'kind': 'housing_organisation'}, {'id': 'c', 'name': 'C', 'kind': "
                               "'housing_organisation'}], 'agreements': [%s]",
                               agreements));
  return only(*report, "HP323");
}

#define STRATEGIC(id, parties) "{'id': '" id "', 'title': 'A', 'kind': 'strategic', 'parties': [" parties "]}"

static void hp323_is_about_the_nearest_agreement_the_first_of_equals(void **state) {
  (void)state;
  hhp_report *report = NULL;
  const hhp_finding *f = lacking(&report, STRATEGIC("s", "'k', 'b'") ", " STRATEGIC("t", "'k', 'c'"));
  assert_string_equal(hhp_finding_pointer(f), "/agreements/0/parties");
  assert_string_equal(text_argument(f, "party"), "C");
  f = lacking(&report, STRATEGIC("s", "'k'") ", " STRATEGIC("t", "'k', 'c'"));
  assert_string_equal(hhp_finding_pointer(f), "/agreements/1/parties");
  assert_string_equal(text_argument(f, "party"), "B");
}

static void hp323_counts_a_party_once(void **state) {
  (void)state;
  const char *members =
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
      "'housing_organisation'}, {'id': 'c', 'name': 'C', 'kind': 'housing_organisation'}],"
      "'agreements': [{'kind': 'strategic', 'title': 'D', 'id': 'd', 'parties': [%s]}]";
  assert_none(check_at(HHP_STAGE_FULL, plan_text(members, "'k', 'k', 'b', 'b', 'c'")), "HP323");
  const hhp_finding *f = only(check_at(HHP_STAGE_FULL, plan_text(members, "'b', 'b', 'b', 'k'")), "HP323");
  assert_int_equal(hhp_finding_number(f, "required"), 3);
  assert_int_equal(hhp_finding_number(f, "actual"), 2);
  assert_string_equal(text_argument(f, "party"), "C");
  /* the last of several may be the one that has all */
  const char *last = "'k']}, {'id': 'e', 'kind': 'strategic', 'title': 'E', 'parties': ['b']}, {'id': 'g', "
                     "'kind': 'strategic', 'title': 'G', 'parties': ['c', 'k', 'b'";
  assert_none(check_at(HHP_STAGE_FULL, plan_text(members, last)), "HP323");
}

/* Of which of the parties of the plan the required ones are, makes no difference. */
static void hp323_counts_every_housing_organisation(void **state) {
  (void)state;
  static const char *const parties[] = {"{'id': 'k', 'name': 'K', 'kind': 'municipality'}",
                                        "{'id': 'b', 'name': 'B', 'kind': 'housing_organisation'}",
                                        "{'id': 'c', 'name': 'C', 'kind': 'housing_organisation'}"};
  for (size_t first = 0; first < 3; first++) {
    const hhp_finding *f = only(
        check_at(HHP_STAGE_FULL,
                 plan_text("'parties': [%s, %s, %s], 'agreements': [{'kind': 'strategic', 'title': 'D', 'id': 'd', "
                           "'parties': ['k', 'b']}]",
                           parties[first], parties[(first + 1) % 3], parties[(first + 2) % 3])),
        "HP323");
    assert_int_equal(hhp_finding_number(f, "required"), 3);
    assert_int_equal(hhp_finding_number(f, "actual"), 2);
    assert_string_equal(text_argument(f, "party"), "C");
  }
}

/* A party that an agreement names twice has one signature to give, and those after it are not forgotten. */
static void hp325_counts_a_party_once(void **state) {
  (void)state;
  const hhp_report *report =
      check_at(HHP_STAGE_FULL,
               plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', "
                         "'kind': 'housing_organisation'}, {'id': 'c', 'name': 'C', 'kind': 'other'}],"
                         "'agreements': [{'id': 'd', 'kind': 'cooperation', 'title': 'D', 'parties': "
                         "['k', 'k', 'b', 'b', 'c', 'b'], 'signatures': [{'party': 'k'}]}]"));
  const hhp_finding *f = only(report, "HP325");
  assert_int_equal(hhp_finding_number(f, "required"), 3);
  assert_int_equal(hhp_finding_number(f, "actual"), 1);
  assert_int_equal(hhp_finding_number(f, "short_by"), 2);
  assert_string_equal(text_argument(f, "party"), "B");
  assert_int_equal(hhp_finding_related_count(f), 2);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/agreements/0/parties/2");
  assert_string_equal(hhp_finding_related_pointer(f, 1), "/agreements/0/parties/4");
}

static const char *words(const char *rule, const char *members) {
  return hhp_finding_message(only(check_at(HHP_STAGE_FULL, plan_text("%s", members)), rule), HHP_LANG_EN);
}

static void hp502_names_the_side_that_differs(void **state) {
  (void)state;
  assert_string_equal(words("HP502", "'period': {'label': '2021-2024', 'start': '2020-12-31', 'end': '2024-12-31'}"),
                      "The period is called “2021-2024”, but begins in 2020.");
  assert_string_equal(words("HP502", "'period': {'label': '2021-2024', 'start': '2021-01-01', 'end': '2025-01-01'}"),
                      "The period is called “2021-2024”, but ends in 2025.");
  assert_string_equal(words("HP502", "'period': {'label': '2021-2024', 'start': '2020-12-31', 'end': '2025-01-01'}"),
                      "The period is called “2021-2024”, but runs from 2020 to 2025.");
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(hp203_fires_for_a_goal_that_no_strategy_has),
      TEST(hp203_is_silent_without_strategies),
      TEST(hp203_is_a_warning_at_every_stage),
      TEST(hp203_counts_what_serves_a_part_of_the_goal),
      TEST(hp203_is_about_political_goals_alone),
      TEST(hp203_stops_at_cycles),
      TEST(hp203_counts_goals_that_are_not_pursued),
      TEST(hp106_suggests_every_scheme),
      TEST(hp210_needs_areas_of_the_scheme),
      TEST(hp210_holds_for_a_scheme_of_one_area),
      TEST(hp215_fires_for_each_open_area),
      TEST(hp215_grows_with_the_stage),
      TEST(hp305_fires_where_an_age_is_shared),
      TEST(hp305_is_silent_where_none_is_shared),
      TEST(hp305_compares_titles_that_say_an_age),
      TEST(hp305_is_about_one_focus_area),
      TEST(hp305_needs_titles_that_differ_in_the_ages_alone),
      TEST(hp305_folds_titles),
      TEST(hp305_gives_no_limit_that_is_not_stated),
      TEST(hp305_reports_each_later_activity_once),
      TEST(hp305_names_the_first_of_those_that_reach_furthest),
      TEST(hp305_is_an_info_at_every_stage),
      TEST(hp302_ignores_titles_of_spaces),
      TEST(hp301_gives_way_to_hp211_only_while_that_is_on),
      TEST(a_waiver_of_hp301_waits_for_hp211_only_while_that_is_on),
      TEST(hp326_says_where_a_level_is_not_stated),
      TEST(hp601_asks_for_baseline_and_target),
      TEST(hp321_and_hp323_ask_for_signatures),
      TEST(hp320_asks_for_the_agreement_too),
      TEST(hp321_asks_for_parties_and_dates),
      TEST(hp323_is_about_the_nearest_agreement_the_first_of_equals),
      TEST(hp323_counts_a_party_once),
      TEST(hp323_counts_every_housing_organisation),
      TEST(hp325_counts_a_party_once),
      TEST(hp325_counts_the_signatures_of_each_agreement),
      TEST(hp502_names_the_side_that_differs),
      TEST(hp322_requires_exactly_one_lead),
      TEST(hp322_counts_a_party_once),
      TEST(hp322_grows_with_the_stage),
      TEST(hp504_requires_first_and_last_day),
      TEST(hp504_grows_with_the_stage),
      TEST(rules_are_in_order_and_in_both_languages),
      TEST(what_is_no_rule_has_no_answers),
      TEST(the_status_decides_the_stage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
