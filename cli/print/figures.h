/* The figures of co-financing, as a table and as JSON. */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

/* A table: the figures as given and, if the requirement is not met, with the total or the grant kept. */
void put_figures(cli_text *out, const hhp_cofinancing_result *result, int32_t lang);

/* "helhedsplan-cofinancing/1": every member of the result by name. */
void put_figures_json(cli_text *out, const hhp_cofinancing_result *result);

#endif
