/* What the formats that are JSON share: strings of any text, arguments, and values that are safe to show. */
#ifndef HHP_RENDER_SHOWN_JSON_H
#define HHP_RENDER_SHOWN_JSON_H

#include <jansson.h>

#include "base/buffer.h"
#include "report/finding.h"

/* A new JSON string of text; bytes that are no UTF-8 are written as \xe5. JSON null for NULL; NULL when memory ran out. */
json_t *hhp__string_of(const char *text);

/* The arguments of a finding by name, as JSON has them; NULL when memory ran out. */
json_t *hhp__arguments_of(const hhp_finding *finding);

/* Writes the value, and lets go of it, with what a terminal would act on escaped. NULL fails the buffer. */
void hhp__put_shown_json(hhp__buffer *out, json_t *value, size_t level);

#endif
