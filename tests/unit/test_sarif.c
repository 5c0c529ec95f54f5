/* SARIF: each part of a log by hand. tests/formats validates whole logs. */
#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "render/ci_select.h"
#include "render/formats.h"
#include "render/sarif.h"
#include "report/fingerprint.h"
#include "unit/support.h"

/* The co-financing is too low: HP401. */
#define LOW                                                                                        \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'governance': {'leads': ['k']}," \
  "'period': {'start': '2016-01-01', 'end': '2019-12-31'},"                                        \
  "'financing': {'grant': {'awarded': 90}, 'contributions': [{'parties': ['k'], 'amount': 10}]}"

static void let_go(void *json) {
  json_decref(json);
}

/* --- Reading logs --- */

static void assert_nothing_empty(const json_t *json) {
  const char *name;
  size_t i;
  json_t *value;
  if (json_is_string(json))
    assert_true(json_string_length(json) > 0);
  json_object_foreach((json_t *)(uintptr_t)json, name, value) assert_nothing_empty(value);
  json_array_foreach(json, i, value) assert_nothing_empty(value);
}

/* The value at a path such as "locations/0/physicalLocation", with "~1" for a slash in a name; NULL if there is
 * none. */
static const json_t *at(const json_t *json, const char *path) {
  while (*path != '\0') {
    size_t length = strcspn(path, "/");
    char *step = text_of("%.*s", (int)length, path);
    char *slash = strstr(step, "~1");
    if (slash != NULL) {
      *slash = '/';
      memmove(slash + 1, slash + 2, strlen(slash + 1));
    }
    json = json_is_array(json) ? json_array_get(json, strtoul(step, NULL, 10)) : json_object_get(json, step);
    path += length + (path[length] == '/');
  }
  return json;
}

static const char *text_at(const json_t *json, const char *path) {
  const char *text = json_string_value(at(json, path));
  assert_non_null(text);
  return text;
}

static long long number_at(const json_t *json, const char *path) {
  assert_true(json_is_integer(at(json, path)));
  return json_integer_value(at(json, path));
}

/* The index of a file leads to it among the artifacts. */
static void assert_leads_to_its_artifact(const json_t *run, const json_t *location) {
  const json_t *artifact = json_array_get(json_object_get(run, "artifacts"), (size_t)number_at(location, "index"));
  assert_string_equal(text_at(artifact, "location/uri"), text_at(location, "uri"));
}

static void assert_references_are_right(const json_t *run) {
  size_t i;
  json_t *value;
  json_array_foreach(at(run, "results"), i, value) {
    const json_t *rule = json_array_get(at(run, "tool/driver/rules"), (size_t)number_at(value, "ruleIndex"));
    assert_string_equal(text_at(rule, "id"), text_at(value, "ruleId"));
    if (at(value, "locations/0/physicalLocation") != NULL)
      assert_leads_to_its_artifact(run, at(value, "locations/0/physicalLocation/artifactLocation"));
  }
  const json_t *invocation = at(run, "invocations/0");
  json_array_foreach(at(invocation, "toolExecutionNotifications"), i, value) {
    const json_t *all = at(run, "tool/driver/notifications");
    const json_t *descriptor = json_array_get(all, (size_t)number_at(value, "descriptor/index"));
    assert_string_equal(text_at(descriptor, "id"), text_at(value, "descriptor/id"));
    if (at(value, "locations") != NULL)
      assert_leads_to_its_artifact(run, at(value, "locations/0/physicalLocation/artifactLocation"));
  }
}

static const json_t *run_of(const hhp_report *const *reports, size_t count, const hhp_render_options *options) {
  char *text = NULL;
  size_t length = 0;
  assert_int_equal(hhp_reports_render(reports, count, HHP_FORMAT_SARIF, options, &text, &length), HHP_OK);
  own(text, hhp_free);
  assert_int_equal(strlen(text), length);
  json_t *log = json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(log);
  own(log, let_go);
  assert_nothing_empty(log);
  assert_string_equal(json_string_value(json_object_get(log, "version")), "2.1.0");
  assert_int_equal(json_array_size(json_object_get(log, "runs")), 1);
  const json_t *run = json_array_get(json_object_get(log, "runs"), 0);
  assert_references_are_right(run);
  return run;
}

static const json_t *run_of_one(const hhp_report *report, const hhp_render_options *options) {
  return run_of(&report, 1, options);
}

/* The first result of a rule. */
static const json_t *result_of(const json_t *run, const char *rule) {
  size_t i;
  json_t *result;
  json_array_foreach(json_object_get(run, "results"), i, result) {
    if (strcmp(text_at(result, "ruleId"), rule) == 0)
      return result;
  }
  fail_msg("no result of %s", rule);
  return NULL;
}

/* --- A result --- */

static hhp_report *report_on_twice(void) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_line_hashes(options, 1), HHP_OK);
  const char *json = "{\"æ\": 0, \"a\": 1,\n \"a\": 2, \"a\": 3}";
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_int_equal(hhp_report_set_path(report, "/repo/planer/å.json"), HHP_OK);
  return report;
}

static void a_result_has_message_and_location(void **state) {
  (void)state;
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_root(options, "/repo/"), HHP_OK);
  const json_t *run = run_of_one(report_on_twice(), options);
  const json_t *result = result_of(run, "HP102");
  assert_string_equal(text_at(result, "level"), "error");
  assert_string_equal(
      text_at(result, "message/text"),
      "The member “a” appears twice in one object; first at line 1, column 10. Remedy: Keep one and delete "
      "the other. See also [line 1](1).");
  const json_t *place = at(result, "locations/0/physicalLocation");
  assert_string_equal(text_at(place, "artifactLocation/uri"), "planer/%C3%A5.json");
  assert_string_equal(text_at(place, "artifactLocation/uriBaseId"), "%SRCROOT%");
  assert_int_equal(number_at(place, "artifactLocation/index"), 0);
  assert_int_equal(number_at(place, "region/startLine"), 2);
  assert_int_equal(number_at(place, "region/startColumn"), 2);
  assert_int_equal(number_at(place, "region/endLine"), 2);
  assert_int_equal(number_at(place, "region/endColumn"), 5);
  assert_int_equal(number_at(place, "region/byteOffset"), 19); /* æ is two bytes */
  assert_int_equal(number_at(place, "region/byteLength"), 3);
  assert_string_equal(text_at(result, "locations/0/logicalLocations/0/fullyQualifiedName"), "/a");
  assert_int_equal(number_at(result, "relatedLocations/0/id"), 1);
  assert_int_equal(number_at(result, "relatedLocations/0/physicalLocation/region/startLine"), 1);
  assert_int_equal(number_at(result, "relatedLocations/0/physicalLocation/region/startColumn"), 10);
  assert_string_equal(text_at(result, "properties/slug"), "duplicate-member");
  assert_string_equal(text_at(result, "properties/severity"), "error");
  assert_string_equal(text_at(result, "properties/arguments/member"), "a");
  assert_null(at(result, "suppressions"));
}

static void results_have_fingerprints(void **state) {
  (void)state;
  hhp_report *report = report_on_twice();
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_root(options, "/repo"), HHP_OK);
  const json_t *results = at(run_of_one(report, options), "results");
  /* printf '1\0HP102\0planer/å.json\0/a\0000' | sha256sum, and the same with 1 at the end */
  static const char *const expected[] = {"0a089e0c488a04114b4cd066c7243e71965329b80242aafca57a397ae57e51e2",
                                         "d814d3e761dcd62e3e9a2e70628ca7a6f7e70d31e636da70dbf83f4a4038810f"};
  size_t i, seen = 0;
  json_t *result;
  json_array_foreach(results, i, result) {
    assert_string_equal(text_at(result, "partialFingerprints/primaryLocationLineHash"),
                        hhp_finding_line_hash(hhp_report_at(report, i)));
    if (strcmp(text_at(result, "ruleId"), "HP102") == 0)
      assert_string_equal(text_at(result, "partialFingerprints/helhedsplan~1v1"), expected[seen++]);
  }
  assert_int_equal(seen, 2);
}

static void danish_is_danish(void **state) {
  (void)state;
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_DA), HHP_OK);
  const json_t *run = run_of_one(report_on_twice(), options);
  assert_string_equal(text_at(run, "language"), "da");
  assert_string_equal(text_at(run, "tool/driver/language"), "da");
  const char *message = text_at(result_of(run, "HP102"), "message/text");
  assert_non_null(
      strstr(message, "Feltet »a« står to gange i samme objekt; første gang på linje 1, kolonne 10. Afhjælpning: "));
  assert_non_null(strstr(message, ". Se også [linje 1](1)."));
}

/* A plan in memory has no lines, but code scanning requires a region. */
static void plans_in_memory_have_places_too(void **state) {
  (void)state;
  hhp_report *report = validate(plan_of(plan_text(LOW)), NULL);
  const json_t *result = result_of(run_of_one(report, NULL), "HP401");
  assert_null(at(result, "locations/0/physicalLocation"));
  assert_string_equal(text_at(result, "locations/0/logicalLocations/0/fullyQualifiedName"), "/financing/contributions");
  assert_null(strstr(text_at(result, "message/text"), "](")); /* no line to link to */
  assert_int_equal(hhp_report_set_path(report, "plan.json"), HHP_OK);
  result = result_of(run_of_one(report, NULL), "HP401");
  static const char *const ends[] = {"startLine", "startColumn", "endLine", "endColumn"};
  for (size_t i = 0; i < COUNT_OF(ends); i++)
    assert_int_equal(number_at(at(result, "locations/0/physicalLocation/region"), ends[i]), 1);
  assert_null(at(result, "locations/0/physicalLocation/region/byteOffset"));
  assert_null(at(result, "relatedLocations/0/physicalLocation"));
}

/* The first 20 are linked to, and it is said that there are more. */
static void twenty_related_places_are_linked_to(void **state) {
  (void)state;
  char *contributions = copy_of("");
  for (size_t count = 1; count <= 25; count++) {
    contributions = text_of("%s%s{'parties': ['k'], 'amount': 1}", contributions, count == 1 ? "" : ", ");
    hhp_report *report =
        check_plan("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'financing': {'grant': {'awarded': "
                   "900}, 'contributions': [%s]}",
                   contributions);
    const json_t *result = result_of(run_of_one(report, NULL), "HP401");
    const char *text = text_at(result, "message/text");
    size_t all = hhp_finding_related_count(only(report, "HP401"));
    assert_int_equal(all, count + 1); /* and the grant */
    assert_int_equal(json_array_size(at(result, "relatedLocations")), all < 20 ? all : 20);
    assert_int_equal(strstr(text, "](20)") != NULL, all >= 20);
    assert_null(strstr(text, "](21)"));
    assert_int_equal(strcmp(text + strlen(text) - strlen(" …."), " ….") == 0, all > 20);
  }
}

/* --- Waivers --- */

static void waived_findings_are_suppressed(void **state) {
  (void)state;
  const char *waived = plan_text(LOW ", 'waivers': [{'rule': 'HP401', 'reason': 'Aftalt \\u001b[31m med fonden'}]");
  hhp_check_options *options = new_options();
  const json_t *result = result_of(run_of_one(check_bytes(waived, strlen(waived), NULL), NULL), "HP401");
  assert_string_equal(text_at(result, "suppressions/0/kind"), "inSource");
  assert_string_equal(text_at(result, "suppressions/0/status"), "accepted");
  assert_string_equal(text_at(result, "suppressions/0/justification"), "Aftalt \\u{1b}[31m med fonden");
  assert_string_equal(text_at(result, "level"), "note");
  assert_string_equal(text_at(result, "properties/severity"), "error");

  const char *plain = plan_text(LOW);
  assert_int_equal(hhp_check_options_add_waiver(options, "HP401", NULL, "Aftalt", 0), HHP_OK);
  result = result_of(run_of_one(check_bytes(plain, strlen(plain), options), NULL), "HP401");
  assert_string_equal(text_at(result, "suppressions/0/kind"), "external");
  assert_string_equal(text_at(result, "suppressions/0/justification"), "Aftalt");
  assert_string_equal(text_at(result_of(run_of_one(check_text(plain), NULL), "HP401"), "level"), "error");
}

/* The reason is repeated with every finding that it covers, so a long one would multiply the size of the log. */
/* Some readers refuse a text without characters. */
static void what_has_no_content_is_null(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "/title");
  assert_non_null(finding);
  hhp__arg_kept_text(finding, "empty", "");
  hhp__arg_kept_text(finding, "text", "T");
  hhp__arg_kroner(finding, "absent", HHP_ABSENT);
  hhp__arg_kroner(finding, "kroner", 5);
  hhp__report_count(report);
  const json_t *arguments = at(run_of_one(report, NULL), "results/0/properties/arguments");
  assert_int_equal(json_object_size(arguments), 4);
  assert_true(json_is_null(at(arguments, "empty")) && json_is_null(at(arguments, "absent")));
  assert_string_equal(text_at(arguments, "text"), "T");
  assert_int_equal(number_at(arguments, "kroner"), 5);
}

static void long_reasons_are_cut(void **state) {
  (void)state;
  enum { LONG = 100000 };
  char *reason = malloc(LONG + 1);
  own(reason, free);
  memset(reason, 'r', LONG);
  reason[LONG] = '\0';
  const char *waived = plan_text(LOW ", 'waivers': [{'rule': 'HP401', 'reason': '%s'}]", reason);
  const json_t *result = result_of(run_of_one(check_text(waived), NULL), "HP401");
  const char *justification = text_at(result, "suppressions/0/justification");
  assert_int_equal(strlen(justification), 4000 + strlen("…"));
  assert_memory_equal(justification, reason, 4000);
}

/* --- Rules --- */

static void assert_is_text(const json_t *rule, const char *path, size_t most) {
  size_t length = strlen(text_at(rule, path));
  assert_in_range(length, 1, most);
  assert_null(strpbrk(text_at(rule, path), "{}"));
}

/* It ends in one full stop: that of an abbreviation, such as "kr.", is that of the sentence too. */
static void assert_is_sentence(const char *text, size_t length) {
  if (length < 2 || text[length - 1] != '.' || text[length - 2] == '.')
    fail_msg("no sentence: %.*s", (int)length, text);
}

static void every_rule_is_there_in_full(void **state) {
  (void)state;
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    hhp_render_options *options = new_render_options();
    assert_int_equal(hhp_render_options_set_lang(options, lang), HHP_OK);
    const json_t *rules = at(run_of(NULL, 0, options), "tool/driver/rules");
    assert_int_equal(json_array_size(rules), hhp_rule_count());
    for (size_t i = 0; i < hhp_rule_count(); i++) {
      const json_t *rule = json_array_get(rules, i);
      assert_string_equal(text_at(rule, "id"), hhp_rule_id(hhp_rule_at(i)));
      assert_is_text(rule, "name", 255);
      assert_is_text(rule, "shortDescription/text", 1024);
      assert_is_text(rule, "fullDescription/text", 1024);
      assert_is_text(rule, "help/text", 4096);
      assert_is_text(rule, "help/markdown", 4096);
      assert_non_null(strstr(text_at(rule, "help/text"), hhp_rule_remedy(hhp_rule_at(i), lang)));
      assert_int_equal(json_array_size(at(rule, "properties/tags")), 1);
      assert_null(at(rule, "helpUri"));
      static const char *const sentences[] = {"shortDescription/text", "fullDescription/text", "help/text"};
      for (size_t k = 0; k < COUNT_OF(sentences); k++)
        assert_is_sentence(text_at(rule, sentences[k]), strlen(text_at(rule, sentences[k])));
      const char *why = lang == HHP_LANG_DA ? "Hvorfor: " : "Why: ";
      assert_int_equal(strncmp(text_at(rule, "help/text"), why, strlen(why)), 0);
      assert_non_null(strstr(text_at(rule, "help/text"), lang == HHP_LANG_DA ? "\n\nAfhjælpning: " : "\n\nRemedy: "));
      assert_non_null(strstr(text_at(rule, "help/text"), lang == HHP_LANG_DA ? "\n\nKilde: " : "\n\nSource: "));
      const char *help = text_at(rule, "help/text"), *markdown = text_at(rule, "help/markdown");
      assert_is_sentence(help, (size_t)(strstr(help, lang == HHP_LANG_DA ? "\n\nEt eks" : "\n\nAn ex") - help));
      assert_is_sentence(markdown, (size_t)(strstr(markdown, "\n\n```sh") - markdown));
    }
  }
}

static void rules_have_names_levels_and_tags(void **state) {
  (void)state;
  static const struct {
    const char *id, *name, *level, *tag;
  } rows[] = {
      {"HP101", "JsonSyntax", "error", "document"},          {"HP114", "NotaSocialPlan", "error", "text"},
      {"HP305", "AgeRangesOverlap", "note", "activities"},   {"HP401", "LocalShareBelowMinimum", "error", "financing"},
      {"HP605", "AnnualReportLate", "warning", "follow-up"},
  };
  const json_t *rules = at(run_of(NULL, 0, NULL), "tool/driver/rules");
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    size_t index = 0;
    while (strcmp(hhp_rule_id(hhp_rule_at(index)), rows[i].id) != 0)
      index++;
    const json_t *rule = json_array_get(rules, index);
    assert_string_equal(text_at(rule, "name"), rows[i].name);
    assert_string_equal(text_at(rule, "defaultConfiguration/level"), rows[i].level);
    assert_string_equal(text_at(rule, "properties/tags/0"), rows[i].tag);
  }
}

/* "a-b" is "AB", and "share-of-total" is "ShareOfTotal"; a word of one letter is small, so that no capitals are
 * adjacent. */
static const char *pascal_case(const char *slug) {
  const char *name = "";
  while (*slug != '\0') {
    int length = (int)strcspn(slug, "-");
    int first = length > 1 ? toupper((unsigned char)*slug) : *slug;
    name = text_of("%s%c%.*s", name, first, length - 1, slug + 1);
    slug += length + (slug[length] == '-');
  }
  return name;
}

static void names_of_rules_are_their_slugs(void **state) {
  (void)state;
  assert_string_equal(pascal_case("not-a-social-plan"), "NotaSocialPlan");
  const json_t *rules = at(run_of(NULL, 0, NULL), "tool/driver/rules");
  for (size_t i = 0; i < hhp_rule_count(); i++)
    assert_string_equal(text_at(json_array_get(rules, i), "name"), pascal_case(hhp_rule_slug(hhp_rule_at(i))));
}

/* --- Every finding of a plan --- */

static void assert_same_region(const json_t *region, size_t line, size_t column, size_t end_line, size_t end_column) {
  assert_int_equal(number_at(region, "startLine"), line);
  assert_int_equal(number_at(region, "startColumn"), column);
  assert_int_equal(number_at(region, "endLine"), end_line);
  assert_int_equal(number_at(region, "endColumn"), end_column);
}

static void assert_same_related(const json_t *result, const hhp_finding *f) {
  size_t count = hhp_finding_related_count(f);
  size_t listed = count < HHP__SARIF_MOST_RELATED ? count : HHP__SARIF_MOST_RELATED;
  assert_int_equal(json_array_size(at(result, "relatedLocations")), listed);
  for (size_t i = 0; i < listed; i++) {
    const json_t *related = json_array_get(at(result, "relatedLocations"), i);
    size_t line = hhp_finding_related_line(f, i), column = hhp_finding_related_column(f, i);
    assert_int_equal(number_at(related, "id"), i + 1);
    assert_same_region(at(related, "physicalLocation/region"), line, column, line, column);
    if (hhp_finding_related_pointer(f, i)[0] != '\0')
      assert_string_equal(text_at(related, "logicalLocations/0/fullyQualifiedName"), hhp_finding_related_pointer(f, i));
    assert_non_null(strstr(text_at(result, "message/text"), text_of("[line %zu](%zu)", line, i + 1)));
  }
  assert_int_equal(strstr(text_at(result, "message/text"), ") ….") != NULL, listed < count);
}

static void assert_same_arguments(const json_t *result, const hhp_finding *f) {
  const json_t *arguments = at(result, "properties/arguments");
  assert_int_equal(json_object_size(arguments), hhp_finding_argument_count(f));
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const json_t *argument = json_object_get(arguments, hhp_finding_argument_name(f, i));
    const char *text = hhp_finding_argument_text(f, i);
    int is_text = hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT;
    if (is_text ? text[0] == '\0' : hhp_finding_argument_number(f, i) == HHP_ABSENT)
      assert_true(json_is_null(argument));
    else if (is_text)
      assert_string_equal(json_string_value(argument), text);
    else
      assert_true(json_is_integer(argument) && json_integer_value(argument) == hhp_finding_argument_number(f, i));
  }
}

static void assert_same_finding(const json_t *result, const hhp_finding *f) {
  static const char *const levels[] = {NULL, "note", "warning", "error"}; /* by severity */
  assert_string_equal(text_at(result, "ruleId"), hhp_finding_rule(f));
  assert_string_equal(text_at(result, "level"), hhp_finding_is_waived(f) ? "note" : levels[hhp_finding_severity(f)]);
  assert_same_region(at(result, "locations/0/physicalLocation/region"), hhp_finding_line(f), hhp_finding_column(f),
                     hhp_finding_end_line(f), hhp_finding_end_column(f));
  assert_int_equal(number_at(result, "locations/0/physicalLocation/region/byteOffset"), hhp_finding_offset(f));
  assert_int_equal(number_at(result, "locations/0/physicalLocation/region/byteLength"), hhp_finding_length(f));
  if (hhp_finding_pointer(f)[0] != '\0')
    assert_string_equal(text_at(result, "locations/0/logicalLocations/0/fullyQualifiedName"), hhp_finding_pointer(f));
  assert_same_related(result, f);
  assert_string_equal(text_at(result, "properties/slug"), hhp_finding_slug(f));
  assert_string_equal(text_at(result, "properties/severity"), hhp_severity_name(hhp_finding_severity(f)));
  if (hhp_finding_entity(f) != NULL)
    assert_string_equal(text_at(result, "properties/entity"), hhp_finding_entity(f));
  else
    assert_null(at(result, "properties/entity"));
  assert_same_arguments(result, f);
}

/* The results are in the order of the findings, and state the same. */
static void results_are_the_findings(void **state) {
  (void)state;
  static const char *const paths[] = {"examples/vollsmose-2016-2020.helhedsplan.json",
                                      "tests/corpus/rules/HP401/fail-waived.json",
                                      "tests/faults/every.helhedsplan.json"};
  size_t seen = 0;
  for (size_t p = 0; p < COUNT_OF(paths); p++) {
    hhp_report *report = check_file(paths[p]);
    assert_int_equal(hhp_report_set_path(report, "plan.json"), HHP_OK);
    const json_t *results = at(run_of_one(report, NULL), "results");
    assert_int_equal(json_array_size(results), hhp_report_count(report));
    for (size_t i = 0; i < hhp_report_count(report); i++)
      assert_same_finding(json_array_get(results, i), hhp_report_at(report, i));
    seen += hhp_report_count(report);
  }
  assert_true(seen > 60);
}

/* --- The run --- */

static void a_run_has_all_files(void **state) {
  (void)state;
  hhp_report *reports[] = {report_on_twice(), new_report(), check_text("{}"), check_text("[]")};
  assert_int_equal(hhp_report_set_path(reports[2], "./b.json"), HHP_OK); /* the second has no path */
  assert_int_equal(hhp_report_set_path(reports[3], "c.json"), HHP_OK);
  const json_t *run = run_of((const hhp_report *const *)reports, 4, NULL);
  assert_string_equal(text_at(run, "automationDetails/id"), "helhedsplan/");
  assert_string_equal(text_at(run, "columnKind"), "unicodeCodePoints");
  assert_string_equal(text_at(run, "newlineSequences/0"), "\r\n");
  assert_string_equal(text_at(run, "newlineSequences/1"), "\n");
  assert_string_equal(text_at(run, "newlineSequences/2"), "\r");
  assert_string_equal(text_at(run, "language"), "en");
  assert_string_equal(text_at(run, "tool/driver/name"), "helhedsplan");
  assert_string_equal(text_at(run, "tool/driver/semanticVersion"), hhp_version_string());
  assert_true(json_is_true(at(run, "invocations/0/executionSuccessful")));
  assert_int_equal(json_array_size(at(run, "artifacts")), 3);
  assert_string_equal(text_at(run, "artifacts/0/location/uri"), "file:///repo/planer/%C3%A5.json");
  assert_null(at(run, "artifacts/0/location/uriBaseId"));
  assert_string_equal(text_at(run, "artifacts/1/location/uri"), "b.json");
  assert_string_equal(text_at(run, "artifacts/1/hashes/sha-256"), hhp_report_sha256(reports[2]));
  const json_t *last = json_array_get(at(run, "results"), json_array_size(at(run, "results")) - 1);
  assert_string_equal(text_at(last, "locations/0/physicalLocation/artifactLocation/uri"), "c.json");
  assert_int_equal(number_at(last, "locations/0/physicalLocation/artifactLocation/index"), 2);
}

static void unreadable_files_are_reported(void **state) {
  (void)state;
  hhp_report *reports[] = {check_text("{}"), new_report(), new_report()};
  assert_int_equal(hhp_report_set_path(reports[1], "mangler\x1b.json"), HHP_OK);
  assert_int_equal(hhp_report_set_unreadable(reports[1], HHP_ERR_NO_FILE), HHP_OK);
  assert_int_equal(hhp_report_set_unreadable(reports[2], HHP_ERR_IO), HHP_OK);
  const json_t *invocation = at(run_of((const hhp_report *const *)reports, 3, NULL), "invocations/0");
  assert_true(json_is_false(at(invocation, "executionSuccessful")));
  const json_t *notifications = at(invocation, "toolExecutionNotifications");
  assert_int_equal(json_array_size(notifications), 2);
  assert_string_equal(text_at(notifications, "0/level"), "error");
  assert_string_equal(text_at(notifications, "0/message/text"), "mangler\\u{{1b}}.json: There is no such file.");
  assert_string_equal(text_at(notifications, "0/descriptor/id"), "unreadable-file");
  assert_string_equal(text_at(notifications, "0/properties/status"), "HHP_ERR_NO_FILE");
  assert_string_equal(text_at(notifications, "0/locations/0/physicalLocation/artifactLocation/uri"), "mangler%1B.json");
  assert_string_equal(text_at(notifications, "1/message/text"), hhp_status_message(HHP_ERR_IO, HHP_LANG_EN));
  assert_null(at(notifications, "1/locations"));
  hhp_report *first[] = {reports[1], reports[0]};
  assert_true(
      json_is_false(at(run_of((const hhp_report *const *)first, 2, NULL), "invocations/0/executionSuccessful")));
}

/* 20,000 activities with a warning and an info each, followed by HP401, an error. */
static const char *text_of_many(void) {
  enum { MANY = 20000 };
  char *json = malloc(MANY * 40 + 4000);
  own(json, free);
  char *end = json + sprintf(json, "%s", quoted("{" HEAD ", 'activities': ["));
  for (int i = 0; i < MANY; i++)
    end += sprintf(end, "%s{\"id\": \"a%d\", \"title\": \"A%d\"}", i == 0 ? "" : ",", i, i);
  sprintf(end, "], %s}", quoted(LOW));
  return json;
}

static size_t count_level(const json_t *run, const char *level) {
  size_t i, count = 0;
  json_t *result;
  json_array_foreach(at(run, "results"), i, result) {
    count += strcmp(text_at(result, "level"), level) == 0;
  }
  return count;
}

static void the_most_severe_are_kept(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_severity(options, "HP321", HHP_SEVERITY_WARNING), HHP_OK);
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(text_of_many(), HHP_NUL_TERMINATED, options, report), HHP_OK);
  assert_int_equal(hhp_report_error_count(report), 3); /* HP201, HP211, HP401 */
  assert_int_equal(hhp_report_warning_count(report), 20000);
  assert_int_equal(hhp_report_info_count(report), 20000);
  const json_t *run = run_of_one(report, NULL);
  assert_int_equal(count_level(run, "error"), 3);
  assert_int_equal(count_level(run, "warning"), 20000);
  assert_int_equal(count_level(run, "note"), 4997);
  result_of(run, "HP401");
  const json_t *notification = at(run, "invocations/0/toolExecutionNotifications/0");
  assert_string_equal(text_at(notification, "descriptor/id"), "findings-left-out");
  assert_string_equal(text_at(notification, "message/text"),
                      "These are the 25,000 gravest of 40,003 findings; the other 15,003 do not fit in one log.");
  assert_true(json_is_true(at(run, "invocations/0/executionSuccessful")));
}

/* A report that has too many to store them counts them all; which it stores is no matter of their severity. */
static void findings_that_are_not_stored_are_counted(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", "");
  size_t stored = hhp_report_count(report);
  report->omitted[HHP_SEVERITY_WARNING] = 2;
  report->omitted[HHP_SEVERITY_INFO] = 3;
  hhp__report_count(report);
  static const struct {
    int32_t lang;
    const char *before, *between, *after;
  } rows[] = {
      {HHP_LANG_EN, "These are ", " of ", " findings; the other 5 do not fit in one log."},
      {HHP_LANG_DA, "Her er ", " af ", " bemærkninger; de andre 5 er der ikke plads til i én log."},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_render_options *options = new_render_options();
    assert_int_equal(hhp_render_options_set_lang(options, rows[i].lang), HHP_OK);
    const json_t *notification = at(run_of_one(report, options), "invocations/0/toolExecutionNotifications/0");
    assert_string_equal(text_at(notification, "message/text"),
                        text_of("%s%zu%s%zu%s", rows[i].before, stored, rows[i].between, stored + 5, rows[i].after));
  }
}

static void no_notification_below_the_limit(void **state) {
  (void)state;
  const json_t *run = run_of_one(check_text("{}"), NULL);
  assert_int_equal(json_array_size(at(run, "invocations/0/toolExecutionNotifications")), 0);
  run = run_of_one(check_plan("%s", LOW ", 'waivers': [{'rule': 'HP401', 'reason': 'Aftalt'}]"), NULL);
  assert_string_equal(text_at(result_of(run, "HP401"), "suppressions/0/status"), "accepted");
  assert_int_equal(json_array_size(at(run, "invocations/0/toolExecutionNotifications")), 0);
}

/* --- Texts --- */

static void paths_become_uris(void **state) {
  (void)state;
  static const struct {
    const char *path, *uri;
  } rows[] = {
      {"plan.json", "plan.json"},
      {"a/b-c_d.~e", "a/b-c_d.~e"},
      {"æ ø å.json", "%C3%A6%20%C3%B8%20%C3%A5.json"},
      {"100%.json", "100%25.json"},
      {"a\nb\r\x1b", "a%0Ab%0D%1B"},
      {"\xff\xfe", "%FF%FE"},
      {"c:d?e#f&g", "c%3Ad%3Fe%23f%26g"},
      {"/tmp/æ", "file:///tmp/%C3%A6"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp__buffer out = {0};
    hhp__json_out json = {&out, 0, 1};
    hhp__sarif_put_artifact_location(&json, NULL, &(hhp__sarif_file){rows[i].path, i});
    json_t *location = json_loadb(out.text, out.length, 0, NULL);
    hhp__buffer_free(&out);
    assert_non_null(location);
    own(location, let_go);
    assert_string_equal(text_at(location, "uri"), rows[i].uri);
    assert_int_equal(number_at(location, "index"), i);
  }
}

static void paths_are_relative_to_the_root(void **state) {
  (void)state;
  static const struct {
    const char *root, *path, *expected;
  } rows[] = {
      {"/repo", "/repo/a.json", "a.json"},
      {"/repo//", "/repo//a.json", "a.json"},
      {"/repo", "/repository/a", "/repository/a"},
      {"/repo", "/a", "/a"},
      {"/", "/plans/a.json", "plans/a.json"},
      {"/", "plans/a.json", "plans/a.json"},
      {"", "/plans/a.json", "/plans/a.json"},
      {"plans", "plans/a.json", "a.json"},
      {".", "./a.json", "a.json"},
      {"/repo", "././/a.json", "a.json"},
      {"/repo", "../a.json", "../a.json"},
      {"/repo", "/repo/./a.json", "a.json"},
      {"/repo", ".a/b", ".a/b"},
      {"/repo", "/repo", "/repo"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = new_report();
    hhp_render_options *options = new_render_options();
    assert_int_equal(hhp_report_set_path(report, rows[i].path), HHP_OK);
    assert_int_equal(hhp_render_options_set_root(options, rows[i].root), HHP_OK);
    assert_string_equal(hhp__relative_path(report, options), rows[i].expected);
  }
  char text[] = "x//"; /* of which the root is the last byte alone */
  hhp_report *report = new_report();
  assert_int_equal(hhp_report_set_path(report, "/plans/a.json"), HHP_OK);
  assert_string_equal(hhp__relative_path(report, &(hhp_render_options){.root = text + 2}), "plans/a.json");
}

static const char *put(const char *text) {
  hhp__buffer out = {0};
  hhp__sarif_put(&out, text);
  char *copy = copy_of(out.text);
  hhp__buffer_free(&out);
  return copy;
}

static void texts_of_a_plan_are_texts_only(void **state) {
  (void)state;
  assert_string_equal(put("Mere {0} og {{x}}"), "Mere {{0}} og {{{{x}}}}");
  assert_string_equal(put("[se her](http://x) [a] (b) ]]("), "[se her] (http://x) [a] (b) ]] (");
  assert_string_equal(put("\x1b[31m\xe2\x80\xae\n##[error]"), "\\u{{1b}}[31m\\u{{202e}}\\u{{a}}\\u{{23}}#[error]");
}

static void long_texts_are_cut_between_characters(void **state) {
  (void)state;
  char text[5002];
  for (size_t i = 0; i < 5000; i += 2)
    memcpy(text + i, "æ", 2);
  text[4000] = '\0';
  assert_string_equal(put(text), text);
  memmove(text + 1, text, 4000);
  text[0] = 'a';
  text[4001] = '\0'; /* 4001 bytes, and the last character begins at 3999 */
  const char *cut = put(text);
  assert_int_equal(strlen(cut), 3999 + strlen("…"));
  assert_memory_equal(cut, text, 3999);
  assert_string_equal(cut + 3999, "…");
}

/* --- Fingerprints --- */

static const char *fingerprint_of(const hhp_report *report, const char *rule, const char *path) {
  size_t i = 0;
  while (strcmp(hhp_finding_rule(hhp_report_at(report, i)), rule) != 0)
    i++;
  char *out = text_of("%65s", "");
  hhp__fingerprint(report, i, path, out);
  return out;
}

static void fingerprints_stay_when_lines_and_amounts_do_not(void **state) {
  (void)state;
  const char *before = fingerprint_of(check_plan(LOW), "HP401", "p.json");
  const char *after = fingerprint_of(
      check_plan("'x-ny': 1,\n\n 'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
                 "'financing': {'grant': {'awarded': 900}, 'contributions': [{'parties': ['k'], 'amount': 10}]}"),
      "HP401", "p.json");
  assert_string_equal(before, after);
  assert_string_equal(before, fingerprint_of(validate(plan_of(plan_text(LOW)), NULL), "HP401", "p.json"));
  assert_string_not_equal(before, fingerprint_of(check_plan(LOW), "HP401", "q.json"));
  assert_string_not_equal(fingerprint_of(check_plan(LOW), "HP201", "p.json"), /* of one pointer */
                          fingerprint_of(check_plan(LOW), "HP211", "p.json"));
}

static void sha256_in_parts_is_that_of_the_whole(void **state) {
  (void)state;
  char bytes[300];
  for (size_t i = 0; i < sizeof(bytes); i++)
    bytes[i] = (char)i;
  char whole[65], parts[65];
  for (size_t first = 0; first <= 130; first++) {
    for (size_t second = 0; second <= 130; second++) {
      hhp__sha256 sha;
      hhp__sha256_begin(&sha);
      hhp__sha256_add(&sha, bytes, first);
      hhp__sha256_add(&sha, bytes + first, second);
      hhp__sha256_end(&sha, parts);
      hhp__sha256_hex(bytes, first + second, whole);
      assert_string_equal(parts, whole);
    }
  }
}

/* A text that ends in "kr." is the end of its sentence. */
static void a_sentence_ends_in_one_full_stop(void **state) {
  (void)state;
  char *text = NULL;
  hhp_report *report = check_plan(LOW);
  assert_int_equal(hhp_report_render(report, HHP_FORMAT_SARIF, NULL, &text, NULL), HHP_OK);
  own(text, hhp_free);
  assert_null(strstr(text, "..\""));
  assert_null(strstr(text, "..\\n"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_result_has_message_and_location),
      TEST(results_have_fingerprints),
      TEST(danish_is_danish),
      TEST(plans_in_memory_have_places_too),
      TEST(twenty_related_places_are_linked_to),
      TEST(waived_findings_are_suppressed),
      TEST(what_has_no_content_is_null),
      TEST(long_reasons_are_cut),
      TEST(every_rule_is_there_in_full),
      TEST(rules_have_names_levels_and_tags),
      TEST(names_of_rules_are_their_slugs),
      TEST(results_are_the_findings),
      TEST(a_run_has_all_files),
      TEST(unreadable_files_are_reported),
      TEST(the_most_severe_are_kept),
      TEST(findings_that_are_not_stored_are_counted),
      TEST(no_notification_below_the_limit),
      TEST(paths_become_uris),
      TEST(paths_are_relative_to_the_root),
      TEST(texts_of_a_plan_are_texts_only),
      TEST(long_texts_are_cut_between_characters),
      TEST(fingerprints_stay_when_lines_and_amounts_do_not),
      TEST(a_sentence_ends_in_one_full_stop),
      TEST(sha256_in_parts_is_that_of_the_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
