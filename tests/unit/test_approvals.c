/* HP328: the approvals of a plan, and who has rejected it. The corpus has the boundaries; here are the messages, and
 * cases that are better listed than written as plans. */
#include "unit/support.h"

#define APPROVAL(kind, day) "{'kind': '" kind "', 'decided_on': '" day "', 'outcome': 'approved'}"
#define REJECTION(kind, day) "{'kind': '" kind "', 'decided_on': '" day "', 'outcome': 'rejected'}"

static const char *words(const char *members) {
  return hhp_finding_message(only(check_at(HHP_STAGE_FULL, plan_text("%s", members)), "HP328"), HHP_LANG_EN);
}

static const char *last_words(const char *members) {
  hhp_report *report = check_at(HHP_STAGE_FULL, plan_text("%s", members));
  return hhp_finding_message(nth(report, "HP328", count_of(report, "HP328") - 1), HHP_LANG_EN);
}

static void hp328_names_both_bodies(void **state) {
  (void)state;
  assert_string_equal(words("'approvals': [" APPROVAL("residents", "2020-06-02") ", " APPROVAL(
                          "council", "2020-06-01") ", " APPROVAL("fund", "2020-06-03") "]"),
                      "The municipal council approved the plan (1 June 2020) before the residents did (2 June 2020).");
  assert_string_equal(words("'approvals': [" APPROVAL("residents", "2020-06-01") ", " APPROVAL(
                          "council", "2020-06-03") ", " APPROVAL("fund", "2020-06-02") "]"),
                      "The fund approved the plan (2 June 2020) before the municipal council did (3 June 2020).");
  assert_string_equal(
      last_words("'approvals': [" APPROVAL("residents", "2020-06-03") ", " APPROVAL("fund", "2020-06-02") "]"),
      "The fund approved the plan (2 June 2020) before the residents did (3 June 2020).");
}

/* Of two approvals on one day, the first in the file is named. */
static void hp328_names_the_first_of_two_on_one_day(void **state) {
  (void)state;
  hhp_report *report = check_at(
      HHP_STAGE_FULL, plan_text("%s", "'approvals': [" APPROVAL("residents", "2020-06-02") ", " APPROVAL(
                                          "council", "2020-06-01") ", " APPROVAL("council", "2020-06-01") "]"));
  assert_string_equal(hhp_finding_pointer(nth(report, "HP328", 0)), "/approvals");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP328", 1)), "/approvals/1/decided_on");
  assert_int_equal(count_of(report, "HP328"), 2);
}

/* Without a day to check on, no decision is still to come. */
static void hp328_takes_every_decision_without_options(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'approvals': [%s, %s, %s, %s]", APPROVAL("residents", "2020-06-01"),
                                     APPROVAL("council", "2020-06-02"), APPROVAL("fund", "2020-06-03"),
                                     REJECTION("council", "2020-06-04")));
  hhp_plan_set_status(plan, HHP_PLAN_STATUS_RUNNING);
  assert_string_equal(hhp_finding_pointer(only(validate(plan, NULL), "HP328")), "/approvals/3/outcome");
}

/* A date that is not known to the day, or at all, may be any: what is reported has to hold for all. */
static void hp328_is_certain(void **state) {
  (void)state;
  static const char residents[] = APPROVAL("residents", "2020-06-02"), fund[] = APPROVAL("fund", "2020-12-31");
  static const struct {
    const char *council;
    size_t findings;
  } cases[] = {
      {APPROVAL("council", "2020") ", " APPROVAL("council", "2020-03-28"), 0}, /* the former may be in December */
      {APPROVAL("council", "2020-05") ", " APPROVAL("council", "2020-03-28"), 1},
      {APPROVAL("council", "2020-03-28") ", {'kind': 'council', 'outcome': 'approved'}", 0},
      {APPROVAL("council", "2020") ", " APPROVAL("council", "2020-06-28") ", " REJECTION("council", "2020-09"), 0},
      {APPROVAL("council", "2020-06-28") ", " REJECTION("council", "2020-09"), 1},
      {APPROVAL("council", "2020-06-28") ", {'kind': 'council', 'outcome': 'approved'}, " REJECTION("council",
                                                                                                    "2020-09"),
       0},
      {APPROVAL("council", "2020-06-28") ", {'kind': 'council', 'outcome': 'rejected'}", 0},
      {APPROVAL("council", "2020-06-28") ", " REJECTION("council", "2020-06-28"), 0}, /* either may be the last */
      {APPROVAL("council", "2020-06-28") ", " REJECTION("council", "2020-06-29") ", " REJECTION("council", "2020"), 1},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
    hhp_report *report =
        check_at(HHP_STAGE_FULL, plan_text("'approvals': [%s, %s, %s]", residents, cases[i].council, fund));
    assert_int_equal(count_of(report, "HP328"), cases[i].findings);
  }
}

/* What another party approves is no approval of the one that rejects, whichever of them is the first to decide. */
static void hp328_counts_each_party_by_itself(void **state) {
  (void)state;
#define PARTIES                                                                                                  \
  "'parties': [{'id': 'a', 'name': 'A', 'kind': 'housing_organisation'}, {'id': 'b', 'name': 'B', 'kind': "      \
  "'housing_organisation'}, {'id': 'c', 'name': 'C', 'kind': 'housing_organisation'}, {'id': 'd', 'name': 'D', " \
  "'kind': 'housing_division'}, {'id': 'm', 'name': 'M', 'kind': "                                               \
  "'municipality'}, {'id': 'o', 'name': 'O', 'kind': 'other'}], "
#define BY(party, day, outcome) \
  "{'kind': 'residents', 'party': '" party "', 'decided_on': '" day "', 'outcome': '" outcome "'}"
  static const struct {
    const char *residents;
    size_t findings;
  } cases[] = {
      {BY("a", "2020-06-01", "rejected") ", " BY("b", "2020-06-02", "approved"), 1},
      {BY("a", "2020-06-02", "rejected") ", " BY("b", "2020-06-02", "approved"), 1},
      {BY("a", "2020-06-03", "rejected") ", " BY("b", "2020-06-02", "approved"), 1},
      {BY("a", "2020-06-01", "rejected") ", " BY("a", "2020-06-02", "rejected") ", " BY("b", "2020-06-03", "approved"),
       1},
      {"{'kind': 'residents', 'party': 'a', 'outcome': 'rejected'}, " BY("b", "2020-06-02", "approved"), 1},
      {BY("a", "2020-06-01", "rejected") ", " BY("b", "2020-06-02", "approved") ", " BY("a", "2020-06-05", "approved"),
       0},
      {BY("a", "2020-06-05", "rejected") ", " BY("b", "2020-06-09", "approved") ", " BY("a", "2020-06-01", "approved"),
       1},
      {BY("a", "2020-06-05", "rejected") ", " BY("b", "2020-06-09", "approved") ", " BY("a", "2020-06", "approved"), 0},
      {"{'kind': 'residents', 'party': 'a', 'outcome': 'rejected'}, " BY("b", "2020-06-09", "approved") ", " BY(
           "a", "2020-06-01", "approved"),
       0}, /* either may be the last */
      {BY("a", "2020-06-01", "rejected") ", " BY("b", "2020-06-09", "rejected") ", " BY("d", "2020-06-02", "approved"),
       1},
      {BY("a", "2020-06-01", "rejected") ", " BY("d", "2020-06-02", "approved"), 0},   /* D may be a division of A */
      {BY("a", "2020-06-01", "rejected") ", " BY("o", "2020-06-02", "approved"), 0},   /* O may be its residents */
      {BY("a", "2020-06-01", "rejected") ", " APPROVAL("residents", "2020-06-02"), 0}, /* it may be that of A */
      {BY("m", "2020-06-01", "rejected") ", " APPROVAL("residents", "2020-06-02"), 0},
      {REJECTION("residents", "2020-06-01") ", " BY("b", "2020-06-02", "approved"), 0},
      {BY("a", "2020-06-01", "rejected") ", " BY("b", "2020-06-02", "rejected"), 1},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
    hhp_report *report =
        check_at(HHP_STAGE_FULL, plan_text(PARTIES "'approvals': [%s, %s, %s]", cases[i].residents,
                                           APPROVAL("council", "2020-09"), APPROVAL("fund", "2020-12-31")));
    if (count_of(report, "HP328") != cases[i].findings)
      fail_msg("%s: %zu findings", cases[i].residents, count_of(report, "HP328"));
  }
  const char *json = plan_text(PARTIES "'approvals': [%s, %s, %s]", cases[3].residents, APPROVAL("council", "2020-09"),
                               APPROVAL("fund", "2020-12-31"));
  const hhp_finding *f = only(check_at(HHP_STAGE_FULL, json), "HP328");
  assert_string_equal(hhp_finding_pointer(f), "/approvals/1/outcome");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The plan was rejected at “A” and has not been approved there since.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "Planen er afvist hos »A« og ikke godkendt der siden.");
  json = plan_text(PARTIES "'approvals': [%s, %s, %s]", BY("b", "2020-06-02", "approved"),
                   BY("a", "2020-06-01", "rejected") ", " BY("a", "2020-06-01", "rejected"),
                   APPROVAL("council", "2020-09") ", " APPROVAL("fund", "2020-12-31"));
  f = only(check_at(HHP_STAGE_FULL, json), "HP328");
  assert_string_equal(hhp_finding_pointer(f), "/approvals/1/outcome"); /* the first of two on one day */
  /* whatever of another kind is before it in the file */
  json =
      plan_text(PARTIES "'approvals': [%s, %s, %s, %s]", APPROVAL("council", "2020-09"), APPROVAL("fund", "2020-12-31"),
                BY("b", "2020-06-02", "approved"), BY("a", "2020-06-01", "rejected"));
  assert_string_equal(hhp_finding_pointer(only(check_at(HHP_STAGE_FULL, json), "HP328")), "/approvals/3/outcome");
}

/* Where another party's body has approved, not all residents have rejected the plan: the party is named. */
static void hp328_names_who_has_rejected_last(void **state) {
  (void)state;
  static const char plan[] = PARTIES "'approvals': [%s, %s, %s]";
  static const char all[] = "The residents rejected the plan and have not approved it since.";
  static const struct {
    const char *residents, *first;
    size_t findings;
  } cases[] = {
      {BY("b", "2020-06-02", "approved") ", " BY("a", "2020-06-03", "rejected"),
       "The plan was rejected at “A” and has not been approved there since.", 1},
      {BY("b", "2020-06-02", "approved") ", " BY("a", "2020-06-01", "approved") ", " BY("a", "2020-06-03", "rejected"),
       "The plan was rejected at “A” and has not been approved there since.", 1},
      {BY("c", "2020-06-04", "rejected") ", " BY("b", "2020-06-02", "approved") ", " BY("a", "2020-06-03", "rejected"),
       "The plan was rejected at “C” and has not been approved there since.", 2},
      {BY("a", "2020-06-02", "approved") ", " BY("a", "2020-06-03", "rejected"), all, 1},
      {BY("a", "2020-06-02", "approved") ", " BY("a", "2020-06-03", "rejected") ", " BY("b", "2020-06-01", "rejected"),
       all, 1},
      {BY("a", "2020-06-02", "approved") ", " BY("a", "2020-06-03",
                                                 "rejected") ", {'kind': 'board', 'party': 'b', 'outcome': 'approved'}",
       all, 1},
      {BY("d", "2020-06-02", "approved") ", " BY("a", "2020-06-03", "rejected"), all, 1}, /* D may be a division of A */
      {APPROVAL("residents", "2020-06-02") ", " BY("a", "2020-06-03", "rejected"), all, 1},
      {BY("b", "2020-06-02", "approved") ", " REJECTION("residents", "2020-06-03"), all, 1},
      {BY("b", "2020-06-02", "approved") ", " REJECTION("residents", "2020-06-03") ", " BY("a", "2020-06-04",
                                                                                           "rejected"),
       all, 1},
      {BY("a", "2020-06-03", "rejected") ", " BY("b", "2020-06-03", "rejected"), all, 1},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
    hhp_report *report = check_at(HHP_STAGE_FULL, plan_text(plan, cases[i].residents, APPROVAL("council", "2020-09"),
                                                            APPROVAL("fund", "2020-12-31")));
    if (count_of(report, "HP328") != cases[i].findings)
      fail_msg("%s: %zu findings", cases[i].residents, count_of(report, "HP328"));
    assert_string_equal(hhp_finding_message(nth(report, "HP328", 0), HHP_LANG_EN), cases[i].first);
  }
#undef BY
#undef PARTIES
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp328_names_both_bodies),
      TEST(hp328_names_the_first_of_two_on_one_day),
      TEST(hp328_is_certain),
      TEST(hp328_takes_every_decision_without_options),
      TEST(hp328_counts_each_party_by_itself),
      TEST(hp328_names_who_has_rejected_last),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
