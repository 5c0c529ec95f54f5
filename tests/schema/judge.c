/* What the library says of documents, for comparison with what validators of JSON Schema say.
 *
 *   judge schema 2020-12|draft-07     prints the JSON Schema
 *   judge FILE                        prints for each line of the file, a document, the ids of the rules that it breaks
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

static int S_print_schema(const char *draft) {
  char *json = NULL;
  int32_t number = strcmp(draft, "2020-12") == 0 ? HHP_JSON_SCHEMA_2020_12 : HHP_JSON_SCHEMA_DRAFT_07;
  hhp_status status = hhp_json_schema(number, &json, NULL);
  if (status != HHP_OK) {
    fprintf(stderr, "hhp_json_schema: %s\n", hhp_status_name(status));
    return 2;
  }
  fputs(json, stdout);
  hhp_free(json);
  return 0;
}

static int S_print_rules(const char *json, size_t length) {
  hhp_report *report = NULL;
  if (hhp_report_new(&report) != HHP_OK || hhp_check(json, length, NULL, report) != HHP_OK) {
    fprintf(stderr, "hhp_check failed\n");
    return -1;
  }
  for (size_t i = 0; i < hhp_report_count(report); i++)
    printf("%s%s", i == 0 ? "" : " ", hhp_finding_rule(hhp_report_at(report, i)));
  printf("\n");
  hhp_report_free(report);
  return 0;
}

static int S_judge(const char *path) {
  text batch = {0};
  text_add_file(&batch, path);
  int failed = 0;
  const char *end = batch.bytes + batch.length;
  for (const char *line = batch.bytes; line < end && failed == 0;) {
    const char *newline = memchr(line, '\n', (size_t)(end - line));
    size_t length = newline == NULL ? (size_t)(end - line) : (size_t)(newline - line);
    failed = S_print_rules(line, length);
    line += length + 1;
  }
  text_free(&batch);
  return failed == 0 ? 0 : 2;
}

int main(int argc, char **argv) {
  if (argc == 3 && strcmp(argv[1], "schema") == 0)
    return S_print_schema(argv[2]);
  if (argc == 2)
    return S_judge(argv[1]);
  fprintf(stderr, "usage: judge schema DRAFT | judge FILE\n");
  return 2;
}
