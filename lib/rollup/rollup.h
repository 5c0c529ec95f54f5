/* A roll-up being filled: rows found by key, cells that are added to, and the first error (memory or overflow),
 * which is kept so that one check at the end is enough. */
#ifndef HHP_ROLLUP_ROLLUP_H
#define HHP_ROLLUP_ROLLUP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/list.h"
#include "base/phrase.h"
#include "finance/sums.h"
#include "model/model.h"

/* The columns. */
enum {
  HHP__CELL_GRANT,
  HHP__CELL_CONTRIBUTED,
  HHP__CELL_GIVEN,
  HHP__CELL_LOCAL,
  HHP__CELL_BUDGETED,
  HHP__CELL_NOT_STATED,
  HHP__CELL_ACTIVITIES,
  HHP__CELL_ALL_ACTIVITIES,
  HHP__CELL_COUNT
};

struct hhp_rollup_row {
  int32_t kind;
  uint32_t number; /* its place among its kind, and in `rows` until they are sorted; of a year, the year */
  uint32_t seen;   /* the number, from 1, of the last contribution or activity that named it */
  const char *key;
  hhp__phrase title;
  const char **parties; /* of a joint row */
  size_t party_count;
  int64_t cells[HHP__CELL_COUNT]; /* HHP_ABSENT: not of this roll-up, or not known */
  unsigned filled;                /* a bit a cell: something was added to it */
  unsigned unknown;               /* a bit a cell: an amount that belongs to it is not stated */
  unsigned shared;                /* a bit a cell: part of a joint amount belongs to it, and the split is not stated */
};

/* All texts are the arena's. */
struct hhp_rollup {
  int32_t by;
  hhp_status status; /* the first error */
  hhp__arena arena;
  hhp__list rows; /* of hhp_rollup_row; those of the plan's own objects come first, and are in the order of the plan */
  hhp__index by_key;    /* key -> row */
  hhp_rollup_row *none; /* NULL until used */
  hhp_rollup_row total;
};

/* Appends a row. The key may be NULL; if it exists already, it still finds the earlier row. NULL if memory ran out,
 * which is kept as the status. */
hhp_rollup_row *hhp__rollup_add(hhp_rollup *rollup, int32_t kind, const char *key, hhp__phrase title);

/* The row of a reference; creates one of kind "unknown" if the id has none, and the row of kind "none" for NULL.
 * NULL if memory ran out. */
hhp_rollup_row *hhp__rollup_row_for(hhp_rollup *rollup, const char *key);

/* The row of a year, created on first use; for HHP_ABSENT the row of kind "none". */
hhp_rollup_row *hhp__rollup_row_for_year(hhp_rollup *rollup, int32_t year);

/* Adds to the cell of the row and of the total. Does nothing for NULL, a row that could not be allocated. */
void hhp__rollup_put(hhp_rollup *rollup, hhp_rollup_row *row, int cell, int64_t amount);

/* Marks the cell of the row and of the total as unknown: an amount that belongs to it is not stated. */
void hhp__rollup_leave_open(hhp_rollup *rollup, hhp_rollup_row *row, int cell);

/* The bits of the cells that a contribution of several parties has a share of in the row of each. */
unsigned hhp__rollup_shared_cells(const hhp_contribution *contribution);

/* Whether the grant is stated and not 0, so that it needs a row. */
int hhp__rollup_has_grant(const hhp_plan *plan);

/* Add the grant, a contribution or a budget line to its cells. */
void hhp__rollup_put_grant(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_plan *plan);
void hhp__rollup_put_contribution(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_contribution *contribution);
void hhp__rollup_put_line(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_budget_line *line);

/* Initializes the cells of a zeroed row or total: 0 for those that this roll-up has, otherwise HHP_ABSENT. */
void hhp__rollup_begin_row(const hhp_rollup *rollup, hhp_rollup_row *row);

/* Sets cells that the plan does not support to HHP_ABSENT: those that lack an amount and, if the money is open, the
 * budget has no lines or part of a joint amount belongs to them, those to which nothing was added. */
void hhp__rollup_end_row(const hhp_rollup *rollup, hhp_rollup_row *row, const hhp__sums *sums);

static inline hhp_rollup_row *hhp__rollup_row_at(const hhp_rollup *rollup, uint32_t index) {
  return rollup->rows.items[index];
}

static inline void hhp__rollup_fail(hhp_rollup *rollup, hhp_status status) {
  if (rollup->status == HHP_OK)
    rollup->status = status;
}

/* Fill the cells. The rows of the plan's own objects exist already. */
void hhp__roll_up_parties(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_years(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_categories(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_activities(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_goals(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_focus_areas(hhp_rollup *rollup, const hhp_plan *plan);

/* For each goal, how many activities name it or one below it. */
void hhp__rollup_count_below(hhp_rollup *rollup, const hhp_plan *plan);

#endif
