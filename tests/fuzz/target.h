/* A fuzz target is a function that takes arbitrary bytes, and ends the program on an error. */
#ifndef HHP_TESTS_FUZZ_TARGET_H
#define HHP_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* How many bytes of an input come before the plan; mutate.c changes those behind them as a plan. Each target that is
 * linked with mutate.c defines it. */
extern const size_t plan_begins_at;

/* Ends the program with a message unless the condition holds. */
void must(int holds, const char *what);

/* Ends the program with the error, unless it is NULL. */
void must_be_sound(const char *wrong);

/* Bytes to choose by, one after the other; 0 when there are none left. */
typedef struct {
  const uint8_t *bytes;
  size_t length;
} choices;

uint8_t choose_byte(choices *from);
size_t choose_below(choices *from, size_t limit); /* 0 .. limit - 1; 0 if limit is 0; limits up to 65,536 */
int64_t choose_number(choices *from);             /* eight bytes */

#endif
