/* Invisible and easily confused characters, from one table: their kinds, their names, and text in which they are
 * named. */
#ifndef HHP_BASE_CHARACTERS_H
#define HHP_BASE_CHARACTERS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Unicode white space, including line breaks. */
int hhp__is_blank(uint32_t code_point);

/* Whether it may separate the thousands of a number: white space within a line. Numbers on both sides of a tab or a
 * line break are two. */
int hhp__may_group_digits(uint32_t code_point);

/* Whether the character does not belong in the text of a plan: controls except tab and line feed, zero-width and
 * bidirectional characters, the soft hyphen, U+FFFD and noncharacters. */
int hhp__is_control(uint32_t code_point);

/* Whether it is invisible: white space, controls, and format characters. */
int hhp__is_invisible(uint32_t code_point);

/* Whether it is a combining mark. */
int hhp__is_mark(uint32_t code_point);

/* Whether it is visible but easily confused with another: a combining mark, a Greek or Cyrillic letter, a dash. */
int hhp__is_lookalike(uint32_t code_point);

/* Whether `joiner` is a zero-width joiner that combines the characters around it into one emoji. */
int hhp__joins_emoji(uint32_t before, uint32_t joiner, uint32_t after);

/* Appends a byte that is not UTF-8 as "\xe5". */
void hhp__put_byte(hhp__buffer *out, char byte);

/* Appends a text, with bytes that are not UTF-8 as "\xe5". */
void hhp__put_utf8(hhp__buffer *out, const char *text);

/* Appends "U+00A0". */
void hhp__put_code_point(hhp__buffer *out, uint32_t code_point);

/* Appends "U+00A0 no-break space"; the code point alone if the character has no name here. */
void hhp__put_character_name(hhp__buffer *out, uint32_t code_point, int32_t lang);

/* Appends the text with every invisible character as "[U+00A0 no-break space]", except the space, and what belongs to
 * an emoji. Bytes that are not UTF-8 are kept. */
void hhp__put_named(hhp__buffer *out, const char *text, size_t length, int32_t lang);

/* The same for a text that looks like another one and differs from it between `from` and `to`: there spaces, combining
 * marks and, with `letters`, all non-ASCII letters are named too. */
void hhp__put_spelled(hhp__buffer *out, const char *text, size_t length, const char *from, const char *to, int letters,
                      int32_t lang);

/* Appends a regular expression (ECMA-262, with or without the flag u) that matches a visible character. Everything
 * beyond U+FFFF counts as visible, as classes of such characters are not portable. */
void hhp__put_visible_pattern(hhp__buffer *out);

/* Whether it is a letter: an approximation that is good enough to find the boundaries of words. */
int hhp__is_letter(uint32_t code_point);

/* Whether a text is NULL or has no visible character. Everything beyond U+FFFF counts as visible, as in
 * hhp__put_visible_pattern(). */
int hhp__is_blank_text(const char *text);

#endif
