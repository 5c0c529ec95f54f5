/* Random numbers that are the same on every machine and in every run: a failure that was seen once is seen again. */
#ifndef HHP_TESTS_RANDOM_H
#define HHP_TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t state;
} random_source;

uint64_t random_next(random_source *source);

/* 0 .. limit - 1; 0 when limit is 0. */
size_t random_below(random_source *source, size_t limit);

/* 1 once in so many times. */
int random_once_in(random_source *source, size_t times);

#endif
