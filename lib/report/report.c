/* Creates and frees reports; accessors of reports. */
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "report/finding.h"

hhp_status hhp_report_new(hhp_report **report) {
  if (report == NULL)
    return HHP_ERR_ARGUMENT;
  *report = calloc(1, sizeof(**report));
  return *report == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

static void S_free_texts(hhp_finding *finding) {
  hhp__finding_texts *texts = atomic_load(&finding->texts);
  for (int is_remedy = 0; texts != NULL && is_remedy < 2; is_remedy++) {
    for (int lang = 0; lang < 2; lang++)
      free(atomic_load(&texts->of[is_remedy][lang]));
  }
  free(texts);
}

static void S_free_plan(hhp_report *report) {
  if (report->own_plan != NULL)
    hhp__document_free(report->own_plan->object.document);
  report->own_plan = NULL;
  report->plan = NULL;
}

static void S_clear(hhp_report *report) {
  for (uint32_t i = 0; i < report->findings.count; i++)
    S_free_texts(report->findings.items[i]);
  free((void *)report->findings.items);
  hhp__arena_free(&report->arena);
  S_free_plan(report);
}

void hhp__report_begin(hhp_report *report) {
  char *path = report->path;
  S_clear(report);
  *report = (hhp_report){.path = path};
}

void hhp_report_free(hhp_report *report) {
  if (report == NULL)
    return;
  S_clear(report);
  free(report->path);
  free(report);
}

void hhp__report_count(hhp_report *report) {
  memcpy(report->counts, report->omitted, sizeof(report->counts));
  report->waived = 0;
  for (uint32_t i = 0; i < report->findings.count; i++) {
    const hhp_finding *finding = report->findings.items[i];
    if (finding->is_waived)
      report->waived++;
    else
      report->counts[finding->severity]++;
  }
}

size_t hhp_report_count(const hhp_report *report) {
  return report == NULL ? 0 : report->findings.count;
}

const hhp_finding *hhp_report_at(const hhp_report *report, size_t index) {
  return report == NULL || index >= report->findings.count ? NULL : report->findings.items[index];
}

size_t hhp_report_error_count(const hhp_report *report) {
  return report == NULL ? 0 : report->counts[HHP_SEVERITY_ERROR];
}

size_t hhp_report_warning_count(const hhp_report *report) {
  return report == NULL ? 0 : report->counts[HHP_SEVERITY_WARNING];
}

size_t hhp_report_info_count(const hhp_report *report) {
  return report == NULL ? 0 : report->counts[HHP_SEVERITY_INFO];
}

size_t hhp_report_waived_count(const hhp_report *report) {
  return report == NULL ? 0 : report->waived;
}

size_t hhp_report_omitted_count(const hhp_report *report) {
  size_t count = 0;
  for (int severity = 0; report != NULL && severity <= HHP_SEVERITY_ERROR; severity++)
    count += report->omitted[severity];
  return count;
}

int32_t hhp_report_is_complete(const hhp_report *report) {
  return report != NULL && report->is_complete;
}

int hhp__report_is_unchecked(const hhp_report *report) {
  return hhp_report_unreadable(report) == HHP_OK && !hhp_report_is_complete(report) &&
         hhp_report_error_count(report) == 0;
}

const char *hhp_report_plan_id(const hhp_report *report) {
  return report == NULL ? NULL : report->plan_id;
}

const char *hhp_report_scheme_id(const hhp_report *report) {
  return report == NULL ? NULL : report->scheme_id;
}

int32_t hhp_report_stage(const hhp_report *report) {
  return report == NULL ? 0 : report->stage;
}

const char *hhp_report_sha256(const hhp_report *report) {
  return report == NULL || report->sha256[0] == '\0' ? NULL : report->sha256;
}

hhp_status hhp_report_unreadable(const hhp_report *report) {
  return report == NULL ? HHP_OK : report->unreadable;
}

hhp_status hhp_report_set_unreadable(hhp_report *report, hhp_status status) {
  if (report == NULL || status > HHP_OK)
    return HHP_ERR_ARGUMENT;
  hhp__report_begin(report);
  report->unreadable = status;
  return HHP_OK;
}

hhp_status hhp_report_set_plan(hhp_report *report, const hhp_plan *plan) {
  if (report == NULL || (plan != NULL && !report->is_complete))
    return HHP_ERR_ARGUMENT;
  if (plan == report->plan)
    return HHP_OK;
  S_free_plan(report);
  report->plan = plan;
  return HHP_OK;
}

const hhp_plan *hhp_report_plan(const hhp_report *report) {
  return report == NULL ? NULL : report->plan;
}

const char *hhp_report_path(const hhp_report *report) {
  return report == NULL ? NULL : report->path;
}

hhp_status hhp_report_set_path(hhp_report *report, const char *path) {
  if (report == NULL)
    return HHP_ERR_ARGUMENT;
  char *copy = NULL;
  if (path != NULL) {
    copy = malloc(strlen(path) + 1);
    if (copy == NULL)
      return HHP_ERR_NOMEM;
    strcpy(copy, path);
  }
  free(report->path);
  report->path = copy;
  return HHP_OK;
}
