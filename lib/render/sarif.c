/* SARIF 2.1.0: one run for all files, as GitHub's code scanning requires. The rest of a log is in sarif_*.c. */
#include <string.h>

#include "base/kroner.h"
#include "base/phrase.h"
#include "render/ci_select.h"
#include "render/sarif.h"

/* How many findings of each severity are included; waived ones count as OFF. */
typedef struct {
  size_t left[HHP_SEVERITY_ERROR + 1];
  size_t listed;
  size_t stored;
  size_t total;
} S_quota;

static int32_t S_rank(const hhp_finding *f) {
  return hhp_finding_is_waived(f) ? HHP_SEVERITY_OFF : hhp_finding_severity(f);
}

/* The most severe findings are included first. */
static S_quota S_quota_of(const hhp_report *const *reports, size_t count) {
  S_quota quota = {.listed = 0};
  for (size_t i = 0; i < count; i++) {
    quota.total += hhp_report_omitted_count(reports[i]);
    for (size_t k = 0; k < hhp_report_count(reports[i]); k++, quota.stored++)
      quota.left[S_rank(hhp_report_at(reports[i], k))]++;
  }
  quota.total += quota.stored;
  for (int32_t rank = HHP_SEVERITY_ERROR; rank >= HHP_SEVERITY_OFF; rank--) {
    size_t left = HHP__SARIF_MOST_RESULTS - quota.listed;
    if (quota.left[rank] > left)
      quota.left[rank] = left;
    quota.listed += quota.left[rank];
  }
  return quota;
}

static hhp__sarif_file S_file(const hhp_report *report, const hhp_render_options *options, size_t *next) {
  hhp__sarif_file file = {hhp__relative_path(report, options), *next};
  *next += file.path[0] != '\0';
  return file;
}

static void S_put_artifact(hhp__json_out *json, const hhp_report *report, const hhp__sarif_file *file) {
  hhp__json_open(json, NULL, '{');
  hhp__sarif_put_artifact_location(json, "location", file);
  hhp__json_open(json, "roles", '[');
  hhp__json_text(json, NULL, "analysisTarget");
  hhp__json_close(json, ']');
  hhp__json_text(json, "mimeType", "application/json");
  if (hhp_report_sha256(report) != NULL) {
    hhp__json_open(json, "hashes", '{');
    hhp__json_text(json, "sha-256", hhp_report_sha256(report));
    hhp__json_close(json, '}');
  }
  hhp__json_open(json, "properties", '{');
  hhp__json_text_if_any(json, "plan", hhp_report_plan_id(report));
  hhp__json_text_if_any(json, "scheme", hhp_report_scheme_id(report));
  hhp__json_text_if_any(json, "stage", hhp_stage_name(hhp_report_stage(report)));
  hhp__json_boolean(json, "complete", hhp_report_is_complete(report));
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
}

static void S_put_artifacts(hhp__json_out *json, const hhp_report *const *reports, size_t count,
                            const hhp_render_options *options) {
  hhp__json_open(json, "artifacts", '[');
  for (size_t i = 0, next = 0; i < count && !json->out->failed; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    if (file.path[0] != '\0')
      S_put_artifact(json, reports[i], &file);
  }
  hhp__json_close(json, ']');
}

/* Left open for more members. */
static void S_open_notification(hhp__json_out *json, int which, int32_t severity, hhp__buffer *text) {
  hhp__json_open(json, NULL, '{');
  hhp__sarif_put_notification_reference(json, "descriptor", which);
  hhp__json_text(json, "level", hhp__sarif_level(severity));
  hhp__sarif_take_message(json, "message", text);
}

static void S_put_file_of_notification(hhp__json_out *json, const hhp__sarif_file *file) {
  hhp__json_open(json, "locations", '[');
  hhp__json_open(json, NULL, '{');
  hhp__json_open(json, "physicalLocation", '{');
  hhp__sarif_put_artifact_location(json, "artifactLocation", file);
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
  hhp__json_close(json, ']');
}

static void S_put_unreadable(hhp__json_out *json, const hhp_report *report, const hhp__sarif_file *file, int32_t lang) {
  hhp_status status = hhp_report_unreadable(report);
  hhp__buffer text = {0};
  hhp__sarif_put(&text, file->path);
  hhp__puts(&text, file->path[0] == '\0' ? "" : ": ");
  hhp__sarif_put(&text, hhp_status_message(status, lang));
  S_open_notification(json, HHP__SARIF_UNREADABLE, HHP_SEVERITY_ERROR, &text);
  if (file->path[0] != '\0')
    S_put_file_of_notification(json, file);
  hhp__json_open(json, "properties", '{');
  hhp__json_text(json, "status", hhp_status_name(status));
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
}

/* What a report does not store may be graver than what it does. */
static void S_put_left_out(hhp__json_out *json, const S_quota *quota, int32_t lang) {
  static const hhp__phrase these[] = {{"Her er ", "These are "}, {"Her er de ", "These are the "}};
  static const hhp__phrase of[] = {{" af ", " of "}, {" alvorligste af ", " gravest of "}};
  int are_gravest = quota->stored == quota->total;
  hhp__buffer text = {0};
  char number[HHP__AMOUNT_SIZE];
  hhp__put_phrase(&text, these[are_gravest], lang);
  hhp__puts(&text, hhp__write_number((int64_t)quota->listed, lang, number));
  hhp__put_phrase(&text, of[are_gravest], lang);
  hhp__puts(&text, hhp__write_number((int64_t)quota->total, lang, number));
  hhp__put_phrase(&text, (hhp__phrase){" bemærkninger; de andre ", " findings; the other "}, lang);
  hhp__puts(&text, hhp__write_number((int64_t)(quota->total - quota->listed), lang, number));
  hhp__put_phrase(&text, (hhp__phrase){" er der ikke plads til i én log.", " do not fit in one log."}, lang);
  S_open_notification(json, HHP__SARIF_LEFT_OUT, HHP_SEVERITY_WARNING, &text);
  hhp__json_close(json, '}');
}

static void S_put_invocations(hhp__json_out *json, const hhp_report *const *reports, size_t count,
                              const hhp_render_options *options, const S_quota *quota) {
  int is_successful = 1;
  for (size_t i = 0; i < count; i++)
    is_successful = is_successful && hhp_report_unreadable(reports[i]) == HHP_OK;
  hhp__json_open(json, "invocations", '[');
  hhp__json_open(json, NULL, '{');
  hhp__json_boolean(json, "executionSuccessful", is_successful);
  hhp__json_open(json, "toolExecutionNotifications", '[');
  for (size_t i = 0, next = 0; i < count && !json->out->failed; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    if (hhp_report_unreadable(reports[i]) != HHP_OK)
      S_put_unreadable(json, reports[i], &file, options->lang);
  }
  if (quota->listed < quota->total)
    S_put_left_out(json, quota, options->lang);
  hhp__json_close(json, ']');
  hhp__json_close(json, '}');
  hhp__json_close(json, ']');
}

static void S_put_results(hhp__json_out *json, const hhp_report *const *reports, size_t count,
                          const hhp_render_options *options, S_quota *quota) {
  hhp__json_open(json, "results", '[');
  for (size_t i = 0, next = 0; i < count; i++) {
    hhp__sarif_file file = S_file(reports[i], options, &next);
    for (size_t k = 0; k < hhp_report_count(reports[i]) && !json->out->failed; k++) {
      size_t *left = &quota->left[S_rank(hhp_report_at(reports[i], k))];
      if (*left == 0)
        continue;
      --*left;
      hhp__sarif_put_result(json, reports[i], k, &file, options->lang);
    }
  }
  hhp__json_close(json, ']');
}

static void S_put_base_ids(hhp__json_out *json, int32_t lang) {
  static const hhp__phrase about = {"Roden af det, stierne er relative til, fx et repository.",
                                    "The root that paths are relative to, such as that of a repository."};
  hhp__json_open(json, "originalUriBaseIds", '{');
  hhp__json_open(json, "%SRCROOT%", '{');
  hhp__json_open(json, "description", '{');
  hhp__json_text(json, "text", hhp__in_lang(about, lang));
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
}

static void S_put_head(hhp__json_out *json, int32_t lang) {
  hhp__json_open(json, "automationDetails", '{');
  hhp__json_text(json, "id", "helhedsplan/");
  hhp__json_close(json, '}');
  S_put_base_ids(json, lang);
  hhp__json_text(json, "defaultEncoding", "UTF-8");
  hhp__json_open(json, "newlineSequences", '[');
  hhp__json_text(json, NULL, "\r\n");
  hhp__json_text(json, NULL, "\n");
  hhp__json_text(json, NULL, "\r");
  hhp__json_close(json, ']');
  hhp__json_text(json, "columnKind", "unicodeCodePoints");
}

void hhp__render_sarif(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                       const hhp_render_options *options) {
  S_quota quota = S_quota_of(reports, count);
  hhp__json_out json = {out, 0, 1};
  hhp__json_open(&json, NULL, '{');
  hhp__json_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  hhp__json_text(&json, "version", "2.1.0");
  hhp__json_open(&json, "runs", '[');
  hhp__json_open(&json, NULL, '{');
  hhp__json_open(&json, "tool", '{');
  hhp__sarif_put_driver(&json, options->lang);
  hhp__json_close(&json, '}');
  S_put_invocations(&json, reports, count, options, &quota);
  hhp__json_text(&json, "language", options->lang == HHP_LANG_DA ? "da" : "en");
  S_put_head(&json, options->lang);
  S_put_artifacts(&json, reports, count, options);
  S_put_results(&json, reports, count, options, &quota);
  hhp__json_close(&json, '}');
  hhp__json_close(&json, ']');
  hhp__json_close(&json, '}');
  hhp__putc(out, '\n');
}
