/* How many activities serve each goal, that is, name it or a goal below it. An activity counts once for each goal,
 * however many goals below that one it names.
 *
 * An activity serves the goals that it names and all above them. Walking up goal by goal would take quadratic time
 * where goals form a long chain, so the tree is cut into paths (heavy-light decomposition; Sleator and Tarjan,
 * 1983): the child with the largest subtree continues the path of its parent, and its siblings begin new ones. Going
 * up from one path to the next at least doubles the size of the subtree, so that there are at most log2(n) paths
 * above any goal. On each path, an activity serves every goal from the lowest that it reaches up to the head. Only
 * that lowest goal is marked; a goal is then served by the activities marked on it and below it on its path. This
 * takes O(n log n). */
#include <stdlib.h>
#include <string.h>

#include "rollup/rollup.h"

typedef struct S_goal S_goal;
struct S_goal {
  S_goal *parent;         /* NULL: none in the plan, or removed because the goal is the top of a cycle */
  S_goal *cycle_top;      /* of the cycle that the goal is in; otherwise the goal itself */
  S_goal *heavy_child;    /* the child that continues the path; NULL: none */
  S_goal *head;           /* the topmost goal of the path */
  S_goal *lowest;         /* of a head: the lowest goal on the path that last_activity serves */
  uint32_t last_activity; /* of a head: the last activity that serves the path, numbered from 1; 0: none */
  uint32_t walk;          /* number, from 1, of the walk that added the goal to the order; 0: none yet */
  uint32_t size;          /* of the subtree */
  uint32_t marks;         /* activities with this lowest goal on the path; after S_add_marks(), all that serve it */
};

typedef struct {
  S_goal *goals;  /* in the order of the plan */
  S_goal **order; /* parents before children */
  uint32_t count;
} S_tree;

/* The first goal with that id; NULL: none, or no id. */
static S_goal *S_find_goal(const hhp_rollup *rollup, const S_tree *tree, const char *id) {
  const hhp_rollup_row *row = id == NULL ? NULL : hhp__index_get(&rollup->by_key, id, strlen(id));
  return row != NULL && row->kind == HHP_ROLLUP_ROW_ONE ? &tree->goals[row->number] : NULL;
}

/* Returns 0, or -1 if out of memory. */
static int S_new_tree(S_tree *tree, const hhp_rollup *rollup, const hhp_plan *plan) {
  tree->count = plan->goals.count;
  tree->goals = calloc(tree->count, sizeof(*tree->goals));
  tree->order = calloc(tree->count, sizeof(*tree->order));
  if (tree->goals == NULL || tree->order == NULL)
    return -1;
  for (uint32_t i = 0; i < tree->count; i++) {
    S_goal *goal = &tree->goals[i];
    goal->parent = S_find_goal(rollup, tree, ((const hhp_goal *)plan->goals.items[i])->parent);
    goal->cycle_top = goal;
  }
  return 0;
}

/* Makes `top` a root, and the top of every goal of the cycle. */
static void S_cut_cycle(S_goal *top) {
  S_goal *goal = top->parent;
  top->parent = NULL;
  for (; goal != NULL; goal = goal->parent)
    goal->cycle_top = top;
}

static void S_reverse(S_goal **goals, uint32_t count) {
  for (uint32_t i = 0; i < count / 2; i++) {
    S_goal *goal = goals[i];
    goals[i] = goals[count - 1 - i];
    goals[count - 1 - i] = goal;
  }
}

/* Sorts the goals so that parents come first: walks up from each goal to one that is sorted already, and appends the
 * walk in reverse. A walk that arrives at one of its own goals has found a cycle, which is cut above the last goal of
 * the walk. */
static void S_put_in_order(S_tree *tree) {
  uint32_t start = 0;
  for (uint32_t walk = 1; walk <= tree->count; walk++) {
    uint32_t end = start;
    S_goal *goal = &tree->goals[walk - 1];
    for (; goal != NULL && goal->walk == 0; goal = goal->parent) {
      goal->walk = walk;
      tree->order[end++] = goal;
    }
    if (end > start && goal != NULL && goal->walk == walk)
      S_cut_cycle(tree->order[end - 1]);
    S_reverse(tree->order + start, end - start);
    start = end;
  }
}

/* Children come after their parents in the order: going backwards adds up the subtrees, going forwards passes on the
 * heads. */
static void S_find_paths(S_tree *tree) {
  for (uint32_t i = tree->count; i-- > 0;) {
    S_goal *goal = tree->order[i];
    S_goal *parent = goal->parent;
    goal->size++;
    if (parent == NULL)
      continue;
    parent->size += goal->size;
    if (parent->heavy_child == NULL || parent->heavy_child->size < goal->size)
      parent->heavy_child = goal;
  }
  for (uint32_t i = 0; i < tree->count; i++) {
    S_goal *goal = tree->order[i];
    int continues_path = goal->parent != NULL && goal->parent->heavy_child == goal;
    goal->head = continues_path ? goal->parent->head : goal;
  }
}

/* Marks the lowest goal that the activity serves on each path from `goal`, which it names, to the root. Of two goals on
 * a path, the lower has the smaller subtree. */
static void S_mark_paths(S_goal *goal, uint32_t activity) {
  for (; goal != NULL; goal = goal->head->parent) {
    S_goal *head = goal->head;
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): S_find_paths sets the head of every goal */
    if (head->last_activity == activity) {
      if (head->lowest->size <= goal->size)
        return; /* all from here up is marked already */
      head->lowest->marks--;
    }
    head->last_activity = activity;
    head->lowest = goal;
    goal->marks++;
  }
}

static void S_mark_activities(const S_tree *tree, const hhp_rollup *rollup, const hhp__list *activities) {
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp__list *named = &((const hhp_activity *)activities->items[i])->goals;
    for (uint32_t k = 0; k < named->count; k++)
      S_mark_paths(S_find_goal(rollup, tree, named->items[k]), i + 1);
  }
}

static void S_add_marks(S_tree *tree) {
  for (uint32_t i = tree->count; i-- > 0;) {
    S_goal *goal = tree->order[i];
    if (goal->heavy_child != NULL)
      goal->marks += goal->heavy_child->marks;
  }
}

void hhp__rollup_count_below(hhp_rollup *rollup, const hhp_plan *plan) {
  S_tree tree;
  if (S_new_tree(&tree, rollup, plan) != 0) {
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
  } else {
    S_put_in_order(&tree);
    S_find_paths(&tree);
    S_mark_activities(&tree, rollup, &plan->activities);
    S_add_marks(&tree);
    for (uint32_t i = 0; i < tree.count; i++)
      hhp__rollup_row_at(rollup, i)->cells[HHP__CELL_ALL_ACTIVITIES] = tree.goals[i].cycle_top->marks;
  }
  free(tree.order);
  free(tree.goals);
}
