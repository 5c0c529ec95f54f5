/* From a JSON Pointer to an object and its field, and back. */
#include <helhedsplan/object.h>

#include <string.h>

#include "model/model.h"
#include "json/pointer.h"

/* What a pointer has led to: an object, a field of it (else NULL), an element of the field (else SIZE_MAX). */
typedef struct {
  hhp_object *object;
  const hhp_field *field;
  size_t index;
} S_place;

static S_place S_place_of(hhp_object *object) {
  return (S_place){object, NULL, SIZE_MAX};
}

/* Whether it is empty, or steps that each begin with a slash, with every ~ as ~0 or ~1. */
static int S_is_pointer(const char *pointer) {
  if (pointer[0] != '/' && pointer[0] != '\0')
    return 0;
  for (const char *p = strchr(pointer, '~'); p != NULL; p = strchr(p + 1, '~')) {
    if (p[1] != '0' && p[1] != '1')
      return 0;
  }
  return 1;
}

/* The index that the step is, without leading zeros, if it is below the count; else the count. */
static size_t S_index(const char *step, size_t length, size_t count) {
  size_t index = 0;
  if (length == 0 || (length > 1 && step[0] == '0'))
    return count;
  for (size_t i = 0; i < length; i++) {
    if (step[i] < '0' || step[i] > '9')
      return count;
    index = index * 10 + (size_t)(step[i] - '0');
    if (index >= count)
      return count;
  }
  return index;
}

/* Goes one step down. No field has a name with an escape. 0, or -1 if there is nothing of that name or index. */
static int S_go(S_place *place, const char *step, size_t length) {
  if (place->field == NULL) {
    place->field = hhp__field_named(hhp__entity_of(place->object), step, length, 0);
    if (place->field == NULL)
      return -1;
    if (place->field->shape == HHP__SHAPE_OBJECT)
      *place = S_place_of(hhp__object_at(place->object, place->field));
    return 0;
  }
  if (!hhp__is_list(place->field) || place->index != SIZE_MAX)
    return -1;
  const hhp__list *list = hhp__list_at(place->object, place->field);
  place->index = S_index(step, length, list->count);
  if (place->index == list->count)
    return -1;
  if (hhp__is_list_of_objects(place->field))
    *place = S_place_of(list->items[place->index]);
  return 0;
}

hhp_status hhp_plan_resolve(const hhp_plan *plan, const char *pointer, hhp_object **object, const hhp_field **field,
                            size_t *index) {
  if (object == NULL || field == NULL || index == NULL)
    return HHP_ERR_ARGUMENT;
  *object = NULL;
  *field = NULL;
  *index = SIZE_MAX;
  if (plan == NULL || pointer == NULL)
    return HHP_ERR_ARGUMENT;
  if (!S_is_pointer(pointer))
    return HHP_ERR_FORMAT;
  S_place place = S_place_of((hhp_object *)(uintptr_t)&plan->object);
  while (*pointer != '\0') {
    const char *step = pointer + 1;
    size_t length = strcspn(step, "/");
    if (S_go(&place, step, length) != 0)
      return HHP_ERR_NOT_FOUND;
    pointer = step + length;
  }
  *object = place.object;
  *field = place.field;
  *index = place.index;
  return HHP_OK;
}

static int S_is_in_document(const hhp_object *object) {
  while (object->parent != NULL)
    object = object->parent;
  return hhp__entity_of(object)->format != NULL;
}

static hhp_status S_check_place(const hhp_object *object, const hhp_field *field, size_t index) {
  if (object == NULL || (field != NULL && field->entity != object->entity))
    return HHP_ERR_ARGUMENT;
  if (index != SIZE_MAX && (field == NULL || !hhp__is_list(field)))
    return HHP_ERR_ARGUMENT;
  if (!S_is_in_document(object) || (index != SIZE_MAX && index >= hhp__get_count(object, field)))
    return HHP_ERR_NOT_FOUND;
  return HHP_OK;
}

hhp_status hhp_object_pointer(const hhp_object *object, const hhp_field *field, size_t index, char **pointer) {
  if (pointer == NULL)
    return HHP_ERR_ARGUMENT;
  *pointer = NULL;
  hhp_status status = S_check_place(object, field, index);
  if (status != HHP_OK)
    return status;
  hhp__buffer out = {0};
  hhp__put_object_pointer(&out, object);
  if (field != NULL)
    hhp__put_step(&out, field->json, field->json_length);
  if (index != SIZE_MAX) {
    hhp__putc(&out, '/');
    hhp__put_number(&out, (int64_t)index);
  }
  *pointer = hhp__buffer_take(&out, NULL);
  return *pointer == NULL ? HHP_ERR_NOMEM : HHP_OK;
}
