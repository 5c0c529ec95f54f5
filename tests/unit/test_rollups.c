/* Roll-ups: the contents of each row, that rows add up to the sums of the rules, and incomplete plans. */
#include <stdio.h>
#include <string.h>

#include "finance/sums.h"
#include "unit/support.h"

static const int32_t by_all[] = {HHP_ROLLUP_BY_PARTY,    HHP_ROLLUP_BY_YEAR, HHP_ROLLUP_BY_CATEGORY,
                                 HHP_ROLLUP_BY_ACTIVITY, HHP_ROLLUP_BY_GOAL, HHP_ROLLUP_BY_FOCUS_AREA};

typedef int64_t column(const hhp_rollup_row *row);

static column *const kroner_columns[] = {hhp_rollup_row_grant, hhp_rollup_row_contributed, hhp_rollup_row_given,
                                         hhp_rollup_row_local, hhp_rollup_row_budgeted,    hhp_rollup_row_not_stated};

/* --- Invariants of every roll-up --- */

static void free_rollup(void *rollup) {
  hhp_rollup_free(rollup);
}

static int64_t zero_if_absent(int64_t kroner) {
  return kroner == HHP_ABSENT ? 0 : kroner;
}

/* Kroner add up if all of a column is stated; if it is absent in all rows, it is absent in the total. */
static void assert_adds_up(const hhp_rollup *rollup) {
  for (size_t c = 0; c < COUNT_OF(kroner_columns); c++) {
    int64_t total = kroner_columns[c](hhp_rollup_total(rollup)), sum = 0;
    for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
      int64_t cell = kroner_columns[c](hhp_rollup_at(rollup, i));
      assert_true(cell == HHP_ABSENT || cell >= 0);
      sum += zero_if_absent(cell);
    }
    if (total != HHP_ABSENT)
      assert_true(sum == total);
  }
}

static void assert_kinds_are_in_order(const hhp_rollup *rollup) {
  int32_t before = HHP_ROLLUP_ROW_ONE;
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    assert_in_range(hhp_rollup_row_kind(row), before, HHP_ROLLUP_ROW_NONE);
    assert_true(hhp_rollup_row_kind(row) != before || before != HHP_ROLLUP_ROW_NONE); /* at most one of them */
    before = hhp_rollup_row_kind(row);
    assert_int_equal(before == HHP_ROLLUP_ROW_JOINT, hhp_rollup_row_party_count(row) > 0);
    assert_non_null(hhp_rollup_row_title(row, HHP_LANG_DA));
    assert_non_null(hhp_rollup_row_title(row, HHP_LANG_EN));
    if (hhp_rollup_row_key(row) != NULL)
      assert_string_equal(hhp_rollup_row_key(hhp_rollup_find(rollup, hhp_rollup_row_key(row))),
                          hhp_rollup_row_key(row));
  }
  assert_int_equal(hhp_rollup_row_kind(hhp_rollup_total(rollup)), HHP_ROLLUP_ROW_TOTAL);
  assert_null(hhp_rollup_row_key(hhp_rollup_total(rollup)));
}

/* The sums that the rules use. */
static void assert_equals_the_rules(const hhp_plan *plan, const hhp_rollup *rollup) {
  const hhp_rollup_row *total = hhp_rollup_total(rollup);
  int32_t by = hhp_rollup_by(rollup);
  hhp__sums sums;
  hhp__sum_financing(plan, &sums);
  int is_unfinished = 0; /* a budget line without amount, which cannot be in a file */
  for (uint32_t i = 0; i < plan->financing->budget.count; i++)
    is_unfinished |= hhp_budget_line_amount(plan->financing->budget.items[i]) == HHP_ABSENT;
  if (by <= HHP_ROLLUP_BY_ACTIVITY && !is_unfinished)
    assert_true(hhp_rollup_row_budgeted(total) == (sums.budget_lines > 0 ? sums.budget : HHP_ABSENT));
  if (by > HHP_ROLLUP_BY_YEAR)
    return;
  int has_all_contributions = sums.contributions > 0 && sums.without_amount == 0;
  assert_true(hhp_rollup_row_grant(total) == (sums.has_grant ? sums.grant : HHP_ABSENT));
  assert_true(hhp_rollup_row_given(total) == (hhp__is_open(&sums) ? HHP_ABSENT : sums.total));
  int is_known = !hhp__is_open(&sums) || (has_all_contributions && sums.has_local_amount);
  assert_true(hhp_rollup_row_local(total) == (is_known ? sums.local : HHP_ABSENT));
  assert_true(hhp_rollup_row_contributed(total) ==
              (has_all_contributions ? sums.local + sums.third_party : HHP_ABSENT));
  hhp_cofinancing_result r;
  if (hhp_plan_cofinancing(plan, NULL, &r, sizeof r) != HHP_OK)
    return; /* a plan without a scheme */
  assert_true(hhp_rollup_row_grant(total) == r.grant);
  assert_true(hhp_rollup_row_given(total) == r.total);
  assert_true(hhp_rollup_row_local(total) == r.local);
  if (r.verdict != HHP_VERDICT_OPEN)
    assert_true(hhp_rollup_row_contributed(total) == r.total - r.grant);
}

/* Builds a roll-up and verifies these invariants. */
static const hhp_rollup *roll_up(const hhp_plan *plan, int32_t by) {
  hhp_rollup *rollup = NULL;
  assert_int_equal(hhp_plan_rollup(plan, by, &rollup), HHP_OK);
  own(rollup, free_rollup);
  assert_int_equal(hhp_rollup_by(rollup), by);
  assert_adds_up(rollup);
  assert_kinds_are_in_order(rollup);
  assert_equals_the_rules(plan, rollup);
  return rollup;
}

/* --- A table as text --- */

/* One row per "kind key: cell cell ...", joined by " | "; the cells of the roll-up: grant contributed given local
 * budgeted not-stated, or activities all-activities. */
static const char *row_text(const hhp_rollup_row *row, int32_t by) {
  static column *const columns[] = {hhp_rollup_row_grant,      hhp_rollup_row_contributed,   hhp_rollup_row_given,
                                    hhp_rollup_row_local,      hhp_rollup_row_budgeted,      hhp_rollup_row_not_stated,
                                    hhp_rollup_row_activities, hhp_rollup_row_all_activities};
  static const char *const kinds[] = {"", "", "joint ", "unknown ", "none", "total"};
  size_t first = by <= HHP_ROLLUP_BY_YEAR ? 0 : by <= HHP_ROLLUP_BY_ACTIVITY ? 4 : 6;
  size_t end = by <= HHP_ROLLUP_BY_ACTIVITY ? 6 : 8;
  const char *key = hhp_rollup_row_key(row);
  const char *text = text_of("%s%s:", kinds[hhp_rollup_row_kind(row)], key == NULL ? "" : key);
  for (size_t i = 0; i < COUNT_OF(columns); i++) {
    if (i < first || i >= end)
      assert_int_equal(columns[i](row), HHP_ABSENT); /* not part of this roll-up */
    else if (columns[i](row) == HHP_ABSENT)
      text = text_of("%s -", text);
    else
      text = text_of("%s %lld", text, (long long)columns[i](row));
  }
  return text;
}

static const char *table_text(const hhp_rollup *rollup) {
  int32_t by = hhp_rollup_by(rollup);
  const char *text = row_text(hhp_rollup_total(rollup), by);
  for (size_t i = hhp_rollup_count(rollup); i-- > 0;)
    text = text_of("%s | %s", row_text(hhp_rollup_at(rollup, i), by), text);
  return text;
}

static void assert_table(const hhp_plan *plan, int32_t by, const char *expected) {
  assert_string_equal(table_text(roll_up(plan, by)), expected);
}

/* --- The examples --- */

/* The three parties contribute 11,000,000 together, without a split. */
static void vollsmose_by_party(void **state) {
  (void)state;
  hhp_plan *plan = plan_from("examples/vollsmose-2016-2020.helhedsplan.json");
  const hhp_rollup *rollup = roll_up(plan, HHP_ROLLUP_BY_PARTY);
  assert_string_equal(table_text(rollup), "odense-kommune: 0 - - - - 0 | civica: 0 - - - - 0 | fab: 0 - - - - 0 | "
                                          "landsbyggefonden: 35000000 0 35000000 0 - 0 | "
                                          "vollsmose-sekretariatet: 0 0 0 0 - 0 | ssp: 0 0 0 0 - 0 | "
                                          "politiet: 0 0 0 0 - 0 | "
                                          "joint odense-kommune+civica+fab: 0 11000000 11000000 11000000 - 0 | "
                                          "total: 35000000 11000000 46000000 11000000 - 0");
  const hhp_rollup_row *joint = hhp_rollup_at(rollup, 7);
  assert_int_equal(hhp_rollup_row_party_count(joint), 3);
  assert_string_equal(hhp_rollup_row_party_at(joint, 0), "odense-kommune");
  assert_string_equal(hhp_rollup_row_party_at(joint, 1), "civica");
  assert_string_equal(hhp_rollup_row_party_at(joint, 2), "fab");
  assert_null(hhp_rollup_row_party_at(joint, 3));
  assert_string_equal(hhp_rollup_row_title(joint, HHP_LANG_DA),
                      text_of("%s + %s + %s", hhp_rollup_row_title(hhp_rollup_at(rollup, 0), HHP_LANG_DA),
                              hhp_rollup_row_title(hhp_rollup_at(rollup, 1), HHP_LANG_DA),
                              hhp_rollup_row_title(hhp_rollup_at(rollup, 2), HHP_LANG_DA)));
  assert_table(plan, HHP_ROLLUP_BY_YEAR,
               "none: 35000000 11000000 46000000 11000000 - 0 | total: 35000000 11000000 46000000 11000000 - 0");
}

/* 4 + 6 + 5 + 4 make 19 activities; the cross-cutting area has them all. */
static void vollsmose_by_focus_area(void **state) {
  (void)state;
  assert_table(plan_from("examples/vollsmose-2016-2020.helhedsplan.json"), HHP_ROLLUP_BY_FOCUS_AREA,
               "forebyggelse-og-foraeldreansvar: 4 4 | tryghed-og-trivsel: 6 6 | kriminalpraeventiv-indsats: 5 19 | "
               "uddannelse-og-beskaeftigelse: 4 4 | total: 19 19");
}

/* 2021-2023: 2,400,000 + 350,000 + 250,000 of the fund, 500,000 of the municipality, 300,000 of the organisation, and
 * 120,000 + 80,000 of Modelgaarden, which is 4,000,000; in 2024 100,000 of the staff is evaluation. */
static void complete_example_by_money(void **state) {
  (void)state;
  hhp_plan *plan = plan_from("examples/complete.helhedsplan.json");
  assert_table(plan, HHP_ROLLUP_BY_PARTY,
               "eksempelby-kommune: 0 2000000 2000000 2000000 2000000 0 | "
               "eksempelby-boligforening: 0 1200000 1200000 1200000 1200000 0 | "
               "modelgaarden: 0 800000 800000 800000 800000 0 | "
               "landsbyggefonden: 12000000 0 12000000 0 12000000 0 | politiet-i-eksempelby: 0 0 0 0 0 0 | "
               "eksempelskolen: 0 0 0 0 0 0 | beboerforeningen: 0 0 0 0 0 0 | sekretariatet: 0 0 0 0 0 0 | "
               "total: 12000000 4000000 16000000 4000000 16000000 0");
  assert_table(plan, HHP_ROLLUP_BY_YEAR,
               "2021: 0 0 0 0 4000000 0 | 2022: 0 0 0 0 4000000 0 | 2023: 0 0 0 0 4000000 0 | "
               "2024: 0 0 0 0 4000000 0 | none: 12000000 4000000 16000000 4000000 0 0 | "
               "total: 12000000 4000000 16000000 4000000 16000000 0");
  assert_table(plan, HHP_ROLLUP_BY_CATEGORY,
               "staff: 9500000 0 | secretariat: 2000000 0 | activity: 4080000 0 | evaluation: 100000 0 | "
               "communication: 320000 0 | other: 0 0 | total: 16000000 0");
  assert_table(plan, HHP_ROLLUP_BY_ACTIVITY,
               "fritidsjob-til-unge: 1400000 0 | jobmentor: 1000000 0 | tryghedsvandringer: 480000 0 | "
               "naboskabsgruppen: 1200000 0 | none: 11920000 0 | total: 16000000 0");
}

/* fritidsjob-til-unge names a goal and its parent, and is one activity of the parent. */
static void complete_example_by_service(void **state) {
  (void)state;
  hhp_plan *plan = plan_from("examples/complete.helhedsplan.json");
  assert_table(plan, HHP_ROLLUP_BY_GOAL,
               "flere-i-uddannelse-og-job: 2 2 | flere-unge-i-fritidsjob: 1 1 | tryggere-hverdag: 1 1 | "
               "staerkere-faellesskaber: 1 1 | total: 4 4");
  assert_table(plan, HHP_ROLLUP_BY_FOCUS_AREA,
               "beskaeftigelse: 2 2 | kriminalitetsforebyggelse: 1 1 | sammenhaengskraft-og-medborgerskab: 1 1 | "
               "total: 4 4");
}

static void every_document_adds_up(void **state) {
  (void)state;
  static const char *const paths[] = {
      "examples/complete.helhedsplan.json",
      "examples/vollsmose-2016-2020.helhedsplan.json",
      "examples/vollsmose-frame-kept.helhedsplan.json",
      "examples/vollsmose-grant-kept.helhedsplan.json",
      "tests/corpus/roundtrip/everything.helhedsplan.json",
      "tests/faults/every.helhedsplan.json",
      "tests/corpus/real/p1.helhedsplan.json",
      "tests/corpus/real/p2.helhedsplan.json",
      "tests/corpus/real/p3.helhedsplan.json",
      "tests/corpus/real/p5.helhedsplan.json",
      "tests/corpus/real/p6.helhedsplan.json",
      "tests/corpus/real/p12.helhedsplan.json",
  };
  for (size_t i = 0; i < COUNT_OF(paths); i++) {
    hhp_plan *plan = plan_from(paths[i]);
    for (size_t b = 0; b < COUNT_OF(by_all); b++)
      roll_up(plan, by_all[b]);
  }
}

/* --- Money --- */

#define PARTIES                                                                                                      \
  "'parties': [{'id': 'kommune', 'name': 'Kommunen', 'kind': 'municipality'}, {'id': 'bolig', 'name': 'Boligerne', " \
  "'kind': 'housing_organisation'}, {'id': 'politi', 'name': 'Politiet', 'kind': 'police'}, {'id': 'lbf', 'name': "  \
  "'Fonden', 'kind': 'fund'}]"

static hhp_plan *financed(const char *financing) {
  return plan_of(plan_text(PARTIES ", 'financing': {%s}", financing));
}

static hhp_contribution *contribution_at(hhp_plan *plan, size_t index) {
  return hhp_financing_contribution_at(hhp_plan_financing(plan), index);
}

static hhp_budget_line *line_at(hhp_plan *plan, size_t index) {
  return hhp_financing_budget_line_at(hhp_plan_financing(plan), index);
}

/* Each set of parties has one row, in any order; a duplicate party contributes alone; in kind counts like cash; the
 * police is not a local party, and the weakest of several decides. */
static void contributions_by_party(void **state) {
  (void)state;
  assert_table(financed("'grant': {'party': 'lbf', 'awarded': 100}, 'contributions': ["
                        "{'parties': ['kommune'], 'amount': 1},"
                        "{'parties': ['bolig', 'kommune'], 'amount': 2},"
                        "{'parties': ['kommune', 'kommune'], 'amount': 4},"
                        "{'parties': ['kommune', 'kommune', 'bolig'], 'amount': 8},"
                        "{'parties': ['kommune', 'bolig', 'kommune'], 'amount': 0},"
                        "{'parties': ['politi', 'kommune'], 'amount': 16},"
                        "{'parties': ['bolig'], 'kind': 'in_kind_premises', 'amount': 32},"
                        "{'parties': ['politi'], 'amount': 64}]"),
               HHP_ROLLUP_BY_PARTY,
               "kommune: 0 5 5 5 - 0 | bolig: 0 32 32 32 - 0 | politi: 0 64 64 0 - 0 | lbf: 100 0 100 0 - 0 | "
               "joint kommune+bolig: 0 10 10 10 - 0 | joint kommune+politi: 0 16 16 0 - 0 | total: 100 127 227 47 - 0");
}

/* What a party gives is not 0 where it only gives jointly, and is not stated. Where it gives on its own as well, that
 * is stated; and each part of a joint 0 is 0. */
static void parties_that_contribute_jointly_only(void **state) {
  (void)state;
  assert_table(financed("'grant': {'party': 'lbf', 'awarded': 100}, 'contributions': [{'parties': ['kommune', "
                        "'bolig'], 'amount': 1}, {'parties': ['kommune'], "
                        "'amount': 2}]"),
               HHP_ROLLUP_BY_PARTY,
               "kommune: 0 2 2 2 - 0 | bolig: 0 - - - - 0 | politi: 0 0 0 0 - 0 | lbf: 100 0 100 0 - 0 | "
               "joint kommune+bolig: 0 1 1 1 - 0 | total: 100 3 103 3 - 0");
  assert_table(financed("'grant': {'party': 'lbf', 'awarded': 100}, 'contributions': [{'parties': ['politi', "
                        "'bolig'], 'amount': 1}]"),
               HHP_ROLLUP_BY_PARTY,
               "kommune: 0 0 0 0 - 0 | bolig: 0 - - 0 - 0 | politi: 0 - - 0 - 0 | lbf: 100 0 100 0 - 0 | "
               "joint bolig+politi: 0 1 1 0 - 0 | total: 100 1 101 0 - 0");
  assert_table(financed("'grant': {'party': 'lbf', 'awarded': 100}, 'contributions': [{'parties': ['kommune', "
                        "'bolig'], 'amount': 0}]"),
               HHP_ROLLUP_BY_PARTY,
               "kommune: 0 0 0 0 - 0 | bolig: 0 0 0 0 - 0 | politi: 0 0 0 0 - 0 | lbf: 100 0 100 0 - 0 | "
               "joint kommune+bolig: 0 0 0 0 - 0 | total: 100 0 100 0 - 0");
}

/* What one joint contribution leaves open of a party, another does not close: neither one that is not local, nor one
 * of 0. */
static void parties_of_several_joint_contributions(void **state) {
  (void)state;
  assert_table(financed("'grant': {'party': 'lbf', 'awarded': 100}, 'contributions': ["
                        "{'parties': ['kommune', 'bolig'], 'amount': 1},"
                        "{'parties': ['kommune', 'politi'], 'amount': 2},"
                        "{'parties': ['bolig', 'politi'], 'amount': 0}]"),
               HHP_ROLLUP_BY_PARTY,
               "kommune: 0 - - - - 0 | bolig: 0 - - - - 0 | politi: 0 - - 0 - 0 | lbf: 100 0 100 0 - 0 | "
               "joint kommune+bolig: 0 1 1 1 - 0 | joint kommune+politi: 0 2 2 0 - 0 | "
               "joint bolig+politi: 0 0 0 0 - 0 | total: 100 3 103 1 - 0");
}

/* The parties of a row end there, though other rows follow. */
static void joint_rows_have_their_own_parties_only(void **state) {
  (void)state;
  const hhp_rollup *rollup = roll_up(financed("'contributions': [{'parties': ['kommune', 'bolig'], 'amount': 1},"
                                              "{'parties': ['kommune', 'politi'], 'amount': 2},"
                                              "{'parties': ['bolig', 'politi', 'lbf'], 'amount': 4}]"),
                                     HHP_ROLLUP_BY_PARTY);
  static const char *const keys[] = {"kommune+bolig", "kommune+politi", "bolig+politi+lbf"};
  for (size_t i = 0; i < COUNT_OF(keys); i++) {
    const hhp_rollup_row *row = hhp_rollup_find(rollup, keys[i]);
    const char *joined = "";
    for (size_t k = 0; k < hhp_rollup_row_party_count(row); k++)
      joined = text_of("%s%s%s", joined, k == 0 ? "" : "+", hhp_rollup_row_party_at(row, k));
    assert_string_equal(joined, keys[i]);
    assert_null(hhp_rollup_row_party_at(row, hhp_rollup_row_party_count(row)));
  }
}

/* The grant is awarded, else applied for. Without a party, it is that of the only fund. */
static void grant_by_party(void **state) {
  (void)state;
  hhp_plan *plan = financed("'grant': {'applied': 7}");
  assert_int_equal(hhp_rollup_row_grant(hhp_rollup_find(roll_up(plan, HHP_ROLLUP_BY_PARTY), "lbf")), 7);
  hhp_grant_set_awarded(hhp_financing_grant(hhp_plan_financing(plan)), 5);
  assert_int_equal(hhp_rollup_row_grant(hhp_rollup_find(roll_up(plan, HHP_ROLLUP_BY_PARTY), "lbf")), 5);
  hhp_grant_set_party(hhp_financing_grant(hhp_plan_financing(plan)), "bolig");
  assert_int_equal(hhp_rollup_row_grant(hhp_rollup_find(roll_up(plan, HHP_ROLLUP_BY_PARTY), "bolig")), 5);
  hhp_grant_set_party(hhp_financing_grant(hhp_plan_financing(plan)), NULL);
  hhp_party_set_kind(hhp_plan_find_party(plan, "politi"), HHP_PARTY_KIND_FUND);
  assert_table(plan, HHP_ROLLUP_BY_PARTY,
               "kommune: - - - - - 0 | bolig: - - - - - 0 | politi: - - - - - 0 | lbf: - - - - - 0 | "
               "none: 5 - 5 - - 0 | total: 5 - - - - 0");
}

/* A grant of 0 belongs to no party in particular, but the plan states it: the total is 0, not absent. */
static void a_grant_of_0_is_in_the_total(void **state) {
  (void)state;
  hhp_plan *plan = financed("'grant': {'awarded': 0}");
  hhp_party_set_kind(hhp_plan_find_party(plan, "politi"), HHP_PARTY_KIND_FUND);
  assert_table(
      plan, HHP_ROLLUP_BY_PARTY,
      "kommune: - - - - - 0 | bolig: - - - - - 0 | politi: - - - - - 0 | lbf: - - - - - 0 | total: 0 - - - - 0");
  assert_table(plan, HHP_ROLLUP_BY_YEAR, "total: 0 - - - - 0");
}

/* Of a party, it is stated there too, and not of the others. */
static void a_grant_of_0_is_in_the_row_of_its_party(void **state) {
  (void)state;
  assert_table(financed("'grant': {'awarded': 0, 'party': 'bolig'}"), HHP_ROLLUP_BY_PARTY,
               "kommune: - - - - - 0 | bolig: 0 - 0 - - 0 | politi: - - - - - 0 | lbf: - - - - - 0 | "
               "total: 0 - - - - 0");
}

static void money_by_year(void **state) {
  (void)state;
  assert_table(financed("'grant': {'awarded': 100}, 'contributions': ["
                        "{'parties': ['kommune'], 'amount': 1, 'year': 2019},"
                        "{'parties': ['politi'], 'amount': 2, 'year': 2017},"
                        "{'parties': ['kommune'], 'amount': 4}], 'budget': ["
                        "{'category': 'staff', 'year': 2018, 'party': 'lbf', 'amount': 8},"
                        "{'category': 'other', 'year': 2017, 'party': 'lbf', 'amount': 16},"
                        "{'category': 'staff', 'year': 2018, 'party': 'lbf', 'amount': 32}]"),
               HHP_ROLLUP_BY_YEAR,
               "2017: 0 2 2 0 16 0 | 2018: 0 0 0 0 40 0 | 2019: 0 1 1 1 0 0 | none: 100 4 104 4 0 0 | "
               "total: 100 7 107 5 56 0");
}

static void words_for_rows(void **state) {
  (void)state;
  hhp_plan *plan = financed("'budget': [{'category': 'staff', 'year': 2018, 'party': 'lbf', 'amount': 8}]");
  const hhp_rollup *rollup = roll_up(plan, HHP_ROLLUP_BY_CATEGORY);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "staff"), HHP_LANG_DA), "løn");
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "staff"), HHP_LANG_EN), "staff");
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_total(rollup), HHP_LANG_DA), "I alt");
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_total(rollup), HHP_LANG_EN), "Total");
  assert_null(hhp_rollup_find(rollup, "Staff"));
  rollup = roll_up(plan, HHP_ROLLUP_BY_ACTIVITY);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_at(rollup, 0), HHP_LANG_DA), "Uden aktivitet");
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_at(rollup, 0), HHP_LANG_EN), "No activity");
  rollup = roll_up(plan, HHP_ROLLUP_BY_YEAR);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "2018"), HHP_LANG_DA), "2018");
  rollup = roll_up(plan, HHP_ROLLUP_BY_PARTY);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "lbf"), HHP_LANG_EN), "Fonden");
}

/* 159 letters and an æ are 161 bytes: the æ does not fit, and is not split. */
static void long_names_are_cut_in_a_joint_title(void **state) {
  (void)state;
  char name[160 + 3];
  memset(name, 'x', 159);
  memcpy(name + 159, "æ", 3);
  hhp_plan *plan = financed("'contributions': [{'parties': ['kommune', 'bolig'], 'amount': 1}]");
  hhp_party_set_name(hhp_plan_find_party(plan, "kommune"), name);
  const hhp_rollup *rollup = roll_up(plan, HHP_ROLLUP_BY_PARTY);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "kommune"), HHP_LANG_DA), name);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "kommune+bolig"), HHP_LANG_DA),
                      text_of("%.159s… + Boligerne", name));
  hhp_party_set_name(hhp_plan_find_party(plan, "kommune"), name + 1);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(roll_up(plan, HHP_ROLLUP_BY_PARTY), "kommune+bolig"), 1),
                      text_of("%s + Boligerne", name + 1));
}

/* --- Incomplete plans --- */

static void empty_plan(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  assert_table(plan, HHP_ROLLUP_BY_PARTY, "total: - - - - - 0");
  assert_table(plan, HHP_ROLLUP_BY_YEAR, "total: - - - - - 0");
  assert_table(plan, HHP_ROLLUP_BY_CATEGORY,
               "staff: - 0 | secretariat: - 0 | activity: - 0 | evaluation: - 0 | communication: - 0 | other: - 0 | "
               "total: - 0");
  assert_table(plan, HHP_ROLLUP_BY_ACTIVITY, "total: - 0");
  assert_table(plan, HHP_ROLLUP_BY_GOAL, "total: 0 0");
  assert_table(plan, HHP_ROLLUP_BY_FOCUS_AREA, "total: 0 0");
}

/* Contributions and lines with almost no members, or with dangling references. */
static hhp_plan *unfinished_plan(void) {
  hhp_plan *plan = financed("'contributions': [{'parties': ['kommune'], 'amount': 1},"
                            "{'parties': ['kommune', 'bolig'], 'amount': 2}],"
                            "'budget': [{'category': 'staff', 'year': 2018, 'party': 'politi', 'amount': 4}]");
  hhp_financing *financing = hhp_plan_financing(plan);
  assert_int_equal(hhp_grant_set_party(hhp_financing_grant(financing), "ukendt-fond"), HHP_OK);
  assert_int_equal(hhp_grant_set_applied(hhp_financing_grant(financing), 8), HHP_OK);
  assert_int_equal(hhp_plan_remove_party(plan, hhp_plan_find_party(plan, "bolig")), HHP_OK);
  assert_int_equal(hhp_plan_remove_party(plan, hhp_plan_find_party(plan, "politi")), HHP_OK);
  hhp_contribution *contribution = NULL;
  assert_int_equal(hhp_financing_add_contribution(financing, &contribution), HHP_OK); /* empty */
  assert_int_equal(hhp_financing_add_contribution(financing, &contribution), HHP_OK);
  assert_int_equal(hhp_contribution_set_amount(contribution, 16), HHP_OK); /* without a party */
  hhp_budget_line *line = NULL;
  assert_int_equal(hhp_financing_add_budget_line(financing, &line), HHP_OK); /* empty */
  assert_int_equal(hhp_financing_add_budget_line(financing, &line), HHP_OK);
  assert_int_equal(hhp_budget_line_set_activity(line, "lbf"), HHP_OK); /* a party, without an activity */
  assert_int_equal(hhp_budget_line_set_amount(line, 32), HHP_OK);
  return plan;
}

static void unfinished_plans_are_rolled_up(void **state) {
  (void)state;
  hhp_plan *plan = unfinished_plan();
  assert_table(plan, HHP_ROLLUP_BY_PARTY,
               "kommune: - 1 1 1 0 0 | lbf: - - - - 0 0 | joint kommune+bolig: - 2 2 2 0 0 | "
               "unknown ukendt-fond: 8 - 8 - 0 0 | unknown bolig: - - - - 0 0 | unknown politi: - - - - 4 0 | "
               "none: - - - - - 2 | total: 8 - - - - 2");
  assert_table(plan, HHP_ROLLUP_BY_YEAR, "2018: - - - - 4 0 | none: 8 - - - - 2 | total: 8 - - - - 2");
  assert_table(plan, HHP_ROLLUP_BY_CATEGORY,
               "staff: 4 0 | secretariat: 0 0 | activity: 0 0 | evaluation: 0 0 | communication: 0 0 | other: 0 0 | "
               "none: - 1 | total: - 1");
  assert_table(plan, HHP_ROLLUP_BY_ACTIVITY, "unknown lbf: 32 0 | none: - 1 | total: - 1");
}

/* Goal and party with the same id (HP107): a reference to a party is to the party. Of two goals it is to the first. */
static void clashing_ids_are_distinguished(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'x', 'name': 'X', 'kind': 'fund'}],"
                                     "'goals': [{'id': 'x', 'title': 'A'}, {'id': 'x', 'title': 'B'}],"
                                     "'activities': [{'id': 'a', 'title': 'A', 'goals': ['x']}],"
                                     "'financing': {'contributions': [{'parties': ['x'], 'amount': 1}]}"));
  assert_table(plan, HHP_ROLLUP_BY_PARTY, "x: - 1 - - - 0 | total: - 1 - - - 0");
  assert_table(plan, HHP_ROLLUP_BY_GOAL, "x: 1 1 | x: 0 0 | total: 1 1");
}

static void rows_without_id_or_title(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_goal *goal = NULL;
  assert_int_equal(hhp_plan_add_goal(plan, "g", &goal), HHP_OK);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_at(roll_up(plan, HHP_ROLLUP_BY_GOAL), 0), 1), "g");
  assert_int_equal(hhp_goal_set_id(goal, NULL), HHP_OK);
  const hhp_rollup_row *row = hhp_rollup_at(roll_up(plan, HHP_ROLLUP_BY_GOAL), 0);
  assert_string_equal(hhp_rollup_row_title(row, 1), "");
  assert_null(hhp_rollup_row_key(row));
  assert_int_equal(hhp_rollup_row_kind(row), HHP_ROLLUP_ROW_ONE);
}

static void assert_overflows(const hhp_plan *plan, int32_t by) {
  hhp_rollup *rollup = (hhp_rollup *)1;
  assert_int_equal(hhp_plan_rollup(plan, by, &rollup), HHP_ERR_OVERFLOW);
  assert_null(rollup);
}

/* As for HP414 and HP411, contributions and budget overflow separately. */
static void sums_that_do_not_fit(void **state) {
  (void)state;
  hhp_plan *plan = financed("'grant': {'awarded': 10}, 'contributions': [{'parties': ['kommune'], 'amount': 1},"
                            "{'parties': ['bolig'], 'amount': 1}], 'budget': ["
                            "{'category': 'staff', 'year': 2018, 'party': 'lbf', 'amount': 1},"
                            "{'category': 'other', 'year': 2019, 'party': 'kommune', 'amount': 2}]");
  contribution_at(plan, 0)->amount = INT64_MAX - 11;
  line_at(plan, 0)->amount = INT64_MAX - 2;
  for (size_t b = 0; b < COUNT_OF(by_all); b++)
    roll_up(plan, by_all[b]);
  contribution_at(plan, 0)->amount++;
  assert_overflows(plan, HHP_ROLLUP_BY_PARTY);
  assert_overflows(plan, HHP_ROLLUP_BY_YEAR);
  for (size_t b = 2; b < COUNT_OF(by_all); b++) {
    hhp_rollup *rollup = NULL;
    assert_int_equal(hhp_plan_rollup(plan, by_all[b], &rollup), HHP_OK);
    own(rollup, free_rollup);
  }
  contribution_at(plan, 0)->amount = 1;
  line_at(plan, 0)->amount++;
  for (size_t b = 0; b < 4; b++)
    assert_overflows(plan, by_all[b]);
  roll_up(plan, HHP_ROLLUP_BY_GOAL);
  roll_up(plan, HHP_ROLLUP_BY_FOCUS_AREA);
}

/* --- Activities --- */

static void activities_by_focus_area(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text(
      "'focus_areas': [{'id': 'f1', 'code': 'a', 'title': 'F1'}, {'id': 'f2', 'code': 'b', 'title': 'F2', "
      "'cross_cutting': true}, {'id': 'f3', 'code': 'c', 'title': 'F3'}], 'activities': ["
      "{'id': 'a1', 'title': 'A1', 'focus_areas': ['f1', 'f2', 'f1']}, {'id': 'a2', 'title': 'A2'},"
      "{'id': 'a3', 'title': 'A3', 'focus_areas': ['f1']}, {'id': 'a4', 'title': 'A4', 'focus_areas': ['f3']}]"));
  assert_table(plan, HHP_ROLLUP_BY_FOCUS_AREA, "f1: 2 2 | f2: 1 4 | f3: 1 1 | none: 1 1 | total: 4 4");
  assert_int_equal(hhp_plan_remove_focus_area(plan, hhp_plan_find_focus_area(plan, "f1")), HHP_OK);
  assert_table(plan, HHP_ROLLUP_BY_FOCUS_AREA, "f2: 1 4 | f3: 1 1 | unknown f1: 2 2 | none: 1 1 | total: 4 4");
}

/* A tree, a separate row, a cycle of three with a goal below it, and a goal that is its own parent. */
static void activities_by_goal(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text(
      "'goals': [{'id': 'leaf', 'title': 'T', 'parent': 'mid'}, {'id': 'mid', 'title': 'T', 'parent': 'top'},"
      "{'id': 'top', 'title': 'T'}, {'id': 'leaf2', 'title': 'T', 'parent': 'mid'}, {'id': 'gap', 'title': 'T'},"
      "{'id': 'c2', 'title': 'T', 'parent': 'c3'}, {'id': 'under', 'title': 'T', 'parent': 'c2'},"
      "{'id': 'c1', 'title': 'T', 'parent': 'c2'}, {'id': 'c3', 'title': 'T', 'parent': 'c1'},"
      "{'id': 'self', 'title': 'T', 'parent': 'self'}], 'activities': ["
      "{'id': 'a1', 'title': 'A1', 'goals': ['leaf', 'leaf', 'leaf2', 'leaf']},"
      "{'id': 'a2', 'title': 'A2', 'goals': ['leaf', 'top']},"
      "{'id': 'a3', 'title': 'A3', 'goals': ['mid', 'under', 'c1']},"
      "{'id': 'a4', 'title': 'A4', 'goals': ['c3', 'self']},"
      "{'id': 'a5', 'title': 'A5'}]"));
  assert_table(plan, HHP_ROLLUP_BY_GOAL,
               "leaf: 2 2 | mid: 1 3 | top: 1 3 | leaf2: 1 1 | gap: 0 0 | c2: 0 2 | under: 1 1 | c1: 1 2 | c3: 1 2 | "
               "self: 1 1 | none: 1 1 | total: 5 5");
  assert_int_equal(hhp_plan_remove_goal(plan, hhp_plan_find_goal(plan, "mid")), HHP_OK);
  assert_table(plan, HHP_ROLLUP_BY_GOAL,
               "leaf: 2 2 | top: 1 1 | leaf2: 1 1 | gap: 0 0 | c2: 0 2 | under: 1 1 | c1: 1 2 | c3: 1 2 | "
               "self: 1 1 | unknown mid: 1 1 | none: 1 1 | total: 5 5");
}

static void a_single_activity_serves_the_goals_above(void **state) {
  (void)state;
  assert_table(
      plan_of(plan_text("'goals': [{'id': 'top', 'title': 'T'}, {'id': 'leaf', 'title': 'T', 'parent': 'top'}],"
                        "'activities': [{'id': 'a', 'title': 'A', 'goals': ['leaf']}]")),
      HHP_ROLLUP_BY_GOAL, "top: 0 1 | leaf: 1 1 | total: 1 1");
}

/* Whether the activity names the goal or one below it: walks up from each goal that it names. */
static int serves(const hhp_plan *plan, const hhp_activity *activity, const hhp_goal *wanted) {
  for (size_t i = 0; i < hhp_activity_goal_count(activity); i++) {
    const hhp_goal *goal = hhp_plan_find_goal(plan, hhp_activity_goal_at(activity, i));
    for (size_t steps = 0; goal != NULL && steps <= hhp_plan_goal_count(plan); steps++) {
      if (goal == wanted)
        return 1;
      goal = hhp_plan_find_goal(plan, hhp_goal_parent(goal));
    }
  }
  return 0;
}

/* Whether the activity names the goal, once or several times. */
static int names(const hhp_activity *activity, const char *goal) {
  for (size_t i = 0; i < hhp_activity_goal_count(activity); i++) {
    if (strcmp(hhp_activity_goal_at(activity, i), goal) == 0)
      return 1;
  }
  return 0;
}

static void assert_goals_counted(const hhp_plan *plan) {
  const hhp_rollup *rollup = roll_up(plan, HHP_ROLLUP_BY_GOAL);
  for (size_t g = 0; g < hhp_plan_goal_count(plan); g++) {
    const hhp_goal *goal = hhp_plan_goal_at(plan, g);
    int64_t named = 0, served = 0;
    for (size_t a = 0; a < hhp_plan_activity_count(plan); a++) {
      named += names(hhp_plan_activity_at(plan, a), hhp_goal_id(goal));
      served += serves(plan, hhp_plan_activity_at(plan, a), goal);
    }
    assert_int_equal(hhp_rollup_row_activities(hhp_rollup_at(rollup, g)), named);
    assert_int_equal(hhp_rollup_row_all_activities(hhp_rollup_at(rollup, g)), served);
  }
}

/* Any graph of parents, with circles and parents that are not in the plan; every other one is a deep tree. */
static void random_goals_are_counted_as_by_brute_force(void **state) {
  (void)state;
  dice d = {1};
  for (int round = 0; round < 1000; round++) {
    hhp_plan *plan = new_plan();
    size_t goals = 1 + roll_below(&d, 30), activities = roll_below(&d, 9);
    for (size_t g = 0; g < goals; g++) {
      hhp_goal *goal = NULL;
      assert_int_equal(hhp_plan_add_goal(plan, text_of("g%zu", g), &goal), HHP_OK);
      size_t parent = round % 2 == 0 ? roll_below(&d, goals + 1) : g + 1 + roll_below(&d, 3);
      if (roll_below(&d, 8) != 0)
        assert_int_equal(hhp_goal_set_parent(goal, text_of("g%zu", parent)), HHP_OK);
    }
    for (size_t a = 0; a < activities; a++) {
      hhp_activity *activity = NULL;
      assert_int_equal(hhp_plan_add_activity(plan, text_of("a%zu", a), &activity), HHP_OK);
      for (size_t n = roll_below(&d, 4); n > 0; n--)
        assert_int_equal(hhp_activity_add_goal(activity, text_of("g%zu", (size_t)roll_below(&d, goals + 1))), HHP_OK);
    }
    assert_goals_counted(plan);
    release_all(NULL);
  }
}

/* --- Size, lifetime and misuse --- */

enum { MANY = 100000 };

/* A chain of 100,000 goals, each below the next, with an activity at the end and a line each: quadratic time would
 * exceed the test's limit. */
static void large_plans_take_linear_time(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_party *party = NULL;
  assert_int_equal(hhp_plan_add_party(plan, "kommune", &party), HHP_OK);
  assert_int_equal(hhp_party_set_kind(party, HHP_PARTY_KIND_MUNICIPALITY), HHP_OK);
  char id[32], next[32];
  for (int i = 0; i < MANY; i++) {
    hhp_goal *goal = NULL;
    hhp_activity *activity = NULL;
    hhp_budget_line *line = NULL;
    hhp_contribution *contribution = NULL;
    snprintf(id, sizeof id, "g%d", i);
    snprintf(next, sizeof next, "g%d", i + 1);
    assert_int_equal(hhp_plan_add_goal(plan, id, &goal), HHP_OK);
    assert_int_equal(hhp_goal_set_parent(goal, next), HHP_OK);
    id[0] = 'a';
    assert_int_equal(hhp_plan_add_activity(plan, id, &activity), HHP_OK);
    assert_int_equal(hhp_activity_add_goal(activity, "g0"), HHP_OK);
    assert_int_equal(hhp_activity_add_focus_area(activity, "f"), HHP_OK);
    assert_int_equal(hhp_financing_add_budget_line(hhp_plan_financing(plan), &line), HHP_OK);
    assert_int_equal(hhp_budget_line_set_activity(line, id), HHP_OK);
    assert_int_equal(hhp_budget_line_set_amount(line, 3), HHP_OK);
    assert_int_equal(hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution), HHP_OK);
    assert_int_equal(hhp_contribution_add_party(contribution, "kommune"), HHP_OK);
    assert_int_equal(hhp_contribution_add_party(contribution, id), HHP_OK);
    assert_int_equal(hhp_contribution_set_amount(contribution, 2), HHP_OK);
  }
  const hhp_rollup *by[COUNT_OF(by_all)];
  for (size_t b = 0; b < COUNT_OF(by_all); b++)
    by[b] = roll_up(plan, by_all[b]);
  assert_int_equal(hhp_rollup_count(by[0]), 1 + MANY + MANY + 1); /* party, joint, unknown, none */
  assert_int_equal(hhp_rollup_count(by[3]), MANY);
  assert_int_equal(hhp_rollup_row_budgeted(hhp_rollup_at(by[3], MANY - 1)), 3);
  assert_int_equal(hhp_rollup_row_all_activities(hhp_rollup_at(by[4], MANY - 1)), MANY);
  assert_int_equal(hhp_rollup_row_activities(hhp_rollup_at(by[4], MANY - 1)), 0);
}

static void a_rollup_outlives_its_plan(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  hhp_party *party = NULL;
  hhp_rollup *rollup = NULL;
  assert_int_equal(hhp_plan_new(&plan), HHP_OK);
  assert_int_equal(hhp_plan_add_party(plan, "kommune", &party), HHP_OK);
  assert_int_equal(hhp_party_set_name(party, "Kommunen"), HHP_OK);
  assert_int_equal(hhp_plan_rollup(plan, HHP_ROLLUP_BY_PARTY, &rollup), HHP_OK);
  own(rollup, free_rollup);
  hhp_plan_free(plan);
  assert_string_equal(hhp_rollup_row_title(hhp_rollup_find(rollup, "kommune"), HHP_LANG_DA), "Kommunen");
}

static void misuse_is_reported(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_rollup *rollup = (hhp_rollup *)1;
  assert_int_equal(hhp_plan_rollup(NULL, HHP_ROLLUP_BY_PARTY, &rollup), HHP_ERR_ARGUMENT);
  assert_null(rollup);
  assert_int_equal(hhp_plan_rollup(plan, HHP_ROLLUP_BY_PARTY, NULL), HHP_ERR_ARGUMENT);
  static const int32_t none[] = {0, 7, -1, HHP_ABSENT, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++) {
    rollup = (hhp_rollup *)1;
    assert_int_equal(hhp_plan_rollup(plan, none[i], &rollup), HHP_ERR_ARGUMENT);
    assert_null(rollup);
  }
  const hhp_rollup *empty = roll_up(plan, HHP_ROLLUP_BY_GOAL);
  assert_null(hhp_rollup_at(empty, 0));
  assert_null(hhp_rollup_find(empty, "x"));
  assert_null(hhp_rollup_find(empty, NULL));
}

static void null_has_nothing(void **state) {
  (void)state;
  hhp_rollup_free(NULL);
  assert_int_equal(hhp_rollup_by(NULL), 0);
  assert_int_equal(hhp_rollup_count(NULL), 0);
  assert_null(hhp_rollup_at(NULL, 0));
  assert_null(hhp_rollup_find(NULL, "x"));
  assert_null(hhp_rollup_total(NULL));
  assert_int_equal(hhp_rollup_row_kind(NULL), 0);
  assert_null(hhp_rollup_row_key(NULL));
  assert_null(hhp_rollup_row_title(NULL, HHP_LANG_DA));
  assert_int_equal(hhp_rollup_row_party_count(NULL), 0);
  assert_null(hhp_rollup_row_party_at(NULL, 0));
  for (size_t c = 0; c < COUNT_OF(kroner_columns); c++)
    assert_int_equal(kroner_columns[c](NULL), HHP_ABSENT);
  assert_int_equal(hhp_rollup_row_activities(NULL), HHP_ABSENT);
  assert_int_equal(hhp_rollup_row_all_activities(NULL), HHP_ABSENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(vollsmose_by_party),
      TEST(vollsmose_by_focus_area),
      TEST(complete_example_by_money),
      TEST(complete_example_by_service),
      TEST(every_document_adds_up),
      TEST(contributions_by_party),
      TEST(parties_that_contribute_jointly_only),
      TEST(parties_of_several_joint_contributions),
      TEST(joint_rows_have_their_own_parties_only),
      TEST(grant_by_party),
      TEST(a_grant_of_0_is_in_the_total),
      TEST(a_grant_of_0_is_in_the_row_of_its_party),
      TEST(money_by_year),
      TEST(words_for_rows),
      TEST(long_names_are_cut_in_a_joint_title),
      TEST(empty_plan),
      TEST(unfinished_plans_are_rolled_up),
      TEST(clashing_ids_are_distinguished),
      TEST(rows_without_id_or_title),
      TEST(sums_that_do_not_fit),
      TEST(activities_by_focus_area),
      TEST(activities_by_goal),
      TEST(a_single_activity_serves_the_goals_above),
      TEST(random_goals_are_counted_as_by_brute_force),
      TEST(large_plans_take_linear_time),
      TEST(a_rollup_outlives_its_plan),
      TEST(misuse_is_reported),
      TEST(null_has_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
