/* HP322 and HP326-HP328: leadership, board, contingency plan and approvals. */
#include <stdlib.h>
#include <string.h>

#include "base/characters.h"
#include "base/date.h"
#include "rules/context.h"

void hhp__rule_leadership_not_unambiguous(hhp__check *check) {
  const hhp_governance *governance = check->plan->governance;
  uint32_t leads = hhp__count_distinct(check, &governance->leads); /* a party named twice is one lead */
  if (leads == 1)
    return;
  hhp__message message = leads == 0 ? HHP__M_NO_LEAD : HHP__M_SEVERAL_LEADS;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(governance, HHP__FIELD(governance, leads)));
  hhp__arg_number(finding, "required", 1);
  hhp__arg_number(finding, "actual", leads);
}

/* What the board has of a party. A member whose level is not stated may be from the top management. */
enum { TOP_IS_MISSING, TOP_MAY_BE_THERE, TOP_IS_THERE };

static void S_mark_top(const hhp_plan *plan, uint8_t *top) {
  const hhp__list *board = &plan->governance->board;
  for (uint32_t i = 0; i < board->count; i++) {
    const hhp_board_member *member = board->items[i];
    uint8_t *of_party = &top[hhp__referent(&plan->object, member->party)->index];
    if (member->level == HHP_BOARD_LEVEL_TOP_MANAGEMENT)
      *of_party = TOP_IS_THERE;
    else if (member->level == HHP_ABSENT && *of_party == TOP_IS_MISSING)
      *of_party = TOP_MAY_BE_THERE;
  }
}

static void S_report_board_level(hhp__check *check, const hhp_party *party, uint8_t top) {
  const hhp_governance *governance = check->plan->governance;
  hhp__spot spot = hhp__field_of(governance, HHP__FIELD(governance, board));
  hhp__message message = top == TOP_MAY_BE_THERE ? HHP__M_BOARD_LEVEL_NOT_STATED : HHP__M_BOARD_LEVEL;
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__about(finding, party->id);
  hhp__arg_text(finding, "party", party->name, strlen(party->name));
  hhp__relate_to(check, finding, hhp__whole(party));
}

/* Every housing organisation must be represented. Of several municipalities one is enough; otherwise the nearest to it
 * is reported, the first of equals. */
static void S_check_board(hhp__check *check, const uint8_t *top) {
  const hhp__list *parties = &check->plan->parties;
  const hhp_party *municipality = NULL;
  uint8_t most = TOP_IS_MISSING;
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp_party *party = parties->items[i];
    if (party->kind == HHP_PARTY_KIND_HOUSING_ORGANISATION && top[i] != TOP_IS_THERE)
      S_report_board_level(check, party, top[i]);
    if (party->kind != HHP_PARTY_KIND_MUNICIPALITY || (municipality != NULL && top[i] <= most))
      continue;
    municipality = party;
    most = top[i];
  }
  if (municipality != NULL && most != TOP_IS_THERE)
    S_report_board_level(check, municipality, most);
}

void hhp__rule_board_level(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  if (!hhp_scheme_requires_board(check->scheme))
    return;
  if (plan->governance->board.count == 0) {
    hhp__find_at(check, HHP__M_NO_BOARD, hhp__field_of(plan->governance, HHP__FIELD(governance, board)));
    return;
  }
  uint8_t *top = calloc((size_t)plan->parties.count + 1, 1); /* of each party, by its index */
  if (top == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  S_mark_top(plan, top);
  S_check_board(check, top);
  free(top);
}

void hhp__rule_contingency_plan_missing(hhp__check *check) {
  const hhp_governance *governance = check->plan->governance;
  if (hhp_scheme_requires_contingency_plan(check->scheme) && hhp__is_blank_text(governance->contingency_plan))
    hhp__find_at(check, HHP__M_CONTINGENCY_PLAN, hhp__field_of(governance, HHP__FIELD(governance, contingency_plan)));
}

/* The required approvals, in order, with a message for each. */
static const struct {
  int32_t kind;
  hhp__message missing;
  hhp__message rejected;
} S_approvers[] = {
    {HHP_APPROVAL_KIND_RESIDENTS, HHP__M_APPROVAL_RESIDENTS, HHP__M_REJECTED_RESIDENTS},
    {HHP_APPROVAL_KIND_COUNCIL, HHP__M_APPROVAL_COUNCIL, HHP__M_REJECTED_COUNCIL},
    {HHP_APPROVAL_KIND_FUND, HHP__M_APPROVAL_FUND, HHP__M_REJECTED_FUND},
};

enum { APPROVERS = sizeof(S_approvers) / sizeof(S_approvers[0]) };

/* A rejection with a date that is still to come is none yet. */
static int S_is_rejection(const hhp__check *check, const hhp_approval *approval) {
  return approval->outcome == HHP_OUTCOME_REJECTED && !hhp__is_ahead(check, approval->decided_on);
}

static const hhp_party *S_party(const hhp_plan *plan, const hhp_approval *approval) {
  return plan->parties.items[hhp__referent(&plan->object, approval->party)->index];
}

/* Of the parties of one kind whose bodies have approved: the first, and whether there is another. */
typedef struct {
  const hhp_party *first;
  int has_another;
} S_approving;

enum { PARTY_KINDS = HHP_PARTY_KIND_OTHER + 1 };

static void S_collect_approving(const hhp_plan *plan, int32_t kind, S_approving approving[PARTY_KINDS]) {
  for (uint32_t i = 0; i < plan->approvals.count; i++) {
    const hhp_approval *approval = plan->approvals.items[i];
    if (approval->kind != kind || approval->outcome != HHP_OUTCOME_APPROVED || approval->party == NULL)
      continue;
    const hhp_party *party = S_party(plan, approval);
    S_approving *of_kind = &approving[party->kind];
    if (of_kind->first == NULL)
      of_kind->first = party;
    else if (of_kind->first != party)
      of_kind->has_another = 1;
  }
}

/* Whether the body of another party of the same kind has approved: certainly not the body that rejected. */
static int S_is_approved_elsewhere(const hhp_plan *plan, const hhp_approval *rejection,
                                   const S_approving approving[PARTY_KINDS]) {
  if (rejection->party == NULL)
    return 0;
  const hhp_party *party = S_party(plan, rejection);
  const S_approving *of_kind = &approving[party->kind];
  return of_kind->has_another || (of_kind->first != NULL && of_kind->first != party);
}

/* Whether it is a decision of that kind and outcome which concerns all. A rejection with a date that is still to come
 * is none yet, and one by a party alone is reported by S_check_each_party. */
static int S_concerns_all(const hhp__check *check, const hhp_approval *decision, int32_t kind, int32_t outcome,
                          const S_approving approving[PARTY_KINDS]) {
  if (decision->kind != kind || decision->outcome != outcome)
    return 0;
  return outcome == HHP_OUTCOME_APPROVED ||
         (S_is_rejection(check, decision) && !S_is_approved_elsewhere(check->plan, decision, approving));
}

/* The decision of that kind and outcome whose first possible day is the latest, else one without a date; NULL if there
 * is none. */
static const hhp_approval *S_latest(const hhp__check *check, int32_t kind, int32_t outcome,
                                    const S_approving approving[PARTY_KINDS]) {
  const hhp_plan *plan = check->plan;
  const hhp_approval *latest = NULL;
  for (uint32_t i = 0; i < plan->approvals.count; i++) {
    const hhp_approval *approval = plan->approvals.items[i];
    if (!S_concerns_all(check, approval, kind, outcome, approving))
      continue;
    if (latest == NULL || approval->decided_on > latest->decided_on)
      latest = approval;
  }
  return latest;
}

/* The last day on which a body of that kind may have approved; INT32_MAX if one of them has no date. */
static int32_t S_last_day(const hhp_plan *plan, int32_t kind) {
  int32_t last = 0;
  for (uint32_t i = 0; i < plan->approvals.count; i++) {
    const hhp_approval *approval = plan->approvals.items[i];
    if (approval->kind != kind || approval->outcome != HHP_OUTCOME_APPROVED)
      continue;
    int32_t day = approval->decided_on == 0 ? INT32_MAX : hhp__date_last(approval->decided_on);
    last = day > last ? day : last;
  }
  return last;
}

/* Whether it was certainly decided after every approval of that kind, of which there is one. No date is before every
 * day. */
static int S_is_later(const hhp_plan *plan, int32_t kind, const hhp_approval *decision) {
  return hhp__date_first(decision->decided_on) > S_last_day(plan, kind);
}

/* The valid approval: not followed by a rejection. NULL if there is none, which is reported. */
static const hhp_approval *S_approval(hhp__check *check, size_t approver) {
  const hhp_plan *plan = check->plan;
  int32_t kind = S_approvers[approver].kind;
  S_approving approving[PARTY_KINDS] = {{0}};
  S_collect_approving(plan, kind, approving);
  const hhp_approval *approved = S_latest(check, kind, HHP_OUTCOME_APPROVED, approving);
  const hhp_approval *rejected = S_latest(check, kind, HHP_OUTCOME_REJECTED, approving);
  if (approved != NULL && (rejected == NULL || !S_is_later(plan, kind, rejected)))
    return approved;
  if (rejected != NULL)
    hhp__find_at(check, S_approvers[approver].rejected, hhp__field_of(rejected, HHP__FIELD(approval, outcome)));
  else
    hhp__find_at(check, S_approvers[approver].missing, hhp__field_of(plan, HHP__FIELD(plan, approvals)));
  return NULL;
}

static hhp__message S_too_early(const hhp_approval *before, const hhp_approval *approval) {
  if (approval->kind == HHP_APPROVAL_KIND_COUNCIL)
    return HHP__M_COUNCIL_TOO_EARLY;
  return before->kind == HHP_APPROVAL_KIND_COUNCIL ? HHP__M_FUND_BEFORE_COUNCIL : HHP__M_FUND_BEFORE_RESIDENTS;
}

/* Whether it was approved too early, which is reported. */
static int S_check_approval_order(hhp__check *check, const hhp_approval *before, const hhp_approval *approval) {
  if (!S_is_later(check->plan, approval->kind, before))
    return 0;
  const hhp__field *decided_on = HHP__FIELD(approval, decided_on);
  hhp_finding *finding = hhp__find_at(check, S_too_early(before, approval), hhp__field_of(approval, decided_on));
  hhp__arg_date(finding, "actual", approval->decided_on);
  hhp__arg_date(finding, "required", before->decided_on);
  hhp__relate_to(check, finding, hhp__field_of(before, decided_on));
  return 1;
}

/* What the bodies of a party have decided. */
typedef struct {
  int32_t last_day;             /* on which one of them may have approved; INT32_MAX if not known, 0 if none has */
  const hhp_approval *rejected; /* the latest */
} S_decisions;

/* When a plan was approved by bodies of that kind of party; 0: without a party. */
typedef int32_t S_days[HHP_PARTY_KIND_OTHER + 1];

static void S_raise(int32_t *last_day, int32_t decided_on) {
  int32_t day = decided_on == 0 ? INT32_MAX : hhp__date_last(decided_on);
  *last_day = day > *last_day ? day : *last_day;
}

static void S_collect_decisions(const hhp__check *check, int32_t kind, S_decisions *of, S_days days) {
  const hhp_plan *plan = check->plan;
  for (uint32_t i = 0; i < plan->approvals.count; i++) {
    const hhp_approval *approval = plan->approvals.items[i];
    if (approval->kind != kind)
      continue;
    const hhp_party *party = approval->party == NULL ? NULL : S_party(plan, approval);
    if (approval->outcome == HHP_OUTCOME_APPROVED) {
      S_raise(&days[party == NULL ? 0 : party->kind], approval->decided_on);
      if (party != NULL)
        S_raise(&of[party->object.index].last_day, approval->decided_on);
    } else if (party != NULL && S_is_rejection(check, approval)) {
      const hhp_approval **rejected = &of[party->object.index].rejected;
      if (*rejected == NULL || approval->decided_on > (*rejected)->decided_on)
        *rejected = approval;
    }
  }
}

/* The body of another party of the same kind is certainly another. One of another kind, or of none, may be the same: a
 * division is also entered by its housing organisation. */
static int S_is_in_force(const hhp_party *party, const S_decisions *own, const S_days days) {
  int32_t last_day = own->last_day;
  for (int32_t kind = 0; kind <= HHP_PARTY_KIND_OTHER; kind++)
    last_day = kind != party->kind && days[kind] > last_day ? days[kind] : last_day;
  return hhp__date_first(own->rejected->decided_on) > last_day; /* no date is before every day, and after none */
}

/* Reports what a party has rejected while others have approved. */
static void S_check_each_party(hhp__check *check, int32_t kind) {
  const hhp__list *parties = &check->plan->parties;
  S_days days = {0};
  S_decisions *of = calloc((size_t)parties->count + 1, sizeof(*of));
  if (of == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  S_collect_decisions(check, kind, of, days);
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp_party *party = parties->items[i];
    if (of[i].rejected == NULL || !S_is_in_force(party, &of[i], days))
      continue;
    hhp__spot spot = hhp__field_of(of[i].rejected, HHP__FIELD(approval, outcome));
    hhp_finding *finding = hhp__find_at(check, HHP__M_REJECTED_BY_ONE, spot);
    hhp__arg_text(finding, "party", party->name, strlen(party->name));
    hhp__relate_to(check, finding, hhp__whole(party));
  }
  free(of);
}

static int S_has_rejection(const hhp__check *check, int32_t kind) {
  const hhp_plan *plan = check->plan;
  for (uint32_t i = 0; i < plan->approvals.count; i++) {
    const hhp_approval *approval = plan->approvals.items[i];
    if (approval->kind == kind && S_is_rejection(check, approval))
      return 1;
  }
  return 0;
}

/* Of several approvals of a kind, such as one for each estate, the latest counts. Each is compared with those before it
 * in order, the nearest first: what the year of the council leaves open, the day of the residents may decide. */
void hhp__rule_approval_missing(hhp__check *check) {
  const hhp_approval *before[APPROVERS]; /* in order; after one that is too early, only that */
  size_t count = 0;
  for (size_t i = 0; i < APPROVERS; i++) {
    const hhp_approval *approval = S_approval(check, i);
    if (approval == NULL)
      continue;
    if (S_has_rejection(check, approval->kind))
      S_check_each_party(check, approval->kind);
    int is_too_early = 0;
    for (size_t k = count; k > 0 && !is_too_early; k--)
      is_too_early = S_check_approval_order(check, before[k - 1], approval);
    count = is_too_early ? 0 : count;
    before[count++] = approval;
  }
}
