/* Diffs of plans, and how they are written. */
#include "unit/diffs.h"

#include <string.h>

void let_go_of_diff(void *diff) {
  hhp_diff_free(diff);
}

hhp_diff *diff_of(const char *before, const char *after) {
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan_of(plan_text("%s", before)), plan_of(plan_text("%s", after)), &diff), HHP_OK);
  own(diff, let_go_of_diff);
  return diff;
}

char *written(const hhp_diff *diff, int32_t format, int32_t lang) {
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, lang), HHP_OK);
  char *out = NULL;
  size_t length = 0;
  assert_int_equal(hhp_diff_render(diff, format, options, &out, &length), HHP_OK);
  assert_int_equal(strlen(out), length);
  own(out, hhp_free);
  return out;
}
