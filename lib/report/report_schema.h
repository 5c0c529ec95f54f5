/* The JSON Schema of reports. */
#ifndef HHP_REPORT_REPORT_SCHEMA_H
#define HHP_REPORT_REPORT_SCHEMA_H

#include "json/schema_parts.h"

/* The format name in JSON reports. */
#define HHP__REPORT_FORMAT "helhedsplan-report/1"

/* Adds the schema of "helhedsplan-report/1" to `schema`, and its definitions to `definitions`. */
void hhp__report_schema(json_t *schema, json_t *definitions, const hhp__schema_draft *draft, int *failed);

#endif
