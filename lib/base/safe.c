/* Escapes untrusted text. */
#include "base/safe.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/scan.h"
#include "base/utf8.h"

/* Controls, including line breaks and tabs, and invisible format characters except the joiners that emoji and some
 * scripts need. */
int hhp__is_unsafe(uint32_t c) {
  return c < 0x20 || (c >= 0x7f && hhp__is_invisible(c) && hhp__is_control(c) && c != 0x200c && c != 0x200d);
}

static void S_put_code(hhp__buffer *out, uint32_t c) {
  hhp__puts(out, "\\u{");
  hhp__put_hex(out, c, 1);
  hhp__putc(out, '}');
}

/* CI systems interpret "##[", "##vso[" and "##teamcity[", in any case and anywhere in a line, as commands. */
static int S_is_command(const char *text, size_t length) {
  size_t i = 2;
  if (length < 3 || text[0] != '#' || text[1] != '#')
    return 0;
  while (i < length && hhp__is_ascii_letter(text[i]))
    i++;
  return i < length && text[i] == '[';
}

void hhp__put_safe(hhp__buffer *out, const char *text, size_t length) {
  hhp__put_safe_piece(out, text, length, length);
}

size_t hhp__put_harmless(hhp__buffer *out, const char *text, size_t length) {
  size_t harmless = (size_t)(hhp__skip_harmless(text, text + length) - text);
  hhp__put(out, text, harmless);
  return harmless;
}

void hhp__put_safe_piece(hhp__buffer *out, const char *text, size_t length, size_t rest) {
  for (size_t i = hhp__put_harmless(out, text, length); i < length;) {
    size_t step = hhp__utf8_length(text + i, length - i);
    uint32_t c = hhp__utf8_read(text + i, step);
    if (step == 0)
      hhp__put_byte(out, text[i]);
    else if (hhp__is_unsafe(c) || S_is_command(text + i, rest - i))
      S_put_code(out, c);
    else
      hhp__put(out, text + i, step);
    i += hhp__utf8_step(step);
    i += hhp__put_harmless(out, text + i, length - i);
  }
}

void hhp__put_safe_to_wrap(hhp__buffer *out, const char *text) {
  for (const char *colons = strstr(text, "::"); colons != NULL; colons = strstr(text, "::")) {
    hhp__put_safe(out, text, (size_t)(colons - text));
    S_put_code(out, ':');
    text = colons + 1;
  }
  hhp__put_safe(out, text, strlen(text));
}

void hhp__put_safe_truncated(hhp__buffer *out, const char *text, size_t most) {
  size_t length = strlen(text);
  size_t end = hhp__utf8_truncated_length(text, length, most);
  hhp__put_safe(out, text, end);
  if (end < length)
    hhp__puts(out, "…");
}

void hhp__put_trusted_markdown(hhp__buffer *out, const char *text) {
  for (;;) {
    size_t plain = strcspn(text, "\\`*_|<>[]~");
    hhp__put(out, text, plain);
    text += plain;
    if (*text == '\0')
      return;
    hhp__putc(out, '\\');
    hhp__putc(out, *text++);
  }
}
