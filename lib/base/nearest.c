/* "Did you mean": edit distances between words. */
#include "base/nearest.h"

#include <string.h>

int hhp__distance_allowed(size_t length) {
  if (length < 3)
    return 0;
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

/* In lower case; O and 0 look alike, as in HP4O1. */
static char S_plain(char c) {
  return (char)(c == '0' ? 'o' : hhp__lower_ascii(c));
}

static int S_is_same_letter(char x, char y) {
  return S_plain(x) == S_plain(y);
}

/* Edits are insertion, deletion, substitution, and transposition of neighbours. Only cells within `limit` of the
 * diagonal can matter; of those, three rows are kept. */
static int S_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit) {
  const int far = (int)limit + 1;
  int rows[3][HHP__LONGEST_WORD + 2] = {{0}};
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (size_t j = 0; j <= b_length; j++)
    last[j] = j <= limit ? (int)j : far;
  for (size_t i = 1; i <= a_length; i++) {
    size_t from = i > limit ? i - limit : 1;
    size_t to = i + limit < b_length ? i + limit : b_length;
    now[from - 1] = from == 1 && i <= limit ? (int)i : far;
    for (size_t j = from; j <= to; j++) {
      int edits = last[j - 1] + !S_is_same_letter(a[i - 1], b[j - 1]);
      int above = j < i + limit ? last[j] + 1 : far;
      edits = above < edits ? above : edits;
      edits = now[j - 1] + 1 < edits ? now[j - 1] + 1 : edits;
      if (i > 1 && j > 1 && j - 1 < i + limit && S_is_same_letter(a[i - 1], b[j - 2]) &&
          S_is_same_letter(a[i - 2], b[j - 1]) && before[j - 2] + 1 < edits)
        edits = before[j - 2] + 1;
      now[j] = edits < far ? edits : far;
    }
    int *oldest = before;
    before = last;
    last = now;
    now = oldest;
  }
  return last[b_length];
}

int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit) {
  size_t gap = a_length > b_length ? a_length - b_length : b_length - a_length;
  if (limit < 0 || a_length > HHP__LONGEST_WORD || b_length > HHP__LONGEST_WORD || gap > (size_t)limit)
    return limit + 1;
  while (a_length > 0 && b_length > 0 && S_is_same_letter(*a, *b)) {
    a++, b++;
    a_length--, b_length--;
  }
  while (a_length > 0 && b_length > 0 && S_is_same_letter(a[a_length - 1], b[b_length - 1]))
    a_length--, b_length--;
  return S_distance(a, a_length, b, b_length, (size_t)limit);
}

hhp__nearest hhp__nearest_to(const char *word, size_t length) {
  hhp__nearest nearest = {.meant = NULL};
  nearest.length = hhp__fold_word(word, length, nearest.word);
  nearest.best = hhp__distance_allowed(nearest.length) + 1;
  return nearest;
}

void hhp__consider(hhp__nearest *nearest, const char *candidate, size_t length, const void *meant) {
  char folded[HHP__LONGEST_WORD];
  length = hhp__fold_word(candidate, length, folded);
  /* One that is as near as the nearest so far counts too, unless there are two of these already. */
  int limit = nearest->meant != NULL ? nearest->best : nearest->best - 1;
  int distance = hhp__distance(nearest->word, nearest->length, folded, length, limit);
  int is_same = length == nearest->found_length && memcmp(folded, nearest->found, length) == 0;
  if (distance == nearest->best && meant != nearest->meant && !is_same)
    nearest->meant = NULL; /* either may be meant */
  if (distance >= nearest->best)
    return;
  nearest->best = distance;
  memcpy(nearest->found, folded, length);
  nearest->found_length = length;
  nearest->meant = meant;
}
