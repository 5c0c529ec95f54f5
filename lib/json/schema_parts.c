/* What the JSON Schemas share. */
#include "json/schema_parts.h"

void hhp__schema_set(json_t *object, const char *name, json_t *value, int *failed) {
  if (json_object_set_new(object, name, value) != 0)
    *failed = 1;
}

void hhp__schema_append(json_t *array, json_t *value, int *failed) {
  if (json_array_append_new(array, value) != 0)
    *failed = 1;
}
