/* Encodes the model as JSON: as Jansson values, and as canonical text. */
#ifndef HHP_DOCUMENT_ENCODE_H
#define HHP_DOCUMENT_ENCODE_H

#include <jansson.h>

#include "base/buffer.h"
#include "model/model.h"

/* An object with all that it holds, members in canonical order, as a new reference that shares nothing with
 * the model; NULL when memory ran out. */
json_t *hhp__object_to_json(const hhp__object *object);

/* HHP_OK; HHP_ERR_OVERFLOW for a value of more than `levels` levels of objects and lists; HHP_ERR_UTF8 for text that
 * was created unchecked. */
hhp_status hhp__check_json(const json_t *json, int levels);

/* The text of any value. For a value too deep for the reader, text that is too deep as well, so that the reader reports
 * it. HHP_OK, HHP_ERR_UTF8 or HHP_ERR_NOMEM. */
hhp_status hhp__put_json(hhp__buffer *out, const json_t *json);

/* The canonical text of a root object. */
void hhp__put_document(hhp__buffer *out, const hhp__object *root);

#endif
