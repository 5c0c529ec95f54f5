/* Arguments of SQL functions. */
#include <string.h>

#include "database/relation.h"
#include "sqlite/extension.h"

SQLITE_EXTENSION_INIT3

const char *sqlite_text_of(sqlite3_value *value, size_t *length, int *failed) {
  *length = 0;
  int type = value == NULL ? SQLITE_NULL : sqlite3_value_type(value);
  if (type == SQLITE_NULL)
    return NULL;
  const char *text = type == SQLITE_BLOB ? sqlite3_value_blob(value) : (const char *)sqlite3_value_text(value);
  *length = (size_t)sqlite3_value_bytes(value);
  if (text != NULL)
    return text;
  if (type == SQLITE_BLOB && *length == 0)
    return "";
  *failed = 1;
  return NULL;
}

/* A text of one line. NUL ends C's texts, so one that contains it would be taken for its beginning. */
static const char *S_word_of(sqlite3_value *value, db_argument argument, db_fault *fault) {
  int failed = 0;
  size_t length;
  const char *text = sqlite_text_of(value, &length, &failed);
  if (failed)
    db_fail(fault, HHP_ERR_NOMEM, "out of memory");
  else if (text != NULL && sqlite3_value_type(value) == SQLITE_BLOB)
    db_fail(fault, HHP_ERR_ARGUMENT, "%s: a text is required, not a BLOB", db_argument_name(argument));
  else if (text != NULL && strlen(text) != length)
    db_fail(fault, HHP_ERR_ARGUMENT, "%s: the text contains a NUL", db_argument_name(argument));
  return text;
}

hhp_status sqlite_question_of(sqlite3_value *const arguments[DB_ARGUMENTS], db_question *question, db_fault *fault) {
  int failed = 0;
  memset(question, 0, sizeof(*question));
  fault->status = HHP_OK;
  question->stage = S_word_of(arguments[DB_STAGE], DB_STAGE, fault);
  question->scheme = S_word_of(arguments[DB_SCHEME], DB_SCHEME, fault);
  question->table = S_word_of(arguments[DB_TABLE], DB_TABLE, fault);
  const char *today = S_word_of(arguments[DB_TODAY], DB_TODAY, fault);
  if (today != NULL && fault->status == HHP_OK)
    db_parse_day(today, &question->today, fault);
  if (fault->status != HHP_OK)
    return fault->status;
  question->json = sqlite_text_of(arguments[DB_PLAN], &question->length, &failed);
  if (failed)
    return db_fail(fault, HHP_ERR_NOMEM, "out of memory");
  if (question->length > DB_LARGEST_PLAN)
    return db_fail(fault, HHP_ERR_TOO_LARGE, "the plan is larger than 256 MiB");
  return HHP_OK;
}

int sqlite_code_of(hhp_status status) {
  if (status == HHP_ERR_NOMEM)
    return SQLITE_NOMEM;
  return status == HHP_ERR_TOO_LARGE ? SQLITE_TOOBIG : SQLITE_ERROR;
}
