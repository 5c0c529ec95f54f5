/* Numbers with a fraction or an exponent. Only x- members have them; money never does. */
#ifndef HHP_JSON_REAL_H
#define HHP_JSON_REAL_H

#include "core/buffer.h"

/* The number at the start of the text, which goes on behind it with something that is no part of a number. 0; -1 when
 * it is too large, -2 when memory ran out. */
int hhp__real_parse(const char *text, double *real);

/* JSON text as Jansson dumped it, with every real written as short as still reads back to the last bit. */
void hhp__put_shortened(hhp__buffer *out, const char *json, size_t length);

#endif
