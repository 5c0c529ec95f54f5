/* What the JSON Schemas have for editors. */
#ifndef HHP_DOCUMENT_EDITOR_SCHEMA_H
#define HHP_DOCUMENT_EDITOR_SCHEMA_H

#include <jansson.h>
#include <stdint.h>

/* Puts descriptions in one language into the schema of the root entity and its definitions, and adds keywords of VS
 * Code's JSON service. What the schema accepts is not changed. Sets *failed when memory ran out. */
void hhp__describe_for_editors(json_t *schema, const json_t *definitions, int root, int32_t lang, int *failed);

#endif
