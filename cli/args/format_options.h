/* Formats and destinations of a result: --format F[=PATH]. */
#ifndef CLI_FORMAT_OPTIONS_H
#define CLI_FORMAT_OPTIONS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/command_line.h"

typedef struct cli_output {
  int32_t format;   /* one of the HHP_FORMAT constants */
  const char *path; /* NULL: standard output */
} cli_output;

typedef struct cli_outputs {
  cli_output *items;
  size_t count;
} cli_outputs;

/* Parses every --format; default: the first word of the option, to standard output. Two formats with one destination,
 * and a path that is one of the input files, are usage errors. Returns CODE_FINE, or another code after printing the
 * error. */
int outputs_read(cli_outputs *into, const cli_args *args, option_id id);

/* Checks that `input`, a file that is read, is not a destination. Returns CODE_FINE, or CODE_USAGE after printing the
 * error. */
int outputs_check(const cli_outputs *outputs, const cli_args *args, const char *input);

void outputs_free(cli_outputs *outputs);

#endif
