/* The functions with one result. They are declared IMMUTABLE, which they are with one version of the library: its next one may
 * have other rules. docs/databases.md describes what to renew then. */
#include "postgresql/extension.h"

#include <miscadmin.h>
#include <string.h>
#include <utils/memutils.h>

#include "database/answers.h"

PG_MODULE_MAGIC;

static const pg_arguments S_how_to_check = {4, {DB_PLAN, DB_STAGE, DB_TODAY, DB_SCHEME}};
static const pg_arguments S_and_scheme = {2, {DB_PLAN, DB_SCHEME}};
static const pg_arguments S_plan_only = {1, {DB_PLAN}};

/* A call of the library takes milliseconds and cannot be interrupted, so that is checked before each. */
static bool S_has_question(FunctionCallInfo call, pg_plan_type type, const pg_arguments *arguments,
                           db_question *question) {
  CHECK_FOR_INTERRUPTS();
  return pg_question_of(call, type, arguments, question);
}

static Datum S_null(FunctionCallInfo call) {
  call->isnull = true;
  return (Datum)0;
}

static Datum S_count(FunctionCallInfo call, pg_plan_type type, int32_t severity) {
  db_question question;
  db_fault fault;
  int64_t found;
  if (!S_has_question(call, type, &S_how_to_check, &question))
    return S_null(call);
  if (db_count(&question, severity, &found, &fault) != HHP_OK)
    pg_fail(&fault);
  return Int64GetDatum(found);
}

static Datum S_errors(FunctionCallInfo call, pg_plan_type type) {
  return S_count(call, type, HHP_SEVERITY_ERROR);
}

static Datum S_warnings(FunctionCallInfo call, pg_plan_type type) {
  return S_count(call, type, HHP_SEVERITY_WARNING);
}

static Datum S_is_plan(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  db_fault fault;
  int32_t answer;
  if (!S_has_question(call, type, &S_plan_only, &question))
    return S_null(call);
  if (db_is_plan(&question, &answer, &fault) != HHP_OK)
    pg_fail(&fault);
  return BoolGetDatum(answer != 0);
}

static Datum S_share_bp(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  db_fault fault;
  int64_t share_bp;
  if (!S_has_question(call, type, &S_and_scheme, &question))
    return S_null(call);
  if (db_share_bp(&question, &share_bp, &fault) != HHP_OK)
    pg_fail(&fault);
  return share_bp == HHP_ABSENT ? S_null(call) : Int64GetDatum(share_bp);
}

static Datum S_verdict(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  db_fault fault;
  const char *word;
  if (!S_has_question(call, type, &S_and_scheme, &question))
    return S_null(call);
  if (db_verdict(&question, &word, &fault) != HHP_OK)
    pg_fail(&fault);
  return word == NULL ? S_null(call) : pg_text_of(word, strlen(word));
}

typedef hhp_status S_text_answer(const db_question *question, char **text, size_t *length, db_fault *fault);
typedef Datum S_conversion(const char *text, size_t length);

/* The memory of the library is freed also if PostgreSQL has none left for the result. */
static Datum S_convert(FunctionCallInfo call, const db_question *question, S_text_answer *answer,
                       S_conversion *converted) {
  db_fault fault;
  char *text = NULL;
  size_t length = 0;
  volatile Datum result = 0;
  if (answer(question, &text, &length, &fault) != HHP_OK)
    pg_fail(&fault);
  if (text == NULL)
    return S_null(call);
  PG_TRY();
  {
    if (length > MaxAllocSize / 4) /* the most that a conversion of the encoding can be given */
      ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the result is larger than 256 MiB")));
    result = converted(text, length);
  }
  PG_FINALLY();
  { hhp_free(text); }
  PG_END_TRY();
  return result;
}

static Datum S_fmt(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  if (!S_has_question(call, type, &S_plan_only, &question))
    return S_null(call);
  return S_convert(call, &question, db_canonical, pg_text_of);
}

static Datum S_cofinancing(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  if (!S_has_question(call, type, &S_and_scheme, &question))
    return S_null(call);
  return S_convert(call, &question, db_cofinancing, pg_jsonb_of);
}

static Datum S_report(FunctionCallInfo call, pg_plan_type type) {
  db_question question;
  if (!S_has_question(call, type, &S_how_to_check, &question))
    return S_null(call);
  return S_convert(call, &question, db_report, pg_jsonb_of);
}

PG_FUNCTION_OF_PLAN(helhedsplan_errors, S_errors);
PG_FUNCTION_OF_PLAN(helhedsplan_warnings, S_warnings);
PG_FUNCTION_OF_PLAN(helhedsplan_is_plan, S_is_plan);
PG_FUNCTION_OF_PLAN(helhedsplan_share_bp, S_share_bp);
PG_FUNCTION_OF_PLAN(helhedsplan_verdict, S_verdict);
PG_FUNCTION_OF_PLAN(helhedsplan_cofinancing, S_cofinancing);
PG_FUNCTION_OF_PLAN(helhedsplan_fmt, S_fmt);
PG_FUNCTION_OF_PLAN(helhedsplan_report, S_report);

PG_FUNCTION_INFO_V1(helhedsplan_version);
Datum helhedsplan_version(PG_FUNCTION_ARGS) {
  (void)fcinfo;
  const char *version = hhp_version_string();
  return pg_text_of(version, strlen(version));
}
