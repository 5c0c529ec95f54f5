/* The pull reader. */
#include "json/reader.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bits.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "json/pointer.h"

void hhp__reader_init(hhp__reader *reader, const char *text, size_t length) {
  memset(reader, 0, offsetof(hhp__reader, levels));
  reader->text = reader->next = reader->token = text;
  reader->end = text + length;
}

static hhp__token S_fail(hhp__reader *reader, hhp__fault_kind fault, const char *at) {
  reader->fault = fault;
  reader->fault_at = at;
  reader->next = reader->end;
  return HHP__BROKEN;
}

/* For a byte that is not the expected value, comma or bracket. */
static hhp__token S_unexpected(hhp__reader *reader, const char *at) {
  if (at == reader->end)
    return S_fail(reader, reader->has_root ? HHP__FAULT_TRUNCATED : HHP__FAULT_EMPTY, at);
  if (*at == '\0')
    return S_fail(reader, HHP__FAULT_NUL, at);
  if (hhp__utf8_length(at, (size_t)(reader->end - at)) == 0)
    return S_fail(reader, HHP__FAULT_UTF8, at);
  return S_fail(reader, HHP__FAULT_UNEXPECTED, at);
}

static inline const char *S_skip_blanks(const char *p, const char *end) {
  if (p < end && *p == ' ')
    p++; /* often the only one */
  return p < end && *p <= ' ' ? hhp__skip_json_blanks(p, end) : p;
}

/* The number of four hexadecimal digits; -1 if one is not a digit, -2 if the text ends before the fourth. */
static int S_hex(const char *text, const char *end) {
  int value = 0;
  for (int i = 0; i < 4; i++) {
    if (text + i == end)
      return -2;
    char c = text[i];
    int digit = hhp__is_digit(c)       ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

static size_t S_bad_escape(hhp__reader *reader, hhp__fault_kind fault, const char *at) {
  S_fail(reader, fault, fault == HHP__FAULT_TRUNCATED ? reader->end : at);
  return 0;
}

/* The length of the escape of a UTF-16 unit at the backslash, or of a surrogate pair. */
static size_t S_unit_escape(hhp__reader *reader, const char *at) {
  int unit = S_hex(at + 2, reader->end);
  if (unit <= 0)
    return S_bad_escape(reader, unit == 0 ? HHP__FAULT_NUL : unit == -1 ? HHP__FAULT_ESCAPE : HHP__FAULT_TRUNCATED, at);
  if (unit < 0xd800 || unit > 0xdfff)
    return 6;
  const char *second = at + 6;
  size_t left = (size_t)(reader->end - second);
  if (unit > 0xdbff || (left > 0 && second[0] != '\\') || (left > 1 && second[1] != 'u'))
    return S_bad_escape(reader, HHP__FAULT_SURROGATE, at);
  int low = left < 2 ? -2 : S_hex(second + 2, reader->end);
  if (low == -2)
    return S_bad_escape(reader, HHP__FAULT_TRUNCATED, at);
  return low >= 0xdc00 && low <= 0xdfff ? 12 : S_bad_escape(reader, HHP__FAULT_SURROGATE, at);
}

/* The length of the escape at the backslash, or 0 with the fault set. */
static size_t S_escape(hhp__reader *reader, const char *at) {
  if (reader->end - at < 2)
    return S_bad_escape(reader, HHP__FAULT_TRUNCATED, at);
  if (at[1] == 'u')
    return S_unit_escape(reader, at);
  if (at[1] != '\0' && strchr("\"\\/bfnrt", at[1]) != NULL)
    return 2;
  return S_bad_escape(reader, HHP__FAULT_ESCAPE, at);
}

/* The length of the character or escape at p in a string, or 0 with the fault set. */
static size_t S_step(hhp__reader *reader, const char *p, hhp__slice *slice) {
  unsigned char c = (unsigned char)*p;
  if (c == '\\') {
    slice->has_escapes = 1;
    return S_escape(reader, p);
  }
  if (c < 0x20) {
    S_fail(reader, c == 0 ? HHP__FAULT_NUL : HHP__FAULT_CONTROL, p);
    return 0;
  }
  if (c < 0x80)
    return 1;
  size_t length = hhp__utf8_length(p, (size_t)(reader->end - p));
  if (length == 0)
    S_fail(reader, HHP__FAULT_UTF8, p);
  return length;
}

/* The end of the string that goes on at p, where it has an escape or an unusual character; NULL with the fault set. */
static const char *S_end_of_unusual(hhp__reader *reader, const char *p, hhp__slice *slice) {
  while (p < reader->end && *p != '"') {
    size_t step = S_step(reader, p, slice);
    if (step == 0)
      return NULL;
    p = hhp__skip_string(p + step, reader->end);
  }
  if (p < reader->end)
    return p;
  S_fail(reader, HHP__FAULT_TRUNCATED, p);
  return NULL;
}

/* Reads the string at the quote. Returns what follows it, or NULL with the fault set. */
static const char *S_read_string(hhp__reader *reader, const char *quote, hhp__slice *slice) {
  const char *start = quote + 1;
  slice->has_hint = 0;
  slice->has_escapes = 0;
  const char *p = hhp__read_string(start, reader->end, &slice->has_hint);
  if (p == reader->end || *p != '"') {
    slice->has_hint = 1;
    p = S_end_of_unusual(reader, p, slice);
    if (p == NULL)
      return NULL;
  }
  slice->start = start;
  slice->length = (size_t)(p - start);
  return p + 1;
}

static const char *S_digits(const char *p, const char *end) {
  while (p < end && hhp__is_digit(*p))
    p++;
  return p;
}

/* Converts the digits; sums a negative number, whose range is larger by one. */
static void S_convert(hhp__reader *reader, const char *p, const char *end) {
  int negative = *p == '-';
  int64_t sum = 0;
  reader->integer_fits = 0;
  for (p += negative; p < end; p++) {
    int digit = *p - '0';
    if (sum < (INT64_MIN + digit) / 10)
      return;
    sum = sum * 10 - digit;
  }
  if (!negative && sum == INT64_MIN)
    return;
  reader->integer = negative ? sum : -sum;
  reader->integer_fits = 1;
}

/* Characters after the digits of a number that are not JSON but that people write: separators, units, hexadecimal
 * digits. */
static int S_runs_on(const char *p, const char *end) {
  return p < end && (hhp__is_ascii_letter(*p) || *p == '.' || *p == '_' || *p == '\'' || *p == '+' || *p == '-');
}

static hhp__token S_number(hhp__reader *reader) {
  const char *start = reader->next;
  const char *p = start + (*start == '-');
  const char *whole = p;
  p = S_digits(p, reader->end);
  if (p == whole || (*whole == '0' && p - whole > 1))
    return p == reader->end && p == whole ? S_fail(reader, HHP__FAULT_TRUNCATED, p)
                                          : S_fail(reader, HHP__FAULT_NUMBER, start);
  hhp__token token = HHP__INTEGER;
  const char *integer_end = p;
  if (p < reader->end && *p == '.') {
    const char *digits = ++p;
    token = HHP__REAL;
    p = S_digits(p, reader->end);
    if (p == digits)
      return S_fail(reader, p == reader->end ? HHP__FAULT_TRUNCATED : HHP__FAULT_NUMBER, p == reader->end ? p : start);
  }
  if (p < reader->end && (*p == 'e' || *p == 'E')) {
    p++;
    token = HHP__REAL;
    if (p < reader->end && (*p == '+' || *p == '-'))
      p++;
    const char *digits = p;
    p = S_digits(p, reader->end);
    if (p == digits)
      return S_fail(reader, p == reader->end ? HHP__FAULT_TRUNCATED : HHP__FAULT_NUMBER, p == reader->end ? p : start);
  }
  if (S_runs_on(p, reader->end))
    return S_fail(reader, HHP__FAULT_NUMBER, start);
  if (token == HHP__INTEGER)
    S_convert(reader, start, integer_end);
  reader->next = p;
  return token;
}

static hhp__token S_word(hhp__reader *reader, const char *word, hhp__token token) {
  size_t length = strlen(word);
  size_t left = (size_t)(reader->end - reader->next);
  if (left < length && memcmp(reader->next, word, left) == 0)
    return S_fail(reader, HHP__FAULT_TRUNCATED, reader->end);
  if (left < length || memcmp(reader->next, word, length) != 0)
    return S_fail(reader, HHP__FAULT_UNEXPECTED, reader->next);
  reader->next += length;
  return token;
}

static hhp__token S_begin(hhp__reader *reader, int is_array) {
  if (reader->depth == HHP__MAX_LEVELS)
    return S_fail(reader, HHP__FAULT_LEVELS, reader->next);
  hhp__level *level = &reader->levels[reader->depth++];
  *level = (hhp__level){.is_array = is_array, .is_empty = 1};
  reader->next++;
  return is_array ? HHP__BEGIN_ARRAY : HHP__BEGIN_OBJECT;
}

static hhp__token S_string(hhp__reader *reader) {
  const char *after = S_read_string(reader, reader->next, &reader->string);
  if (after == NULL)
    return HHP__BROKEN;
  reader->next = after;
  return HHP__STRING;
}

/* The value at p, or after the blanks there. */
static hhp__token S_value(hhp__reader *reader, const char *p) {
  p = S_skip_blanks(p, reader->end);
  if (p == reader->end)
    return S_unexpected(reader, p);
  reader->token = reader->next = p;
  switch (*p) {
  case '{':
    return S_begin(reader, 0);
  case '[':
    return S_begin(reader, 1);
  case '"':
    return S_string(reader);
  case 't':
    return S_word(reader, "true", HHP__TRUE);
  case 'f':
    return S_word(reader, "false", HHP__FALSE);
  case 'n':
    return S_word(reader, "null", HHP__NULL);
  default:
    if (*p == '-' || hhp__is_digit(*p))
      return S_number(reader);
    if (*p == '+' || *p == '.')
      return S_fail(reader, HHP__FAULT_NUMBER, p);
    return S_unexpected(reader, p);
  }
}

static hhp__token S_end(hhp__reader *reader, const char *p, hhp__token token) {
  reader->token = p;
  reader->next = p + 1;
  reader->depth--;
  return token;
}

/* An error between two members or elements, at p: its pointer is that of the object or array. */
static hhp__token S_between(hhp__reader *reader, hhp__level *level, const char *p) {
  level->is_empty = 1;
  return reader->fault != HHP__FAULT_NONE ? HHP__BROKEN : S_unexpected(reader, p);
}

/* What follows the comma at p, which all but the first have; NULL if it is missing. */
static inline const char *S_skip_separator(const hhp__reader *reader, hhp__level *level, const char *p) {
  if (level->is_empty) {
    level->is_empty = 0;
    return p;
  }
  if (*p != ',')
    return NULL;
  level->index++;
  return S_skip_blanks(p + 1, reader->end);
}

static inline hhp__token S_element(hhp__reader *reader, hhp__level *level, const char *p) {
  if (*p == ']')
    return S_end(reader, p, HHP__END_ARRAY);
  const char *start = S_skip_separator(reader, level, p);
  return start == NULL ? S_between(reader, level, p) : S_value(reader, start);
}

/* Reads the name at the quote, if it is the one expected. Returns what follows it, or NULL. */
static inline const char *S_read_expected(const hhp__reader *reader, const char *quote, hhp__slice *key) {
  size_t length = reader->expected_length;
  const char *start = quote + 1;
  if (length == 0 || (size_t)(reader->end - start) <= length || start[length] != '"' ||
      !hhp__same_bytes(start, reader->expected, length))
    return NULL;
  *key = (hhp__slice){.start = start, .length = length};
  return start + length + 1;
}

static inline hhp__token S_member(hhp__reader *reader, hhp__level *level, const char *p) {
  if (*p == '}')
    return S_end(reader, p, HHP__END_OBJECT);
  const char *quote = S_skip_separator(reader, level, p);
  if (quote == NULL)
    return S_between(reader, level, p);
  if (quote == reader->end || *quote != '"')
    return S_between(reader, level, quote);
  hhp__slice key; /* separate, so that a malformed name changes nothing */
  const char *colon = S_read_expected(reader, quote, &key);
  reader->is_expected = colon != NULL;
  if (colon == NULL)
    colon = S_read_string(reader, quote, &key);
  if (colon == NULL)
    return S_between(reader, level, quote);
  colon = S_skip_blanks(colon, reader->end);
  if (colon == reader->end || *colon != ':')
    return S_between(reader, level, colon);
  level->key = key;
  reader->key = key;
  return S_value(reader, colon + 1);
}

static hhp__token S_root(hhp__reader *reader, const char *p) {
  if (!reader->has_root) {
    hhp__token token = S_value(reader, p);
    reader->has_root = 1;
    return token;
  }
  if (p == reader->end)
    return HHP__END;
  if (S_unexpected(reader, p) == HHP__BROKEN && reader->fault == HHP__FAULT_UNEXPECTED)
    reader->fault = HHP__FAULT_TRAILING;
  return HHP__BROKEN;
}

hhp__token hhp__next(hhp__reader *reader) {
  if (reader->fault != HHP__FAULT_NONE)
    return HHP__BROKEN;
  const char *p = S_skip_blanks(reader->next, reader->end);
  if (reader->depth == 0)
    return S_root(reader, p);
  if (p == reader->end)
    return S_unexpected(reader, p);
  hhp__level *level = &reader->levels[reader->depth - 1];
  return level->is_array ? S_element(reader, level, p) : S_member(reader, level, p);
}

void hhp__skip_rest(hhp__reader *reader) {
  size_t outside = reader->depth - 1;
  while (reader->depth > outside && hhp__next(reader) != HHP__BROKEN)
    ;
}

size_t hhp__unescape(hhp__slice slice, char *out) {
  if (!slice.has_escapes) {
    memcpy(out, slice.start, slice.length);
    return slice.length;
  }
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *p = slice.start;
  const char *end = p + slice.length;
  char *q = out;
  while (p < end) {
    if (*p != '\\') {
      *q++ = *p++;
      continue;
    }
    if (p[1] != 'u') {
      *q++ = to[strchr(from, p[1]) - from];
      p += 2;
      continue;
    }
    uint32_t unit = (uint32_t)S_hex(p + 2, end);
    p += 6;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      unit = 0x10000 + ((unit - 0xd800) << 10) + ((uint32_t)S_hex(p + 2, end) - 0xdc00);
      p += 6;
    }
    q += hhp__utf8_write(unit, q);
  }
  return (size_t)(q - out);
}

const char *hhp__slice_text(hhp__slice slice, hhp__arena *arena) {
  if (!slice.has_escapes)
    return hhp__arena_text(arena, slice.start, slice.length);
  char *text = hhp__arena_bytes(arena, slice.length + 1);
  if (text != NULL)
    text[hhp__unescape(slice, text)] = '\0';
  return text;
}

static void S_put_key(hhp__buffer *out, hhp__slice key) {
  if (!key.has_escapes) {
    hhp__put_step(out, key.start, key.length);
    return;
  }
  hhp__buffer buffer = {0};
  hhp__put_times(&buffer, ' ', key.length);
  if (buffer.failed) {
    out->failed = 1;
    return;
  }
  hhp__put_step(out, buffer.text, hhp__unescape(key, buffer.text));
  hhp__buffer_free(&buffer);
}

void hhp__put_pointer(const hhp__reader *reader, hhp__buffer *out) {
  hhp__put_pointer_within(reader, out, HHP__LONGEST_POINTER);
}

void hhp__put_pointer_within(const hhp__reader *reader, hhp__buffer *out, size_t most) {
  for (size_t i = 0; i < reader->depth; i++) {
    const hhp__level *level = &reader->levels[i];
    if (level->is_empty || out->length + level->key.length > most)
      break;
    if (level->is_array) {
      hhp__putc(out, '/');
      hhp__put_number(out, (int64_t)level->index);
    } else {
      S_put_key(out, level->key);
    }
  }
}
