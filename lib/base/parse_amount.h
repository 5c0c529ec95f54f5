/* Parses amounts and other whole numbers as people write them: "3,4 mio. kr.", "46.000.000", "DKK 1,234.00", 4.6e7.
 * Uses exact integer arithmetic. Ambiguous numbers are returned as such, with both readings. */
#ifndef HHP_BASE_PARSE_AMOUNT_H
#define HHP_BASE_PARSE_AMOUNT_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  HHP__READ_NOTHING,   /* not an amount */
  HHP__READ_WHOLE,     /* `number` */
  HHP__READ_EITHER,    /* ambiguous: `number` if the separator groups thousands, `other` if it is a decimal sign */
  HHP__READ_NOT_WHOLE, /* between `number` and `number` + 1 */
  HHP__READ_PERCENT,   /* a share, not an amount */
  HHP__READ_OVERFLOW   /* does not fit in an int64_t */
} hhp__reading;

typedef struct {
  hhp__reading reading;
  int64_t number;
  int64_t other; /* HHP__READ_EITHER: the value with a decimal sign, rounded down */
  int other_is_whole;
  int has_unit; /* "kr.", "mio." ... */
} hhp__amount_text;

hhp__amount_text hhp__amount_read(const char *text, size_t length);

/* Parses a non-negative JSON number, with or without fraction and exponent. The reading is HHP__READ_WHOLE, _NOT_WHOLE,
 * _OVERFLOW, or _NOTHING if the text is not such a number. The value is that of JSON: 46.000 is 46. */
hhp__amount_text hhp__json_number_read(const char *text, size_t length);

#endif
