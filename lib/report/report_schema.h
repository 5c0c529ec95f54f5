/* The JSON Schema of reports. */
#ifndef HHP_REPORT_REPORT_SCHEMA_H
#define HHP_REPORT_REPORT_SCHEMA_H

#include "json/schema_parts.h"

/* What the report as JSON calls itself. */
#define HHP__REPORT_FORMAT "helhedsplan-report/1"

/* The schema of "helhedsplan-report/1": what it says of the root, and its definitions, are put into the objects. */
void hhp__report_schema(json_t *schema, json_t *definitions, const hhp__schema_draft *draft, int *failed);

#endif
