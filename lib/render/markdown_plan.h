/* The parts of the Markdown page about the plan: its money, and its diagrams, which GitHub and GitLab draw. */
#ifndef HHP_RENDER_MARKDOWN_PLAN_H
#define HHP_RENDER_MARKDOWN_PLAN_H

#include "base/buffer.h"
#include "report/plan_summary.h"

/* The table of financing, and a pie chart of its sources. */
void hhp__put_financing(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang);

/* The timeline of the activities. */
void hhp__put_activities(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang);

#endif
