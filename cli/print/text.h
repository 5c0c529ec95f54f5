/* Growable text, by the short names of the command. Untrusted text (from documents, paths and arguments) must go
 * through put_shown. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include "base/buffer.h"
#include "base/characters.h"

/* Initialised with {0}. After a failed allocation `failed` is set, and further text is dropped. */
typedef hhp__buffer cli_text;

static inline void put(cli_text *out, const char *words) {
  hhp__puts(out, words);
}

static inline void put_bytes(cli_text *out, const char *bytes, size_t length) {
  hhp__put(out, bytes, length);
}

static inline void put_times(cli_text *out, char c, size_t times) {
  hhp__put_times(out, c, times);
}

static inline void put_number(cli_text *out, int64_t number) {
  hhp__put_number(out, number);
}

/* Appends untrusted text, escaped so that it may be wrapped: control characters, zero-width and bidirectional
 * characters, and commands of CI systems as \u{1b}, bytes that are not UTF-8 as \x9b. */
void put_shown(cli_text *out, const char *untrusted);

/* Appends untrusted text unchanged, except bytes that are not UTF-8, which become \x9b. */
static inline void put_utf8(cli_text *out, const char *untrusted) {
  hhp__put_utf8(out, untrusted);
}

/* The content as a string, valid until the text is changed or freed. */
const char *text_of(const cli_text *out);

static inline void text_free(cli_text *out) {
  hhp__buffer_free(out);
}

/* Frees a part that was appended to another text, and passes on its failure. */
void text_join(cli_text *whole, cli_text *part);

#endif
