/* What the commands on rules share: finding a rule by the word for it, and words for families and severities. */
#ifndef CLI_RULE_H
#define CLI_RULE_H

#include "options.h"
#include "say.h"

/* The rule that is meant: its id in any case ("hp401"), the number of it ("401"), or its slug. NULL: none. */
const hhp_rule *rule_meant(const char *word);

/* Says that there is no such rule, and which one may be meant. Returns CODE_USAGE. */
int complain_no_rule(const cli_args *args, const char *word);

/* What the rules around it are about. Rules of one family have the same words, at the same address. */
const char *rule_family(const hhp_rule *rule, int32_t lang);

/* A severity as a word for people, and as one letter; a dash for one that is off. */
const char *severity_word(int32_t severity, int32_t lang);
const char *severity_letter(int32_t severity, int32_t lang);

#endif
