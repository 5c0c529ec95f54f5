/* The parsed command line. */
#ifndef CLI_COMMAND_LINE_H
#define CLI_COMMAND_LINE_H

#include "cli/args/commands.h"
#include "cli/print/like_printf.h"

typedef struct cli_option_value {
  option_id id;
  const char *value; /* "" if the option takes none */
} cli_option_value;

/* The parsed command line. */
typedef struct cli_args {
  const cli_command *command;
  int32_t lang;              /* of messages and help */
  cli_option_value *options; /* in the order given */
  size_t option_count;
  const char **operands;
  size_t operand_count;
} cli_args;

/* Parses the words after the command's name. Returns CODE_FINE, or another code after printing the error. Call
 * command_line_free in either case. */
int command_line_read(cli_args *into, const cli_command *of, int32_t lang, int count, char **words);
void command_line_free(cli_args *args);

/* The last value given; NULL: option not given. */
const char *option_value(const cli_args *args, option_id id);

/* The value of the n-th occurrence of the option; NULL past the end. */
const char *option_nth(const cli_args *args, option_id id, size_t n);

/* Prints a usage error and where to find help. Returns CODE_USAGE. */
LIKE_PRINTF(2, 4) LIKE_PRINTF(3, 4) int error_usage(const cli_args *args, const char *da, const char *en, ...);

/* Prints an error such as "unknown scheme: WORD; did you mean MEANT?", of which `da` and `en` are "ukendt ordning" and
 * "unknown scheme". `meant` NULL: no suggestion. Returns CODE_USAGE. */
int error_unknown(const cli_args *args, const char *da, const char *en, const char *word, const char *meant);

#endif
