/* Did you mean: of some candidates, the one nearest to a word. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

typedef struct cli_nearest {
  char word[64];    /* what was written, but for what cannot be seen; empty where it is too long to be near anything */
  const char *best; /* the nearest so far; NULL: none is near */
  size_t distance;
} cli_nearest;

cli_nearest nearest_to(const char *word);
void nearest_try(cli_nearest *near, const char *candidate);

#endif
