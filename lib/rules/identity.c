/* HP112-HP114: numbers that identify, and what sort of plan it is. */
#include <string.h>

#include "rules/check.h"

/* CVR: eight digits, weighted; the sum has to be divisible by 11. */
static int S_is_cvr_right(const char *cvr) {
  static const int weights[] = {2, 7, 6, 5, 4, 3, 2, 1};
  int sum = 0;
  for (int i = 0; i < 8; i++)
    sum += (cvr[i] - '0') * weights[i];
  return sum % 11 == 0;
}

void hhp__rule_cvr_checksum(hhp__check *check) {
  const hhp__list *parties = &check->plan->parties;
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp_party *party = parties->items[i];
    if (party->cvr == NULL || S_is_cvr_right(party->cvr))
      continue;
    hhp_finding *finding = hhp__find_at(check, HHP__M_CVR_CHECKSUM, hhp__field_of(party, HHP__FIELD(party, cvr)));
    hhp__arg_text(finding, "cvr", party->cvr, strlen(party->cvr));
    hhp__arg_text(finding, "party", party->name, strlen(party->name));
  }
}

enum { LOWEST_MUNICIPALITY = 101, HIGHEST_MUNICIPALITY = 860 }; /* København, Hjørring */

void hhp__rule_municipality_code(hhp__check *check) {
  const char *code = check->plan->municipality_code;
  if (code == NULL)
    return;
  int number = 0;
  for (const char *p = code; *p != '\0'; p++)
    number = number * 10 + (*p - '0');
  if (number >= LOWEST_MUNICIPALITY && number <= HIGHEST_MUNICIPALITY)
    return;
  hhp__spot spot = hhp__field_of(check->plan, HHP__FIELD(plan, municipality_code));
  hhp_finding *finding = hhp__find_at(check, HHP__M_MUNICIPALITY_CODE, spot);
  hhp__arg_text(finding, "code", code, strlen(code));
  hhp__arg_number(finding, "lowest", LOWEST_MUNICIPALITY);
  hhp__arg_number(finding, "highest", HIGHEST_MUNICIPALITY);
}

void hhp__rule_not_a_social_plan(hhp__check *check) {
  if (check->plan->kind != HHP_PLAN_KIND_FYSISK)
    return;
  hhp__find_at(check, HHP__M_NOT_SOCIAL, hhp__field_of(check->plan, HHP__FIELD(plan, kind)));
  check->is_another_instrument = hhp__severity_of(check, HHP__M_NOT_SOCIAL) == HHP_SEVERITY_ERROR;
}
