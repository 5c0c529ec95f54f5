/* The functions with one result. All but helhedsplan_version() depend only on their arguments, so they may be used in CHECK
 * constraints, generated columns and indexes; those have to be renewed when the library is, since its rules change. */
#include <string.h>

#include "database/answers.h"
#include "sqlite/extension.h"

SQLITE_EXTENSION_INIT3

static void S_fail(sqlite3_context *context, const db_fault *fault) {
  int code = sqlite_code_of(fault->status);
  if (code == SQLITE_NOMEM) {
    sqlite3_result_error_nomem(context);
    return;
  }
  sqlite3_result_error(context, fault->text, -1);
  sqlite3_result_error_code(context, code);
}

/* Whether there is a plan. If not, the result is set: NULL, or an error. */
static int S_read_question(sqlite3_context *context, sqlite3_value *const arguments[DB_ARGUMENTS],
                           db_question *question) {
  db_fault fault;
  if (sqlite_question_of(arguments, question, &fault) == HHP_OK)
    return question->json != NULL;
  S_fail(context, &fault);
  return 0;
}

/* Arguments plan, stage, today and scheme, of which all but the first may be missing. */
static int S_has_question(sqlite3_context *context, int count, sqlite3_value **values, db_question *question) {
  sqlite3_value *arguments[DB_ARGUMENTS] = {[DB_PLAN] = values[0],
                                            [DB_STAGE] = count > 1 ? values[1] : NULL,
                                            [DB_TODAY] = count > 2 ? values[2] : NULL,
                                            [DB_SCHEME] = count > 3 ? values[3] : NULL};
  return S_read_question(context, arguments, question);
}

/* Arguments plan and scheme, of which the second may be missing. */
static int S_has_plan_and_scheme(sqlite3_context *context, int count, sqlite3_value **values, db_question *question) {
  sqlite3_value *arguments[DB_ARGUMENTS] = {[DB_PLAN] = values[0], [DB_SCHEME] = count > 1 ? values[1] : NULL};
  return S_read_question(context, arguments, question);
}

static void S_set_count(sqlite3_context *context, int count, sqlite3_value **arguments, int32_t severity) {
  db_question question;
  db_fault fault;
  int64_t found;
  if (!S_has_question(context, count, arguments, &question))
    return;
  if (db_count(&question, severity, &found, &fault) == HHP_OK)
    sqlite3_result_int64(context, found);
  else
    S_fail(context, &fault);
}

static void S_errors(sqlite3_context *context, int count, sqlite3_value **arguments) {
  S_set_count(context, count, arguments, HHP_SEVERITY_ERROR);
}

static void S_warnings(sqlite3_context *context, int count, sqlite3_value **arguments) {
  S_set_count(context, count, arguments, HHP_SEVERITY_WARNING);
}

static void S_is_plan(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  db_fault fault;
  int32_t answer;
  if (!S_has_question(context, count, arguments, &question))
    return;
  if (db_is_plan(&question, &answer, &fault) == HHP_OK)
    sqlite3_result_int(context, answer);
  else
    S_fail(context, &fault);
}

static void S_share_bp(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  db_fault fault;
  int64_t share_bp;
  if (!S_has_plan_and_scheme(context, count, arguments, &question))
    return;
  if (db_share_bp(&question, &share_bp, &fault) != HHP_OK)
    S_fail(context, &fault);
  else if (share_bp != HHP_ABSENT)
    sqlite3_result_int64(context, share_bp);
}

static void S_verdict(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  db_fault fault;
  const char *word;
  if (!S_has_plan_and_scheme(context, count, arguments, &question))
    return;
  if (db_verdict(&question, &word, &fault) != HHP_OK)
    S_fail(context, &fault);
  else
    sqlite3_result_text(context, word, -1, SQLITE_STATIC);
}

typedef hhp_status S_text_answer(const db_question *question, char **text, size_t *length, db_fault *fault);

static void S_set_text(sqlite3_context *context, const db_question *question, S_text_answer *answer) {
  db_fault fault;
  char *text = NULL;
  size_t length = 0;
  if (answer(question, &text, &length, &fault) != HHP_OK)
    S_fail(context, &fault);
  else if (text != NULL)
    sqlite3_result_text64(context, text, length, hhp_free, SQLITE_UTF8);
}

static void S_fmt(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  if (S_has_question(context, count, arguments, &question))
    S_set_text(context, &question, db_canonical);
}

static void S_report(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  if (S_has_question(context, count, arguments, &question))
    S_set_text(context, &question, db_report);
}

static void S_cofinancing(sqlite3_context *context, int count, sqlite3_value **arguments) {
  db_question question;
  if (S_has_plan_and_scheme(context, count, arguments, &question))
    S_set_text(context, &question, db_cofinancing);
}

static void S_version(sqlite3_context *context, int count, sqlite3_value **arguments) {
  (void)count;
  (void)arguments;
  sqlite3_result_text(context, hhp_version_string(), -1, SQLITE_STATIC);
}

typedef void S_function(sqlite3_context *context, int count, sqlite3_value **arguments);

static const struct {
  const char *name;
  int fewest, most; /* arguments */
  int flags;
  S_function *function;
} S_functions[] = {
    {"helhedsplan_errors", 1, 4, SQLITE_DETERMINISTIC, S_errors},
    {"helhedsplan_warnings", 1, 4, SQLITE_DETERMINISTIC, S_warnings},
    {"helhedsplan_is_plan", 1, 1, SQLITE_DETERMINISTIC, S_is_plan},
    {"helhedsplan_share_bp", 1, 2, SQLITE_DETERMINISTIC, S_share_bp},
    {"helhedsplan_verdict", 1, 2, SQLITE_DETERMINISTIC, S_verdict},
    {"helhedsplan_cofinancing", 1, 2, SQLITE_DETERMINISTIC, S_cofinancing},
    {"helhedsplan_fmt", 1, 1, SQLITE_DETERMINISTIC, S_fmt},
    {"helhedsplan_report", 1, 4, SQLITE_DETERMINISTIC, S_report},
    {"helhedsplan_version", 0, 0, 0, S_version},
};

int sqlite_add_scalars(sqlite3 *db) {
  for (size_t i = 0; i < sizeof(S_functions) / sizeof(S_functions[0]); i++) {
    int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS | S_functions[i].flags;
    for (int count = S_functions[i].fewest; count <= S_functions[i].most; count++) {
      int code = sqlite3_create_function_v2(db, S_functions[i].name, count, flags, NULL, S_functions[i].function, NULL,
                                            NULL, NULL);
      if (code != SQLITE_OK)
        return code;
    }
  }
  return SQLITE_OK;
}
