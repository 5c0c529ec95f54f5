/* Which formats a result is written in, and where to: --format F[=PATH]. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <helhedsplan/helhedsplan.h>

#include "options.h"

/* The words of --format, each in the place of its HHP_FORMAT constant less one; ended by NULL. */
extern const char *const output_report_words[];  /* of findings */
extern const char *const output_figures_words[]; /* of figures */
extern const char *const output_diff_words[];    /* of differences */
extern const char *const output_rules_words[];   /* of rules; as of differences */
extern const char *const output_explain_words[]; /* of one rule */

enum { OUTPUT_EXPLAIN_MARKDOWN = 2 };

typedef struct cli_output {
  int32_t format;   /* one of the HHP_FORMAT constants */
  const char *path; /* NULL: standard output */
} cli_output;

typedef struct cli_outputs {
  cli_output *items;
  size_t count;
} cli_outputs;

/* Reads every --format; text to standard output when there is none. Two formats to one place, and a path that is one of
 * the files to be read, are wrong usage. Returns CODE_FINE, or another code after having said why. */
int outputs_read(cli_outputs *into, const cli_args *args, option_id id);

/* Whether a file that is to be read is none of the places. Returns CODE_FINE, or CODE_USAGE after having said that it is
 * one. */
int outputs_check(const cli_outputs *outputs, const cli_args *args, const char *read);

void outputs_free(cli_outputs *outputs);

#endif
