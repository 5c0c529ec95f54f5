/* Progress of a long check: one line on the terminal of standard error, erased at the end. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

typedef struct cli_progress {
  int32_t lang;
  size_t count;   /* number of files */
  int64_t due;    /* when to show the line next, in milliseconds of the monotonic clock */
  int is_enabled; /* standard error is a terminal that can erase a line */
  int is_shown;
} cli_progress;

void progress_begin(cli_progress *progress, size_t count, int is_quiet, int32_t lang);

/* Shows the line after the first second, at most ten times a second. */
void progress_show(cli_progress *progress, size_t finished);

/* Erases the line; call it before writing anything else. */
void progress_clear(cli_progress *progress);

#endif
