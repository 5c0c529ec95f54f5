/* The names of families and letters for severities, as the commands on rules show them. */
#ifndef CLI_RULE_WORDS_H
#define CLI_RULE_WORDS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

/* The name of the family of a rule. Rules of one family return the same pointer. */
const char *rule_family(const hhp_rule *rule, int32_t lang);

/* Appends the initial of the severity's word; a dash for off. */
void put_severity_letter(cli_text *out, int32_t severity, int32_t lang);

#endif
