/* Checking a plan as a query asks. */
#include "database/check.h"

#include <string.h>

/* Unknown words are errors of the query: checked at another stage, a plan may pass. */
static hhp_status S_set_stage(hhp_check_options *options, const char *word, db_fault *fault) {
  if (word == NULL)
    return HHP_OK;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    if (strcmp(word, hhp_stage_name(stage)) == 0)
      return hhp_check_options_set_stage(options, stage);
  return db_fail(fault, HHP_ERR_ENUM, "stage: \"%.40s\" is not one of draft, prequal, full", word);
}

static hhp_status S_set_options(db_check *check, const db_question *question, int wants_sha256, db_fault *fault) {
  const hhp_scheme *scheme = NULL;
  hhp_status status = S_set_stage(check->options, question->stage, fault);
  if (status == HHP_OK)
    status = db_find_scheme(question->scheme, &scheme, &check->own_scheme, fault);
  if (status == HHP_OK)
    status = hhp_check_options_set_scheme(check->options, scheme);
  if (status == HHP_OK)
    status = hhp_check_options_set_sha256(check->options, wants_sha256);
  if (status != HHP_OK)
    return status;
  status = hhp_check_options_set_today(check->options, question->today);
  if (status == HHP_ERR_DATE)
    db_fail(fault, status, "today: %d is not a date", (int)question->today);
  return status;
}

hhp_status db_check_run(db_check *check, const db_question *question, int wants_sha256, db_fault *fault) {
  memset(check, 0, sizeof(*check));
  fault->status = HHP_OK;
  hhp_status status = hhp_check_options_new(&check->options);
  if (status == HHP_OK)
    status = hhp_report_new(&check->report);
  if (status == HHP_OK)
    status = S_set_options(check, question, wants_sha256, fault);
  if (status == HHP_OK)
    status = hhp_check(question->json, question->length, check->options, check->report);
  if (status == HHP_OK)
    return HHP_OK;
  db_check_free(check);
  if (fault->status == HHP_OK)
    db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
  return status;
}

void db_check_free(db_check *check) {
  hhp_report_free(check->report);
  hhp_check_options_free(check->options);
  hhp_scheme_free(check->own_scheme);
  memset(check, 0, sizeof(*check));
}
