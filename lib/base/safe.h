/* Text that may hold anything, made safe for a terminal. */
#ifndef HHP_BASE_SAFE_H
#define HHP_BASE_SAFE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Whether a terminal would do something else with the code point than show it. */
int hhp__is_unsafe(uint32_t code_point);

/* Text that may hold anything, made safe for a terminal: control characters, what has no width or turns the direction of
 * writing, and what a build server would take for a command are written as \u{...}, and bytes that are no UTF-8 as \xe5. */
void hhp__put_safe(hhp__buffer *out, const char *text, size_t length);

/* Likewise the first `length` bytes of a text of `rest` bytes that goes on in the next piece: a command may be parted. */
void hhp__put_safe_piece(hhp__buffer *out, const char *text, size_t length, size_t rest);

/* The same of a text whose lines are broken later: no "::" is left that could then begin one, which build servers take for a
 * command. */
void hhp__put_safe_to_wrap(hhp__buffer *out, const char *text);

/* The same of at most so many bytes of the text, cut between two characters, and then "…". */
void hhp__put_cut(hhp__buffer *out, const char *text, size_t most);

/* Appends a text of the library's own, of one line, escaped for Markdown, including table cells. Text of a document needs
 * render/markdown.h. */
void hhp__put_own_markdown(hhp__buffer *out, const char *text);

#endif
