/* Reports as Markdown, for the page of a job or a comment on a change: the result, then for each file its money, its
 * findings in tables, and its timeline. */
#include <string.h>

#include <helhedsplan/municipality.h>

#include "base/date.h"
#include "base/phrase.h"
#include "render/formats.h"
#include "render/markdown.h"
#include "render/markdown_plan.h"
#include "render/report_facts.h"
#include "report/constant_words.h"

/* GitHub's summaries hold 1,048,576 bytes, GitLab's comments 1,000,000 characters. No row or file is begun beyond this;
 * the rest is for the longest of them and the end. */
enum { MOST_BYTES = 900000, LONGEST_NAME = 200, LONGEST_TEXT = 1000, MOST_LISTED = 100 };

static int S_is_below_limit(const hhp__buffer *out) {
  return !out->failed && out->length < MOST_BYTES;
}

static void S_put_number(hhp__buffer *out, size_t count, hhp__phrase one, hhp__phrase many, int32_t lang) {
  hhp__put_number(out, (int64_t)count);
  hhp__putc(out, ' ');
  hhp__put_phrase(out, count == 1 ? one : many, lang);
}

static void S_put_head(hhp__buffer *out, const hhp__counts *counts, size_t files, const hhp_render_options *options) {
  int32_t lang = options->lang;
  hhp__puts(out, files == 1
                     ? hhp__in_lang((hhp__phrase){"## Kontrol af helhedsplan: ", "## Check of the plan: "}, lang)
                     : hhp__in_lang((hhp__phrase){"## Kontrol af helhedsplaner: ", "## Check of plans: "}, lang));
  hhp__puts(out, hhp__result_word(hhp__result_of(counts, options), lang));
  hhp__puts(out, "\n\n**");
  hhp__put_counts(out, counts, options);
  hhp__put_phrase(out, (hhp__phrase){"** i ", "** in "}, lang);
  S_put_number(out, files, (hhp__phrase){"fil", "file"}, (hhp__phrase){"filer", "files"}, lang);
  hhp__puts(out, ". ");
  hhp__puts(out, hhp__criterion(options));
  if (counts->omitted > 0) {
    hhp__putc(out, ' ');
    hhp__put_number(out, (int64_t)counts->omitted);
    hhp__put_phrase(out,
                    (hhp__phrase){" af dem er talt med, men ikke gemt: der er for mange.",
                                  " of them are counted but not stored: there are too many."},
                    lang);
  }
  if (counts->unreadable > 0) {
    hhp__put_phrase(out, (hhp__phrase){" Filer, der ikke kunne læses: ", " Files that could not be read: "}, lang);
    hhp__put_number(out, (int64_t)counts->unreadable);
    hhp__putc(out, '.');
  }
  hhp__putc(out, '\n');
}

static void S_put_more(hhp__buffer *out, hhp__phrase what, size_t count, int32_t lang) {
  if (count == 0)
    return;
  hhp__putc(out, '\n');
  hhp__put_phrase(out, what, lang);
  hhp__put_number(out, (int64_t)count);
  hhp__puts(out, ".\n");
}

static void S_put_file_row(hhp__buffer *out, const hhp_report *report, const hhp_render_options *options) {
  hhp__counts counts = {0};
  hhp__count_report(&counts, report);
  const size_t cells[] = {counts.by_severity[HHP_SEVERITY_ERROR], counts.by_severity[HHP_SEVERITY_WARNING],
                          counts.by_severity[HHP_SEVERITY_INFO], counts.waived};
  hhp__puts(out, "| ");
  hhp__put_markdown_cut(out, hhp__report_name(report, options), LONGEST_NAME);
  hhp__puts(out, " | ");
  hhp__puts(out, counts.unreadable > 0
                     ? hhp__in_lang((hhp__phrase){"kunne ikke læses", "could not be read"}, options->lang)
                     : hhp__result_word(hhp__result_of(&counts, options), options->lang));
  for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
    hhp__puts(out, " | ");
    hhp__put_number(out, (int64_t)cells[i]);
  }
  hhp__puts(out, " |\n");
}

static void S_put_list(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                       const hhp_render_options *options) {
  if (count < 2)
    return;
  hhp__put_phrase(out, (hhp__phrase){"\n| Fil | Resultat | ", "\n| File | Result | "}, options->lang);
  for (int32_t severity = HHP_SEVERITY_ERROR; severity >= HHP_SEVERITY_INFO; severity--) {
    hhp__put_severity_heading(out, severity, options->lang);
    hhp__puts(out, " | ");
  }
  hhp__put_phrase(out, (hhp__phrase){"Undtaget |\n", "Waived |\n"}, options->lang);
  hhp__puts(out, "|---|---|---:|---:|---:|---:|\n");
  size_t i = 0;
  for (; i < count && i < MOST_LISTED; i++)
    S_put_file_row(out, reports[i], options);
  S_put_more(out, (hhp__phrase){"Flere filer: ", "More files: "}, count - i, options->lang);
}

static void S_put_item(hhp__buffer *out, hhp__phrase label, const char *text, int32_t lang) {
  if (text == NULL || text[0] == '\0')
    return;
  hhp__puts(out, "- **");
  hhp__put_phrase(out, label, lang);
  hhp__puts(out, ":** ");
  hhp__put_markdown_cut(out, text, LONGEST_NAME);
  hhp__putc(out, '\n');
}

static void S_put_scheme(hhp__buffer *out, const hhp_report *report, int32_t lang) {
  const char *id = hhp_report_scheme_id(report);
  if (id == NULL)
    return;
  const char *title = report->summary == NULL ? NULL : hhp__in_lang(report->summary->scheme_title, lang);
  hhp__put_phrase(out, (hhp__phrase){"- **Ordning:** ", "- **Scheme:** "}, lang);
  if (title != NULL) {
    hhp__put_markdown_cut(out, title, LONGEST_NAME);
    hhp__puts(out, " — ");
  }
  hhp__put_markdown_cut(out, id, LONGEST_NAME);
  hhp__putc(out, '\n');
}

static void S_put_municipality(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang) {
  if (summary->municipality == NULL)
    return;
  hhp__put_phrase(out, (hhp__phrase){"- **Kommune:** ", "- **Municipality:** "}, lang);
  hhp__put_markdown_cut(out, hhp_municipality_name(summary->municipality), LONGEST_NAME);
  hhp__puts(out, " (");
  hhp__puts(out, summary->municipality);
  hhp__puts(out, ")\n");
}

static void S_put_period(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang) {
  char start[HHP__DATE_IN_WORDS_SIZE], end[HHP__DATE_IN_WORDS_SIZE];
  if (summary->start == 0 || summary->end == 0) {
    S_put_item(out, (hhp__phrase){"Periode", "Period"}, summary->label, lang);
    return;
  }
  hhp__put_phrase(out, (hhp__phrase){"- **Periode:** ", "- **Period:** "}, lang);
  hhp__puts(out, hhp__date_in_words(summary->start, lang, start));
  hhp__puts(out, " – ");
  hhp__puts(out, hhp__date_in_words(summary->end, lang, end));
  hhp__putc(out, '\n');
}

static void S_put_facts(hhp__buffer *out, const hhp_report *report, const hhp_render_options *options) {
  int32_t lang = options->lang;
  const hhp__plan_summary *summary = report->summary;
  hhp__counts counts = {0};
  hhp__count_report(&counts, report);
  if (summary != NULL && summary->title != NULL)
    S_put_item(out, (hhp__phrase){"Fil", "File"}, hhp__report_name(report, options), lang);
  if (hhp_report_stage(report) != 0)
    S_put_item(out, (hhp__phrase){"Trin", "Stage"}, hhp__stage_word(hhp_report_stage(report), lang), lang);
  if (summary != NULL)
    S_put_municipality(out, summary, lang);
  S_put_scheme(out, report, lang);
  if (summary != NULL)
    S_put_period(out, summary, lang);
  hhp__put_phrase(out, (hhp__phrase){"- **Bemærkninger:** ", "- **Findings:** "}, lang);
  hhp__put_counts(out, &counts, options);
  hhp__putc(out, '\n');
  if (!hhp_report_is_complete(report)) {
    hhp__put_phrase(out, (hhp__phrase){"\n**Kontrollen er ikke fuldstændig:** ", "\n**The check is incomplete:** "},
                    lang);
    hhp__put_phrase(out, hhp__incomplete_reason(hhp__report_is_unchecked(report)), lang);
    hhp__putc(out, '\n');
  }
}

/* Line and column; the pointer if there is no text. */
static void S_put_place(hhp__buffer *out, const hhp_finding *f) {
  if (hhp_finding_line(f) == 0)
    hhp__put_markdown_cut(out, hhp_finding_pointer(f), LONGEST_NAME);
  else
    hhp__put_line_and_column(out, f);
}

static void S_put_cell(hhp__buffer *out, const char *text) {
  hhp__puts(out, " | ");
  if (text == NULL)
    out->failed = 1;
  else
    hhp__put_markdown_cut(out, text, LONGEST_TEXT);
}

static void S_put_finding(hhp__buffer *out, const hhp_finding *f, int32_t lang) {
  hhp__puts(out, "| ");
  S_put_place(out, f);
  hhp__puts(out, " | ");
  hhp__puts(out, hhp_finding_rule(f));
  hhp__putc(out, ' ');
  hhp__puts(out, hhp_finding_slug(f));
  S_put_cell(out, hhp_finding_message(f, lang));
  S_put_cell(out, hhp_finding_is_waived(f) ? hhp_finding_waiver_reason(f) : hhp_finding_remedy(f, lang));
  hhp__puts(out, " |\n");
}

/* A table: the findings of one severity, or the waived ones. */
typedef struct {
  int32_t severity; /* HHP_SEVERITY_OFF: the waived ones */
  int is_folded;
  hhp__phrase last; /* the heading of the last column */
} S_table;

static const S_table S_tables[] = {
    {HHP_SEVERITY_ERROR, 0, {"Afhjælpning", "Remedy"}},
    {HHP_SEVERITY_WARNING, 0, {"Afhjælpning", "Remedy"}},
    {HHP_SEVERITY_INFO, 1, {"Afhjælpning", "Remedy"}},
    {HHP_SEVERITY_OFF, 0, {"Begrundelse", "Reason"}},
};

static int S_is_of(const S_table *table, const hhp_finding *f, int32_t show) {
  if (table->severity == HHP_SEVERITY_OFF)
    return hhp_finding_is_waived(f) && hhp_finding_severity(f) >= show;
  return !hhp_finding_is_waived(f) && hhp_finding_severity(f) == table->severity;
}

static size_t S_count_of(const S_table *table, const hhp_report *report, int32_t show) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++)
    count += (size_t)S_is_of(table, hhp_report_at(report, i), show);
  return count;
}

static void S_put_heading(hhp__buffer *out, const S_table *table, size_t count, int32_t lang) {
  hhp__puts(out, table->is_folded ? "\n<details>\n<summary>" : "\n#### ");
  if (table->severity == HHP_SEVERITY_OFF)
    hhp__put_phrase(out, (hhp__phrase){"Undtaget", "Waived"}, lang);
  else
    hhp__put_severity_heading(out, table->severity, lang);
  hhp__puts(out, " (");
  hhp__put_number(out, (int64_t)count);
  hhp__puts(out, table->is_folded ? ")</summary>\n\n" : ")\n\n");
  hhp__put_phrase(out, (hhp__phrase){"| Sted | Regel | Bemærkning | ", "| Place | Rule | Finding | "}, lang);
  hhp__put_phrase(out, table->last, lang);
  hhp__puts(out, " |\n|---|---|---|---|\n");
}

static void S_put_table(hhp__buffer *out, const S_table *table, const hhp_report *report,
                        const hhp_render_options *options) {
  size_t count = S_count_of(table, report, options->show), shown = 0;
  if (count == 0 || (table->severity != HHP_SEVERITY_OFF && table->severity < options->show))
    return;
  S_put_heading(out, table, count, options->lang);
  for (size_t i = 0; i < hhp_report_count(report) && S_is_below_limit(out); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (!S_is_of(table, f, options->show))
      continue;
    S_put_finding(out, f, options->lang);
    shown++;
  }
  S_put_more(out, (hhp__phrase){"Ikke vist, fordi der ikke er plads til flere: ", "Not shown for lack of space: "},
             count - shown, options->lang);
  if (table->is_folded)
    hhp__puts(out, "\n</details>\n");
}

static void S_put_file(hhp__buffer *out, const hhp_report *report, const hhp_render_options *options) {
  const hhp__plan_summary *summary = report->summary;
  hhp__puts(out, "\n### ");
  hhp__put_markdown_cut(out, hhp__report_title(report, options), LONGEST_NAME);
  hhp__puts(out, "\n\n");
  if (hhp_report_unreadable(report) != HHP_OK) {
    hhp__put_phrase(out, (hhp__phrase){"**Filen kunne ikke læses:** ", "**The file could not be read:** "},
                    options->lang);
    hhp__puts(out, hhp_status_message(hhp_report_unreadable(report), options->lang));
    hhp__putc(out, '\n');
    return;
  }
  S_put_facts(out, report, options);
  hhp__put_financing(out, summary, options->lang);
  for (size_t i = 0; i < sizeof(S_tables) / sizeof(S_tables[0]); i++)
    S_put_table(out, &S_tables[i], report, options);
  hhp__put_activities(out, summary, options->lang);
}

void hhp__render_markdown(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                          const hhp_render_options *options) {
  hhp__counts counts = {0};
  for (size_t i = 0; i < count; i++)
    hhp__count_report(&counts, reports[i]);
  S_put_head(out, &counts, count, options);
  S_put_list(out, reports, count, options);
  size_t i = 0;
  for (; i < count && S_is_below_limit(out); i++)
    S_put_file(out, reports[i], options);
  S_put_more(out, (hhp__phrase){"Filer uden plads til et afsnit her: ", "Files without space for a section here: "},
             count - i, options->lang);
}
