/* The table of money in a diff: grant, local co-financing, third parties, total, ceiling, share and requirement, before
 * and after. */
#include <stddef.h>
#include <string.h>

#include "render/diff_words.h"
#include "report/constant_words.h"

/* When a row of amounts is shown: always, if either side has more than 0, or if the co-financing of a side is open and
 * that side has the amount. What has to be local if the budget ceiling is used is not compared with what has to be. */
enum { ALWAYS, IF_ANY, IF_OPEN, IF_OF_FRAME, IF_NOT_OF_FRAME };

static const struct {
  hhp__phrase label;
  size_t offset;
  int shown;
} S_rows[] = {
    {{"Tilskud", "Grant"}, offsetof(hhp__side, money.grant), ALWAYS},
    {{"Lokal medfinansiering", "Local co-financing"}, offsetof(hhp__side, money.local), ALWAYS},
    {{"Andre parter", "Third parties"}, offsetof(hhp__side, money.third_party), IF_ANY},
    {{"I alt", "Total"}, offsetof(hhp__side, money.total), ALWAYS},
    {{"Oplyst samlet budget", "Total as stated"}, offsetof(hhp__side, money.stated_total), IF_OPEN},
    {{"Oplyst lokal medfinansiering", "Local co-financing stated"}, offsetof(hhp__side, money.stated_local), IF_OPEN},
    {{"Oplyst fra andre parter", "Third parties, stated"}, offsetof(hhp__side, money.stated_third_party), IF_OPEN},
    {{"Skal være lokalt, mindst", "Has to be local, at least"}, offsetof(hhp__side, money.required), IF_NOT_OF_FRAME},
    {{"Mangler, mindst", "Missing, at least"}, offsetof(hhp__side, money.missing), IF_NOT_OF_FRAME},
    {{"Lokalt, hvis rammen udnyttes", "Local if the ceiling is used"},
     offsetof(hhp__side, money.required),
     IF_OF_FRAME},
    {{"Mangler, hvis den udnyttes", "Missing if it is used"}, offsetof(hhp__side, money.missing), IF_OF_FRAME},
    {{"Størst mulige tilskud", "Largest grant possible"}, offsetof(hhp__side, money.largest_grant), IF_OPEN},
    {{"Budgetramme", "Budget ceiling"}, offsetof(hhp__side, money.frame), IF_ANY},
    {{"Budgetlinjer i alt", "Budget lines, sum"}, offsetof(hhp__side, budget), IF_ANY},
};

enum { AMOUNTS = sizeof(S_rows) / sizeof(S_rows[0]) };

static const char S_none[] = "–";

static int64_t S_amount(const hhp__side *side, size_t row) {
  int64_t amount;
  int is_of_frame = side->money.required_from == HHP_REQUIRED_FROM_FRAME;
  if (S_rows[row].shown == (is_of_frame ? IF_NOT_OF_FRAME : IF_OF_FRAME))
    return HHP_ABSENT;
  memcpy(&amount, (const char *)side + S_rows[row].offset, sizeof(amount));
  return amount;
}

static int S_is_shown(const hhp__side *side, size_t row) {
  int64_t amount = S_amount(side, row);
  if (S_rows[row].shown >= IF_OPEN)
    return side->money.verdict == HHP_VERDICT_OPEN && amount > 0;
  return S_rows[row].shown == ALWAYS || amount > 0;
}

static void S_fill_amounts(hhp__money_row *into, size_t row, const int64_t amounts[HHP__SIDES], int32_t lang) {
  strcpy(into->label, hhp__in_lang(S_rows[row].label, lang));
  for (int side = 0; side < HHP__SIDES; side++) {
    strcpy(into->value[side], S_none);
    if (amounts[side] != HHP_ABSENT)
      hhp__write_kroner(amounts[side], lang, into->value[side]);
  }
  if (amounts[HHP__BEFORE] == amounts[HHP__AFTER])
    strcpy(into->difference, hhp__in_lang((hhp__phrase){"uændret", "unchanged"}, lang));
  else if (amounts[HHP__BEFORE] == HHP_ABSENT || amounts[HHP__AFTER] == HHP_ABSENT)
    strcpy(into->difference, S_none);
  else
    hhp__write_signed(amounts[HHP__AFTER] - amounts[HHP__BEFORE], lang, into->difference);
}

/* Whether a / b = c / d, whatever the size of a product: both have the same continued fraction. */
static int S_is_same_ratio(int64_t a, int64_t b, int64_t c, int64_t d) {
  while (b != 0 && d != 0) {
    if (a / b != c / d)
      return 0;
    int64_t rest = a % b, other_rest = c % d;
    a = b;
    b = rest;
    c = d;
    d = other_rest;
  }
  return b == d;
}

static int S_is_same_share(const hhp_diff *diff) {
  const hhp_cofinancing_result *before = &diff->sides[HHP__BEFORE].money;
  const hhp_cofinancing_result *after = &diff->sides[HHP__AFTER].money;
  return S_is_same_ratio(before->local, before->total, after->local, after->total);
}

/* The difference of two shares is that of the displayed figures, so that readers can verify it. */
static void S_fill_share(hhp__money_row *into, const hhp_diff *diff, int32_t lang) {
  int64_t shares[HHP__SIDES] = {HHP_ABSENT, HHP_ABSENT};
  strcpy(into->label, hhp__in_lang((hhp__phrase){"Lokal andel af samlet budget", "Local share of the total"}, lang));
  strcpy(into->difference, S_none);
  for (int side = 0; side < HHP__SIDES; side++) {
    const hhp_cofinancing_result *money = &diff->sides[side].money;
    strcpy(into->value[side], S_none);
    int64_t limit = money->base == HHP_SHARE_BASE_TOTAL ? money->min_share_bp : HHP_ABSENT;
    if (hhp__share_for_minimum(money->local, money->total, limit, &shares[side]) == 0)
      hhp__write_share(shares[side], lang, into->value[side]);
  }
  if (shares[HHP__BEFORE] == HHP_ABSENT || shares[HHP__AFTER] == HHP_ABSENT)
    return;
  int64_t points = shares[HHP__AFTER] - shares[HHP__BEFORE];
  if (points == 0) {
    hhp__phrase words = S_is_same_share(diff) ? (hhp__phrase){"uændret", "unchanged"}
                                              : (hhp__phrase){"under 0,01 %-point", "below 0.01 pp"};
    strcpy(into->difference, hhp__in_lang(words, lang));
    return;
  }
  char *p = into->difference;
  *p++ = points > 0 ? '+' : '-';
  hhp__write_share(points > 0 ? points : -points, lang, p);
  strcpy(strrchr(p, ' '), hhp__in_lang((hhp__phrase){" %-point", " pp"}, lang));
}

static void S_fill_verdict(hhp__money_row *into, const hhp_diff *diff, int32_t lang) {
  const hhp_cofinancing_result *before = &diff->sides[HHP__BEFORE].money;
  const hhp_cofinancing_result *after = &diff->sides[HHP__AFTER].money;
  strcpy(into->label, hhp__in_lang((hhp__phrase){"Krav", "Requirement"}, lang));
  if (before->min_share_bp == after->min_share_bp) {
    char share[HHP__AMOUNT_SIZE];
    strcat(into->label, hhp__in_lang((hhp__phrase){": mindst ", ": at least "}, lang));
    strcat(into->label, hhp__write_limit(before->min_share_bp, lang, share));
  }
  strcpy(into->value[HHP__BEFORE], hhp__verdict_word(before->verdict, lang));
  strcpy(into->value[HHP__AFTER], hhp__verdict_word(after->verdict, lang));
  strcpy(into->difference,
         before->verdict == after->verdict ? hhp__in_lang((hhp__phrase){"uændret", "unchanged"}, lang) : S_none);
}

/* There is no total without a grant. */
static int S_has_money(const hhp__side *side) {
  const hhp_cofinancing_result *money = &side->money;
  return money->grant != HHP_ABSENT || money->stated_local != HHP_ABSENT || money->stated_third_party != HHP_ABSENT ||
         money->stated_total != HHP_ABSENT || money->frame != HHP_ABSENT || side->budget != HHP_ABSENT;
}

int hhp__money_rows(const hhp_diff *diff, int32_t lang, hhp__money_row rows[HHP__MONEY_ROWS]) {
  const hhp__side *sides = diff->sides;
  int count = 0;
  if (sides[HHP__BEFORE].money_status != HHP_OK || sides[HHP__AFTER].money_status != HHP_OK)
    return -1;
  if (!S_has_money(&sides[HHP__BEFORE]) && !S_has_money(&sides[HHP__AFTER]))
    return 0;
  for (size_t row = 0; row < AMOUNTS; row++) {
    const int64_t amounts[HHP__SIDES] = {S_amount(&sides[HHP__BEFORE], row), S_amount(&sides[HHP__AFTER], row)};
    if (S_is_shown(&sides[HHP__BEFORE], row) || S_is_shown(&sides[HHP__AFTER], row))
      S_fill_amounts(&rows[count++], row, amounts, lang);
  }
  S_fill_share(&rows[count++], diff, lang);
  if (sides[HHP__BEFORE].has_scheme && sides[HHP__AFTER].has_scheme)
    S_fill_verdict(&rows[count++], diff, lang);
  return count;
}
