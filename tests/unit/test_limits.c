/* Values at a limit and beside it, where the limit is not part of a rule: one test for each. */
#include <string.h>

#include "base/buffer.h"
#include "base/fold.h"
#include "base/parse_date.h"
#include "base/utf8.h"
#include "catalog/messages.h"
#include "report/finding.h"
#include "unit/support.h"

/* Unicode's Latin ligatures: U+FB00 is the first, U+FB06 the last; both are letters of their own in no word. */
static void ligatures_fold_to_their_letters(void **state) {
  (void)state;
  static const struct {
    const char *text, *folded;
  } cases[] = {{"\uFB00", "ff"},  {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"},
               {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__fold(&out, cases[i].text);
    assert_string_equal(out.text, cases[i].folded);
    hhp__buffer_free(&out);
  }
}

/* A part of a text that ends within a character is not UTF-8, whatever follows the part. */
static void a_part_may_end_within_a_character(void **state) {
  (void)state;
  static const char euro[] = "a\xe2\x82\xac";
  assert_int_equal(hhp__utf8_valid(euro, 4), 1);
  assert_int_equal(hhp__utf8_valid(euro, 3), 0);
  assert_int_equal(hhp__utf8_valid(euro, 2), 0);
  assert_int_equal(hhp__utf8_count(euro, 4), 2);
  assert_int_equal(hhp__utf8_count(euro, 3), 3); /* a byte that is not UTF-8 counts as one */
}

/* ISO 8601 writes an hour with two digits. */
static void a_time_of_day_begins_with_two_digits(void **state) {
  (void)state;
  assert_int_equal(hhp__date_read("2020-12-31T00:00", 16).date, 20201231);
  assert_int_equal(hhp__date_read("2020-12-31T23", 13).date, 20201231);
  assert_int_equal(hhp__date_read("2020-12-31T0:00", 15).reading, HHP__DATE_NOTHING);
  assert_int_equal(hhp__date_read("2020-12-31T:00", 14).reading, HHP__DATE_NOTHING);
}

/* The character behind 9 is a colon: no digit, though "/activities/:" would be ten if it were. */
static void only_digits_are_an_index(void **state) {
  (void)state;
  char *activities = text_of("{'id': 'a0', 'title': 'A'}");
  for (int i = 1; i < 80; i++)
    activities = text_of("%s, {'id': 'a%d', 'title': 'A'}", activities, i);
  hhp_plan *plan = plan_of(plan_text("'activities': [%s]", activities));
  static const char *const none[] = {"/activities/:", "/activities/a", "/activities/1:", "/activities/?"};
  for (size_t i = 0; i < COUNT_OF(none); i++) {
    hhp_object *object = NULL;
    const hhp_field *field = NULL;
    size_t index = 0;
    assert_int_equal(hhp_plan_resolve(plan, none[i], &object, &field, &index), HHP_ERR_NOT_FOUND);
  }
}

/* A file that is no UTF-8 where a line begins: the line that is kept begins with the byte, and the place is there. */
static void a_line_may_begin_within_a_character(void **state) {
  (void)state;
  static const char json[] = "{\n\x80\"id\":1}";
  const hhp_report *report = check_bytes(json, sizeof(json) - 1, NULL);
  const hhp_finding *f = nth(report, "HP101", 0);
  assert_int_equal(hhp_finding_line(f), 2);
  assert_int_equal(hhp_finding_column(f), 1);
  assert_int_equal(hhp__source_of(f)->excerpt_at, 0);
}

/* The least int32 is the library's mark for what is absent: the amount that a finding names is then a text. */
static void the_least_amount_is_named_as_a_text(void **state) {
  (void)state;
  const char *json = plan_text("'financing': {'frame': -2147483648}");
  hhp_report *unchecked = new_report(); /* check_plan() would take the amount for an absent one */
  assert_int_equal(hhp_check(json, strlen(json), NULL, unchecked), HHP_OK);
  assert_string_equal(text_argument(nth(unchecked, "HP105", 0), "actual"), "-2147483648");
  const hhp_report *report = check_plan("'financing': {'frame': -2147483647}");
  assert_int_equal(argument_kind(nth(report, "HP105", 0), "actual"), HHP_ARGUMENT_KRONER);
}

/* The name of a municipality before a comma, of at most 79 bytes: more are no municipality, and fit no buffer. */
static void a_long_name_before_a_comma_is_no_municipality(void **state) {
  (void)state;
  for (size_t length = 78; length <= 82; length++) {
    char name[96];
    memset(name, 'a', length);
    strcpy(name + length, ", Odense");
    const hhp_report *report = check_plan("'municipality_code': '461', 'parties': [{'id': 'k', 'kind': 'municipality', "
                                          "'name': '%s'}]",
                                          name);
    assert_none(report, "HP113");
  }
}

static const char *diff_text(const char *before, const char *after) {
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan_of(plan_text("%s", before)), plan_of(plan_text("%s", after)), &diff), HHP_OK);
  char *out = NULL;
  size_t length = 0;
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_EN), HHP_OK);
  assert_int_equal(hhp_diff_render(diff, HHP_FORMAT_TEXT, options, &out, &length), HHP_OK);
  own(out, hhp_free);
  hhp_diff_free(diff);
  return out;
}

/* The words for one and for more than one. */
static void one_list_is_one_and_two_are_many(void **state) {
  (void)state;
#define ALIASES                                                                                     \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'other', 'aliases': %s}, {'id': 'f', 'name': 'F', " \
  "'kind': 'other', 'aliases': %s}]"
  const char *before = text_of(ALIASES, "['A', 'B']", "['C', 'D']");
  const char *one = diff_text(before, text_of(ALIASES, "['B', 'A']", "['C', 'D']"));
  const char *two = diff_text(before, text_of(ALIASES, "['B', 'A']", "['D', 'C']"));
#undef ALIASES
  assert_non_null(strstr(one, "1 difference: 1 list reordered."));
  assert_non_null(strstr(two, "2 differences: 2 lists reordered."));
}

/* Of a text that differs from its other side, 220 characters are shown whole, and 221 are cut. */
static void a_text_is_cut_beyond_its_most_characters(void **state) {
  (void)state;
  char words[222];
  for (size_t length = 220; length <= 221; length++) {
    memset(words, 'x', length);
    words[0] = 'A';
    for (size_t i = 5; i < length - 1; i += 6)
      words[i] = ' ';
    words[length] = '\0';
    char *other = copy_of(words);
    words[length - 1] = 'y';
    const char *text = diff_text(text_of("'summary': '%s'", words), text_of("'summary': '%s'", other));
    assert_int_equal(strstr(text, "…") != NULL, length == 221);
  }
}

/* Of a text in a message, 160 bytes are whole, and of a longer one what is left of whole characters. */
static void a_text_in_a_message_is_cut_beyond_its_most_bytes(void **state) {
  (void)state;
  char words[162];
  memset(words, 'x', sizeof(words));
  for (int length = 160; length <= 161; length++) {
    const hhp_finding *f = only(check_plan("'kind': '%.*s'", length, words), "HP106");
    assert_string_equal(text_argument(f, "value"), text_of("%.160s%s", words, length > 160 ? "…" : ""));
  }
}

/* A text of 128 bytes is compared with the words of a field, and a longer one is not. */
static void a_word_is_looked_for_up_to_its_most_bytes(void **state) {
  (void)state;
  for (int length = 128; length <= 129; length++) {
    const hhp_finding *f = only(check_plan("'kind': '%-*s'", length, "Boligsocial"), "HP106");
    assert_int_equal(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "\"boligsocial\"") != NULL, length == 128);
  }
}

/* Pointers to faults below one long name are given in full, as long as what they have beyond 2,048 bytes is at most
 * four times as long as the file. */
static void long_pointers_take_four_times_the_file(void **state) {
  (void)state;
  enum { NAME = 3000, TWICE = 20, BEYOND = NAME + 5 - 2048 }; /* of /x-…/a */
  char name[NAME + 1], members[TWICE * 16 + 1] = "";
  memset(name, 'x', NAME);
  name[NAME] = '\0';
  for (int i = 0; i < TWICE; i++)
    strcat(members, text_of("%s'%c':1,'%c':2", i == 0 ? "" : ",", 'a' + i, 'a' + i));
  hhp_report *report = check_text(quoted(text_of("{'x-%s':{%s}}", name, members)));
  size_t whole = 0, file = NAME + strlen(members) + strlen("{'x-':{}}");
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (strcmp(hhp_finding_rule(f), "HP102") == 0)
      whole += strlen(hhp_finding_pointer(f)) >= NAME;
  }
  assert_int_equal(whole, 4 * file / BEYOND);
}

/* As documented: no buffer, or one that is too small, is a misuse; a limit is 0 or more. */
static void limits_as_text_check_their_arguments(void **state) {
  (void)state;
  char out[HHP_TEXT_SIZE] = "";
  assert_int_equal(hhp_limit_text(2500, HHP_LANG_DA, NULL, sizeof(out)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_limit_text(2500, HHP_LANG_DA, out, sizeof(out) - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_limit_text(-1, HHP_LANG_DA, out, sizeof(out)), HHP_ERR_RANGE);
  assert_string_equal(out, "");
  assert_int_equal(hhp_limit_text(0, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "0 %");
  assert_int_equal(hhp_limit_text(2500, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "25 %");
}

/* Four digits may be a year, and have no separator: more have, as has an age below 0 of as many. */
static void a_number_of_five_digits_has_a_separator(void **state) {
  (void)state;
  static const struct {
    int age;
    const char *da, *en;
  } cases[] = {
      {9999, "9999", "9999"}, {10000, "10.000", "10,000"}, {-9999, "-9999", "-9999"}, {-10000, "-10.000", "-10,000"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const hhp_report *report =
        check_plan("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': %d}}]", cases[i].age);
    const hhp_finding *f = nth(report, "HP304", 0);
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA), text_of(" %s ", cases[i].da)));
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), text_of(" %s ", cases[i].en)));
  }
}

/* A fault of the JSON is one finding, also where the report has as many as it stores. */
static void a_fault_past_the_last_finding_counts_once(void **state) {
  (void)state;
  enum { MOST = 250000 };
  for (int before = MOST - 1; before <= MOST; before++) {
    hhp__buffer json = {0};
    hhp__puts(&json, "{\"sources\":[");
    for (int i = 0; i < before; i++)
      hhp__puts(&json, "1,");
    hhp__puts(&json, "ja]}");
    hhp_report *report = new_report();
    assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
    hhp__buffer_free(&json);
    assert_int_equal(hhp_report_count(report), MOST);
    assert_int_equal(hhp_report_omitted_count(report), before == MOST);
    assert_int_equal(hhp_report_error_count(report), before + 1);
  }
}

/* A name that no finding has is past the end of the table of arguments. */
static void an_argument_of_no_finding_is_not_in_the_table(void **state) {
  (void)state;
  assert_int_equal(hhp__is_in_table("grant"), 1);
  assert_int_equal(hhp__is_in_table("no such argument"), 0);
  assert_null(hhp_argument_title("no such argument", HHP_LANG_DA));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(an_argument_of_no_finding_is_not_in_the_table),
      TEST(a_text_in_a_message_is_cut_beyond_its_most_bytes),
      TEST(a_word_is_looked_for_up_to_its_most_bytes),
      TEST(long_pointers_take_four_times_the_file),
      TEST(limits_as_text_check_their_arguments),
      TEST(a_number_of_five_digits_has_a_separator),
      TEST(a_fault_past_the_last_finding_counts_once),
      TEST(ligatures_fold_to_their_letters),
      TEST(a_time_of_day_begins_with_two_digits),
      TEST(a_part_may_end_within_a_character),
      TEST(the_least_amount_is_named_as_a_text),
      TEST(a_long_name_before_a_comma_is_no_municipality),
      TEST(only_digits_are_an_index),
      TEST(a_line_may_begin_within_a_character),
      TEST(one_list_is_one_and_two_are_many),
      TEST(a_text_is_cut_beyond_its_most_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
