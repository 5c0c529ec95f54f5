/* Which words a plan can take as they are. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include <stdint.h>

/* Whether the character cannot be seen, nor a gap where it stands. */
int is_unseen(uint32_t code_point);

/* Whether there is something to read, nothing in it that cannot be seen, and no blank at either end: what the rules on
 * texts (HP111) would warn of. */
int is_plain(const char *words);

#endif
