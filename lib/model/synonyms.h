/* Suggests a value of an enum for a word that is not one. */
#ifndef HHP_MODEL_SYNONYMS_H
#define HHP_MODEL_SYNONYMS_H

#include <stddef.h>

#include "base/buffer.h"
#include "model/model.h"

/* The value of which the text is the word, the title in either language or a synonym (synonyms.def), or else the
 * nearest one; NULL if none is near. 0, or -1 when memory ran out. */
int hhp__value_meant(const hhp__enum *values, const char *text, size_t length, const hhp__value **meant);

/* Calls `visit` with every word for a value: its word in the file, its titles, its synonyms. */
void hhp__each_word(const hhp__enum *values, void (*visit)(void *context, const hhp__value *value, const char *word),
                    void *context);

#endif
