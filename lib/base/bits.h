/* Bits of a word. */
#ifndef HHP_BASE_BITS_H
#define HHP_BASE_BITS_H

#include <stdint.h>

/* The number of the lowest bit that is set; the word must not be 0. */
static inline unsigned hhp__lowest_bit(uint64_t word) {
#ifdef __GNUC__
  return (unsigned)__builtin_ctzll(word);
#else
  unsigned number = 0;
  for (; (word & 1) == 0; word >>= 1)
    number++;
  return number;
#endif
}

#endif
