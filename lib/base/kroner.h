/* Whole kroner: sums that are checked, products divided exactly, and how amounts and shares are written. */
#ifndef HHP_BASE_KRONER_H
#define HHP_BASE_KRONER_H

#include <stdint.h>

#include "base/digits.h"

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

/* The same, but a share that misses a limit is not rounded to it, so that nobody reads that 25.00 % is less than 25 %: below
 * a minimum it is truncated (24.996 % is 24.99 %), above a maximum rounded up. HHP_ABSENT: no limit. */
int hhp__share_beside_least(int64_t part, int64_t whole, int64_t least, int64_t *bp);
int hhp__share_beside_most(int64_t part, int64_t whole, int64_t most, int64_t *bp);

/* "46.000.000 kr." and "23,91 %" in Danish, "DKK 46,000,000" and "23.91 %" in English. Shares in basis points. */
const char *hhp__write_kroner(int64_t kroner, int32_t lang, char out[HHP__AMOUNT]);
const char *hhp__write_share(int64_t bp, int32_t lang, char out[HHP__AMOUNT]);

/* A number that is no amount: "1.000" in Danish, "1,000" in English. */
const char *hhp__write_number(int64_t number, int32_t lang, char out[HHP__AMOUNT]);

/* A limit for a share, in basis points, without the decimals that say nothing: "25 %", "12,5 %". */
const char *hhp__write_limit(int64_t bp, int32_t lang, char out[HHP__AMOUNT]);

#endif
