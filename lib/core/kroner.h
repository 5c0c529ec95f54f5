/* Whole kroner: sums that are checked, products divided exactly, and how amounts and shares are written. */
#ifndef HHP_CORE_KRONER_H
#define HHP_CORE_KRONER_H

#include <stdint.h>

#include "core/digits.h"

enum {
  HHP__AMOUNT = 48, /* room for an amount or a share as written for people */
  HHP__WHOLE_BP = 10000
};

/* 0 and the sum or product in *result, or -1 and *result untouched when it leaves int64_t. */
int hhp__add(int64_t a, int64_t b, int64_t *result);
int hhp__multiply(int64_t a, int64_t b, int64_t *result);

/* a * b / c, exact whatever the size of a * b, towards zero or upwards. a, b >= 0 and c > 0. -1 when the quotient
 * leaves int64_t. */
int hhp__mul_div_down(int64_t a, int64_t b, int64_t c, int64_t *quotient);
int hhp__mul_div_up(int64_t a, int64_t b, int64_t c, int64_t *quotient);

/* The share in basis points, rounded half up: for people to read, never to compare. */
int hhp__share_rounded(int64_t part, int64_t whole, int64_t *bp);

/* "46.000.000 kr." and "23,91 %" in Danish, "DKK 46,000,000" and "23.91 %" in English. Shares in basis points. */
const char *hhp__write_kroner(int64_t kroner, int32_t lang, char out[HHP__AMOUNT]);
const char *hhp__write_share(int64_t bp, int32_t lang, char out[HHP__AMOUNT]);

#endif
