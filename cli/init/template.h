/* The templates of init: new_plan.<language>.helhedsplan.json. */
#ifndef CLI_TEMPLATE_H
#define CLI_TEMPLATE_H

#include <stdint.h>

#include "cli/print/text.h"

/* Appends the template of a language. */
void put_template(cli_text *out, int32_t lang);

/* Appends a template with the id `old` renamed to `new`, where it is defined and in all references. */
void put_renamed(cli_text *out, const char *template, const char *old, const char *new);

#endif
