/* Spans of days, and the period of the plan. */
#ifndef HHP_RULES_PERIOD_H
#define HHP_RULES_PERIOD_H

#include "model/model.h"

/* From a day to a day, both included. HHP__EVER_BEFORE and HHP__EVER_AFTER if that side is not known. */
typedef struct {
  int32_t first;
  int32_t last;
} hhp__span;

enum { HHP__EVER_BEFORE = 0, HHP__EVER_AFTER = INT32_MAX };

/* All the days that two dates may mean; an absent one (0) leaves its side open. */
hhp__span hhp__span_of(int32_t start, int32_t end);

/* Whether the start is certainly after the end. */
int hhp__is_backwards(int32_t start, int32_t end);

/* The years that a label states: "2016-2020", "2016 – 20"; 0 and 0 if it cannot be parsed. */
void hhp__label_years(const char *label, int32_t *first, int32_t *last);

/* Start and end of the plan: its dates, or otherwise the years of its label; 0 if not known. Both are 0 if the end
 * is before the start (HP501), since nothing can be compared with such a period. */
void hhp__plan_period(const hhp_plan *plan, int32_t *start, int32_t *end);

/* Whether the start, and the end, is in another year than the label states (HP502). Then it is not known which is
 * meant. */
void hhp__label_mismatch(const hhp_period *period, int *of_start, int *of_end);
int hhp__is_period_doubtful(const hhp_plan *plan);

/* The same, but if label and dates do not agree, the earlier start and the later end of the two. In the form in which
 * the plan states them, so that a message gives a year as a year. */
void hhp__widest_period(const hhp_plan *plan, int32_t *start, int32_t *end);

/* All days, and all years, that may be meant: if label and dates do not agree, those of both. */
hhp__span hhp__plan_span(const hhp_plan *plan);
void hhp__plan_years(const hhp_plan *plan, int32_t *first, int32_t *last);

/* The years for rules that iterate over them. 0 and 0 if they are not known, doubtful (HP502), or more than any plan
 * has (HP503). */
void hhp__counted_years(const hhp_plan *plan, int32_t *first, int32_t *last);

#endif
