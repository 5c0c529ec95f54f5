/* The x- members of objects, read and written as JSON text. */
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

static hhp_object *root_of(hhp_plan *plan) {
  return (hhp_object *)plan;
}

static hhp_plan *some_plan(void) {
  return plan_of(
      plan_text("'goals': [{'id': 'g', 'title': 'G', 'x-note': 'å', 'x-list': [1, -2.50, 1e2, true, null, {}],"
                "'x-object': {'b': 1, 'a': {'c': []}}}], 'x-z': 0, 'x-a': '\\\"\\\\', 'x-': false"));
}

static void assert_dumps(hhp_plan *plan, const char *members) {
  assert_string_equal(dump_of(plan), dump_of(plan_of(plan_text("%s", members))));
}

static void values_are_texts_and_names_in_the_order_of_the_file(void **state) {
  (void)state;
  hhp_plan *plan = some_plan();
  const hhp_object *root = root_of(plan), *goal = (const hhp_object *)hhp_plan_goal_at(plan, 0);
  assert_int_equal(hhp_extension_count(goal), 3);
  assert_string_equal(hhp_extension_name_at(goal, 0), "x-note");
  assert_string_equal(hhp_extension_name_at(goal, 2), "x-object");
  assert_null(hhp_extension_name_at(goal, 3));
  assert_null(hhp_extension_name_at(goal, SIZE_MAX));
  assert_string_equal(hhp_get_extension(goal, "x-note"), "\"å\"");
  assert_string_equal(hhp_get_extension(goal, "x-list"), "[1,-2.5,100.0,true,null,{}]");
  assert_string_equal(hhp_get_extension(goal, "x-object"), "{\"b\":1,\"a\":{\"c\":[]}}");
  assert_string_equal(hhp_get_extension(root, "x-z"), "0");
  assert_string_equal(hhp_get_extension(root, "x-a"), "\"\\\"\\\\\"");
  assert_string_equal(hhp_get_extension(root, "x-"), "false");
  assert_string_equal(hhp_extension_name_at(root, 2), "x-");
  assert_ptr_equal(hhp_get_extension(goal, "x-list"), hhp_get_extension(goal, "x-list"));
}

static void what_is_not_there(void **state) {
  (void)state;
  hhp_plan *plan = some_plan();
  hhp_object *root = root_of(plan), *period = (hhp_object *)hhp_plan_period(plan);
  assert_null(hhp_get_extension(root, "x-nothing"));
  assert_null(hhp_get_extension(root, "title"));
  assert_null(hhp_get_extension(root, NULL));
  assert_null(hhp_get_extension(NULL, "x-z"));
  assert_null(hhp_get_extension(period, "x-z"));
  assert_int_equal(hhp_extension_count(period), 0);
  assert_int_equal(hhp_extension_count(NULL), 0);
  assert_null(hhp_extension_name_at(period, 0));
  assert_null(hhp_extension_name_at(NULL, 0));
  assert_int_equal(hhp_set_extension(NULL, "x-z", "1"), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_set_extension(root, NULL, "1"), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_set_extension(period, "x-nothing", NULL), HHP_OK);
  assert_int_equal(hhp_extension_count(period), 0);
}

static void members_are_added_replaced_and_removed(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'x-b': 1, 'x-a': 2, 'x-c': 3"));
  hhp_object *root = root_of(plan), *period = (hhp_object *)hhp_plan_period(plan);
  assert_int_equal(hhp_set_extension(root, "x-a", " [ 1.50 , {\"ø\" : null} ] "), HHP_OK); /* at its place */
  assert_int_equal(hhp_set_extension(root, "x-d", "\"ny\""), HHP_OK);                      /* the last */
  assert_int_equal(hhp_set_extension(period, "x-p", "42"), HHP_OK);
  assert_string_equal(hhp_get_extension(root, "x-a"), "[1.5,{\"ø\":null}]");
  assert_string_equal(hhp_get_extension(period, "x-p"), "42");
  assert_dumps(plan, "'period': {'x-p': 42}, 'x-b': 1, 'x-a': [1.5, {'ø': null}], 'x-c': 3, 'x-d': 'ny'");
  assert_int_equal(hhp_set_extension(root, "x-b", NULL), HHP_OK);
  assert_int_equal(hhp_set_extension(root, "x-d", NULL), HHP_OK);
  assert_int_equal(hhp_set_extension(period, "x-p", NULL), HHP_OK); /* which leaves the period empty */
  assert_dumps(plan, "'x-a': [1.5, {'ø': null}], 'x-c': 3");
  assert_null(hhp_get_extension(root, "x-b"));
  assert_int_equal(hhp_set_extension(root, "x-b", "true"), HHP_OK);
  assert_int_equal(hhp_set_extension(period, "x-p", "43"), HHP_OK);
  assert_dumps(plan, "'period': {'x-p': 43}, 'x-a': [1.5, {'ø': null}], 'x-c': 3, 'x-b': true");
}

/* The others stay, to the last. */
static void members_are_removed_one_by_one(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'x-a': 1, 'x-b': 2, 'x-c': 3"));
  hhp_object *root = root_of(plan);
  assert_int_equal(hhp_set_extension(root, "x-b", NULL), HHP_OK);
  assert_dumps(plan, "'x-a': 1, 'x-c': 3");
  assert_int_equal(hhp_set_extension(root, "x-a", NULL), HHP_OK);
  assert_dumps(plan, "'x-c': 3");
  assert_int_equal(hhp_set_extension(root, "x-c", NULL), HHP_OK);
  assert_int_equal(hhp_extension_count(root), 0);
}

/* Borrowed until the plan is freed, whatever is done to the members. */
static void names_and_texts_stay(void **state) {
  (void)state;
  hhp_plan *plan = some_plan();
  hhp_object *goal = (hhp_object *)hhp_plan_goal_at(plan, 0), *root = root_of(plan);
  const char *name = hhp_extension_name_at(goal, 0), *text = hhp_get_extension(goal, "x-note");
  const char *other = hhp_get_extension(goal, "x-list");
  assert_int_equal(hhp_set_extension(goal, "x-note", "1"), HHP_OK);
  const char *second = hhp_get_extension(goal, "x-note"), *second_name = hhp_extension_name_at(goal, 0);
  for (int i = 0; i < 100; i++)
    assert_int_equal(hhp_set_extension(goal, text_of("x-%d", i), text_of("%d", i)), HHP_OK);
  assert_int_equal(hhp_set_extension(goal, "x-note", NULL), HHP_OK);
  assert_string_equal(hhp_get_extension(goal, "x-99"), "99");
  const hhp_field *goals = hhp_entity_find_field(hhp_object_entity(root), "goals");
  assert_int_equal(hhp_remove(root, goals, 0), HHP_OK);
  assert_string_equal(hhp_get_extension(goal, "x-0"), "0");
  assert_int_equal(hhp_set_extension(goal, "x-0", "\"removed\""), HHP_OK);
  assert_string_equal(hhp_get_extension(goal, "x-0"), "\"removed\"");
  assert_string_equal(name, "x-note");
  assert_string_equal(text, "\"å\"");
  assert_string_equal(other, "[1,-2.5,100.0,true,null,{}]");
  assert_string_equal(second, "1");
  assert_string_equal(second_name, "x-note");
}

static void assert_refuses(const char *name, const char *json, hhp_status status) {
  hhp_plan *plan = some_plan();
  char *before = dump_of(plan);
  if (hhp_set_extension(root_of(plan), name, json) != status)
    fail_msg("%s: %s", name, json);
  assert_string_equal(dump_of(plan), before);
}

static void what_no_plan_can_have_is_refused(void **state) {
  (void)state;
  static const char *const names[] = {"", "x", "X-a", "title", "id", "y-a", " x-a", "-x"};
  static const char *const values[] = {"",
                                       " ",
                                       "1 2",
                                       "1,2",
                                       "1],[2",
                                       "]",
                                       "}",
                                       "[1",
                                       "{\"a\"}",
                                       "nul",
                                       "'a'",
                                       "\"a",
                                       "01",
                                       "1.",
                                       "+1",
                                       "[1,]",
                                       "NaN",
                                       "\"\\ud800\"",
                                       "{\"a\":1,\"a\":2}",
                                       "99999999999999999999",
                                       "[{\"b\":1e999}]",
                                       "\"\\u0000\"",
                                       "{\"a\":1}}"};
  for (size_t i = 0; i < COUNT_OF(names); i++)
    assert_refuses(names[i], "1", HHP_ERR_FORMAT);
  for (size_t i = 0; i < COUNT_OF(values); i++) {
    assert_refuses("x-new", values[i], HHP_ERR_DOCUMENT);
    assert_refuses("x-z", values[i], HHP_ERR_DOCUMENT);
  }
  assert_refuses("x-\xc3(", "1", HHP_ERR_UTF8);
  assert_refuses("x-a", "\"\xc3(\"", HHP_ERR_UTF8);
}

/* A value of that many lists in lists. */
static const char *nested(int levels) {
  char text[200];
  memset(text, '[', (size_t)levels);
  memset(text + levels, ']', (size_t)levels);
  text[2 * levels] = '\0';
  return copy_of(text);
}

/* The reader has 64 levels: what is accepted can be read again, and a level more could not. */
static void a_value_has_as_many_levels_as_its_place_allows(void **state) {
  (void)state;
  hhp_plan *plan = some_plan();
  hhp_object *objects[] = {root_of(plan), (hhp_object *)hhp_plan_period(plan), (hhp_object *)hhp_plan_goal_at(plan, 0)};
  static const int most[] = {63, 62, 61};
  for (size_t i = 0; i < COUNT_OF(objects); i++) {
    assert_int_equal(hhp_set_extension(objects[i], "x-deep", nested(most[i] + 1)), HHP_ERR_DOCUMENT);
    assert_int_equal(hhp_set_extension(objects[i], "x-deep", nested(most[i])), HHP_OK);
    assert_string_equal(hhp_get_extension(objects[i], "x-deep"), nested(most[i]));
  }
  assert_string_equal(dump_of(plan_of(dump_of(plan))), dump_of(plan));
}

static void schemes_have_theirs_and_keep_them(void **state) {
  (void)state;
  hhp_scheme *read = scheme_of(quoted("{'format': 'helhedsplan-scheme/1', 'id': 's', 'title_da': 'S', 'title_en': 'S',"
                                      "'min_local_bp': 2000, 'base': 'grant', 'x-a': {'b': 1}}"));
  hhp_object *scheme = (hhp_object *)read;
  assert_int_equal(hhp_extension_count(scheme), 1);
  assert_string_equal(hhp_get_extension(scheme, "x-a"), "{\"b\":1}");
  assert_int_equal(hhp_set_extension(scheme, "x-a", "1"), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_set_extension(scheme, "x-a", NULL), HHP_ERR_ARGUMENT);
  hhp_object *builtin = (hhp_object *)(uintptr_t)hhp_scheme_at(0);
  assert_int_equal(hhp_extension_count(builtin), 0);
  assert_null(hhp_extension_name_at(builtin, 0));
  assert_null(hhp_get_extension(builtin, "x-a"));
  assert_int_equal(hhp_set_extension(builtin, "x-a", "1"), HHP_ERR_ARGUMENT);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(values_are_texts_and_names_in_the_order_of_the_file),
      TEST(what_is_not_there),
      TEST(members_are_added_replaced_and_removed),
      TEST(members_are_removed_one_by_one),
      TEST(names_and_texts_stay),
      TEST(what_no_plan_can_have_is_refused),
      TEST(a_value_has_as_many_levels_as_its_place_allows),
      TEST(schemes_have_theirs_and_keep_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
