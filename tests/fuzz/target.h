/* What a fuzz target is: one function that is given any bytes at all, and ends the program where something is wrong. */
#ifndef HHP_TESTS_FUZZ_TARGET_H
#define HHP_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the program with a word on what is wrong, unless it holds. */
void must(int holds, const char *what);

/* Ends the program with what is wrong, unless it is NULL. */
void must_be_sound(const char *wrong);

#endif
