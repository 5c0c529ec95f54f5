/* Checked arithmetic on whole kroner, and formatting. */
#include "base/kroner.h"

#include <string.h>

#include <helhedsplan/status.h>

int hhp__add(int64_t a, int64_t b, int64_t *result) {
  if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b)
    return -1;
  *result = a + b;
  return 0;
}

/* Fails for negative factors too; amounts, hours and rates are never negative. */
int hhp__multiply(int64_t a, int64_t b, int64_t *result) {
  if (a < 0 || b < 0 || (b != 0 && a > INT64_MAX / b))
    return -1;
  *result = a * b;
  return 0;
}

/* Long multiplication, one bit of b at a time, keeping quotient and remainder. The remainder stays below c, so twice
 * the remainder fits in uint64_t. */
static int S_mul_div(int64_t a, int64_t b, int64_t c, uint64_t *quotient, uint64_t *remainder) {
  if (a < 0 || b < 0 || c <= 0)
    return -1;
  uint64_t divisor = (uint64_t)c;
  uint64_t whole = (uint64_t)a / divisor;
  uint64_t part = (uint64_t)a % divisor;
  uint64_t q = 0;
  uint64_t r = 0;
  enum { SMALL = 1 << 15 }; /* as basis points are; leading zeros change nothing */
  for (int bit = b < SMALL ? 14 : 62; bit >= 0; bit--) {
    if (q > INT64_MAX / 2)
      return -1;
    q *= 2;
    r *= 2;
    if (r >= divisor) {
      r -= divisor;
      q++;
    }
    if (((uint64_t)b >> bit & 1) == 0)
      continue;
    r += part;
    q += whole;
    if (r >= divisor) {
      r -= divisor;
      q++;
    }
    if (q > INT64_MAX)
      return -1;
  }
  *quotient = q;
  *remainder = r;
  return 0;
}

int hhp__mul_div_down(int64_t a, int64_t b, int64_t c, int64_t *quotient) {
  uint64_t q, r;
  if (S_mul_div(a, b, c, &q, &r) != 0)
    return -1;
  *quotient = (int64_t)q;
  return 0;
}

int hhp__mul_div_up(int64_t a, int64_t b, int64_t c, int64_t *quotient) {
  uint64_t q, r;
  if (S_mul_div(a, b, c, &q, &r) != 0 || (r != 0 && q == INT64_MAX))
    return -1;
  *quotient = (int64_t)(q + (r != 0));
  return 0;
}

int hhp__share_rounded(int64_t part, int64_t whole, int64_t *bp) {
  int64_t halves;
  if (hhp__mul_div_down(part, 2 * HHP__WHOLE_BP, whole, &halves) != 0)
    return -1;
  *bp = halves / 2 + halves % 2;
  return 0;
}

int hhp__share_for_minimum(int64_t part, int64_t whole, int64_t least, int64_t *bp) {
  int64_t down;
  if (hhp__share_rounded(part, whole, bp) != 0)
    return -1;
  if (*bp == least && hhp__mul_div_down(part, HHP__WHOLE_BP, whole, &down) == 0)
    *bp = down;
  return 0;
}

int hhp__share_for_maximum(int64_t part, int64_t whole, int64_t most, int64_t *bp) {
  int64_t up;
  if (hhp__share_rounded(part, whole, bp) != 0)
    return -1;
  if (*bp == most && hhp__mul_div_up(part, HHP__WHOLE_BP, whole, &up) == 0)
    *bp = up;
  return 0;
}

/* Writes the digits with a separator between groups of three. Returns the end. */
static char *S_write_grouped(int64_t number, char separator, char *out) {
  char buffer[HHP__DIGITS_SIZE];
  const char *digits = hhp__digits(number, buffer);
  if (*digits == '-')
    *out++ = *digits++;
  for (size_t left = strlen(digits); left > 0; left--) {
    *out++ = *digits++;
    if (left > 1 && (left - 1) % 3 == 0)
      *out++ = separator;
  }
  return out;
}

const char *hhp__write_kroner(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  if (lang == HHP_LANG_DA) {
    strcpy(S_write_grouped(kroner, '.', out), " kr.");
    return out;
  }
  memcpy(out, "DKK ", 4);
  *S_write_grouped(kroner, ',', out + 4) = '\0';
  return out;
}

const char *hhp__write_number(int64_t number, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  *S_write_grouped(number, lang == HHP_LANG_DA ? '.' : ',', out) = '\0';
  return out;
}

const char *hhp__write_share(int64_t bp, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  char *p = S_write_grouped(bp / 100, lang == HHP_LANG_DA ? '.' : ',', out);
  int64_t part = bp % 100;
  *p++ = lang == HHP_LANG_DA ? ',' : '.';
  *p++ = (char)('0' + part / 10);
  *p++ = (char)('0' + part % 10);
  strcpy(p, " %");
  return out;
}

const char *hhp__write_limit(int64_t bp, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  hhp__write_share(bp, lang, out);
  char *end = strrchr(out, ' '); /* after two decimals, which are always there */
  while (end[-1] == '0')
    end--;
  if (end[-1] == ',' || end[-1] == '.')
    end--;
  strcpy(end, " %");
  return out;
}
