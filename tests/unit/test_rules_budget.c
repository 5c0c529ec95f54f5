/* HP411 and HP412: the boundary of each rule about budget lines, to the krone and year, and when it must not be
 * reported. */
#include <string.h>

#include "unit/financed.h"

/* --- HP411: the budget --- */

static const char *line(const char *party, int64_t amount) {
  return text_of("{'category': 'staff', 'year': 2016, 'party': '%s', 'amount': %lld}", party, (long long)amount);
}

static hhp_report *check_budget(const char *money, const char *lines) {
  return check_at(HHP_STAGE_PREQUAL, financed(text_of("%s, 'budget': [%s]", money, lines)));
}

#define GRANT_OF_LBF \
  "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"

static void hp411_decides_by_one_krone(void **state) {
  (void)state;
  assert_none(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  assert_none(check_budget(GRANT_OF_LBF, text_of("%s, %s, %s", line("lbf", 70), line("kommune", 25), line("lbf", 5))),
              "HP411");
  const hhp_finding *f =
      only(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 24))), "HP411");
  assert_int_equal(hhp_finding_number(f, "required"), 25);
  assert_int_equal(hhp_finding_number(f, "actual"), 24);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
  assert_string_equal(text_argument(f, "party"), "Kommune");
  assert_string_equal(hhp_finding_pointer(f), "/financing/budget");
  static const char *const related[] = {"/parties/0"};
  assert_related(f, related, 1);
  assert_int_equal(
      hhp_finding_number(
          only(check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 75), line("kommune", 26))), "HP411"),
          "difference"),
      1);
}

static void hp411_reports_each_party(void **state) {
  (void)state;
  hhp_report *report = check_budget(GRANT_OF_LBF, text_of("%s, %s", line("lbf", 70), line("bolig", 30)));
  assert_int_equal(count_of(report, "HP411"),
                   3); /* the municipality contributes 25 and pays nothing, bolig the reverse */
  report = check_budget(GRANT_OF_LBF, line("lbf", 75));
  assert_string_equal(text_argument(only(report, "HP411"), "party"), "Kommune");
}

static void hp411_takes_joint_parties_together(void **state) {
  (void)state;
  const char *money = "'grant': {'party': 'lbf', 'awarded': 60}, 'contributions': [{'parties': ['kommune', 'bolig'], "
                      "'amount': 30}, {'parties': "
                      "['bolig', 'fond'], 'amount': 10}]";
  assert_none(check_budget(money, text_of("%s, %s, %s, %s", line("lbf", 60), line("kommune", 27), line("fond", 3),
                                          line("bolig", 10))),
              "HP411");
  const hhp_finding *f = only(check_budget(money, text_of("%s, %s", line("lbf", 60), line("kommune", 39))), "HP411");
  assert_int_equal(hhp_finding_number(f, "parties"), 3);
  assert_int_equal(hhp_finding_number(f, "required"), 40);
  assert_int_equal(hhp_finding_number(f, "actual"), 39);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "According to the budget, the 3 parties “Kommune + Bolig + Fond”, which contribute jointly, pay "
                      "DKK 39, but their contributions are DKK 40; the difference is DKK 1.");
  assert_string_equal(text_argument(f, "party"), "Kommune + Bolig + Fond"); /* and not the first alone */
  static const char *const related[] = {"/parties/0", "/parties/1", "/parties/2"};
  assert_related(f, related, 3);
}

/* The findings on single parties of a group, as "party actual/required;" in their order. */
static const char *shares(const char *money, const char *lines) {
  hhp_report *report = check_budget(money, lines);
  const char *found = "";
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (strcmp(hhp_finding_rule(f), "HP411") != 0)
      continue;
    found = text_of("%s%s %lld/%lld;", found, text_argument(f, "party"), (long long)hhp_finding_number(f, "actual"),
                    (long long)hhp_finding_number(f, "required"));
  }
  return found;
}

/* A group that matches as a whole may still have a party that pays less than it gives alone, or more than it can
 * give. */
static void hp411_holds_each_party_of_a_group_to_what_it_may_give(void **state) {
  (void)state;
  const char *money = "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': "
                      "20}, {'parties': ['kommune', 'bolig', 'kommune'], 'amount': 5}]";
  const char *joint_first = "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune', "
                            "'bolig', 'kommune'], 'amount': 5}, {'parties': ['kommune'], 'amount': 20}]";
  static const struct {
    int of_kommune, of_bolig;
    const char *found;
  } cases[] = {
      {20, 5, ""},
      {25, 0, ""},
      {22, 3, ""},
      {19, 6, "Kommune 19/20;Bolig 6/5;"},
      {26, 0, "Kommune + Bolig 26/25;"}, /* of the group, and not once more of the party */
      {0, 25, "Kommune 0/20;Bolig 25/5;"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *lines =
        text_of("%s, %s, %s", line("lbf", 75), line("kommune", cases[i].of_kommune), line("bolig", cases[i].of_bolig));
    assert_string_equal(shares(money, lines), cases[i].found);
    assert_string_equal(shares(joint_first, lines), cases[i].found);
  }
}

/* What is not known makes no mismatch: an amount that is not stated, or who of a group pays the grant. */
static void hp411_holds_a_party_of_a_group_only_to_what_is_known(void **state) {
  (void)state;
  const char *lines = text_of("%s, %s", line("kommune", 19), line("bolig", 1000));
  assert_string_equal(shares("'grant': {'party': 'lbf', 'awarded': 0}, 'contributions': [{'parties': ['kommune'], "
                             "'amount': 20}, {'parties': ['kommune', 'bolig']}]",
                             lines),
                      "Kommune 19/20;");
  const char *joint = "'grant': {%s'awarded': 75}, 'contributions': [{'parties': ['kommune', 'lbf'], 'amount': 25}]";
  assert_string_equal(shares(text_of(joint, ""), line("lbf", 100)), "");
  assert_string_equal(shares(text_of(joint, ""), line("kommune", 100)), "");
  assert_string_equal(shares(text_of(joint, "'party': 'lbf', "), line("lbf", 100)), "");
  lines = text_of("%s, %s", line("kommune", 26), line("lbf", 74));
  assert_string_equal(shares(text_of(joint, "'party': 'lbf', "), lines), "Kommune 26/25;LBF 74/75;");
}

/* A may pay all of the 25 that it gives with B, and all of a grant of 75 whose party is not stated. */
static void hp411_allows_each_of_a_group_the_grant(void **state) {
  (void)state;
  static const char plan[] =
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': 'other'}, "
      "{'id': 'c', 'name': 'C', 'kind': 'other'}], 'financing': {'grant': {'awarded': 75}, 'contributions': "
      "[{'parties': ['a', 'b'], 'amount': 25}, {'parties': ['b', 'c'], 'amount': 10}], 'budget': [%s, %s]}";
  hhp_report *report = check_at(HHP_STAGE_PREQUAL, plan_text(plan, line("a", 100), line("c", 9)));
  assert_int_equal(hhp_finding_number(only(report, "HP411"), "actual"), 109); /* the total alone is wrong */
  report = check_at(HHP_STAGE_PREQUAL, plan_text(plan, line("a", 101), line("c", 8)));
  const hhp_finding *f = nth(report, "HP411", 0);
  assert_string_equal(text_argument(f, "party"), "A");
  assert_int_equal(hhp_finding_number(f, "actual"), 101);
  assert_int_equal(hhp_finding_number(f, "required"), 100);
}

#define GRANT_OF_NOBODY "'grant': {'awarded': 75}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]"

/* The party of the grant may be omitted: if the plan has the fund, it is the fund. */
static void hp411_takes_the_fund_for_the_granter(void **state) {
  (void)state;
  assert_none(check_budget(GRANT_OF_NOBODY, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  const hhp_finding *f =
      only(check_budget(GRANT_OF_NOBODY, text_of("%s, %s", line("lbf", 74), line("kommune", 25))), "HP411");
  assert_string_equal(text_argument(f, "party"), "LBF");
  assert_int_equal(hhp_finding_number(f, "required"), 75);
  assert_int_equal(hhp_finding_number(f, "actual"), 74);
  assert_int_equal(hhp_finding_number(f, "difference"), 1);
}

/* The fund pays what is left of the grant, in whatever order joint contributors are named before it. */
static void hp411_takes_the_fund_for_the_granter_beside_joint_contributors(void **state) {
  (void)state;
  static const char *const joint[] = {"'a', 'b'", "'b', 'a'"};
  for (size_t i = 0; i < COUNT_OF(joint); i++) {
    const char *money =
        text_of("'grant': {'awarded': 75}, 'contributions': [{'parties': [%s], 'amount': 25}]", joint[i]);
    const hhp_finding *f = only(
        check_at(
            HHP_STAGE_PREQUAL,
            plan_text("'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
                      "'other'}, {'id': 'f', 'name': 'F', 'kind': 'fund'}], 'financing': {%s, 'budget': [%s, %s]}",
                      money, line("b", 25), line("f", 74))),
        "HP411");
    assert_string_equal(text_argument(f, "party"), "F");
    assert_int_equal(hhp_finding_number(f, "required"), 75);
    assert_int_equal(hhp_finding_number(f, "actual"), 74);
  }
}

/* Of 25 kroner that two give together either may pay all, though one of them is named twice. */
static void hp411_counts_a_party_once_that_is_named_twice(void **state) {
  (void)state;
  static const char money[] = "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune', "
                              "'kommune', 'bolig'], 'amount': 25}]";
  assert_none(check_budget(money, text_of("%s, %s", line("lbf", 75), line("bolig", 25))), "HP411");
  assert_none(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  static const char own[] = "'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [{'parties': ['kommune', "
                            "'kommune'], 'amount': 20}, {'parties': ['kommune', 'bolig'], 'amount': 5}]";
  const char *rest = text_of("%s, %s", line("lbf", 75), line("bolig", 5));
  assert_string_equal(shares(own, text_of("%s, %s", rest, line("kommune", 20))), "");
  rest = text_of("%s, %s", line("lbf", 75), line("bolig", 6));
  assert_string_equal(shares(own, text_of("%s, %s", rest, line("kommune", 19))), "Kommune 19/20;Bolig 6/5;");
}

/* A budget in which the municipality pays everything does not match, although the sums do. */
static void hp411_does_not_take_the_municipality_for_the_granter_where_there_is_the_fund(void **state) {
  (void)state;
  hhp_report *report = check_budget(GRANT_OF_NOBODY, line("kommune", 100));
  assert_int_equal(count_of(report, "HP411"), 2); /* it contributes 25, and the fund pays nothing of its 75 */
}

/* Which of several funds pays is what the sums show, in whatever order the funds are; otherwise any may pay the
 * grant. */
static void hp411_takes_none_of_several_funds_by_its_place(void **state) {
  (void)state;
  static const char *const funds[] = {
      "{'id': 'f', 'name': 'F', 'kind': 'fund'}, {'id': 'g', 'name': 'G', 'kind': 'fund'}",
      "{'id': 'g', 'name': 'G', 'kind': 'fund'}, {'id': 'f', 'name': 'F', 'kind': 'fund'}"};
  static const struct {
    int of_f, of_g, required, actual; /* required 0: of G; otherwise of the total */
  } cases[] = {{75, 10, 0, 10}, {50, 24, 100, 99}, {75, 75, 100, 175}};
  for (size_t i = 0; i < COUNT_OF(cases) * COUNT_OF(funds); i++) {
    const char *parties = text_of("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, %s]", funds[i % 2]);
    const char *budget =
        text_of("%s, %s, %s", line("k", 25), line("f", cases[i / 2].of_f), line("g", cases[i / 2].of_g));
    hhp_report *report = check_at(
        HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {'grant': {'awarded': 75}, 'contributions': [{'parties': ['k'], "
                                     "'amount': 25}], 'budget': [%s]}",
                                     parties, budget));
    const hhp_finding *f = only(report, "HP411");
    assert_int_equal(hhp_finding_number(f, "required"), cases[i / 2].required);
    assert_int_equal(hhp_finding_number(f, "actual"), cases[i / 2].actual);
  }
}

/* Without the fund among the parties, the sums decide. */
static void hp411_takes_whom_the_sums_fit_where_there_is_no_fund(void **state) {
  (void)state;
  const char *parties =
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': 'other'}]";
  const char *money = "'grant': {'awarded': 75}, 'contributions': [{'parties': ['a'], 'amount': 25}]";
  assert_none(check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties, money,
                                                    line("a", 25), line("b", 75))),
              "HP411");
  hhp_report *report = check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties,
                                                             money, line("a", 25), line("b", 74)));
  const hhp_finding *f = only(report, "HP411");
  assert_int_equal(hhp_finding_number(f, "required"), 100);
  assert_int_equal(hhp_finding_number(f, "actual"), 99);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The budget lines add up to DKK 99, but the financing is DKK 100; the difference is DKK 1.");
  /* only A fits, and then B pays what it does not contribute */
  report = check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties, money,
                                                 line("a", 100), line("b", 5)));
  assert_string_equal(text_argument(only(report, "HP411"), "party"), "B");
  report = check_at(HHP_STAGE_PREQUAL, plan_text("%s, 'financing': {%s, 'budget': [%s, %s]}", parties, money,
                                                 line("a", 24), line("b", 76)));
  assert_true(count_of(report, "HP411") > 0); /* A contributes more than it pays */
}

/* The same wherever in the list of parties each of them is. */
static void hp411_does_not_depend_on_the_order_of_parties(void **state) {
  (void)state;
  static const char *const parties[] = {"{'id': 'a', 'name': 'A', 'kind': 'municipality'}",
                                        "{'id': 'b', 'name': 'B', 'kind': 'other'}",
                                        "{'id': 'f', 'name': 'F', 'kind': '%s'}"};
  static const char *const kinds[] = {"fund", "other"};
  static const char plan[] =
      "'parties': [%s, %s, %s], 'financing': {'grant': {'awarded': 75}, 'contributions': [{'parties': ['a'], "
      "'amount': 20}, {'parties': ['b'], 'amount': 5}], 'budget': [%s, %s, %s]}";
  for (size_t first = 0; first < 3; first++) {
    for (size_t k = 0; k < COUNT_OF(kinds); k++) {
      for (int64_t less = 0; less <= 1; less++) {
        const char *given[3];
        for (size_t i = 0; i < 3; i++)
          given[i] = i == 2 ? text_of(parties[i], kinds[k]) : parties[i];
        const hhp_report *report =
            check_at(HHP_STAGE_PREQUAL, plan_text(plan, given[first], given[(first + 1) % 3], given[(first + 2) % 3],
                                                  line("a", 20), line("b", 5), line("f", 75 - less)));
        assert_int_equal(count_of(report, "HP411"), less);
        if (less > 0 && k == 0) /* the fund is who lacks it; where there is none, it is not known who */
          assert_string_equal(text_argument(only(report, "HP411"), "party"), "F");
      }
    }
  }
}

/* While one contributor's amount is not stated, that party may pay anything; what the others give is known, also
 * those named after it. */
static void hp411_holds_who_states_an_amount_while_another_does_not(void **state) {
  (void)state;
  static const char *const contributions[] = {"{'parties': ['kommune'], 'amount': 25}, {'parties': ['bolig']}",
                                              "{'parties': ['bolig']}, {'parties': ['kommune'], 'amount': 25}"};
  for (size_t i = 0; i < COUNT_OF(contributions); i++) {
    for (int more = -1; more <= 1; more++) {
      const char *lines = text_of("%s, %s, %s", line("kommune", 25 + more), line("bolig", 1000), line("lbf", 75));
      hhp_report *report = check_budget(
          text_of("'grant': {'party': 'lbf', 'awarded': 75}, 'contributions': [%s]", contributions[i]), lines);
      if (more == 0) {
        assert_none(report, "HP411");
        continue;
      }
      assert_int_equal(hhp_finding_number(only(report, "HP411"), "required"), 25);
      assert_int_equal(hhp_finding_number(only(report, "HP411"), "actual"), 25 + more);
    }
  }
}

/* While an amount is not stated, any party without a contribution may still give what it pays: also the first and the
 * last. */
static void hp411_allows_who_may_still_contribute(void **state) {
  (void)state;
  static const char *const ids[] = {"kommune", "bolig", "fond", "politi", "lbf"};
  for (size_t i = 0; i < COUNT_OF(ids); i++) {
    const char *other = ids[(i + 1) % COUNT_OF(ids)], *granter = ids[(i + 2) % COUNT_OF(ids)];
    const char *lines = text_of("%s, %s, %s", line(ids[i], 25), line(other, 25), line(granter, 75));
    const char *money =
        text_of("'grant': {'party': '%s', 'awarded': 75}, 'contributions': [{'parties': ['%s']%%s}]", granter, other);
    assert_none(check_budget(text_of(money, ""), lines), "HP411");
    const hhp_finding *f = nth(check_budget(text_of(money, ", 'amount': 25"), lines), "HP411", 0);
    assert_int_equal(hhp_finding_number(f, "required"), 0);
    assert_int_equal(hhp_finding_number(f, "actual"), 25);
  }
}

/* The last of any number of parties may be who pays the grant, and no party after it. */
static void hp411_finds_the_granter_among_any_number(void **state) {
  (void)state;
  const char *parties = "{'id': 'p0', 'name': 'P 0', 'kind': 'municipality'}", *lines = line("p0", 25);
  for (int count = 2; count <= 17; count++) {
    parties = text_of("%s, {'id': 'p%d', 'name': 'P %d', 'kind': 'other'}", parties, count - 1, count - 1);
    const char *money =
        text_of("'grant': {'awarded': 75}, 'contributions': [{'parties': ['p0'], 'amount': 25}], 'budget': "
                "[%s, %s]",
                lines, line(text_of("p%d", count - 1), 75));
    assert_none(check_at(HHP_STAGE_PREQUAL, plan_text("'parties': [%s], 'financing': {%s}", parties, money)), "HP411");
  }
}

/* Where two parties may be the granter, either may pay the whole grant, and no more. */
static void hp411_allows_each_the_whole_grant_where_the_granter_is_unclear(void **state) {
  (void)state;
  const char *members =
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}, {'id': 'b', 'name': 'B', 'kind': "
      "'other'}, {'id': 'c', 'name': 'C', 'kind': 'other'}], 'financing': {'grant': {'awarded': 75}, "
      "'contributions': [{'parties': ['a'], 'amount': 25}], 'budget': [%s, %s, %s]}";
  hhp_report *report = check_at(HHP_STAGE_PREQUAL, plan_text(members, line("a", 25), line("b", 75), line("c", 75)));
  assert_int_equal(hhp_finding_number(only(report, "HP411"), "actual"), 175); /* of the total */
  report = check_at(HHP_STAGE_PREQUAL, plan_text(members, line("a", 25), line("b", 76), line("c", 76)));
  assert_int_equal(count_of(report, "HP411"), 2); /* of each; that of the total would say no more */
}

static void hp411_where_the_grant_is_not_stated(void **state) {
  (void)state;
  const char *money = "'grant': {'party': 'lbf'}, 'contributions': [{'parties': ['kommune'], 'amount': 25}]";
  assert_none(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 25))), "HP411");
  assert_string_equal(
      text_argument(only(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 24))), "HP411"),
                    "party"),
      "Kommune");
  /* only its payer may pay an amount that is not known, or anyone if the plan does not state the payer */
  assert_int_equal(
      hhp_finding_number(only(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 26))), "HP411"),
                         "difference"),
      1);
  money = "'contributions': [{'parties': ['kommune'], 'amount': 25}]";
  assert_none(check_budget(money, text_of("%s, %s", line("lbf", 75), line("kommune", 26))), "HP411");
}

static void hp411_needs_a_budget(void **state) {
  (void)state;
  assert_none(check_at(HHP_STAGE_FULL, financed(GRANT_OF_LBF)), "HP411");
}

static void hp411_grows_with_the_stage(void **state) {
  (void)state;
  assert_severities("HP411", text_of(GRANT_OF_LBF ", 'budget': [%s]", line("lbf", 75)), HHP_SEVERITY_OFF,
                    HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR);
}

/* The union of many parties, in an order that would create a long chain. */
static void hp411_joins_long_chains(void **state) {
  (void)state;
  const char *parties = "", *contributions = "", *lines = "";
  for (int i = 0; i < 60; i++) {
    parties = text_of("%s%s{'id': 'n%d', 'name': 'N', 'kind': 'municipality'}", parties, i == 0 ? "" : ", ", i);
    if (i > 0)
      contributions =
          text_of("%s%s{'parties': ['n%d', 'n%d'], 'amount': 1}", contributions, i == 1 ? "" : ", ", i, i - 1);
    lines = text_of("%s%s%s", lines, i == 0 ? "" : ", ", line(text_of("n%d", i), i == 0 ? 0 : 1));
  }
  const char *json =
      plan_text("'parties': [%s], 'financing': {'grant': {'awarded': 0}, 'contributions': [%s], 'budget': [%s]}",
                parties, contributions, lines);
  assert_none(check_at(HHP_STAGE_PREQUAL, json), "HP411");
}

/* Groups and single parties are reported in the order of the first party of each in the plan, whichever of them a
 * contribution names first. */
static void hp411_reports_in_the_order_of_the_plan(void **state) {
  (void)state;
  const char *lines = text_of("%s, %s", line("lbf", 60), line("fond", 41));
  static const char *const first[] = {"kommune", "politi"};
  for (size_t i = 0; i < 2; i++) {
    const char *money = text_of("'grant': {'party': 'lbf', 'awarded': 60}, 'contributions': [{'parties': ['%s', '%s'], "
                                "'amount': 30}, {'parties': ['bolig'], 'amount': 10}]",
                                first[i], first[1 - i]);
    hhp_report *report = check_budget(money, lines);
    assert_int_equal(count_of(report, "HP411"), 3);
    assert_string_equal(text_argument(nth(report, "HP411", 0), "party"), "Kommune + Politi");
    assert_string_equal(text_argument(nth(report, "HP411", 1), "party"), "Bolig");
    assert_string_equal(text_argument(nth(report, "HP411", 2), "party"), "Fond");
  }
}

/* Of 60 joint parties with names of 20 bytes not all names fit the message, but all parties are related to it. */
static void hp411_relates_all_of_a_large_group(void **state) {
  (void)state;
  enum { COUNT = 60 };
  const char *parties = "", *names = "";
  for (int i = 0; i < COUNT; i++) {
    parties = text_of("%s{'id': 'n%d', 'name': 'Boligforening nr. %02d', 'kind': 'other'}, ", parties, i, i);
    names = text_of("%s%s'n%d'", names, i == 0 ? "" : ", ", i);
  }
  const hhp_finding *f = only(
      check_at(
          HHP_STAGE_PREQUAL,
          plan_text("'parties': [%s{'id': 'f', 'name': 'F', 'kind': 'fund'}], 'financing': {'grant': {'party': 'f', "
                    "'awarded': 75}, 'contributions': [{'parties': [%s], 'amount': 25}], 'budget': [%s, %s]}",
                    parties, names, line("n0", 24), line("f", 75))),
      "HP411");
  assert_int_equal(hhp_finding_related_count(f), COUNT);
  assert_string_equal(hhp_finding_related_pointer(f, COUNT - 1), "/parties/59");
  const char *named = text_argument(f, "party");
  assert_string_equal(named + strlen(named) - strlen("…"), "…");
}

/* --- HP412: years of the budget --- */

static hhp_report *check_year(const char *period, int year) {
  return check_plan(
      PARTIES
      ", 'period': {%s}, 'financing': {'budget': [{'category': 'staff', 'year': %d, 'party': 'lbf', 'amount': 1}]}",
      period, year);
}

static void hp412_decides_by_one_year(void **state) {
  (void)state;
  const char *period = "'start': '2016-03-01', 'end': '2019-12-31'";
  assert_none(check_year(period, 2016), "HP412");
  assert_none(check_year(period, 2019), "HP412");
  const hhp_finding *f = only(check_year(period, 2015), "HP412");
  assert_int_equal(hhp_finding_number(f, "year"), 2015);
  assert_int_equal(hhp_finding_number(f, "first_year"), 2016);
  assert_int_equal(hhp_finding_number(f, "last_year"), 2019);
  assert_string_equal(hhp_finding_pointer(f), "/financing/budget/0/year");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The budget year 2015 is outside the plan's period 2016-2019.");
  assert_int_equal(count_of(check_year(period, 2020), "HP412"), 1);
}

static void hp412_takes_what_is_known_of_the_period(void **state) {
  (void)state;
  assert_none(check_year("", 1900), "HP412");
  assert_int_equal(count_of(check_year("'start': '2016'", 2015), "HP412"), 1);
  assert_none(check_year("'start': '2016'", 2199), "HP412");
  assert_int_equal(count_of(check_year("'end': '2016-06'", 2017), "HP412"), 1);
  assert_none(check_year("'end': '2016-06'", 1900), "HP412");
  assert_string_equal(hhp_finding_message(only(check_year("'end': '2016-06'", 2017), "HP412"), HHP_LANG_DA),
                      "Budgetåret 2017 ligger efter planens sidste år, 2016.");
  assert_string_equal(hhp_finding_message(only(check_year("'start': '2016'", 2015), "HP412"), HHP_LANG_DA),
                      "Budgetåret 2015 ligger før planens første år, 2016.");
}

static void hp412_reads_the_label_where_there_are_no_dates(void **state) {
  (void)state;
  static const char *const labels[] = {"2016-2020", "2016 - 2020", "2016–2020", "2016 – 2020"};
  for (size_t i = 0; i < COUNT_OF(labels); i++) {
    const char *period = text_of("'label': '%s'", labels[i]);
    assert_int_equal(count_of(check_year(period, 2015), "HP412"), 1);
    assert_none(check_year(period, 2016), "HP412");
    assert_none(check_year(period, 2020), "HP412");
    assert_int_equal(count_of(check_year(period, 2021), "HP412"), 1);
  }
  assert_none(check_year("'label': 'fire år'", 1900), "HP412");
  assert_none(check_year("'label': '2016-2020', 'start': '2015-01-01'", 2015),
              "HP412"); /* dates take precedence over the label */
}

static void hp412_is_an_error_at_every_stage(void **state) {
  (void)state;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    assert_int_equal(hhp_rule_severity(hhp_rule_find("HP412"), stage), HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_finding_severity(only(check_year("'start': '2016'", 2015), "HP412")), HHP_SEVERITY_ERROR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp411_decides_by_one_krone),
      TEST(hp411_reports_each_party),
      TEST(hp411_takes_joint_parties_together),
      TEST(hp411_holds_each_party_of_a_group_to_what_it_may_give),
      TEST(hp411_holds_a_party_of_a_group_only_to_what_is_known),
      TEST(hp411_allows_each_of_a_group_the_grant),
      TEST(hp411_takes_the_fund_for_the_granter),
      TEST(hp411_takes_the_fund_for_the_granter_beside_joint_contributors),
      TEST(hp411_counts_a_party_once_that_is_named_twice),
      TEST(hp411_does_not_take_the_municipality_for_the_granter_where_there_is_the_fund),
      TEST(hp411_takes_none_of_several_funds_by_its_place),
      TEST(hp411_takes_whom_the_sums_fit_where_there_is_no_fund),
      TEST(hp411_does_not_depend_on_the_order_of_parties),
      TEST(hp411_finds_the_granter_among_any_number),
      TEST(hp411_holds_who_states_an_amount_while_another_does_not),
      TEST(hp411_allows_who_may_still_contribute),
      TEST(hp411_allows_each_the_whole_grant_where_the_granter_is_unclear),
      TEST(hp411_where_the_grant_is_not_stated),
      TEST(hp411_needs_a_budget),
      TEST(hp411_grows_with_the_stage),
      TEST(hp411_joins_long_chains),
      TEST(hp411_reports_in_the_order_of_the_plan),
      TEST(hp411_relates_all_of_a_large_group),
      TEST(hp412_decides_by_one_year),
      TEST(hp412_takes_what_is_known_of_the_period),
      TEST(hp412_reads_the_label_where_there_are_no_dates),
      TEST(hp412_is_an_error_at_every_stage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
