/* Files are freed right after their check, so only those being checked are in memory. */
#include "cli/files/reports.h"

#include <stdlib.h>
#include <string.h>

#include "cli/files/input.h"
#include "cli/files/load.h"
#include "cli/files/thread_pool.h"
#include "cli/print/error.h"
#include "cli/print/progress.h"
#include "cli/system/system.h"

/* The result of one file. */
typedef struct S_outcome {
  hhp_report *report;
  cli_text messages;
  int code;
} S_outcome;

typedef struct S_task {
  cli_reports *into;
  const cli_args *args;
  const hhp_check_options *options;
  const cli_paths *paths;
  S_outcome *outcomes;
  cli_progress progress;
  int code;
} S_task;

enum { MOST_JOBS = 1024 };

int reports_jobs(const cli_args *args, size_t *jobs) {
  const char *words = option_value(args, OPTION_JOBS);
  *jobs = 1;
  if (words == NULL)
    return CODE_FINE;
  size_t digits = strspn(words, "0123456789");
  unsigned long number = digits > 0 && digits <= 4 && words[digits] == '\0' ? strtoul(words, NULL, 10) : MOST_JOBS + 1;
  if (number > MOST_JOBS)
    return error_usage(args, "--jobs: »%s« er ikke et tal fra 0 til 1.024",
                       "--jobs: “%s” is not a number from 0 to 1,024", words);
  size_t processors = number > 0 ? number : system_processors();
  *jobs = processors > MOST_JOBS ? MOST_JOBS : processors;
  return CODE_FINE;
}

/* Reads and checks a file, and frees its bytes. */
static int S_check_file(S_outcome *into, const S_task *task, const cli_path *path) {
  cli_input bytes = {0};
  into->report = report_on(task->args, path->name);
  if (into->report == NULL)
    return CODE_FAULT;
  int code = path->refused != 0 ? input_refuse(&bytes, task->args, path->name, path->refused)
                                : input_read(&bytes, task->args, path->name);
  hhp_status status = HHP_OK;
  if (code == CODE_FINE)
    status = hhp_check_in_place(bytes.bytes, bytes.length, task->options, into->report);
  else if (code == CODE_FILE)
    status = hhp_report_set_unreadable(into->report, bytes.why);
  input_free(&bytes);
  return status == HHP_OK ? code : error_status(task->args->lang, status);
}

static void S_check_item(void *user, size_t index) {
  const S_task *task = user;
  S_outcome *outcome = &task->outcomes[index];
  error_redirect(&outcome->messages);
  outcome->code = S_check_file(outcome, task, &task->paths->items[index]);
  error_redirect(NULL);
}

static int S_deliver_outcome(void *user, size_t index) {
  S_task *task = user;
  S_outcome *outcome = &task->outcomes[index];
  if (outcome->messages.length > 0 || outcome->messages.failed)
    progress_clear(&task->progress);
  error_print_lines(text_of(&outcome->messages));
  if (outcome->messages.failed)
    outcome->code = error_status(task->args->lang, HHP_ERR_NOMEM);
  text_free(&outcome->messages);
  if (outcome->code == CODE_FINE)
    task->into->readable++;
  if (outcome->code > task->code)
    task->code = outcome->code;
  return outcome->code == CODE_FAULT;
}

static void S_show_progress(void *user, size_t finished) {
  S_task *task = user;
  progress_show(&task->progress, finished);
}

/* Collects the reports; messages of files after a fatal error are dropped. */
static void S_collect_reports(S_task *task) {
  for (size_t i = 0; i < task->paths->count; i++) {
    text_free(&task->outcomes[i].messages);
    if (task->outcomes[i].report != NULL)
      task->into->items[task->into->count++] = task->outcomes[i].report;
  }
}

int reports_make(cli_reports *into, const cli_args *args, const hhp_check_options *options, const cli_paths *paths) {
  S_task task = {.into = into, .args = args, .options = options, .paths = paths};
  cli_thread_pool pool = {.count = paths->count, .work = S_check_item, .done = S_deliver_outcome, .user = &task};
  *into = (cli_reports){0};
  int code = reports_jobs(args, &pool.workers);
  if (code != CODE_FINE)
    return code;
  into->items = calloc(paths->count + 1, sizeof(hhp_report *));
  task.outcomes = calloc(paths->count + 1, sizeof(*task.outcomes));
  progress_begin(&task.progress, paths->count, option_value(args, OPTION_QUIET) != NULL, args->lang);
  pool.waiting = task.progress.is_enabled ? S_show_progress : NULL;
  if (into->items == NULL || task.outcomes == NULL || thread_pool_run(&pool) != 0) {
    task.code = error_status(args->lang, HHP_ERR_NOMEM);
  } else {
    progress_clear(&task.progress);
    S_collect_reports(&task);
  }
  free(task.outcomes);
  return task.code;
}

void reports_free(cli_reports *reports) {
  for (size_t i = 0; i < reports->count; i++)
    hhp_report_free(reports->items[i]);
  free(reports->items);
  *reports = (cli_reports){0};
}
