/* From a JSON Pointer to an object, a field and an index, and back. */
#include "model/model.h"
#include "unit/support.h"

static hhp_object *root_of(hhp_plan *plan) {
  return (hhp_object *)plan;
}

static const hhp_field *field_of(const hhp_object *object, const char *name) {
  const hhp_field *field = hhp_entity_find_field(hhp_object_entity(object), name);
  if (field == NULL)
    fail_msg("%s has no %s", hhp_entity_name(hhp_object_entity(object)), name);
  return field;
}

static void assert_pointer(const hhp_object *object, const hhp_field *field, size_t index, const char *expected) {
  char *pointer = NULL;
  assert_int_equal(hhp_object_pointer(object, field, index, &pointer), HHP_OK);
  assert_string_equal(pointer, expected);
  hhp_free(pointer);
}

static void assert_resolves(hhp_plan *plan, const char *pointer, const hhp_object *object, const hhp_field *field,
                            size_t index) {
  hhp_object *found = NULL;
  const hhp_field *found_field = NULL;
  size_t found_index = 77;
  assert_int_equal(hhp_plan_resolve(plan, pointer, &found, &found_field, &found_index), HHP_OK);
  assert_ptr_equal(found, object);
  assert_ptr_equal(found_field, field);
  assert_true(found_index == index);
  assert_pointer(object, field, index, pointer);
}

static void a_pointer_leads_to_object_field_and_index(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'$schema': 's', 'goals': [{'id': 'g', 'title': 'G'}], 'activities': ["
                                     "{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'goals': ['g', 'h']}]"));
  hhp_object *root = root_of(plan);
  hhp_object *second = hhp_get_object_at(root, field_of(root, "activities"), 1);
  hhp_object *group = hhp_get_object(second, field_of(second, "target_group"));
  assert_resolves(plan, "", root, NULL, SIZE_MAX);
  assert_resolves(plan, "/$schema", root, field_of(root, "$schema"), SIZE_MAX);
  assert_resolves(plan, "/activities", root, field_of(root, "activities"), SIZE_MAX);
  assert_resolves(plan, "/activities/1", second, NULL, SIZE_MAX);
  assert_resolves(plan, "/activities/1/title", second, field_of(second, "title"), SIZE_MAX);
  assert_resolves(plan, "/activities/1/goals", second, field_of(second, "goals"), SIZE_MAX);
  assert_resolves(plan, "/activities/1/goals/1", second, field_of(second, "goals"), 1);
  assert_resolves(plan, "/activities/1/target_group", group, NULL, SIZE_MAX); /* though not given */
  assert_resolves(plan, "/activities/1/target_group/age_min", group, field_of(group, "age_min"), SIZE_MAX);
  assert_pointer(root, field_of(root, "activities"), 1, "/activities/1"); /* by list and index, too */
  hhp_move(root, field_of(root, "activities"), 1, 0);
  assert_resolves(plan, "/activities/0/goals/0", second, field_of(second, "goals"), 0);
}

static void pointers_that_lead_nowhere(void **state) {
  (void)state;
  static const char *const none[] = {"/",
                                     "/foo",
                                     "/activities/2",
                                     "/activities/01",
                                     "/activities/-",
                                     "/activities/-1",
                                     "/activities/1/",
                                     "/activities/",
                                     "/activities/x",
                                     "/activities/1/goals/2",
                                     "/activities/1/goals/0/0",
                                     "/title/0",
                                     "/activities/id",
                                     "/x-y",
                                     "/x-y/z",
                                     "/activities/18446744073709551616",
                                     "/activities/18446744073709551617",
                                     "/~0",
                                     "/titl",
                                     "/title2",
                                     "//title",
                                     "/activities/ 1",
                                     "/activities/1/goals/00",
                                     "/period/0"};
  static const char *const bad[] = {"title", "/~", "/~2", "/activities/1~", "#/title", " "};
  hhp_plan *plan = plan_of(plan_text("'x-y': {'z': 1}, 'activities': [{'id': 'a', 'title': 'A'},"
                                     "{'id': 'b', 'title': 'B', 'goals': ['a', 'b']}]"));
  for (size_t i = 0; i < COUNT_OF(none) + COUNT_OF(bad); i++) {
    int is_bad = i >= COUNT_OF(none);
    hhp_object *object = root_of(plan);
    const hhp_field *field = field_of(object, "title");
    size_t index = 5;
    const char *pointer = is_bad ? bad[i - COUNT_OF(none)] : none[i];
    if (hhp_plan_resolve(plan, pointer, &object, &field, &index) != (is_bad ? HHP_ERR_FORMAT : HHP_ERR_NOT_FOUND))
      fail_msg("%s", pointer);
    assert_null(object);
    assert_null(field);
    assert_true(index == SIZE_MAX);
  }
}

static void pointers_of_misuse(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_object *root = root_of(plan), *object = NULL;
  const hhp_field *field = NULL, *title = field_of(root, "title"), *goals = field_of(root, "goals");
  size_t index = 0;
  char *pointer = NULL;
  assert_int_equal(hhp_plan_resolve(NULL, "", &object, &field, &index), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_resolve(plan, NULL, &object, &field, &index), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_resolve(plan, "", NULL, &field, &index), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_resolve(plan, "", &object, NULL, &index), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_resolve(plan, "", &object, &field, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_object_pointer(root, title, SIZE_MAX, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_object_pointer(NULL, title, SIZE_MAX, &pointer), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_object_pointer(root, title, 0, &pointer), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_object_pointer(root, NULL, 0, &pointer), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_object_pointer(root, goals, 0, &pointer), HHP_ERR_NOT_FOUND);
  hhp_object *goal = NULL;
  assert_int_equal(hhp_insert_object(root, goals, 0, "g", &goal), HHP_OK);
  assert_int_equal(hhp_object_pointer(goal, title, SIZE_MAX, &pointer), HHP_ERR_ARGUMENT);
  assert_pointer(goal, field_of(goal, "title"), SIZE_MAX, "/goals/0/title");
  hhp_remove(root, goals, 0);
  assert_int_equal(hhp_object_pointer(goal, field_of(goal, "title"), SIZE_MAX, &pointer), HHP_ERR_NOT_FOUND);
  const hhp_object *scheme = (const hhp_object *)hhp_scheme_at(0);
  const hhp_object *area = hhp_get_object_at(scheme, field_of(scheme, "focus_areas"), 0);
  assert_pointer(scheme, field_of(scheme, "focus_areas"), 0, "/focus_areas/0");
  assert_int_equal(hhp_object_pointer(area, NULL, SIZE_MAX, &pointer), HHP_ERR_NOT_FOUND);
  assert_null(pointer);
}

/* Every finding of a plan that was read leads to a place in it, which has that pointer. */
static void every_finding_leads_to_its_place(void **state) {
  (void)state;
  size_t followed = 0;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    hhp_plan *plan = NULL;
    const char *json = hhp_rule_example(hhp_rule_at(i), HHP_EXAMPLE_FAILING);
    if (json == NULL || hhp_plan_parse(&plan, json, HHP_NUL_TERMINATED, NULL) != HHP_OK)
      continue;
    own_plan(plan);
    hhp_report *report = validate(plan, NULL);
    for (size_t k = 0; k < hhp_report_count(report); k++, followed++) {
      const char *pointer = hhp_finding_pointer(hhp_report_at(report, k));
      hhp_object *object = NULL;
      const hhp_field *field = NULL;
      size_t index = 0;
      if (hhp_plan_resolve(plan, pointer, &object, &field, &index) != HHP_OK)
        fail_msg("%s: %s", hhp_finding_rule(hhp_report_at(report, k)), pointer);
      assert_pointer(object, field, index, pointer);
    }
  }
  assert_true(followed > 50);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_pointer_leads_to_object_field_and_index),
      TEST(pointers_that_lead_nowhere),
      TEST(pointers_of_misuse),
      TEST(every_finding_leads_to_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
