/* JSON as text, put together of values that Jansson writes and of what stands around them. Two blanks a level. */
#ifndef HHP_JSON_WRITE_H
#define HHP_JSON_WRITE_H

#include <jansson.h>

#include "base/buffer.h"

/* A new line at that level, after a comma where it is not the first. */
void hhp__put_break(hhp__buffer *out, int is_first, size_t level);

/* A member's name on a new line, up to its value. */
void hhp__put_name(hhp__buffer *out, int is_first, const char *name, size_t level);

/* Writes the value, and lets go of it; NULL is one that could not be made, and fails the buffer. */
void hhp__put_value(hhp__buffer *out, json_t *value, size_t level, int has_reals);

/* What json_dump_callback writes of the value, whatever the locale; the value is kept. */
void hhp__put_dump(hhp__buffer *out, const json_t *value, size_t flags);

#endif
