/* Shared by the commands on rules: finds rules by name, and names families and severities. */
#ifndef CLI_RULE_H
#define CLI_RULE_H

#include "options.h"
#include "say.h"

/* Finds a rule by id in any case ("hp401"), number ("401") or slug. NULL: none. */
const hhp_rule *rule_meant(const char *word);

/* Prints an "unknown rule" error with a suggestion. Returns CODE_USAGE. */
int complain_no_rule(const cli_args *args, const char *word);

/* The name of the family of a rule. Rules of one family return the same pointer. */
const char *rule_family(const hhp_rule *rule, int32_t lang);

/* A severity as a word and as a letter; a dash for off. */
const char *severity_word(int32_t severity, int32_t lang);
const char *severity_letter(int32_t severity, int32_t lang);

#endif
