/* Plans to time, generated from a fixed seed, so that every run on every machine has the same bytes. */
#ifndef BENCH_PLANS_H
#define BENCH_PLANS_H

#include <stddef.h>

/* Generates a plan with the given number of activities, about 1.7 kB each, in canonical form; free it with free. With
 * `faults`, every activity refers to a missing goal. NULL when out of memory. */
char *make_plan(size_t activities, int faults, size_t *length);

/* How many references to a missing goal such a plan has: the errors in it. */
size_t faults_in(const char *json, size_t length);

#endif
