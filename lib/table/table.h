/* The tables of a plan, generated from tables.def, and cells as text. */
#ifndef HHP_TABLE_TABLE_H
#define HHP_TABLE_TABLE_H

#include "base/buffer.h"
#include "base/phrase.h"
#include "model/model.h"

enum { HHP__MOST_STEPS = 3 };

/* From an object to one of its fields. */
typedef struct {
  uint8_t entity;
  uint8_t field;
} hhp__step;

struct hhp_column {
  const char *name;
  hhp__phrase heading;
  uint8_t is_parent;
  uint8_t count; /* of steps; the last is to the field of the cell */
  hhp__step steps[HHP__MOST_STEPS];
};

struct hhp_table {
  const char *name;
  hhp__phrase title;
  const struct hhp_column *columns;
  size_t column_count;
  uint8_t entity;
  uint8_t count; /* of steps; the last is to the list of the rows, and one before it may be to a list too */
  hhp__step steps[HHP__MOST_STEPS];
};

struct hhp_table_options {
  int32_t lang; /* of headings, titles and the decimal mark; 0: for programs */
  char separator;
  uint8_t has_bom;
  uint8_t is_guarded;
};

extern const struct hhp_table_options hhp__table_for_programs;

static inline const hhp__field *hhp__field_of_step(hhp__step step) {
  return &hhp__entities[step.entity].fields[step.field];
}

/* Appends a cell as text; nothing if it has no value. */
void hhp__put_cell(hhp__buffer *out, const hhp__object *row, const struct hhp_column *column,
                   const struct hhp_table_options *options);

/* Whether a spreadsheet would calculate the text, once leading single quotes are removed. */
int hhp__needs_guard(const char *text);

/* Finds what a reference means, written by people: an id, or the title, name or alias of exactly one object of the
 * target entity. HHP_OK with an id that the plan has or could have; HHP_ERR_NOT_FOUND, HHP_ERR_AMBIGUOUS,
 * HHP_ERR_NOMEM. */
hhp_status hhp__find_reference(const hhp__object *row, const hhp__field *field, const char *text, const char **id);

#endif
