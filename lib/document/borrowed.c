/* Ends texts where they are, and restores their quotation marks. */
#include "document/borrowed.h"

#include <stdlib.h>

#include "base/grow.h"

char *hhp__borrowable(char *json, size_t length) {
  return length <= UINT32_MAX ? json : NULL;
}

int hhp__borrow(hhp__borrowed *borrowed, size_t end) {
  uint32_t *ends = hhp__with_space(borrowed->ends, borrowed->count, &borrowed->capacity, sizeof(*ends));
  if (ends == NULL)
    return -1;
  borrowed->ends = ends;
  borrowed->ends[borrowed->count++] = (uint32_t)end;
  borrowed->json[end] = '\0';
  return 0;
}

static void S_put(const hhp__borrowed *borrowed, char byte) {
  for (size_t i = 0; i < borrowed->count; i++)
    borrowed->json[borrowed->ends[i]] = byte;
}

void hhp__put_quotation_marks(const hhp__borrowed *borrowed) {
  S_put(borrowed, '"');
}

void hhp__put_nuls(const hhp__borrowed *borrowed) {
  S_put(borrowed, '\0');
}

void hhp__borrowed_free(hhp__borrowed *borrowed) {
  free(borrowed->ends);
  *borrowed = (hhp__borrowed){0};
}
