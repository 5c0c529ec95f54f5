/* Stretches of time, and the period of the plan. */
#ifndef HHP_RULES_PERIOD_H
#define HHP_RULES_PERIOD_H

#include "model/model.h"

/* From a day to a day, both of it. HHP__EVER_BEFORE and HHP__EVER_AFTER where that side is not known. */
typedef struct {
  int32_t first;
  int32_t last;
} hhp__span;

enum { HHP__EVER_BEFORE = 0, HHP__EVER_AFTER = INT32_MAX };

/* All the days that two dates may mean; an absent one (0) leaves its side open. */
hhp__span hhp__span_of(int32_t start, int32_t end);

/* Whether the start is certainly after the end. */
int hhp__is_backwards(int32_t start, int32_t end);

/* The years that a label says: "2016-2020", "2016 – 20"; 0 and 0 where it cannot be read. */
void hhp__label_years(const char *label, int32_t *first, int32_t *last);

/* Start and end of the plan: its dates, or else the years of its label; 0 where not known. Both are 0 where the end is
 * before the start (HP501), since nothing can be held against such a period. */
void hhp__plan_period(const hhp_plan *plan, int32_t *start, int32_t *end);

/* The same as years, and as days. */
void hhp__plan_years(const hhp_plan *plan, int32_t *first, int32_t *last);
hhp__span hhp__plan_span(const hhp_plan *plan);

#endif
