/* Growable text. Untrusted text (from documents, paths and arguments) must go through put_shown. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Initialised with {0}. After a failed allocation `failed` is set, and further text is dropped. */
typedef struct cli_text {
  char *bytes; /* NULL while empty; else NUL-terminated */
  size_t length;
  size_t capacity;
  int failed;
} cli_text;

void put(cli_text *out, const char *words);
void put_bytes(cli_text *out, const char *bytes, size_t length);
void put_times(cli_text *out, char c, size_t times);
void put_number(cli_text *out, int64_t number);

/* Appends untrusted text, escaped: control characters, zero-width and bidirectional characters, and commands of CI
 * systems as \u{1b}, bytes that are not UTF-8 as \x9b. */
void put_shown(cli_text *out, const char *foreign);

/* Appends untrusted text unchanged, except bytes that are not UTF-8, which become \x9b. */
void put_utf8(cli_text *out, const char *foreign);

/* The content as a string, valid until the text is changed or freed. */
const char *text_of(const cli_text *out);
void text_free(cli_text *out);

/* Frees a part that was appended to another text, and passes on its failure. */
void text_join(cli_text *whole, cli_text *part);

/* Decodes the first code point. Returns its length in bytes, or 0 for invalid UTF-8. */
size_t code_point(const char *bytes, uint32_t *c);

#endif
