/* Which texts are valid in a plan. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include <stdint.h>

/* Whether the character is invisible and not a space. */
int is_unseen(uint32_t code_point);

/* Whether a text is non-empty, has no invisible characters and no spaces at the ends (the conditions of HP111). */
int is_plain(const char *words);

#endif
