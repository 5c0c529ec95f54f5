/* Guesses the character encoding of text that is not UTF-8. */
#ifndef HHP_DOCUMENT_ENCODING_H
#define HHP_DOCUMENT_ENCODING_H

#include <stddef.h>

#include "report/finding.h"

/* Its name in both languages; the key is NULL if no known encoding matches. */
hhp__word hhp__looks_like_encoding(const char *text, size_t length);

#endif
