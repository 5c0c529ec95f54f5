/* Formatted text. */
#include "cli/print/lang.h"

#include <stdio.h>
#include <stdlib.h>

void put_form(cli_text *out, const char *form, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): the copy is made on the line above */
  int length = vsnprintf(NULL, 0, form, again);
  va_end(again);
  char *words = length < 0 ? NULL : malloc((size_t)length + 1);
  if (words == NULL) {
    out->failed = 1;
  } else {
    vsnprintf(words, (size_t)length + 1, form, arguments);
    put_bytes(out, words, (size_t)length);
  }
  free(words);
}

void put_in_lang(cli_text *out, int32_t lang, const char *da, const char *en, ...) {
  va_list arguments;
  va_start(arguments, en);
  put_form(out, in_lang(lang, da, en), arguments);
  va_end(arguments);
}
