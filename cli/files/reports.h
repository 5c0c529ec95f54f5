/* Checks files with one or more threads, and collects a report for each. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/command_line.h"
#include "cli/files/paths.h"

typedef struct cli_reports {
  hhp_report **items; /* in the order of the paths; unreadable files have one too */
  size_t count;
  size_t readable; /* number of files that could be read */
} cli_reports;

/* Checks the files with --jobs threads; read errors are printed in the order of the paths. Returns the highest of
 * CODE_FINE, CODE_FILE and CODE_FAULT. Call reports_free in any case. */
int reports_make(cli_reports *into, const cli_args *args, const hhp_check_options *options, const cli_paths *paths);
void reports_free(cli_reports *reports);

/* Parses --jobs. Returns CODE_FINE, or CODE_USAGE after printing the error. */
int reports_jobs(const cli_args *args, size_t *jobs);

#endif
