/* helhedsplan_table: the rows of a table of a plan. Its columns depend on the table, and those of a database are fixed;
 * therefore a row is a JSON object, beside the ids by which rows are joined. */
#include <string.h>

#include "database/relation.h"

typedef enum S_column { NUMBER, PARENT, ID, VALUE } S_column;

static void S_put_names(hhp__buffer *out) {
  for (size_t i = 0; i < hhp_table_count(); i++) {
    hhp__puts(out, i == 0 ? "" : ", ");
    hhp__puts(out, hhp_table_name(hhp_table_at(i)));
  }
}

static hhp_status S_fail_name(db_rows *rows, const char *name, db_fault *fault) {
  S_put_names(&rows->scratch);
  if (rows->scratch.failed)
    return db_fail(fault, HHP_ERR_NOMEM, "%s", hhp_status_message(HHP_ERR_NOMEM, HHP_LANG_EN));
  return db_fail(fault, HHP_ERR_NOT_FOUND, "table: \"%.40s\" is not one of %s", name, rows->scratch.text);
}

/* Without a name there are no rows. A text that is not a plan is a fault: its rows would be missing from sums. */
static hhp_status S_open(db_rows *rows, const db_question *question, db_fault *fault) {
  if (question->table == NULL)
    return HHP_OK;
  rows->table = hhp_table_find(question->table);
  if (rows->table == NULL)
    return S_fail_name(rows, question->table, fault);
  hhp_status status = db_read_plan(question->json, question->length, &rows->plan, fault);
  if (status == HHP_OK)
    rows->row = hhp_table_next(rows->table, rows->plan, NULL);
  return status;
}

static int S_is_at_end(const db_rows *rows) {
  return rows->row == NULL;
}

static void S_next(db_rows *rows) {
  rows->row = hhp_table_next(rows->table, rows->plan, rows->row);
  rows->number++;
}

/* A column without a value, or that the table does not have, is NULL. */
static hhp_status S_text_of(const db_rows *rows, const hhp_column *column, db_cell *cell) {
  cell->text = hhp_get_text(hhp_cell_object(rows->row, column), hhp_column_field(column));
  cell->is_null = cell->text == NULL;
  return HHP_OK;
}

static hhp_status S_cell(db_rows *rows, int column, db_cell *cell) {
  const hhp_column *first = hhp_table_column_at(rows->table, 0);
  *cell = (db_cell){0};
  switch ((S_column)column) {
  case NUMBER:
    cell->number = (int64_t)rows->number + 1;
    return HHP_OK;
  case PARENT:
    return S_text_of(rows, hhp_column_is_parent(first) ? first : NULL, cell);
  case ID:
    return S_text_of(rows, hhp_table_find_column(rows->table, "id"), cell);
  case VALUE:
    break;
  }
  hhp_free(rows->json);
  rows->json = NULL;
  hhp_status status = hhp_row_json(rows->table, rows->row, &rows->json);
  cell->text = rows->json;
  return status;
}

const db_relation db_tables = {
    .name = "helhedsplan_table",
    .column_count = VALUE + 1,
    .columns =
        {
            [NUMBER] = {"number", DB_NUMBER},
            [PARENT] = {"parent", DB_TEXT},
            [ID] = {"id", DB_TEXT},
            [VALUE] = {"value", DB_JSON},
        },
    .argument_count = 2,
    .required_count = 2,
    .arguments = {DB_PLAN, DB_TABLE},
    .open = S_open,
    .is_at_end = S_is_at_end,
    .next = S_next,
    .cell = S_cell,
};
