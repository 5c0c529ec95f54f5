/* HP203: goals and the strategies that lead to them. */
#include <stdlib.h>
#include <string.h>

#include "rules/check.h"

/* A goal is served by a strategy that has it, or that has a goal under it. Marks go up through the parents and stop at
 * the first that has one, so that neither a circle nor a deep tree is walked twice. */
static void S_mark_upwards(const hhp_plan *plan, unsigned char *served, const char *id) {
  for (;;) {
    const hhp_goal *goal = (const hhp_goal *)hhp__object_with_id(&plan->object, HHP__E_goal, id);
    if (goal == NULL || served[goal->object.index])
      return;
    served[goal->object.index] = 1;
    id = goal->parent;
  }
}

static void S_mark_served(const hhp_plan *plan, unsigned char *served) {
  for (uint32_t i = 0; i < plan->strategies.count; i++) {
    const hhp_strategy *strategy = plan->strategies.items[i];
    for (uint32_t k = 0; k < strategy->goals.count; k++)
      S_mark_upwards(plan, served, strategy->goals.items[k]);
  }
}

void hhp__rule_goal_without_strategy(hhp__check *check) {
  const hhp_plan *plan = check->plan;
  if (plan->strategies.count == 0 || plan->goals.count == 0)
    return;
  unsigned char *served = calloc(plan->goals.count, 1);
  if (served == NULL) {
    hhp__out_of_memory(check);
    return;
  }
  S_mark_served(plan, served);
  for (uint32_t i = 0; i < plan->goals.count; i++) {
    const hhp_goal *goal = plan->goals.items[i];
    if (served[i] || goal->parent != NULL)
      continue;
    hhp_finding *finding = hhp__find_at(check, HHP__M_GOAL_WITHOUT_STRATEGY, hhp__whole(goal));
    hhp__arg_text(finding, "title", goal->title, strlen(goal->title));
    hhp__arg_text(finding, "goal", goal->id, strlen(goal->id));
  }
  free(served);
}
