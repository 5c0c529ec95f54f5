/* Who serves what in a plan: focus areas with their activities, and goals by focus area and by strategy. */
#ifndef CLI_COVERAGE_H
#define CLI_COVERAGE_H

#include <helhedsplan/helhedsplan.h>

#include "text.h"

/* More are only counted. The fund has had 7 focus areas at most. */
enum { MOST_AREAS = 26, MOST_STRATEGIES = 25 };

void put_coverage(cli_text *out, const hhp_plan *plan, int32_t lang);

/* The tables of goals alone. */
void put_goals(cli_text *out, const hhp_plan *plan, int32_t lang);

/* Whether an activity belongs to a focus area; to none at all, for NULL. */
int activity_is_in(const hhp_activity *activity, const hhp_focus_area *area);

#endif
