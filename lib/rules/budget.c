/* HP411 and HP412: the budget against the financing, and against the years of the plan. */
#include <stdlib.h>
#include <string.h>

#include "rules/context.h"
#include "rules/period.h"

/* A party, and the group that it is in: parties that contribute jointly without a stated split can only be compared
 * with the budget as a group. The groups are a union-find forest over the list of parties. */
typedef struct {
  uint32_t up;    /* towards the head of the group; the head has its own number */
  uint32_t size;  /* of the group, at its head */
  uint32_t first; /* at the head: the first party of the group in the plan */
  uint32_t next;  /* the next party of the group; NOBODY: none */
  int64_t given;
  int64_t budgeted;
  int64_t may_give; /* beyond that: a grant that this account may pay, or HHP_ABSENT for any amount */
  int is_named;     /* in some contribution */
  int is_of_fund;   /* a fund is in the group; set where the payer of the grant is not stated */
  int64_t own;      /* of this party: what it gives alone */
  int64_t joint;    /* what it may give beside that: the whole of each contribution that it shares */
  int64_t lines;    /* its budget lines */
  uint32_t seen_in; /* while amounts are entered: the last contribution that names it, from 1 */
} S_account;

static const uint32_t NOBODY = UINT32_MAX;

enum { MOST_NAMED = 600 /* bytes of names that a finding lists */ };

/* No sum of an account can overflow, since the sum of all has not (HP414), and each counts an amount once. */
typedef struct {
  const hhp_plan *plan;
  S_account *accounts; /* by number in the list of parties */
} S_books;

static uint32_t S_head(S_account *accounts, uint32_t i) {
  while (accounts[i].up != i) {
    accounts[i].up = accounts[accounts[i].up].up;
    i = accounts[i].up;
  }
  return i;
}

/* The head is the first party in the plan: the groups are reported in that order. Halved paths keep it quick. */
static void S_join(S_account *accounts, uint32_t a, uint32_t b) {
  a = S_head(accounts, a);
  b = S_head(accounts, b);
  if (a == b)
    return;
  uint32_t first = a < b ? a : b, second = a < b ? b : a;
  accounts[second].up = first;
  accounts[first].size += accounts[second].size;
}

/* The party's number in the plan. All references are valid by now. */
static uint32_t S_party_index(const hhp_plan *plan, const char *id) {
  return hhp__referent(&plan->object, id)->index;
}

static void S_group(S_books *books) {
  const hhp__list *contributions = &books->plan->financing->contributions;
  for (uint32_t i = 0; i < books->plan->parties.count; i++)
    books->accounts[i] = (S_account){.up = i, .size = 1};
  for (uint32_t i = 0; i < contributions->count; i++) {
    const hhp_contribution *contribution = contributions->items[i];
    uint32_t first = S_party_index(books->plan, contribution->parties.items[0]);
    for (uint32_t k = 1; k < contribution->parties.count; k++)
      S_join(books->accounts, first, S_party_index(books->plan, contribution->parties.items[k]));
  }
}

/* The group of each party is final by now. */
static void S_list_members(S_books *books) {
  S_account *accounts = books->accounts;
  for (uint32_t i = 0; i < books->plan->parties.count; i++)
    accounts[i].first = NOBODY;
  for (uint32_t i = books->plan->parties.count; i-- > 0;) {
    S_account *head = &accounts[S_head(accounts, i)];
    accounts[i].next = head->first;
    head->first = i;
  }
}

static S_account *S_account_of(S_books *books, const char *party) {
  return &books->accounts[S_head(books->accounts, S_party_index(books->plan, party))];
}

/* Enters what its parties give, or may give, each once: a list may name a party twice. */
static void S_enter_shares(S_books *books, const hhp_contribution *contribution, uint32_t number) {
  uint32_t different = 0;
  for (uint32_t i = 0; i < contribution->parties.count; i++) {
    S_account *party = &books->accounts[S_party_index(books->plan, contribution->parties.items[i])];
    different += party->seen_in != number;
    party->seen_in = number;
  }
  for (uint32_t i = 0; i < contribution->parties.count; i++) {
    S_account *party = &books->accounts[S_party_index(books->plan, contribution->parties.items[i])];
    if (party->seen_in != number)
      continue;
    *(different == 1 ? &party->own : &party->joint) += contribution->amount;
    party->seen_in = 0;
  }
}

static void S_enter_amounts(S_books *books) {
  const hhp_financing *financing = books->plan->financing;
  for (uint32_t i = 0; i < financing->contributions.count; i++) {
    const hhp_contribution *contribution = financing->contributions.items[i];
    S_account *account = S_account_of(books, contribution->parties.items[0]);
    account->is_named = 1;
    if (contribution->amount == HHP_ABSENT) {
      account->may_give = HHP_ABSENT;
      continue;
    }
    account->given += contribution->amount;
    S_enter_shares(books, contribution, i + 1);
  }
  for (uint32_t i = 0; i < financing->budget.count; i++) {
    const hhp_budget_line *line = financing->budget.items[i];
    S_account_of(books, line->party)->budgeted += line->amount;
    books->accounts[S_party_index(books->plan, line->party)].lines += line->amount;
  }
}

static int S_is_head(const S_books *books, uint32_t place) {
  return books->accounts[place].up == place;
}

static int64_t S_excess(const S_account *account) {
  return account->budgeted - account->given; /* both are sums that fit, and not negative */
}

static void S_mark_funds(S_books *books) {
  const hhp__list *parties = &books->plan->parties;
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp_party *party = parties->items[i];
    if (party->kind == HHP_PARTY_KIND_FUND)
      books->accounts[S_head(books->accounts, i)].is_of_fund = 1;
  }
}

/* The account that pays the grant, if the plan does not state it: that of the fund if there is one, otherwise the only
 * account, or with several funds the only one of a fund, whose budget exceeds its contributions by exactly the grant.
 * NULL if there is no such account. The order of the parties makes no difference. */
static S_account *S_guess_granter(S_books *books, int64_t grant) {
  S_account *found[2][2] = {{NULL, NULL},
                            {NULL, NULL}}; /* by whether it is of a fund, and whether it fits: the last one */
  int count[2][2] = {{0, 0}, {0, 0}};
  S_mark_funds(books);
  for (uint32_t i = 0; i < books->plan->parties.count; i++) {
    S_account *account = &books->accounts[i];
    if (!S_is_head(books, i))
      continue;
    int is_fit = S_excess(account) == grant;
    found[account->is_of_fund][is_fit] = account;
    count[account->is_of_fund][is_fit]++;
  }
  int is_of_fund = count[1][0] + count[1][1] > 0;
  if (count[is_of_fund][1] == 1)
    return found[is_of_fund][1];
  return count[1][0] == 1 && count[1][1] == 0 ? found[1][0] : NULL;
}

static void S_allow_grant_of_all(S_books *books, int64_t grant) {
  for (uint32_t i = 0; i < books->plan->parties.count; i++) {
    if (books->accounts[i].may_give != HHP_ABSENT)
      books->accounts[i].may_give = grant;
  }
}

/* While the money is open, a party without a contribution may still become a contributor. */
static void S_allow_unnamed_parties(S_books *books) {
  for (uint32_t i = 0; i < books->plan->parties.count; i++) {
    if (S_is_head(books, i) && !books->accounts[i].is_named)
      books->accounts[i].may_give = HHP_ABSENT;
  }
}

/* Any party of the group may pay the grant, unless the plan names one. */
static void S_enter_grant_of(S_books *books, S_account *granter, const char *party, int64_t grant) {
  granter->given += grant;
  if (party != NULL) {
    books->accounts[S_party_index(books->plan, party)].own += grant;
    return;
  }
  for (uint32_t i = granter->first; i != NOBODY; i = books->accounts[i].next)
    books->accounts[i].joint += grant;
}

/* Adds the grant to the account that pays it. If the payer or the amount is not known, it may explain any excess. */
static void S_enter_grant(S_books *books, const hhp__sums *sums) {
  const char *party = books->plan->financing->grant->party;
  int64_t grant = sums->has_grant ? sums->grant : HHP_ABSENT;
  if (grant == 0)
    return;
  if (party == NULL && !sums->has_grant) {
    S_allow_grant_of_all(books, HHP_ABSENT);
    return;
  }
  S_account *granter = party != NULL ? S_account_of(books, party) : S_guess_granter(books, grant);
  if (granter == NULL)
    S_allow_grant_of_all(books, grant);
  else if (sums->has_grant)
    S_enter_grant_of(books, granter, party, grant);
  else
    granter->may_give = HHP_ABSENT;
}

static int S_is_balanced(const S_account *account) {
  int64_t excess = S_excess(account);
  return excess == 0 || (excess > 0 && (account->may_give == HHP_ABSENT || excess <= account->may_give));
}

/* Names the parties of the group as a table of it does: "Lindby Kommune + Lindby Boligforening". */
static void S_name_parties(hhp__check *check, hhp_finding *finding, const S_books *books, uint32_t first) {
  hhp__buffer names = {0};
  for (uint32_t i = first; i != NOBODY; i = books->accounts[i].next) {
    const hhp_party *party = books->plan->parties.items[i];
    hhp__relate_to(check, finding, hhp__whole(party));
    if (names.length > MOST_NAMED)
      continue;
    hhp__puts(&names, i == first ? "" : " + ");
    hhp__puts(&names, names.length > MOST_NAMED ? "…" : party->name);
  }
  if (names.failed)
    hhp__out_of_memory(check);
  else
    hhp__arg_text(finding, "party", names.text, names.length);
  hhp__buffer_free(&names);
}

static void S_report_account(hhp__check *check, const S_books *books, const S_account *account) {
  hhp__message message = account->size > 1 ? HHP__M_BUDGET_OF_PARTIES : HHP__M_BUDGET_OF_PARTY;
  const hhp_financing *financing = check->plan->financing;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(financing, HHP__FIELD(financing, budget)));
  if (finding == NULL)
    return;
  hhp__arg_difference(finding, account->budgeted, account->given);
  hhp__arg_number(finding, "parties", account->size);
  S_name_parties(check, finding, books, account->first);
}

static void S_report_share(hhp__check *check, hhp__message message, const hhp_party *party, int64_t actual,
                           int64_t required) {
  const hhp_financing *financing = check->plan->financing;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(financing, HHP__FIELD(financing, budget)));
  hhp__arg_difference(finding, actual, required);
  hhp__arg_number(finding, "parties", 1);
  hhp__arg_text(finding, "party", party->name, strlen(party->name));
  hhp__relate_to(check, finding, hhp__whole(party));
}

/* Parties that contribute jointly can split only what they share: each pays at least what it gives alone, and at most
 * that and the whole of each joint contribution. Whether one split fits all of them at once is not decided. */
static void S_check_shares(hhp__check *check, const S_books *books, const S_account *group) {
  for (uint32_t i = group->first; i != NOBODY; i = books->accounts[i].next) {
    const S_account *account = &books->accounts[i];
    const hhp_party *party = books->plan->parties.items[i];
    int64_t most = account->own + account->joint;
    if (account->lines < account->own)
      S_report_share(check, HHP__M_BUDGET_BELOW_OWN, party, account->lines, account->own);
    else if (group->may_give != HHP_ABSENT && account->lines - most > group->may_give)
      S_report_share(check, HHP__M_BUDGET_ABOVE_SHARES, party, account->lines, most + group->may_give);
  }
}

/* Of a group that does not match as a whole, its parties are not compared one by one. Whether some group is such. */
static int S_check_parties(hhp__check *check, S_books *books) {
  int is_reported = 0;
  for (uint32_t i = 0; i < check->plan->parties.count; i++) {
    const S_account *account = &books->accounts[i];
    if (!S_is_head(books, i))
      continue;
    if (!S_is_balanced(account)) {
      S_report_account(check, books, account);
      is_reported = 1;
    } else if (account->size > 1) {
      S_check_shares(check, books, account);
    }
  }
  return is_reported;
}

/* If every account balances, so does the total, unless it is not known who pays the grant. */
static void S_check_total(hhp__check *check) {
  if (hhp__is_open(&check->sums) || check->sums.budget == check->sums.total)
    return;
  const hhp_financing *financing = check->plan->financing;
  hhp__spot spot = hhp__field_of(financing, HHP__FIELD(financing, budget));
  hhp_finding *finding = hhp__find_at(check, HHP__M_BUDGET_TOTAL, spot);
  hhp__arg_difference(finding, check->sums.budget, check->sums.total);
}

void hhp__rule_budget_mismatch(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  const hhp__sums *sums = &check->sums;
  if (plan->financing->budget.count == 0 || sums->has_overflowed || sums->has_budget_overflowed ||
      !hhp__is_on(check, HHP__M_BUDGET_TOTAL))
    return;
  S_books books = {.plan = plan};
  books.accounts = calloc(plan->parties.count + 1, sizeof(*books.accounts));
  if (books.accounts == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  S_group(&books);
  S_list_members(&books);
  S_enter_amounts(&books);
  if (hhp__is_open(sums))
    S_allow_unnamed_parties(&books);
  S_enter_grant(&books, sums);
  if (!S_check_parties(check, &books))
    S_check_total(check);
  free(books.accounts);
}

static void S_check_year(hhp__check *check, const hhp_budget_line *line, int32_t first, int32_t last) {
  int is_before = first != 0 && line->year < first;
  int is_after = last != 0 && line->year > last;
  if (!is_before && !is_after)
    return;
  hhp__message message = first != 0 && last != 0 ? HHP__M_BUDGET_YEAR
                         : is_before             ? HHP__M_BUDGET_YEAR_BEFORE
                                                 : HHP__M_BUDGET_YEAR_AFTER;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(line, HHP__FIELD(budget_line, year)));
  hhp__arg_number(finding, "year", line->year);
  if (first != 0)
    hhp__arg_number(finding, "first_year", first);
  if (last != 0)
    hhp__arg_number(finding, "last_year", last);
}

void hhp__rule_budget_year_outside_period(hhp__check *check) {
  int32_t first, last;
  hhp__plan_years(check->plan, &first, &last);
  const hhp__list *budget = &check->plan->financing->budget;
  for (uint32_t i = 0; i < budget->count; i++)
    S_check_year(check, budget->items[i], first, last);
}
