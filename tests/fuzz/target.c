/* Shared by the fuzz targets. */
#include "fuzz/target.h"

#include <stdio.h>
#include <stdlib.h>

void must_be_sound(const char *wrong) {
  if (wrong == NULL)
    return;
  fprintf(stderr, "wrong: %s\n", wrong);
  abort();
}

void must(int holds, const char *what) {
  must_be_sound(holds ? NULL : what);
}

uint8_t choose_byte(choices *from) {
  if (from->length == 0)
    return 0;
  from->length--;
  return *from->bytes++;
}

size_t choose_below(choices *from, size_t limit) {
  if (limit <= 1)
    return 0;
  size_t number = choose_byte(from);
  if (limit > 256)
    number = number << 8 | choose_byte(from);
  return number % limit;
}

int64_t choose_number(choices *from) {
  uint64_t number = 0;
  for (int i = 0; i < 8; i++)
    number = number << 8 | choose_byte(from);
  return (int64_t)number;
}
