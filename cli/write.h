/* Writing results to files and standard output. */
#ifndef CLI_WRITE_H
#define CLI_WRITE_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* Writes bytes to a file, whole or not at all, or to standard output where the path is NULL. Returns CODE_FINE or
 * CODE_FILE, and has said why then. A reader that has closed the pipe of standard output has read enough: CODE_FINE. */
int write_out(int32_t lang, const char *path, const char *bytes, size_t length);

/* Writes bytes to a file that is not there yet. Returns CODE_FINE; CODE_FILE where it is, or cannot be written. */
int write_new(int32_t lang, const char *path, const char *bytes, size_t length);

/* Writes text as write_out does, and frees it. CODE_FAULT where memory ran out while it was put together. */
int write_text(int32_t lang, const char *path, cli_text *text);

#endif
