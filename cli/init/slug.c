/* Text to ids: "Ny plan for Ærøparken" is ny-plan-for-aeroeparken. */
#include "cli/init/slug.h"

#include <string.h>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

enum { LONGEST_ID = 64, LONGEST_LETTER = 3 /* such as ffi */ };

static int S_is_of_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The length in bytes of the first character with the accents that follow it. */
static size_t S_letter(const char *words, size_t available) {
  size_t length = hhp__utf8_length(words, available);
  length = length == 0 ? 1 : length;
  while (length < available) {
    size_t step = hhp__utf8_length(words + length, available - length);
    if (step == 0 || !hhp__is_mark(hhp__utf8_read(words + length, step)))
      break;
    length += step;
  }
  return length;
}

/* Letter by letter, so that a letter that folds to two is not cut in half at the end. */
void put_slug(cli_text *out, const char *words) {
  char folded[HHP__LONGEST_WORD];
  const char *end = words + strlen(words);
  size_t begin = out->length;
  int is_apart = 0; /* a separator precedes the next character */
  for (size_t length; words < end; words += length) {
    length = S_letter(words, (size_t)(end - words));
    size_t letters = hhp__fold_word(words, length, folded);
    if (letters == 0) { /* invisible characters do not separate words, blanks do */
      is_apart |= hhp__is_blank(hhp__utf8_read(words, hhp__utf8_length(words, length)));
      continue;
    }
    if (letters > LONGEST_LETTER || !S_is_of_id(folded[0])) {
      is_apart = 1;
      continue;
    }
    size_t hyphen = is_apart && out->length > begin;
    if (out->length - begin + hyphen + letters > LONGEST_ID)
      return;
    put(out, hyphen ? "-" : "");
    put_bytes(out, folded, letters);
    is_apart = 0;
  }
}
