/* Generates plans through the API. What is timed later is reading, checking and writing them. */
#include "plans.h"

#include <helhedsplan/helhedsplan.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PARTIES = 20, GOALS = 10, WORDS = 24 };

static const char *const S_words[WORDS] = {
    "børn",   "unge",       "familie",  "bolig",   "trivsel",  "tryghed",   "skole",     "fritid",
    "job",    "uddannelse", "forældre", "netværk", "naboskab", "frivillig", "café",      "rådgivning",
    "mentor", "indsats",    "område",   "kommune", "forening", "aktivitet", "deltagere", "samarbejde"};

static const char *const S_codes[] = {"tryghed-og-trivsel", "kriminalpraeventiv-indsats",
                                      "uddannelse-og-beskaeftigelse"};

/* xorshift: any deterministic sequence will do. */
static uint32_t S_next(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

static const char *S_text(uint32_t *seed, int words, char out[1024]) {
  size_t length = 0;
  for (int i = 0; i < words; i++)
    length += (size_t)snprintf(out + length, 1024 - length, "%s%s", i == 0 ? "" : " ", S_words[S_next(seed) % WORDS]);
  return out;
}

static const char *S_id(const char *kind, size_t number, char out[64]) {
  snprintf(out, 64, "%s-%zu", kind, number);
  return out;
}

/* Statuses are added up: none is positive, so the sum is HHP_OK if and only if all of them are. */
static int S_add_parties(hhp_plan *plan) {
  int status = 0;
  char id[64];
  for (size_t i = 0; i < PARTIES; i++) {
    hhp_party *party = NULL;
    status += hhp_plan_add_party(plan, S_id("part", i, id), &party);
    status += hhp_party_set_name(party, id);
    status += hhp_party_set_kind(party, i == 0 ? HHP_PARTY_KIND_MUNICIPALITY : HHP_PARTY_KIND_ASSOCIATION);
  }
  return status;
}

static int S_add_goals_and_areas(hhp_plan *plan) {
  int status = 0;
  char id[64];
  for (size_t i = 0; i < GOALS; i++) {
    hhp_goal *goal = NULL;
    status += hhp_plan_add_goal(plan, S_id("maal", i, id), &goal);
    status += hhp_goal_set_title(goal, id);
  }
  for (size_t i = 0; i < 3; i++) {
    hhp_focus_area *area = NULL;
    status += hhp_plan_add_focus_area(plan, S_id("omraade", i, id), &area);
    status += hhp_focus_area_set_code(area, S_codes[i]);
    status += hhp_focus_area_set_title(area, S_codes[i]);
  }
  return status;
}

static int S_add_activity(hhp_plan *plan, size_t number, int faults, uint32_t *seed) {
  char id[64];
  char text[1024];
  hhp_activity *a = NULL;
  int status = hhp_plan_add_activity(plan, S_id("aktivitet", number, id), &a);
  status += hhp_activity_set_title(a, S_text(seed, 4, text));
  status += hhp_activity_add_focus_area(a, S_id("omraade", S_next(seed) % 3, id));
  status += hhp_activity_add_goal(a, S_id("maal", S_next(seed) % GOALS, id));
  status += hhp_activity_add_goal(a, S_id("maal", faults ? GOALS : S_next(seed) % GOALS, id));
  status += hhp_activity_set_purpose(a, S_text(seed, 60, text));
  hhp_target_group *group = hhp_activity_target_group(a);
  status += hhp_target_group_set_text(group, S_text(seed, 10, text));
  status += hhp_target_group_set_age_min(group, (int32_t)(S_next(seed) % 15));
  status += hhp_target_group_set_age_max(group, (int32_t)(15 + S_next(seed) % 80));
  for (int i = 0; i < 7; i++)
    status += hhp_activity_add_element(a, S_text(seed, 8, text));
  status += hhp_activity_add_party(a, "part-0");
  status += hhp_activity_add_party(a, S_id("part", S_next(seed) % PARTIES, id));
  status += hhp_activity_set_lead(a, "part-0");
  status += hhp_activity_set_start(a, 20160101);
  status += hhp_activity_set_end(a, 20191231);
  return status;
}

static int S_add_rest(hhp_plan *plan) {
  hhp_financing *financing = hhp_plan_financing(plan);
  hhp_contribution *contribution = NULL;
  int status = hhp_plan_set_id(plan, "stor-plan");
  status += hhp_plan_set_title(plan, "En stor plan");
  status += hhp_plan_set_status(plan, HHP_PLAN_STATUS_DRAFT);
  status += hhp_plan_set_scheme(plan, "lbf-2015-2018");
  status += hhp_plan_set_area(plan, "Storby");
  status += hhp_period_set_start(hhp_plan_period(plan), 20160101);
  status += hhp_period_set_end(hhp_plan_period(plan), 20191231);
  status += hhp_governance_add_lead(hhp_plan_governance(plan), "part-0");
  status += hhp_grant_set_awarded(hhp_financing_grant(financing), 30000000);
  status += hhp_financing_add_contribution(financing, &contribution);
  status += hhp_contribution_add_party(contribution, "part-0");
  status += hhp_contribution_set_amount(contribution, 10000000);
  return status;
}

char *make_plan(size_t activities, int faults, size_t *length) {
  hhp_plan *plan = NULL;
  char *json = NULL;
  uint32_t seed = 2016;
  int status = hhp_plan_new(&plan);
  if (status == HHP_OK)
    status = S_add_rest(plan) + S_add_parties(plan) + S_add_goals_and_areas(plan);
  for (size_t i = 0; status == HHP_OK && i < activities; i++)
    status = S_add_activity(plan, i, faults, &seed);
  if (status == HHP_OK)
    hhp_plan_dump(plan, &json, length);
  hhp_plan_free(plan);
  return json;
}

size_t faults_in(const char *json, size_t length) {
  static const char missing[] = "\"maal-10\"";
  _Static_assert(GOALS == 10, "the id of the missing goal");
  size_t count = 0, size = sizeof(missing) - 1;
  for (size_t i = 0; i + size <= length; i++)
    count += memcmp(json + i, missing, size) == 0;
  return count;
}
