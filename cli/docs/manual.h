/* The manual page helhedsplan(1), generated from the tables of commands and options. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stdint.h>

#include "cli/print/text.h"

/* Writes man(7) macros, in UTF-8. */
void put_manual(cli_text *out, int32_t lang);

#endif
