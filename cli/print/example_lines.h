/* The examples of a rule, compared line by line, and the finding in the failing one. */
#ifndef CLI_EXAMPLE_LINES_H
#define CLI_EXAMPLE_LINES_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

typedef struct cli_example {
  const hhp_rule *rule;
  const char *failing, *passing;
  hhp_report *report;         /* of the failing example */
  const hhp_finding *finding; /* by the rule */
  const char *message, *remedy;
} cli_example;

/* Checks the failing example and formats its finding. Call example_free in any case. HHP_ERR_NOT_FOUND if the rule has
 * no finding, which would be a bug in the library. */
hhp_status example_check(cli_example *into, const hhp_rule *rule, int32_t lang);
void example_free(cli_example *example);

/* One of the examples with line numbers. Lines that the other one lacks are marked: "-" in the failing one, "+" in the
 * passing one. A caret below the line of the finding marks its column. */
void put_example(cli_text *out, const cli_example *example, int32_t which);

/* The difference alone, for a fenced code block. */
void put_example_diff(cli_text *out, const cli_example *example);

#endif
