/* Characters that cannot be seen, by one table: what they are, what they are called, and texts in which they are named. */
#ifndef HHP_BASE_CHARACTERS_H
#define HHP_BASE_CHARACTERS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Blanks of Unicode, line breaks among them. */
int hhp__is_blank(uint32_t code_point);

/* Whether the character has no place in the text of a plan: controls but tab and line feed, what has no width or turns the
 * direction of writing, the soft hyphen, U+FFFD and noncharacters. */
int hhp__is_control(uint32_t code_point);

/* Whether it leaves no ink: blanks, controls, and what is there for programs alone. */
int hhp__is_unseen(uint32_t code_point);

/* Whether it is put on the character before it. */
int hhp__is_mark(uint32_t code_point);

/* Whether it is seen but easily taken for another: a mark, a letter of Greek or Cyrillic, a dash. */
int hhp__is_taken_for_another(uint32_t code_point);

/* Whether a zero-width joiner makes one picture of the characters around it. */
int hhp__joins_pictures(uint32_t before, uint32_t joiner, uint32_t after);

/* A byte that is no UTF-8: "\xe5". */
void hhp__put_byte(hhp__buffer *out, char byte);

/* "U+00A0" */
void hhp__put_code_point(hhp__buffer *out, uint32_t code_point);

/* "U+00A0 no-break space"; the code alone where the character has no name here. */
void hhp__put_character_name(hhp__buffer *out, uint32_t code_point, int32_t lang);

/* The text, with "[U+00A0 no-break space]" for each character but the space that cannot be seen. Bytes that are no UTF-8
 * stay as they are. */
void hhp__put_named(hhp__buffer *out, const char *text, size_t length, int32_t lang);

/* The same of a text that looks like another but differs from it between these two places: there spaces, marks, and with
 * `letters` all letters outside ASCII are named too. */
void hhp__put_spelled(hhp__buffer *out, const char *text, size_t length, const char *from, const char *to, int letters,
                      int32_t lang);

/* A regular expression (ECMA-262, with or without its flag u) for texts that say something: it finds a character that
 * leaves ink. Of what lies beyond U+FFFF everything does, as classes of such characters are not portable. */
void hhp__put_pattern_of_seen(hhp__buffer *out);

/* Letters, near enough to tell a word from what stands between words. */
int hhp__is_letter(uint32_t code_point);

/* Whether a text is NULL, or nothing but blanks and characters that cannot be seen. Beyond U+FFFF all count as seen, as in
 * hhp__put_pattern_of_seen(). */
int hhp__says_nothing(const char *text);

#endif
