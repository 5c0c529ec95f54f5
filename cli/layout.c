/* Widths and columns. */
#include "layout.h"

#include <string.h>

typedef struct cli_range {
  uint32_t first, last;
} cli_range;

/* Marks that stand on the letter before them, and joiners. */
static const cli_range S_narrow[] = {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a},
                                     {0x064b, 0x065f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200d},
                                     {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xe0100, 0xe01ef}};

/* East Asian letters and pictures, two columns each: the large blocks alone, which is near enough for a table. */
static const cli_range S_wide[] = {{0x1100, 0x115f}, {0x2e80, 0x303e},   {0x3041, 0x4dbf},   {0x4e00, 0xa4cf},
                                   {0xac00, 0xd7a3}, {0xf900, 0xfaff},   {0xfe30, 0xfe4f},   {0xff00, 0xff60},
                                   {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

static int S_is_in(uint32_t c, const cli_range *ranges, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (c >= ranges[i].first && c <= ranges[i].last)
      return 1;
  }
  return 0;
}

static size_t S_width(uint32_t c) {
  if (c < 0x300)
    return 1;
  if (S_is_in(c, S_narrow, sizeof(S_narrow) / sizeof(S_narrow[0])))
    return 0;
  return S_is_in(c, S_wide, sizeof(S_wide) / sizeof(S_wide[0])) ? 2 : 1;
}

/* How many bytes fit in `room` columns, and how many columns they take. */
static size_t S_fitting(const char *words, size_t length, size_t room, size_t *columns) {
  size_t bytes = 0;
  *columns = 0;
  while (bytes < length) {
    uint32_t c = 0;
    size_t step = code_point(words + bytes, &c);
    size_t width = S_width(c);
    if (*columns + width > room)
      break;
    *columns += width;
    bytes += step == 0 ? 1 : step;
  }
  return bytes;
}

size_t width_of(const char *words) {
  size_t columns;
  S_fitting(words, strlen(words), SIZE_MAX, &columns);
  return columns;
}

void put_left(cli_text *out, const char *words, size_t width) {
  size_t columns;
  size_t length = strlen(words);
  if (S_fitting(words, length, width, &columns) < length && width > 0) {
    put_bytes(out, words, S_fitting(words, length, width - 1, &columns));
    put(out, "…");
    columns++;
  } else {
    put(out, words);
  }
  put_times(out, ' ', width - columns);
}

void put_right(cli_text *out, const char *words, size_t width) {
  size_t columns = width_of(words);
  if (columns < width)
    put_times(out, ' ', width - columns);
  put(out, words);
}

static void S_put_word(cli_text *out, const char *word, size_t length) {
  for (size_t i = 0; i < length; i++)
    put_bytes(out, word[i] == STUCK[0] ? " " : word + i, 1);
}

static void S_break(cli_text *out, size_t indent) {
  put(out, "\n");
  put_times(out, ' ', indent);
}

size_t put_wrapped(cli_text *out, const char *words, size_t column, size_t limit) {
  size_t indent = column;
  while (*words != '\0') {
    size_t length = strcspn(words, " ");
    size_t columns;
    S_fitting(words, length, SIZE_MAX, &columns);
    if (column > indent && column + 1 + columns > limit) {
      S_break(out, indent);
      column = indent;
    } else if (column > indent) {
      put(out, " ");
      column++;
    }
    while (columns > limit - column) { /* a word that no line can hold is cut */
      size_t taken;
      size_t bytes = S_fitting(words, length, limit - column, &taken);
      S_put_word(out, words, bytes);
      words += bytes;
      length -= bytes;
      columns -= taken;
      S_break(out, indent);
      column = indent;
    }
    S_put_word(out, words, length);
    column += columns;
    words += length;
    words += strspn(words, " ");
  }
  return column;
}

void put_shown_left(cli_text *out, const char *foreign, size_t width) {
  cli_text shown = {0};
  put_shown(&shown, foreign);
  put_left(out, text_of(&shown), width);
  text_join(out, &shown);
}

size_t put_shown_wrapped(cli_text *out, const char *foreign, size_t column, size_t limit) {
  cli_text shown = {0};
  put_shown(&shown, foreign);
  column = put_wrapped(out, text_of(&shown), column, limit);
  text_join(out, &shown);
  return column;
}

void put_paragraph(cli_text *out, const char *words, size_t indent) {
  put_times(out, ' ', indent);
  put_wrapped(out, words, indent, SCREEN);
  put(out, "\n");
}
