/* Finds the command that a word names. */
#ifndef CLI_FIND_COMMAND_H
#define CLI_FIND_COMMAND_H

#include "cli/args/command_line.h"

/* NULL: none. */
const cli_command *find_command(const char *name);

/* Prints an "unknown command" error with a suggestion. Returns CODE_USAGE. */
int error_no_command(int32_t lang, const char *name);

#endif
