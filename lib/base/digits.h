/* Decimal digits, whatever the locale. */
#ifndef HHP_BASE_DIGITS_H
#define HHP_BASE_DIGITS_H

#include <stdint.h>

enum { HHP__DIGITS_SIZE = 24 }; /* buffer size for an int64_t in digits, including NUL */

/* Returns the digits, which begin somewhere in `out`. */
const char *hhp__digits(int64_t number, char out[HHP__DIGITS_SIZE]);

#endif
