/* Reading a whole document of either format, for a caller who may or may not want a report. */
#ifndef HHP_PLAN_PARSE_H
#define HHP_PLAN_PARSE_H

#include "model/model.h"
#include "report/finding.h"

/* *root is the new document's, or NULL. `length` may be HHP_NUL_TERMINATED, `report` NULL. What is not sound gives
 * HHP_ERR_DOCUMENT. */
hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root);

#endif
