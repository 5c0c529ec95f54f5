/* HP602-HP606: indicators that can be measured, and the annual reports. (HP601 is in goals.c.) */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/forms.h"
#include "rules/context.h"
#include "rules/period.h"

static hhp_finding *S_report_indicator(hhp__check *check, hhp__message message, const hhp_indicator *indicator,
                                       hhp__spot spot) {
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "title", indicator->title, strlen(indicator->title));
  hhp__arg_text(finding, "indicator", indicator->id, strlen(indicator->id));
  return finding;
}

static int S_has_target(const hhp_indicator *indicator) {
  for (uint32_t i = 0; i < indicator->periods.count; i++) {
    if (((const hhp_indicator_period *)indicator->periods.items[i])->target != NULL)
      return 1;
  }
  return 0;
}

/* A qualitative indicator needs no baseline. */
void hhp__rule_indicator_incomplete(hhp__check *check) {
  const hhp__list *indicators = &check->plan->indicators;
  for (uint32_t i = 0; i < indicators->count; i++) {
    const hhp_indicator *indicator = indicators->items[i];
    int has_baseline = indicator->baseline->value != NULL;
    int has_target = S_has_target(indicator);
    if (hhp_indicator_measure(indicator) == HHP_MEASURE_QUALITATIVE || (has_baseline && has_target))
      continue;
    hhp__message message = has_target     ? HHP__M_INDICATOR_BASELINE
                           : has_baseline ? HHP__M_INDICATOR_TARGET
                                          : HHP__M_INDICATOR_BOTH;
    S_report_indicator(check, message, indicator, hhp__whole(indicator));
  }
}

/* With a decimal comma in Danish. */
static void S_arg_decimal(hhp_finding *finding, const char *name, const char *value) {
  enum { LONGEST_DECIMAL = 20 };
  char danish[LONGEST_DECIMAL + 1];
  size_t length = strlen(value);
  for (size_t i = 0; i <= length && length <= LONGEST_DECIMAL; i++)
    danish[i] = (char)(value[i] == '.' ? ',' : value[i]);
  hhp__arg_new_word(finding, name, (hhp__word){value, {length <= LONGEST_DECIMAL ? danish : value, value}});
}

static void S_check_target(hhp__check *check, const hhp_indicator *indicator, const hhp_indicator_period *period) {
  const hhp_baseline *baseline = indicator->baseline;
  if (period->target == NULL)
    return;
  int64_t target = hhp__decimal_units(period->target);
  int64_t start = hhp__decimal_units(baseline->value);
  int is_ascending = hhp_indicator_ascending(indicator);
  if (is_ascending ? target >= start : target <= start)
    return;
  hhp__message message = is_ascending ? HHP__M_TARGET_BELOW : HHP__M_TARGET_ABOVE;
  hhp__spot spot = hhp__field_of(period, HHP__FIELD(indicator_period, target));
  hhp_finding *finding = S_report_indicator(check, message, indicator, spot);
  S_arg_decimal(finding, "target", period->target);
  S_arg_decimal(finding, "baseline", baseline->value);
  hhp__relate_to(check, finding, hhp__field_of(baseline, HHP__FIELD(baseline, value)));
}

enum { LOWEST_PERCENT = 0, HIGHEST_PERCENT = 100, UNITS = 10000 /* in one, of hhp__decimal_units() */ };

/* What is not stated is not out of range. */
static int S_is_percent(const char *value) {
  if (value == NULL)
    return 1;
  int64_t units = hhp__decimal_units(value);
  return units >= LOWEST_PERCENT * UNITS && units <= HIGHEST_PERCENT * UNITS;
}

static void S_check_percent(hhp__check *check, const hhp_indicator *indicator, hhp__spot spot) {
  const char *value = hhp__text_at(spot.object, spot.field);
  if (S_is_percent(value))
    return;
  hhp_finding *finding = S_report_indicator(check, HHP__M_PERCENT_OUTSIDE, indicator, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
  S_arg_decimal(finding, "value", value);
  hhp__arg_number(finding, "lowest", LOWEST_PERCENT);
  hhp__arg_number(finding, "highest", HIGHEST_PERCENT);
}

/* If a percentage is out of range, the direction is not reported. */
static void S_check_period(hhp__check *check, const hhp_indicator *indicator, const hhp_indicator_period *period) {
  const char *start = indicator->baseline->value;
  int is_measured_in_percent = hhp_indicator_measure(indicator) == HHP_MEASURE_PERCENT;
  if (is_measured_in_percent) {
    S_check_percent(check, indicator, hhp__field_of(period, HHP__FIELD(indicator_period, target)));
    S_check_percent(check, indicator, hhp__field_of(period, HHP__FIELD(indicator_period, actual)));
  }
  int are_comparable = !is_measured_in_percent || (S_is_percent(start) && S_is_percent(period->target));
  if (start != NULL && are_comparable)
    S_check_target(check, indicator, period);
}

void hhp__rule_indicator_direction(hhp__check *check) {
  const hhp__list *indicators = &check->plan->indicators;
  for (uint32_t i = 0; i < indicators->count; i++) {
    const hhp_indicator *indicator = indicators->items[i];
    if (hhp_indicator_measure(indicator) == HHP_MEASURE_PERCENT)
      S_check_percent(check, indicator, hhp__field_of(indicator->baseline, HHP__FIELD(baseline, value)));
    for (uint32_t k = 0; k < indicator->periods.count; k++)
      S_check_period(check, indicator, indicator->periods.items[k]);
  }
}

/* The last day for the report on a year. */
static int32_t S_due(const hhp__check *check, int32_t year) {
  return hhp__month_end(year, 12 + check->scheme->annual_report_months);
}

static void S_report_missing(hhp__check *check, int32_t year) {
  int32_t due = S_due(check, year);
  hhp__message message = check->today > due ? HHP__M_REPORT_OVERDUE : HHP__M_REPORT_MISSING;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(check->plan, HHP__FIELD(plan, reports)));
  hhp__arg_number(finding, "year", year);
  hhp__arg_date(finding, "due", due);
}

static void S_report_ahead(hhp__check *check, const hhp_annual_report *report) {
  hhp__spot spot = hhp__field_of(report, HHP__FIELD(annual_report, submitted_on));
  hhp_finding *finding = hhp__find_at(check, HHP__M_REPORT_AHEAD, spot);
  hhp__arg_number(finding, "year", report->year);
  hhp__arg_date(finding, "due", S_due(check, report->year));
  hhp__arg_date(finding, "actual", report->submitted_on);
}

/* The report of a year that is submitted, else the first whose date is still to come; NULL if there is none. */
static const hhp_annual_report *S_report_of(const hhp__check *check, int32_t year) {
  const hhp__list *reports = &check->plan->reports;
  const hhp_annual_report *found = NULL;
  for (uint32_t i = 0; i < reports->count; i++) {
    const hhp_annual_report *report = reports->items[i];
    if (report->year == year && !hhp__is_ahead(check, report->submitted_on))
      return report;
    if (report->year == year && found == NULL)
      found = report;
  }
  return found;
}

/* Requires a report for every year that is over; none is, if today is not given. Whether it is overdue affects only
 * the message. */
void hhp__rule_annual_report_missing(hhp__check *check) {
  int32_t first, last;
  hhp__counted_years(check->plan, &first, &last);
  if (check->scheme->annual_report_months == HHP_ABSENT || first == 0)
    return;
  int32_t over = check->today / 10000 - 1; /* the last year that is over */
  for (int32_t year = first; year <= last && year <= over; year++) {
    const hhp_annual_report *report = S_report_of(check, year);
    if (report == NULL)
      S_report_missing(check, year);
    else if (hhp__is_ahead(check, report->submitted_on))
      S_report_ahead(check, report);
  }
}

/* A report whose date is still to come is not late, but missing. */
void hhp__rule_annual_report_late(hhp__check *check) {
  const hhp__list *reports = &check->plan->reports;
  for (uint32_t i = 0; i < reports->count && check->scheme->annual_report_months != HHP_ABSENT; i++) {
    const hhp_annual_report *report = reports->items[i];
    int32_t due = S_due(check, report->year);
    if (report->submitted_on == 0 || hhp__date_first(report->submitted_on) <= due)
      continue;
    if (hhp__is_ahead(check, report->submitted_on))
      continue;
    hhp__spot spot = hhp__field_of(report, HHP__FIELD(annual_report, submitted_on));
    hhp_finding *finding = hhp__find_at(check, HHP__M_REPORT_LATE, spot);
    hhp__arg_number(finding, "year", report->year);
    hhp__arg_date(finding, "due", due);
    hhp__arg_date(finding, "actual", report->submitted_on);
  }
}

/* When the plan may end, as stated: by its dates, and by its label if the two differ (HP502). 0: not known. */
typedef struct {
  int32_t of_dates, of_label;
} S_ends;

static S_ends S_ends_of(const hhp_plan *plan) {
  int32_t start, first;
  S_ends ends = {0};
  hhp__plan_period(plan, &start, &ends.of_dates);
  if (!hhp__is_period_doubtful(plan))
    return ends;
  hhp__label_years(plan->period->label, &first, &ends.of_label);
  ends.of_label *= 10000;
  return ends;
}

static void S_lower(int32_t *day, int32_t year, int32_t end) {
  if (end / 10000 == year && hhp__date_first(end) < *day)
    *day = hhp__date_first(end);
}

/* The first day that may be the last one that the report of a year covers: that of the plan if it may end in that
 * year. */
static int32_t S_last_day_of(int32_t year, S_ends plan) {
  int32_t day = hhp__month_end(year, 12);
  S_lower(&day, year, plan.of_dates);
  S_lower(&day, year, plan.of_label);
  return day;
}

/* Reported only if all days that the dates may mean are too early. A scheme may require the report by the end of the
 * year itself. */
static void S_check_early(hhp__check *check, const hhp_annual_report *report, S_ends plan) {
  int is_due_by_then = check->scheme->annual_report_months == 0;
  if (report->submitted_on == 0 || is_due_by_then ||
      hhp__date_last(report->submitted_on) > S_last_day_of(report->year, plan))
    return;
  hhp__spot spot = hhp__field_of(report, HHP__FIELD(annual_report, submitted_on));
  hhp_finding *finding = hhp__find_at(check, HHP__M_REPORT_EARLY, spot);
  hhp__arg_number(finding, "year", report->year);
  hhp__arg_date(finding, "actual", report->submitted_on);
}

enum { FIRST_YEAR = 1900, YEARS = 300 }; /* range of a report's year */

void hhp__rule_annual_report_implausible(hhp__check *check) {
  const hhp__list *reports = &check->plan->reports;
  const hhp_annual_report *firsts[YEARS] = {0};
  S_ends plan = S_ends_of(check->plan);
  for (uint32_t i = 0; i < reports->count; i++) {
    const hhp_annual_report *report = reports->items[i];
    const hhp_annual_report **first = &firsts[report->year - FIRST_YEAR];
    if (*first == NULL) {
      *first = report;
    } else {
      hhp__spot spot = hhp__field_of(report, HHP__FIELD(annual_report, year));
      hhp_finding *finding = hhp__find_at(check, HHP__M_REPORT_TWICE, spot);
      hhp__arg_number(finding, "year", report->year);
      hhp__relate_to(check, finding, hhp__field_of(*first, HHP__FIELD(annual_report, year)));
    }
    S_check_early(check, report, plan);
  }
}
