/* The columns that a terminal gives a text. */
#ifndef HHP_BASE_WIDTH_H
#define HHP_BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* Of one code point: 0, 1 or 2. */
size_t hhp__width(uint32_t code_point);

/* Of a text; a byte that is no UTF-8 has one. */
size_t hhp__columns(const char *text, size_t length);

/* `columns`, or those of the text if it has more. */
size_t hhp__widest(size_t columns, const char *text);

#endif
