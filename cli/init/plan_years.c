/* First and last year, and last day, of a new plan. */
#include "cli/init/plan_years.h"

enum { USUAL_YEARS = 4, LAST_YEAR = 9999 };

/* The last day of `years` years from `start`: the day before the same day, or before 1 March if there is no
 * 29 February. */
static int32_t S_last_day(int32_t start, int32_t years) {
  static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int32_t year = start / 10000 + years, month = start / 100 % 100, day = start % 100;
  int32_t is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > 1)
    return year * 10000 + month * 100 + day - 1;
  if (month == 1)
    return (year - 1) * 10000 + 1231;
  return year * 10000 + (month - 1) * 100 + lengths[month - 2] + (month == 3 && is_leap);
}

hhp_status plan_years_find(cli_plan_years *into, const hhp_scheme *scheme, int32_t start) {
  int32_t years = hhp_scheme_nominal_years(scheme), first = hhp_scheme_gives_to(scheme);
  *into = (cli_plan_years){0};
  if (years == HHP_ABSENT)
    years = USUAL_YEARS;
  if (first == HHP_ABSENT)
    first = hhp_scheme_gives_from(scheme);
  if (start != 0)
    first = start / 10000;
  if (first == HHP_ABSENT)
    return HHP_OK;
  int32_t last_day = start == 0 ? 0 : S_last_day(start, years);
  int32_t last = start == 0 ? first + years - 1 : last_day / 10000;
  if (last > LAST_YEAR)
    return start == 0 ? HHP_OK : HHP_ERR_OVERFLOW;
  *into = (cli_plan_years){first, last, last_day};
  return HHP_OK;
}
