/* Findings as SARIF results. */
#include <string.h>

#include "base/phrase.h"
#include "base/safe.h"
#include "catalog/registry.h"
#include "render/sarif.h"
#include "render/shown_json.h"
#include "report/fingerprint.h"

/* The region of a finding. Code scanning requires all four numbers, so a finding without a line is placed at the start
 * of its file, without byte offsets. */
static json_t *S_region(const hhp_finding *f) {
  if (hhp_finding_line(f) == 0)
    return json_pack("{s:i, s:i, s:i, s:i}", "startLine", 1, "startColumn", 1, "endLine", 1, "endColumn", 1);
  return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}",                   //
                   "startLine", (json_int_t)hhp_finding_line(f),       //
                   "startColumn", (json_int_t)hhp_finding_column(f),   //
                   "endLine", (json_int_t)hhp_finding_end_line(f),     //
                   "endColumn", (json_int_t)hhp_finding_end_column(f), //
                   "byteOffset", (json_int_t)hhp_finding_offset(f),    //
                   "byteLength", (json_int_t)hhp_finding_length(f));
}

/* The region of a related place, of which only the start is known. */
static json_t *S_point(size_t line, size_t column) {
  return json_pack("{s:I, s:I, s:I, s:I}",            //
                   "startLine", (json_int_t)line,     //
                   "startColumn", (json_int_t)column, //
                   "endLine", (json_int_t)line,       //
                   "endColumn", (json_int_t)column);
}

static void S_set_place(json_t **location, const hhp__sarif_file *file, json_t *region) {
  hhp__sarif_set(location, "physicalLocation",
                 json_pack("{s:o, s:o}", "artifactLocation", hhp__sarif_artifact_location(file), "region", region));
}

/* The pointer "" means the whole document, which the file says already. */
static void S_set_pointer(json_t **location, const char *pointer) {
  if (pointer[0] != '\0')
    hhp__sarif_set(location, "logicalLocations", json_pack("[{s:o}]", "fullyQualifiedName", hhp__string_of(pointer)));
}

static json_t *S_locations(const hhp_finding *f, const hhp__sarif_file *file) {
  json_t *location = json_object();
  if (file->path[0] != '\0')
    S_set_place(&location, file, S_region(f));
  S_set_pointer(&location, hhp_finding_pointer(f));
  if (location != NULL && json_object_size(location) == 0) /* a plan in memory, and not a part of it */
    hhp__sarif_set(&location, "logicalLocations", json_pack("[{s:s, s:s}]", "name", "plan", "kind", "object"));
  return json_pack("[o]", location);
}

static size_t S_related_count(const hhp_finding *f) {
  size_t count = hhp_finding_related_count(f);
  return count < HHP__SARIF_MOST_RELATED ? count : HHP__SARIF_MOST_RELATED;
}

static json_t *S_related(const hhp_finding *f, const hhp__sarif_file *file) {
  json_t *locations = json_array();
  for (size_t i = 0; i < S_related_count(f); i++) {
    size_t line = hhp_finding_related_line(f, i);
    json_t *location = json_pack("{s:I}", "id", (json_int_t)i + 1);
    if (line > 0 && file->path[0] != '\0')
      S_set_place(&location, file, S_point(line, hhp_finding_related_column(f, i)));
    S_set_pointer(&location, hhp_finding_related_pointer(f, i));
    hhp__sarif_append(&locations, location);
  }
  return locations;
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

static json_t *S_message(const hhp_finding *f, int32_t lang) {
  const char *message = hhp_finding_message(f, lang);
  const char *remedy = hhp_finding_remedy(f, lang);
  hhp__buffer text = {0};
  if (message == NULL || remedy == NULL)
    return NULL;
  hhp__sarif_put(&text, message);
  hhp__put_phrase(&text, (hhp__phrase){" Afhjælpning: ", " Remedy: "}, lang);
  hhp__sarif_put(&text, remedy);
  S_put_links(&text, f, lang);
  return hhp__sarif_message(&text);
}

static json_t *S_fingerprints(const hhp_report *report, size_t index, const hhp__sarif_file *file) {
  char fingerprint[65];
  hhp__fingerprint(report, index, file->path, fingerprint);
  json_t *fingerprints = json_pack("{s:s}", "helhedsplan/v1", fingerprint);
  hhp__sarif_set_text(&fingerprints, "primaryLocationLineHash", hhp_finding_line_hash(hhp_report_at(report, index)));
  return fingerprints;
}

/* A waiver in the plan is in the source; one in the options is not. It may cover every finding of its rule, so its
 * reason is truncated like other text. */
static json_t *S_suppressions(const hhp_finding *f) {
  json_t *suppression =
      json_pack("{s:s, s:s}", "kind", f->is_waived_by_options ? "external" : "inSource", "status", "accepted");
  hhp__buffer reason = {0};
  hhp__put_safe_truncated(&reason, f->waiver_reason, HHP__SARIF_LONGEST_TEXT);
  hhp__sarif_set_text(&suppression, "justification", reason.text);
  int has_failed = reason.failed;
  hhp__buffer_free(&reason);
  json_t *suppressions = json_pack("[o]", suppression);
  if (!has_failed)
    return suppressions;
  json_decref(suppressions);
  return NULL;
}

/* Empty texts become null: some readers refuse them. */
static json_t *S_arguments(const hhp_finding *f) {
  json_t *arguments = hhp__arguments_of(f);
  const char *name;
  json_t *value;
  json_object_foreach(arguments, name, value) {
    if (json_is_string(value) && json_string_length(value) == 0 && json_object_set(arguments, name, json_null()) != 0) {
      json_decref(arguments);
      return NULL;
    }
  }
  return arguments;
}

static json_t *S_properties(const hhp_finding *f) {
  json_t *properties =
      json_pack("{s:s, s:s}", "slug", hhp_finding_slug(f), "severity", hhp_severity_name(hhp_finding_severity(f)));
  hhp__sarif_set_text(&properties, "entity", hhp_finding_entity(f));
  hhp__sarif_set(&properties, "arguments", S_arguments(f));
  return properties;
}

/* GitHub opens alerts for suppressed results too, unless the repository is configured otherwise; as notes they fail no
 * check. */
static const char *S_level(const hhp_finding *f) {
  return hhp__sarif_level(hhp_finding_is_waived(f) ? HHP_SEVERITY_INFO : hhp_finding_severity(f));
}

json_t *hhp__sarif_result(const hhp_report *report, size_t index, const hhp__sarif_file *file, int32_t lang) {
  const hhp_finding *f = hhp_report_at(report, index);
  json_t *result = json_pack(
      "{s:s, s:I, s:s, s:o, s:o}",                                                                               //
      "ruleId", hhp_finding_rule(f),                                                                             //
      "ruleIndex", (json_int_t)hhp__rule_index(hhp__rule_numbered(hhp__message_rule((hhp__message)f->message))), //
      "level", S_level(f),                                                                                       //
      "message", S_message(f, lang),                                                                             //
      "locations", S_locations(f, file));
  if (hhp_finding_related_count(f) > 0)
    hhp__sarif_set(&result, "relatedLocations", S_related(f, file));
  hhp__sarif_set(&result, "partialFingerprints", S_fingerprints(report, index, file));
  if (hhp_finding_is_waived(f))
    hhp__sarif_set(&result, "suppressions", S_suppressions(f));
  hhp__sarif_set(&result, "properties", S_properties(f));
  return result;
}
