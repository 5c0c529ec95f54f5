/* Reading files. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

#include "options.h"

/* Why a folder is not read, beside the numbers of errno. */
enum { INPUT_NO_PLANS = -1 };

typedef struct cli_input {
  char *bytes; /* NULL when nothing was read */
  size_t length;
  hhp_status why; /* it could not be read; HHP_OK where it could */
} cli_input;

/* Reads a file whole, or standard input for "-", but never more than --max-size. Returns CODE_FINE; CODE_USAGE for a
 * --max-size that is none; CODE_FILE or CODE_FAULT. Has said why when it is not CODE_FINE. */
int input_read(cli_input *into, const cli_args *args, const char *path);
void input_free(cli_input *input);

/* Says that a path cannot be read, for a number of errno or INPUT_NO_PLANS. Returns CODE_FILE. */
int input_refuse(cli_input *into, const cli_args *args, const char *path, int number);

/* What people call it: "-" is standard input. */
const char *input_name(const char *path);

/* Checks --max-size, so that a wrong one is told before any work is done. */
int input_limit(const cli_args *args, size_t *limit);

#endif
