/* Values of a document whose places in its text are wanted: fields of objects that were read from it, and elements of
 * lists. An object itself is not searched for, as the decoder notes where each begins and ends. */
#ifndef HHP_REPORT_WANTED_H
#define HHP_REPORT_WANTED_H

#include "model/model.h"
#include "report/finding.h"

typedef struct {
  hhp__place *place; /* to be set */
  const hhp__object *object;
  const hhp__field *field;
  int64_t index; /* of an element of that list; -1: the whole value */
} hhp__wanted_value;

typedef struct {
  hhp__wanted_value *items;
  size_t count;
  size_t capacity;
} hhp__wanted;

/* Sets the place of an object, or notes that of a field for hhp__find_wanted(). `field` is NULL for the object itself.
 * Returns 0, or -1 if memory ran out. */
int hhp__want(hhp__wanted *wanted, hhp__wanted_value value);

/* Sets the places of all values noted, in the text that their objects were read from. Reads only these objects, each up
 * to the last value wanted of it, and no objects inside them. Changes the order of the items. */
void hhp__find_wanted(hhp__wanted *wanted, const char *json);

void hhp__wanted_free(hhp__wanted *wanted);

#endif
