/* The period of the plan, from its dates or otherwise its label. */
#include "rules/period.h"

#include <string.h>

#include "base/characters.h"
#include "base/date.h"
#include "base/utf8.h"

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

static size_t S_blanks(const char *p) {
  const char *start = p;
  for (;;) {
    size_t length = hhp__utf8_length(p, strnlen(p, 4));
    if (length == 0 || !hhp__is_blank(hhp__utf8_read(p, length)))
      return (size_t)(p - start);
    p += length;
  }
}

/* Skips the dash between two years, of any kind, with or without blanks around it. */
static const char *S_skip_dash(const char *p) {
  static const char *const dashes[] = {"-", "–", "—", "/"};
  p += S_blanks(p);
  for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
    size_t length = strlen(dashes[i]);
    if (strncmp(p, dashes[i], length) == 0)
      return p + length + S_blanks(p + length);
  }
  return NULL;
}

/* The year meant by the two digits at p, after another year: in the same century, or in the next if that is far too
 * early. 0 for 01 to 12, which may be a month. */
static int32_t S_short_year(const char *p, int32_t first) {
  int32_t digits = (p[0] - '0') * 10 + (p[1] - '0');
  int32_t year = first - first % 100 + digits;
  if (digits <= 12)
    return 0;
  return year < first - 50 ? year + 100 : year;
}

/* The year after the dash, followed only by blanks; or 0. */
static int32_t S_second_year(const char *p, int32_t first) {
  size_t digits = strspn(p, "0123456789");
  if (p[digits + S_blanks(p + digits)] != '\0')
    return 0;
  if (digits == 4)
    return hhp__date_parse(p, 4) / 10000;
  return digits == 2 ? S_short_year(p, first) : 0;
}

void hhp__label_years(const char *label, int32_t *first, int32_t *last) {
  *first = *last = 0;
  if (label == NULL)
    return;
  label += S_blanks(label);
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

void hhp__label_mismatch(const hhp_period *period, int *of_start, int *of_end) {
  int32_t first, last;
  hhp__label_years(period->label, &first, &last);
  int can_be_held = first != 0 && first <= last && !hhp__is_backwards(period->start, period->end);
  *of_start = can_be_held && period->start != 0 && period->start / 10000 != first;
  *of_end = can_be_held && period->end != 0 && period->end / 10000 != last;
}

int hhp__is_period_doubtful(const hhp_plan *plan) {
  int of_start, of_end;
  hhp__label_mismatch(plan->period, &of_start, &of_end);
  return of_start || of_end;
}

void hhp__widest_period(const hhp_plan *plan, int32_t *start, int32_t *end) {
  int32_t first, last;
  hhp__plan_period(plan, start, end);
  if (!hhp__is_period_doubtful(plan))
    return;
  hhp__label_years(plan->period->label, &first, &last);
  if (*start != 0 && hhp__date_first(first * 10000) < hhp__date_first(*start))
    *start = first * 10000;
  if (*end != 0 && hhp__date_last(last * 10000) > hhp__date_last(*end))
    *end = last * 10000;
}

hhp__span hhp__plan_span(const hhp_plan *plan) {
  int32_t start, end;
  hhp__widest_period(plan, &start, &end);
  return hhp__span_of(start, end);
}

void hhp__plan_years(const hhp_plan *plan, int32_t *first, int32_t *last) {
  hhp__span span = hhp__plan_span(plan);
  *first = span.first == HHP__EVER_BEFORE ? 0 : span.first / 10000;
  *last = span.last == HHP__EVER_AFTER ? 0 : span.last / 10000;
}

enum { MOST_YEARS = 20 }; /* as many as a scheme can ask for */

void hhp__counted_years(const hhp_plan *plan, int32_t *first, int32_t *last) {
  hhp__span span = hhp__plan_span(plan);
  hhp__plan_years(plan, first, last);
  int is_known = *first != 0 && *last != 0;
  if (!is_known || span.last > hhp__date_years_later(span.first, MOST_YEARS) || hhp__is_period_doubtful(plan))
    *first = *last = 0;
}
