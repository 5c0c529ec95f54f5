/* Waivers: what they cover, when they apply, and findings about them; in the plan and in the options. */
#include <string.h>

#include "base/buffer.h"
#include "unit/support.h"

/* A plan with HP322 at the governance, and HP306 at each of two activities (stage full). */
static const char *plan_with(const char *waivers) {
  return plan_text("'focus_areas': [{'id': 'f', 'code': 'tryghed-og-trivsel', 'title': 'Tryghed'}],"
                   "'activities': [{'id': 'a', 'title': 'A', 'focus_areas': ['f']}, {'id': 'b', 'title': 'B', "
                   "'focus_areas': ['f']}], 'waivers': [%s]",
                   waivers);
}

static hhp_report *check_on(const char *json, int32_t today) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, HHP_STAGE_FULL), HHP_OK);
  assert_int_equal(hhp_check_options_set_today(options, today), HHP_OK);
  return check_bytes(json, strlen(json), options);
}

static size_t waived(const hhp_report *report, const char *rule) {
  size_t count = 0;
  for (size_t i = 0; i < count_of(report, rule); i++)
    count += (size_t)hhp_finding_is_waived(nth(report, rule, i));
  return count;
}

static void a_waived_finding_stays_and_does_not_count(void **state) {
  (void)state;
  hhp_report *before = check_on(plan_with(""), 0);
  hhp_report *report = check_on(plan_with("{'rule': 'HP322', 'reason': 'Leder vælges i maj'}"), 0);
  assert_int_equal(hhp_report_count(report), hhp_report_count(before));
  assert_int_equal(hhp_report_error_count(report), hhp_report_error_count(before) - 1);
  assert_int_equal(hhp_report_waived_count(report), 1);
  const hhp_finding *f = only(report, "HP322");
  assert_int_equal(hhp_finding_is_waived(f), 1);
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_ERROR);
  assert_string_equal(hhp_finding_waiver_reason(f), "Leder vælges i maj");
  assert_null(hhp_finding_waiver_reason(only(before, "HP322")));
  assert_int_equal(hhp_report_is_complete(report), 1);
}

static void a_target_is_an_id_or_a_pointer_with_all_in_it(void **state) {
  (void)state;
  static const struct {
    const char *waiver;
    size_t waived;
  } cases[] = {
      {"{'rule': 'HP306', 'reason': 'R'}", 2},
      {"{'rule': 'HP306', 'target': 'a', 'reason': 'R'}", 1},
      {"{'rule': 'HP306', 'target': '/activities/1', 'reason': 'R'}", 1},
      {"{'rule': 'HP306', 'target': '/activities', 'reason': 'R'}", 2},
      {"{'rule': 'HP306', 'target': '', 'reason': 'R'}", 2},
      {"{'rule': 'HP306', 'target': 'p', 'reason': 'R'}", 2}, /* the id of the plan itself */
      {"{'rule': 'HP306', 'target': 'f', 'reason': 'R'}", 0},
      {"{'rule': 'HP306', 'target': '/activities/10', 'reason': 'R'}", 0},
      {"{'rule': 'HP306', 'target': '/activities/1/lead', 'reason': 'R'}", 0},
      {"{'rule': 'HP306', 'target': '/activit', 'reason': 'R'}", 0},
      {"{'rule': 'HP306', 'target': 'nothing', 'reason': 'R'}", 0},
      {"{'rule': 'HP303', 'reason': 'R'}", 0},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = check_on(plan_with(cases[i].waiver), 0);
    if (waived(report, "HP306") != cases[i].waived)
      fail_msg("%s: %zu waived", cases[i].waiver, waived(report, "HP306"));
    int covers_another = strstr(cases[i].waiver, "HP303") != NULL;
    assert_int_equal(count_of(report, "HP702"), cases[i].waived == 0 && !covers_another);
  }
}

static void the_reason_is_that_of_the_nearest(void **state) {
  (void)state;
  hhp_report *report = check_on(
      plan_with("{'rule': 'HP306', 'reason': 'alle'}, {'rule': 'HP306', 'target': 'a', 'reason': 'denne'}"), 0);
  assert_string_equal(hhp_finding_waiver_reason(nth(report, "HP306", 0)), "denne");
  assert_string_equal(hhp_finding_waiver_reason(nth(report, "HP306", 1)), "alle");
  assert_none(report, "HP702"); /* both cover something */
}

static void a_waiver_is_valid_until_its_last_day(void **state) {
  (void)state;
  static const struct {
    const char *until;
    int32_t today;
    int holds;
  } cases
      [] =
          {
              {"2022-06-30", 20220630, 1},
              {"2022-06-30", 20220701, 0},
              {"2022-06", 20220630, 1},
              {"2022-06", 20220701, 0},
              {"2022", 20221231, 1},
              {"2022", 20230101, 0},
              {"2000", 0, 1}, /* without a today nothing has expired */
          };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *json = plan_with(text_of("{'rule': 'HP322', 'reason': 'R', 'until': '%s'}", cases[i].until));
    hhp_report *report = check_on(json, cases[i].today);
    assert_int_equal(hhp_finding_is_waived(only(report, "HP322")), cases[i].holds);
    assert_int_equal(count_of(report, "HP701"), !cases[i].holds);
    assert_none(report, "HP702");
  }
}

static void what_cannot_be_waived(void **state) {
  (void)state;
  static const char *const fixed[] = {"HP101", "HP110", "HP111", "HP114", "HP701", "HP703"};
  for (size_t i = 0; i < COUNT_OF(fixed); i++) {
    hhp_report *report = check_on(plan_with(text_of("{'rule': '%s', 'reason': 'R'}", fixed[i])), 0);
    assert_string_equal(hhp_finding_pointer(only(report, "HP703")), "/waivers/0/rule");
    assert_none(report, "HP702");
  }
}

static void unknown_rules_have_a_suggestion(void **state) {
  (void)state;
  static const struct {
    const char *rule, *meant;
  } cases[] = {{"HP411x", "HP411"}, {"HP4O1", "HP401"},
               {"hp322", "HP322"},  {"leadership-not-unambiguous", "HP322"},
               {"noget", NULL},     {"HP40", NULL} /* of HP401 to HP409, none is nearer */,
               {"HP4011", NULL},    {"HP1166", NULL} /* HP116 */};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = check_on(plan_with(text_of("{'rule': '%s', 'reason': 'R'}", cases[i].rule)), 0);
    const hhp_finding *f = only(report, "HP703");
    assert_int_equal(hhp_finding_is_waived(only(report, "HP322")), 0);
    if (cases[i].meant == NULL)
      assert_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "Did you mean"));
    else
      assert_string_equal(text_argument(f, "suggestion"), cases[i].meant);
  }
}

static void a_waiver_waits_while_its_rule_is_off(void **state) {
  (void)state;
  const char *json = plan_with("{'rule': 'HP323', 'reason': 'R'}"); /* off at stage draft */
  assert_none(check_at(HHP_STAGE_DRAFT, json), "HP702");
  assert_int_equal(hhp_finding_is_waived(only(check_at(HHP_STAGE_FULL, json), "HP323")), 1);
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  hhp_check_options_set_severity(options, "HP323", HHP_SEVERITY_OFF);
  assert_none(check_bytes(json, strlen(json), options), "HP702");
}

static void a_waiver_waits_while_its_rule_gives_way(void **state) {
  (void)state;
  static const char *const cases[] = {
      "'waivers': [{'rule': 'HP401', 'reason': 'R'}]",                                                    /* HP406 */
      "'waivers': [{'rule': 'HP301', 'reason': 'R'}], 'activities': [{'id': 'a', 'title': 'A'}]",         /* HP211 */
      "'waivers': [{'rule': 'HP503', 'reason': 'R'}], 'period': {'start': '2017', 'end': '2016'}",        /* HP501 */
      "'waivers': [{'rule': 'HP506', 'reason': 'R'}], 'period': {'start': '2017', 'end': '2016'}",        /* HP501 */
      "'waivers': [{'rule': 'HP509', 'reason': 'R'}], 'period': {'label': '2016-2019', 'start': '2012'}", /* HP502 */
      "'waivers': [{'rule': 'HP503', 'reason': 'R'}], 'period': {'label': '2019-2016', 'start': '2017'}", /* HP501 */
      "'waivers': [{'rule': 'HP503', 'reason': 'R'}], 'period': {'label': '2019-2016', 'end': '2017'}",   /* HP501 */
      "'waivers': [{'rule': 'HP502', 'reason': 'R'}], 'period': {'label': '2019-2016', 'start': '2016', 'end': '2019'}",
      "'waivers': [{'rule': 'HP604', 'reason': 'R'}], 'period': {'start': '2016-01', 'end': '2019-12'}"}; /* no today */
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_none(check_at(HHP_STAGE_FULL, plan_text("%s", cases[i])), "HP702");
  /* both dates are given, so that the label, which is backwards, is not needed */
  const char *needless =
      "'waivers': [{'rule': 'HP503', 'reason': 'R'}], 'period': {'label': '2019-2016', 'start': '2016', 'end': '2019'}";
  only(check_at(HHP_STAGE_FULL, plan_text("%s", needless)), "HP702");
}

/* A plan without dates or a label has none that are in the wrong order. */
static void a_waiver_is_needless_where_no_period_is_stated(void **state) {
  (void)state;
  only(check_plan("'waivers': [{'rule': 'HP506', 'reason': 'R'}]"), "HP702");
  only(check_plan("'waivers': [{'rule': 'HP502', 'reason': 'R'}], 'period': {'start': '2016', 'end': '2019'}"),
       "HP702");
}

/* HP321 gives way only where an activity is outside the plan: not on its first or last day. */
static void a_waiver_is_needless_on_the_last_day_of_the_plan(void **state) {
  (void)state;
  static const struct {
    const char *date;
    size_t findings;
  } cases[] = {{"'start': '2019-12-31'", 1},
               {"'start': '2020-01-01'", 0},
               {"'end': '2016-01-01'", 1},
               {"'end': '2015-12-31'", 0}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *json =
        plan_text("'period': {'start': '2016-01-01', 'end': '2019-12-31'}, 'activities': [{'id': 'a', "
                  "'title': 'A', %s}], 'agreements': [{'id': 'd', 'kind': 'cooperation', 'title': 'D'}], "
                  "'waivers': [{'rule': 'HP321', 'reason': 'R'}]",
                  cases[i].date);
    assert_int_equal(count_of(check_at(HHP_STAGE_FULL, json), "HP702"), cases[i].findings);
  }
}

/* HP605 gives way only where the date of a report is still to come. */
static void a_waiver_is_needless_where_no_report_is_still_to_come(void **state) {
  (void)state;
  static const char members[] = "'period': {'start': '2016-01-01', 'end': '2019-12-31'}, 'reports': [{'year': 2016, "
                                "'submitted_on': '2017-05-01'}], 'waivers': [{'rule': 'HP605', 'reason': 'R'}]";
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  const char *json = plan_text("%s", members);
  assert_int_equal(hhp_check_options_set_today(options, 20170501), HHP_OK);
  assert_int_equal(count_of(check_bytes(json, strlen(json), options), "HP702"), 1);
  assert_int_equal(hhp_check_options_set_today(options, 20170430), HHP_OK);
  assert_none(check_bytes(json, strlen(json), options), "HP702");
  json = plan_text("'period': {'start': '2016-01-01', 'end': '2019-12-31'}, 'waivers': [{'rule': 'HP605', 'reason': "
                   "'R'}]"); /* nor where there is none */
  assert_int_equal(count_of(check_bytes(json, strlen(json), options), "HP702"), 1);
}

static void what_a_waiver_is_for_has_to_be_there(void **state) {
  (void)state;
  static const struct {
    const char *target;
    int is_reported;
  } cases[] = {{"c", 1},
               {"/focus_area", 1},
               {"/governance/", 1},
               {"#/governance", 1},
               {"f", 0},
               {"/governance", 0},
               {"/governance/board", 0},
               {"/activities/2", 1},
               {"/activities/1", 0},
               {"/activities/01x", 1},
               {"/activities/0/target_group/text", 0},
               {"/activities/0/focus_areas/0", 0},
               {"/activities/0/focus_areas/0/x", 1},
               {"/x-a", 1}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *waiver = text_of("{'rule': 'HP304', 'target': '%s', 'reason': 'R'}", cases[i].target);
    const hhp_finding *f = only(check_on(plan_with(waiver), 0), "HP702");
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), text_of("“%s”", cases[i].target)));
    int is_reported = strcmp(hhp_finding_pointer(f), "/waivers/0/target") == 0;
    if (is_reported != cases[i].is_reported)
      fail_msg("%s: reported at %s", cases[i].target, hhp_finding_pointer(f));
  }
  const char *json =
      plan_text("'goals': [{'id': 'tryggere-hverdag', 'title': 'T'}], 'waivers': [{'rule': 'HP304', 'target': "
                "'tryggere-hverdage', 'reason': 'R'}]");
  assert_string_equal(text_argument(only(check_text(json), "HP702"), "suggestion"), "tryggere-hverdag");
}

/* The index of a list is written without zeros before it, and is below the number of elements (RFC 6901). */
static void an_index_is_a_plain_number(void **state) {
  (void)state;
  static const struct {
    const char *target;
    int is_known;
  } cases[] = {{"/activities/0", 1},
               {"/activities/9", 1},
               {"/activities/10", 1},
               {"/activities/11", 0},
               {"/activities/01", 0},
               {"/activities/00", 0},
               {"/activities/010", 0},
               {"/activities/-", 0},
               {"/activities/", 0},
               {"/activities/1x", 0},
               {"/activities/4294967296", 0},
               {"/activities/4294967297", 0},
               {"/activities/18446744073709551616", 0}};
  const char *activities = "{'id': 'a0', 'title': 'A0'}";
  for (int i = 1; i <= 10; i++)
    activities = text_of("%s, {'id': 'a%d', 'title': 'A%d'}", activities, i, i);
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *waiver = text_of("{'rule': 'HP304', 'target': '%s', 'reason': 'R'}", cases[i].target);
    const hhp_finding *f = only(check_plan("'activities': [%s], 'waivers': [%s]", activities, waiver), "HP702");
    int is_reported = strcmp(hhp_finding_pointer(f), "/waivers/0/target") == 0;
    if (is_reported == cases[i].is_known)
      fail_msg("%s: reported at %s", cases[i].target, hhp_finding_pointer(f));
  }
}

/* Hours and a rate beyond all amounts are HP414, whichever contribution has them: whether the waiver of HP410 is needed
 * shows later. */
static void a_waiver_waits_for_hours_that_have_a_value(void **state) {
  (void)state;
  for (size_t i = 0; i <= 3; i++) {
    const char *all = "";
    for (size_t k = 0; k < 3; k++)
      all = text_of("%s%s{'parties': ['k'], 'kind': 'in_kind_hours', 'hours': %s, 'amount': 1}", all,
                    k == 0 ? "" : ", ", k == i ? "1000000000, 'rate': 9223372037" : "1, 'rate': 1");
    hhp_report *report = check_at(
        HHP_STAGE_FULL, plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'financing': "
                                  "{'contributions': [%s]}, 'waivers': [{'rule': 'HP410', 'reason': 'R'}]",
                                  all));
    assert_int_equal(count_of(report, "HP414"), i < 3);
    assert_int_equal(count_of(report, "HP702"), i == 3);
  }
}

static void a_missing_member_has_a_location(void **state) {
  (void)state;
  hhp_report *report = check_on(plan_with("{'rule': 'HP322', 'target': '/governance/leads', 'reason': 'R'}"), 0);
  assert_string_equal(hhp_finding_pointer(only(report, "HP322")), "");
  assert_int_equal(hhp_finding_is_waived(only(report, "HP322")), 1);
  report = check_on(plan_with("{'rule': 'HP322', 'target': '/governance/board', 'reason': 'R'}"), 0);
  assert_int_equal(hhp_finding_is_waived(only(report, "HP322")), 0);
}

static void a_party_of_the_board_can_be_waived_alone(void **state) {
  (void)state;
  hhp_report *report = check_at(
      HHP_STAGE_FULL,
      plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
                "'housing_organisation'}], 'governance': {'board': [{'party': 'k', 'level': 'other'}]}, 'waivers': "
                "[{'rule': 'HP326', 'target': 'k', 'reason': 'R'}]"));
  assert_int_equal(count_of(report, "HP326"), 2);
  assert_int_equal(waived(report, "HP326"), 1);
  for (size_t i = 0; i < 2; i++) {
    const hhp_finding *f = nth(report, "HP326", i);
    assert_int_equal(hhp_finding_is_waived(f), strcmp(hhp_finding_entity(f), "k") == 0);
  }
}

static void callers_may_waive(void **state) {
  (void)state;
  const char *json = plan_with("");
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  hhp_check_options_set_today(options, 20220601);
  char reason[] = "Aftalt";
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", "a", reason, 0), HHP_OK);
  assert_int_equal(hhp_check_options_add_waiver(options, "leadership-not-unambiguous", NULL, "Ny leder", 20220500),
                   HHP_OK);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP404", "/financing", "R", 0), HHP_OK);
  memset(reason, 'x', sizeof(reason) - 1); /* it was copied */
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_int_equal(waived(report, "HP306"), 1);
  assert_string_equal(hhp_finding_waiver_reason(nth(report, "HP306", 0)), "Aftalt");
  assert_int_equal(waived(report, "HP322"), 0);
  const hhp_finding *expired = only(report, "HP701");
  assert_string_equal(hhp_finding_pointer(expired), "");
  assert_string_equal(text_argument(expired, "rule"), "HP322");
  assert_int_equal(hhp_finding_number(expired, "until"), 20220500);
  const hhp_finding *unused = only(report, "HP702");
  assert_string_equal(hhp_finding_pointer(unused), "");
  assert_string_equal(text_argument(unused, "rule"), "HP404");
}

static void options_refuse_what_cannot_be_waived(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_add_waiver(NULL, "HP306", NULL, "R", 0), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", NULL, NULL, 0), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", NULL, " \n", 0), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_add_waiver(options, NULL, NULL, "R", 0), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP999", NULL, "R", 0), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP104", NULL, "R", 0), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP702", NULL, "R", 0), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", NULL, "R", 20220230), HHP_ERR_DATE);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", NULL, "\xff", 0), HHP_ERR_UTF8);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", "\xff", "R", 0), HHP_ERR_UTF8);
  assert_int_equal(hhp_check_options_set_waivers(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_waivers(NULL, 1), HHP_ERR_ARGUMENT);
}

static void waivers_of_the_plan_can_be_left_out(void **state) {
  (void)state;
  const char *json = plan_with("{'rule': 'HP322', 'reason': 'R'}, {'rule': 'HP999', 'reason': 'R'}");
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  assert_int_equal(hhp_check_options_set_waivers(options, 0), HHP_OK);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP306", NULL, "R", 0), HHP_OK);
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_int_equal(waived(report, "HP322"), 0);
  assert_int_equal(waived(report, "HP306"), 2); /* waivers of the caller remain */
  assert_none(report, "HP703");
  assert_int_equal(hhp_check_options_set_waivers(options, 1), HHP_OK);
  assert_int_equal(waived(check_bytes(json, strlen(json), options), "HP322"), 1);
}

static void the_reason_outlives_plan_and_options(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  hhp_check_options *options = NULL;
  hhp_report *report = new_report();
  const char *json = plan_with("{'rule': 'HP322', 'reason': 'Planens'}");
  assert_int_equal(hhp_plan_parse(&plan, json, strlen(json), NULL), HHP_OK);
  assert_int_equal(hhp_check_options_new(&options), HHP_OK);
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  hhp_check_options_add_waiver(options, "HP306", "b", "Vores", 0);
  assert_int_equal(hhp_plan_validate(plan, options, report), HHP_OK);
  hhp_plan_free(plan);
  hhp_check_options_free(options);
  assert_string_equal(hhp_finding_waiver_reason(only(report, "HP322")), "Planens");
  assert_string_equal(hhp_finding_waiver_reason(nth(report, "HP306", 1)), "Vores");
}

static void text_gives_the_reason_instead_of_the_remedy(void **state) {
  (void)state;
  hhp_report *report = check_on(plan_with("{'rule': 'HP322', 'reason': 'Leder\\nvælges \\u001b[31m'}"), 0);
  const char *text = rendered(report, HHP_FORMAT_TEXT, NULL);
  assert_non_null(strstr(text, "[HP322 leadership-not-unambiguous, waived]"));
  assert_non_null(strstr(text, "Waived: Leder\\u{a}vælges \\u{1b}[31m\n"));
  assert_null(strstr(text, "Name the party that leads the plan"));
  assert_non_null(strstr(text, ", 1 waived.\n"));
}

static void a_physical_plan_is_not_checked_against_social_rules(void **state) {
  (void)state;
  const char *json =
      plan_text("'kind': 'fysisk', 'municipality_code': '999', 'waivers': [{'rule': 'x', 'reason': 'R'}]");
  hhp_report *report = check_text(json);
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP113 HP114");
  assert_int_equal(hhp_report_is_complete(report), 0);
  hhp_check_options *options = new_options();
  hhp_check_options_set_severity(options, "HP114", HHP_SEVERITY_WARNING);
  report = check_bytes(json, strlen(json), options);
  assert_int_equal(hhp_report_is_complete(report), 1);
  assert_int_equal(count_of(report, "HP201"), 1);
  assert_int_equal(count_of(report, "HP114"), 1);
}

/* A plan with a needless waiver and an activity that refers to its party `count` times: all but the first are HP115. */
static hhp_report *check_with_references(size_t count) {
  const char *text = plan_text("'parties': [{'id': 'part', 'name': 'P', 'kind': 'other'}], 'activities': [{'id': 'a', "
                               "'title': 'A', 'parties': ['HERE']}], 'waivers': [{'rule': 'HP302', 'reason': 'R'}]");
  const char *here = strstr(text, "\"HERE\"");
  hhp__buffer json = {0};
  hhp__put(&json, text, (size_t)(here - text));
  for (size_t i = 0; i < count; i++)
    hhp__puts(&json, i == 0 ? "\"part\"" : ",\"part\"");
  hhp__puts(&json, here + strlen("\"HERE\""));
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
  hhp__buffer_free(&json);
  return report;
}

/* A finding that was omitted may be the one that the waiver is for. */
static void no_waiver_is_needless_where_a_finding_is_omitted(void **state) {
  (void)state;
  enum { MOST = 250000, FEW = 10 };
  hhp_report *report = check_with_references(FEW);
  only(report, "HP702");
  size_t others = hhp_report_count(report) - 1 - (FEW - 1);
  report = check_with_references(MOST + 2 - others);
  assert_int_equal(hhp_report_count(report), MOST);
  assert_int_equal(hhp_report_omitted_count(report), 1);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_waived_finding_stays_and_does_not_count),
      TEST(a_target_is_an_id_or_a_pointer_with_all_in_it),
      TEST(an_index_is_a_plain_number),
      TEST(the_reason_is_that_of_the_nearest),
      TEST(a_waiver_is_valid_until_its_last_day),
      TEST(what_cannot_be_waived),
      TEST(unknown_rules_have_a_suggestion),
      TEST(a_waiver_waits_while_its_rule_is_off),
      TEST(a_waiver_waits_while_its_rule_gives_way),
      TEST(a_waiver_is_needless_where_no_period_is_stated),
      TEST(a_waiver_is_needless_on_the_last_day_of_the_plan),
      TEST(a_waiver_is_needless_where_no_report_is_still_to_come),
      TEST(what_a_waiver_is_for_has_to_be_there),
      TEST(a_waiver_waits_for_hours_that_have_a_value),
      TEST(no_waiver_is_needless_where_a_finding_is_omitted),
      TEST(a_missing_member_has_a_location),
      TEST(a_party_of_the_board_can_be_waived_alone),
      TEST(callers_may_waive),
      TEST(options_refuse_what_cannot_be_waived),
      TEST(waivers_of_the_plan_can_be_left_out),
      TEST(the_reason_outlives_plan_and_options),
      TEST(text_gives_the_reason_instead_of_the_remedy),
      TEST(a_physical_plan_is_not_checked_against_social_rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
