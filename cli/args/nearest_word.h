/* "Did you mean": the candidate closest to a word. */
#ifndef CLI_NEAREST_WORD_H
#define CLI_NEAREST_WORD_H

#include "base/nearest.h"

typedef struct cli_nearest {
  hhp__nearest folded;
  const char *best; /* the closest so far; NULL: none */
} cli_nearest;

cli_nearest nearest_to(const char *word);
void nearest_try(cli_nearest *near, const char *candidate);

#endif
