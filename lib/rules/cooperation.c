/* HP322: leadership. */
#include <string.h>

#include "rules/check.h"

/* The same party named twice is one lead. */
static uint32_t S_distinct(const hhp__list *ids) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < ids->count; i++)
    count += i == 0 || strcmp(ids->items[i], ids->items[0]) != 0;
  return count;
}

void hhp__rule_leadership_not_unambiguous(hhp__check *check) {
  const hhp_governance *governance = check->plan->governance;
  uint32_t leads = S_distinct(&governance->leads);
  if (leads == 1)
    return;
  hhp__message message = leads == 0 ? HHP__M_NO_LEAD : HHP__M_SEVERAL_LEADS;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(governance, HHP__FIELD(governance, leads)));
  hhp__arg_number(finding, "required", 1);
  hhp__arg_number(finding, "actual", leads);
}
