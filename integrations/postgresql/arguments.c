/* Values of PostgreSQL as those of the library, and back; errors. */
#include "postgresql/extension.h"

#include <mb/pg_wchar.h>
#include <string.h>
#include <utils/builtins.h>
#include <utils/date.h>
#include <utils/datetime.h>
#include <utils/jsonb.h>

/* Memory that palloc() would refuse is not asked for: a plan that is too large is an error of its own. */
static const char *S_utf8_of(const char *text, int length, size_t *utf8_length) {
  if ((size_t)length > DB_LARGEST_PLAN)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the plan is larger than 256 MiB")));
  const char *utf8 = pg_server_to_any(text, length, PG_UTF8);
  *utf8_length = utf8 == text ? (size_t)length : strlen(utf8);
  return utf8;
}

static const char *S_plan_of(Datum plan, pg_plan_type type, size_t *length) {
  if (type == PG_PLAN_JSONB) {
    Jsonb *tree = DatumGetJsonbP(plan);
    StringInfoData text;
    initStringInfo(&text);
    JsonbToCString(&text, &tree->root, (int)VARSIZE(tree));
    return S_utf8_of(text.data, text.len, length);
  }
  text *whole = DatumGetTextPP(plan);
  return S_utf8_of(VARDATA_ANY(whole), (int)VARSIZE_ANY_EXHDR(whole), length);
}

/* A text ends in NUL, as texts of PostgreSQL cannot contain it. */
static const char *S_word_of(FunctionCallInfo call, int position) {
  if (call->args[position].isnull)
    return NULL;
  char *word = text_to_cstring(DatumGetTextPP(call->args[position].value));
  return pg_server_to_any(word, (int)strlen(word), PG_UTF8);
}

static int32_t S_day_of(FunctionCallInfo call, int position) {
  int year, month, day;
  if (call->args[position].isnull)
    return 0;
  DateADT date = DatumGetDateADT(call->args[position].value);
  if (!DATE_NOT_FINITE(date)) {
    j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
    if (year >= 1 && year <= 9999)
      return year * 10000 + month * 100 + day;
  }
  ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("today: not a day of the years 1 to 9999")));
}

static void S_read_argument(FunctionCallInfo call, pg_plan_type type, int position, db_argument argument,
                            db_question *question) {
  switch (argument) {
  case DB_PLAN:
    question->json = S_plan_of(call->args[position].value, type, &question->length);
    return;
  case DB_STAGE:
    question->stage = S_word_of(call, position);
    return;
  case DB_TODAY:
    question->today = S_day_of(call, position);
    return;
  case DB_SCHEME:
    question->scheme = S_word_of(call, position);
    return;
  case DB_TABLE:
    question->table = S_word_of(call, position);
    return;
  case DB_ARGUMENTS:
    return;
  }
}

bool pg_question_of(FunctionCallInfo call, pg_plan_type type, const pg_arguments *arguments, db_question *question) {
  memset(question, 0, sizeof(*question));
  if (call->args[0].isnull)
    return false;
  for (int i = 0; i < arguments->count; i++)
    S_read_argument(call, type, i, arguments->arguments[i], question);
  return true;
}

Datum pg_text_of(const char *text, size_t length) {
  const char *converted = pg_any_to_server(text, (int)length, PG_UTF8);
  return PointerGetDatum(cstring_to_text_with_len(converted, converted == text ? (int)length : (int)strlen(converted)));
}

Datum pg_jsonb_of(const char *json, size_t length) {
  char *converted = pg_any_to_server(json, (int)length, PG_UTF8);
  return DirectFunctionCall1(jsonb_in, CStringGetDatum(converted));
}

static int S_code_of(hhp_status status) {
  switch (status) {
  case HHP_ERR_NOMEM:
    return ERRCODE_OUT_OF_MEMORY;
  case HHP_ERR_DOCUMENT:
    return ERRCODE_DATA_EXCEPTION;
  default:
    return ERRCODE_INVALID_PARAMETER_VALUE;
  }
}

/* The text is shown as it is if the database has all characters; else only its ASCII, rather than another error. */
void pg_fail(const db_fault *fault) {
  char text[sizeof(fault->text)];
  memcpy(text, fault->text, sizeof(text));
  if (GetDatabaseEncoding() != PG_UTF8)
    for (char *c = text; *c != '\0'; c++)
      if ((*c & 0x80) != 0)
        *c = '?';
  ereport(ERROR, (errcode(S_code_of(fault->status)), errmsg("%s", text)));
}
