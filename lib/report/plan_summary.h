/* What the Markdown page shows of the plan itself. A report outlives its plan, so it stores this: title, period, money,
 * and the activities for a timeline. */
#ifndef HHP_REPORT_PLAN_SUMMARY_H
#define HHP_REPORT_PLAN_SUMMARY_H

#include <helhedsplan/cofinancing.h>

#include "base/phrase.h"
#include "report/finding.h"

enum { HHP__MOST_ACTIVITIES = 40 };

/* An activity with both dates. Titles are truncated. */
typedef struct {
  const char *title; /* NULL: none */
  int32_t start;     /* yyyymmdd, exact, start not after end */
  int32_t end;
} hhp__dated;

struct hhp__plan_summary {
  const char *title; /* NULL: none */
  const char *label; /* of the period; NULL: none */
  int32_t start;     /* of the period, as given; 0: absent */
  int32_t end;
  const char *municipality; /* its code in three digits; NULL: absent or unknown */
  hhp__phrase scheme_title; /* NULL: unknown */
  int has_money;            /* an amount is stated, and the sums do not overflow */
  int has_scheme;           /* is known; otherwise `money` has no requirement and no verdict */
  hhp_cofinancing_result money;
  uint32_t activities; /* number of activities in the plan */
  uint32_t dated;      /* number of those with valid dates; `first` has the first of them */
  hhp__dated first[HHP__MOST_ACTIVITIES];
};

#endif
