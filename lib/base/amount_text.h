/* Amounts and other whole numbers as people write them: "3,4 mio. kr.", "46.000.000", "DKK 1,234.00", 4.6e7. Exact integer
 * arithmetic. What can be read in two ways is never decided here. */
#ifndef HHP_BASE_AMOUNT_TEXT_H
#define HHP_BASE_AMOUNT_TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  HHP__READ_NOTHING,   /* not an amount */
  HHP__READ_WHOLE,     /* `number` */
  HHP__READ_EITHER,    /* `number` where the mark separates thousands; `other` where it is a decimal sign */
  HHP__READ_NOT_WHOLE, /* between `number` and `number` + 1 */
  HHP__READ_PERCENT,   /* a share, not an amount */
  HHP__READ_OVERFLOW   /* leaves int64_t */
} hhp__reading;

typedef struct {
  hhp__reading reading;
  int64_t number;
  int64_t other; /* HHP__READ_EITHER: the reading with a decimal sign, rounded down */
  int other_is_whole;
  int has_unit; /* "kr.", "mio." ... */
} hhp__amount_text;

hhp__amount_text hhp__amount_read(const char *text, size_t length);

/* A JSON number, with or without fraction and exponent, 0 or above: HHP__READ_WHOLE, _NOT_WHOLE, _OVERFLOW or, where the
 * text is no such number, _NOTHING. It has the value that JSON gives it: 46.000 is 46. */
hhp__amount_text hhp__json_number_read(const char *text, size_t length);

#endif
