/* The figures on co-financing, row by row. */
#include "render/figure_rows.h"

#include <string.h>

typedef struct {
  hhp__figure_row *rows;
  size_t count;
  int32_t lang;
} S_rows;

static void S_add(S_rows *rows, hhp__phrase label, const char *value) {
  hhp__figure_row *row = &rows->rows[rows->count++];
  row->label = label;
  strcpy(row->value, value); /* of hhp__write_kroner() or hhp__write_share(), or words as short */
}

static void S_add_amount(S_rows *rows, hhp__phrase label, int64_t kroner) {
  char buffer[HHP__AMOUNT_SIZE];
  S_add(rows, label, kroner == HHP_ABSENT ? "–" : hhp__write_kroner(kroner, rows->lang, buffer));
}

static void S_add_given(S_rows *rows, hhp__phrase label, int64_t kroner) {
  if (kroner != HHP_ABSENT)
    S_add_amount(rows, label, kroner);
}

/* The limit is on the row of the share that it applies to. There is no share of 0 kroner, nor of what is absent. */
static void S_add_share(S_rows *rows, hhp__phrase label, const hhp_cofinancing_result *money, int64_t base) {
  char buffer[HHP__AMOUNT_SIZE];
  int64_t whole = base == HHP_SHARE_BASE_GRANT ? money->grant : money->total;
  int64_t limit = base == money->base ? money->min_share_bp : HHP_ABSENT;
  int64_t bp;
  if (hhp__share_for_minimum(money->local, whole, limit, &bp) == 0)
    S_add(rows, label, hhp__write_share(bp, rows->lang, buffer));
}

static void S_add_amounts(S_rows *rows, const hhp_cofinancing_result *money) {
  S_add_amount(rows, (hhp__phrase){"Tilskud", "Grant"}, money->grant);
  S_add_amount(rows, (hhp__phrase){"Lokal medfinansiering", "Local co-financing"}, money->local);
  if (money->third_party > 0)
    S_add_amount(rows, (hhp__phrase){"Andre parter", "Third parties"}, money->third_party);
  S_add_amount(rows, (hhp__phrase){"I alt", "Total"}, money->total);
  S_add_given(rows, (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame);
  if (money->over_frame > 0)
    S_add_amount(rows, (hhp__phrase){"Over rammen", "Over the ceiling"}, money->over_frame);
  S_add_share(rows, (hhp__phrase){"Lokal andel af det samlede budget", "Local share of the total"}, money,
              HHP_SHARE_BASE_TOTAL);
  S_add_share(rows, (hhp__phrase){"Lokal andel af tilskuddet", "Local share of the grant"}, money,
              HHP_SHARE_BASE_GRANT);
}

hhp__phrase hhp__required_label(const hhp_cofinancing_result *money) {
  if (money->required_from == HHP_REQUIRED_FROM_FRAME)
    return (hhp__phrase){"Skal være lokalt, hvis rammen udnyttes", "Has to be local if the ceiling is used in full"};
  return (hhp__phrase){"Skal være lokalt, mindst", "Has to be local, at least"};
}

hhp__phrase hhp__missing_label(const hhp_cofinancing_result *money) {
  if (money->required_from == HHP_REQUIRED_FROM_FRAME)
    return (hhp__phrase){"Mangler, hvis rammen udnyttes", "Missing if the ceiling is used in full"};
  return (hhp__phrase){"Mangler, mindst", "Missing, at least"};
}

/* The rows for open co-financing: the stated amounts, and what follows from them. */
static void S_add_open_amounts(S_rows *rows, const hhp_cofinancing_result *money) {
  S_add_amount(rows, (hhp__phrase){"Tilskud", "Grant"}, money->grant);
  S_add_given(rows, (hhp__phrase){"Oplyst samlet budget", "Total as stated"}, money->stated_total);
  S_add_given(rows, (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame);
  S_add_amount(rows, (hhp__phrase){"Oplyst lokal medfinansiering", "Local co-financing stated"}, money->stated_local);
  if (money->stated_third_party > 0)
    S_add_amount(rows, (hhp__phrase){"Oplyst fra andre parter", "Third parties, stated"}, money->stated_third_party);
  S_add_given(rows, hhp__required_label(money), money->required);
  if (money->missing > 0)
    S_add_amount(rows, hhp__missing_label(money), money->missing);
  S_add_given(rows, (hhp__phrase){"Størst mulige tilskud", "Largest grant possible"}, money->largest_grant);
  if (money->required_from == HHP_REQUIRED_FROM_GRANT)
    S_add_given(rows, (hhp__phrase){"Samlet budget, mindst", "Total, at least"}, money->resulting_total);
}

size_t hhp__figure_rows(const hhp_cofinancing_result *money, int32_t lang,
                        hhp__figure_row rows[HHP__MOST_FIGURE_ROWS]) {
  S_rows list = {rows, 0, lang};
  (money->verdict == HHP_VERDICT_OPEN ? S_add_open_amounts : S_add_amounts)(&list, money);
  return list.count;
}

int hhp__total_can_stay(const hhp_cofinancing_result *money) {
  return money->shortfall_at_total != HHP_ABSENT && money->largest_grant_at_total != HHP_ABSENT;
}

int hhp__grant_can_stay(const hhp_cofinancing_result *money) {
  return money->shortfall_at_grant != HHP_ABSENT;
}

static void S_add_remedy(S_rows *rows, hhp__phrase label, int is_possible, int64_t shortfall) {
  if (is_possible)
    S_add_amount(rows, label, shortfall);
  else
    S_add(rows, label, hhp__in_lang((hhp__phrase){"kan ikke opfyldes", "cannot be met"}, rows->lang));
}

size_t hhp__shortfall_rows(const hhp_cofinancing_result *money, int32_t lang,
                           hhp__figure_row rows[HHP__MOST_FIGURE_ROWS]) {
  S_rows list = {rows, 0, lang};
  if (money->verdict != HHP_VERDICT_FAILS)
    return 0;
  S_add_remedy(&list, (hhp__phrase){"Mangler ved uændret samlet budget", "Short by, at the same total"},
               hhp__total_can_stay(money), money->shortfall_at_total);
  S_add_remedy(&list, (hhp__phrase){"Mangler ved uændret tilskud", "Short by, at the same grant"},
               hhp__grant_can_stay(money), money->shortfall_at_grant);
  return list.count;
}

void hhp__put_requirement(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  hhp__put_phrase(out, (hhp__phrase){"mindst ", "at least "}, lang);
  hhp__puts(out, hhp__write_limit(money->min_share_bp, lang, buffer));
  hhp__puts(out, money->base == HHP_SHARE_BASE_GRANT
                     ? hhp__in_lang((hhp__phrase){" af tilskuddet", " of the grant"}, lang)
                     : hhp__in_lang((hhp__phrase){" af det samlede budget", " of the total"}, lang));
}
