/* SHA-256 (FIPS 180-4), which identifies the bytes that a report is about. */
#ifndef HHP_BASE_SHA256_H
#define HHP_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

/* Adds whole blocks of 64 bytes to the state. */
typedef void hhp__sha256_blocks(uint32_t h[8], const unsigned char *bytes, size_t count);

/* In C; and by instructions of the processor, NULL if it has none. To ask takes longer than to digest a short text. */
hhp__sha256_blocks hhp__sha256_portable;
hhp__sha256_blocks *hhp__sha256_native(void);

/* The constants of the 64 rounds. */
extern const uint32_t hhp__sha256_k[64];

/* 64 hexadecimal digits and a NUL. */
void hhp__sha256_hex(const char *bytes, size_t length, char out[65]);

/* The same, incrementally. */
typedef struct {
  hhp__sha256_blocks *blocks;
  uint32_t h[8];
  uint64_t length;
  unsigned char rest[64]; /* bytes of an incomplete block */
} hhp__sha256;

void hhp__sha256_begin(hhp__sha256 *sha);
void hhp__sha256_add(hhp__sha256 *sha, const char *bytes, size_t length);
void hhp__sha256_end(hhp__sha256 *sha, char out[65]);

#endif
