/* One check of a plan, and its findings as rows. */
#ifndef HHP_DATABASE_CHECK_H
#define HHP_DATABASE_CHECK_H

#include "base/buffer.h"
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

/* The types of columns. */
typedef enum db_kind { DB_TEXT = 1, DB_NUMBER = 2, DB_BOOLEAN = 3, DB_JSON = 4 } db_kind;

/* A cell. */
typedef struct db_cell {
  int is_null;
  int64_t number;   /* DB_NUMBER, DB_BOOLEAN */
  const char *text; /* DB_TEXT, DB_JSON; borrowed from the report or the scratch buffer */
} db_cell;

/* The columns of a finding, in order; their number is fixed, since databases store their names. */
enum { DB_FINDING_COLUMNS = 16 };

const char *db_finding_column_name(int column);
db_kind db_finding_column_kind(int column);

/* A cell of a finding. `scratch` holds texts that the report does not have, until its next use. Returns HHP_OK or
 * HHP_ERR_NOMEM. */
hhp_status db_finding_cell(const hhp_finding *finding, int column, hhp__buffer *scratch, db_cell *cell);

#endif
