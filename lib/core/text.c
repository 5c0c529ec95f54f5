/* UTF-8, patterns, folding and near misses. */
#include "core/text.h"

#include <string.h>

static int S_continues(unsigned char c) {
  return (c & 0xc0) == 0x80;
}

/* The second byte decides about overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7). */
size_t hhp__utf8_length(const char *text, size_t available) {
  const unsigned char *s = (const unsigned char *)text;
  if (available == 0)
    return 0;
  if (s[0] < 0x80)
    return 1;
  if (s[0] < 0xc2 || available < 2 || !S_continues(s[1]))
    return 0;
  if (s[0] < 0xe0)
    return 2;
  if (available < 3 || !S_continues(s[2]))
    return 0;
  if (s[0] < 0xf0) {
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f))
      return 0;
    return 3;
  }
  if (s[0] > 0xf4 || available < 4 || !S_continues(s[3]))
    return 0;
  if ((s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
    return 0;
  return 4;
}

int hhp__utf8_valid(const char *text, size_t length) {
  size_t i = 0;
  while (i < length) {
    size_t step = hhp__utf8_length(text + i, length - i);
    if (step == 0)
      return 0;
    i += step;
  }
  return 1;
}

size_t hhp__utf8_count(const char *text, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += !S_continues((unsigned char)text[i]);
  return count;
}

uint32_t hhp__utf8_read(const char *text, size_t length) {
  const unsigned char *s = (const unsigned char *)text;
  if (length < 2)
    return s[0];
  uint32_t c = s[0] & (0x7fu >> length);
  for (size_t i = 1; i < length; i++)
    c = c << 6 | (s[i] & 0x3f);
  return c;
}

size_t hhp__utf8_write(uint32_t c, char out[4]) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xc0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xe0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
  }
  out[0] = (char)(0xf0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3f));
  out[2] = (char)(0x80 | (c >> 6 & 0x3f));
  out[3] = (char)(0x80 | (c & 0x3f));
  return 4;
}

static int S_is_digit(char c) {
  return c >= '0' && c <= '9';
}

static size_t S_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && S_is_digit(text[count]))
    count++;
  return count;
}

int hhp__is_id(const char *text, size_t length) {
  if (length < 1 || length > 64 || text[0] == '-')
    return 0;
  for (size_t i = 0; i < length; i++) {
    if (!(text[i] >= 'a' && text[i] <= 'z') && !S_is_digit(text[i]) && text[i] != '-')
      return 0;
  }
  return 1;
}

int hhp__is_cvr(const char *text, size_t length) {
  return length == 8 && S_digits(text, length) == 8;
}

int hhp__is_municipality(const char *text, size_t length) {
  if (length == 4 && text[0] == '0')
    return S_digits(text, 4) == 4;
  return length == 3 && S_digits(text, 3) == 3;
}

/* At most 14 digits before the point and 4 after it, so that ten-thousandths fit in int64_t. */
int hhp__is_decimal(const char *text, size_t length) {
  if (length > 0 && text[0] == '-') {
    text++;
    length--;
  }
  size_t whole = S_digits(text, length);
  if (whole < 1 || whole > 14 || (whole > 1 && text[0] == '0'))
    return 0;
  if (whole == length)
    return 1;
  size_t part = length - whole - 1;
  return text[whole] == '.' && part >= 1 && part <= 4 && S_digits(text + whole + 1, part) == part;
}

int64_t hhp__decimal_units(const char *text) {
  int is_negative = text[0] == '-';
  int64_t units = 0;
  int decimals = -1; /* none yet, as there was no point */
  for (const char *p = text + is_negative; *p != '\0'; p++) {
    if (*p == '.') {
      decimals = 0;
      continue;
    }
    units = units * 10 + (*p - '0');
    decimals += decimals >= 0;
  }
  for (decimals = decimals < 0 ? 0 : decimals; decimals < 4; decimals++)
    units *= 10;
  return is_negative ? -units : units;
}

int hhp__is_blank(uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* Line breaks and tabs are ordinary in a longer text. Besides C0, DEL and C1: what turns the direction of writing,
 * separators of lines and paragraphs, the byte order mark, and the soft hyphen that copying from a PDF leaves. */
int hhp__is_control(uint32_t c) {
  if (c < 0x20)
    return c != '\n' && c != '\t';
  return (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || c == 0x200e || c == 0x200f ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

int hhp__is_letter(uint32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xc0 && c != 0xd7 && c != 0xf7 && c < 0x2000;
}

int hhp__says_nothing(const char *text) {
  if (text == NULL)
    return 1;
  const char *end = text + strlen(text);
  while (text < end) {
    size_t length = hhp__utf8_length(text, (size_t)(end - text));
    if (!hhp__is_blank(hhp__utf8_read(text, length)))
      return 0;
    text += length == 0 ? 1 : length;
  }
  return 1;
}

/* The two-byte letters of Danish and its neighbours: UTF-8 of the capital and of the small letter, and what they fold
 * to. All other text is compared as it stands. */
static const struct {
  const char *letter;
  const char *folded;
} S_folds[] = {{"Æ", "ae"}, {"æ", "ae"}, {"Ø", "oe"}, {"ø", "oe"}, {"Å", "aa"}, {"å", "aa"},
               {"É", "e"},  {"é", "e"},  {"Ä", "ae"}, {"ä", "ae"}, {"Ö", "oe"}, {"ö", "oe"}};

static const char *S_fold_letter(const char *text) {
  for (size_t i = 0; i < sizeof(S_folds) / sizeof(S_folds[0]); i++) {
    if (text[0] == S_folds[i].letter[0] && text[1] == S_folds[i].letter[1])
      return S_folds[i].folded;
  }
  return NULL;
}

static char S_lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Length in bytes of the blank at the start of the text, or 0. */
static size_t S_blank(const char *text, size_t available) {
  size_t length = hhp__utf8_length(text, available);
  return hhp__is_blank(hhp__utf8_read(text, length)) ? length : 0;
}

void hhp__fold(hhp__buffer *out, const char *text) {
  const char *end = text + strlen(text);
  size_t start = out->length;
  int is_behind_blank = 0;
  while (text < end) {
    size_t blank = S_blank(text, (size_t)(end - text));
    text += blank;
    is_behind_blank |= blank > 0;
    if (blank > 0)
      continue;
    if (is_behind_blank && out->length > start)
      hhp__putc(out, ' ');
    is_behind_blank = 0;
    const char *folded = S_fold_letter(text);
    if (folded != NULL)
      hhp__puts(out, folded);
    else
      hhp__putc(out, S_lower(*text));
    text += folded != NULL ? 2 : 1;
  }
}

enum { LONGEST_WORD = 64 };

int hhp__distance_allowed(size_t length) {
  if (length < 3)
    return 0;
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

hhp__nearest hhp__nearest_to(const char *word, size_t length) {
  return (hhp__nearest){word, length, hhp__distance_allowed(length) + 1, NULL};
}

void hhp__consider(hhp__nearest *nearest, const char *candidate, size_t length, const void *meant) {
  int distance = hhp__distance(nearest->word, nearest->length, candidate, length, nearest->best - 1);
  if (distance >= nearest->best)
    return;
  nearest->best = distance;
  nearest->meant = meant;
}

static int S_is_same(char x, char y) {
  return S_lower(x) == S_lower(y);
}

/* Edits are: put in, leave out, change, and swap two neighbours. Of the usual table only the cells no further than
 * `limit` from the diagonal can matter, and of those three rows are kept. */
static int S_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit) {
  const int far = (int)limit + 1;
  int rows[3][LONGEST_WORD + 2] = {{0}};
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (size_t j = 0; j <= b_length; j++)
    last[j] = j <= limit ? (int)j : far;
  for (size_t i = 1; i <= a_length; i++) {
    size_t from = i > limit ? i - limit : 1;
    size_t to = i + limit < b_length ? i + limit : b_length;
    now[from - 1] = from == 1 && i <= limit ? (int)i : far;
    for (size_t j = from; j <= to; j++) {
      int edits = last[j - 1] + !S_is_same(a[i - 1], b[j - 1]);
      int above = j < i + limit ? last[j] + 1 : far;
      edits = above < edits ? above : edits;
      edits = now[j - 1] + 1 < edits ? now[j - 1] + 1 : edits;
      if (i > 1 && j > 1 && j - 1 < i + limit && S_is_same(a[i - 1], b[j - 2]) && S_is_same(a[i - 2], b[j - 1]) &&
          before[j - 2] + 1 < edits)
        edits = before[j - 2] + 1;
      now[j] = edits < far ? edits : far;
    }
    int *oldest = before;
    before = last;
    last = now;
    now = oldest;
  }
  return last[b_length];
}

int hhp__distance(const char *a, size_t a_length, const char *b, size_t b_length, int limit) {
  size_t gap = a_length > b_length ? a_length - b_length : b_length - a_length;
  if (limit < 0 || a_length > LONGEST_WORD || b_length > LONGEST_WORD || gap > (size_t)limit)
    return limit + 1;
  while (a_length > 0 && b_length > 0 && S_is_same(*a, *b)) {
    a++, b++;
    a_length--, b_length--;
  }
  while (a_length > 0 && b_length > 0 && S_is_same(a[a_length - 1], b[b_length - 1]))
    a_length--, b_length--;
  return S_distance(a, a_length, b, b_length, (size_t)limit);
}
