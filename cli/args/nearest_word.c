/* Edit distance, and prefixes. */
#include "cli/args/nearest_word.h"

#include <stdint.h>
#include <string.h>

#include "cli/init/plain.h"
#include "cli/print/text.h"

enum { LONGEST = 63 };

static char S_lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static size_t S_least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Damerau-Levenshtein distance: insert, delete, substitute, and swap two neighbours. */
static size_t S_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t rows[3][LONGEST + 1];
  for (size_t j = 0; j <= b_length; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= a_length; i++) {
    size_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    now[0] = i;
    for (size_t j = 1; j <= b_length; j++) {
      char x = S_lower(a[i - 1]), y = S_lower(b[j - 1]);
      now[j] = S_least(last[j - 1] + (x != y), S_least(last[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && x == S_lower(b[j - 2]) && S_lower(a[i - 2]) == y)
        now[j] = S_least(now[j], before[j - 2] + 1);
    }
  }
  return rows[a_length % 3][b_length];
}

static size_t S_allowed(size_t length) {
  return length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
}

/* Invisible characters, often copied from web pages, are ignored. */
cli_nearest nearest_to(const char *word) {
  cli_nearest near = {"", NULL, SIZE_MAX};
  size_t used = 0, step;
  uint32_t c;
  for (; *word != '\0'; word += step) {
    step = code_point(word, &c);
    if (step > 0 && is_unseen(c))
      continue;
    step = step == 0 ? 1 : step;
    if (used + step >= sizeof(near.word)) {
      near.word[0] = '\0';
      return near;
    }
    memcpy(near.word + used, word, step);
    used += step;
  }
  near.word[used] = '\0';
  return near;
}

/* A word that is a prefix of a candidate counts as one edit: "form" for "format". */
void nearest_try(cli_nearest *near, const char *candidate) {
  size_t length = strlen(near->word);
  size_t other = strlen(candidate);
  if (length == 0 || length > LONGEST || other > LONGEST)
    return;
  size_t distance = S_distance(near->word, length, candidate, other);
  if (distance > S_allowed(length)) {
    if (length < 2 || strncmp(near->word, candidate, length) != 0)
      return;
    distance = 1;
  }
  if (distance < near->distance) {
    near->best = candidate;
    near->distance = distance;
  }
}
