/* Values that the model does not describe: those of x- members, kept as Jansson values, and those that are passed over. */
#ifndef HHP_DOCUMENT_EXTENSION_VALUE_H
#define HHP_DOCUMENT_EXTENSION_VALUE_H

#include <jansson.h>

#include "document/decoder.h"

/* Reads the value that the token begins, to its end; duplicate members in it are found too, and, where it is kept,
 * numbers too large. `value` gets a new reference; NULL: it is passed over. 0, or -1 when nothing more can be read. */
int hhp__extension_value(hhp__decoder *d, hhp__token token, json_t **value);

/* Reads the member being read into a JSON object. */
int hhp__free_member(hhp__decoder *d, hhp__token token, json_t *members);

#endif
