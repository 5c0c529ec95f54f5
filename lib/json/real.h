/* Numbers with a fraction or an exponent. Only x- members have them; money never does. */
#ifndef HHP_JSON_REAL_H
#define HHP_JSON_REAL_H

#include <locale.h>
#ifdef __APPLE__
#  include <xlocale.h>
#endif

#include "base/buffer.h"

/* The calling thread in the "C" locale, where a decimal point is a point, for as long as numbers are read and written. */
typedef struct {
  locale_t c;
  locale_t before;
} hhp__c_locale;

/* 0, or -1 when memory ran out. */
int hhp__enter_c_locale(hhp__c_locale *locale);
void hhp__leave_c_locale(const hhp__c_locale *locale);

/* The number at the start of the text, which goes on behind it with something that is no part of a number. 0; -1 when
 * it is too large, or too near to 0, to be kept; -2 when memory ran out. */
int hhp__real_parse(const char *text, double *real);

/* JSON text as Jansson dumped it, with every real written as short as still reads back to the last bit. */
void hhp__put_shortened(hhp__buffer *out, const char *json, size_t length);

#endif
