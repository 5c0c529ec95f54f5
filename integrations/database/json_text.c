/* Small JSON texts on one line. */
#include "database/json_text.h"

#include <stdio.h>

#include <helhedsplan/status.h>

static void S_put_escaped(hhp__buffer *out, char c) {
  char escape[8];
  if (c == '"' || c == '\\') {
    hhp__putc(out, '\\');
    hhp__putc(out, c);
  } else if ((unsigned char)c < 0x20) {
    snprintf(escape, sizeof(escape), "\\u%04x", (unsigned)c);
    hhp__puts(out, escape);
  } else {
    hhp__putc(out, c);
  }
}

void db_put_json_string(hhp__buffer *out, const char *text) {
  if (text == NULL) {
    hhp__puts(out, "null");
    return;
  }
  hhp__putc(out, '"');
  for (; *text != '\0'; text++)
    S_put_escaped(out, *text);
  hhp__putc(out, '"');
}

void db_put_json_number(hhp__buffer *out, int64_t number) {
  if (number == HHP_ABSENT)
    hhp__puts(out, "null");
  else
    hhp__put_number(out, number);
}
