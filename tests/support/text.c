/* Growable bytes. */
#include "support/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void S_die(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(2);
}

static void S_reserve(text *t, size_t more) {
  if (t->bytes != NULL && more < t->capacity - t->length)
    return;
  size_t capacity = (t->length + more + 64) * 2;
  char *bytes = realloc(t->bytes, capacity);
  if (bytes == NULL)
    S_die("text", "out of memory");
  t->bytes = bytes;
  t->capacity = capacity;
}

void text_add(text *to, const void *bytes, size_t length) {
  S_reserve(to, length);
  if (length > 0)
    memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
  to->bytes[to->length] = '\0';
}

void text_puts(text *to, const char *string) {
  text_add(to, string, strlen(string));
}

void text_putc(text *to, int c) {
  char byte = (char)c;
  text_add(to, &byte, 1);
}

void text_clear(text *t) {
  t->length = 0;
  text_add(t, "", 0);
}

void text_free(text *t) {
  free(t->bytes);
  *t = (text){0};
}

void text_replace(text *t, size_t at, size_t length, const void *bytes, size_t count) {
  S_reserve(t, count);
  memmove(t->bytes + at + count, t->bytes + at + length, t->length - at - length + 1);
  if (count > 0)
    memcpy(t->bytes + at, bytes, count);
  t->length = t->length - length + count;
}

void text_add_file(text *to, const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL)
    S_die(path, "cannot be opened");
  char buffer[65536];
  size_t got;
  while ((got = fread(buffer, 1, sizeof(buffer), file)) > 0)
    text_add(to, buffer, got);
  if (ferror(file))
    S_die(path, "cannot be read");
  fclose(file);
  text_add(to, "", 0);
}
