/* Widths and columns. */
#include "cli/print/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "base/width.h"

/* The number of bytes that fit in `limit` columns, and the columns that they take. */
static size_t S_fitting(const char *words, size_t length, size_t limit, size_t *columns) {
  size_t bytes = 0;
  *columns = 0;
  while (bytes < length) {
    size_t step = hhp__utf8_length(words + bytes, length - bytes);
    size_t width = hhp__width(hhp__utf8_read(words + bytes, step));
    if (*columns + width > limit)
      break;
    *columns += width;
    bytes += step == 0 ? 1 : step;
  }
  return bytes;
}

size_t width_of(const char *words) {
  return hhp__columns(words, strlen(words));
}

/* Where to cut text of which `fitting` bytes fit: preferably between words, never inside an escape such as \u{202e}. */
static size_t S_cut(const char *words, size_t fitting) {
  size_t cut = fitting;
  while (cut > fitting / 2 && words[cut] != ' ')
    cut--;
  if (cut <= fitting / 2)
    cut = fitting;
  for (size_t i = cut; i > 0 && words[i - 1] != '}' && words[i - 1] != ' '; i--) {
    if (words[i - 1] == '\\')
      cut = i - 1;
  }
  while (cut > 0 && words[cut - 1] == ' ')
    cut--;
  return cut;
}

void put_left(cli_text *out, const char *words, size_t width) {
  size_t columns;
  size_t length = strlen(words);
  if (S_fitting(words, length, width, &columns) < length && width > 0) {
    length = S_cut(words, S_fitting(words, length, width - 1, &columns));
    columns = hhp__columns(words, length);
    put_bytes(out, words, length);
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
    size_t length = hhp__word_length(words);
    size_t columns = hhp__columns(words, length);
    if (column > indent && column + 1 + columns > limit) {
      S_break(out, indent);
      column = indent;
    } else if (column > indent) {
      put(out, " ");
      column++;
    }
    while (columns > limit - column) { /* a word longer than a line is split */
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
