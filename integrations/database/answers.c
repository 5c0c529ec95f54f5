/* The answers to questions of one value. */
#include "database/answers.h"

#include "cli/files/lossless.h"
#include "database/check.h"
#include "database/json_text.h"

hhp_status db_count(const db_question *question, int32_t severity, int64_t *count, db_fault *fault) {
  db_check check;
  hhp_status status = db_check_run(&check, question, 0, fault);
  if (status != HHP_OK)
    return status;
  *count = (int64_t)(severity == HHP_SEVERITY_ERROR     ? hhp_report_error_count(check.report)
                     : severity == HHP_SEVERITY_WARNING ? hhp_report_warning_count(check.report)
                                                        : hhp_report_info_count(check.report));
  db_check_free(&check);
  return HHP_OK;
}

hhp_status db_is_plan(const db_question *question, int32_t *answer, db_fault *fault) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, question->json, question->length, NULL);
  hhp_plan_free(plan);
  *answer = status == HHP_OK;
  if (status == HHP_OK || status == HHP_ERR_DOCUMENT)
    return HHP_OK;
  return db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
}

/* The result, and whether there is one. `answer` is HHP_OK with a result; HHP_ERR_DOCUMENT, HHP_ERR_NOT_FOUND (the scheme
 * that the plan names) or HHP_ERR_OVERFLOW without. */
static hhp_status S_calculate(const db_question *question, hhp_cofinancing_result *result, hhp_status *answer,
                              db_fault *fault) {
  const hhp_scheme *scheme = NULL;
  hhp_scheme *own = NULL;
  hhp_plan *plan = NULL;
  hhp_status status = db_find_scheme(question->scheme, &scheme, &own, fault);
  if (status != HHP_OK)
    return status;
  *answer = hhp_plan_parse(&plan, question->json, question->length, NULL);
  if (*answer == HHP_OK)
    *answer = hhp_plan_cofinancing(plan, scheme, result, sizeof(*result));
  hhp_plan_free(plan);
  hhp_scheme_free(own);
  if (*answer == HHP_OK || *answer == HHP_ERR_DOCUMENT || *answer == HHP_ERR_NOT_FOUND || *answer == HHP_ERR_OVERFLOW)
    return HHP_OK;
  return db_fail(fault, *answer, "%s", hhp_status_message(*answer, HHP_LANG_EN));
}

hhp_status db_share_bp(const db_question *question, int64_t *share_bp, db_fault *fault) {
  hhp_cofinancing_result result;
  hhp_status answer = HHP_OK;
  *share_bp = HHP_ABSENT;
  hhp_status status = S_calculate(question, &result, &answer, fault);
  if (status == HHP_OK && answer == HHP_OK)
    *share_bp = result.base == HHP_SHARE_BASE_GRANT ? result.share_of_grant_bp : result.share_of_total_bp;
  return status;
}

hhp_status db_verdict(const db_question *question, const char **word, db_fault *fault) {
  hhp_cofinancing_result result;
  hhp_status answer = HHP_OK;
  *word = NULL;
  hhp_status status = S_calculate(question, &result, &answer, fault);
  if (status != HHP_OK || answer == HHP_ERR_DOCUMENT)
    return status;
  int64_t verdict = answer == HHP_OK ? result.verdict : HHP_VERDICT_NOT_COMPUTABLE;
  *word = hhp_enum_word(hhp_enum_find("verdict"), (int32_t)verdict);
  return HHP_OK;
}

/* The result is an array of int64_t in the order of its figures; hhp_figure_count() of a newer library may be larger. */
static void S_put_figures(hhp__buffer *out, const hhp_cofinancing_result *result) {
  const int64_t *figures = (const int64_t *)result;
  size_t count = sizeof(*result) / sizeof(int64_t);
  hhp__puts(out, "{\"format\":\"helhedsplan-cofinancing/1\"");
  for (size_t i = 0; i < count && hhp_figure_name(i) != NULL; i++) {
    const hhp_enum *words = hhp_figure_enum(i);
    hhp__putc(out, ',');
    db_put_json_string(out, hhp_figure_name(i));
    hhp__putc(out, ':');
    if (words != NULL && figures[i] != HHP_ABSENT)
      db_put_json_string(out, hhp_enum_word(words, (int32_t)figures[i]));
    else
      db_put_json_number(out, figures[i]);
  }
  hhp__putc(out, '}');
}

hhp_status db_cofinancing(const db_question *question, char **json, size_t *length, db_fault *fault) {
  hhp_cofinancing_result result;
  hhp_status answer = HHP_OK;
  hhp__buffer out = {0};
  *json = NULL;
  hhp_status status = S_calculate(question, &result, &answer, fault);
  if (status != HHP_OK || answer != HHP_OK)
    return status;
  S_put_figures(&out, &result);
  if (out.failed) {
    hhp__buffer_free(&out);
    return db_fail(fault, HHP_ERR_NOMEM, "%s", hhp_status_message(HHP_ERR_NOMEM, HHP_LANG_EN));
  }
  *json = hhp__buffer_take(&out, length);
  return HHP_OK;
}

hhp_status db_report(const db_question *question, char **json, size_t *length, db_fault *fault) {
  db_check check;
  *json = NULL;
  hhp_status status = db_check_run(&check, question, 1, fault);
  if (status != HHP_OK)
    return status;
  status = hhp_report_render(check.report, HHP_FORMAT_JSON, NULL, json, length);
  db_check_free(&check);
  return status == HHP_OK ? HHP_OK : db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
}

static hhp_status S_check_lossless(const db_question *question, const char *json, size_t length, db_fault *fault) {
  enum { SHOWN = 60 };
  cli_lost lost;
  int result = lossless_compare(question->json, question->length, json, length, &lost);
  if (result < 0)
    return db_fail(fault, HHP_ERR_NOMEM, "%s", hhp_status_message(HHP_ERR_NOMEM, HHP_LANG_EN));
  if (result == 0)
    return HHP_OK;
  return db_fail(fault, HHP_ERR_DOCUMENT, "line %zu, column %zu: %.*s cannot be kept exactly in canonical form",
                 lost.line, lost.column, lost.length > SHOWN ? SHOWN : (int)lost.length,
                 lost.value == NULL ? "" : lost.value);
}

hhp_status db_canonical(const db_question *question, char **json, size_t *length, db_fault *fault) {
  hhp_plan *plan = NULL;
  *json = NULL;
  hhp_status status = db_read_plan(question->json, question->length, &plan, fault);
  if (status != HHP_OK)
    return status;
  status = hhp_plan_dump(plan, json, length);
  hhp_plan_free(plan);
  if (status != HHP_OK)
    return db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
  status = S_check_lossless(question, *json, *length, fault);
  if (status != HHP_OK) {
    hhp_free(*json);
    *json = NULL;
  }
  return status;
}
