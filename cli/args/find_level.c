/* Finds severities and stages by name. */
#include "cli/args/find_level.h"

#include <string.h>

#include <helhedsplan/helhedsplan.h>

int32_t find_severity(const char *name) {
  for (int32_t severity = HHP_SEVERITY_OFF; hhp_severity_name(severity) != NULL; severity++) {
    if (strcmp(hhp_severity_name(severity), name) == 0)
      return severity;
  }
  return -1;
}

int32_t find_stage(const char *name) {
  for (int32_t stage = HHP_STAGE_DRAFT; hhp_stage_name(stage) != NULL; stage++) {
    if (strcmp(hhp_stage_name(stage), name) == 0)
      return stage;
  }
  return -1;
}
