/* HP401-HP405, HP407-HP410 and HP413-HP415: financing. The figures come from finance/ and are only reported here.
 * Rules about shares report nothing while an amount that the share depends on is missing, which the code calls open
 * (hhp__is_open(); rules/money_not_stated.c reports it), or if a sum overflows (HP414). */
#include "base/kroner.h"
#include "rules/context.h"

static hhp__spot S_contributions_spot(const hhp_plan *plan) {
  return hhp__field_of(plan->financing, HHP__FIELD(financing, contributions));
}

static hhp__word S_base_word(int64_t base) {
  if (base == HHP_SHARE_BASE_GRANT)
    return (hhp__word){"grant", {"tilskuddet", "the grant"}};
  return (hhp__word){"total", {"det samlede budget", "the total"}};
}

/* Calculates the co-financing of the plan; 0 if there can be no verdict. */
static int S_calculate(const hhp__check *check, hhp_cofinancing_result *result) {
  if (check->scheme == NULL || check->sums.has_overflowed || hhp__is_open(&check->sums))
    return 0;
  hhp__requirement requirement = {check->scheme->min_local_bp, check->scheme->base};
  hhp__calculate_cofinancing(&check->sums, &requirement, result);
  return 1;
}

/* The amount of the grant that is calculated with: awarded, else prequalified, else applied for. */
static hhp__spot S_grant_spot(const hhp_plan *plan) {
  const hhp_grant *grant = plan->financing->grant;
  if (grant->awarded != HHP_ABSENT)
    return hhp__field_of(grant, HHP__FIELD(grant, awarded));
  return hhp__field_of(grant, grant->prequalified != HHP_ABSENT ? HHP__FIELD(grant, prequalified)
                                                                : HHP__FIELD(grant, applied));
}

static hhp__spot S_amount_spot(const hhp_contribution *contribution) {
  return hhp__field_of(contribution, HHP__FIELD(contribution, amount));
}

/* Relates the finding to every amount that is part of the total. */
static void S_relate_amounts(hhp__check *check, hhp_finding *finding) {
  if (finding == NULL)
    return;
  const hhp_financing *financing = check->plan->financing;
  if (check->sums.has_grant)
    hhp__relate_to(check, finding, S_grant_spot(check->plan));
  for (uint32_t i = 0; i < financing->contributions.count; i++) {
    const hhp_contribution *contribution = financing->contributions.items[i];
    if (contribution->amount != HHP_ABSENT)
      hhp__relate_to(check, finding, S_amount_spot(contribution));
  }
}

/* What is missing at the same total; absent if no grant, however small, leaves space for it beside third-party
 * money. */
static int64_t S_short_by_at_total(const hhp_cofinancing_result *r) {
  return r->largest_grant_at_total == HHP_ABSENT ? HHP_ABSENT : r->shortfall_at_total;
}

/* Chooses the message by the remedies that are possible. */
static hhp__message S_low_share_message(const hhp_cofinancing_result *r) {
  if (r->total_at_grant == HHP_ABSENT)
    return r->largest_grant_at_total == HHP_ABSENT ? HHP__M_LOCAL_SHARE_IMPOSSIBLE_BESIDE
                                                   : HHP__M_LOCAL_SHARE_IMPOSSIBLE;
  if (r->grant == 0)
    return HHP__M_LOCAL_SHARE_LOW_NO_GRANT;
  return r->largest_grant_at_total == HHP_ABSENT ? HHP__M_LOCAL_SHARE_LOW_FIXED_GRANT : HHP__M_LOCAL_SHARE_LOW;
}

void hhp__rule_local_share_below_minimum(hhp__check *check) {
  hhp_cofinancing_result r;
  if (!S_calculate(check, &r) || r.verdict != HHP_VERDICT_FAILS)
    return;
  hhp_finding *finding = hhp__find_at(check, S_low_share_message(&r), S_contributions_spot(check->plan));
  hhp__arg_kroner(finding, "required", r.required_at_total);
  hhp__arg_kroner(finding, "actual", r.local);
  hhp__arg_kroner(finding, "short_by", S_short_by_at_total(&r));
  hhp__arg_kroner(finding, "largest_grant", r.largest_grant_at_total);
  hhp__arg_kroner(finding, "required_at_grant", r.required_at_grant);
  hhp__arg_kroner(finding, "short_by_at_grant", r.shortfall_at_grant);
  hhp__arg_kroner(finding, "total_at_grant", r.total_at_grant);
  hhp__arg_kroner(finding, "grant", r.grant);
  hhp__arg_kroner(finding, "third_party", r.third_party);
  hhp__arg_kroner(finding, "total", r.total);
  int is_of_grant = r.base == HHP_SHARE_BASE_GRANT;
  hhp__arg_share(finding, "share_of_total_bp", r.local, r.total, is_of_grant ? HHP_ABSENT : r.min_share_bp);
  hhp__arg_share(finding, "share_of_grant_bp", r.local, r.grant, is_of_grant ? r.min_share_bp : HHP_ABSENT);
  hhp__arg_limit(finding, "min_share_bp", r.min_share_bp);
  hhp__arg_word(finding, "base", S_base_word(r.base));
  S_relate_amounts(check, finding);
}

/* The largest grant G if all other money O is kept: G <= (G + O) * max / 10000, and so G <= O * max / min, since
 * min = 10000 - max. */
static int64_t S_largest_grant_beside(int64_t others, int64_t max_bp, int64_t min_bp) {
  int64_t grant;
  return hhp__mul_div_down(others, max_bp, min_bp, &grant) == 0 ? grant : 0;
}

/* Without third-party money, too large a grant and too little local money are the same error (HP401). A maximum for
 * the grant follows from the minimum only if the total is the base. */
void hhp__rule_grant_share_above_maximum(hhp__check *check) {
  hhp_cofinancing_result r;
  if (!S_calculate(check, &r) || r.base != HHP_SHARE_BASE_TOTAL || r.third_party == 0)
    return;
  int64_t most;
  int64_t max_bp = HHP__WHOLE_BP - r.min_share_bp;
  if (hhp__mul_div_down(r.total, max_bp, HHP__WHOLE_BP, &most) != 0 || r.grant <= most)
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_GRANT_SHARE_HIGH, S_grant_spot(check->plan));
  hhp__arg_kroner(finding, "required", most);
  hhp__arg_kroner(finding, "actual", r.grant);
  hhp__arg_kroner(finding, "excess", r.grant - most);
  hhp__arg_kroner(finding, "largest_grant", S_largest_grant_beside(r.total - r.grant, max_bp, r.min_share_bp));
  hhp__arg_kroner(finding, "total", r.total);
  hhp__arg_share_beside_most(finding, "share_bp", r.grant, r.total, max_bp);
  hhp__arg_limit(finding, "max_share_bp", max_bp);
}

/* The total is never less than the grant, so a share that fails on the grant cannot pass on the total. */
void hhp__rule_share_passes_on_other_base(hhp__check *check) {
  hhp_cofinancing_result r;
  if (!S_calculate(check, &r) || r.verdict != HHP_VERDICT_FAILS || r.passes_of_grant != HHP_VERDICT_PASSES)
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_PASSES_ON_GRANT, S_contributions_spot(check->plan));
  hhp__arg_kroner(finding, "required", r.required_at_total);
  hhp__arg_kroner(finding, "actual", r.local);
  hhp__arg_share(finding, "share_bp", r.local, r.grant, r.min_share_bp);
  hhp__arg_limit(finding, "min_share_bp", r.min_share_bp);
}

/* While an amount is missing, the total that the plan states is used instead of the sum of the amounts, if larger. */
static int S_uses_stated_total(const hhp__check *check) {
  return hhp__is_open(&check->sums) && check->sums.stated_total > check->sums.total;
}

static hhp__message S_frame_message(const hhp__check *check) {
  if (!hhp__is_open(&check->sums))
    return HHP__M_FRAME_EXCEEDED;
  return S_uses_stated_total(check) ? HHP__M_FRAME_EXCEEDED_AS_STATED : HHP__M_FRAME_EXCEEDED_ALREADY;
}

void hhp__rule_frame_exceeded(hhp__check *check) {
  const hhp_financing *financing = check->plan->financing;
  int is_stated = S_uses_stated_total(check);
  int64_t total = is_stated ? financing->total : check->sums.total;
  if (check->sums.has_overflowed || financing->frame == HHP_ABSENT || total <= financing->frame)
    return;
  hhp__spot spot = hhp__field_of(financing, HHP__FIELD(financing, frame));
  hhp_finding *finding = hhp__find_at(check, S_frame_message(check), spot);
  hhp__arg_kroner(finding, "actual", total);
  hhp__arg_kroner(finding, "frame", financing->frame);
  hhp__arg_kroner(finding, "excess", total - financing->frame);
  if (is_stated)
    hhp__relate_to(check, finding, hhp__field_of(financing, HHP__FIELD(financing, total)));
  else
    S_relate_amounts(check, finding);
}

void hhp__rule_jointly_unsatisfiable(hhp__check *check) {
  hhp_cofinancing_result r;
  if (!S_calculate(check, &r) || r.frame == HHP_ABSENT || r.over_frame_at_grant == HHP_ABSENT ||
      r.over_frame_at_grant == 0)
    return;
  hhp__message message =
      r.largest_grant_in_frame == HHP_ABSENT ? HHP__M_UNSATISFIABLE_THIRD_PARTY : HHP__M_UNSATISFIABLE;
  hhp__spot spot = hhp__field_of(check->plan->financing, HHP__FIELD(financing, frame));
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_kroner(finding, "grant", r.grant);
  if (r.third_party > 0)
    hhp__arg_kroner(finding, "third_party", r.third_party);
  hhp__arg_kroner(finding, "frame", r.frame);
  hhp__arg_kroner(finding, "total_at_grant", r.total_at_grant);
  hhp__arg_kroner(finding, "excess", r.over_frame_at_grant);
  hhp__arg_kroner(finding, "largest_grant", r.largest_grant_in_frame);
  hhp__arg_limit(finding, "min_share_bp", r.min_share_bp);
  hhp__arg_word(finding, "base", S_base_word(r.base));
  hhp__relate_to(check, finding, S_grant_spot(check->plan));
}

/* A missing amount may explain why the stated total is larger than the sum, but not why it is smaller. */
void hhp__rule_total_mismatch(hhp__check *check) {
  const hhp_financing *financing = check->plan->financing;
  const hhp__sums *sums = &check->sums;
  int is_open = hhp__is_open(sums);
  if (financing->total == HHP_ABSENT || sums->has_overflowed || financing->total == sums->total)
    return;
  if (is_open && financing->total > sums->total)
    return;
  hhp__spot spot = hhp__field_of(financing, HHP__FIELD(financing, total));
  hhp_finding *finding = hhp__find_at(check, is_open ? HHP__M_TOTAL_TOO_SMALL : HHP__M_TOTAL_MISMATCH, spot);
  hhp__arg_difference(finding, financing->total, sums->total);
  S_relate_amounts(check, finding);
}

void hhp__rule_local_split_missing(hhp__check *check) {
  const hhp__list *contributions = &check->plan->financing->contributions;
  for (uint32_t i = 0; i < contributions->count; i++) {
    const hhp_contribution *contribution = contributions->items[i];
    uint32_t parties = hhp__count_distinct(check, &contribution->parties); /* a party named twice is one */
    if (parties < 2)
      continue;
    hhp__spot spot = hhp__field_of(contribution, HHP__FIELD(contribution, parties));
    int has_amount = contribution->amount != HHP_ABSENT;
    hhp_finding *finding =
        hhp__find_at(check, has_amount ? HHP__M_SPLIT_MISSING : HHP__M_SPLIT_AND_AMOUNT_MISSING, spot);
    if (has_amount)
      hhp__arg_kroner(finding, "amount", contribution->amount);
    hhp__arg_number(finding, "parties", parties);
  }
}

static int S_is_uncertain(const hhp_contribution *contribution) {
  int32_t counts = hhp_contribution_effective_counts_as_local(contribution);
  if (counts == HHP_COUNTS_AS_LOCAL_NO)
    return 0;
  return counts == HHP_COUNTS_AS_LOCAL_UNCLEAR || hhp_contribution_kind(contribution) != HHP_CONTRIBUTION_KIND_CASH;
}

/* Uncertain money is replaced while the grant is kept. For a share of the total this changes nothing; for a share of
 * the grant, more is needed than if local money replaced part of the grant. */
static hhp__message S_unclear_share_message(const hhp_cofinancing_result *r, int64_t total_at_grant) {
  int is_of_grant = r->base == HHP_SHARE_BASE_GRANT;
  /* More money is no remedy if none but certain local money is allowed at all, or if it exceeds the ceiling. */
  if (total_at_grant == HHP_ABSENT || (r->frame != HHP_ABSENT && total_at_grant > r->frame))
    return is_of_grant ? HHP__M_DEPENDS_ON_UNCLEAR_OF_GRANT_IN_FRAME : HHP__M_DEPENDS_ON_UNCLEAR_ALL;
  return is_of_grant ? HHP__M_DEPENDS_ON_UNCLEAR_OF_GRANT : HHP__M_DEPENDS_ON_UNCLEAR;
}

/* The total if uncertain contributions stay and certain local money is raised to what is required; HHP_ABSENT if none
 * is enough. */
static int64_t S_total_at_grant_strict(const hhp_cofinancing_result *r) {
  int64_t total;
  if (r->required_at_grant_strict == HHP_ABSENT ||
      hhp__add(r->total - r->local_strict, r->required_at_grant_strict, &total) != 0)
    return HHP_ABSENT;
  return total;
}

void hhp__rule_share_depends_on_unclear(hhp__check *check) {
  hhp_cofinancing_result r;
  if (!S_calculate(check, &r) || r.verdict != HHP_VERDICT_PASSES || r.verdict_strict != HHP_VERDICT_FAILS)
    return;
  const hhp_financing *financing = check->plan->financing;
  int64_t total_at_grant = S_total_at_grant_strict(&r);
  hhp__message message = S_unclear_share_message(&r, total_at_grant);
  hhp_finding *finding = hhp__find_at(check, message, S_contributions_spot(check->plan));
  hhp__arg_kroner(finding, "required", r.required_at_total_strict);
  hhp__arg_kroner(finding, "actual", r.local_strict);
  hhp__arg_kroner(finding, "short_by", r.shortfall_at_total_strict);
  hhp__arg_kroner(finding, "required_at_grant", r.required_at_grant_strict);
  hhp__arg_kroner(finding, "short_by_at_grant", r.shortfall_at_grant_strict);
  hhp__arg_kroner(finding, "total_at_grant", total_at_grant);
  hhp__arg_kroner(finding, "uncertain", r.local - r.local_strict);
  hhp__arg_kroner(finding, "in_kind", r.local_in_kind);
  hhp__arg_kroner(finding, "unclear", r.local_unclear);
  hhp__arg_share(finding, "share_of_total_strict_bp", r.local_strict, r.total, r.min_share_bp);
  hhp__arg_limit(finding, "min_share_bp", r.min_share_bp);
  for (uint32_t i = 0; finding != NULL && i < financing->contributions.count; i++) {
    if (S_is_uncertain(financing->contributions.items[i]))
      hhp__relate_to(check, finding, S_amount_spot(financing->contributions.items[i]));
  }
}

static int S_has_hours(const hhp_contribution *contribution) {
  return hhp_contribution_kind(contribution) == HHP_CONTRIBUTION_KIND_IN_KIND_HOURS;
}

/* Without amount, number of hours and rate there is nothing to check yet. */
static int S_is_valued(const hhp_contribution *c) {
  return c->amount != HHP_ABSENT || c->hours != HHP_ABSENT || c->rate != HHP_ABSENT;
}

static void S_check_valuation(hhp__check *check, const hhp_contribution *c) {
  if (c->hours == HHP_ABSENT || c->rate == HHP_ABSENT) {
    const hhp__field *missing =
        c->hours == HHP_ABSENT ? HHP__FIELD(contribution, hours) : HHP__FIELD(contribution, rate);
    hhp_finding *finding = hhp__find_at(check, HHP__M_VALUATION_MISSING, hhp__field_of(c, missing));
    hhp__arg_text(finding, "member", missing->json, missing->json_length);
    return;
  }
  int64_t value;
  if (hhp__multiply(c->hours, c->rate, &value) != 0 || value == c->amount)
    return;
  int has_amount = c->amount != HHP_ABSENT;
  hhp_finding *finding =
      hhp__find_at(check, has_amount ? HHP__M_VALUATION_WRONG : HHP__M_VALUATION_WITHOUT_AMOUNT, S_amount_spot(c));
  hhp__arg_number(finding, "hours", c->hours);
  hhp__arg_kroner(finding, "rate", c->rate);
  if (has_amount)
    hhp__arg_difference(finding, c->amount, value);
  else
    hhp__arg_kroner(finding, "required", value);
}

void hhp__rule_in_kind_valuation(hhp__check *check) {
  const hhp__list *contributions = &check->plan->financing->contributions;
  for (uint32_t i = 0; i < contributions->count; i++) {
    if (S_has_hours(contributions->items[i]) && S_is_valued(contributions->items[i]))
      S_check_valuation(check, contributions->items[i]);
  }
}

static void S_check_grant_order(hhp__check *check, hhp__message message, const hhp__field *field, int64_t actual,
                                int64_t required) {
  if (actual == HHP_ABSENT || required == HHP_ABSENT || actual <= required)
    return;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(check->plan->financing->grant, field));
  hhp__arg_kroner(finding, "required", required);
  hhp__arg_kroner(finding, "actual", actual);
  hhp__arg_kroner(finding, "excess", actual - required);
}

void hhp__rule_grant_order(hhp__check *check) {
  const hhp_grant *grant = check->plan->financing->grant;
  S_check_grant_order(check, HHP__M_PREQUALIFIED_ABOVE_APPLIED, HHP__FIELD(grant, prequalified), grant->prequalified,
                      grant->applied);
  S_check_grant_order(check, HHP__M_AWARDED_ABOVE_APPLIED, HHP__FIELD(grant, awarded), grant->awarded, grant->applied);
  if (grant->awarded != HHP_ABSENT)
    S_check_grant_order(check, HHP__M_DISBURSED_ABOVE_AWARDED, HHP__FIELD(grant, disbursed), grant->disbursed,
                        grant->awarded);
  else
    S_check_grant_order(check, HHP__M_DISBURSED_ABOVE_APPLIED, HHP__FIELD(grant, disbursed), grant->disbursed,
                        grant->applied);
}

void hhp__rule_amount_overflow(hhp__check *check) {
  const hhp_financing *financing = check->plan->financing;
  if (check->sums.has_overflowed)
    hhp__find_at(check, HHP__M_SUM_OVERFLOW, S_contributions_spot(check->plan));
  if (check->sums.has_budget_overflowed)
    hhp__find_at(check, HHP__M_SUM_OVERFLOW, hhp__field_of(financing, HHP__FIELD(financing, budget)));
  for (uint32_t i = 0; i < financing->contributions.count; i++) {
    const hhp_contribution *c = financing->contributions.items[i];
    int64_t value;
    if (!S_has_hours(c) || c->hours == HHP_ABSENT || c->rate == HHP_ABSENT ||
        hhp__multiply(c->hours, c->rate, &value) == 0)
      continue;
    hhp_finding *finding = hhp__find_at(check, HHP__M_VALUE_OVERFLOW, hhp__field_of(c, HHP__FIELD(contribution, rate)));
    hhp__arg_number(finding, "hours", c->hours);
    hhp__arg_kroner(finding, "rate", c->rate);
  }
}

void hhp__rule_contribution_not_exact(hhp__check *check) {
  const hhp__list *contributions = &check->plan->financing->contributions;
  for (uint32_t i = 0; i < contributions->count; i++) {
    const hhp_contribution *contribution = contributions->items[i];
    int32_t qualifier = hhp_contribution_qualifier(contribution);
    if (qualifier == HHP_QUALIFIER_EXACT || contribution->amount == HHP_ABSENT)
      continue;
    const hhp__value *value = hhp__value_of(&hhp__enums[HHP__V_qualifier], qualifier);
    hhp__spot spot = hhp__field_of(contribution, HHP__FIELD(contribution, qualifier));
    hhp_finding *finding = hhp__find_at(check, HHP__M_NOT_EXACT, spot);
    hhp__arg_kroner(finding, "amount", contribution->amount);
    hhp__arg_word(finding, "qualifier", (hhp__word){value->json, value->title});
  }
}
