/* Scanning text several bytes at a time: 16 with SSE2 or NEON, otherwise 8. All functions but the last return a
 * position from `text` to `end`, and none reads beyond `end`.
 *
 * A byte is ordinary if it needs no closer look: printable ASCII, and both bytes of a letter from U+00C0 to U+02FF
 * (æ, ø, å, é), which is most of Danish text. */
#ifndef HHP_BASE_SCAN_H
#define HHP_BASE_SCAN_H

#include <stddef.h>

/* The first byte that is not ordinary, or a quotation mark or backslash: for strings in JSON. */
const char *hhp__skip_string(const char *text, const char *end);

/* The same. *has_hint becomes 1 if a hint comes before it, without which neither HP111 nor HP116 finds anything inside
 * a text: a hyphen; x or "ip" in any case, "TO" or "TB" in capitals, as in "xxx", "FIXME", "lorem ipsum", "TODO" and
 * "TBD". */
const char *hhp__read_string(const char *text, const char *end, int *has_hint);

/* The first byte that is not ordinary, or a hyphen: for texts of a plan. */
const char *hhp__skip_prose(const char *text, const char *end);

/* The first byte that is not ordinary, or a number sign: for text to be escaped (base/safe.h). */
const char *hhp__skip_harmless(const char *text, const char *end);

/* The first byte that is not white space of JSON. */
const char *hhp__skip_json_blanks(const char *text, const char *end);

/* The first "lo" or "xx" in any case, capital T or F that is not the last byte: how "lorem ipsum", "xxx", "TODO", "TBD"
 * and "FIXME" begin; or line feed. */
const char *hhp__skip_to_note(const char *text, const char *end);

/* The number of line feeds. */
size_t hhp__count_line_feeds(const char *text, const char *end);

#endif
