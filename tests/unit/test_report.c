/* Reports: options, order and counts, and the catalogue of messages. */
#include <string.h>

#include "base/buffer.h"
#include "catalog/messages.h"
#include "catalog/registry.h"
#include "unit/support.h"

static hhp_report *check_with(const hhp_check_options *options, const char *members) {
  const char *json = plan_text("%s", members);
  return check_bytes(json, strlen(json), options);
}

/* --- Options --- */

static void severities_can_be_changed(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_finding_severity(only(check_with(options, LOW_SHARE), "HP401")), HHP_SEVERITY_ERROR);
  static const int32_t severities[] = {HHP_SEVERITY_WARNING, HHP_SEVERITY_INFO, HHP_SEVERITY_ERROR};
  for (size_t i = 0; i < COUNT_OF(severities); i++) {
    assert_int_equal(hhp_check_options_set_severity(options, "HP401", severities[i]), HHP_OK);
    assert_int_equal(hhp_finding_severity(only(check_with(options, LOW_SHARE), "HP401")), severities[i]);
  }
  assert_int_equal(hhp_check_options_set_severity(options, "local-share-below-minimum", HHP_SEVERITY_OFF), HHP_OK);
  hhp_report *report = check_with(options, LOW_SHARE);
  assert_none(report, "HP401");
  assert_int_equal(hhp_report_is_complete(report), 1);
}

/* A rule that is off in a draft can be turned on. */
static void rules_that_are_off_can_be_turned_on(void **state) {
  (void)state;
  const char *members = "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
                        "'financing': {'contributions': [{'parties': ['k'], 'amount': 1, 'kind': 'in_kind_hours'}]}";
  hhp_check_options *options = new_options();
  assert_none(check_with(options, members), "HP410");
  hhp_check_options_set_severity(options, "HP410", HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_finding_severity(only(check_with(options, members), "HP410")), HHP_SEVERITY_ERROR);
}

static void severities_that_cannot_be_changed(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  static const char *const fixed[] = {"HP101", "HP102", "HP103", "HP104", "HP105",       "HP106",
                                      "HP107", "HP108", "HP109", "HP110", "json-syntax", "unknown-scheme",
                                      "HP999", "hp401", "",      "HP401 "};
  for (size_t i = 0; i < COUNT_OF(fixed); i++)
    assert_int_equal(hhp_check_options_set_severity(options, fixed[i], HHP_SEVERITY_INFO), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_set_severity(options, NULL, HHP_SEVERITY_INFO), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_check_options_set_severity(options, "HP401", 4), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_severity(options, "HP401", -1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_severity(NULL, "HP401", HHP_SEVERITY_INFO), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_finding_severity(only(check_with(options, LOW_SHARE), "HP401")), HHP_SEVERITY_ERROR);
}

static void the_stage_can_be_given(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    assert_int_equal(hhp_check_options_set_stage(options, stage), HHP_OK);
    assert_int_equal(hhp_report_stage(check_with(options, "")), stage);
  }
  assert_int_equal(hhp_check_options_set_stage(options, HHP_STAGE_BY_STATUS), HHP_OK);
  assert_int_equal(hhp_report_stage(check_with(options, "")), HHP_STAGE_DRAFT);
  assert_int_equal(hhp_check_options_set_stage(options, 4), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_stage(options, -1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_stage(NULL, HHP_STAGE_FULL), HHP_ERR_ARGUMENT);
}

static void today_is_a_whole_day(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_today(options, 20160229), HHP_OK);
  assert_int_equal(hhp_check_options_set_today(options, 0), HHP_OK);
  static const int32_t bad[] = {20150229, 20160000, 20160200, 20161301, 1, -20160101, HHP_ABSENT, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_int_equal(hhp_check_options_set_today(options, bad[i]), HHP_ERR_DATE);
  assert_int_equal(hhp_check_options_set_today(NULL, 20160101), HHP_ERR_ARGUMENT);
}

static void calls_without_options_are_refused(void **state) {
  (void)state;
  assert_int_equal(hhp_check_options_new(NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_scheme(NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_sha256(NULL, 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_new(NULL), HHP_ERR_ARGUMENT);
  hhp_check_options_free(NULL);
  hhp_report_free(NULL);
  hhp_render_options_free(NULL);
}

static void the_checksum_is_included_unless_turned_off(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  hhp_report *report = new_report();
  assert_null(hhp_report_sha256(report));
  hhp_check("abc", 3, NULL, report); /* FIPS 180-4's own example */
  assert_string_equal(hhp_report_sha256(report), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_int_equal(hhp_check_options_set_sha256(options, 0), HHP_OK);
  hhp_check("abc", 3, options, report);
  assert_null(hhp_report_sha256(report));
  assert_int_equal(hhp_check_options_set_sha256(options, 1), HHP_OK);
  hhp_check("abc", 3, options, report);
  assert_non_null(hhp_report_sha256(report));
  assert_null(hhp_report_sha256(validate(new_plan(), NULL)));
}

/* --- Order, counts, paths --- */

static void findings_are_in_the_order_of_the_file(void **state) {
  (void)state;
  hhp_report *report =
      check_text(quoted("{'financing': {'frame': 1.5}, 'goals': [{'id': 'G'}], 'vison': 1, 'area': 2, 'title': 3}"));
  static const char *const pointers[] = {"",       "",      "",      "", "/financing/frame", "/goals/0", "/goals/0/id",
                                         "/vison", "/area", "/title"};
  assert_int_equal(hhp_report_count(report), COUNT_OF(pointers));
  for (size_t i = 0; i < COUNT_OF(pointers); i++)
    assert_string_equal(hhp_finding_pointer(hhp_report_at(report, i)), pointers[i]);
}

/* At one location, by rule: HP401 and HP403 are both at the contributions, HP404 and HP405 at the ceiling. */
static void findings_at_one_location_are_in_the_order_of_the_rules(void **state) {
  (void)state;
  hhp_report *report = check_plan(
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
      "'financing': {'contributions': [{'parties': ['k'], 'amount': 20}], 'grant': {'awarded': 80}, 'frame': 99}");
  const char *order = "";
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    if (strncmp(hhp_finding_rule(hhp_report_at(report, i)), "HP4", 3) == 0)
      order = text_of("%s %s", order, hhp_finding_rule(hhp_report_at(report, i)));
  }
  assert_string_equal(order, " HP401 HP403 HP404 HP405");
}

static void nothing_has_no_findings(void **state) {
  (void)state;
  assert_int_equal(hhp_report_count(NULL), 0);
  assert_null(hhp_report_at(NULL, 0));
  assert_null(hhp_report_at(new_report(), 0));
  assert_int_equal(hhp_report_error_count(NULL), 0);
  assert_int_equal(hhp_report_warning_count(NULL), 0);
  assert_int_equal(hhp_report_info_count(NULL), 0);
  assert_int_equal(hhp_report_waived_count(NULL), 0);
  assert_int_equal(hhp_report_omitted_count(NULL), 0);
  assert_int_equal(hhp_report_is_complete(NULL), 0);
  assert_int_equal(hhp_report_stage(NULL), 0);
  assert_null(hhp_report_plan_id(NULL));
  assert_null(hhp_report_scheme_id(NULL));
  assert_null(hhp_report_path(NULL));
  assert_null(hhp_finding_rule(NULL));
  assert_null(hhp_finding_slug(NULL));
  assert_null(hhp_finding_pointer(NULL));
  assert_null(hhp_finding_message(NULL, HHP_LANG_DA));
  assert_null(hhp_finding_remedy(NULL, HHP_LANG_DA));
  assert_null(hhp_finding_entity(NULL));
  assert_int_equal(hhp_finding_line(NULL), 0);
  assert_int_equal(hhp_finding_argument_count(NULL), 0);
  assert_int_equal(hhp_finding_number(NULL, "a"), HHP_ABSENT);
  assert_int_equal(hhp_finding_related_count(NULL), 0);
  assert_null(hhp_finding_related_pointer(NULL, 0));
}

static void arguments_end_somewhere(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("%s", LOW_SHARE), "HP401");
  size_t count = hhp_finding_argument_count(f);
  assert_null(hhp_finding_argument_name(f, count));
  assert_int_equal(hhp_finding_argument_kind(f, count), 0);
  assert_int_equal(hhp_finding_argument_number(f, count), HHP_ABSENT);
  assert_null(hhp_finding_argument_text(f, count));
  assert_int_equal(hhp_finding_number(f, "no-such"), HHP_ABSENT);
  assert_int_equal(hhp_finding_number(f, NULL), HHP_ABSENT);
  assert_null(hhp_finding_related_pointer(f, hhp_finding_related_count(f)));
  assert_int_equal(hhp_finding_related_line(f, 99), 0);
}

static void a_path_is_kept_when_a_report_is_refilled(void **state) {
  (void)state;
  hhp_report *report = new_report();
  char path[] = "plan.json";
  assert_null(hhp_report_path(report));
  assert_int_equal(hhp_report_set_path(report, path), HHP_OK);
  path[0] = '?';
  hhp_check("{", 1, NULL, report);
  assert_string_equal(hhp_report_path(report), "plan.json");
  assert_int_equal(hhp_report_set_path(report, NULL), HHP_OK);
  assert_null(hhp_report_path(report));
  assert_int_equal(hhp_report_set_path(NULL, "x"), HHP_ERR_ARGUMENT);
}

/* Beyond a quarter of a million findings, they are counted and not kept. */
static void findings_beyond_the_limit_are_counted(void **state) {
  (void)state;
  enum { COUNT = 250010 };
  hhp__buffer json = {0};
  hhp__puts(&json, "{\"sources\":[");
  for (int i = 0; i < COUNT; i++)
    hhp__puts(&json, i == 0 ? "1" : ",1");
  hhp__puts(&json, "]}");
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
  hhp__buffer_free(&json);
  assert_int_equal(hhp_report_count(report), 250000);
  assert_int_equal(hhp_report_omitted_count(report), 10 + 6); /* and the six missing members */
  assert_int_equal(hhp_report_error_count(report), COUNT + 6);
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_non_null(strstr(rendered(report, HHP_FORMAT_MARKDOWN, NULL), ". 16 of them are counted but not stored: "));
  assert_non_null(
      strstr(rendered(report, HHP_FORMAT_HTML, NULL), "counted but not stored, since there are too many: 16."));
  /* JUnit has a case for each of the first 15,000, and one for the others, which fails as they do */
  const char *xml = rendered(report, HHP_FORMAT_JUNIT, NULL);
  assert_non_null(strstr(xml, "<testsuites name=\"helhedsplan\" tests=\"15001\" failures=\"15001\" errors=\"0\""));
  assert_non_null(strstr(xml, "235016"));
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_fail_on(options, HHP_SEVERITY_OFF), HHP_OK);
  xml = rendered(report, HHP_FORMAT_JUNIT, options);
  assert_non_null(strstr(xml, "<testsuites name=\"helhedsplan\" tests=\"15001\" failures=\"0\" errors=\"0\""));
}

/* --- The catalogue --- */

static const char *next_name(const char **p, size_t *length) {
  const char *start = strchr(*p, '{');
  if (start == NULL)
    return NULL;
  const char *end = strchr(start, '}');
  assert_non_null(end);
  *length = (size_t)(end - start - 1);
  *p = end + 1;
  return start + 1;
}

static int has_name(const char *text, const char *name, size_t length) {
  size_t other_length = 0;
  for (const char *other = next_name(&text, &other_length); other != NULL; other = next_name(&text, &other_length)) {
    if (other_length == length && memcmp(other, name, length) == 0)
      return 1;
  }
  return 0;
}

static void assert_names_are_in(const char *text, const char *other) {
  size_t length = 0;
  const char *p = text;
  for (const char *name = next_name(&p, &length); name != NULL; name = next_name(&p, &length)) {
    if (!has_name(other, name, length))
      fail_msg("{%.*s} is in one language alone: %s", (int)length, name, text);
  }
}

static void both_languages_have_the_same_arguments(void **state) {
  (void)state;
  for (int message = 0; message < HHP__MESSAGE_COUNT; message++) {
    for (int is_remedy = 0; is_remedy < 2; is_remedy++) {
      const char *da = hhp__message_template((hhp__message)message, HHP_LANG_DA, is_remedy);
      const char *en = hhp__message_template((hhp__message)message, HHP_LANG_EN, is_remedy);
      assert_true(strlen(da) > 0);
      assert_true(strlen(en) > 0);
      assert_string_not_equal(da, en);
      assert_names_are_in(da, en);
      assert_names_are_in(en, da);
    }
    assert_non_null(hhp__rule_of((hhp__message)message));
  }
}

static void every_rule_has_a_message(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    int found = 0;
    for (int message = 0; message < HHP__MESSAGE_COUNT; message++)
      found |= hhp__rule_of((hhp__message)message) == hhp_rule_at(i);
    if (!found)
      fail_msg("%s says nothing", hhp_rule_id(hhp_rule_at(i)));
  }
}

static void a_message_is_written_once(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("%s", LOW_SHARE), "HP401");
  assert_ptr_equal(hhp_finding_message(f, HHP_LANG_DA), hhp_finding_message(f, HHP_LANG_DA));
  assert_ptr_equal(hhp_finding_message(f, 99), hhp_finding_message(f, HHP_LANG_EN));
}

/* --- Reading without checking --- */

/* A plan that was read without errors has not passed: no format may state that it did. */
static void a_plan_that_was_only_read_has_not_passed(void **state) {
  (void)state;
  static const struct {
    int32_t format;
    const char *said;
  } formats[] = {
      {HHP_FORMAT_TEXT, "The plan was only read, and the rules about the contents were not checked."},
      {HHP_FORMAT_MARKDOWN, "## Check of the plan: not checked\n"},
      {HHP_FORMAT_MARKDOWN,
       "**The check is incomplete:** the plan was only read, and the rules about the contents were not"},
      {HHP_FORMAT_JUNIT, "<skipped type=\"unchecked\" message=\"The plan was only read, and the rules about the "
                         "contents were not checked.\""},
      {HHP_FORMAT_JUNIT_STRICT, " name=\"is checked\""},
      {HHP_FORMAT_GITHUB, "The plan was only read, and the rules about the contents were not checked."},
      {HHP_FORMAT_HTML, "<dd>not checked</dd>"},
      {HHP_FORMAT_HTML, "The co-financing is not assessed: the plan was only read."},
  };
  hhp_report *report = new_report();
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_parse(&plan, plan_text("%s", LOW_SHARE), HHP_NUL_TERMINATED, report), HHP_OK);
  hhp_plan_free(plan);
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_int_equal(hhp_report_count(report), 0);
  for (size_t i = 0; i < COUNT_OF(formats); i++) {
    char *text = NULL;
    assert_int_equal(hhp_report_render(report, formats[i].format, NULL, &text, NULL), HHP_OK);
    own(text, hhp_free);
    assert_non_null(strstr(text, formats[i].said));
    assert_null(strstr(text, ": passed"));
    assert_null(strstr(text, ">passed<"));
    assert_null(strstr(text, "passes the rules"));
    assert_null(strstr(text, "corrected"));
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(severities_can_be_changed),
      TEST(rules_that_are_off_can_be_turned_on),
      TEST(severities_that_cannot_be_changed),
      TEST(the_stage_can_be_given),
      TEST(today_is_a_whole_day),
      TEST(calls_without_options_are_refused),
      TEST(the_checksum_is_included_unless_turned_off),
      TEST(findings_are_in_the_order_of_the_file),
      TEST(findings_at_one_location_are_in_the_order_of_the_rules),
      TEST(nothing_has_no_findings),
      TEST(arguments_end_somewhere),
      TEST(a_path_is_kept_when_a_report_is_refilled),
      TEST(findings_beyond_the_limit_are_counted),
      TEST(both_languages_have_the_same_arguments),
      TEST(every_rule_has_a_message),
      TEST(a_message_is_written_once),
      TEST(a_plan_that_was_only_read_has_not_passed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
