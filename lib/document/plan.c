/* Plans: created, read, written, freed. */
#include <stdlib.h>

#include <helhedsplan/check.h>
#include <helhedsplan/jansson.h>

#include "base/file.h"
#include "document/encode.h"
#include "document/read.h"
#include "model/model.h"

hhp_status hhp_plan_new(hhp_plan **plan) {
  if (plan == NULL)
    return HHP_ERR_ARGUMENT;
  *plan = (hhp_plan *)hhp__document_new(HHP__E_plan, 0);
  if (*plan == NULL)
    return HHP_ERR_NOMEM;
  (*plan)->format = hhp__entities[HHP__E_plan].format;
  return HHP_OK;
}

void hhp_plan_free(hhp_plan *plan) {
  if (plan != NULL)
    hhp__document_free(plan->object.document);
}

hhp_status hhp_plan_parse(hhp_plan **plan, const char *json, size_t length, hhp_report *report) {
  if (plan == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__object *root;
  hhp_status status = hhp__parse(HHP__E_plan, json, length, report, &root);
  *plan = (hhp_plan *)root;
  return status;
}

hhp_status hhp_plan_load(hhp_plan **plan, const char *path, hhp_report *report) {
  if (plan == NULL)
    return HHP_ERR_ARGUMENT;
  *plan = NULL;
  if (path == NULL)
    return HHP_ERR_ARGUMENT;
  char *bytes = NULL;
  size_t length = 0;
  hhp_status status = HHP_OK;
  if (report != NULL) {
    hhp__report_begin(report);
    status = hhp_report_set_path(report, path);
  }
  if (status == HHP_OK)
    status = hhp__file_status(hhp__read_file(path, HHP__LARGEST_FILE, &bytes, &length));
  if (status != HHP_OK)
    return status;
  hhp__object *root;
  status = hhp__parse_own(HHP__E_plan, bytes, length, report, &root);
  *plan = (hhp_plan *)root;
  return status;
}

hhp_status hhp_plan_dump(const hhp_plan *plan, char **json, size_t *length) {
  if (plan == NULL || json == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__buffer out = {0};
  hhp__put_document(&out, &plan->object);
  *json = hhp__buffer_take(&out, length);
  return *json == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

hhp_status hhp_plan_save(const hhp_plan *plan, const char *path) {
  if (plan == NULL || path == NULL)
    return HHP_ERR_ARGUMENT;
  char *json = NULL;
  size_t length = 0;
  hhp_status status = hhp_plan_dump(plan, &json, &length);
  if (status == HHP_OK)
    status = hhp__file_status(hhp__write_file(path, json, length));
  free(json);
  return status;
}

hhp_status hhp_plan_check(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report, char **json,
                          size_t *length) {
  char *text = NULL;
  size_t text_length = 0;
  if (json != NULL)
    *json = NULL;
  if (plan == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__report_begin(report);
  hhp_status status = hhp_plan_dump(plan, &text, &text_length);
  if (status == HHP_OK)
    status = hhp_check(text, text_length, options, report);
  if (status != HHP_OK || json == NULL) {
    free(text);
    return status;
  }
  *json = text;
  if (length != NULL)
    *length = text_length;
  return HHP_OK;
}

hhp_status hhp_plan_to_jansson(const hhp_plan *plan, json_t **json) {
  if (plan == NULL || json == NULL)
    return HHP_ERR_ARGUMENT;
  *json = hhp__object_to_json(&plan->object);
  return *json == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

/* Via text, so that values go through the same reader as files. The lines of that text are removed from the report,
 * since the caller has never seen it. */
hhp_status hhp_plan_from_jansson(hhp_plan **plan, const json_t *json, hhp_report *report) {
  if (plan == NULL || json == NULL)
    return HHP_ERR_ARGUMENT;
  *plan = NULL;
  if (report != NULL)
    hhp__report_begin(report);
  hhp__buffer text = {0};
  hhp_status status = hhp__put_json(&text, json);
  if (status == HHP_OK)
    status = hhp_plan_parse(plan, text.text, text.length, report);
  hhp__buffer_free(&text);
  if (report != NULL)
    hhp__report_forget_text(report);
  return status;
}
