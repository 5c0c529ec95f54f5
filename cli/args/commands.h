/* The commands: names, options and texts. cli/main.c lists the function of each. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/args/options.h"

/* A command: name, options, operands and help texts. */
typedef struct cli_command {
  const char *name;
  const option_id *options;         /* without common_options; ended by OPTION_END */
  const char *operands;             /* placeholder in help */
  const char *const *operand_words; /* allowed operands, NULL-terminated; the first is the default; NULL: any */
  size_t least_operands, most_operands;
  const char *summary_da, *summary_en; /* one line */
  const char *about_da, *about_en;     /* a paragraph */
  const char *code_0_da, *code_0_en;   /* meaning of exit code 0; NULL: "done" */
  const char *code_1_da, *code_1_en;   /* meaning of exit code 1; NULL: not used */
} cli_command;

/* A command by index, in the order of help; NULL past the end. */
const cli_command *command_at(size_t index);

#endif
