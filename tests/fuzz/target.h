/* A fuzz target is a function that takes arbitrary bytes, and ends the program on an error. */
#ifndef HHP_TESTS_FUZZ_TARGET_H
#define HHP_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the program with a message unless the condition holds. */
void must(int holds, const char *what);

/* Ends the program with the error, unless it is NULL. */
void must_be_sound(const char *wrong);

#endif
