/* Comparing plans: each kind of change, what is not a change, matching of entities, and the money. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diff/diff.h"
#include "unit/diffs.h"

/* In the reverse direction, additions are removals, and nothing else differs. */
static void assert_mirrored(const hhp_plan *before, const hhp_plan *after, const hhp_diff *diff) {
  hhp_diff *back = NULL;
  assert_int_equal(hhp_plan_diff(after, before, &back), HHP_OK);
  own(back, let_go_of_diff);
  assert_int_equal(hhp_diff_count_of(back, HHP_CHANGE_ADDED), hhp_diff_count_of(diff, HHP_CHANGE_REMOVED));
  assert_int_equal(hhp_diff_count_of(back, HHP_CHANGE_REMOVED), hhp_diff_count_of(diff, HHP_CHANGE_ADDED));
  assert_int_equal(hhp_diff_count_of(back, HHP_CHANGE_CHANGED), hhp_diff_count_of(diff, HHP_CHANGE_CHANGED));
  assert_int_equal(hhp_diff_count_of(back, HHP_CHANGE_MOVED), hhp_diff_count_of(diff, HHP_CHANGE_MOVED));
  assert_int_equal(hhp_diff_count_of(back, HHP_CHANGE_REORDERED), hhp_diff_count_of(diff, HHP_CHANGE_REORDERED));
}

static hhp_diff *mirrored_diff_of(const char *before, const char *after) {
  hhp_diff *diff = NULL;
  const hhp_plan *one = plan_of(plan_text("%s", before)), *other = plan_of(plan_text("%s", after));
  assert_int_equal(hhp_plan_diff(one, other, &diff), HHP_OK);
  assert_non_null(diff);
  own(diff, let_go_of_diff);
  assert_mirrored(one, other, diff);
  return diff;
}

static const char *or_dash(const char *text) {
  return text == NULL ? "-" : text;
}

/* "kind entity id field: before > after (difference)", with dashes for absent values. */
static const char *said(const hhp_change *c) {
  int64_t kroner = 0;
  const char *difference = "";
  if (hhp_change_difference(c, &kroner) == HHP_OK)
    difference = text_of(" (%lld)", (long long)kroner);
  return text_of("%s %s %s %s: %s > %s%s\n", hhp_change_kind_name(hhp_change_kind(c)), hhp_change_entity(c),
                 or_dash(hhp_change_id(c)), or_dash(hhp_change_field(c)), or_dash(hhp_change_text(c, HHP_SIDE_BEFORE)),
                 or_dash(hhp_change_text(c, HHP_SIDE_AFTER)), difference);
}

static void assert_said(const hhp_diff *diff, const char *expected) {
  const char *all = "";
  for (size_t i = 0; i < hhp_diff_count(diff); i++)
    all = text_of("%s%s", all, said(hhp_diff_at(diff, i)));
  assert_string_equal(all, expected);
}

static void assert_diff(const char *before, const char *after, const char *expected) {
  assert_said(mirrored_diff_of(before, after), expected);
}

/* Empty in both directions. */
static void assert_same(const char *before, const char *after) {
  assert_diff(before, after, "");
  assert_diff(after, before, "");
}

static const hhp_change *only_change(const hhp_diff *diff) {
  assert_int_equal(hhp_diff_count(diff), 1);
  return hhp_diff_at(diff, 0);
}

static void assert_at(const hhp_change *c, const char *before, const char *after) {
  assert_string_equal(or_dash(hhp_change_pointer(c, HHP_SIDE_BEFORE)), before);
  assert_string_equal(or_dash(hhp_change_pointer(c, HHP_SIDE_AFTER)), after);
}

/* --- The whole model --- */

static size_t size_of(const hhp__field *field) {
  switch (field->type) {
  case HHP__ENUM:
  case HHP__BOOL:
  case HHP__INT:
  case HHP__DATE:
    return sizeof(int32_t);
  case HHP__KRONER:
    return sizeof(int64_t);
  case HHP__TEXTS:
  case HHP__REFS:
  case HHP__OBJECTS:
  case HHP__ENTITIES:
    return sizeof(hhp__list);
  default:
    return sizeof(char *);
  }
}

static void clear(hhp__object *object, const hhp__field *field) {
  if (field->type == HHP__KRONER)
    *(int64_t *)hhp__at(object, field) = HHP_ABSENT;
  else if (field->type == HHP__ENUM || field->type == HHP__BOOL || field->type == HHP__INT)
    *(int32_t *)hhp__at(object, field) = HHP_ABSENT;
  else
    memset(hhp__at(object, field), 0, size_of(field));
}

static int is_default(const hhp__object *object, const hhp__field *field) {
  if (field->type == HHP__ENUM || field->type == HHP__BOOL)
    return hhp__number_at(object, field) == field->fallback;
  return field->fallback_text != NULL && strcmp(field->fallback_text, hhp__text_at(object, field)) == 0;
}

/* Clears each field in turn, and checks that the diff reports it. Returns the number of fields. */
static size_t take_away_each(hhp__object *object, const hhp_plan *plan, const hhp_plan *whole) {
  const hhp__entity *entity = hhp__entity_of(object);
  size_t count = 0;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    unsigned char kept[sizeof(hhp__list)];
    if (!hhp__is_given(object, field))
      continue;
    if (field->type == HHP__OBJECT) {
      count += take_away_each(hhp__object_at(object, field), plan, whole);
      continue;
    }
    for (uint32_t k = 0; hhp__is_list_of_objects(field) && k < hhp__list_at(object, field)->count; k++)
      count += take_away_each(hhp__list_at(object, field)->items[k], plan, whole);
    size_t expected = is_default(object, field) ? 0 : 1;
    hhp_diff *diff = NULL;
    memcpy(kept, hhp__at(object, field), size_of(field));
    clear(object, field);
    assert_int_equal(hhp_plan_diff(plan, whole, &diff), HHP_OK);
    if ((hhp_diff_count(diff) > 0) != (expected > 0))
      fail_msg("%s.%s: %zu differences", entity->name, field->json, hhp_diff_count(diff));
    hhp_diff_free(diff);
    memcpy(hhp__at(object, field), kept, size_of(field));
    count++;
  }
  return count;
}

/* So that no field, and no type of field, is skipped. */
static void test_every_field_is_compared(void **state) {
  (void)state;
  size_t length;
  const char *json = source_text("tests/faults/every.helhedsplan.json", &length);
  hhp_plan *plan = plan_of(json);
  assert_true(take_away_each(&plan->object, plan, plan_of(json)) > 150);
}

/* New entities of the model need a match key, and must be reported. */
static void test_every_list_has_its_row(void **state) {
  (void)state;
  for (size_t e = 0; e < HHP__E_scheme; e++) {
    for (size_t i = 0; i < hhp__entities[e].field_count; i++) {
      const hhp__field *field = &hhp__entities[e].fields[i];
      const hhp__keys *keys = &hhp__keys_by_entity[field->target];
      if (!hhp__is_list_of_objects(field))
        continue;
      if (field->type == HHP__OBJECTS ? keys->key[0] == 0 : keys->title == 0)
        fail_msg("%s has no row in keys.c", hhp__entities[field->target].name);
      if (e == HHP__E_plan)
        assert_int_equal(hhp__sections[hhp__section_of(field->target, 0)].entity, field->target);
    }
  }
}

/* --- Entities --- */

static void test_same_plan(void **state) {
  (void)state;
  size_t length;
  const char *json = source_text("tests/corpus/roundtrip/everything.helhedsplan.json", &length);
  hhp_plan *plan = plan_of(json);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan, plan, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_int_equal(hhp_diff_count(diff), 0);
  diff = NULL;
  assert_int_equal(hhp_plan_diff(plan, plan_of(json), &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_int_equal(hhp_diff_count(diff), 0);
}

static void test_entities_by_id(void **state) {
  (void)state;
  assert_diff("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]",
              "'goals': [{'id': 'c', 'title': 'A'}, {'id': 'b', 'title': 'Bedre'}]",
              "added goal c -: - > -\n"
              "removed goal a -: - > -\n"
              "changed goal b title: B > Bedre\n");
}

static void test_order_of_entities_is_nothing(void **state) {
  (void)state;
  assert_same("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}]",
              "'goals': [{'id': 'c', 'title': 'C'}, {'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]");
}

static void test_pointers_are_each_plan_s_own(void **state) {
  (void)state;
  hhp_diff *diff =
      mirrored_diff_of("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': 3}}]",
                       "'activities': [{'id': 'b', 'title': 'B'}, {'id': 'a', 'title': 'A', 'target_group': "
                       "{'age_min': 4}}]");
  assert_said(diff, "added activity b -: - > -\n"
                    "changed target_group a age_min: 3 > 4\n");
  assert_at(hhp_diff_at(diff, 0), "-", "/activities/0");
  assert_at(hhp_diff_at(diff, 1), "/activities/0/target_group/age_min", "/activities/1/target_group/age_min");
}

static void test_another_kind_of_list_is_another_thing(void **state) {
  (void)state;
  assert_diff("'goals': [{'id': 'a', 'title': 'A'}]", "'strategies': [{'id': 'a', 'title': 'A'}]",
              "removed goal a -: - > -\n"
              "added strategy a -: - > -\n");
}

/* HP107, which does not prevent a plan from being read. */
static void test_duplicate_ids(void **state) {
  (void)state;
  assert_diff("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'a', 'title': 'B'}]", "'goals': [{'id': 'a', 'title': 'A'}]",
              "removed goal a -: - > -\n");
}

/* --- Fields --- */

static void test_fields(void **state) {
  (void)state;
  assert_diff("'municipality_code': '461', 'period': {'start': '2016-01-01'}, 'vision': 'Ro'",
              "'mission': 'Liv', 'period': {'start': '2016-02', 'end': '2019'}, 'municipality_code': '0461'",
              "changed plan - municipality_code: 461 > 0461\n"
              "changed period - start: 2016-01-01 > 2016-02\n"
              "added period - end: - > 2019\n"
              "removed plan - vision: Ro > -\n"
              "added plan - mission: - > Liv\n");
}

static void test_presence_of_a_field_has_a_place(void **state) {
  (void)state;
  const hhp_change *c = only_change(mirrored_diff_of("", "'vision': 'Ro'"));
  assert_at(c, "-", "/vision");
  assert_string_equal(hhp_change_meaning(c, HHP_LANG_DA), "Visionen for området");
  assert_string_equal(hhp_change_meaning(c, HHP_LANG_EN), "The vision for the area");
}

static void test_a_default_written_out_is_nothing(void **state) {
  (void)state;
  assert_same("'language': 'da', 'kind': 'boligsocial', 'goals': [{'id': 'a', 'title': 'A', 'pursued': true}]",
              "'goals': [{'id': 'a', 'title': 'A'}]");
  assert_same("'financing': {'currency': 'DKK', 'contributions': []}, 'sources': [], 'governance': {}", "");
}

static void test_a_default_that_is_left(void **state) {
  (void)state;
  hhp_diff *diff = mirrored_diff_of("'goals': [{'id': 'a', 'title': 'A'}]",
                                    "'goals': [{'id': 'a', 'title': 'A', 'pursued': false}]");
  assert_said(diff, "changed goal a pursued: true > false\n");
  assert_at(only_change(diff), "-", "/goals/0/pursued");
  assert_diff("'kind': 'fysisk'", "", "changed plan - kind: fysisk > boligsocial\n");
}

/* --- Lists of references and texts --- */

#define ACTIVITY(members) "'activities': [{'id': 'a', 'title': 'A', " members "}]"

static void test_references_are_a_set(void **state) {
  (void)state;
  assert_diff(ACTIVITY("'goals': ['x', 'y']"), ACTIVITY("'goals': ['z', 'x']"),
              "added activity a goals: - > z\n"
              "removed activity a goals: y > -\n");
  assert_same(ACTIVITY("'goals': ['x', 'y']"), ACTIVITY("'goals': ['y', 'x']"));
  assert_same(ACTIVITY("'goals': ['x', 'y', 'x']"), ACTIVITY("'goals': ['y', 'x']"));
  assert_diff(ACTIVITY("'goals': ['x', 'y', 'x']"), ACTIVITY("'goals': ['y']"), "removed activity a goals: x > -\n");
}

static void test_texts_have_an_order(void **state) {
  (void)state;
  hhp_diff *diff = mirrored_diff_of(ACTIVITY("'elements': ['p', 'q', 'r']"), ACTIVITY("'elements': ['q', 'p', 's']"));
  assert_said(diff, "added activity a elements: - > s\n"
                    "removed activity a elements: r > -\n"
                    "reordered activity a elements: - > -\n");
  assert_at(hhp_diff_at(diff, 0), "-", "/activities/0/elements/2");
  assert_at(hhp_diff_at(diff, 1), "/activities/0/elements/2", "-");
  assert_at(hhp_diff_at(diff, 2), "/activities/0/elements", "/activities/0/elements");
  assert_null(hhp_diff_at(diff, 3));
  diff = mirrored_diff_of(ACTIVITY("'elements': ['p', 'q']"), ACTIVITY("'elements': ['n', 'q']"));
  assert_at(hhp_diff_at(diff, 0), "-", "/activities/0/elements/0");
  assert_at(hhp_diff_at(diff, 1), "/activities/0/elements/0", "-");
  assert_diff(ACTIVITY("'elements': ['p', 'q']"), ACTIVITY("'elements': ['n', 'p', 'q']"),
              "added activity a elements: - > n\n");
  assert_diff(ACTIVITY("'elements': ['p', 'p']"), ACTIVITY("'elements': ['p']"),
              "removed activity a elements: p > -\n");
  assert_diff(ACTIVITY("'elements': ['gone', 'p', 'q']"), ACTIVITY("'elements': ['q', 'p']"),
              "removed activity a elements: gone > -\n"
              "reordered activity a elements: - > -\n");
}

/* --- Entities without ids --- */

static void test_signatures_by_party(void **state) {
  (void)state;
  hhp_diff *diff =
      mirrored_diff_of(TWO_PARTIES ", 'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'signatures': "
                                   "[{'party': 'k'}]}]",
                       TWO_PARTIES ", 'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'signatures': "
                                   "[{'party': 'f'}, {'party': 'k', 'signed_on': '2016-05-04'}]}]");
  assert_said(diff, "added signature a signed_on: - > 2016-05-04\n"
                    "added signature a -: - > -\n");
  assert_at(hhp_diff_at(diff, 0), "-", "/agreements/0/signatures/1/signed_on");
  assert_string_equal(hhp_change_name(hhp_diff_at(diff, 1), HHP_LANG_DA), "Foreningen");
}

static void test_the_other_keys(void **state) {
  (void)state;
  assert_diff("'governance': {'board': [{'party': 'k', 'name': 'Bo'}, {'party': 'k', 'name': 'Eva'}]}",
              "'governance': {'board': [{'party': 'k', 'name': 'Eva', 'role': 'chair'}]}",
              "removed board_member - -: - > -\n"
              "added board_member - role: - > chair\n");
  assert_diff("'approvals': [{'kind': 'council', 'outcome': 'rejected'}, {'kind': 'board', 'outcome': 'approved'}]",
              "'approvals': [{'kind': 'council', 'outcome': 'approved'}, {'kind': 'fund', 'outcome': 'approved'}]",
              "added approval - -: - > -\n"
              "removed approval - -: - > -\n"
              "changed approval - outcome: rejected > approved\n");
  assert_diff("'approvals': [{'kind': 'board', 'body': 'A', 'outcome': 'approved'}, {'kind': 'board', 'body': 'B', "
              "'outcome': 'approved'}]",
              "'approvals': [{'kind': 'board', 'body': 'B', 'outcome': 'rejected'}, {'kind': 'board', 'body': 'B', "
              "'party': 'k', 'outcome': 'approved'}]",
              "added approval - -: - > -\n"
              "removed approval - -: - > -\n"
              "changed approval - outcome: approved > rejected\n");
  assert_diff("'reports': [{'year': 2016}, {'year': 2017}]", "'reports': [{'year': 2017, 'submitted_on': '2018-03'}]",
              "removed annual_report - -: - > -\n"
              "added annual_report - submitted_on: - > 2018-03\n");
  assert_diff("'waivers': [{'rule': 'HP401', 'reason': 'A'}]",
              "'waivers': [{'rule': 'HP401', 'target': 'x', 'reason': 'A'}, {'rule': 'HP401', 'reason': 'B'}]",
              "added waiver - -: - > -\n"
              "changed waiver - reason: A > B\n");
  assert_diff(
      "'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'start': '2016', 'actual': '1'}]}]",
      "'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'start': '2017'}, {'start': '2016', 'actual': '2'}]}]",
      "changed indicator_period i actual: 1 > 2\n"
      "added indicator_period i -: - > -\n");
  assert_diff(
      "'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{'goal': 'g'}], 'supports': [{'strategy': 's'}]}]",
      "'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{'goal': 'g', 'how': 'Ja'}]}]",
      "added goal_contribution w how: - > Ja\n"
      "removed support w -: - > -\n");
}

/* --- Money --- */

static void test_amounts_move(void **state) {
  (void)state;
  hhp_diff *diff =
      mirrored_diff_of(MONEY("'frame': 46000000, 'total': 46000000, 'grant': {'awarded': 35000000}"),
                       MONEY("'frame': 46000000, 'total': 45500000, 'grant': {'awarded': 34500000, 'applied': 1}"));
  assert_said(diff, "moved financing - total: 46000000 > 45500000 (-500000)\n"
                    "added grant - applied: - > 1\n"
                    "moved grant - awarded: 35000000 > 34500000 (-500000)\n");
  assert_int_equal(hhp_diff_count_of(diff, HHP_CHANGE_MOVED), 2);
  assert_int_equal(hhp_diff_count_of(diff, HHP_CHANGE_ADDED), 1);
  assert_int_equal(hhp_diff_count_of(diff, HHP_CHANGE_CHANGED), 0);
  assert_true(hhp_change_kroner(hhp_diff_at(diff, 0), HHP_SIDE_AFTER) == 45500000);
  assert_true(hhp_change_kroner(hhp_diff_at(diff, 1), HHP_SIDE_BEFORE) == HHP_ABSENT);
}

/* HHP_ABSENT is a difference like any other. */
static void test_a_difference_as_large_as_absent(void **state) {
  (void)state;
  hhp_diff *diff = mirrored_diff_of("'financing': {'frame': 2147483648}", "'financing': {'frame': 0}");
  int64_t kroner = 0;
  assert_int_equal(hhp_change_difference(only_change(diff), &kroner), HHP_OK);
  assert_true(kroner == INT64_C(-2147483648));
  char *out = NULL;
  assert_int_equal(hhp_diff_render(diff, HHP_FORMAT_TEXT, NULL, &out, NULL), HHP_OK);
  assert_non_null(strstr(out, "(DKK -2,147,483,648)"));
  hhp_free(out);
}

static void test_contributions(void **state) {
  (void)state;
  assert_diff(
      MONEY("'contributions': [{'id': 'c', 'parties': ['k'], 'amount': 5}, {'parties': ['k', 'f'], 'amount': 7}, "
            "{'parties': ['f'], 'year': 2016, 'amount': 9}]"),
      MONEY("'contributions': [{'parties': ['f', 'k'], 'kind': 'cash', 'amount': 10}, {'id': 'c', 'parties': "
            "['f'], 'amount': 5}, {'parties': ['f'], 'year': 2017, 'amount': 8}]"),
      "added contribution - -: - > - (8)\n"
      "removed contribution - -: - > - (-9)\n"
      "added contribution c parties: - > f\n"
      "removed contribution c parties: k > -\n"
      "moved contribution - amount: 7 > 10 (3)\n");
}

/* Those of the same parties are one, in whichever order the parties and the contributions are. */
static void test_contributions_are_those_of_their_parties(void **state) {
  (void)state;
  assert_diff(MONEY("'contributions': [{'parties': ['k'], 'amount': 5}, {'parties': ['f'], 'amount': 7}, {'parties': "
                    "['k', 'f'], 'amount': 9}]"),
              MONEY("'contributions': [{'parties': ['f', 'k'], 'amount': 10}, {'parties': ['f', 'f'], 'amount': 8}, "
                    "{'parties': ['k'], 'amount': 6}]"),
              "moved contribution - amount: 5 > 6 (1)\n"
              "moved contribution - amount: 7 > 8 (1)\n"
              "moved contribution - amount: 9 > 10 (1)\n");
}

/* While a plan is built, a contribution may have no party yet, and a goal no title. */
static void test_plans_that_are_being_built(void **state) {
  (void)state;
  hhp_plan *plans[2] = {new_plan(), new_plan()};
  hhp_object *row;
  for (int i = 0; i < 2; i++)
    assert_int_equal(hhp_table_add_row(hhp_table_find("contributions"), plans[i], NULL, NULL, &row), HHP_OK);
  assert_int_equal(hhp_table_add_row(hhp_table_find("goals"), plans[1], NULL, "g", &row), HHP_OK);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plans[0], plans[1], &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_said(diff, "added goal g -: - > -\n");
  assert_string_equal(hhp_change_name(hhp_diff_at(diff, 0), HHP_LANG_EN), "");
}

static void test_a_contribution_that_gets_an_id(void **state) {
  (void)state;
  const char *without = MONEY("'contributions': [{'parties': ['k'], 'amount': 5}]");
  const char *with = MONEY("'contributions': [{'id': 'c', 'parties': ['k'], 'amount': 6}]");
  assert_diff(without, with,
              "added contribution c id: - > c\n"
              "moved contribution c amount: 5 > 6 (1)\n");
  assert_diff(with, without,
              "removed contribution c id: c > -\n"
              "moved contribution c amount: 6 > 5 (-1)\n");
}

/* The one of 1 krone is removed, although it was first. */
static void test_equal_entities_match(void **state) {
  (void)state;
  assert_diff(MONEY("'contributions': [{'parties': ['k'], 'amount': 1}, {'parties': ['k'], 'amount': 2}, {'parties': "
                    "['k'], 'amount': 3}]"),
              MONEY("'contributions': [{'parties': ['k'], 'amount': 2}, {'parties': ['k'], 'amount': 3}]"),
              "removed contribution - -: - > - (-1)\n");
}

static void test_duplicate_keys_match_in_order(void **state) {
  (void)state;
  assert_diff(
      MONEY("'contributions': [{'parties': ['k', 'f', 'k'], 'amount': 1}, {'parties': ['f', 'k'], 'amount': 2}]"),
      MONEY("'contributions': [{'parties': ['f', 'k'], 'amount': 3}, {'parties': ['k', 'f'], 'amount': 4}]"),
      "moved contribution - amount: 1 > 3 (2)\n"
      "moved contribution - amount: 2 > 4 (2)\n");
}

#define LINE(category, year, party, amount) \
  "{'category': '" category "', 'year': " year ", 'party': '" party "', 'amount': " amount "}"

static void test_budget_lines_are_added_up(void **state) {
  (void)state;
  hhp_diff *diff = mirrored_diff_of(
      MONEY("'budget': [" LINE("staff", "2016", "k", "100") ", " LINE("staff", "2017", "k", "50") ", " LINE(
          "staff", "2016", "k", "20") ", " LINE("other", "2016", "f", "1") "]"),
      MONEY("'budget': [" LINE("evaluation", "2016", "f", "4") ", " LINE("staff", "2017", "k", "30") ", " LINE(
          "staff", "2016", "k", "150") ", " LINE("staff", "2017", "k", "20") "]"));
  assert_said(diff, "added budget_line - -: - > - (4)\n"
                    "removed budget_line - -: - > - (-1)\n"
                    "moved budget_line - amount: 120 > 150 (30)\n");
  const hhp_change *moved = hhp_diff_at(diff, 2);
  assert_at(moved, "/financing/budget/0/amount", "/financing/budget/2/amount");
  assert_string_equal(hhp_change_name(moved, HHP_LANG_DA), "løn, 2016, Kommunen");
  assert_string_equal(hhp_change_name(moved, HHP_LANG_EN), "staff, 2016, Kommunen");
}

static void test_arguments(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_diff *diff = (hhp_diff *)(void *)&plan;
  assert_int_equal(hhp_plan_diff(plan, NULL, &diff), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_diff(NULL, plan, &diff), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_diff(plan, plan, NULL), HHP_ERR_ARGUMENT);
  assert_null(diff);
}

/* 10^12 kroner is the largest amount, so an overflow takes more lines than a test has time for; their amounts are set
 * directly, bypassing the setter. */
static void test_sums_that_do_not_fit(void **state) {
  (void)state;
  hhp_plan *empty = new_plan(), *plan = new_plan();
  for (int i = 0; i < 2; i++) {
    hhp_budget_line *line = NULL;
    assert_int_equal(hhp_financing_add_budget_line(hhp_plan_financing(plan), &line), HHP_OK);
    line->amount = INT64_MAX;
  }
  hhp_diff *diff = (hhp_diff *)(void *)&plan;
  assert_int_equal(hhp_plan_diff(empty, plan, &diff), HHP_ERR_OVERFLOW);
  assert_null(diff);
}

static void test_contributions_that_do_not_fit(void **state) {
  (void)state;
  hhp_plan *empty = new_plan(), *plan = new_plan();
  for (int i = 0; i < 2; i++) {
    hhp_contribution *contribution = NULL;
    assert_int_equal(hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution), HHP_OK);
    contribution->amount = INT64_MAX;
  }
  hhp_diff *diff = NULL;
  hhp_cofinancing_result result;
  assert_int_equal(hhp_plan_diff(empty, plan, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_BEFORE, &result, sizeof(result)), HHP_OK);
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_AFTER, &result, sizeof(result)), HHP_ERR_OVERFLOW);
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "The amounts are too large to be added up."));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), "The amounts are too large to be added up."));
  assert_non_null(strstr(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), "\"cofinancing\": null"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), "\n  \"difference\": null")); /* of the sums */
  diff = NULL;
  assert_int_equal(hhp_plan_diff(plan, empty, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_non_null(strstr(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), "\n  \"difference\": null"));
}

static void test_cofinancing_of_both(void **state) {
  (void)state;
  hhp_diff *diff =
      mirrored_diff_of(MONEY("'grant': {'awarded': 75}, 'contributions': [{'parties': ['k'], 'amount': 24}]"),
                       MONEY("'grant': {'awarded': 75}, 'contributions': [{'parties': ['k'], 'amount': 25}]"));
  hhp_cofinancing_result before, after;
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_BEFORE, &before, sizeof(before)), HHP_OK);
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_AFTER, &after, sizeof(after)), HHP_OK);
  assert_true(before.total == 99 && after.total == 100);
  assert_true(before.share_of_total_bp == 2424 && after.share_of_total_bp == 2500);
  assert_true(before.verdict == HHP_VERDICT_FAILS && after.verdict == HHP_VERDICT_PASSES);
  int64_t grant = 0;
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_AFTER, (hhp_cofinancing_result *)(void *)&grant, sizeof(grant)),
                   HHP_OK);
  assert_true(grant == 75);
  assert_int_equal(hhp_diff_cofinancing(diff, 0, &after, sizeof(after)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_diff_cofinancing(diff, 3, &after, sizeof(after)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_diff_cofinancing(NULL, 1, &after, sizeof(after)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_diff_cofinancing(diff, 1, NULL, sizeof(after)), HHP_ERR_ARGUMENT);
}

static void test_a_scheme_that_is_not_known(void **state) {
  (void)state;
  const char *json = plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'financing': {'grant': "
                               "{'awarded': 100}, 'contributions': [{'parties': ['k'], 'amount': 0}]}");
  hhp_plan *before = plan_of(json);
  hhp_plan *after = plan_of(json);
  assert_int_equal(hhp_plan_set_scheme(after, "min-egen"), HHP_OK);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(before, after, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_said(diff, "changed plan - scheme: lbf-2015-2018 > min-egen\n");
  hhp_cofinancing_result result;
  assert_int_equal(hhp_diff_cofinancing(diff, HHP_SIDE_AFTER, &result, sizeof(result)), HHP_OK);
  assert_true(result.grant == 100 && result.share_of_total_bp == 0 && result.frame == HHP_ABSENT);
  assert_true(result.min_share_bp == HHP_ABSENT && result.required_at_total == HHP_ABSENT);
  assert_true(result.verdict == HHP_VERDICT_NOT_COMPUTABLE);
}

/* --- x- members --- */

static void test_extensions(void **state) {
  (void)state;
  hhp_diff *diff =
      mirrored_diff_of("'x-a': {'p': 1, 'q': [1.50]}, 'x-b': 1, 'goals': [{'id': 'g', 'title': 'G', 'x-a/b~c': true}]",
                       "'x-c': 'ny', 'x-a': {'q': [1.50], 'p': 2}, 'goals': [{'id': 'g', 'title': 'G', "
                       "'x-a/b~c': null}]");
  assert_said(diff, "changed plan - x-a: {\"p\": 1, \"q\": [1.5]} > {\"q\": [1.5], \"p\": 2}\n"
                    "removed plan - x-b: 1 > -\n"
                    "added plan - x-c: - > \"ny\"\n"
                    "changed goal g x-a/b~c: true > null\n");
  assert_at(hhp_diff_at(diff, 3), "/goals/0/x-a~1b~0c", "/goals/0/x-a~1b~0c");
  assert_null(hhp_change_meaning(hhp_diff_at(diff, 0), HHP_LANG_EN));
  assert_same("'x-a': {'p': 1, 'q': 2}", "'x-a': {'q': 2, 'p': 1}");
}

static void test_extensions_of_summed_lines(void **state) {
  (void)state;
  assert_diff("'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 3, 'x-konto': 1}]}",
              "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 1, 'x-konto': 1}, "
              "{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 2, 'x-konto': 2}]}",
              "added budget_line - x-konto: - > 2\n");
  assert_diff("'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 3, 'x-konto': 1}]}",
              "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 3}]}",
              "removed budget_line - x-konto: 1 > -\n");
  assert_diff("",
              "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 3, 'x-konto': 1}]}",
              "added budget_line - -: - > - (3)\n");
}

/* --- Whole plans --- */

static void test_a_diff_outlives_its_plans(void **state) {
  (void)state;
  hhp_plan *before = NULL, *after = NULL;
  hhp_diff *diff = NULL;
  char *json = plan_text("'goals': [{'id': 'g', 'title': 'Før', 'x-a': 1}]");
  assert_int_equal(hhp_plan_parse(&before, json, HHP_NUL_TERMINATED, NULL), HHP_OK);
  json = plan_text("'goals': [{'id': 'g', 'title': 'Efter'}]");
  assert_int_equal(hhp_plan_parse(&after, json, HHP_NUL_TERMINATED, NULL), HHP_OK);
  assert_int_equal(hhp_plan_diff(before, after, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  hhp_plan_free(before);
  hhp_plan_free(after);
  assert_said(diff, "changed goal g title: Før > Efter\nremoved goal g x-a: 1 > -\n");
  assert_string_equal(hhp_change_name(hhp_diff_at(diff, 0), HHP_LANG_DA), "Efter");
  assert_string_equal(hhp_diff_plan_id(diff, HHP_SIDE_BEFORE), "p");
  assert_string_equal(hhp_diff_title(diff, HHP_SIDE_AFTER), "T");
}

static void test_nothing_is_nothing(void **state) {
  (void)state;
  int64_t kroner = 7;
  hhp_diff_free(NULL);
  assert_int_equal(hhp_diff_count(NULL), 0);
  assert_int_equal(hhp_diff_count_of(NULL, HHP_CHANGE_ADDED), 0);
  assert_null(hhp_diff_at(NULL, 0));
  assert_null(hhp_diff_at(mirrored_diff_of("", ""), 0));
  assert_null(hhp_diff_path(NULL, HHP_SIDE_BEFORE));
  assert_null(hhp_diff_plan_id(NULL, HHP_SIDE_BEFORE));
  assert_null(hhp_diff_title(NULL, HHP_SIDE_BEFORE));
  assert_int_equal(hhp_diff_set_paths(NULL, "a", "b"), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_change_kind(NULL), 0);
  assert_null(hhp_change_entity(NULL));
  assert_null(hhp_change_id(NULL));
  assert_null(hhp_change_name(NULL, HHP_LANG_DA));
  assert_null(hhp_change_field(NULL));
  assert_null(hhp_change_meaning(NULL, HHP_LANG_DA));
  assert_null(hhp_change_pointer(NULL, HHP_SIDE_BEFORE));
  assert_null(hhp_change_text(NULL, HHP_SIDE_BEFORE));
  assert_true(hhp_change_kroner(NULL, HHP_SIDE_BEFORE) == HHP_ABSENT);
  assert_int_equal(hhp_change_difference(NULL, &kroner), HHP_ERR_ARGUMENT);
  assert_null(hhp_change_kind_name(0));
  assert_null(hhp_change_kind_name(6));
  assert_null(hhp_change_kind_name(-1));
  hhp_diff *diff = mirrored_diff_of("", "'vision': 'Ro'");
  assert_null(hhp_diff_at(diff, 1));
  assert_null(hhp_diff_path(diff, HHP_SIDE_BEFORE));
  assert_int_equal(hhp_diff_count_of(diff, 0), 0);
  assert_int_equal(hhp_diff_count_of(diff, 6), 0);
  assert_null(hhp_change_text(hhp_diff_at(diff, 0), 0));
  assert_int_equal(hhp_change_difference(hhp_diff_at(diff, 0), &kroner), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_change_difference(hhp_diff_at(diff, 0), NULL), HHP_ERR_ARGUMENT);
  assert_true(kroner == 7);
}

/* The amount of a line is required (HP104), but may not be set yet: it is not stated, not 0. */
static void test_lines_without_an_amount(void **state) {
  (void)state;
  hhp_plan *begun = new_plan(), *stated = new_plan(), *partly = new_plan();
  hhp_budget_line *line = NULL;
  hhp_diff *diff = NULL;
  hhp_plan *plans[] = {begun, stated, partly, partly};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(hhp_financing_add_budget_line(hhp_plan_financing(plans[i]), &line), HHP_OK);
    assert_int_equal(i == 1 || i == 3 ? hhp_budget_line_set_amount(line, 5000) : HHP_OK, HHP_OK);
  }
  assert_int_equal(hhp_plan_diff(begun, stated, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_said(diff, "added budget_line - amount: - > 5000\n");
  assert_int_equal(hhp_change_kroner(hhp_diff_at(diff, 0), HHP_SIDE_BEFORE), HHP_ABSENT);
  assert_true(diff->sides[HHP__BEFORE].budget == HHP_ABSENT && diff->sides[HHP__AFTER].budget == 5000);
  assert_int_equal(hhp_plan_diff(stated, begun, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_said(diff, "removed budget_line - amount: 5000 > -\n");
  assert_int_equal(hhp_plan_diff(begun, partly, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_true(diff->sides[HHP__AFTER].budget == HHP_ABSENT); /* one of its two lines is not stated */
}

/* A plan under construction may lack required members. */
static void test_incomplete_plans(void **state) {
  (void)state;
  hhp_plan *empty = new_plan(), *begun = new_plan();
  hhp_goal *goal = NULL;
  hhp_budget_line *line = NULL;
  assert_int_equal(hhp_plan_add_goal(begun, "g", &goal), HHP_OK);
  assert_int_equal(hhp_goal_set_id(goal, NULL), HHP_OK);
  assert_int_equal(hhp_financing_add_budget_line(hhp_plan_financing(begun), &line), HHP_OK);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(empty, begun, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_said(diff, "added budget_line - -: - > -\nadded goal - -: - > -\n");
  assert_string_equal(hhp_change_name(hhp_diff_at(diff, 1), HHP_LANG_EN), "");
  for (int32_t format = HHP_FORMAT_TEXT; format <= HHP_FORMAT_MARKDOWN; format++) {
    char *out = NULL;
    assert_int_equal(hhp_diff_render(diff, format, NULL, &out, NULL), HHP_OK);
    hhp_free(out);
  }
}

/* A referenced entity may have a name of any length, and any number of references. */
static void test_names_are_cut(void **state) {
  (void)state;
  char name[1001];
  memset(name, 'n', 1000);
  name[1000] = '\0';
  char *before = text_of("'parties': [{'id': 'k', 'name': '%s', 'kind': 'other'}]", name);
  char *after = text_of("%s, 'financing': {'budget': [%s]}", before, LINE("staff", "2016", "k", "1"));
  const char *label = hhp_change_name(only_change(mirrored_diff_of(before, after)), HHP_LANG_EN);
  size_t length = strlen(label);
  assert_true(length <= 170);
  assert_string_equal(label + length - strlen("…"), "…");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_every_field_is_compared),
      TEST(test_every_list_has_its_row),
      TEST(test_same_plan),
      TEST(test_entities_by_id),
      TEST(test_order_of_entities_is_nothing),
      TEST(test_pointers_are_each_plan_s_own),
      TEST(test_another_kind_of_list_is_another_thing),
      TEST(test_duplicate_ids),
      TEST(test_fields),
      TEST(test_presence_of_a_field_has_a_place),
      TEST(test_a_default_written_out_is_nothing),
      TEST(test_a_default_that_is_left),
      TEST(test_references_are_a_set),
      TEST(test_texts_have_an_order),
      TEST(test_signatures_by_party),
      TEST(test_the_other_keys),
      TEST(test_amounts_move),
      TEST(test_a_difference_as_large_as_absent),
      TEST(test_contributions),
      TEST(test_contributions_are_those_of_their_parties),
      TEST(test_plans_that_are_being_built),
      TEST(test_a_contribution_that_gets_an_id),
      TEST(test_equal_entities_match),
      TEST(test_duplicate_keys_match_in_order),
      TEST(test_budget_lines_are_added_up),
      TEST(test_arguments),
      TEST(test_sums_that_do_not_fit),
      TEST(test_contributions_that_do_not_fit),
      TEST(test_cofinancing_of_both),
      TEST(test_a_scheme_that_is_not_known),
      TEST(test_extensions),
      TEST(test_extensions_of_summed_lines),
      TEST(test_a_diff_outlives_its_plans),
      TEST(test_nothing_is_nothing),
      TEST(test_lines_without_an_amount),
      TEST(test_incomplete_plans),
      TEST(test_names_are_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
