/* Counts, result and name of a report. */
#include "render/report_facts.h"

#include <string.h>

#include "render/ci_select.h"
#include "report/constant_words.h"
#include "report/plan_summary.h"

void hhp__count_report(hhp__counts *counts, const hhp_report *report) {
  counts->by_severity[HHP_SEVERITY_ERROR] += hhp_report_error_count(report);
  counts->by_severity[HHP_SEVERITY_WARNING] += hhp_report_warning_count(report);
  counts->by_severity[HHP_SEVERITY_INFO] += hhp_report_info_count(report);
  counts->waived += hhp_report_waived_count(report);
  counts->omitted += hhp_report_omitted_count(report);
  counts->unreadable += hhp_report_unreadable(report) != HHP_OK;
  counts->unchecked += (size_t)hhp__report_is_unchecked(report);
}

int hhp__result_of(const hhp__counts *counts, const hhp_render_options *options) {
  if (counts->unreadable > 0)
    return HHP__FAILED;
  if (options->fail_on == HHP_SEVERITY_OFF)
    return HHP__INFORMS;
  for (int32_t severity = options->fail_on; severity <= HHP_SEVERITY_ERROR; severity++) {
    if (counts->by_severity[severity] > 0)
      return HHP__FAILED;
  }
  return counts->unchecked > 0 ? HHP__UNCHECKED : HHP__PASSED;
}

const char *hhp__result_word(int result, int32_t lang) {
  static const hhp__phrase words[] = {
      [HHP__PASSED] = {"bestået", "passed"},
      [HHP__FAILED] = {"ikke bestået", "failed"},
      [HHP__INFORMS] = {"til orientering", "for information"},
      [HHP__UNCHECKED] = {"ikke kontrolleret", "not checked"},
  };
  return hhp__in_lang(words[result], lang);
}

const char *hhp__criterion(const hhp_render_options *options) {
  static const hhp__phrase criteria[] = {
      [HHP_SEVERITY_OFF] = {"Bemærkninger har ingen betydning for resultatet.", "Findings do not fail the check."},
      [HHP_SEVERITY_INFO] = {"Kontrollen er kun bestået uden bemærkninger.",
                             "The check is passed only without findings."},
      [HHP_SEVERITY_WARNING] = {"Kontrollen er kun bestået uden fejl og advarsler.",
                                "The check is passed only without errors and warnings."},
      [HHP_SEVERITY_ERROR] = {"Kontrollen er kun bestået uden fejl.", "The check is passed only without errors."},
  };
  return hhp__in_lang(criteria[options->fail_on], options->lang);
}

void hhp__put_counts(hhp__buffer *out, const hhp__counts *counts, const hhp_render_options *options) {
  int32_t lang = options->lang;
  for (int32_t severity = HHP_SEVERITY_ERROR; severity >= HHP_SEVERITY_INFO; severity--) {
    hhp__puts(out, severity < HHP_SEVERITY_ERROR ? ", " : "");
    hhp__put_severity_count(out, severity, counts->by_severity[severity], lang);
    if (severity < options->show && counts->by_severity[severity] > 0)
      hhp__put_phrase(out, (hhp__phrase){" (ikke vist)", " (not shown)"}, lang);
  }
  if (counts->waived > 0) {
    hhp__puts(out, ", ");
    hhp__put_number(out, (int64_t)counts->waived);
    hhp__put_phrase(out, (hhp__phrase){" undtaget", " waived"}, lang);
  }
}

/* Each of these words begins with an ASCII letter. */
void hhp__put_severity_heading(hhp__buffer *out, int32_t severity, int32_t lang) {
  const char *word = hhp__severity_plural(severity, lang);
  hhp__putc(out, (char)(word[0] - ('a' - 'A')));
  hhp__puts(out, word + 1);
}

const char *hhp__report_name(const hhp_report *report, const hhp_render_options *options) {
  const char *path = hhp__relative_path(report, options);
  return strcmp(path, "-") == 0 ? hhp__in_lang((hhp__phrase){"Standardinput", "Standard input"}, options->lang) : path;
}

const char *hhp__report_title(const hhp_report *report, const hhp_render_options *options) {
  if (report->summary != NULL && report->summary->title != NULL)
    return report->summary->title;
  const char *name = hhp__report_name(report, options);
  return name[0] != '\0' ? name : hhp__in_lang((hhp__phrase){"Helhedsplan", "Plan"}, options->lang);
}

hhp__phrase hhp__incomplete_reason(int is_unchecked) {
  if (is_unchecked)
    return (hhp__phrase){"planen er kun læst, og reglerne om indholdet er ikke kontrolleret.",
                         "the plan was only read, and the rules about the contents were not checked."};
  return (hhp__phrase){"reglerne om indholdet er ikke kontrolleret, før fejlene i selve dokumentet er rettet.",
                       "the rules about the contents are not checked until the document itself is corrected."};
}

hhp__phrase hhp__incomplete_sentence(int is_unchecked) {
  if (is_unchecked)
    return (hhp__phrase){"Planen er kun læst, og reglerne om indholdet er ikke kontrolleret.",
                         "The plan was only read, and the rules about the contents were not checked."};
  return (hhp__phrase){"Reglerne om indholdet er ikke kontrolleret, før fejlene i selve dokumentet er rettet.",
                       "The rules about the contents are not checked until the document itself is corrected."};
}
