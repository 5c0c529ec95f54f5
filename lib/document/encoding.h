/* Which character encoding a text that is no UTF-8 looks like. */
#ifndef HHP_DOCUMENT_ENCODING_H
#define HHP_DOCUMENT_ENCODING_H

#include <stddef.h>

#include "report/finding.h"

/* Its name in both languages; a key of NULL where it looks like none of those that are known. */
hhp__word hhp__looks_like_encoding(const char *text, size_t length);

#endif
