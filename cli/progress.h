/* How far a long check has come, for who looks on: one line on the terminal of standard error, taken away again. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "options.h"

typedef struct cli_progress {
  int32_t lang;
  size_t count;     /* of the files */
  int64_t due;      /* when the line is shown next, in milliseconds of some clock */
  int is_looked_on; /* standard error is a terminal that can take a line away */
  int is_shown;
} cli_progress;

void progress_begin(cli_progress *progress, const cli_args *args, size_t count);

/* Shows the line, once a second has gone, and at most ten times a second. */
void progress_show(cli_progress *progress, size_t finished);

/* Takes the line away: before anything else is written. */
void progress_clear(cli_progress *progress);

#endif
