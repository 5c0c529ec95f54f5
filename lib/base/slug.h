/* Slugs: text in the form of an id. */
#ifndef HHP_BASE_SLUG_H
#define HHP_BASE_SLUG_H

#include "base/buffer.h"

/* Appends the text folded, with one hyphen in place of all that is not a-z or 0-9, and none at the ends. Of any length;
 * nothing if the text has no letter or digit. */
void hhp__put_slug(hhp__buffer *out, const char *text);

#endif
