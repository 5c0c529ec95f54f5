/* Guesses by Danish words: æ, ø, å and é are next to letters, and have other bytes in each encoding that Danish files
 * have been written in. */
#include "document/encoding.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

enum { MOST_EXAMINED = 1 << 20 }; /* bytes; a plan has such letters before that */

/* The encodings, and their bytes for those letters. */
static const struct {
  hhp__word name;
  const char *letters; /* æ ø å é, small and capital */
} S_encodings[] = {
    {{"windows-1252", {"Windows-1252", "Windows-1252"}}, "\xe6\xf8\xe5\xe9\xc6\xd8\xc5\xc9"},
    {{"cp850", {"CP850 (DOS)", "CP850 (DOS)"}}, "\x91\x9b\x86\x82\x92\x9d\x8f\x90"},
    {{"macroman", {"MacRoman (ældre Mac)", "MacRoman (older Macs)"}}, "\xbe\xbf\x8c\x8e\xae\xaf\x81\x83"},
};

enum { WINDOWS_1252, ENCODINGS = sizeof(S_encodings) / sizeof(S_encodings[0]) };

/* Indistinguishable without the quotes and dashes of Windows-1252. */
static const hhp__word S_latin_1 = {"windows-1252", {"Windows-1252 eller ISO-8859-1", "Windows-1252 or ISO-8859-1"}};

typedef struct {
  size_t broken, whole; /* characters outside ASCII: malformed, and valid UTF-8 */
  size_t letters[ENCODINGS];
  size_t quotes; /* quotes and dashes of Windows-1252 */
} S_tally;

/* 0 beyond the text, and before its first byte. */
static unsigned char S_at(const char *text, size_t length, size_t at) {
  return at < length ? (unsigned char)text[at] : 0;
}

static int S_is_word(const char *text, size_t length, size_t at) {
  return hhp__is_ascii_letter((char)S_at(text, length, at));
}

/* Quotes open before a word and close after one; apostrophes are between letters, dashes between blanks or digits. */
static int S_is_quote(const char *text, size_t length, size_t i) {
  int before = S_is_word(text, length, i - 1), after = S_is_word(text, length, i + 1);
  switch ((unsigned char)text[i]) {
  case 0x84:
  case 0x91:
  case 0x93:
    return !before && after;
  case 0x94:
    return !after && S_at(text, length, i - 1) > ' ';
  case 0x92:
    return before && (after || S_at(text, length, i + 1) == ' ');
  case 0x85:
  case 0x96:
  case 0x97:
    return !before || !after;
  default:
    return 0;
  }
}

static void S_count(S_tally *tally, const char *text, size_t length, size_t i) {
  int is_in_word = S_is_word(text, length, i - 1) || S_is_word(text, length, i + 1);
  tally->broken++;
  for (size_t k = 0; k < ENCODINGS; k++)
    tally->letters[k] += is_in_word && strchr(S_encodings[k].letters, text[i]) != NULL;
  tally->quotes += (size_t)S_is_quote(text, length, i);
}

/* UTF-32 has a byte order mark, of which that of UTF-16 is the beginning, or three of four bytes of what JSON begins
 * with are NUL. */
static int S_is_utf32(const char *text, size_t length) {
  if (length < 4)
    return 0;
  if (memcmp(text, "\xff\xfe\0\0", 4) == 0 || memcmp(text, "\0\0\xfe\xff", 4) == 0)
    return 1;
  return text[1] == '\0' && text[2] == '\0' && (text[0] == '\0') != (text[3] == '\0');
}

/* UTF-16 has a byte order mark, or every other byte of what JSON begins with is NUL. */
static int S_is_utf16(const char *text, size_t length) {
  if (length < 2)
    return 0;
  if (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)
    return 1;
  return length >= 4 && (text[0] == '\0') != (text[1] == '\0') && (text[0] == '\0') == (text[2] == '\0') &&
         (text[1] == '\0') == (text[3] == '\0');
}

static size_t S_explained(const S_tally *tally, size_t encoding) {
  return tally->letters[encoding] + (encoding == WINDOWS_1252 ? tally->quotes : 0);
}

/* An encoding has to explain three quarters of the malformed bytes; a file that is merely damaged matches none. Of two
 * that explain as many it is Windows-1252, whose apostrophe is the Æ of CP850. */
static hhp__word S_best(const S_tally *tally) {
  size_t best = WINDOWS_1252;
  for (size_t k = 1; k < ENCODINGS; k++)
    best = S_explained(tally, k) > S_explained(tally, best) ? k : best;
  size_t explained = S_explained(tally, best);
  if (explained == 0 || explained < tally->broken - tally->broken / 4 || tally->whole > tally->broken)
    return (hhp__word){0};
  return best == WINDOWS_1252 && tally->quotes == 0 ? S_latin_1 : S_encodings[best].name;
}

hhp__word hhp__looks_like_encoding(const char *text, size_t length) {
  S_tally tally = {0};
  if (S_is_utf32(text, length))
    return (hhp__word){"utf-32", {"UTF-32", "UTF-32"}};
  if (S_is_utf16(text, length))
    return (hhp__word){"utf-16", {"UTF-16", "UTF-16"}};
  length = length < MOST_EXAMINED ? length : MOST_EXAMINED;
  for (size_t i = 0; i < length;) {
    size_t step = hhp__utf8_length(text + i, length - i);
    if (step == 0)
      S_count(&tally, text, length, i);
    tally.whole += step > 1;
    i += hhp__utf8_step(step);
  }
  return S_best(&tally);
}
