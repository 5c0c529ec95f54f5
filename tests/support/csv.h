/* Reads CSV by the rules of RFC 4180, with lines that end in LF. */
#ifndef HHP_TESTS_CSV_H
#define HHP_TESTS_CSV_H

#include <stddef.h>

#include "support/text.h"

typedef struct {
  const char *at;
  size_t length;
  char separator;
} csv_reader;

/* The next cell, with the mark that ends it; 0 at the end. */
int csv_next(csv_reader *reader, text *cell);

#endif
