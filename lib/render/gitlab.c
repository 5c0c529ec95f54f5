/* GitLab Code Quality. GitLab reads the array up to the first invalid entry and silently ignores the rest, so every
 * entry is complete: a path, a first line of at least 1, and a unique fingerprint. */
#include <string.h>

#include "base/index.h"
#include "base/safe.h"
#include "base/sha256.h"
#include "render/ci_select.h"
#include "render/shown_json.h"
#include "report/fingerprint.h"
#include "json/write.h"

enum { MOST_ISSUES = 50000 }; /* about 25 MB, which GitLab reads in well under a minute */

static const char *const S_severities[] = {"info", "info", "minor", "major"};

typedef struct {
  hhp__buffer *out;
  const hhp_render_options *options;
  size_t count;
  hhp__index paths; /* path -> number of earlier reports with that path */
} S_list;

/* A report, with the path to list it under. */
typedef struct {
  const hhp_report *report;
  const char *path;
  const char *key; /* input of the fingerprints: the path, with a number if an earlier report has the same */
} S_file;

typedef struct {
  const char *path;
  const char *check;
  const char *severity;
  size_t line; /* 0: unknown */
  size_t end_line;
  char fingerprint[65];
} S_issue;

static json_t *S_issue_json(const S_issue *issue, const hhp__buffer *description) {
  size_t line = issue->line > 0 ? issue->line : 1;
  size_t end = issue->end_line > line ? issue->end_line : line;
  if (description->failed)
    return NULL;
  return json_pack("{s:o, s:s, s:s, s:s, s:{s:o, s:{s:I, s:I}}}",    //
                   "description", hhp__string_of(description->text), //
                   "check_name", issue->check,                       //
                   "fingerprint", issue->fingerprint,                //
                   "severity", issue->severity,                      //
                   "location", "path", hhp__string_of(issue->path),  //
                   "lines", "begin", (json_int_t)line, "end", (json_int_t)end);
}

/* Frees the description. */
static void S_put_issue(S_list *list, const S_issue *issue, hhp__buffer *description) {
  hhp__put_break(list->out, list->count == 0, 1);
  hhp__put_shown_json(list->out, S_issue_json(issue, description), 1);
  hhp__buffer_free(description);
  list->count++;
}

static void S_put_finding(S_list *list, const S_file *file, size_t index) {
  const hhp_finding *f = hhp_report_at(file->report, index);
  const char *message = hhp_finding_message(f, list->options->lang);
  hhp__buffer description = {0};
  if (message == NULL) {
    list->out->failed = 1;
    return;
  }
  S_issue issue = {
      .path = file->path,
      .check = hhp_finding_rule(f),
      .severity = S_severities[hhp_finding_severity(f)],
      .line = hhp_finding_line(f),
      .end_line = hhp_finding_end_line(f),
  };
  hhp__fingerprint(file->report, index, file->key, issue.fingerprint);
  hhp__puts(&description, hhp_finding_rule(f));
  hhp__puts(&description, ": ");
  hhp__put_safe(&description, message, strlen(message));
  S_put_issue(list, &issue, &description);
}

/* An issue about the file as a whole that is not a finding. */
static void S_put_file_issue(S_list *list, const S_file *file, const char *check, const char *severity,
                             hhp__buffer *description) {
  S_issue issue = {.path = file->path, .check = check, .severity = severity};
  hhp__buffer parts = {0};
  hhp__puts(&parts, check);
  hhp__putc(&parts, '\0');
  hhp__puts(&parts, file->key);
  if (parts.failed)
    list->out->failed = 1;
  else
    hhp__sha256_hex(parts.text, parts.length, issue.fingerprint);
  hhp__buffer_free(&parts);
  S_put_issue(list, &issue, description);
}

static void S_put_unreadable(S_list *list, const S_file *file) {
  hhp__buffer description = {0};
  hhp__puts(&description, hhp_status_message(hhp_report_unreadable(file->report), list->options->lang));
  S_put_file_issue(list, file, "unreadable", "blocker", &description);
}

static void S_put_file(S_list *list, const S_file *file) {
  int32_t worst = HHP_SEVERITY_INFO;
  size_t further = hhp__omitted_listed(file->report, list->options, &worst);
  if (hhp_report_unreadable(file->report) != HHP_OK)
    S_put_unreadable(list, file);
  for (size_t i = 0; i < hhp_report_count(file->report) && !list->out->failed; i++) {
    const hhp_finding *f = hhp_report_at(file->report, i);
    if (hhp_finding_is_waived(f) || !hhp__is_listed(f, list->options))
      continue;
    if (list->count < MOST_ISSUES) {
      S_put_finding(list, file, i);
      continue;
    }
    further++;
    if (hhp_finding_severity(f) > worst)
      worst = hhp_finding_severity(f);
  }
  if (further > 0) {
    hhp__buffer description = {0};
    hhp__put_omitted_note(&description, further, list->options->lang);
    S_put_file_issue(list, file, "further-findings", S_severities[worst], &description);
  }
}

/* GitLab drops an issue with a known fingerprint, so reports with the same path are distinguished by a number after
 * "//", which no path of the command contains. */
static void S_put_report(S_list *list, const hhp_report *report) {
  S_file file = {.report = report, .path = hhp__listed_path(report, list->options)};
  hhp__slot *slot = hhp__index_add(&list->paths, file.path, strlen(file.path));
  if (slot == NULL) {
    list->out->failed = 1;
    return;
  }
  uintptr_t before = (uintptr_t)slot->value;
  slot->value = (void *)(before + 1);
  hhp__buffer key = {0};
  hhp__puts(&key, file.path);
  if (before > 0) {
    hhp__puts(&key, "//");
    hhp__put_number(&key, (int64_t)before);
  }
  file.key = key.text;
  if (key.failed)
    list->out->failed = 1;
  else
    S_put_file(list, &file);
  hhp__buffer_free(&key);
}

void hhp__render_gitlab(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                        const hhp_render_options *options) {
  S_list list = {.out = out, .options = options};
  hhp__putc(out, '[');
  for (size_t i = 0; i < count && !out->failed; i++)
    S_put_report(&list, reports[i]);
  if (list.count > 0)
    hhp__put_break(out, 1, 0);
  hhp__puts(out, "]\n");
  hhp__index_free(&list.paths);
}
