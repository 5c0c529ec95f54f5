/* What bindings need beside the core: dates as text, titles of words, sentences for statuses, ids for titles, positions
 * after an edit, and texts of length 0. */
#include <string.h>

#include "unit/support.h"

/* --- Dates --- */

static void assert_date(const char *text, hhp_status status, int32_t expected) {
  int32_t date = -7;
  hhp_status found = hhp_date_parse(text, &date);
  if (found != status || date != expected)
    fail_msg("%s is %d with status %d, not %d with %d", text, (int)date, (int)found, (int)expected, (int)status);
}

static void dates_are_read_as_people_write_them(void **state) {
  (void)state;
  assert_date("2015-10-31", HHP_OK, 20151031);
  assert_date("2015-10", HHP_OK, 20151000);
  assert_date("2015", HHP_OK, 20150000);
  assert_date("31-10-2015", HHP_OK, 20151031);
  assert_date("31.10.2015", HHP_OK, 20151031);
  assert_date("31.10.15", HHP_OK, 20151031);
  assert_date("31/10 2015", HHP_OK, 20151031);
  assert_date("31/10-2015", HHP_OK, 20151031);
  assert_date("10/2015", HHP_OK, 20151000);
  assert_date("1. oktober 2015", HHP_OK, 20151001);
  assert_date("den 1. oktober 2015", HHP_OK, 20151001);
  assert_date("oktober 2015", HHP_OK, 20151000);
  assert_date("October 31, 2015", HHP_OK, 20151031);
  assert_date("20151031", HHP_OK, 20151031);
  assert_date("2015-10-31T00:00", HHP_OK, 20151031);
  assert_date(" \t2015-10-31\r\n", HHP_OK, 20151031);
  for (const char *blank = " \t\n\v\f\r"; *blank != '\0'; blank++)
    assert_date(text_of("%c2015-10-31%c", *blank, *blank), HHP_OK, 20151031);
  assert_date("29-02-2016", HHP_OK, 20160229);
}

static void dates_that_are_none_are_refused(void **state) {
  (void)state;
  assert_date("29-02-2015", HHP_ERR_DATE, -7);
  assert_date("2015-13", HHP_ERR_DATE, -7);
  assert_date("2015-00", HHP_ERR_DATE, -7);
  assert_date("20160100", HHP_ERR_FORMAT, -7); /* day 0 is no day */
  assert_date("00102016", HHP_ERR_FORMAT, -7);
  assert_date("", HHP_ERR_FORMAT, -7);
  assert_date("  ", HHP_ERR_FORMAT, -7);
  assert_date("snart", HHP_ERR_FORMAT, -7);
  assert_date("medio 2015", HHP_ERR_FORMAT, -7);
  assert_date("31\xff-10-2015", HHP_ERR_FORMAT, -7);
  assert_date("3/4/2015", HHP_ERR_AMBIGUOUS, 20150403);
  assert_date("10-11-12", HHP_ERR_AMBIGUOUS, 20121110);
  assert_date("31/10/2015", HHP_OK, 20151031); /* there is no month 31 */
  assert_date(NULL, HHP_ERR_ARGUMENT, -7);
  assert_int_equal(hhp_date_parse("2015", NULL), HHP_ERR_ARGUMENT);
}

static void assert_written(int32_t date, const char *da, const char *en, const char *iso) {
  char text[HHP_TEXT_SIZE];
  int32_t back = 0;
  assert_int_equal(hhp_date_text(date, HHP_LANG_DA, text, sizeof text), HHP_OK);
  assert_string_equal(text, da);
  assert_int_equal(hhp_date_parse(text, &back), HHP_OK);
  assert_int_equal(back, date);
  assert_int_equal(hhp_date_text(date, HHP_LANG_EN, text, sizeof text), HHP_OK);
  assert_string_equal(text, en);
  assert_int_equal(hhp_date_parse(text, &back), HHP_OK);
  assert_int_equal(back, date);
  assert_int_equal(hhp_date_iso(date, text, sizeof text), HHP_OK);
  assert_string_equal(text, iso);
  assert_int_equal(hhp_date_parse(text, &back), HHP_OK);
  assert_int_equal(back, date);
}

static void dates_are_written_and_read_back(void **state) {
  (void)state;
  char text[HHP_TEXT_SIZE] = "as it was";
  assert_written(20220630, "30. juni 2022", "30 June 2022", "2022-06-30");
  assert_written(20220600, "juni 2022", "June 2022", "2022-06");
  assert_written(20220000, "2022", "2022", "2022");
  assert_written(20160229, "29. februar 2016", "29 February 2016", "2016-02-29");
  const int32_t none[] = {0, HHP_ABSENT, -1, 20150229, 20151301, 20150001};
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
    assert_int_equal(hhp_date_text(none[i], HHP_LANG_DA, text, sizeof text), HHP_ERR_DATE);
    assert_int_equal(hhp_date_iso(none[i], text, sizeof text), HHP_ERR_DATE);
  }
  assert_int_equal(hhp_date_text(20220630, HHP_LANG_DA, text, HHP_TEXT_SIZE - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_date_iso(20220630, text, HHP_TEXT_SIZE - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_date_text(20220630, HHP_LANG_DA, NULL, sizeof text), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_date_iso(20220630, NULL, sizeof text), HHP_ERR_ARGUMENT);
  assert_string_equal(text, "as it was");
}

/* --- Words --- */

static void words_have_titles_by_number(void **state) {
  (void)state;
  const hhp_enum *kinds = hhp_enum_find("party_kind");
  assert_string_equal(hhp_enum_title(kinds, HHP_PARTY_KIND_POLICE, HHP_LANG_DA), "politi");
  assert_string_equal(hhp_enum_title(kinds, HHP_PARTY_KIND_POLICE, HHP_LANG_EN), "police");
  assert_null(hhp_enum_title(kinds, 0, HHP_LANG_DA));
  assert_null(hhp_enum_title(kinds, HHP_ABSENT, HHP_LANG_DA));
  assert_null(hhp_enum_title(NULL, HHP_PARTY_KIND_POLICE, HHP_LANG_DA));
  for (size_t i = 0; i < hhp_enum_count(); i++) {
    const hhp_enum *words = hhp_enum_at(i);
    for (size_t k = 0; k < hhp_enum_word_count(words); k++)
      assert_string_equal(hhp_enum_title(words, hhp_enum_number_at(words, k), HHP_LANG_DA),
                          hhp_enum_title_at(words, k, HHP_LANG_DA));
  }
}

/* --- Sentences --- */

static const hhp_field *field_of(const char *entity, const char *name) {
  const hhp_field *field = hhp_entity_find_field(hhp_entity_find(entity), name);
  assert_non_null(field);
  return field;
}

static void assert_sentence(const hhp_field *field, hhp_status status, int32_t lang, const char *expected) {
  char *text = NULL;
  assert_int_equal(hhp_field_status_message(field, status, lang, &text), HHP_OK);
  assert_string_equal(text, expected);
  hhp_free(text);
}

static void statuses_name_the_field_and_its_limit(void **state) {
  (void)state;
  const hhp_field *amount = field_of("contribution", "amount"), *year = field_of("scheme", "gives_from");
  assert_sentence(amount, HHP_ERR_RANGE, HHP_LANG_DA, "»amount« skal ligge mellem 0 kr. og 1.000.000.000.000 kr.");
  assert_sentence(amount, HHP_ERR_RANGE, HHP_LANG_EN, "“amount” has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_sentence(year, HHP_ERR_RANGE, HHP_LANG_DA, "»gives_from« skal ligge mellem 1900 og 2199.");
  assert_sentence(year, HHP_ERR_RANGE, HHP_LANG_EN, "“gives_from” has to be between 1900 and 2199.");
  assert_sentence(field_of("goal", "pursued"), HHP_ERR_RANGE, HHP_LANG_EN,
                  "“pursued” has to be true or false: 1 or 0.");
  assert_sentence(field_of("approval", "outcome"), HHP_ERR_ENUM, HHP_LANG_DA,
                  "»outcome« skal være en af: approved, rejected.");
  assert_sentence(field_of("plan", "prequalified_on"), HHP_ERR_DATE, HHP_LANG_EN,
                  "“prequalified_on” has to be a date that exists: YYYY, YYYY-MM or YYYY-MM-DD.");
  assert_sentence(field_of("party", "cvr"), HHP_ERR_FORMAT, HHP_LANG_EN,
                  "“cvr” has to be a CVR number: eight digits without blanks and without “DK”.");
  assert_sentence(
      field_of("plan", "municipality_code"), HHP_ERR_FORMAT, HHP_LANG_EN,
      "“municipality_code” has to be a municipality code: three digits, such as 461, or four with a leading 0.");
  assert_sentence(
      field_of("baseline", "value"), HHP_ERR_FORMAT, HHP_LANG_EN,
      "“value” has to be a decimal with at most four decimals, such as 63.5 with a point and without separators.");
  assert_sentence(
      field_of("focus_area", "code"), HHP_ERR_FORMAT, HHP_LANG_EN,
      "“code”: a code has 1-64 characters: lower-case a-z, digits and hyphens, not beginning with a hyphen.");
  assert_sentence(
      field_of("goal", "parent"), HHP_ERR_ID, HHP_LANG_EN,
      "“parent”: an id has 1-64 characters: lower-case a-z, digits and hyphens, not beginning with a hyphen.");
  assert_sentence(field_of("plan", "format"), HHP_ERR_FORMAT, HHP_LANG_DA, "»format« skal være »helhedsplan/1«.");
  assert_sentence(field_of("plan", "goals"), HHP_ERR_NOT_FOUND, HHP_LANG_EN, "“goals” has no element at that index.");
  assert_sentence(field_of("plan", "goals"), HHP_ERR_DUPLICATE_ID, HHP_LANG_EN,
                  "“goals”: The id is already in use in the plan.");
  assert_sentence(field_of("plan", "title"), HHP_ERR_UTF8, HHP_LANG_DA, "»title«: Teksten er ikke gyldig UTF-8.");
  assert_sentence(field_of("plan", "title"), HHP_ERR_ENUM, HHP_LANG_EN,
                  "“title”: The value is not one of those of the field.");
  assert_sentence(field_of("approval", "outcome"), HHP_ERR_UTF8, HHP_LANG_EN,
                  "“outcome”: The text is not valid UTF-8.");
  assert_sentence(NULL, HHP_ERR_DATE, HHP_LANG_EN, "There is no such date.");
  assert_int_equal(hhp_field_status_message(amount, HHP_ERR_RANGE, HHP_LANG_EN, NULL), HHP_ERR_ARGUMENT);
}

/* Any field with any status gives a sentence that names the field and ends in a point. */
static void every_status_of_every_field_has_a_sentence(void **state) {
  (void)state;
  const hhp_enum *statuses = hhp_enum_find("status");
  for (size_t e = 0; e < hhp_entity_count(); e++) {
    for (size_t f = 0; f < hhp_entity_field_count(hhp_entity_at(e)); f++) {
      const hhp_field *field = hhp_entity_field_at(hhp_entity_at(e), f);
      for (size_t k = 0; k <= hhp_enum_word_count(statuses); k++) { /* the last is HHP_ABSENT, no status */
        char *text = NULL;
        assert_int_equal(hhp_field_status_message(field, hhp_enum_number_at(statuses, k), HHP_LANG_DA, &text), HHP_OK);
        assert_non_null(strstr(text, hhp_field_name(field)));
        assert_int_equal(text[strlen(text) - 1], '.');
        hhp_free(text);
      }
    }
  }
}

/* --- Ids for titles --- */

static void assert_id(const hhp_plan *plan, const char *title, const char *expected) {
  char *id = NULL;
  assert_int_equal(hhp_plan_suggest_id(plan, title, &id), HHP_OK);
  assert_string_equal(id, expected);
  assert_int_equal(hhp_plan_set_id(new_plan(), id), HHP_OK); /* it has the form of an id */
  hhp_free(id);
}

#define TEN "bolig-area"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void a_title_gives_an_id(void **state) {
  (void)state;
  assert_id(NULL, "Større tryghed på gaden", "stoerre-tryghed-paa-gaden");
  assert_id(NULL, "Ældre & Åben rådgivning (6-15 år)", "aeldre-aaben-raadgivning-6-15-aar");
  assert_id(NULL, "  Lektiecafé!  ", "lektiecafe");
  assert_id(NULL, "09 AZ", "09-az"); /* the first and the last of each kind */
  assert_id(NULL, "lektiecafe\xcc\x81", "lektiecafe");
  assert_id(NULL, "2015", "2015");
  assert_id(NULL, SIXTY "1234", SIXTY "1234");
  assert_id(NULL, SIXTY "1234 5", SIXTY "1234");
  assert_id(NULL, SIXTY " 123 5", SIXTY "-123");
  assert_id(NULL, SIXTY " 1234 5", SIXTY);
  assert_id(NULL, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  char *id = (char *)"as it was";
  assert_int_equal(hhp_plan_suggest_id(NULL, "?!", &id), HHP_ERR_FORMAT);
  assert_null(id);
  assert_int_equal(hhp_plan_suggest_id(NULL, "", &id), HHP_ERR_FORMAT);
  assert_int_equal(hhp_plan_suggest_id(NULL, "caf\xe9", &id), HHP_ERR_UTF8);
  assert_int_equal(hhp_plan_suggest_id(NULL, NULL, &id), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_suggest_id(NULL, "a", NULL), HHP_ERR_ARGUMENT);
}

static void an_id_for_a_plan_is_not_one_of_the_plan(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_goal *goal = NULL;
  hhp_activity *activity = NULL;
  assert_id(plan, "Tryghed", "tryghed");
  assert_int_equal(hhp_plan_add_goal(plan, "tryghed", &goal), HHP_OK);
  assert_id(plan, "Tryghed", "tryghed-2");
  assert_int_equal(hhp_plan_add_activity(plan, "tryghed-2", &activity), HHP_OK);
  assert_id(plan, "Tryghed", "tryghed-3");
  assert_int_equal(hhp_plan_set_id(plan, SIXTY "-123"), HHP_OK);
  assert_id(plan, SIXTY " 123", SIXTY "-2");
  assert_int_equal(hhp_plan_remove_goal(plan, goal), HHP_OK);
  assert_id(plan, "Tryghed", "tryghed");
}

/* --- x- members --- */

static void an_extension_is_there_or_not(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'x-a': null"));
  const hhp_object *root = (const hhp_object *)plan;
  assert_int_equal(hhp_has_extension(root, "x-a"), 1);
  assert_int_equal(hhp_has_extension(root, "x-b"), 0);
  assert_int_equal(hhp_has_extension(root, NULL), 0);
  assert_int_equal(hhp_has_extension(NULL, "x-a"), 0);
  assert_int_equal(hhp_has_extension((const hhp_object *)hhp_plan_period(plan), "x-a"), 0);
}

/* --- Positions after an edit --- */

static void a_plan_is_checked_as_the_text_that_is_returned(void **state) {
  (void)state;
  hhp_plan *plan = plan_from("examples/vollsmose-2016-2020.helhedsplan.json");
  hhp_report *report = new_report(), *of_text = new_report();
  char *json = NULL, *dumped = NULL;
  size_t length = 0, dumped_length = 0;
  assert_int_equal(hhp_plan_set_title(plan, "En anden titel"), HHP_OK);
  assert_int_equal(hhp_plan_check(plan, NULL, report, &json, &length), HHP_OK);
  assert_int_equal(hhp_plan_dump(plan, &dumped, &dumped_length), HHP_OK);
  assert_true(length == dumped_length && memcmp(json, dumped, length + 1) == 0);
  assert_int_equal(hhp_check(json, length, NULL, of_text), HHP_OK);
  assert_true(hhp_report_count(report) > 0 && hhp_report_count(report) == hhp_report_count(of_text));
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *one = hhp_report_at(report, i), *other = hhp_report_at(of_text, i);
    assert_string_equal(hhp_finding_rule(one), hhp_finding_rule(other));
    assert_true(hhp_finding_line(one) > 0 && hhp_finding_line(one) == hhp_finding_line(other));
    assert_true(hhp_finding_offset(one) == hhp_finding_offset(other));
  }
  size_t count = hhp_report_count(report);
  assert_int_equal(hhp_plan_check(plan, NULL, report, NULL, NULL), HHP_OK);
  assert_true(hhp_report_count(report) == count && hhp_finding_line(hhp_report_at(report, 0)) > 0);
  hhp_free(json);
  hhp_free(dumped);
  json = (char *)"as it was";
  assert_int_equal(hhp_plan_check(NULL, NULL, report, &json, &length), HHP_ERR_ARGUMENT);
  assert_null(json);
  assert_int_equal(hhp_plan_check(plan, NULL, NULL, &json, &length), HHP_ERR_ARGUMENT);
}

/* --- Texts of length 0 --- */

static void assert_empty_document(const hhp_report *report) {
  assert_int_equal(hhp_report_count(report), 1);
  assert_string_equal(hhp_finding_rule(hhp_report_at(report, 0)), "HP101");
}

static void null_of_length_0_is_the_empty_document(void **state) {
  (void)state;
  static const char *const texts[] = {"", NULL};
  hhp_report *report = new_report();
  hhp_plan *plan = NULL;
  hhp_scheme *scheme = NULL;
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(hhp_check(texts[i], 0, NULL, report), HHP_OK);
    assert_empty_document(report);
    assert_string_equal(hhp_report_sha256(report), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_int_equal(hhp_plan_parse(&plan, texts[i], 0, report), HHP_ERR_DOCUMENT);
    assert_empty_document(report);
    assert_int_equal(hhp_scheme_parse(&scheme, texts[i], 0, report), HHP_ERR_DOCUMENT);
    assert_empty_document(report);
  }
  static const size_t lengths[] = {1, HHP_NUL_TERMINATED};
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(hhp_check(NULL, lengths[i], NULL, report), HHP_ERR_ARGUMENT);
    assert_int_equal(hhp_plan_parse(&plan, NULL, lengths[i], report), HHP_ERR_ARGUMENT);
    assert_int_equal(hhp_scheme_parse(&scheme, NULL, lengths[i], report), HHP_ERR_ARGUMENT);
  }
  assert_int_equal(hhp_check("", 0, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_null(plan);
  assert_null(scheme);
}

/* LuaJIT converts -1 to 2^63, not to SIZE_MAX. */
static void a_negative_length_is_that_of_a_text_with_nul(void **state) {
  (void)state;
  static const size_t lengths[] = {HHP_NUL_TERMINATED, (size_t)1 << (sizeof(size_t) * 8 - 1)};
  for (size_t i = 0; i < 2; i++) {
    hhp_plan *plan = NULL;
    assert_int_equal(hhp_plan_parse(&plan, plan_text("'x-a': 1"), lengths[i], NULL), HHP_OK);
    hhp_plan_free(plan);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(dates_are_read_as_people_write_them),
      TEST(dates_that_are_none_are_refused),
      TEST(dates_are_written_and_read_back),
      TEST(words_have_titles_by_number),
      TEST(statuses_name_the_field_and_its_limit),
      TEST(every_status_of_every_field_has_a_sentence),
      TEST(a_title_gives_an_id),
      TEST(an_id_for_a_plan_is_not_one_of_the_plan),
      TEST(an_extension_is_there_or_not),
      TEST(a_plan_is_checked_as_the_text_that_is_returned),
      TEST(null_of_length_0_is_the_empty_document),
      TEST(a_negative_length_is_that_of_a_text_with_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
