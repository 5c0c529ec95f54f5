/* Slugs. */
#include "base/slug.h"

#include "base/ascii.h"
#include "base/fold.h"

void hhp__put_slug(hhp__buffer *out, const char *text) {
  hhp__buffer folded = {0};
  size_t start = out->length;
  int is_behind_gap = 0;
  hhp__fold(&folded, text);
  for (size_t i = 0; !folded.failed && i < folded.length; i++) {
    char c = folded.text[i];
    int is_part = (c >= 'a' && c <= 'z') || hhp__is_digit(c);
    if (is_part && is_behind_gap && out->length > start)
      hhp__putc(out, '-');
    if (is_part)
      hhp__putc(out, c);
    is_behind_gap = !is_part;
  }
  out->failed |= folded.failed;
  hhp__buffer_free(&folded);
}
