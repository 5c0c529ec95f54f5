/* What the completions of all shells share: the kinds of values, and quoting. */
#ifndef CLI_COMPLETION_VALUES_H
#define CLI_COMPLETION_VALUES_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/commands.h"
#include "cli/print/text.h"

/* Type of the value of an option, or of an operand. */
typedef enum value_kind {
  VALUE_NONE,
  VALUE_ANY,    /* cannot be completed: an amount, a title */
  VALUE_WORD,   /* the words of the option or the command */
  VALUE_FORMAT, /* the same, optionally followed by = and a file */
  VALUE_PLAN,   /* JSON files, and folders */
  VALUE_FILE,
  VALUE_SCHEME,        /* ids of schemes, and files */
  VALUE_RULE,          /* ids and slugs */
  VALUE_RULE_SEVERITY, /* a rule, = and a severity */
  VALUE_COMMAND,
  VALUE_TABLE /* names of tables, and files as VALUE_PLAN */
} value_kind;

value_kind kind_of_option(const cli_option *option);
value_kind kind_of_operands(const cli_command *command);

/* Whether the option may be repeated. */
int is_repeatable(const cli_option *option);

/* The first clause of a description, for lists. */
void put_brief(cli_text *out, const char *words);

/* Text in single quotes, with single quotes inside replaced by `quote`. */
void put_quoted(cli_text *out, const char *words, const char *quote);

/* The severities of --rule, NULL-terminated. */
extern const char *const completion_severities[];

#endif
