/* What a query asks of the library, and why it cannot be answered. Shared by the extensions of the databases, which convert
 * their own values to these and back. Nothing here depends on a database. */
#ifndef HHP_DATABASE_QUESTION_H
#define HHP_DATABASE_QUESTION_H

#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/helhedsplan.h>

/* The largest plan, as in hhp_plan_load(): memory is several times the plan's. */
#define DB_LARGEST_PLAN ((size_t)256 << 20)

/* The arguments of the SQL functions. */
typedef enum db_argument { DB_PLAN, DB_STAGE, DB_TODAY, DB_SCHEME, DB_TABLE, DB_ARGUMENTS } db_argument;

/* A plan, and what is asked of it. Borrowed. */
typedef struct db_question {
  const char *json; /* UTF-8; need not end in NUL, and may contain NUL */
  size_t length;
  const char *stage;  /* a word, such as "full"; NULL: by the status of the plan */
  int32_t today;      /* yyyymmdd; 0: rules that need a day are not checked */
  const char *scheme; /* id of a built-in scheme, or the JSON of another; NULL: the one that the plan names */
  const char *table;  /* name of a table, such as "budget" */
} db_question;

/* The error of a query, for its author. Findings of a plan are none. */
typedef struct db_fault {
  hhp_status status;
  char text[400]; /* English, UTF-8 */
} db_fault;

/* Sets the fault, with the printf-style text, and returns its status. */
hhp_status db_fail(db_fault *fault, hhp_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Parses "YYYY-MM-DD" to yyyymmdd. */
hhp_status db_parse_day(const char *text, int32_t *day, db_fault *fault);

/* The scheme of the question: borrowed in `scheme`; in `own` too, to be freed, if it is not built in. Both NULL for none. */
hhp_status db_find_scheme(const char *text, const hhp_scheme **scheme, hhp_scheme **own, db_fault *fault);

/* Reads the plan. The fault of a text that does not have the form of a plan (HHP_ERR_DOCUMENT) has its first finding. */
hhp_status db_read_plan(const char *json, size_t length, hhp_plan **plan, db_fault *fault);

#endif
