/* Which value of an enum is meant by a word that is none of them. */
#ifndef HHP_MODEL_SYNONYMS_H
#define HHP_MODEL_SYNONYMS_H

#include <stddef.h>

#include "base/buffer.h"
#include "model/model.h"

/* Adds the text as words are compared: folded, and hyphens, underscores and full stops as blanks. */
void hhp__put_plain_words(hhp__buffer *out, const char *text, size_t length);

/* The value whose word, title in either language or synonym (synonyms.def) the text is, or else is nearest to; NULL where
 * none is near. 0, or -1 when memory ran out. */
int hhp__value_meant(const hhp__enum *values, const char *text, size_t length, const hhp__value **meant);

/* Calls `visit` with every word that stands for a value: its own, its titles, its synonyms. */
void hhp__each_word(const hhp__enum *values, void (*visit)(void *context, const hhp__value *value, const char *word),
                    void *context);

#endif
