/* Examples of command lines, for help and the manual page. */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <stddef.h>

typedef struct cli_usage {
  const char *command; /* name of the command */
  const char *line;    /* shell command line, run in a folder with plans */
  const char *da, *en; /* description */
} cli_usage;

/* By index, in the order of the commands; NULL past the end. */
const cli_usage *usage_at(size_t index);

#endif
