/* The rules about dates: HP503, HP510, HP511, HP603, HP606. The corpus has their boundaries; here are their messages,
 * and cases that are better listed than written as plans. */
#include <string.h>

#include "unit/support.h"

static hhp_report *check_period(const char *start, const char *end) {
  return check_plan("'period': {'start': '%s', 'end': '%s'}", start, end);
}

/* --- HP503: four years, however exactly they are given --- */

/* Vejleåparken: from 1 November 2017 to November 2021. */
static void hp503_takes_an_end_that_may_be_meant(void **state) {
  (void)state;
  static const char *const fine[][2] = {
      {"2017-11-01", "2021-10-31"}, {"2017-11-01", "2021-11"}, {"2017-11-01", "2021-10"}, {"2017-11", "2021-11"},
      {"2017-11", "2021-10"},       {"2017-11-01", "2021"},    {"2017", "2021"},          {"2017", "2020"},
      {"2017-11-30", "2021-11"},    {"2016-01-01", "2020"},    {"2016-01-01", "2019"},    {"2016-02-29", "2020-02"},
  };
  for (size_t i = 0; i < COUNT_OF(fine); i++)
    assert_none(check_period(fine[i][0], fine[i][1]), "HP503");
  assert_none(check_plan("'period': {'label': '2017-2021'}"), "HP503");
  assert_none(check_plan("'period': {'label': '2017-2020'}"), "HP503");
}

static void hp503_reports_an_impossible_end(void **state) {
  (void)state;
  static const char *const wrong[][2] = {
      {"2017-11-01", "2021-12"}, {"2017-11-01", "2021-09"}, {"2017-11", "2021-12-01"},
      {"2017-10", "2021-11"},    {"2017-11-30", "2021-12"}, {"2017-11-01", "2021-11-01"},
      {"2017-11-01", "2022"},    {"2016-01-02", "2019"},    {"2017", "2022"},
      {"2017", "2019"},
  };
  for (size_t i = 0; i < COUNT_OF(wrong); i++)
    only(check_period(wrong[i][0], wrong[i][1]), "HP503");
  only(check_plan("'period': {'label': '2017-2022'}"), "HP503");
  only(check_plan("'period': {'label': '2017-2019'}"), "HP503");
}

/* Korsløkken: an "udvidelse" of a running plan, of 27 months. */
#define EXTENDING(how) "'continues': [{'title': 'Helhedsplan for Korsløkken', 'how': '" how "'}], "
#define SHORT "'period': {'start': '2018-10-01', 'end': '2020-12-31'}"

static void hp503_takes_note_of_an_extension(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan(EXTENDING("extension") SHORT), "HP503");
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_INFO);
  assert_string_equal(hhp_finding_pointer(f), "/period/end");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/continues/0");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_DA),
      "Perioden fra 1. oktober 2018 til 31. december 2020 er ikke på 4 år, som er det normale i ordningen, men "
      "planen forlænger »Helhedsplan for Korsløkken«.");
  assert_int_equal(hhp_finding_number(f, "required"), 20220930);
  f = only(check_at(HHP_STAGE_FULL, plan_text(EXTENDING("extension") SHORT)), "HP503");
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_INFO);
  assert_none(check_plan(EXTENDING("extension") "'period': {'start': '2018-10-01', 'end': '2022-09-30'}"), "HP503");
}

static void hp503_warns_of_other_continuations(void **state) {
  (void)state;
  assert_int_equal(hhp_finding_severity(only(check_plan(EXTENDING("successor") SHORT), "HP503")), HHP_SEVERITY_WARNING);
  assert_int_equal(hhp_finding_severity(only(check_plan(EXTENDING("merger") SHORT), "HP503")), HHP_SEVERITY_WARNING);
  const char *both = "'continues': [{'title': 'A', 'how': 'merger'}, {'title': 'B', 'how': 'extension'}], " SHORT;
  const hhp_finding *f = only(check_plan("%s", both), "HP503");
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_INFO);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/continues/1");
}

/* A severity set by the caller applies to extensions too. */
static void hp503_of_an_extension_has_the_set_severity(void **state) {
  (void)state;
  static const int32_t severities[] = {HHP_SEVERITY_ERROR, HHP_SEVERITY_WARNING, HHP_SEVERITY_INFO};
  const char *text = plan_text(EXTENDING("extension") SHORT);
  for (size_t i = 0; i < COUNT_OF(severities); i++) {
    hhp_check_options *options = new_options();
    hhp_check_options_set_severity(options, "HP503", severities[i]);
    assert_int_equal(hhp_finding_severity(only(check_bytes(text, strlen(text), options), "HP503")), severities[i]);
  }
  hhp_check_options *options = new_options();
  hhp_check_options_set_severity(options, "HP503", HHP_SEVERITY_OFF);
  assert_none(check_bytes(text, strlen(text), options), "HP503");
}

/* Where the end is corrected alone, the label no longer matches it (HP502). */
static void hp503_asks_for_the_label_too(void **state) {
  (void)state;
#define TO(last_day, year) "'period': {'label': '2016-" year "', 'start': '2016-01-01', 'end': '" year "-" last_day "'}"
  const hhp_finding *f = only(check_plan(TO("12-31", "2018")), "HP503");
  assert_int_equal(hhp_finding_number(f, "required"), 20191231);
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Correct the dates, and “label” if there is one, or give the reason for the length in a waiver.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Ret datoerne, og »label«, hvis den er angivet, eller begrund længden i en undtagelse.");
  hhp_report *report = check_plan(TO("12-31", "2019"));
  assert_none(report, "HP502");
  assert_none(report, "HP503");
#undef TO
}

/* --- HP510: a scheme's years --- */

static hhp_report *check_in(const char *scheme, const char *members) {
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(options, hhp_scheme_find(scheme));
  char *text = plan_text("%s", members);
  return check_bytes(text, strlen(text), options);
}

static int out_of_years(const char *scheme, const char *members) {
  return (int)count_of(check_in(scheme, members), "HP510");
}

static void hp510_allows_a_year_to_begin_in(void **state) {
  (void)state;
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'start': '2027-01-01'}"), 0);
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'start': '2027-12-31'}"), 0);
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'label': '2027-2030'}"), 0);
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'start': '2028-01-01'}"), 1);
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'label': '2028-2031'}"), 1);
  assert_int_equal(out_of_years("lbf-2015-2018", "'period': {'start': '2019-04-01'}"), 0);
  assert_int_equal(out_of_years("lbf-2015-2018", "'period': {'start': '2020-01-01'}"), 1);
  /* not before it: what began in 2018 belongs to the funds before */
  assert_int_equal(out_of_years("lbf-2019-2026", "'period': {'start': '2018-12-31'}"), 1);
}

static void hp510_goes_by_the_prequalification_where_it_is_known(void **state) {
  (void)state;
  assert_int_equal(out_of_years("lbf-2019-2026", "'prequalified_on': '2026-12-31', 'period': {'start': '2028-06-01'}"),
                   0);
  assert_int_equal(out_of_years("lbf-2019-2026", "'prequalified_on': '2027-01-01', 'period': {'start': '2027-01-02'}"),
                   1);
  assert_int_equal(out_of_years("lbf-2019-2026", "'prequalified_on': '2027'"), 1);
}

/* An earlier prequalification is out of the years too, so only a plan that begins after them may need one. */
static void hp510_suggests_a_prequalification_only_after_the_years(void **state) {
  (void)state;
  const hhp_finding *f = only(check_in("lbf-2019-2026", "'period': {'start': '2018-12-31'}"), "HP510");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Correct “scheme”, or the period of the plan.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA), "Ret »scheme«, eller planens periode.");
  f = only(check_in("lbf-2019-2026", "'period': {'start': '2028-01-01'}"), "HP510");
  assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "if it was prequalified earlier"));
}

/* Plans prequalified under older rules moved to the 2019-26 scheme on 1 January 2020: neither scheme nor date is wrong
 * then. */
static void hp510_allows_for_a_plan_that_moved_to_a_later_scheme(void **state) {
  (void)state;
  const hhp_finding *f = only(check_in("lbf-2019-2026", "'prequalified_on': '2018-11-05'"), "HP510");
  assert_string_equal(
      hhp_finding_remedy(f, HHP_LANG_EN),
      "Correct “scheme”, or “prequalified_on”; if the plan has moved to the scheme from an earlier one, "
      "give that as the reason in a waiver.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Ret »scheme«, eller »prequalified_on«; er planen overgået til ordningen fra en tidligere, så "
                      "begrund det i en undtagelse.");
  f = only(check_in("lbf-2015-2018", "'prequalified_on': '2019-11-05'"), "HP510");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Correct “scheme”, or “prequalified_on”.");
}

/* --- HP511: implausible years --- */

#define FOUR_YEARS "'period': {'start': '2016-01-01', 'end': '2019-12-31'}"
#define JOINED "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], "

/* Every date and every year of the format, each with %s for the year. */
static const char *const dated[] = {
    FOUR_YEARS ", 'prequalified_on': '%s-10-01'",
    FOUR_YEARS ", 'goals': [{'id': 'g', 'title': 'G', 'adopted_on': '%s'}]",
    FOUR_YEARS ", 'activities': [{'id': 'a', 'title': 'A', 'start': '%s-01'}]",
    FOUR_YEARS ", 'activities': [{'id': 'a', 'title': 'A', 'end': '%s-01'}]",
    FOUR_YEARS ", 'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'valid_from': '%s'}]",
    FOUR_YEARS ", 'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'valid_to': '%s'}]",
    FOUR_YEARS ", " JOINED "'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'signatures': [{'party': 'k', "
               "'signed_on': '%s-01-01'}]}]",
    FOUR_YEARS ", " JOINED "'financing': {'contributions': [{'parties': ['k'], 'amount': 1, 'year': %s}]}",
    FOUR_YEARS ", " JOINED "'financing': {'budget': [{'category': 'staff', 'year': %s, 'party': 'k', 'amount': 1}]}",
    FOUR_YEARS ", 'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'year': %s, 'value': '1'}}]",
    FOUR_YEARS ", 'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'start': '%s'}]}]",
    FOUR_YEARS ", 'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'end': '%s'}]}]",
    FOUR_YEARS ", 'milestones': [{'id': 'm', 'title': 'M', 'due': '%s-06'}]",
    FOUR_YEARS ", 'milestones': [{'id': 'm', 'title': 'M', 'due': '2017', 'done_on': '%s-06-01'}]",
    FOUR_YEARS ", 'approvals': [{'kind': 'council', 'outcome': 'approved', 'decided_on': '%s-06-01'}]",
    FOUR_YEARS ", 'reports': [{'year': %s}]",
    FOUR_YEARS ", 'reports': [{'year': 2016, 'submitted_on': '%s-05-01'}]",
    FOUR_YEARS ", 'waivers': [{'rule': 'HP401', 'reason': 'R', 'until': '%s-01-01'}]",
};

static size_t implausible(const char *members, const char *year) {
  const char *gap = strstr(members, "%s");
  char *text = plan_text("%.*s%s%s", (int)(gap - members), members, year, gap + 2);
  return count_of(check_bytes(text, strlen(text), NULL), "HP511");
}

static void hp511_checks_every_date_and_year(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(dated); i++) {
    assert_int_equal(implausible(dated[i], "1989"), 1);
    assert_int_equal(implausible(dated[i], "1990"), 0);
    assert_int_equal(implausible(dated[i], "2049"), 0);
    assert_int_equal(implausible(dated[i], "2050"), 1);
  }
  size_t fields = 0; /* all but those of the period: a new one needs a row */
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    int is_other = strcmp(hhp_entity_name(entity), "scheme") == 0 || strcmp(hhp_entity_name(entity), "period") == 0;
    for (size_t k = 0; !is_other && k < hhp_entity_field_count(entity); k++) {
      const hhp_field *field = hhp_entity_field_at(entity, k);
      fields += hhp_field_type(field) == HHP_FIELD_DATE || strcmp(hhp_field_name(field), "year") == 0;
    }
  }
  assert_int_equal(fields, COUNT_OF(dated));
}

static void hp511_checks_the_period_itself(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("'period': {'start': '0216-01-01', 'end': '2019-12-31'}"), "HP511");
  assert_string_equal(hhp_finding_pointer(f), "/period/start");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "“start” is 1 January 216, which is before 1990.");
  f = only(check_plan("'period': {'label': '1916-1919'}"), "HP511");
  assert_string_equal(hhp_finding_pointer(f), "/period/label");
  f = only(check_plan("'period': {'label': '2016-2091'}"), "HP511"); /* the second year alone */
  assert_string_equal(hhp_finding_pointer(f), "/period/label");
  assert_int_equal(hhp_finding_number(f, "actual"), 20910000);
  only(check_plan("'period': {'label': '2116-2119'}"), "HP511"); /* of two years in one label, the first */
  /* the whole plan in another century: by the scheme's years, 2015-18 */
  hhp_report *report = check_plan("'period': {'start': '2116-01-01', 'end': '2119-12-31'}");
  assert_int_equal(count_of(report, "HP511"), 2);
  report = check_plan("'period': {'start': '2016-01-01', 'end': '2091-12-31'}");
  f = only(report, "HP511");
  assert_string_equal(hhp_finding_pointer(f), "/period/end");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "“end” is 31 December 2091, which is more than 30 years after the last year in which the scheme "
                      "“lbf-2015-2018” makes commitments, 2018.");
}

static void hp511_goes_by_what_is_known_of_the_period(void **state) {
  (void)state;
  const char *milestone = "%s, 'milestones': [{'id': 'm', 'title': 'M', 'due': '%s'}]";
  /* four years from its start: the plan ends in 2020 */
  assert_none(check_plan(milestone, "'period': {'start': '2016-01-01'}", "2050-01-01"), "HP511");
  const hhp_finding *f = only(check_plan(milestone, "'period': {'start': '2016-01-01'}", "2051-01-01"), "HP511");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "»due« er 1. januar 2051; det er mere end 30 år efter planens sidste år, 2020.");
  /* no period: the scheme makes commitments until 2018 */
  assert_none(check_plan(milestone, "'vision': 'V'", "2048-12-31"), "HP511");
  only(check_plan(milestone, "'vision': 'V'", "2049-01-01"), "HP511");
  /* a plan may end 30 years after the last commitment, and what it has may be 30 years later than that */
  assert_none(check_plan(milestone, "'period': {'start': '2044-01-01', 'end': '2048-12-31'}", "2078"), "HP511");
  f = only(check_plan(milestone, "'period': {'start': '2044-01-01', 'end': '2049-12-31'}", "2048"), "HP511");
  assert_string_equal(hhp_finding_pointer(f), "/period/end");
  /* a typing error in the period is one finding, not one for every other date */
  f = only(check_plan(milestone, "'period': {'label': '1916-1919'}", "2020-01-01"), "HP511");
  assert_string_equal(hhp_finding_pointer(f), "/period/label");
  only(check_plan(milestone, "'period': {'end': '1019-12-31'}", "2020-01-01"), "HP511");
}

/* 1990 is a year that can be meant, also as the last of the plan. */
static void hp511_goes_by_a_plan_of_1990(void **state) {
  (void)state;
  const char *members =
      "'period': {'start': '1990-01-01', 'end': '1990-12-31'}, 'milestones': [{'id': 'm', 'title': 'M', 'due': '%s'}]";
  assert_none(check_plan(members, "2020-12-31"), "HP511");
  assert_int_equal(hhp_finding_number(only(check_plan(members, "2021-01-01"), "HP511"), "last_year"), 1990);
}

/* A custom scheme need not state how many years a plan has, or when it makes commitments. */
static void hp511_goes_by_no_year_that_is_not_stated(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(
      options, scheme_of(quoted("{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', "
                                "'min_local_bp': 2500, 'base': 'total'}")));
  static const struct {
    const char *period, *due;
    size_t findings;
  } cases[] = {
      {"'vision': 'V'", "2190", 0},
      {"'period': {'start': '2016-01-01'}", "2046", 0},
      {"'period': {'start': '2016-01-01'}", "2047", 1},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *json =
        plan_text("%s, 'milestones': [{'id': 'm', 'title': 'M', 'due': '%s'}]", cases[i].period, cases[i].due);
    assert_int_equal(count_of(check_bytes(json, strlen(json), options), "HP511"), cases[i].findings);
  }
}

/* --- HP603: percentages --- */

static hhp_report *check_indicator(const char *measure, const char *baseline, const char *target, const char *actual) {
  return check_plan("'indicators': [{'id': 'i', 'title': 'Unge i job', 'measure': '%s', 'baseline': {'value': '%s'}, "
                    "'periods': [{'target': '%s', 'actual': '%s'}]}]",
                    measure, baseline, target, actual);
}

static void hp603_holds_percentages_between_0_and_100(void **state) {
  (void)state;
  assert_none(check_indicator("percent", "0", "100", "100.0000"), "HP603");
  assert_none(check_indicator("unit", "101", "250", "-5"), "HP603");
  assert_none(check_plan("'indicators': [{'id': 'i', 'title': 'I', 'measure': 'percent', 'periods': [{'target': '50'}, "
                         "{'actual': '45'}]}]"), /* what is not stated is not out of range */
              "HP603");
  const hhp_finding *f = only(check_indicator("percent", "0", "100.0001", "50"), "HP603");
  assert_string_equal(hhp_finding_pointer(f), "/indicators/0/periods/0/target");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "“target” is 100.0001, but “Unge i job” is measured in per cent and has to be between 0 and 100.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "»target« er 100,0001, men »Unge i job« måles i procent og skal ligge mellem 0 og 100.");
  assert_string_equal(text_argument(f, "value"), "100.0001");
  f = only(check_indicator("percent", "-0.0001", "50", "50"), "HP603");
  assert_string_equal(hhp_finding_pointer(f), "/indicators/0/baseline/value");
  f = only(check_indicator("percent", "40", "50", "520"), "HP603");
  assert_string_equal(hhp_finding_pointer(f), "/indicators/0/periods/0/actual");
  /* 5 for 50: the number is wrong, not its direction */
  f = only(check_indicator("percent", "400", "50", "45"), "HP603");
  assert_string_equal(hhp_finding_pointer(f), "/indicators/0/baseline/value");
}

/* Each decimal is written to its own end, also after a longer one. */
static void hp603_writes_short_decimals_after_long_ones(void **state) {
  (void)state;
  const hhp_finding *f = only(check_indicator("unit", "20.5", "10.0625", "1"), "HP603");
  const char *message = hhp_finding_message(f, HHP_LANG_DA);
  assert_non_null(strstr(message, "10,0625"));
  assert_non_null(strstr(message, "udgangspunktet 20,5, "));
  assert_string_equal(text_argument(f, "baseline"), "20.5");
  f = only(check_indicator("unit", "99999999999999.9999", "-99999999999999.9999", "1"), "HP603");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_DA), "-99999999999999,9999")); /* the longest */
}

/* --- HP506: the period as the plan states it --- */

/* A plan that states the year alone has not stated its first day. */
static void hp506_has_the_dates_of_the_plan_as_stated(void **state) {
  (void)state;
  static const struct {
    const char *period, *first, *last;
    int32_t start, end;
  } cases[] = {
      {"'start': '2021-03-01', 'end': '2024-12-31'", "(1 March 2021)", "(31 December 2024)", 20210301, 20241231},
      {"'start': '2021-03', 'end': '2024'", "(March 2021)", "(2024)", 20210300, 20240000},
      {"'label': '2021-2024'", "(2021)", "(2024)", 20210000, 20240000},
      {"'label': '2021-2023', 'start': '2022-05-01', 'end': '2024-06'", "(2021)", "(June 2024)", 20210000, 20240600},
      /* of the label and a date with the same day, the date says more */
      {"'label': '2021-2023', 'start': '2021-01-01', 'end': '2024-06'", "(1 January 2021)", "(June 2024)", 20210101,
       20240600},
      {"'label': '2021-2024', 'start': '2022-05-01', 'end': '2024-12-31'", "(2021)", "(31 December 2024)", 20210000,
       20241231},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = check_plan(
        "'period': {%s}, 'activities': [{'id': 'a', 'title': 'A', 'start': '2020', 'end': '2025'}]", cases[i].period);
    assert_int_equal(count_of(report, "HP506"), 2);
    assert_int_equal(hhp_finding_number(nth(report, "HP506", 0), "plan_start"), cases[i].start);
    assert_int_equal(hhp_finding_number(nth(report, "HP506", 0), "plan_end"), cases[i].end);
    assert_non_null(strstr(hhp_finding_message(nth(report, "HP506", 0), HHP_LANG_EN), cases[i].first));
    assert_non_null(strstr(hhp_finding_message(nth(report, "HP506", 1), HHP_LANG_EN), cases[i].last));
  }
}

/* What the plan does not state is not named. */
static void hp506_has_no_dates_that_are_not_stated(void **state) {
  (void)state;
  const char *members = "'period': {'%s': '2020'}, 'activities': [{'id': 'a', 'title': 'A', '%s': '%s'}]";
  const hhp_finding *f = only(check_plan(members, "start", "end", "2019"), "HP506");
  assert_int_equal(hhp_finding_number(f, "plan_start"), 20200000);
  assert_int_equal(hhp_finding_number(f, "plan_end"), HHP_ABSENT);
  f = only(check_plan(members, "end", "start", "2021"), "HP506");
  assert_int_equal(hhp_finding_number(f, "plan_start"), HHP_ABSENT);
  assert_int_equal(hhp_finding_number(f, "plan_end"), 20200000);
}

/* A label of one year is that year. */
static void a_label_may_have_one_year(void **state) {
  (void)state;
  const char *members = "'period': {'label': '2020-2020'%s}, 'activities': [{'id': 'a', 'title': 'A', 'start': '%s'}]";
  assert_none(check_plan(members, "", "2020"), "HP506");
  assert_int_equal(hhp_finding_number(only(check_plan(members, "", "2021"), "HP506"), "plan_end"), 20200000);
  const char *dates = ", 'start': '2020-01-01', 'end': '2020-12-31'";
  assert_none(check_plan(members, dates, "2020"), "HP502");
  dates = ", 'start': '2020-07-01', 'end': '2021-06-30'";
  assert_int_equal(hhp_finding_number(only(check_plan(members, dates, "2020"), "HP502"), "last_year"), 2021);
}

/* --- HP606: implausible reports --- */

static void hp606_reports_a_duplicate_year(void **state) {
  (void)state;
  hhp_report *report = check_plan("'reports': [{'year': 2016}, {'year': 2017}, {'year': 2016}, {'year': 2016}]");
  assert_int_equal(count_of(report, "HP606"), 2);
  const hhp_finding *f = nth(report, "HP606", 0);
  assert_string_equal(hhp_finding_pointer(f), "/reports/2/year");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/reports/0/year");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The plan has two annual reports for 2016.");
  assert_none(check_plan("'reports': [{'year': 1900}, {'year': 2199}]"), "HP606");
}

static hhp_report *check_submitted(const char *period, const char *day) {
  return check_plan("'period': {%s}, 'reports': [{'year': 2019, 'submitted_on': '%s'}]", period, day);
}

static void hp606_reports_a_report_before_the_end_of_its_year(void **state) {
  (void)state;
  static const char *const early[] = {"2019-12-31", "2019-12", "2019", "2018-06-01", "2018"};
  static const char *const fine[] = {"2020-01-01", "2020", "2020-01", "2020-06-30"};
  const char *open = "'start': '2018-01-01', 'end': '2021-12-31'";
  for (size_t i = 0; i < COUNT_OF(early); i++)
    only(check_submitted(open, early[i]), "HP606");
  for (size_t i = 0; i < COUNT_OF(fine); i++)
    assert_none(check_submitted(open, fine[i]), "HP606");
}

/* The last report of a plan that ends in October may come before the new year. */
static void hp606_allows_reports_after_the_end_of_the_plan(void **state) {
  (void)state;
  const char *over = "'start': '2015-11-01', 'end': '2019-10-31'";
  assert_none(check_submitted(over, "2019-11-01"), "HP606");
  only(check_submitted(over, "2019-10-31"), "HP606");
  assert_none(check_submitted("'start': '2015-11', 'end': '2019-10'", "2019-11-01"), "HP606");
}

/* Where the end has no day, any of its days may be the last of the plan, and the report may be submitted on the next. A
 * label that differs from the dates (HP502) may be right. */
static void hp606_needs_every_day_on_which_the_plan_may_end(void **state) {
  (void)state;
  static const struct {
    const char *period, *early, *fine;
  } cases[] = {
      {"'start': '2015-11', 'end': '2019-10'", "2019-10-01", "2019-10-02"},
      {"'start': '2015-11', 'end': '2019-10'", "2019-09", "2019-10"},
      {"'label': '2016-2019'", "2019-01-01", "2019-01-02"},
      {"'label': '2016-2019'", "2018", "2019"},
      {"'label': '2016-2020'", "2019-12-31", "2020-01-01"}, /* over in 2020 at the earliest */
      {"'label': '2016-2019', 'start': '2016-01-01', 'end': '2020-06-30'", "2019-01-01", "2019-01-02"},
      {"'label': '2016-2020', 'start': '2016-01-01', 'end': '2019-06-30'", "2019-06-30", "2019-07-01"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    only(check_submitted(cases[i].period, cases[i].early), "HP606");
    assert_none(check_submitted(cases[i].period, cases[i].fine), "HP606");
  }
}

/* --- HP604: the day on which a report is due --- */

static hhp_report *check_reports_on(int32_t today, const char *members) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, HHP_STAGE_FULL), HHP_OK);
  assert_int_equal(hhp_check_options_set_today(options, today), HHP_OK);
  const char *json = plan_text("'period': {'start': '2016-01-01', 'end': '2019-12-31'}%s", members);
  return check_bytes(json, strlen(json), options);
}

static const hhp_finding *missing_2016_on(hhp_report **report, int32_t today) {
  *report = check_reports_on(today, "");
  return nth(*report, "HP604", 0);
}

/* One for each year of the plan that is over, from the day after it. */
static void hp604_asks_for_a_report_on_each_year_that_is_over(void **state) {
  (void)state;
  static const struct {
    int32_t today;
    size_t missing;
  } days[] = {{20151231, 0}, {20161231, 0}, {20170101, 1}, {20171231, 1}, {20180101, 2},
              {20191231, 3}, {20200101, 4}, {20210101, 4}, {20991231, 4}};
  for (size_t i = 0; i < COUNT_OF(days); i++)
    assert_int_equal(count_of(check_reports_on(days[i].today, ""), "HP604"), days[i].missing);
  const char *reports[] = {"", ", 'reports': [{'year': 2016}]", ", 'reports': [{'year': 2019}, {'year': 2016}]",
                           ", 'reports': [{'year': 2015}, {'year': 2020}]"};
  static const size_t missing[] = {4, 3, 2, 4};
  for (size_t i = 0; i < COUNT_OF(reports); i++)
    assert_int_equal(count_of(check_reports_on(20200101, reports[i]), "HP604"), missing[i]);
}

/* A report is not overdue on its last day. */
static void hp604_is_overdue_after_the_day_it_is_due(void **state) {
  (void)state;
  hhp_report *report = NULL;
  int32_t due = (int32_t)hhp_finding_number(missing_2016_on(&report, 20170101), "due");
  assert_int_equal(due, 20170630); /* six months after the year */
  assert_string_equal(hhp_finding_message(missing_2016_on(&report, due), HHP_LANG_EN),
                      hhp_finding_message(missing_2016_on(&report, 20170101), HHP_LANG_EN));
  assert_string_not_equal(hhp_finding_message(missing_2016_on(&report, 20170701), HHP_LANG_EN),
                          hhp_finding_message(missing_2016_on(&report, due), HHP_LANG_EN));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp503_takes_an_end_that_may_be_meant),
      TEST(hp503_reports_an_impossible_end),
      TEST(hp503_takes_note_of_an_extension),
      TEST(hp503_warns_of_other_continuations),
      TEST(hp503_of_an_extension_has_the_set_severity),
      TEST(hp503_asks_for_the_label_too),
      TEST(hp510_allows_a_year_to_begin_in),
      TEST(hp510_goes_by_the_prequalification_where_it_is_known),
      TEST(hp510_suggests_a_prequalification_only_after_the_years),
      TEST(hp510_allows_for_a_plan_that_moved_to_a_later_scheme),
      TEST(hp511_checks_every_date_and_year),
      TEST(hp511_checks_the_period_itself),
      TEST(hp511_goes_by_what_is_known_of_the_period),
      TEST(hp511_goes_by_a_plan_of_1990),
      TEST(hp511_goes_by_no_year_that_is_not_stated),
      TEST(hp603_writes_short_decimals_after_long_ones),
      TEST(hp603_holds_percentages_between_0_and_100),
      TEST(hp506_has_the_dates_of_the_plan_as_stated),
      TEST(hp506_has_no_dates_that_are_not_stated),
      TEST(a_label_may_have_one_year),
      TEST(hp606_reports_a_duplicate_year),
      TEST(hp606_reports_a_report_before_the_end_of_its_year),
      TEST(hp606_allows_reports_after_the_end_of_the_plan),
      TEST(hp606_needs_every_day_on_which_the_plan_may_end),
      TEST(hp604_asks_for_a_report_on_each_year_that_is_over),
      TEST(hp604_is_overdue_after_the_day_it_is_due),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
