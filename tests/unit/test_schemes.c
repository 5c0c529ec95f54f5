/* Built-in and custom schemes. */
#include <string.h>

#include "unit/support.h"

typedef struct {
  const char *id;
  const char *title_da;
  int32_t from, to;
  int32_t documents; /* sub-agreements, board and contingency plan, which are required together */
  size_t areas;
  const char *codes[7];
  const char *titles[7];
} builtin;

static const builtin builtins[] = {
    {"lbf-2011-2014",
     "Landsbyggefondens 2011-14-midler",
     2011,
     2014,
     0,
     7,
     {"boern-unge-og-familie", "uddannelse-beskaeftigelse-og-erhverv", "beboernetvaerk-inddragelse-og-demokrati",
      "sundhed", "udsatte-grupper", "kultur-og-fritid", "image-og-kommunikation"},
     {"Børn, unge og familie", "Uddannelse, beskæftigelse og erhverv", "Beboernetværk, inddragelse og demokrati",
      "Sundhed", "Udsatte grupper", "Kultur og fritid", "Image og kommunikation"}},
    {"lbf-2015-2018",
     "Landsbyggefondens 2015-18-midler",
     2015,
     2018,
     1,
     4,
     {"tryghed-og-trivsel", "kriminalpraeventiv-indsats", "uddannelse-og-beskaeftigelse",
      "forebyggelse-og-foraeldreansvar"},
     {"Tryghed og trivsel", "Kriminalpræventiv indsats", "Uddannelse og beskæftigelse",
      "Forebyggelse og forældreansvar"}},
    {"lbf-2019-2026",
     "Landsbyggefondens 2019-26-midler",
     2019,
     2026,
     1,
     4,
     {"uddannelse-og-livschancer", "beskaeftigelse", "kriminalitetsforebyggelse", "sammenhaengskraft-og-medborgerskab"},
     {"Uddannelse og livschancer", "Beskæftigelse", "Kriminalitetsforebyggelse", "Sammenhængskraft og medborgerskab"}},
};

/* Suggestions in findings are in test_syntax.c and test_document.c; here are ids that no plan can contain. */
static void a_scheme_is_suggested_by_its_years(void **state) {
  (void)state;
  assert_ptr_equal(hhp_scheme_suggest("LBF 2015–2018"), hhp_scheme_find("lbf-2015-2018"));
  assert_ptr_equal(hhp_scheme_suggest("LBF-2019-26"), hhp_scheme_find("lbf-2019-2026"));
  assert_ptr_equal(hhp_scheme_suggest("lbf-2019-2026"), hhp_scheme_find("lbf-2019-2026"));
  /* up to three letters of a long word may be wrong */
  assert_ptr_equal(hhp_scheme_suggest("lndsbygefondn-2015-2018"), hhp_scheme_find("lbf-2015-2018"));
  assert_null(hhp_scheme_suggest("lndsbyefondn-2015-2018"));
  /* up to three letters of a long id may be wrong, whatever its words mean */
  assert_ptr_equal(hhp_scheme_suggest("ny-lbf-2015-2018"), hhp_scheme_find("lbf-2015-2018"));
  assert_null(hhp_scheme_suggest("vor-lbf-2015-2018"));
  /* three years name no scheme, even if the first and the last do */
  assert_null(hhp_scheme_suggest("lbf-2015-16-2018"));
  assert_null(hhp_scheme_suggest("lbf-2015-2016-2018"));
  assert_null(hhp_scheme_suggest("LBF 2027-2034"));
  assert_null(hhp_scheme_suggest("2147483648-99999999"));
  assert_null(hhp_scheme_suggest(""));
  assert_null(hhp_scheme_suggest(NULL));
}

static void three_schemes_are_built_in(void **state) {
  (void)state;
  assert_int_equal(hhp_scheme_count(), 3);
  assert_null(hhp_scheme_at(3));
  assert_null(hhp_scheme_at(SIZE_MAX));
  for (size_t i = 0; i < 3; i++) {
    assert_string_equal(hhp_scheme_id(hhp_scheme_at(i)), builtins[i].id);
    assert_ptr_equal(hhp_scheme_find(builtins[i].id), hhp_scheme_at(i));
  }
  assert_null(hhp_scheme_find("lbf"));
  assert_null(hhp_scheme_find(""));
  assert_null(hhp_scheme_find(NULL));
}

static void each_requires_a_quarter_of_the_total(void **state) {
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    assert_int_equal(hhp_scheme_min_local_bp(scheme), 2500);
    assert_int_equal(hhp_scheme_base(scheme), HHP_SHARE_BASE_TOTAL);
    assert_int_equal(hhp_scheme_nominal_years(scheme), 4);
    assert_int_equal(hhp_scheme_annual_report_months(scheme), 6);
    assert_int_equal(hhp_scheme_gives_from(scheme), builtins[i].from);
    assert_int_equal(hhp_scheme_gives_to(scheme), builtins[i].to);
    assert_int_equal(hhp_scheme_requires_sub_agreements(scheme), builtins[i].documents);
    assert_int_equal(hhp_scheme_requires_board(scheme), builtins[i].documents);
    assert_int_equal(hhp_scheme_requires_contingency_plan(scheme), builtins[i].documents);
    assert_true(hhp_scheme_has_requires_sub_agreements(scheme));
    assert_true(hhp_scheme_has_requires_board(scheme));
    assert_true(hhp_scheme_has_requires_contingency_plan(scheme));
    assert_string_equal(hhp_scheme_title_da(scheme), builtins[i].title_da);
    assert_true(strlen(hhp_scheme_title_en(scheme)) > 0);
    assert_true(strlen(hhp_scheme_source(scheme)) > 0);
    assert_string_equal(hhp_scheme_format(scheme), "helhedsplan-scheme/1");
    assert_null(hhp_scheme_schema(scheme));
  }
}

/* Codes are the Danish names in lower-case ASCII. */
static void each_has_its_areas(void **state) {
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    assert_int_equal(hhp_scheme_focus_area_count(scheme), builtins[i].areas);
    for (size_t k = 0; k < builtins[i].areas; k++) {
      const hhp_scheme_area *area = hhp_scheme_focus_area_at(scheme, k);
      assert_string_equal(hhp_scheme_area_code(area), builtins[i].codes[k]);
      assert_string_equal(hhp_scheme_area_title_da(area), builtins[i].titles[k]);
      assert_true(strlen(hhp_scheme_area_title_en(area)) > 0);
    }
    assert_null(hhp_scheme_focus_area_at(scheme, builtins[i].areas));
  }
}

static void no_scheme_answers_with_nothing(void **state) {
  (void)state;
  assert_null(hhp_scheme_id(NULL));
  assert_null(hhp_scheme_title_da(NULL));
  assert_int_equal(hhp_scheme_min_local_bp(NULL), HHP_ABSENT);
  assert_int_equal(hhp_scheme_base(NULL), HHP_ABSENT);
  assert_int_equal(hhp_scheme_focus_area_count(NULL), 0);
  assert_null(hhp_scheme_focus_area_at(NULL, 0));
  assert_int_equal(hhp_scheme_requires_board(NULL), 0);
  assert_null(hhp_scheme_area_code(NULL));
  hhp_scheme_free(NULL);
}

/* --- Custom schemes --- */

#define REQUIRED                                                                                                 \
  "'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'Egen', 'title_en': 'Own', 'min_local_bp': 3000, " \
  "'base': 'grant'"

static void the_smallest_scheme(void **state) {
  (void)state;
  hhp_scheme *scheme = scheme_of(quoted("{" REQUIRED "}"));
  assert_string_equal(hhp_scheme_id(scheme), "own");
  assert_int_equal(hhp_scheme_min_local_bp(scheme), 3000);
  assert_int_equal(hhp_scheme_base(scheme), HHP_SHARE_BASE_GRANT);
  assert_int_equal(hhp_scheme_nominal_years(scheme), HHP_ABSENT);
  assert_int_equal(hhp_scheme_gives_from(scheme), HHP_ABSENT);
  assert_int_equal(hhp_scheme_annual_report_months(scheme), HHP_ABSENT);
  assert_int_equal(hhp_scheme_requires_board(scheme), 0);
  assert_false(hhp_scheme_has_requires_board(scheme));
  assert_int_equal(hhp_scheme_focus_area_count(scheme), 0);
}

static void all_that_a_scheme_can_say(void **state) {
  (void)state;
  hhp_scheme *scheme = scheme_of(quoted(
      "{'$schema': 'https://example.org/s.json', " REQUIRED
      ", 'nominal_years': 20, 'gives_from': 2027, 'gives_to': 2027,"
      "'focus_areas': [{'code': 'a', 'title_da': 'A', 'title_en': 'A', 'x-note': 1}, {'code': 'b', 'title_da': 'B',"
      "'title_en': 'B'}], 'requires_sub_agreements': true, 'requires_board': false, 'requires_contingency_plan': true,"
      "'annual_report_months': 0, 'source': 'S', 'x-own': [1.5]}"));
  assert_string_equal(hhp_scheme_schema(scheme), "https://example.org/s.json");
  assert_int_equal(hhp_scheme_nominal_years(scheme), 20);
  assert_int_equal(hhp_scheme_gives_to(scheme), 2027);
  assert_int_equal(hhp_scheme_annual_report_months(scheme), 0);
  assert_true(hhp_scheme_requires_sub_agreements(scheme));
  assert_false(hhp_scheme_requires_board(scheme));
  assert_true(hhp_scheme_has_requires_board(scheme));
  assert_string_equal(hhp_scheme_area_code(hhp_scheme_focus_area_at(scheme, 1)), "b");
  assert_string_equal(hhp_scheme_source(scheme), "S");
}

static hhp_report *refused(const char *json) {
  hhp_scheme *scheme = NULL;
  hhp_report *report = new_report();
  const char *copy = quoted(json);
  assert_int_equal(hhp_scheme_parse(&scheme, copy, strlen(copy), report), HHP_ERR_DOCUMENT);
  assert_null(scheme);
  assert_int_equal(hhp_scheme_parse(&scheme, copy, HHP_NUL_TERMINATED, NULL), HHP_ERR_DOCUMENT);
  assert_well_said(report);
  return report;
}

static void bad_schemes_are_refused(void **state) {
  (void)state;
  static const struct {
    const char *json;
    const char *rules;
    const char *pointer; /* of the first */
  } rows[] = {
      {"{" REQUIRED, "HP101", "/base"},
      {"{" REQUIRED ", 'id': 'b'}", "HP102", "/id"},
      {"{" REQUIRED ", 'min_lokal_bp': 1}", "HP103", "/min_lokal_bp"},
      {"{}", "HP104 HP104 HP104 HP104 HP104 HP104", ""},
      {"{" REQUIRED ", 'focus_areas': [{'code': 'a', 'title_da': 'A'}]}", "HP104", "/focus_areas/0"},
      {"{" REQUIRED ", 'nominal_years': 0}", "HP105", "/nominal_years"},
      {"{" REQUIRED ", 'nominal_years': 21}", "HP105", "/nominal_years"},
      {"{" REQUIRED ", 'gives_from': '2015'}", "HP105", "/gives_from"},
      {"{" REQUIRED ", 'requires_board': 1}", "HP105", "/requires_board"},
      {"{" REQUIRED ", 'annual_report_months': 25}", "HP105", "/annual_report_months"},
      {"{" REQUIRED ", 'focus_areas': [{'code': 'A B', 'title_da': 'A', 'title_en': 'A'}]}", "HP106",
       "/focus_areas/0/code"},
      {"{" REQUIRED ", 'gives_from': 2018, 'gives_to': 2015}", "HP106", "/gives_to"},
      {"{" REQUIRED ", 'focus_areas': [{'code': 'a', 'title_da': 'A', 'title_en': 'A'}, {'code': 'a', 'title_da': 'B', "
       "'title_en': 'B'}]}",
       "HP107", "/focus_areas/1/code"},
      {"{" REQUIRED
       ", 'focus_areas': [{'title_da': 'N', 'title_en': 'N'}, {'code': 'a', 'title_da': 'A', 'title_en': 'A'},"
       "{'code': 'b', 'title_da': 'B', 'title_en': 'B'}, {'code': 'a', 'title_da': 'C', 'title_en': 'C'}]}",
       "HP104 HP107", "/focus_areas/0"},
      {"{'format': 'helhedsplan/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 1, 'base': 'total'}",
       "HP109", "/format"},
      {"{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 10001, "
       "'base': 'total'}",
       "HP105", "/min_local_bp"},
      {"{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 25.5, "
       "'base': 'total'}",
       "HP105", "/min_local_bp"},
      {"{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 1, 'base': "
       "'totl'}",
       "HP106", "/base"},
      {"[]", "HP105", ""},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = refused(rows[i].json);
    assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), rows[i].rules);
    assert_string_equal(hhp_finding_pointer(hhp_report_at(report, 0)), rows[i].pointer);
    assert_true(hhp_finding_line(hhp_report_at(report, 0)) == 1);
  }
}

static void calls_without_arguments_are_refused(void **state) {
  (void)state;
  hhp_scheme *scheme = NULL;
  assert_int_equal(hhp_scheme_parse(NULL, "{}", 2, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_scheme_parse(&scheme, NULL, 2, NULL), HHP_ERR_ARGUMENT);
}

/* A scheme outlives its text, and is used to check the plan. */
static void a_custom_scheme_is_used_for_a_plan(void **state) {
  (void)state;
  char *text = quoted("{" REQUIRED "}");
  hhp_scheme *scheme = scheme_of(text);
  memset(text, '?', strlen(text));
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_scheme(options, scheme), HHP_OK);
  const char *json =
      plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
                "'financing': {'grant': {'awarded': 100}, 'contributions': [{'parties': ['k'], 'amount': 29}]}");
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_int_equal(hhp_finding_number(only(report, "HP401"), "required_at_grant"), 30);
  assert_string_equal(hhp_report_scheme_id(report), "own");
  assert_int_equal(hhp_check_options_set_scheme(options, NULL),
                   HHP_OK); /* as stated in the plan: 29 of 129 is less than 25 % */
  assert_int_equal(hhp_finding_number(only(check_bytes(json, strlen(json), options), "HP401"), "required_at_grant"),
                   34);
}

/* Each scheme of the library, the first and the last too, is suggested for its id with two letters in the wrong
 * order. */
static void every_scheme_is_suggested(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const char *id = hhp_scheme_id(hhp_scheme_at(i));
    assert_ptr_equal(hhp_scheme_suggest(text_of("lfb%s", id + 3)), hhp_scheme_at(i));
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(every_scheme_is_suggested),
      TEST(three_schemes_are_built_in),
      TEST(a_scheme_is_suggested_by_its_years),
      TEST(each_requires_a_quarter_of_the_total),
      TEST(each_has_its_areas),
      TEST(no_scheme_answers_with_nothing),
      TEST(the_smallest_scheme),
      TEST(all_that_a_scheme_can_say),
      TEST(bad_schemes_are_refused),
      TEST(calls_without_arguments_are_refused),
      TEST(a_custom_scheme_is_used_for_a_plan),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
