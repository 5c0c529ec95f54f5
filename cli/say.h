/* The command's own words, in Danish and English. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <stdarg.h>

#include <helhedsplan/helhedsplan.h>

#include "text.h"

/* Whichever the language asks for. */
const char *say(int32_t lang, const char *da, const char *en);

/* Puts words with what is filled in. Both texts take the same arguments in the same order; foreign text among them has
 * to be harmless already. */
__attribute__((format(printf, 3, 5), format(printf, 4, 5))) void put_said(cli_text *out, int32_t lang, const char *da,
                                                                          const char *en, ...);

__attribute__((format(printf, 2, 0))) void put_form(cli_text *out, const char *form, va_list arguments);

#endif
