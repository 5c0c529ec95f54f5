/* Growable text. */
#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "base/digits.h"

static int S_reserve(hhp__buffer *buffer, size_t more) {
  if (buffer->failed)
    return -1;
  if (more < buffer->capacity - buffer->length)
    return 0;
  if (more >= SIZE_MAX / 2 - buffer->length) {
    buffer->failed = 1;
    return -1;
  }
  size_t needed = buffer->length + more + 1;
  size_t capacity = needed + needed / 2;
  if (capacity < 256)
    capacity = 256;
  char *text = realloc(buffer->text, capacity);
  if (text == NULL) {
    buffer->failed = 1;
    return -1;
  }
  buffer->text = text;
  buffer->capacity = capacity;
  return 0;
}

void hhp__put(hhp__buffer *buffer, const char *text, size_t length) {
  if (S_reserve(buffer, length) != 0)
    return;
  if (length > 0)
    memcpy(buffer->text + buffer->length, text, length);
  buffer->length += length;
  buffer->text[buffer->length] = '\0';
}

void hhp__puts(hhp__buffer *buffer, const char *text) {
  hhp__put(buffer, text, strlen(text));
}

void hhp__putc(hhp__buffer *buffer, char c) {
  if (S_reserve(buffer, 1) != 0)
    return;
  buffer->text[buffer->length++] = c;
  buffer->text[buffer->length] = '\0';
}

void hhp__put_times(hhp__buffer *buffer, char c, size_t times) {
  if (S_reserve(buffer, times) != 0)
    return;
  memset(buffer->text + buffer->length, c, times);
  buffer->length += times;
  buffer->text[buffer->length] = '\0';
}

void hhp__put_number(hhp__buffer *buffer, int64_t number) {
  char digits[HHP__DIGITS_SIZE];
  hhp__puts(buffer, hhp__digits(number, digits));
}

void hhp__put_hex(hhp__buffer *buffer, uint64_t number, int least) {
  char digits[16];
  int count = 0;
  for (; number != 0 || count < least; number >>= 4)
    digits[count++] = "0123456789abcdef"[number & 15];
  while (count > 0)
    hhp__putc(buffer, digits[--count]);
}

char *hhp__buffer_take(hhp__buffer *buffer, size_t *length) {
  hhp__put(buffer, "", 0);
  if (buffer->failed) {
    hhp__buffer_free(buffer);
    return NULL;
  }
  char *text = buffer->text;
  if (length != NULL)
    *length = buffer->length;
  *buffer = (hhp__buffer){0};
  return text;
}

void hhp__buffer_free(hhp__buffer *buffer) {
  free(buffer->text);
  *buffer = (hhp__buffer){0};
}
