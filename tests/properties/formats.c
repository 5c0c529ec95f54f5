/* The property that each format has the findings of the report. */
#include "properties/properties.h"
#include "support/written.h"

const char *formats_agree(trial *t) {
  writing how = {0};
  how.lang = random_once_in(&t->random, 2) ? HHP_LANG_DA : HHP_LANG_EN;
  how.show = HHP_SEVERITY_INFO + (int32_t)random_below(&t->random, 3);
  how.fail_on = (int32_t)random_below(&t->random, 4);
  for (size_t i = 0; i < written_format_count; i++) {
    how.format = written_formats[i];
    const char *bad = wrongly_written(t->report, how);
    if (bad != NULL)
      return bad;
    t->cases += hhp_report_count(t->report);
  }
  return NULL;
}
