/* Examples of calls, for the help on a command and the manual. */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <stddef.h>

typedef struct cli_usage {
  const char *command; /* whose it is */
  const char *line;    /* for a shell, in a folder with plans */
  const char *da, *en; /* what it does */
} cli_usage;

/* One of them, in the order of the commands; NULL past the end. */
const cli_usage *usage_at(size_t index);

#endif
