/* The layout of plans, reports and diffs as JSON: each line is indented by two blanks for each array or object that it
 * is within. Other tests compare values, which do not depend on it. */
#include <string.h>

#include "unit/corpus.h"

static size_t blanks(const char *text) {
  return strspn(text, " ");
}

/* Strings are skipped; a line that begins with a closing bracket is on the level of the opening one. */
static void assert_indented(const char *what, const char *json) {
  size_t depth = 0, line = 1;
  for (const char *p = json; *p != '\0'; p++) {
    if (*p == '"') {
      for (p++; *p != '"'; p++)
        p += *p == '\\';
    } else if (*p == '{' || *p == '[') {
      depth++;
    } else if (*p == '}' || *p == ']') {
      depth--;
    } else if (*p == '\n' && p[1] != '\0') {
      const char *first = p + 1 + blanks(p + 1);
      size_t level = depth - (*first == '}' || *first == ']');
      line++;
      if (blanks(p + 1) != 2 * level)
        fail_msg("%s, line %zu: indented by %zu instead of %zu", what, line, blanks(p + 1), 2 * level);
    }
  }
  assert_int_equal(depth, 0);
}

static void every_report_is_indented(void **state) {
  (void)state;
  static const int32_t formats[] = {HHP_FORMAT_JSON, HHP_FORMAT_SARIF, HHP_FORMAT_GITLAB};
  folder *folders = NULL;
  size_t count = corpus_folders(&folders);
  assert_true(count > 0);
  for (size_t i = 0; i < count; i++) {
    const verdict *v = &folders[i].verdicts[0];
    hhp_report *report = check_as(&folders[i], v);
    for (size_t k = 0; k < COUNT_OF(formats); k++)
      assert_indented(folders[i].rule, rendered(report, formats[k], NULL));
    hhp_report_free(report);
  }
}

static void let_go_of_diff(void *diff) {
  hhp_diff_free(diff);
}

static void diffs_are_indented(void **state) {
  (void)state;
  static const char *const plans[] = {"tests/faults/every.helhedsplan.json",
                                      "examples/vollsmose-2016-2020.helhedsplan.json"};
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    hhp_diff *diff = NULL;
    assert_int_equal(hhp_plan_diff(plan_from(plans[i]), plan_from(plans[1 - i]), &diff), HHP_OK);
    own(diff, let_go_of_diff);
    char *out = NULL;
    size_t length = 0;
    assert_int_equal(hhp_diff_render(diff, HHP_FORMAT_JSON, NULL, &out, &length), HHP_OK);
    own(out, hhp_free);
    assert_indented("diff", out);
  }
}

static void plans_are_indented(void **state) {
  (void)state;
  assert_indented("plan", dump_of(plan_from("tests/faults/every.helhedsplan.json")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(every_report_is_indented),
      TEST(diffs_are_indented),
      TEST(plans_are_indented),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
