/* Code Quality of GitLab: exact output; tests/formats reads it as GitLab does. */
#include <string.h>

#include "base/sha256.h"
#include "report/finding.h"
#include "unit/support.h"

static void test_entries(void **state) {
  (void)state;
  hhp_report *report = check_text(quoted("{" HEAD ", 'goals': [{'id': 'g', 'title': 'T'}],\n"
                                         "'waivers': [{'rule': 'HP322', 'reason': 'A'}]}"));
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_show(options, HHP_SEVERITY_ERROR), HHP_OK);
  assert_int_equal(hhp_report_set_path(report, "./a.json"), HHP_OK);
  static const char parts[] = "1\0HP211\0a.json\0\0"
                              "0";
  char fingerprint[65];
  hhp__sha256_hex(parts, sizeof(parts) - 1, fingerprint);
  assert_string_equal(rendered(report, HHP_FORMAT_GITLAB, options),
                      text_of("[\n"
                              "  {\n"
                              "    \"description\": \"HP211: The plan has chosen no focus area.\",\n"
                              "    \"check_name\": \"HP211\",\n"
                              "    \"fingerprint\": \"%s\",\n"
                              "    \"severity\": \"major\",\n"
                              "    \"location\": {\n"
                              "      \"path\": \"a.json\",\n"
                              "      \"lines\": {\n"
                              "        \"begin\": 1,\n"
                              "        \"end\": 1\n"
                              "      }\n"
                              "    }\n"
                              "  }\n"
                              "]\n",
                              fingerprint));
}

/* Equal findings of two plans with one path, and of two without a path, are four issues in GitLab. */
static void test_reports_of_one_path(void **state) {
  (void)state;
  const hhp_report *reports[4];
  for (size_t i = 0; i < COUNT_OF(reports); i++) {
    hhp_report *report = check_text(quoted("{" HEAD "}"));
    assert_int_equal(hhp_report_set_path(report, i < 2 ? "a.json" : NULL), HHP_OK);
    reports[i] = report;
  }
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_show(options, HHP_SEVERITY_ERROR), HHP_OK);
  char *out = NULL;
  assert_int_equal(hhp_reports_render(reports, COUNT_OF(reports), HHP_FORMAT_GITLAB, options, &out, NULL), HHP_OK);
  static const char name[] = "\"fingerprint\": \"";
  const char *found[32];
  size_t count = 0;
  for (const char *at = strstr(out, name); at != NULL; at = strstr(at, name)) {
    at += strlen(name);
    assert_true(count < COUNT_OF(found));
    for (size_t i = 0; i < count; i++)
      assert_true(strncmp(found[i], at, 64) != 0);
    found[count++] = at;
  }
  assert_int_equal(count, 8); /* HP201 and HP211 of each */
  /* the same in every version: the second has its number */
  static const char parts[] = "1\0HP201\0a.json//1\0\0"
                              "0";
  char fingerprint[65];
  hhp__sha256_hex(parts, sizeof(parts) - 1, fingerprint);
  assert_non_null(strstr(out, fingerprint));
  hhp_free(out);
}

static void test_nothing(void **state) {
  (void)state;
  char *out = NULL;
  size_t length = 0;
  assert_int_equal(hhp_reports_render(NULL, 0, HHP_FORMAT_GITLAB, NULL, &out, &length), HHP_OK);
  own(out, hhp_free);
  assert_string_equal(out, "[]\n");
  assert_string_equal(rendered(new_report(), HHP_FORMAT_GITLAB, NULL), "[]\n");
}

/* Findings that a report counts and does not store are one issue, as grave as the worst of those that are shown or fail
 * the run. */
static void test_findings_that_are_not_stored(void **state) {
  (void)state;
  static const struct {
    int32_t show, fail_on;
    const char *count, *severity;
  } cases[] = {
      {HHP_SEVERITY_INFO, HHP_SEVERITY_ERROR, "5 more findings are", "minor"},
      {HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR, "2 more findings are", "minor"},
      {HHP_SEVERITY_ERROR, HHP_SEVERITY_ERROR, NULL, NULL},
      {HHP_SEVERITY_ERROR, HHP_SEVERITY_WARNING, "2 more findings are", "minor"},
      {HHP_SEVERITY_ERROR, HHP_SEVERITY_OFF, NULL, NULL},
      {HHP_SEVERITY_ERROR, HHP_SEVERITY_INFO, "5 more findings are", "minor"},
  };
  hhp_report *report = new_report();
  report->omitted[HHP_SEVERITY_WARNING] = 2;
  report->omitted[HHP_SEVERITY_INFO] = 3;
  hhp__report_count(report);
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_render_options *options = new_render_options();
    assert_int_equal(hhp_render_options_set_show(options, cases[i].show), HHP_OK);
    assert_int_equal(hhp_render_options_set_fail_on(options, cases[i].fail_on), HHP_OK);
    const char *json = rendered(report, HHP_FORMAT_GITLAB, options);
    if (cases[i].count == NULL) {
      assert_string_equal(json, "[]\n");
      continue;
    }
    assert_non_null(strstr(json, cases[i].count));
    assert_non_null(strstr(json, text_of("\"severity\": \"%s\"", cases[i].severity)));
  }
  report->omitted[HHP_SEVERITY_ERROR] = 1;
  report->omitted[HHP_SEVERITY_WARNING] = report->omitted[HHP_SEVERITY_INFO] = 0;
  hhp__report_count(report);
  const char *json = rendered(report, HHP_FORMAT_GITLAB, NULL);
  assert_non_null(strstr(json, "\"severity\": \"major\""));
  assert_non_null(strstr(json, "1 more finding is"));
}

static void test_unreadable(void **state) {
  (void)state;
  hhp_report *report = new_report();
  assert_int_equal(hhp_report_set_unreadable(report, HHP_ERR_PERMISSION), HHP_OK);
  const char *json = rendered(report, HHP_FORMAT_GITLAB, NULL);
  assert_non_null(
      strstr(json, text_of("\"description\": \"%s\"", hhp_status_message(HHP_ERR_PERMISSION, HHP_LANG_EN))));
  assert_non_null(strstr(json, "\"severity\": \"blocker\""));
  assert_non_null(strstr(json, "\"path\": \"-\""));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_entries),    TEST(test_reports_of_one_path),
      TEST(test_nothing),    TEST(test_findings_that_are_not_stored),
      TEST(test_unreadable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
