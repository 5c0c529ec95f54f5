/* The manual page helhedsplan(1), written from the tables of commands and options. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stdint.h>

#include "text.h"

/* In the macros of man(7), as UTF-8. */
void put_manual(cli_text *out, int32_t lang);

#endif
