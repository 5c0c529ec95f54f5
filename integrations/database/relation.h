/* Results of several rows: the findings of a plan, and the tables in it. The databases read them row by row. */
#ifndef HHP_DATABASE_RELATION_H
#define HHP_DATABASE_RELATION_H

#include "base/buffer.h"
#include "database/check.h"

/* The types of columns. */
typedef enum db_kind { DB_TEXT = 1, DB_NUMBER, DB_BOOLEAN, DB_JSON, DB_POSITION } db_kind;

enum { DB_MOST_COLUMNS = 16 };

typedef struct db_column {
  const char *name;
  db_kind kind; /* DB_POSITION: a number that is only known of a text */
} db_column;

/* A cell. */
typedef struct db_cell {
  int is_null;
  int64_t number;   /* DB_NUMBER, DB_BOOLEAN, DB_POSITION */
  const char *text; /* DB_TEXT, DB_JSON; borrowed until the next cell is read */
} db_cell;

/* Rows that are being read. Zeroed before the first use, and freed by db_rows_free(). */
typedef struct db_rows {
  size_t number;  /* of the current row, from 0 */
  db_check check; /* of findings */
  hhp_plan *plan; /* of tables */
  const hhp_table *table;
  const hhp_object *row; /* NULL after the last */
  hhp__buffer scratch;
  char *json;
} db_rows;

/* One kind of result. Its columns and arguments are fixed, since databases store their names. */
typedef struct db_relation {
  const char *name; /* of the SQL function */
  int column_count;
  db_column columns[DB_MOST_COLUMNS];
  int argument_count, required_count; /* the required ones come first */
  db_argument arguments[DB_ARGUMENTS];

  hhp_status (*open)(db_rows *rows, const db_question *question, db_fault *fault);
  int (*is_at_end)(const db_rows *rows);
  void (*next)(db_rows *rows);
  hhp_status (*cell)(db_rows *rows, int column, db_cell *cell); /* HHP_OK or HHP_ERR_NOMEM */
} db_relation;

extern const db_relation db_findings; /* helhedsplan_findings(plan[, stage, today, scheme]) */
extern const db_relation db_tables;   /* helhedsplan_table(plan, name) */

/* The name of an argument in SQL. */
const char *db_argument_name(db_argument argument);

void db_rows_free(db_rows *rows);

#endif
