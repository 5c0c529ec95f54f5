/* Untrusted text in columns, and paragraphs. */
#include "cli/print/layout.h"

void put_shown_left(cli_text *out, const char *untrusted, size_t width) {
  cli_text shown = {0};
  put_shown(&shown, untrusted);
  put_left(out, text_of(&shown), width);
  text_join(out, &shown);
}

size_t put_shown_wrapped(cli_text *out, const char *untrusted, size_t column, size_t limit) {
  cli_text shown = {0};
  put_shown(&shown, untrusted);
  column = put_wrapped(out, text_of(&shown), column, limit);
  text_join(out, &shown);
  return column;
}

void put_paragraph(cli_text *out, const char *words, size_t indent) {
  put_times(out, ' ', indent);
  put_wrapped(out, words, indent, SCREEN);
  put(out, "\n");
}
