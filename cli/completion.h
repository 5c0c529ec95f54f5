/* What shells need to complete the command line, written from the tables of commands and options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <helhedsplan/helhedsplan.h>

#include "options.h"
#include "text.h"

/* What can stand for the value of an option, or for an operand. */
typedef enum cli_taken {
  TAKES_NOTHING,
  TAKES_ANYTHING, /* that nobody can guess: an amount, a title */
  TAKES_WORDS,    /* those of the option or the command */
  TAKES_FORMATS,  /* the same, followed by = and a file or not */
  TAKES_PLANS,    /* files of JSON, and folders */
  TAKES_FILES,
  TAKES_SCHEMES, /* ids of schemes, and files */
  TAKES_RULES,   /* ids and slugs */
  TAKES_WEIGHTS, /* a rule, = and a severity */
  TAKES_COMMANDS
} cli_taken;

cli_taken taken_by_option(const cli_option *option);
cli_taken taken_by_operands(const cli_command *command);

/* The words that the operands can be, ended by NULL; NULL: they are not TAKES_WORDS. */
const char *const *words_of_operands(const cli_command *command);

/* The option may be given more than once. */
int is_repeatable(const cli_option *option);

/* The beginning of what an option or a command is for, as much as stands beside it in a list. */
void put_brief(cli_text *out, const char *words);

/* Text between single quotes: what ends them is written as `quote`. */
void put_quoted(cli_text *out, const char *words, const char *quote);

/* The severities that --rule gives. */
extern const char *const completion_weights[];

/* What --completion takes, ended by NULL. */
extern const char *const completion_shells[];

/* One of completion_shells. */
void put_completion(cli_text *out, int32_t lang, const char *shell);
void put_completion_bash(cli_text *out, int32_t lang);
void put_completion_zsh(cli_text *out, int32_t lang);
void put_completion_fish(cli_text *out, int32_t lang);

#endif
