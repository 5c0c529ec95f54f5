/* SARIF 2.1.0: one run for all files, as GitHub's code scanning requires. The rest of a log is in sarif_*.c. */
#include <string.h>

#include "base/kroner.h"
#include "base/phrase.h"
#include "render/ci_select.h"
#include "render/sarif.h"
#include "render/shown_json.h"
#include "json/write.h"

/* How many findings of each severity are included; waived ones count as OFF. */
typedef struct {
  size_t left[HHP_SEVERITY_ERROR + 1];
  size_t listed;
  size_t total;
} S_quota;

static int32_t S_rank(const hhp_finding *f) {
  return hhp_finding_is_waived(f) ? HHP_SEVERITY_OFF : hhp_finding_severity(f);
}

/* The most severe findings are included first. */
static S_quota S_quota_of(const hhp_report *const *reports, size_t count) {
  S_quota quota = {{0}, 0, 0};
  for (size_t i = 0; i < count; i++) {
    quota.total += hhp_report_omitted_count(reports[i]);
    for (size_t k = 0; k < hhp_report_count(reports[i]); k++, quota.total++)
      quota.left[S_rank(hhp_report_at(reports[i], k))]++;
  }
  for (int32_t rank = HHP_SEVERITY_ERROR; rank >= HHP_SEVERITY_OFF; rank--) {
    size_t left = HHP__SARIF_MOST_RESULTS - quota.listed;
    if (quota.left[rank] > left)
      quota.left[rank] = left;
    quota.listed += quota.left[rank];
  }
  return quota;
}

/* A list whose items are written one by one. */
typedef struct {
  hhp__buffer *out;
  size_t level;
  size_t count;
} S_list;

static S_list S_open_list(hhp__buffer *out, const char *name, size_t level) {
  hhp__put_name(out, 0, name, level);
  hhp__putc(out, '[');
  return (S_list){out, level, 0};
}

static void S_add_item(S_list *list, json_t *item) {
  hhp__put_break(list->out, list->count == 0, list->level + 1);
  hhp__put_shown_json(list->out, item, list->level + 1);
  list->count++;
}

static void S_close_list(S_list *list) {
  if (list->count > 0)
    hhp__put_break(list->out, 1, list->level);
  hhp__putc(list->out, ']');
}

static hhp__sarif_file S_file(const hhp_report *report, const hhp_render_options *options, size_t *next) {
  hhp__sarif_file file = {hhp__relative_path(report, options), *next};
  *next += file.path[0] != '\0';
  return file;
}

static json_t *S_artifact(const hhp_report *report, const hhp__sarif_file *file) {
  json_t *artifact = json_pack("{s:o, s:[s], s:s}", "location", hhp__sarif_artifact_location(file), "roles",
                               "analysisTarget", "mimeType", "application/json");
  json_t *properties = json_object();
  if (hhp_report_sha256(report) != NULL)
    hhp__sarif_set(&artifact, "hashes", json_pack("{s:s}", "sha-256", hhp_report_sha256(report)));
  hhp__sarif_set_text(&properties, "plan", hhp_report_plan_id(report));
  hhp__sarif_set_text(&properties, "scheme", hhp_report_scheme_id(report));
  hhp__sarif_set_text(&properties, "stage", hhp_stage_name(hhp_report_stage(report)));
  hhp__sarif_set(&properties, "complete", json_boolean(hhp_report_is_complete(report)));
  hhp__sarif_set(&artifact, "properties", properties);
  return artifact;
}

static void S_put_artifacts(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                            const hhp_render_options *options, size_t level) {
  S_list list = S_open_list(out, "artifacts", level);
  for (size_t i = 0, next = 0; i < count && !out->failed; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    if (file.path[0] != '\0')
      S_add_item(&list, S_artifact(reports[i], &file));
  }
  S_close_list(&list);
}

static json_t *S_notification(int which, int32_t severity, hhp__buffer *text) {
  return json_pack("{s:o, s:s, s:o}", "descriptor", hhp__sarif_notification_reference(which), "level",
                   hhp__sarif_level(severity), "message", hhp__sarif_message(text));
}

static json_t *S_unreadable(const hhp_report *report, const hhp__sarif_file *file, int32_t lang) {
  hhp_status status = hhp_report_unreadable(report);
  hhp__buffer text = {0};
  hhp__sarif_put(&text, file->path);
  hhp__puts(&text, file->path[0] == '\0' ? "" : ": ");
  hhp__sarif_put(&text, hhp_status_message(status, lang));
  json_t *notification = S_notification(HHP__SARIF_UNREADABLE, HHP_SEVERITY_ERROR, &text);
  if (file->path[0] != '\0')
    hhp__sarif_set(
        &notification, "locations",
        json_pack("[{s:{s:o}}]", "physicalLocation", "artifactLocation", hhp__sarif_artifact_location(file)));
  hhp__sarif_set(&notification, "properties", json_pack("{s:s}", "status", hhp_status_name(status)));
  return notification;
}

static json_t *S_left_out(const S_quota *quota, int32_t lang) {
  hhp__buffer text = {0};
  char number[HHP__AMOUNT_SIZE];
  hhp__put_phrase(&text, (hhp__phrase){"Her er de ", "These are the "}, lang);
  hhp__puts(&text, hhp__write_number((int64_t)quota->listed, lang, number));
  hhp__put_phrase(&text, (hhp__phrase){" alvorligste af ", " gravest of "}, lang);
  hhp__puts(&text, hhp__write_number((int64_t)quota->total, lang, number));
  hhp__put_phrase(&text, (hhp__phrase){" bemærkninger; de andre ", " findings; the other "}, lang);
  hhp__puts(&text, hhp__write_number((int64_t)(quota->total - quota->listed), lang, number));
  hhp__put_phrase(&text, (hhp__phrase){" er der ikke plads til i én log.", " do not fit in one log."}, lang);
  return S_notification(HHP__SARIF_LEFT_OUT, HHP_SEVERITY_WARNING, &text);
}

static void S_put_invocations(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                              const hhp_render_options *options, const S_quota *quota, size_t level) {
  int is_successful = 1;
  for (size_t i = 0; i < count; i++)
    is_successful = is_successful && hhp_report_unreadable(reports[i]) == HHP_OK;
  hhp__put_name(out, 0, "invocations", level);
  hhp__puts(out, "[");
  hhp__put_break(out, 1, level + 1);
  hhp__putc(out, '{');
  hhp__put_name(out, 1, "executionSuccessful", level + 2);
  hhp__puts(out, is_successful ? "true" : "false");
  S_list list = S_open_list(out, "toolExecutionNotifications", level + 2);
  for (size_t i = 0, next = 0; i < count && !out->failed; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    if (hhp_report_unreadable(reports[i]) != HHP_OK)
      S_add_item(&list, S_unreadable(reports[i], &file, options->lang));
  }
  if (quota->listed < quota->total)
    S_add_item(&list, S_left_out(quota, options->lang));
  S_close_list(&list);
  hhp__put_break(out, 1, level + 1);
  hhp__putc(out, '}');
  hhp__put_break(out, 1, level);
  hhp__putc(out, ']');
}

static void S_put_results(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                          const hhp_render_options *options, S_quota *quota, size_t level) {
  S_list list = S_open_list(out, "results", level);
  for (size_t i = 0, next = 0; i < count; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    for (size_t k = 0; k < hhp_report_count(reports[i]) && !out->failed; k++) {
      size_t *left = &quota->left[S_rank(hhp_report_at(reports[i], k))];
      if (*left == 0)
        continue;
      --*left;
      S_add_item(&list, hhp__sarif_result(reports[i], k, &file, options->lang));
    }
  }
  S_close_list(&list);
}

static void S_put_member(hhp__buffer *out, const char *name, json_t *value, size_t level, int is_first) {
  hhp__put_name(out, is_first, name, level);
  hhp__put_shown_json(out, value, level);
}

static json_t *S_base_ids(int32_t lang) {
  static const hhp__phrase about = {"Roden af det, stierne er relative til, fx et repository.",
                                    "The root that paths are relative to, such as that of a repository."};
  return json_pack("{s:{s:{s:s}}}", "%SRCROOT%", "description", "text", hhp__in_lang(about, lang));
}

void hhp__render_sarif(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                       const hhp_render_options *options) {
  const size_t level = 3;
  S_quota quota = S_quota_of(reports, count);
  hhp__putc(out, '{');
  S_put_member(out, "$schema", json_string("https://json.schemastore.org/sarif-2.1.0.json"), 1, 1);
  S_put_member(out, "version", json_string("2.1.0"), 1, 0);
  hhp__put_name(out, 0, "runs", 1);
  hhp__puts(out, "[\n    {");
  hhp__put_name(out, 1, "tool", level);
  hhp__putc(out, '{');
  hhp__put_name(out, 1, "driver", level + 1);
  hhp__sarif_put_driver(out, options->lang, level + 1);
  hhp__put_break(out, 1, level);
  hhp__putc(out, '}');
  S_put_invocations(out, reports, count, options, &quota, level);
  S_put_member(out, "language", json_string(options->lang == HHP_LANG_DA ? "da" : "en"), level, 0);
  S_put_member(out, "automationDetails", json_pack("{s:s}", "id", "helhedsplan/"), level, 0);
  S_put_member(out, "originalUriBaseIds", S_base_ids(options->lang), level, 0);
  S_put_member(out, "defaultEncoding", json_string("UTF-8"), level, 0);
  S_put_member(out, "newlineSequences", json_pack("[s, s, s]", "\r\n", "\n", "\r"), level, 0);
  S_put_member(out, "columnKind", json_string("unicodeCodePoints"), level, 0);
  S_put_artifacts(out, reports, count, options, level);
  S_put_results(out, reports, count, options, &quota, level);
  hhp__puts(out, "\n    }\n  ]\n}\n");
}
