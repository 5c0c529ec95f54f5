/* A report on each of many files, by one thread or several. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include <helhedsplan/helhedsplan.h>

#include "options.h"
#include "paths.h"

typedef struct cli_reports {
  hhp_report **items; /* in the order of the paths; those of files that could not be read say so */
  size_t count;
  size_t readable; /* how many of the files could be read */
} cli_reports;

/* Checks the files by --jobs; what is wrong with reading them is told in their order. Returns CODE_FINE, CODE_FILE or
 * CODE_FAULT, the highest there is. Whatever it returns, reports_free frees. */
int reports_make(cli_reports *into, const cli_args *args, const hhp_check_options *options, const cli_paths *paths);
void reports_free(cli_reports *reports);

/* Whether --jobs is a number. Returns CODE_FINE, or CODE_USAGE after having said that it is none. */
int reports_jobs(const cli_args *args, size_t *jobs);

#endif
