/* Builds a small plan from scratch, saves it, and prints the result of its co-financing.
 *
 *   build_plan plan.helhedsplan.json
 */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>
#include <stdlib.h>

/* A real program may recover instead; a setter that fails changes nothing. */
static void must(hhp_status status) {
  if (status == HHP_OK)
    return;
  fprintf(stderr, "build_plan: %s\n", hhp_status_message(status, HHP_LANG_EN));
  exit(1);
}

static void add_parties(hhp_plan *plan) {
  static const struct {
    const char *id, *name;
    int32_t kind;
  } parties[] = {
      {"kommunen", "Lindby Kommune", HHP_PARTY_KIND_MUNICIPALITY},
      {"lindbo", "Boligforeningen Lindbo", HHP_PARTY_KIND_HOUSING_ORGANISATION},
      {"lbf", "Landsbyggefonden", HHP_PARTY_KIND_FUND},
  };
  for (size_t i = 0; i < sizeof(parties) / sizeof(parties[0]); i++) {
    hhp_party *party;
    must(hhp_plan_add_party(plan, parties[i].id, &party));
    must(hhp_party_set_name(party, parties[i].name));
    must(hhp_party_set_kind(party, parties[i].kind));
  }
  must(hhp_governance_add_lead(hhp_plan_governance(plan), "kommunen"));
}

static void add_activity(hhp_plan *plan) {
  hhp_goal *goal;
  must(hhp_plan_add_goal(plan, "flere-i-uddannelse", &goal));
  must(hhp_goal_set_title(goal, "Flere unge i uddannelse"));

  hhp_focus_area *area;
  must(hhp_plan_add_focus_area(plan, "uddannelse", &area));
  must(hhp_focus_area_set_code(area, "uddannelse-og-livschancer"));
  must(hhp_focus_area_set_title(area, "Uddannelse og livschancer"));

  hhp_activity *cafe;
  must(hhp_plan_add_activity(plan, "lektiecafe", &cafe));
  must(hhp_activity_set_title(cafe, "Lektiecafé"));
  must(hhp_activity_add_goal(cafe, "flere-i-uddannelse"));
  must(hhp_activity_add_focus_area(cafe, "uddannelse"));
  must(hhp_activity_add_party(cafe, "kommunen"));
  must(hhp_target_group_set_age_min(hhp_activity_target_group(cafe), 10));
  must(hhp_target_group_set_age_max(hhp_activity_target_group(cafe), 16));
}

static void contribute(hhp_plan *plan, const char *party, int64_t kroner) {
  hhp_contribution *contribution;
  must(hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution));
  must(hhp_contribution_add_party(contribution, party));
  must(hhp_contribution_set_amount(contribution, kroner));
}

static void add_financing(hhp_plan *plan) {
  hhp_grant *grant = hhp_financing_grant(hhp_plan_financing(plan));
  must(hhp_grant_set_party(grant, "lbf"));
  must(hhp_grant_set_applied(grant, 6000000));
  contribute(plan, "kommunen", 1200000);
  contribute(plan, "lindbo", 800000);
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: build_plan FILE\n");
    return 2;
  }
  hhp_plan *plan;
  must(hhp_plan_new(&plan));
  must(hhp_plan_set_id(plan, "lindby-2024-2027"));
  must(hhp_plan_set_title(plan, "Boligsocial helhedsplan for Lindparken"));
  must(hhp_plan_set_status(plan, HHP_PLAN_STATUS_DRAFT));
  must(hhp_plan_set_scheme(plan, "lbf-2019-2026"));
  must(hhp_plan_set_area(plan, "Lindparken"));
  must(hhp_period_set_start(hhp_plan_period(plan), 20240101));
  must(hhp_period_set_end(hhp_plan_period(plan), 20271231));
  add_parties(plan);
  add_activity(plan);
  add_financing(plan);
  must(hhp_plan_save(plan, argv[1]));

  hhp_cofinancing_result money;
  char share[HHP_TEXT_SIZE];
  must(hhp_plan_cofinancing(plan, NULL, &money, sizeof money));
  must(hhp_share_text(money.local, money.total, HHP_LANG_EN, share, sizeof share));
  printf("%s: %s local, %s\n", argv[1], share, money.verdict == HHP_VERDICT_PASSES ? "enough" : "too little");
  hhp_plan_free(plan);
  return 0;
}
