/* Loads schemes and plans for commands. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/command_line.h"
#include "cli/files/input.h"

/* A scheme: built in, or read from a file. */
typedef struct cli_scheme {
  const hhp_scheme *value; /* NULL: none given */
  hhp_scheme *own;         /* the same if read from a file, else NULL */
} cli_scheme;

/* Finds a scheme by id, or reads it from a file; none for NULL. Returns CODE_FINE, or another code after printing the
 * error: CODE_USAGE for an unknown scheme or errors in the file. */
int scheme_load(cli_scheme *into, const cli_args *args, const char *id_or_path);
void scheme_free(cli_scheme *scheme);

/* Reads a plan. Returns CODE_FINE; CODE_FINDINGS if errors in the document, printed to standard error, prevent that;
 * CODE_FILE or CODE_FAULT. */
int plan_load(hhp_plan **into, const cli_args *args, const char *path, cli_input *bytes);

/* Creates a report for a path. NULL after printing the error. */
hhp_report *report_on(const cli_args *args, const char *path);

#endif
