/* SHA-256 (FIPS 180-4), so that a report can say which bytes it is about. */
#ifndef HHP_CORE_SHA256_H
#define HHP_CORE_SHA256_H

#include <stddef.h>

/* 64 hexadecimal digits and a NUL. */
void hhp__sha256_hex(const char *bytes, size_t length, char out[65]);

#endif
