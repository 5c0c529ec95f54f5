/* A roll-up while it is filled: rows that are found by key, cells that are added to, and what memory or a sum that does
 * not fit has come to, kept so that one look at the end is enough. */
#ifndef HHP_ROLLUP_ROLLUP_H
#define HHP_ROLLUP_ROLLUP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/list.h"
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
  const char *da;
  const char *en;
  const char **parties; /* of a joint row */
  size_t party_count;
  int64_t cells[HHP__CELL_COUNT]; /* HHP_ABSENT: not of this roll-up, or not known */
  unsigned filled;                /* a bit a cell: something was added to it */
  unsigned unknown;               /* a bit a cell: an amount that belongs to it is not stated */
};

/* All texts are the arena's. */
struct hhp_rollup {
  int32_t by;
  hhp_status status; /* the first thing that went wrong */
  hhp__arena arena;
  hhp__list rows; /* of hhp_rollup_row; those of the plan's own objects come first, and are in the order of the plan */
  hhp__index by_key;    /* key -> row */
  hhp_rollup_row *none; /* NULL as long as nothing is in it */
  hhp_rollup_row total;
};

/* A new row at the end; the key may be NULL, and what has been found by it before stays found. NULL when memory ran out,
 * which the roll-up remembers. */
hhp_rollup_row *hhp__rollup_add(hhp_rollup *rollup, int32_t kind, const char *key, const char *da, const char *en);

/* The row of a reference; where there is none of that id, one of an unknown id is made, and for NULL that of what names
 * none. NULL when memory ran out. */
hhp_rollup_row *hhp__rollup_row_for(hhp_rollup *rollup, const char *key);

/* The row of a year, made at its first naming, or of none for HHP_ABSENT. */
hhp_rollup_row *hhp__rollup_row_for_year(hhp_rollup *rollup, int32_t year);

/* Adds to the cell of the row and of the total; a row of NULL is one that there was no memory for. */
void hhp__rollup_put(hhp_rollup *rollup, hhp_rollup_row *row, int cell, int64_t amount);

/* Takes note that an amount of the row, and so of the total, is not stated. */
void hhp__rollup_leave_open(hhp_rollup *rollup, hhp_rollup_row *row, int cell);

/* Whether the plan has anything to put into a row for the grant: one that is stated, and not 0. */
int hhp__rollup_has_grant(const hhp_plan *plan);

/* Grant, contributions and lines of the budget into their cells. */
void hhp__rollup_put_grant(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_plan *plan);
void hhp__rollup_put_contribution(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_contribution *contribution);
void hhp__rollup_put_line(hhp_rollup *rollup, hhp_rollup_row *row, const hhp_budget_line *line);

/* Starts a row, or the total, that is otherwise zero. */
void hhp__rollup_begin_row(const hhp_rollup *rollup, hhp_rollup_row *row);

/* What of the row the plan does not support becomes absent: a cell that lacks an amount, and, of money that is open or of a
 * budget without lines, one that nothing was added to. */
void hhp__rollup_end_row(const hhp_rollup *rollup, hhp_rollup_row *row, const hhp__sums *sums);

static inline hhp_rollup_row *hhp__rollup_row_at(const hhp_rollup *rollup, uint32_t index) {
  return rollup->rows.items[index];
}

static inline void hhp__rollup_fail(hhp_rollup *rollup, hhp_status status) {
  if (rollup->status == HHP_OK)
    rollup->status = status;
}

/* What fills the cells, once the rows of the plan's own objects are there. */
void hhp__roll_up_parties(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_years(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_categories(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_activities(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_goals(hhp_rollup *rollup, const hhp_plan *plan);
void hhp__roll_up_focus_areas(hhp_rollup *rollup, const hhp_plan *plan);

/* For each goal, how many activities name it or one below it. */
void hhp__rollup_count_below(hhp_rollup *rollup, const hhp_plan *plan);

#endif
