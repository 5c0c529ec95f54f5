/* What findings come to, for the end of a page: what matters first, findings of one rule together on one line. The command
 * compiles this too, so only the public API and base/ are used. */
#ifndef HHP_REPORT_GIST_H
#define HHP_REPORT_GIST_H

#include <helhedsplan/report.h>

#include "base/buffer.h"

/* Findings of one rule and severity in one report, as they are in it. */
typedef struct {
  const hhp_report *report;
  const hhp_finding *const *findings;
  size_t count;
} hhp__gist;

typedef struct {
  const hhp_finding **findings;
  hhp__gist *items; /* errors before warnings, the money before what the plan says, and that before how it is written */
  size_t count;
  size_t all; /* findings in all of them */
} hhp__gists;

/* Of what is at least so severe and not waived. `room` is how many columns one line has for the words. Returns 0, or -1 when
 * memory ran out; either way hhp__gists_free() frees. */
int hhp__gists_of(hhp__gists *gists, const hhp_report *const *reports, size_t count, int32_t least, size_t room,
                  int32_t lang);
void hhp__gists_free(hhp__gists *gists);

/* The words, which may hold text of the document: of a single finding its message, where that has room on one line, or on two
 * and there are no kroner to tell; else the title of the rule, what it is about, and the kroner. */
void hhp__put_gist(hhp__buffer *out, const hhp__gist *gist, size_t room, int32_t lang);

#endif
