/* Where a JSON Pointer leads to in a text, found in the simplest way. */
#ifndef HHP_TESTS_PLACE_H
#define HHP_TESTS_PLACE_H

#include <stddef.h>

/* Offset and length of the value in bytes. 0 if the pointer leads nowhere. The text is well-formed and NUL-terminated,
 * and has no escapes in the names on the way. */
int find_place(const char *json, const char *pointer, size_t *offset, size_t *length);

/* Line and column of an offset, from 1, in code points. LF, CRLF and CR end a line. */
void count_lines(const char *json, size_t length, size_t offset, size_t *line, size_t *column);

#endif
