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

static json_t *S_related(const hhp_finding *finding) {
  json_t *related = json_array();
  for (size_t i = 0; i < hhp_finding_related_count(finding); i++) {
    json_t *place = json_pack("{s:o, s:o, s:o}", "pointer", hhp__string_of(hhp_finding_related_pointer(finding, i)),
                              "line", S_size(hhp_finding_related_line(finding, i)), "column",
                              S_size(hhp_finding_related_column(finding, i)));
    if (json_array_append_new(related, place) != 0) {
      json_decref(related);
      return NULL;
    }
  }
  return related;
}

static json_t *S_in_both(const char *(*text_in)(const hhp_finding *, int32_t), const hhp_finding *finding) {
  const char *da = text_in(finding, HHP_LANG_DA);
  const char *en = text_in(finding, HHP_LANG_EN);
  if (da == NULL || en == NULL)
    return NULL;
  return json_pack("{s:o, s:o}", "da", hhp__string_of(da), "en", hhp__string_of(en));
}

static json_t *S_finding(const hhp_finding *f) {
  return json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b}", //
                   "rule", hhp_finding_rule(f),                                              //
                   "slug", hhp_finding_slug(f),                                              //
                   "severity", hhp_severity_name(hhp_finding_severity(f)),                   //
                   "pointer", hhp__string_of(hhp_finding_pointer(f)),                        //
                   "entity", hhp__string_of(hhp_finding_entity(f)),                          //
                   "line", S_size(hhp_finding_line(f)),                                      //
                   "column", S_size(hhp_finding_column(f)),                                  //
                   "offset", S_size(hhp_finding_offset(f)),                                  //
                   "length", S_size(hhp_finding_length(f)),                                  //
                   "message", S_in_both(hhp_finding_message, f),                             //
                   "remedy", S_in_both(hhp_finding_remedy, f),                               //
                   "arguments", hhp__arguments_of(f),                                        //
                   "related", S_related(f),                                                  //
                   "waived", hhp_finding_is_waived(f));
}

typedef struct {
  size_t error, warning, info, waived;
} S_counts;

static json_t *S_put_counts(const S_counts *counts) {
  return json_pack("{s:o, s:o, s:o, s:o}", "error", S_size(counts->error), "warning", S_size(counts->warning), "info",
                   S_size(counts->info), "waived", S_size(counts->waived));
}

/* Writes one finding at a time: a tree of all would need many times the memory of the text. */
static void S_put_findings(hhp__buffer *out, const hhp_report *report, size_t level) {
  hhp__putc(out, '[');
  for (size_t i = 0; i < hhp_report_count(report) && !out->failed; i++) {
    hhp__put_break(out, i == 0, level + 1);
    hhp__put_shown_json(out, S_finding(hhp_report_at(report, i)), level + 1);
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
