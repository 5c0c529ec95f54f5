/* Reading and writing: the same values, in canonical form, byte by byte. */
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/jansson.h>

#include "model/model.h"
#include "unit/support.h"

#define EVERYTHING "tests/corpus/roundtrip/everything.helhedsplan.json"

static const char *const plans[] = {
    "examples/complete.helhedsplan.json",
    "examples/vollsmose-2016-2020.helhedsplan.json",
    "examples/vollsmose-frame-kept.helhedsplan.json",
    "examples/vollsmose-grant-kept.helhedsplan.json",
    "tests/corpus/real/p1.helhedsplan.json",
    "tests/corpus/real/p2.helhedsplan.json",
    "tests/corpus/real/p3.helhedsplan.json",
    "tests/corpus/real/p4-alternative.helhedsplan.json",
    "tests/corpus/real/p4-literal.helhedsplan.json",
    "tests/corpus/real/p5.helhedsplan.json",
    "tests/corpus/real/p6.helhedsplan.json",
    "tests/corpus/real/p12.helhedsplan.json",
    EVERYTHING,
};

static void let_go(void *json) {
  json_decref(json);
}

static json_t *loaded(const char *text) {
  json_t *json = json_loadb(text, strlen(text), JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(json);
  own(json, let_go);
  return json;
}

/* Writes the plan with these members after HEAD, and returns the output without HEAD. */
static const char *written(const char *members) {
  const char *json = dump_of(plan_of(plan_text("%s", members)));
  const char *head = quoted("  'area': 'A',\n");
  const char *rest = strstr(json, head);
  return rest == NULL ? "" : rest + strlen(head);
}

static void assert_written(const char *members, const char *expected) {
  assert_string_equal(written(members), quoted(expected));
}

/* --- Whole plans --- */

static void plans_keep_their_values(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    const char *given = source_text(plans[i], NULL);
    const char *dumped = dump_of(plan_of(given));
    if (!json_equal(loaded(given), loaded(dumped)))
      fail_msg("%s is not what it was:\n%s", plans[i], dumped);
  }
}

static void canonical_plans_stay_byte_by_byte(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    const char *given = source_text(plans[i], NULL);
    assert_string_equal(dump_of(plan_of(given)), given);
  }
}

static void what_was_written_is_written_again(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    const char *first = dump_of(plan_from(plans[i]));
    assert_string_equal(dump_of(plan_of(first)), first);
  }
}

/* White space, escapes and the order of members are canonical after writing. */
static void other_ways_of_writing_give_the_same(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    const char *given = source_text(plans[i], NULL);
    static const size_t flags[] = {JSON_COMPACT, JSON_ENSURE_ASCII | JSON_ESCAPE_SLASH, JSON_INDENT(7)};
    for (size_t k = 0; k < COUNT_OF(flags); k++) {
      char *other = json_dumps(loaded(given), flags[k]);
      own(other, free);
      assert_string_equal(dump_of(plan_of(other)), given);
    }
  }
}

/* Every field of every entity occurs in the plan that must have everything, so that none is untested. */
static void see_fields(const hhp__object *object, uint64_t seen[HHP__ENTITY_COUNT], int *extended) {
  const hhp__entity *entity = hhp__entity_of(object);
  extended[object->entity] |= object->extensions != NULL;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (!hhp__is_given(object, field))
      continue;
    seen[object->entity] |= UINT64_C(1) << i;
    if (field->type == HHP__OBJECT)
      see_fields(hhp__object_at(object, field), seen, extended);
    for (uint32_t k = 0; hhp__is_list_of_objects(field) && k < hhp__list_at(object, field)->count; k++)
      see_fields(hhp__list_at(object, field)->items[k], seen, extended);
  }
}

static void everything_is_in_the_plan_of_everything(void **state) {
  (void)state;
  uint64_t seen[HHP__ENTITY_COUNT] = {0};
  int extended[HHP__ENTITY_COUNT] = {0};
  see_fields((hhp__object *)plan_from(EVERYTHING), seen, extended);
  for (size_t e = 0; e < HHP__ENTITY_COUNT; e++) {
    if (e == HHP__E_scheme || e == HHP__E_scheme_area)
      continue;
    for (size_t i = 0; i < hhp__entities[e].field_count; i++) {
      if (!(seen[e] >> i & 1))
        fail_msg("no %s.%s in it", hhp__entities[e].name, hhp__entities[e].fields[i].json);
    }
    if (!extended[e])
      fail_msg("no %s has an x- member in it", hhp__entities[e].name);
  }
}

/* --- Order --- */

static void members_take_their_canonical_order(void **state) {
  (void)state;
  const char *json = quoted(
      "{'area': 'A', 'x-2': 2, 'scheme': 'lbf-2015-2018', 'goals': [{'title': 'G', 'x-g': 1, 'id': 'g'}], 'x-1': 1,"
      "'status': 'draft', 'title': 'T', 'id': 'p', 'format': 'helhedsplan/1'}");
  assert_string_equal(dump_of(plan_of(json)), quoted("{\n"
                                                     "  'format': 'helhedsplan/1',\n"
                                                     "  'id': 'p',\n"
                                                     "  'title': 'T',\n"
                                                     "  'status': 'draft',\n"
                                                     "  'scheme': 'lbf-2015-2018',\n"
                                                     "  'area': 'A',\n"
                                                     "  'goals': [\n"
                                                     "    {\n"
                                                     "      'id': 'g',\n"
                                                     "      'title': 'G',\n"
                                                     "      'x-g': 1\n"
                                                     "    }\n"
                                                     "  ],\n"
                                                     "  'x-2': 2,\n"
                                                     "  'x-1': 1\n"
                                                     "}\n"));
}

static void an_empty_plan_is_an_object(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  assert_string_equal(dump_of(plan), quoted("{\n  'format': 'helhedsplan/1'\n}\n"));
  assert_int_equal(hhp_plan_set_format(plan, NULL), HHP_OK);
  assert_string_equal(dump_of(plan), "{}\n");
}

/* --- Presence --- */

static void what_is_absent_stays_absent(void **state) {
  (void)state;
  assert_written("'goals': [{'id': 'g', 'title': 'G'}]",
                 "  'goals': [\n    {\n      'id': 'g',\n      'title': 'G'\n    }\n  ]\n}\n");
}

static void defaults_that_were_given_are_written(void **state) {
  (void)state;
  assert_written("'goals': [{'id': 'g', 'title': 'G', 'pursued': true}]",
                 "  'goals': [\n    {\n      'id': 'g',\n      'title': 'G',\n      'pursued': true\n    }\n  ]\n}\n");
  assert_written("'financing': {'currency': 'DKK'}", "  'financing': {\n    'currency': 'DKK'\n  }\n}\n");
}

static void empty_lists_and_objects_are_left_out(void **state) {
  (void)state;
  assert_written(
      "'goals': [], 'period': {}, 'sources': [], 'governance': {'leads': [], 'board': []}, 'financing': {'grant': {}}",
      "");
  assert_written("'period': {'x-a': {}}", "  'period': {\n    'x-a': {}\n  }\n}\n");
}

static void zeros_and_empty_texts_are_written(void **state) {
  (void)state;
  assert_written("'vision': ''", "  'vision': ''\n}\n");
  assert_written("'sources': ['']", "  'sources': [\n    ''\n  ]\n}\n");
  assert_written("'financing': {'frame': 0}", "  'financing': {\n    'frame': 0\n  }\n}\n");
  assert_written("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': 0}}]",
                 "  'activities': [\n    {\n      'id': 'a',\n      'title': 'A',\n      'target_group': {\n"
                 "        'age_min': 0\n      }\n    }\n  ]\n}\n");
}

static void what_is_taken_away_is_gone(void **state) {
  (void)state;
  hhp_plan *plan = plan_from(EVERYTHING);
  while (hhp_plan_goal_count(plan) > 0)
    assert_int_equal(hhp_plan_remove_goal(plan, hhp_plan_goal_at(plan, 0)), HHP_OK);
  hhp_period_set_label(hhp_plan_period(plan), NULL);
  assert_null(json_object_get(loaded(dump_of(plan)), "goals"));
  assert_null(json_object_get(json_object_get(loaded(dump_of(plan)), "period"), "label"));
}

/* --- Texts and numbers of x- members --- */

static void assert_kept(const char *value, const char *expected) {
  const char *json = dump_of(plan_of(plan_text("'x-v': %s", value)));
  const char *name = "  \"x-v\": ";
  const char *found = strstr(json, name);
  assert_non_null(found);
  assert_string_equal(found + strlen(name), text_of("%s\n}\n", expected));
}

static void extension_integers_are_exact(void **state) {
  (void)state;
  static const char *const integers[] = {
      "0", "1", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808"};
  for (size_t i = 0; i < COUNT_OF(integers); i++)
    assert_kept(integers[i], integers[i]);
}

static void extension_reals_are_kept_exactly(void **state) {
  (void)state;
  static const char *const reals[] = {"0.1",
                                      "-0.0",
                                      "0.0",
                                      "63.5",
                                      "1e2",
                                      "1E+2",
                                      "100.0",
                                      "5e-324",
                                      "2.2250738585072014e-308",
                                      "1e22",
                                      "1e23",
                                      "1e300",
                                      "1e-7",
                                      "1e-5",
                                      "123456789.125",
                                      "0.30000000000000004",
                                      "1.7976931348623157e308",
                                      "9007199254740993.0",
                                      "0.1000000000000000055511151231257827"};
  for (size_t i = 0; i < COUNT_OF(reals); i++) {
    const char *json = dump_of(plan_of(plan_text("'x-v': %s", reals[i])));
    json_t *value = json_object_get(loaded(json), "x-v");
    assert_true(json_is_real(value)); /* not an integer */
    double before = strtod(reals[i], NULL), after = json_real_value(value);
    assert_memory_equal(&before, &after, sizeof(before));
  }
}

/* Seventeen digits are always sufficient; fewer are written if possible. Common numbers are written as people write
 * them. */
static void reals_are_written_short(void **state) {
  (void)state;
  assert_kept("0.1", "0.1");
  assert_kept("0.10", "0.1");
  assert_kept("63.5", "63.5");
  assert_kept("-0.0", "-0.0");
  assert_kept("0.30000000000000004", "0.30000000000000004");
  assert_kept("5e-324", "5e-324");
  assert_kept("123456789.125", "123456789.125");
}

/* 10.0 must not become 1e+01, nor an amount lose digits to an exponent. */
static void whole_reals_keep_their_figures(void **state) {
  (void)state;
  assert_kept("10.0", "10.0");
  assert_kept("100.0", "100.0");
  assert_kept("46000000.0", "46000000.0");
}

static void numbers_that_cannot_be_kept_are_refused(void **state) {
  (void)state;
  static const char *const large[] = {"9223372036854775808", "-9223372036854775809", "1e400", "-1e400", "1e309",
                                      "18446744073709551616"};
  for (size_t i = 0; i < COUNT_OF(large); i++) {
    hhp_report *report = check_plan("'x-v': {'a': [0, %s]}", large[i]);
    const hhp_finding *f = only(report, "HP105");
    assert_int_equal(hhp_report_count(report), 1);
    assert_string_equal(hhp_finding_pointer(f), "/x-v/a/1");
    assert_string_equal(text_argument(f, "value"), large[i]);
    assert_int_equal(hhp_finding_length(f), strlen(large[i]));
    hhp_plan *plan = NULL;
    const char *json = plan_text("'x-v': %s", large[i]);
    assert_int_equal(hhp_plan_parse(&plan, json, HHP_NUL_TERMINATED, NULL), HHP_ERR_DOCUMENT);
    assert_null(plan);
  }
}

static void extension_values_may_be_anything(void **state) {
  (void)state;
  assert_kept("null", "null");
  assert_kept("true", "true");
  assert_kept("[]", "[]");
  assert_kept("{}", "{}");
  assert_kept("[[],{},[{}]]", "[\n    [],\n    {},\n    [\n      {}\n    ]\n  ]");
  assert_kept("{\"b\":1,\"a\":[false,\"x\"]}", "{\n    \"b\": 1,\n    \"a\": [\n      false,\n      \"x\"\n    ]\n  }");
  assert_kept("{\"id\":\"Not an id\",\"x\":{\"x-\":0}}",
              "{\n    \"id\": \"Not an id\",\n    \"x\": {\n      \"x-\": 0\n    }\n  }");
}

static void texts_are_escaped_only_where_they_must(void **state) {
  (void)state;
  assert_kept("\"\\u00e6\\u20ac\\ud83d\\ude00\"", "\"æ€😀\"");
  assert_kept("\"\\/ \\u002f /\"", "\"/ / /\"");
  assert_kept("\"\\u007f\"", "\"\x7f\"");
  assert_kept("\"\\b\\f\\n\\r\\t\\\"\\\\\"", "\"\\b\\f\\n\\r\\t\\\"\\\\\"");
  assert_kept("\"\\u0001\\u001f\"", "\"\\u0001\\u001F\"");
  assert_kept("\"\\u2028\\u00a0\\ufeff\"", "\"\xe2\x80\xa8\xc2\xa0\xef\xbb\xbf\"");
  assert_kept("\"1e400 9999999999999999999999 0.10\"", "\"1e400 9999999999999999999999 0.10\""); /* not numbers */
}

static void extension_names_are_kept(void **state) {
  (void)state;
  const char *json = dump_of(plan_of(plan_text("'x-': 1, 'x-/~': 2, 'x-\\u00e6\\n': 3, 'x-X y': 4")));
  json_t *root = loaded(json);
  assert_int_equal(json_integer_value(json_object_get(root, "x-")), 1);
  assert_int_equal(json_integer_value(json_object_get(root, "x-/~")), 2);
  assert_int_equal(json_integer_value(json_object_get(root, "x-æ\n")), 3);
  assert_int_equal(json_integer_value(json_object_get(root, "x-X y")), 4);
  assert_string_equal(dump_of(plan_of(json)), json);
}

static void x_members_survive_changes_of_their_object(void **state) {
  (void)state;
  hhp_plan *plan = plan_from(EVERYTHING);
  assert_int_equal(hhp_party_set_name(hhp_plan_party_at(plan, 0), "Nyt navn"), HHP_OK);
  json_t *party = json_array_get(json_object_get(loaded(dump_of(plan)), "parties"), 0);
  assert_string_equal(json_string_value(json_object_get(party, "name")), "Nyt navn");
  assert_int_equal(json_integer_value(json_object_get(json_object_get(party, "x-party"), "b")), 2);
}

/* --- Built by hand --- */

static void a_plan_that_was_built_is_written_like_one_that_was_read(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_activity *activity = NULL;
  hhp_contribution *contribution = NULL;
  hhp_plan_set_id(plan, "p");
  hhp_plan_set_title(plan, "Æ \"T\"");
  hhp_plan_set_status(plan, HHP_PLAN_STATUS_DRAFT);
  hhp_plan_set_scheme(plan, "lbf-2015-2018");
  hhp_plan_set_area(plan, "A");
  hhp_plan_set_prequalified_on(plan, 20151000);
  hhp_plan_add_activity(plan, "cafe", &activity);
  hhp_activity_set_title(activity, "Café");
  hhp_target_group_set_age_max(hhp_activity_target_group(activity), 6);
  hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution);
  hhp_contribution_add_party(contribution, "k");
  hhp_contribution_set_amount(contribution, INT64_C(1000000000000));
  hhp_contribution_set_kind(contribution, HHP_CONTRIBUTION_KIND_IN_KIND_HOURS);
  assert_string_equal(dump_of(plan), quoted("{\n"
                                            "  'format': 'helhedsplan/1',\n"
                                            "  'id': 'p',\n"
                                            "  'title': 'Æ \\'T\\'',\n"
                                            "  'status': 'draft',\n"
                                            "  'scheme': 'lbf-2015-2018',\n"
                                            "  'area': 'A',\n"
                                            "  'prequalified_on': '2015-10',\n"
                                            "  'activities': [\n"
                                            "    {\n"
                                            "      'id': 'cafe',\n"
                                            "      'title': 'Café',\n"
                                            "      'target_group': {\n"
                                            "        'age_max': 6\n"
                                            "      }\n"
                                            "    }\n"
                                            "  ],\n"
                                            "  'financing': {\n"
                                            "    'contributions': [\n"
                                            "      {\n"
                                            "        'parties': [\n"
                                            "          'k'\n"
                                            "        ],\n"
                                            "        'kind': 'in_kind_hours',\n"
                                            "        'amount': 1000000000000\n"
                                            "      }\n"
                                            "    ]\n"
                                            "  }\n"
                                            "}\n"));
}

/* --- Jansson --- */

static hhp_plan *plan_from_json(const json_t *json, hhp_report *report) {
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_OK);
  own_plan(plan);
  return plan;
}

static void jansson_values_go_in_and_come_out(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    const char *given = source_text(plans[i], NULL);
    json_t *out = NULL;
    hhp_plan *plan = plan_from_json(loaded(given), NULL);
    assert_string_equal(dump_of(plan), given);
    assert_int_equal(hhp_plan_to_jansson(plan, &out), HHP_OK);
    own(out, let_go);
    assert_true(json_equal(out, loaded(given)));
  }
}

/* The result is the caller's: changing it does not change the plan. */
static void jansson_values_are_copies(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'x-v': {'a': [1]}"));
  const char *before = dump_of(plan);
  json_t *out = NULL;
  assert_int_equal(hhp_plan_to_jansson(plan, &out), HHP_OK);
  own(out, let_go);
  json_t *inside = json_object_get(json_object_get(out, "x-v"), "a");
  assert_int_equal(json_array_append_new(inside, json_integer(2)), 0);
  json_object_set_new(out, "title", json_string("other"));
  assert_string_equal(dump_of(plan), before);
}

static void findings_of_jansson_values_have_no_lines(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_report *report = new_report();
  json_t *json = loaded(plan_text("'goals': [{'id': 'g', 'titel': 'G', 'pursued': 1}]"));
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_DOCUMENT);
  assert_null(plan);
  assert_well_said(report);
  assert_int_equal(hhp_report_count(report), 2);
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(hhp_finding_line(hhp_report_at(report, i)), 0);
    assert_int_equal(hhp_finding_column(hhp_report_at(report, i)), 0);
    assert_int_equal(hhp_finding_offset(hhp_report_at(report, i)), 0);
  }
  assert_string_equal(hhp_finding_pointer(only(report, "HP103")), "/goals/0/titel");
  assert_string_equal(hhp_finding_pointer(only(report, "HP105")), "/goals/0/pursued");
}

static void reals_of_jansson_are_no_kroner(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  json_t *json = loaded(plan_text("'financing': {'frame': 46000000.0}"));
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_DOCUMENT);
  assert_string_equal(hhp_finding_pointer(only(report, "HP105")), "/financing/frame");
}

static json_t *nested(int levels) {
  json_t *json = json_integer(1);
  for (; levels > 0; levels--)
    json = json_pack("[o]", json);
  own(json, let_go);
  return json;
}

/* The plan is the first level, so an extension value may have 63. */
static void jansson_values_may_nest_as_deep_as_files(void **state) {
  (void)state;
  for (int levels = 62; levels <= 64; levels++) {
    json_t *json = loaded(plan_text("'x-v': 0"));
    json_object_set(json, "x-v", nested(levels));
    hhp_plan *plan = NULL;
    hhp_report *report = new_report();
    hhp_status status = hhp_plan_from_jansson(&plan, json, report);
    if (plan != NULL)
      own_plan(plan);
    assert_int_equal(status, levels <= 63 ? HHP_OK : HHP_ERR_DOCUMENT);
    if (status != HHP_OK)
      assert_string_equal(hhp_finding_message(only(report, "HP101"), HHP_LANG_EN),
                          "The file is nested more than 64 levels deep.");
  }
}

static void jansson_values_far_too_deep_are_refused(void **state) {
  (void)state;
  json_t *json = loaded(plan_text("'x-v': 0"));
  json_object_set(json, "x-v", nested(20000));
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_DOCUMENT);
  assert_int_equal(count_of(report, "HP101"), 1);
}

static void assert_nowhere(const hhp_report *report) {
  assert_true(hhp_report_count(report) > 0);
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    assert_int_equal(hhp_finding_line(f), 0);
    assert_int_equal(hhp_finding_column(f), 0);
    assert_int_equal(hhp_finding_end_line(f), 0);
    assert_int_equal(hhp_finding_end_column(f), 0);
    assert_int_equal(hhp_finding_offset(f), 0);
    assert_int_equal(hhp_finding_length(f), 0);
    for (size_t k = 0; k < hhp_finding_related_count(f); k++) {
      assert_int_equal(hhp_finding_related_line(f, k), 0);
      assert_int_equal(hhp_finding_related_column(f, k), 0);
    }
  }
}

/* The text that the values are read from, and a plan in memory, are not those of the caller. */
static void findings_without_a_text_are_nowhere(void **state) {
  (void)state;
  static const char twice[] = "'goals': [{'id': 'g', 'title': 'G'}, {'id': 'g', 'title': 'H'}]";
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  assert_int_equal(hhp_plan_from_jansson(&plan, loaded(plan_text("%s", twice)), report), HHP_OK);
  own_plan(plan);
  assert_true(hhp_finding_related_count(only(report, "HP107")) > 0);
  assert_nowhere(report);
  assert_nowhere(validate(new_plan(), NULL));
}

static void jansson_values_that_hold_themselves_are_refused(void **state) {
  (void)state;
  json_t *json = loaded(plan_text("'x-v': 0"));
  json_t *a = json_array();
  json_t *b = json_array();
  json_array_append(a, b);
  json_array_append(b, a); /* Jansson forbids a cyclic value, but does not detect this one */
  json_object_set(json, "x-v", a);
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_DOCUMENT);
  assert_int_equal(count_of(report, "HP101"), 1);
  json_array_clear(b);
  json_decref(a);
  json_decref(b);
}

static void jansson_values_that_are_no_plan_are_refused(void **state) {
  (void)state;
  json_t *values[] = {json_null(),   json_integer(1), json_string("x"), json_array(),
                      json_object(), json_true(),     json_real(1.5)};
  for (size_t i = 0; i < COUNT_OF(values); i++) {
    hhp_plan *plan = NULL;
    hhp_report *report = new_report();
    own(values[i], let_go);
    assert_int_equal(hhp_plan_from_jansson(&plan, values[i], report), HHP_ERR_DOCUMENT);
    assert_true(hhp_report_error_count(report) > 0);
    assert_well_said(report);
  }
}

/* A report is about the last call, even if it failed early. */
static void a_report_is_refilled_by_every_call(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  assert_int_equal(hhp_check("{", 1, NULL, report), HHP_OK);
  json_t *json = loaded(plan_text("%s", ""));
  json_object_set_new(json, "title", json_string_nocheck("\xff"));
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_UTF8);
  assert_int_equal(hhp_report_count(report), 0);
  assert_int_equal(hhp_check("{", 1, NULL, report), HHP_OK);
  assert_int_equal(hhp_plan_load(&plan, source_path("no/such/file"), report), HHP_ERR_NO_FILE);
  assert_int_equal(hhp_report_count(report), 0);
}

static void jansson_texts_that_are_no_json_are_refused(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  json_t *json = loaded(plan_text("%s", ""));
  json_object_set_new(json, "title", json_stringn("a\0b", 3)); /* valid UTF-8, but not a valid text of a plan */
  hhp_report *report = new_report();
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_DOCUMENT);
  assert_int_equal(count_of(report, "HP101"), 1);
  json_object_set_new(json, "title", json_string_nocheck("\xff"));
  assert_int_equal(hhp_plan_from_jansson(&plan, json, report), HHP_ERR_UTF8);
  assert_null(plan);
}

static void jansson_calls_without_arguments_are_refused(void **state) {
  (void)state;
  hhp_plan *plan = NULL;
  json_t *json = NULL;
  assert_int_equal(hhp_plan_from_jansson(NULL, loaded("{}"), NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_from_jansson(&plan, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_to_jansson(NULL, &json), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_to_jansson(new_plan(), NULL), HHP_ERR_ARGUMENT);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(plans_keep_their_values),
      TEST(canonical_plans_stay_byte_by_byte),
      TEST(what_was_written_is_written_again),
      TEST(other_ways_of_writing_give_the_same),
      TEST(everything_is_in_the_plan_of_everything),
      TEST(members_take_their_canonical_order),
      TEST(an_empty_plan_is_an_object),
      TEST(what_is_absent_stays_absent),
      TEST(defaults_that_were_given_are_written),
      TEST(empty_lists_and_objects_are_left_out),
      TEST(zeros_and_empty_texts_are_written),
      TEST(what_is_taken_away_is_gone),
      TEST(extension_integers_are_exact),
      TEST(extension_reals_are_kept_exactly),
      TEST(reals_are_written_short),
      TEST(whole_reals_keep_their_figures),
      TEST(numbers_that_cannot_be_kept_are_refused),
      TEST(extension_values_may_be_anything),
      TEST(texts_are_escaped_only_where_they_must),
      TEST(extension_names_are_kept),
      TEST(x_members_survive_changes_of_their_object),
      TEST(a_plan_that_was_built_is_written_like_one_that_was_read),
      TEST(jansson_values_go_in_and_come_out),
      TEST(jansson_values_are_copies),
      TEST(findings_of_jansson_values_have_no_lines),
      TEST(reals_of_jansson_are_no_kroner),
      TEST(jansson_values_may_nest_as_deep_as_files),
      TEST(jansson_values_far_too_deep_are_refused),
      TEST(findings_without_a_text_are_nowhere),
      TEST(jansson_values_that_hold_themselves_are_refused),
      TEST(jansson_values_that_are_no_plan_are_refused),
      TEST(a_report_is_refilled_by_every_call),
      TEST(jansson_texts_that_are_no_json_are_refused),
      TEST(jansson_calls_without_arguments_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
