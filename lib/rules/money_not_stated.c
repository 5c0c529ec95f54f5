/* HP406 and HP416: missing amounts. What can still be calculated comes from finance/open_money.c; there is no share
 * and no verdict. */
#include "rules/context.h"

/* The messages for one amount that the requirement is calculated from. */
typedef struct {
  hhp__message short_by; /* some local money is stated, and is not enough */
  hhp__message none;     /* no local amount is stated */
  hhp__message enough;
} S_messages;

static const S_messages S_no_grant_from_total = {HHP__M_NO_GRANT_TOTAL, HHP__M_NO_GRANT_TOTAL_NONE,
                                                 HHP__M_NO_GRANT_TOTAL_ENOUGH};
static const S_messages S_no_grant_from_frame = {HHP__M_NO_GRANT_FRAME, HHP__M_NO_GRANT_FRAME_NONE,
                                                 HHP__M_NO_GRANT_FRAME_ENOUGH};
static const S_messages S_open_from_total = {HHP__M_SHARE_OPEN_TOTAL, HHP__M_SHARE_OPEN_TOTAL_NONE,
                                             HHP__M_SHARE_OPEN_TOTAL_ENOUGH};
/* With a smaller grant than the largest, more of the total is not stated than the local amount that is missing. */
static const S_messages S_open_rest = {HHP__M_SHARE_OPEN_REST, HHP__M_SHARE_OPEN_REST_NONE,
                                       HHP__M_SHARE_OPEN_TOTAL_ENOUGH};
/* If enough local money is stated although the grant is too large, the stated total is too small (HP407). */
static const S_messages S_open_grant_high = {HHP__M_SHARE_OPEN_GRANT_HIGH, HHP__M_SHARE_OPEN_GRANT_HIGH_NONE,
                                             HHP__M_SHARE_OPEN_TOTAL_ENOUGH};
static const S_messages S_open_from_grant = {HHP__M_SHARE_OPEN_GRANT, HHP__M_SHARE_OPEN_GRANT_NONE,
                                             HHP__M_SHARE_OPEN_GRANT_ENOUGH};
static const S_messages S_open_beyond_frame = {HHP__M_SHARE_OPEN_FRAME, HHP__M_SHARE_OPEN_FRAME_NONE,
                                               HHP__M_SHARE_OPEN_GRANT_ENOUGH};
static const S_messages S_open_closed_frame = {HHP__M_SHARE_OPEN_FRAME_CLOSED, HHP__M_SHARE_OPEN_FRAME_CLOSED_NONE,
                                               HHP__M_SHARE_OPEN_GRANT_ENOUGH};

static hhp__message S_message(const S_messages *messages, const hhp_cofinancing_result *r) {
  if (r->missing == 0)
    return messages->enough;
  return r->stated_local == HHP_ABSENT ? messages->none : messages->short_by;
}

/* By how much the grant and other parties' contributions leave too little of a total or ceiling for the local amount
 * that it requires; 0: the parties leave enough, or what is stated is over it already (HP404 and HP407 have the
 * amounts). */
static int64_t S_too_much(const hhp_cofinancing_result *r, const hhp__sums *sums) {
  int64_t total = r->required_from == HHP_REQUIRED_FROM_TOTAL ? r->stated_total : r->frame;
  if (r->required_from == HHP_REQUIRED_FROM_GRANT || r->largest_grant != HHP_ABSENT ||
      sums->grant + sums->third_party > total - sums->local || sums->third_party <= total - r->required)
    return 0;
  return sums->third_party - (total - r->required) + sums->grant;
}

/* Calculates what the stated amounts support. 0 if that is nothing: the scheme is not known or requires no local money
 * (0 %), or nothing follows from the amounts. */
static int S_calculate_open(const hhp__check *check, hhp_cofinancing_result *result) {
  if (check->scheme == NULL || check->scheme->min_local_bp == 0 || check->sums.has_overflowed)
    return 0;
  hhp__requirement requirement = {check->scheme->min_local_bp, check->scheme->base};
  hhp__calculate_open_cofinancing(&check->sums, &requirement, result);
  if (result->required == HHP_ABSENT)
    return 0;
  return result->required_from == HHP_REQUIRED_FROM_GRANT || result->largest_grant != HHP_ABSENT ||
         S_too_much(result, &check->sums) > 0;
}

static void S_add_if_stated(hhp_finding *finding, const char *name, int64_t kroner) {
  if (kroner != HHP_ABSENT)
    hhp__arg_kroner(finding, name, kroner);
}

/* Third-party money increases the local amount that is required of the total, so it is reported there if any is
 * stated. */
static void S_add_figures(hhp_finding *finding, const hhp_cofinancing_result *r, int64_t third_party) {
  hhp__arg_kroner(finding, "required", r->required);
  S_add_if_stated(finding, "actual", r->stated_local);
  hhp__arg_kroner(finding, "short_by", r->missing);
  S_add_if_stated(finding, "grant", r->grant);
  if (third_party > 0 && r->base == HHP_SHARE_BASE_TOTAL)
    hhp__arg_kroner(finding, "third_party", third_party);
  S_add_if_stated(finding, "largest_grant", r->largest_grant);
  S_add_if_stated(finding, "total", r->stated_total);
  if (r->required_from == HHP_REQUIRED_FROM_GRANT)
    S_add_if_stated(finding, "total_at_grant", r->resulting_total);
  S_add_if_stated(finding, "frame", r->frame);
  hhp__arg_limit(finding, "min_share_bp", r->min_share_bp);
}

static int S_has_no_money(const hhp_financing *financing) {
  return financing->contributions.count == 0 && financing->total == HHP_ABSENT && financing->frame == HHP_ABSENT;
}

void hhp__rule_financing_missing(hhp__check *check) {
  const hhp_financing *financing = check->plan->financing;
  hhp_cofinancing_result r;
  if (check->sums.has_grant)
    return;
  int is_known = S_calculate_open(check, &r);
  if (!is_known && S_has_no_money(financing)) {
    hhp__find_at(check, HHP__M_NO_FINANCING, hhp__whole(financing));
    return;
  }
  hhp__spot spot = hhp__field_of(financing, HHP__FIELD(financing, grant));
  if (!is_known) {
    hhp__find_at(check, HHP__M_NO_GRANT, spot);
    return;
  }
  int is_of_total = r.required_from == HHP_REQUIRED_FROM_TOTAL;
  const S_messages *messages = is_of_total ? &S_no_grant_from_total : &S_no_grant_from_frame;
  int64_t excess = S_too_much(&r, &check->sums);
  hhp__message of_others = is_of_total ? HHP__M_NO_GRANT_TOTAL_OTHERS : HHP__M_NO_GRANT_FRAME_OTHERS;
  hhp_finding *finding = hhp__find_at(check, excess > 0 ? of_others : S_message(messages, &r), spot);
  S_add_figures(finding, &r, check->sums.third_party);
  if (excess > 0)
    hhp__arg_kroner(finding, "excess", excess);
  hhp__relate_to(check, finding,
                 hhp__field_of(financing, is_of_total ? HHP__FIELD(financing, total) : HHP__FIELD(financing, frame)));
}

static const S_messages *S_open_messages(const hhp_cofinancing_result *r) {
  if (r->required_from == HHP_REQUIRED_FROM_TOTAL && r->grant != r->largest_grant)
    return r->grant > r->largest_grant ? &S_open_grant_high : &S_open_rest;
  if (r->required_from == HHP_REQUIRED_FROM_TOTAL)
    return &S_open_from_total;
  if (r->frame == HHP_ABSENT || r->resulting_total <= r->frame)
    return &S_open_from_grant;
  return r->largest_grant != HHP_ABSENT ? &S_open_beyond_frame : &S_open_closed_frame;
}

/* A scheme of 0 % is met by a grant alone; so all is stated, unless the stated total is larger. */
static int S_is_met_by_grant(const hhp__check *check) {
  const hhp__sums *sums = &check->sums;
  return check->scheme != NULL && check->scheme->min_local_bp == 0 && sums->contributions == 0 && sums->grant > 0 &&
         sums->stated_total <= sums->grant;
}

static void S_report_too_much(hhp__check *check, hhp__spot spot, const hhp_cofinancing_result *r, int64_t excess) {
  hhp_finding *finding = hhp__find_at(check, HHP__M_SHARE_OPEN_TOTAL_OTHERS, spot);
  S_add_figures(finding, r, check->sums.third_party);
  hhp__arg_kroner(finding, "excess", excess);
}

void hhp__rule_local_share_open(hhp__check *check) {
  const hhp_financing *financing = check->plan->financing;
  const hhp__sums *sums = &check->sums;
  hhp_cofinancing_result r;
  if (!sums->has_grant || sums->has_overflowed || (!hhp__is_open(sums) && sums->total > 0) || S_is_met_by_grant(check))
    return;
  hhp__spot spot = hhp__field_of(financing, HHP__FIELD(financing, contributions));
  if (!hhp__is_open(sums)) {
    hhp__find_at(check, HHP__M_SHARE_OPEN_ZERO, spot);
    return;
  }
  if (!S_calculate_open(check, &r) || r.required_from == HHP_REQUIRED_FROM_FRAME) {
    hhp__find_at(check, HHP__M_SHARE_OPEN, spot);
    return;
  }
  if (S_too_much(&r, sums) > 0) {
    S_report_too_much(check, spot, &r, S_too_much(&r, sums));
    return;
  }
  const S_messages *messages = S_open_messages(&r);
  hhp_finding *finding = hhp__find_at(check, S_message(messages, &r), spot);
  S_add_figures(finding, &r, check->sums.third_party);
  if (messages == &S_open_beyond_frame || messages == &S_open_closed_frame)
    hhp__arg_kroner(finding, "excess", r.resulting_total - r.frame);
  else if (messages == &S_open_grant_high)
    hhp__arg_kroner(finding, "excess", r.grant - r.largest_grant);
  else if (messages == &S_open_rest)
    hhp__arg_kroner(finding, "not_stated", r.stated_total - sums->total);
}
