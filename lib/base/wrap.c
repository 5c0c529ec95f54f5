/* Wrapping, truncating and padding. */
#include "base/wrap.h"

#include <string.h>

#include "base/utf8.h"
#include "base/width.h"

/* Length of the escape at the start of a text, \xe5 or \u{202e}; 0 if there is none. */
static size_t S_escape_length(const char *text, size_t length) {
  static const char hex[] = "0123456789abcdef";
  size_t i = 3;
  if (length < 4 || text[0] != '\\')
    return 0;
  if (text[1] == 'x')
    return memchr(hex, text[2], 16) != NULL && memchr(hex, text[3], 16) != NULL ? 4 : 0;
  if (text[1] != 'u' || text[2] != '{')
    return 0;
  while (i < length && i < 9 && memchr(hex, text[i], 16) != NULL)
    i++;
  return i > 3 && i < length && text[i] == '}' ? i + 1 : 0;
}

/* A byte that is not UTF-8 counts as a character. */
static size_t S_character_length(const char *text, size_t length) {
  size_t step = hhp__utf8_length(text, length);
  return step == 0 && length > 0 ? 1 : step;
}

size_t hhp__cluster_length(const char *text, size_t length) {
  size_t cluster = S_escape_length(text, length);
  if (cluster == 0)
    cluster = S_character_length(text, length);
  while (cluster < length) {
    size_t step = S_character_length(text + cluster, length - cluster);
    if (hhp__columns(text + cluster, step) > 0)
      break;
    cluster += step;
  }
  return cluster;
}

size_t hhp__fitting_length(const char *text, size_t length, size_t limit, size_t *columns) {
  size_t fitting = 0;
  *columns = 0;
  while (fitting < length) {
    size_t cluster = hhp__cluster_length(text + fitting, length - fitting);
    size_t width = hhp__columns(text + fitting, cluster);
    if (*columns + width > limit)
      break;
    *columns += width;
    fitting += cluster;
  }
  return fitting;
}

/* --- Wrapping --- */

/* Whether the space is between an amount or a share and its unit. */
static int S_is_within_amount(const char *word, const char *space) {
  return (space - word >= 3 && memcmp(space - 3, "DKK", 3) == 0) || space[1] == '%' ||
         strncmp(space + 1, "kr.", 3) == 0;
}

/* Length in bytes of the word at the start of a text, up to a space at which a line may be broken. */
static size_t S_word_length(const char *text) {
  const char *end = text + strcspn(text, " ");
  while (*end == ' ' && S_is_within_amount(text, end))
    end += 1 + strcspn(end + 1, " ");
  return (size_t)(end - text);
}

static size_t S_break_line(hhp__buffer *out, hhp__margins margins) {
  hhp__putc(out, '\n');
  hhp__put_times(out, ' ', margins.indent);
  return margins.indent;
}

static size_t S_put_word(hhp__buffer *out, const char *word, size_t length, size_t column, hhp__margins margins) {
  size_t cluster;
  for (; length > 0; word += cluster, length -= cluster) {
    cluster = hhp__cluster_length(word, length);
    size_t columns = hhp__columns(word, cluster);
    if (!margins.keeps_words && column + columns > margins.limit && column > margins.indent)
      column = S_break_line(out, margins);
    int is_no_break = *word == HHP__NO_BREAK[0];
    hhp__puts(out, is_no_break ? " " : "");
    hhp__put(out, word + is_no_break, cluster - (size_t)is_no_break);
    column += columns;
  }
  return column;
}

size_t hhp__put_wrapped(hhp__buffer *out, const char *text, size_t column, hhp__margins margins) {
  int is_first = 1;
  while (!out->failed) {
    size_t spaces = strspn(text, " ");
    text += spaces;
    if (*text == '\0')
      break;
    size_t length = S_word_length(text);
    int fits = column + spaces + hhp__columns(text, length) <= margins.limit;
    if (fits) {
      hhp__put_times(out, ' ', spaces);
      column += spaces;
    } else if (!is_first) {
      column = S_break_line(out, margins);
    }
    column = S_put_word(out, text, length, column, margins);
    text += length;
    is_first = 0;
  }
  return column;
}

/* --- Fields --- */

/* Where to truncate a text of which `fitting` bytes fit: after a word, if one ends in the second half of them. */
static size_t S_truncated_length(const char *text, size_t fitting) {
  size_t length = fitting;
  while (length > fitting / 2 && text[length] != ' ')
    length--;
  if (length <= fitting / 2)
    length = fitting;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length;
}

void hhp__put_left(hhp__buffer *out, const char *text, size_t width) {
  size_t columns, length = strlen(text);
  if (hhp__fitting_length(text, length, width, &columns) == length) {
    hhp__put(out, text, length);
  } else if (width > 0) {
    length = S_truncated_length(text, hhp__fitting_length(text, length, width - 1, &columns));
    columns = hhp__columns(text, length) + 1;
    hhp__put(out, text, length);
    hhp__puts(out, "…");
  }
  hhp__put_times(out, ' ', width - columns);
}

void hhp__put_right(hhp__buffer *out, const char *text, size_t width) {
  size_t columns = hhp__columns(text, strlen(text));
  if (columns < width)
    hhp__put_times(out, ' ', width - columns);
  hhp__puts(out, text);
}
