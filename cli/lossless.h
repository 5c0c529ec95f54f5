/* Whether one JSON text says all that another says. The library has no part in it, so that what it may have lost is
 * found. */
#ifndef CLI_LOSSLESS_H
#define CLI_LOSSLESS_H

#include <stddef.h>

typedef struct cli_lost {
  size_t line, column; /* from 1; columns in code points */
  const char *value;   /* as it is written; lives as long as the text */
  size_t length;
} cli_lost;

/* Looks for a value of `before` that `after` does not have at the same place, or the other way round. Members may stand
 * in any order, numbers may be written otherwise (1E2 is 100.0), and lists and objects with nothing in them may be left
 * out, unless they are in an x- member or a list. Both texts have to be well-formed, with no member twice. Returns 0:
 * they say the same; 1: they do not, and `lost` is the first value of `before` that is missing, with length 0 where
 * there is something new only; -1: out of memory. */
int lossless_compare(const char *before, size_t before_length, const char *after, size_t after_length, cli_lost *lost);

#endif
