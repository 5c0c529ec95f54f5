/* Reading a whole document of either format, for a caller who may or may not want a report. */
#ifndef HHP_DOCUMENT_PARSE_H
#define HHP_DOCUMENT_PARSE_H

#include "model/model.h"
#include "report/finding.h"

/* *root is the new document's, or NULL. `length` may be HHP_NUL_TERMINATED, `report` NULL. What is not sound gives
 * HHP_ERR_DOCUMENT. */
hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root);

/* Reads a plan or a scheme and judges the document: everything that hhp_plan_parse tells. *is_sound, 0 before, is set where
 * the document has the form that its format asks for (no HP101-HP106, HP109; of a scheme, nothing at all). */
hhp_status hhp__read_document(hhp__object *root, const char *json, size_t length, hhp_report *report, int *is_sound);

#endif
