/* "Did you mean": edit distances between words. */
#ifndef HHP_BASE_NEAREST_H
#define HHP_BASE_NEAREST_H

#include <stddef.h>

#include "base/fold.h"

/* Number of edits between two short texts, ignoring case and the difference between O and 0; `limit` + 1 if there are
 * more, or if a text is longer than HHP__LONGEST_WORD. */
int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit);

/* The largest distance at which a word of this length is suggested. */
int hhp__distance_allowed(size_t length);

/* Finds the candidate nearest to a word. Pass the candidates one by one; `meant` belongs to the nearest so far, and is
 * NULL while none is near enough, or if another word with another meaning is as near. Words are compared folded. */
typedef struct {
  char word[HHP__LONGEST_WORD];
  size_t length; /* above HHP__LONGEST_WORD: nothing is suggested */
  int best;
  char found[HHP__LONGEST_WORD]; /* the nearest so far, folded */
  size_t found_length;
  const void *meant;
} hhp__nearest;

hhp__nearest hhp__nearest_to(const char *word, size_t length);
void hhp__consider(hhp__nearest *nearest, const char *candidate, size_t length, const void *meant);

#endif
