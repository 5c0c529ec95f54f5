/* The sections of the HTML page, in their order. Each writes nothing if the plan has nothing for it. */
#ifndef HHP_RENDER_HTML_H
#define HHP_RENDER_HTML_H

#include "render/html_page.h"
#include "report/plan_summary.h"

/* The style sheet, without <style>. */
extern const char *const hhp__html_style[];
extern const size_t hhp__html_style_parts;

/* The kroner that are missing: while open, at least; 0: none; HHP_ABSENT: cannot be said. */
int64_t hhp__missing_kroner(const hhp_report *report);

/* One sentence on the co-financing, without markup. */
void hhp__put_verdict_sentence(hhp__buffer *out, const hhp_report *report, int32_t lang);

/* The class of the verdict: "ok", "bad", "open" or "none". */
const char *hhp__verdict_class(const hhp_report *report);

/* A table of plans, worst first. `order` has the indices of the reports; the rows of the first `written`, which have a
 * section on the page, link to it. */
void hhp__html_overview(hhp__page *page, const hhp_report *const *reports, const size_t *order, size_t count,
                        size_t written);

void hhp__html_verdict(hhp__page *page, const hhp_report *report);
void hhp__html_money_bar(hhp__page *page, const hhp_cofinancing_result *money);
void hhp__html_money(hhp__page *page, const hhp_plan *plan);
void hhp__html_timeline(hhp__page *page, const hhp_plan *plan);
void hhp__html_goals(hhp__page *page, const hhp_plan *plan);
void hhp__html_agreements(hhp__page *page, const hhp_plan *plan);
void hhp__html_indicators(hhp__page *page, const hhp_plan *plan);
void hhp__html_findings(hhp__page *page, const hhp_report *report);

#endif
