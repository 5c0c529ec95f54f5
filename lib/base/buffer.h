/* Growable text. A failed allocation is recorded, so that callers can check once at the end. */
#ifndef HHP_BASE_BUFFER_H
#define HHP_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *text; /* NUL-terminated once anything was appended */
  size_t length;
  size_t capacity;
  int failed;
} hhp__buffer;

void hhp__put(hhp__buffer *buffer, const char *text, size_t length);
void hhp__puts(hhp__buffer *buffer, const char *text);
void hhp__putc(hhp__buffer *buffer, char c);
void hhp__put_times(hhp__buffer *buffer, char c, size_t times);
void hhp__put_number(hhp__buffer *buffer, int64_t number);

/* In lower case, of `least` digits, at least 1, or more. */
void hhp__put_hex(hhp__buffer *buffer, uint64_t number, int least);

/* Returns the text, owned by the caller; NULL only if out of memory. The buffer is empty afterwards. */
char *hhp__buffer_take(hhp__buffer *buffer, size_t *length);

void hhp__buffer_free(hhp__buffer *buffer);

#endif
