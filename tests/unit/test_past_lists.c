/* Nothing reads past the end of a list. A list read from a file has an array of just its size, in an arena, where no
 * tool sees such a read: here it finds an address that does not exist. */
#include <stdlib.h>

#include "model/model.h"
#include "unit/corpus.h"

/* Replaces the array of each list by one with a wrong address after the last item. */
static void put_ends(hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_OBJECT)
      put_ends(hhp__object_at(object, field));
    if (!hhp__is_list(field))
      continue;
    hhp__list *list = hhp__list_at(object, field);
    void **items = malloc((list->count + 1) * sizeof(*items));
    assert_non_null(items);
    own(items, free);
    for (uint32_t k = 0; k < list->count; k++) {
      items[k] = list->items[k];
      if (hhp__is_list_of_objects(field))
        put_ends(items[k]);
    }
    items[list->count] = (void *)(uintptr_t)UINT64_C(0xa5a5a5a5a5a5a5a5);
    list->items = items;
    list->capacity = list->count;
  }
}

/* Everything that goes through a plan. */
static void use(hhp_plan *plan, hhp_report *report) {
  hhp_cofinancing_result money;
  hhp_plan_cofinancing(plan, NULL, &money, sizeof(money));
  for (int32_t by = HHP_ROLLUP_BY_PARTY; by <= HHP_ROLLUP_BY_FOCUS_AREA; by++) {
    hhp_rollup *rollup = NULL;
    if (hhp_plan_rollup(plan, by, &rollup) == HHP_OK)
      hhp_rollup_free(rollup);
  }
  for (size_t i = 0; i < hhp_table_count(); i++) {
    char *out = NULL;
    assert_int_equal(hhp_table_render(hhp_table_at(i), plan, HHP_FORMAT_CSV, NULL, &out, NULL), HHP_OK);
    hhp_free(out);
  }
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan, plan, &diff), HHP_OK);
  assert_int_equal(hhp_diff_count(diff), 0);
  hhp_diff_free(diff);
  if (hhp_report_set_plan(report, plan) == HHP_OK)
    rendered(report, HHP_FORMAT_HTML, NULL);
}

static void plans_of_every_rule(void **state) {
  (void)state;
  folder *folders = NULL;
  size_t count = corpus_folders(&folders), checked = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].verdict_count; k++) {
      const verdict *v = &folders[i].verdicts[k];
      hhp_plan *plan = NULL;
      if (!is_first_of_group(&folders[i], k) ||
          hhp_plan_load(&plan, source_path(corpus_path(&folders[i], v->file)), NULL) != HHP_OK)
        continue;
      put_ends(&plan->object);
      hhp_report *report = new_report();
      assert_int_equal(hhp_plan_validate(plan, options_of(&folders[i], v), report), HHP_OK);
      use(plan, report);
      hhp_plan_free(plan);
      checked++;
    }
  }
  assert_true(checked > 500);
}

int main(void) {
  const struct CMUnitTest tests[] = {TEST(plans_of_every_rule)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
