/* The co-financing of plans: what counts as local, strict readings, money that is not all stated, and real plans by
 * hand. */
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

/* --- What counts --- */

#define PARTIES                                                                                                     \
  "'parties': [{'id': 'municipality', 'name': 'N', 'kind': 'municipality'}, {'id': 'organisation', 'name': 'N', "   \
  "'kind': 'housing_organisation'},"                                                                                \
  "{'id': 'division', 'name': 'N', 'kind': 'housing_division'}, {'id': 'fund', 'name': 'N', 'kind': 'fund'},"       \
  "{'id': 'police', 'name': 'N', 'kind': 'police'}, {'id': 'state', 'name': 'N', 'kind': 'state'},"                 \
  "{'id': 'school', 'name': 'N', 'kind': 'school'}, {'id': 'foundation', 'name': 'N', 'kind': 'foundation'},"       \
  "{'id': 'association', 'name': 'N', 'kind': 'association'}, {'id': 'business', 'name': 'N', 'kind': 'business'}," \
  "{'id': 'secretariat', 'name': 'N', 'kind': 'secretariat'}, {'id': 'other', 'name': 'N', 'kind': 'other'}]"

static hhp_plan *plan_paid_by(const char *grant, const char *contributions) {
  return plan_of(plan_text(PARTIES ", 'financing': {'grant': {%s}, 'contributions': [%s]}", grant, contributions));
}

static hhp_cofinancing_result of_plan(const hhp_plan *plan) {
  hhp_cofinancing_result r;
  assert_int_equal(hhp_plan_cofinancing(plan, NULL, &r, sizeof(r)), HHP_OK);
  return r;
}

static int32_t counts(const char *members) {
  hhp_plan *plan = plan_paid_by("", text_of("{%s, 'amount': 1}", members));
  return hhp_contribution_effective_counts_as_local(hhp_financing_contribution_at(hhp_plan_financing(plan), 0));
}

static void each_kind_of_party_has_its_default(void **state) {
  (void)state;
  static const struct {
    const char *party;
    int32_t counts;
  } rows[] = {
      {"municipality", HHP_COUNTS_AS_LOCAL_YES},
      {"organisation", HHP_COUNTS_AS_LOCAL_YES},
      {"division", HHP_COUNTS_AS_LOCAL_YES},
      {"foundation", HHP_COUNTS_AS_LOCAL_UNCLEAR},
      {"association", HHP_COUNTS_AS_LOCAL_UNCLEAR},
      {"business", HHP_COUNTS_AS_LOCAL_UNCLEAR},
      {"other", HHP_COUNTS_AS_LOCAL_UNCLEAR},
      {"fund", HHP_COUNTS_AS_LOCAL_NO},
      {"state", HHP_COUNTS_AS_LOCAL_NO},
      {"police", HHP_COUNTS_AS_LOCAL_NO},
      {"school", HHP_COUNTS_AS_LOCAL_NO},
      {"secretariat", HHP_COUNTS_AS_LOCAL_NO},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++)
    assert_int_equal(counts(text_of("'parties': ['%s']", rows[i].party)), rows[i].counts);
}

static void the_weakest_of_several_decides(void **state) {
  (void)state;
  assert_int_equal(counts("'parties': ['municipality', 'organisation', 'division']"), HHP_COUNTS_AS_LOCAL_YES);
  assert_int_equal(counts("'parties': ['municipality', 'foundation']"), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  assert_int_equal(counts("'parties': ['foundation', 'municipality']"), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  assert_int_equal(counts("'parties': ['municipality', 'police']"), HHP_COUNTS_AS_LOCAL_NO);
  assert_int_equal(counts("'parties': ['police', 'foundation', 'municipality']"), HHP_COUNTS_AS_LOCAL_NO);
  assert_int_equal(counts("'parties': ['foundation', 'police']"), HHP_COUNTS_AS_LOCAL_NO);
}

static void the_contribution_overrides_its_party(void **state) {
  (void)state;
  assert_int_equal(counts("'parties': ['police'], 'counts_as_local': 'yes'"), HHP_COUNTS_AS_LOCAL_YES);
  assert_int_equal(counts("'parties': ['municipality'], 'counts_as_local': 'no'"), HHP_COUNTS_AS_LOCAL_NO);
  assert_int_equal(counts("'parties': ['municipality'], 'counts_as_local': 'unclear'"), HHP_COUNTS_AS_LOCAL_UNCLEAR);
}

static void what_is_not_known_is_unclear(void **state) {
  (void)state;
  hhp_contribution *contribution = NULL;
  hhp_party *party = NULL;
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_contribution_effective_counts_as_local(NULL), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution);
  assert_int_equal(hhp_contribution_effective_counts_as_local(contribution), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  hhp_contribution_add_party(contribution, "k");
  assert_int_equal(hhp_contribution_effective_counts_as_local(contribution), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  hhp_plan_add_party(plan, "k", &party);
  assert_int_equal(hhp_contribution_effective_counts_as_local(contribution), HHP_COUNTS_AS_LOCAL_UNCLEAR);
  hhp_party_set_kind(party, HHP_PARTY_KIND_MUNICIPALITY);
  assert_int_equal(hhp_contribution_effective_counts_as_local(contribution), HHP_COUNTS_AS_LOCAL_YES);
  hhp_plan_remove_party(plan, party);
  assert_int_equal(hhp_contribution_effective_counts_as_local(contribution), HHP_COUNTS_AS_LOCAL_UNCLEAR);
}

static void what_is_awarded_goes_before_what_is_applied_for(void **state) {
  (void)state;
  assert_int_equal(of_plan(plan_paid_by("'applied': 40, 'awarded': 24", "")).grant, 24);
  assert_int_equal(of_plan(plan_paid_by("'applied': 40", "")).grant, 40);
  assert_int_equal(of_plan(plan_paid_by("'applied': 40, 'prequalified': 14", "")).grant, 14);
  assert_int_equal(of_plan(plan_paid_by("'applied': 40, 'prequalified': 14, 'awarded': 24", "")).grant, 24);
  assert_int_equal(of_plan(plan_paid_by("'applied': 40, 'prequalified': 0", "")).grant, 0);
  assert_int_equal(of_plan(plan_paid_by("'awarded': 24, 'disbursed': 99", "")).grant, 24);
  assert_int_equal(of_plan(plan_paid_by("'applied': 40, 'awarded': 0", "")).grant, 0); /* a stated 0 */
}

/* The amount paid out does not imply the grant. */
static void without_a_grant_there_is_no_verdict(void **state) {
  (void)state;
  static const char *const grants[] = {"", "'party': 'fund'", "'disbursed': 5"};
  for (size_t i = 0; i < COUNT_OF(grants); i++) {
    hhp_cofinancing_result r = of_plan(plan_paid_by(grants[i], "{'parties': ['municipality'], 'amount': 10}"));
    assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
    assert_int_equal(r.passes_of_total, HHP_VERDICT_OPEN);
    assert_int_equal(r.passes_of_grant, HHP_VERDICT_OPEN);
    assert_int_equal(r.verdict_strict, HHP_VERDICT_OPEN);
    assert_int_equal(r.verdict_without_in_kind, HHP_VERDICT_OPEN);
    assert_int_equal(r.verdict_without_unclear, HHP_VERDICT_OPEN);
    assert_int_equal(r.grant, HHP_ABSENT);
    assert_int_equal(r.local, 10); /* depends on nothing missing */
    assert_int_equal(r.local_strict, 10);
    assert_int_equal(r.total, HHP_ABSENT);
    assert_int_equal(r.share_of_total_bp, HHP_ABSENT);
  }
}

/* One of each kind: cash and certain 1, cash and unclear 20, in kind and certain 300, in kind and unclear 4000,
 * third-party 50000; grant 600000. */
static void every_kind_of_money_is_in_its_sum(void **state) {
  (void)state;
  hhp_plan *plan =
      plan_paid_by("'awarded': 600000", "{'parties': ['municipality'], 'amount': 1},"
                                        "{'parties': ['foundation'], 'amount': 20, 'kind': 'cash'},"
                                        "{'parties': ['organisation'], 'amount': 300, 'kind': 'in_kind_hours'},"
                                        "{'parties': ['business'], 'amount': 4000, 'kind': 'in_kind_premises'},"
                                        "{'parties': ['police'], 'amount': 50000, 'kind': 'in_kind_other'}");
  hhp_cofinancing_result r = of_plan(plan);
  assert_int_equal(r.grant, 600000);
  assert_int_equal(r.local, 4321);
  assert_int_equal(r.third_party, 50000);
  assert_int_equal(r.total, 654321);
  assert_int_equal(r.local_in_kind, 300);
  assert_int_equal(r.local_unclear, 4020);
  assert_int_equal(r.local_without_in_kind, 21);
  assert_int_equal(r.local_without_unclear, 301);
  assert_int_equal(r.local_strict, 1);
  assert_int_equal(r.min_share_bp, 2500);
  assert_int_equal(r.base, HHP_SHARE_BASE_TOTAL);
}

/* 25 of 100, of which 10 in kind and 5 unclear. */
static void strict_readings_of_a_plan_that_just_passes(void **state) {
  (void)state;
  hhp_cofinancing_result r =
      of_plan(plan_paid_by("'awarded': 75", "{'parties': ['municipality'], 'amount': 10},"
                                            "{'parties': ['municipality'], 'amount': 10, 'kind': 'in_kind_hours'},"
                                            "{'parties': ['foundation'], 'amount': 5}"));
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.share_of_total_bp, 2500);
  assert_int_equal(r.local_without_in_kind, 15);
  assert_int_equal(r.share_of_total_without_in_kind_bp, 1500);
  assert_int_equal(r.verdict_without_in_kind, HHP_VERDICT_FAILS);
  assert_int_equal(r.local_without_unclear, 20);
  assert_int_equal(r.share_of_total_without_unclear_bp, 2000);
  assert_int_equal(r.verdict_without_unclear, HHP_VERDICT_FAILS);
  assert_int_equal(r.local_strict, 10);
  assert_int_equal(r.share_of_total_strict_bp, 1000);
  assert_int_equal(r.share_of_grant_strict_bp, 1333);
  assert_int_equal(r.verdict_strict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_total_strict, 25);
  assert_int_equal(r.shortfall_at_total_strict, 15);
  assert_int_equal(r.required_at_grant_strict, 30); /* a third of 75 + 15 */
  assert_int_equal(r.shortfall_at_grant_strict, 20);
}

static void strict_readings_where_enough_is_cash_and_certain(void **state) {
  (void)state;
  hhp_cofinancing_result r =
      of_plan(plan_paid_by("'awarded': 60", "{'parties': ['municipality'], 'amount': 25},"
                                            "{'parties': ['business'], 'amount': 15, 'kind': 'in_kind_other'}"));
  assert_int_equal(r.verdict_strict, HHP_VERDICT_PASSES); /* 25 of 100 */
  assert_int_equal(r.verdict_without_in_kind, HHP_VERDICT_PASSES);
  assert_int_equal(r.verdict_without_unclear, HHP_VERDICT_PASSES);
  assert_int_equal(r.shortfall_at_total_strict, 0);
  assert_int_equal(r.shortfall_at_grant_strict, 0);
}

#define OWN_SCHEME(min, base)                                                                              \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': " min \
  ", 'base': '" base "'}"

static void the_scheme_gives_minimum_and_base(void **state) {
  (void)state;
  hhp_plan *plan = plan_paid_by("'awarded': 80", "{'parties': ['municipality'], 'amount': 20}");
  hhp_cofinancing_result r = of_plan(plan);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  hhp_scheme *scheme = scheme_of(quoted(OWN_SCHEME("2500", "grant")));
  assert_int_equal(hhp_plan_cofinancing(plan, scheme, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES); /* 20 of 80 */
  assert_int_equal(r.base, HHP_SHARE_BASE_GRANT);
  scheme = scheme_of(quoted(OWN_SCHEME("2000", "total")));
  assert_int_equal(hhp_plan_cofinancing(plan, scheme, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES); /* 20 of 100 */
  assert_int_equal(r.min_share_bp, 2000);
}

/* In the strict reading, what does not certainly count is third-party money: of 100, 10 of it uncertain, the grant and
 * the local part share 90, so that L >= (90 - L) / 4, or 90 / 5. */
static void strict_readings_on_the_grant(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  hhp_plan *plan = plan_paid_by(
      "'awarded': 80", "{'parties': ['municipality'], 'amount': 10}, {'parties': ['foundation'], 'amount': 10}");
  hhp_scheme *scheme = scheme_of(quoted(OWN_SCHEME("2500", "grant")));
  assert_int_equal(hhp_plan_cofinancing(plan, scheme, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.verdict_strict, HHP_VERDICT_FAILS);
  assert_int_equal(r.required_at_total_strict, 18);
  assert_int_equal(r.shortfall_at_total_strict, 8);
  assert_int_equal(r.required_at_grant_strict, 20);
  assert_int_equal(r.shortfall_at_grant_strict, 10);
}

static void a_plan_of_no_known_scheme_needs_one(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_plan_cofinancing(plan, NULL, &r, sizeof(r)), HHP_ERR_NOT_FOUND);
  hhp_plan_set_scheme(plan, "realdania");
  assert_int_equal(hhp_plan_cofinancing(plan, NULL, &r, sizeof(r)), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_plan_cofinancing(plan, hhp_scheme_at(0), &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
}

/* A contribution without amount leaves the co-financing open. */
static void a_contribution_may_get_its_amount_later(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_contribution *contribution = NULL;
  hhp_plan_set_scheme(plan, "lbf-2015-2018");
  hhp_grant_set_awarded(hhp_financing_grant(hhp_plan_financing(plan)), 75);
  hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution);
  assert_int_equal(of_plan(plan).total, HHP_ABSENT);
  assert_int_equal(of_plan(plan).grant, 75);
  assert_int_equal(of_plan(plan).required, 25);
  hhp_contribution_set_amount(contribution, 25);
  assert_int_equal(of_plan(plan).total, 100);
  assert_int_equal(of_plan(plan).local_unclear, 25);
}

/* --- The table of hand-calculated verdicts --- */

enum { COLUMNS = 14 };

/* Splits a line into cells, in place. */
static size_t cells_of(char *line, char *cells[COLUMNS]) {
  size_t count = 0;
  for (char *p = line; p != NULL && count < COLUMNS;) {
    cells[count++] = p;
    p = strchr(p, '\t');
    if (p != NULL)
      *p++ = '\0';
  }
  return count;
}

static int64_t number_in(const char *cell) {
  char *end = NULL;
  if (strcmp(cell, "-") == 0)
    return HHP_ABSENT;
  int64_t number = strtoll(cell, &end, 10);
  assert_int_equal(*end, '\0');
  return number;
}

static const char *money_rules_of(const hhp_report *report) {
  const char *text = "";
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const char *rule = hhp_rule_id(hhp_rule_at(i));
    int is_above_info = 0;
    for (size_t k = 0; k < count_of(report, rule); k++)
      is_above_info |= hhp_finding_severity(nth(report, rule, k)) >= HHP_SEVERITY_WARNING;
    if (strncmp(rule, "HP4", 3) == 0 && is_above_info)
      text = text_of("%s%s%s", text, text[0] == '\0' ? "" : ",", rule);
  }
  return text;
}

static void assert_verdict(char *cells[COLUMNS]) {
  const char *path = text_of("tests/corpus/real/%s", cells[0]);
  hhp_cofinancing_result r = of_plan(plan_from(path));
  const int64_t got[] = {r.grant,
                         r.local,
                         r.third_party,
                         r.total,
                         r.share_of_total_bp,
                         r.share_of_grant_bp,
                         r.required_at_total,
                         r.shortfall_at_total,
                         r.largest_grant_at_total,
                         r.required_at_grant,
                         r.shortfall_at_grant,
                         r.total_at_grant};
  for (size_t i = 0; i < COUNT_OF(got); i++) {
    if (got[i] != number_in(cells[i + 1]))
      fail_msg("%s, column %d: %lld, not %s", cells[0], (int)i + 2, (long long)got[i], cells[i + 1]);
  }
  assert_int_equal(r.verdict, strcmp(cells[13], "pass") == 0 ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS);
}

static void real_plans_have_the_hand_calculated_verdict(void **state) {
  (void)state;
  size_t rows = 0;
  char *text = source_text("tests/corpus/real/verdicts.tsv", NULL);
  for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    char *cells[COLUMNS + 1];
    if (line[0] == '#' || strncmp(line, "file\t", 5) == 0)
      continue;
    char *rules = strrchr(line, '\t');
    assert_non_null(rules);
    *rules++ = '\0';
    assert_int_equal(cells_of(line, cells), COLUMNS);
    assert_verdict(cells);
    const char *json = source_text(text_of("tests/corpus/real/%s", cells[0]), NULL);
    assert_string_equal(money_rules_of(check_at(HHP_STAGE_DRAFT, json)), rules);
    assert_string_equal(money_rules_of(check_at(HHP_STAGE_PREQUAL, json)), rules); /* the counts given in the table */
    rows++;
  }
  assert_int_equal(rows, 9);
}

static const char *word_of(const char *words, int64_t number) {
  return number == HHP_ABSENT ? "-" : hhp_enum_word(hhp_enum_find(words), (int32_t)number);
}

/* What can be derived for real plans whose money is not all stated, and nothing more. */
static void open_plans_have_the_hand_calculated_amounts(void **state) {
  (void)state;
  enum { OPEN_COLUMNS = 8 };
  size_t rows = 0;
  char *text = source_text("tests/corpus/real/open.tsv", NULL);
  for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    char *cells[COLUMNS];
    if (line[0] == '#' || strncmp(line, "file\t", 5) == 0)
      continue;
    assert_int_equal(cells_of(line, cells), OPEN_COLUMNS);
    const char *path = text_of("tests/corpus/real/%s", cells[0]);
    hhp_cofinancing_result r = of_plan(plan_from(path));
    const int64_t got[] = {r.required, r.stated_local, r.missing, r.largest_grant, r.resulting_total};
    for (size_t i = 0; i < COUNT_OF(got); i++) {
      if (got[i] != number_in(cells[i + 2]))
        fail_msg("%s, column %d: %lld, not %s", cells[0], (int)i + 3, (long long)got[i], cells[i + 2]);
    }
    assert_string_equal(word_of("required_from", r.required_from), cells[1]);
    assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
    assert_int_equal(r.share_of_total_bp, HHP_ABSENT);
    assert_int_equal(r.share_of_grant_bp, HHP_ABSENT);
    assert_int_equal(r.total, HHP_ABSENT);
    const char *json = source_text(path, NULL);
    assert_string_equal(money_rules_of(check_at(HHP_STAGE_PREQUAL, json)), cells[7]);
    assert_string_equal(money_rules_of(check_at(HHP_STAGE_DRAFT, json)), "");
    rows++;
  }
  assert_int_equal(rows, 5);
}

/* What is not stated is absent, not 0: a plan without contributions does not state that there are none, and where
 * one amount is not stated, the others are no sum. */
static void sums_of_open_money_are_absent(void **state) {
  (void)state;
#define TWO_GIVERS \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'f', 'name': 'F', 'kind': 'other'}]"
  static const char *const open[] = {
      "'grant': {'awarded': 100}",
      ("'grant': {'awarded': 100}, 'contributions': [{'parties': ['k'], 'kind': 'cash', 'amount': 30}, "
       "{'parties': ['f'], 'kind': 'cash'}]"),
      ("'grant': {'awarded': 100}, 'contributions': [{'parties': ['k'], 'kind': 'cash'}, "
       "{'parties': ['f'], 'kind': 'cash', 'amount': 30, 'counts_as_local': 'no'}]"),
  };
  for (size_t i = 0; i < COUNT_OF(open); i++) {
    hhp_cofinancing_result r = of_plan(plan_of(plan_text(TWO_GIVERS ", 'financing': {%s}", open[i])));
    assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
    assert_int_equal(r.grant, 100);
    assert_int_equal(r.local, HHP_ABSENT);
    assert_int_equal(r.third_party, HHP_ABSENT);
    assert_int_equal(r.local_in_kind, HHP_ABSENT);
    assert_int_equal(r.local_strict, HHP_ABSENT);
    assert_int_equal(r.stated_local, i == 1 ? 30 : HHP_ABSENT);
    assert_int_equal(r.stated_third_party, i == 2 ? 30 : HHP_ABSENT);
  }
#undef TWO_GIVERS
}

/* While the grant alone is missing, every sum of the contributions is known: 40 + 5 + 10 + 3 are local, of which 10 + 3
 * are work, and 5 + 3 may not count. */
static void contributions_are_added_up_without_a_grant(void **state) {
  (void)state;
  hhp_cofinancing_result r = of_plan(plan_of(plan_text(
      "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'f', 'name': 'F', 'kind': 'foundation'}, "
      "{'id': 'o', 'name': 'O', 'kind': 'police'}], 'financing': {'contributions': ["
      "{'parties': ['k'], 'amount': 40}, {'parties': ['f'], 'amount': 5}, {'parties': ['o'], 'amount': 20}, "
      "{'parties': ['k'], 'kind': 'in_kind_hours', 'amount': 10}, "
      "{'parties': ['f'], 'kind': 'in_kind_premises', 'amount': 3}]}")));
  assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
  assert_int_equal(r.grant, HHP_ABSENT);
  assert_int_equal(r.total, HHP_ABSENT);
  assert_int_equal(r.third_party, 20);
  assert_int_equal(r.stated_third_party, 20);
  assert_int_equal(r.local, 58);
  assert_int_equal(r.stated_local, 58);
  assert_int_equal(r.local_in_kind, 10);
  assert_int_equal(r.local_unclear, 8);
  assert_int_equal(r.local_without_in_kind, 45); /* 40 + 5 */
  assert_int_equal(r.local_without_unclear, 50); /* 40 + 10 */
  assert_int_equal(r.local_strict, 40);
  assert_int_equal(r.share_of_total_without_in_kind_bp, HHP_ABSENT);
  assert_int_equal(r.share_of_total_strict_bp, HHP_ABSENT);
}

/* Of a total of 1,000, other money of 300 leaves 700. If that is all local, nothing is left for the grant; if more is
 * stated than fits, no grant fits. */
static void no_grant_fits_where_more_is_stated_than_the_total(void **state) {
  (void)state;
  static const struct {
    int local;
    int64_t largest;
  } cases[] = {{250, 450}, {600, 100}, {700, 0}, {701, HHP_ABSENT}, {1300, HHP_ABSENT}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *members = text_of(
        "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'f', 'name': 'F', 'kind': 'other'}], "
        "'financing': {'total': 1000, 'contributions': [{'parties': ['k'], 'kind': 'cash', 'amount': %d}, {'parties': "
        "['f'], 'kind': 'cash', 'amount': 300, 'counts_as_local': 'no'}]}",
        cases[i].local);
    hhp_cofinancing_result r = of_plan(plan_of(plan_text("%s", members)));
    assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
    assert_int_equal(r.largest_grant, cases[i].largest);
  }
}

/* An amount of 0 requires nothing: what is required follows from the next amount that is stated, or is not known. A
 * quarter of a total of 1,000 is 250; beside a grant of 300, a quarter is 100. Of a single krone, less is not
 * enough. */
static void amounts_of_0_require_nothing(void **state) {
  (void)state;
  static const struct {
    const char *financing;
    int64_t from, required;
  } cases[] = {
      {"'total': 1000, 'frame': 2000, 'grant': {'awarded': 300}", HHP_REQUIRED_FROM_TOTAL, 250},
      {"'total': 0, 'frame': 1000, 'grant': {'awarded': 300}", HHP_REQUIRED_FROM_GRANT, 100},
      {"'total': 0, 'frame': 1000, 'grant': {'awarded': 0}", HHP_REQUIRED_FROM_FRAME, 250},
      {"'total': 0, 'frame': 1000", HHP_REQUIRED_FROM_FRAME, 250},
      {"'total': 1, 'frame': 2000, 'grant': {'awarded': 300}", HHP_REQUIRED_FROM_TOTAL, 1},
      {"'total': 0, 'frame': 1000, 'grant': {'awarded': 1}", HHP_REQUIRED_FROM_GRANT, 1},
      {"'frame': 1", HHP_REQUIRED_FROM_FRAME, 1},
      {"'total': 0, 'frame': 0, 'grant': {'awarded': 0}", HHP_ABSENT, HHP_ABSENT},
      {"'total': 0, 'frame': 0", HHP_ABSENT, HHP_ABSENT},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_cofinancing_result r = of_plan(plan_of(plan_text("'financing': {%s}", cases[i].financing)));
    assert_int_equal(r.verdict, HHP_VERDICT_OPEN);
    assert_int_equal(r.required_from, cases[i].from);
    assert_int_equal(r.required, cases[i].required);
    assert_int_equal(r.missing, cases[i].required); /* no local money is stated */
  }
}

/* A quarter of 1,000 is 250 even where others give all of it, though no grant fits beside that. If others give more
 * than the total, the total is wrong, and nothing follows from it. */
static void other_money_may_be_all_of_the_total(void **state) {
  (void)state;
  static const struct {
    int others;
    int64_t required;
  } cases[] = {{999, 250}, {1000, 250}, {1001, HHP_ABSENT}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_cofinancing_result r =
        of_plan(plan_of(plan_text("'parties': [{'id': 'o', 'name': 'O', 'kind': 'police'}], "
                                  "'financing': {'total': 1000, 'contributions': [{'parties': ['o'], 'amount': %d}]}",
                                  cases[i].others)));
    assert_int_equal(r.required_from, HHP_REQUIRED_FROM_TOTAL);
    assert_int_equal(r.required, cases[i].required);
    assert_int_equal(r.missing, cases[i].required);
    assert_int_equal(r.largest_grant, HHP_ABSENT);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(each_kind_of_party_has_its_default),
      TEST(the_weakest_of_several_decides),
      TEST(the_contribution_overrides_its_party),
      TEST(what_is_not_known_is_unclear),
      TEST(what_is_awarded_goes_before_what_is_applied_for),
      TEST(without_a_grant_there_is_no_verdict),
      TEST(every_kind_of_money_is_in_its_sum),
      TEST(strict_readings_of_a_plan_that_just_passes),
      TEST(strict_readings_where_enough_is_cash_and_certain),
      TEST(the_scheme_gives_minimum_and_base),
      TEST(strict_readings_on_the_grant),
      TEST(a_plan_of_no_known_scheme_needs_one),
      TEST(a_contribution_may_get_its_amount_later),
      TEST(real_plans_have_the_hand_calculated_verdict),
      TEST(open_plans_have_the_hand_calculated_amounts),
      TEST(sums_of_open_money_are_absent),
      TEST(contributions_are_added_up_without_a_grant),
      TEST(no_grant_fits_where_more_is_stated_than_the_total),
      TEST(amounts_of_0_require_nothing),
      TEST(other_money_may_be_all_of_the_total),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
