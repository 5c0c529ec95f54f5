/* Calls one function of the library on each file, and reports its cost: for documents that only an attacker would
 * write.
 *
 *   examine check|text|json|round-trip FILE...
 *
 * Prints the status, how often each rule was broken, how many findings were not kept, and the most memory that the
 * process ever had, in KiB, beyond what it had with the bytes of the file alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

static long S_peak(void) {
  FILE *file = fopen("/proc/self/status", "r");
  char line[256];
  long kib = 0;
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    if (sscanf(line, "VmHWM: %ld", &kib) == 1)
      break;
  }
  if (file != NULL)
    fclose(file);
  return kib;
}

enum { RULES = 1000 };

/* Rule ids are HP and three digits. */
static void S_print_rules(const hhp_report *report) {
  size_t counts[RULES] = {0};
  for (size_t i = 0; i < hhp_report_count(report); i++)
    counts[strtoul(hhp_finding_rule(hhp_report_at(report, i)) + 2, NULL, 10) % RULES]++;
  for (size_t rule = 0; rule < RULES; rule++) {
    if (counts[rule] > 0)
      printf("HP%03zu %zu\n", rule, counts[rule]);
  }
  printf("omitted %zu\n", hhp_report_omitted_count(report));
}

static hhp_status S_render(const hhp_report *report, int32_t format) {
  char *out = NULL;
  size_t length = 0;
  hhp_status status = hhp_report_render(report, format, NULL, &out, &length);
  if (status == HHP_OK)
    printf("rendered %zu\n", length);
  hhp_free(out);
  return status;
}

static hhp_status S_check(const text *document, int32_t format) {
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = hhp_check(document->bytes, document->length, NULL, report);
  if (status == HHP_OK && format != 0)
    status = S_render(report, format);
  S_print_rules(report);
  hhp_report_free(report);
  return status;
}

static hhp_status S_round_trip(const text *document) {
  hhp_plan *plan = NULL;
  char *json = NULL;
  size_t length = 0;
  hhp_status status = hhp_plan_parse(&plan, document->bytes, document->length, NULL);
  if (status == HHP_OK)
    status = hhp_plan_dump(plan, &json, &length);
  if (status == HHP_OK)
    printf("written %zu\n", length);
  hhp_free(json);
  hhp_plan_free(plan);
  return status;
}

/* A profiler finds the call by the name of this function. */
__attribute__((noinline)) static hhp_status examined_call(const char *call, const text *document) {
  if (strcmp(call, "round-trip") == 0)
    return S_round_trip(document);
  return S_check(document, strcmp(call, "text") == 0   ? HHP_FORMAT_TEXT
                           : strcmp(call, "json") == 0 ? HHP_FORMAT_JSON
                                                       : 0);
}

static void S_examine(const char *call, const char *path) {
  text document = {0};
  text_add_file(&document, path);
  long before = S_peak();
  hhp_status status = examined_call(call, &document);
  printf("status %s\n", hhp_status_name(status));
  printf("kib %ld\n", S_peak() - before);
  text_free(&document);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: examine check|text|json|round-trip FILE...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++)
    S_examine(argv[1], argv[i]);
  return 0;
}
