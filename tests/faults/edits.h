/* Every edit that the API offers, one for each setter, adder and remover, and for what the generic core adds to them,
 * derived from the table of fields, so that new fields are included. */
#ifndef HHP_TESTS_EDITS_H
#define HHP_TESTS_EDITS_H

#include "model/model.h"

typedef struct {
  const char *name;
  uint8_t entity; /* of the object being changed */
  int needs_memory;
  hhp_status (*make)(hhp__object *object);
} edit;

extern const edit edits[];
extern const size_t edit_count;

/* The first object of that entity in the plan; NULL if there is none. */
hhp__object *any_object(hhp_plan *plan, uint8_t entity);

/* The name of a field that no object of the plan has; NULL if every field is present. */
const char *missing_field(hhp_plan *plan);

#endif
