/* JUnit XML, letter by letter; tests/formats reads it as build servers do. */
#include <string.h>

#include "base/buffer.h"
#include "report/finding.h"
#include "unit/support.h"

/* With a waived warning, two errors, and infos. */
static hhp_report *small_report(void) {
  hhp_report *report = check_text(quoted("{" HEAD ", 'waivers': [{'rule': 'HP322', 'reason': 'A & B'}]}"));
  assert_int_equal(hhp_report_set_path(report, "/repo/plans/a.helhedsplan.json"), HHP_OK);
  return report;
}

static const char first_case[] =
    "    <testcase classname=\"plans.a\" name=\"HP201\" file=\"plans/a.helhedsplan.json\" line=\"1\" time=\"0\">\n"
    "      <failure type=\"error\" message=\"The plan has no goals.\">plans/a.helhedsplan.json:1:1: error: The plan "
    "has no "
    "goals. [HP201 no-goals]\n"
    "Remedy: Add the goals that the plan works for to “goals”.</failure>\n"
    "    </testcase>\n";

static void test_junit(void **state) {
  (void)state;
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_root(options, "/repo"), HHP_OK);
  const char *xml = rendered(small_report(), HHP_FORMAT_JUNIT, options);
  const char *head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"helhedsplan\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\" time=\"0\">\n"
      "  <testsuite name=\"plans/a.helhedsplan.json\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\" "
      "time=\"0\">\n";
  assert_memory_equal(xml, head, strlen(head));
  assert_memory_equal(xml + strlen(head), first_case, strlen(first_case));
  assert_non_null(strstr(xml, "[HP322 leadership-not-unambiguous]\nWaived: A &amp; B</skipped>\n    </testcase>\n"
                              "  </testsuite>\n</testsuites>\n"));
}

static void test_strict(void **state) {
  (void)state;
  const char *xml = rendered(small_report(), HHP_FORMAT_JUNIT_STRICT, NULL);
  assert_non_null(strstr(xml, "<testsuites name=\"helhedsplan\" tests=\"3\" failures=\"2\" errors=\"0\" time=\"0\">"));
  assert_non_null(strstr(xml, "<testcase classname=\"repo.plans.a\" name=\"HP201\" time=\"0\">"));
  assert_null(strstr(xml, " file="));
  assert_null(strstr(xml, " line="));
}

static void test_unreadable(void **state) {
  (void)state;
  hhp_report *report = new_report();
  assert_int_equal(hhp_report_set_path(report, "væk.json"), HHP_OK);
  assert_int_equal(hhp_report_set_unreadable(report, HHP_ERR_NO_FILE), HHP_OK);
  const char *message = hhp_status_message(HHP_ERR_NO_FILE, HHP_LANG_EN);
  assert_string_equal(rendered(report, HHP_FORMAT_JUNIT, NULL),
                      text_of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<testsuites name=\"helhedsplan\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" "
                              "time=\"0\">\n"
                              "  <testsuite name=\"væk.json\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" "
                              "time=\"0\">\n"
                              "    <testcase classname=\"væk\" name=\"can be read\" file=\"væk.json\" time=\"0\">\n"
                              "      <error type=\"unreadable\" message=\"%s\">væk.json: %s</error>\n"
                              "    </testcase>\n  </testsuite>\n</testsuites>\n",
                              message, message));
}

/* 15,000 findings have a case each; those beyond have one together, also if there is one. */
static void test_limit(void **state) {
  (void)state;
  enum { MISSING = 6, MOST = 15000 }; /* the required members are not there */
  for (int count = MOST; count <= MOST + 1; count++) {
    hhp__buffer json = {0};
    hhp__puts(&json, "{\"sources\":[");
    for (int i = 0; i < count - MISSING; i++)
      hhp__puts(&json, i == 0 ? "1" : ",1");
    hhp__puts(&json, "]}");
    hhp_report *report = new_report();
    assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
    hhp__buffer_free(&json);
    assert_int_equal(hhp_report_count(report), count);
    const char *xml = rendered(report, HHP_FORMAT_JUNIT, NULL);
    assert_non_null(strstr(xml, text_of("tests=\"%d\" failures=\"%d\"", MOST + (count > MOST), MOST + (count > MOST))));
    assert_int_equal(strstr(xml, "name=\"further findings\"") != NULL, count > MOST);
  }
}

/* Build servers drop one of two cases of a name. A pointer may end like a number that has been given. */
static void test_names_are_unique(void **state) {
  (void)state;
  static const char *const pointers[] = {"/a", "/a", "/a #2", "/a"};
  static const char *const names[] = {"/a\"", "/a #2\"", "/a #2 #2\"", "/a #3\""};
  hhp_report *report = new_report();
  for (size_t i = 0; i < COUNT_OF(pointers); i++)
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, pointers[i]));
  hhp__report_count(report);
  const char *at = rendered(report, HHP_FORMAT_JUNIT, NULL);
  for (size_t i = 0; i < COUNT_OF(names); i++) {
    at = strstr(at, text_of(" name=\"%s ", hhp_finding_rule(hhp_report_at(report, i))));
    assert_non_null(at);
    at += strlen(" name=\"HP101 ");
    if (strncmp(at, names[i], strlen(names[i])) != 0)
      fail_msg("%zu: %.40s", i, at);
  }
}

static char *letters(size_t count) {
  char *text = text_of("%*s", (int)count, "");
  memset(text, 'a', count);
  return text;
}

static void assert_written(const char *xml, const char *before, size_t letters_shown, const char *after) {
  const char *at = strstr(xml, before);
  assert_non_null(at);
  at += strlen(before);
  assert_int_equal(strspn(at, "a"), letters_shown);
  if (strncmp(at + letters_shown, after, strlen(after)) != 0)
    fail_msg("%.40s is not %s", at + letters_shown, after);
}

/* Of the pointer, 240 bytes are in a name and 4,096 in the text; a path has 4,096, and a reason 4,000. */
static void test_longest_texts(void **state) {
  (void)state;
  for (size_t more = 0; more <= 1; more++) {
    const char *cut = more > 0 ? "…" : "";
    hhp_report *report = new_report();
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, letters(240 + more)));
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, letters(4096 + more)));
    hhp__report_count(report);
    const char *name = text_of(" name=\"%s ", hhp_finding_rule(hhp_report_at(report, 0)));
    const char *xml = rendered(report, HHP_FORMAT_JUNIT, NULL);
    assert_written(xml, name, 240, text_of("%s\"", cut));
    assert_written(strstr(xml, name) + 1, "\n      <system-out>-", 240 + more, ": ");
    assert_written(strstr(strstr(xml, name) + 1, name), "\n      <system-out>-", 4096, text_of("%s: ", cut));
    assert_int_equal(hhp_report_set_path(report, letters(4096 + more)), HHP_OK);
    assert_written(rendered(report, HHP_FORMAT_JUNIT, NULL), "<testsuite name=\"", 4096, text_of("%s\"", cut));
    hhp_check_options *options = new_options();
    assert_int_equal(hhp_check_options_add_waiver(options, "HP322", NULL, letters(4000 + more), 0), HHP_OK);
    const char *json = plan_text("%s", "");
    xml = rendered(check_bytes(json, strlen(json), options), HHP_FORMAT_JUNIT, NULL);
    assert_written(xml, "\nWaived: ", 4000, text_of("%s</skipped>", cut));
  }
}

static void test_same_bytes_every_time(void **state) {
  (void)state;
  const char *first = rendered(small_report(), HHP_FORMAT_JUNIT, NULL);
  assert_string_equal(rendered(small_report(), HHP_FORMAT_JUNIT, NULL), first);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_junit),         TEST(test_strict),           TEST(test_unreadable),
      TEST(test_limit),         TEST(test_names_are_unique), TEST(test_same_bytes_every_time),
      TEST(test_longest_texts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
