/* The overview of several plans: a row for each, with its verdict, errors and missing kroner. */
#include "render/html.h"

#include <string.h>

#include "render/report_facts.h"

enum { MOST_LISTED = 1000 };

static hhp__phrase S_verdict(const hhp_report *report) {
  static const struct {
    const char *class_name;
    hhp__phrase words;
  } verdicts[] = {{"ok", {"opfyldt", "met"}}, {"bad", {"ikke opfyldt", "not met"}}, {"open", {"åben", "open"}}};
  if (hhp_report_unreadable(report) != HHP_OK)
    return (hhp__phrase){"kunne ikke læses", "could not be read"};
  for (size_t i = 0; i < sizeof(verdicts) / sizeof(verdicts[0]); i++) {
    if (strcmp(hhp__verdict_class(report), verdicts[i].class_name) == 0)
      return verdicts[i].words;
  }
  return (hhp__phrase){"ikke vurderet", "not assessed"};
}

static void S_put_count(hhp__page *page, size_t count) {
  hhp__html(page, "<td class=\"n\">");
  hhp__html_count(page, (int64_t)count);
  hhp__html(page, "</td>");
}

/* Linked to the section of that number; 0: there was no space for one. */
static void S_put_title(hhp__page *page, const hhp_report *report, size_t number) {
  if (number > 0) {
    hhp__html(page, "<a href=\"#p");
    hhp__html_number(page, (int64_t)number);
    hhp__html(page, "-plan\">");
  }
  hhp__html_cut(page, hhp__report_title(report, page->options), HHP__HTML_LONGEST_NAME);
  if (number > 0) {
    hhp__html(page, "</a>");
    return;
  }
  hhp__html(page, " <small>");
  hhp__html_phrase(page, (hhp__phrase){"(uden afsnit)", "(without a section)"});
  hhp__html(page, "</small>");
}

static void S_put_row(hhp__page *page, const hhp_report *report, size_t number) {
  int is_unreadable = hhp_report_unreadable(report) != HHP_OK;
  hhp__html(page, "<tr><th scope=\"row\">");
  S_put_title(page, report, number);
  hhp__html(page, "</th><td><span class=\"badge ");
  hhp__html(page, is_unreadable ? "error" : hhp__verdict_class(report));
  hhp__html(page, "\">");
  hhp__html_phrase(page, S_verdict(report));
  hhp__html(page, "</span></td>");
  if (is_unreadable) {
    hhp__html(page, "<td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td></tr>\n");
    return;
  }
  hhp__html(page, "<td class=\"n\">");
  hhp__html_kroner(page, hhp__missing_kroner(report));
  hhp__html(page, "</td>");
  S_put_count(page, hhp_report_error_count(report));
  S_put_count(page, hhp_report_warning_count(report));
  hhp__html(page, "</tr>\n");
}

void hhp__html_overview(hhp__page *page, const hhp_report *const *reports, const size_t *order, size_t count,
                        size_t written) {
  static const hhp__phrase columns[] = {
      {"Plan", "Plan"}, {"Krav", "Requirement"}, {"Mangler", "Missing"}, {"Fejl", "Errors"}, {"Advarsler", "Warnings"}};
  size_t i = 0;
  hhp__html(page, "<section>\n<h2 id=\"overview\">");
  hhp__html_phrase(page, (hhp__phrase){"Oversigt", "Overview"});
  hhp__html(page, "</h2>\n<p>");
  hhp__html_phrase(page,
                   (hhp__phrase){"De planer, der er længst fra at være i orden, står først. Krav: lokal "
                                 "medfinansiering. Mangler: ved uændret samlet budget, eller ved uændret tilskud, hvor "
                                 "det samlede budget ikke kan være uændret; hvor ikke alle beløb er oplyst, mindst.",
                                 "The plans that are furthest from being in order come first. Requirement: local "
                                 "co-financing. Missing: at the same total, or at the same grant where the total "
                                 "cannot stay the same; where not all amounts are stated, at least."});
  hhp__html(page, "</p>\n");
  hhp__html(page, "<div class=\"overview\">\n");
  hhp__html_table(page, (hhp__phrase){"Oversigt", "Overview"}, columns, 5, 2, 0);
  for (; i < count && i < MOST_LISTED; i++)
    S_put_row(page, reports[order[i]], i < written ? i + 1 : 0);
  hhp__html_table_end(page, 0);
  hhp__html(page, "</div>\n");
  hhp__html_left_out(
      page, (hhp__phrase){"Planer, der ikke er vist i oversigten: ", "Plans not shown in the overview: "}, count - i);
  hhp__html(page, "</section>\n");
}
