/* Writing reports: one function a format, chosen from one table. */
#ifndef HHP_REPORT_RENDER_H
#define HHP_REPORT_RENDER_H

#include <jansson.h>

#include "core/buffer.h"
#include "core/width.h"
#include "report/finding.h"

/* What the report as JSON calls itself. */
#define HHP__REPORT_FORMAT "helhedsplan-report/1"

struct hhp_render_options {
  int32_t lang;
  int32_t show; /* the least severity that is listed */
  int32_t colour;
  int32_t fail_on; /* the least severity that fails a job; HHP_SEVERITY_OFF: none does */
  char *root;      /* NULL: none */
};

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

/* The path of a report as build servers want it: relative to the root, without "./" before it; "" where there is none. It is
 * a part of the report's own. */
const char *hhp__relative_path(const hhp_report *report, const hhp_render_options *options);

/* Whether a terminal would do something else with the code point than show it. */
int hhp__is_unsafe(uint32_t code_point);

/* Text that may hold anything, made safe for a terminal: control characters, what has no width or turns the direction of
 * writing, and what a build server would take for a command are written as \u{...}, and bytes that are no UTF-8 as \xe5. */
void hhp__put_safe(hhp__buffer *out, const char *text, size_t length);

/* Likewise the first `length` bytes of a text of `rest` bytes that goes on in the next piece: a command may be parted. */
void hhp__put_safe_piece(hhp__buffer *out, const char *text, size_t length, size_t rest);

/* The same of a text whose lines are broken later: no "::" is left that could then begin one, which build servers take for a
 * command. */
void hhp__put_safe_to_wrap(hhp__buffer *out, const char *text);

/* The same of at most so many bytes of the text, cut between two characters, and then "…". */
void hhp__put_cut(hhp__buffer *out, const char *text, size_t most);

/* A new JSON string of text; bytes that are no UTF-8 are written as \xe5. JSON null for NULL; NULL when memory ran out. */
json_t *hhp__string_of(const char *text);

/* The arguments of a finding by name, as JSON has them; NULL when memory ran out. */
json_t *hhp__arguments_of(const hhp_finding *finding);

/* Writes the value, and lets go of it, with what a terminal would act on escaped. NULL fails the buffer. */
void hhp__put_shown_json(hhp__buffer *out, json_t *value, size_t level);

#endif
