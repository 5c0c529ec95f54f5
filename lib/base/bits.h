/* Bits and bytes of a word. */
#ifndef HHP_BASE_BITS_H
#define HHP_BASE_BITS_H

#include <stddef.h>
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

/* Eight or four bytes, the first lowest. Compilers make one load of each, on any byte order. */
static inline uint32_t hhp__load_32(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static inline uint64_t hhp__load_64(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
         (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* Whether two short texts of the same length are equal: as memcmp, without the call. */
static inline int hhp__same_bytes(const char *a, const char *b, size_t length) {
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    if (hhp__load_64(a + at) != hhp__load_64(b + at))
      return 0;
  }
  if (length >= 8)
    return hhp__load_64(a + length - 8) == hhp__load_64(b + length - 8);
  if (length >= 4)
    return hhp__load_32(a) == hhp__load_32(b) && hhp__load_32(a + length - 4) == hhp__load_32(b + length - 4);
  for (; at < length; at++) {
    if (a[at] != b[at])
      return 0;
  }
  return 1;
}

#endif
