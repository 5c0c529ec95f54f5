/* Ids made of words. */
#ifndef CLI_SLUG_H
#define CLI_SLUG_H

#include "text.h"

/* Puts foreign words as an id: small letters a-z, digits and hyphens, at most 64. Danish letters and those of the
 * neighbours become two or lose their accent; what else there is separates words. Puts nothing where nothing is left. */
void put_slug(cli_text *out, const char *words);

#endif
