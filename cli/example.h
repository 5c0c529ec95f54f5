/* A new plan for a scheme, by example. */
#ifndef CLI_EXAMPLE_H
#define CLI_EXAMPLE_H

#include <helhedsplan/helhedsplan.h>

typedef struct cli_example {
  const hhp_scheme *scheme;
  const char *title, *area, *id; /* NULL: none was asked for */
  const char *municipality;      /* its code; NULL: none was asked for */
  int32_t start;                 /* the first day; 0: not known */
  int64_t frame;                 /* kroner; HHP_ABSENT: not known */
  int32_t lang;                  /* of the plan */
} cli_example;

/* Makes the plan, which is to be freed whatever this returns. It is a draft without errors and warnings, unless a start
 * was asked for outside the scheme's years. Returns HHP_OK; HHP_ERR_ID, HHP_ERR_UTF8 or HHP_ERR_DATE for what was asked
 * for, HHP_ERR_RANGE for too large a frame, HHP_ERR_OVERFLOW where the plan would end after the last year that there is;
 * HHP_ERR_NOMEM. */
hhp_status example_new(hhp_plan **plan, const cli_example *wanted);

#endif
