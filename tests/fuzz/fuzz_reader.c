/* Checks arbitrary bytes: the report is consistent, and agrees with Jansson about the syntax. */
#include <helhedsplan/helhedsplan.h>

#include "diff/oracle.h"
#include "fuzz/target.h"
#include "support/sound.h"

const size_t plan_begins_at = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *json = (const char *)bytes;
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_check(json, length, NULL, report) == HHP_OK, "no check");
  must_be_sound(unsound(report, json, length));
  opinion said = ask_jansson(json, length);
  int is_rejected = has_rule(report, "HP101") || has_rule(report, "HP102");
  must(is_rejected == said.is_rejected, "Jansson says otherwise");
  json_decref(said.tree);
  hhp_report_free(report);
  return 0;
}
