/* An allocator that fails on request, and tracks unfreed memory. With HHP_FAULTS_WRAP only the calls of the library
 * pass through it (for builds with sanitizers, which have their own allocator); otherwise those of the whole process,
 * including Jansson and the C library. */
#ifndef HHP_TESTS_ALLOCATOR_H
#define HHP_TESTS_ALLOCATOR_H

#include <stddef.h>

/* Whether what the library takes from an arena counts as an allocation, though the arena need not ask for memory. At
 * first it does not. */
void faults_count_pieces(int do_count);

/* From now until faults_end_notes(), notes which allocations are the first of a place in the code since the program
 * began. */
void faults_begin_notes(void);

/* Their numbers (from 0), in order, valid until the next call of faults_begin_notes(). */
const size_t *faults_end_notes(size_t *count);

/* Counts one, and returns whether it fails. */
int faults_fail_piece(const void *caller);

/* Makes the n-th allocation from now (from 0) fail, and with `goes_on` all after it. */
void faults_begin(size_t n, int goes_on);

/* Stops failing. Whether any allocation failed. */
int faults_end(void);

/* Whether the first failed allocation was one that the C library made for itself; it may have a fallback, as qsort
 * has. */
int faults_hit_libc(void);

/* Whether the allocations of Jansson and of the C library are tracked too. */
int faults_sees_all(void);

/* The number of blocks allocated now. */
long faults_blocks(void);

#endif
