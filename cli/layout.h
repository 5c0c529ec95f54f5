/* Text in columns: how wide it stands on a terminal, and putting it so that it lines up. What comes in is harmless
 * already (text.h). Columns are counted from 0. */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include <stddef.h>

#include "text.h"

enum { SCREEN = 80 };

/* In words that are wrapped, a blank at which no line ends. */
#define STUCK "\x01"

size_t width_of(const char *words);

/* Puts words in a field of that width: cut with "…" where they are wider, filled up with blanks where not. */
void put_left(cli_text *out, const char *words, size_t width);
void put_right(cli_text *out, const char *words, size_t width);

/* Puts words that begin in column `column` and run on from line to line, in columns `column` to `limit`. Returns the
 * column where they end. */
size_t put_wrapped(cli_text *out, const char *words, size_t column, size_t limit);

/* The same for foreign text, which is made harmless first. */
void put_shown_left(cli_text *out, const char *foreign, size_t width);
size_t put_shown_wrapped(cli_text *out, const char *foreign, size_t column, size_t limit);

/* A paragraph: wrapped from column `indent` over the screen, and a newline. */
void put_paragraph(cli_text *out, const char *words, size_t indent);

#endif
