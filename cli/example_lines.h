/* The examples of a rule, side by side, and what the rule says of the failing one. */
#ifndef CLI_EXAMPLE_LINES_H
#define CLI_EXAMPLE_LINES_H

#include <helhedsplan/helhedsplan.h>

#include "text.h"

typedef struct cli_example {
  const hhp_rule *rule;
  const char *failing, *passing;
  hhp_report *report;         /* on the failing one */
  const hhp_finding *finding; /* the one of the rule */
  const char *message, *remedy;
} cli_example;

/* Checks the failing example, and has the finding say what it has to in that language. Whatever it returns, example_free
 * frees. HHP_ERR_NOT_FOUND, which would be a fault of the library, where the rule finds nothing. */
hhp_status example_check(cli_example *into, const hhp_rule *rule, int32_t lang);
void example_free(cli_example *example);

/* One of the examples with line numbers. Lines that the other one lacks have a mark in front: "-" in the failing one,
 * "+" in the passing one. Below the line of the finding stands where it is. */
void put_example(cli_text *out, const cli_example *example, int32_t which);

/* The same as it is, for a fenced block. */
void put_example_diff(cli_text *out, const cli_example *example);

#endif
