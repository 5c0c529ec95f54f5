/* Reports as text: findings, amounts, hostile texts, and the source lines with their carets. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/width.h"
#include "report/constant_words.h"
#include "unit/support.h"

/* --- As text --- */

static char *as_text(const hhp_report *report, int32_t lang, int32_t show, int32_t colour) {
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, lang), HHP_OK);
  assert_int_equal(hhp_render_options_set_show(options, show), HHP_OK);
  assert_int_equal(hhp_render_options_set_colour(options, colour), HHP_OK);
  return rendered(report, HHP_FORMAT_TEXT, options);
}

static void a_finding_as_text(void **state) {
  (void)state;
  hhp_report *report = check_text(quoted("{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', "
                                         "'scheme': 'lbf-2015-2018',\n  'area': 7}"));
  hhp_report_set_path(report, "a/plan.json");
  assert_string_equal(
      rendered(report, HHP_FORMAT_TEXT, NULL),
      quoted("a/plan.json:2:11: error: “area” has to be a text, not a whole number. [HP105 wrong-type]\n"
             "     2 |   'area': 7}\n"
             "       |           ^\n"
             "         Remedy: Write \"7\".\n"
             "\n"
             "1 file: 1 error, 0 warnings, 0 infos.\n"
             "The rules about the contents are not checked until the document itself is\ncorrected.\n"));
  assert_string_equal(
      as_text(report, HHP_LANG_DA, HHP_SEVERITY_WARNING, 0),
      quoted("a/plan.json:2:11: fejl: »area« skal være en tekst, ikke et helt tal. [HP105 wrong-type]\n"
             "     2 |   'area': 7}\n"
             "       |           ^\n"
             "         Afhjælpning: Skriv \"7\".\n"
             "\n"
             "1 fil: 1 fejl, 0 advarsler, 0 oplysninger.\n"
             "Reglerne om indholdet er ikke kontrolleret, før fejlene i selve dokumentet er\nrettet.\n"));
}

static const char *severity_count(int32_t severity, size_t count, int32_t lang) {
  hhp__buffer out = {0};
  hhp__put_severity_count(&out, severity, count, lang);
  assert_int_equal(out.failed, 0);
  const char *text = copy_of(out.text);
  hhp__buffer_free(&out);
  return text;
}

static void severities_have_one_word_everywhere(void **state) {
  (void)state;
  const hhp_report *report = check_plan("'waivers': []"); /* no approval: an info */
  const char *text = as_text(report, HHP_LANG_DA, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, ": oplysning: "));
  assert_null(strstr(text, ": info: "));
  assert_non_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), ": info: "));
  assert_string_equal(severity_count(HHP_SEVERITY_INFO, 1, HHP_LANG_DA), "1 oplysning");
  assert_string_equal(severity_count(HHP_SEVERITY_INFO, 0, HHP_LANG_DA), "0 oplysninger");
  assert_string_equal(severity_count(HHP_SEVERITY_WARNING, 2, HHP_LANG_DA), "2 advarsler");
  assert_string_equal(severity_count(HHP_SEVERITY_ERROR, 1, HHP_LANG_DA), "1 fejl");
  assert_string_equal(severity_count(HHP_SEVERITY_ERROR, 2, HHP_LANG_DA), "2 fejl");
  assert_string_equal(severity_count(HHP_SEVERITY_INFO, 2, HHP_LANG_EN), "2 infos");
  assert_string_equal(severity_count(HHP_SEVERITY_WARNING, 1, HHP_LANG_EN), "1 warning");
  assert_string_equal(severity_count(HHP_SEVERITY_ERROR, 3, HHP_LANG_EN), "3 errors");
  assert_string_equal(hhp__severity_word(HHP_SEVERITY_OFF, HHP_LANG_DA), "slået fra");
  assert_string_equal(hhp__stage_word(HHP_STAGE_FULL, HHP_LANG_DA), "fuld plan");
  assert_string_equal(hhp__verdict_word(HHP_VERDICT_PASSES, HHP_LANG_EN), "met");
  assert_null(hhp__severity_word(7, HHP_LANG_EN));
  assert_null(hhp__severity_plural(HHP_SEVERITY_OFF, HHP_LANG_EN));
  assert_null(hhp__severity_plural(HHP_SEVERITY_ERROR + 1, HHP_LANG_EN));
}

static void amounts_are_aligned(void **state) {
  (void)state;
  hhp_report *report = check_file("examples/vollsmose-2016-2020.helhedsplan.json");
  const char *text = as_text(report, HHP_LANG_DA, HHP_SEVERITY_ERROR, 0);
  assert_non_null(strstr(text, "         krav                               11.500.000 kr.\n"
                               "         faktisk                            11.000.000 kr.\n"
                               "         mangler                               500.000 kr.\n"));
  assert_non_null(strstr(text, "         mangler ved uændret tilskud           666.667 kr.\n"));
  assert_non_null(strstr(text, "1 fil: 1 fejl, 6 advarsler (ikke vist), "));
}

static void what_is_below_the_least_severity_is_counted(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", "");
  assert_true(hhp_report_info_count(report) > 0);
  assert_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_WARNING, 0), "HP504"));
  assert_non_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_WARNING, 0), " (not shown)."));
  assert_non_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "HP504"));
  assert_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "(not shown)"));
  assert_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_ERROR, 0), "HP322"));
  assert_int_equal(hhp_report_warning_count(report), 1);
  assert_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_WARNING, 0), "warning (not shown)"));
  assert_non_null(strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_ERROR, 0), "1 warning (not shown), "));
  assert_non_null(strstr(as_text(report, HHP_LANG_DA, HHP_SEVERITY_ERROR, 0), "1 advarsel (ikke vist), "));
}

static void colour_is_asked_for(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW_SHARE);
  assert_null(strchr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), '\033'));
  const char *coloured = as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 1);
  assert_non_null(strstr(coloured, "\033[31merror: \033[0m"));
  size_t on = 0, off = 0;
  for (const char *p = strchr(coloured, '\033'); p != NULL; p = strchr(p + 1, '\033')) {
    on += strncmp(p, "\033[0m", 4) != 0;
    off += strncmp(p, "\033[0m", 4) == 0;
  }
  assert_true(on > 0 && off > 0);
}

/* Text of a document reaches a terminal only in harmless form. */
static void assert_harmless(const char *text) {
  for (const unsigned char *p = (const unsigned char *)text; *p != 0; p++) {
    if ((*p < 0x20 && *p != '\n') || *p == 0x7f)
      fail_msg("a control character (%02x) in: %s", *p, text);
    if (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0)
      fail_msg("a C1 control (%02x) in: %s", p[1], text);
  }
  static const char *const turns[] = {"\xe2\x80\xae", "\xe2\x80\xab", "\xe2\x81\xa6",
                                      "\xe2\x80\x8f", "\xe2\x80\xa8", "\xd8\x9c"};
  for (size_t i = 0; i < COUNT_OF(turns); i++)
    assert_null(strstr(text, turns[i]));
}

static void hostile_text_is_made_harmless(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'goals': [{'id': 'g', 'title': '\\u001b[31mrød\\u0007\\n::error::x\\u202e\\u009b\\u007f\\u2066 "
                 "\xe2\x80\xae\xc2\x9b\x7f'}],"
                 "'strategies': [{'id': 's', 'title': 'S'}]");
  only(report, "HP203");
  hhp_report_set_path(report, "a\033[31m\xff\n.json");
  static const char *const said[] = {
      [HHP_LANG_DA] = "»[U+001B escape][31mrød[U+0007 klokketegn][U+000A linjeskift]::error::x[U+202E tvungen retning "
                      "højre mod venstre][U+009B kontroltegn][U+007F slettetegn][U+2066 isolering venstre mod højre] [",
      [HHP_LANG_EN] = "“[U+001B escape][31mrød[U+0007 bell][U+000A line feed]::error::x[U+202E right-to-left "
                      "override][U+009B control character][U+007F delete][U+2066 left-to-right isolate] [",
  };
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    const char *text = as_text(report, lang, HHP_SEVERITY_INFO, 0);
    assert_harmless(text);
    assert_non_null(strstr(text, said[lang]));
    assert_non_null(strstr(text, "a\\u{1b}[31m\\xff\\u{a}.json:"));
  }
}

/* A path that looks like a command of a build server does not begin a line; a command anywhere on a line is escaped. */
static void paths_are_no_commands(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW_SHARE);
  hhp_report_set_path(report, "::error::x");
  assert_memory_equal(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "./::error::x:1:", 15);
  hhp_report_set_path(report, ":x");
  assert_memory_equal(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "./:x:1:", 7);
  hhp_report_set_path(report, " \xe3\x80\x80 ::error::x"); /* servers skip white space, including U+3000 */
  assert_memory_equal(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "./ \xe3\x80\x80 ::error::x:1:", 20);
  hhp_report_set_path(report, "##vso[x]");
  assert_memory_equal(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "\\u{23}#vso[x]:1:", 16);
}

/* Wherever a text is wrapped, no line begins like a command; it has other kinds of white space. */
static void lines_of_a_text_are_no_commands(void **state) {
  (void)state;
  char reason[2000] = "";
  for (size_t i = 0; i < 40; i++)
    strcat(reason, i % 3 == 0 ? " \xc2\xa0::error::x" : " ::error file=a::x");
  const hhp_report *report = check_plan("'waivers': [{'rule': 'HP322', 'reason': '%s'}]", reason);
  assert_int_equal(hhp_report_waived_count(report), 1);
  const char *text = as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "\n         \\u{3a}:error file=a\\u{3a}:x "));
  for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
    line += strspn(line, "\n \xc2\xa0");
    assert_true(strncmp(line, "::", 2) != 0);
    if (strncmp(line, "\\u{3a}", 6) == 0)
      assert_true(hhp__columns(line, strcspn(line, "\n")) <= 71);
  }
}

static void broken_bytes_are_shown_as_numbers(void **state) {
  (void)state;
  const char *text = as_text(check_text(quoted("{'area': 'Gr\xf8n\xe6'}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_harmless(text);
  assert_non_null(strstr(text, quoted("     1 | {'area': 'Gr\\xf8n\\xe6'}\n"
                                      "       |             ^~~~\n")));
  /* a lone one, which looks like a continuation of the character before */
  text = as_text(check_text(quoted("{'area'\x80: 'A'}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, quoted("     1 | {'area'\\x80: 'A'}\n"
                                      "       |        ^~~~\n")));
}

/* The caret is in the right column after the last character of a long line, too. */
static void the_end_of_a_long_line_is_in_the_width(void **state) {
  (void)state;
  const char *text = as_text(check_text(text_of("%s%090d", quoted("{'format': 'helhedsplan/1', 'id': '"), 7)),
                             HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  const char *caret = strchr(text, '^');
  assert_non_null(caret);
  const char *line = caret;
  while (line[-1] != '\n')
    line--;
  assert_true(caret - line < 80);
}

/* Where a source line is truncated, its escapes are whole. */
static void truncated_lines_have_whole_escapes(void **state) {
  (void)state;
  char marks[40 * 3 + 1] = "";
  for (int i = 0; i < 40; i++)
    strcat(marks, "\u202e");
  const char *text = as_text(check_text(quoted(text_of("{'x-a': '%s', 'area': 7, 'x-b': '%s'}", marks, marks))),
                             HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  int truncated = 0;
  for (const char *more = strstr(text, "…"); more != NULL; more = strstr(more + 1, "…")) {
    int is_start = strncmp(more - 3, " | ", 3) == 0;
    assert_true(is_start ? strncmp(more + strlen("…"), "\\u{202e}", 8) == 0 : more[-1] == '}');
    truncated++;
  }
  assert_true(truncated >= 2);
}

/* Findings in an entity are named by its id; those about the document itself by the word that is wrong in it. */
static void the_summary_names_what_findings_are_about(void **state) {
  (void)state;
  char *parties = copy_of("");
  for (int i = 0; i < 12; i++)
    parties = text_of("%s%s{'id': 'p%d', 'name': 'P', 'kind': 'police', 'cvr': '1234567%d'}", parties,
                      i == 0 ? "" : ", ", i, i < 8 ? 6 : 7);
  const char *text = as_text(check_text(plan_text("'parties': [%s]", parties)), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  const char *summary = strstr(text, "What matters first:");
  assert_non_null(summary);
  assert_non_null(strstr(summary, "The CVR number is not valid: p0"));
  assert_null(strstr(summary, "1234567"));
  for (char *p = strstr(parties, "'cvr'"); p != NULL; p = strstr(p, "'cvr'"))
    memcpy(p, "'xyz'", 5);
  text = as_text(check_text(plan_text("'parties': [%s]", parties)), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  summary = strstr(text, "What matters first:");
  assert_non_null(summary);
  assert_non_null(strstr(summary, "xyz"));
  assert_null(strstr(summary, "p0"));
}

/* How many there are of one subject, if there are several; messages that do not fit are shown together. */
static void the_summary_counts_findings_of_one_subject(void **state) {
  (void)state;
  static const char name[] = "et_medlem_hvis_navn_er_saa_langt_at_meddelelsen_ikke_kan_vaere_paa_en_linje_i_resumeet";
  char *others = copy_of("{'id': 'i', 'title': 1}");
  for (int i = 0; i < 12; i++)
    others = text_of("%s, {'id': 'i%d', 'title': 1}", others, i);
  char *goals = text_of("{'id': 'g', 'title': 'G', '%s': 1}", name);
  for (int count = 2; count <= 4; count++) {
    goals = text_of("%s, {'id': 'g%d', 'title': 'G', '%s': 1}", goals, count, name);
    hhp_report *report = check_text(plan_text("'goals': [%s], 'indicators': [%s]", goals, others));
    const char *summary = strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "What matters first:");
    assert_non_null(summary);
    if (strstr(summary, text_of("(%d)\n", count)) == NULL)
      fail_msg("not %d in %s", count, summary);
  }
}

/* Of two files, each line names its own, if that has a name; of one, none does. */
static void the_summary_names_files_if_there_are_several(void **state) {
  (void)state;
  char *parties = copy_of("");
  for (int i = 0; i < 12; i++)
    parties =
        text_of("%s%s{'id': 'p%d', 'name': 'P', 'kind': 'police', 'cvr': '12345676'}", parties, i == 0 ? "" : ", ", i);
  hhp_report *named = check_text(plan_text("'parties': [%s]", parties)), *nameless = check_text("{");
  assert_int_equal(hhp_report_set_path(named, "p.json"), HHP_OK);
  const char *summary = strstr(as_text(named, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "What matters first:");
  assert_non_null(summary);
  assert_null(strstr(summary, "[p.json]"));
  const hhp_report *const reports[] = {named, nameless};
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_EN), HHP_OK);
  char *text = NULL;
  assert_int_equal(hhp_reports_render(reports, COUNT_OF(reports), HHP_FORMAT_TEXT, options, &text, NULL), HHP_OK);
  own(text, hhp_free);
  summary = strstr(text, "What matters first:");
  assert_non_null(summary);
  const char *of_named = strstr(summary, "[p.json]"), *of_nameless = strstr(summary, "HP101");
  assert_true(of_named != NULL && of_nameless != NULL);
  assert_int_equal(of_nameless[strcspn(of_nameless, "[\n")], '\n');
}

static const char *summary_of(int count) {
  char *activities = copy_of(""), *parties = copy_of("");
  for (int i = 0; i < 14; i++)
    activities = text_of("%s%s{'id': 'a%d', 'title': 'A'}", activities, i == 0 ? "" : ", ", i);
  for (int i = 0; i < count; i++)
    parties =
        text_of("%s%s{'id': 'p%d', 'name': 'P', 'kind': 'police', 'cvr': '12345676'}", parties, i == 0 ? "" : ", ", i);
  hhp_report *report = check_text(plan_text("'activities': [%s], 'parties': [%s]", activities, parties));
  const char *summary = strstr(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "What matters first:");
  assert_non_null(summary);
  return summary;
}

/* Up to five findings of a rule are named by what they are about; of more, five are, and how many follow. */
static void the_summary_names_five(void **state) {
  (void)state;
  static const char *const ends[] = {": p0, p1, p2, p3\n", ": p0, p1, p2, p3, p4\n",
                                     ": p0, p1, p2, p3, p4 and 1 more\n",
                                     ": p0, p1, p2, p3, p4 and 2 more\n"}; /* of 4 to 7 */
  for (size_t i = 0; i < COUNT_OF(ends); i++) {
    const char *summary = summary_of(4 + (int)i);
    if (strstr(summary, ends[i]) == NULL)
      fail_msg("not %s in %s", ends[i], summary);
  }
}

/* The summary on one line. */
static const char *summary_on_a_line(const char *members) {
  char *text = as_text(check_plan("%s", members), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  char *summary = strstr(text, "What matters first:");
  assert_non_null(summary);
  for (char *p = summary, *out = summary;; p++) {
    if ((*p == '\n' || *p == ' ') && out > summary && out[-1] == ' ')
      continue;
    *out++ = *p == '\n' ? ' ' : *p;
    if (*p == '\0')
      return summary;
  }
}

/* Three findings of a rule have a line each, if their messages fit one; more are on one line. */
static void the_summary_lists_three_short_findings(void **state) {
  (void)state;
  static const char long_name[] = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
  const struct {
    const char *members, *expected;
  } cases[] = {
      {"'q1': 1, 'q2': 1, 'q3': 1",
       "HP103 Unknown member: “q1”. error HP103 Unknown member: “q2”. error HP103 Unknown member: “q3”. "},
      {"'q1': 1, 'q2': 1, 'q3': 1, 'q4': 1", "HP103 Unknown member: q1, q2, q3, q4 "},
      {text_of("'%s': 1, 'q2': 1, 'q3': 1", long_name), text_of("HP103 Unknown member: %s, q2, q3 ", long_name)},
      {text_of("'q1': 1, 'q2': 1, '%s': 1", long_name), text_of("HP103 Unknown member: q1, q2, %s ", long_name)},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *summary = summary_on_a_line(text_of("%s, 'id': 'p'", cases[i].members)); /* twice: a fourth finding */
    if (strstr(summary, cases[i].expected) == NULL)
      fail_msg("%s is not in %s", cases[i].expected, summary);
  }
}

/* Of years, which are short, twelve are named. */
static void the_summary_names_twelve_years(void **state) {
  (void)state;
  static const char *const ends[] = {" 2011 ", " 2011 and 1 more "};
  char *reports = copy_of("");
  for (int i = 0; i < 13; i++) {
    reports = text_of("%s%s{'year': %d, 'submitted_on': '1999-01-01'}", reports, i == 0 ? "" : ", ", 2000 + i);
    if (i < 11)
      continue;
    const char *summary = summary_on_a_line(text_of("'reports': [%s]", reports));
    const char *years = strstr(summary, ": 2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010,");
    assert_non_null(years);
    years += strlen(": 2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010,");
    if (strncmp(years, ends[i - 11], strlen(ends[i - 11])) != 0)
      fail_msg("%s", summary);
  }
}

/* A title of up to 50 columns says what a finding is about; in place of a longer one, the id does. */
static void the_summary_names_short_titles(void **state) {
  (void)state;
  for (int length = 50; length <= 51; length++) {
    char *activities = copy_of("");
    for (int i = 0; i < 4; i++)
      activities = text_of("%s%s{'id': 'a%d', 'title': '%0*d', 'start': '2025-01-01'}", activities, i == 0 ? "" : ", ",
                           i, length, i);
    const char *summary = summary_on_a_line(
        text_of("'period': {'start': '2016-01-01', 'end': '2019-12-31'}, 'activities': [%s]", activities));
    const char *of_rule = strstr(summary, "HP506");
    assert_non_null(of_rule);
    const char *named = strstr(of_rule, length == 50 ? text_of(": “%050d”", 0) : ": a0, a1, a2, a3 ");
    if (named == NULL)
      fail_msg("%d: %s", length, summary);
  }
}

/* A value that goes on where its line is truncated is marked to the end, the "…" included, and no further. */
static void marks_end_where_the_line_is_truncated(void **state) {
  (void)state;
  for (int length = 30; length < 160; length++) {
    const char *text = as_text(check_text(plan_text("'period': '%0*d'", length, 7)), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
    const char *line = strstr(text, "     1 | "), *marks = strchr(line, '\n') + 1;
    size_t columns = 0;
    for (const char *p = line; p < marks - 1; p++)
      columns += ((unsigned char)*p & 0xc0) != 0x80;
    int is_truncated = strncmp(marks - 1 - strlen("…"), "…", strlen("…")) == 0;
    size_t marked = strcspn(marks, "\n");
    size_t rest = is_truncated ? 0 : strlen("}"); /* after the value */
    if (marked != columns - rest ||
        strspn(strchr(marks, '^') + 1, "~") != marked - (size_t)(strchr(marks, '^') + 1 - marks))
      fail_msg("length %d: %s", length, text);
  }
}

/* The column of the caret in its line, and of the value in the line above. */
static void assert_caret_is_under(const char *text, const char *value) {
  const char *caret = strchr(text, '^');
  assert_non_null(caret);
  const char *caret_line = caret;
  while (caret_line[-1] != '\n')
    caret_line--;
  const char *source = caret_line - 1;
  while (source > text && source[-1] != '\n')
    source--;
  const char *found = strstr(source, value);
  assert_non_null(found);
  assert_true(found < caret_line);
  size_t columns = 0;
  for (const char *p = source; p < found; p++)
    columns += ((unsigned char)*p & 0xc0) != 0x80;
  assert_int_equal(caret - caret_line, columns);
}

static void the_caret_is_below_the_value(void **state) {
  (void)state;
  assert_caret_is_under(as_text(check_plan("'vision': 'æøå', 'mission': null"), HHP_LANG_EN, HHP_SEVERITY_INFO, 0),
                        "null");
  const char *tabs = as_text(check_text(quoted("{" HEAD ",\n\t'vision': 'æøå',\t'mission': null}")), HHP_LANG_EN,
                             HHP_SEVERITY_INFO, 0);
  assert_caret_is_under(tabs, "null");
  assert_non_null(strstr(tabs, quoted("\n     2 |  'vision': 'æøå', 'mission': null}\n")));
  tabs =
      as_text(check_text(quoted("{" HEAD ",\n\t\t\t\t'mission': 77\t,\t'x-a': 1}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(tabs, quoted("\n     2 |     'mission': 77 , 'x-a': 1}\n")));
  assert_caret_is_under(as_text(check_text(quoted("{" HEAD ",\n'vision': '\x7f\xc2\x9b', 'mission': null}")),
                                HHP_LANG_EN, HHP_SEVERITY_INFO, 0),
                        "null");
}

static void lines_that_fit_are_shown_whole(void **state) {
  (void)state;
  const char *line = quoted("  'scheme': 'lbf-2015-2018', 'vision': 'Visionen', 'mission': null }\n");
  const char *json = text_of(
      "%s\n%s", quoted("{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'area': 'A',"), line);
  const char *text = as_text(check_text(json), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, text_of("     2 | %s", line)));
  assert_caret_is_under(text, "null");
}

/* East Asian wide characters and emoji have two columns on a terminal; combining characters have none. */
static void wide_characters_push_the_caret(void **state) {
  (void)state;
  const char *text =
      as_text(check_text(quoted("{" HEAD ",\n'vision': '漢😀', 'mission': 7}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  /* "     2 | " 9, 'vision':_ 10, ' 1, two wide ones 4, ',_ 3, 'mission':_ 11: the value is in column 39, after 38 */
  assert_non_null(strstr(text, text_of("\n       | %*s^\n", 29, "")));
  text = as_text(check_text(quoted("{" HEAD ",\n'vision': 'a\xcc\x81', 'mission': 7}")), HHP_LANG_EN, HHP_SEVERITY_INFO,
                 0);
  assert_non_null(strstr(text, text_of("\n       | %*s^\n", 26, "")));
}

/* Some symbols are old, or one column wide, and scripts have their own marks: U+26A1 and U+2705 two each, U+1F321 one,
 * U+1F600 two; Arabic, with U+064E, and Hebrew, with U+05B8, one letter each. */
static void every_character_has_its_columns(void **state) {
  (void)state;
  const char *text = as_text(check_text(quoted("{" HEAD ",\n'vision': '⚡✅🌡😀', 'mission': 7}")), HHP_LANG_EN,
                             HHP_SEVERITY_INFO, 0);
  /* 'vision':_ 10, ' 1, 7, ',_ 3, 'mission':_ 11 */
  assert_non_null(strstr(text, text_of("\n       | %*s^\n", 32, "")));
  text = as_text(check_text(quoted("{" HEAD ",\n'vision': '\u0628\u064e\u05d0\u05b8', 'mission': 7}")), HHP_LANG_EN,
                 HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, text_of("\n       | %*s^\n", 27, "")));
}

/* A number of seven digits moves the caret with its line. */
static void the_caret_follows_a_long_line_number(void **state) {
  (void)state;
  enum { LINES = 1000000 };
  char *json = malloc(LINES + 1000);
  own(json, free);
  size_t length = (size_t)sprintf(json, "%s", quoted("{" HEAD ","));
  memset(json + length, '\n', LINES);
  sprintf(json + length + LINES, "\"mission\": 7}");
  const char *text = as_text(check_text(json), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "\n1000001 | \"mission\": 7}\n        |            ^\n"));
}

static void long_values_are_underlined_as_far_as_they_go(void **state) {
  (void)state;
  assert_non_null(strstr(as_text(check_plan("'kind': 'skib'"), HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "^~~~~~\n"));
  assert_non_null(strstr(as_text(check_plan("'mission': 77"), HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "^~\n"));
  const char *text = as_text(check_text(quoted("{" HEAD ",\n'kind': [1,\n2]}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "       |         ^~~\n")); /* to the end of the line */
}

/* Of the 71 columns behind the number of the line, what is before the value has 35 and what follows has 36. */
static void long_values_have_half_the_line(void **state) {
  (void)state;
  const char *text = as_text(check_plan("'kind': '%080d'", 7), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, text_of("\n       | %*s^", 35, "")));
}

/* One line of ten megabytes: only the surroundings of the location are printed. */
static void huge_lines_are_cut_around_the_place(void **state) {
  (void)state;
  enum { SIZE = 10 * 1024 * 1024 };
  char *filler = malloc(SIZE + 1);
  own(filler, free);
  for (size_t i = 0; i < SIZE; i++)
    filler[i] = (char)('a' + i % 26);
  filler[SIZE] = '\0';
  const char *json = plan_text("'vision': '%s', 'mission': 7, 'approach': '%s'", filler, filler);
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json, strlen(json), NULL, report), HHP_OK);
  const char *text = as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_true(strlen(text) < 2000);
  assert_caret_is_under(text, "7");
  for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1)
    assert_true(strchr(line, '\n') - line < 160);
}

static void findings_without_lines_have_their_pointer(void **state) {
  (void)state;
  hhp_report *report = validate(plan_of(plan_text("%s", LOW_SHARE)), NULL);
  hhp_report_set_path(report, "plan.json");
  const char *text = as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "\nplan.json/financing/contributions: error: Local co-financing is"));
  assert_null(strchr(text, '^'));
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_finding_as_text),
      TEST(severities_have_one_word_everywhere),
      TEST(amounts_are_aligned),
      TEST(what_is_below_the_least_severity_is_counted),
      TEST(colour_is_asked_for),
      TEST(hostile_text_is_made_harmless),
      TEST(paths_are_no_commands),
      TEST(lines_of_a_text_are_no_commands),
      TEST(broken_bytes_are_shown_as_numbers),
      TEST(the_end_of_a_long_line_is_in_the_width),
      TEST(truncated_lines_have_whole_escapes),
      TEST(marks_end_where_the_line_is_truncated),
      TEST(the_summary_names_what_findings_are_about),
      TEST(the_summary_counts_findings_of_one_subject),
      TEST(the_summary_names_files_if_there_are_several),
      TEST(the_summary_names_five),
      TEST(the_summary_lists_three_short_findings),
      TEST(the_summary_names_twelve_years),
      TEST(the_summary_names_short_titles),
      TEST(the_caret_is_below_the_value),
      TEST(lines_that_fit_are_shown_whole),
      TEST(wide_characters_push_the_caret),
      TEST(every_character_has_its_columns),
      TEST(the_caret_follows_a_long_line_number),
      TEST(long_values_are_underlined_as_far_as_they_go),
      TEST(long_values_have_half_the_line),
      TEST(huge_lines_are_cut_around_the_place),
      TEST(findings_without_lines_have_their_pointer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
