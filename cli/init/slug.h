/* Makes ids from text. */
#ifndef CLI_SLUG_H
#define CLI_SLUG_H

#include "cli/print/text.h"

/* Appends untrusted text as an id: lower case a-z, digits and hyphens, at most 64. Danish and other accented letters
 * are transliterated; everything else separates words. Appends nothing if nothing is left. */
void put_slug(cli_text *out, const char *words);

#endif
