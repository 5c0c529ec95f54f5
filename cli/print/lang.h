/* The command's own words, in Danish and English. */
#ifndef CLI_LANG_H
#define CLI_LANG_H

#include <stdarg.h>

#include <helhedsplan/helhedsplan.h>

#include "base/phrase.h"
#include "cli/print/like_printf.h"
#include "cli/print/text.h"

/* The text in the given language. */
static inline const char *in_lang(int32_t lang, const char *da, const char *en) {
  return hhp__in_lang((hhp__phrase){da, en}, lang);
}

/* Appends formatted text. Both formats take the same arguments in the same order; untrusted arguments must be escaped
 * already. */
LIKE_PRINTF(3, 5) LIKE_PRINTF(4, 5) void put_in_lang(cli_text *out, int32_t lang, const char *da, const char *en, ...);

LIKE_PRINTF(2, 0) void put_form(cli_text *out, const char *form, va_list arguments);

#endif
