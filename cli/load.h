/* What commands read before they do their work: schemes and plans. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include <helhedsplan/helhedsplan.h>

#include "input.h"
#include "options.h"

/* A scheme: built in, or read from a file. */
typedef struct cli_scheme {
  const hhp_scheme *is; /* NULL: none was asked for */
  hhp_scheme *own;      /* the same, when it was read */
} cli_scheme;

/* The scheme of that id, else the one in that file; none for NULL. Returns CODE_FINE, or another code after having said
 * why: CODE_USAGE where there is no such scheme, or faults in the file. */
int scheme_load(cli_scheme *into, const cli_args *args, const char *id_or_path);
void scheme_free(cli_scheme *scheme);

/* The plan in a file. Returns CODE_FINE; CODE_FINDINGS where its faults keep it from being read, which have been listed
 * on standard error; CODE_FILE or CODE_FAULT. */
int plan_load(hhp_plan **into, const cli_args *args, const char *path, cli_input *bytes);

/* Begins a report on a path. NULL after having said why. */
hhp_report *report_on(const cli_args *args, const char *path);

/* Lists the findings of a report on standard error. */
int report_complain(const cli_args *args, const hhp_report *report);

#endif
