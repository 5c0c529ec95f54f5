/* Explaining a rule by its example. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "example_lines.h"

/* The whole explanation, for a terminal and for a page. */
void put_explained(cli_text *out, const cli_example *example, int32_t lang);
void put_explained_markdown(cli_text *out, const cli_example *example, int32_t lang);

/* What both say. How severe a rule is at each stage; whether it can be waived or weighed differently. */
void put_severities(cli_text *out, const hhp_rule *rule, int32_t lang);
void put_leave(cli_text *out, const hhp_rule *rule, int32_t lang);

/* What stands above an example. */
void put_example_heading(cli_text *out, const hhp_rule *rule, int32_t which, int32_t lang);

/* An argument of a finding as its kind asks; and how a program gets those that are written for people here. */
void put_argument(cli_text *out, const hhp_finding *finding, size_t index, int32_t lang);
void put_units(cli_text *out, const hhp_finding *finding, int32_t lang);

/* yyyymmdd as an ISO date, without the parts that are not known. */
void put_date(cli_text *out, int64_t date);

#endif
