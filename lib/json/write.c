/* JSON as text. */
#include "json/write.h"

#include <string.h>

#include "base/scan.h"
#include "base/system.h"
#include "base/utf8.h"
#include "json/real.h"

enum { INDENT = 2 };

static int S_collect(const char *text, size_t length, void *buffer) {
  hhp__put(buffer, text, length);
  return ((hhp__buffer *)buffer)->failed ? -1 : 0;
}

/* Jansson writes reals with the decimal point of the locale, and corrects only one of a single byte. */
void hhp__put_dump(hhp__buffer *out, const json_t *value, size_t flags) {
  hhp__c_locale locale;
  if (hhp__enter_c_locale(&locale) != 0) {
    out->failed = 1;
    return;
  }
  if (json_dump_callback(value, S_collect, out, flags | JSON_ENCODE_ANY) != 0)
    out->failed = 1;
  hhp__leave_c_locale(&locale);
}

void hhp__put_break(hhp__buffer *out, int is_first, size_t level) {
  hhp__puts(out, is_first ? "\n" : ",\n");
  hhp__put_times(out, ' ', level * INDENT);
}

void hhp__put_json_escape(hhp__buffer *out, uint32_t c) {
  static const char letters[] = "\"\\\b\f\n\r\t";
  const char *letter = c == 0 ? NULL : strchr(letters, (int)c);
  hhp__putc(out, '\\');
  if (letter != NULL) {
    hhp__putc(out, "\"\\bfnrt"[letter - letters]);
    return;
  }
  hhp__puts(out, "u00");
  hhp__putc(out, "0123456789ABCDEF"[c >> 4]);
  hhp__putc(out, "0123456789ABCDEF"[c & 15]);
}

/* As Jansson writes it, which refuses what is not UTF-8. */
static void S_put_string(hhp__buffer *out, const char *text, size_t length) {
  const char *end = text + length;
  hhp__putc(out, '"');
  while (text < end) {
    const char *plain = hhp__skip_string(text, end);
    hhp__put(out, text, (size_t)(plain - text));
    if (plain == end)
      break;
    size_t step = hhp__utf8_length(plain, (size_t)(end - plain));
    unsigned char c = (unsigned char)*plain;
    if (step == 0)
      out->failed = 1;
    if (c < 0x20 || c == '"' || c == '\\')
      hhp__put_json_escape(out, c);
    else
      hhp__put(out, plain, step);
    text = plain + hhp__utf8_step(step);
  }
  hhp__putc(out, '"');
}

void hhp__put_name(hhp__buffer *out, int is_first, const char *name, size_t level) {
  hhp__put_break(out, is_first, level);
  S_put_string(out, name, strlen(name));
  hhp__puts(out, ": ");
}

void hhp__put_plain_name(hhp__buffer *out, int is_first, const char *name, size_t level) {
  hhp__put_break(out, is_first, level);
  hhp__putc(out, '"');
  hhp__puts(out, name);
  hhp__put(out, "\": ", 3);
}

static void S_put_real(hhp__buffer *out, const json_t *real, int has_reals) {
  hhp__buffer text = {0};
  hhp__put_dump(&text, real, 0);
  if (text.failed)
    out->failed = 1;
  else if (has_reals)
    hhp__put_shortened(out, text.text, text.length);
  else
    hhp__put(out, text.text, text.length);
  hhp__buffer_free(&text);
}

static void S_put_any(hhp__buffer *out, const json_t *value, size_t level, int has_reals);

static void S_put_array(hhp__buffer *out, const json_t *array, size_t level, int has_reals) {
  hhp__putc(out, '[');
  for (size_t i = 0; i < json_array_size(array); i++) {
    hhp__put_break(out, i == 0, level + 1);
    S_put_any(out, json_array_get(array, i), level + 1, has_reals);
  }
  if (json_array_size(array) > 0)
    hhp__put_break(out, 1, level);
  hhp__putc(out, ']');
}

static void S_put_object(hhp__buffer *out, json_t *object, size_t level, int has_reals) {
  hhp__putc(out, '{');
  int is_first = 1;
  for (void *i = json_object_iter(object); i != NULL; i = json_object_iter_next(object, i), is_first = 0) {
    hhp__put_break(out, is_first, level + 1);
    S_put_string(out, json_object_iter_key(i), json_object_iter_key_len(i));
    hhp__puts(out, ": ");
    S_put_any(out, json_object_iter_value(i), level + 1, has_reals);
  }
  if (!is_first)
    hhp__put_break(out, 1, level);
  hhp__putc(out, '}');
}

/* The same text as by json_dump_callback() with JSON_INDENT, which takes a call for each piece, character by character.
 * The recursion is as deep as the value: at most HHP__MAX_LEVELS. */
static void S_put_any(hhp__buffer *out, const json_t *value, size_t level, int has_reals) {
  switch (json_typeof(value)) {
  case JSON_OBJECT:
    S_put_object(out, (json_t *)(uintptr_t)value, level, has_reals);
    return;
  case JSON_ARRAY:
    S_put_array(out, value, level, has_reals);
    return;
  case JSON_STRING:
    S_put_string(out, json_string_value(value), json_string_length(value));
    return;
  case JSON_INTEGER:
    hhp__put_number(out, json_integer_value(value));
    return;
  case JSON_REAL:
    S_put_real(out, value, has_reals);
    return;
  default:
    hhp__puts(out, json_is_true(value) ? "true" : json_is_false(value) ? "false" : "null");
  }
}

void hhp__put_value(hhp__buffer *out, json_t *value, size_t level, int has_reals) {
  if (value == NULL)
    out->failed = 1;
  else
    S_put_any(out, value, level, has_reals);
  json_decref(value);
}
