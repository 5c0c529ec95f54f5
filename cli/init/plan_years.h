/* When a new plan begins and ends. */
#ifndef CLI_PLAN_YEARS_H
#define CLI_PLAN_YEARS_H

#include <helhedsplan/helhedsplan.h>

typedef struct cli_plan_years {
  int32_t first, last; /* years; 0: not known */
  int32_t last_day;    /* 0: not known */
} cli_plan_years;

/* Counts the scheme's years from `start`, a valid date; if it is 0, from the scheme's last year of commitments. Returns
 * HHP_OK, or HHP_ERR_OVERFLOW if a plan from `start` would end after the year 9999. */
hhp_status plan_years_find(cli_plan_years *into, const hhp_scheme *scheme, int32_t start);

#endif
