/* Calls one function of the library on each file, and reports its cost: for documents that only an attacker would
 * write.
 *
 *   examine check|text|json|round-trip|diff|tables|rollups|compact FILE...
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

/* The objects in lists of the plan itself. */
typedef hhp_status S_visitor(hhp_object *root, const hhp_field *list, size_t i);

static hhp_status S_each(hhp_plan *plan, S_visitor *visit) {
  hhp_object *root = (hhp_object *)plan;
  const hhp_entity *entity = hhp_object_entity(root);
  hhp_status status = HHP_OK;
  for (size_t f = 0; f < hhp_entity_field_count(entity); f++) {
    const hhp_field *list = hhp_entity_field_at(entity, f);
    int is_list = hhp_field_is_list(list) && hhp_get_object_at(root, list, 0) != NULL;
    for (size_t i = 0; status == HHP_OK && is_list && i < hhp_get_count(root, list); i++)
      status = visit(root, list, i);
  }
  return status;
}

/* Another title, and for every fourth a value of an x- member. */
static hhp_status S_change(hhp_object *root, const hhp_field *list, size_t i) {
  hhp_object *object = hhp_get_object_at(root, list, i);
  const hhp_field *title = hhp_entity_find_field(hhp_object_entity(object), "title");
  hhp_status status = title == NULL ? HHP_OK : hhp_set_text(object, title, "En anden titel");
  return status == HHP_OK && i % 4 == 0 ? hhp_set_extension(object, "x-ny", "[1, 2]") : status;
}

/* The differences from a plan that is changed everywhere, as text. */
static hhp_status S_diff(const text *document) {
  hhp_plan *before = NULL, *after = NULL;
  hhp_diff *diff = NULL;
  char *out = NULL;
  size_t length = 0;
  hhp_status status = hhp_plan_parse(&before, document->bytes, document->length, NULL);
  if (status == HHP_OK)
    status = hhp_plan_parse(&after, document->bytes, document->length, NULL);
  if (status == HHP_OK)
    status = S_each(after, S_change);
  if (status == HHP_OK)
    status = hhp_plan_diff(before, after, &diff);
  if (status == HHP_OK)
    status = hhp_diff_render(diff, HHP_FORMAT_TEXT, NULL, &out, &length);
  if (status == HHP_OK)
    printf("rendered %zu\n", length);
  hhp_free(out);
  hhp_diff_free(diff);
  hhp_plan_free(before);
  hhp_plan_free(after);
  return status;
}

static hhp_status S_tables(const text *document) {
  hhp_plan *plan = NULL;
  size_t all = 0;
  hhp_status status = hhp_plan_parse(&plan, document->bytes, document->length, NULL);
  for (size_t i = 0; status == HHP_OK && i < hhp_table_count(); i++) {
    char *out = NULL;
    size_t length = 0;
    status =
        hhp_table_render(hhp_table_at(i), plan, i % 2 == 0 ? HHP_FORMAT_CSV : HHP_FORMAT_MARKDOWN, NULL, &out, &length);
    all += length;
    hhp_free(out);
  }
  printf("rendered %zu\n", all);
  hhp_plan_free(plan);
  return status;
}

static hhp_status S_roll_up(const text *document) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, document->bytes, document->length, NULL);
  for (int32_t by = HHP_ROLLUP_BY_PARTY; status == HHP_OK && by <= HHP_ROLLUP_BY_FOCUS_AREA; by++) {
    hhp_rollup *rollup = NULL;
    status = hhp_plan_rollup(plan, by, &rollup);
    hhp_rollup_free(rollup);
  }
  hhp_plan_free(plan);
  return status;
}

/* All objects are changed three times, and the memory that this left is released. */
static hhp_status S_compact(const text *document) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, document->bytes, document->length, NULL);
  for (int i = 0; status == HHP_OK && i < 3; i++) {
    status = S_each(plan, S_change);
    if (status == HHP_OK)
      status = hhp_plan_compact(plan);
  }
  hhp_plan_free(plan);
  return status;
}

typedef hhp_status S_call(const text *document);

/* A profiler finds the call by the name of this function. */
__attribute__((noinline)) static hhp_status examined_call(const char *call, const text *document) {
  static const struct {
    const char *name;
    S_call *call;
  } calls[] = {{"round-trip", S_round_trip},
               {"diff", S_diff},
               {"tables", S_tables},
               {"rollups", S_roll_up},
               {"compact", S_compact}};
  for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
    if (strcmp(call, calls[i].name) == 0)
      return calls[i].call(document);
  }
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
    fprintf(stderr, "usage: examine check|text|json|round-trip|diff|tables|rollups|compact FILE...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++)
    S_examine(argv[1], argv[i]);
  return 0;
}
