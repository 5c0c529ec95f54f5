/* The parts of the SQLite extension. */
#ifndef HHP_SQLITE_EXTENSION_H
#define HHP_SQLITE_EXTENSION_H

#include <sqlite3ext.h>

#include "base/buffer.h"
#include "database/question.h"

/* Both return an SQLite result code. */
int sqlite_add_scalars(sqlite3 *db);
int sqlite_add_relations(sqlite3 *db);

/* The text of a value as UTF-8; of a BLOB its bytes. NULL for NULL and a missing value, and with `failed` set if out of
 * memory. Borrowed until the value is used again. */
const char *sqlite_text_of(sqlite3_value *value, size_t *length, int *failed);

/* The question in the arguments, each a value, NULL, or missing (a null pointer). Returns HHP_OK, or a fault. `json` is NULL
 * if the plan is. */
hhp_status sqlite_question_of(sqlite3_value *const arguments[DB_ARGUMENTS], db_question *question, db_fault *fault);

/* The result code for the status of a fault. */
int sqlite_code_of(hhp_status status);

#endif
