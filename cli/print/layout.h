/* Text in columns: terminal width, alignment and wrapping. Input must be escaped already (text.h). Columns count from 0. */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include <stddef.h>

#include "cli/print/text.h"

enum { SCREEN = 80 };

/* A non-breaking space in text to be wrapped. */
#define STUCK "\x01"

size_t width_of(const char *words);

/* Appends text in a field of that width, truncated with "…" or padded with spaces. */
void put_left(cli_text *out, const char *words, size_t width);
void put_right(cli_text *out, const char *words, size_t width);

/* Appends text wrapped between columns `column` and `limit`, starting at `column`. Returns the column where it ends. */
size_t put_wrapped(cli_text *out, const char *words, size_t column, size_t limit);

/* The same for untrusted text, which is escaped first. */
void put_shown_left(cli_text *out, const char *foreign, size_t width);
size_t put_shown_wrapped(cli_text *out, const char *foreign, size_t column, size_t limit);

/* A paragraph: text wrapped from column `indent` to SCREEN, and a newline. */
void put_paragraph(cli_text *out, const char *words, size_t indent);

#endif
