/* Whole kroner: checked sums, exact division of products, and formatting of amounts and shares. */
#ifndef HHP_BASE_KRONER_H
#define HHP_BASE_KRONER_H

#include <stdint.h>

#include "base/digits.h"

enum {
  HHP__AMOUNT_SIZE = 48, /* buffer size for a formatted amount or share */
  HHP__WHOLE_BP = 10000
};

/* Store the sum or product in *result and return 0, or return -1 on overflow and leave *result unchanged. */
int hhp__add(int64_t a, int64_t b, int64_t *result);
int hhp__multiply(int64_t a, int64_t b, int64_t *result);

/* a * b / c, rounded towards zero or up, exact for a product of any size. Return -1 if
 * the quotient does not fit in an int64_t, and unless a, b >= 0 and c > 0. */
int hhp__mul_div_down(int64_t a, int64_t b, int64_t c, int64_t *quotient);
int hhp__mul_div_up(int64_t a, int64_t b, int64_t c, int64_t *quotient);

/* The share in basis points, rounded half up. For display only, never for comparison. */
int hhp__share_rounded(int64_t part, int64_t whole, int64_t *bp);

/* The same, for display beside a limit: a share that misses the limit is never displayed as the limit. If it is below
 * the minimum, 24.996 % is 24.99 %, not 25.00 %; above a maximum, it is rounded up. HHP_ABSENT: no limit. */
int hhp__share_for_minimum(int64_t part, int64_t whole, int64_t least, int64_t *bp);
int hhp__share_for_maximum(int64_t part, int64_t whole, int64_t most, int64_t *bp);

/* "46.000.000 kr." and "23,91 %" in Danish, "DKK 46,000,000" and "23.91 %" in English. Shares in basis points. */
const char *hhp__write_kroner(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]);
const char *hhp__write_share(int64_t bp, int32_t lang, char out[HHP__AMOUNT_SIZE]);

/* A number that is not an amount: "1.000" in Danish, "1,000" in English. */
const char *hhp__write_number(int64_t number, int32_t lang, char out[HHP__AMOUNT_SIZE]);

/* A limit for a share, in basis points, without trailing zero decimals: "25 %", "12,5 %". */
const char *hhp__write_limit(int64_t bp, int32_t lang, char out[HHP__AMOUNT_SIZE]);

#endif
