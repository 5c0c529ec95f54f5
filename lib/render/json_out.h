/* Writes JSON safe to show, indented, a value at a time and without a tree:
 *
 *   hhp__json_open(&json, NULL, '{');
 *   hhp__json_text(&json, "rule", "HP401");
 *   hhp__json_open(&json, "lines", '[');
 *   hhp__json_number(&json, NULL, 3);
 *   hhp__json_close(&json, ']');
 *   hhp__json_close(&json, '}');
 *
 * The name of a member needs no escape; it is NULL for an item of a list, and for the whole document. */
#ifndef HHP_RENDER_JSON_OUT_H
#define HHP_RENDER_JSON_OUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

typedef struct {
  hhp__buffer *out;
  size_t level; /* of the members or items of what is open; 0: nothing is */
  int is_empty; /* what was opened last has none yet */
} hhp__json_out;

/* Opens and closes an object, '{' and '}', or a list, '[' and ']'. */
void hhp__json_open(hhp__json_out *json, const char *name, char bracket);
void hhp__json_close(hhp__json_out *json, char bracket);

void hhp__json_text(hhp__json_out *json, const char *name, const char *text); /* NULL: null */
void hhp__json_number(hhp__json_out *json, const char *name, int64_t number);
void hhp__json_boolean(hhp__json_out *json, const char *name, int value);

/* A member for a text that is neither NULL nor "". */
void hhp__json_text_if_any(hhp__json_out *json, const char *name, const char *text);

/* A text in a buffer, which is freed; its failure becomes that of the output. */
void hhp__json_take_text(hhp__json_out *json, const char *name, hhp__buffer *text);

#endif
