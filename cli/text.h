/* Text that grows, and what may reach a terminal: text from documents, paths and arguments goes through put_shown. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Begins as {0}. Once memory has run out, `failed` stands, and what is put is dropped. */
typedef struct cli_text {
  char *bytes; /* NULL while nothing was put; ends in NUL otherwise */
  size_t length;
  size_t capacity;
  int failed;
} cli_text;

void put(cli_text *out, const char *words);
void put_bytes(cli_text *out, const char *bytes, size_t length);
void put_times(cli_text *out, char c, size_t times);
void put_number(cli_text *out, int64_t number);

/* Puts foreign text so that it can do nothing but be read: control characters, what has no width or turns the
 * direction of writing, bytes that are no UTF-8, and what a CI system would take for a command are written as \u{1b} or \x9b. */
void put_shown(cli_text *out, const char *foreign);

/* Puts foreign text as it is, but for bytes that are no UTF-8, which become \x9b. */
void put_utf8(cli_text *out, const char *foreign);

/* What was put, as a string that lives as long as the text. */
const char *text_of(const cli_text *out);
void text_free(cli_text *out);

/* Frees a text that was put into another. Where memory ran out for the part, it did for the whole. */
void text_join(cli_text *whole, cli_text *part);

/* The code point at the beginning, and its length in bytes; 0 where there is no UTF-8. */
size_t code_point(const char *bytes, uint32_t *c);

#endif
