/* What the command says on standard error, and the exit codes. */
#ifndef CLI_COMPLAIN_H
#define CLI_COMPLAIN_H

#include "say.h"

enum {
  CODE_FINE = 0,     /* nothing at or above --fail-on */
  CODE_FINDINGS = 1, /* something */
  CODE_USAGE = 2,    /* the command was called wrongly */
  CODE_FILE = 3,     /* a file could not be read or written; wins over findings */
  CODE_FAULT = 4     /* out of memory, or a fault of our own */
};

/* Says one line. Both texts take the same arguments in the same order; whatever control characters the arguments hold
 * is made visible. */
__attribute__((format(printf, 2, 4), format(printf, 3, 4))) void complain(int32_t lang, const char *da, const char *en,
                                                                          ...);

__attribute__((format(printf, 2, 0), format(printf, 3, 0))) void complain_with(int32_t lang, const char *da,
                                                                               const char *en, va_list arguments);

/* Says lines that are put together already. */
void complain_text(const char *lines);

/* What this thread says from now on is put there instead of on standard error; NULL: on standard error again. Threads
 * that work at the same time are told of one after the other so. */
void complain_aside(cli_text *into);

/* Says what a status means. Returns CODE_FAULT. */
int complain_fault(int32_t lang, hhp_status status);

#endif
