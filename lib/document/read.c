/* Reading the text of a document: decoding it, running the rules, and locating the findings. hhp_plan_parse(),
 * hhp_scheme_parse() and hhp_check() all call S_read(), so that they report the same findings about the form of a
 * document. */
#include "document/read.h"

#include <stdlib.h>
#include <string.h>

#include <helhedsplan/check.h>

#include "base/sha256.h"
#include "document/decode.h"
#include "report/wanted.h"
#include "rules/check.h"
#include "rules/suggest_ids.h"

/* What the document is read for: to be used, which needs only the rules on its form, or to be checked with all
 * rules. */
typedef enum { TO_USE, TO_CHECK } S_purpose;

/* Runs the rules, unless the text could not be read to its end (`is_cut`) because of a syntax error. */
static hhp_status S_run_rules(hhp__object *root, int is_cut, S_purpose purpose, const hhp_check_options *options,
                              hhp_report *report, hhp__wanted *wanted) {
  hhp__check check;
  hhp__check_begin(&check, root, options, report, wanted);
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

/* A text to be read, and what the texts of the document borrow from it. */
typedef struct {
  const char *json;
  size_t length;
  hhp__borrowed borrowed;
  int drops_document; /* it is only needed until the rules have run and places are found */
} S_source;

/* About what the document will take. Objects and lists take a quarter to three eighths of a text with much prose, and
 * texts that are copied up to five eighths. In one piece, it is memory that malloc keeps for the next document instead
 * of returning it. */
static size_t S_expected_size(const S_source *source) {
  size_t eighth = source->length / 8;
  return source->borrowed.json == NULL ? 5 * eighth : 3 * eighth;
}

/* What has to see the text as it was. */
static hhp_status S_refer_to_text(const S_source *source, S_purpose purpose, const hhp_check_options *options,
                                  hhp_report *report) {
  const char *json = source->json;
  size_t length = source->length;
  hhp_status status = hhp__report_locate(report, json, length);
  if (status == HHP_OK && options != NULL && options->is_with_line_hashes)
    status = hhp__report_hash_lines(report, json, length);
  if (status == HHP_OK && purpose == TO_CHECK && (options == NULL || !options->is_without_sha256))
    hhp__sha256_hex(json, length, report->sha256);
  return status;
}

/* Finds the places of findings that are fields of objects. Then the text of the source is as it was, so that the texts
 * of the document do not end in NUL meanwhile; and its memory is free for what follows, if it is dropped. */
static void S_leave_document(hhp__object *root, S_source *source, hhp__wanted *wanted, hhp_status status) {
  hhp__put_quotation_marks(&source->borrowed);
  if (status == HHP_OK)
    hhp__find_wanted(wanted, source->json);
  hhp__wanted_free(wanted);
  if (!source->drops_document)
    return;
  hhp__borrowed_free(&source->borrowed);
  hhp__document_free(root->document);
}

/* The text of the source is as it was afterwards. */
static hhp_status S_read(hhp__object *root, S_source *source, S_purpose purpose, const hhp_check_options *options,
                         hhp_report *report) {
  int is_cut = 0;
  hhp__wanted wanted = {0};
  hhp__report_begin(report);
  hhp_status status = hhp__decode(root, source->json, source->length, &source->borrowed, report, &is_cut);
  if (status == HHP_OK)
    status = S_run_rules(root, is_cut, purpose, options, report, &wanted);
  S_leave_document(root, source, &wanted, status);
  if (status == HHP_OK)
    status = S_refer_to_text(source, purpose, options, report);
  status = hhp__number_findings(report, status);
  hhp__report_count(report);
  return status;
}

/* The text that a caller passed with a length, which is then its length in bytes: that of a text ending in NUL is
 * counted, and NULL of length 0 is the empty text. Returns NULL for any other NULL. A length whose first bit is set is
 * HHP_NUL_TERMINATED, since not every language converts the constant -1 to SIZE_MAX, and no text is that long. */
static const char *S_text_of_caller(const char *text, size_t *length) {
  if (text == NULL)
    return *length == 0 ? "" : NULL;
  if (*length > SIZE_MAX / 2)
    *length = strlen(text);
  return text;
}

/* The text may be changed meanwhile if `borrowable` is that text, not NULL. */
static hhp_status S_check(const char *json, size_t length, char *borrowable, const hhp_check_options *options,
                          hhp_report *report) {
  hhp__report_begin(report);
  int keeps_plan = options != NULL && options->is_with_plan;
  S_source source = {.json = json,
                     .length = length,
                     .borrowed.json = keeps_plan ? NULL : borrowable, /* texts of a kept plan have to end in NUL */
                     .drops_document = !keeps_plan};
  hhp__object *root = hhp__document_new(HHP__E_plan, S_expected_size(&source));
  if (root == NULL)
    return HHP_ERR_NOMEM;
  hhp_status status = S_read(root, &source, TO_CHECK, options, report);
  if (status == HHP_OK && report->is_complete && keeps_plan)
    report->plan = report->own_plan = (hhp_plan *)root;
  else if (keeps_plan)
    hhp__document_free(root->document);
  return status;
}

hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report) {
  json = S_text_of_caller(json, &length);
  return json == NULL || report == NULL ? HHP_ERR_ARGUMENT : S_check(json, length, NULL, options, report);
}

hhp_status hhp_check_in_place(char *json, size_t length, const hhp_check_options *options, hhp_report *report) {
  const char *text = S_text_of_caller(json, &length);
  if (text == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  return S_check(text, length, json, options, report);
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

static hhp_status S_parse(uint8_t entity, S_source *source, hhp_report *report, hhp__object **root) {
  hhp__object *made = hhp__document_new(entity, S_expected_size(source));
  if (made == NULL)
    return HHP_ERR_NOMEM;
  hhp_status status = S_read(made, source, TO_USE, NULL, report);
  if (status == HHP_OK && !S_is_usable(made, report))
    status = HHP_ERR_DOCUMENT;
  if (status != HHP_OK) {
    hhp__document_free(made->document);
    return status;
  }
  *root = made;
  return HHP_OK;
}

/* A report is needed without the caller's too: the findings decide whether the document is usable. */
static hhp_status S_parse_with_report(uint8_t entity, S_source *source, hhp_report *report, hhp__object **root) {
  if (report != NULL)
    return S_parse(entity, source, report, root);
  hhp_report *own = NULL;
  hhp_status status = hhp_report_new(&own);
  if (status == HHP_OK)
    status = S_parse(entity, source, own, root);
  hhp_report_free(own);
  return status;
}

hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root) {
  *root = NULL;
  S_source source = {.json = S_text_of_caller(json, &length)};
  source.length = length;
  return source.json == NULL ? HHP_ERR_ARGUMENT : S_parse_with_report(entity, &source, report, root);
}

hhp_status hhp__parse_own(uint8_t entity, char *json, size_t length, hhp_report *report, hhp__object **root) {
  *root = NULL;
  S_source source = {.json = json, .length = length, .borrowed.json = json};
  hhp_status status = S_parse_with_report(entity, &source, report, root);
  if (status == HHP_OK && source.borrowed.length > 0) {
    hhp__put_nuls(&source.borrowed);
    (*root)->document->json = json;
  } else {
    free(json);
  }
  hhp__borrowed_free(&source.borrowed);
  return status;
}
