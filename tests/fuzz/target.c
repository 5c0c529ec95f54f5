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
