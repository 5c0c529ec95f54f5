/* Table-valued functions: virtual tables whose last columns, hidden, are the arguments. */
#include "sqlite/virtual_table.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

typedef struct S_table {
  sqlite3_vtab base;
  const sqlite_function_table *shape;
} S_table;

int sqlite_connect(sqlite3 *db, void *shape, int argc, const char *const *argv, sqlite3_vtab **table, char **error) {
  (void)argc;
  (void)argv;
  (void)error;
  const sqlite_function_table *function = shape;
  int code = sqlite3_declare_vtab(db, function->declaration);
  if (code != SQLITE_OK)
    return code;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  S_table *created = sqlite3_malloc64(sizeof(*created));
  if (created == NULL)
    return SQLITE_NOMEM;
  memset(created, 0, sizeof(*created));
  created->shape = function;
  *table = &created->base;
  return SQLITE_OK;
}

int sqlite_disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

/* The number of the plan is the mask of the arguments that are passed, in the order of their columns. */
int sqlite_best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  const sqlite_function_table *shape = ((S_table *)table)->shape;
  int at[SQLITE_MOST_ARGUMENTS] = {-1, -1, -1, -1};
  int usable = 0, unusable = 0, passed = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    int argument = info->aConstraint[i].iColumn - shape->first_argument;
    if (argument < 0 || argument >= shape->arguments || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
      continue;
    if (!info->aConstraint[i].usable) {
      unusable |= 1 << argument;
    } else {
      usable |= 1 << argument;
      at[argument] = i;
    }
  }
  if ((unusable & ~usable) != 0)
    return SQLITE_CONSTRAINT; /* an argument from a table that is read later */
  for (int argument = 0; argument < shape->arguments; argument++) {
    if (at[argument] < 0)
      continue;
    info->aConstraintUsage[at[argument]].argvIndex = ++passed;
    info->aConstraintUsage[at[argument]].omit = 1;
  }
  info->idxNum = usable;
  info->estimatedCost = 10000;
  info->estimatedRows = 50;
  return SQLITE_OK;
}

int sqlite_place_arguments(int mask, int count, sqlite3_value **passed, const sqlite_function_table *shape,
                           sqlite3_value *arguments[SQLITE_MOST_ARGUMENTS]) {
  int next = 0, required = (1 << shape->required) - 1;
  for (int argument = 0; argument < SQLITE_MOST_ARGUMENTS; argument++)
    arguments[argument] = (mask & 1 << argument) != 0 && next < count ? passed[next++] : NULL;
  return (mask & required) == required;
}

int sqlite_fail_table(sqlite3_vtab *table, const db_fault *fault) {
  int code = sqlite_code_of(fault->status);
  if (code == SQLITE_NOMEM)
    return code;
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", fault->text);
  return table->zErrMsg == NULL ? SQLITE_NOMEM : code;
}
