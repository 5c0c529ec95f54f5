/* Writing reports: one function a format, chosen from one table. */
#ifndef HHP_REPORT_RENDER_H
#define HHP_REPORT_RENDER_H

#include "core/buffer.h"
#include "report/finding.h"

struct hhp_render_options {
  int32_t lang;
  int32_t show; /* the least severity that is listed */
  int32_t colour;
};

typedef void hhp__renderer(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                           const hhp_render_options *options);

hhp__renderer hhp__render_text;
hhp__renderer hhp__render_json;

/* Whether a terminal would do something else with the code point than show it. */
int hhp__is_unsafe(uint32_t code_point);

/* Text that may hold anything, made safe for a terminal: control characters, broken UTF-8, what turns the direction
 * of writing and what a build server would take for a command are written as \u{...}. */
void hhp__put_safe(hhp__buffer *out, const char *text, size_t length);

#endif
