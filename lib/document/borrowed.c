/* Ends texts where they are, and restores their quotation marks. */
#include "document/borrowed.h"

#include <stdlib.h>

#include "base/grow.h"

enum { LOW_BITS = 7, MORE = 1 << LOW_BITS, LONGEST_STEP = 10 }; /* bytes of a number of 64 bits */

/* The bytes of a number, seven bits in each, the lowest first; all but the last have the bit MORE. */
static size_t S_put_step(uint8_t *bytes, size_t step) {
  size_t count = 0;
  for (; step >= MORE; step >>= LOW_BITS)
    bytes[count++] = (uint8_t)(step | MORE);
  bytes[count++] = (uint8_t)step;
  return count;
}

/* Returns the number of bytes. */
static size_t S_read_step(const uint8_t *bytes, size_t *step) {
  size_t count = 0;
  *step = 0;
  do
    *step |= (size_t)(bytes[count] & (MORE - 1)) << (LOW_BITS * count);
  while ((bytes[count++] & MORE) != 0);
  return count;
}

int hhp__borrow(hhp__borrowed *borrowed, size_t end) {
  uint8_t *steps = hhp__with_space(borrowed->steps, borrowed->length + LONGEST_STEP - 1, &borrowed->capacity, 1);
  if (steps == NULL)
    return -1;
  borrowed->steps = steps;
  borrowed->length += S_put_step(steps + borrowed->length, end - borrowed->last);
  borrowed->last = end;
  borrowed->json[end] = '\0';
  return 0;
}

static void S_put(const hhp__borrowed *borrowed, char byte) {
  size_t mark = 0, step;
  for (size_t i = 0; i < borrowed->length; borrowed->json[mark] = byte) {
    i += S_read_step(borrowed->steps + i, &step);
    mark += step;
  }
}

void hhp__put_quotation_marks(const hhp__borrowed *borrowed) {
  S_put(borrowed, '"');
}

void hhp__put_nuls(const hhp__borrowed *borrowed) {
  S_put(borrowed, '\0');
}

void hhp__borrowed_free(hhp__borrowed *borrowed) {
  free(borrowed->steps);
  *borrowed = (hhp__borrowed){0};
}
