/* A diff as JSON: each of its members. */
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "unit/diffs.h"

#define GOAL(id) "{'id': '" id "', 'title': 'Goal " id "'}"

/* What was added has a place, and no text of its own, on one side only. */
static void test_json_of_an_addition(void **state) {
  (void)state;
  const char *text = written(diff_of("", "'goals': [{'id': 'g', 'title': 'G'}]"), HHP_FORMAT_JSON, HHP_LANG_EN);
  json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  json_t *change = json_array_get(json_object_get(json, "changes"), 0);
  json_t *after = json_object_get(change, "after");
  const char *pointer = json_string_value(json_object_get(after, "pointer"));
  int is_as_expected = json_is_null(json_object_get(change, "before")) && pointer != NULL &&
                       strcmp(pointer, "/goals/0") == 0 && json_is_null(json_object_get(after, "text"));
  json_decref(json);
  assert_true(is_as_expected);
}

/* An empty list is on one line; the end of one that is not has a line of its own. */
static void test_json_of_none_and_one(void **state) {
  (void)state;
  const char *none = written(diff_of("", ""), HHP_FORMAT_JSON, HHP_LANG_EN);
  assert_non_null(strstr(none, "\n  \"changes\": [],\n"));
  const char *one = written(diff_of("", "'goals': [{'id': 'g', 'title': 'G'}]"), HHP_FORMAT_JSON, HHP_LANG_EN);
  assert_non_null(strstr(one, "\n  \"changes\": [\n    {\n"));
  assert_non_null(strstr(one, "\n    }\n  ],\n"));
}

static json_t *json_of(const hhp_diff *diff) {
  json_t *json = json_loads(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(json);
  return json;
}

static void assert_json(const json_t *json, const char *expected) {
  json_t *wanted = json_loads(quoted(expected), JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(wanted);
  int is_equal = json_equal((json_t *)(uintptr_t)json, wanted);
  json_decref(wanted);
  if (!is_equal) {
    char *found = json_dumps(json, JSON_INDENT(2));
    own(found, free);
    fail_msg("not %s: %s", expected, found);
  }
}

/* The thing and the field that differ are named in both languages; an x- member has no meaning. */
static void test_json_of_a_change(void **state) {
  (void)state;
  static const char form[] =
      MONEY("'contributions': [{'parties': ['k'], 'kind': 'in_kind_hours', 'amount': %s}]") ", %s";
  json_t *json = json_of(diff_of(text_of(form, "5", "'x-a': true"), text_of(form, "7", "'x-a': 2")));
  const json_t *changes = json_object_get(json, "changes");
  assert_int_equal(json_array_size(changes), 2);
  assert_json(json_array_get(changes, 0),
              "{'kind': 'moved', 'entity': 'contribution', 'id': null, 'name': {'da': 'Kommunen, medarbejdertimer', "
              "'en': 'Kommunen, staff hours in kind'}, 'field': 'amount', 'meaning': {'da': 'Beløb eller værdi i "
              "kroner; ikke oplyst: bidragyderen er kendt, beløbet endnu ikke', 'en': 'Amount or value, in kroner; "
              "absent: the contributor is named, the amount is not known yet'}, 'before': {'pointer': "
              "'/financing/contributions/0/amount', 'text': '5', 'kroner': 5}, 'after': {'pointer': "
              "'/financing/contributions/0/amount', 'text': '7', 'kroner': 7}, 'difference': 2}");
  assert_json(json_array_get(changes, 1),
              "{'kind': 'changed', 'entity': 'plan', 'id': null, 'name': {'da': 'T', 'en': 'T'}, 'field': 'x-a', "
              "'meaning': null, 'before': {'pointer': '/x-a', 'text': 'true', 'kroner': null}, 'after': {'pointer': "
              "'/x-a', 'text': '2', 'kroner': null}, 'difference': null}");
  json_decref(json);
}

/* 40 of 150 are 26.66 %. While one amount is not stated, a quarter of the 130 that are stated as the total is 33, of
 * which 25 are stated; beside 33, a grant can be 97. */
static void test_json_of_a_side(void **state) {
  (void)state;
#define OF_OTHERS ", 'counts_as_local': 'no'}"
  hhp_diff *diff =
      diff_of(MONEY("'frame': 200, 'grant': {'awarded': 100}, 'contributions': [{'parties': ['k'], 'amount': 40}, "
                    "{'parties': ['f'], 'amount': 10" OF_OTHERS "], 'budget': [{'category': 'staff', 'year': 2016, "
                    "'party': 'k', 'amount': 7}]"),
              MONEY("'total': 130, 'grant': {'awarded': 90}, 'contributions': [{'parties': ['k'], 'amount': 25}, "
                    "{'parties': ['k']}]"));
  assert_int_equal(hhp_diff_set_paths(diff, "a.json", NULL), HHP_OK);
  json_t *json = json_of(diff);
  assert_json(json_object_get(json, "before"),
              "{'path': 'a.json', 'plan': 'p', 'title': 'T', 'budget': 7, 'cofinancing': {'grant': 100, 'local': 40, "
              "'third_party': 10, 'total': 150, 'frame': 200, 'share_of_total_bp': 2666, 'min_share_bp': 2500, "
              "'verdict': 'passes', 'stated_total': null, 'stated_local': 40, 'required': null, 'missing': null, "
              "'largest_grant': null, 'resulting_total': null}}");
  assert_json(json_object_get(json, "after"),
              "{'path': null, 'plan': 'p', 'title': 'T', 'budget': null, 'cofinancing': {'grant': 90, 'local': null, "
              "'third_party': null, 'total': null, 'frame': null, 'share_of_total_bp': null, 'min_share_bp': 2500, "
              "'verdict': 'open', 'stated_total': 130, 'stated_local': 25, 'required': 33, 'missing': 8, "
              "'largest_grant': 97, 'resulting_total': 130}}");
  json_decref(json);
}

/* 45 - 40, 30 - 10, 165 - 150 and so on; 45 of 165 are 27.27 %, and 40 of 150 are 26.66 %. */
static void test_json_of_money(void **state) {
  (void)state;
#define SUMS(grant, frame, amount, local, others)                                                                \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'o', 'name': 'O', 'kind': 'police'}], "  \
  "'financing': {'frame': " frame ", 'grant': {'awarded': " grant "}, 'contributions': [{'id': 'a', 'parties': " \
  "['k'], 'amount': " local "}, {'id': 'b', 'parties': ['o'], 'amount': " others "}], 'budget': [{'category': "  \
  "'staff', 'year': 2016, 'party': 'k', 'amount': " amount "}]}"
  static const struct {
    const char *name;
    json_int_t difference;
  } rows[] = {{"grant", -10}, {"local", 5},  {"third_party", 20},      {"total", 15},
              {"frame", -20}, {"budget", 5}, {"share_of_total_bp", 61}};
  const hhp_diff *diff = diff_of(SUMS("100", "200", "7", "40", "10"), SUMS("90", "180", "12", "45", "30"));
  json_t *json = json_loads(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), 0, NULL);
  const json_t *difference = json_object_get(json, "difference");
  assert_int_equal(json_object_size(difference), COUNT_OF(rows));
  for (size_t i = 0; i < COUNT_OF(rows); i++)
    assert_int_equal(json_integer_value(json_object_get(difference, rows[i].name)), rows[i].difference);
  json_decref(json);
  /* where one side does not state an amount, there is no difference */
  json = json_loads(written(diff_of("", SUMS("90", "180", "12", "45", "30")), HHP_FORMAT_JSON, HHP_LANG_EN), 0, NULL);
  for (size_t i = 0; i < COUNT_OF(rows); i++)
    assert_true(json_is_null(json_object_get(json_object_get(json, "difference"), rows[i].name)));
  json_decref(json);
}

/* Every kind is counted, also one without a difference. */
static void test_json_of_counts(void **state) {
  (void)state;
  const hhp_diff *diff =
      diff_of("'mission': 'M', 'vision': 'V', 'goals': [" GOAL("a") ", " GOAL("c") "], 'sources': ['A', 'B']",
              "'mission': 'N', 'goals': [" GOAL("b") "], 'sources': ['B', 'A'], 'financing': {'frame': 1}");
  json_t *json = json_loads(written(diff, HHP_FORMAT_JSON, HHP_LANG_EN), JSON_REJECT_DUPLICATES, NULL), *change;
  const json_t *counts = json_object_get(json, "counts");
  size_t kinds = 0, i, all = json_array_size(json_object_get(json, "changes"));
  assert_true(all >= 6);
  for (int32_t kind = 1; hhp_change_kind_name(kind) != NULL; kind++, kinds++) {
    size_t found = 0;
    json_array_foreach(json_object_get(json, "changes"), i, change) found +=
        strcmp(json_string_value(json_object_get(change, "kind")), hhp_change_kind_name(kind)) == 0;
    assert_true(json_is_integer(json_object_get(counts, hhp_change_kind_name(kind))));
    assert_int_equal(json_integer_value(json_object_get(counts, hhp_change_kind_name(kind))), found);
    all -= found;
  }
  assert_int_equal(all, 0);
  assert_int_equal(json_object_size(counts), kinds);
  json_decref(json);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_json_of_an_addition), TEST(test_json_of_none_and_one), TEST(test_json_of_a_change),
      TEST(test_json_of_a_side),      TEST(test_json_of_money),        TEST(test_json_of_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
