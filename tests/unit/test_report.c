/* Reports: options, order and counts, messages, and their form as text and JSON. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "catalog/registry.h"
#include "render/formats.h"
#include "report/constant_words.h"
#include "report/finding.h"
#include "unit/support.h"

#define LOW                                                                                                   \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'governance': {'leads': ['k']}, 'period': " \
  "{'start': '2016-01-01',"                                                                                   \
  "'end': '2019-12-31'}, 'financing': {'grant': {'awarded': 90}, 'contributions': [{'parties': ['k'], 'amount': 10}]}"

static hhp_report *check_with(const hhp_check_options *options, const char *members) {
  const char *json = plan_text("%s", members);
  return check_bytes(json, strlen(json), options);
}

/* --- Options --- */

static void severities_can_be_changed(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_finding_severity(only(check_with(options, LOW), "HP401")), HHP_SEVERITY_ERROR);
  static const int32_t severities[] = {HHP_SEVERITY_WARNING, HHP_SEVERITY_INFO, HHP_SEVERITY_ERROR};
  for (size_t i = 0; i < COUNT_OF(severities); i++) {
    assert_int_equal(hhp_check_options_set_severity(options, "HP401", severities[i]), HHP_OK);
    assert_int_equal(hhp_finding_severity(only(check_with(options, LOW), "HP401")), severities[i]);
  }
  assert_int_equal(hhp_check_options_set_severity(options, "local-share-below-minimum", HHP_SEVERITY_OFF), HHP_OK);
  hhp_report *report = check_with(options, LOW);
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
  assert_int_equal(hhp_finding_severity(only(check_with(options, LOW), "HP401")), HHP_SEVERITY_ERROR);
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
  const hhp_finding *f = only(check_plan("%s", LOW), "HP401");
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
  const hhp_finding *f = only(check_plan("%s", LOW), "HP401");
  assert_ptr_equal(hhp_finding_message(f, HHP_LANG_DA), hhp_finding_message(f, HHP_LANG_DA));
  assert_ptr_equal(hhp_finding_message(f, 99), hhp_finding_message(f, HHP_LANG_EN));
}

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
}

static void amounts_are_aligned(void **state) {
  (void)state;
  hhp_report *report = check_file("examples/vollsmose-2016-2020.helhedsplan.json");
  const char *text = as_text(report, HHP_LANG_DA, HHP_SEVERITY_ERROR, 0);
  assert_non_null(strstr(text, "         krav                               11.500.000 kr.\n"
                               "         faktisk                            11.000.000 kr.\n"
                               "         mangler                               500.000 kr.\n"));
  assert_non_null(strstr(text, "         mangler ved uændret tilskud           666.667 kr.\n"));
  assert_non_null(strstr(text, "1 fil: 1 fejl, 6 advarsler, "));
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
}

static void colour_is_asked_for(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", LOW);
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
  hhp_report *report = check_plan("%s", LOW);
  hhp_report_set_path(report, "::error::x");
  assert_memory_equal(as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0), "./::error::x:1:", 15);
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
  assert_caret_is_under(as_text(check_text(quoted("{" HEAD ",\n\t'vision': 'æøå',\t'mission': null}")), HHP_LANG_EN,
                                HHP_SEVERITY_INFO, 0),
                        "null");
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
  const char *text = as_text(check_text(quoted("{" HEAD ",\n'kind': [1,\n2]}")), HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "       |         ^~~\n")); /* to the end of the line */
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
  hhp_report *report = check_plan("%s", LOW);
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
  hhp_report *report = check_plan("%s", LOW);
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
  hhp_report *report = check_plan("%s", LOW);
  hhp_report_set_path(report, "gone.json");
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
  finding->place.line = 1;
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
    finding->place.line = i + 1;
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
  const char *json = plan_text("%s", LOW);
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

static void findings_without_lines_have_their_pointer(void **state) {
  (void)state;
  hhp_report *report = validate(plan_of(plan_text("%s", LOW)), NULL);
  hhp_report_set_path(report, "plan.json");
  const char *text = as_text(report, HHP_LANG_EN, HHP_SEVERITY_INFO, 0);
  assert_non_null(strstr(text, "\nplan.json/financing/contributions: error: Local co-financing is"));
  assert_null(strchr(text, '^'));
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
  assert_int_equal(hhp_render_options_set_colour(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_render_options_set_colour(NULL, 1), HHP_ERR_ARGUMENT);
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
      TEST(the_caret_is_below_the_value),
      TEST(lines_that_fit_are_shown_whole),
      TEST(wide_characters_push_the_caret),
      TEST(every_character_has_its_columns),
      TEST(the_caret_follows_a_long_line_number),
      TEST(long_values_are_underlined_as_far_as_they_go),
      TEST(huge_lines_are_cut_around_the_place),
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
      TEST(findings_without_lines_have_their_pointer),
      TEST(renderings_without_arguments_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
