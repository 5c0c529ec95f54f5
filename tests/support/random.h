/* Random numbers, the same on every machine and in every run, so that failures are reproducible. */
#ifndef HHP_TESTS_RANDOM_H
#define HHP_TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t state;
} random_source;

uint64_t random_next(random_source *source);

/* 0 .. limit - 1; 0 if limit is 0. */
size_t random_below(random_source *source, size_t limit);

/* 1 with a probability of one in `times`, otherwise 0. */
int random_once_in(random_source *source, size_t times);

#endif
