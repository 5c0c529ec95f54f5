/* What a language says, where there are two of them. */
#ifndef HHP_BASE_PHRASE_H
#define HHP_BASE_PHRASE_H

#include <helhedsplan/status.h>

typedef struct {
  const char *da;
  const char *en;
} hhp__phrase;

static inline const char *hhp__say(hhp__phrase phrase, int32_t lang) {
  return lang == HHP_LANG_DA ? phrase.da : phrase.en;
}

#endif
