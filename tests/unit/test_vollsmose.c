/* The reference case: the published plan of Vollsmose breaks the rule that it quotes. */
#include <string.h>

#include "unit/support.h"

#define PUBLISHED "examples/vollsmose-2016-2020.helhedsplan.json"
#define FRAME_KEPT "examples/vollsmose-frame-kept.helhedsplan.json"
#define GRANT_KEPT "examples/vollsmose-grant-kept.helhedsplan.json"
#define COMPLETE "examples/complete.helhedsplan.json"

static void the_published_plan_breaks_just_these_rules(void **state) {
  (void)state;
  hhp_report *report = check_file(PUBLISHED);
  assert_string_equal(rules_of(report, HHP_SEVERITY_WARNING), "HP203 HP203 HP322 HP401 HP403 HP405 HP408");
  assert_string_equal(rules_of(report, HHP_SEVERITY_ERROR), "HP401");
  assert_int_equal(hhp_report_is_complete(report), 1);
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_DRAFT);
  assert_string_equal(hhp_report_plan_id(report), "vollsmose-2016-2020");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2015-2018");
  assert_int_equal(hhp_report_error_count(report), 1);
  assert_int_equal(hhp_report_warning_count(report), 6);
}

/* Four areas with "Inputs ?", 0-6 and 6-15 years, no dates, "Minimum 11.000.000". */
static void its_infos(void **state) {
  (void)state;
  hhp_report *report = check_file(PUBLISHED);
  assert_int_equal(count_of(report, "HP215"), 4);
  assert_int_equal(count_of(report, "HP305"), 1);
  assert_int_equal(count_of(report, "HP504"), 1);
  assert_int_equal(count_of(report, "HP415"), 1);
  assert_string_equal(hhp_finding_message(only(report, "HP305"), HHP_LANG_DA),
                      "»Familierådgivning om forælderrollen (6-15 år)« og »Familierådgivning om forælderrollen (0-6 "
                      "år)« dækker begge alderen 6 år.");
  assert_string_equal(hhp_finding_message(only(report, "HP415"), HHP_LANG_DA),
                      "Bidraget på 11.000.000 kr. er ikke præcist, men angivet som »mindst«.");
}

/* Three strategies have six of the eight goals. */
static void its_goals_without_strategy(void **state) {
  (void)state;
  hhp_report *report = check_file(PUBLISHED);
  assert_string_equal(text_argument(nth(report, "HP203", 0), "title"), "Mindre kriminalitet");
  assert_string_equal(text_argument(nth(report, "HP203", 1), "title"), "Mere blandet beboersammensætning");
}

static void its_shortfalls_and_remedies_in_danish(void **state) {
  (void)state;
  const hhp_finding *f = only(check_file(PUBLISHED), "HP401");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Den lokale medfinansiering er 11.000.000 kr., dvs. 23,91 % af det samlede budget på 46.000.000 "
                      "kr. (31,43 % af tilskuddet); "
                      "kravet er mindst 25 % af det samlede budget. Der mangler 500.000 kr. ved uændret samlet budget "
                      "og 666.667 kr. ved uændret "
                      "tilskud.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA),
                      "Enten hæves den lokale medfinansiering til 11.500.000 kr., og tilskuddet sænkes til 34.500.000 "
                      "kr., så det samlede budget "
                      "fortsat er 46.000.000 kr.; eller også beholdes tilskuddet på 35.000.000 kr., og den lokale "
                      "medfinansiering hæves til "
                      "11.666.667 kr., så det samlede budget bliver 46.666.667 kr.");
}

static void its_shortfalls_and_remedies_in_english(void **state) {
  (void)state;
  const hhp_finding *f = only(check_file(PUBLISHED), "HP401");
  assert_string_equal(
      hhp_finding_message(f, HHP_LANG_EN),
      "Local co-financing is DKK 11,000,000, which is 23.91 % of the total of DKK 46,000,000 (31.43 % of the grant); "
      "at least 25 % of "
      "the total is required. It is short by DKK 500,000 at the same total and by DKK 666,667 at the same grant.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Either raise local co-financing to DKK 11,500,000 and lower the grant to DKK 34,500,000, so "
                      "that the total stays DKK 46,000,000; "
                      "or keep the grant of DKK 35,000,000 and raise local co-financing to DKK 11,666,667, so that the "
                      "total becomes DKK 46,666,667.");
}

static void its_requirements_cannot_all_be_met(void **state) {
  (void)state;
  hhp_report *report = check_file(PUBLISHED);
  assert_string_equal(
      hhp_finding_message(only(report, "HP403"), HHP_LANG_DA),
      "31,43 % af tilskuddet ville opfylde kravet på 25 %, men andelen skal beregnes af det samlede budget.");
  assert_string_equal(
      hhp_finding_message(only(report, "HP405"), HHP_LANG_DA),
      "Mindst 25 % af det samlede budget, et tilskud på 35.000.000 kr. og en budgetramme på 46.000.000 kr. "
      "kan ikke overholdes samtidig; mindst ét må ændres: med det tilskud bliver det samlede budget "
      "mindst 46.666.667 kr., 666.667 kr. over rammen.");
  assert_string_equal(hhp_finding_remedy(only(report, "HP405"), HHP_LANG_DA),
                      "Sænk tilskuddet til højst 34.500.000 kr., eller få rammen hævet til mindst 46.666.667 kr.");
  assert_string_equal(hhp_finding_message(only(report, "HP408"), HHP_LANG_DA),
                      "Fordelingen af 11.000.000 kr. mellem 3 parter er ikke oplyst.");
}

static void its_places(void **state) {
  (void)state;
  const char *json = source_text(PUBLISHED, NULL);
  hhp_report *report = check_file(PUBLISHED);
  static const struct {
    const char *rule;
    const char *pointer;
    const char *text;
  } rows[] = {
      {"HP401", "/financing/contributions", "["},
      {"HP403", "/financing/contributions", "["},
      {"HP405", "/financing/frame", "46000000"},
      {"HP408", "/financing/contributions/0/parties", "["},
      {"HP415", "/financing/contributions/0/qualifier", "\"minimum\""},
      {"HP322", "/governance", "{"},
      {"HP504", "/period", "{"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const hhp_finding *f = only(report, rows[i].rule);
    assert_string_equal(hhp_finding_pointer(f), rows[i].pointer);
    assert_memory_equal(json + hhp_finding_offset(f), rows[i].text, strlen(rows[i].text));
  }
  assert_string_equal(hhp_finding_entity(only(report, "HP408")), "lokal-medfinansiering");
}

/* A running plan may lack less than a draft. */
static void at_later_stages_more_are_errors(void **state) {
  (void)state;
  const char *json = source_text(PUBLISHED, NULL);
  hhp_report *prequal = check_at(HHP_STAGE_PREQUAL, json);
  assert_int_equal(hhp_finding_severity(only(prequal, "HP322")), HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_finding_severity(only(prequal, "HP408")), HHP_SEVERITY_WARNING);
  hhp_report *full = check_at(HHP_STAGE_FULL, json);
  static const char *const errors[] = {"HP215", "HP322", "HP401", "HP408", "HP504"};
  for (size_t i = 0; i < COUNT_OF(errors); i++)
    assert_int_equal(hhp_finding_severity(nth(full, errors[i], 0)), HHP_SEVERITY_ERROR);
}

static void both_variants_keep_the_rule(void **state) {
  (void)state;
  static const char *const variants[] = {FRAME_KEPT, GRANT_KEPT};
  for (size_t i = 0; i < COUNT_OF(variants); i++) {
    hhp_report *report = check_file(variants[i]);
    assert_string_equal(rules_of(report, HHP_SEVERITY_WARNING), "HP203 HP203 HP322 HP408");
    assert_int_equal(hhp_report_error_count(report), 0);
  }
}

static void the_complete_plan_has_no_findings(void **state) {
  (void)state;
  hhp_report *report = check_file(COMPLETE);
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "");
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_FULL);
  assert_int_equal(hhp_report_is_complete(report), 1);
}

static void the_figures_of_the_plan(void **state) {
  (void)state;
  hhp_cofinancing_result r;
  assert_int_equal(hhp_plan_cofinancing(plan_from(PUBLISHED), NULL, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_FAILS);
  assert_int_equal(r.verdict_strict, HHP_VERDICT_FAILS);
  assert_int_equal(r.share_of_total_bp, 2391);
  assert_int_equal(r.over_frame, 0);
  assert_int_equal(r.over_frame_at_grant, 666667);
  assert_int_equal(hhp_plan_cofinancing(plan_from(FRAME_KEPT), NULL, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.share_of_total_bp, 2500);
  assert_int_equal(hhp_plan_cofinancing(plan_from(GRANT_KEPT), NULL, &r, sizeof(r)), HHP_OK);
  assert_int_equal(r.verdict, HHP_VERDICT_PASSES);
  assert_int_equal(r.total, 46666667);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(the_published_plan_breaks_just_these_rules),
      TEST(its_infos),
      TEST(its_goals_without_strategy),
      TEST(its_shortfalls_and_remedies_in_danish),
      TEST(its_shortfalls_and_remedies_in_english),
      TEST(its_requirements_cannot_all_be_met),
      TEST(its_places),
      TEST(at_later_stages_more_are_errors),
      TEST(both_variants_keep_the_rule),
      TEST(the_complete_plan_has_no_findings),
      TEST(the_figures_of_the_plan),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
