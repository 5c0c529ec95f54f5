/* The progress line and its timing. */
#include "cli/print/progress.h"

#include <stdio.h>

#include "cli/print/lang.h"
#include "cli/system/system.h"

enum { PATIENCE = 1000, PAUSE = 100 }; /* milliseconds before the first line, and between lines */

void progress_begin(cli_progress *progress, size_t count, int is_quiet, int32_t lang) {
  int is_enabled = !is_quiet && system_errors_have_cursor();
  *progress = (cli_progress){lang, count, system_milliseconds() + PATIENCE, is_enabled, 0};
}

void progress_show(cli_progress *progress, size_t finished) {
  if (!progress->is_enabled || system_milliseconds() < progress->due)
    return;
  size_t number = finished < progress->count ? finished + 1 : progress->count;
  fprintf(stderr,
          in_lang(progress->lang, "\rKontrollerer fil %zu af %zu …\033[K", "\rChecking file %zu of %zu …\033[K"),
          number, progress->count);
  fflush(stderr);
  progress->is_shown = 1;
  progress->due = system_milliseconds() + PAUSE;
}

void progress_clear(cli_progress *progress) {
  if (!progress->is_shown)
    return;
  fputs("\r\033[K", stderr);
  fflush(stderr);
  progress->is_shown = 0;
}
