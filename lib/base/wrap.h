/* Text laid out in the columns of a terminal: wrapped, truncated, padded. Columns count from 0.
 *
 * The text is escaped already (base/safe.h). It is split and truncated between clusters only: an escape such as
 * \u{202e} or \xe5 is one, and so is a character with the combining marks after it. */
#ifndef HHP_BASE_WRAP_H
#define HHP_BASE_WRAP_H

#include <stddef.h>

#include "base/buffer.h"

/* In text to be wrapped: a space at which lines are not broken. Escaped text never contains it. An amount or a share
 * needs none, since it is never separated from its unit: "500.000 kr.", "DKK 500,000", "25 %". */
#define HHP__NO_BREAK "\x01"

/* Lines continue at column `indent` and end before column `limit`. */
typedef struct {
  size_t indent, limit;
  int keeps_words; /* a word longer than a line is not split: a path or URL can be copied */
} hhp__margins;

/* Appends text that begins at `column`, broken at its spaces. Spaces are kept, except at a break, at the end of the
 * text, and before the first word if it does not fit with them. A line exceeds the limit only if `keeps_words` is set,
 * or if the margins leave too few columns for a single cluster. Returns the column where the text ends. */
size_t hhp__put_wrapped(hhp__buffer *out, const char *text, size_t column, hhp__margins margins);

/* Appends text in a field of `width` columns: padded with spaces, or truncated with "…", preferably between words. */
void hhp__put_left(hhp__buffer *out, const char *text, size_t width);

/* Appends text right-aligned in a field of `width` columns. It is never truncated. */
void hhp__put_right(hhp__buffer *out, const char *text, size_t width);

/* Length in bytes of the first cluster of a text; 0 for an empty one. */
size_t hhp__cluster_length(const char *text, size_t length);

/* Length in bytes of the longest beginning of a text, in whole clusters, that fits in `limit` columns. `columns` is set
 * to the columns it takes. */
size_t hhp__fitting_length(const char *text, size_t length, size_t limit, size_t *columns);

#endif
