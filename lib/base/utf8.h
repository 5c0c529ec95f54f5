/* UTF-8. */
#ifndef HHP_BASE_UTF8_H
#define HHP_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length in bytes (1-4) of the well-formed sequence at the start of the text, or 0. */
size_t hhp__utf8_length(const char *text, size_t available);

/* Length of the maximal subpart of an ill-formed sequence (Unicode, 3.9): the bytes that decoders replace with one
 * U+FFFD. At least 1. */
size_t hhp__utf8_broken_length(const char *text, size_t available);

int hhp__utf8_valid(const char *text, size_t length);

/* Number of code points; a byte that is not UTF-8 counts as one. */
size_t hhp__utf8_count(const char *text, size_t length);

/* The code point of a well-formed sequence of that length; for an ill-formed one (length 0), the byte. */
uint32_t hhp__utf8_read(const char *text, size_t length);

/* How many bytes to go on by: those of a well-formed sequence of that length; 1 for an ill-formed one (length 0). */
static inline size_t hhp__utf8_step(size_t length) {
  return length == 0 ? 1 : length;
}

/* The last code point of a text that is not empty; the last byte if it ends with no well-formed sequence. */
uint32_t hhp__utf8_last(const char *text, size_t length);

/* Writes the code point; returns its length in bytes. */
size_t hhp__utf8_write(uint32_t code_point, char out[4]);

/* Length of the longest beginning of a text that has at most `most` bytes and ends between characters. */
size_t hhp__utf8_truncated_length(const char *text, size_t length, size_t most);

/* The text after its first `count` characters; its end if it has fewer. */
const char *hhp__utf8_skip(const char *text, size_t count);

#endif
