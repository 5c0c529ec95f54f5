/* Finds the rule that is meant by an id, a number or a slug. */
#ifndef CLI_FIND_RULE_H
#define CLI_FIND_RULE_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/command_line.h"

/* Finds a rule by id in any case ("hp401"), number ("401") or slug. NULL: none. */
const hhp_rule *find_rule(const char *word);

/* Prints an "unknown rule" error with a suggestion. Returns CODE_USAGE. */
int error_no_rule(const cli_args *args, const char *word);

#endif
