/* Escaping for XML 1.0. CDATA is not used, as it cannot contain every text. */
#include "render/xml.h"

#include <string.h>

static const struct {
  const char *text;
  const char *written;
} S_escapes[] = {
    {"&", "&amp;"},
    {"<", "&lt;"},
    {">", "&gt;"},
    {"\"", "&quot;"},
    {"\xef\xbf\xbe", "\\u{fffe}"},
    {"\xef\xbf\xbf", "\\u{ffff}"},
    {"[[ATTACHMENT|", "\\u{5b}[ATTACHMENT|"}, /* GitLab and Jenkins would look for a file */
};

void hhp__put_xml(hhp__buffer *out, const char *text, size_t length) {
  const char *end = text + length;
  while (text < end) {
    size_t step = 1;
    const char *written = NULL;
    for (size_t i = 0; i < sizeof(S_escapes) / sizeof(S_escapes[0]) && written == NULL; i++) {
      size_t size = strlen(S_escapes[i].text);
      if ((size_t)(end - text) >= size && memcmp(text, S_escapes[i].text, size) == 0) {
        step = size;
        written = S_escapes[i].written;
      }
    }
    if (written != NULL)
      hhp__puts(out, written);
    else
      hhp__put(out, text, 1);
    text += step;
  }
}

void hhp__put_attribute(hhp__buffer *out, const char *name, const char *text) {
  hhp__putc(out, ' ');
  hhp__puts(out, name);
  hhp__puts(out, "=\"");
  hhp__put_xml(out, text, strlen(text));
  hhp__putc(out, '"');
}

void hhp__put_count_attribute(hhp__buffer *out, const char *name, size_t count) {
  hhp__putc(out, ' ');
  hhp__puts(out, name);
  hhp__puts(out, "=\"");
  hhp__put_number(out, (int64_t)count);
  hhp__putc(out, '"');
}
