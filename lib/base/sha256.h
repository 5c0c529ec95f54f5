/* SHA-256 (FIPS 180-4), which identifies the bytes that a report is about. */
#ifndef HHP_BASE_SHA256_H
#define HHP_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

/* 64 hexadecimal digits and a NUL. */
void hhp__sha256_hex(const char *bytes, size_t length, char out[65]);

/* The same, incrementally. */
typedef struct {
  uint32_t h[8];
  uint64_t length;
  unsigned char rest[64]; /* bytes of an incomplete block */
} hhp__sha256;

void hhp__sha256_begin(hhp__sha256 *sha);
void hhp__sha256_add(hhp__sha256 *sha, const char *bytes, size_t length);
void hhp__sha256_end(hhp__sha256 *sha, char out[65]);

#endif
