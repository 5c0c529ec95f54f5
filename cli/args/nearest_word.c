/* Finds the nearest word by edit distance, or as a word that the given one abbreviates. */
#include "cli/args/nearest_word.h"

#include <string.h>

cli_nearest nearest_to(const char *word) {
  return (cli_nearest){hhp__nearest_to(word, strlen(word)), NULL};
}

/* Whether the word is a prefix of the candidate, and too much shorter for a typing error. */
static int S_is_prefix(const hhp__nearest *word, const char *candidate) {
  char folded[HHP__LONGEST_WORD];
  size_t length = hhp__fold_word(candidate, strlen(candidate), folded);
  return word->length >= 2 && length <= HHP__LONGEST_WORD &&
         length > word->length + (size_t)hhp__distance_allowed(word->length) &&
         memcmp(word->word, folded, word->length) == 0;
}

/* A word that is a prefix of a candidate counts as one edit: "form" for "format". */
void nearest_try(cli_nearest *near, const char *candidate) {
  hhp__nearest *folded = &near->folded;
  hhp__consider(folded, candidate, strlen(candidate), candidate);
  if ((folded->meant == NULL || folded->best > 1) && S_is_prefix(folded, candidate)) {
    folded->meant = candidate;
    folded->best = 1;
  }
  near->best = folded->meant;
}
