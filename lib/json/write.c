/* JSON as text. */
#include "json/write.h"

#include <string.h>

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

void hhp__put_name(hhp__buffer *out, int is_first, const char *name, size_t level) {
  hhp__put_break(out, is_first, level);
  hhp__put_value(out, json_string_nocheck(name), 0, 0);
  hhp__puts(out, ": ");
}

/* Strings have no raw line breaks, so every line break in the text is Jansson's, and can be indented. */
static void S_put_indented(hhp__buffer *out, const char *text, size_t length, size_t level) {
  const char *end = text + length;
  while (text < end) {
    const char *line = memchr(text, '\n', (size_t)(end - text));
    if (line == NULL) {
      hhp__put(out, text, (size_t)(end - text));
      return;
    }
    hhp__put(out, text, (size_t)(line + 1 - text));
    hhp__put_times(out, ' ', level * INDENT);
    text = line + 1;
  }
}

void hhp__put_value(hhp__buffer *out, json_t *value, size_t level, int has_reals) {
  hhp__buffer text = {0};
  hhp__buffer shortened = {0};
  if (value != NULL)
    hhp__put_dump(&text, value, JSON_INDENT(INDENT));
  json_decref(value);
  if (has_reals && value != NULL && !text.failed)
    hhp__put_shortened(&shortened, text.text, text.length);
  const hhp__buffer *written = has_reals ? &shortened : &text;
  if (value == NULL || text.failed || shortened.failed)
    out->failed = 1;
  if (!out->failed)
    S_put_indented(out, written->text, written->length, level);
  hhp__buffer_free(&text);
  hhp__buffer_free(&shortened);
}
