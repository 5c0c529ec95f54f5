/* Plans to time: made from a fixed seed, so that every run and every machine has the same bytes. */
#ifndef BENCH_PLANS_H
#define BENCH_PLANS_H

#include <stddef.h>

/* A plan of so many activities, about 1.7 kB each, in canonical form; freed with free. With `faults`, every activity
 * refers to a goal that is not there. NULL when memory ran out. */
char *make_plan(size_t activities, int faults, size_t *length);

#endif
