/* How many activities serve each goal or a goal below it, each counted once. Walking up from every goal that an activity
 * names would take the square of the plan's size where goals stand in a long row; this takes n log n.
 *
 * Goals get places so that each stands just before all that is below it. Walking the places backwards, every activity
 * leaves one mark, at the first place from here on where it is named. The marks on a goal's own stretch of places are then
 * the activities that serve it. */
#include <stdlib.h>
#include <string.h>

#include "rollup/rollup.h"

/* Arrays by goal, unless said otherwise. */
typedef struct {
  uint32_t count;  /* of goals, and what stands for "none" */
  uint32_t *up;    /* the goal above */
  uint32_t *head;  /* of a circle of goals: the one that the others are hung under; else itself */
  uint32_t *size;  /* goals in it and below */
  uint32_t *order; /* by turn: the goals, what is below before what is above */
  uint32_t *place;
  uint32_t *marks;  /* by place, from 1: a Fenwick tree (1994) of how many there are */
  uint32_t *marked; /* by activity: the place of its mark, from 1; 0: none yet */
} S_tree;

/* An activity that names the goal of a place. */
typedef struct {
  uint32_t place;
  uint32_t activity;
} S_naming;

/* The place in the plan of the goal of that id, as the rows have it. */
static uint32_t S_goal_of(const hhp_rollup *rollup, const S_tree *tree, const char *id) {
  const hhp_rollup_row *row = id == NULL ? NULL : hhp__index_get(&rollup->by_key, id, strlen(id));
  return row != NULL && row->kind == HHP_ROLLUP_ROW_ONE ? row->number : tree->count;
}

static uint32_t *S_slice(uint32_t **room, size_t count) {
  uint32_t *slice = *room;
  *room += count;
  return slice;
}

/* All arrays are one block, which begins with `up`. */
static int S_make(S_tree *tree, const hhp_plan *plan) {
  size_t count = plan->goals.count;
  uint32_t *room = calloc(6 * count + 1 + plan->activities.count, sizeof(*room));
  if (room == NULL)
    return -1;
  tree->count = plan->goals.count;
  tree->up = S_slice(&room, count);
  tree->head = S_slice(&room, count);
  tree->size = S_slice(&room, count);
  tree->order = S_slice(&room, count);
  tree->place = S_slice(&room, count);
  tree->marks = S_slice(&room, count + 1);
  tree->marked = room;
  return 0;
}

/* Hangs the others of a circle under its first goal, which then is below none. Returns how many goals have their turn. */
static uint32_t S_open_circle(S_tree *tree, uint32_t *waiting, uint32_t first, uint32_t turn) {
  for (uint32_t goal = tree->up[first]; goal != first;) {
    uint32_t next = tree->up[goal];
    tree->up[goal] = first;
    tree->head[goal] = first;
    tree->size[first] += tree->size[goal];
    waiting[goal] = 0;
    tree->order[turn++] = goal;
    goal = next;
  }
  tree->up[first] = tree->count;
  waiting[first] = 0;
  tree->order[turn++] = first;
  return turn;
}

/* A goal has its turn when all goals right below it have had theirs. Those that never have it are in circles. `waiting`
 * borrows the room of the places, which come later. */
static void S_put_in_order(S_tree *tree) {
  uint32_t *waiting = tree->place;
  uint32_t turn = 0;
  for (uint32_t i = 0; i < tree->count; i++) {
    tree->head[i] = i;
    tree->size[i] = 1;
    if (tree->up[i] != tree->count)
      waiting[tree->up[i]]++;
  }
  for (uint32_t i = 0; i < tree->count; i++) {
    if (waiting[i] == 0)
      tree->order[turn++] = i;
  }
  for (uint32_t done = 0; done < turn; done++) {
    uint32_t up = tree->up[tree->order[done]];
    if (up == tree->count)
      continue;
    tree->size[up] += tree->size[tree->order[done]];
    if (--waiting[up] == 0)
      tree->order[turn++] = up;
  }
  for (uint32_t i = 0; i < tree->count; i++) {
    if (waiting[i] > 0)
      turn = S_open_circle(tree, waiting, i, turn);
  }
}

/* Places from 1. `marks` serves as the next free place below each goal until there are marks. */
static void S_give_places(S_tree *tree) {
  uint32_t free_place = 1;
  uint32_t *below = tree->marks;
  for (uint32_t turn = tree->count; turn-- > 0;) {
    uint32_t goal = tree->order[turn];
    uint32_t *next = tree->up[goal] == tree->count ? &free_place : &below[tree->up[goal]];
    tree->place[goal] = *next;
    below[goal] = *next + 1;
    *next += tree->size[goal];
  }
  memset(tree->marks, 0, (tree->count + (size_t)1) * sizeof(*tree->marks));
}

/* Unsigned arithmetic takes a mark away by adding its complement. */
static void S_add_mark(S_tree *tree, uint32_t place, uint32_t marks) {
  for (size_t i = place; i <= tree->count; i += i & -i)
    tree->marks[i] += marks;
}

static uint32_t S_marks_up_to(const S_tree *tree, uint32_t place) {
  uint32_t sum = 0;
  for (uint32_t i = place; i > 0; i &= i - 1)
    sum += tree->marks[i];
  return sum;
}

static int S_by_place_backwards(const void *a, const void *b) {
  const S_naming *x = a;
  const S_naming *y = b;
  return (x->place < y->place) - (x->place > y->place);
}

/* Who names what, the last place first. NULL when memory ran out. */
static S_naming *S_list_namings(const hhp_rollup *rollup, const S_tree *tree, const hhp_plan *plan, size_t *count) {
  size_t most = 0;
  for (uint32_t i = 0; i < plan->activities.count; i++)
    most += ((const hhp_activity *)plan->activities.items[i])->goals.count;
  S_naming *namings = calloc(most + 1, sizeof(*namings));
  *count = 0;
  for (uint32_t i = 0; namings != NULL && i < plan->activities.count; i++) {
    const hhp__list *goals = &((const hhp_activity *)plan->activities.items[i])->goals;
    for (uint32_t k = 0; k < goals->count; k++) {
      uint32_t goal = S_goal_of(rollup, tree, goals->items[k]);
      if (goal != tree->count)
        namings[(*count)++] = (S_naming){tree->place[goal], i};
    }
  }
  if (namings != NULL)
    qsort(namings, *count, sizeof(*namings), S_by_place_backwards);
  return namings;
}

static void S_mark(S_tree *tree, S_naming naming) {
  uint32_t *marked = &tree->marked[naming.activity];
  if (*marked != 0)
    S_add_mark(tree, *marked, UINT32_MAX);
  S_add_mark(tree, naming.place, 1);
  *marked = naming.place;
}

static int64_t *S_cell(const hhp_rollup *rollup, uint32_t goal) {
  return &hhp__rollup_row_at(rollup, goal)->cells[HHP__CELL_ALL_ACTIVITIES];
}

/* `order` serves as the goal of each place from now on. */
static void S_count_marks(hhp_rollup *rollup, S_tree *tree, const S_naming *namings, size_t count) {
  for (uint32_t goal = 0; goal < tree->count; goal++)
    tree->order[tree->place[goal] - 1] = goal;
  size_t next = 0;
  for (uint32_t place = tree->count; place > 0; place--) {
    for (; next < count && namings[next].place == place; next++)
      S_mark(tree, namings[next]);
    uint32_t goal = tree->order[place - 1];
    *S_cell(rollup, goal) = S_marks_up_to(tree, place + tree->size[goal] - 1);
  }
  for (uint32_t goal = 0; goal < tree->count; goal++)
    *S_cell(rollup, goal) = *S_cell(rollup, tree->head[goal]);
}

void hhp__rollup_count_below(hhp_rollup *rollup, const hhp_plan *plan) {
  S_tree tree;
  if (S_make(&tree, plan) != 0) {
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
    return;
  }
  for (uint32_t i = 0; i < tree.count; i++)
    tree.up[i] = S_goal_of(rollup, &tree, ((const hhp_goal *)plan->goals.items[i])->parent);
  S_put_in_order(&tree);
  S_give_places(&tree);
  size_t count = 0;
  S_naming *namings = S_list_namings(rollup, &tree, plan, &count);
  if (namings == NULL)
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
  else
    S_count_marks(rollup, &tree, namings, count);
  free(namings);
  free(tree.up);
}
