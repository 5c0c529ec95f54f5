/* Escapes untrusted text for terminals and logs. */
#ifndef HHP_BASE_SAFE_H
#define HHP_BASE_SAFE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Whether a terminal would interpret the code point instead of showing it. */
int hhp__is_unsafe(uint32_t code_point);

/* Appends the beginning of a text that nothing would interpret, as far as it is found quickly. Returns its length. */
size_t hhp__put_harmless(hhp__buffer *out, const char *text, size_t length);

/* Appends untrusted text: control characters, zero-width and bidirectional characters, and commands of CI systems as
 * \u{1b}, bytes that are not UTF-8 as \xe5. */
void hhp__put_safe(hhp__buffer *out, const char *text, size_t length);

/* The same for the first `length` bytes of a text of `rest` bytes that continues in the next piece, so that a command
 * split between pieces is recognised. */
void hhp__put_safe_piece(hhp__buffer *out, const char *text, size_t length, size_t rest);

/* The same for text that is wrapped later: "::", which CI systems interpret as a command at the start of a line, is
 * escaped too. */
void hhp__put_safe_to_wrap(hhp__buffer *out, const char *text);

/* The same for at most `most` bytes of the text, truncated between characters with "…". */
void hhp__put_safe_truncated(hhp__buffer *out, const char *text, size_t most);

/* Appends text of the library itself, in one line, escaped for Markdown and its table cells. For text of a document see
 * render/markdown.h. */
void hhp__put_trusted_markdown(hhp__buffer *out, const char *text);

#endif
