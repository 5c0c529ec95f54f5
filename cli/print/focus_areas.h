/* The focus areas of a plan, with their activities. */
#ifndef CLI_FOCUS_AREAS_H
#define CLI_FOCUS_AREAS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

/* Focus areas past this limit are only counted. The schemes have at most 7. */
enum { MOST_AREAS = 26 };

void put_focus_areas(cli_text *out, const hhp_plan *plan, int32_t lang);

/* Whether an activity belongs to a focus area; for NULL, to none at all. */
int activity_is_in(const hhp_activity *activity, const hhp_focus_area *area);

#endif
