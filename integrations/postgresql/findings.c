/* helhedsplan_findings(plan[, stage, today, scheme]): a row for each finding. */
#include "postgresql/extension.h"

#include <funcapi.h>
#include <miscadmin.h>
#include <string.h>
#include <utils/memutils.h>

#include "database/check.h"

/* What has to be freed whatever happens; in memory that survives a jump. */
typedef struct S_held {
  db_check check;
  hhp__buffer scratch;
} S_held;

/* Positions in the text of jsonb are of no use: the user has never seen it. */
static bool S_is_position(int column) {
  const char *name = db_finding_column_name(column);
  return strcmp(name, "line") == 0 || strcmp(name, "column") == 0 || strcmp(name, "offset") == 0 ||
         strcmp(name, "length") == 0;
}

static Datum S_datum_of(const db_cell *cell, db_kind kind) {
  switch (kind) {
  case DB_TEXT:
    return pg_text_of(cell->text, strlen(cell->text));
  case DB_JSON:
    return pg_jsonb_of(cell->text, strlen(cell->text));
  case DB_BOOLEAN:
    return BoolGetDatum(cell->number != 0);
  case DB_NUMBER:
    break;
  }
  return Int64GetDatum(cell->number);
}

static void S_put_row(ReturnSetInfo *set, const hhp_finding *finding, hhp__buffer *scratch, pg_plan_type type) {
  Datum values[DB_FINDING_COLUMNS] = {0};
  bool nulls[DB_FINDING_COLUMNS] = {0};
  db_cell cell;
  for (int column = 0; column < DB_FINDING_COLUMNS; column++) {
    if (db_finding_cell(finding, column, scratch, &cell) != HHP_OK)
      ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
    nulls[column] = cell.is_null || (type == PG_PLAN_JSONB && S_is_position(column));
    if (!nulls[column])
      values[column] = S_datum_of(&cell, db_finding_column_kind(column));
  }
  tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
}

/* The texts of a row are freed after it. */
static void S_put_rows(ReturnSetInfo *set, S_held *held, pg_plan_type type) {
  MemoryContext row_context = AllocSetContextCreate(CurrentMemoryContext, "helhedsplan row", ALLOCSET_DEFAULT_SIZES);
  MemoryContext previous = MemoryContextSwitchTo(row_context);
  for (size_t i = 0; i < hhp_report_count(held->check.report); i++) {
    CHECK_FOR_INTERRUPTS();
    S_put_row(set, hhp_report_at(held->check.report, i), &held->scratch, type);
    MemoryContextReset(row_context);
  }
  MemoryContextSwitchTo(previous);
  MemoryContextDelete(row_context);
}

static Datum S_findings(FunctionCallInfo call, pg_plan_type type) {
  static const pg_positions how_to_check = {1, 2, 3};
  db_question question;
  db_fault fault;
  InitMaterializedSRF(call, 0);
  CHECK_FOR_INTERRUPTS();
  if (!pg_question_of(call, type, how_to_check, &question))
    return (Datum)0;
  S_held *held = palloc0(sizeof(*held));
  if (db_check_run(&held->check, &question, 0, &fault) != HHP_OK)
    pg_fail(&fault);
  PG_TRY();
  { S_put_rows((ReturnSetInfo *)call->resultinfo, held, type); }
  PG_FINALLY();
  {
    db_check_free(&held->check);
    hhp__buffer_free(&held->scratch);
  }
  PG_END_TRY();
  return (Datum)0;
}

PG_FUNCTION_OF_PLAN(helhedsplan_findings, S_findings);
