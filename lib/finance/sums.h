/* The sums of a plan's financing, calculated once for rules, roll-ups and hhp_plan_cofinancing, and the co-financing
 * that follows from them. Only this decides what is stated and what is open. */
#ifndef HHP_FINANCE_SUMS_H
#define HHP_FINANCE_SUMS_H

#include <stdint.h>

#include "model/model.h"

typedef struct {
  int has_grant; /* awarded, prequalified or applied for is stated */
  int has_overflowed;
  int has_budget_overflowed;
  int has_local_amount;    /* some contribution that counts, or may count, states its amount; 0 is an amount */
  int has_other_amount;    /* some contribution that does not count states its amount */
  uint32_t contributions;  /* number of them */
  uint32_t without_amount; /* of those, without an amount */
  uint32_t budget_lines;   /* number of them */
  uint32_t lines_open;     /* of those, without an amount, as in a plan that is being built (HP104) */
  int64_t grant;           /* awarded, else prequalified, else applied for; 0 if none is stated */
  int64_t total;           /* grant and all contributions, as far as they are stated */
  int64_t local;           /* of contributions that count, or may count */
  int64_t third_party;
  int64_t in_kind_certain; /* of local */
  int64_t in_kind_unclear;
  int64_t cash_unclear;
  int64_t budget;       /* all its lines, as far as their amounts are stated */
  int64_t stated_total; /* the total that the plan states itself, or HHP_ABSENT */
  int64_t frame;        /* or HHP_ABSENT */
} hhp__sums;

/* What a scheme requires. */
typedef struct {
  int32_t min_bp; /* minimum share, 0 .. 10000 */
  int32_t base;   /* HHP_SHARE_BASE_... */
} hhp__requirement;

void hhp__sum_financing(const hhp_plan *plan, hhp__sums *sums);

/* Whether some amount is missing that a share rests on: the grant, every contribution, or the amount of one. */
int hhp__is_open(const hhp__sums *sums);

/* All figures that these sums, which must not have overflowed, support. Without a requirement (NULL: the scheme is
 * not known), amounts and shares but no verdict. */
void hhp__calculate_cofinancing(const hhp__sums *sums, const hhp__requirement *requirement,
                                hhp_cofinancing_result *result);

/* The same, if hhp__is_open(). */
void hhp__calculate_open_cofinancing(const hhp__sums *sums, const hhp__requirement *requirement,
                                     hhp_cofinancing_result *result);

#endif
