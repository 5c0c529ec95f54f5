/* "helhedsplan-report/1": for programs. Its members are a promise; new ones may be added. */
#include <jansson.h>
#include <string.h>

#include <helhedsplan/version.h>

#include "core/characters.h"
#include "core/text.h"
#include "report/render.h"
#include "json/put.h"

/* Strings from outside (a path) may be no UTF-8; JSON can say no other. */
json_t *hhp__string_of(const char *text) {
  if (text == NULL)
    return json_null();
  size_t length = strlen(text);
  if (hhp__utf8_valid(text, length))
    return json_stringn_nocheck(text, length);
  hhp__buffer clean = {0};
  for (size_t i = 0; i < length;) {
    size_t step = hhp__utf8_length(text + i, length - i);
    if (step == 0)
      hhp__put_byte(&clean, text[i]);
    else
      hhp__put(&clean, text + i, step);
    i += step == 0 ? 1 : step;
  }
  json_t *string = clean.failed ? NULL : json_stringn_nocheck(clean.text, clean.length);
  hhp__buffer_free(&clean);
  return string;
}

static json_t *S_size(size_t size) {
  return json_integer((json_int_t)size);
}

json_t *hhp__arguments_of(const hhp_finding *finding) {
  json_t *arguments = json_object();
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    int64_t number = hhp_finding_argument_number(finding, i);
    int is_text = hhp_finding_argument_kind(finding, i) == HHP_ARGUMENT_TEXT;
    json_t *value = is_text                ? hhp__string_of(hhp_finding_argument_text(finding, i))
                    : number == HHP_ABSENT ? json_null()
                                           : json_integer(number);
    if (json_object_set_new(arguments, hhp_finding_argument_name(finding, i), value) != 0) {
      json_decref(arguments);
      return NULL;
    }
  }
  return arguments;
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

static json_t *S_in_both(const char *(*say)(const hhp_finding *, int32_t), const hhp_finding *finding) {
  const char *da = say(finding, HHP_LANG_DA);
  const char *en = say(finding, HHP_LANG_EN);
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

static void S_put_unit(hhp__buffer *out, uint32_t unit) {
  hhp__puts(out, "\\u");
  for (int shift = 12; shift >= 0; shift -= 4)
    hhp__putc(out, "0123456789abcdef"[unit >> shift & 15]);
}

static void S_put_escape(hhp__buffer *out, uint32_t c) {
  if (c >= 0x10000)
    S_put_unit(out, 0xd800 + ((c - 0x10000) >> 10));
  S_put_unit(out, c >= 0x10000 ? 0xdc00 + ((c - 0x10000) & 0x3ff) : c);
}

/* Jansson writes as it is what a terminal or a build server ("##[", "##vso[") would act on; in JSON it can be escaped
 * without a change of meaning. Two number signs stand nowhere but in strings. */
static void S_put_escaped(hhp__buffer *out, const hhp__buffer *json) {
  for (size_t i = 0; i < json->length;) {
    size_t step = hhp__utf8_length(json->text + i, json->length - i);
    uint32_t c = hhp__utf8_read(json->text + i, step);
    int is_command = c == '#' && i + 1 < json->length && json->text[i + 1] == '#';
    if (is_command || (c >= 0x7f && hhp__is_unsafe(c)))
      S_put_escape(out, c);
    else
      hhp__put(out, json->text + i, step == 0 ? 1 : step);
    i += step == 0 ? 1 : step;
  }
}

void hhp__put_shown_json(hhp__buffer *out, json_t *value, size_t level) {
  hhp__buffer json = {0};
  hhp__put_value(&json, value, level, 0);
  if (json.failed)
    out->failed = 1;
  else
    S_put_escaped(out, &json);
  hhp__buffer_free(&json);
}

/* The report is written a finding at a time: as one tree, many findings would take many times the room of their text. */
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

/* Why the file could not be read; null where it could. */
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
  (void)options; /* both languages are always there */
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
