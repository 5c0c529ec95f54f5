/* Characters not allowed in titles and names. */
#include "cli/init/plain_text.h"

#include <stdint.h>
#include <string.h>

#include "base/characters.h"
#include "base/utf8.h"

static uint32_t S_code_point(const char *words, const char *end) {
  return words == end ? 0 : hhp__utf8_read(words, hhp__utf8_length(words, (size_t)(end - words)));
}

int is_plain_text(const char *words) {
  const char *begin = words, *end = words + strlen(words);
  int is_blank = 1; /* whether the previous character is a space; true at the start */
  uint32_t before = 0;
  while (words < end) {
    size_t length = hhp__utf8_length(words, (size_t)(end - words));
    uint32_t c = hhp__utf8_read(words, length);
    if (length == 0 || c == '\t' || c == '\n')
      return 0;
    if (hhp__is_control(c) && !hhp__joins_emoji(before, c, S_code_point(words + length, end)))
      return 0;
    is_blank = hhp__is_blank(c);
    if (is_blank && words == begin)
      return 0;
    before = c;
    words += length;
  }
  return !is_blank;
}
