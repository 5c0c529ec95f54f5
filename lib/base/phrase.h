/* Text in Danish and English. */
#ifndef HHP_BASE_PHRASE_H
#define HHP_BASE_PHRASE_H

#include <helhedsplan/status.h>

#include "base/buffer.h"

typedef struct {
  const char *da, *en;
} hhp__phrase;

/* The text in a language; English for anything but HHP_LANG_DA. */
static inline const char *hhp__in_lang(hhp__phrase phrase, int32_t lang) {
  return lang == HHP_LANG_DA ? phrase.da : phrase.en;
}

static inline void hhp__put_phrase(hhp__buffer *out, hhp__phrase phrase, int32_t lang) {
  hhp__puts(out, hhp__in_lang(phrase, lang));
}

/* A decimal of a plan, digit for digit, with the mark of the language: a comma in Danish, where a point separates
 * thousands. */
static inline void hhp__put_decimal(hhp__buffer *out, const char *decimal, int32_t lang) {
  for (; *decimal != '\0'; decimal++)
    hhp__putc(out, (char)(lang == HHP_LANG_DA && *decimal == '.' ? ',' : *decimal));
}

#endif
