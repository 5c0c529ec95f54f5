/* Reading the text of a document, and judging it. */
#include "document/parse.h"

#include <string.h>

#include <helhedsplan/check.h>

#include "base/sha256.h"
#include "document/decode.h"
#include "rules/check.h"
#include "rules/names.h"

static hhp_status S_locate(hhp_report *report, const char *json, size_t length, hhp_status status) {
  if (status == HHP_OK)
    status = hhp__report_locate(report, json, length);
  status = hhp__check_number(report, status);
  hhp__report_count(report);
  return status;
}

static hhp_status S_hash_lines(hhp_report *report, const char *json, size_t length) {
  hhp_status status = hhp__report_hash_lines(report, json, length);
  if (status != HHP_OK)
    hhp__report_begin(report);
  return status;
}

/* What the reader says, and then, unless the text was cut off, what can only be seen in the whole. */
hhp_status hhp__read_document(hhp__object *root, const char *json, size_t length, hhp_report *report, int *is_sound) {
  int is_cut = 0;
  hhp__report_begin(report);
  hhp_status status = hhp__decode(root, json, length, report, &is_cut);
  if (status == HHP_OK && !is_cut) {
    hhp__check check = {.root = root, .report = report, .suggestions = HHP__MOST_SUGGESTIONS};
    if (root->entity == HHP__E_plan) {
      check.plan = (const hhp_plan *)root;
      check.scheme = hhp_scheme_find(check.plan->scheme);
    }
    hhp__suggest_ids(&check);
    check.scheme = NULL;
    hhp__rule_missing_member(&check);
    *is_sound = report->findings.count == 0;
    hhp__rule_duplicate_id(&check);
    if (check.plan != NULL)
      hhp__rule_unknown_reference(&check);
    else
      hhp__check_scheme(&check, (const hhp_scheme *)root);
    if (check.plan == NULL && report->findings.count > 0)
      *is_sound = 0;
    status = hhp__check_end(&check);
  }
  return S_locate(report, json, length, status);
}

hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report) {
  if (json == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  if (length == HHP_NUL_TERMINATED)
    length = strlen(json);
  hhp__report_begin(report);
  hhp_plan *plan = (hhp_plan *)hhp__document_new(HHP__E_plan);
  if (plan == NULL)
    return HHP_ERR_NOMEM;
  int is_cut = 0;
  hhp_status status = hhp__decode(&plan->object, json, length, report, &is_cut);
  if (status == HHP_OK) {
    hhp__check check;
    hhp__check_begin(&check, plan, options, report);
    if (!is_cut) {
      hhp__suggest_ids(&check);
      hhp__check_run(&check);
    }
    status = hhp__check_end(&check);
    if (is_cut || plan->object.is_unusable)
      report->stage = 0;
  }
  status = S_locate(report, json, length, status);
  if (status == HHP_OK && options != NULL && options->is_with_line_hashes)
    status = S_hash_lines(report, json, length);
  if (status == HHP_OK && (options == NULL || !options->is_without_sha256))
    hhp__sha256_hex(json, length, report->sha256);
  hhp__document_free(plan->object.document);
  return status;
}
