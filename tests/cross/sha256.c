/* SHA-256 by the instructions of the processor beside that in C: on random states and blocks. 77 if it has none. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"

enum { ROUNDS = 4000, BLOCKS = 40, BLOCK = 64 };

static uint64_t next_random(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed >> 16;
}

static int round_differs(hhp__sha256_blocks *native, uint64_t *seed) {
  static unsigned char bytes[(BLOCKS + 1) * BLOCK];
  uint32_t ours[8], theirs[8];
  for (size_t i = 0; i < 8; i++)
    ours[i] = theirs[i] = (uint32_t)next_random(seed);
  for (size_t i = 0; i < sizeof(bytes); i++)
    bytes[i] = (unsigned char)next_random(seed);
  size_t from = next_random(seed) % BLOCK, count = next_random(seed) % (BLOCKS + 1);
  hhp__sha256_portable(ours, bytes + from, count);
  native(theirs, bytes + from, count);
  return memcmp(ours, theirs, sizeof(ours)) != 0;
}

int main(void) {
  hhp__sha256_blocks *native = hhp__sha256_native();
  uint64_t seed = 256;
  if (native == NULL) {
    puts("this processor has no instructions for SHA-256");
    return 77;
  }
  for (int i = 0; i < ROUNDS; i++) {
    if (round_differs(native, &seed)) {
      printf("round %d differs\n", i);
      return 1;
    }
  }
  static char a[1000000]; /* FIPS 180-2, example of a million letters */
  char hex[65];
  memset(a, 'a', sizeof(a));
  hhp__sha256_hex(a, sizeof(a), hex);
  return strcmp(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0") != 0;
}
