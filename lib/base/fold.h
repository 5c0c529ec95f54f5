/* Folds text for comparison. */
#ifndef HHP_BASE_FOLD_H
#define HHP_BASE_FOLD_H

#include <stddef.h>

#include "base/buffer.h"

static inline char hhp__lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Appends the text folded: lower case; æ, ø and å as ae, oe and aa; letters without accents, whether composed or
 * decomposed; runs of white space as one space, none at the ends; no zero-width characters. */
void hhp__fold(hhp__buffer *out, const char *text);

/* Whether two different texts look alike: they are equal when folded with lookalike letters unified. */
int hhp__looks_alike(const char *one, const char *other);

enum { HHP__LONGEST_WORD = 64 };

/* Folds the text into the buffer. Returns its length, which exceeds HHP__LONGEST_WORD if it does not fit. */
size_t hhp__fold_word(const char *text, size_t length, char out[HHP__LONGEST_WORD]);

#endif
