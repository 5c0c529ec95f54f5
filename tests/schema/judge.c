/* Prints the library's verdicts on plans or schemes, for comparison with validators of JSON Schema.
 *
 *   judge plan|scheme schema 2020-12|draft-07     prints the JSON Schema
 *   judge plan|scheme FILE                        prints for each line of the file, a document, the ids of the rules
 *                                                 that it breaks
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

static int S_print_schema(int32_t format, const char *draft) {
  char *json = NULL;
  int32_t number = strcmp(draft, "2020-12") == 0 ? HHP_JSON_SCHEMA_2020_12 : HHP_JSON_SCHEMA_DRAFT_07;
  hhp_status status = hhp_json_schema_of(format, number, &json, NULL);
  if (status != HHP_OK) {
    fprintf(stderr, "hhp_json_schema_of: %s\n", hhp_status_name(status));
    return 2;
  }
  fputs(json, stdout);
  hhp_free(json);
  return 0;
}

static hhp_status S_look_at(int32_t format, const char *json, size_t length, hhp_report *report) {
  if (format == HHP_SCHEMA_PLAN)
    return hhp_check(json, length, NULL, report);
  hhp_scheme *scheme = NULL;
  hhp_status status = hhp_scheme_parse(&scheme, json, length, report);
  hhp_scheme_free(scheme);
  return status == HHP_ERR_DOCUMENT ? HHP_OK : status;
}

static int S_print_rules(int32_t format, const char *json, size_t length) {
  hhp_report *report = NULL;
  if (hhp_report_new(&report) != HHP_OK || S_look_at(format, json, length, report) != HHP_OK) {
    fprintf(stderr, "a document could not be looked at\n");
    return -1;
  }
  for (size_t i = 0; i < hhp_report_count(report); i++)
    printf("%s%s", i == 0 ? "" : " ", hhp_finding_rule(hhp_report_at(report, i)));
  printf("\n");
  hhp_report_free(report);
  return 0;
}

static int S_judge(int32_t format, const char *path) {
  text batch = {0};
  text_add_file(&batch, path);
  int failed = 0;
  const char *end = batch.bytes + batch.length;
  for (const char *line = batch.bytes; line < end && failed == 0;) {
    const char *newline = memchr(line, '\n', (size_t)(end - line));
    size_t length = newline == NULL ? (size_t)(end - line) : (size_t)(newline - line);
    failed = S_print_rules(format, line, length);
    line += length + 1;
  }
  text_free(&batch);
  return failed == 0 ? 0 : 2;
}

int main(int argc, char **argv) {
  int32_t format = argc > 1 && strcmp(argv[1], "scheme") == 0 ? HHP_SCHEMA_SCHEME : HHP_SCHEMA_PLAN;
  if (argc == 4 && strcmp(argv[2], "schema") == 0)
    return S_print_schema(format, argv[3]);
  if (argc == 3)
    return S_judge(format, argv[2]);
  fprintf(stderr, "usage: judge plan|scheme schema DRAFT | judge plan|scheme FILE\n");
  return 2;
}
