/* The rows of a roll-up: creating, finding and adding to them. */
#include <string.h>

#include "base/digits.h"
#include "base/kroner.h"
#include "rollup/rollup.h"

#define CELL(name) (1u << HHP__CELL_##name)
#define CELLS_OF_MONEY (CELL(GRANT) | CELL(CONTRIBUTED) | CELL(GIVEN) | CELL(LOCAL) | CELL(BUDGETED) | CELL(NOT_STATED))
#define CELLS_OF_BUDGET (CELL(BUDGETED) | CELL(NOT_STATED))
#define CELLS_OF_SERVICE (CELL(ACTIVITIES) | CELL(ALL_ACTIVITIES))

/* The cells of each roll-up, and the title of its row of kind "none". */
static const struct {
  unsigned cells;
  hhp__phrase none;
} S_layouts[] = {
    [HHP_ROLLUP_BY_PARTY] = {CELLS_OF_MONEY, {"Uden part", "No party"}},
    [HHP_ROLLUP_BY_YEAR] = {CELLS_OF_MONEY, {"Uden år", "No year"}},
    [HHP_ROLLUP_BY_CATEGORY] = {CELLS_OF_BUDGET, {"Uden kategori", "No category"}},
    [HHP_ROLLUP_BY_ACTIVITY] = {CELLS_OF_BUDGET, {"Uden aktivitet", "No activity"}},
    [HHP_ROLLUP_BY_GOAL] = {CELLS_OF_SERVICE, {"Uden mål", "No goal"}},
    [HHP_ROLLUP_BY_FOCUS_AREA] = {CELLS_OF_SERVICE, {"Uden indsatsområde", "No focus area"}},
};

void hhp__rollup_begin_row(const hhp_rollup *rollup, hhp_rollup_row *row) {
  for (int cell = 0; cell < HHP__CELL_COUNT; cell++)
    row->cells[cell] = (S_layouts[rollup->by].cells >> cell & 1) != 0 ? 0 : HHP_ABSENT;
}

void hhp__rollup_end_row(const hhp_rollup *rollup, hhp_rollup_row *row, const hhp__sums *sums) {
  unsigned needs_more = row->unknown | (row->shared & ~row->filled);
  if (hhp__is_open(sums))
    needs_more |= (CELL(GRANT) | CELL(CONTRIBUTED) | CELL(GIVEN) | CELL(LOCAL)) & ~row->filled;
  if (hhp__is_open(sums) && row == &rollup->total)
    needs_more |= CELL(GIVEN);
  if (sums->budget_lines == 0)
    needs_more |= CELL(BUDGETED);
  for (int cell = 0; cell < HHP__CELL_COUNT; cell++) {
    if ((S_layouts[rollup->by].cells & needs_more) >> cell & 1)
      row->cells[cell] = HHP_ABSENT;
  }
}

static const char *S_copy(hhp_rollup *rollup, const char *text) {
  return text == NULL ? NULL : hhp__arena_text(&rollup->arena, text, strlen(text));
}

static int S_index_row(hhp_rollup *rollup, hhp_rollup_row *row) {
  if (row->key == NULL)
    return 0;
  hhp__slot *slot = hhp__index_add(&rollup->by_key, row->key, strlen(row->key));
  if (slot == NULL)
    return -1;
  if (slot->value == NULL)
    slot->value = row;
  return 0;
}

hhp_rollup_row *hhp__rollup_add(hhp_rollup *rollup, int32_t kind, const char *key, hhp__phrase title) {
  hhp_rollup_row *row = hhp__arena_new(&rollup->arena, sizeof(*row));
  const char *key_copy = S_copy(rollup, key);
  const char *da_copy = S_copy(rollup, title.da);
  const char *en_copy = title.da == title.en ? da_copy : S_copy(rollup, title.en);
  if (row == NULL || da_copy == NULL || en_copy == NULL || (key != NULL && key_copy == NULL)) {
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
    return NULL;
  }
  row->kind = kind;
  row->number = rollup->rows.count;
  row->key = key_copy;
  row->title = (hhp__phrase){da_copy, en_copy};
  hhp__rollup_begin_row(rollup, row);
  if (hhp__list_add(&rollup->rows, &rollup->arena, row) != 0 || S_index_row(rollup, row) != 0) {
    hhp__rollup_fail(rollup, HHP_ERR_NOMEM);
    return NULL;
  }
  return row;
}

hhp_rollup_row *hhp__rollup_row_for(hhp_rollup *rollup, const char *key) {
  if (key == NULL) {
    if (rollup->none == NULL)
      rollup->none = hhp__rollup_add(rollup, HHP_ROLLUP_ROW_NONE, NULL, S_layouts[rollup->by].none);
    return rollup->none;
  }
  hhp_rollup_row *row = hhp__index_get(&rollup->by_key, key, strlen(key));
  return row != NULL ? row : hhp__rollup_add(rollup, HHP_ROLLUP_ROW_UNKNOWN, key, (hhp__phrase){key, key});
}

hhp_rollup_row *hhp__rollup_row_for_year(hhp_rollup *rollup, int32_t year) {
  if (year == HHP_ABSENT)
    return hhp__rollup_row_for(rollup, NULL);
  char buffer[HHP__DIGITS_SIZE];
  const char *key = hhp__digits(year, buffer);
  hhp_rollup_row *row = hhp__index_get(&rollup->by_key, key, strlen(key));
  if (row != NULL)
    return row;
  row = hhp__rollup_add(rollup, HHP_ROLLUP_ROW_ONE, key, (hhp__phrase){key, key});
  if (row != NULL)
    row->number = (uint32_t)year;
  return row;
}

void hhp__rollup_put(hhp_rollup *rollup, hhp_rollup_row *row, int cell, int64_t amount) {
  if (row == NULL)
    return;
  if (hhp__add(row->cells[cell], amount, &row->cells[cell]) != 0 ||
      hhp__add(rollup->total.cells[cell], amount, &rollup->total.cells[cell]) != 0)
    hhp__rollup_fail(rollup, HHP_ERR_OVERFLOW);
  row->filled |= 1u << cell;
  rollup->total.filled |= 1u << cell;
}

void hhp__rollup_leave_open(hhp_rollup *rollup, hhp_rollup_row *row, int cell) {
  if (row != NULL)
    row->unknown |= 1u << cell;
  rollup->total.unknown |= 1u << cell;
}
