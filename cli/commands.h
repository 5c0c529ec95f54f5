/* The commands. Adding one is a file with the function that does it, declared here, and a row in main.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

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

/* What there are schemas of, ended by NULL; the first is the one meant where none is named. */
extern const char *const schema_words[];

/* One of the commands, in the order of help; NULL past the end. */
const cli_command *command_at(size_t index);
const cli_command *command_find(const char *name);

/* Says that there is no such command. Returns CODE_USAGE. */
int complain_no_command(int32_t lang, const char *name);

/* Help on a command, or on all of them for NULL. */
int help_print(int32_t lang, const cli_command *command);

#endif
