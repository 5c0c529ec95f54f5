/* The progress line and its timing. */
#include "cli/print/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/print/lang.h"

enum { PATIENCE = 1000, PAUSE = 100 }; /* milliseconds before the first line, and between lines */

static int64_t S_now(void) {
  struct timespec now;
  return clock_gettime(CLOCK_MONOTONIC, &now) != 0 ? 0 : (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_begin(cli_progress *progress, size_t count, int is_quiet, int32_t lang) {
  const char *terminal = getenv("TERM");
  int is_able = isatty(STDERR_FILENO) && terminal != NULL && terminal[0] != '\0' && strcmp(terminal, "dumb") != 0;
  *progress = (cli_progress){lang, count, S_now() + PATIENCE, is_able && !is_quiet, 0};
}

void progress_show(cli_progress *progress, size_t finished) {
  if (!progress->is_enabled || S_now() < progress->due)
    return;
  size_t number = finished < progress->count ? finished + 1 : progress->count;
  fprintf(stderr,
          in_lang(progress->lang, "\rKontrollerer fil %zu af %zu …\033[K", "\rChecking file %zu of %zu …\033[K"),
          number, progress->count);
  fflush(stderr);
  progress->is_shown = 1;
  progress->due = S_now() + PAUSE;
}

void progress_clear(cli_progress *progress) {
  if (!progress->is_shown)
    return;
  fputs("\r\033[K", stderr);
  fflush(stderr);
  progress->is_shown = 0;
}
