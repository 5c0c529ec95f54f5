/* Escapes trusted texts for JSON and Markdown. */
#ifndef CLI_MARKUP_H
#define CLI_MARKUP_H

#include "base/safe.h"
#include "cli/print/text.h"

/* Appends a UTF-8 text as a quoted JSON string. */
void put_json_text(cli_text *out, const char *words);

/* Appends a text of one line, escaped for Markdown, including table cells. */
static inline void put_markdown(cli_text *out, const char *words) {
  hhp__put_trusted_markdown(out, words);
}

#endif
