/* The names of families and severities, as the commands on rules show them. */
#ifndef CLI_RULE_WORDS_H
#define CLI_RULE_WORDS_H

#include <helhedsplan/helhedsplan.h>

/* The name of the family of a rule. Rules of one family return the same pointer. */
const char *rule_family(const hhp_rule *rule, int32_t lang);

/* A severity as a word and as a letter; a dash for off. */
const char *severity_word(int32_t severity, int32_t lang);
const char *severity_letter(int32_t severity, int32_t lang);

#endif
