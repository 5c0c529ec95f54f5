/* HP201-HP206 and HP601: goals, the activities that serve them, and the indicators that measure them. What applies
 * to a goal applies to its parents too, so marks propagate upwards. */
#include <stdlib.h>
#include <string.h>

#include "base/characters.h"
#include "rules/context.h"

/* A mark for each goal, by number. */
typedef struct {
  const hhp_plan *plan;
  uint8_t *marks;
} S_goals;

/* Stops at the first goal that is marked, so that cycles end and no path is walked twice. */
static void S_mark_upwards(const S_goals *goals, const char *id) {
  while (id != NULL) {
    const hhp_goal *goal = (const hhp_goal *)hhp__referent(&goals->plan->object, id);
    if (goal == NULL || goals->marks[goal->object.index])
      return;
    goals->marks[goal->object.index] = 1;
    id = goal->parent;
  }
}

static void S_mark_listed(const S_goals *goals, const hhp__list *ids) {
  for (uint32_t i = 0; i < ids->count; i++)
    S_mark_upwards(goals, ids->items[i]);
}

static void S_mark_of_strategies(const S_goals *goals) {
  for (uint32_t i = 0; i < goals->plan->strategies.count; i++)
    S_mark_listed(goals, &((const hhp_strategy *)goals->plan->strategies.items[i])->goals);
}

static void S_mark_served(const S_goals *goals) {
  const hhp_plan *plan = goals->plan;
  for (uint32_t i = 0; i < plan->activities.count; i++)
    S_mark_listed(goals, &((const hhp_activity *)plan->activities.items[i])->goals);
  for (uint32_t i = 0; i < plan->work_areas.count; i++) {
    const hhp__list *contributes = &((const hhp_work_area *)plan->work_areas.items[i])->contributes;
    for (uint32_t k = 0; k < contributes->count; k++)
      S_mark_upwards(goals, ((const hhp_goal_contribution *)contributes->items[k])->goal);
  }
}

static void S_mark_measured(const S_goals *goals) {
  for (uint32_t i = 0; i < goals->plan->indicators.count; i++)
    S_mark_upwards(goals, ((const hhp_indicator *)goals->plan->indicators.items[i])->goal);
}

static int S_is_political(const hhp_goal *goal) {
  return goal->parent == NULL;
}

static int S_is_pursued(const hhp_goal *goal) {
  return hhp_goal_pursued(goal);
}

static void S_report_goal(hhp__check *check, hhp__message message, const hhp_goal *goal) {
  hhp_finding *finding = hhp__find_at(check, message, hhp__whole(goal));
  hhp__arg_text(finding, "title", goal->title, strlen(goal->title));
  hhp__arg_text(finding, "goal", goal->id, strlen(goal->id));
}

/* Reports every wanted goal that `mark` leaves unmarked. */
static void S_report_unmarked(hhp__check *check, hhp__message message, void (*mark)(const S_goals *goals),
                              int (*is_wanted)(const hhp_goal *goal)) {
  const hhp_plan *plan = check->plan;
  if (plan->goals.count == 0 || !hhp__is_on(check, message))
    return;
  S_goals goals = {plan, calloc(plan->goals.count, 1)};
  if (goals.marks == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  mark(&goals);
  for (uint32_t i = 0; i < plan->goals.count; i++) {
    if (!goals.marks[i] && is_wanted(plan->goals.items[i]))
      S_report_goal(check, message, plan->goals.items[i]);
  }
  free(goals.marks);
}

void hhp__rule_no_goals(hhp__check *check) {
  if (check->plan->goals.count == 0)
    hhp__find_at(check, HHP__M_NO_GOALS, hhp__field_of(check->plan, HHP__FIELD(plan, goals)));
}

void hhp__rule_no_pursued_goal(hhp__check *check) {
  const hhp__list *goals = &check->plan->goals;
  for (uint32_t i = 0; i < goals->count; i++) {
    if (S_is_pursued(goals->items[i]))
      return;
  }
  if (goals->count > 0)
    hhp__find_at(check, HHP__M_NO_PURSUED_GOAL, hhp__field_of(check->plan, HHP__FIELD(plan, goals)));
}

void hhp__rule_goal_without_strategy(hhp__check *check) {
  if (check->plan->strategies.count > 0)
    S_report_unmarked(check, HHP__M_GOAL_WITHOUT_STRATEGY, S_mark_of_strategies, S_is_political);
}

void hhp__rule_pursued_goal_unserved(hhp__check *check) {
  S_report_unmarked(check, HHP__M_GOAL_UNSERVED, S_mark_served, S_is_pursued);
}

void hhp__rule_indicator_missing(hhp__check *check) {
  S_report_unmarked(check, HHP__M_INDICATOR_MISSING, S_mark_measured, S_is_pursued);
}

void hhp__rule_goal_adoption_missing(hhp__check *check) {
  const hhp__list *goals = &check->plan->goals;
  for (uint32_t i = 0; i < goals->count; i++) {
    const hhp_goal *goal = goals->items[i];
    int has_body = !hhp__is_blank_text(goal->adopted_by);
    int has_date = goal->adopted_on != 0;
    if (!S_is_political(goal) || (has_body && has_date))
      continue;
    S_report_goal(check, has_body ? HHP__M_ADOPTION_DATE : has_date ? HHP__M_ADOPTION_BODY : HHP__M_ADOPTION, goal);
  }
}

static const hhp_goal *S_parent(const hhp_goal *goal) {
  if (goal->parent == NULL)
    return NULL;
  return (const hhp_goal *)hhp__referent(&goal->object, goal->parent);
}

static hhp__spot S_parent_spot(const hhp_goal *goal) {
  return hhp__field_of(goal, HHP__FIELD(goal, parent));
}

/* Reports the cycle that `goal` is in, at the first of its goals in the file. */
static void S_report_cycle(hhp__check *check, const hhp_goal *goal) {
  const hhp_goal *first = goal;
  int64_t length = 1;
  for (const hhp_goal *g = S_parent(goal); g != goal; g = S_parent(g), length++) {
    if (g->object.index < first->object.index)
      first = g;
  }
  hhp__message message = length == 1 ? HHP__M_GOAL_OWN_PARENT : HHP__M_GOAL_CYCLE;
  hhp_finding *finding = hhp__find_at(check, message, S_parent_spot(first));
  hhp__arg_text(finding, "title", first->title, strlen(first->title));
  hhp__arg_text(finding, "goal", first->id, strlen(first->id));
  hhp__arg_number(finding, "goals", length);
  for (const hhp_goal *g = S_parent(first); finding != NULL && g != first; g = S_parent(g))
    hhp__relate_to(check, finding, S_parent_spot(g));
}

/* Each walk upwards marks goals with its number; arriving at the same number again is a cycle, an older number is
 * not. */
void hhp__rule_goal_hierarchy_cycle(hhp__check *check) {
  const hhp__list *goals = &check->plan->goals;
  uint32_t *walks = calloc((size_t)goals->count + 1, sizeof(*walks));
  if (walks == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  for (uint32_t i = 0; i < goals->count; i++) {
    const hhp_goal *goal = goals->items[i];
    while (goal != NULL && walks[goal->object.index] == 0) {
      walks[goal->object.index] = i + 1;
      goal = S_parent(goal);
    }
    if (goal != NULL && walks[goal->object.index] == i + 1)
      S_report_cycle(check, goal);
  }
  free(walks);
}
