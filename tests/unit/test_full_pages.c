/* Reports of more findings and plans than a document may hold: it ends in time and is whole, and says how much it
 * leaves out. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "report/finding.h"
#include "support/written_html.h"
#include "support/written_xml.h"
#include "unit/support.h"

/* The next in a text that ends at `end`. For pages of 32 MiB: with AddressSanitizer, strstr() and strchr() read to the
 * end of the page each time. */
static const char *next_before(const char *end, const char *at, const char *what) {
  size_t length = strlen(what);
  while ((size_t)(end - at) >= length) {
    at = memchr(at, what[0], (size_t)(end - at) - length + 1);
    if (at == NULL || memcmp(at, what, length) == 0)
      return at;
    at++;
  }
  return NULL;
}

static const char *next_of(const char *page, const char *what) {
  return next_before(page + strlen(page), page, what);
}

static size_t times(const char *page, const char *what) {
  const char *end = page + strlen(page);
  size_t count = 0;
  for (const char *at = page; (at = next_before(end, at, what)) != NULL; at += strlen(what))
    count++;
  return count;
}

static void assert_times(const char *page, const char *what, size_t expected) {
  if (times(page, what) != expected)
    fail_msg("%zu times, not %zu: %s", times(page, what), expected, what);
}

static void assert_has(const char *page, const char *what) {
  if (next_of(page, what) == NULL)
    fail_msg("not there: %s", what);
}

static const char *last_of(const char *page, const char *what) {
  const char *end = page + strlen(page), *last = NULL;
  for (const char *at = page; (at = next_before(end, at, what)) != NULL; at += strlen(what))
    last = at;
  assert_non_null(last);
  return last;
}

/* `count` times the text. */
static char *repeated(const char *text, size_t count) {
  size_t length = strlen(text);
  char *all = text_of("%*s", (int)(length * count), "");
  for (size_t i = 0; i < count; i++)
    memcpy(all + i * length, text, length);
  return all;
}

/* The caller frees it: a page is too large to keep until the end of the test. */
static char *render(const hhp_report *const *reports, size_t count, int32_t format) {
  char *page = NULL;
  assert_int_equal(hhp_reports_render(reports, count, format, NULL, &page, NULL), HHP_OK);
  return page;
}

/* --- HTML: 32 MiB --- */

#define SECTION "<article class=\"plan\""
#define LONGEST_TITLE 200         /* code points */
#define WIDEST "\xf3\xa0\x80\x81" /* U+E0001: \u{e0001}, the longest that a code point becomes */

/* A plan whose section is about a megabyte. */
static const hhp_report *report_of_a_large_plan(void) {
  enum { ACTIVITIES = 200 };
  const char *title = repeated(WIDEST, LONGEST_TITLE);
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD ", 'activities': ["));
  for (int i = 0; i < ACTIVITIES; i++)
    hhp__puts(&json, text_of("%s{\"id\":\"a%d\",\"title\":\"%s\",\"start\":\"2016\",\"end\":\"2017\"}",
                             i == 0 ? "" : ",", i, title));
  hhp__puts(&json, "]}");
  hhp_report *report = new_report();
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
  assert_int_equal(hhp_check(json.text, json.length, options, report), HHP_OK);
  hhp__buffer_free(&json);
  return report;
}

/* Of 1,001 plans the overview has 1,000, and those of them that have a section are links to it. */
static void links_of_the_overview_lead_to_sections(void **state) {
  (void)state;
  enum { PLANS = 1001, LISTED = 1000 };
  const hhp_report *report = report_of_a_large_plan(), *reports[PLANS];
  for (size_t i = 0; i < PLANS; i++)
    reports[i] = report;
  char *page = render(reports, PLANS, HHP_FORMAT_HTML);
  size_t sections = times(page, SECTION);
  assert_in_range(sections, 2, 100);
  assert_null(bad_html(page));
  assert_times(page, "<tr><th scope=\"row\"><a href=\"#p", sections);
  assert_times(page, " <small>(without a section)</small></th>", LISTED - sections);
  for (size_t i = 1; i <= sections; i++) {
    assert_times(page, text_of("<a href=\"#p%zu-plan\">", i), 1);
    assert_times(page, text_of(" id=\"p%zu-plan\"", i), 1);
  }
  assert_times(page, "Plans not shown in the overview: 1.", 1);
  assert_times(page, text_of("Plans without space for a section here: %zu.", PLANS - sections), 1);
  assert_has(page, text_of("<p>%zu errors, ", PLANS * hhp_report_error_count(report)));
  assert_has(page, " in 1,001 files. ");
  hhp_free(page);
}

/* A path whose `bytes` as written begin with the text, and have `more` of them after it. */
static char *path_with(const char *begin, size_t more) {
  enum { WIDTH = 9 }; /* of WIDEST */
  return text_of("%s%s%s", begin, repeated(WIDEST, more / WIDTH), repeated("b", more % WIDTH));
}

/* A section is begun below 32 MiB of sections and not at them: the first two titles take what is missing. */
static void a_page_ends_at_32_mib(void **state) {
  (void)state;
  enum { PLANS = 17500, LIMIT = 32 * 1024 * 1024, MOST_IN_ONE = 180 * 9 };
  hhp_report *different[2], *same = new_report();
  const hhp_report **reports = malloc(PLANS * sizeof(*reports));
  own(reports, free);
  assert_int_equal(hhp_report_set_unreadable(same, HHP_ERR_NO_FILE), HHP_OK);
  assert_int_equal(hhp_report_set_path(same, repeated(WIDEST, LONGEST_TITLE)), HHP_OK);
  for (size_t i = 0; i < COUNT_OF(different); i++) {
    different[i] = new_report();
    assert_int_equal(hhp_report_set_unreadable(different[i], HHP_ERR_NO_FILE), HHP_OK);
    assert_int_equal(hhp_report_set_path(different[i], "a"), HHP_OK);
  }
  for (size_t i = 0; i < PLANS; i++)
    reports[i] = i < COUNT_OF(different) ? different[i] : same;
  char *page = render(reports, PLANS, HHP_FORMAT_HTML);
  assert_null(bad_html(page));
  size_t sections = times(page, SECTION), below = LIMIT - (size_t)(last_of(page, SECTION) - next_of(page, SECTION));
  hhp_free(page);
  assert_in_range(sections, PLANS - 999, PLANS - 1);
  assert_in_range(below, 1, 2000);
  for (size_t more = below - 1; more <= below; more++) {
    size_t first = more < MOST_IN_ONE ? more : MOST_IN_ONE, written = sections - (more == below);
    assert_int_equal(hhp_report_set_path(different[0], path_with("a", first)), HHP_OK);
    assert_int_equal(hhp_report_set_path(different[1], path_with("a", more - first)), HHP_OK);
    page = render(reports, PLANS, HHP_FORMAT_HTML);
    assert_times(page, SECTION, written);
    assert_has(page, text_of("Plans without space for a section here: %zu.", PLANS - written));
    hhp_free(page);
  }
}

/* --- The lines of findings: 10,000 --- */

/* A document of `count` findings; the last one is the only one of its rule. */
static hhp_report *report_of_many_lines(size_t count) {
  enum { MISSING = 6 }; /* the required members are not there */
  hhp__buffer json = {0};
  hhp__puts(&json, "{");
  for (size_t i = 0; i < count - MISSING - 1; i++)
    hhp__puts(&json, text_of("\"q%zu\":1,", i));
  hhp__puts(&json, "\"q0\":1}");
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
  hhp__buffer_free(&json);
  assert_int_equal(hhp_report_count(report), count);
  return report;
}

/* What is listed without its line says so: in text together, on a page each. */
static void lines_end_at_10000(void **state) {
  (void)state;
  static const char *const said[] = {NULL, "\n1 finding is listed without its line in the file: there are too many.\n",
                                     "\n2 findings are listed without their line in the file: there are too many.\n"};
  for (size_t more = 0; more < COUNT_OF(said); more++) {
    const hhp_report *report = report_of_many_lines(10000 + more);
    char *text = render(&report, 1, HHP_FORMAT_TEXT), *page = render(&report, 1, HHP_FORMAT_HTML);
    assert_times(text, "\n     1 | ", 10000);
    assert_times(text, " line in the file: ", more > 0);
    if (more > 0)
      assert_has(text, said[more]);
    assert_times(page, "The line is not stored, since there are too many findings.", more > 0);
    hhp_free(text);
    hhp_free(page);
  }
}

/* --- JUnit: 24 MB --- */

#define CASE "    <testcase "
#define FINDING_CASE "\" name=\"HP"

/* Findings whose pointers take their place in the document. */
static hhp_report *report_of_long_findings(const char *first_pointer, size_t count) {
  enum { LENGTH = 2000 };
  const char *pointer = repeated("&", LENGTH);
  hhp_report *report = new_report();
  for (size_t i = 0; i < count; i++)
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_ERROR, i == 0 ? first_pointer : pointer));
  hhp__report_count(report);
  return report;
}

static void assert_well_formed(const char *xml, size_t count) {
  junit_cases cases;
  const char *error = read_junit(&cases, xml, strlen(xml));
  size_t read = cases.count;
  free_junit(&cases);
  if (error != NULL)
    fail_msg("%s", error);
  if (can_read_junit())
    assert_int_equal(read, count);
}

/* A case is begun below 24,000,000 bytes and not at them: the first pointer takes what is missing. Each file that has
 * findings without a case has one for them all, the second no other. */
static void cases_end_at_24_mb(void **state) {
  (void)state;
  enum { LIMIT = 24000000, ACCEPTED = 30000000, FINDINGS = 2500, OF_SECOND = 40, BASE = 300, ESCAPED = 5 };
  const hhp_report *reports[] = {report_of_long_findings(repeated("a", BASE), FINDINGS),
                                 report_of_long_findings("/b", OF_SECOND)};
  char *xml = render(reports, 2, HHP_FORMAT_JUNIT);
  size_t listed = times(xml, FINDING_CASE);
  assert_in_range(listed, 1000, FINDINGS - 2);
  assert_in_range(strlen(xml), LIMIT, ACCEPTED);
  assert_well_formed(xml, listed + 2);
  const char *rest = next_of(xml, " name=\"further findings\"");
  assert_non_null(rest);
  char *last = (char *)rest;
  for (int i = 0; i < 2; i++)
    do
      last--;
    while (strncmp(last, CASE, strlen(CASE)) != 0);
  size_t below = LIMIT - (size_t)(last - next_of(xml, CASE));
  hhp_free(xml);
  assert_in_range(below, 1, 12000);
  for (size_t more = below - 1; more <= below; more++) {
    size_t written = listed - (more == below);
    reports[0] = report_of_long_findings(
        text_of("%s%s%s", repeated("a", BASE), repeated("&", more / ESCAPED), repeated("a", more % ESCAPED)), FINDINGS);
    xml = render(reports, 2, HHP_FORMAT_JUNIT);
    assert_times(xml, FINDING_CASE, written);
    assert_has(xml,
               text_of("<testsuites name=\"helhedsplan\" tests=\"%zu\" failures=\"%zu\" ", written + 2, written + 2));
    assert_has(xml, text_of(" message=\"%zu more findings are counted but not listed: there are too many.\">",
                            FINDINGS - written));
    assert_has(xml,
               text_of(" message=\"%d more findings are counted but not listed: there are too many.\">", OF_SECOND));
    hhp_free(xml);
  }
}

/* --- GitLab: 50,000 issues --- */

static hhp_report *report_of_warnings(size_t count) {
  hhp_report *report = new_report();
  for (size_t i = 0; i < count; i++)
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "/a"));
  hhp__report_count(report);
  return report;
}

/* 50,000 findings of all files have an issue each; what is beyond has one for each file. */
static void issues_end_at_50000(void **state) {
  (void)state;
  enum { MOST = 50000, IN_FIRST = MOST - 1 };
  const hhp_report *first = report_of_warnings(IN_FIRST);
  for (size_t in_second = 1; in_second <= 3; in_second++) {
    const hhp_report *reports[] = {first, report_of_warnings(in_second)};
    char *json = render(reports, 2, HHP_FORMAT_GITLAB);
    assert_times(json, "\"fingerprint\": ", MOST + (in_second > 1));
    assert_times(json, "\"check_name\": \"further-findings\"", in_second > 1);
    assert_string_equal(json + strlen(json) - strlen("  }\n]\n"), "  }\n]\n");
    if (in_second > 1)
      assert_has(json, in_second == 2 ? "\"1 more finding is counted but not listed: there are too many.\""
                                      : "\"2 more findings are counted but not listed: there are too many.\"");
    hhp_free(json);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(links_of_the_overview_lead_to_sections),
      TEST(a_page_ends_at_32_mib),
      TEST(lines_end_at_10000),
      TEST(cases_end_at_24_mb),
      TEST(issues_end_at_50000),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
