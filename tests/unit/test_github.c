/* Workflow commands: exact text, number, and the notice about the rest. */
#include <stdlib.h>
#include <string.h>

#include "report/finding.h"
#include "unit/support.h"

static char *written(const hhp_report *const *reports, size_t count, const hhp_render_options *options) {
  char *out = NULL;
  size_t length = 0;
  assert_int_equal(hhp_reports_render(reports, count, HHP_FORMAT_GITHUB, options, &out, &length), HHP_OK);
  assert_int_equal(strlen(out), length);
  own(out, hhp_free);
  return out;
}

static size_t lines_with(const char *text, const char *beginning) {
  size_t count = 0;
  for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1)
    count += strncmp(line, beginning, strlen(beginning)) == 0;
  return count;
}

static hhp_report *report_of(const char *json, const char *path) {
  hhp_report *report = check_text(json);
  assert_int_equal(hhp_report_set_path(report, path), HHP_OK);
  return report;
}

static void places_and_escapes(void **state) {
  (void)state;
  const hhp_report *report = report_of("{\n \"%æ\": 1}", "./mappe/a,b:c%.json");
  hhp_render_options *options = new_render_options();
  hhp_render_options_set_lang(options, HHP_LANG_DA);
  const char *out = written(&report, 1, options);
  assert_non_null(strstr(out, "::error file=mappe/a%2Cb%3Ac%25.json,line=2,endLine=2,col=2,endColumn=6,"
                              "title=HP103 unknown-member::Ukendt felt: »%25æ«.%0A"));
  assert_null(strstr(out, "col=2,endColumn=6,title=HP104"));
  assert_non_null(strstr(out, "\n::notice title=helhedsplan::Reglerne om indholdet er ikke kontrolleret, før fejlene i "
                              "selve dokumentet er rettet.\n"));
}

/* The runner would drop the columns. */
static void values_of_several_lines_have_no_columns(void **state) {
  (void)state;
  const hhp_report *report = report_of("{\n \"id\": [\n ]}", "p.json");
  assert_non_null(strstr(written(&report, 1, NULL), "::error file=p.json,line=2,endLine=3,title=HP105 wrong-type::"));
}

/* GitHub would attribute a line without a file to ".github". */
static void standard_input_is_no_file(void **state) {
  (void)state;
  const hhp_report *report = report_of("{\n \"x\": 1}", "-");
  const char *out = written(&report, 1, NULL);
  assert_non_null(strstr(out, "::error title=HP103 unknown-member::2:2: Unknown "));
  assert_null(strstr(out, "file="));
  assert_null(strstr(out, "ine="));
}

static void plans_in_memory_have_pointers(void **state) {
  (void)state;
  const hhp_report *report = validate(plan_of(plan_text("'financing': {'grant': {'applied': 1, 'awarded': 2}}")), NULL);
  const char *out = written(&report, 1, NULL);
  assert_non_null(strstr(out, "title=HP413 grant-order::/financing/grant/awarded: "));
  assert_null(strstr(out, "line="));
}

static void names_of_files_come_back(void **state) {
  (void)state;
  const hhp_report *report = report_of("{}", "/rod/x\n::error::y\r\033[31m\xff.json");
  hhp_render_options *options = new_render_options();
  hhp_render_options_set_root(options, "/rod/");
  const char *out = written(&report, 1, options);
  assert_int_equal(strncmp(out, "::error file=x%0A%3A%3Aerror%3A%3Ay%0D\\u{1b}[31m\\xff.json,line=1,", 59), 0);
  assert_int_equal(lines_with(out, "::"), lines_with(out, ""));
}

static hhp_report *many(int members) {
  char *json = copy_of("{");
  for (int i = 0; i < members; i++)
    json = text_of("%s\n\"m%d\": 1%s", json, i, i + 1 < members ? "," : "}");
  return report_of(json, "p.json");
}

static void ten_of_a_kind(void **state) {
  (void)state;
  const hhp_report *report = many(12);
  size_t errors = hhp_report_error_count(report);
  const char *out = written(&report, 1, NULL);
  assert_int_equal(lines_with(out, "::error "), 10);
  assert_int_equal(lines_with(out, ""), 11);
  assert_non_null(strstr(out, text_of("::notice title=helhedsplan::Not shown here: %zu errors. “helhedsplan validate "
                                      "--show info” shows them all. The rules",
                                      errors - 10)));
  const hhp_report *const reports[] = {many(6), many(6), many(1)};
  out = written(reports, 3, NULL);
  assert_int_equal(lines_with(out, "::error "), 10);
}

static void infos_leave_space_for_the_last_line(void **state) {
  (void)state;
  char *activities = copy_of("");
  for (int i = 0; i < 12; i++)
    activities = text_of("%s%s{'id': 'a%d', 'title': 'A'}", activities, i == 0 ? "" : ", ", i);
  const hhp_report *report = check_plan("'activities': [%s]", activities);
  hhp_render_options *options = new_render_options();
  size_t infos = hhp_report_info_count(report);
  assert_true(infos > 10);
  assert_true(hhp_report_warning_count(report) > 0);
  const char *out = written(&report, 1, options);
  assert_int_equal(lines_with(out, "::notice "), 1);
  assert_non_null(strstr(out, text_of("Not shown here: %zu infos. ", infos)));
  hhp_render_options_set_show(options, HHP_SEVERITY_INFO);
  out = written(&report, 1, options);
  assert_int_equal(lines_with(out, "::notice "), 10);
  assert_non_null(strstr(out, text_of("Not shown here: %zu infos. ", infos - 9)));
  hhp_render_options_set_show(options, HHP_SEVERITY_ERROR);
  out = written(&report, 1, options);
  assert_int_equal(lines_with(out, "::warning "), 0);
  assert_int_equal(lines_with(out, "::notice "), 1);
}

static void waived_findings_are_counted(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_add_waiver(options, "HP322", NULL, "Aftalt", 0), HHP_OK);
  char *json = plan_text("%s", "");
  const hhp_report *report = check_bytes(json, strlen(json), options);
  const char *out = written(&report, 1, NULL);
  assert_null(strstr(out, "HP322"));
  assert_non_null(strstr(out, " 1 finding is waived.\n"));
}

static void files_that_cannot_be_read(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp_report_set_path(report, "væk.json");
  assert_int_equal(hhp_report_set_unreadable(report, HHP_ERR_NO_FILE), HHP_OK);
  hhp_render_options *options = new_render_options();
  hhp_render_options_set_lang(options, HHP_LANG_DA);
  const hhp_report *reports[14];
  for (size_t i = 0; i < COUNT_OF(reports); i++)
    reports[i] = report;
  assert_string_equal(written(reports, 1, options),
                      "::error file=væk.json,title=Filen kunne ikke læses::Filen findes ikke.\n");
  reports[0] = many(2);
  const char *out = written(reports, 12, options);
  assert_int_equal(lines_with(out, "::error "), 10);
  assert_int_equal(lines_with(out, "::error file=væk.json,title="), 10);
  size_t errors = hhp_report_error_count(reports[0]);
  assert_non_null(strstr(out, text_of("Ikke vist her: 1 fil, der ikke kunne læses, %zu fejl. »", errors)));
  out = written(reports, 14, options); /* every one is counted, also beyond the first that is left out */
  assert_int_equal(lines_with(out, "::error "), 10);
  assert_non_null(strstr(out, text_of("Ikke vist her: 3 filer, der ikke kunne læses, %zu fejl. »", errors)));
}

static void nothing_to_report(void **state) {
  (void)state;
  assert_string_equal(written(NULL, 0, NULL), "");
}

/* The runner counts two for each code point beyond U+FFFF: 2047 of them, and the ellipsis. */
static void long_messages_end_in_time(void **state) {
  (void)state;
  enum { LENGTH = 3000 };
  char *pointer = text_of("%*s", LENGTH * 4, "");
  for (size_t i = 0; i < LENGTH; i++)
    memcpy(pointer + 4 * i, "\xf0\x9f\x98\x80", 4);
  hhp_report *report = new_report();
  assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, pointer));
  hhp__report_count(report);
  const hhp_report *const reports[] = {report};
  const char *message = strstr(written(reports, 1, NULL), "::\xf0");
  assert_non_null(message);
  message += strlen("::");
  assert_int_equal(strncmp(message, pointer, 2047 * 4), 0);
  assert_int_equal(strncmp(message + 2047 * 4, "…\n", 4), 0);
}

/* Of letters that count one each, 4095 and the ellipsis. */
static void long_messages_of_letters_end_in_time(void **state) {
  (void)state;
  char *pointer = text_of("%*s", 5000, "");
  memset(pointer, 'z', 5000);
  hhp_report *report = new_report();
  assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, pointer));
  hhp__report_count(report);
  const hhp_report *const reports[] = {report};
  const char *message = strstr(written(reports, 1, NULL), "::zzz");
  assert_non_null(message);
  message += strlen("::");
  assert_int_equal(strspn(message, "z"), 4095);
  assert_int_equal(strncmp(message + 4095, "…\n", 4), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(places_and_escapes),
      TEST(values_of_several_lines_have_no_columns),
      TEST(standard_input_is_no_file),
      TEST(plans_in_memory_have_pointers),
      TEST(names_of_files_come_back),
      TEST(long_messages_of_letters_end_in_time),
      TEST(ten_of_a_kind),
      TEST(infos_leave_space_for_the_last_line),
      TEST(waived_findings_are_counted),
      TEST(files_that_cannot_be_read),
      TEST(nothing_to_report),
      TEST(long_messages_end_in_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
