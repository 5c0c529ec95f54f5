/* Scales of pictures. */
#include "render/scale.h"

#include <string.h>

#include <helhedsplan/status.h>

int32_t hhp__position(const hhp__scale *scale, int64_t value) {
  int64_t at;
  if (value <= scale->low)
    return 0;
  if (value >= scale->high)
    return scale->width;
  if (hhp__mul_div_down(value - scale->low, scale->width, scale->high - scale->low, &at) != 0)
    return scale->width;
  return (int32_t)at;
}

/* The first multiple of the step at or above `low`. */
static int64_t S_first_tick(int64_t low, int64_t step) {
  int64_t rest = low % step;
  if (rest == 0)
    return low;
  return rest > 0 ? low + (step - rest) : low - rest;
}

/* Does not fit a size_t of 32 bits. */
static uint64_t S_tick_count(const hhp__scale *scale, int64_t step) {
  int64_t first = S_first_tick(scale->low, step);
  return first > scale->high ? 0 : (uint64_t)((scale->high - first) / step) + 1;
}

/* The next step in 1, 2, 5, 10, 20 ... */
static int64_t S_next_step(int64_t step) {
  int64_t leading = step;
  while (leading >= 10)
    leading /= 10;
  return leading == 2 ? step / 2 * 5 : step * 2;
}

size_t hhp__ticks(const hhp__scale *scale, size_t most, int64_t ticks[HHP__MOST_TICKS]) {
  const int64_t largest = 5000000000000000000; /* the next one does not fit */
  int64_t step = 1;
  while (step < largest && S_tick_count(scale, step) > most)
    step = S_next_step(step);
  uint64_t all = S_tick_count(scale, step);
  size_t count = all > most ? most : (size_t)all;
  int64_t first = S_first_tick(scale->low, step);
  for (size_t i = 0; i < count; i++)
    ticks[i] = first + (int64_t)i * step;
  return count;
}

/* Whole tenths of a unit, with one decimal unless it is 0. */
static void S_write_tenths(int64_t tenths, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  hhp__write_number(tenths / 10, lang, out);
  if (tenths % 10 == 0)
    return;
  size_t length = strlen(out);
  out[length] = lang == HHP_LANG_DA ? ',' : '.';
  out[length + 1] = (char)('0' + tenths % 10);
  out[length + 2] = '\0';
}

const char *hhp__write_tick(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  enum { TENTH_OF_MILLION = 100000, TENTH_OF_BILLION = 100000000 };
  if (kroner >= 10 * (int64_t)TENTH_OF_BILLION && kroner % TENTH_OF_BILLION == 0) {
    S_write_tenths(kroner / TENTH_OF_BILLION, lang, out);
    strcat(out, lang == HHP_LANG_DA ? " mia." : " bn");
  } else if (kroner >= 10 * TENTH_OF_MILLION && kroner % TENTH_OF_MILLION == 0) {
    S_write_tenths(kroner / TENTH_OF_MILLION, lang, out);
    strcat(out, lang == HHP_LANG_DA ? " mio." : " m");
  } else {
    hhp__write_number(kroner, lang, out);
  }
  return out;
}

const char *hhp__write_decimal(int64_t units, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  enum { UNITS = 10000 };
  char whole[HHP__AMOUNT_SIZE];
  int64_t size = units < 0 ? -units : units;
  hhp__write_number(size / UNITS, lang, whole);
  strcpy(out, units < 0 ? "-" : "");
  strcat(out, whole);
  int64_t rest = size % UNITS;
  if (rest == 0)
    return out;
  size_t length = strlen(out);
  out[length++] = lang == HHP_LANG_DA ? ',' : '.';
  for (int64_t place = UNITS / 10; rest > 0; place /= 10) {
    out[length++] = (char)('0' + rest / place);
    rest %= place;
  }
  out[length] = '\0';
  return out;
}

int64_t hhp__day_number(int32_t date) {
  int64_t year = date / 10000, month = date / 100 % 100, day = date % 100;
  /* Years begin in March here, so that the leap day is the last one. */
  if (month <= 2) {
    year--;
    month += 12;
  }
  return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 307;
}
