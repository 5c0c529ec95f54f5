/* Table-valued functions: virtual tables whose last columns, hidden, are the arguments. */
#include <string.h>

#include "database/relation.h"
#include "sqlite/extension.h"

SQLITE_EXTENSION_INIT3

typedef struct S_table {
  sqlite3_vtab base;
  const db_relation *relation;
} S_table;

typedef struct S_cursor {
  sqlite3_vtab_cursor base;
  const db_relation *relation;
  db_rows rows;
  int is_empty; /* the plan is NULL */
} S_cursor;

/* Columns have the types of their values; names are quoted, since `column` and `offset` are words of SQL. */
static void S_put_declaration(hhp__buffer *out, const db_relation *relation) {
  hhp__puts(out, "CREATE TABLE rows(");
  for (int i = 0; i < relation->column_count; i++) {
    db_kind kind = relation->columns[i].kind;
    hhp__putc(out, '"');
    hhp__puts(out, relation->columns[i].name);
    hhp__puts(out, kind == DB_TEXT || kind == DB_JSON ? "\" TEXT, " : "\" INTEGER, ");
  }
  for (int i = 0; i < relation->argument_count; i++) {
    hhp__puts(out, i == 0 ? "\"" : ", \"");
    hhp__puts(out, db_argument_name(relation->arguments[i]));
    hhp__puts(out, "\" HIDDEN");
  }
  hhp__putc(out, ')');
}

static int S_declare(sqlite3 *db, const db_relation *relation) {
  hhp__buffer declaration = {0};
  S_put_declaration(&declaration, relation);
  int code = declaration.failed ? SQLITE_NOMEM : sqlite3_declare_vtab(db, declaration.text);
  hhp__buffer_free(&declaration);
  return code == SQLITE_OK ? sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS) : code;
}

static int S_connect(sqlite3 *db, void *relation, int argc, const char *const *argv, sqlite3_vtab **connected,
                     char **error) {
  (void)argc;
  (void)argv;
  (void)error;
  int code = S_declare(db, relation);
  if (code != SQLITE_OK)
    return code;
  S_table *table = sqlite3_malloc64(sizeof(*table));
  if (table == NULL)
    return SQLITE_NOMEM;
  memset(table, 0, sizeof(*table));
  table->relation = relation;
  *connected = &table->base;
  return SQLITE_OK;
}

static int S_disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

/* The number of the query plan is the mask of the arguments that are passed, in the order of their columns. */
static int S_best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  const db_relation *relation = ((S_table *)table)->relation;
  int at[DB_ARGUMENTS], usable = 0, unusable = 0, passed = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    int argument = info->aConstraint[i].iColumn - relation->column_count;
    if (argument < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
      continue;
    *(info->aConstraint[i].usable ? &usable : &unusable) |= 1 << argument;
    if (info->aConstraint[i].usable)
      at[argument] = i;
  }
  if ((unusable & ~usable) != 0)
    return SQLITE_CONSTRAINT; /* an argument from a table that is read later */
  for (int argument = 0; argument < relation->argument_count; argument++) {
    if ((usable & 1 << argument) == 0)
      continue;
    info->aConstraintUsage[at[argument]].argvIndex = ++passed;
    info->aConstraintUsage[at[argument]].omit = 1;
  }
  info->idxNum = usable;
  info->estimatedCost = 10000;
  info->estimatedRows = 50;
  return SQLITE_OK;
}

static int S_open(sqlite3_vtab *table, sqlite3_vtab_cursor **opened) {
  S_cursor *cursor = sqlite3_malloc64(sizeof(*cursor));
  if (cursor == NULL)
    return SQLITE_NOMEM;
  memset(cursor, 0, sizeof(*cursor));
  cursor->relation = ((S_table *)table)->relation;
  *opened = &cursor->base;
  return SQLITE_OK;
}

static int S_close(sqlite3_vtab_cursor *closed) {
  S_cursor *cursor = (S_cursor *)closed;
  db_rows_free(&cursor->rows);
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int S_fail(sqlite3_vtab *table, const db_fault *fault) {
  int code = sqlite_code_of(fault->status);
  if (code == SQLITE_NOMEM)
    return code;
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", fault->text);
  return table->zErrMsg == NULL ? SQLITE_NOMEM : code;
}

static hhp_status S_read_question(const db_relation *relation, int mask, sqlite3_value **passed, db_question *question,
                                  db_fault *fault) {
  sqlite3_value *arguments[DB_ARGUMENTS] = {NULL};
  for (int i = 0; i < relation->argument_count; i++) {
    if ((mask & 1 << i) != 0)
      arguments[relation->arguments[i]] = *passed++;
    else if (i < relation->required_count)
      return db_fail(fault, HHP_ERR_ARGUMENT, "%s: the argument %s is missing", relation->name,
                     db_argument_name(relation->arguments[i]));
  }
  return sqlite_question_of(arguments, question, fault);
}

static int S_filter(sqlite3_vtab_cursor *filtered, int mask, const char *unused, int count, sqlite3_value **passed) {
  (void)unused;
  (void)count;
  S_cursor *cursor = (S_cursor *)filtered;
  db_question question = {0};
  db_fault fault;
  db_rows_free(&cursor->rows);
  cursor->is_empty = 0;
  if (S_read_question(cursor->relation, mask, passed, &question, &fault) != HHP_OK)
    return S_fail(filtered->pVtab, &fault);
  cursor->is_empty = question.json == NULL;
  if (!cursor->is_empty && cursor->relation->open(&cursor->rows, &question, &fault) != HHP_OK)
    return S_fail(filtered->pVtab, &fault);
  return SQLITE_OK;
}

static int S_next(sqlite3_vtab_cursor *advanced) {
  S_cursor *cursor = (S_cursor *)advanced;
  cursor->relation->next(&cursor->rows);
  return SQLITE_OK;
}

static int S_is_at_end(sqlite3_vtab_cursor *read) {
  S_cursor *cursor = (S_cursor *)read;
  return cursor->is_empty || cursor->relation->is_at_end(&cursor->rows);
}

static int S_column(sqlite3_vtab_cursor *read, sqlite3_context *context, int column) {
  S_cursor *cursor = (S_cursor *)read;
  db_cell cell;
  if (column >= cursor->relation->column_count)
    return SQLITE_OK; /* an argument: NULL */
  if (cursor->relation->cell(&cursor->rows, column, &cell) != HHP_OK)
    return SQLITE_NOMEM;
  if (cell.is_null)
    return SQLITE_OK;
  if (cell.text != NULL)
    sqlite3_result_text(context, cell.text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_int64(context, cell.number);
  return SQLITE_OK;
}

static int S_rowid(sqlite3_vtab_cursor *read, sqlite3_int64 *rowid) {
  *rowid = (sqlite3_int64)((S_cursor *)read)->rows.number + 1;
  return SQLITE_OK;
}

/* Without xCreate, it exists in every database, and only as a function. */
static const sqlite3_module S_module = {
    .xConnect = S_connect,
    .xBestIndex = S_best_index,
    .xDisconnect = S_disconnect,
    .xOpen = S_open,
    .xClose = S_close,
    .xFilter = S_filter,
    .xNext = S_next,
    .xEof = S_is_at_end,
    .xColumn = S_column,
    .xRowid = S_rowid,
};

int sqlite_add_relations(sqlite3 *db) {
  int code = sqlite3_create_module_v2(db, db_findings.name, &S_module, (void *)(uintptr_t)&db_findings, NULL);
  if (code != SQLITE_OK)
    return code;
  return sqlite3_create_module_v2(db, db_tables.name, &S_module, (void *)(uintptr_t)&db_tables, NULL);
}
