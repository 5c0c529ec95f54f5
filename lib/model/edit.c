/* Editing. Every change is checked before it is made; one that fails changes nothing. */
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "model/forms.h"
#include "model/model.h"

hhp_status hhp__check_text(const hhp__object *object, const hhp__field *field, const char *text, size_t length) {
  if (field->type == HHP__FORMAT) {
    const char *format = hhp__entity_of(object)->format;
    return strlen(format) == length && memcmp(format, text, length) == 0 ? HHP_OK : HHP_ERR_FORMAT;
  }
  if (hhp__has_form(field->form, text, length))
    return HHP_OK;
  return field->form == HHP__FORM_ID && field->type != HHP__CODE ? HHP_ERR_ID : HHP_ERR_FORMAT;
}

/* For texts of callers; those of the reader are known to be UTF-8. */
static hhp_status S_check_new_text(const hhp__object *object, const hhp__field *field, const char *text) {
  size_t length = strlen(text);
  if (!hhp__utf8_valid(text, length))
    return HHP_ERR_UTF8;
  return hhp__check_text(object, field, text, length);
}

static const char *S_copy(hhp__object *object, const char *text) {
  return hhp__arena_text(&object->document->arena, text, strlen(text));
}

hhp_status hhp__take_id(hhp__object *object, const char *id) {
  hhp__slot *slot = hhp__index_add(&object->document->ids, id, strlen(id));
  if (slot == NULL)
    return HHP_ERR_NOMEM;
  if (slot->value == NULL) {
    slot->value = object;
  } else {
    object->has_taken_id = 1;
    object->document->duplicates++;
  }
  return HHP_OK;
}

/* The next object with the id, if the file had several. */
static hhp__object *S_next_with_id(hhp__object *top, const char *id) {
  const hhp__entity *entity = hhp__entity_of(top);
  if (top->has_taken_id && strcmp(hhp__id_of(top), id) == 0)
    return top;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_OBJECT) {
      hhp__object *found = S_next_with_id(hhp__object_at(top, field), id);
      if (found != NULL)
        return found;
    }
    if (!hhp__is_list_of_objects(field))
      continue;
    hhp__list *list = hhp__list_at(top, field);
    for (uint32_t k = 0; k < list->count; k++) {
      hhp__object *found = S_next_with_id(list->items[k], id);
      if (found != NULL)
        return found;
    }
  }
  return NULL;
}

static void S_release_id(hhp__object *object) {
  hhp__document *document = object->document;
  const char *id = hhp__id_of(object);
  if (id == NULL)
    return;
  if (object->has_taken_id) {
    object->has_taken_id = 0;
    document->duplicates--;
    return;
  }
  hhp__object *root = object;
  while (root->parent != NULL)
    root = root->parent;
  hhp__object *next = document->duplicates > 0 ? S_next_with_id(root, id) : NULL;
  hhp__index_remove(&document->ids, id, strlen(id));
  if (next == NULL)
    return;
  next->has_taken_id = 0;
  document->duplicates--;
  hhp__slot *slot = hhp__index_add(&document->ids, hhp__id_of(next), strlen(id));
  if (slot != NULL) /* cannot fail: a slot was freed just now */
    slot->value = next;
}

/* A removed object can still be read and set, but its id is no longer in the index. */
static int S_is_removed(const hhp__object *object) {
  return object->parent == NULL && hhp__entity_of(object)->format == NULL;
}

static hhp_status S_set_id(hhp__object *object, const hhp__field *field, const char *id) {
  const char *old = hhp__text_at(object, field);
  if (id != NULL && old != NULL && strcmp(id, old) == 0)
    return HHP_OK;
  const char *copy = NULL;
  if (id != NULL) {
    if (hhp__index_get(&object->document->ids, id, strlen(id)) != NULL)
      return HHP_ERR_DUPLICATE_ID;
    copy = S_copy(object, id);
    if (copy == NULL || hhp__take_id(object, copy) != HHP_OK)
      return HHP_ERR_NOMEM;
  }
  S_release_id(object);
  *(const char **)hhp__at(object, field) = copy;
  return HHP_OK;
}

hhp_status hhp__set_text(hhp__object *object, const hhp__field *field, const char *text) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  if (text != NULL) {
    hhp_status status = S_check_new_text(object, field, text);
    if (status != HHP_OK)
      return status;
  }
  if (field->type == HHP__ID && !S_is_removed(object))
    return S_set_id(object, field, text);
  const char *copy = text == NULL ? NULL : S_copy(object, text);
  if (text != NULL && copy == NULL)
    return HHP_ERR_NOMEM;
  *(const char **)hhp__at(object, field) = copy;
  return HHP_OK;
}

static hhp_status S_check_number(const hhp__field *field, int32_t number) {
  if (field->shape == HHP__SHAPE_DATE)
    return number == 0 || hhp__date_exists(number) ? HHP_OK : HHP_ERR_DATE;
  if (number == HHP_ABSENT)
    return HHP_OK;
  if (field->type == HHP__ENUM)
    return hhp__value_of(&hhp__enums[field->target], number) != NULL ? HHP_OK : HHP_ERR_ENUM;
  return number >= field->low && number <= field->high ? HHP_OK : HHP_ERR_RANGE;
}

hhp_status hhp__set_number(hhp__object *object, const hhp__field *field, int32_t number) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  hhp_status status = S_check_number(field, number);
  if (status == HHP_OK)
    *(int32_t *)hhp__at(object, field) = number;
  return status;
}

hhp_status hhp__set_kroner(hhp__object *object, const hhp__field *field, int64_t kroner) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  if (kroner != HHP_ABSENT && (kroner < field->low || kroner > field->high))
    return HHP_ERR_RANGE;
  *(int64_t *)hhp__at(object, field) = kroner;
  return HHP_OK;
}

hhp_status hhp__add_text(hhp__object *object, const hhp__field *field, const char *text) {
  if (object == NULL || text == NULL)
    return HHP_ERR_ARGUMENT;
  hhp_status status = S_check_new_text(object, field, text);
  if (status != HHP_OK)
    return status;
  const char *copy = S_copy(object, text);
  if (copy == NULL || hhp__list_add(hhp__list_at(object, field), &object->document->arena, copy) != 0)
    return HHP_ERR_NOMEM;
  return HHP_OK;
}

hhp_status hhp__remove_text(hhp__object *object, const hhp__field *field, size_t index) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  if (index >= list->count)
    return HHP_ERR_NOT_FOUND;
  hhp__list_remove(list, (uint32_t)index);
  return HHP_OK;
}

hhp_status hhp__add_object(hhp__object *object, const hhp__field *field, const char *id, hhp__object **made) {
  if (object == NULL || (field->shape == HHP__SHAPE_ENTITIES && id == NULL))
    return HHP_ERR_ARGUMENT;
  if (id != NULL && !hhp__is_id(id, strlen(id)))
    return hhp__utf8_valid(id, strlen(id)) ? HHP_ERR_ID : HHP_ERR_UTF8;
  if (id != NULL && hhp__index_get(&object->document->ids, id, strlen(id)) != NULL)
    return HHP_ERR_DUPLICATE_ID;
  hhp__object *child = hhp__append(object, field);
  if (child == NULL)
    return HHP_ERR_NOMEM;
  const hhp__entity *entity = hhp__entity_of(child);
  if (id != NULL && hhp__set_text(child, hhp__field_named(entity, "id", 2, 0), id) != HHP_OK) {
    hhp__list_at(object, field)->count--;
    return HHP_ERR_NOMEM;
  }
  if (made != NULL)
    *made = child;
  return HHP_OK;
}

hhp_status hhp__remove_object(hhp__object *object, const hhp__field *field, hhp__object *child) {
  if (object == NULL || child == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  if (child->parent != object || child->index >= list->count || list->items[child->index] != child)
    return HHP_ERR_NOT_FOUND;
  S_release_id(child);
  hhp__list_remove(list, child->index);
  for (uint32_t i = child->index; i < list->count; i++)
    ((hhp__object *)list->items[i])->index = i;
  child->parent = NULL;
  return HHP_OK;
}

hhp__object *hhp__find(const hhp__object *object, const hhp__field *field, const char *id) {
  if (object == NULL)
    return NULL;
  hhp__object *found = hhp__object_with_id(object, field->target, id);
  if (found != NULL && found->parent == object)
    return found;
  const hhp__list *list = hhp__list_at(object, field);
  for (uint32_t i = 0; id != NULL && object->document->duplicates > 0 && i < list->count; i++) {
    const char *other = hhp__id_of(list->items[i]); /* another object had the id first */
    if (other != NULL && strcmp(other, id) == 0)
      return list->items[i];
  }
  return NULL;
}
