/* The commands. To add one, write a file in cmd/ with its function, declare it here, and add a row to the table in
 * commands.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/args/options.h"

/* Each returns the exit code. */
int validate_command(const cli_args *args);
int show_command(const cli_args *args);
int cofinancing_command(const cli_args *args);
int fmt_command(const cli_args *args);
int init_command(const cli_args *args);
int diff_command(const cli_args *args);
int rules_command(const cli_args *args);
int explain_command(const cli_args *args);
int schemes_command(const cli_args *args);
int schema_command(const cli_args *args);
int help_command(const cli_args *args);

/* Operands of schema, NULL-terminated; the first is the default. */
extern const char *const schema_words[];

/* A command by index, in the order of help; NULL past the end. */
const cli_command *command_at(size_t index);
const cli_command *command_find(const char *name);

/* Prints an "unknown command" error. Returns CODE_USAGE. */
int error_no_command(int32_t lang, const char *name);

/* Prints the help of a command, or the overview for NULL. */
int help_print(int32_t lang, const cli_command *command);

#endif
