/* Shell completion, generated from the tables of commands and options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/options.h"
#include "cli/print/text.h"

/* Type of the value of an option, or of an operand. */
typedef enum cli_taken {
  TAKES_NOTHING,
  TAKES_ANYTHING, /* cannot be completed: an amount, a title */
  TAKES_WORDS,    /* the words of the option or the command */
  TAKES_FORMATS,  /* the same, optionally followed by = and a file */
  TAKES_PLANS,    /* JSON files, and folders */
  TAKES_FILES,
  TAKES_SCHEMES, /* ids of schemes, and files */
  TAKES_RULES,   /* ids and slugs */
  TAKES_WEIGHTS, /* a rule, = and a severity */
  TAKES_COMMANDS
} cli_taken;

cli_taken taken_by_option(const cli_option *option);
cli_taken taken_by_operands(const cli_command *command);

/* The words of the operands, NULL-terminated; NULL if not TAKES_WORDS. */
const char *const *words_of_operands(const cli_command *command);

/* Whether the option may be repeated. */
int is_repeatable(const cli_option *option);

/* The first clause of a description, for lists. */
void put_brief(cli_text *out, const char *words);

/* Text in single quotes, with single quotes inside replaced by `quote`. */
void put_quoted(cli_text *out, const char *words, const char *quote);

/* The severities of --rule, NULL-terminated. */
extern const char *const completion_weights[];

/* The values of --completion, NULL-terminated. */
extern const char *const completion_shells[];

/* One of completion_shells. */
void put_completion(cli_text *out, int32_t lang, const char *shell);
void put_completion_bash(cli_text *out, int32_t lang);
void put_completion_zsh(cli_text *out, int32_t lang);
void put_completion_fish(cli_text *out, int32_t lang);

#endif
