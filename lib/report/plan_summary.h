/* What a page about a check shows of the plan itself. A report outlives the plan that it is about, so it keeps this much:
 * title, period, money, and the activities for a time line. */
#ifndef HHP_REPORT_PLAN_SUMMARY_H
#define HHP_REPORT_PLAN_SUMMARY_H

#include <helhedsplan/cofinancing.h>

#include "base/phrase.h"
#include "report/finding.h"

enum { HHP__MOST_ACTIVITIES = 40 };

/* Beginnings of texts, which are long enough for every use. */
typedef struct {
  const char *title; /* NULL: none */
  int32_t start;     /* yyyymmdd, both exact, and in this order */
  int32_t end;
} hhp__dated;

struct hhp__plan_summary {
  const char *title; /* NULL: none */
  const char *label; /* of the period; NULL: none */
  int32_t start;     /* of the period, as it is given; 0: not */
  int32_t end;
  const char *municipality; /* its code in three digits; NULL: none that there is */
  hhp__phrase scheme_title; /* NULL: not known */
  int has_money;            /* any is stated, and its sums do not overflow */
  int has_scheme;           /* is known; else `money` has no requirement and no verdict */
  hhp_cofinancing_result money;
  uint32_t activities; /* all that the plan has */
  uint32_t dated;      /* of those, the ones with both dates in their order; `first` has the first of them */
  hhp__dated first[HHP__MOST_ACTIVITIES];
};

#endif
