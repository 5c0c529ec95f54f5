/* Summary of findings for the end of a page: the most important first, those of one rule on one line. The command
 * compiles this too, so only the public API and base/ are used. */
#ifndef HHP_REPORT_GIST_H
#define HHP_REPORT_GIST_H

#include <helhedsplan/report.h>

#include "base/buffer.h"

/* Findings of one rule and severity in one report, in report order. */
typedef struct {
  const hhp_report *report;
  const hhp_finding *const *findings;
  size_t count;
} hhp__gist;

typedef struct {
  const hhp_finding **findings;
  hhp__gist *items; /* errors before warnings; then by subject: money, what the plan says, how it is written */
  size_t count;
  size_t all; /* number of findings in all of them */
} hhp__gists;

/* Groups findings that are at least as severe as `least` and not waived. `columns` is the width of a line for the text.
 * Returns 0, or -1 if out of memory; call hhp__gists_free() in either case. */
int hhp__gists_of(hhp__gists *gists, const hhp_report *const *reports, size_t count, int32_t least, size_t columns,
                  int32_t lang);
void hhp__gists_free(hhp__gists *gists);

/* Appends the text, which may contain text of the document: for a single finding its message, if it fits one line, or
 * two and there is no amount; else the title of the rule, the subjects, and the amounts. */
void hhp__put_gist(hhp__buffer *out, const hhp__gist *gist, size_t columns, int32_t lang);

#endif
