/* An integer of 128 bits, for oracles. Compilers for 32-bit systems have none: tests that need it are skipped there. */
#ifndef HHP_TESTS_WIDE_H
#define HHP_TESTS_WIDE_H

#include <stdint.h>

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide;
#  define NEEDS_WIDE (void)0
#else
typedef int64_t wide;
#  define NEEDS_WIDE skip()
#endif

#endif
