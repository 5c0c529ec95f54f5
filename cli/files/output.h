/* Writes results to files and standard output. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stddef.h>
#include <stdint.h>

#include "cli/print/text.h"

/* Replaces or creates a file, or writes to standard output if the path is NULL. Returns CODE_FINE, or CODE_FILE after
 * printing the error. A closed pipe on standard output is not an error. */
int write_out(int32_t lang, const char *path, const char *bytes, size_t length);

/* Creates a file. Returns CODE_FINE, or CODE_FILE after printing the error, such as that it exists. */
int write_new(int32_t lang, const char *path, const char *bytes, size_t length);

/* Writes text as write_out does, and frees it. CODE_FAULT if an allocation of the text failed. */
int write_text(int32_t lang, const char *path, cli_text *text);

#endif
