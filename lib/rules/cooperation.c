/* HP322: leadership. */
#include "rules/check.h"

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
