/* Renders reports: one function per format, in one table. */
#ifndef HHP_RENDER_FORMATS_H
#define HHP_RENDER_FORMATS_H

#include "base/buffer.h"
#include "base/width.h"
#include "report/finding.h"

struct hhp_render_options {
  int32_t lang;
  int32_t show; /* least severity that is listed */
  int32_t colour;
  int32_t fail_on; /* least severity that fails a job; HHP_SEVERITY_OFF: none does */
  char *root;      /* NULL: none */
};

/* Appends "12:3", the line and column of a finding that has them. */
static inline void hhp__put_line_and_column(hhp__buffer *out, const hhp_finding *finding) {
  hhp__put_number(out, (int64_t)hhp_finding_line(finding));
  hhp__putc(out, ':');
  hhp__put_number(out, (int64_t)hhp_finding_column(finding));
}

typedef void hhp__renderer(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                           const hhp_render_options *options);

hhp__renderer hhp__render_text;
hhp__renderer hhp__render_json;
hhp__renderer hhp__render_sarif;
hhp__renderer hhp__render_junit;
hhp__renderer hhp__render_junit_strict;
hhp__renderer hhp__render_gitlab;
hhp__renderer hhp__render_markdown;
hhp__renderer hhp__render_github;
hhp__renderer hhp__render_html;

#endif
