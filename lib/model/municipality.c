/* The table of municipalities, and finding one by code or by name. */
#include <helhedsplan/municipality.h>

#include <string.h>

#include "base/characters.h"
#include "base/utf8.h"

static const struct {
  const char *code;
  const char *name;
  const char *key;
  const char *authority;
} S_all[] = {
#define MUNICIPALITY(code, name, key, authority) {code, name, key, authority},
#include "model/municipalities.def"
};

enum { COUNT = sizeof(S_all) / sizeof(S_all[0]), LONGEST_NAME = 80 };

/* Its index in the table, or COUNT. */
static size_t S_with_code(const char *code) {
  size_t i = 0;
  if (code == NULL)
    return COUNT;
  if (code[0] == '0' && strlen(code) == 4)
    code++;
  while (i < COUNT && strcmp(S_all[i].code, code) != 0)
    i++;
  return i;
}

size_t hhp_municipality_count(void) {
  return COUNT;
}

const char *hhp_municipality_code_at(size_t index) {
  return index < COUNT ? S_all[index].code : NULL;
}

const char *hhp_municipality_name(const char *code) {
  size_t i = S_with_code(code);
  return i < COUNT ? S_all[i].name : NULL;
}

const char *hhp_municipality_authority(const char *code) {
  size_t i = S_with_code(code);
  return i < COUNT ? S_all[i].authority : NULL;
}

/* Folds a letter of Danish names to ASCII, and blanks and hyphens to one blank. A combining ring after an a makes it an
 * å. NULL: any other character, whose bytes are kept. */
static const char *S_folded(uint32_t c) {
  switch (c) {
  case 0xc6: /* Æ */
  case 0xe6:
    return "ae";
  case 0xd8: /* Ø */
  case 0xf8:
    return "oe";
  case 0xc5: /* Å */
  case 0xe5:
    return "aa";
  case 0x30a:
    return "a";
  case '-':
  case 0x2010: /* hyphen, no-break hyphen, en dash */
  case 0x2011:
  case 0x2013:
    return " ";
  default:
    return hhp__is_blank(c) ? " " : NULL;
  }
}

/* Puts the name in the form that names are compared in into `folded_name`. -1 if it is longer than any municipality's,
 * or not UTF-8. Does not allocate, so that looking up a name cannot fail. */
static int S_fold(const char *name, char folded_name[LONGEST_NAME]) {
  size_t length = 0;
  char last = '\0';
  for (size_t left = strlen(name); left > 0;) {
    size_t step = hhp__utf8_length(name, left);
    const char *folded = S_folded(hhp__utf8_read(name, step));
    const char *from = folded != NULL ? folded : name;
    size_t count = folded != NULL ? strlen(folded) : step;
    int is_more_blank = from[0] == ' ' && (last == '\0' || last == ' ');
    if (step == 0 || length + count >= LONGEST_NAME)
      return -1;
    for (size_t i = 0; i < count && !is_more_blank; i++)
      folded_name[length++] = last = from[i] >= 'A' && from[i] <= 'Z' ? (char)(from[i] - 'A' + 'a') : from[i];
    name += step;
    left -= step;
  }
  length -= last == ' ';
  folded_name[length] = '\0';
  return 0;
}

/* Removes the word for "municipality" at the end. */
static void S_drop_kommune(char *folded) {
  static const char *const words[] = {" kommune", " regionskommune"};
  size_t length = strlen(folded);
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
    size_t word = strlen(words[i]);
    if (length > word && strcmp(folded + length - word, words[i]) == 0) {
      folded[length - word] = '\0';
      return;
    }
  }
}

/* Compares names regardless of a genitive: "Københavns", "Nordfyn". */
static int S_is_same_name(const char *a, const char *b) {
  size_t a_length = strlen(a), b_length = strlen(b);
  size_t shorter = a_length < b_length ? a_length : b_length;
  if (strncmp(a, b, shorter) != 0)
    return 0;
  return strcmp(a + shorter, "s") == 0 || strcmp(b + shorter, "s") == 0 || a_length == b_length;
}

const char *hhp_municipality_code(const char *name) {
  char wanted[LONGEST_NAME];
  if (name == NULL || S_fold(name, wanted) != 0)
    return NULL;
  S_drop_kommune(wanted);
  for (size_t i = 0; i < COUNT; i++) {
    if (S_is_same_name(wanted, S_all[i].key))
      return S_all[i].code;
  }
  return NULL;
}
