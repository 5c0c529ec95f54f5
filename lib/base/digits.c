/* Whole numbers in plain digits. */
#include "base/digits.h"

const char *hhp__digits(int64_t number, char out[HHP__DIGITS_SIZE]) {
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  char *p = out + HHP__DIGITS_SIZE - 1;
  *p = '\0';
  do {
    *--p = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (number < 0)
    *--p = '-';
  return p;
}
