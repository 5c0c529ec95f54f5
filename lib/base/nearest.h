/* "Did you mean": edit distances between words. */
#ifndef HHP_BASE_NEAREST_H
#define HHP_BASE_NEAREST_H

#include <stddef.h>

#include "base/fold.h"

/* How many single-character edits lie between two short texts, letters compared without case; `limit` + 1 when there
 * are more, or a text is longer than an id may be. */
int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit);

/* The most edits at which a word of this length still counts as meant. */
int hhp__distance_allowed(size_t length);

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
