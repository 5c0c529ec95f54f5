/* The functions of the commands. To add a command, write its function in a file of its own in this folder, declare it
 * here, and add a row to the tables in main.c and args/commands.c. */
#ifndef CLI_CMD_H
#define CLI_CMD_H

#include "cli/args/command_line.h"

/* Each returns the exit code. */
int validate_command(const cli_args *args);
int show_command(const cli_args *args);
int cofinancing_command(const cli_args *args);
int fmt_command(const cli_args *args);
int init_command(const cli_args *args);
int diff_command(const cli_args *args);
int table_command(const cli_args *args);
int rules_command(const cli_args *args);
int explain_command(const cli_args *args);
int schemes_command(const cli_args *args);
int schema_command(const cli_args *args);
int help_command(const cli_args *args);

/* Prints the help of a command, or the overview for NULL. */
int help_print(int32_t lang, const cli_command *command);

#endif
