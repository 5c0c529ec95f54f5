/* Pages in Markdown: exact text, the verdict, the size limit, and the escaping of untrusted text. tests/formats
 * renders them as a browser does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/markdown.h"
#include "unit/support.h"

static char *page_of(const hhp_report *const *reports, size_t count, const hhp_render_options *options) {
  char *out = NULL;
  size_t length = 0;
  assert_int_equal(hhp_reports_render(reports, count, HHP_FORMAT_MARKDOWN, options, &out, &length), HHP_OK);
  assert_int_equal(strlen(out), length);
  own(out, hhp_free);
  return out;
}

static hhp_render_options *danish(void) {
  hhp_render_options *options = new_render_options();
  hhp_render_options_set_lang(options, HHP_LANG_DA);
  return options;
}

#define PARTIES                                                    \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, " \
  "{'id': 'q', 'name': 'Q', 'kind': 'police'}]"

/* Without errors, but with warnings. */
#define GOAL_AND_AREA \
  "'goals': [{'id': 'g', 'title': 'G'}], 'focus_areas': [{'id': 'f', 'code': 'tryghed-og-trivsel', 'title': 'F'}]"

/* 10 of 100 is 10.00 %, of the grant 80 it is 12.50 %. Of the total 25 are required, 15 more; with the grant
 * unchanged, (80 + 10) / 3 = 30, 20 more. */
static hhp_report *low(void) {
  return check_plan(
      PARTIES
      ", 'period': {'start': '2016-01-01', 'end': '2019-12-31'}, 'governance': {'leads': ['k']}, "
      "'financing': {'grant': {'awarded': 80}, 'frame': 99, 'contributions': [{'parties': ['k'], 'amount': 10}, "
      "{'parties': ['q'], 'amount': 10}]}, 'activities': [{'id': 'a', 'title': 'Café: [x]; `y`', 'start': "
      "'2016-01', 'end': '2016-02'}, {'id': 'b', 'title': 'Uden'}, {'id': 'c', 'title': 'Byttet', 'start': '2017', "
      "'end': '2016'}]");
}

static const char head[] = "## Kontrol af helhedsplan: ikke bestået\n\n**";

static const char facts[] = "### T\n"
                            "\n"
                            "- **Fil:** en\\_sti.json\n"
                            "- **Trin:** udkast\n"
                            "- **Ordning:** Landsbyggefondens 2015-18-midler — lbf-2015-2018\n"
                            "- **Periode:** 1. januar 2016 – 31. december 2019\n"
                            "- **Bemærkninger:** ";

static const char money[] = "#### Finansiering\n"
                            "\n"
                            "| | Beløb eller andel |\n"
                            "|---|---:|\n"
                            "| Tilskud | 80 kr. |\n"
                            "| Lokal medfinansiering | 10 kr. |\n"
                            "| Andre parter | 10 kr. |\n"
                            "| I alt | 100 kr. |\n"
                            "| Budgetramme | 99 kr. |\n"
                            "| Over rammen | 1 kr. |\n"
                            "| Lokal andel af det samlede budget | 10,00 % |\n"
                            "| Lokal andel af tilskuddet | 12,50 % |\n"
                            "| Krav: mindst 25 % af det samlede budget | **ikke opfyldt** |\n"
                            "| Mangler ved uændret samlet budget | 15 kr. |\n"
                            "| Mangler ved uændret tilskud | 20 kr. |\n"
                            "\n"
                            "```mermaid\n"
                            "pie showData\n"
                            "    title Finansiering i kroner\n"
                            "    \"Tilskud\" : 80\n"
                            "    \"Lokal medfinansiering\" : 10\n"
                            "    \"Andre parter\" : 10\n"
                            "```\n";

static const char findings[] = "| Sted | Regel | Bemærkning | Afhjælpning |\n"
                               "|---|---|---|---|\n"
                               "| 1:";

static const char activities[] =
    "#### Tidsplan\n"
    "\n"
    "```mermaid\n"
    "gantt\n"
    "    title Aktiviteter\n"
    "    dateFormat YYYY-MM-DD\n"
    "    axisFormat %Y-%m\n"
    "    inclusiveEndDates\n"
    "    1. Café x y : 2016-01-01, 2016-02-29\n"
    "```\n"
    "\n"
    "Aktiviteter, der ikke er tegnet, fordi en dato mangler eller slut ligger før start: 2.\n";

/* The parts are in that order. */
static void a_page(void **state) {
  (void)state;
  hhp_report *report = low();
  hhp_report_set_path(report, "./en_sti.json");
  const hhp_report *const reports[] = {report};
  const char *page = page_of(reports, 1, danish());
  static const char *const parts[] = {
      head,      "** i 1 fil. Kontrollen er kun bestået uden fejl.\n\n### ", facts, money, "#### Fejl (", findings,
      activities};
  for (size_t i = 0; i < COUNT_OF(parts); i++) {
    const char *found = strstr(page, parts[i]);
    if (found == NULL)
      fail_msg("missing, or not in order:\n%s\n\n%s", parts[i], page);
    page = i < 2 ? found : found + strlen(parts[i]);
  }
  assert_string_equal(page, "");
}

/* Two slices make a pie, however small. */
static void a_pie_has_two_slices(void **state) {
  (void)state;
  static const struct {
    int grant, local, others, is_drawn;
  } cases[] = {{1, 1, 0, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const hhp_report *report =
        check_plan("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'o', 'name': 'O', 'kind': "
                   "'police'}], 'financing': {'grant': {'awarded': %d}, 'contributions': [{'parties': ['k'], 'amount': "
                   "%d}, {'parties': ['o'], 'amount': %d}]}",
                   cases[i].grant, cases[i].local, cases[i].others);
    assert_int_equal(strstr(page_of(&report, 1, NULL), "```mermaid\npie") != NULL, cases[i].is_drawn);
  }
  const hhp_report *report =
      check_plan(PARTIES ", 'financing': {'grant': {'awarded': 80}, 'contributions': [{'parties': ['k'], 'amount': 0}, "
                         "{'parties': ['q'], 'amount': 20}]}");
  assert_non_null(strstr(page_of(&report, 1, NULL), "    \"Grant\" : 80\n    \"Third parties\" : 20\n```\n"));
}

static void money_without_a_verdict(void **state) {
  (void)state;
  const hhp_report *report = check_plan(PARTIES ", 'financing': {'grant': {'awarded': 80}, 'contributions': "
                                                "[{'parties': ['k'], 'amount': 0}]}");
  const char *page = page_of(&report, 1, NULL);
  assert_non_null(strstr(page, "| Requirement: at least 25 % of the total | **not met** |\n"));
  assert_null(strstr(page, "```mermaid")); /* one slice */
  report = check_plan(PARTIES ", 'financing': {'contributions': [{'parties': ['k'], 'amount': 10}]}");
  page = page_of(&report, 1, NULL);
  assert_non_null(strstr(page, "| Grant | – |\n"));
  assert_non_null(strstr(page, "| Local co-financing stated | DKK 10 |\n"));
  assert_non_null(strstr(page, "| Requirement: at least 25 % of the total | **open** |\n"));
  assert_null(strstr(page, "```mermaid")); /* no chart of unknown amounts */
  report = check_plan("%s", "");
  assert_null(strstr(page_of(&report, 1, NULL), "Financing"));
  report = check_plan("'financing': {'grant': {'awarded': 9223372036854775807}, 'contributions': [{'amount': 1}]}");
  assert_null(strstr(page_of(&report, 1, NULL), "Financing"));
}

/* 249,999 of 1,000,000 is 24.9999 %: one short, and 25.00 % if rounded. */
static void a_share_that_only_looks_enough(void **state) {
  (void)state;
  const hhp_report *report = check_plan(PARTIES ", 'financing': {'grant': {'awarded': 750001}, 'contributions': "
                                                "[{'parties': ['k'], 'amount': 249999}]}");
  const char *page = page_of(&report, 1, NULL);
  assert_non_null(strstr(page, "| Local share of the total | 24.99 % |\n| Local share of the grant | 33.33 % |\n"));
  assert_non_null(strstr(page, "**not met** |\n| Short by, at the same total | DKK 1 |\n"));
  report = check_plan(PARTIES
                      ", 'financing': {'grant': {'awarded': 3}, 'contributions': [{'parties': ['k'], 'amount': 1}]}");
  assert_non_null(strstr(page_of(&report, 1, NULL), "| Local share of the total | 25.00 % |\n"));
}

/* The dates if both are stated, else the label, if there is one. */
static void the_period_of_a_plan(void **state) {
  (void)state;
  static const struct {
    const char *period, *line;
  } cases[] = {
      {"'label': '2016-2019', 'start': '2016-01-01', 'end': '2019-12-31'}",
       "- **Periode:** 1. januar 2016 – 31. december 2019\n"},
      {"'label': '2016-2019', 'start': '2016-01-01'}", "- **Periode:** 2016-2019\n"},
      {"'label': '2016-2019', 'end': '2019-12-31'}", "- **Periode:** 2016-2019\n"},
      {"'label': '2016-2019'}", "- **Periode:** 2016-2019\n"},
      {"'start': '2016-01-01'}", NULL},
      {"'end': '2019-12-31'}", NULL},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const hhp_report *report = check_plan("'period': {%s", cases[i].period);
    const char *page = page_of(&report, 1, danish());
    if (cases[i].line == NULL)
      assert_null(strstr(page, "**Periode:**"));
    else if (strstr(page, cases[i].line) == NULL)
      fail_msg("not %s in %s", cases[i].line, page);
  }
}

static void plans_in_memory(void **state) {
  (void)state;
  const hhp_report *report = validate(plan_of(plan_text("'financing': {'grant': {'applied': 1, 'awarded': 2}}")), NULL);
  assert_non_null(strstr(page_of(&report, 1, NULL), "| /financing/grant/awarded | HP413 grant-order | "));
}

static void verdicts(void **state) {
  (void)state;
  hhp_render_options *options = danish();
  const hhp_report *report = low(), *none = check_plan(GOAL_AND_AREA), *unreadable;
  static const struct {
    int32_t fail_on;
    const char *with_errors, *with_warnings;
  } expected[] = {{HHP_SEVERITY_ERROR, ": ikke bestået\n", ": bestået\n"},
                  {HHP_SEVERITY_WARNING, ": ikke bestået\n", ": ikke bestået\n"},
                  {HHP_SEVERITY_INFO, ": ikke bestået\n", ": ikke bestået\n"},
                  {HHP_SEVERITY_OFF, ": til orientering\n", ": til orientering\n"}};
  assert_int_equal(hhp_report_error_count(none), 0);
  assert_true(hhp_report_warning_count(none) > 0);
  hhp_report *gone = new_report();
  hhp_report_set_path(gone, "væk.json");
  hhp_report_set_unreadable(gone, HHP_ERR_PERMISSION);
  unreadable = gone;
  for (size_t i = 0; i < COUNT_OF(expected); i++) {
    hhp_render_options_set_fail_on(options, expected[i].fail_on);
    assert_non_null(strstr(page_of(&report, 1, options), expected[i].with_errors));
    assert_non_null(strstr(page_of(&none, 1, options), expected[i].with_warnings));
    assert_non_null(strstr(page_of(&unreadable, 1, options), ": ikke bestået\n"));
  }
  assert_non_null(strstr(page_of(&unreadable, 1, options),
                         "### væk.json\n\n**Filen kunne ikke læses:** Der er ikke adgang til filen.\n"));
}

static void several_files(void **state) {
  (void)state;
  hhp_report *one = check_plan(GOAL_AND_AREA), *other = check_text("{"), *gone = new_report();
  hhp_report_set_path(one, "a.json");
  hhp_report_set_path(other, "b|c.json");
  hhp_report_set_path(gone, "d.json");
  hhp_report_set_unreadable(gone, HHP_ERR_NO_FILE);
  const hhp_report *const reports[] = {one, other, gone};
  const char *page = page_of(reports, 3, NULL);
  assert_non_null(strstr(page, "## Check of plans: failed\n"));
  assert_non_null(strstr(page, " in 3 files. "));
  assert_non_null(strstr(page, "Files that could not be read: 1."));
  assert_non_null(strstr(page, text_of("| a.json | passed | 0 | %zu | %zu | 0 |\n", hhp_report_warning_count(one),
                                       hhp_report_info_count(one))));
  assert_non_null(strstr(page, "| b\\|c.json | failed | 1 | 0 | 0 | 0 |\n"
                               "| d.json | could not be read | 0 | 0 | 0 | 0 |\n"));
  assert_non_null(strstr(page, "**The check is incomplete:** the rules"));
}

/* Two files or more are listed, a hundred of them, with how many more there are. */
static void files_are_listed(void **state) {
  (void)state;
  enum { MOST = 102 };
  const hhp_report *reports[MOST];
  for (int i = 0; i < MOST; i++) {
    hhp_report *gone = new_report();
    hhp_report_set_path(gone, "d.json");
    hhp_report_set_unreadable(gone, HHP_ERR_NO_FILE);
    reports[i] = gone;
  }
  static const size_t counts[] = {1, 2, 3, 99, 100, 101, 102};
  for (size_t i = 0; i < COUNT_OF(counts); i++) {
    const char *page = page_of(reports, counts[i], NULL);
    size_t rows = 0;
    for (const char *row = page; (row = strstr(row, "| d.json |")) != NULL; row++)
      rows++;
    assert_int_equal(rows, counts[i] < 2 ? 0 : counts[i] > 100 ? 100 : counts[i]);
    assert_int_equal(strstr(page, "| File |") != NULL, counts[i] > 1);
    if (counts[i] > 100)
      assert_non_null(strstr(page, text_of("More files: %zu.", counts[i] - 100)));
    else
      assert_null(strstr(page, "More files"));
  }
}

static void shown_findings(void **state) {
  (void)state;
  const hhp_report *report = check_plan("%s", "");
  hhp_render_options *options = new_render_options();
  const char *page = page_of(&report, 1, options);
  assert_non_null(strstr(page, "#### Warnings ("));
  assert_non_null(strstr(page, "infos (not shown)"));
  assert_null(strstr(page, "warning (not shown)"));
  assert_null(strstr(page, "warnings (not shown)"));
  assert_null(strstr(page, "errors (not shown)"));
  assert_null(strstr(page, "<details>"));
  hhp_render_options_set_show(options, HHP_SEVERITY_INFO);
  page = page_of(&report, 1, options);
  assert_non_null(
      strstr(page, text_of("<details>\n<summary>Infos (%zu)</summary>\n\n|", hhp_report_info_count(report))));
  assert_non_null(strstr(page, " |\n\n</details>\n"));
  hhp_render_options_set_show(options, HHP_SEVERITY_ERROR);
  assert_null(strstr(page_of(&report, 1, options), "#### Warnings ("));
}

static void waived_findings_have_their_reason(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_add_waiver(options, "HP322", NULL, "Aftalt | @fonden", 0), HHP_OK);
  char *json = plan_text("%s", "");
  const hhp_report *report = check_bytes(json, strlen(json), options);
  const char *page = page_of(&report, 1, danish());
  const char *waived =
      strstr(page, "#### Undtaget (1)\n\n| Sted | Regel | Bemærkning | Begrundelse |\n|---|---|---|---|\n");
  assert_non_null(waived);
  assert_non_null(strstr(waived, " | Aftalt \\| @\xe2\x81\xa0"
                                 "fonden |\n"));
}

/* Of a text, 1,000 characters are in a cell. */
static void long_reasons_are_cut(void **state) {
  (void)state;
  char reason[1002];
  memset(reason, 'a', sizeof(reason));
  for (size_t length = 1000; length <= 1001; length++) {
    reason[length] = '\0';
    hhp_check_options *options = new_options();
    assert_int_equal(hhp_check_options_add_waiver(options, "HP322", NULL, reason, 0), HHP_OK);
    const char *json = plan_text("%s", "");
    const hhp_report *report = check_bytes(json, strlen(json), options);
    const char *at = strstr(page_of(&report, 1, NULL), " | aaa");
    assert_non_null(at);
    assert_int_equal(strspn(at + 3, "a"), 1000);
    const char *end = length > 1000 ? "… |\n" : " |\n";
    assert_int_equal(strncmp(at + 3 + 1000, end, strlen(end)), 0);
    reason[length] = 'a';
  }
}

static void forty_activities(void **state) {
  (void)state;
  char *list = copy_of("");
  for (int i = 0; i < 43; i++)
    list = text_of("%s%s{'id': 'a%d', 'title': 'section %d', 'start': '2016', 'end': '2017'}", list, i == 0 ? "" : ", ",
                   i, i);
  const hhp_report *report =
      check_plan("'activities': [%s, {'id': 'b', 'title': 'B', 'start': '2018', 'end': '2017'}]", list);
  const char *page = page_of(&report, 1, NULL);
  assert_non_null(
      strstr(page, "\n    40. section 39 : 2016-01-01, 2017-12-31\n```\n\nMore activities than shown: 3.\n"));
  assert_null(strstr(page, "section 40"));
  assert_non_null(strstr(page, "end is before the start: 1.\n"));
}

/* GitLab's comments are limited to 1,000,000 characters. The first row that does not fit is counted, and so is the
 * next file. */
static void a_page_ends_in_time(void **state) {
  (void)state;
  char hostile[101];
  memset(hostile, '`', 100);
  hostile[100] = '\0';
  char *json = copy_of("{\"x\": 0");
  size_t length = strlen(json);
  json = text_of("%s%*s}", json, 140 * 6000, "");
  for (int i = 0; i < 6000; i++)
    length += (size_t)sprintf(json + length, ",\"%04d%s\":0", i, hostile);
  json[length++] = '}';
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json, length, NULL, report), HHP_OK);
  assert_true(hhp_report_error_count(report) > 6000);
  const hhp_report *const reports[] = {report, report};
  const char *page = page_of(reports, 2, NULL);
  assert_in_range(strlen(page), 900000, 999999);
  assert_non_null(strstr(page, "\nNot shown for lack of space: "));
  assert_non_null(strstr(page, "\nFiles without space for a section here: 1.\n"));
}

/* A row is begun below 900,000 bytes and not at them: the path takes the place of what is missing. */
static void a_page_ends_at_its_limit(void **state) {
  (void)state;
  enum { MEMBERS = 7000, LIMIT = 900000 };
  static const char words[] = "\nNot shown for lack of space: ";
  char *json = malloc(MEMBERS * 10 + 20), *end = json + sprintf(json, "{\"x\":0");
  own(json, free);
  for (int i = 0; i < MEMBERS; i++)
    end += sprintf(end, ",\"%04d\":0", i);
  strcpy(end, "}");
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json, strlen(json), NULL, report), HHP_OK);
  const hhp_report *const reports[] = {report};
  assert_int_equal(hhp_report_set_path(report, "a"), HHP_OK);
  const char *page = page_of(reports, 1, NULL), *rest = strstr(page, words);
  assert_non_null(rest);
  const char *last = rest - 1;
  while (last[-1] != '\n')
    last--;
  size_t below = (size_t)(page + LIMIT - last), left = strtoul(rest + strlen(words), NULL, 10);
  assert_in_range(below, 1, 190);
  for (size_t more = below - 1; more <= below; more++) {
    char *path = text_of("%*s", (int)more + 1, "");
    memset(path, 'a', more + 1);
    assert_int_equal(hhp_report_set_path(report, path), HHP_OK);
    rest = strstr(page_of(reports, 1, NULL), words);
    assert_int_equal(strtoul(rest + strlen(words), NULL, 10), left + (more == below));
  }
}

static void foreign_text(void **state) {
  (void)state;
#define J "\xe2\x81\xa0"
  static const struct {
    const char *text, *expected;
  } cases[] = {
      {"a|b", "a\\|b"},
      {"<b> & \"", "&lt;b&gt; &amp; \""},
      {"@x #1 #", "@" J "x #" J "1 #" J},
      {"!1 $2 &3 ~a %4 ^b", "\\!" J "1 \\$" J "2 &amp;" J "3 \\~" J "a %" J "4 ^" J "b"},
      {"25 %, R & D!", "25 %, R &amp; D\\!"},
      {"GH-1 gh-2 GH- AGH-x", "GH-" J "1 gh-" J "2 GH- AGH-x"},
      {"www.x http://y :tada:", "www" J ".x http:" J "//y :" J "tada:"},
      {"WWW.x awww.x", "WWW" J ".x awww" J ".x"},
      {"ww.x wxw.x xww.x wwx.x", "ww.x wxw.x xww.x wwx.x"},
      {"GH-9 GH-0 GH-: GH-/ xH-1 GX-1 -1", "GH-" J "9 GH-" J "0 GH-: GH-/ xH-1 GX-1 -1"},
      {"`a` *b* _c_ [d](e)", "\\`a\\` \\*b\\* \\_c\\_ \\[d\\]\\(e\\)"},
      {"a\nb\033", "a\\\\u\\{a\\}b\\\\u\\{1b\\}"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__put_markdown(&out, cases[i].text);
    assert_string_equal(out.text, cases[i].expected);
    hhp__buffer_free(&out);
  }
#undef J
}

static void labels_of_diagrams(void **state) {
  (void)state;
  static const struct {
    const char *text, *expected;
  } cases[] = {
      {"Lektiecafé (8.-10. klasse), 2016\xe2\x80\x93"
       "2020",
       "Lektiecafé (8.-10. klasse), 2016\xe2\x80\x93"
       "2020"},
      {"a:b;c#d%%{e}\"f\"`g`\nh\\i", "a b c d e f g h i"},
      {"  ::x  ", "x"},
      {"\xff\xc3\xe2\x80\xae\xd8\x9c"
       "a\xe6\xbc\xa2",
       "a"},
      {"123456789", "12345678…"},
      {"12345678 ::", "12345678"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__put_diagram_label(&out, cases[i].text, i < 4 ? 60 : 8);
    assert_string_equal(out.text, cases[i].expected);
    hhp__buffer_free(&out);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_page),
      TEST(a_pie_has_two_slices),
      TEST(money_without_a_verdict),
      TEST(a_share_that_only_looks_enough),
      TEST(the_period_of_a_plan),
      TEST(plans_in_memory),
      TEST(verdicts),
      TEST(several_files),
      TEST(files_are_listed),
      TEST(shown_findings),
      TEST(waived_findings_have_their_reason),
      TEST(long_reasons_are_cut),
      TEST(forty_activities),
      TEST(a_page_ends_in_time),
      TEST(a_page_ends_at_its_limit),
      TEST(foreign_text),
      TEST(labels_of_diagrams),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
