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

json_t *hhp__arguments_of(const hhp_finding *finding) {
  json_t *arguments = json_object();
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    int64_t number = hhp_finding_argument_number(finding, i);
    int is_text = hhp_finding_argument_kind(finding, i) == HHP_ARGUMENT_TEXT;
    json_t *value = is_text                ? hhp__string_of(hhp_finding_argument_text(finding, i))
                    : number == HHP_ABSENT ? json_null()
                                           : json_integer(number);
    if (json_object_set_new(arguments, hhp_finding_argument_name(finding, i), value) != 0) {
      json_decref(arguments);
      return NULL;
    }
  }
  return arguments;
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
      hhp__put(out, json->text + i, step == 0 ? 1 : step);
    i += step == 0 ? 1 : step;
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

void hhp__put_shown_string(hhp__buffer *out, const char *text) {
  if (text == NULL) {
    hhp__puts(out, "null");
    return;
  }
  size_t length = strlen(text);
  int has_hyphen; /* not asked */
  if (memchr(text, '#', length) != NULL || hhp__skip_string(text, text + length, &has_hyphen) != text + length) {
    hhp__put_shown_json(out, hhp__string_of(text), 0);
    return;
  }
  hhp__putc(out, '"');
  hhp__put(out, text, length);
  hhp__putc(out, '"');
}
