/* The goals of a plan, by focus area and by strategy. */
#ifndef CLI_GOAL_TABLE_H
#define CLI_GOAL_TABLE_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

void put_goals(cli_text *out, const hhp_plan *plan, int32_t lang);

#endif
