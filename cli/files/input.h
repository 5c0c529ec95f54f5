/* Reading files. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

#include "base/file.h"

#include "cli/args/command_line.h"

/* Reason why a folder is not read, in addition to those of hhp__file_error. */
enum { INPUT_NO_PLANS = HHP__FILE_ERRORS };

typedef struct cli_input {
  char *bytes; /* NULL when nothing was read */
  size_t length;
  hhp_status why; /* why it could not be read; HHP_OK if it was */
} cli_input;

/* Reads a whole file, or standard input for "-", up to --max-size. Returns CODE_FINE, or after printing the reason
 * CODE_USAGE (invalid --max-size), CODE_FILE or CODE_FAULT. */
int input_read(cli_input *into, const cli_args *args, const char *path);
void input_free(cli_input *input);

/* Prints why a path cannot be read: a hhp__file_error or INPUT_NO_PLANS. Returns CODE_FILE. */
int input_refuse(cli_input *into, const cli_args *args, const char *path, int error);

/* The name for messages: "standard input" for "-". */
const char *input_name(const char *path);

/* Parses --max-size, so that an invalid one is reported before any work is done. */
int input_limit(const cli_args *args, size_t *limit);

#endif
