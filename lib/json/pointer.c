/* JSON Pointers (RFC 6901). */
#include "json/pointer.h"

void hhp__put_step(hhp__buffer *out, const char *name, size_t length) {
  hhp__putc(out, '/');
  const char *end = name + length;
  while (name < end) {
    const char *plain = name;
    while (name < end && *name != '~' && *name != '/')
      name++;
    hhp__put(out, plain, (size_t)(name - plain));
    if (name < end)
      hhp__puts(out, *name++ == '~' ? "~0" : "~1");
  }
}
