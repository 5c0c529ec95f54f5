/* hhp_plan_compact(): the plan, its handles and removed objects stay the same, and replaced texts take no memory. */
#include <helhedsplan/helhedsplan.h>

#include <string.h>

#include "model/model.h"
#include "unit/support.h"

static const hhp_field *field_of(const hhp_object *object, const char *name) {
  const hhp_field *field = hhp_entity_find_field(hhp_object_entity(object), name);
  assert_non_null(field);
  return field;
}

static hhp_plan *edited_plan(void) {
  hhp_plan *plan = plan_of(plan_text("'x-file': {'a': [1, 2.5]}, 'goals': [{'id': 'a', 'title': 'A'}]"));
  hhp_object *root = (hhp_object *)plan;
  hhp_object *goal = hhp_get_object_at(root, field_of(root, "goals"), 0);
  assert_int_equal(hhp_set_text(goal, field_of(goal, "title"), "New title"), HHP_OK);
  assert_int_equal(hhp_insert_text(goal, field_of(goal, "aliases"), 0, "alias"), HHP_OK);
  assert_int_equal(hhp_set_extension(goal, "x-new", "\"value\""), HHP_OK);
  assert_int_equal(hhp_insert_object(root, field_of(root, "goals"), 1, "b", NULL), HHP_OK);
  assert_int_equal(hhp_set_text(root, field_of(root, "vision"), "Vision"), HHP_OK);
  return plan;
}

static void the_plan_stays_the_same(void **state) {
  (void)state;
  hhp_plan *plan = edited_plan();
  char *before = dump_of(plan);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(hhp_plan_compact(plan), HHP_OK);
    assert_string_equal(dump_of(plan), before);
  }
  hhp_object *root = (hhp_object *)plan;
  assert_non_null(hhp_get_object_by_id(root, field_of(root, "goals"), "a"));
  assert_non_null(hhp_get_object_by_id(root, field_of(root, "goals"), "b"));
  assert_int_equal(hhp_plan_compact(NULL), HHP_ERR_ARGUMENT);
}

static void borrowed_texts_last_until_the_next_call(void **state) {
  (void)state;
  hhp_plan *plan = edited_plan();
  hhp_object *root = (hhp_object *)plan;
  const hhp_field *vision = field_of(root, "vision");
  const char *borrowed = hhp_get_text(root, vision);
  const char *member = hhp_get_extension(root, "x-file");
  assert_int_equal(hhp_set_text(root, vision, "Another vision"), HHP_OK);
  assert_int_equal(hhp_set_extension(root, "x-file", NULL), HHP_OK);
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_string_equal(borrowed, "Vision");
  assert_string_equal(member, "{\"a\":[1,2.5]}");
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_string_equal(hhp_get_text(root, vision), "Another vision");
}

static void removed_objects_keep_their_texts(void **state) {
  (void)state;
  hhp_plan *plan = edited_plan();
  hhp_object *root = (hhp_object *)plan;
  const hhp_field *goals = field_of(root, "goals");
  hhp_object *removed = hhp_get_object_at(root, goals, 0);
  assert_int_equal(hhp_remove(root, goals, 0), HHP_OK);
  hhp_object *cleared = hhp_get_object_at(root, goals, 0);
  assert_int_equal(hhp_set_text(cleared, field_of(cleared, "title"), "Cleared"), HHP_OK);
  assert_int_equal(hhp_clear(root, goals), HHP_OK);
  for (int i = 0; i < 3; i++)
    assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_string_equal(hhp_get_text(removed, field_of(removed, "title")), "New title");
  assert_string_equal(hhp_get_text_at(removed, field_of(removed, "aliases"), 0), "alias");
  assert_string_equal(hhp_get_extension(removed, "x-new"), "\"value\"");
  assert_string_equal(hhp_get_text(cleared, field_of(cleared, "title")), "Cleared");
  assert_int_equal(hhp_set_text(removed, field_of(removed, "id"), "later"), HHP_OK);
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_string_equal(hhp_get_text(removed, field_of(removed, "id")), "later");
  assert_int_equal(hhp_insert_object(root, goals, 0, "later", NULL), HHP_OK);
}

static size_t extension_count(const hhp_plan *plan) {
  size_t count = 0;
  for (const hhp__extensions *each = plan->object.document->extensions; each != NULL; each = each->next)
    count++;
  return count;
}

static void what_is_replaced_takes_no_memory(void **state) {
  (void)state;
  hhp_plan *plan = edited_plan();
  hhp_object *root = (hhp_object *)plan;
  const hhp_field *vision = field_of(root, "vision");
  for (int i = 0; i < 5000; i++) {
    char text[300];
    memset(text, 'a' + i % 26, sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_int_equal(hhp_set_text(root, vision, text), HHP_OK);
    assert_int_equal(hhp_set_extension(root, "x-file", i % 2 ? "1" : "[2]"), HHP_OK);
  }
  const hhp__document *document = plan->object.document;
  assert_int_equal(extension_count(plan), 5002);
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_int_equal(extension_count(plan), 2);
  assert_non_null(document->retired.chunks);
  assert_int_equal(hhp_plan_compact(plan), HHP_OK);
  assert_null(document->retired_extensions);
  assert_true(hhp__arena_holds(&document->edits, hhp_get_text(root, vision)));
  assert_in_range(document->edits.end - document->edits.next, 0, 4096); /* the first chunk, and no other */
  assert_int_equal(hhp_set_text(root, vision, NULL), HHP_OK);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(the_plan_stays_the_same),
      TEST(borrowed_texts_last_until_the_next_call),
      TEST(removed_objects_keep_their_texts),
      TEST(what_is_replaced_takes_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
