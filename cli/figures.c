/* The figures of co-financing side by side: as they are, and as each way of mending them would make them. */
#include "figures.h"

#include <stddef.h>
#include <string.h>

#include "layout.h"
#include "money.h"
#include "say.h"

/* What the numbers of the result are, for JSON. */
enum kind { KIND_NUMBER, KIND_VERDICT, KIND_BASE };

static const struct {
  const char *name;
  enum kind kind;
  size_t offset;
} S_members[] = {
    {"grant", KIND_NUMBER, offsetof(hhp_cofinancing_result, grant)},
    {"local", KIND_NUMBER, offsetof(hhp_cofinancing_result, local)},
    {"third_party", KIND_NUMBER, offsetof(hhp_cofinancing_result, third_party)},
    {"total", KIND_NUMBER, offsetof(hhp_cofinancing_result, total)},
    {"frame", KIND_NUMBER, offsetof(hhp_cofinancing_result, frame)},
    {"min_share_bp", KIND_NUMBER, offsetof(hhp_cofinancing_result, min_share_bp)},
    {"base", KIND_BASE, offsetof(hhp_cofinancing_result, base)},
    {"verdict", KIND_VERDICT, offsetof(hhp_cofinancing_result, verdict)},
    {"share_of_total_bp", KIND_NUMBER, offsetof(hhp_cofinancing_result, share_of_total_bp)},
    {"share_of_grant_bp", KIND_NUMBER, offsetof(hhp_cofinancing_result, share_of_grant_bp)},
    {"passes_of_total", KIND_VERDICT, offsetof(hhp_cofinancing_result, passes_of_total)},
    {"passes_of_grant", KIND_VERDICT, offsetof(hhp_cofinancing_result, passes_of_grant)},
    {"required_at_total", KIND_NUMBER, offsetof(hhp_cofinancing_result, required_at_total)},
    {"shortfall_at_total", KIND_NUMBER, offsetof(hhp_cofinancing_result, shortfall_at_total)},
    {"largest_grant_at_total", KIND_NUMBER, offsetof(hhp_cofinancing_result, largest_grant_at_total)},
    {"required_at_grant", KIND_NUMBER, offsetof(hhp_cofinancing_result, required_at_grant)},
    {"shortfall_at_grant", KIND_NUMBER, offsetof(hhp_cofinancing_result, shortfall_at_grant)},
    {"total_at_grant", KIND_NUMBER, offsetof(hhp_cofinancing_result, total_at_grant)},
    {"over_frame", KIND_NUMBER, offsetof(hhp_cofinancing_result, over_frame)},
    {"over_frame_at_grant", KIND_NUMBER, offsetof(hhp_cofinancing_result, over_frame_at_grant)},
    {"largest_grant_in_frame", KIND_NUMBER, offsetof(hhp_cofinancing_result, largest_grant_in_frame)},
    {"local_in_kind", KIND_NUMBER, offsetof(hhp_cofinancing_result, local_in_kind)},
    {"local_unclear", KIND_NUMBER, offsetof(hhp_cofinancing_result, local_unclear)},
    {"local_without_in_kind", KIND_NUMBER, offsetof(hhp_cofinancing_result, local_without_in_kind)},
    {"share_of_total_without_in_kind_bp", KIND_NUMBER,
     offsetof(hhp_cofinancing_result, share_of_total_without_in_kind_bp)},
    {"verdict_without_in_kind", KIND_VERDICT, offsetof(hhp_cofinancing_result, verdict_without_in_kind)},
    {"local_without_unclear", KIND_NUMBER, offsetof(hhp_cofinancing_result, local_without_unclear)},
    {"share_of_total_without_unclear_bp", KIND_NUMBER,
     offsetof(hhp_cofinancing_result, share_of_total_without_unclear_bp)},
    {"verdict_without_unclear", KIND_VERDICT, offsetof(hhp_cofinancing_result, verdict_without_unclear)},
    {"local_strict", KIND_NUMBER, offsetof(hhp_cofinancing_result, local_strict)},
    {"share_of_total_strict_bp", KIND_NUMBER, offsetof(hhp_cofinancing_result, share_of_total_strict_bp)},
    {"share_of_grant_strict_bp", KIND_NUMBER, offsetof(hhp_cofinancing_result, share_of_grant_strict_bp)},
    {"required_at_total_strict", KIND_NUMBER, offsetof(hhp_cofinancing_result, required_at_total_strict)},
    {"shortfall_at_total_strict", KIND_NUMBER, offsetof(hhp_cofinancing_result, shortfall_at_total_strict)},
    {"required_at_grant_strict", KIND_NUMBER, offsetof(hhp_cofinancing_result, required_at_grant_strict)},
    {"shortfall_at_grant_strict", KIND_NUMBER, offsetof(hhp_cofinancing_result, shortfall_at_grant_strict)},
    {"verdict_strict", KIND_VERDICT, offsetof(hhp_cofinancing_result, verdict_strict)},
};

/* A member added to the result has to be added to the table. */
_Static_assert(sizeof(S_members) / sizeof(S_members[0]) * sizeof(int64_t) == sizeof(hhp_cofinancing_result),
               "every member of the result is written");

static void S_put_json_value(cli_text *out, enum kind kind, int64_t number) {
  static const char *const verdicts[] = {"\"fails\"", "\"passes\"", "\"not_computable\""};
  static const char *const bases[] = {"null", "\"total\"", "\"grant\""};
  if (number == HHP_ABSENT)
    put(out, "null");
  else if (kind == KIND_NUMBER)
    put_number(out, number);
  else if (number >= 0 && number < 3)
    put(out, (kind == KIND_VERDICT ? verdicts : bases)[number]);
  else
    put(out, "null");
}

void put_figures_json(cli_text *out, const hhp_cofinancing_result *result) {
  put(out, "{\n  \"format\": \"helhedsplan-cofinancing/1\"");
  for (size_t i = 0; i < sizeof(S_members) / sizeof(S_members[0]); i++) {
    int64_t number;
    memcpy(&number, (const char *)result + S_members[i].offset, sizeof(number));
    put(out, ",\n  \"");
    put(out, S_members[i].name);
    put(out, "\": ");
    S_put_json_value(out, S_members[i].kind, number);
  }
  put(out, "\n}\n");
}

/* The figures as they are, and as each way of mending them would make them. */
typedef struct cli_way {
  const char *head_da, *head_en;
  int64_t grant, local, third_party, total, frame, over_frame, short_by;
} cli_way;

static size_t S_ways(const hhp_cofinancing_result *r, cli_way ways[3]) {
  int fails = r->verdict == HHP_VERDICT_FAILS;
  size_t count = 0;
  ways[count++] = (cli_way){"Som angivet", "As given", r->grant,      r->local,  r->third_party,
                            r->total,      r->frame,   r->over_frame, HHP_ABSENT};
  if (fails && r->largest_grant_at_total != HHP_ABSENT)
    ways[count++] = (cli_way){
        "I alt uændret", "Total kept",  r->largest_grant_at_total, r->required_at_total, r->third_party, r->total,
        r->frame,        r->over_frame, r->shortfall_at_total};
  if (fails && r->required_at_grant != HHP_ABSENT)
    ways[count++] = (cli_way){"Tilskud uændret",    "Grant kept",      r->grant, r->required_at_grant,
                              r->third_party,       r->total_at_grant, r->frame, r->over_frame_at_grant,
                              r->shortfall_at_grant};
  return count;
}

static const struct {
  const char *da, *en;
  size_t offset;
} S_rows[] = {
    {"Tilskud", "Grant", offsetof(cli_way, grant)},
    {"Lokal medfinansiering", "Local co-financing", offsetof(cli_way, local)},
    {"  nu mangler", "  now short by", offsetof(cli_way, short_by)},
    {"Andre parter", "Third parties", offsetof(cli_way, third_party)},
    {"I alt", "Total", offsetof(cli_way, total)},
    {"Budgetramme", "Frame", offsetof(cli_way, frame)},
    {"  over rammen", "  over the frame", offsetof(cli_way, over_frame)},
};

enum { LABEL = 23, NARROWEST = 17, ROWS = sizeof(S_rows) / sizeof(S_rows[0]) };

static int64_t S_cell(const cli_way *way, size_t row) {
  int64_t number;
  memcpy(&number, (const char *)way + S_rows[row].offset, sizeof(number));
  return number;
}

/* Rows in which no way has money are left out, but for grant, local co-financing and total. */
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
      cli_figure room;
      size_t width = width_of(kroner_words(S_cell(&ways[i], row), lang, &room));
      widest = width > widest ? width : widest;
    }
    size_t head = width_of(say(lang, ways[i].head_da, ways[i].head_en));
    widest = count > 1 && head > widest ? head : widest;
  }
  return widest + 2;
}

static void S_put_shares(cli_text *out, const cli_way *ways, size_t count, int32_t lang, size_t column) {
  cli_figure room;
  put_left(out, say(lang, "Lokal andel af i alt", "Local share of total"), LABEL);
  for (size_t i = 0; i < count; i++)
    put_right(out, share_words(ways[i].local, ways[i].total, lang, &room), column);
  put(out, "\n");
  put_left(out, say(lang, "Lokal andel af tilskud", "Local share of grant"), LABEL);
  for (size_t i = 0; i < count; i++)
    put_right(out, share_words(ways[i].local, ways[i].grant, lang, &room), column);
  put(out, "\n");
}

void put_figures(cli_text *out, const hhp_cofinancing_result *result, int32_t lang) {
  cli_way ways[3];
  size_t count = S_ways(result, ways);
  size_t column = S_column(ways, count, lang);
  if (count > 1) {
    put_times(out, ' ', LABEL);
    for (size_t i = 0; i < count; i++)
      put_right(out, say(lang, ways[i].head_da, ways[i].head_en), column);
    put(out, "\n");
  }
  for (size_t row = 0; row < ROWS; row++) {
    if (!S_is_shown(ways, count, row))
      continue;
    put_left(out, say(lang, S_rows[row].da, S_rows[row].en), LABEL);
    for (size_t i = 0; i < count; i++) {
      cli_figure room;
      put_right(out, kroner_words(S_cell(&ways[i], row), lang, &room), column);
    }
    put(out, "\n");
  }
  S_put_shares(out, ways, count, lang, column);
}
