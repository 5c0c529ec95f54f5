/* Numbers with a fraction or an exponent. Only x- members have them, never amounts. */
#ifndef HHP_JSON_REAL_H
#define HHP_JSON_REAL_H

#include "base/buffer.h"

/* Parses the number at the start of the text; a byte that cannot be part of a number must follow it. 0; -1 if it is too
 * large or too near to 0 for a double; -2 when memory ran out. */
int hhp__real_parse(const char *text, double *real);

/* Copies JSON text written by Jansson, with every real in the shortest form that reads back as the same double. */
void hhp__put_shortened(hhp__buffer *out, const char *json, size_t length);

#endif
