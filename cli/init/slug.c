/* Text to ids: "Ny plan for Ærøparken" is ny-plan-for-aeroeparken. */
#include "cli/init/slug.h"

#include <string.h>

enum { LONGEST_ID = 64 };

static const struct {
  const char *letters; /* concatenated */
  const char *are;
} S_folds[] = {{"ÆæÄä", "ae"},    {"ØøÖö", "oe"},    {"Åå", "aa"},      {"ÁáÀàÂâÃã", "a"}, {"ÉéÈèÊêËë", "e"},
               {"ÍíÌìÎîÏï", "i"}, {"ÓóÒòÔôÕõ", "o"}, {"ÚúÙùÛûÜü", "u"}, {"ÝýŸÿ", "y"},     {"Ññ", "n"},
               {"Çç", "c"},       {"ß", "ss"},       {"Ðð", "d"},       {"Þþ", "th"}};

/* Transliteration of a letter of that length in bytes; NULL: unknown. */
static const char *S_fold(const char *letter, size_t length) {
  for (size_t i = 0; i < sizeof(S_folds) / sizeof(S_folds[0]); i++) {
    uint32_t c;
    for (const char *known = S_folds[i].letters; *known != '\0'; known += code_point(known, &c)) {
      if (strncmp(known, letter, length) == 0)
        return S_folds[i].are;
    }
  }
  return NULL;
}

/* The first character of `words` as letters and digits of an id; NULL if it has none. */
static const char *S_letters(const char *words, size_t length, char buffer[2]) {
  char c = words[0];
  buffer[0] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  buffer[1] = '\0';
  if ((buffer[0] >= 'a' && buffer[0] <= 'z') || (c >= '0' && c <= '9'))
    return buffer;
  return length < 2 ? NULL : S_fold(words, length);
}

void put_slug(cli_text *out, const char *words) {
  char buffer[2];
  size_t begin = out->length;
  int is_apart = 0; /* a separator precedes the next character */
  uint32_t c;
  for (size_t length; *words != '\0'; words += length) {
    length = code_point(words, &c);
    length = length == 0 ? 1 : length;
    const char *letters = S_letters(words, length, buffer);
    if (letters == NULL) {
      is_apart = 1;
      continue;
    }
    size_t hyphen = is_apart && out->length > begin;
    if (out->length - begin + hyphen + strlen(letters) > LONGEST_ID)
      return;
    put(out, hyphen ? "-" : "");
    put(out, letters);
    is_apart = 0;
  }
}
