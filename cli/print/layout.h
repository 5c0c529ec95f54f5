/* Text in columns, by the short names of the command. Input must be escaped already (text.h). Columns count from 0. */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include <stddef.h>
#include <string.h>

#include "base/width.h"
#include "base/wrap.h"
#include "cli/print/text.h"

enum { SCREEN = HHP__SCREEN };

static inline size_t width_of(const char *words) {
  return hhp__columns(words, strlen(words));
}

/* Appends text in a field of that width, truncated with "…" or padded with spaces. */
static inline void put_left(cli_text *out, const char *words, size_t width) {
  hhp__put_left(out, words, width);
}

static inline void put_right(cli_text *out, const char *words, size_t width) {
  hhp__put_right(out, words, width);
}

/* Appends text wrapped between columns `column` and `limit`, starting at `column`; long words are split. Returns the
 * column where it ends. */
static inline size_t put_wrapped(cli_text *out, const char *words, size_t column, size_t limit) {
  return hhp__put_wrapped(out, words, column, (hhp__margins){column, limit, 0});
}

/* The same for untrusted text, which is escaped first. */
void put_shown_left(cli_text *out, const char *untrusted, size_t width);
size_t put_shown_wrapped(cli_text *out, const char *untrusted, size_t column, size_t limit);

/* A paragraph: text wrapped from column `indent` to SCREEN, and a newline. */
void put_paragraph(cli_text *out, const char *words, size_t indent);

#endif
