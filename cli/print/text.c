/* Growable text, and escaping of untrusted text. */
#include "cli/print/text.h"

#include <stdlib.h>
#include <string.h>

static int S_reserve(cli_text *out, size_t more) {
  if (out->failed)
    return -1;
  if (more < out->capacity - out->length)
    return 0;
  size_t capacity = out->capacity < 256 ? 256 : out->capacity;
  while (capacity <= SIZE_MAX / 2 && capacity - out->length <= more)
    capacity *= 2;
  char *bytes = capacity - out->length <= more ? NULL : realloc(out->bytes, capacity);
  if (bytes == NULL) {
    out->failed = 1;
    return -1;
  }
  out->bytes = bytes;
  out->capacity = capacity;
  return 0;
}

void put_bytes(cli_text *out, const char *bytes, size_t length) {
  if (S_reserve(out, length) != 0)
    return;
  memcpy(out->bytes + out->length, bytes, length);
  out->length += length;
  out->bytes[out->length] = '\0';
}

void put(cli_text *out, const char *words) {
  put_bytes(out, words, strlen(words));
}

void put_times(cli_text *out, char c, size_t times) {
  if (S_reserve(out, times) != 0)
    return;
  memset(out->bytes + out->length, c, times);
  out->length += times;
  out->bytes[out->length] = '\0';
}

void put_number(cli_text *out, int64_t number) {
  char digits[24];
  char *p = digits + sizeof(digits);
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do {
    *--p = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (number < 0)
    *--p = '-';
  put_bytes(out, p, (size_t)(digits + sizeof(digits) - p));
}

static int S_continues(unsigned char c) {
  return (c & 0xc0) == 0x80;
}

/* Overlong forms, surrogates and values above U+10FFFF are rejected. */
size_t code_point(const char *bytes, uint32_t *c) {
  const unsigned char *s = (const unsigned char *)bytes;
  if (s[0] < 0x80) {
    *c = s[0];
    return 1;
  }
  if (s[0] < 0xc2 || s[0] > 0xf4)
    return 0;
  size_t length = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
  uint32_t value = s[0] & (0xffu >> (length + 1));
  for (size_t i = 1; i < length; i++) {
    if (!S_continues(s[i]))
      return 0;
    value = value << 6 | (s[i] & 0x3fu);
  }
  if ((length == 3 && value < 0x800) || (length == 4 && value < 0x10000))
    return 0;
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
    return 0;
  *c = value;
  return length;
}

static void S_put_hex(cli_text *out, uint32_t number, int shift) {
  for (; shift >= 0; shift -= 4)
    put_bytes(out, &"0123456789abcdef"[number >> shift & 0xf], 1);
}

static void S_put_escape(cli_text *out, uint32_t c) {
  put(out, "\\u{");
  int shift = 20;
  while (shift > 0 && c >> shift == 0)
    shift -= 4;
  S_put_hex(out, c, shift);
  put(out, "}");
}

/* Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls and zero-width characters, except
 * the joiners of emoji and some scripts: the set that the library escapes in its reports. */
static const struct {
  uint32_t first, last;
} S_unsafe[] = {{0x0000, 0x001f},   {0x007f, 0x009f},  {0x00ad, 0x00ad}, {0x034f, 0x034f},   {0x061c, 0x061c},
                {0x115f, 0x1160},   {0x17b4, 0x17b5},  {0x180e, 0x180e}, {0x200b, 0x200b},   {0x200e, 0x200f},
                {0x2028, 0x202e},   {0x2060, 0x206f},  {0x3164, 0x3164}, {0xfdd0, 0xfdef},   {0xfeff, 0xfeff},
                {0xffa0, 0xffa0},   {0xfff0, 0xfffb},  {0xfffe, 0xffff}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a},
                {0xe0000, 0xe00ff}, {0xe01f0, 0xe0fff}};

static int S_is_unsafe(uint32_t c) {
  for (size_t i = 0; i < sizeof(S_unsafe) / sizeof(S_unsafe[0]); i++) {
    if (c >= S_unsafe[i].first && c <= S_unsafe[i].last)
      return 1;
  }
  return 0;
}

/* GitHub interprets "::" at the start of a line and "##[" anywhere as commands; Azure "##vso[" and TeamCity "##teamcity[",
 * in any case. Text is wrapped later, so "::" is escaped everywhere. */
static int S_begins_command(const char *s) {
  if (s[0] == ':')
    return s[1] == ':';
  if (s[0] != '#' || s[1] != '#')
    return 0;
  for (s += 2; (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'); s++)
    ;
  return *s == '[';
}

static void S_put_foreign(cli_text *out, const char *foreign, int escape) {
  uint32_t c = 0;
  while (*foreign != '\0') {
    size_t length = code_point(foreign, &c);
    if (length == 0) {
      put(out, "\\x");
      S_put_hex(out, (unsigned char)*foreign, 4);
      length = 1;
    } else if (escape && (S_is_unsafe(c) || S_begins_command(foreign))) {
      S_put_escape(out, c);
    } else {
      put_bytes(out, foreign, length);
    }
    foreign += length;
  }
}

void put_shown(cli_text *out, const char *foreign) {
  S_put_foreign(out, foreign, 1);
}

void put_utf8(cli_text *out, const char *foreign) {
  S_put_foreign(out, foreign, 0);
}

const char *text_of(const cli_text *out) {
  return out->bytes == NULL ? "" : out->bytes;
}

void text_free(cli_text *out) {
  free(out->bytes);
  *out = (cli_text){0};
}

void text_join(cli_text *whole, cli_text *part) {
  whole->failed |= part->failed;
  text_free(part);
}
