/* Folding of texts for comparison, and "did you mean". */
#ifndef HHP_BASE_FOLD_H
#define HHP_BASE_FOLD_H

#include <stddef.h>

#include "base/buffer.h"

/* Adds the text folded for comparison: lower case; æ, ø and å as ae, oe and aa; letters without their accents, whether
 * these are part of the letter or stand behind it; runs of blanks as one, none at the ends; nothing of what has no width. */
void hhp__fold(hhp__buffer *out, const char *text);

/* Whether two texts that differ look alike: they fold to the same, letters that are only alike taken for one. */
int hhp__looks_alike(const char *one, const char *other);

/* How many single-character edits lie between two short texts, letters compared without case; `limit` + 1 when there
 * are more, or a text is longer than an id may be. */
int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit);

/* The most edits at which a word of this length still counts as meant. */
int hhp__distance_allowed(size_t length);

enum { HHP__LONGEST_WORD = 64 };

/* Looks for what may have been meant by a word: hand it the candidates, one by one; `meant` is that of the nearest so
 * far, NULL while none is near enough. Words are compared folded. */
typedef struct {
  char word[HHP__LONGEST_WORD];
  size_t length; /* above HHP__LONGEST_WORD: nothing can be near it */
  int best;
  const void *meant;
} hhp__nearest;

hhp__nearest hhp__nearest_to(const char *word, size_t length);
void hhp__consider(hhp__nearest *nearest, const char *candidate, size_t length, const void *meant);

#endif
