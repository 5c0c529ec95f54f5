/* Reads reports back. Each reader checks the findings in the order of the report. */
#include "support/written.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/written_html.h"
#include "support/written_xml.h"

const int32_t written_formats[] = {HHP_FORMAT_TEXT,   HHP_FORMAT_JSON,   HHP_FORMAT_MARKDOWN,
                                   HHP_FORMAT_SARIF,  HHP_FORMAT_JUNIT,  HHP_FORMAT_JUNIT_STRICT,
                                   HHP_FORMAT_GITHUB, HHP_FORMAT_GITLAB, HHP_FORMAT_HTML};
const size_t written_format_count = sizeof(written_formats) / sizeof(written_formats[0]);

/* --- What any text must be --- */

/* Line breaks come from the renderer; other control characters are not allowed. */
static int S_is_safe(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c < 0x20 && c != '\n') || c == 0x7f)
      return 0;
    if (c == 0xc2 && i + 1 < length && (unsigned char)text[i + 1] < 0xa0)
      return 0;
  }
  return 1;
}

static int S_is_utf8(const char *text, size_t length) {
  json_t *string = json_stringn(text, length);
  json_decref(string);
  return string != NULL;
}

const char *unsafe_text(const char *text, size_t length) {
  if (strlen(text) != length)
    return "a NUL in what is written";
  if (!S_is_utf8(text, length))
    return "what is written is no UTF-8";
  return S_is_safe(text, length) ? NULL : "what is written is not safe for a terminal";
}

/* --- JSON --- */

static int S_is_text(const json_t *object, const char *name, const char *expected) {
  const json_t *value = json_object_get(object, name);
  if (expected == NULL)
    return json_is_null(value);
  return json_is_string(value) && strcmp(json_string_value(value), expected) == 0;
}

static int S_is_count(const json_t *object, const char *name, size_t expected) {
  const json_t *value = json_object_get(object, name);
  return json_is_integer(value) && json_integer_value(value) == (json_int_t)expected;
}

static const char *S_bad_argument(const json_t *arguments, const hhp_finding *f, size_t i) {
  const char *name = hhp_finding_argument_name(f, i);
  const json_t *value = json_object_get(arguments, name);
  int64_t number = hhp_finding_argument_number(f, i);
  if (value == NULL)
    return "an argument is missing in the JSON";
  if (json_is_integer(value) && number != HHP_ABSENT && json_integer_value(value) != number)
    return "an argument is another number in the JSON";
  return NULL;
}

static const char *S_bad_json_finding(const json_t *finding, const hhp_finding *f) {
  if (!S_is_text(finding, "rule", hhp_finding_rule(f)) || !S_is_text(finding, "slug", hhp_finding_slug(f)))
    return "another rule in the JSON";
  if (!S_is_text(finding, "severity", hhp_severity_name(hhp_finding_severity(f))))
    return "another severity in the JSON";
  if (!S_is_text(finding, "pointer", hhp_finding_pointer(f)) || !S_is_text(finding, "entity", hhp_finding_entity(f)))
    return "another pointer or entity in the JSON";
  if (!S_is_count(finding, "line", hhp_finding_line(f)) || !S_is_count(finding, "column", hhp_finding_column(f)) ||
      !S_is_count(finding, "offset", hhp_finding_offset(f)) || !S_is_count(finding, "length", hhp_finding_length(f)))
    return "another place in the JSON";
  const json_t *message = json_object_get(finding, "message");
  if (!S_is_text(message, "da", hhp_finding_message(f, HHP_LANG_DA)) ||
      !S_is_text(message, "en", hhp_finding_message(f, HHP_LANG_EN)))
    return "another message in the JSON";
  if (json_is_true(json_object_get(finding, "waived")) != (hhp_finding_is_waived(f) == 1))
    return "waived or not, in the JSON";
  if (json_array_size(json_object_get(finding, "related")) != hhp_finding_related_count(f))
    return "related places are missing in the JSON";
  const json_t *arguments = json_object_get(finding, "arguments");
  const char *bad = NULL;
  for (size_t i = 0; i < hhp_finding_argument_count(f) && bad == NULL; i++)
    bad = S_bad_argument(arguments, f, i);
  return bad;
}

static const char *S_bad_counts(const json_t *counts, const hhp_report *report) {
  if (!S_is_count(counts, "error", hhp_report_error_count(report)) ||
      !S_is_count(counts, "warning", hhp_report_warning_count(report)) ||
      !S_is_count(counts, "info", hhp_report_info_count(report)) ||
      !S_is_count(counts, "waived", hhp_report_waived_count(report)))
    return "other counts in the JSON";
  return NULL;
}

static const char *S_bad_json(const json_t *root, const hhp_report *report) {
  const json_t *file = json_array_get(json_object_get(root, "files"), 0);
  const json_t *findings = json_object_get(file, "findings");
  if (json_array_size(findings) != hhp_report_count(report))
    return "findings are missing in the JSON";
  if (json_is_true(json_object_get(file, "complete")) != (hhp_report_is_complete(report) != 0))
    return "complete or not, in the JSON";
  const char *bad = S_bad_counts(json_object_get(file, "counts"), report);
  if (bad == NULL)
    bad = S_bad_counts(json_object_get(root, "counts"), report);
  for (size_t i = 0; i < hhp_report_count(report) && bad == NULL; i++)
    bad = S_bad_json_finding(json_array_get(findings, i), hhp_report_at(report, i));
  return bad;
}

/* --- SARIF: the most severe findings first only where there are too many --- */

static const char *S_sarif_level(const hhp_finding *f) {
  static const char *const levels[] = {"none", "note", "warning", "error"};
  return levels[hhp_finding_is_waived(f) ? HHP_SEVERITY_INFO : hhp_finding_severity(f)];
}

static const char *S_bad_sarif_result(const json_t *result, const hhp_finding *f) {
  const json_t *location = json_array_get(json_object_get(result, "locations"), 0);
  const json_t *region = json_object_get(json_object_get(location, "physicalLocation"), "region");
  if (!S_is_text(result, "ruleId", hhp_finding_rule(f)))
    return "another rule in the SARIF";
  if (!S_is_text(result, "level", S_sarif_level(f)))
    return "another level in the SARIF";
  if (!S_is_count(region, "startLine", hhp_finding_line(f)) ||
      !S_is_count(region, "startColumn", hhp_finding_column(f)) ||
      !S_is_count(region, "byteOffset", hhp_finding_offset(f)))
    return "another place in the SARIF";
  if ((json_array_size(json_object_get(result, "suppressions")) > 0) != (hhp_finding_is_waived(f) == 1))
    return "waived or not, in the SARIF";
  return NULL;
}

static const char *S_bad_sarif(const json_t *root, const hhp_report *report) {
  const json_t *run = json_array_get(json_object_get(root, "runs"), 0);
  const json_t *results = json_object_get(run, "results");
  if (json_array_size(results) != hhp_report_count(report))
    return "results are missing in the SARIF";
  const char *bad = NULL;
  for (size_t i = 0; i < hhp_report_count(report) && bad == NULL; i++)
    bad = S_bad_sarif_result(json_array_get(results, i), hhp_report_at(report, i));
  return bad;
}

/* --- GitLab --- */

static int S_fails(const hhp_finding *f, writing how) {
  return how.fail_on != HHP_SEVERITY_OFF && hhp_finding_severity(f) >= how.fail_on && !hhp_finding_is_waived(f);
}

static int S_is_listed(const hhp_finding *f, writing how) {
  return hhp_finding_severity(f) >= how.show || S_fails(f, how);
}

static const char *S_bad_gitlab(const json_t *root, const hhp_report *report, writing how) {
  static const char *const severities[] = {"", "info", "minor", "major"};
  size_t at = 0;
  if (!json_is_array(root))
    return "what is for GitLab is no array";
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (hhp_finding_is_waived(f) || !S_is_listed(f, how))
      continue;
    const json_t *issue = json_array_get(root, at++);
    const json_t *lines = json_object_get(json_object_get(issue, "location"), "lines");
    if (!S_is_text(issue, "check_name", hhp_finding_rule(f)))
      return "another rule for GitLab";
    if (!S_is_text(issue, "severity", severities[hhp_finding_severity(f)]))
      return "another severity for GitLab";
    if (!S_is_count(lines, "begin", hhp_finding_line(f)))
      return "another line for GitLab";
  }
  return json_array_size(root) == at ? NULL : "entries too many for GitLab";
}

static const char *S_bad_as_json(const char *text, size_t length, const hhp_report *report, writing how) {
  json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL);
  const char *bad = "what should be JSON is none";
  if (root == NULL)
    return bad;
  if (how.format == HHP_FORMAT_JSON)
    bad = S_bad_json(root, report);
  else
    bad = how.format == HHP_FORMAT_SARIF ? S_bad_sarif(root, report) : S_bad_gitlab(root, report, how);
  json_decref(root);
  return bad;
}

/* --- JUnit --- */

/* The result that the case of a finding has. */
static const char *S_outcome(const hhp_finding *f, writing how) {
  if (hhp_finding_is_waived(f))
    return "skipped";
  return S_fails(f, how) ? "failure" : "system-out";
}

static const char *S_bad_junit(const char *text, size_t length, const hhp_report *report, writing how) {
  junit_cases cases;
  const char *bad = read_junit(&cases, text, length);
  size_t at = 0, failures = 0, skipped = 0;
  for (size_t i = 0; i < hhp_report_count(report) && bad == NULL; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (!S_is_listed(f, how))
      continue;
    const junit_case *one = at < cases.count ? &cases.cases[at++] : NULL;
    const char *outcome = S_outcome(f, how);
    failures += strcmp(outcome, "failure") == 0;
    skipped += strcmp(outcome, "skipped") == 0;
    if (one == NULL || strncmp(one->name, hhp_finding_rule(f), 5) != 0)
      bad = "another rule in the JUnit";
    else if (strcmp(one->outcome, outcome) != 0)
      bad = "another outcome in the JUnit";
    else if (how.format == HHP_FORMAT_JUNIT && one->line != hhp_finding_line(f))
      bad = "another line in the JUnit";
  }
  if (bad == NULL && cases.count != (at == 0 ? 1 : at))
    bad = "cases too many in the JUnit";
  if (bad == NULL && (cases.tests != cases.count || cases.failures != failures || cases.skipped != skipped))
    bad = "other counts in the JUnit";
  free_junit(&cases);
  return bad;
}

/* --- By lines --- */

/* Copies the next line; 0 at the end. What does not fit is left out. */
static int S_next_line(const char **at, char *line, size_t size) {
  if (**at == '\0')
    return 0;
  size_t length = strcspn(*at, "\n");
  size_t kept = length < size - 1 ? length : size - 1;
  memcpy(line, *at, kept);
  line[kept] = '\0';
  *at += length + ((*at)[length] == '\n');
  return 1;
}

static int S_ends_with(const char *line, const char *end) {
  size_t length = strlen(line), end_length = strlen(end);
  return length >= end_length && strcmp(line + length - end_length, end) == 0;
}

enum { LINE_SIZE = 1 << 16, MARK_SIZE = 256 };

/* The next line that has the mark: at its end, or anywhere. */
static int S_find_line(const char **at, const char *mark, int is_at_end) {
  static char line[LINE_SIZE];
  while (S_next_line(at, line, sizeof(line))) {
    if (is_at_end ? S_ends_with(line, mark) : strstr(line, mark) != NULL)
      return 1;
  }
  return 0;
}

static size_t S_count(const char *text, const char *part) {
  size_t count = 0;
  for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
    count++;
  return count;
}

static const char *S_bad_plain(const char *text, const hhp_report *report, writing how) {
  const char *at = text;
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    char mark[MARK_SIZE];
    snprintf(mark, sizeof(mark), "[%s %s%s]", hhp_finding_rule(f), hhp_finding_slug(f),
             !hhp_finding_is_waived(f) ? ""
             : how.lang == HHP_LANG_DA ? ", undtaget"
                                       : ", waived");
    if (hhp_finding_severity(f) >= how.show && !S_find_line(&at, mark, 1))
      return "a finding is missing in the text";
  }
  return NULL;
}

/* One table for each severity, and one for the waived findings, whose severity is OFF here. */
static const char *S_bad_markdown_table(const char **at, const hhp_report *report, writing how, int32_t severity) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    char mark[MARK_SIZE];
    int32_t table = hhp_finding_is_waived(f) ? HHP_SEVERITY_OFF : hhp_finding_severity(f);
    if (table != severity || hhp_finding_severity(f) < how.show)
      continue;
    snprintf(mark, sizeof(mark), "| %zu:%zu | %s %s | ", hhp_finding_line(f), hhp_finding_column(f),
             hhp_finding_rule(f), hhp_finding_slug(f));
    if (!S_find_line(at, mark, 0))
      return "a finding is missing in the Markdown";
  }
  return NULL;
}

static const char *S_bad_markdown(const char *text, const hhp_report *report, writing how) {
  const char *at = text, *bad = bad_html_in_markdown(text);
  for (int32_t severity = HHP_SEVERITY_ERROR; severity >= HHP_SEVERITY_OFF && bad == NULL; severity--)
    bad = S_bad_markdown_table(&at, report, how, severity);
  return bad;
}

/* Ten annotations of a kind at most; one notice is kept for the last line. */
static const char *S_bad_github(const char *text, const hhp_report *report, writing how) {
  static const char *const commands[] = {"", "\n::notice ", "\n::warning ", "\n::error "};
  const size_t counts[] = {0, hhp_report_info_count(report), hhp_report_warning_count(report),
                           hhp_report_error_count(report)};
  char *all = malloc(strlen(text) + 2);
  const char *bad = NULL;
  int has_last_line = strstr(text, "title=helhedsplan::") != NULL;
  if (all == NULL)
    return "no memory";
  sprintf(all, "\n%s", text);
  size_t lines = S_count(all, "\n") - 1, commands_seen = 0;
  for (int32_t severity = HHP_SEVERITY_INFO; severity <= HHP_SEVERITY_ERROR; severity++) {
    size_t most = severity == HHP_SEVERITY_INFO ? 9 : 10;
    size_t expected = severity < how.show ? 0 : counts[severity] < most ? counts[severity] : most;
    size_t seen = S_count(all, commands[severity]);
    commands_seen += seen;
    if (seen != expected + (severity == HHP_SEVERITY_INFO && has_last_line))
      bad = "other annotations for GitHub than findings";
  }
  if (bad == NULL && commands_seen != lines)
    bad = "a line for GitHub is no command";
  free(all);
  return bad;
}

/* --- HTML --- */

enum { MOST_IN_HTML = 100 }; /* of a rule */

static const char *S_bad_html(const char *page, const hhp_report *report, writing how) {
  size_t listed = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++)
    listed += hhp_finding_severity(hhp_report_at(report, i)) >= how.show;
  if (listed <= MOST_IN_HTML && S_count(page, "<p class=\"message\">") != listed * (how.is_of_two ? 2 : 1))
    return "other findings in the HTML";
  return bad_html(page);
}

/* --- All --- */

static const char *S_bad_by_format(const char *text, size_t length, const hhp_report *report, writing how) {
  switch (how.format) {
  case HHP_FORMAT_TEXT:
    return S_bad_plain(text, report, how);
  case HHP_FORMAT_MARKDOWN:
    return S_bad_markdown(text, report, how);
  case HHP_FORMAT_HTML:
    return S_bad_html(text, report, how);
  case HHP_FORMAT_GITHUB:
    return S_bad_github(text, report, how);
  case HHP_FORMAT_JUNIT:
  case HHP_FORMAT_JUNIT_STRICT:
    return can_read_junit() ? S_bad_junit(text, length, report, how) : NULL;
  default:
    return S_bad_as_json(text, length, report, how);
  }
}

static char *S_write(const hhp_report *report, writing how, size_t *length) {
  const hhp_report *const reports[] = {report, report};
  size_t count = how.is_of_two && how.format == HHP_FORMAT_HTML ? 2 : 1;
  hhp_render_options *options = NULL;
  char *out = NULL;
  if (hhp_render_options_new(&options) == HHP_OK && hhp_render_options_set_lang(options, how.lang) == HHP_OK &&
      hhp_render_options_set_show(options, how.show) == HHP_OK &&
      hhp_render_options_set_fail_on(options, how.fail_on) == HHP_OK)
    (void)hhp_reports_render(reports, count, how.format, options, &out, length);
  hhp_render_options_free(options);
  return out;
}

const char *wrongly_written(const hhp_report *report, writing how) {
  size_t length = 0;
  char *out = S_write(report, how, &length);
  if (out == NULL)
    return "the report is not written";
  const char *bad = unsafe_text(out, length);
  if (bad == NULL)
    bad = S_bad_by_format(out, length, report, how);
  hhp_free(out);
  return bad;
}
