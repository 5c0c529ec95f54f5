/* Copies what a report keeps of its plan. */
#include "report/plan_summary.h"

#include <string.h>

#include <helhedsplan/municipality.h>

#include "base/characters.h"
#include "base/date.h"
#include "base/utf8.h"
#include "rules/check.h"

enum { LONGEST = 1024 }; /* bytes; formats show 200 characters of a title, and cut it if there are more: up to 804 */

static const char *S_copy_shortened(hhp_report *report, const char *text) {
  if (hhp__is_blank_text(text))
    return NULL;
  size_t length = hhp__utf8_truncated_length(text, strnlen(text, LONGEST + 1), LONGEST);
  const char *copy = hhp__arena_text(&report->arena, text, length);
  if (copy == NULL)
    report->has_failed = 1;
  return copy;
}

/* An inexact date means all its days. */
static void S_add_activity(hhp_report *report, hhp__plan_summary *summary, const hhp_activity *activity) {
  if (activity->start == 0 || activity->end == 0)
    return;
  int32_t start = hhp__date_first(activity->start), end = hhp__date_last(activity->end);
  if (start > end)
    return;
  if (summary->dated < HHP__MOST_ACTIVITIES)
    summary->first[summary->dated] = (hhp__dated){S_copy_shortened(report, activity->title), start, end};
  summary->dated++;
}

static void S_add_money(hhp__plan_summary *summary, const hhp__check *check) {
  const hhp__sums *sums = &check->sums;
  const hhp_scheme *scheme = check->scheme;
  summary->has_scheme = scheme != NULL;
  summary->has_money = !sums->has_overflowed && (sums->has_grant || sums->contributions > 0 ||
                                                 sums->stated_total != HHP_ABSENT || sums->frame != HHP_ABSENT);
  if (!summary->has_money)
    return;
  hhp__requirement requirement = {0};
  if (scheme != NULL)
    requirement = (hhp__requirement){scheme->min_local_bp, scheme->base};
  hhp__calculate_cofinancing(sums, scheme == NULL ? NULL : &requirement, &summary->money);
}

void hhp__summarize_plan(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  hhp__plan_summary *summary = hhp__arena_new(&check->report->arena, sizeof(*summary));
  if (summary == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  summary->title = S_copy_shortened(check->report, plan->title);
  summary->label = S_copy_shortened(check->report, plan->period->label);
  summary->start = plan->period->start;
  summary->end = plan->period->end;
  summary->municipality = hhp_municipality_code(hhp_municipality_name(plan->municipality_code));
  if (check->scheme != NULL) {
    summary->scheme_title.da = S_copy_shortened(check->report, check->scheme->title_da);
    summary->scheme_title.en = S_copy_shortened(check->report, check->scheme->title_en);
  }
  S_add_money(summary, check);
  summary->activities = plan->activities.count;
  for (uint32_t i = 0; i < plan->activities.count; i++)
    S_add_activity(check->report, summary, plan->activities.items[i]);
  check->report->summary = summary;
}
