/* HP504: the period of the plan. */
#include <string.h>

#include "core/date.h"
#include "rules/check.h"

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

/* "2016-2020", with a hyphen or a dash between the years and blanks around it or not. */
static void S_label_years(const char *label, int32_t *first, int32_t *last) {
  int32_t from = hhp__date_parse(label, strnlen(label, 4));
  if (from == 0)
    return;
  const char *p = label + 4;
  p += strspn(p, " ");
  if (*p == '-')
    p++;
  else if (strncmp(p, "–", strlen("–")) == 0)
    p += strlen("–");
  else
    return;
  p += strspn(p, " ");
  int32_t to = hhp__date_parse(p, strlen(p));
  if (to == 0 || to % 10000 != 0)
    return;
  *first = from / 10000;
  *last = to / 10000;
}

void hhp__plan_years(const hhp_plan *plan, int32_t *first, int32_t *last) {
  const hhp_period *period = plan->period;
  int32_t from = 0;
  int32_t to = 0;
  if (period->label != NULL)
    S_label_years(period->label, &from, &to);
  *first = period->start != 0 ? period->start / 10000 : from;
  *last = period->end != 0 ? period->end / 10000 : to;
}
