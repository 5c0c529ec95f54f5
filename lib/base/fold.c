/* Folds text letter by letter. */
#include "base/fold.h"

#include <stdint.h>
#include <string.h>

#include "base/characters.h"
#include "base/utf8.h"

/* What non-ASCII letters fold to, by code point: the base letter without case and accents (canonical decompositions of
 * Unicode 15), '.' for other characters, and a digit for an index into S_several. đ, ħ, ı, ł, ŧ and ſ, which have no
 * decomposition, fold to the letter that they resemble. */
static const char S_latin[] = "aaaa212ceeeeiiiidnoooo3.3uuuuy54aaaa212ceeeeiiiidnoooo3.3uuuuy5y" /* U+00C0 */
                              "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll." /* U+0100 */
                              ".llnnnnnn...oooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" /* U+0140 */
                              "................................oo.............uu..............." /* U+0180 */
                              ".............aaiioouuuuuuuuuu.22aa22..ggkkoooo..j...gg..nn112233" /* U+01C0 */
                              "aaaaeeeeiiiioooorrrruuuusstt..hh......aaee33ooooooyy............" /* U+0200 */
                              "................" /* U+0240 */;

static const char S_latin_additional[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" /* U+1E00 */
    "mmmmnnnnnnnnoo33oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" /* U+1E40 */
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..4.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" /* U+1E80 */
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......" /* U+1EC0 */;

static const char *const S_several[] = {NULL, "aa", "ae", "oe", "ss", "th"};

/* Greek and Cyrillic letters with accents, and their lower-case base letters. */
static const struct {
  uint16_t letter, base;
} S_others[] = {
    {0x385, 0xa8},  {0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9}, {0x38c, 0x3bf}, {0x38e, 0x3c5},
    {0x38f, 0x3c9}, {0x390, 0x3b9}, {0x3aa, 0x3b9}, {0x3ab, 0x3c5}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5}, {0x3ae, 0x3b7},
    {0x3af, 0x3b9}, {0x3b0, 0x3c5}, {0x3ca, 0x3b9}, {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5}, {0x3ce, 0x3c9},
    {0x3d3, 0x3d2}, {0x3d4, 0x3d2}, {0x400, 0x435}, {0x401, 0x435}, {0x403, 0x433}, {0x407, 0x456}, {0x40c, 0x43a},
    {0x40d, 0x438}, {0x40e, 0x443}, {0x419, 0x438}, {0x439, 0x438}, {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433},
    {0x457, 0x456}, {0x45c, 0x43a}, {0x45d, 0x438}, {0x45e, 0x443}, {0x476, 0x475}, {0x477, 0x475}, {0x4c1, 0x436},
    {0x4c2, 0x436}, {0x4d0, 0x430}, {0x4d1, 0x430}, {0x4d2, 0x430}, {0x4d3, 0x430}, {0x4d6, 0x435}, {0x4d7, 0x435},
    {0x4da, 0x4d9}, {0x4db, 0x4d9}, {0x4dc, 0x436}, {0x4dd, 0x436}, {0x4de, 0x437}, {0x4df, 0x437}, {0x4e2, 0x438},
    {0x4e3, 0x438}, {0x4e4, 0x438}, {0x4e5, 0x438}, {0x4e6, 0x43e}, {0x4e7, 0x43e}, {0x4ea, 0x4e9}, {0x4eb, 0x4e9},
    {0x4ec, 0x44d}, {0x4ed, 0x44d}, {0x4ee, 0x443}, {0x4ef, 0x443}, {0x4f0, 0x443}, {0x4f1, 0x443}, {0x4f2, 0x443},
    {0x4f3, 0x443}, {0x4f4, 0x447}, {0x4f5, 0x447}, {0x4f8, 0x44b}, {0x4f9, 0x44b}};

/* The lower-case form of a Greek or Cyrillic letter, without accents. */
static uint32_t S_lower_other(uint32_t c) {
  for (size_t i = 0; i < sizeof(S_others) / sizeof(S_others[0]); i++) {
    if (S_others[i].letter == c)
      return S_others[i].base;
  }
  if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
    return c + 0x20;
  return c >= 0x400 && c <= 0x40f ? c + 0x50 : c;
}

/* Maps letters of other scripts to the Latin letter that they look like, and dashes to the hyphen. */
static uint32_t S_latin_lookalike(uint32_t c) {
  static const uint16_t lookalikes[][2] = {
      {0x3b1, 'a'}, {0x3b9, 'i'},  {0x3bd, 'v'},  {0x3bf, 'o'}, {0x3c1, 'p'}, {0x3c5, 'u'}, {0x3c7, 'x'},
      {0x430, 'a'}, {0x432, 'b'},  {0x435, 'e'},  {0x43a, 'k'}, {0x43c, 'm'}, {0x43d, 'h'}, {0x43e, 'o'},
      {0x440, 'p'}, {0x441, 'c'},  {0x442, 't'},  {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'},
      {0x458, 'j'}, {0x3ba, 'k'},  {0x3bc, 'm'},  {0x3b2, 'b'}, {0x3b5, 'e'}, {0x3b6, 'z'}, {0x3b7, 'h'},
      {0x3c4, 't'}, {0x2013, '-'}, {0x2212, '-'}, {0x2012, '-'}};
  for (size_t i = 0; i < sizeof(lookalikes) / sizeof(lookalikes[0]); i++) {
    if (lookalikes[i][0] == c)
      return lookalikes[i][1];
  }
  return c;
}

enum { LONGEST_STEP = 8 }; /* bytes, at least what a character folds to, with the space before it */

/* A text being folded. */
typedef struct {
  const char *next, *end;
  int follows_blank;
  int has_begun;
  int unifies_lookalikes;
} S_folding;

/* Skips the combining marks that follow. Returns the first diaeresis or ring above, which turn an a or o into ä, ö or
 * å; 0 if there is none. */
static uint32_t S_skip_marks(S_folding *f) {
  uint32_t accent = 0;
  while (f->next < f->end) {
    size_t step = hhp__utf8_length(f->next, (size_t)(f->end - f->next));
    uint32_t c = hhp__utf8_read(f->next, step);
    if (step == 0 || !(hhp__is_mark(c) || (hhp__is_invisible(c) && !hhp__is_blank(c))))
      break;
    if (accent == 0 && (c == 0x308 || c == 0x30a))
      accent = c;
    f->next += step;
  }
  return accent;
}

static const char *S_accented_letter(char letter, uint32_t accent) {
  if (letter == 'a' && accent == 0x30a)
    return "aa";
  return accent != 0x308 ? NULL : letter == 'a' ? "ae" : letter == 'o' ? "oe" : NULL;
}

static size_t S_write(char *out, const char *text) {
  size_t length = strlen(text);
  memcpy(out, text, length);
  return length;
}

/* The entry for a Latin letter; '.' if it is in neither table. */
static char S_latin_letter(uint32_t c) {
  if (c >= 0xc0 && c < 0xc0 + sizeof(S_latin) - 1)
    return S_latin[c - 0xc0];
  return c >= 0x1e00 && c <= 0x1eff ? S_latin_additional[c - 0x1e00] : '.';
}

static size_t S_fold_other(const S_folding *f, uint32_t c, char *out) {
  static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (c >= 0xfb00 && c <= 0xfb06)
    return S_write(out, ligatures[c - 0xfb00]);
  if (c == 0x2010 || c == 0x2011)
    return S_write(out, "-");
  if (c == 0x132 || c == 0x133)
    return S_write(out, "ij");
  if (c == 0x14a) /* eng has no base letter */
    return hhp__utf8_write(0x14b, out);
  c = S_lower_other(c);
  return hhp__utf8_write(f->unifies_lookalikes ? S_latin_lookalike(c) : c, out);
}

/* Whether a visible ASCII character is next, and nothing that could belong to it follows. */
static int S_is_plain(const S_folding *f) {
  const char *p = f->next;
  return *p > ' ' && *p <= '~' && (p + 1 == f->end || (p[1] >= ' ' && p[1] <= '~'));
}

/* Writes the space that stands for the blanks passed, if any. */
static size_t S_begin_letter(S_folding *f, char *out) {
  size_t length = f->follows_blank && f->has_begun;
  out[0] = ' ';
  f->follows_blank = 0;
  f->has_begun = 1;
  return length;
}

/* Folds a Latin letter of two bytes that is next, if only printable ASCII follows, which is no mark that belongs to it;
 * 0 if it is anything else. */
static size_t S_fold_two_bytes(S_folding *f, char *out) {
  const unsigned char *p = (const unsigned char *)f->next;
  if (f->end - f->next < 2 || p[0] < 0xc3 || p[0] > 0xc8 || (p[1] & 0xc0) != 0x80)
    return 0;
  char letter = S_latin_letter((p[0] & 0x1fu) << 6 | (p[1] & 0x3fu));
  if (letter == '.' || (f->end - f->next > 2 && (p[2] < ' ' || p[2] > '~')))
    return 0;
  f->next += 2;
  size_t length = S_begin_letter(f, out);
  if (letter > '0' && letter < '6')
    return length + S_write(out + length, S_several[letter - '0']);
  out[length] = letter;
  return length + 1;
}

/* Folds the next character into at most five bytes; 0 at the end. Bytes that are not UTF-8 are kept. */
static size_t S_fold_next(S_folding *f, char out[LONGEST_STEP]) {
  while (f->next < f->end) {
    if (*f->next == ' ') {
      f->follows_blank = 1;
      f->next++;
      continue;
    }
    if (S_is_plain(f)) {
      size_t length = S_begin_letter(f, out);
      out[length] = hhp__lower_ascii(*f->next++);
      return length + 1;
    }
    size_t letter_length = S_fold_two_bytes(f, out);
    if (letter_length > 0)
      return letter_length;
    size_t step = hhp__utf8_length(f->next, (size_t)(f->end - f->next));
    uint32_t c = hhp__utf8_read(f->next, step);
    const char *start = f->next;
    f->next += hhp__utf8_step(step);
    if (step > 0 && hhp__is_invisible(c)) {
      f->follows_blank |= hhp__is_blank(c);
      continue;
    }
    size_t length = S_begin_letter(f, out);
    char letter = step == 1 ? hhp__lower_ascii(*start) : step == 0 ? *start : S_latin_letter(c);
    if (step < 2)
      out[length] = letter;
    if (step == 0)
      return length + 1;
    const char *several = letter > '0' && letter < '6' && step > 1 ? S_several[letter - '0'] : NULL;
    uint32_t accent = S_skip_marks(f);
    if (several == NULL && (several = S_accented_letter(letter, accent)) == NULL) {
      if (step > 1 && letter == '.')
        return length + S_fold_other(f, c, out + length);
      out[length] = letter;
      return length + 1;
    }
    return length + S_write(out + length, several);
  }
  return 0;
}

/* Whether the character is visible, or a single space between two that are; `p` is not the first of the text. */
static inline int S_is_of_run(const char *p, const char *end) {
  return (*p > ' ' && *p <= '~') ||
         (*p == ' ' && p[-1] > ' ' && p[-1] <= '~' && end - p > 1 && p[1] > ' ' && p[1] <= '~');
}

/* Folds the visible ASCII that is next, up to a character that other characters could belong to, and at most `most`
 * bytes. Words of it may be in it, with the spaces between them. */
static size_t S_fold_run(S_folding *f, char *out, size_t most) {
  const char *p = f->next;
  const char *end = (size_t)(f->end - p) <= most ? f->end : p + most;
  if (p < end && p[0] > ' ' && p[0] <= '~') {
    do
      p++;
    while (p < end && S_is_of_run(p, end));
  }
  if (p < f->end && (*p < ' ' || *p > '~'))
    p--;
  if (p <= f->next)
    return 0;
  size_t length = S_begin_letter(f, out);
  while (f->next < p)
    out[length++] = hhp__lower_ascii(*f->next++);
  return length;
}

void hhp__fold(hhp__buffer *out, const char *text) {
  S_folding f = {.next = text, .end = text + strlen(text)};
  enum { LONGEST_RUN = 48 };
  char letters[128];
  size_t used = 0, length;
  do {
    if (used > sizeof(letters) - LONGEST_RUN - 2 * LONGEST_STEP) {
      hhp__put(out, letters, used);
      used = 0;
    }
    used += S_fold_run(&f, letters + used, LONGEST_RUN);
    length = S_fold_next(&f, letters + used);
    used += length;
  } while (length > 0);
  if (used > 0)
    hhp__put(out, letters, used);
}

int hhp__looks_alike(const char *one, const char *other) {
  S_folding a = {.next = one, .end = one + strlen(one), .unifies_lookalikes = 1};
  S_folding b = {.next = other, .end = other + strlen(other), .unifies_lookalikes = 1};
  char x[LONGEST_STEP], y[LONGEST_STEP];
  size_t i = 0, x_length = 0, j = 0, y_length = 0;
  for (;;) {
    if (i == x_length) {
      i = 0;
      x_length = S_fold_next(&a, x);
    }
    if (j == y_length) {
      j = 0;
      y_length = S_fold_next(&b, y);
    }
    if (x_length == 0 || y_length == 0)
      return x_length == y_length;
    if (x[i++] != y[j++])
      return 0;
  }
}

size_t hhp__fold_word(const char *text, size_t length, char out[HHP__LONGEST_WORD]) {
  S_folding f = {.next = text, .end = text + length};
  char next[LONGEST_STEP];
  size_t used = 0, step;
  while ((step = S_fold_next(&f, next)) > 0) {
    if (used + step > HHP__LONGEST_WORD)
      return HHP__LONGEST_WORD + 1;
    memcpy(out + used, next, step);
    used += step;
  }
  return used;
}
