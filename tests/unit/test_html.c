/* The HTML report: the sentence of the verdict, what a report keeps of its plan, and texts that are markup. */
#include "support.h"

#include <stdio.h>
#include <string.h>

#include "render/html.h"
#include "render/svg.h"

/* --- The verdict --- */

static hhp_report *checked(const char *json, int keeps_plan) {
  hhp_report *report = new_report();
  hhp_check_options *options = NULL;
  assert_int_equal(hhp_check_options_new(&options), HHP_OK);
  assert_int_equal(hhp_check_options_set_keep_plan(options, keeps_plan), HHP_OK);
  assert_int_equal(hhp_check(json, strlen(json), options, report), HHP_OK);
  hhp_check_options_free(options);
  return report;
}

#define PLAN(financing)                                                                                           \
  "{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"T\",\"status\":\"draft\",\"scheme\":\"lbf-2015-2018\"," \
  "\"area\":\"A\",\"parties\":[{\"id\":\"k\",\"name\":\"K\",\"kind\":\"municipality\"},"                          \
  "{\"id\":\"f\",\"name\":\"F\",\"kind\":\"foundation\"}]" financing "}"
#define MONEY(grant, local, frame)                                                                \
  PLAN(",\"financing\":{\"frame\":" frame ",\"grant\":{\"applied\":" grant "},\"contributions\":" \
       "[{\"parties\":[\"k\"],\"amount\":" local "}]}")

#define ENOUGH(members) \
  PLAN(                 \
      members           \
      ",\"financing\":{\"frame\":4,\"grant\":{\"applied\":3},\"contributions\":[{\"parties\":[\"k\"],\"amount\":1}]}")

static void assert_verdict(const char *json, const char *class_name, int64_t missing, const char *da, const char *en) {
  hhp_report *report = checked(json, 0);
  const char *const sentences[] = {da, en};
  assert_string_equal(hhp__verdict_class(report), class_name);
  assert_int_equal(hhp__missing_kroner(report), missing);
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    hhp__buffer out = {0};
    hhp__put_verdict_sentence(&out, report, lang);
    assert_string_equal(out.text, sentences[lang - HHP_LANG_DA]);
    hhp__buffer_free(&out);
  }
}

static void test_verdicts(void **state) {
  (void)state;
  assert_verdict(
      MONEY("35000000", "11000000", "46000000"), "bad", 500000,
      "Kravet om lokal medfinansiering er ikke opfyldt: der mangler 500.000 kr. ved uændret samlet budget, eller "
      "666.667 kr. ved uændret tilskud.",
      "The requirement for local co-financing is not met: DKK 500,000 is missing at the same total, or DKK 666,667 "
      "at the same grant.");
  assert_verdict(
      MONEY("34500000", "11500000", "46000000"), "ok", 0,
      "Kravet om lokal medfinansiering er opfyldt. De lokale midler udgør 25,00 %; kravet er mindst 25 % af det "
      "samlede budget.",
      "The requirement for local co-financing is met. Local money is 25.00 %; the requirement is at least 25 % of "
      "the total.");
  assert_verdict(
      PLAN(",\"financing\":{\"grant\":{\"applied\":14000000}}"), "open", 4666667,
      "Kravet om lokal medfinansiering kan ikke vurderes endnu, fordi ikke alle beløb er oplyst: mindst 4.666.667 "
      "kr. skal være lokale midler efter tilskuddet, og der mangler mindst 4.666.667 kr.",
      "The requirement for local co-financing cannot be assessed yet, since not all amounts are stated: at least "
      "DKK 4,666,667 has to be local money by the grant, and at least DKK 4,666,667 is missing.");
  assert_verdict(PLAN(""), "none", HHP_ABSENT,
                 "Medfinansieringen kan ikke vurderes: planen oplyser ingen beløb, eller de kan ikke lægges sammen.",
                 "The co-financing cannot be assessed: the plan states no amounts, or they cannot be added up.");
  assert_verdict("{", "none", HHP_ABSENT,
                 "Medfinansieringen er ikke vurderet: fejlene i selve dokumentet skal rettes først.",
                 "The co-financing is not assessed: the errors in the document itself have to be corrected first.");
}

/* One krone is an amount like any other. */
static void test_one_krone_is_missing(void **state) {
  (void)state;
  assert_verdict(
      PLAN(",\"financing\":{\"grant\":{\"applied\":3}}"), "open", 1,
      "Kravet om lokal medfinansiering kan ikke vurderes endnu, fordi ikke alle beløb er oplyst: mindst 1 kr. "
      "skal være lokale midler efter tilskuddet, og der mangler mindst 1 kr.",
      "The requirement for local co-financing cannot be assessed yet, since not all amounts are stated: at "
      "least DKK 1 has to be local money by the grant, and at least DKK 1 is missing.");
  const char *page = rendered(checked(MONEY("3", "0", "2"), 1), HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, ">Short by, at the same total</th><td class=\"n\">DKK\u00a01</td>"));
  assert_non_null(strstr(page, ">Over the ceiling</th><td class=\"n\">DKK\u00a01</td>"));
  const char *gap =
      strstr(page, "<text class=\"gap\" "); /* of the bar at the same total, and of that at the same grant */
  assert_non_null(gap);
  assert_non_null(strstr(gap + 1, "<text class=\"gap\" "));
  page = rendered(checked(PLAN(",\"financing\":{\"grant\":{\"applied\":3}}"), 1), HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, ">Missing, at least</th><td class=\"n\">DKK\u00a01</td>"));
}

/* Of 30 kroner in grant, a third is 10: with 9, and a ceiling of 39, the total is at the ceiling and gets one krone
 * above it. */
static void test_points_begin_at_one_krone(void **state) {
  (void)state;
  static const struct {
    const char *frame;
    int is_over, gets_over;
  } cases[] = {{"40", 0, 0}, {"39", 0, 1}, {"38", 1, 1}};
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_EN), HHP_OK);
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = checked(text_of(MONEY("30", "9", "%s"), cases[i].frame), 1);
    const char *page = rendered(report, HHP_FORMAT_HTML, options);
    assert_int_equal(strstr(page, "<li>The total is ") != NULL, cases[i].is_over);
    assert_int_equal(strstr(page, "<li>At the same grant, the total becomes at least ") != NULL, cases[i].gets_over);
  }
}

/* What is missing has one key, however many bars show it: where all has to be local money, the grant cannot stay, and
 * there is one. */
static void test_missing_money_has_a_key(void **state) {
  (void)state;
  static const char of_all[] =
      "{\"format\":\"helhedsplan-scheme/1\",\"id\":\"own\",\"title_da\":\"D\",\"title_en\":\"E\","
      "\"min_local_bp\":10000,\"base\":\"total\"}";
  static const char fails[] = MONEY("30", "9", "40");
  for (int is_of_all = 0; is_of_all <= 1; is_of_all++) {
    hhp_check_options *options = new_options();
    if (is_of_all)
      assert_int_equal(hhp_check_options_set_scheme(options, scheme_of(of_all)), HHP_OK);
    assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
    const char *page = rendered(check_bytes(fails, strlen(fails), options), HHP_FORMAT_HTML, NULL);
    const char *key = strstr(page, "<i class=\"key short\">");
    assert_non_null(key);
    assert_null(strstr(key + 1, "<i class=\"key short\">"));
  }
}

/* A label goes behind its line, else before it, else to the left edge: "Budget ceiling DKK 4,480" is 24 characters, of
 * 2.3 % each. */
static void test_labels_are_within_the_picture(void **state) {
  (void)state;
  static const struct {
    const char *frame, *text;
  } cases[] = {{"4480", "x=\"44.8%\" dx=\"4\" y=\"94\">"},
               {"4481", "x=\"0%\" y=\"94\">"},
               {"5519", "x=\"0%\" y=\"94\">"},
               {"5520", "x=\"55.2%\" dx=\"-4\" y=\"94\" text-anchor=\"end\">"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *page =
        rendered(checked(text_of(MONEY("7500", "2500", "%s"), cases[i].frame), 1), HHP_FORMAT_HTML, NULL);
    const char *label = strstr(page, "<text class=\"frame\" ");
    assert_non_null(label);
    label += strlen("<text class=\"frame\" ");
    if (strncmp(label, cases[i].text, strlen(cases[i].text)) != 0)
      fail_msg("%s: %.80s", cases[i].frame, label);
  }
}

/* A line never ends between a number and its unit in the sentences of the report; a text of the plan is as the plan has
 * it. */
static void test_amounts_are_not_broken(void **state) {
  (void)state;
  hhp_report *report = checked(MONEY("35000000", "11000000", "46000000"), 1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "DKK\u00a0500,000 is missing at the same total, or DKK\u00a0666,667 at"));
  hhp_render_options *options = NULL;
  assert_int_equal(hhp_render_options_new(&options), HHP_OK);
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_DA), HHP_OK);
  page = rendered(report, HHP_FORMAT_HTML, options);
  assert_non_null(strstr(page, "der mangler 500.000\u00a0kr. ved uændret samlet budget, eller 666.667\u00a0kr. ved"));
  assert_non_null(strstr(page, "mindst 25\u00a0% af det samlede budget"));
  hhp_render_options_free(options);
  report = checked(PLAN(",\"activities\":[{\"id\":\"a\",\"title\":\"DKK 5 til 25 % for 2 kr.\"}]"), 1);
  assert_non_null(strstr(rendered(report, HHP_FORMAT_HTML, NULL), ">DKK 5 til 25 % for 2 kr.</bdi>"));
}

/* From 10 thousand million kroner on an amount is printed smaller: its row fits on paper without breaking it. */
static void test_long_amounts_of_the_tables(void **state) {
  (void)state;
  const char *page = rendered(checked(MONEY("9999999999", "10000000000", "0"), 1), HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "<td class=\"n\">DKK\u00a09,999,999,999</td>"));
  assert_non_null(strstr(page, "<td class=\"n long\">DKK\u00a010,000,000,000</td>"));
}

/* 90 of a total of 100 kroner are from a party that does not count, so that 10 local kroner are the most at that total,
 * and 25 are required; beside a grant of 5 they are 32 of 127, as HP401 says. */
#define NO_ROOM                                                                                           \
  PLAN(",\"financing\":{\"grant\":{\"applied\":5},\"contributions\":[{\"parties\":[\"k\"],\"amount\":5}," \
       "{\"parties\":[\"f\"],\"amount\":90,\"counts_as_local\":\"no\"}]}")

static void test_total_cannot_stay(void **state) {
  (void)state;
  assert_verdict(NO_ROOM, "bad", 27,
                 "Kravet om lokal medfinansiering er ikke opfyldt: der mangler 27 kr. ved uændret tilskud. Ved uændret "
                 "samlet budget kan det ikke opfyldes.",
                 "The requirement for local co-financing is not met: DKK 27 is missing at the same grant. At the same "
                 "total it cannot be met.");
  hhp_report *report = checked(NO_ROOM, 0);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "Short by, at the same total</th><td class=\"n\">cannot be met</td>"));
  assert_non_null(strstr(page, "Short by, at the same grant</th><td class=\"n\">DKK\u00a027</td>"));
  assert_null(strstr(page, "Missing DKK\u00a020")); /* in the text of the bar */
  assert_non_null(
      strstr(rendered(report, HHP_FORMAT_MARKDOWN, NULL), "| Short by, at the same total | cannot be met |"));
}

/* A third of 30,000,000 is stated, but one contribution is not: nothing is missing for certain. */
static void test_enough_is_stated(void **state) {
  (void)state;
  hhp_report *report = checked(PLAN(",\"financing\":{\"grant\":{\"applied\":30000000},\"contributions\":"
                                    "[{\"parties\":[\"k\"],\"amount\":10000000},{\"parties\":[\"f\"]}]}"),
                               0);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "Required, at least DKK\u00a010,000,000"));
  assert_null(strstr(page, "Missing"));
}

/* --- The plan that a report keeps --- */

static void test_kept_plan(void **state) {
  (void)state;
  hhp_report *report = checked(MONEY("1", "1", "2"), 1);
  assert_string_equal(hhp_plan_id(hhp_report_plan(report)), "p");
  assert_int_equal(hhp_check("{", 1, NULL, report), HHP_OK); /* releases it */
  assert_null(hhp_report_plan(report));

  report = checked(MONEY("1", "1", "2"), 0);
  assert_null(hhp_report_plan(report));

  report = checked("{\"format\":\"helhedsplan/1\"}", 1); /* incomplete: its figures could mislead */
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_null(hhp_report_plan(report));
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_new(&plan), HHP_OK);
  assert_int_equal(hhp_report_set_plan(report, plan), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_set_plan(report, NULL), HHP_OK);
  assert_int_equal(hhp_report_set_plan(NULL, plan), HHP_ERR_ARGUMENT);
  assert_null(hhp_report_plan(NULL));
  hhp_plan_free(plan);
  assert_int_equal(hhp_check_options_set_keep_plan(NULL, 1), HHP_ERR_ARGUMENT);
}

static void test_set_plan(void **state) {
  (void)state;
  static const char json[] = MONEY("35000000", "11000000", "46000000");
  hhp_plan *plan = NULL;
  hhp_report *report = new_report(), *kept = checked(json, 1);
  assert_int_equal(hhp_plan_parse(&plan, json, strlen(json), NULL), HHP_OK);
  assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
  assert_null(hhp_report_plan(report));
  assert_null(strstr(rendered(report, HHP_FORMAT_HTML, NULL), "id=\"p1-money\""));
  assert_int_equal(hhp_report_set_plan(report, plan), HHP_OK);
  assert_ptr_equal(hhp_report_plan(report), plan);
  assert_int_equal(hhp_report_set_plan(report, plan), HHP_OK);
  assert_non_null(strstr(rendered(report, HHP_FORMAT_HTML, NULL), "id=\"p1-money\""));
  assert_int_equal(hhp_report_set_plan(kept, plan), HHP_OK); /* releases its own */
  assert_ptr_equal(hhp_report_plan(kept), plan);
  hhp_plan_free(plan);
}

/* --- The page --- */

/* The worst first: by whether it can be checked at all, by what is missing, by errors and by warnings. */
static void test_order_of_plans(void **state) {
  (void)state;
  hhp_report *fine = checked(MONEY("3", "1", "4"), 0), *fails = checked(MONEY("35000000", "11000000", "46000000"), 0);
  hhp_report *fails_by_more = checked(MONEY("35000000", "1000000", "46000000"), 0), *broken = checked("{", 0);
  hhp_report *lost = new_report();
  assert_int_equal(hhp_report_set_unreadable(lost, HHP_ERR_NO_FILE), HHP_OK);
  hhp_report *same = checked(MONEY("3", "1", "4"), 0); /* as the first: in the order given */
  hhp_report *one_error =
      checked(ENOUGH(",\"goals\":[{\"id\":\"g\",\"title\":\"G\"}],\"municipality_code\":\"999\""), 0);
  hhp_report *two_warnings = checked(ENOUGH(",\"municipality_code\":\"999\""), 0);
  assert_int_equal(hhp_report_error_count(one_error) + 1, hhp_report_error_count(fine));
  assert_int_equal(hhp_report_error_count(two_warnings), hhp_report_error_count(fine));
  assert_int_equal(hhp_report_warning_count(two_warnings), hhp_report_warning_count(fine) + 1);
  const hhp_report *const reports[] = {fine, fails, fails_by_more, broken, lost, same, one_error, two_warnings};
  static const char *const paths[] = {"fine", "fails", "more", "broken", "lost", "same", "one_error", "warnings"};
  static const char *const expected[] = {"lost", "broken", "more", "fails", "warnings", "fine", "same", "one_error"};
  for (size_t i = 0; i < COUNT_OF(reports); i++)
    assert_int_equal(hhp_report_set_path((hhp_report *)(uintptr_t)reports[i], paths[i]), HHP_OK);
  char *page = NULL;
  assert_int_equal(hhp_reports_render(reports, COUNT_OF(reports), HHP_FORMAT_HTML, NULL, &page, NULL), HHP_OK);
  static const char *const numbers[] = {"5", "4", "3", "2",
                                        "8", "1", "6", "7"}; /* of the reports, in the order given */
  const char *at = strstr(page, "<article class=\"plan\" data-report=\"");
  for (size_t i = 0; i < COUNT_OF(expected); i++) { /* in each section the path, as fact or title, comes first */
    assert_non_null(at);
    at += strlen("<article class=\"plan\" data-report=\"");
    assert_memory_equal(at, numbers[i], 1);
    const char *next = strstr(at + 1, "<article class=\"plan\" data-report=\""), *found = strstr(at, expected[i]);
    assert_non_null(found);
    assert_true(next == NULL || found < next);
    at = next;
  }
  hhp_free(page);
}

/* Of the findings of a rule, ten are shown, ninety are folded, and the others are counted. */
static void test_many_findings_of_a_rule(void **state) {
  (void)state;
  static const struct {
    int findings;
    const char *folded, *left_out;
  } cases[] = {{10, NULL, NULL}, {11, "1", NULL}, {100, "90", NULL}, {101, "90", "1"}, {1334, "90", "1.234"}};
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_DA), HHP_OK);
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *members = "'q0': 1";
    for (int k = 1; k < cases[i].findings; k++)
      members = text_of("%s, 'q%d': 1", members, k);
    const char *page = rendered(check_text(quoted(text_of("{%s}", members))), HHP_FORMAT_HTML, options);
    const char *folded = strstr(page, "Vis flere: "),
               *left_out = strstr(page, "Flere bemærkninger af samme slags, som ikke er vist: ");
    assert_int_equal(folded != NULL, cases[i].folded != NULL);
    if (folded != NULL)
      assert_memory_equal(folded + strlen("Vis flere: "), text_of("%s<", cases[i].folded), strlen(cases[i].folded) + 1);
    assert_int_equal(left_out != NULL, cases[i].left_out != NULL);
    if (left_out != NULL)
      assert_memory_equal(strchr(left_out, ':') + 2, text_of("%s.<", cases[i].left_out), strlen(cases[i].left_out) + 2);
  }
}

/* A plan in memory has no path, and an incomplete report no title: its row has a link all the same. */
static void test_overview_of_nameless_plans(void **state) {
  (void)state;
  hhp_report *const reports[] = {checked("{", 0), checked("{", 0)};
  char *page = NULL;
  assert_int_equal(
      hhp_reports_render((const hhp_report *const *)reports, COUNT_OF(reports), HHP_FORMAT_HTML, NULL, &page, NULL),
      HHP_OK);
  assert_non_null(strstr(page, "<a href=\"#p1-plan\">Plan</a>"));
  assert_non_null(strstr(page, "<a href=\"#p2-plan\">Plan</a>"));
  hhp_free(page);
}

/* An empty page, too, is a page. */
static void test_no_reports(void **state) {
  (void)state;
  char *page = NULL;
  assert_int_equal(hhp_reports_render(NULL, 0, HHP_FORMAT_HTML, NULL, &page, NULL), HHP_OK);
  assert_int_equal(strncmp(page, "<!DOCTYPE html>\n", 16), 0);
  assert_non_null(strstr(page, "</html>\n"));
  hhp_free(page);
}

static void test_money_not_stated(void **state) {
  (void)state;
  hhp_report *report = checked(PLAN(",\"financing\":{\"frame\":20000000}"), 1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "DKK\u00a05,000,000")); /* a quarter of the frame */
  assert_null(strstr(page, "DKK\u00a00"));
  assert_null(strstr(page, "100\u00a0%")); /* nor with decimals */
  assert_null(strstr(page, "100.00\u00a0%"));
  assert_non_null(strstr(page, "Up to the budget ceiling DKK\u00a015,000,000")); /* the total may be lower */
  assert_null(strstr(page, "Not stated"));
}

/* Amounts of 0 kroner are no bar, which would have no length to divide. */
static void test_no_bar_of_nothing(void **state) {
  (void)state;
  assert_null(strstr(rendered(checked(MONEY("0", "0", "0"), 1), HHP_FORMAT_HTML, NULL), "<svg"));
  const char *page = rendered(checked(MONEY("0", "1", "1"), 0), HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "<rect class=\"local\" "));
  assert_non_null(strstr(page, "<text class=\"frame\" "));
}

/* A period is shown by its dates if it has both, and by its label otherwise. */
static void test_period_of_the_heading(void **state) {
  (void)state;
  static const struct {
    const char *dates, *shown;
  } cases[] = {{"", "2021-2024"},
               {",\"start\":\"2021\"", "2021-2024"},
               {",\"end\":\"2024\"", "2021-2024"},
               {",\"start\":\"2021\",\"end\":\"2024\"", "2021 – 2024"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = checked(text_of(PLAN(",\"period\":{\"label\":\"2021-2024\"%s}"), cases[i].dates), 1);
    assert_non_null(
        strstr(rendered(report, HHP_FORMAT_HTML, NULL), text_of("<dt>Period</dt><dd>%s</dd>", cases[i].shown)));
  }
}

/* Of two number signs the first is escaped, and as wide as its escape: a label ends before it. */
static void test_labels_with_number_signs(void **state) {
  (void)state;
  const char *name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
  hhp_report *report =
      checked(text_of("{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"T\",\"status\":\"draft\",\"scheme\":"
                      "\"lbf-2015-2018\",\"area\":\"A\",\"parties\":[{\"id\":\"k\",\"name\":\"%s##\",\"kind\":"
                      "\"municipality\"}],\"financing\":{\"grant\":{\"applied\":3},\"contributions\":[{\"parties\":"
                      "[\"k\"],\"amount\":1}]}}",
                      name),
              1);
  assert_int_equal(strlen(name), 39);
  assert_non_null(strstr(rendered(report, HHP_FORMAT_HTML, NULL), text_of(">%s…</text>", name)));
}

/* A party of which one amount is stated and another is not has no sum, but it is not without amounts. */
static void test_party_partly_stated(void **state) {
  (void)state;
  hhp_report *report =
      checked(PLAN(",\"financing\":{\"grant\":{\"applied\":3000000},\"contributions\":[{\"parties\":[\"k\"],"
                   "\"amount\":600000},{\"parties\":[\"k\"]}]}"),
              1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, ">not all amounts are stated</text>"));
  assert_null(strstr(page, ">not stated</text>"));
}

/* Of open co-financing, what others give is a figure from the first krone. */
static void test_third_parties_of_open_money(void **state) {
  (void)state;
  static const struct {
    const char *amount;
    int is_shown;
  } cases[] = {{"0", 0}, {"1", 1}, {"2", 1}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = checked(text_of(PLAN(",\"financing\":{\"contributions\":[{\"parties\":[\"f\"],\"amount\":%s,"
                                              "\"counts_as_local\":\"no\"}]}"),
                                         cases[i].amount),
                                 1);
    int is_shown = strstr(rendered(report, HHP_FORMAT_HTML, NULL),
                          text_of("Third parties, stated</th><td class=\"n\">DKK\u00a0%s<", cases[i].amount)) != NULL;
    assert_int_equal(is_shown, cases[i].is_shown);
  }
}

/* Of 1,000,000 kroner a fifth is local: at 67.5 % of the width for all, where 13 characters of 2.5 % follow. */
static void test_bar_of_a_party_that_is_partly_local(void **state) {
  (void)state;
  hhp_report *report = checked(PLAN(",\"financing\":{\"contributions\":[{\"parties\":[\"k\"],\"amount\":200000},"
                                    "{\"parties\":[\"k\"],\"amount\":800000,\"counts_as_local\":\"no\"}]}"),
                               1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "<rect class=\"local\" x=\"0%\" y=\"20\" width=\"13.5%\" "));
  assert_non_null(strstr(page, "<rect class=\"other\" x=\"13.5%\" y=\"20\" width=\"54%\" "));
}

/* A contribution whose amount is not stated is no line of the budget. */
static void test_budget_has_no_bar_of_a_missing_contribution(void **state) {
  (void)state;
  hhp_report *report = checked(
      PLAN(",\"financing\":{\"grant\":{\"applied\":3000000},\"contributions\":[{\"parties\":[\"k\"],\"year\":2019}],"
           "\"budget\":[{\"category\":\"staff\",\"year\":2016,\"party\":\"k\",\"amount\":600000}]}"),
      1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "2016: DKK\u00a0600,000"));
  assert_null(strstr(page, "2019: DKK\u00a00"));
  assert_non_null(strstr(page, "<th scope=\"row\">2019</th>")); /* the table has all rows */
}

/* Only a plain code of a language that is not the page's becomes an attribute; a code is text of the plan, too. */
static void test_language_of_the_plan(void **state) {
  (void)state;
  static const struct {
    const char *plan, *element;
  } rows[] = {{"da", "<bdi lang=\"da\">"},
              {"fao", "<bdi lang=\"fao\">"},
              {"en", "<bdi>"},
              {"x", "<bdi>"},
              {"Da", "<bdi>"},
              {"'x'", "<bdi>"},
              {"da-DK", "<bdi>"},
              {"1", "<bdi>"}};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    char json[600];
    snprintf(json, sizeof(json), PLAN(",\"language\":\"%s\""), rows[i].plan);
    hhp_report *report = checked(json, 1);
    const char *title = strstr(rendered(report, HHP_FORMAT_HTML, NULL), "<bdi");
    assert_non_null(title);
    assert_int_equal(strncmp(title, rows[i].element, strlen(rows[i].element)), 0);
  }
}

/* --- Indicators --- */

#define INDICATOR(periods)                                                                          \
  PLAN(",\"goals\":[{\"id\":\"g\",\"title\":\"G\"}],\"indicators\":[{\"id\":\"i\",\"title\":\"I\"," \
       "\"goal\":\"g\",\"measure\":\"unit\",\"baseline\":{\"year\":2020,\"value\":\"1\"},\"periods\":[" periods "]}]")

static void assert_shown(const char *json, const char *one, const char *other) {
  hhp_report *report = checked(json, 1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, one));
  assert_non_null(strstr(page, other));
}

/* "Latest" is by date, whatever the order in the plan; the picture and the table have the order of time too. */
static void test_periods_in_any_order(void **state) {
  (void)state;
  assert_shown(
      INDICATOR("{\"start\":\"2023\",\"end\":\"2024\",\"target\":\"7\",\"actual\":\"8\"},"
                "{\"start\":\"2021\",\"end\":\"2022\",\"target\":\"3\",\"actual\":\"4\"}"),
      "Baseline 1, latest target 7, latest result 8.",
      "<tbody>\n<tr><th scope=\"row\">2021 – 2022</th><td class=\"n\">3</td><td class=\"n\">4</td></tr>\n<tr>");
  assert_shown(INDICATOR("{\"start\":\"2024\",\"end\":\"2024\",\"target\":\"7\"},"
                         "{\"start\":\"2021\",\"end\":\"2021\",\"target\":\"3\",\"actual\":\"4\"}"),
               "Baseline 1, latest target 7, latest result 4.", "2021 – 2021");
  /* by its first day where the last is not stated; without any day of one, there is no order of time */
  assert_shown(INDICATOR("{\"start\":\"2024\",\"target\":\"7\",\"actual\":\"8\"},"
                         "{\"start\":\"2021\",\"target\":\"3\",\"actual\":\"4\"}"),
               "Baseline 1, latest target 7, latest result 8.", "<tbody>\n<tr><th scope=\"row\">2021 – –</th>");
  const char *page =
      rendered(checked(PLAN(",\"indicators\":[{\"id\":\"i\",\"title\":\"I\",\"baseline\":{\"value\":\"5\"},"
                            "\"periods\":[{\"start\":\"2021\",\"target\":\"6\"}]}]"),
                       1),
               HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, ">5</text>"));
  assert_null(strstr(page, ">0</text>")); /* a baseline without a year */
  assert_shown(INDICATOR("{\"start\":\"2024\",\"target\":\"7\"},{\"start\":\"2021\",\"target\":\"3\"}"), ">2024</text>",
               ">2021</text>");
  assert_shown(INDICATOR("{\"start\":\"2024\",\"target\":\"7\",\"actual\":\"8\"},{\"target\":\"3\",\"actual\":\"4\"}"),
               "Baseline 1, latest target 3, latest result 4.", "<tbody>\n<tr><th scope=\"row\">2024 – –</th>");
}

/* 30 months, of which the last is the latest although only the first 24 are shown, in whichever order the plan has
 * them. */
static void test_more_periods_than_shown(void **state) {
  (void)state;
  enum { IN_ORDER, REVERSED, FIRST_AT_THE_END };
  for (int order = IN_ORDER; order <= FIRST_AT_THE_END; order++) {
    const char *periods = "";
    for (int i = 0; i < 30; i++) {
      int month = order == IN_ORDER ? i : order == REVERSED ? 29 - i : (i + 1) % 30;
      periods = text_of("%s%s{\"start\":\"%d-%02d\",\"end\":\"%d-%02d\",\"target\":\"%d\",\"actual\":\"%d\"}", periods,
                        i > 0 ? "," : "", 2021 + month / 12, month % 12 + 1, 2021 + month / 12, month % 12 + 1,
                        100 + month, 200 + month);
    }
    const char *json = text_of(INDICATOR("%s"), periods);
    assert_shown(json, "Baseline 1, latest target 129, latest result 229.", "Periods not shown: 6.");
    assert_shown(json, "<tbody>\n<tr><th scope=\"row\">January 2021 – January 2021</th><td class=\"n\">100</td>",
                 "</th><td class=\"n\">123</td><td class=\"n\">223</td></tr>\n</tbody>");
  }
}

/* --- Goals and focus areas --- */

/* The activity is in C, and thereby in A and B too, which are cross-cutting. */
static void test_cross_cutting_areas(void **state) {
  (void)state;
  assert_shown(
      PLAN(",\"goals\":[{\"id\":\"g\",\"title\":\"G\"}],\"activities\":"
           "[{\"id\":\"t\",\"title\":\"T\",\"goals\":[\"g\"],\"focus_areas\":[\"c\"]}],\"focus_areas\":"
           "[{\"id\":\"a\",\"code\":\"a\",\"title\":\"X\",\"cross_cutting\":true},"
           "{\"id\":\"b\",\"code\":\"b\",\"title\":\"Y\",\"cross_cutting\":true},"
           "{\"id\":\"c\",\"code\":\"c\",\"title\":\"Z\"}]"),
      "Y</bdi> (cross-cutting)</li>",
      "<td class=\"c t1\">1</td><td class=\"c t1\">1</td><td class=\"c t1\">1</td><td class=\"c sum\">1</td></tr>");
}

/* The table is of what supports the goals: without activities and work areas there is none. */
static void test_goals_without_support(void **state) {
  (void)state;
#define GOAL ",\"goals\":[{\"id\":\"g\",\"title\":\"G\"}]"
  static const struct {
    const char *json;
    int has_table;
  } cases[] = {{PLAN(GOAL), 0},
               {PLAN(GOAL ",\"activities\":[{\"id\":\"t\",\"title\":\"T\"}]"), 1},
               {PLAN(GOAL ",\"work_areas\":[{\"id\":\"w\",\"title\":\"W\"}]"), 1},
               {PLAN(",\"activities\":[{\"id\":\"t\",\"title\":\"T\"}]"), 0}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *page = rendered(checked(cases[i].json, 1), HHP_FORMAT_HTML, NULL);
    assert_int_equal(strstr(page, "id=\"p1-goals\"") != NULL, cases[i].has_table);
    int has_work_area = strstr(cases[i].json, "work_areas") != NULL;
    assert_int_equal(strstr(page, "<b>WA</b>") != NULL, has_work_area);
    assert_int_equal(strstr(page, "<th scope=\"col\" class=\"c\">WA") != NULL, has_work_area);
    assert_int_equal(strstr(page, "<td class=\"c sum\">0</td><td class=\"c t0\">0</td></tr>") != NULL, has_work_area);
  }
}

/* More activities of a goal are a darker cell: none, one, two or three, four and more. */
static void test_tints_of_counts(void **state) {
  (void)state;
  static const char *const cells[] = {"t0\">0", "t1\">1", "t2\">2", "t2\">3", "t3\">4", "t3\">5"};
  for (int count = 0; count < (int)COUNT_OF(cells); count++) {
    const char *activities = "{\"id\":\"other\",\"title\":\"O\"}";
    for (int i = 0; i < count; i++)
      activities =
          text_of("%s,{\"id\":\"a%d\",\"title\":\"A\",\"goals\":[\"g\"],\"focus_areas\":[\"x\"]}", activities, i);
    assert_shown(
        text_of(PLAN(",\"goals\":[{\"id\":\"g\",\"title\":\"G\"}],\"focus_areas\":[{\"id\":\"x\",\"code\":\"x\","
                     "\"title\":\"F\"}],\"activities\":[%s]"),
                activities),
        text_of("<td class=\"c %s</td>", cells[count]), text_of("<td class=\"c sum\">%d</td>", count));
  }
}

/* --- The time line --- */

/* An activity of a day, in a plan of forty years, is a line that can be seen, whichever day it is. */
static void test_short_activities_are_seen(void **state) {
  (void)state;
  const char *activities = "";
  for (int day = 1; day <= 9; day++)
    activities = text_of("%s%s{\"id\":\"a%d\",\"title\":\"A\",\"start\":\"2020-01-0%d\",\"end\":\"2020-01-0%d\"}",
                         activities, day == 1 ? "" : ",", day, day, day);
  hhp_report *report = checked(
      text_of(PLAN(",\"period\":{\"start\":\"2000-01-01\",\"end\":\"2039-12-31\"},\"activities\":[%s]"), activities),
      1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  size_t bars = 0;
  for (const char *bar = page; (bar = strstr(bar, "<rect class=\"activity\"")) != NULL; bar++, bars++)
    assert_null(strstr(text_of("%.80s", bar), "width=\"0%\""));
  assert_int_equal(bars, 9);
}

static void test_more_milestones_than_drawn(void **state) {
  (void)state;
  char milestones[9000] = "", json[10000];
  for (int i = 0; i < 203; i++) { /* of which one is in 1990 */
    char one[60];
    snprintf(one, sizeof(one), "%s{\"id\":\"m%d\",\"title\":\"M\",\"due\":\"%d\"}", i > 0 ? "," : "", i,
             i == 202 ? 1990 : 2022);
    strcat(milestones, one);
  }
  snprintf(json, sizeof(json), PLAN(",\"period\":{\"start\":\"2021\",\"end\":\"2024\"},\"milestones\":[%s]"),
           milestones);
  assert_shown(json, "Milestones and annual reports not drawn, since there are too many: 2.",
               "Dates wholly or partly outside of what is shown: 1.");
}

/* A period that ends before it starts has no bar, which would be at a date of no meaning. */
static void test_reversed_period(void **state) {
  (void)state;
  hhp_report *report =
      checked(PLAN(",\"period\":{\"start\":\"2024-12-31\",\"end\":\"2021-01-01\"},\"milestones\":"
                   "[{\"id\":\"m\",\"title\":\"M\",\"due\":\"2022\"},{\"id\":\"n\",\"title\":\"N\",\"due\":\"2023\"}]"),
              1);
  const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
  assert_non_null(strstr(page, "class=\"due\""));
  assert_null(strstr(page, "class=\"period\""));
}

/* --- Labels --- */

/* A label of 40 columns fits a narrow screen. A line break is written as five characters and U+202E as eight, which a
 * label has to have space for: 4 * (5 + 1) + 8 + 8 = 40. */
static void test_labels_with_escapes(void **state) {
  (void)state;
  hhp__buffer out = {0};
  hhp__page page = {.out = &out, .lang = HHP_LANG_EN};
  hhp__svg_label(&page, "label", 14, "\na\na\na\na\xe2\x80\xaeicdefghi");
  assert_non_null(strstr(out.text, "\"all\""));
  hhp__buffer_free(&out);
  hhp__svg_label(&page, "label", 14, "\na\na\na\na\xe2\x80\xaeicdefghij");
  assert_non_null(strstr(out.text, "\\u{202e}icdefghi…"));
  hhp__buffer_free(&out);
}

/* Of 40 columns, a capital letter takes one and a half, W and M two. */
static void test_labels_of_capitals(void **state) {
  (void)state;
  static const struct {
    char letter;
    size_t fit;
  } cases[] = {{'a', 40}, {'z', 40}, {'@', 40}, {'[', 40}, {'A', 26}, {'Z', 26}, {'M', 20}, {'W', 20}, {'L', 26}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    for (size_t more = 0; more < 2; more++) {
      char label[50] = "";
      hhp__buffer out = {0};
      hhp__page page = {.out = &out, .lang = HHP_LANG_EN};
      memset(label, cases[i].letter, cases[i].fit + more);
      hhp__svg_label(&page, "label", 14, label);
      int fits = strstr(out.text, "\"all\"") != NULL;
      hhp__buffer_free(&out);
      assert_int_equal(fits, more == 0);
    }
  }
}

/* One date, or only the first of an activity, is a date, but no length of time to draw. */
static void test_too_few_dates(void **state) {
  (void)state;
  static const char *const plans[] = {PLAN(",\"activities\":[{\"id\":\"t\",\"title\":\"T\",\"start\":\"2024-01-01\"}]"),
                                      PLAN(",\"milestones\":[{\"id\":\"m\",\"title\":\"M\",\"due\":\"2024-02-01\"}]"),
                                      PLAN(",\"activities\":[{\"id\":\"t\",\"title\":\"T\"}]")};
  for (size_t i = 0; i < COUNT_OF(plans); i++)
    assert_shown(plans[i], "<p class=\"note\">The time line cannot be drawn, since dates are missing.</p>",
                 "Show as a table: Time line");
}

/* Of a long line, the 120 bytes before the place are shown, from the first of them. */
static void test_excerpt_of_a_long_line(void **state) {
  (void)state;
  hhp_report *report = checked(PLAN(",\"unknown\":\"%s\""), 1);
  assert_non_null(strstr(rendered(report, HHP_FORMAT_HTML, NULL),
                         "<pre><code>…2015-2018&quot;,&quot;area&quot;:&quot;A&quot;,&quot;parties&quot;:"));
}

/* Titles are cut by characters, of whatever length in bytes, and say so. */
static void test_long_titles(void **state) {
  (void)state;
  static const char *const letters[] = {"a", "\xc3\xa6", "\xe2\x98\x83", "\xf0\x9f\x8f\xa0"};
  for (size_t i = 0; i < COUNT_OF(letters); i++) {
    char title[1200] = "", plan[1400], heading[1200] = "\n### ", *page = NULL;
    for (int j = 0; j < 250; j++) {
      strcat(title, letters[i]);
      if (j < 200)
        strcat(heading, letters[i]);
    }
    strcat(heading, "…\n");
    snprintf(plan, sizeof(plan),
             "{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"%s\",\"status\":\"draft\",\"area\":\"A\","
             "\"scheme\":\"lbf-2015-2018\"}",
             title);
    hhp_report *report = checked(plan, 0);
    assert_int_equal(hhp_report_render(report, HHP_FORMAT_MARKDOWN, NULL, &page, NULL), HHP_OK);
    assert_non_null(strstr(page, heading));
    hhp_free(page);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_verdicts),
      TEST(test_one_krone_is_missing),
      TEST(test_points_begin_at_one_krone),
      TEST(test_missing_money_has_a_key),
      TEST(test_labels_are_within_the_picture),
      TEST(test_amounts_are_not_broken),
      TEST(test_long_amounts_of_the_tables),
      TEST(test_enough_is_stated),
      TEST(test_kept_plan),
      TEST(test_set_plan),
      TEST(test_order_of_plans),
      TEST(test_many_findings_of_a_rule),
      TEST(test_no_reports),
      TEST(test_period_of_the_heading),
      TEST(test_labels_with_number_signs),
      TEST(test_overview_of_nameless_plans),
      TEST(test_money_not_stated),
      TEST(test_total_cannot_stay),
      TEST(test_language_of_the_plan),
      TEST(test_periods_in_any_order),
      TEST(test_more_periods_than_shown),
      TEST(test_cross_cutting_areas),
      TEST(test_goals_without_support),
      TEST(test_tints_of_counts),
      TEST(test_labels_with_escapes),
      TEST(test_labels_of_capitals),
      TEST(test_short_activities_are_seen),
      TEST(test_more_milestones_than_drawn),
      TEST(test_reversed_period),
      TEST(test_too_few_dates),
      TEST(test_long_titles),
      TEST(test_excerpt_of_a_long_line),
      TEST(test_no_bar_of_nothing),
      TEST(test_party_partly_stated),
      TEST(test_third_parties_of_open_money),
      TEST(test_bar_of_a_party_that_is_partly_local),
      TEST(test_budget_has_no_bar_of_a_missing_contribution),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
