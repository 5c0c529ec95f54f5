/* Looks characters up in the table of characters.def, by binary search. */
#include "base/characters.h"

#include <string.h>

#include "base/ascii.h"
#include "base/phrase.h"
#include "base/utf8.h"

enum { BLANK = 1, UNSEEN = 2, CONTROL = 4, MARK = 8 };

typedef struct {
  uint32_t first, last;
  int kinds;
  hhp__phrase name;
} S_row;

static const S_row S_rows[] = {
#define CHARACTERS(first, last, kinds, da, en) {first, last, kinds, {da, en}},
#include "base/characters.def"
};

/* The last two code points of each plane beyond U+FFFF; those of the first plane are in the table. */
static const S_row S_noncharacter = {0, 0, UNSEEN | CONTROL, {"ikke et tegn", "noncharacter"}};

static const S_row *S_row_of(uint32_t c) {
  size_t low = 0, high = sizeof(S_rows) / sizeof(S_rows[0]);
  if (c > 0xffff && (c & 0xfffe) == 0xfffe)
    return &S_noncharacter;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (c > S_rows[middle].last)
      low = middle + 1;
    else if (c < S_rows[middle].first)
      high = middle;
    else
      return &S_rows[middle];
  }
  return NULL;
}

/* Fast path: most characters are printable ASCII. */
static int S_kinds(uint32_t c) {
  const S_row *row = c > ' ' && c < 0x7f ? NULL : S_row_of(c);
  return row == NULL ? 0 : row->kinds;
}

int hhp__is_blank(uint32_t c) {
  return (S_kinds(c) & BLANK) != 0;
}

int hhp__may_group_digits(uint32_t c) {
  enum { NEXT_LINE = 0x85, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };
  return c >= ' ' && c != NEXT_LINE && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR && hhp__is_blank(c);
}

int hhp__is_control(uint32_t c) {
  return (S_kinds(c) & CONTROL) != 0;
}

int hhp__is_invisible(uint32_t c) {
  return (S_kinds(c) & UNSEEN) != 0;
}

int hhp__is_mark(uint32_t c) {
  return (S_kinds(c) & MARK) != 0;
}

int hhp__is_lookalike(uint32_t c) {
  return c >= 0x80 && S_row_of(c) != NULL && (S_kinds(c) & (BLANK | UNSEEN | CONTROL)) == 0;
}

/* Whether it may be part of an emoji: a symbol from U+2190, anything from U+1F000, or the variation selector-16. */
static int S_is_picture(uint32_t c) {
  return (c >= 0x2190 && c < 0x2c00) || c == 0xfe0f || (c >= 0x1f000 && c < 0x20000);
}

int hhp__joins_emoji(uint32_t before, uint32_t joiner, uint32_t after) {
  return joiner == 0x200d && S_is_picture(before) && S_is_picture(after);
}

void hhp__put_byte(hhp__buffer *out, char byte) {
  hhp__puts(out, "\\x");
  hhp__put_hex(out, (unsigned char)byte, 2);
}

void hhp__put_utf8(hhp__buffer *out, const char *text) {
  size_t length = strlen(text), step;
  for (size_t i = 0; i < length; i += hhp__utf8_step(step)) {
    step = hhp__utf8_length(text + i, length - i);
    if (step == 0)
      hhp__put_byte(out, text[i]);
    else
      hhp__put(out, text + i, step);
  }
}

void hhp__put_code_point(hhp__buffer *out, uint32_t c) {
  hhp__puts(out, "U+");
  int shift = 20;
  while (shift > 12 && c >> shift == 0)
    shift -= 4;
  for (; shift >= 0; shift -= 4)
    hhp__putc(out, "0123456789ABCDEF"[c >> shift & 15]);
}

void hhp__put_character_name(hhp__buffer *out, uint32_t c, int32_t lang) {
  const S_row *row = S_row_of(c);
  hhp__put_code_point(out, c);
  if (row == NULL)
    return;
  hhp__putc(out, ' ');
  hhp__put_phrase(out, row->name, lang);
}

static uint32_t S_code_point_at(const char *text, const char *end) {
  return text < end ? hhp__utf8_read(text, hhp__utf8_length(text, (size_t)(end - text))) : 0;
}

/* Variation selectors belong to the character before them and are not named. */
static int S_is_named(uint32_t before, uint32_t c, uint32_t after) {
  int kinds = S_kinds(c);
  if (c == ' ' || (kinds & UNSEEN) == 0 || hhp__joins_emoji(before, c, after))
    return 0;
  return kinds != UNSEEN;
}

static int S_is_spelled(uint32_t c, int letters) {
  return S_kinds(c) != 0 || (letters && c >= 0x80);
}

void hhp__put_spelled(hhp__buffer *out, const char *text, size_t length, const char *from, const char *to, int letters,
                      int32_t lang) {
  const char *end = text + length;
  uint32_t before = 0;
  while (text < end) {
    size_t step = hhp__utf8_length(text, (size_t)(end - text));
    uint32_t c = hhp__utf8_read(text, step);
    const char *next = text + hhp__utf8_step(step);
    int is_here = text >= from && text < to && S_is_spelled(c, letters);
    if (step > 0 && (is_here || S_is_named(before, c, S_code_point_at(next, end)))) {
      hhp__putc(out, '[');
      hhp__put_character_name(out, c, lang);
      hhp__putc(out, ']');
    } else {
      hhp__put(out, text, (size_t)(next - text));
    }
    before = c;
    text = next;
  }
}

void hhp__put_named(hhp__buffer *out, const char *text, size_t length, int32_t lang) {
  hhp__put_spelled(out, text, length, NULL, NULL, 0, lang);
}

static void S_put_pattern_escape(hhp__buffer *out, uint32_t c) {
  hhp__puts(out, "\\u");
  hhp__put_hex(out, c, 4);
}

static void S_put_range(hhp__buffer *out, uint32_t first, uint32_t last) {
  S_put_pattern_escape(out, first);
  if (last == first)
    return;
  hhp__putc(out, '-');
  S_put_pattern_escape(out, last);
}

/* Adjacent rows become one range of the character class. */
void hhp__put_visible_pattern(hhp__buffer *out) {
  enum { ROWS = sizeof(S_rows) / sizeof(S_rows[0]) };
  hhp__puts(out, "[^");
  for (size_t i = 0; i < ROWS && S_rows[i].last <= 0xffff; i++) {
    if ((S_rows[i].kinds & UNSEEN) == 0)
      continue;
    uint32_t first = S_rows[i].first;
    while (i + 1 < ROWS && S_rows[i + 1].first == S_rows[i].last + 1 && (S_rows[i + 1].kinds & UNSEEN) != 0)
      i++;
    S_put_range(out, first, S_rows[i].last);
  }
  hhp__putc(out, ']');
}

int hhp__is_letter(uint32_t c) {
  if (c < 0x80)
    return hhp__is_ascii_letter((char)c);
  return c >= 0xc0 && c != 0xd7 && c != 0xf7 && c < 0x2000;
}

int hhp__is_blank_text(const char *text) {
  const char *end = text == NULL ? NULL : text + strlen(text);
  while (text < end) {
    size_t length = hhp__utf8_length(text, (size_t)(end - text));
    if (length == 0 || length == 4 || !hhp__is_invisible(hhp__utf8_read(text, length)))
      return 0;
    text += length;
  }
  return 1;
}
