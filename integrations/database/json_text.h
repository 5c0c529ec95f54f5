/* Small JSON texts on one line. */
#ifndef HHP_DATABASE_JSON_TEXT_H
#define HHP_DATABASE_JSON_TEXT_H

#include "base/buffer.h"

/* NULL is null. */
void db_put_json_string(hhp__buffer *out, const char *text);

/* HHP_ABSENT is null. */
void db_put_json_number(hhp__buffer *out, int64_t number);

#endif
