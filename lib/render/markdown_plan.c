/* Table and diagrams of a plan. Mermaid gets numbers, dates, fixed words, and labels without anything that it
 * interprets. */
#include "render/markdown_plan.h"

#include "base/date.h"
#include "base/phrase.h"
#include "render/figure_rows.h"
#include "render/markdown.h"
#include "report/constant_words.h"

enum { LONGEST_LABEL = 60 };

static void S_put_rows(hhp__buffer *out, const hhp__figure_row *rows, size_t count, int32_t lang) {
  for (size_t i = 0; i < count; i++) {
    hhp__puts(out, "| ");
    hhp__put_phrase(out, rows[i].label, lang);
    hhp__puts(out, " | ");
    hhp__puts(out, rows[i].value);
    hhp__puts(out, " |\n");
  }
}

static void S_put_verdict(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  hhp__figure_row rows[HHP__MOST_FIGURE_ROWS];
  hhp__put_phrase(out, (hhp__phrase){"| Krav: ", "| Requirement: "}, lang);
  hhp__put_requirement(out, money, lang);
  hhp__puts(out, " | **");
  hhp__puts(out, hhp__verdict_word(money->verdict, lang));
  hhp__puts(out, "** |\n");
  S_put_rows(out, rows, hhp__shortfall_rows(money, lang, rows), lang);
}

/* A pie of one slice says nothing. */
static void S_put_pie(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  static const hhp__phrase labels[] = {
      {"Tilskud", "Grant"}, {"Lokal medfinansiering", "Local co-financing"}, {"Andre parter", "Third parties"}};
  const int64_t amounts[] = {money->grant, money->local, money->third_party};
  if ((amounts[0] > 0) + (amounts[1] > 0) + (amounts[2] > 0) < 2)
    return;
  hhp__puts(out, "\n```mermaid\npie showData\n    title ");
  hhp__put_phrase(out, (hhp__phrase){"Finansiering i kroner", "Financing in kroner"}, lang);
  hhp__putc(out, '\n');
  for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++) {
    if (amounts[i] == 0)
      continue;
    hhp__puts(out, "    \"");
    hhp__put_phrase(out, labels[i], lang);
    hhp__puts(out, "\" : ");
    hhp__put_number(out, amounts[i]);
    hhp__putc(out, '\n');
  }
  hhp__puts(out, "```\n");
}

void hhp__put_financing(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang) {
  if (summary == NULL || !summary->has_money)
    return;
  hhp__put_phrase(out,
                  (hhp__phrase){"\n#### Finansiering\n\n| | Beløb eller andel |\n|---|---:|\n",
                                "\n#### Financing\n\n| | Amount or share |\n|---|---:|\n"},
                  lang);
  hhp__figure_row rows[HHP__MOST_FIGURE_ROWS];
  S_put_rows(out, rows, hhp__figure_rows(&summary->money, lang, rows), lang);
  if (summary->has_scheme)
    S_put_verdict(out, &summary->money, lang);
  if (summary->money.verdict != HHP_VERDICT_OPEN)
    S_put_pie(out, &summary->money, lang);
}

/* The number keeps a label from being empty, or from beginning like a keyword such as "section". */
static void S_put_bar(hhp__buffer *out, uint32_t number, const hhp__dated *activity) {
  char buffer[HHP__DATE_SIZE];
  hhp__puts(out, "    ");
  hhp__put_number(out, (int64_t)number);
  hhp__puts(out, ". ");
  hhp__put_diagram_label(out, activity->title == NULL ? "" : activity->title, LONGEST_LABEL);
  hhp__puts(out, " : ");
  hhp__puts(out, hhp__date_write(activity->start, buffer));
  hhp__puts(out, ", ");
  hhp__puts(out, hhp__date_write(activity->end, buffer));
  hhp__putc(out, '\n');
}

static void S_put_missing(hhp__buffer *out, const hhp__plan_summary *summary, uint32_t shown, int32_t lang) {
  if (summary->dated > shown) {
    hhp__put_phrase(out, (hhp__phrase){"\nFlere aktiviteter end vist: ", "\nMore activities than shown: "}, lang);
    hhp__put_number(out, (int64_t)(summary->dated - shown));
    hhp__puts(out, ".\n");
  }
  if (summary->activities > summary->dated) {
    hhp__put_phrase(
        out,
        (hhp__phrase){"\nAktiviteter, der ikke er tegnet, fordi en dato mangler eller slut ligger før start: ",
                      "\nActivities not drawn, since a date is missing or the end is before the start: "},
        lang);
    hhp__put_number(out, (int64_t)(summary->activities - summary->dated));
    hhp__puts(out, ".\n");
  }
}

/* Without inclusiveEndDates, Mermaid would end each bar a day early. */
void hhp__put_activities(hhp__buffer *out, const hhp__plan_summary *summary, int32_t lang) {
  if (summary == NULL || summary->dated == 0)
    return;
  uint32_t shown = summary->dated < HHP__MOST_ACTIVITIES ? summary->dated : HHP__MOST_ACTIVITIES;
  hhp__put_phrase(out, (hhp__phrase){"\n#### Tidsplan\n", "\n#### Time line\n"}, lang);
  hhp__puts(out, "\n```mermaid\ngantt\n    title ");
  hhp__put_phrase(out, (hhp__phrase){"Aktiviteter", "Activities"}, lang);
  hhp__puts(out, "\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m\n    inclusiveEndDates\n");
  for (uint32_t i = 0; i < shown; i++)
    S_put_bar(out, i + 1, &summary->first[i]);
  hhp__puts(out, "```\n");
  S_put_missing(out, summary, shown, lang);
}
