/* Which words a plan can take as they are. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

/* Whether there is something to read, nothing in it that cannot be seen, and no blank at either end: what the rules on
 * texts (HP111) would warn of. */
int is_plain(const char *words);

#endif
