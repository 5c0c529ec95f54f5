/* What the JSON Schemas of documents and of reports share. */
#ifndef HHP_JSON_SCHEMA_PARTS_H
#define HHP_JSON_SCHEMA_PARTS_H

#include <jansson.h>

/* A draft of JSON Schema; `definitions` is the member for definitions. */
typedef struct {
  const char *name;
  const char *address;
  const char *definitions;
} hhp__schema_draft;

/* Set *failed when memory ran out, also for a NULL value, so that callers can check once at the end. */
void hhp__schema_set(json_t *object, const char *name, json_t *value, int *failed);
void hhp__schema_append(json_t *array, json_t *value, int *failed);

#endif
