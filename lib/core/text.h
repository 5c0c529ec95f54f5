/* Text: UTF-8, the patterns of the file format, folding for comparison, and "did you mean". */
#ifndef HHP_CORE_TEXT_H
#define HHP_CORE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"

/* Length in bytes (1-4) of the well-formed UTF-8 sequence at the start of the text, or 0. */
size_t hhp__utf8_length(const char *text, size_t available);

int hhp__utf8_valid(const char *text, size_t length);

/* Code points in well-formed UTF-8. */
size_t hhp__utf8_count(const char *text, size_t length);

/* The code point of a well-formed sequence of that length; of a broken one (length 0), the byte. */
uint32_t hhp__utf8_read(const char *text, size_t length);

/* Writes the code point; returns its length in bytes. */
size_t hhp__utf8_write(uint32_t code_point, char out[4]);

/* The patterns: [a-z0-9][a-z0-9-]{0,63}; eight digits; three digits, or four with a leading 0; a decimal. */
int hhp__is_id(const char *text, size_t length);
int hhp__is_cvr(const char *text, size_t length);
int hhp__is_municipality(const char *text, size_t length);
int hhp__is_decimal(const char *text, size_t length);

/* Ten-thousandths of what hhp__is_decimal() lets through; they fit in int64_t. */
int64_t hhp__decimal_units(const char *text);

/* Blanks of Unicode, line breaks among them; and whether the code point is for the eye a control character. */
int hhp__is_blank(uint32_t code_point);
int hhp__is_control(uint32_t code_point);

/* Letters, near enough to tell a word from what stands between words. */
int hhp__is_letter(uint32_t code_point);

/* Whether a text is NULL, or nothing but blanks. */
int hhp__says_nothing(const char *text);

/* Adds the text folded for comparison: lower case, æ/ø/å as ae/oe/aa, runs of blanks as one, none at the ends. */
void hhp__fold(hhp__buffer *out, const char *text);

/* How many single-character edits lie between two short texts, letters compared without case; `limit` + 1 when there
 * are more, or a text is longer than an id may be. */
int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit);

/* The most edits at which a word of this length still counts as meant. */
int hhp__distance_allowed(size_t length);

/* Looks for what may have been meant by a word: hand it the candidates, one by one; `meant` is that of the nearest so
 * far, NULL while none is near enough. */
typedef struct {
  const char *word;
  size_t length;
  int best;
  const void *meant;
} hhp__nearest;

hhp__nearest hhp__nearest_to(const char *word, size_t length);
void hhp__consider(hhp__nearest *nearest, const char *candidate, size_t length, const void *meant);

#endif
