/* Growable text, and escaping of untrusted text. */
#include "cli/print/text.h"

#include <string.h>

#include "base/characters.h"
#include "base/safe.h"
#include "base/utf8.h"

void put_shown(cli_text *out, const char *foreign) {
  hhp__put_safe_to_wrap(out, foreign);
}

void put_utf8(cli_text *out, const char *foreign) {
  size_t length = strlen(foreign), step;
  for (size_t i = 0; i < length; i += step == 0 ? 1 : step) {
    step = hhp__utf8_length(foreign + i, length - i);
    if (step == 0)
      hhp__put_byte(out, foreign[i]);
    else
      hhp__put(out, foreign + i, step);
  }
}

const char *text_of(const cli_text *out) {
  return out->text == NULL ? "" : out->text;
}

void text_join(cli_text *whole, cli_text *part) {
  whole->failed |= part->failed;
  text_free(part);
}
