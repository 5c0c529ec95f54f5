/* The parts of the PostgreSQL extension. */
#ifndef HHP_POSTGRESQL_EXTENSION_H
#define HHP_POSTGRESQL_EXTENSION_H

#include <postgres.h>

#include <fmgr.h>

#include "database/question.h"

/* The type of the argument that has the plan; json is stored as text is. */
typedef enum pg_plan_type { PG_PLAN_TEXT, PG_PLAN_JSONB } pg_plan_type;

/* The arguments of an SQL function, in order; the first is the plan. */
typedef struct pg_arguments {
  int count;
  db_argument arguments[DB_ARGUMENTS];
} pg_arguments;

/* Whether the plan is not NULL, and the question about it, in UTF-8 and in the current memory context. */
bool pg_question_of(FunctionCallInfo call, pg_plan_type type, const pg_arguments *arguments, db_question *question);

/* A text of the library as one of the database, in its encoding. */
Datum pg_text_of(const char *text, size_t length);

/* A JSON text of the library as jsonb. */
Datum pg_jsonb_of(const char *json, size_t length);

/* Reports the fault as an error of PostgreSQL. No memory of the library may be held. */
void pg_attribute_noreturn() pg_fail(const db_fault *fault);

/* Defines the C functions NAME_text and NAME_jsonb of the SQL function NAME: FUNCTION, with the type of the plan. */
#define PG_FUNCTION_OF_PLAN(NAME, FUNCTION) \
  PG_FUNCTION_INFO_V1(NAME##_text);         \
  Datum NAME##_text(PG_FUNCTION_ARGS) {     \
    return FUNCTION(fcinfo, PG_PLAN_TEXT);  \
  }                                         \
  PG_FUNCTION_INFO_V1(NAME##_jsonb);        \
  Datum NAME##_jsonb(PG_FUNCTION_ARGS) {    \
    return FUNCTION(fcinfo, PG_PLAN_JSONB); \
  }                                         \
  extern Datum NAME##_jsonb(PG_FUNCTION_ARGS)

#endif
