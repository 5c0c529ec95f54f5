/* Reads values that the model does not describe: those of x- members, as Jansson values, and those that are skipped. */
#ifndef HHP_DOCUMENT_EXTENSION_VALUE_H
#define HHP_DOCUMENT_EXTENSION_VALUE_H

#include <jansson.h>

#include "document/decoder.h"

/* Reads the value that begins with the token to its end, and reports duplicate members in it and, if it is kept,
 * numbers that are too large. *value gets a new reference; `value` NULL: skips it. 0, or -1 when nothing more can be
 * read. */
int hhp__extension_value(hhp__decoder *d, hhp__token token, json_t **value);

/* Reads the value of the current member into a JSON object. */
int hhp__extension_member(hhp__decoder *d, hhp__token token, json_t *members);

#endif
