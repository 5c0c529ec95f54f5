/* Characters not allowed in titles and names. */
#include "cli/init/plain.h"

#include <stddef.h>
#include <string.h>

#include "cli/print/text.h"

typedef struct cli_range {
  uint32_t first, last;
} cli_range;

/* Control, zero-width and bidirectional characters, line separators and U+FFFD: the set of HP111. */
static const cli_range S_unseen[] = {{0x0000, 0x001f}, {0x007f, 0x009f}, {0x00ad, 0x00ad},  {0x034f, 0x034f},
                                     {0x061c, 0x061c}, {0x115f, 0x1160}, {0x17b4, 0x17b5},  {0x180e, 0x180e},
                                     {0x200b, 0x200c}, {0x200e, 0x200f}, {0x2028, 0x202e},  {0x2060, 0x206f},
                                     {0x3164, 0x3164}, {0xfdd0, 0xfdef}, {0xfeff, 0xfeff},  {0xffa0, 0xffa0},
                                     {0xfff0, 0xfffb}, {0xfffd, 0xffff}, {0xe0000, 0xe00ff}};

static const cli_range S_blanks[] = {{0x0020, 0x0020}, {0x00a0, 0x00a0}, {0x1680, 0x1680}, {0x2000, 0x200a},
                                     {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};

static int S_is_in(const cli_range *ranges, size_t count, uint32_t c) {
  for (size_t i = 0; i < count; i++) {
    if (c >= ranges[i].first && c <= ranges[i].last)
      return 1;
  }
  return 0;
}

int is_unseen(uint32_t c) {
  return S_is_in(S_unseen, sizeof(S_unseen) / sizeof(S_unseen[0]), c);
}

int is_plain(const char *words) {
  int is_blank = 1; /* whether the previous character is a space; true at the start */
  uint32_t c = 0;
  for (size_t length, at = 0; words[at] != '\0'; at += length) {
    length = code_point(words + at, &c);
    if (length == 0 || is_unseen(c))
      return 0;
    is_blank = S_is_in(S_blanks, sizeof(S_blanks) / sizeof(S_blanks[0]), c);
    if (is_blank && at == 0)
      return 0;
  }
  return !is_blank;
}
