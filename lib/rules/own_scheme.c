/* Errors of a user-defined scheme as a whole: two areas with the same code, years in the wrong order. */
#include <string.h>

#include "base/index.h"
#include "rules/check.h"

static void S_check_codes(hhp__check *check, const hhp_scheme *scheme) {
  hhp__index codes = {0};
  for (uint32_t i = 0; i < scheme->focus_areas.count; i++) {
    const hhp_scheme_area *area = scheme->focus_areas.items[i];
    if (area == NULL || area->code == NULL)
      continue;
    hhp__slot *slot = hhp__index_add(&codes, area->code, strlen(area->code));
    if (slot == NULL) {
      hhp__out_of_memory(check);
      break;
    }
    if (slot->value == NULL) {
      slot->value = scheme->focus_areas.items[i];
      continue;
    }
    const hhp__field *code = HHP__FIELD(scheme_area, code);
    hhp_finding *finding = hhp__find_at(check, HHP__M_DUPLICATE_CODE, hhp__field_of(area, code));
    hhp__arg_text(finding, "code", area->code, strlen(area->code));
    hhp__relate_to(check, finding, hhp__field_of(slot->value, code));
  }
  hhp__index_free(&codes);
}

static void S_check_years(hhp__check *check, const hhp_scheme *scheme) {
  if (scheme->gives_from == HHP_ABSENT || scheme->gives_to == HHP_ABSENT || scheme->gives_from <= scheme->gives_to)
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_SCHEME_YEARS, hhp__field_of(scheme, HHP__FIELD(scheme, gives_to)));
  hhp__arg_number(finding, "first_year", scheme->gives_from);
  hhp__arg_number(finding, "last_year", scheme->gives_to);
}

void hhp__check_scheme(hhp__check *check, const hhp_scheme *scheme) {
  S_check_codes(check, scheme);
  S_check_years(check, scheme);
}
