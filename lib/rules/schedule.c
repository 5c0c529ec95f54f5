/* HP501-HP510: periods and dates (HP511 is in dates.c). An inexact date may mean any of its days, and a rule reports
 * only what is wrong for all of them. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "rules/context.h"
#include "rules/period.h"

/* HP501: pairs of start and end. */
static const struct {
  uint8_t entity;
  size_t start, end; /* the fields */
} S_ranges[] = {
    {HHP__E_period, HHP__period_start, HHP__period_end},
    {HHP__E_activity, HHP__activity_start, HHP__activity_end},
    {HHP__E_agreement, HHP__agreement_valid_from, HHP__agreement_valid_to},
    {HHP__E_indicator_period, HHP__indicator_period_start, HHP__indicator_period_end},
};

static void S_check_range(hhp__check *check, const hhp__object *object, const hhp__field *start,
                          const hhp__field *end) {
  int32_t from = hhp__number_at(object, start);
  int32_t to = hhp__number_at(object, end);
  if (!hhp__is_backwards(from, to))
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_PERIOD_BACKWARDS, hhp__field_of(object, start));
  hhp__arg_date(finding, "from", from);
  hhp__arg_date(finding, "to", to);
  hhp__relate_to(check, finding, hhp__field_of(object, end));
}

static void S_check_ranges(hhp__check *check, const hhp__object *object) {
  const hhp__field *fields = hhp__entity_of(object)->fields;
  for (size_t i = 0; i < sizeof(S_ranges) / sizeof(S_ranges[0]); i++) {
    if (S_ranges[i].entity == object->entity)
      S_check_range(check, object, &fields[S_ranges[i].start], &fields[S_ranges[i].end]);
  }
}

void hhp__rule_period_order(hhp__check *check) {
  hhp__walk(check, check->root, S_check_ranges);
  const hhp_period *period = check->plan->period;
  int32_t first, last;
  hhp__label_years(period->label, &first, &last);
  if (first <= last)
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_PERIOD_BACKWARDS, hhp__field_of(period, HHP__FIELD(period, label)));
  hhp__arg_date(finding, "from", first * 10000);
  hhp__arg_date(finding, "to", last * 10000);
}

void hhp__rule_period_label_mismatch(hhp__check *check) {
  static const hhp__message messages[2][2] = {{HHP__M_LABEL_MISMATCH, HHP__M_LABEL_MISMATCH_END},
                                              {HHP__M_LABEL_MISMATCH_START, HHP__M_LABEL_MISMATCH}};
  const hhp_period *period = check->plan->period;
  int of_start, of_end;
  hhp__label_mismatch(period, &of_start, &of_end);
  if (!of_start && !of_end)
    return;
  hhp__spot spot = hhp__field_of(period, HHP__FIELD(period, label));
  hhp_finding *finding = hhp__find_at(check, messages[of_start][of_end], spot);
  hhp__arg_text(finding, "label", period->label, strlen(period->label));
  if (of_start) {
    hhp__arg_number(finding, "first_year", period->start / 10000);
    hhp__relate_to(check, finding, hhp__field_of(period, HHP__FIELD(period, start)));
  }
  if (of_end) {
    hhp__arg_number(finding, "last_year", period->end / 10000);
    hhp__relate_to(check, finding, hhp__field_of(period, HHP__FIELD(period, end)));
  }
}

/* The member that states the last day of the plan, or would. */
static hhp__spot S_end_spot(const hhp_plan *plan) {
  const hhp_period *period = plan->period;
  return hhp__field_of(period, period->end != 0 ? HHP__FIELD(period, end) : HHP__FIELD(period, label));
}

/* The earliest last day that an end may mean. A plan "to November 2021" may end with October, since a month or year
 * alone may be included or not. */
static int32_t S_earliest_end(int32_t end) {
  int32_t first = hhp__date_first(end);
  int32_t year = first / 10000, month = first / 100 % 100;
  if (hhp__date_is_exact(end))
    return end;
  return month == 1 ? hhp__month_end(year - 1, 12) : hhp__month_end(year, month - 1);
}

/* The plan that this one extends; NULL: none. An extension may have any length. */
static const hhp_continuation *S_extended(const hhp_plan *plan) {
  for (uint32_t i = 0; i < plan->continues.count; i++) {
    const hhp_continuation *earlier = plan->continues.items[i];
    if (earlier->how == HHP_CONTINUATION_HOW_EXTENSION)
      return earlier;
  }
  return NULL;
}

static hhp_finding *S_report_length(hhp__check *check, hhp__message message, int32_t start, int32_t end) {
  const hhp_continuation *earlier = S_extended(check->plan);
  hhp__spot spot = S_end_spot(check->plan);
  hhp_finding *finding = earlier != NULL ? hhp__find_info_at(check, HHP__M_PERIOD_LENGTH_EXTENDS, spot)
                                         : hhp__find_at(check, message, spot);
  hhp__arg_number(finding, "years", check->scheme->nominal_years);
  hhp__arg_date(finding, "from", start);
  hhp__arg_date(finding, "to", end);
  if (earlier == NULL)
    return finding;
  hhp__arg_text(finding, "title", earlier->title, strlen(earlier->title));
  hhp__relate_to(check, finding, hhp__whole(earlier));
  return finding;
}

/* Some possible first day and some possible last day must be exactly the scheme's years apart. A later first day
 * requires a later last day, so checking both ends of the start is enough. */
void hhp__rule_period_length(hhp__check *check) {
  int32_t years = check->scheme->nominal_years;
  int32_t start, end;
  hhp__plan_period(check->plan, &start, &end);
  if (years == HHP_ABSENT || start == 0 || end == 0 || hhp__is_period_doubtful(check->plan))
    return;
  int32_t earliest = hhp__date_years_later(hhp__date_first(start), years);
  int32_t latest = hhp__date_years_later(hhp__date_last(start), years);
  if (S_earliest_end(end) <= latest && earliest <= hhp__date_last(end))
    return;
  int is_day_known = hhp__date_is_exact(start) && hhp__date_exists(earliest);
  hhp__message message = is_day_known ? HHP__M_PERIOD_LENGTH_EXACT : HHP__M_PERIOD_LENGTH;
  hhp_finding *finding = S_report_length(check, message, start, end);
  if (is_day_known)
    hhp__arg_date(finding, "required", earliest);
}

void hhp__rule_dates_inexact(hhp__check *check) {
  const hhp_period *period = check->plan->period;
  const hhp__field *field = NULL;
  if (!hhp__date_is_exact(period->end))
    field = HHP__FIELD(period, end);
  if (!hhp__date_is_exact(period->start))
    field = HHP__FIELD(period, start);
  if (field == NULL)
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_PERIOD_INEXACT, hhp__field_of(period, field));
  hhp__arg_text(finding, "member", field->json, field->json_length);
}

/* The member that states the first day of the plan. */
static hhp__spot S_start_spot(const hhp_plan *plan) {
  const hhp_period *period = plan->period;
  return hhp__field_of(period, period->start != 0 ? HHP__FIELD(period, start) : HHP__FIELD(period, label));
}

void hhp__rule_prequalified_after_start(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  int32_t start, end;
  hhp__plan_period(plan, &start, &end);
  if (start == 0 || plan->prequalified_on == 0 || hhp__is_period_doubtful(plan) ||
      hhp__date_first(plan->prequalified_on) <= hhp__date_last(start))
    return;
  hhp__spot spot = hhp__field_of(plan, HHP__FIELD(plan, prequalified_on));
  hhp_finding *finding = hhp__find_at(check, HHP__M_PREQUALIFIED_LATE, spot);
  hhp__arg_date(finding, "actual", plan->prequalified_on);
  hhp__arg_date(finding, "start", start);
  hhp__relate_to(check, finding, S_start_spot(plan));
}

/* The messages of HP506 and HP507, by position of the dates. */
typedef struct {
  hhp__message wholly_before, wholly_after, before, after;
} S_outside;

/* The plan's period: in the form in which the plan states it, and as days. Parsed once: a label may be long. */
typedef struct {
  int32_t start, end; /* 0 if not known */
  hhp__span days;
} S_period;

static S_period S_period_of(const hhp_plan *plan) {
  S_period period;
  hhp__widest_period(plan, &period.start, &period.end);
  period.days = hhp__span_of(period.start, period.end);
  return period;
}

static void S_report_outside(hhp__check *check, hhp__message message, hhp__spot spot, const char *title,
                             const S_period *plan) {
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "title", title, strlen(title));
  hhp__arg_date(finding, "actual", hhp__number_at(spot.object, spot.field));
  if (plan->start != 0)
    hhp__arg_date(finding, "plan_start", plan->start);
  if (plan->end != 0)
    hhp__arg_date(finding, "plan_end", plan->end);
}

static int S_is_before(int32_t date, const S_period *plan) {
  return date != 0 && hhp__date_last(date) < plan->days.first;
}

static int S_is_after(int32_t date, const S_period *plan) {
  return date != 0 && hhp__date_first(date) > plan->days.last;
}

/* A span entirely outside is reported once, at its first date. Dates in the wrong order are reported by HP501 alone. */
static void S_check_outside(hhp__check *check, const S_outside *messages, const char *title, hhp__spot start,
                            hhp__spot end, const S_period *plan) {
  int32_t from = hhp__number_at(start.object, start.field);
  int32_t to = hhp__number_at(end.object, end.field);
  if (hhp__is_backwards(from, to))
    return;
  if (S_is_after(from, plan) || S_is_before(to, plan)) {
    hhp__message message = S_is_after(from, plan) ? messages->wholly_after : messages->wholly_before;
    S_report_outside(check, message, from != 0 ? start : end, title, plan);
    return;
  }
  if (S_is_before(from, plan))
    S_report_outside(check, messages->before, start, title, plan);
  if (S_is_after(to, plan))
    S_report_outside(check, messages->after, end, title, plan);
}

void hhp__rule_activity_outside_period(hhp__check *check) {
  static const S_outside messages = {HHP__M_ACTIVITY_WHOLLY_BEFORE, HHP__M_ACTIVITY_WHOLLY_AFTER,
                                     HHP__M_ACTIVITY_BEFORE, HHP__M_ACTIVITY_AFTER};
  S_period plan = S_period_of(check->plan);
  const hhp__list *activities = &check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp_activity *activity = activities->items[i];
    S_check_outside(check, &messages, activity->title, hhp__field_of(activity, HHP__FIELD(activity, start)),
                    hhp__field_of(activity, HHP__FIELD(activity, end)), &plan);
  }
}

void hhp__rule_agreement_outside_period(hhp__check *check) {
  static const S_outside messages = {HHP__M_AGREEMENT_WHOLLY_BEFORE, HHP__M_AGREEMENT_WHOLLY_AFTER,
                                     HHP__M_AGREEMENT_BEFORE, HHP__M_AGREEMENT_AFTER};
  S_period plan = S_period_of(check->plan);
  const hhp__list *agreements = &check->plan->agreements;
  for (uint32_t i = 0; i < agreements->count; i++) {
    const hhp_agreement *agreement = agreements->items[i];
    S_check_outside(check, &messages, agreement->title, hhp__field_of(agreement, HHP__FIELD(agreement, valid_from)),
                    hhp__field_of(agreement, HHP__FIELD(agreement, valid_to)), &plan);
  }
}

void hhp__rule_milestone_outside_period(hhp__check *check) {
  S_period plan = S_period_of(check->plan);
  const hhp__list *milestones = &check->plan->milestones;
  for (uint32_t i = 0; i < milestones->count; i++) {
    const hhp_milestone *milestone = milestones->items[i];
    hhp__spot due = hhp__field_of(milestone, HHP__FIELD(milestone, due));
    if (S_is_before(milestone->due, &plan))
      S_report_outside(check, HHP__M_MILESTONE_BEFORE, due, milestone->title, &plan);
    if (S_is_after(milestone->due, &plan))
      S_report_outside(check, HHP__M_MILESTONE_AFTER, due, milestone->title, &plan);
  }
}

static void S_report_years_without(hhp__check *check, int32_t first, int32_t last, const uint8_t *has) {
  hhp__spot spot = hhp__field_of(check->plan, HHP__FIELD(plan, milestones));
  for (int32_t year = first; year <= last; year++) {
    if (has[year - first])
      continue;
    hhp_finding *finding = hhp__find_at(check, HHP__M_YEAR_WITHOUT_MILESTONE, spot);
    hhp__arg_number(finding, "year", year);
  }
}

/* By calendar year, like the fund's milestones and reports. */
void hhp__rule_milestones_sparse(hhp__check *check) {
  const hhp__list *milestones = &check->plan->milestones;
  int32_t first, last;
  hhp__counted_years(check->plan, &first, &last);
  if (first == 0)
    return;
  if (milestones->count == 0) {
    hhp__find_at(check, HHP__M_NO_MILESTONES, hhp__field_of(check->plan, HHP__FIELD(plan, milestones)));
    return;
  }
  uint8_t *has = calloc((size_t)(last - first) + 1, 1);
  if (has == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  for (uint32_t i = 0; i < milestones->count; i++) {
    int32_t year = ((const hhp_milestone *)milestones->items[i])->due / 10000;
    if (year >= first && year <= last)
      has[year - first] = 1;
  }
  S_report_years_without(check, first, last, has);
  free(has);
}

/* The fund commits some time before a plan begins: a plan prequalified late in the last year of a scheme begins in
 * the next. Without the date of prequalification, one year is allowed. */
enum { YEARS_TO_BEGIN = 1 };

void hhp__rule_scheme_period_mismatch(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  const hhp_scheme *scheme = check->scheme;
  int32_t start, end;
  hhp__plan_period(plan, &start, &end);
  int is_prequalified = plan->prequalified_on != 0;
  int32_t year = (is_prequalified ? plan->prequalified_on : start) / 10000;
  int is_before = scheme->gives_from != HHP_ABSENT && year < scheme->gives_from;
  int32_t last = scheme->gives_to + (is_prequalified || scheme->gives_to == HHP_ABSENT ? 0 : YEARS_TO_BEGIN);
  int is_after = scheme->gives_to != HHP_ABSENT && year > last;
  int is_doubtful = !is_prequalified && hhp__is_period_doubtful(plan);
  if (year == 0 || is_doubtful || (!is_before && !is_after))
    return;
  hhp__spot spot = is_prequalified ? hhp__field_of(plan, HHP__FIELD(plan, prequalified_on)) : S_start_spot(plan);
  static const hhp__message messages[2][2] = {{HHP__M_SCHEME_STARTED, HHP__M_SCHEME_STARTED_LATE},
                                              {HHP__M_SCHEME_PREQUALIFIED, HHP__M_SCHEME_PREQUALIFIED_LATE}};
  hhp_finding *finding = hhp__find_at(check, messages[is_prequalified][is_after], spot);
  hhp__arg_number(finding, "year", year);
  hhp__arg_text(finding, "scheme", scheme->id, strlen(scheme->id));
  if (scheme->gives_from != HHP_ABSENT)
    hhp__arg_number(finding, "first_year", scheme->gives_from);
  if (scheme->gives_to != HHP_ABSENT)
    hhp__arg_number(finding, "last_year", scheme->gives_to);
}
