/* An allocator that fails on request, and tracks unfreed memory. With HHP_FAULTS_WRAP the calls of the library
 * alone pass through it (for builds with sanitizers, which have an allocator of their own); else those of the whole
 * process, Jansson and the C library with it. */
#ifndef HHP_TESTS_ALLOCATOR_H
#define HHP_TESTS_ALLOCATOR_H

#include <stddef.h>

/* From now on the n-th allocation (from 0) fails, or, if it goes on, that one and all behind it. */
void faults_begin(size_t n, int goes_on);

/* Ends that. Whether any failed. */
int faults_end(void);

/* Whether the first that failed was one that the C library made for itself; it may have another way (as qsort has). */
int faults_hit_libc(void);

/* Whether the allocations of Jansson and of the C library are seen too. */
int faults_sees_all(void);

/* How many blocks are allocated now. */
long faults_blocks(void);

#endif
