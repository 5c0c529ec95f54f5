/* Error messages on standard error, and the exit codes. */
#ifndef CLI_COMPLAIN_H
#define CLI_COMPLAIN_H

#include "say.h"

enum {
  CODE_FINE = 0,     /* success: no findings at or above --fail-on */
  CODE_FINDINGS = 1, /* findings, differences, or not a plan */
  CODE_USAGE = 2,    /* usage error */
  CODE_FILE = 3,     /* a file could not be read or written; takes precedence over findings */
  CODE_FAULT = 4     /* out of memory, or an internal error */
};

/* Prints one line. Both formats take the same arguments in the same order; control characters in them are escaped. */
__attribute__((format(printf, 2, 4), format(printf, 3, 4))) void complain(int32_t lang, const char *da, const char *en,
                                                                          ...);

__attribute__((format(printf, 2, 0), format(printf, 3, 0))) void complain_with(int32_t lang, const char *da,
                                                                               const char *en, va_list arguments);

/* Prints preformatted lines. */
void complain_text(const char *lines);

/* Redirects the messages of this thread into `into` (NULL: back to standard error), so that messages of parallel threads
 * do not interleave. */
void complain_aside(cli_text *into);

/* Prints the message of a status. Returns CODE_FAULT. */
int complain_fault(int32_t lang, hhp_status status);

#endif
