/* Reports as JSON, several reports, the hashes of lines, and refused calls. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "catalog/registry.h"
#include "report/finding.h"
#include "unit/support.h"

/* --- As JSON --- */

static void free_json(void *json) {
  json_decref(json);
}

static json_t *as_json(const hhp_report *report) {
  const char *text = rendered(report, HHP_FORMAT_JSON, NULL);
  json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(json);
  own(json, free_json);
  return json;
}

static const char *names_of(json_t *object) {
  const char *text = "";
  const char *name;
  json_t *value;
  json_object_foreach(object, name, value) text = text_of("%s%s%s", text, text[0] == '\0' ? "" : " ", name);
  return text;
}

static void a_report_as_json(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW_SHARE);
  hhp_report_set_path(report, "plan.json");
  json_t *json = as_json(report);
  assert_string_equal(names_of(json), "format tool files counts");
  assert_string_equal(json_string_value(json_object_get(json, "format")), "helhedsplan-report/1");
  assert_string_equal(json_string_value(json_object_get(json_object_get(json, "tool"), "name")), "helhedsplan");
  assert_string_equal(json_string_value(json_object_get(json_object_get(json, "tool"), "version")),
                      hhp_version_string());
  assert_int_equal(json_array_size(json_object_get(json, "files")), 1);
  json_t *file = json_array_get(json_object_get(json, "files"), 0);
  assert_string_equal(names_of(file), "path sha256 plan scheme stage complete unreadable findings omitted counts");
  assert_string_equal(json_string_value(json_object_get(file, "path")), "plan.json");
  assert_string_equal(json_string_value(json_object_get(file, "sha256")), hhp_report_sha256(report));
  assert_string_equal(json_string_value(json_object_get(file, "plan")), "p");
  assert_string_equal(json_string_value(json_object_get(file, "scheme")), "lbf-2015-2018");
  assert_string_equal(json_string_value(json_object_get(file, "stage")), "draft");
  assert_true(json_is_true(json_object_get(file, "complete")));
  assert_true(json_is_null(json_object_get(file, "unreadable")));
  assert_int_equal(json_integer_value(json_object_get(json_object_get(file, "counts"), "error")),
                   hhp_report_error_count(report));
  assert_string_equal(names_of(json_object_get(json, "counts")), "error warning info waived");
}

static json_t *finding_in(json_t *report, const char *rule) {
  json_t *findings = json_object_get(json_array_get(json_object_get(report, "files"), 0), "findings");
  size_t i;
  json_t *finding;
  json_array_foreach(findings, i, finding) {
    if (strcmp(json_string_value(json_object_get(finding, "rule")), rule) == 0)
      return finding;
  }
  fail_msg("no %s", rule);
  return NULL;
}

static void a_finding_as_json(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW_SHARE);
  const hhp_finding *f = only(report, "HP401");
  json_t *json = finding_in(as_json(report), "HP401");
  assert_string_equal(
      names_of(json),
      "rule slug severity pointer entity line column offset length message remedy arguments related waived");
  assert_string_equal(json_string_value(json_object_get(json, "rule")), "HP401");
  assert_string_equal(json_string_value(json_object_get(json, "slug")), "local-share-below-minimum");
  assert_string_equal(json_string_value(json_object_get(json, "severity")), "error");
  assert_string_equal(json_string_value(json_object_get(json, "pointer")), "/financing/contributions");
  assert_string_equal(json_string_value(json_object_get(json, "entity")), "p");
  assert_int_equal(json_integer_value(json_object_get(json, "line")), 1);
  assert_int_equal(json_integer_value(json_object_get(json, "column")), hhp_finding_column(f));
  assert_int_equal(json_integer_value(json_object_get(json, "offset")), hhp_finding_offset(f));
  assert_int_equal(json_integer_value(json_object_get(json, "length")), hhp_finding_length(f));
  assert_string_equal(json_string_value(json_object_get(json_object_get(json, "message"), "da")),
                      hhp_finding_message(f, HHP_LANG_DA));
  assert_string_equal(json_string_value(json_object_get(json_object_get(json, "message"), "en")),
                      hhp_finding_message(f, HHP_LANG_EN));
  assert_string_equal(json_string_value(json_object_get(json_object_get(json, "remedy"), "en")),
                      hhp_finding_remedy(f, HHP_LANG_EN));
  json_t *arguments = json_object_get(json, "arguments");
  assert_int_equal(json_object_size(arguments), hhp_finding_argument_count(f));
  assert_int_equal(json_integer_value(json_object_get(arguments, "short_by")), 15); /* 100 / 4 - 10 */
  assert_string_equal(json_string_value(json_object_get(arguments, "base")), "total");
  json_t *related = json_array_get(json_object_get(json, "related"), 1);
  assert_string_equal(names_of(related), "pointer line column");
  assert_string_equal(json_string_value(json_object_get(related, "pointer")), "/financing/contributions/0/amount");
  assert_int_equal(json_integer_value(json_object_get(related, "line")), 1);
  assert_true(json_is_false(json_object_get(json, "waived")));
}

static void what_is_not_there_is_null_in_json(void **state) {
  (void)state;
  hhp_report *report = check_text("{");
  json_t *file = json_array_get(json_object_get(as_json(report), "files"), 0);
  static const char *const absent[] = {"path", "plan", "scheme", "stage"};
  for (size_t i = 0; i < COUNT_OF(absent); i++)
    assert_true(json_is_null(json_object_get(file, absent[i])));
  assert_true(json_is_false(json_object_get(file, "complete")));
  assert_true(json_is_null(json_object_get(json_array_get(json_object_get(file, "findings"), 0), "entity")));
  report = check_plan(
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'q', 'name': 'Q', 'kind': 'police'}],"
      "'financing': {'grant': {'awarded': 10}, 'contributions': [{'parties': ['q'], 'amount': 90}]}");
  assert_true(json_is_null(
      json_object_get(json_object_get(finding_in(as_json(report), "HP401"), "arguments"), "largest_grant")));
}

static void a_file_that_could_not_be_read_is_in_json(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW_SHARE);
  hhp_report_set_path(report, "gone.json");
  assert_int_equal(hhp_report_set_unreadable(report, HHP_OK), HHP_OK);
  assert_int_equal(hhp_report_set_unreadable(report, (hhp_status)1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_unreadable(report), HHP_OK);
  assert_int_equal(hhp_report_set_unreadable(report, HHP_ERR_NO_FILE), HHP_OK);
  json_t *file = json_array_get(json_object_get(as_json(report), "files"), 0);
  json_t *unreadable = json_object_get(file, "unreadable");
  assert_string_equal(json_string_value(json_object_get(file, "path")), "gone.json");
  assert_string_equal(names_of(unreadable), "status message");
  assert_string_equal(json_string_value(json_object_get(unreadable, "status")), "HHP_ERR_NO_FILE");
  assert_string_equal(names_of(json_object_get(unreadable, "message")), "da en");
  assert_string_equal(json_string_value(json_object_get(json_object_get(unreadable, "message"), "en")),
                      hhp_status_message(HHP_ERR_NO_FILE, HHP_LANG_EN));
  assert_string_equal(json_string_value(json_object_get(json_object_get(unreadable, "message"), "da")),
                      hhp_status_message(HHP_ERR_NO_FILE, HHP_LANG_DA));
  static const char *const absent[] = {"sha256", "plan", "scheme", "stage"};
  for (size_t i = 0; i < COUNT_OF(absent); i++)
    assert_true(json_is_null(json_object_get(file, absent[i])));
  assert_true(json_is_false(json_object_get(file, "complete")));
  assert_int_equal(json_array_size(json_object_get(file, "findings")), 0);
}

static void json_holds_any_text(void **state) {
  (void)state;
  hhp_report *report = check_plan(
      "'goals': [{'id': 'g', 'title': 'a\\u001b\\n\\u2028\\ud83d\\ude00'}], 'strategies': [{'id': 's', 'title': 'S'}]");
  hhp_report_set_path(report, "\xff.json");
  json_t *file = json_array_get(json_object_get(as_json(report), "files"), 0);
  assert_string_equal(json_string_value(json_object_get(file, "path")), "\\xff.json");
  assert_null(strchr(rendered(report, HHP_FORMAT_JSON, NULL), '\033'));
  hhp_report *broken = check_text(quoted("{'a\xff': 1}"));
  assert_non_null(as_json(broken));
}

/* --- Several reports --- */

static void several_reports_are_one_document(void **state) {
  (void)state;
  hhp_report *a = check_text("{ ");
  hhp_report *b = check_text("{");
  hhp_report_set_path(a, "a.json");
  hhp_report_set_path(b, "b.json");
  const hhp_report *const both[] = {a, b};
  char *text = NULL;
  size_t length = 0;
  assert_int_equal(hhp_reports_render(both, 2, HHP_FORMAT_JSON, NULL, &text, &length), HHP_OK);
  own(text, free);
  json_t *json = json_loadb(text, length, 0, NULL);
  own(json, free_json);
  assert_int_equal(json_array_size(json_object_get(json, "files")), 2);
  assert_int_equal(json_integer_value(json_object_get(json_object_get(json, "counts"), "error")), 2);
  assert_string_equal(json_string_value(json_object_get(json_array_get(json_object_get(json, "files"), 1), "path")),
                      "b.json");

  assert_int_equal(hhp_reports_render(both, 2, HHP_FORMAT_TEXT, NULL, &text, NULL), HHP_OK);
  own(text, free);
  assert_non_null(strstr(text, "\n2 files: 2 errors, 0 warnings, 0 infos.\n"));
  assert_non_null(strstr(text, "\nb.json:1:2: error: "));
}

static void no_reports_are_a_document_too(void **state) {
  (void)state;
  char *text = NULL;
  assert_int_equal(hhp_reports_render(NULL, 0, HHP_FORMAT_JSON, NULL, &text, NULL), HHP_OK);
  own(text, free);
  json_t *json = json_loads(text, 0, NULL);
  assert_non_null(json);
  own(json, free_json);
  assert_int_equal(json_array_size(json_object_get(json, "files")), 0);
  assert_int_equal(hhp_reports_render(NULL, 0, HHP_FORMAT_TEXT, NULL, &text, NULL), HHP_OK);
  own(text, free);
  assert_string_equal(text, "0 files: 0 errors, 0 warnings, 0 infos.\n");
}

/* Of the first line. */
static const char *line_hash_of(const char *text) {
  hhp_report *report = new_report();
  hhp__report_begin(report);
  hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "");
  assert_non_null(finding);
  set_line(finding, 1);
  assert_int_equal(hhp__report_hash_lines(report, text, strlen(text)), HHP_OK);
  return hhp_finding_line_hash(finding);
}

/* Expected values of codeql-action's own tests for its fingerprints, line by line. Each line gets a finding. */
static void assert_line_hashes(const char *text, const char *const *expected, size_t count) {
  hhp_report *report = new_report();
  hhp__report_begin(report);
  for (size_t i = 0; i < count; i++) {
    hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "");
    assert_non_null(finding);
    set_line(finding, i + 1);
  }
  assert_int_equal(hhp__report_hash_lines(report, text, strlen(text)), HHP_OK);
  for (size_t i = 0; i < count; i++)
    assert_string_equal(hhp_finding_line_hash(hhp_report_at(report, i)), expected[i]);
}

static void lines_are_hashed_as_code_scanning_does(void **state) {
  (void)state;
  static const char *const empty[] = {"c129715d7a2bc9a3:1"};
  assert_line_hashes("", empty, 1);
  static const char *const four[] = {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
                                     "a23a3dc5e078b07b:1"};
  assert_line_hashes(" a\nb\n  \t\tc\n d", four, 4);
  assert_line_hashes(" a\r\nb\r\n  \t\tc\r\n d", four, 4); /* line ends and white space do not matter */
  assert_line_hashes("a\nb\nc\nd", four, 4);
  static const char *const seven[] = {"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                                      "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                                      "c129715d7a2bc9a3:1"};
  assert_line_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", seven, 7);
  static const char *const again[] = {"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
                                      "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
                                      "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
                                      "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"};
  char text[10 * 28 + 1] = "";
  for (int i = 0; i < 10; i++)
    strcat(text, "Lorem ipsum dolor sit amet.\n");
  assert_line_hashes(text, again, 11);
  static const char *const letters[] = {"9e5aaba68f77c036:1", "607f234ca362918a:1", "c129715d7a2bc9a3:1"};
  assert_line_hashes("Blåbærgrød\n  på Ærø – 😀\n", letters, 3); /* calculated by its algorithm */
}

/* Node.js, in which code scanning runs, decodes as one U+FFFD all bytes that could begin a character. */
static void broken_characters_are_hashed_as_code_scanning_does(void **state) {
  (void)state;
  static const struct {
    const char *broken, *replaced;
  } rows[] = {
      {"\xe2\x82", "?"},
      {"\xe2\x82"
       "a",
       "?a"},
      {"\xf0\x9f\x98"
       "a",
       "?a"},
      {"\xf0\x9f"
       "a",
       "?a"},
      {"\xed\xa0\x80", "???"},
      {"\xe0\x80\xbf", "???"},
      {"\xf4\x90\x80\x80", "????"},
      {"\xf5\x80", "??"},
      {"\x80\xbf", "??"},
      {"\xc3(", "?("},
      {"\xc3\xc3\xa6", "?æ"},
      {"\xc0\x80", "??"},
      {"\xf0\x9f\x98\xf0\x9f\x98\x80", "?😀"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp__buffer replaced = {0};
    for (const char *c = rows[i].replaced; *c != '\0'; c++)
      hhp__puts(&replaced, *c == '?' ? "\xef\xbf\xbd" : (char[]){*c, '\0'});
    const char *expected = line_hash_of(replaced.text);
    hhp__buffer_free(&replaced);
    assert_string_equal(line_hash_of(rows[i].broken), expected);
  }
}

static void line_hashes_are_there_when_asked_for(void **state) {
  (void)state;
  const char *json = plan_text("%s", LOW_SHARE);
  hhp_check_options *options = new_options();
  assert_null(hhp_finding_line_hash(nth(check_text(json), "HP401", 0)));
  assert_int_equal(hhp_check_options_set_line_hashes(options, 1), HHP_OK);
  assert_int_equal(hhp_check_options_set_line_hashes(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check_options_set_line_hashes(NULL, 1), HHP_ERR_ARGUMENT);
  hhp_report *report = check_bytes(json, strlen(json), options);
  for (size_t i = 0; i < hhp_report_count(report); i++)
    assert_non_null(hhp_finding_line_hash(hhp_report_at(report, i)));
}

static void values_end_where_they_do(void **state) {
  (void)state;
  hhp_report *report = check_text(quoted("{\n  'vision': ' æ',\n  'goals': [\n    1\n  ], 'id': 'Æ'\n}"));
  const hhp_finding *id = only(report, "HP106");
  assert_int_equal(hhp_finding_line(id), 5);
  assert_int_equal(hhp_finding_column(id), 12);
  assert_int_equal(hhp_finding_end_line(id), 5);
  assert_int_equal(hhp_finding_end_column(id), 15); /* 'Æ' is three characters */
  const hhp_finding *missing = nth(report, "HP104", 0);
  assert_int_equal(hhp_finding_line(missing), 1);
  assert_int_equal(hhp_finding_end_line(missing), 1);
  assert_int_equal(hhp_finding_end_column(missing), 2);
  report = check_plan("'goals': [\n{'id': 'g', 'title': 'G',\n'pursued': false}\n]");
  const hhp_finding *goals = only(report, "HP202");
  assert_int_equal(hhp_finding_end_line(goals), hhp_finding_line(goals) + 3);
  assert_int_equal(hhp_finding_end_column(goals), 2);
}

static void renderings_without_arguments_are_refused(void **state) {
  (void)state;
  char *text = NULL;
  hhp_render_options *options = new_render_options();
  const hhp_report *const none[] = {NULL};
  assert_int_equal(hhp_report_render(NULL, HHP_FORMAT_TEXT, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_render(new_report(), 0, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_render(new_report(), 99, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_render(new_report(), HHP_FORMAT_TEXT, NULL, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_reports_render(NULL, 1, HHP_FORMAT_TEXT, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_reports_render(none, 1, HHP_FORMAT_TEXT, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_null(text);
  assert_int_equal(hhp_render_options_new(NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_lang(options, 0), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_lang(NULL, HHP_LANG_DA), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_show(options, HHP_SEVERITY_OFF), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_show(options, 4), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_show(NULL, HHP_SEVERITY_INFO), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_fail_on(options, HHP_SEVERITY_OFF), HHP_OK);
  assert_int_equal(hhp_render_options_set_fail_on(options, HHP_SEVERITY_OFF - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_fail_on(options, HHP_SEVERITY_ERROR + 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_fail_on(NULL, HHP_SEVERITY_ERROR), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_colour(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_colour(NULL, 1), HHP_ERR_ARGUMENT);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_report_as_json),
      TEST(a_finding_as_json),
      TEST(what_is_not_there_is_null_in_json),
      TEST(a_file_that_could_not_be_read_is_in_json),
      TEST(json_holds_any_text),
      TEST(several_reports_are_one_document),
      TEST(no_reports_are_a_document_too),
      TEST(lines_are_hashed_as_code_scanning_does),
      TEST(broken_characters_are_hashed_as_code_scanning_does),
      TEST(line_hashes_are_there_when_asked_for),
      TEST(values_end_where_they_do),
      TEST(renderings_without_arguments_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
