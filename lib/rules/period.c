/* The period of the plan, from its dates or else its label. */
#include "rules/period.h"

#include <string.h>

#include "core/date.h"

hhp__span hhp__span_of(int32_t start, int32_t end) {
  hhp__span span = {HHP__EVER_BEFORE, HHP__EVER_AFTER};
  if (start != 0)
    span.first = hhp__date_first(start);
  if (end != 0)
    span.last = hhp__date_last(end);
  return span;
}

int hhp__is_backwards(int32_t start, int32_t end) {
  return start != 0 && end != 0 && hhp__date_first(start) > hhp__date_last(end);
}

/* The dash between two years, whichever is used, with blanks around it or not. */
static const char *S_skip_dash(const char *p) {
  static const char *const dashes[] = {"-", "–", "—", "/"};
  p += strspn(p, " ");
  for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
    size_t length = strlen(dashes[i]);
    if (strncmp(p, dashes[i], length) == 0)
      return p + length + strspn(p + length, " ");
  }
  return NULL;
}

/* The year behind the dash, or 0. Of two digits, 01 to 12 may be a month, and so say nothing. */
static int32_t S_second_year(const char *p, int32_t first) {
  size_t length = strlen(p);
  while (length > 0 && p[length - 1] == ' ')
    length--;
  if (length == 4)
    return hhp__date_parse(p, 4) / 10000;
  if (length != 2 || p[0] < '0' || p[0] > '9' || p[1] < '0' || p[1] > '9')
    return 0;
  int32_t year = (p[0] - '0') * 10 + (p[1] - '0');
  return year > 12 ? first - first % 100 + year : 0;
}

void hhp__label_years(const char *label, int32_t *first, int32_t *last) {
  *first = *last = 0;
  if (label == NULL)
    return;
  label += strspn(label, " ");
  int32_t from = hhp__date_parse(label, strnlen(label, 4)) / 10000;
  const char *rest = from == 0 ? NULL : S_skip_dash(label + 4);
  int32_t to = rest == NULL ? 0 : S_second_year(rest, from);
  if (to == 0)
    return;
  *first = from;
  *last = to;
}

void hhp__plan_period(const hhp_plan *plan, int32_t *start, int32_t *end) {
  int32_t first, last;
  hhp__label_years(plan->period->label, &first, &last);
  if (first > last)
    first = last = 0;
  *start = plan->period->start != 0 ? plan->period->start : first * 10000;
  *end = plan->period->end != 0 ? plan->period->end : last * 10000;
  if (hhp__is_backwards(*start, *end))
    *start = *end = 0;
}

void hhp__plan_years(const hhp_plan *plan, int32_t *first, int32_t *last) {
  hhp__plan_period(plan, first, last);
  *first /= 10000;
  *last /= 10000;
}

hhp__span hhp__plan_span(const hhp_plan *plan) {
  int32_t start, end;
  hhp__plan_period(plan, &start, &end);
  return hhp__span_of(start, end);
}
