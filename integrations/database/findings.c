/* helhedsplan_findings: a row for each finding of a check. */
#include "database/json_text.h"
#include "database/relation.h"

typedef enum S_column {
  RULE,
  SLUG,
  SEVERITY,
  WAIVED,
  WAIVER_REASON,
  POINTER,
  ENTITY,
  LINE,
  COLUMN,
  OFFSET,
  LENGTH,
  MESSAGE_DA,
  MESSAGE_EN,
  REMEDY_DA,
  REMEDY_EN,
  ARGUMENTS
} S_column;

static void S_put_argument(hhp__buffer *out, const hhp_finding *finding, size_t index) {
  db_put_json_string(out, hhp_finding_argument_name(finding, index));
  hhp__putc(out, ':');
  if (hhp_finding_argument_kind(finding, index) == HHP_ARGUMENT_TEXT)
    db_put_json_string(out, hhp_finding_argument_text(finding, index));
  else
    db_put_json_number(out, hhp_finding_argument_number(finding, index));
}

static hhp_status S_arguments(const hhp_finding *finding, hhp__buffer *scratch, db_cell *cell) {
  hhp__buffer_free(scratch);
  hhp__putc(scratch, '{');
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    if (i > 0)
      hhp__putc(scratch, ',');
    S_put_argument(scratch, finding, i);
  }
  hhp__putc(scratch, '}');
  if (scratch->failed)
    return HHP_ERR_NOMEM;
  cell->text = scratch->text;
  return HHP_OK;
}

/* Positions are 0 if they are not known, which no position is. */
static hhp_status S_position(const hhp_finding *finding, size_t position, db_cell *cell) {
  cell->is_null = hhp_finding_line(finding) == 0;
  cell->number = (int64_t)position;
  return HHP_OK;
}

static hhp_status S_text(const char *text, db_cell *cell) {
  cell->is_null = text == NULL;
  cell->text = text;
  return HHP_OK;
}

/* A message is missing only if there was no memory to format it. */
static hhp_status S_formatted(const char *text, db_cell *cell) {
  return text == NULL ? HHP_ERR_NOMEM : S_text(text, cell);
}

static hhp_status S_open(db_rows *rows, const db_question *question, db_fault *fault) {
  return db_check_run(&rows->check, question, 0, fault);
}

static int S_is_at_end(const db_rows *rows) {
  return rows->number >= hhp_report_count(rows->check.report);
}

static void S_next(db_rows *rows) {
  rows->number++;
}

static hhp_status S_cell(db_rows *rows, int column, db_cell *cell) {
  const hhp_finding *finding = hhp_report_at(rows->check.report, rows->number);
  *cell = (db_cell){0};
  switch ((S_column)column) {
  case RULE:
    return S_text(hhp_finding_rule(finding), cell);
  case SLUG:
    return S_text(hhp_finding_slug(finding), cell);
  case SEVERITY:
    return S_text(hhp_severity_name(hhp_finding_severity(finding)), cell);
  case WAIVED:
    cell->number = hhp_finding_is_waived(finding);
    return HHP_OK;
  case WAIVER_REASON:
    return S_text(hhp_finding_waiver_reason(finding), cell);
  case POINTER:
    return S_text(hhp_finding_pointer(finding), cell);
  case ENTITY:
    return S_text(hhp_finding_entity(finding), cell);
  case LINE:
    return S_position(finding, hhp_finding_line(finding), cell);
  case COLUMN:
    return S_position(finding, hhp_finding_column(finding), cell);
  case OFFSET:
    return S_position(finding, hhp_finding_offset(finding), cell);
  case LENGTH:
    return S_position(finding, hhp_finding_length(finding), cell);
  case MESSAGE_DA:
    return S_formatted(hhp_finding_message(finding, HHP_LANG_DA), cell);
  case MESSAGE_EN:
    return S_formatted(hhp_finding_message(finding, HHP_LANG_EN), cell);
  case REMEDY_DA:
    return S_formatted(hhp_finding_remedy(finding, HHP_LANG_DA), cell);
  case REMEDY_EN:
    return S_formatted(hhp_finding_remedy(finding, HHP_LANG_EN), cell);
  case ARGUMENTS:
    return S_arguments(finding, &rows->scratch, cell);
  }
  cell->is_null = 1;
  return HHP_OK;
}

const db_relation db_findings = {
    .name = "helhedsplan_findings",
    .column_count = ARGUMENTS + 1,
    .columns =
        {
            [RULE] = {"rule", DB_TEXT},
            [SLUG] = {"slug", DB_TEXT},
            [SEVERITY] = {"severity", DB_TEXT},
            [WAIVED] = {"waived", DB_BOOLEAN},
            [WAIVER_REASON] = {"waiver_reason", DB_TEXT},
            [POINTER] = {"pointer", DB_TEXT},
            [ENTITY] = {"entity", DB_TEXT},
            [LINE] = {"line", DB_POSITION},
            [COLUMN] = {"column", DB_POSITION},
            [OFFSET] = {"offset", DB_POSITION},
            [LENGTH] = {"length", DB_POSITION},
            [MESSAGE_DA] = {"message_da", DB_TEXT},
            [MESSAGE_EN] = {"message_en", DB_TEXT},
            [REMEDY_DA] = {"remedy_da", DB_TEXT},
            [REMEDY_EN] = {"remedy_en", DB_TEXT},
            [ARGUMENTS] = {"arguments", DB_JSON},
        },
    .argument_count = 4,
    .required_count = 1,
    .arguments = {DB_PLAN, DB_STAGE, DB_TODAY, DB_SCHEME},
    .open = S_open,
    .is_at_end = S_is_at_end,
    .next = S_next,
    .cell = S_cell,
};
