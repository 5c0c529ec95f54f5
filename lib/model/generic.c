/* The generic core (object.h): checks that a field is one of the object and of the right kind, and then calls what the
 * accessor of the field calls. */
#include <helhedsplan/object.h>

#include "model/model.h"

/* Sets of shapes. */
enum {
  TEXT = 1 << HHP__SHAPE_TEXT,
  NUMBER = 1 << HHP__SHAPE_NUMBER | 1 << HHP__SHAPE_DATE,
  KRONER = 1 << HHP__SHAPE_KRONER,
  OBJECT = 1 << HHP__SHAPE_OBJECT,
  TEXTS = 1 << HHP__SHAPE_TEXTS,
  OBJECTS = 1 << HHP__SHAPE_OBJECTS | 1 << HHP__SHAPE_ENTITIES,
  LISTS = TEXTS | OBJECTS,
  ANY = TEXT | NUMBER | KRONER | OBJECT | LISTS
};

/* As for the accessors, an object that is NULL has every field, without a value. */
static int S_can_get(const hhp_object *object, const hhp_field *field, int shapes) {
  return field != NULL && (object == NULL || object->entity == field->entity) && (shapes >> field->shape & 1);
}

static int S_can_set(const hhp_object *object, const hhp_field *field, int shapes) {
  return object != NULL && hhp__entity_of(object)->is_editable && S_can_get(object, field, shapes);
}

const hhp_entity *hhp_object_entity(const hhp_object *object) {
  return object == NULL ? NULL : hhp__entity_of(object);
}

const char *hhp_get_text(const hhp_object *object, const hhp_field *field) {
  return S_can_get(object, field, TEXT) ? hhp__get_text(object, field) : NULL;
}

int32_t hhp_get_number(const hhp_object *object, const hhp_field *field) {
  return S_can_get(object, field, NUMBER) ? hhp__get_number(object, field) : HHP_ABSENT;
}

int64_t hhp_get_kroner(const hhp_object *object, const hhp_field *field) {
  return S_can_get(object, field, KRONER) ? hhp__get_kroner(object, field) : HHP_ABSENT;
}

hhp_object *hhp_get_object(const hhp_object *object, const hhp_field *field) {
  return S_can_get(object, field, OBJECT) ? hhp__get_object(object, field) : NULL;
}

int32_t hhp_is_given(const hhp_object *object, const hhp_field *field) {
  return object != NULL && S_can_get(object, field, ANY) && hhp__is_given(object, field);
}

size_t hhp_get_count(const hhp_object *object, const hhp_field *field) {
  return S_can_get(object, field, LISTS) ? hhp__get_count(object, field) : 0;
}

const char *hhp_get_text_at(const hhp_object *object, const hhp_field *field, size_t index) {
  return S_can_get(object, field, TEXTS) ? hhp__get_element(object, field, index) : NULL;
}

hhp_object *hhp_get_object_at(const hhp_object *object, const hhp_field *field, size_t index) {
  return S_can_get(object, field, OBJECTS) ? hhp__get_element(object, field, index) : NULL;
}

hhp_object *hhp_get_object_by_id(const hhp_object *object, const hhp_field *field, const char *id) {
  return S_can_get(object, field, OBJECTS) ? hhp__find(object, field, id) : NULL;
}

hhp_status hhp_set_text(hhp_object *object, const hhp_field *field, const char *value) {
  return S_can_set(object, field, TEXT) ? hhp__set_text(object, field, value) : HHP_ERR_ARGUMENT;
}

hhp_status hhp_set_number(hhp_object *object, const hhp_field *field, int32_t value) {
  return S_can_set(object, field, NUMBER) ? hhp__set_number(object, field, value) : HHP_ERR_ARGUMENT;
}

hhp_status hhp_set_kroner(hhp_object *object, const hhp_field *field, int64_t value) {
  return S_can_set(object, field, KRONER) ? hhp__set_kroner(object, field, value) : HHP_ERR_ARGUMENT;
}

hhp_status hhp_clear(hhp_object *object, const hhp_field *field) {
  if (!S_can_set(object, field, ANY))
    return HHP_ERR_ARGUMENT;
  hhp__clear(object, field);
  return HHP_OK;
}

hhp_status hhp_insert_text(hhp_object *object, const hhp_field *field, size_t index, const char *value) {
  return S_can_set(object, field, TEXTS) ? hhp__insert_text(object, field, index, value) : HHP_ERR_ARGUMENT;
}

hhp_status hhp_insert_object(hhp_object *object, const hhp_field *field, size_t index, const char *id,
                             hhp_object **out) {
  hhp_object *made = NULL;
  hhp_status status = HHP_ERR_ARGUMENT;
  if (S_can_set(object, field, OBJECTS))
    status = hhp__insert_object(object, field, index, id, &made);
  if (out != NULL)
    *out = made;
  return status;
}

hhp_status hhp_move(hhp_object *object, const hhp_field *field, size_t from, size_t to) {
  return S_can_set(object, field, LISTS) ? hhp__move(object, field, from, to) : HHP_ERR_ARGUMENT;
}

hhp_status hhp_remove(hhp_object *object, const hhp_field *field, size_t index) {
  if (S_can_set(object, field, TEXTS))
    return hhp__remove_text(object, field, index);
  if (!S_can_set(object, field, OBJECTS))
    return HHP_ERR_ARGUMENT;
  hhp_object *child = hhp__get_element(object, field, index);
  return child == NULL ? HHP_ERR_NOT_FOUND : hhp__remove_object(object, field, child);
}
