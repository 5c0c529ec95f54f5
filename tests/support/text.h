/* Growable bytes for documents under construction. Ends the program if out of memory. */
#ifndef HHP_TESTS_TEXT_H
#define HHP_TESTS_TEXT_H

#include <stddef.h>

typedef struct {
  char *bytes; /* always followed by a NUL */
  size_t length;
  size_t capacity;
} text;

void text_add(text *to, const void *bytes, size_t length);
void text_puts(text *to, const char *string);
void text_putc(text *to, int c);
void text_clear(text *t);
void text_free(text *t);

/* Replaces `length` bytes at `at`. */
void text_replace(text *t, size_t at, size_t length, const void *bytes, size_t count);

/* Appends the whole file; ends the program with a message if it cannot be read. */
void text_add_file(text *to, const char *path);

#endif
