/* Counts, result and name of a report, as text, Markdown and HTML show them. */
#ifndef HHP_RENDER_REPORT_FACTS_H
#define HHP_RENDER_REPORT_FACTS_H

#include "base/phrase.h"
#include "render/formats.h"

typedef struct {
  size_t by_severity[HHP_SEVERITY_ERROR + 1]; /* not waived */
  size_t waived;
  size_t omitted;
  size_t unreadable;
  size_t unchecked; /* reports of documents that were read only */
} hhp__counts;

/* Adds the findings of the report to the counts. */
void hhp__count_report(hhp__counts *counts, const hhp_report *report);

/* The result of the check: a file that cannot be read fails it, and one that was read only does not pass it. */
enum { HHP__PASSED, HHP__FAILED, HHP__INFORMS, HHP__UNCHECKED };
int hhp__result_of(const hhp__counts *counts, const hhp_render_options *options);

/* "bestået", "passed". */
const char *hhp__result_word(int result, int32_t lang);

/* "Kontrollen er kun bestået uden fejl.", by the lowest severity that fails it. */
const char *hhp__criterion(const hhp_render_options *options);

/* Appends "2 errors, 1 warning (not shown), 0 infos, 3 waived". */
void hhp__put_counts(hhp__buffer *out, const hhp__counts *counts, const hhp_render_options *options);

/* Appends "Advarsler", "Warnings". */
void hhp__put_severity_heading(hhp__buffer *out, int32_t severity, int32_t lang);

/* The path from the root; "Standardinput" for "-". Not escaped. */
const char *hhp__report_name(const hhp_report *report, const hhp_render_options *options);

/* The title of the plan, cut; else the name of the report; "Helhedsplan" if it has neither. Not escaped. */
const char *hhp__report_title(const hhp_report *report, const hhp_render_options *options);

/* Why the rules on the contents were not checked, as the end of a sentence and as a sentence. */
hhp__phrase hhp__incomplete_reason(int is_unchecked);
hhp__phrase hhp__incomplete_sentence(int is_unchecked);

#endif
