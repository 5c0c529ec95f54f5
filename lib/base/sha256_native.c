/* SHA-256 by the processor's own instructions: the extensions of x86-64 (SHA-NI) and of ARMv8, which not every
 * processor has. */
#include "base/sha256.h"

#include <stddef.h>

/* The constants of FIPS 180-4. They are in this file, since sha256.c uses this file and not the reverse. */
const uint32_t hhp__sha256_k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#if defined(__x86_64__) && defined(__GNUC__)

#  include <cpuid.h>
#  include <immintrin.h>

/* Intel, "SHA Extensions": the state is kept as two vectors of the words a, b, e, f and c, d, g, h. One instruction
 * makes two rounds; each group of four rounds adds four words of the message, and prepares four of the later ones. */
__attribute__((target("sha,sse4.1"))) static void S_blocks(uint32_t h[8], const unsigned char *bytes, size_t count) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i dcba = _mm_loadu_si128((const __m128i *)(const void *)h);
  __m128i hgfe = _mm_loadu_si128((const __m128i *)(const void *)(h + 4));
  __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1);
  __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1b);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
  for (; count > 0; count--, bytes += 64) {
    __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; i++)
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i)), swap);
    for (int i = 0; i < 16; i++) {
      __m128i now = words[i % 4];
      __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(const void *)(hhp__sha256_k + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
      if (i >= 12)
        continue;
      __m128i last = words[(i + 3) % 4];
      __m128i next = _mm_sha256msg1_epu32(now, words[(i + 1) % 4]);
      next = _mm_add_epi32(next, _mm_alignr_epi8(last, words[(i + 2) % 4], 4));
      words[i % 4] = _mm_sha256msg2_epu32(next, last);
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)(void *)h, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(void *)(h + 4), _mm_alignr_epi8(dchg, feba, 8));
}

hhp__sha256_blocks *hhp__sha256_native(void) {
  enum { NEEDED = bit_SSSE3 | bit_SSE4_1 };
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || (c & NEEDED) != NEEDED)
    return NULL;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA) != 0 ? S_blocks : NULL;
}

#elif defined(__AARCH64EL__) && defined(__linux__) && defined(__GNUC__)

#  include <arm_neon.h>
#  include <sys/auxv.h>

/* ARM Architecture Reference Manual, SHA256H and the like: an instruction makes four rounds of one half of the state;
 * each group of four adds four words of the message, and prepares four of the later ones. */
__attribute__((target("+crypto"))) static void S_blocks(uint32_t h[8], const unsigned char *bytes, size_t count) {
  uint32x4_t abcd = vld1q_u32(h), efgh = vld1q_u32(h + 4);
  for (; count > 0; count--, bytes += 64) {
    uint32x4_t abcd_before = abcd, efgh_before = efgh;
    uint32x4_t words[4];
    for (int i = 0; i < 4; i++)
      words[i] = vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes + 16 * i)));
    for (int i = 0; i < 16; i++) {
      uint32x4_t sum = vaddq_u32(words[i % 4], vld1q_u32(hhp__sha256_k + 4 * i));
      uint32x4_t abcd_now = abcd;
      abcd = vsha256hq_u32(abcd, efgh, sum);
      efgh = vsha256h2q_u32(efgh, abcd_now, sum);
      if (i < 12)
        words[i % 4] =
            vsha256su1q_u32(vsha256su0q_u32(words[i % 4], words[(i + 1) % 4]), words[(i + 2) % 4], words[(i + 3) % 4]);
    }
    abcd = vaddq_u32(abcd, abcd_before);
    efgh = vaddq_u32(efgh, efgh_before);
  }
  vst1q_u32(h, abcd);
  vst1q_u32(h + 4, efgh);
}

hhp__sha256_blocks *hhp__sha256_native(void) {
  enum { SHA2 = 1 << 6 }; /* HWCAP_SHA2 of Linux */
  return (getauxval(AT_HWCAP) & SHA2) != 0 ? S_blocks : NULL;
}

#else

hhp__sha256_blocks *hhp__sha256_native(void) {
  return NULL;
}

#endif
