/* One check of a plan. */
#ifndef HHP_DATABASE_CHECK_H
#define HHP_DATABASE_CHECK_H

#include "database/question.h"

/* Owns what a check needs. Zeroed before the first use. */
typedef struct db_check {
  hhp_check_options *options;
  hhp_scheme *own_scheme;
  hhp_report *report;
} db_check;

/* Checks the plan; `report` then has the findings. With `wants_sha256` the report has that too, which takes longer than the
 * check. On failure nothing needs to be freed. */
hhp_status db_check_run(db_check *check, const db_question *question, int wants_sha256, db_fault *fault);

void db_check_free(db_check *check);

#endif
