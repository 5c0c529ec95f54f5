/* JSON Schemas: what that of documents and that of reports share. */
#ifndef HHP_JSON_JSON_SCHEMA_H
#define HHP_JSON_JSON_SCHEMA_H

#include <jansson.h>

/* The drafts differ in where definitions stand. */
typedef struct {
  const char *name;
  const char *address;
  const char *definitions;
} hhp__schema_draft;

/* Every step may run out of memory; a NULL is passed on by Jansson's own functions, so one look at the end is enough. */
void hhp__schema_set(json_t *object, const char *name, json_t *value, int *failed);
void hhp__schema_append(json_t *array, json_t *value, int *failed);

/* The schema of "helhedsplan-report/1": what it says of the root, and its definitions, are put into the objects. */
void hhp__report_schema(json_t *schema, json_t *definitions, const hhp__schema_draft *draft, int *failed);

#endif
