/* What build servers are told of: which findings, under which path, and that there are more of them than are told. */
#ifndef HHP_RENDER_CI_SELECT_H
#define HHP_RENDER_CI_SELECT_H

#include "render/formats.h"

/* Whether the finding fails a job. What is waived never does. */
int hhp__fails(const hhp_finding *finding, const hhp_render_options *options);

/* Whether the finding is told: what fails a job is, whatever is shown. */
int hhp__is_listed(const hhp_finding *finding, const hhp_render_options *options);

/* The relative path, or "-" where there is none: no build server takes an empty one. */
const char *hhp__listed_path(const hhp_report *report, const hhp_render_options *options);

/* Findings that stand and would be listed, had the report kept them; `gravest` becomes their gravest severity where that is
 * graver. */
size_t hhp__omitted_listed(const hhp_report *report, const hhp_render_options *options, int32_t *gravest);

/* One sentence: so many findings are not told. */
void hhp__put_further(hhp__buffer *out, size_t count, int32_t lang);

/* The path of a report as build servers want it: relative to the root, without "./" before it; "" where there is none. It is
 * a part of the report's own. */
const char *hhp__relative_path(const hhp_report *report, const hhp_render_options *options);

#endif
