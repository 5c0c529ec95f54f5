/* Table-valued functions: virtual tables whose last columns, hidden, are the arguments. */
#ifndef HHP_SQLITE_VIRTUAL_TABLE_H
#define HHP_SQLITE_VIRTUAL_TABLE_H

#include "sqlite/extension.h"

/* One of them, without its arguments. */
typedef struct sqlite_function_table {
  const char *declaration; /* CREATE TABLE ... */
  int first_argument;      /* its column; the first `required` arguments cannot be left out */
  int arguments;
  int required;
} sqlite_function_table;

enum { SQLITE_MOST_ARGUMENTS = 4 };

/* xConnect, whose `shape` is a sqlite_function_table, and its counterparts. */
int sqlite_connect(sqlite3 *db, void *shape, int argc, const char *const *argv, sqlite3_vtab **table, char **error);
int sqlite_disconnect(sqlite3_vtab *table);
int sqlite_best_index(sqlite3_vtab *table, sqlite3_index_info *info);

/* In xFilter: puts the arguments in their places, NULL for those left out. Whether the required ones are there. */
int sqlite_place_arguments(int mask, int count, sqlite3_value **passed, const sqlite_function_table *shape,
                           sqlite3_value *arguments[SQLITE_MOST_ARGUMENTS]);

/* Sets the error message of the table; returns the result code. */
int sqlite_fail_table(sqlite3_vtab *table, const db_fault *fault);

#endif
