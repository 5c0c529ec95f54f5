/* Reading files. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stddef.h>

#include "options.h"

typedef struct cli_input {
  char *bytes; /* NULL when nothing was read */
  size_t length;
} cli_input;

/* Reads a file whole, or standard input for "-", but never more than --max-size. Returns CODE_FINE; CODE_USAGE for a
 * --max-size that is none; CODE_FILE or CODE_FAULT. Has said why when it is not CODE_FINE. */
int input_read(cli_input *into, const cli_args *args, const char *path);
void input_free(cli_input *input);

/* Checks --max-size, so that a wrong one is told before any work is done. */
int input_limit(const cli_args *args, size_t *limit);

#endif
