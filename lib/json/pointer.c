/* JSON Pointers (RFC 6901). */
#include "json/pointer.h"

void hhp__put_step(hhp__buffer *out, const char *name, size_t length) {
  hhp__putc(out, '/');
  for (size_t i = 0; i < length; i++) {
    if (name[i] == '~')
      hhp__puts(out, "~0");
    else if (name[i] == '/')
      hhp__puts(out, "~1");
    else
      hhp__putc(out, name[i]);
  }
}
