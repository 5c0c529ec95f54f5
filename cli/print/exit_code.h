/* The exit codes of the command. */
#ifndef CLI_EXIT_CODE_H
#define CLI_EXIT_CODE_H

enum {
  CODE_FINE = 0,     /* success: no findings at or above --fail-on */
  CODE_FINDINGS = 1, /* findings, differences, or not a plan */
  CODE_USAGE = 2,    /* usage error */
  CODE_FILE = 3,     /* a file could not be read or written; takes precedence over findings */
  CODE_FAULT = 4     /* out of memory, or an internal error */
};

#endif
