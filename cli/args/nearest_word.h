/* "Did you mean": the candidate closest to a word. */
#ifndef CLI_NEAREST_WORD_H
#define CLI_NEAREST_WORD_H

#include <stddef.h>

typedef struct cli_nearest {
  char word[64];    /* without invisible characters; empty if too long to match */
  const char *best; /* the closest so far; NULL: none */
  size_t distance;
} cli_nearest;

cli_nearest nearest_to(const char *word);
void nearest_try(cli_nearest *near, const char *candidate);

#endif
