/* Reading the text of a document: decoding it, running the rules, and locating the findings. hhp_plan_parse(),
 * hhp_scheme_parse() and hhp_check() all call S_read(), so that they report the same findings about the form of a
 * document. */
#include "document/read.h"

#include <string.h>

#include <helhedsplan/check.h>

#include "base/sha256.h"
#include "document/decode.h"
#include "rules/check.h"
#include "rules/suggest_ids.h"

/* What the document is read for: to be used, which needs only the rules on its form, or to be checked with all rules. */
typedef enum { TO_USE, TO_CHECK } S_purpose;

/* Runs the rules, unless the text could not be read to its end (`is_cut`) because of a syntax error. */
static hhp_status S_run_rules(hhp__object *root, int is_cut, S_purpose purpose, const hhp_check_options *options,
                              hhp_report *report) {
  hhp__check check;
  hhp__check_begin(&check, root, options, report);
  if (!is_cut)
    hhp__suggest_ids(&check);
  if (!is_cut && purpose == TO_CHECK)
    hhp__check_run(&check);
  else if (!is_cut)
    hhp__check_form(&check);
  if (is_cut || root->is_unusable || purpose == TO_USE)
    check.stage = 0; /* the rules of no stage were run */
  if (purpose == TO_USE)
    check.scheme = NULL;
  return hhp__check_end(&check);
}

static hhp_status S_read(hhp__object *root, const char *json, size_t length, S_purpose purpose,
                         const hhp_check_options *options, hhp_report *report) {
  int is_cut = 0;
  hhp__report_begin(report);
  hhp_status status = hhp__decode(root, json, length, report, &is_cut);
  if (status == HHP_OK)
    status = S_run_rules(root, is_cut, purpose, options, report);
  if (status == HHP_OK)
    status = hhp__report_locate(report, json, length);
  if (status == HHP_OK && options != NULL && options->is_with_line_hashes)
    status = hhp__report_hash_lines(report, json, length);
  status = hhp__number_findings(report, status);
  hhp__report_count(report);
  if (status == HHP_OK && purpose == TO_CHECK && (options == NULL || !options->is_without_sha256))
    hhp__sha256_hex(json, length, report->sha256);
  return status;
}

const char *hhp__text_of_caller(const char *text, size_t *length) {
  if (text == NULL)
    return *length == 0 ? "" : NULL;
  if (*length > SIZE_MAX / 2)
    *length = strlen(text);
  return text;
}

hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report) {
  json = hhp__text_of_caller(json, &length);
  if (json == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__report_begin(report);
  hhp__object *root = hhp__document_new(HHP__E_plan);
  if (root == NULL)
    return HHP_ERR_NOMEM;
  hhp_status status = S_read(root, json, length, TO_CHECK, options, report);
  if (status == HHP_OK && report->is_complete && options != NULL && options->is_with_plan) {
    report->own_plan = (hhp_plan *)root;
    report->plan = report->own_plan;
  } else {
    hhp__document_free(root->document);
  }
  return status;
}

/* A plan with duplicate ids (HP107) or dangling references (HP108) can be used, so that a program can correct it; a
 * scheme must have no findings. */
static int S_is_usable(const hhp__object *root, const hhp_report *report) {
  for (uint32_t i = 0; i < report->findings.count; i++) {
    const hhp_finding *finding = report->findings.items[i];
    int rule = hhp__message_rule(finding->message);
    if (root->entity != HHP__E_plan || (rule != 107 && rule != 108))
      return 0;
  }
  return 1;
}

static hhp_status S_parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root) {
  hhp__object *made = hhp__document_new(entity);
  if (made == NULL)
    return HHP_ERR_NOMEM;
  hhp_status status = S_read(made, json, length, TO_USE, NULL, report);
  if (status == HHP_OK && !S_is_usable(made, report))
    status = HHP_ERR_DOCUMENT;
  if (status != HHP_OK) {
    hhp__document_free(made->document);
    return status;
  }
  *root = made;
  return HHP_OK;
}

hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root) {
  *root = NULL;
  json = hhp__text_of_caller(json, &length);
  if (json == NULL)
    return HHP_ERR_ARGUMENT;
  if (report != NULL)
    return S_parse(entity, json, length, report, root);
  hhp_report *own = NULL; /* needed without the caller's too: the findings decide whether the document is usable */
  hhp_status status = hhp_report_new(&own);
  if (status == HHP_OK)
    status = S_parse(entity, json, length, own, root);
  hhp_report_free(own);
  return status;
}
