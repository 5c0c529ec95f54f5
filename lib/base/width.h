/* The columns that a terminal gives a text. */
#ifndef HHP_BASE_WIDTH_H
#define HHP_BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* Of one code point: 0, 1 or 2. */
size_t hhp__width(uint32_t code_point);

/* Of a text; a byte that is no UTF-8 has one. */
size_t hhp__columns(const char *text, size_t length);

/* Bytes of the word that a text begins with, up to a blank; an amount or a share and its unit are one word. */
size_t hhp__word_length(const char *text);

#endif
