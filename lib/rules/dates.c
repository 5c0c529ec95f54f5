/* HP511: years that cannot be meant, such as 0216 or 2204, are typing errors. */
#include <string.h>

#include "rules/context.h"
#include "rules/period.h"

enum {
  EARLIEST_YEAR = 1990,  /* well before the first of the schemes, of 2006 */
  MOST_YEARS_AFTER = 30, /* no goal, agreement or permission of a plan reaches so far */
  FIRST_YEAR = 1900,     /* range of the fields that hold a year */
  LAST_YEAR = 2199
};

/* Sets the reference year: the last of the plan or, if that is unknown or itself implausible, the last in which its
 * scheme makes commitments. Otherwise one typing error in the period would be reported at every other date. */
static void S_set_last_year(hhp__check *check) {
  const hhp_scheme *scheme = check->scheme;
  int32_t first, last;
  hhp__plan_years(check->plan, &first, &last);
  if (last == 0 && first != 0)
    last = first + (scheme->nominal_years == HHP_ABSENT ? 0 : scheme->nominal_years);
  if (last < EARLIEST_YEAR)
    last = 0;
  int is_doubtful = last == 0 || last > scheme->gives_to + MOST_YEARS_AFTER;
  check->is_last_year_of_scheme = scheme->gives_to != HHP_ABSENT && is_doubtful;
  check->last_year = check->is_last_year_of_scheme ? scheme->gives_to : last;
}

/* Returns 1 if the date was reported. */
static int S_check_date(hhp__check *check, hhp__spot spot, int32_t date) {
  int is_early = date / 10000 < EARLIEST_YEAR;
  int is_late = check->last_year != 0 && date / 10000 > check->last_year + MOST_YEARS_AFTER;
  if (date == 0 || (!is_early && !is_late))
    return 0;
  hhp__message message = is_early                        ? HHP__M_DATE_EARLY
                         : check->is_last_year_of_scheme ? HHP__M_DATE_LATE_FOR_SCHEME
                                                         : HHP__M_DATE_LATE;
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
  hhp__arg_date(finding, "actual", date);
  if (is_early) {
    hhp__arg_number(finding, "first_year", EARLIEST_YEAR);
    return 1;
  }
  hhp__arg_number(finding, "years", MOST_YEARS_AFTER);
  hhp__arg_number(finding, "last_year", check->last_year);
  if (check->is_last_year_of_scheme)
    hhp__arg_text(finding, "scheme", check->scheme->id, strlen(check->scheme->id));
  return 1;
}

static int S_is_year(const hhp__field *field) {
  return field->type == HHP__INT && field->low == FIRST_YEAR && field->high == LAST_YEAR;
}

static void S_check_dates(hhp__check *check, const hhp__object *object) {
  uint64_t dates = hhp__field_sets[HHP__FIELDS_DATES][object->entity];
  const hhp__field *field;
  while ((field = hhp__take_field(&dates, object->entity)) != NULL) {
    if (!hhp__is_given(object, field))
      continue;
    if (field->type == HHP__DATE)
      S_check_date(check, hhp__field_of(object, field), hhp__number_at(object, field));
    if (S_is_year(field))
      S_check_date(check, hhp__field_of(object, field), hhp__number_at(object, field) * 10000);
  }
}

void hhp__rule_date_implausible(hhp__check *check) {
  const hhp_period *period = check->plan->period;
  int32_t first, last;
  if (!hhp__is_on(check, HHP__M_DATE_EARLY))
    return;
  S_set_last_year(check);
  hhp__label_years(period->label, &first, &last);
  hhp__spot label = hhp__field_of(period, HHP__FIELD(period, label));
  if (!S_check_date(check, label, first * 10000))
    S_check_date(check, label, last * 10000);
  hhp__walk(check, check->root, S_check_dates);
}
