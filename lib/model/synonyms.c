/* Finds values of enums by their titles and synonyms. */
#include "model/synonyms.h"

#include <string.h>

#include "base/fold.h"
#include "base/nearest.h"

enum { LONGEST_WORD = 128 };

static const struct {
  uint8_t values;
  int32_t value;
  const char *word;
} S_synonyms[] = {
#define SYNONYM(e, constant, word) {HHP__V_##e, HHP_##constant, word},
#include "model/synonyms.def"
};

/* Appends the text in the form that words are compared in: folded, with hyphens, underscores and full stops as
 * blanks. */
static void S_put_plain_words(hhp__buffer *out, const char *text, size_t length) {
  hhp__buffer plain = {0};
  for (size_t i = 0; i < length; i++)
    hhp__putc(&plain, text[i] == '-' || text[i] == '_' || text[i] == '.' ? ' ' : text[i]);
  if (plain.failed)
    out->failed = 1;
  else if (plain.text != NULL)
    hhp__fold(out, plain.text);
  hhp__buffer_free(&plain);
}

void hhp__each_word(const hhp__enum *values, void (*visit)(void *context, const hhp__value *value, const char *word),
                    void *context) {
  for (size_t i = 0; i < values->count; i++) {
    visit(context, &values->values[i], values->values[i].json);
    visit(context, &values->values[i], values->values[i].title.da);
    visit(context, &values->values[i], values->values[i].title.en);
  }
  for (size_t i = 0; i < sizeof(S_synonyms) / sizeof(S_synonyms[0]); i++) {
    if (&hhp__enums[S_synonyms[i].values] == values)
      visit(context, hhp__value_of(values, S_synonyms[i].value), S_synonyms[i].word);
  }
}

typedef struct {
  hhp__buffer word; /* each in turn */
  hhp__nearest nearest;
} S_search;

static void S_consider(void *context, const hhp__value *value, const char *word) {
  S_search *search = context;
  search->word.length = 0;
  S_put_plain_words(&search->word, word, strlen(word));
  if (!search->word.failed)
    hhp__consider(&search->nearest, search->word.text, search->word.length, value);
}

int hhp__value_meant(const hhp__enum *values, const char *text, size_t length, const hhp__value **meant) {
  *meant = NULL;
  if (length > LONGEST_WORD)
    return 0;
  hhp__buffer plain = {0};
  S_search search = {.word = {0}};
  S_put_plain_words(&plain, text, length);
  if (!plain.failed && plain.length > 0) {
    search.nearest = hhp__nearest_to(plain.text, plain.length);
    hhp__each_word(values, S_consider, &search);
    *meant = search.nearest.meant;
  }
  int failed = plain.failed || search.word.failed;
  hhp__buffer_free(&plain);
  hhp__buffer_free(&search.word);
  return failed ? -1 : 0;
}
