/* Findings as SARIF results. */
#include <string.h>

#include "base/phrase.h"
#include "base/safe.h"
#include "catalog/registry.h"
#include "render/sarif.h"
#include "report/fingerprint.h"

static void S_put_region(hhp__json_out *json, size_t line, size_t column, size_t end_line, size_t end_column) {
  hhp__json_number(json, "startLine", (int64_t)line);
  hhp__json_number(json, "startColumn", (int64_t)column);
  hhp__json_number(json, "endLine", (int64_t)end_line);
  hhp__json_number(json, "endColumn", (int64_t)end_column);
}

static void S_open_place(hhp__json_out *json, const hhp__sarif_file *file) {
  hhp__json_open(json, "physicalLocation", '{');
  hhp__sarif_put_artifact_location(json, "artifactLocation", file);
  hhp__json_open(json, "region", '{');
}

static void S_close_place(hhp__json_out *json) {
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
}

/* Code scanning requires all four numbers, so a finding without a line is placed at the start of its file, without byte
 * offsets. */
static void S_put_place(hhp__json_out *json, const hhp_finding *f, const hhp__sarif_file *file) {
  S_open_place(json, file);
  if (hhp_finding_line(f) == 0) {
    S_put_region(json, 1, 1, 1, 1);
  } else {
    S_put_region(json, hhp_finding_line(f), hhp_finding_column(f), hhp_finding_end_line(f), hhp_finding_end_column(f));
    hhp__json_number(json, "byteOffset", (int64_t)hhp_finding_offset(f));
    hhp__json_number(json, "byteLength", (int64_t)hhp_finding_length(f));
  }
  S_close_place(json);
}

/* A place in the plan, rather than in the text. The kind may be NULL. */
static void S_put_logical(hhp__json_out *json, const char *name, const char *value, const char *kind) {
  hhp__json_open(json, "logicalLocations", '[');
  hhp__json_open(json, NULL, '{');
  hhp__json_text(json, name, value);
  hhp__json_text_if_any(json, "kind", kind);
  hhp__json_close(json, '}');
  hhp__json_close(json, ']');
}

/* The pointer "" means the whole document, which the file says already. */
static void S_put_pointer(hhp__json_out *json, const char *pointer) {
  if (pointer[0] != '\0')
    S_put_logical(json, "fullyQualifiedName", pointer, NULL);
}

static void S_put_locations(hhp__json_out *json, const hhp_finding *f, const hhp__sarif_file *file) {
  hhp__json_open(json, "locations", '[');
  hhp__json_open(json, NULL, '{');
  if (file->path[0] != '\0')
    S_put_place(json, f, file);
  S_put_pointer(json, hhp_finding_pointer(f));
  if (json->is_empty) /* a plan in memory, and not a part of it */
    S_put_logical(json, "name", "plan", "object");
  hhp__json_close(json, '}');
  hhp__json_close(json, ']');
}

static size_t S_related_count(const hhp_finding *f) {
  size_t count = hhp_finding_related_count(f);
  return count < HHP__SARIF_MOST_RELATED ? count : HHP__SARIF_MOST_RELATED;
}

/* Of a related place only the start is known. */
static void S_put_related(hhp__json_out *json, const hhp_finding *f, const hhp__sarif_file *file) {
  if (hhp_finding_related_count(f) == 0)
    return;
  hhp__json_open(json, "relatedLocations", '[');
  for (size_t i = 0; i < S_related_count(f); i++) {
    size_t line = hhp_finding_related_line(f, i), column = hhp_finding_related_column(f, i);
    hhp__json_open(json, NULL, '{');
    hhp__json_number(json, "id", (int64_t)i + 1);
    if (line > 0 && file->path[0] != '\0') {
      S_open_place(json, file);
      S_put_region(json, line, column, line, column);
      S_close_place(json);
    }
    S_put_pointer(json, hhp_finding_related_pointer(f, i));
    hhp__json_close(json, '}');
  }
  hhp__json_close(json, ']');
}

/* Code scanning shows a related place only if the message links to it. */
static void S_put_links(hhp__buffer *text, const hhp_finding *f, int32_t lang) {
  size_t count = S_related_count(f);
  int is_first = 1;
  for (size_t i = 0; i < count; i++) {
    if (hhp_finding_related_line(f, i) == 0)
      continue;
    hhp__puts(text, is_first ? hhp__in_lang((hhp__phrase){" Se også ", " See also "}, lang) : ", ");
    hhp__put_phrase(text, (hhp__phrase){"[linje ", "[line "}, lang);
    hhp__put_number(text, (int64_t)hhp_finding_related_line(f, i));
    hhp__puts(text, "](");
    hhp__put_number(text, (int64_t)(i + 1));
    hhp__putc(text, ')');
    is_first = 0;
  }
  if (!is_first && count < hhp_finding_related_count(f))
    hhp__puts(text, " …");
  hhp__puts(text, is_first ? "" : ".");
}

static void S_put_message(hhp__json_out *json, const hhp_finding *f, int32_t lang) {
  const char *message = hhp_finding_message(f, lang);
  const char *remedy = hhp_finding_remedy(f, lang);
  hhp__buffer text = {0};
  if (message == NULL || remedy == NULL) {
    json->out->failed = 1;
    return;
  }
  hhp__sarif_put(&text, message);
  hhp__put_phrase(&text, (hhp__phrase){" Afhjælpning: ", " Remedy: "}, lang);
  hhp__sarif_put(&text, remedy);
  S_put_links(&text, f, lang);
  hhp__sarif_take_message(json, "message", &text);
}

static void S_put_fingerprints(hhp__json_out *json, const hhp_report *report, size_t index,
                               const hhp__sarif_file *file) {
  char fingerprint[65];
  hhp__fingerprint(report, index, file->path, fingerprint);
  hhp__json_open(json, "partialFingerprints", '{');
  hhp__json_text(json, "helhedsplan/v1", fingerprint);
  hhp__json_text_if_any(json, "primaryLocationLineHash", hhp_finding_line_hash(hhp_report_at(report, index)));
  hhp__json_close(json, '}');
}

/* A waiver in the plan is in the source; one in the options is not. It may cover every finding of its rule, so its
 * reason is truncated like other text. */
static void S_put_suppressions(hhp__json_out *json, const hhp_finding *f) {
  if (!hhp_finding_is_waived(f))
    return;
  hhp__buffer reason = {0};
  hhp__put_safe_truncated(&reason, hhp_finding_waiver_reason(f), HHP__SARIF_LONGEST_TEXT);
  hhp__json_open(json, "suppressions", '[');
  hhp__json_open(json, NULL, '{');
  hhp__json_text(json, "kind", f->is_waived_by_options ? "external" : "inSource");
  hhp__json_text(json, "status", "accepted");
  hhp__json_text_if_any(json, "justification", reason.text);
  hhp__json_close(json, '}');
  hhp__json_close(json, ']');
  json->out->failed |= reason.failed;
  hhp__buffer_free(&reason);
}

/* Empty texts become null: some readers refuse them. */
static void S_put_arguments(hhp__json_out *json, const hhp_finding *f) {
  hhp__json_open(json, "arguments", '{');
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    const char *text = hhp_finding_argument_text(f, i);
    int64_t number = hhp_finding_argument_number(f, i);
    int is_text = hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT;
    if (is_text || number == HHP_ABSENT)
      hhp__json_text(json, name, is_text && text != NULL && text[0] != '\0' ? text : NULL);
    else
      hhp__json_number(json, name, number);
  }
  hhp__json_close(json, '}');
}

static void S_put_properties(hhp__json_out *json, const hhp_finding *f) {
  hhp__json_open(json, "properties", '{');
  hhp__json_text(json, "slug", hhp_finding_slug(f));
  hhp__json_text(json, "severity", hhp_severity_name(hhp_finding_severity(f)));
  hhp__json_text_if_any(json, "entity", hhp_finding_entity(f));
  S_put_arguments(json, f);
  hhp__json_close(json, '}');
}

/* GitHub opens alerts for suppressed results too, unless the repository is configured otherwise; as notes they fail no
 * check. */
static const char *S_level(const hhp_finding *f) {
  return hhp__sarif_level(hhp_finding_is_waived(f) ? HHP_SEVERITY_INFO : hhp_finding_severity(f));
}

void hhp__sarif_put_result(hhp__json_out *json, const hhp_report *report, size_t index, const hhp__sarif_file *file,
                           int32_t lang) {
  const hhp_finding *f = hhp_report_at(report, index);
  size_t rule = hhp__rule_index(hhp__rule_of((hhp__message)f->message));
  hhp__json_open(json, NULL, '{');
  hhp__json_text(json, "ruleId", hhp_finding_rule(f));
  hhp__json_number(json, "ruleIndex", (int64_t)rule);
  hhp__json_text(json, "level", S_level(f));
  S_put_message(json, f, lang);
  S_put_locations(json, f, file);
  S_put_related(json, f, file);
  S_put_fingerprints(json, report, index, file);
  S_put_suppressions(json, f);
  S_put_properties(json, f);
  hhp__json_close(json, '}');
}
