/* Which texts are valid in a plan. */
#ifndef CLI_PLAIN_TEXT_H
#define CLI_PLAIN_TEXT_H

/* Whether a text is non-empty, on one line, and has no invisible characters and no spaces at the ends, so that HP111
 * does not find it. */
int is_plain_text(const char *words);

#endif
