/* Leaks in a build without sanitizers: counts the blocks that the program, the library in it, and Jansson allocate. */
#ifndef HHP_TESTS_LEAKS_H
#define HHP_TESTS_LEAKS_H

/* The number of blocks allocated and not freed; 0 where allocations cannot be counted: a sanitizer has an allocator of
 * its own, and so has valgrind, which both look for leaks. Safe to call and to allocate from several threads. */
long live_blocks(void);

#endif
