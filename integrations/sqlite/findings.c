/* helhedsplan_findings(plan[, stage, today, scheme]): a row for each finding. */
#include <string.h>

#include "database/check.h"
#include "sqlite/virtual_table.h"

SQLITE_EXTENSION_INIT3

/* The columns are those of check.h, and then the arguments. */
static const sqlite_function_table S_shape = {
    "CREATE TABLE findings(rule TEXT, slug TEXT, severity TEXT, waived INTEGER, waiver_reason TEXT, pointer TEXT, "
    "entity TEXT, line INTEGER, \"column\" INTEGER, \"offset\" INTEGER, length INTEGER, message_da TEXT, "
    "message_en TEXT, remedy_da TEXT, remedy_en TEXT, arguments TEXT, "
    "plan HIDDEN, stage HIDDEN, today HIDDEN, scheme HIDDEN)",
    DB_FINDING_COLUMNS, 4, 1};

typedef struct S_cursor {
  sqlite3_vtab_cursor base;
  db_check check;
  hhp__buffer scratch;
  size_t row;
} S_cursor;

static int S_open(sqlite3_vtab *table, sqlite3_vtab_cursor **opened) {
  (void)table;
  S_cursor *cursor = sqlite3_malloc64(sizeof(*cursor));
  if (cursor == NULL)
    return SQLITE_NOMEM;
  memset(cursor, 0, sizeof(*cursor));
  *opened = &cursor->base;
  return SQLITE_OK;
}

static int S_close(sqlite3_vtab_cursor *closed) {
  S_cursor *cursor = (S_cursor *)closed;
  db_check_free(&cursor->check);
  hhp__buffer_free(&cursor->scratch);
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int S_filter(sqlite3_vtab_cursor *filtered, int mask, const char *unused, int count, sqlite3_value **passed) {
  (void)unused;
  S_cursor *cursor = (S_cursor *)filtered;
  sqlite3_value *arguments[SQLITE_MOST_ARGUMENTS];
  db_question question;
  db_fault fault;
  db_check_free(&cursor->check);
  cursor->row = 0;
  if (!sqlite_place_arguments(mask, count, passed, &S_shape, arguments)) {
    db_fail(&fault, HHP_ERR_ARGUMENT, "helhedsplan_findings: the plan is missing");
    return sqlite_fail_table(filtered->pVtab, &fault);
  }
  if (sqlite_question_of(SQLITE_MOST_ARGUMENTS, arguments, &question, &fault) != HHP_OK)
    return sqlite_fail_table(filtered->pVtab, &fault);
  if (question.json != NULL && db_check_run(&cursor->check, &question, 0, &fault) != HHP_OK)
    return sqlite_fail_table(filtered->pVtab, &fault);
  return SQLITE_OK;
}

static int S_next(sqlite3_vtab_cursor *cursor) {
  ((S_cursor *)cursor)->row++;
  return SQLITE_OK;
}

static int S_is_at_end(sqlite3_vtab_cursor *cursor) {
  return ((S_cursor *)cursor)->row >= hhp_report_count(((S_cursor *)cursor)->check.report);
}

static int S_column(sqlite3_vtab_cursor *read, sqlite3_context *context, int column) {
  S_cursor *cursor = (S_cursor *)read;
  db_cell cell;
  if (column >= DB_FINDING_COLUMNS)
    return SQLITE_OK; /* an argument: NULL */
  const hhp_finding *finding = hhp_report_at(cursor->check.report, cursor->row);
  if (db_finding_cell(finding, column, &cursor->scratch, &cell) != HHP_OK)
    return SQLITE_NOMEM;
  if (cell.is_null)
    return SQLITE_OK;
  if (cell.text != NULL)
    sqlite3_result_text(context, cell.text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_int64(context, cell.number);
  return SQLITE_OK;
}

static int S_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid) {
  *rowid = (sqlite3_int64)((S_cursor *)cursor)->row + 1;
  return SQLITE_OK;
}

/* Without xCreate, it exists in every database, and only as a function. */
static const sqlite3_module S_module = {
    .xConnect = sqlite_connect,
    .xBestIndex = sqlite_best_index,
    .xDisconnect = sqlite_disconnect,
    .xOpen = S_open,
    .xClose = S_close,
    .xFilter = S_filter,
    .xNext = S_next,
    .xEof = S_is_at_end,
    .xColumn = S_column,
    .xRowid = S_rowid,
};

int sqlite_add_findings(sqlite3 *db) {
  return sqlite3_create_module_v2(db, "helhedsplan_findings", &S_module, (void *)&S_shape, NULL);
}
