/* What the results of several rows have in common. */
#include "database/relation.h"

#include <string.h>

const char *db_argument_name(db_argument argument) {
  static const char *const names[DB_ARGUMENTS] = {
      [DB_PLAN] = "plan", [DB_STAGE] = "stage", [DB_TODAY] = "today", [DB_SCHEME] = "scheme", [DB_TABLE] = "table_name",
  };
  return names[argument];
}

void db_rows_free(db_rows *rows) {
  db_check_free(&rows->check);
  hhp_plan_free(rows->plan);
  hhp__buffer_free(&rows->scratch);
  hhp_free(rows->json);
  memset(rows, 0, sizeof(*rows));
}
