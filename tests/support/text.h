/* Documents under construction: bytes that grow. A test that is out of memory has nothing to say, and ends. */
#ifndef HHP_TESTS_TEXT_H
#define HHP_TESTS_TEXT_H

#include <stddef.h>

typedef struct {
  char *bytes; /* always with a NUL behind them */
  size_t length;
  size_t capacity;
} text;

void text_add(text *to, const void *bytes, size_t length);
void text_puts(text *to, const char *string);
void text_putc(text *to, int c);
void text_clear(text *t);
void text_free(text *t);

/* Puts other bytes in place of `length` of them at `at`. */
void text_replace(text *t, size_t at, size_t length, const void *bytes, size_t count);

/* Adds the whole file; ends the program with a message where that cannot be done. */
void text_add_file(text *to, const char *path);

#endif
