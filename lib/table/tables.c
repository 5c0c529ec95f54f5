/* The tables and their columns, and walking over the rows of a plan. */
#include <helhedsplan/object.h>
#include <helhedsplan/table.h>

#include <string.h>

#include "table/table.h"

#define STEP(e, f) \
  { HHP__E_##e, HHP__##e##_##f }

#define TABLE(t, ...) static const hhp_column S_columns_of_##t[] = {
#define COLUMN(t, name_, da, en, is_parent_, count_, ...) \
  {.name = name_, .heading = {da, en}, .is_parent = is_parent_, .count = count_, .steps = {__VA_ARGS__}},
#define END_TABLE(t) \
  }                  \
  ;
#include "table/tables.def"

static const hhp_table S_tables[] = {
#define TABLE(t, entity_, da, en, count_, ...)                             \
  {.name = #t,                                                             \
   .title = {da, en},                                                      \
   .columns = S_columns_of_##t,                                            \
   .column_count = sizeof(S_columns_of_##t) / sizeof(S_columns_of_##t[0]), \
   .entity = HHP__E_##entity_,                                             \
   .count = count_,                                                        \
   .steps = {__VA_ARGS__}},
#define COLUMN(...)
#define END_TABLE(t)
#include "table/tables.def"
};

enum { TABLES = sizeof(S_tables) / sizeof(S_tables[0]) };

size_t hhp_table_count(void) {
  return TABLES;
}

const hhp_table *hhp_table_at(size_t index) {
  return index < TABLES ? &S_tables[index] : NULL;
}

const hhp_table *hhp_table_find(const char *name) {
  for (size_t i = 0; name != NULL && i < TABLES; i++) {
    if (strcmp(S_tables[i].name, name) == 0)
      return &S_tables[i];
  }
  return NULL;
}

const char *hhp_table_name(const hhp_table *table) {
  return table == NULL ? NULL : table->name;
}

const char *hhp_table_title(const hhp_table *table, int32_t lang) {
  return table == NULL ? NULL : hhp__in_lang(table->title, lang);
}

const hhp_entity *hhp_table_entity(const hhp_table *table) {
  return table == NULL ? NULL : &hhp__entities[table->entity];
}

/* The list before that of the rows, or NULL. */
static const hhp__field *S_outer_list(const hhp_table *table) {
  const hhp__field *outer = table->count > 1 ? hhp__field_of_step(table->steps[table->count - 2]) : NULL;
  return outer != NULL && hhp__is_list(outer) ? outer : NULL;
}

const hhp_table *hhp_table_parent(const hhp_table *table) {
  const hhp__field *outer = table == NULL ? NULL : S_outer_list(table);
  for (size_t i = 0; outer != NULL && i < TABLES; i++) {
    if (S_tables[i].count > 0 && hhp__field_of_step(S_tables[i].steps[S_tables[i].count - 1]) == outer)
      return &S_tables[i];
  }
  return NULL;
}

size_t hhp_table_column_count(const hhp_table *table) {
  return table == NULL ? 0 : table->column_count;
}

const hhp_column *hhp_table_column_at(const hhp_table *table, size_t index) {
  return table != NULL && index < table->column_count ? &table->columns[index] : NULL;
}

const hhp_column *hhp_table_find_column(const hhp_table *table, const char *name) {
  for (size_t i = 0; name != NULL && i < hhp_table_column_count(table); i++) {
    if (strcmp(table->columns[i].name, name) == 0)
      return &table->columns[i];
  }
  return NULL;
}

const char *hhp_column_name(const hhp_column *column) {
  return column == NULL ? NULL : column->name;
}

const char *hhp_column_heading(const hhp_column *column, int32_t lang) {
  return column == NULL ? NULL : hhp__in_lang(column->heading, lang);
}

const hhp_field *hhp_column_field(const hhp_column *column) {
  return column == NULL ? NULL : hhp__field_of_step(column->steps[column->count - 1]);
}

int32_t hhp_column_is_parent(const hhp_column *column) {
  return column != NULL && column->is_parent;
}

/* The depth of the recursions below is the number of steps of the table, at most HHP__MOST_STEPS. */

static size_t S_count_rows(const hhp_table *table, const hhp_object *object, size_t step) {
  if (step == table->count)
    return 1;
  const hhp__field *field = hhp__field_of_step(table->steps[step]);
  if (!hhp__is_list(field))
    return S_count_rows(table, hhp__get_object(object, field), step + 1);
  size_t count = hhp__get_count(object, field), rows = 0;
  if (step + 1u == table->count)
    return count;
  for (size_t i = 0; i < count; i++)
    rows += S_count_rows(table, hhp__get_element(object, field, i), step + 1);
  return rows;
}

size_t hhp_table_row_count(const hhp_table *table, const hhp_plan *plan) {
  return table == NULL || plan == NULL ? 0 : S_count_rows(table, &plan->object, 0);
}

/* The first row in the object, from the element at `index` of the list if its step is to one. */
static hhp_object *S_first_row(const hhp_table *table, const hhp_object *object, size_t step, size_t index) {
  if (step == table->count)
    return (hhp_object *)(uintptr_t)object;
  const hhp__field *field = hhp__field_of_step(table->steps[step]);
  if (!hhp__is_list(field))
    return S_first_row(table, hhp__get_object(object, field), step + 1, 0);
  hhp_object *found = NULL;
  for (size_t count = hhp__get_count(object, field); index < count && found == NULL; index++)
    found = S_first_row(table, hhp__get_element(object, field, index), step + 1, 0);
  return found;
}

/* Whether the object is in a list of the table: what supports a strategy is in that of strategies or of work areas. */
static int S_is_row(const hhp_table *table, const hhp_object *object) {
  return table->count > 0 && object->parent != NULL && object->entity == table->entity &&
         hhp__field_in_parent(object) == hhp__field_of_step(table->steps[table->count - 1]);
}

hhp_object *hhp_table_next(const hhp_table *table, const hhp_plan *plan, const hhp_object *previous) {
  if (table == NULL || plan == NULL)
    return NULL;
  if (previous == NULL)
    return S_first_row(table, &plan->object, 0, 0);
  if (!S_is_row(table, previous))
    return NULL;
  hhp_object *found = NULL;
  const hhp_object *at = previous;
  for (size_t step = table->count; step > 0 && at->parent != NULL && found == NULL; step--, at = at->parent) {
    if (hhp__is_list(hhp__field_of_step(table->steps[step - 1])))
      found = S_first_row(table, at->parent, step - 1, at->index + (size_t)1);
  }
  return found;
}

hhp_status hhp_table_add_row(const hhp_table *table, hhp_plan *plan, const char *parent_id, const char *id,
                             hhp_object **row) {
  if (row == NULL)
    return HHP_ERR_ARGUMENT;
  *row = NULL;
  if (table == NULL || plan == NULL || table->count == 0 || (S_outer_list(table) != NULL) != (parent_id != NULL))
    return HHP_ERR_ARGUMENT;
  hhp_object *owner = &plan->object;
  for (size_t i = 0; i + 1 < table->count; i++) {
    const hhp__field *field = hhp__field_of_step(table->steps[i]);
    owner = hhp__is_list(field) ? hhp__find(owner, field, parent_id) : hhp__get_object(owner, field);
    if (owner == NULL)
      return HHP_ERR_NOT_FOUND;
  }
  const hhp__field *list = hhp__field_of_step(table->steps[table->count - 1]);
  return hhp_insert_object(owner, list, hhp__get_count(owner, list), id, row);
}

hhp_status hhp_table_remove_row(const hhp_table *table, hhp_object *row) {
  if (table == NULL || row == NULL || !S_is_row(table, row))
    return HHP_ERR_ARGUMENT;
  return hhp_remove(row->parent, hhp__field_in_parent(row), row->index);
}

hhp_object *hhp_cell_object(const hhp_object *row, const hhp_column *column) {
  if (row == NULL || column == NULL)
    return NULL;
  const hhp_object *object = column->is_parent ? row->parent : row;
  if (object == NULL || object->entity != column->steps[0].entity)
    return NULL;
  for (size_t i = 0; i + 1 < column->count; i++)
    object = hhp__get_object(object, hhp__field_of_step(column->steps[i]));
  return (hhp_object *)(uintptr_t)object;
}
