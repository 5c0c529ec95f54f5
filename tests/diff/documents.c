/* Generates documents. */
#include "diff/documents.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *S_pick(random_source *random, const char *const *words, size_t count) {
  return words[random_below(random, count)];
}

static void S_put_blanks(text *out, random_source *random) {
  static const char blanks[] = " \t\n\r";
  while (random_once_in(random, 3))
    text_putc(out, blanks[random_below(random, 4)]);
}

static void S_put_unit(text *out, unsigned unit) {
  char escape[8];
  snprintf(escape, sizeof(escape), unit & 1 ? "\\u%04x" : "\\u%04X", unit & 0xffff);
  text_puts(out, escape);
}

/* The code point as \u, as a surrogate pair if necessary. */
static void S_put_escaped(text *out, unsigned code_point) {
  if (code_point < 0x10000) {
    S_put_unit(out, code_point);
    return;
  }
  S_put_unit(out, 0xd800 + ((code_point - 0x10000) >> 10));
  S_put_unit(out, 0xdc00 + ((code_point - 0x10000) & 0x3ff));
}

static void S_put_utf8(text *out, unsigned c) {
  if (c < 0x80) {
    text_putc(out, (int)c);
  } else if (c < 0x800) {
    text_putc(out, (int)(0xc0 | c >> 6));
    text_putc(out, (int)(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    text_putc(out, (int)(0xe0 | c >> 12));
    text_putc(out, (int)(0x80 | (c >> 6 & 0x3f)));
    text_putc(out, (int)(0x80 | (c & 0x3f)));
  } else {
    text_putc(out, (int)(0xf0 | c >> 18));
    text_putc(out, (int)(0x80 | (c >> 12 & 0x3f)));
    text_putc(out, (int)(0x80 | (c >> 6 & 0x3f)));
    text_putc(out, (int)(0x80 | (c & 0x3f)));
  }
}

/* Any code point but NUL and surrogates, with a preference for the boundaries of the encodings. */
static unsigned S_code_point(random_source *random) {
  static const unsigned edges[] = {0x01,   0x08,   0x0a,   0x1f,    0x20,    0x22,    0x2f,   0x5c,
                                   0x7f,   0x80,   0xe6,   0x7ff,   0x800,   0xd7ff,  0xe000, 0xfeff,
                                   0xfffd, 0xffff, 0x2028, 0x10000, 0x1f600, 0x10ffff};
  if (random_once_in(random, 3))
    return edges[random_below(random, COUNT(edges))];
  if (random_once_in(random, 2))
    return 0x20 + (unsigned)random_below(random, 0x60);
  unsigned c = 1 + (unsigned)random_below(random, 0x10ffff);
  return c >= 0xd800 && c <= 0xdfff ? c - 0xd000 : c;
}

/* The character in one of its possible notations. */
static void S_put_character(text *out, unsigned c, random_source *random) {
  static const char named[] = "\"\\/\b\f\n\r\t";
  static const char names[] = "\"\\/bfnrt";
  const char *at = c < 0x80 && c != 0 ? strchr(named, (int)c) : NULL;
  if (at != NULL && random_once_in(random, 2)) {
    text_putc(out, '\\');
    text_putc(out, names[at - named]);
  } else if (c < 0x20 || c == '"' || c == '\\' || random_once_in(random, 8)) {
    S_put_escaped(out, c);
  } else {
    S_put_utf8(out, c);
  }
}

static void S_put_string(text *out, random_source *random) {
  text_putc(out, '"');
  while (!random_once_in(random, 6))
    S_put_character(out, S_code_point(random), random);
  text_putc(out, '"');
}

/* The given string in another notation. */
static void S_put_same_string(text *out, const char *string, size_t length, random_source *random) {
  text_putc(out, '"');
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)string[i];
    if (c < 0x80)
      S_put_character(out, c, random);
    else
      text_putc(out, c);
  }
  text_putc(out, '"');
}

static void S_put_number(text *out, random_source *random) {
  static const char *const edges[] = {"0",
                                      "-0",
                                      "9223372036854775807",
                                      "-9223372036854775808",
                                      "2147483647",
                                      "-2147483648",
                                      "9007199254740993",
                                      "1000000000000",
                                      "0.0",
                                      "-0.0",
                                      "1.0",
                                      "46000000.0",
                                      "4.6e7",
                                      "1E+2",
                                      "0e0",
                                      "-1e-1",
                                      "1e308",
                                      "5e-324",
                                      "1e-400",
                                      "0.1",
                                      "0.30000000000000004",
                                      "1.7976931348623157e308",
                                      "2.2250738585072014e-308",
                                      "123456789012345678901234567890.5",
                                      "9007199254740993.0"};
  char buffer[64];
  switch (random_below(random, 4)) {
  case 0:
    text_puts(out, S_pick(random, edges, COUNT(edges)));
    return;
  case 1:
    snprintf(buffer, sizeof(buffer), "%lld", (long long)(random_next(random) >> random_below(random, 64)));
    break;
  case 2:
    snprintf(buffer, sizeof(buffer), "%.*e", (int)random_below(random, 18), (double)random_next(random) / 1e12);
    break;
  default:
    snprintf(buffer, sizeof(buffer), "-%llu.%0*d", (unsigned long long)random_below(random, 100000),
             1 + (int)random_below(random, 9), (int)random_below(random, 10));
    break;
  }
  text_puts(out, buffer);
}

static void S_put_array(text *out, random_source *random, int levels) {
  text_putc(out, '[');
  S_put_blanks(out, random);
  for (int i = 0; !random_once_in(random, 4); i++) {
    if (i > 0)
      text_putc(out, ',');
    put_value(out, random, levels - 1);
  }
  text_putc(out, ']');
}

/* Names are numbered, so duplicates do not occur by chance; damage creates them. */
static void S_put_name(text *out, random_source *random, int number) {
  char buffer[16];
  snprintf(buffer, sizeof(buffer), "%d", number);
  S_put_string(out, random);
  text_replace(out, out->length - 1, 0, buffer, strlen(buffer));
}

static void S_put_object(text *out, random_source *random, int levels) {
  text_putc(out, '{');
  S_put_blanks(out, random);
  for (int i = 0; !random_once_in(random, 4); i++) {
    if (i > 0)
      text_putc(out, ',');
    S_put_blanks(out, random);
    S_put_name(out, random, i);
    S_put_blanks(out, random);
    text_putc(out, ':');
    put_value(out, random, levels - 1);
  }
  text_putc(out, '}');
}

void put_value(text *out, random_source *random, int levels) {
  static const char *const words[] = {"true", "false", "null"};
  S_put_blanks(out, random);
  switch (random_below(random, levels > 0 ? 6 : 3)) {
  case 0:
    S_put_string(out, random);
    break;
  case 1:
    S_put_number(out, random);
    break;
  case 2:
    text_puts(out, S_pick(random, words, COUNT(words)));
    break;
  case 3:
    S_put_array(out, random, levels);
    break;
  default:
    S_put_object(out, random, levels);
    break;
  }
  S_put_blanks(out, random);
}

void put_number_of_any_shape(text *out, random_source *random) {
  static const char *const signs[] = {"", "", "", "-", "+", "--", " -"};
  static const char *const wholes[] = {
      "0",   "1",    "00",  "01",       "46000000", "9223372036854775807",     "9223372036854775808", "",
      "1_0", "0x1f", "1,0", "Infinity", "NaN",      "100000000000000000000000"};
  static const char *const fractions[] = {"", "", "", ".0", ".", ".5", ".e", ".0.0", ".25e"};
  static const char *const exponents[] = {"",  "",   "",     "e0",   "E5",    "e+5",  "e-5",
                                          "e", "e+", "E--1", "e400", "e-400", "e1.5", "f"};
  text_puts(out, S_pick(random, signs, COUNT(signs)));
  text_puts(out, S_pick(random, wholes, COUNT(wholes)));
  text_puts(out, S_pick(random, fractions, COUNT(fractions)));
  text_puts(out, S_pick(random, exponents, COUNT(exponents)));
}

#define PIECE(bytes) \
  { bytes, sizeof(bytes) - 1 }

void put_string_of_any_pieces(text *out, random_source *random) {
  static const struct {
    const char *bytes;
    size_t length;
  } pieces[] = {
      /* well-formed */
      PIECE("a"), PIECE("plain text that is longer than eight"), PIECE("æøå"), PIECE("\xf0\x9f\x98\x80"), PIECE("\\n"),
      PIECE("\\u00e6"), PIECE("\\ud83d\\ude00"), PIECE("\\\""), PIECE("\\\\"), PIECE("\\/"), PIECE("\x7f"),
      PIECE("\xed\x9f\xbf"), PIECE("\xee\x80\x80"), PIECE("\xf4\x8f\xbf\xbf"), PIECE("\xef\xbf\xbf"),
      /* invalid escapes */
      PIECE("\\x"), PIECE("\\"), PIECE("\\u"), PIECE("\\u12"), PIECE("\\u12g4"), PIECE("\\U0041"), PIECE("\\'"),
      PIECE("\\u0000"), PIECE("\\ud800"), PIECE("\\udc00"), PIECE("\\ud800\\u0041"), PIECE("\\ud800\\ud800"),
      PIECE("\\udc00\\ud800"), PIECE("\\ud800x"), PIECE("\\0"), PIECE("\\\xc3\xa6"), PIECE("\\\n"),
      /* invalid UTF-8 */
      PIECE("\x80"), PIECE("\xbf"), PIECE("\xc3"), PIECE("\xc0\xaf"), PIECE("\xc1\xbf"), PIECE("\xe0\x80\xaf"),
      PIECE("\xe0\x9f\xbf"), PIECE("\xed\xa0\x80"), PIECE("\xed\xbf\xbf"), PIECE("\xf0\x80\x80\xaf"),
      PIECE("\xf0\x8f\xbf\xbf"), PIECE("\xf4\x90\x80\x80"), PIECE("\xf5\x80\x80\x80"), PIECE("\xf8\x88\x80\x80\x80"),
      PIECE("\xfe"), PIECE("\xff"), PIECE("\xe2\x82"), PIECE("\xf0\x9f\x98"),
      /* control characters, and the end */
      PIECE("\x01"), PIECE("\n"), PIECE("\t"), PIECE("\x1f"), PIECE("\0"), PIECE("\""), PIECE("\r\n")};
  text_putc(out, '"');
  while (!random_once_in(random, 4)) {
    size_t i = random_once_in(random, 4) ? random_below(random, COUNT(pieces)) : random_below(random, 15);
    text_add(out, pieces[i].bytes, pieces[i].length);
  }
  text_putc(out, '"');
}

static void S_put_plan_value(text *out, const json_t *value, random_source *random);

/* The iterators of the members, in any order. */
static size_t S_shuffle(json_t *object, void **members, size_t most, random_source *random) {
  size_t count = 0;
  for (void *i = json_object_iter(object); i != NULL && count < most; i = json_object_iter_next(object, i))
    members[count++] = i;
  if (random_once_in(random, 2))
    return count;
  for (size_t i = count; i > 1; i--) {
    size_t k = random_below(random, i);
    void *member = members[i - 1];
    members[i - 1] = members[k];
    members[k] = member;
  }
  return count;
}

static void S_put_extensions(text *out, random_source *random, int *is_first) {
  char name[16];
  for (int i = 0; random_once_in(random, 6); i++) {
    snprintf(name, sizeof(name), "x-%d", i);
    text_puts(out, *is_first ? "" : ",");
    *is_first = 0;
    S_put_same_string(out, name, strlen(name), random);
    text_putc(out, ':');
    put_value(out, random, 4);
  }
}

/* Empty lists and objects mean the same as absent ones, but only entities that have them may have them. */
static void S_put_empty(text *out, const json_t *plan, random_source *random, int *is_first) {
  static const char *const lists[] = {"sources", "milestones", "reports", "waivers", "approvals"};
  const char *name = S_pick(random, lists, COUNT(lists));
  if (json_object_get(plan, "format") == NULL || json_object_get(plan, name) != NULL || !random_once_in(random, 3))
    return;
  text_puts(out, *is_first ? "\"" : ",\"");
  *is_first = 0;
  text_puts(out, name);
  text_puts(out, "\":[ ]");
}

static void S_put_plan_object(text *out, const json_t *object, random_source *random) {
  void *members[64];
  json_t *shuffled = (json_t *)(uintptr_t)object;
  size_t count = S_shuffle(shuffled, members, COUNT(members), random);
  int is_first = 1;
  text_putc(out, '{');
  for (size_t i = 0; i < count; i++) {
    const char *name = json_object_iter_key(members[i]);
    text_puts(out, is_first ? "" : ",");
    is_first = 0;
    S_put_blanks(out, random);
    S_put_same_string(out, name, strlen(name), random);
    S_put_blanks(out, random);
    text_putc(out, ':');
    S_put_plan_value(out, json_object_iter_value(members[i]), random);
  }
  S_put_empty(out, object, random, &is_first);
  S_put_extensions(out, random, &is_first);
  text_putc(out, '}');
}

static void S_put_plan_array(text *out, const json_t *array, random_source *random) {
  text_putc(out, '[');
  for (size_t i = 0; i < json_array_size(array); i++) {
    text_puts(out, i == 0 ? "" : ",");
    S_put_plan_value(out, json_array_get(array, i), random);
  }
  text_putc(out, ']');
}

static void S_put_plan_value(text *out, const json_t *value, random_source *random) {
  char buffer[32];
  S_put_blanks(out, random);
  switch (json_typeof(value)) {
  case JSON_OBJECT:
    S_put_plan_object(out, value, random);
    break;
  case JSON_ARRAY:
    S_put_plan_array(out, value, random);
    break;
  case JSON_STRING:
    S_put_same_string(out, json_string_value(value), json_string_length(value), random);
    break;
  case JSON_INTEGER:
    snprintf(buffer, sizeof(buffer), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    text_puts(out, buffer);
    break;
  default:
    text_puts(out, json_is_true(value) ? "true" : json_is_false(value) ? "false" : "null");
    break;
  }
  S_put_blanks(out, random);
}

void put_plan(text *out, const json_t *plan, random_source *random) {
  S_put_plan_value(out, plan, random);
}

/* The length of the token at `at`: a string, a run of letters and digits, or a single byte. */
static size_t S_token(const text *document, size_t at) {
  const char *p = document->bytes + at;
  const char *end = document->bytes + document->length;
  const char *q = p + 1;
  if (*p == '"') {
    while (q < end && *q != '"')
      q += *q == '\\' && q + 1 < end ? 2 : 1;
    return (size_t)((q < end ? q + 1 : end) - p);
  }
  if (strchr(" \t\r\n{}[],:", *p) != NULL)
    return 1;
  while (q < end && strchr(" \t\r\n{}[],:\"", *q) == NULL)
    q++;
  return (size_t)(q - p);
}

/* The start of a token, the first at or after a random position, and its length. */
static size_t S_any_token(const text *document, random_source *random, size_t *length) {
  size_t goal = random_below(random, document->length);
  size_t at = 0;
  while (at + (*length = S_token(document, at)) <= goal)
    at += *length;
  return at;
}

static void S_damage_byte(text *document, random_source *random) {
  size_t at = random_below(random, document->length);
  char byte = document->bytes[at];
  switch (random_below(random, 4)) {
  case 0:
    document->bytes[at] = (char)(byte ^ 1 << random_below(random, 8));
    return;
  case 1:
    document->bytes[at] = (char)random_below(random, 256);
    return;
  case 2:
    text_replace(document, at, 1, NULL, 0);
    return;
  default:
    byte = (char)random_below(random, 256);
    text_replace(document, at, 0, &byte, 1);
    return;
  }
}

static void S_put_in_token(text *document, random_source *random, size_t at) {
  static const char *const tokens[] = {"{",    "}", "[",        "]",  ",",    ":",   "\"",
                                       "null", "1", "\"x\":1,", "//", "/**/", "'a'", "\xef\xbb\xbf"};
  const char *token = S_pick(random, tokens, COUNT(tokens));
  text_replace(document, at, 0, token, strlen(token));
}

static void S_put_in(text *document, random_source *random, size_t at, size_t length) {
  text other = {0};
  if (random_once_in(random, 2))
    put_number_of_any_shape(&other, random);
  else
    put_string_of_any_pieces(&other, random);
  text_replace(document, at, length, other.bytes, other.length);
  text_free(&other);
}

static void S_damage_token(text *document, random_source *random) {
  size_t length;
  size_t at = S_any_token(document, random, &length);
  text copy = {0};
  text_add(&copy, document->bytes + at, length);
  switch (random_below(random, 5)) {
  case 0:
    text_replace(document, at, length, NULL, 0);
    break;
  case 1:
    text_replace(document, at, 0, copy.bytes, length);
    break;
  case 2:
    text_replace(document, at, length, NULL, 0);
    at = S_any_token(document, random, &length);
    text_replace(document, at, 0, copy.bytes, copy.length);
    break;
  case 3:
    S_put_in_token(document, random, at);
    break;
  default:
    S_put_in(document, random, at, length);
    break;
  }
  text_free(&copy);
}

/* Duplicates a member: copies the text from one name to the next, with a comma. */
static void S_double_member(text *document, random_source *random) {
  size_t length;
  size_t at = S_any_token(document, random, &length);
  if (document->bytes[at] != '"')
    return;
  const char *comma = strchr(document->bytes + at, ',');
  if (comma == NULL)
    return;
  text copy = {0};
  text_add(&copy, document->bytes + at, (size_t)(comma + 1 - (document->bytes + at)));
  text_replace(document, at, 0, copy.bytes, copy.length);
  text_free(&copy);
}

void damage(text *document, random_source *random) {
  if (document->length == 0)
    return;
  size_t how = random_below(random, 8);
  if (how < 3)
    S_damage_byte(document, random);
  else if (how < 7)
    S_damage_token(document, random);
  else
    S_double_member(document, random);
}
