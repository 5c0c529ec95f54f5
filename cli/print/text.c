/* Growable text, and escaping of untrusted text. */
#include "cli/print/text.h"

#include "base/safe.h"

void put_shown(cli_text *out, const char *untrusted) {
  hhp__put_safe_to_wrap(out, untrusted);
}

const char *text_of(const cli_text *out) {
  return out->text == NULL ? "" : out->text;
}

void text_join(cli_text *whole, cli_text *part) {
  whole->failed |= part->failed;
  text_free(part);
}
