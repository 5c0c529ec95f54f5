/* Which findings the CI formats list, under which path, and the note when the list is cut. */
#ifndef HHP_RENDER_CI_SELECT_H
#define HHP_RENDER_CI_SELECT_H

#include "render/formats.h"

/* Whether the finding fails a job. A waived one never does. */
int hhp__fails(const hhp_finding *finding, const hhp_render_options *options);

/* Whether the finding is listed: those that fail a job are, whatever `show` says. */
int hhp__is_listed(const hhp_finding *finding, const hhp_render_options *options);

/* The relative path, or "-" if there is none: CI systems refuse an empty one. */
const char *hhp__listed_path(const hhp_report *report, const hhp_render_options *options);

/* Number of findings that would be listed, had the report stored them. `worst` is raised to the most severe of
 * them. */
size_t hhp__omitted_listed(const hhp_report *report, const hhp_render_options *options, int32_t *worst);

/* Appends the sentence that `count` findings are not listed. */
void hhp__put_omitted_note(hhp__buffer *out, size_t count, int32_t lang);

/* The path of a report relative to the root, without leading "./"; "" if there is none. It points into the report. */
const char *hhp__relative_path(const hhp_report *report, const hhp_render_options *options);

#endif
