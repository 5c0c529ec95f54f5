/* SHA-256 (FIPS 180-4). */
#include "base/sha256.h"

#include <stdint.h>
#include <string.h>

static uint32_t S_rotate(uint32_t x, int bits) {
  return (x >> bits) | (x << (32 - bits));
}

/* Changes two of the eight words; the next round has them in other places, so that none has to be moved. */
static inline void S_round(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f, uint32_t g,
                           uint32_t *k, uint32_t added) {
  uint32_t s1 = S_rotate(e ^ S_rotate(e ^ S_rotate(e, 14), 5), 6); /* by 6, 11 and 25 */
  uint32_t t1 = *k + s1 + (g ^ (e & (f ^ g))) + added;
  uint32_t s0 = S_rotate(a ^ S_rotate(a ^ S_rotate(a, 9), 11), 2); /* by 2, 13 and 22 */
  *d += t1;
  *k = t1 + s0 + ((a & b) | (c & (a | b)));
}

static void S_block(uint32_t h[8], const unsigned char *p) {
  uint32_t w[64];
  for (int i = 0; i < 16; i++, p += 4)
    w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
  for (int i = 16; i < 64; i++) {
    uint32_t s0 = S_rotate(w[i - 15], 7) ^ S_rotate(w[i - 15], 18) ^ (w[i - 15] >> 3);
    uint32_t s1 = S_rotate(w[i - 2], 17) ^ S_rotate(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
  for (int i = 0; i < 64; i += 8) {
    S_round(a, b, c, &d, e, f, g, &k, hhp__sha256_k[i] + w[i]);
    S_round(k, a, b, &c, d, e, f, &g, hhp__sha256_k[i + 1] + w[i + 1]);
    S_round(g, k, a, &b, c, d, e, &f, hhp__sha256_k[i + 2] + w[i + 2]);
    S_round(f, g, k, &a, b, c, d, &e, hhp__sha256_k[i + 3] + w[i + 3]);
    S_round(e, f, g, &k, a, b, c, &d, hhp__sha256_k[i + 4] + w[i + 4]);
    S_round(d, e, f, &g, k, a, b, &c, hhp__sha256_k[i + 5] + w[i + 5]);
    S_round(c, d, e, &f, g, k, a, &b, hhp__sha256_k[i + 6] + w[i + 6]);
    S_round(b, c, d, &e, f, g, k, &a, hhp__sha256_k[i + 7] + w[i + 7]);
  }
  h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e, h[5] += f, h[6] += g, h[7] += k;
}

void hhp__sha256_portable(uint32_t h[8], const unsigned char *bytes, size_t count) {
  for (; count > 0; count--, bytes += 64)
    S_block(h, bytes);
}

void hhp__sha256_begin(hhp__sha256 *sha) {
  static const hhp__sha256 begun = {
      .blocks = hhp__sha256_portable,
      .h = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
  *sha = begun;
}

void hhp__sha256_add(hhp__sha256 *sha, const char *bytes, size_t length) {
  const unsigned char *p = (const unsigned char *)bytes;
  size_t held = (size_t)(sha->length % 64);
  sha->length += length;
  if (held > 0) {
    size_t space = 64 - held, taken = length < space ? length : space;
    memcpy(sha->rest + held, p, taken);
    p += taken, length -= taken;
    if (held + taken < 64)
      return;
    sha->blocks(sha->h, sha->rest, 1);
  }
  sha->blocks(sha->h, p, length / 64);
  if (length % 64 > 0)
    memcpy(sha->rest, p + length - length % 64, length % 64);
}

void hhp__sha256_end(hhp__sha256 *sha, char out[65]) {
  static const char hex[] = "0123456789abcdef";
  unsigned char tail[128] = {0};
  size_t rest = (size_t)(sha->length % 64);
  memcpy(tail, sha->rest, rest);
  tail[rest] = 0x80;
  size_t size = rest < 56 ? 64 : 128;
  uint64_t bits = sha->length * 8;
  for (size_t i = 0; i < 8; i++)
    tail[size - 1 - i] = (unsigned char)(bits >> 8 * i);
  sha->blocks(sha->h, tail, size / 64);

  for (int i = 0; i < 64; i++)
    out[i] = hex[sha->h[i / 8] >> (28 - 4 * (i % 8)) & 15];
  out[64] = '\0';
}

void hhp__sha256_hex(const char *bytes, size_t length, char out[65]) {
  enum { LONG = 16 * 1024 };
  hhp__sha256 sha;
  hhp__sha256_begin(&sha);
  hhp__sha256_blocks *native = length < LONG ? NULL : hhp__sha256_native();
  if (native != NULL)
    sha.blocks = native;
  hhp__sha256_add(&sha, bytes, length);
  hhp__sha256_end(&sha, out);
}
