/* Functions that return sets of rows. The set is stored by PostgreSQL, on disk if it is large. */
#include "postgresql/extension.h"

#include <funcapi.h>
#include <miscadmin.h>
#include <string.h>
#include <utils/memutils.h>

#include "database/relation.h"

static Datum S_datum_of(const db_cell *cell, db_kind kind) {
  switch (kind) {
  case DB_TEXT:
    return pg_text_of(cell->text, strlen(cell->text));
  case DB_JSON:
    return pg_jsonb_of(cell->text, strlen(cell->text));
  case DB_BOOLEAN:
    return BoolGetDatum(cell->number != 0);
  case DB_NUMBER:
  case DB_POSITION:
    break;
  }
  return Int64GetDatum(cell->number);
}

/* Positions in the text of jsonb are NULL: that text exists only here. */
static void S_put_row(ReturnSetInfo *set, const db_relation *relation, db_rows *rows, pg_plan_type type) {
  Datum values[DB_MOST_COLUMNS] = {0};
  bool nulls[DB_MOST_COLUMNS] = {0};
  db_cell cell;
  for (int column = 0; column < relation->column_count; column++) {
    db_kind kind = relation->columns[column].kind;
    if (relation->cell(rows, column, &cell) != HHP_OK)
      ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
    nulls[column] = cell.is_null || (type == PG_PLAN_JSONB && kind == DB_POSITION);
    if (!nulls[column])
      values[column] = S_datum_of(&cell, kind);
  }
  tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
}

/* What PostgreSQL allocates for a row is freed after it. */
static void S_put_rows(ReturnSetInfo *set, const db_relation *relation, db_rows *rows, pg_plan_type type) {
  MemoryContext row_context = AllocSetContextCreate(CurrentMemoryContext, "helhedsplan row", ALLOCSET_DEFAULT_SIZES);
  MemoryContext previous = MemoryContextSwitchTo(row_context);
  for (; !relation->is_at_end(rows); relation->next(rows)) {
    CHECK_FOR_INTERRUPTS();
    S_put_row(set, relation, rows, type);
    MemoryContextReset(row_context);
  }
  MemoryContextSwitchTo(previous);
  MemoryContextDelete(row_context);
}

/* The rows are in memory that PostgreSQL knows, as a jump leaves variables undefined. */
static Datum S_return_rows(FunctionCallInfo call, const db_relation *relation, pg_plan_type type) {
  pg_arguments arguments = {relation->argument_count, {0}};
  db_question question;
  db_fault fault;
  memcpy(arguments.arguments, relation->arguments, sizeof(arguments.arguments));
  InitMaterializedSRF(call, 0);
  CHECK_FOR_INTERRUPTS();
  if (!pg_question_of(call, type, &arguments, &question))
    return (Datum)0;
  db_rows *rows = palloc0(sizeof(*rows));
  if (relation->open(rows, &question, &fault) != HHP_OK) {
    db_rows_free(rows);
    pg_fail(&fault);
  }
  PG_TRY();
  { S_put_rows((ReturnSetInfo *)call->resultinfo, relation, rows, type); }
  PG_FINALLY();
  { db_rows_free(rows); }
  PG_END_TRY();
  return (Datum)0;
}

static Datum S_findings(FunctionCallInfo call, pg_plan_type type) {
  return S_return_rows(call, &db_findings, type);
}

static Datum S_table(FunctionCallInfo call, pg_plan_type type) {
  return S_return_rows(call, &db_tables, type);
}

PG_FUNCTION_OF_PLAN(helhedsplan_findings, S_findings);
PG_FUNCTION_OF_PLAN(helhedsplan_table, S_table);
