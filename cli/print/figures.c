/* The figures of co-financing side by side: as given, and for each way to correct them. */
#include "cli/print/figures.h"

#include <stddef.h>
#include <string.h>

#include "cli/print/lang.h"
#include "cli/print/layout.h"
#include "cli/print/money.h"

static void S_put_json_value(cli_text *out, const hhp_enum *words, int64_t number) {
  const char *word = words == NULL ? NULL : hhp_enum_word(words, (int32_t)number);
  if (number == HHP_ABSENT || (words != NULL && word == NULL)) {
    put(out, "null");
  } else if (word == NULL) {
    put_number(out, number);
  } else {
    put(out, "\"");
    put(out, word);
    put(out, "\"");
  }
}

/* All members are int64_t. A library that is newer than the command may have more. */
void put_figures_json(cli_text *out, const hhp_cofinancing_result *result) {
  put(out, "{\n  \"format\": \"helhedsplan-cofinancing/1\"");
  for (size_t i = 0; i < sizeof(*result) / sizeof(int64_t) && i < hhp_figure_count(); i++) {
    int64_t number;
    memcpy(&number, (const char *)result + i * sizeof(number), sizeof(number));
    put(out, ",\n  \"");
    put(out, hhp_figure_name(i));
    put(out, "\": ");
    S_put_json_value(out, hhp_figure_enum(i), number);
  }
  put(out, "\n}\n");
}

/* The figures as given, and for each way to correct them. */
typedef struct cli_way {
  hhp__phrase head;
  int64_t grant, local, third_party, total, frame, over_frame, short_by, stated;
} cli_way;

static size_t S_ways(const hhp_cofinancing_result *r, cli_way ways[3]) {
  int fails = r->verdict == HHP_VERDICT_FAILS;
  size_t count = 0;
  ways[count++] = (cli_way){{"Som angivet", "As given"},
                            r->grant,
                            r->local,
                            r->third_party,
                            r->total,
                            r->frame,
                            r->over_frame,
                            HHP_ABSENT,
                            r->stated_total == r->total ? HHP_ABSENT : r->stated_total};
  if (fails && r->largest_grant_at_total != HHP_ABSENT)
    ways[count++] = (cli_way){{"Samlet uændret", "Total kept"},
                              r->largest_grant_at_total,
                              r->required_at_total,
                              r->third_party,
                              r->total,
                              r->frame,
                              r->over_frame,
                              r->shortfall_at_total,
                              HHP_ABSENT};
  if (fails && r->required_at_grant != HHP_ABSENT)
    ways[count++] = (cli_way){{"Tilskud uændret", "Grant kept"},
                              r->grant,
                              r->required_at_grant,
                              r->third_party,
                              r->total_at_grant,
                              r->frame,
                              r->over_frame_at_grant,
                              r->shortfall_at_grant,
                              HHP_ABSENT};
  return count;
}

static const struct {
  hhp__phrase label;
  size_t offset;
} S_rows[] = {
    {{"Tilskud", "Grant"}, offsetof(cli_way, grant)},
    {{"Lokal medfinansiering", "Local co-financing"}, offsetof(cli_way, local)},
    {{"  nu mangler", "  now short by"}, offsetof(cli_way, short_by)},
    {{"Andre parter", "Third parties"}, offsetof(cli_way, third_party)},
    {{"Samlet budget", "Total"}, offsetof(cli_way, total)},
    {{"  oplyst", "  as stated"}, offsetof(cli_way, stated)},
    {{"Budgetramme", "Budget ceiling"}, offsetof(cli_way, frame)},
    {{"  over rammen", "  over the ceiling"}, offsetof(cli_way, over_frame)},
};

enum { LABEL = 23, NARROWEST = 17, ROWS = sizeof(S_rows) / sizeof(S_rows[0]) };

static int64_t S_cell(const cli_way *way, size_t row) {
  int64_t number;
  memcpy(&number, (const char *)way + S_rows[row].offset, sizeof(number));
  return number;
}

/* Rows without amounts are left out, except grant, local co-financing and total. */
static int S_is_shown(const cli_way *ways, size_t count, size_t row) {
  int is_needed = S_rows[row].offset == offsetof(cli_way, grant) || S_rows[row].offset == offsetof(cli_way, local) ||
                  S_rows[row].offset == offsetof(cli_way, total);
  for (size_t i = 0; i < count; i++)
    is_needed |= S_cell(&ways[i], row) > 0;
  return is_needed;
}

static size_t S_column(const cli_way *ways, size_t count, int32_t lang) {
  size_t widest = NARROWEST - 2;
  for (size_t i = 0; i < count; i++) {
    for (size_t row = 0; row < ROWS; row++) {
      cli_figure figure;
      widest = hhp__widest(widest, kroner_words(S_cell(&ways[i], row), lang, &figure));
    }
    if (count > 1)
      widest = hhp__widest(widest, hhp__in_lang(ways[i].head, lang));
  }
  return widest + 2;
}

static void S_put_shares(cli_text *out, const hhp_cofinancing_result *result, const cli_way *ways, size_t count,
                         int32_t lang, size_t column) {
  cli_figure figure;
  int64_t of_total = result->base == HHP_SHARE_BASE_TOTAL ? result->min_share_bp : HHP_ABSENT;
  int64_t of_grant = result->base == HHP_SHARE_BASE_GRANT ? result->min_share_bp : HHP_ABSENT;
  put_left(out, in_lang(lang, "Andel af samlet budget", "Local share of total"), LABEL);
  for (size_t i = 0; i < count; i++)
    put_right(out, share_words(ways[i].local, ways[i].total, of_total, lang, &figure), column);
  put(out, "\n");
  put_left(out, in_lang(lang, "Andel af tilskuddet", "Local share of grant"), LABEL);
  for (size_t i = 0; i < count; i++)
    put_right(out, share_words(ways[i].local, ways[i].grant, of_grant, lang, &figure), column);
  put(out, "\n");
}

static void S_put_amount(cli_text *out, const char *label, int64_t kroner, int32_t lang) {
  cli_figure figure;
  put_left(out, label, LABEL);
  put_right(out, kroner_words(kroner, lang, &figure), NARROWEST);
  put(out, "\n");
}

static void S_put_given(cli_text *out, const char *label, int64_t kroner, int32_t lang) {
  if (kroner != HHP_ABSENT)
    S_put_amount(out, label, kroner, lang);
}

/* The stated amounts, and what follows from them. */
static void S_put_open_figures(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  int is_of_frame = r->required_from == HHP_REQUIRED_FROM_FRAME; /* a plan need not use all of it */
  S_put_amount(out, in_lang(lang, "Tilskud", "Grant"), r->grant, lang);
  S_put_amount(out, in_lang(lang, "Oplyst lokalt", "Local, stated"), r->stated_local, lang);
  if (r->stated_third_party > 0)
    S_put_amount(out, in_lang(lang, "Oplyst fra andre", "Others, stated"), r->stated_third_party, lang);
  S_put_given(out, in_lang(lang, "Oplyst samlet budget", "Total, stated"), r->stated_total, lang);
  S_put_given(out, in_lang(lang, "Budgetramme", "Budget ceiling"), r->frame, lang);
  S_put_given(out,
              is_of_frame ? in_lang(lang, "Lokalt af hele rammen", "Local if all is used")
                          : in_lang(lang, "Skal være lokalt", "Has to be local"),
              r->required, lang);
  if (r->missing > 0)
    S_put_amount(out,
                 is_of_frame ? in_lang(lang, "  mangler så", "  missing then")
                             : in_lang(lang, "  mangler mindst", "  missing, at least"),
                 r->missing, lang);
  S_put_given(out, in_lang(lang, "Størst mulige tilskud", "Largest grant"), r->largest_grant, lang);
  if (r->required_from == HHP_REQUIRED_FROM_GRANT)
    S_put_given(out, in_lang(lang, "Samlet budget, mindst", "Total, at least"), r->resulting_total, lang);
}

void put_figures(cli_text *out, const hhp_cofinancing_result *result, int32_t lang) {
  if (result->verdict == HHP_VERDICT_OPEN) {
    S_put_open_figures(out, result, lang);
    return;
  }
  cli_way ways[3];
  size_t count = S_ways(result, ways);
  size_t column = S_column(ways, count, lang);
  if (count > 1) {
    put_times(out, ' ', LABEL);
    for (size_t i = 0; i < count; i++)
      put_right(out, hhp__in_lang(ways[i].head, lang), column);
    put(out, "\n");
  }
  for (size_t row = 0; row < ROWS; row++) {
    if (!S_is_shown(ways, count, row))
      continue;
    put_left(out, hhp__in_lang(S_rows[row].label, lang), LABEL);
    for (size_t i = 0; i < count; i++) {
      cli_figure figure;
      put_right(out, kroner_words(S_cell(&ways[i], row), lang, &figure), column);
    }
    put(out, "\n");
  }
  S_put_shares(out, result, ways, count, lang, column);
}
