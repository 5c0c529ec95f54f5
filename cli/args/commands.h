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
  hhp__phrase summary; /* one line */
  hhp__phrase about;   /* a paragraph */
  hhp__phrase code_0;  /* meaning of exit code 0; NULL: "done" */
  hhp__phrase code_1;  /* meaning of exit code 1; NULL: not used */
} cli_command;

/* A command by index, in the order of help; NULL past the end. */
const cli_command *command_at(size_t index);

#endif
