/* Escaping for JSON. */
#include "cli/print/markup.h"

void put_json_text(cli_text *out, const char *words) {
  put(out, "\"");
  for (; *words != '\0'; words++) {
    unsigned char c = (unsigned char)*words;
    if (c == '"' || c == '\\')
      put(out, "\\");
    if (c == '\n') {
      put(out, "\\n");
    } else if (c < 0x20) {
      put(out, "\\u00");
      put_bytes(out, &"0123456789abcdef"[c >> 4], 1);
      put_bytes(out, &"0123456789abcdef"[c & 15], 1);
    } else {
      put_bytes(out, words, 1);
    }
  }
  put(out, "\"");
}
