/* Writes JSON text, indented by two blanks a level; reals by Jansson. */
#ifndef HHP_JSON_WRITE_H
#define HHP_JSON_WRITE_H

#include <jansson.h>

#include "base/buffer.h"

/* A new line at that level, after a comma unless it is the first. */
void hhp__put_break(hhp__buffer *out, int is_first, size_t level);

/* A member's name and colon, on a new line. */
void hhp__put_name(hhp__buffer *out, int is_first, const char *name, size_t level);

/* The same for a name that needs no escape. */
void hhp__put_plain_name(hhp__buffer *out, int is_first, const char *name, size_t level);

/* How Jansson writes a quotation mark, a backslash or a control character in a string. */
void hhp__put_json_escape(hhp__buffer *out, uint32_t c);

/* Writes the value and releases it. NULL, a value that could not be created, fails the buffer. With `has_reals`, reals
 * are written in their shortest form. */
void hhp__put_value(hhp__buffer *out, json_t *value, size_t level, int has_reals);

/* Writes the value by json_dump_callback(), independent of the locale. Does not release it. */
void hhp__put_dump(hhp__buffer *out, const json_t *value, size_t flags);

#endif
