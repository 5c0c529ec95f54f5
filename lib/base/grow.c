/* Arrays that grow. */
#include "base/grow.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 64 }; /* elements */

static void *S_resized(void *items, size_t *capacity, size_t larger, size_t size) {
  void *grown = realloc(items, larger * size);
  if (grown != NULL)
    *capacity = larger;
  return grown;
}

void *hhp__grown(void *items, size_t *capacity, size_t size) {
  if (*capacity > SIZE_MAX / 2 / size)
    return NULL;
  return S_resized(items, capacity, *capacity == 0 ? FIRST_CAPACITY : *capacity * 2, size);
}

char *hhp__grown_to_limit(char *buffer, size_t *capacity, size_t limit) {
  return S_resized(buffer, capacity, *capacity > limit / 2 ? limit + 1 : *capacity * 2, 1);
}
