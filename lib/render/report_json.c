/* The format "helhedsplan-report/1". Its members are stable; new ones may be added. */
#include <jansson.h>
#include <string.h>

#include <helhedsplan/version.h>

#include "render/formats.h"
#include "render/shown_json.h"
#include "report/report_schema.h"
#include "json/write.h"

static json_t *S_size(size_t size) {
  return json_integer((json_int_t)size);
}

/* Members of a finding. The names are ours: none needs an escape. */
static void S_put_text(hhp__buffer *out, int is_first, const char *name, const char *text, size_t level) {
  hhp__put_plain_name(out, is_first, name, level);
  hhp__put_shown_string(out, text);
}

static void S_put_size(hhp__buffer *out, int is_first, const char *name, size_t size, size_t level) {
  hhp__put_plain_name(out, is_first, name, level);
  hhp__put_number(out, (int64_t)size);
}

static void S_close(hhp__buffer *out, char bracket, size_t level) {
  hhp__put_break(out, 1, level);
  hhp__putc(out, bracket);
}

static void S_put_related(hhp__buffer *out, const hhp_finding *f, size_t level) {
  hhp__put_plain_name(out, 0, "related", level);
  hhp__putc(out, '[');
  for (size_t i = 0; i < hhp_finding_related_count(f); i++) {
    hhp__put_break(out, i == 0, level + 1);
    hhp__putc(out, '{');
    S_put_text(out, 1, "pointer", hhp_finding_related_pointer(f, i), level + 2);
    S_put_size(out, 0, "line", hhp_finding_related_line(f, i), level + 2);
    S_put_size(out, 0, "column", hhp_finding_related_column(f, i), level + 2);
    S_close(out, '}', level + 1);
  }
  if (hhp_finding_related_count(f) > 0)
    hhp__put_break(out, 1, level);
  hhp__putc(out, ']');
}

static void S_put_in_both(hhp__buffer *out, const char *name, const char *da, const char *en, size_t level) {
  if (da == NULL || en == NULL) { /* memory ran out */
    out->failed = 1;
    return;
  }
  hhp__put_plain_name(out, 0, name, level);
  hhp__putc(out, '{');
  S_put_text(out, 1, "da", da, level + 1);
  S_put_text(out, 0, "en", en, level + 1);
  S_close(out, '}', level);
}

static void S_put_arguments(hhp__buffer *out, const hhp_finding *f, size_t level) {
  hhp__put_plain_name(out, 0, "arguments", level);
  hhp__putc(out, '{');
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    int64_t number = hhp_finding_argument_number(f, i);
    hhp__put_plain_name(out, i == 0, hhp_finding_argument_name(f, i), level + 1);
    if (hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT)
      hhp__put_shown_string(out, hhp_finding_argument_text(f, i));
    else if (number == HHP_ABSENT)
      hhp__puts(out, "null");
    else
      hhp__put_number(out, number);
  }
  if (hhp_finding_argument_count(f) > 0)
    hhp__put_break(out, 1, level);
  hhp__putc(out, '}');
}

static void S_put_finding(hhp__buffer *out, const hhp_finding *f, size_t level) {
  hhp__putc(out, '{');
  S_put_text(out, 1, "rule", hhp_finding_rule(f), level + 1);
  S_put_text(out, 0, "slug", hhp_finding_slug(f), level + 1);
  S_put_text(out, 0, "severity", hhp_severity_name(hhp_finding_severity(f)), level + 1);
  S_put_text(out, 0, "pointer", hhp_finding_pointer(f), level + 1);
  S_put_text(out, 0, "entity", hhp_finding_entity(f), level + 1);
  S_put_size(out, 0, "line", hhp_finding_line(f), level + 1);
  S_put_size(out, 0, "column", hhp_finding_column(f), level + 1);
  S_put_size(out, 0, "offset", hhp_finding_offset(f), level + 1);
  S_put_size(out, 0, "length", hhp_finding_length(f), level + 1);
  S_put_in_both(out, "message", hhp_finding_message(f, HHP_LANG_DA), hhp_finding_message(f, HHP_LANG_EN), level + 1);
  S_put_in_both(out, "remedy", hhp_finding_remedy(f, HHP_LANG_DA), hhp_finding_remedy(f, HHP_LANG_EN), level + 1);
  S_put_arguments(out, f, level + 1);
  S_put_related(out, f, level + 1);
  hhp__put_plain_name(out, 0, "waived", level + 1);
  hhp__puts(out, hhp_finding_is_waived(f) ? "true" : "false");
  S_close(out, '}', level);
}

typedef struct {
  size_t error, warning, info, waived;
} S_counts;

static json_t *S_put_counts(const S_counts *counts) {
  return json_pack("{s:o, s:o, s:o, s:o}", "error", S_size(counts->error), "warning", S_size(counts->warning), "info",
                   S_size(counts->info), "waived", S_size(counts->waived));
}

/* Findings are written without a tree, which takes most of the time when there are many. */
static void S_put_findings(hhp__buffer *out, const hhp_report *report, size_t level) {
  hhp__putc(out, '[');
  for (size_t i = 0; i < hhp_report_count(report) && !out->failed; i++) {
    hhp__put_break(out, i == 0, level + 1);
    S_put_finding(out, hhp_report_at(report, i), level + 1);
  }
  if (hhp_report_count(report) > 0)
    hhp__put_break(out, 1, level);
  hhp__putc(out, ']');
}

static void S_put_member(hhp__buffer *out, const char *name, json_t *value, size_t level, int is_first) {
  hhp__put_name(out, is_first, name, level);
  hhp__put_shown_json(out, value, level);
}

/* Why the file could not be read; null if it could. */
static json_t *S_unreadable(const hhp_report *report) {
  hhp_status status = hhp_report_unreadable(report);
  if (status == HHP_OK)
    return json_null();
  return json_pack("{s:s, s:{s:s, s:s}}", "status", hhp_status_name(status), "message", "da",
                   hhp_status_message(status, HHP_LANG_DA), "en", hhp_status_message(status, HHP_LANG_EN));
}

static void S_put_file(hhp__buffer *out, const hhp_report *report, S_counts *sum) {
  const size_t level = 3;
  S_counts counts = {hhp_report_error_count(report), hhp_report_warning_count(report), hhp_report_info_count(report),
                     hhp_report_waived_count(report)};
  sum->error += counts.error;
  sum->warning += counts.warning;
  sum->info += counts.info;
  sum->waived += counts.waived;
  hhp__putc(out, '{');
  S_put_member(out, "path", hhp__string_of(hhp_report_path(report)), level, 1);
  S_put_member(out, "sha256", hhp__string_of(hhp_report_sha256(report)), level, 0);
  S_put_member(out, "plan", hhp__string_of(hhp_report_plan_id(report)), level, 0);
  S_put_member(out, "scheme", hhp__string_of(hhp_report_scheme_id(report)), level, 0);
  S_put_member(out, "stage", hhp__string_of(hhp_stage_name(hhp_report_stage(report))), level, 0);
  S_put_member(out, "complete", json_boolean(hhp_report_is_complete(report)), level, 0);
  S_put_member(out, "unreadable", S_unreadable(report), level, 0);
  hhp__put_name(out, 0, "findings", level);
  S_put_findings(out, report, level);
  S_put_member(out, "omitted", S_size(hhp_report_omitted_count(report)), level, 0);
  S_put_member(out, "counts", S_put_counts(&counts), level, 0);
  hhp__put_break(out, 1, level - 1);
  hhp__putc(out, '}');
}

void hhp__render_json(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                      const hhp_render_options *options) {
  (void)options; /* both languages are always included */
  S_counts sum = {0};
  hhp__putc(out, '{');
  S_put_member(out, "format", json_string(HHP__REPORT_FORMAT), 1, 1);
  S_put_member(out, "tool", json_pack("{s:s, s:s}", "name", "helhedsplan", "version", hhp_version_string()), 1, 0);
  hhp__put_name(out, 0, "files", 1);
  hhp__putc(out, '[');
  for (size_t i = 0; i < count; i++) {
    hhp__put_break(out, i == 0, 2);
    S_put_file(out, reports[i], &sum);
  }
  if (count > 0)
    hhp__put_break(out, 1, 1);
  hhp__putc(out, ']');
  S_put_member(out, "counts", S_put_counts(&sum), 1, 0);
  hhp__puts(out, "\n}\n");
}
