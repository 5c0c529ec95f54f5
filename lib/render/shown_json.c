/* Shared by the JSON formats. */
#include "render/shown_json.h"

#include <string.h>

#include "base/characters.h"
#include "base/safe.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "json/write.h"

/* Untrusted strings, such as a path, may not be UTF-8, which JSON requires. */
json_t *hhp__string_of(const char *text) {
  if (text == NULL)
    return json_null();
  size_t length = strlen(text);
  if (hhp__utf8_valid(text, length))
    return json_stringn_nocheck(text, length);
  hhp__buffer clean = {0};
  hhp__put_utf8(&clean, text);
  json_t *string = clean.failed ? NULL : json_stringn_nocheck(clean.text, clean.length);
  hhp__buffer_free(&clean);
  return string;
}

static void S_put_unit(hhp__buffer *out, uint32_t unit) {
  hhp__puts(out, "\\u");
  for (int shift = 12; shift >= 0; shift -= 4)
    hhp__putc(out, "0123456789abcdef"[unit >> shift & 15]);
}

static void S_put_escape(hhp__buffer *out, uint32_t c) {
  if (c >= 0x10000)
    S_put_unit(out, 0xd800 + ((c - 0x10000) >> 10));
  S_put_unit(out, c >= 0x10000 ? 0xdc00 + ((c - 0x10000) & 0x3ff) : c);
}

/* Escapes what terminals or CI systems ("##[", "##vso[") would interpret and Jansson leaves as it is; the value stays
 * the same. Two number signs in a row occur only in strings. */
static void S_put_escaped(hhp__buffer *out, const hhp__buffer *json) {
  for (size_t i = hhp__put_harmless(out, json->text, json->length); i < json->length;) {
    size_t step = hhp__utf8_length(json->text + i, json->length - i);
    uint32_t c = hhp__utf8_read(json->text + i, step);
    int is_command = c == '#' && i + 1 < json->length && json->text[i + 1] == '#';
    if (is_command || (c >= 0x7f && hhp__is_unsafe(c)))
      S_put_escape(out, c);
    else
      hhp__put(out, json->text + i, hhp__utf8_step(step));
    i += hhp__utf8_step(step);
    i += hhp__put_harmless(out, json->text + i, json->length - i);
  }
}

void hhp__put_shown_json(hhp__buffer *out, json_t *value, size_t level) {
  hhp__buffer json = {0};
  hhp__put_value(&json, value, level, 0);
  if (json.failed)
    out->failed = 1;
  else
    S_put_escaped(out, &json);
  hhp__buffer_free(&json);
}

/* The first of two number signs is escaped. The byte at the end may be read: at the latest, it is the NUL of the
 * text. */
static void S_put_plain(hhp__buffer *out, const char *text, const char *end) {
  const char *sign;
  while ((sign = memchr(text, '#', (size_t)(end - text))) != NULL) {
    hhp__put(out, text, (size_t)(sign - text));
    if (sign[1] == '#')
      S_put_escape(out, '#');
    else
      hhp__putc(out, '#');
    text = sign + 1;
  }
  hhp__put(out, text, (size_t)(end - text));
}

/* Returns whether the text is UTF-8; if not, only a part of it is written. */
static int S_put_utf8(hhp__buffer *out, const char *text) {
  const char *end = text + strlen(text);
  hhp__putc(out, '"');
  for (;;) {
    const char *plain = hhp__skip_string(text, end);
    S_put_plain(out, text, plain);
    if (plain == end)
      break;
    size_t step = hhp__utf8_length(plain, (size_t)(end - plain));
    uint32_t c = hhp__utf8_read(plain, step);
    if (step == 0)
      return 0;
    if (c < 0x20 || c == '"' || c == '\\')
      hhp__put_json_escape(out, c);
    else if (c >= 0x7f && hhp__is_unsafe(c))
      S_put_escape(out, c);
    else
      hhp__put(out, plain, step);
    text = plain + step;
  }
  hhp__putc(out, '"');
  return 1;
}

void hhp__put_shown_string(hhp__buffer *out, const char *text) {
  size_t before = out->length;
  if (text == NULL) {
    hhp__puts(out, "null");
  } else if (!S_put_utf8(out, text)) {
    out->length = before;
    hhp__put_shown_json(out, hhp__string_of(text), 0);
  }
}
