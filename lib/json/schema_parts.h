/* JSON Schemas: what that of documents and that of reports share. */
#ifndef HHP_JSON_SCHEMA_PARTS_H
#define HHP_JSON_SCHEMA_PARTS_H

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

#endif
