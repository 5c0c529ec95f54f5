/* Source lines that findings keep: where they begin and end, and how many are kept; and the places of odd texts. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/model.h"
#include "report/finding.h"
#include "report/wanted.h"
#include "unit/corpus.h"
#include "json/reader.h"

enum { BEFORE = 120, AFTER = 160 }; /* bytes kept before and after the place */

static const hhp_finding *first_of(const char *json, size_t length) {
  return nth(check_bytes(json, length, NULL), "HP103", 0);
}

/* A document in which the member `typo` is between `before` and `after` blanks, and then the break. */
static char *with_blanks(size_t before, size_t after, const char *line_break) {
  char *text = calloc(before + after + 64, 1);
  assert_non_null(text);
  own(text, free);
  strcpy(text, "{\n");
  size_t at = strlen(text);
  memset(text + at, ' ', before);
  strcpy(text + at + before, "\"typo\":1");
  at = strlen(text);
  memset(text + at, ' ', after);
  strcpy(text + at + after, line_break);
  strcat(text, "}");
  return text;
}

static void a_line_ends_before_its_break(void **state) {
  (void)state;
  static const char *const breaks[] = {"\n", "\r\n", "\r"};
  for (size_t i = 0; i < COUNT_OF(breaks); i++) {
    char *json = with_blanks(2, 1, breaks[i]);
    assert_string_equal(hhp__source_of(first_of(json, strlen(json)))->excerpt, "  \"typo\":1 ");
  }
}

/* The line has `after` blanks behind the eight bytes of the member. */
static void a_long_line_is_cut(void **state) {
  (void)state;
  for (size_t extra = 0; extra < 3; extra++) {
    char *json = with_blanks(BEFORE - 1 + extra, AFTER - 9 + extra, "\n");
    const hhp__source *f = hhp__source_of(first_of(json, strlen(json)));
    assert_int_equal(f->excerpt_at, extra == 0 ? BEFORE - 1 : BEFORE);
    assert_int_equal(strlen(f->excerpt), f->excerpt_at + (extra == 0 ? AFTER - 1 : AFTER));
  }
}

static int is_utf8(const char *text) {
  json_t *string = json_string(text);
  json_decref(string);
  return string != NULL;
}

/* With characters of two bytes on both sides, the limits fall between them or within one. */
static void no_character_is_cut(void **state) {
  (void)state;
  char many[601];
  for (size_t i = 0; i < 300; i++)
    memcpy(many + 2 * i, "ø", 2);
  many[600] = '\0';
  static const char *const shifts[] = {"", "a"};
  for (size_t left = 0; left < COUNT_OF(shifts); left++) {
    for (size_t right = 0; right < COUNT_OF(shifts); right++) {
      char *json = text_of("{\"x-a\":\"%s%s\",\"typo\":1,\"x-b\":\"%s%s\"}", many, shifts[left], shifts[right], many);
      const hhp__source *f = hhp__source_of(first_of(json, strlen(json)));
      assert_true(is_utf8(f->excerpt));
      assert_in_range(f->excerpt_at, BEFORE - 1, BEFORE);
      assert_in_range(strlen(f->excerpt) - f->excerpt_at, AFTER - 1, AFTER);
    }
  }
}

/* The end of the text ends the last line. */
static void the_text_may_end_at_the_limit(void **state) {
  (void)state;
  for (size_t more = 0; more < 3; more++) {
    char *json = with_blanks(0, AFTER - 9 - 1 + more, "");
    const hhp__source *f = hhp__source_of(first_of(json, strlen(json)));
    size_t rest = strlen(json) - 2;
    assert_int_equal(strlen(f->excerpt), rest < AFTER ? rest : AFTER);
  }
}

/* Only the first findings keep their line. */
static void the_last_line_kept(void **state) {
  (void)state;
  size_t count = HHP__MOST_EXCERPTS + 1;
  char *json = malloc(count * 12 + 8);
  assert_non_null(json);
  own(json, free);
  char *p = json;
  *p++ = '{';
  for (size_t i = 0; i < count; i++)
    p += sprintf(p, "%s\"q%05zu\":1", i == 0 ? "" : ",", i);
  *p++ = '}';
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(json, (size_t)(p - json), NULL, report), HHP_OK);
  assert_non_null(hhp__source_of(hhp_report_at(report, HHP__MOST_EXCERPTS - 1))->excerpt);
  assert_null(hhp__source_of(hhp_report_at(report, HHP__MOST_EXCERPTS))->excerpt);
}

static void a_byte_order_mark_alone(void **state) {
  (void)state;
  const hhp_report *report = check_bytes("\xef\xbb\xbf", 3, NULL);
  assert_int_equal(hhp_report_count(report), 2); /* the mark, and no document after it */
  for (size_t i = 0; i < 2; i++) {
    assert_string_equal(hhp_finding_rule(hhp_report_at(report, i)), "HP101");
    assert_int_equal(hhp_finding_line(hhp_report_at(report, i)), 1);
  }
}

/* --- Places, beside those that a walk through the whole text finds for their pointers --- */

/* Where the value of that pointer is: the first, if a member is there more than once. */
static int find_value(const char *json, size_t length, const char *pointer, size_t *offset, size_t *value_length) {
  hhp__reader r;
  hhp__buffer path = {0};
  hhp__token token;
  hhp__reader_init(&r, json, length);
  int is_found = 0;
  while (!is_found && (token = hhp__next(&r)) != HHP__END && token != HHP__BROKEN) {
    if (token == HHP__END_OBJECT || token == HHP__END_ARRAY)
      continue;
    const char *start = r.token;
    int is_container = token == HHP__BEGIN_OBJECT || token == HHP__BEGIN_ARRAY;
    path.length = 0;
    hhp__put(&path, "", 0);
    hhp__put_pointer_within(&r, &path, SIZE_MAX); /* of what has begun: it has no member yet */
    is_found = strcmp(path.text, pointer) == 0;
    if (is_found && is_container)
      hhp__skip_rest(&r);
    *offset = (size_t)(start - json);
    *value_length = (size_t)(r.next - start);
  }
  hhp__buffer_free(&path);
  return is_found;
}

static void compare_place(const char *json, size_t length, const hhp__place *place, int is_opening) {
  size_t offset = 0, value_length = 0;
  if (!find_value(json, length, place->pointer, &offset, &value_length))
    fault("%s is not in the text", place->pointer);
  else if (!hhp__is_known(place) || place->offset != offset || place->length != (is_opening ? 1 : value_length))
    fault("%s at %zu, %zu bytes; the text has it at %zu, %zu bytes", place->pointer, place->offset, place->length,
          offset, value_length);
}

/* The places of what rules report; errors of form may be at the name of a member. */
static size_t compare_places(const hhp_report *report, const char *json, size_t length) {
  size_t compared = 0;
  for (uint32_t i = 0; i < report->findings.count; i++) {
    const hhp_finding *f = report->findings.items[i];
    if (strcmp(hhp_finding_rule(f), "HP107") < 0)
      continue;
    compare_place(json, length, &f->place, f->is_opening);
    const hhp__list *list = &hhp__rare_of(f)->related;
    for (uint32_t k = 0; k < list->count; k++)
      compare_place(json, length, &((const hhp__related *)list->items[k])->place, 0);
    compared += 1 + list->count;
  }
  return compared;
}

static void places_of_the_corpus(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders), compared = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].file_count; k++) {
      size_t length;
      const char *json = source_text(corpus_path(&folders[i], folders[i].files[k]), &length);
      hhp_report *report = new_report();
      assert_int_equal(hhp_check(json, length, NULL, report), HHP_OK);
      compared += compare_places(report, json, length);
    }
  }
  fail_on_faults();
  assert_true(compared > 1000);
}

/* Members twice, names with escapes, elements that are no objects, objects before what is looked for, and names of
 * fields where they are none. */
static void places_in_odd_texts(void **state) {
  (void)state;
  static const char *const members[] = {
      "'goals': [{'id': 'm', 'title': 'M'}, 5, {'id': 'm', 'title': 'N'}], 'goals': [{'id': 'x'}]",
      "'goals': [{'id': 'm', 'title': 'M'}, {'id': 'n', 'title': 'N'}, {'id': 'm', 'title': 'N', 'id': 'm'}]",
      "'goals': [{'title': 'M', 'x-a': {'id': [1, {'id': 2}]}, '\\u0069d': 'm'}, {'id': 'm', 'title': 'N'}]",
      "'activities': [{'id': 'a', 'title': 'A', 'goals': ['no', 7, 'm', ['m'], 'no'], 'parties': ['q', 'q']}]",
      "'activities': [{'parties': ['q'], 'parties': ['r'], 'id': 'a', 'title': 'A', 'lead': 'r'}], 'goals': [{}]",
      "'activities': [], 'activities': [{'id': 'a', 'lead': 'q'}], 'financing': {'budget': [{'party': 'q'}], 'x-b': "
      "[]}",
      "'x-activities': [{'id': 'a'}], 'activities': [{'id': 'p', 'title': '  '}], 'governance': {'board': [{'party': "
      "'p'}]}",
  };
  for (size_t i = 0; i < COUNT_OF(members); i++) {
    char *json = plan_text("%s", members[i]);
    compare_places(check_bytes(json, strlen(json), NULL), json, strlen(json));
  }
  fail_on_faults();
}

/* --- hhp_check_in_place() --- */

/* It reports the same as hhp_check(), and leaves the text as it was. A byte after the text would be an error for
 * AddressSanitizer. */
static void compare_in_place(const char *name, const char *json, size_t length) {
  hhp_report *copied = new_report(), *in_place = new_report();
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_line_hashes(options, 1), HHP_OK);
  char *text = exact_copy(json, length);
  assert_int_equal(hhp_check(json, length, options, copied), HHP_OK);
  assert_int_equal(hhp_check_in_place(text, length, options, in_place), HHP_OK);
  if (memcmp(text, json, length) != 0)
    fault("%s is changed", name);
  if (strcmp(rendered(copied, HHP_FORMAT_JSON, NULL), rendered(in_place, HHP_FORMAT_JSON, NULL)) != 0 ||
      strcmp(rendered(copied, HHP_FORMAT_SARIF, NULL), rendered(in_place, HHP_FORMAT_SARIF, NULL)) != 0)
    fault("%s has other findings in place", name);
}

/* Each plan, and the plan cut off within a text, where the reader looks at what is before. */
static void in_place_as_elsewhere(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].file_count; k += 5) {
      size_t length;
      const char *name = corpus_path(&folders[i], folders[i].files[k]);
      const char *json = source_text(name, &length);
      compare_in_place(name, json, length);
      compare_in_place(name, json, length / 2);
    }
  }
  fail_on_faults();
}

static void in_place_with_syntax_errors(void **state) {
  (void)state;
  static const char *const members[] = {
      "'purpose': 'a' 'b'",
      "'purpose': 'a', 'title' 'b'",
      "'purpose': 'say 'hello' again'",
      "'purpose': 'a';",
      "'purpose': 'a'}",
      "'purpose': 'a\n",
      "'goals': [{'title': 'M', 'id' 5}]",
  };
  for (size_t i = 0; i < COUNT_OF(members); i++) {
    const char *json = plan_text("%s", members[i]);
    compare_in_place(json, json, strlen(json));
  }
  fail_on_faults();
  hhp_report *report = new_report();
  assert_int_equal(hhp_check_in_place(NULL, 0, NULL, report), HHP_OK);
  assert_int_equal(hhp_check_in_place(NULL, 1, NULL, report), HHP_ERR_ARGUMENT);
  char text[] = "{}";
  assert_int_equal(hhp_check_in_place(text, HHP_NUL_TERMINATED, NULL, report), HHP_OK);
  assert_int_equal(hhp_check_in_place(text, 2, NULL, NULL), HHP_ERR_ARGUMENT);
}

/* Steps from one quotation mark to the next that take a byte more than the one before: 15 bytes more than the text. */
static void in_place_with_long_texts(void **state) {
  (void)state;
  static const int steps[] = {1 << 7, 1 << 14, 1 << 21};
  for (size_t i = 0; i < COUNT_OF(steps); i++) {
    for (int length = steps[i] - 16; length <= steps[i] - 14; length++) {
      const char *json = plan_text("'vision': 'Trygge naboer', 'mission': '%*s', 'approach': 'Sammen'", length, ".");
      compare_in_place("a long text", json, strlen(json));
    }
  }
  fail_on_faults();
}

/* The plan that a report keeps does not need the text any more. */
static void a_kept_plan_outlives_the_text(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
  const char *json = plan_text("'vision': 'Trygge naboer'");
  char *text = exact_copy(json, strlen(json));
  hhp_report *report = new_report();
  assert_int_equal(hhp_check_in_place(text, strlen(json), options, report), HHP_OK);
  memset(text, '?', strlen(json));
  assert_non_null(hhp_report_plan(report));
  assert_string_equal(hhp_plan_vision(hhp_report_plan(report)), "Trygge naboer");
}

/* --- Values that are wanted --- */

/* A list as a whole, and an element of another list that comes before it in the text. */
static void elements_are_found_in_their_own_list(void **state) {
  (void)state;
  const char *json = plan_text("'parties': [{'id': 'p', 'name': 'P', 'kind': 'other'}], 'activities': "
                               "[{'id': 'a', 'title': 'T', 'parties': ['p'], 'elements': ['one', 'two']}]");
  const hhp_activity *activity = hhp_plan_activity_at(plan_of(json), 0);
  const hhp__entity *entity = hhp__entity_of(&activity->object);
  hhp__place list = {0}, element = {0};
  hhp__wanted wanted = {0};
  assert_int_equal(
      hhp__want(&wanted, (hhp__wanted_value){&list, &activity->object, hhp__field_named(entity, "elements", 8, 0), -1}),
      0);
  assert_int_equal(hhp__want(&wanted, (hhp__wanted_value){&element, &activity->object,
                                                          hhp__field_named(entity, "parties", 7, 0), 0}),
                   0);
  hhp__find_wanted(&wanted, json);
  hhp__wanted_free(&wanted);
  assert_ptr_equal(json + list.offset, strstr(json, "[\"one\""));
  assert_ptr_equal(json + element.offset, strstr(json, "\"p\"], \"elements\""));
  assert_int_equal(element.length, 3);
}

/* Two findings at one place, the one of the later message made first. */
static void findings_at_one_place_are_in_the_order_of_their_rules(void **state) {
  (void)state;
  for (int message = 1; message < HHP__MESSAGE_COUNT; message++) {
    hhp_report *report = new_report();
    hhp__report_begin(report);
    for (int earlier = 0; earlier <= 1; earlier++) {
      hhp_finding *finding = hhp__report_add(report, (hhp__message)(message - earlier), HHP_SEVERITY_ERROR, "");
      assert_non_null(finding);
      hhp__place_at(finding, 0, 1);
    }
    assert_int_equal(hhp__report_locate(report, "{}", 2), HHP_OK);
    const char *first = hhp_finding_rule(hhp_report_at(report, 0)),
               *second = hhp_finding_rule(hhp_report_at(report, 1));
    assert_true(strcmp(first, second) <= 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(elements_are_found_in_their_own_list),
      TEST(findings_at_one_place_are_in_the_order_of_their_rules),
      TEST(a_line_ends_before_its_break),
      TEST(a_long_line_is_cut),
      TEST(no_character_is_cut),
      TEST(the_text_may_end_at_the_limit),
      TEST(the_last_line_kept),
      TEST(a_byte_order_mark_alone),
      TEST(places_of_the_corpus),
      TEST(places_in_odd_texts),
      TEST(in_place_as_elsewhere),
      TEST(in_place_with_syntax_errors),
      TEST(in_place_with_long_texts),
      TEST(a_kept_plan_outlives_the_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
