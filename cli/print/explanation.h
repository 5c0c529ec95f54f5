/* Explanations of rules, by example. */
#ifndef CLI_EXPLANATION_H
#define CLI_EXPLANATION_H

#include "cli/print/example_lines.h"

/* The whole explanation, as text and as Markdown. */
void put_explained(cli_text *out, const cli_example *example, int32_t lang);
void put_explained_markdown(cli_text *out, const cli_example *example, int32_t lang);

/* Shared parts. Calls `put_fact` with label and text of each fact about the rule: why it exists, its source and remedy,
 * its severity at each stage, and whether it can be waived. */
void put_rule_facts(cli_text *out, const hhp_rule *rule, int32_t lang,
                    void (*put_fact)(cli_text *out, const char *label, const char *words));

/* The heading of an example. */
void put_example_heading(cli_text *out, const hhp_rule *rule, int32_t which, int32_t lang);

/* The value of an argument, formatted by its kind; and the units that JSON has them in. */
void put_argument(cli_text *out, const hhp_finding *finding, size_t index, int32_t lang);
void put_units(cli_text *out, const hhp_finding *finding, int32_t lang);

/* yyyymmdd as an ISO date, without unknown parts. */
void put_date(cli_text *out, int64_t date);

#endif
