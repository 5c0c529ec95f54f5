/* Coverage of a plan: focus areas with their activities, and goals by focus area and by strategy. */
#ifndef CLI_FOCUS_AREAS_H
#define CLI_FOCUS_AREAS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

/* Items past these limits are only counted. The schemes have at most 7 focus areas. */
enum { MOST_AREAS = 26, MOST_STRATEGIES = 25 };

void put_coverage(cli_text *out, const hhp_plan *plan, int32_t lang);

/* The tables of goals alone. */
void put_goals(cli_text *out, const hhp_plan *plan, int32_t lang);

/* Whether an activity belongs to a focus area; for NULL, to none at all. */
int activity_is_in(const hhp_activity *activity, const hhp_focus_area *area);

#endif
