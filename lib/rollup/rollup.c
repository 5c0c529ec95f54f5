/* Roll-ups: creating one, and reading it and its rows. */
#include <helhedsplan/rollup.h>

#include <stdlib.h>
#include <string.h>

#include "rollup/rollup.h"

/* The plan's objects that a roll-up has rows for, if any, and the function that fills the rows. */
typedef struct {
  int has_objects;
  uint8_t entity;
  uint8_t list;  /* field of the plan */
  uint8_t id;    /* fields of the entity */
  uint8_t title; /* name or title */
  void (*fill)(hhp_rollup *rollup, const hhp_plan *plan);
} S_form;

#define OBJECTS(entity, list, title) 1, HHP__E_##entity, HHP__plan_##list, HHP__##entity##_id, HHP__##entity##_##title

static const S_form S_forms[] = {
    [HHP_ROLLUP_BY_PARTY] = {OBJECTS(party, parties, name), hhp__roll_up_parties},
    [HHP_ROLLUP_BY_YEAR] = {.fill = hhp__roll_up_years},
    [HHP_ROLLUP_BY_CATEGORY] = {.fill = hhp__roll_up_categories},
    [HHP_ROLLUP_BY_ACTIVITY] = {OBJECTS(activity, activities, title), hhp__roll_up_activities},
    [HHP_ROLLUP_BY_GOAL] = {OBJECTS(goal, goals, title), hhp__roll_up_goals},
    [HHP_ROLLUP_BY_FOCUS_AREA] = {OBJECTS(focus_area, focus_areas, title), hhp__roll_up_focus_areas},
};

static void S_add_objects(hhp_rollup *rollup, const hhp_plan *plan, const S_form *form) {
  const hhp__field *fields = hhp__entities[form->entity].fields;
  const hhp__list *list = hhp__list_at(&plan->object, &hhp__entities[HHP__E_plan].fields[form->list]);
  for (uint32_t i = 0; i < list->count; i++) {
    const char *id = hhp__text_at(list->items[i], &fields[form->id]);
    const char *title = hhp__text_at(list->items[i], &fields[form->title]);
    const char *called = title != NULL ? title : id != NULL ? id : "";
    hhp__rollup_add(rollup, HHP_ROLLUP_ROW_ONE, id, (hhp__phrase){called, called});
  }
}

/* By kind, which are numbered in the order of the rows, then by number. */
static int S_by_row_kind(const void *a, const void *b) {
  const hhp_rollup_row *x = *(void *const *)a;
  const hhp_rollup_row *y = *(void *const *)b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

static void S_fill(hhp_rollup *rollup, const hhp_plan *plan) {
  const S_form *form = &S_forms[rollup->by];
  rollup->total = (hhp_rollup_row){.kind = HHP_ROLLUP_ROW_TOTAL, .title = {"I alt", "Total"}};
  hhp__rollup_begin_row(rollup, &rollup->total);
  if (form->has_objects)
    S_add_objects(rollup, plan, form);
  if (rollup->status == HHP_OK)
    form->fill(rollup, plan);
  hhp__sums sums;
  hhp__sum_financing(plan, &sums);
  for (uint32_t i = 0; i < rollup->rows.count; i++)
    hhp__rollup_end_row(rollup, hhp__rollup_row_at(rollup, i), &sums);
  hhp__rollup_end_row(rollup, &rollup->total, &sums);
  if (rollup->rows.count > 1)
    qsort(rollup->rows.items, rollup->rows.count, sizeof(*rollup->rows.items), S_by_row_kind);
}

hhp_status hhp_plan_rollup(const hhp_plan *plan, int32_t by, hhp_rollup **rollup) {
  if (rollup == NULL)
    return HHP_ERR_ARGUMENT;
  *rollup = NULL;
  if (plan == NULL || by < HHP_ROLLUP_BY_PARTY || by > HHP_ROLLUP_BY_FOCUS_AREA)
    return HHP_ERR_ARGUMENT;
  hhp_rollup *new_rollup = calloc(1, sizeof(*new_rollup));
  if (new_rollup == NULL)
    return HHP_ERR_NOMEM;
  new_rollup->by = by;
  S_fill(new_rollup, plan);
  hhp_status status = new_rollup->status;
  if (status == HHP_OK)
    *rollup = new_rollup;
  else
    hhp_rollup_free(new_rollup);
  return status;
}

void hhp_rollup_free(hhp_rollup *rollup) {
  if (rollup == NULL)
    return;
  hhp__index_free(&rollup->by_key);
  hhp__arena_free(&rollup->arena);
  free(rollup);
}

int32_t hhp_rollup_by(const hhp_rollup *rollup) {
  return rollup == NULL ? 0 : rollup->by;
}

size_t hhp_rollup_count(const hhp_rollup *rollup) {
  return rollup == NULL ? 0 : rollup->rows.count;
}

const hhp_rollup_row *hhp_rollup_at(const hhp_rollup *rollup, size_t index) {
  return rollup == NULL || index >= rollup->rows.count ? NULL : rollup->rows.items[index];
}

const hhp_rollup_row *hhp_rollup_find(const hhp_rollup *rollup, const char *key) {
  return rollup == NULL || key == NULL ? NULL : hhp__index_get(&rollup->by_key, key, strlen(key));
}

const hhp_rollup_row *hhp_rollup_total(const hhp_rollup *rollup) {
  return rollup == NULL ? NULL : &rollup->total;
}

int32_t hhp_rollup_row_kind(const hhp_rollup_row *row) {
  return row == NULL ? 0 : row->kind;
}

const char *hhp_rollup_row_key(const hhp_rollup_row *row) {
  return row == NULL ? NULL : row->key;
}

const char *hhp_rollup_row_title(const hhp_rollup_row *row, int32_t lang) {
  return row == NULL ? NULL : hhp__in_lang(row->title, lang);
}

size_t hhp_rollup_row_party_count(const hhp_rollup_row *row) {
  return row == NULL ? 0 : row->party_count;
}

const char *hhp_rollup_row_party_at(const hhp_rollup_row *row, size_t index) {
  return row == NULL || index >= row->party_count ? NULL : row->parties[index];
}

static int64_t S_cell(const hhp_rollup_row *row, int cell) {
  return row == NULL ? HHP_ABSENT : row->cells[cell];
}

int64_t hhp_rollup_row_grant(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_GRANT);
}

int64_t hhp_rollup_row_contributed(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_CONTRIBUTED);
}

int64_t hhp_rollup_row_given(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_GIVEN);
}

int64_t hhp_rollup_row_local(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_LOCAL);
}

int64_t hhp_rollup_row_budgeted(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_BUDGETED);
}

int64_t hhp_rollup_row_not_stated(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_NOT_STATED);
}

int64_t hhp_rollup_row_activities(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_ACTIVITIES);
}

int64_t hhp_rollup_row_all_activities(const hhp_rollup_row *row) {
  return S_cell(row, HHP__CELL_ALL_ACTIVITIES);
}
