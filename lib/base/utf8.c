/* UTF-8. */
#include "base/utf8.h"

#include <string.h>

static int S_continues(unsigned char c) {
  return (c & 0xc0) == 0x80;
}

/* The range of the second byte excludes overlong forms, surrogates and code points beyond U+10FFFF (Unicode, table
 * 3-7). */
size_t hhp__utf8_length(const char *text, size_t available) {
  const unsigned char *s = (const unsigned char *)text;
  if (available == 0)
    return 0;
  if (s[0] < 0x80)
    return 1;
  if (s[0] < 0xc2 || available < 2 || !S_continues(s[1]))
    return 0;
  if (s[0] < 0xe0)
    return 2;
  if (available < 3 || !S_continues(s[2]))
    return 0;
  if (s[0] < 0xf0) {
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f))
      return 0;
    return 3;
  }
  if (s[0] > 0xf4 || available < 4 || !S_continues(s[3]))
    return 0;
  if ((s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
    return 0;
  return 4;
}

int hhp__utf8_valid(const char *text, size_t length) {
  size_t i = 0;
  while (i < length) {
    size_t step = hhp__utf8_length(text + i, length - i);
    if (step == 0)
      return 0;
    i += step;
  }
  return 1;
}

size_t hhp__utf8_broken_length(const char *text, size_t available) {
  size_t length = 1;
  for (; length < 3 && length < available; length++) {
    char whole[] = "\xbf\xbf\xbf\xbf";
    memcpy(whole, text, length + 1);
    if (hhp__utf8_length(whole, 4) == 0)
      break;
  }
  return length;
}

/* Skips eight bytes of ASCII at a time. Fewer than eight are counted one by one: the high bit of `word` stays set. */
size_t hhp__utf8_count(const char *text, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; count++) {
    uint64_t word = UINT64_C(1) << 63;
    if (length - i >= 8)
      memcpy(&word, text + i, sizeof(word));
    if ((word & UINT64_C(0x8080808080808080)) == 0) {
      count += 7;
      i += 8;
      continue;
    }
    i += hhp__utf8_step(hhp__utf8_length(text + i, length - i));
  }
  return count;
}

uint32_t hhp__utf8_read(const char *text, size_t length) {
  const unsigned char *s = (const unsigned char *)text;
  if (length < 2)
    return s[0];
  uint32_t c = s[0] & (0x7fu >> length);
  for (size_t i = 1; i < length; i++)
    c = c << 6 | (s[i] & 0x3f);
  return c;
}

uint32_t hhp__utf8_last(const char *text, size_t length) {
  size_t step = 1;
  while (step < 4 && step < length && S_continues((unsigned char)text[length - step]))
    step++;
  const char *last = text + length - step;
  return hhp__utf8_length(last, step) == step ? hhp__utf8_read(last, step) : (unsigned char)text[length - 1];
}

size_t hhp__utf8_write(uint32_t c, char out[4]) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xc0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xe0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
  }
  out[0] = (char)(0xf0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3f));
  out[2] = (char)(0x80 | (c >> 6 & 0x3f));
  out[3] = (char)(0x80 | (c & 0x3f));
  return 4;
}

size_t hhp__utf8_truncated_length(const char *text, size_t length, size_t most) {
  if (length <= most)
    return length;
  while (most > 0 && S_continues((unsigned char)text[most]))
    most--;
  return most;
}

const char *hhp__utf8_skip(const char *text, size_t count) {
  for (; count > 0 && *text != '\0'; count--) {
    text++;
    while (S_continues((unsigned char)*text))
      text++;
  }
  return text;
}
