/* Width of text on a terminal, in columns. */
#ifndef HHP_BASE_WIDTH_H
#define HHP_BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* Width that text is wrapped to, whatever the terminal: output is the same in a log. */
enum { HHP__SCREEN = 80 };

/* Width of a code point: 0, 1 or 2. */
size_t hhp__width(uint32_t code_point);

/* Width of a text; a byte that is not UTF-8 has one column. */
size_t hhp__columns(const char *text, size_t length);

/* The larger of `columns` and the width of the text. */
size_t hhp__widest(size_t columns, const char *text);

#endif
