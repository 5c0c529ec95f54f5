/* Table and diagrams of a plan. Mermaid gets numbers, dates, fixed words, and labels without anything that it
 * interprets. */
#include "render/markdown_plan.h"

#include "base/date.h"
#include "base/kroner.h"
#include "base/phrase.h"
#include "render/markdown.h"
#include "report/constant_words.h"

enum { LONGEST_LABEL = 60 };

static void S_put_row(hhp__buffer *out, hhp__phrase label, const char *value, int32_t lang) {
  hhp__puts(out, "| ");
  hhp__put_phrase(out, label, lang);
  hhp__puts(out, " | ");
  hhp__puts(out, value);
  hhp__puts(out, " |\n");
}

static void S_put_amount(hhp__buffer *out, hhp__phrase label, int64_t kroner, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  S_put_row(out, label, kroner == HHP_ABSENT ? "–" : hhp__write_kroner(kroner, lang, buffer), lang);
}

/* The limit is on the row of the share that it applies to. */
static void S_put_share(hhp__buffer *out, hhp__phrase label, const hhp_cofinancing_result *money, int64_t base,
                        int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  int64_t whole = base == HHP_SHARE_BASE_GRANT ? money->grant : money->total;
  int64_t limit = base == money->base ? money->min_share_bp : HHP_ABSENT;
  int64_t bp;
  if (whole > 0 && hhp__share_for_minimum(money->local, whole, limit, &bp) == 0)
    S_put_row(out, label, hhp__write_share(bp, lang, buffer), lang);
}

static void S_put_given(hhp__buffer *out, hhp__phrase label, int64_t kroner, int32_t lang) {
  if (kroner != HHP_ABSENT)
    S_put_amount(out, label, kroner, lang);
}

static void S_put_amounts(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  S_put_amount(out, (hhp__phrase){"Tilskud", "Grant"}, money->grant, lang);
  S_put_amount(out, (hhp__phrase){"Lokal medfinansiering", "Local co-financing"}, money->local, lang);
  if (money->third_party > 0)
    S_put_amount(out, (hhp__phrase){"Andre parter", "Third parties"}, money->third_party, lang);
  S_put_amount(out, (hhp__phrase){"I alt", "Total"}, money->total, lang);
  S_put_given(out, (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame, lang);
  if (money->over_frame != HHP_ABSENT && money->over_frame > 0)
    S_put_amount(out, (hhp__phrase){"Over rammen", "Over the ceiling"}, money->over_frame, lang);
  S_put_share(out, (hhp__phrase){"Lokal andel af det samlede budget", "Local share of the total"}, money,
              HHP_SHARE_BASE_TOTAL, lang);
  S_put_share(out, (hhp__phrase){"Lokal andel af tilskuddet", "Local share of the grant"}, money, HHP_SHARE_BASE_GRANT,
              lang);
}

/* The rows for open co-financing: the stated amounts, and what follows from them. */
static void S_put_open_amounts(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  S_put_amount(out, (hhp__phrase){"Tilskud", "Grant"}, money->grant, lang);
  S_put_given(out, (hhp__phrase){"Oplyst samlet budget", "Total as stated"}, money->stated_total, lang);
  S_put_given(out, (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame, lang);
  S_put_amount(out, (hhp__phrase){"Oplyst lokal medfinansiering", "Local co-financing stated"}, money->stated_local,
               lang);
  if (money->stated_third_party > 0)
    S_put_amount(out, (hhp__phrase){"Oplyst fra andre parter", "Third parties, stated"}, money->stated_third_party,
                 lang);
  S_put_given(out, (hhp__phrase){"Skal være lokalt, mindst", "Has to be local, at least"}, money->required, lang);
  if (money->missing > 0)
    S_put_amount(out, (hhp__phrase){"Mangler, mindst", "Missing, at least"}, money->missing, lang);
  S_put_given(out, (hhp__phrase){"Størst mulige tilskud", "Largest grant possible"}, money->largest_grant, lang);
  if (money->required_from == HHP_REQUIRED_FROM_GRANT)
    S_put_given(out, (hhp__phrase){"Samlet budget, mindst", "Total, at least"}, money->resulting_total, lang);
}

static void S_put_verdict(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  hhp__put_phrase(out, (hhp__phrase){"| Krav: mindst ", "| Requirement: at least "}, lang);
  hhp__puts(out, hhp__write_limit(money->min_share_bp, lang, buffer));
  hhp__puts(out, money->base == HHP_SHARE_BASE_GRANT
                     ? hhp__in_lang((hhp__phrase){" af tilskuddet", " of the grant"}, lang)
                     : hhp__in_lang((hhp__phrase){" af det samlede budget", " of the total"}, lang));
  hhp__puts(out, " | **");
  hhp__puts(out, hhp__verdict_word(money->verdict, lang));
  hhp__puts(out, "** |\n");
  if (money->verdict != HHP_VERDICT_FAILS)
    return;
  S_put_amount(out, (hhp__phrase){"Mangler ved uændret samlet budget", "Short by, at the same total"},
               money->shortfall_at_total, lang);
  S_put_amount(out, (hhp__phrase){"Mangler ved uændret tilskud", "Short by, at the same grant"},
               money->shortfall_at_grant, lang);
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
  int is_open = summary->money.verdict == HHP_VERDICT_OPEN;
  (is_open ? S_put_open_amounts : S_put_amounts)(out, &summary->money, lang);
  if (summary->has_scheme)
    S_put_verdict(out, &summary->money, lang);
  if (!is_open)
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
