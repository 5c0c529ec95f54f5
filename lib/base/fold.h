/* Folding of texts for comparison. */
#ifndef HHP_BASE_FOLD_H
#define HHP_BASE_FOLD_H

#include <stddef.h>

#include "base/buffer.h"

static inline char hhp__lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Adds the text folded for comparison: lower case; æ, ø and å as ae, oe and aa; letters without their accents, whether
 * these are part of the letter or stand behind it; runs of blanks as one, none at the ends; nothing of what has no width. */
void hhp__fold(hhp__buffer *out, const char *text);

/* Whether two texts that differ look alike: they fold to the same, letters that are only alike taken for one. */
int hhp__looks_alike(const char *one, const char *other);

enum { HHP__LONGEST_WORD = 64 };

/* The text folded into the room; a length above it where it does not fit. */
size_t hhp__fold_word(const char *text, size_t length, char room[HHP__LONGEST_WORD]);

#endif
