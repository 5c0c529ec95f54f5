/* What the properties share. */
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"

hhp_report *check_text(const trial *t, const char *json, size_t length) {
  hhp_report *report = NULL;
  if (hhp_report_new(&report) != HHP_OK || hhp_check(json, length, t->options, report) != HHP_OK)
    abort();
  return report;
}

hhp_report *check_tree(const trial *t, const json_t *tree) {
  char *json = json_dumps(tree, JSON_INDENT(2));
  if (json == NULL)
    abort();
  hhp_report *report = check_text(t, json, strlen(json));
  free(json);
  return report;
}

hhp_plan *plan_of(const json_t *tree) {
  hhp_plan *plan = NULL;
  char *json = json_dumps(tree, JSON_COMPACT);
  if (json == NULL)
    abort();
  (void)hhp_plan_parse(&plan, json, strlen(json), NULL);
  free(json);
  return plan;
}

const char *wrong(trial *t, const char *what, const char *detail) {
  text_clear(&t->detail);
  text_puts(&t->detail, detail == NULL ? "" : detail);
  return what;
}
