/* Kroner by party: whose a contribution, the grant and a line of the budget are. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "rollup/rollup.h"

/* Bytes of a name that the title of a joint row repeats. Otherwise, long names in many rows could outgrow the plan. */
enum { LONGEST_NAME = 160 };

/* The parties of one contribution, each once. Reused for all contributions. */
typedef struct {
  hhp_rollup *rollup;
  hhp__list rows;
  hhp__buffer key;
  hhp__buffer title;
} S_givers;

static int S_by_row_number(const void *a, const void *b) {
  const hhp_rollup_row *x = *(void *const *)a;
  const hhp_rollup_row *y = *(void *const *)b;
  return (x->number > y->number) - (x->number < y->number);
}

/* No id contains "+". */
static void S_join_keys(S_givers *givers) {
  givers->key.length = 0;
  for (uint32_t i = 0; i < givers->rows.count; i++) {
    hhp__puts(&givers->key, i == 0 ? "" : "+");
    hhp__puts(&givers->key, ((const hhp_rollup_row *)givers->rows.items[i])->key);
  }
}

static void S_append_name(hhp__buffer *out, const char *name) {
  size_t length = strlen(name);
  if (length <= LONGEST_NAME) {
    hhp__put(out, name, length);
    return;
  }
  length = LONGEST_NAME;
  while (length > 0 && ((unsigned char)name[length] & 0xc0) == 0x80) /* in the middle of a character */
    length--;
  hhp__put(out, name, length);
  hhp__puts(out, "…");
}

static void S_join_names(S_givers *givers) {
  givers->title.length = 0;
  for (uint32_t i = 0; i < givers->rows.count; i++) {
    hhp__puts(&givers->title, i == 0 ? "" : " + ");
    S_append_name(&givers->title, ((const hhp_rollup_row *)givers->rows.items[i])->title.en);
  }
}

static void S_list_parties(S_givers *givers, hhp_rollup_row *joint) {
  size_t count = givers->rows.count;
  joint->parties = hhp__arena_new(&givers->rollup->arena, count * sizeof(*joint->parties));
  if (joint->parties == NULL) {
    hhp__rollup_fail(givers->rollup, HHP_ERR_NOMEM);
    return;
  }
  for (size_t i = 0; i < count; i++)
    joint->parties[i] = ((const hhp_rollup_row *)givers->rows.items[i])->key;
  joint->party_count = count;
}

/* One row for each set of parties, in whatever order a contribution names them. */
static hhp_rollup_row *S_joint_row(S_givers *givers) {
  hhp_rollup *rollup = givers->rollup;
  qsort(givers->rows.items, givers->rows.count, sizeof(*givers->rows.items), S_by_row_number);
  S_join_keys(givers);
  hhp_rollup_row *joint =
      givers->key.failed ? NULL : hhp__index_get(&rollup->by_key, givers->key.text, givers->key.length);
  if (joint != NULL)
    return joint;
  S_join_names(givers);
  if (givers->key.failed || givers->title.failed) {
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
    return NULL;
  }
  const char *title = givers->title.text;
  joint = hhp__rollup_add(rollup, HHP_ROLLUP_ROW_JOINT, givers->key.text, (hhp__phrase){title, title});
  if (joint != NULL)
    S_list_parties(givers, joint);
  return joint;
}

/* `number` is that of the contribution, from 1. */
static hhp_rollup_row *S_row_of_givers(S_givers *givers, const hhp__list *parties, uint32_t number) {
  givers->rows.count = 0;
  for (uint32_t i = 0; i < parties->count; i++) {
    hhp_rollup_row *row = hhp__rollup_row_for(givers->rollup, parties->items[i]);
    if (row == NULL)
      return NULL;
    if (row->seen == number)
      continue;
    row->seen = number;
    if (hhp__list_add(&givers->rows, &givers->rollup->arena, row) != 0) {
      hhp__rollup_fail(givers->rollup, HHP_ERR_NOMEM);
      return NULL;
    }
  }
  if (givers->rows.count == 0)
    return hhp__rollup_row_for(givers->rollup, NULL);
  return givers->rows.count == 1 ? givers->rows.items[0] : S_joint_row(givers);
}

static void S_mark_shared(const S_givers *givers, unsigned cells) {
  for (uint32_t i = 0; i < givers->rows.count; i++)
    ((hhp_rollup_row *)givers->rows.items[i])->shared |= cells;
}

/* A grant without a party is the fund's, as in HP411. NULL if there is no fund, or more than one. */
static hhp_rollup_row *S_granter(hhp_rollup *rollup, const hhp_plan *plan) {
  const char *named = plan->financing->grant->party;
  if (named != NULL)
    return hhp__rollup_row_for(rollup, named);
  hhp_rollup_row *fund = NULL;
  for (uint32_t i = 0; i < plan->parties.count; i++) {
    if (((const hhp_party *)plan->parties.items[i])->kind != HHP_PARTY_KIND_FUND)
      continue;
    if (fund != NULL)
      return NULL;
    fund = hhp__rollup_row_at(rollup, i);
  }
  return fund;
}

static void S_add_grant(hhp_rollup *rollup, const hhp_plan *plan) {
  hhp_rollup_row *granter = S_granter(rollup, plan);
  if (granter == NULL && hhp__rollup_has_grant(plan))
    granter = hhp__rollup_row_for(rollup, NULL);
  hhp__rollup_put_grant(rollup, granter, plan);
}

void hhp__roll_up_parties(hhp_rollup *rollup, const hhp_plan *plan) {
  const hhp_financing *financing = plan->financing;
  S_add_grant(rollup, plan);

  S_givers givers = {.rollup = rollup};
  for (uint32_t i = 0; i < financing->contributions.count; i++) {
    const hhp_contribution *contribution = financing->contributions.items[i];
    hhp__rollup_put_contribution(rollup, S_row_of_givers(&givers, &contribution->parties, i + 1), contribution);
    if (givers.rows.count > 1)
      S_mark_shared(&givers, hhp__rollup_shared_cells(contribution));
  }
  hhp__buffer_free(&givers.key);
  hhp__buffer_free(&givers.title);

  for (uint32_t i = 0; i < financing->budget.count; i++) {
    const hhp_budget_line *line = financing->budget.items[i];
    hhp__rollup_put_line(rollup, hhp__rollup_row_for(rollup, line->party), line);
  }
}
