/* The sums of a plan's financing, worked out once and used by the rules and by hhp_plan_cofinancing alike. */
#ifndef HHP_FINANCE_SUMS_H
#define HHP_FINANCE_SUMS_H

#include <stdint.h>

#include "model/model.h"

typedef struct {
  int has_grant;       /* applied for or awarded is stated */
  int has_all_amounts; /* of the contributions */
  int has_overflowed;
  int has_budget_overflowed;
  int64_t grant; /* awarded, else applied; 0 where neither is stated */
  int64_t total; /* grant and all contributions */
  int64_t local; /* what counts, or may count */
  int64_t third_party;
  int64_t in_kind_certain; /* of local */
  int64_t in_kind_unclear;
  int64_t cash_unclear;
  int64_t budget; /* all its lines */
} hhp__sums;

/* What hhp_cofinancing tells of these sums, which must not have overflowed. */
void hhp__work_out(const hhp__sums *sums, int64_t frame, int32_t min_share_bp, int32_t base,
                   hhp_cofinancing_result *result);

void hhp__sum_up(const hhp_plan *plan, hhp__sums *sums);

#endif
