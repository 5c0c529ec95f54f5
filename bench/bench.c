/* Times the library beside Jansson on the same bytes in the same run. Each measurement is made in a process of its own,
 * since the heap that another leaves behind changes the result, and the two are taken in turn, A B B A, so that a busy
 * machine is busy for both. What is printed are ratios: medians, with the 10th and 90th percentile. */
#include <helhedsplan/helhedsplan.h>

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "plans.h"

enum { MOST_PAIRS = 201 };

typedef struct {
  const char *json;
  size_t length;
} input;

typedef struct {
  int64_t nanoseconds;
  int64_t kib; /* peak memory beyond that of before */
} measure;

typedef void task(const input *in, measure *out);

static void S_die(const char *what) {
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

static int64_t S_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Peak memory of this process in KiB, as Linux tells it; 0 elsewhere. */
static int64_t S_peak(void) {
  char line[256];
  long long kib = 0;
  FILE *status = fopen("/proc/self/status", "r");
  while (status != NULL && fgets(line, sizeof(line), status) != NULL)
    sscanf(line, "VmHWM: %lld", &kib);
  if (status != NULL)
    fclose(status);
  return kib;
}

/* The peak so far is forgotten, so that what the process was born with does not count. */
static int64_t S_forget_peak(void) {
  FILE *clear = fopen("/proc/self/clear_refs", "w");
  if (clear != NULL) {
    fputs("5", clear);
    fclose(clear);
  }
  return S_peak();
}

static void S_library(const input *in, measure *out) {
  hhp_plan *plan = NULL;
  hhp_report *report = NULL;
  int64_t before = S_forget_peak();
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
  int64_t before = S_forget_peak();
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
  int64_t before = S_forget_peak();
  int64_t start = S_now();
  if (hhp_report_new(&report) != HHP_OK || hhp_check_options_new(&options) != HHP_OK ||
      hhp_check_options_set_sha256(options, 0) != HHP_OK || hhp_check(in->json, in->length, options, report) != HHP_OK)
    S_die("the plan cannot be checked");
  hhp_report_free(report);
  hhp_check_options_free(options);
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
}

static void S_dump(const input *in, measure *out) {
  hhp_plan *plan = NULL;
  char *json = NULL;
  size_t length = 0;
  if (hhp_plan_parse(&plan, in->json, in->length, NULL) != HHP_OK)
    S_die("the plan cannot be read");
  int64_t before = S_forget_peak();
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
  int64_t before = S_forget_peak();
  int64_t start = S_now();
  char *text = json_dumps(json, JSON_INDENT(2));
  out->nanoseconds = S_now() - start;
  out->kib = S_peak() - before;
  free(text);
  json_decref(json);
}

/* Runs the task in a child, and waits for what it measured. */
static measure S_measure(task *run, const input *in) {
  int ends[2];
  measure result;
  if (pipe(ends) != 0)
    S_die("no pipe");
  pid_t child = fork();
  if (child < 0)
    S_die("no process");
  if (child == 0) {
    run(in, &result);
    _exit(write(ends[1], &result, sizeof(result)) == sizeof(result) ? 0 : 1);
  }
  close(ends[1]);
  int status = 0;
  ssize_t got = read(ends[0], &result, sizeof(result));
  close(ends[0]);
  waitpid(child, &status, 0);
  if (got != sizeof(result) || status != 0)
    S_die("a measurement failed");
  return result;
}

static int S_by_size(const void *a, const void *b) {
  double x = *(const double *)a;
  double y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* Prints how long the first takes, in times of the second. */
static void S_compare(const char *what, task *first, const input *a, task *second, const input *b, int pairs) {
  double ratios[MOST_PAIRS];
  double kib = 0;
  for (int i = 0; i < pairs; i++) {
    measure x, y;
    if (i % 2 == 0) {
      x = S_measure(first, a);
      y = S_measure(second, b);
    } else {
      y = S_measure(second, b);
      x = S_measure(first, a);
    }
    ratios[i] = (double)x.nanoseconds / (double)y.nanoseconds;
    kib = (double)x.kib;
  }
  qsort(ratios, (size_t)pairs, sizeof(ratios[0]), S_by_size);
  printf("%-58s %6.3f  (%.3f-%.3f)  %5.2f\n", what, ratios[pairs / 2], ratios[pairs / 10], ratios[pairs - 1 - pairs / 10],
         kib * 1024 / (double)a->length);
  fflush(stdout);
}

static input S_plan(size_t activities, int faults) {
  input in = {0};
  in.json = make_plan(activities, faults, &in.length);
  if (in.json == NULL)
    S_die("no plan could be made");
  return in;
}

int main(int argc, char **argv) {
  int pairs = argc > 1 ? atoi(argv[1]) : 21;
  if (pairs < 3 || pairs > MOST_PAIRS) {
    fprintf(stderr, "usage: bench [PAIRS]   3 to %d, 21 if not said\n", MOST_PAIRS);
    return 2;
  }
  input small = S_plan(1000, 0);
  input large = S_plan(10000, 0);
  input huge = S_plan(100000, 0);
  input faulty = S_plan(10000, 1);
  printf("helhedsplan %s, Jansson %s; %d pairs; %zu, %zu and %zu bytes\n\n", hhp_version_string(), JANSSON_VERSION, pairs,
         small.length, large.length, huge.length);
  printf("%-58s  ratio  (p10-p90)      memory/file\n", "");
  S_compare("load, validate, free / Jansson load, free;    1,000", S_library, &small, S_jansson, &small, pairs);
  S_compare("load, validate, free / Jansson load, free;   10,000", S_library, &large, S_jansson, &large, pairs);
  S_compare("load, validate, free:  10,000 /   1,000 activities", S_library, &large, S_library, &small, pairs);
  S_compare("load, validate, free: 100,000 /  10,000 activities", S_library, &huge, S_library, &large, pairs / 3 | 1);
  S_compare("check: a fault in every activity / none;     10,000", S_check, &faulty, S_check, &large, pairs);
  S_compare("write / Jansson json_dumps of a ready tree;  10,000", S_dump, &large, S_jansson_dump, &large, pairs);
  return 0;
}
