/* HP215: the focus areas. */
#include <string.h>

#include "rules/check.h"

void hhp__rule_open_for_input(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  for (uint32_t i = 0; i < areas->count; i++) {
    const hhp_focus_area *area = areas->items[i];
    if (!hhp_focus_area_open_for_input(area))
      continue;
    hhp__spot spot = hhp__field_of(area, HHP__FIELD(focus_area, open_for_input));
    hhp_finding *finding = hhp__find_at(check, HHP__M_OPEN_FOR_INPUT, spot);
    hhp__arg_text(finding, "title", area->title, strlen(area->title));
  }
}
