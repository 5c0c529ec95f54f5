/* The plan of init: a template with what the options and the scheme determine. */
#ifndef CLI_NEW_PLAN_H
#define CLI_NEW_PLAN_H

#include <helhedsplan/helhedsplan.h>

typedef struct cli_new_plan {
  const hhp_scheme *scheme;
  const char *title, *area, *id; /* NULL: not given */
  const char *municipality;      /* its code; NULL: not given */
  int32_t start;                 /* the first day; 0: not known */
  int64_t frame;                 /* kroner; HHP_ABSENT: not known */
  int32_t lang;                  /* of the plan */
} cli_new_plan;

/* Creates the plan, which the caller frees whatever the result. It is a draft without errors and warnings, unless
 * the start is outside the scheme's years. Returns HHP_OK; HHP_ERR_ID, HHP_ERR_UTF8 or HHP_ERR_DATE for invalid
 * values, HHP_ERR_RANGE if the ceiling is too large, HHP_ERR_OVERFLOW if the plan would end after the year 9999;
 * HHP_ERR_NOMEM. */
hhp_status new_plan_build(hhp_plan **plan, const cli_new_plan *wanted);

/* The prefix of the texts to be replaced in the templates; HP116 recognises it. */
const char *new_plan_mark(int32_t lang);

#endif
