/* Properties of money: shares have no scale, and every sum of a plan is the same wherever it is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"
#include "support/same_findings.h"

enum { TIMES = 10 };

/* --- Scale --- */

static void S_multiply(void *user, json_t *object, const hhp_entity *entity) {
  (void)user;
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    json_t *value = json_object_get(object, hhp_field_name(field));
    if (hhp_field_type(field) == HHP_FIELD_KRONER && json_is_integer(value))
      json_object_set_new(object, hhp_field_name(field), json_integer(json_integer_value(value) * TIMES));
  }
}

static int S_is_times(int64_t more, int64_t less) {
  return less == HHP_ABSENT ? more == HHP_ABSENT : more == less * TIMES;
}

/* Required amounts are rounded up, so ten times the money does not need ten times the amount. */
static const char *S_unlike(const hhp_cofinancing_result *a, const hhp_cofinancing_result *b) {
  if (a->verdict != b->verdict || a->passes_of_total != b->passes_of_total ||
      a->passes_of_grant != b->passes_of_grant || a->verdict_strict != b->verdict_strict ||
      a->verdict_without_in_kind != b->verdict_without_in_kind ||
      a->verdict_without_unclear != b->verdict_without_unclear)
    return "another verdict on ten times the money";
  if (a->share_of_total_bp != b->share_of_total_bp || a->share_of_grant_bp != b->share_of_grant_bp ||
      a->share_of_total_strict_bp != b->share_of_total_strict_bp)
    return "another share of ten times the money";
  if (!S_is_times(b->grant, a->grant) || !S_is_times(b->local, a->local) || !S_is_times(b->total, a->total) ||
      !S_is_times(b->frame, a->frame) || !S_is_times(b->over_frame, a->over_frame) ||
      !S_is_times(b->local_strict, a->local_strict) || !S_is_times(b->stated_local, a->stated_local))
    return "another sum of ten times the money";
  if (a->required_at_total != HHP_ABSENT && (b->required_at_total > a->required_at_total * TIMES ||
                                             b->required_at_total <= (a->required_at_total - 1) * TIMES))
    return "another requirement for ten times the money";
  return NULL;
}

static hhp_status S_cofinancing(const json_t *tree, hhp_cofinancing_result *result) {
  hhp_plan *plan = plan_of(tree);
  hhp_status status = plan == NULL ? HHP_ERR_DOCUMENT : hhp_plan_cofinancing(plan, NULL, result, sizeof(*result));
  hhp_plan_free(plan);
  return status;
}

static const char *S_compare_findings(trial *t, const json_t *more) {
  how_to_compare how = {0};
  hhp_report *report = check_tree(t, more);
  finding_lines a = lines_of_findings(t->report, how), b = lines_of_findings(report, how);
  const char *difference = first_difference(&a, &b), *bad = NULL;
  if (difference != NULL)
    bad = wrong(t, "other findings on ten times the money", difference);
  t->cases += a.count;
  free_lines(&a);
  free_lines(&b);
  hhp_report_free(report);
  return bad;
}

const char *shares_have_no_scale(trial *t) {
  hhp_cofinancing_result once, tenfold;
  json_t *more = json_deep_copy(t->tree);
  visit_objects(more, S_multiply, NULL);
  hhp_status status = S_cofinancing(t->tree, &once);
  const char *bad = NULL;
  if (S_cofinancing(more, &tenfold) != status)
    bad = "another status for ten times the money";
  else if (status == HHP_OK)
    bad = S_unlike(&once, &tenfold);
  if (bad == NULL)
    bad = S_compare_findings(t, more);
  json_decref(more);
  return bad;
}

/* --- Sums --- */

/* Added up from the tree alone. */
typedef struct {
  int64_t grant, local, third, total, budget;
  size_t contributions, without_amount, budget_lines;
  int has_grant;
} sums;

static const json_t *S_party(const json_t *plan, const char *id) {
  const json_t *parties = json_object_get(plan, "parties");
  for (size_t i = 0; i < json_array_size(parties); i++) {
    const json_t *party = json_array_get(parties, i);
    if (strcmp(json_string_value(json_object_get(party, "id")), id) == 0)
      return party;
  }
  return NULL;
}

static int S_is_one_of(const char *word, const char *words) {
  const char *at = strstr(words, word);
  return at != NULL && at[strlen(word)] == ' ';
}

/* 2: counts as local, 1: unclear, 0: does not count. By the table of the file format. */
static int S_weight(const json_t *plan, const json_t *contribution) {
  const char *stated = json_string_value(json_object_get(contribution, "counts_as_local"));
  const json_t *parties = json_object_get(contribution, "parties");
  int weakest = 2;
  if (stated != NULL)
    return strcmp(stated, "yes") == 0 ? 2 : strcmp(stated, "unclear") == 0;
  for (size_t i = 0; i < json_array_size(parties); i++) {
    const json_t *party = S_party(plan, json_string_value(json_array_get(parties, i)));
    const char *kind = json_string_value(json_object_get(party, "kind"));
    int weight = S_is_one_of(kind, "municipality housing_organisation housing_division ") ? 2
                 : S_is_one_of(kind, "foundation association business other ")            ? 1
                                                                                          : 0;
    weakest = weight < weakest ? weight : weakest;
  }
  return weakest;
}

static sums S_add_up(const json_t *plan) {
  sums s = {0};
  const json_t *financing = json_object_get(plan, "financing");
  const json_t *grant = json_object_get(financing, "grant");
  const json_t *contributions = json_object_get(financing, "contributions");
  const json_t *budget = json_object_get(financing, "budget");
  const char *const grants[] = {"awarded", "prequalified", "applied"};
  for (size_t i = 0; i < 3 && !s.has_grant; i++) {
    s.has_grant = json_object_get(grant, grants[i]) != NULL;
    s.grant = json_integer_value(json_object_get(grant, grants[i]));
  }
  for (size_t i = 0; i < json_array_size(contributions); i++) {
    const json_t *one = json_array_get(contributions, i);
    const json_t *amount = json_object_get(one, "amount");
    s.contributions++;
    s.without_amount += amount == NULL;
    *(S_weight(plan, one) > 0 ? &s.local : &s.third) += json_integer_value(amount);
  }
  for (size_t i = 0; i < json_array_size(budget); i++) {
    s.budget += json_integer_value(json_object_get(json_array_get(budget, i), "amount"));
    s.budget_lines++;
  }
  s.total = s.grant + s.local + s.third;
  return s;
}

static int S_is_stated(const sums *s) {
  return s->has_grant && s->contributions > 0 && s->without_amount == 0;
}

static const char *S_bad_cofinancing(const sums *s, const hhp_cofinancing_result *r) {
  if (!S_is_stated(s))
    return r->verdict == HHP_VERDICT_OPEN && r->total == HHP_ABSENT && r->share_of_total_bp == HHP_ABSENT
               ? NULL
               : "a verdict or a total though an amount is not stated";
  if (r->grant != s->grant || r->local != s->local || r->third_party != s->third || r->total != s->total)
    return "other sums in the co-financing";
  if (s->total == 0)
    return r->verdict == HHP_VERDICT_NOT_COMPUTABLE ? NULL : "a verdict on nothing";
  int passes = s->local * 10000 >= s->total * r->min_share_bp; /* amounts here are below 10^14 */
  return r->verdict == (passes ? HHP_VERDICT_PASSES : HHP_VERDICT_FAILS) ? NULL : "another verdict than by hand";
}

typedef int64_t column(const hhp_rollup_row *row);

static const char *S_bad_column(const hhp_rollup *rollup, column *of) {
  int64_t total = of(hhp_rollup_total(rollup)), sum = 0;
  for (size_t i = 0; i < hhp_rollup_count(rollup) && total != HHP_ABSENT; i++) {
    int64_t cell = of(hhp_rollup_at(rollup, i));
    sum += cell == HHP_ABSENT ? 0 : cell;
  }
  return total == HHP_ABSENT || sum == total ? NULL : "the rows of a roll-up do not add up";
}

/* What has an amount that is not stated has no sum. */
static const char *S_bad_row(const hhp_rollup_row *row) {
  if (hhp_rollup_row_not_stated(row) <= 0 ||
      (hhp_rollup_row_contributed(row) == HHP_ABSENT && hhp_rollup_row_given(row) == HHP_ABSENT))
    return NULL;
  return "a roll-up has a sum of what is not stated";
}

static const char *S_bad_totals(const hhp_rollup *rollup, const sums *s) {
  const hhp_rollup_row *total = hhp_rollup_total(rollup);
  int32_t by = hhp_rollup_by(rollup);
  int has_budget = by <= HHP_ROLLUP_BY_ACTIVITY, has_money = by <= HHP_ROLLUP_BY_YEAR && S_is_stated(s);
  if (has_budget && hhp_rollup_row_budgeted(total) != (s->budget_lines > 0 ? s->budget : HHP_ABSENT))
    return "another sum of the budget in a roll-up";
  if (has_money &&
      (hhp_rollup_row_grant(total) != s->grant || hhp_rollup_row_local(total) != s->local ||
       hhp_rollup_row_given(total) != s->total || hhp_rollup_row_contributed(total) != s->local + s->third))
    return "other sums of the money in a roll-up";
  return NULL;
}

static const char *S_bad_rollup(trial *t, const hhp_plan *plan, int32_t by, const sums *s) {
  static column *const columns[] = {hhp_rollup_row_grant, hhp_rollup_row_contributed, hhp_rollup_row_given,
                                    hhp_rollup_row_local, hhp_rollup_row_budgeted,    hhp_rollup_row_not_stated};
  hhp_rollup *rollup = NULL;
  if (hhp_plan_rollup(plan, by, &rollup) != HHP_OK)
    return "no roll-up";
  const char *bad = S_bad_totals(rollup, s);
  for (size_t i = 0; i <= hhp_rollup_count(rollup) && bad == NULL && by <= HHP_ROLLUP_BY_YEAR; i++)
    bad = S_bad_row(i == hhp_rollup_count(rollup) ? hhp_rollup_total(rollup) : hhp_rollup_at(rollup, i));
  for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]) && bad == NULL; i++)
    bad = S_bad_column(rollup, columns[i]);
  t->cases += hhp_rollup_count(rollup);
  hhp_rollup_free(rollup);
  return bad;
}

/* The figures that findings on the money have, by rule and argument. */
static const char *S_bad_finding(const hhp_finding *f, const json_t *plan, const sums *s) {
  const struct {
    const char *rule, *argument;
    int64_t expected;
  } figures[] = {
      {"HP401", "actual", s->local},
      {"HP401", "grant", s->grant},
      {"HP401", "total", s->total},
      {"HP401", "third_party", s->third},
      {"HP402", "actual", s->grant},
      {"HP402", "total", s->total},
      {"HP403", "actual", s->local},
      {"HP405", "grant", s->grant},
      {"HP411", "actual", s->budget},
      {"HP411", "required", s->total},
      {"HP407", "required", s->total},
      {"HP407", "actual", json_integer_value(json_object_get(json_object_get(plan, "financing"), "total"))},
  };
  for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
    /* HP411 is also on the money of one party */
    if (strcmp(figures[i].rule, hhp_finding_rule(f)) != 0 || hhp_finding_number(f, "parties") != HHP_ABSENT)
      continue;
    int64_t number = hhp_finding_number(f, figures[i].argument);
    if (number != HHP_ABSENT && number != figures[i].expected)
      return "another figure in a finding";
  }
  return NULL;
}

const char *sums_agree(trial *t) {
  hhp_cofinancing_result r;
  hhp_plan *plan = plan_of(t->tree);
  sums s = S_add_up(t->tree);
  const char *bad = NULL;
  if (plan == NULL || hhp_plan_cofinancing(plan, NULL, &r, sizeof(r)) != HHP_OK)
    bad = "not calculated";
  if (bad == NULL)
    bad = S_bad_cofinancing(&s, &r);
  for (int32_t by = HHP_ROLLUP_BY_PARTY; by <= HHP_ROLLUP_BY_FOCUS_AREA && bad == NULL; by++)
    bad = S_bad_rollup(t, plan, by, &s);
  for (size_t i = 0; i < hhp_report_count(t->report) && bad == NULL; i++) {
    const hhp_finding *f = hhp_report_at(t->report, i);
    bad = S_bad_finding(f, t->tree, &s);
    if (bad != NULL)
      wrong(t, bad, hhp_finding_message(f, HHP_LANG_EN));
  }
  hhp_plan_free(plan);
  return bad;
}
