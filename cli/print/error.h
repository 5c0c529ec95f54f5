/* Error messages on standard error. */
#ifndef CLI_ERROR_H
#define CLI_ERROR_H

#include "cli/print/exit_code.h"
#include "cli/print/lang.h"

/* Prints one line. Both formats take the same arguments in the same order; control characters in them are escaped. */
LIKE_PRINTF(2, 4) LIKE_PRINTF(3, 4) void error_print(int32_t lang, const char *da, const char *en, ...);

LIKE_PRINTF(2, 0)
LIKE_PRINTF(3, 0) void error_print_with(int32_t lang, const char *da, const char *en, va_list arguments);

/* Prints preformatted lines. */
void error_print_lines(const char *lines);

/* Redirects the messages of this thread into `into` (NULL: back to standard error), so that messages of parallel
 * threads do not interleave. */
void error_redirect(cli_text *into);

/* Prints the message of a status. Returns CODE_FAULT. */
int error_status(int32_t lang, hhp_status status);

#endif
