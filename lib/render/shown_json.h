/* Shared by the JSON formats: strings of any text, and values safe to show. */
#ifndef HHP_RENDER_SHOWN_JSON_H
#define HHP_RENDER_SHOWN_JSON_H

#include <jansson.h>

#include "base/buffer.h"

/* A new JSON string; bytes that are not UTF-8 become \xe5. JSON null for NULL; NULL if out of memory. */
json_t *hhp__string_of(const char *text);

/* Writes and frees the value, escaping what a terminal would interpret. NULL marks the buffer as failed. */
void hhp__put_shown_json(hhp__buffer *out, json_t *value, size_t level);

/* Writes a text as hhp__put_shown_json() would write hhp__string_of() it, without a value; NULL as null. */
void hhp__put_shown_string(hhp__buffer *out, const char *text);

#endif
