/* Examples of command lines, for help and the manual page. */
#ifndef CLI_COMMAND_EXAMPLES_H
#define CLI_COMMAND_EXAMPLES_H

#include <stddef.h>

#include "base/phrase.h"

typedef struct cli_command_example {
  const char *command; /* name of the command */
  const char *line;    /* shell command line, run in a folder with plans */
  hhp__phrase about;   /* description */
} cli_command_example;

/* By index, in the order of the commands; NULL past the end. */
const cli_command_example *command_example_at(size_t index);

#endif
