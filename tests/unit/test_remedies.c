/* Suggestions of findings for amounts, dates, words, names and JSON as people write them. check_bytes() verifies for
 * every finding of every test that applying the suggestion corrects the text. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/model.h"
#include "model/synonyms.h"
#include "unit/support.h"

/* The text argument, or "" if the finding has none of that name. */
static const char *said(const hhp_finding *f, const char *name) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (strcmp(hhp_finding_argument_name(f, i), name) == 0)
      return hhp_finding_argument_text(f, i);
  }
  return "";
}

/* The plan has this one error, and its finding these arguments. */
static const hhp_finding *assert_says(const char *members, const char *rule, const char *write, const char *reading,
                                      const char *other) {
  const hhp_report *report = check_plan("%s", members);
  const hhp_finding *f = only(report, rule);
  if (hhp_report_count(report) != 1)
    fail_msg("%s: %s", members, rules_of(report, HHP_SEVERITY_INFO));
  if (strcmp(said(f, "write"), quoted(write)) != 0 || strcmp(said(f, "reading"), reading) != 0 ||
      strcmp(said(f, "other_reading"), other) != 0)
    fail_msg("%s: write %s, read as %s or %s", members, said(f, "write"), said(f, "reading"), said(f, "other_reading"));
  if (write[0] != '\0') {
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_DA), quoted(write)));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), quoted(write)));
  }
  return f;
}

static const char *frame(const char *value) {
  return text_of("'financing': {'frame': %s}", value);
}

/* --- Amounts --- */

static void an_amount_that_means_one_number(void **state) {
  (void)state;
  static const struct {
    const char *value, *write;
  } cases[] = {
      {"'46000000'", "46000000"},
      {"'46.000.000 kr.'", "46000000"},
      {"'46 000 000'", "46000000"},
      {"'DKK 46,000,000'", "46000000"},
      {"'46000000.0'", "46000000"},
      {"'4.6e7'", "46000000"},
      {"'3,4 mio. kr.'", "3400000"},
      {"'3.4 million'", "3400000"},
      {"'kr. 1.000,-'", "1000"},
      {"'1\\u00a0000 kr.'", "1000"},
      {"'1.000.000.000.000'", "1000000000000"},
      {"46000000.0", "46000000"},
      {"4.6e7", "46000000"},
      {"0e0", "0"},
      {"1e12", "1000000000000"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_says(frame(cases[i].value), "HP105", cases[i].write, "", "");
}

static void an_amount_that_means_either_of_two(void **state) {
  (void)state;
  assert_says(frame("'1,000'"), "HP105", "", "1000", "1");
  assert_says(frame("'1.000'"), "HP105", "", "1000", "1");
  assert_says(frame("1.000"), "HP105", "", "1000", "1");
  assert_says(frame("'3.400 mio. kr.'"), "HP105", "", "3400000000", "3400000");
  const hhp_finding *f = assert_says(frame("'46,500'"), "HP105", "", "46500", "46.5");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "“frame” has to be a whole number, not the text “46,500”, which can be read in two ways: 46500 or "
      "46.5.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "»frame« skal være et helt tal, ikke teksten »46,500«, som kan læses på to måder: 46500 eller "
                      "46,5.");
}

/* Before "kr." a point groups digits. With a scale, such as that of "mio.", it may be either. */
static void the_unit_decides_what_a_point_means(void **state) {
  (void)state;
  static const char *const danish[] = {"kr.", "kr", "kroner"};
  for (size_t i = 0; i < COUNT_OF(danish); i++) {
    assert_says(frame(text_of("'1.000 %s'", danish[i])), "HP105", "1000", "", "");
    assert_says(frame(text_of("'%s 1.000'", danish[i])), "HP105", "1000", "", "");
  }
  assert_says(frame("'1.000 DKK'"), "HP105", "", "1000", "1");
  static const struct {
    const char *zeros;
    const char *units[13];
  } scales[] = {
      {"000", {"tusinde", "tusind", "thousand", "t.kr.", "t. kr.", "tkr.", "tkr", "t.kr", "k"}},
      {"000000", {"millioner", "million", "mill.", "mill", "mio.", "mio", "mkr.", "mkr", "m"}},
      {"000000000", {"milliarder", "milliard", "mia.", "mia", "mrd.", "mrd", "bn"}},
  };
  for (size_t i = 0; i < COUNT_OF(scales); i++) {
    for (const char *const *unit = scales[i].units; *unit != NULL; unit++)
      assert_says(frame(text_of("'1.000 %s'", *unit)), "HP105", "", text_of("1000%s", scales[i].zeros),
                  text_of("1%s", scales[i].zeros));
  }
}

static void an_amount_that_is_not_whole(void **state) {
  (void)state;
  assert_says(frame("'1.234,50'"), "HP105", "", "1234", "1235");
  assert_says(frame("12.5"), "HP105", "", "12", "13");
  assert_says(frame("0.25"), "HP105", "", "0", "1");
  assert_says(frame("999999999999.5"), "HP105", "", "999999999999", "1000000000000"); /* the highest amount */
}

/* Amounts out of range, negative, in another currency, or with a separator too few have no suggestion. */
static void an_amount_without_a_value(void **state) {
  (void)state;
  static const char *const values[] = {
      "'1.000.000.000.001'",  "1e13",   "-1.0", "'-5'", "'46.000 EUR'",    "'fem'",       "''",
      "'9.999.999 mio. kr.'", "1e400",  "true", "[]",   "1000000000000.5", "'46000.000'", "'46.000000'",
      "'46000.500'",          "'0.000'"};
  for (size_t i = 0; i < COUNT_OF(values); i++)
    assert_says(frame(values[i]), "HP105", "", "", "");
  assert_string_equal(hhp_finding_message(assert_says(frame("'12,5 %'"), "HP105", "", "", ""), HHP_LANG_DA),
                      "»frame« skal være et beløb i hele kroner, og »12,5 %« er en andel.");
}

static void a_year_takes_no_unit(void **state) {
  (void)state;
  assert_says("'reports': [{'year': '2021'}]", "HP105", "2021", "", "");
  assert_says("'reports': [{'year': 2021.0}]", "HP105", "2021", "", "");
  assert_says("'reports': [{'year': '2021 kr.'}]", "HP105", "", "", "");
  assert_says("'reports': [{'year': '20'}]", "HP105", "", "", "");
}

/* --- Dates --- */

static void a_date_in_another_form(void **state) {
  (void)state;
  static const struct {
    const char *value, *write, *rule;
  } cases[] = {
      {"'31-12-2020'", "'2020-12-31'", "HP106"},       {"'31.12.2020'", "'2020-12-31'", "HP106"},
      {"'31/12/2020'", "'2020-12-31'", "HP106"},       {"'12/2020'", "'2020-12'", "HP106"},
      {"'oktober 2015'", "'2015-10'", "HP106"},        {"'1. oktober 2015'", "'2015-10-01'", "HP106"},
      {"'October 2015'", "'2015-10'", "HP106"},        {"'2020-2-1'", "'2020-02-01'", "HP106"},
      {"'2020-12-31T00:00'", "'2020-12-31'", "HP106"}, {"2016", "'2016'", "HP105"},
      {"20161231", "'2016-12-31'", "HP105"},           {"12.2016", "'2016-12'", "HP105"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_says(text_of("'prequalified_on': %s", cases[i].value), cases[i].rule, cases[i].write, "", "");
  assert_says("'prequalified_on': '3/4/2020'", "HP106", "", "2020-04-03", "2020-03-04");
}

static void an_invalid_date(void **state) {
  (void)state;
  const hhp_finding *f = assert_says("'prequalified_on': '2021-02-30'", "HP106", "", "", "");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "“2021-02-30” is not a date that exists.");
  f = assert_says("'prequalified_on': '31-02-2020'", "HP106", "", "", "");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»31-02-2020« er ikke en dato, der findes.");
  f = assert_says("'prequalified_on': 'i morgen'", "HP106", "", "", "");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»i morgen« er ikke en dato.");
}

/* --- Words --- */

typedef struct {
  const hhp__enum *values;
  size_t count;
} word_walk;

static void assert_word_is_meant(void *context, const hhp__value *value, const char *word) {
  word_walk *walk = context;
  const hhp__value *meant = NULL;
  assert_int_equal(hhp__value_meant(walk->values, word, strlen(word), &meant), 0);
  if (meant != value)
    fail_msg("%s: \"%s\" is taken for %s", walk->values->name, word, meant == NULL ? "nothing" : meant->json);
  walk->count++;
}

static const struct {
  uint8_t values;
  int32_t value;
  const char *word;
} synonyms[] = {
#define SYNONYM(e, constant, word) {HHP__V_##e, HHP_##constant, word},
#include "model/synonyms.def"
};

/* Each word, title and synonym has its value as the only suggestion. */
static void every_word_means_its_value(void **state) {
  (void)state;
  word_walk walk = {NULL, 0};
  for (size_t i = 0; i < COUNT_OF(synonyms); i++) {
    walk.values = &hhp__enums[synonyms[i].values];
    assert_word_is_meant(&walk, hhp__value_of(walk.values, synonyms[i].value), synonyms[i].word);
  }
  for (size_t i = 0; i < HHP__V_severity; i++) {
    walk.values = &hhp__enums[i];
    hhp__each_word(walk.values, assert_word_is_meant, &walk);
  }
  assert_true(walk.count > 200);
}

static void words_of_other_languages_and_cases(void **state) {
  (void)state;
  static const struct {
    const char *members, *write;
  } cases[] = {
      {"'kind': 'BOLIGSOCIAL'", "'boligsocial'"},
      {"'parties': [{'id': 'a', 'name': 'A', 'kind': 'kommune'}]", "'municipality'"},
      {"'parties': [{'id': 'a', 'name': 'A', 'kind': 'Boligorganisation'}]", "'housing_organisation'"},
      {"'parties': [{'id': 'a', 'name': 'A', 'kind': 'housing organisation'}]", "'housing_organisation'"},
      {"'parties': [{'id': 'a', 'name': 'A', 'kind': 'afdeling'}]", "'housing_division'"},
      {"'agreements': [{'id': 'a', 'title': 'A', 'kind': 'samarbejdsaftale'}]", "'cooperation'"},
      {"'agreements': [{'id': 'a', 'title': 'A', 'kind': 'delaftale'}]", "'sub'"},
      {"'parties': [{'id': 'p1', 'name': 'P', 'kind': 'police'}], 'governance': {'board': [{'party': 'p1', 'role': "
       "'formand'}]}",
       "'chair'"},
      {"'parties': [{'id': 'p1', 'name': 'P', 'kind': 'police'}], 'financing': {'contributions': [{'parties': ['p1'], "
       "'amount': 1, 'kind': 'kontant'}]}",
       "'cash'"},
      {"'parties': [{'id': 'p1', 'name': 'P', 'kind': 'police'}], 'financing': {'contributions': [{'parties': ['p1'], "
       "'amount': 1, 'kind': 'in kind hours'}]}",
       "'in_kind_hours'"},
      {"'parties': [{'id': 'p1', 'name': 'P', 'kind': 'police'}], 'financing': {'contributions': [{'parties': ['p1'], "
       "'amount': 1, 'counts_as_local': 'ja'}]}",
       "'yes'"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_says(cases[i].members, "HP106", cases[i].write, "", "");
  const hhp_finding *f = only(check_text(quoted("{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': "
                                                "'udkast', 'scheme': 'lbf-2015-2018', 'area': 'A'}")),
                              "HP106");
  assert_string_equal(said(f, "suggestion"), "draft");
  assert_string_equal(said(f, "write"), "\"draft\"");
}

static void truth_in_words(void **state) {
  (void)state;
  static const struct {
    const char *value, *write;
  } cases[] = {{"'ja'", "true"}, {"'Nej'", "false"}, {"'true'", "true"}, {"'1'", "true"},
               {"0", "false"},   {"1", "true"},      {"'måske'", ""},    {"2", ""}};
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_says(text_of("'goals': [{'id': 'g', 'title': 'G', 'pursued': %s}]", cases[i].value), "HP105", cases[i].write,
                "", "");
}

/* A truth value where one of several words is wanted. */
static void words_in_place_of_a_truth_value(void **state) {
  (void)state;
  static const struct { const char *value, *write; } cases[] = {{"true", "'yes'"}, {"false", "'no'"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_says(text_of("'parties': [{'id': 'p1', 'name': 'P', 'kind': 'police'}], 'financing': {'contributions': "
                        "[{'parties': ['p1'], 'amount': 1, 'counts_as_local': %s}]}",
                        cases[i].value),
                "HP105", cases[i].write, "", "");
}

/* --- Numbers where texts belong, and forms --- */

/* A list of the one element would be right only if the element were. */
static void one_element_where_a_list_belongs(void **state) {
  (void)state;
  assert_says("'parties': [{'id': 'k', 'name': 'K', 'kind': 'other', 'aliases': 'A'}]", "HP105", "['A']", "", "");
  assert_says("'parties': [{'id': 'k', 'name': 'K', 'kind': 'other', 'aliases': 5}]", "HP105", "", "", "");
  assert_says("'parties': [{'id': 'k', 'name': 'K', 'kind': 'other', 'aliases': false}]", "HP105", "", "", "");
}

static void numbers_and_codes(void **state) {
  (void)state;
  assert_says("'municipality_code': 461", "HP105", "'461'", "", "");
  assert_says("'municipality_code': 46", "HP105", "", "", "");
  assert_says("'municipality_code': '461 Odense'", "HP106", "'461'", "", "");
  assert_says("'municipality_code': 'Odense'", "HP106", "'461'", "", "");
  assert_says("'municipality_code': 'Århus Kommune'", "HP106", "'751'", "", "");
  assert_says("'municipality_code': 'kommune 0461'", "HP106", "'0461'", "", "");
  assert_says("'municipality_code': '461/751'", "HP106", "", "", "");
  assert_says("'municipality_code': 'Atlantis'", "HP106", "", "", "");
  assert_says("'municipality_code': 'Den kommune, som ligger omkring Odense Fjord, og som hedder Odense'", "HP106", "",
              "", ""); /* longer than any name */
  assert_says("'lbf_number': 12", "HP105", "'12'", "", "");
  assert_says("'sources': 'S'", "HP105", "['S']", "", "");
  assert_says("'sources': ['S', 2016]", "HP105", "'2016'", "", "");
  assert_says("'parties': [{'id': 'a', 'name': 'A', 'kind': 'police', 'cvr': 35209115}]", "HP105", "'35209115'", "",
              "");
  assert_says("'parties': [{'id': 'a', 'name': 'A', 'kind': 'police', 'cvr': 'DK 35 20 91 15'}]", "HP106", "'35209115'",
              "", "");
  assert_says("'parties': [{'id': 'a', 'name': 'A', 'kind': 'police', 'cvr': '352091155'}]", "HP106", "", "", "");
}

static void decimals(void **state) {
  (void)state;
  static const struct {
    const char *value, *rule, *write, *reading, *other;
  } cases[] = {
      {"'63,5'", "HP106", "'63.5'", "", ""},
      {"'1.234,5'", "HP106", "'1234.5'", "", ""},
      {"'90,09'", "HP106", "'90.09'", "", ""}, /* the first and the last digit */
      {"'1,234.5'", "HP106", "'1234.5'", "", ""},
      {"'85 %'", "HP106", "'85'", "", ""},
      {"'-63,5'", "HP106", "'-63.5'", "", ""},
      {"'0,1250'", "HP106", "'0.1250'", "", ""},
      {"'+1'", "HP106", "'1'", "", ""},
      {"'1e3'", "HP106", "'1000'", "", ""},
      {"'063'", "HP106", "'63'", "", ""},
      {"63.5", "HP105", "'63.5'", "", ""},
      {"1e3", "HP105", "'1000'", "", ""},
      {"63", "HP105", "'63'", "", ""},
      {"5e0", "HP105", "'5'", "", ""},
      {"1e13", "HP105", "'10000000000000'", "", ""},
      {"1e14", "HP105", "", "", ""}, /* a digit more than a decimal may have before its point */
      {"1.23456", "HP105", "", "", ""},
      {"'63,500'", "HP106", "", "63500", "63.5"},
      {"'5.'", "HP106", "", "", ""},
      {"'1,00001'", "HP106", "", "", ""},
      {"'1.234,5678'", "HP106", "", "", ""},
      {"'-'", "HP106", "", "", ""},
      {"'1,234.567,8'", "HP106", "", "", ""},
      {"'0,,125'", "HP106", "", "", ""},
      {"'0,125,'", "HP106", "", "", ""},
      {"'0,1,25'", "HP106", "", "", ""},
      {"'0,125.'", "HP106", "", "", ""},
      {"'x'", "HP106", "", "", ""},
  };
  static const char *const behind[] = {"", ", 'year': 2015"}; /* a comma that is no part of the number */
  for (size_t i = 0; i < COUNT_OF(cases) * COUNT_OF(behind); i++) {
    size_t at = i / COUNT_OF(behind);
    assert_says(text_of("'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': %s%s}}]", cases[at].value,
                        behind[i % COUNT_OF(behind)]),
                cases[at].rule, cases[at].write, cases[at].reading, cases[at].other);
  }
}

static void null_is_left_out(void **state) {
  (void)state;
  const hhp_finding *f = assert_says("'vision': null", "HP105", "", "", "");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Delete the member if its value is not known.");
  f = assert_says("'goals': [{'id': 'g', 'title': null}]", "HP105", "", "", "");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Write the value as a text.");
}

/* --- Names --- */

#define ODENSE "'parties': [{'id': 'ok', 'name': 'Odense Kommune', 'aliases': ['Kommunen'], 'kind': 'municipality'}"

/* A name of one letter, one that is as long as an id may be, and one that is longer. */
static void names_of_any_length_that_an_id_has(void **state) {
  (void)state;
  static const struct {
    int length;
    const char *write;
  } cases[] = {{1, "'ok'"}, {64, "'ok'"}, {65, ""}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    char name[66] = "";
    memset(name, 'A', (size_t)cases[i].length);
    assert_says(text_of("'parties': [{'id': 'ok', 'name': '%s', 'kind': 'police'}], "
                        "'activities': [{'id': 'a', 'title': 'A', 'lead': '%s'}]",
                        name, name),
                "HP106", cases[i].write, "", "");
  }
}

static void a_name_where_an_id_belongs(void **state) {
  (void)state;
  assert_says(ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'lead': 'Odense Kommune'}]", "HP106", "'ok'", "", "");
  assert_says(ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'lead': 'odense  kommune'}]", "HP106", "'ok'", "",
              "");
  assert_says(ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'parties': ['ok', 'KOMMUNEN']}]", "HP106", "'ok'", "",
              "");
  assert_says("'activities': [{'id': 'a', 'title': 'A', 'lead': 'Odense Kommune'}], " ODENSE "]", "HP106", "'ok'", "",
              ""); /* later in the file */
  assert_says(ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'lead': 'Vejle Kommune'}]", "HP106", "", "", "");
  assert_says(ODENSE ", {'id': 'o2', 'name': 'Odense Kommune', 'kind': 'other'}], "
                     "'activities': [{'id': 'a', 'title': 'A', 'lead': 'Odense Kommune'}]",
              "HP106", "", "", ""); /* ambiguous */
  assert_says(ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'lead': 'OK'}]", "HP106", "'ok'", "", "");
  assert_says("'goals': [{'id': 'g-1', 'title': 'Flere i job'}], "
              "'strategies': [{'id': 's', 'title': 'S', 'goals': ['Flere i job']}]",
              "HP106", "'g-1'", "", "");
  assert_says("'activities': [{'id': 'a-1', 'title': 'Lommepengejob 13-17 år'}], "
              "'milestones': [{'id': 'm', 'title': 'M', 'due': '2020', 'activity': 'Lommepengejob 13-17 år'}]",
              "HP106", "'a-1'", "", "");
}

/* A reference by a name that has the form of an id, but is none, is HP108. */
static void a_name_that_could_be_an_id(void **state) {
  (void)state;
  const hhp_finding *f =
      only(check_plan("%s", ODENSE "], 'activities': [{'id': 'a', 'title': 'A', 'lead': 'kommunen'}]"), "HP108");
  assert_string_equal(said(f, "suggestion"), "ok");
}

/* The id and its references get the same suggestion. */
static void an_id_and_the_references_to_it(void **state) {
  (void)state;
  hhp_report *report = check_plan("'goals': [{'id': 'Flere i Job!', 'title': 'G'}, {'id': 'h', 'title': 'H', 'parent': "
                                  "'Flere i Job!'}]");
  assert_int_equal(hhp_report_count(report), 2);
  assert_string_equal(said(hhp_report_at(report, 0), "write"), "\"flere-i-job\"");
  assert_string_equal(said(hhp_report_at(report, 1), "write"), "\"flere-i-job\"");
  assert_says("'goals': [{'id': 'G', 'title': 'G'}, {'id': 'g', 'title': 'H'}]", "HP106", "", "", "");
  report = check_plan("'goals': [{'id': 'A b', 'title': 'G'}, {'id': 'a B', 'title': 'H'}]");
  assert_string_equal(said(hhp_report_at(report, 0), "write"), "\"a-b\"");
  assert_string_equal(said(hhp_report_at(report, 1), "write"), ""); /* would be a duplicate */
  assert_says(text_of("'goals': [{'id': '%065d', 'title': 'G'}]", 0), "HP106", "", "", "");
}

static void a_title_where_a_code_belongs(void **state) {
  (void)state;
  assert_says("'focus_areas': [{'id': 'f', 'title': 'F', 'code': 'Tryghed og trivsel'}]", "HP106",
              "'tryghed-og-trivsel'", "", "");
  assert_says("'focus_areas': [{'id': 'f', 'title': 'F', 'code': 'Kriminalpræventiv Indsats'}]", "HP106",
              "'kriminalpraeventiv-indsats'", "", "");
  assert_says("'focus_areas': [{'id': 'f', 'title': 'F', 'code': 'Safety and well-being'}]", "HP106",
              "'tryghed-og-trivsel'", "", "");
  assert_says("'focus_areas': [{'id': 'f', 'title': 'F', 'code': 'Sundhed 2'}]", "HP106", "", "", "");
}

static void a_title_where_a_scheme_belongs(void **state) {
  (void)state;
  static const char *const schemes[] = {"LBF-2015-2018", "Landsbyggefondens 2015-18-midler", "lbf 2015 2018"};
  for (size_t i = 0; i < COUNT_OF(schemes); i++) {
    const char *json = text_of("{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': "
                               "'%s', 'area': 'A', 'focus_areas': [{'id': 'f', 'title': 'F', 'code': 'Tryghed og "
                               "trivsel'}]}",
                               schemes[i]);
    hhp_report *report = check_text(quoted(json));
    assert_int_equal(hhp_report_count(report), 2);
    assert_string_equal(said(hhp_report_at(report, 0), "write"), "\"lbf-2015-2018\"");
    assert_string_equal(said(hhp_report_at(report, 1), "write"), "\"tryghed-og-trivsel\"");
  }
}

/* --- Syntax --- */

/* The one syntax error, its message in English, and the suggestion; the text between the marks is its location. */
static void assert_named(const char *members, const char *message, const char *write) {
  char *json = quoted(text_of("{" HEAD ", %s}", members));
  char *start = strstr(json, "«");
  char *end = strstr(json, "»");
  assert_non_null(start);
  assert_non_null(end);
  size_t length = (size_t)(end - start) - strlen("«");
  memmove(end, end + strlen("»"), strlen(end + strlen("»")) + 1);
  memmove(start, start + strlen("«"), strlen(start + strlen("«")) + 1);
  const hhp_finding *f = only(check_text(json), "HP101");
  if (strcmp(hhp_finding_message(f, HHP_LANG_EN), message) != 0 || strcmp(said(f, "write"), quoted(write)) != 0)
    fail_msg("%s: %s (%s)", json, hhp_finding_message(f, HHP_LANG_EN), said(f, "write"));
  assert_int_equal(hhp_finding_offset(f), start - json);
  assert_int_equal(hhp_finding_length(f), length);
}

static void faults_of_syntax_by_name(void **state) {
  (void)state;
  static const struct {
    const char *members, *message, *write;
  } cases[] = {
      {"'x-a': 1 «/»/ slut\n", "There is a comment here; JSON does not allow comments.", ""},
      {"'x-a': «/»* en */ 1", "There is a comment here; JSON does not allow comments.", ""},
      {"«#» en\n'x-a': 1", "There is a comment here; JSON does not allow comments.", ""},
      {"'x-a': 1«,»", "There is a comma after the last element.", ""},
      {"'x-a': [1«,» ]", "There is a comma after the last element.", ""},
      {"'x-a': [1,«,»2]", "There is an extra comma here.", ""},
      {"'x-a': [«,»1]", "There is an extra comma here.", ""},
      {"'x-a': 1 «'»x-b': 2", "A comma is missing before '\"'.", ""},
      {"'x-a': [{} «{»}]", "A comma is missing before '{'.", ""},
      {"'x-a': [1 «2»]", "A comma is missing before '2'.", ""},
      {"'x-a' «1»", "A colon has to follow the name of the member, not '1'.", ""},
      {"'x-a' «'»b'", "A colon has to follow the name of the member, not '\"'.", ""},
      {"'x-a' «=» 1", "A colon has to follow the name of the member, not '='.", ""},
      {"«tekst»: 1", "The name of the member, tekst, has to be in quotes.", "'tekst'"},
      {"«område»: 1", "The name of the member, område, has to be in quotes.", "'område'"},
      {"'x-a': «Vollsmose»", "The text Vollsmose has to be in quotes.", ""},
      {"'x-a': «True»", "JSON does not have the word True.", "true"},
      {"'x-a': «False»", "JSON does not have the word False.", "false"},
      {"'x-a': [«ja»]", "JSON does not have the word ja.", "true"},
      {"'x-a': «None»", "JSON does not have the word None.", ""},
      {"'x-a': «NaN»", "JSON has no NaN.", ""},
      {"'x-a': «-Infinity»", "JSON has no -Infinity.", ""},
      {"'x-a': «46.000.000»", "The number 46.000.000 is not written as JSON requires.", "46000000"},
      {"'x-a': «46,000,000», 'x-b': 1", "The number 46,000,000 is not written as JSON requires.", "46000000"},
      {"'x-a': «46 000 000»", "The number 46 000 000 is not written as JSON requires.", "46000000"},
      {"'x-a': «3,4 mio. kr.»", "The number 3,4 mio. kr. is not written as JSON requires.", "3400000"},
      {"'x-a': «1.000,-», 'x-b': 1", "The number 1.000,- is not written as JSON requires.", "1000"},
      {"'x-a': «+5»", "The number +5 is not written as JSON requires.", "5"},
      {"'x-a': «12,5»", "The number 12,5 is not written as JSON requires.", "12.5"},
      {"'x-a': «1,000»", "The number 1,000 is not written as JSON requires, and can be read in two ways: 1000 or 1.",
       ""},
      {"'x-a': «46,500»",
       "The number 46,500 is not written as JSON requires, and can be read in two ways: 46500 or 46.500.", ""},
      {"'x-a': «1,234»",
       "The number 1,234 is not written as JSON requires, and can be read in two ways: 1234 or 1.234.", ""},
      {"'x-a': «+1,000»", "The number +1,000 is not written as JSON requires, and can be read in two ways: 1000 or 1.",
       ""},
      {"'x-a': «+»1,234", "The number is not written as JSON requires.", ""},
      {"'x-a': «12,5 %»", "The number is followed by text: 12,5 %.", ""},
      {"'x-a': «007»", "The number 007 begins with a zero.", ""},
      {"'x-a': «2020-12-31»", "The date 2020-12-31 has to be in quotes.", "'2020-12-31'"},
      {"'x-a': «31/12/2020», 'x-b': 1", "The date 31/12/2020 has to be in quotes.", "'2020-12-31'"},
      {"'x-a': «1. oktober 2015»", "The date 1. oktober 2015 has to be in quotes.", "'2015-10-01'"},
      {"'x-a': [true «2»]", "A comma is missing before '2'.", ""},
      {"'x-a': [null «'»b']", "A comma is missing before '\"'.", ""},
      {"'x-a': [[] «[»]]", "A comma is missing before '['.", ""},
      {"'x-a': {} «'»x-b': 1", "A comma is missing before '\"'.", ""},
      {"'x-a': 0 «'»x-b': 1", "A comma is missing before '\"'.", ""},
      {"'x-a': 9 «'»x-b': 1", "A comma is missing before '\"'.", ""},
      {"'x-a\\'b' «1»", "A colon has to follow the name of the member, not '1'.", ""},
      {"'x-a\\\\' «1»", "A colon has to follow the name of the member, not '1'.", ""},
      {"'x-a' «-»1", "A colon has to follow the name of the member, not '-'.", ""},
      {"'x-a' «{»}", "A colon has to follow the name of the member, not '{'.", ""},
      {"'x-a' «[»]", "A colon has to follow the name of the member, not '['.", ""},
      {"«a_b$9»: 1", "The name of the member, a_b$9, has to be in quotes.", "'a_b$9'"},
      {"'x-a': {«b»: 1}", "The name of the member, b, has to be in quotes.", "'b'"},
      {"'x-a': [1, «ja»]", "JSON does not have the word ja.", "true"},
      {"'x-a': «undefined»", "JSON does not have the word undefined.", ""},
      {"'x-a': «nil»", "JSON does not have the word nil.", ""},
      {"'x-a': «inf»", "JSON has no inf.", ""},
      {"'x-a': «Infinity»", "JSON has no Infinity.", ""},
      {"'x-a': «5 kr.»", "The number 5 kr. is not written as JSON requires.", "5"},
      {"'x-a': «0 kr.»", "The number 0 kr. is not written as JSON requires.", "0"},
      {"'x-a': «0,5»", "The number 0,5 is not written as JSON requires.", "0.5"},
      {"'x-a': «1,0», 'x-b': 1", "The number 1,0 is not written as JSON requires.", "1"},
      {"'x-a': [«00»]", "The number 00 begins with a zero.", ""},
      {"'x-a': «0,0»", "The number 0,0 is not written as JSON requires.", "0"},
      {"'x-a': «0,00», 'x-b': 1", "The number 0,00 is not written as JSON requires.", "0"},
      {"'x-a': «0.000,00»", "The number is followed by text: 0.000,00.", ""},
      {"'x-a': «0,500»", "The number is followed by text: 0,500.", ""}, /* half, or 500 */
      {"'x-a': «5 %»\n", "The number is followed by text: 5 %.", ""},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_named(cases[i].members, cases[i].message, cases[i].write);
}

static void quotes_of_other_sorts(void **state) {
  (void)state;
  static const char *const smart[] = {"“", "”", "„", "‘", "’", "»", "`"};
  for (size_t i = 0; i < COUNT_OF(smart); i++) {
    const hhp_finding *f = only(check_text(text_of("{\"x-a\": %stekst%s}", smart[i], smart[i])), "HP101");
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "smart quote"));
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA), smart[i]));
  }
  const hhp_finding *f = only(check_text("{'x-a': 1}"), "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "There is a single quote (') here; JSON uses only the double one (\").");
  assert_int_equal(hhp_finding_offset(f), 1);
}

static void files_that_are_not_regular(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t length;
    const char *says;
  } cases[] = {
      {"PK\3\4....word/document.xml", 24, "a Word document (.docx)"},
      {"PK\3\4....xl/workbook.xml", 22, "an Excel workbook (.xlsx)"},
      {"PK\3\4....", 8, "a zip file or an Office document"},
      {"PK\3\4", 4, "a zip file or an Office document"},
      {"PK\3\4word/", 9, "a Word document (.docx)"},
      {"PK\3\4xl/", 7, "an Excel workbook (.xlsx)"},
      {"PK\3\4xl", 6, "a zip file or an Office document"},
      {"PK\3", 3, "The text PK has to be in quotes."},
      {"%PDF", 4, "a PDF file"},
      {"%PD", 3, "Unexpected character here: '%'"},
      {"{\\rtf", 5, "an RTF document"},
      {"\x1f\x8b", 2, "a compressed file (gzip)"},
      {"\xd0\xcf\x11\xe0", 4, "an old Word or Excel file"},
      {"<", 1, "a web page or XML"},
      {"{\\rtf1\\ansi}", 12, "an RTF document"},
      {"%PDF-1.7", 8, "a PDF file"},
      {"\x1f\x8b\x08\x00", 4, "a compressed file (gzip)"},
      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "an old Word or Excel file"},
      {"\n<!DOCTYPE html>", 16, "a web page or XML"},
      {"<?xml version=\"1.0\"?>", 21, "a web page or XML"},
      {"\xff\xfe{\0\"\0", 6, "UTF-16"},
      {"\xfe\xff\0{\0\"", 6, "UTF-16"},
      {"{\0\"\0i\0", 6, "UTF-16"},
      {"\0{\0\"\0i", 6, "UTF-16"},
      {"\xff\xfe", 2, "UTF-16"},
      {"\xfe\xff", 2, "UTF-16"},
      {"{\0}\0", 4, "UTF-16"},
      {"\xff\xfe\0\0", 4, "UTF-32"},
      {"\0\0\xfe\xff", 4, "UTF-32"},
      {"{\0\0\0", 4, "UTF-32"},
      {"\0\0\0{", 4, "UTF-32"},
      {"\xff\xfe\0\0{\0\0\0", 8, "UTF-32"},
      {"\0\0\xfe\xff\0\0\0{", 8, "UTF-32"},
      {"{\0\0\0}\0\0\0", 8, "UTF-32"},
      {"\0\0\0{\0\0\0}", 8, "UTF-32"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const hhp_finding *f = only(check_bytes(cases[i].bytes, cases[i].length, NULL), "HP101");
    if (strstr(hhp_finding_message(f, HHP_LANG_EN), cases[i].says) == NULL)
      fail_msg("not %s: %s", cases[i].says, hhp_finding_message(f, HHP_LANG_EN));
  }
  /* the word that shows the kind of a zip file is sought in its first 4,096 bytes */
  char zip[4100] = "PK\3\4";
  for (size_t at = 4090; at <= 4092; at++) {
    memset(zip + 4, '.', sizeof(zip) - 4);
    memcpy(zip + at, "word/", 5);
    const char *found = text_argument(only(check_bytes(zip, sizeof(zip), NULL), "HP101"), "found");
    assert_string_equal(found, at + 5 <= 4096 ? "docx" : "zip");
  }
  const hhp_finding *f = nth(check_bytes("\xef\xbb\xbf<html>", 9, NULL), "HP101", 1); /* the first is about the mark */
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "a web page or XML"));
}

/* Whatever is deleted or inserted, the suggestion corrects the document. */
static void suggestions_for_invalid_text_correct_it(void **state) {
  (void)state;
  static const char *const pieces[] = {"{",      "}", "[",  "]",  ",",   ":",    "\"", "\"a\"", "1", "46.000",
                                       "46,000", " ", "\n", "-",  "kr.", "True", "x",  "0",     ".", "/",
                                       "//",     "'", "“",  "\\", "31",  "e5",   "å",  "%",     "+"};
  dice d = {7};
  for (int i = 0; i < 20000; i++) {
    char text[128] = "{\"x\":";
    for (uint64_t k = roll_below(&d, 12) + 1; k > 0; k--)
      strcat(text, pieces[roll_below(&d, COUNT_OF(pieces))]);
    hhp_report *report = new_report();
    const char *copy = exact_copy(text, strlen(text));
    assert_int_equal(hhp_check(copy, strlen(text), NULL, report), HHP_OK);
    if (i % 10 == 0)
      check_bytes(text, strlen(text), NULL);
    release_all(NULL);
  }
}

/* What is to be written is given in full or not at all: up to 150 bytes, here with two brackets and two quotes. */
static void what_to_write_is_given_in_full(void **state) {
  (void)state;
  for (int length = 146; length <= 147; length++) {
    const char *source = text_of("'%0*d'", length, 7);
    assert_says(text_of("'sources': %s", source), "HP105", length == 146 ? text_of("[%s]", source) : "", "", "");
  }
}

/* What is meant is looked for until there are 2,000 findings, so that many faults take no longer. */
static void words_are_looked_for_up_to_2000_findings(void **state) {
  (void)state;
  enum { MOST = 2000 };
  static const struct {
    const char *begin, *before, *after, *end, *rule;
  } cases[] = {{"'parties': [", "{'kind': 'Kommune', 'name': 'P', 'id': 'p", "'}", "]}", "HP106"},
               {"'financing': {'contributions': [", "{'counts_as_local': true, 'parties': ['p'], 'amount': ", "}",
                "]}}", "HP105"}};
  for (size_t c = 0; c < COUNT_OF(cases); c++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted(text_of("{" HEAD ", %s", cases[c].begin)));
    for (int i = 0; i <= MOST; i++)
      hhp__puts(&json, quoted(text_of("%s%s%d%s", i == 0 ? "" : ", ", cases[c].before, i, cases[c].after)));
    hhp__puts(&json, cases[c].end);
    hhp_report *report = new_report(); /* check_text() would correct each */
    assert_int_equal(hhp_check(json.text, json.length, NULL, report), HHP_OK);
    hhp__buffer_free(&json);
    for (size_t i = MOST - 1; i <= MOST; i++)
      assert_int_equal(said(nth(report, cases[c].rule, i), "write")[0] != '\0', i < MOST);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(an_amount_that_means_one_number),
      TEST(an_amount_that_means_either_of_two),
      TEST(the_unit_decides_what_a_point_means),
      TEST(an_amount_that_is_not_whole),
      TEST(an_amount_without_a_value),
      TEST(a_year_takes_no_unit),
      TEST(a_date_in_another_form),
      TEST(an_invalid_date),
      TEST(every_word_means_its_value),
      TEST(words_of_other_languages_and_cases),
      TEST(truth_in_words),
      TEST(words_in_place_of_a_truth_value),
      TEST(one_element_where_a_list_belongs),
      TEST(numbers_and_codes),
      TEST(decimals),
      TEST(null_is_left_out),
      TEST(names_of_any_length_that_an_id_has),
      TEST(a_name_where_an_id_belongs),
      TEST(a_name_that_could_be_an_id),
      TEST(an_id_and_the_references_to_it),
      TEST(a_title_where_a_code_belongs),
      TEST(a_title_where_a_scheme_belongs),
      TEST(faults_of_syntax_by_name),
      TEST(quotes_of_other_sorts),
      TEST(files_that_are_not_regular),
      TEST(suggestions_for_invalid_text_correct_it),
      TEST(what_to_write_is_given_in_full),
      TEST(words_are_looked_for_up_to_2000_findings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
