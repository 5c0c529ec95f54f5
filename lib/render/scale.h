/* Scales of pictures in integer arithmetic: from amounts, decimals and dates to positions, with round ticks. */
#ifndef HHP_RENDER_SCALE_H
#define HHP_RENDER_SCALE_H

#include <stddef.h>
#include <stdint.h>

#include "base/kroner.h"

/* Positions are in hundredths of a percent of the width. */
enum { HHP__FULL_WIDTH = 10000, HHP__MOST_TICKS = 12 };

typedef struct {
  int64_t low;
  int64_t high;  /* above low; high - low fits an int64_t */
  int32_t width; /* position of `high`; that of `low` is 0 */
} hhp__scale;

/* The position of a value, rounded down; values outside of the scale are at its ends. */
int32_t hhp__position(const hhp__scale *scale, int64_t value);

/* Round values within the scale, at most `most` of them (2 to HHP__MOST_TICKS), in steps of 1, 2 or 5 times a power of
 * ten. Returns their number. */
size_t hhp__ticks(const hhp__scale *scale, size_t most, int64_t ticks[HHP__MOST_TICKS]);

/* A tick of kroner: "0", "500.000", "2,5 mio.", "20 mia." in Danish; "500,000", "2.5 m", "20 bn" in English. Exact: a
 * value that is not whole tenths of a million is written in full. */
const char *hhp__write_tick(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]);

/* An exact decimal (hhp__decimal_units(), ten-thousandths) as people write it: "1.234,5" in Danish, "1,234.5" in
 * English. */
const char *hhp__write_decimal(int64_t units, int32_t lang, char out[HHP__AMOUNT_SIZE]);

/* Number of days from 1 January of the year 1 to the exact date yyyymmdd. */
int64_t hhp__day_number(int32_t date);

#endif
