/* Times the library against Jansson on the same bytes in the same run. Each side works in a new process, since the
 * heap left behind by another affects the result. The two alternate, A B B A, so that load on the machine affects
 * both. Prints ratios: medians, with the 10th and 90th percentiles. */
#include <helhedsplan/helhedsplan.h>

#include <fcntl.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "plans.h"

enum { MOST_PAIRS = 201 };

/* A plan in a file, and in the memory of the worker processes. */
typedef struct {
  char path[64];
  char *json;
  size_t length;
  size_t errors; /* that a check must find */
} input;

typedef struct {
  int64_t nanoseconds;
  int64_t kib; /* peak memory above the baseline */
} measure;

typedef void task(const input *in, measure *out);

static _Noreturn void S_die(const char *what) {
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

static int64_t S_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Whether this is the first run of a worker, the only one whose memory is of use: reading it takes as long as checking
 * a plan of thirty activities. */
static int S_is_first = 1;

/* Peak memory of this process in KiB, as reported by Linux; 0 elsewhere, and in later runs. */
static int64_t S_peak(void) {
  char line[256];
  long long kib = 0;
  FILE *status = S_is_first ? fopen("/proc/self/status", "r") : NULL;
  while (status != NULL && fgets(line, sizeof(line), status) != NULL)
    sscanf(line, "VmHWM: %lld", &kib);
  if (status != NULL)
    fclose(status);
  return kib;
}

static void S_library(const input *in, measure *out) {
  hhp_plan *plan = NULL;
  hhp_report *report = NULL;
  int64_t before = S_peak();
  int64_t start = S_now();
  if (hhp_report_new(&report) != HHP_OK || hhp_plan_parse(&plan, in->json, in->length, NULL) != HHP_OK ||
      hhp_plan_validate(plan, NULL, report) != HHP_OK)
    S_die("the plan cannot be read");
  size_t errors = hhp_report_error_count(report);
  hhp_plan_free(plan);
  hhp_report_free(report);
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
  if (errors > 0)
    S_die("the plan has errors");
}

static void S_jansson(const input *in, measure *out) {
  int64_t before = S_peak();
  int64_t start = S_now();
  json_t *json = json_loadb(in->json, in->length, JSON_REJECT_DUPLICATES, NULL);
  if (json == NULL)
    S_die("Jansson cannot read the plan");
  json_decref(json);
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
}

static void S_check(const input *in, measure *out) {
  hhp_report *report = NULL;
  hhp_check_options *options = NULL;
  int64_t before = S_peak();
  int64_t start = S_now();
  if (hhp_report_new(&report) != HHP_OK || hhp_check_options_new(&options) != HHP_OK ||
      hhp_check_options_set_sha256(options, 0) != HHP_OK || hhp_check(in->json, in->length, options, report) != HHP_OK)
    S_die("the plan cannot be checked");
  size_t errors = hhp_report_error_count(report);
  hhp_report_free(report);
  hhp_check_options_free(options);
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
  if (errors != in->errors)
    S_die("the check did not find the errors of the plan");
}

static void S_dump(const input *in, measure *out) {
  hhp_plan *plan = NULL;
  char *json = NULL;
  size_t length = 0;
  if (hhp_plan_parse(&plan, in->json, in->length, NULL) != HHP_OK)
    S_die("the plan cannot be read");
  int64_t before = S_peak();
  int64_t start = S_now();
  if (hhp_plan_dump(plan, &json, &length) != HHP_OK)
    S_die("the plan cannot be written");
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
  if (length != in->length || memcmp(json, in->json, length) != 0)
    S_die("the plan is not written as it was");
  hhp_free(json);
  hhp_plan_free(plan);
}

static void S_jansson_dump(const input *in, measure *out) {
  json_t *json = json_loadb(in->json, in->length, 0, NULL);
  if (json == NULL)
    S_die("Jansson cannot read the plan");
  int64_t before = S_peak();
  int64_t start = S_now();
  char *text = json_dumps(json, JSON_INDENT(2));
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
  if (text == NULL || strlen(text) + 1 != in->length) /* without the last line break */
    S_die("Jansson does not write the plan as it was");
  free(text);
  json_decref(json);
}

/* The tasks of a side. */
static const struct {
  const char *name;
  task *run;
} S_tasks[] = {{"library", S_library},
               {"jansson", S_jansson},
               {"check", S_check},
               {"dump", S_dump},
               {"jansson-dump", S_jansson_dump}};

static task *S_task(const char *name) {
  for (size_t i = 0; i < sizeof(S_tasks) / sizeof(S_tasks[0]); i++) {
    if (strcmp(S_tasks[i].name, name) == 0)
      return S_tasks[i].run;
  }
  S_die("no such task");
}

static void S_read(input *in, const char *path) {
  int file = open(path, O_RDONLY);
  struct stat info;
  if (file < 0 || fstat(file, &info) != 0)
    S_die("the plan cannot be opened");
  in->length = (size_t)info.st_size;
  in->json = malloc(in->length);
  size_t used = 0;
  ssize_t got = 1;
  for (; in->json != NULL && used < in->length && got > 0; used += (size_t)got)
    got = read(file, in->json + used, in->length - used);
  if (got <= 0 || in->json == NULL)
    S_die("the plan cannot be read");
  close(file);
  in->errors = faults_in(in->json, in->length);
}

/* A worker: for each byte read, it performs the task once and reports the time. */
static int S_work(const char *name, const char *path) {
  task *run = S_task(name);
  input in = {0};
  char byte;
  S_read(&in, path);
  while (read(STDIN_FILENO, &byte, 1) == 1) {
    measure result;
    run(&in, &result);
    S_is_first = 0;
    if (write(STDOUT_FILENO, &result, sizeof(result)) != sizeof(result))
      S_die("nobody listens");
  }
  free(in.json);
  return 0;
}

typedef struct {
  pid_t process;
  int orders;
  int results;
} side;

static void S_become(const char *program, const char *name, const input *in, int orders, int results) {
  dup2(orders, STDIN_FILENO);
  dup2(results, STDOUT_FILENO);
  execl(program, program, "--work", name, in->path, (char *)NULL);
  _exit(127);
}

static side S_start(const char *program, const char *name, const input *in) {
  int orders[2], results[2];
  if (pipe(orders) != 0 || pipe(results) != 0)
    S_die("no pipe");
  /* A worker must hold neither the pipes of the other nor the parent's ends of its pipes. */
  fcntl(orders[1], F_SETFD, FD_CLOEXEC);
  fcntl(results[0], F_SETFD, FD_CLOEXEC);
  pid_t process = fork();
  if (process < 0)
    S_die("no process");
  if (process == 0)
    S_become(program, name, in, orders[0], results[1]);
  close(orders[0]);
  close(results[1]);
  return (side){process, orders[1], results[0]};
}

static measure S_measure(const side *s) {
  measure result;
  if (write(s->orders, "1", 1) != 1 || read(s->results, &result, sizeof(result)) != sizeof(result))
    S_die("a measurement failed");
  return result;
}

static void S_stop(const side *s) {
  int status = 0;
  close(s->orders);
  close(s->results);
  if (waitpid(s->process, &status, 0) != s->process || status != 0)
    S_die("a side ended badly");
}

static int S_by_size(const void *a, const void *b) {
  double x = *(const double *)a;
  double y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* Ratio of the times of the two sides in one round A B B A. */
static double S_ratio(const side *first, const side *second) {
  measure a = S_measure(first);
  measure b = S_measure(second);
  measure c = S_measure(second);
  measure d = S_measure(first);
  return (double)(a.nanoseconds + d.nanoseconds) / (double)(b.nanoseconds + c.nanoseconds);
}

static const char *S_program;

/* Prints the ratio of the two times. The first run of each is used only for memory: later ones reuse a warm heap. */
static void S_compare(const char *what, const char *task_a, const input *a, const char *task_b, const input *b,
                      int pairs) {
  double ratios[MOST_PAIRS];
  side first = S_start(S_program, task_a, a);
  side second = S_start(S_program, task_b, b);
  measure cold = S_measure(&first);
  S_measure(&second);
  for (int i = 0; i < pairs; i++)
    ratios[i] = S_ratio(&first, &second);
  S_stop(&first);
  S_stop(&second);
  qsort(ratios, (size_t)pairs, sizeof(ratios[0]), S_by_size);
  printf("%-58s %6.3f  (%.3f-%.3f)  %5.2f\n", what, ratios[pairs / 2], ratios[pairs / 10],
         ratios[pairs - 1 - pairs / 10], (double)cold.kib * 1024 / (double)a->length);
  fflush(stdout);
}

static void S_save(const input *in, int file) {
  for (size_t put = 0; put < in->length;) {
    ssize_t count = write(file, in->json + put, in->length - put);
    if (count <= 0)
      S_die("the plan cannot be written");
    put += (size_t)count;
  }
  close(file);
}

static input S_plan(size_t activities, int faults) {
  input in = {.path = "/tmp/helhedsplan-bench-XXXXXX"};
  in.json = make_plan(activities, faults, &in.length);
  int file = mkstemp(in.path);
  if (in.json == NULL || file < 0)
    S_die("no plan could be made");
  S_save(&in, file);
  free(in.json);
  in.json = NULL;
  return in;
}

static void S_compare_all(const input *small, const input *large, const input *huge, const input *faulty, int pairs) {
  printf("%-58s  ratio  (p10-p90)      memory/file\n", "");
  S_compare("load, validate, free / Jansson load, free;    1,000", "library", small, "jansson", small, pairs);
  S_compare("load, validate, free / Jansson load, free;   10,000", "library", large, "jansson", large, pairs);
  S_compare("check, with places / Jansson load, free;     10,000", "check", large, "jansson", large, pairs);
  S_compare("load, validate, free:  10,000 /   1,000 activities", "library", large, "library", small, pairs);
  S_compare("load, validate, free: 100,000 /  10,000 activities", "library", huge, "library", large, pairs / 3 | 1);
  S_compare("check: a fault in every activity / none;     10,000", "check", faulty, "check", large, pairs);
  S_compare("write / Jansson json_dumps of a ready tree;  10,000", "dump", large, "jansson-dump", large, pairs);
}

/* For bench/instructions.py. */
static int S_print_plan(size_t activities, int faults) {
  size_t length = 0;
  char *json = make_plan(activities, faults, &length);
  if (json == NULL || fwrite(json, 1, length, stdout) != length)
    S_die("no plan could be printed");
  free(json);
  return 0;
}

int main(int argc, char **argv) {
  if (argc >= 3 && strcmp(argv[1], "--plan") == 0)
    return S_print_plan((size_t)atoi(argv[2]), argc > 3);
  if (argc == 4 && strcmp(argv[1], "--work") == 0)
    return S_work(argv[2], argv[3]);
  int pairs = argc > 1 ? atoi(argv[1]) : 21;
  if (pairs < 3 || pairs > MOST_PAIRS) {
    fprintf(stderr, "usage: bench [PAIRS]   3 to %d, 21 if not said\n", MOST_PAIRS);
    return 2;
  }
  S_program = argv[0];
  input plans[] = {S_plan(1000, 0), S_plan(10000, 0), S_plan(100000, 0), S_plan(10000, 1)};
  printf("helhedsplan %s, Jansson %s; %d times A B B A; %zu, %zu and %zu bytes\n\n", hhp_version_string(),
         JANSSON_VERSION, pairs, plans[0].length, plans[1].length, plans[2].length);
  S_compare_all(&plans[0], &plans[1], &plans[2], &plans[3], pairs);
  for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++)
    unlink(plans[i].path);
  return 0;
}
