/* Compares two JSON texts by value. Independent of the library, in order to detect what the library loses. */
#ifndef CLI_LOSSLESS_H
#define CLI_LOSSLESS_H

#include <stddef.h>

typedef struct cli_lost {
  size_t line, column; /* from 1; columns in code points */
  const char *value;   /* as written; points into the text */
  size_t length;
} cli_lost;

/* Finds a value that only one of the texts has at a given path. The order of members and the notation of numbers (1E2
 * is 100.0) do not matter, and empty lists and objects may be missing, unless in an x- member or a list. Both texts
 * must be well-formed, without duplicate members. Returns 0 if they are equal; 1 if not, with `lost` set to the first
 * value of `before` that is missing, or of length 0 if there are only additions; -1 if out of memory. */
int lossless_compare(const char *before, size_t before_length, const char *after, size_t after_length, cli_lost *lost);

#endif
