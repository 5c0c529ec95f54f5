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

static const char *S_copy(hhp__object *object, const hhp__field *field, const char *text) {
  hhp__document *document = object->document;
  if (field->type == HHP__ID)
    return hhp__keep_id(document, text, strlen(text));
  if (field->type == HHP__REF || field->type == HHP__REFS)
    return hhp__keep_reference(document, text, strlen(text));
  return hhp__arena_text(&document->edits, text, strlen(text));
}

static void S_forget_plain(hhp__object *object, const hhp__field *field) {
  object->plain &= ~(UINT64_C(1) << (field - hhp__entity_of(object)->fields));
}

/* Calls the function for an object and all below it, parents first. */
static void S_each(hhp__object *top, void (*call)(hhp__object *object)) {
  const hhp__entity *entity = hhp__entity_of(top);
  call(top);
  const hhp__field *field;
  for (size_t i = 0; (field = hhp_entity_field_at(entity, i)) != NULL; i++) {
    if (field->shape == HHP__SHAPE_OBJECT)
      S_each(hhp__object_at(top, field), call);
    if (!hhp__is_list_of_objects(field))
      continue;
    const hhp__list *list = hhp__list_at(top, field);
    for (uint32_t k = 0; k < list->count; k++)
      S_each(list->items[k], call);
  }
}

static hhp__object *S_root_of(hhp__object *object) {
  while (object->parent != NULL)
    object = object->parent;
  return object;
}

/* A removed object can still be read and set, but its id, and those below it, are no longer in the index. */
static int S_is_removed(hhp__object *object) {
  return hhp__entity_of(S_root_of(object))->format == NULL;
}

/* Cannot fail, since it follows hhp__forget_id(): the index does not grow beyond what it had. */
static void S_take_own_id(hhp__object *object) {
  const char *id = hhp__id_of(object);
  if (id != NULL)
    (void)hhp__register_id(object, id);
}

/* Enters the object in the index if it is now the first with its id. */
static void S_inherit_id(hhp__object *object) {
  if (!object->has_duplicate_id)
    return;
  hhp__forget_id(object);
  S_take_own_id(object);
}

/* After its ids are forgotten. */
static void S_take_out(hhp__object *child) {
  child->parent = NULL;
  child->length = 0;
  child->next_removed = child->document->removed;
  child->document->removed = child;
}

/* For a file that had an id several times: after an object is gone, the next with its id is found by it. */
static void S_pass_on_ids(hhp__object *root) {
  if (root->document->duplicates > 0)
    S_each(root, S_inherit_id);
}

static hhp_status S_set_id(hhp__object *object, const hhp__field *field, const char *id) {
  const char *old = hhp__text_at(object, field);
  if (id != NULL && old != NULL && strcmp(id, old) == 0)
    return HHP_OK;
  const char *copy = NULL;
  if (id != NULL) {
    if (hhp__index_get(&object->document->ids, id, strlen(id)) != NULL)
      return HHP_ERR_DUPLICATE_ID;
    copy = S_copy(object, field, id);
    if (copy == NULL || hhp__register_id(object, copy) != HHP_OK)
      return HHP_ERR_NOMEM;
  }
  hhp__forget_id(object);
  *(const char **)hhp__at(object, field) = copy;
  S_pass_on_ids(S_root_of(object));
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
  const char *copy = text == NULL ? NULL : S_copy(object, field, text);
  if (text != NULL && copy == NULL)
    return HHP_ERR_NOMEM;
  S_forget_plain(object, field);
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

/* Moves an element; those between move by one. */
static void S_move_item(hhp__list *list, size_t from, size_t to) {
  void *item = list->items[from];
  if (from < to)
    memmove(list->items + from, list->items + from + 1, (to - from) * sizeof(*list->items));
  else
    memmove(list->items + to + 1, list->items + to, (from - to) * sizeof(*list->items));
  list->items[to] = item;
}

static void S_number_from(const hhp__list *list, size_t first) {
  for (size_t i = first; i < list->count; i++)
    ((hhp__object *)list->items[i])->index = (uint32_t)i;
}

hhp_status hhp__insert_text(hhp__object *object, const hhp__field *field, size_t index, const char *text) {
  if (object == NULL || text == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  if (index > list->count)
    return HHP_ERR_NOT_FOUND;
  hhp_status status = S_check_new_text(object, field, text);
  if (status != HHP_OK)
    return status;
  const char *copy = S_copy(object, field, text);
  if (copy == NULL || hhp__list_add(list, &object->document->arena, copy) != 0)
    return HHP_ERR_NOMEM;
  S_forget_plain(object, field);
  S_move_item(list, list->count - 1, index);
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

static const hhp__field *S_id_field(const hhp__entity *entity) {
  const hhp__field *field = hhp__field_named(entity, "id", 2, 0);
  return field != NULL && field->type == HHP__ID ? field : NULL;
}

static hhp_status S_check_new_id(const hhp__object *object, const hhp__field *field, const char *id) {
  if (id == NULL)
    return field->shape == HHP__SHAPE_ENTITIES ? HHP_ERR_ARGUMENT : HHP_OK;
  if (S_id_field(&hhp__entities[field->target]) == NULL)
    return HHP_ERR_ARGUMENT;
  if (!hhp__is_id(id, strlen(id)))
    return hhp__utf8_valid(id, strlen(id)) ? HHP_ERR_ID : HHP_ERR_UTF8;
  return hhp__index_get(&object->document->ids, id, strlen(id)) == NULL ? HHP_OK : HHP_ERR_DUPLICATE_ID;
}

hhp_status hhp__insert_object(hhp__object *object, const hhp__field *field, size_t index, const char *id,
                              hhp__object **made) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  hhp_status status = S_check_new_id(object, field, id);
  if (status != HHP_OK)
    return status;
  if (index > list->count)
    return HHP_ERR_NOT_FOUND;
  hhp__object *child = hhp__append(object, field);
  if (child == NULL)
    return HHP_ERR_NOMEM;
  if (id != NULL && hhp__set_text(child, S_id_field(hhp__entity_of(child)), id) != HHP_OK) {
    list->count--;
    return HHP_ERR_NOMEM;
  }
  S_move_item(list, list->count - 1, index);
  S_number_from(list, index);
  *made = child;
  return HHP_OK;
}

/* Of several objects with one id, the first in the plan is found by it. */
static void S_take_ids_in_order(hhp__object *root) {
  if (root->document->duplicates == 0 || S_is_removed(root))
    return;
  S_each(root, hhp__forget_id);
  S_each(root, S_take_own_id);
}

hhp_status hhp__move(hhp__object *object, const hhp__field *field, size_t from, size_t to) {
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  if (from >= list->count || to >= list->count)
    return HHP_ERR_NOT_FOUND;
  S_move_item(list, from, to);
  if (!hhp__is_list_of_objects(field))
    return HHP_OK;
  S_number_from(list, from < to ? from : to);
  S_take_ids_in_order(S_root_of(object));
  return HHP_OK;
}

hhp_status hhp__remove_object(hhp__object *object, const hhp__field *field, hhp__object *child) {
  if (object == NULL || child == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__list *list = hhp__list_at(object, field);
  if (child->parent != object || child->index >= list->count || list->items[child->index] != child)
    return HHP_ERR_NOT_FOUND;
  S_each(child, hhp__forget_id);
  hhp__list_remove(list, child->index);
  S_number_from(list, child->index);
  S_take_out(child);
  S_pass_on_ids(S_root_of(object));
  return HHP_OK;
}

static void S_clear_object(hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  object->extensions = NULL; /* the document frees them */
  for (size_t i = 0; i < entity->field_count; i++)
    hhp__clear(object, &entity->fields[i]);
}

static void S_clear_objects(hhp__object *object, hhp__list *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    hhp__object *child = list->items[i];
    S_each(child, hhp__forget_id);
    S_take_out(child);
  }
  list->count = 0;
  S_pass_on_ids(S_root_of(object));
}

void hhp__clear(hhp__object *object, const hhp__field *field) {
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    (void)hhp__set_text(object, field, NULL);
    break;
  case HHP__SHAPE_NUMBER:
    *(int32_t *)hhp__at(object, field) = HHP_ABSENT;
    break;
  case HHP__SHAPE_DATE:
    *(int32_t *)hhp__at(object, field) = 0;
    break;
  case HHP__SHAPE_KRONER:
    *(int64_t *)hhp__at(object, field) = HHP_ABSENT;
    break;
  case HHP__SHAPE_OBJECT:
    S_clear_object(hhp__object_at(object, field));
    break;
  case HHP__SHAPE_TEXTS:
    hhp__list_at(object, field)->count = 0;
    break;
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    S_clear_objects(object, hhp__list_at(object, field));
    break;
  }
}

hhp__object *hhp__find(const hhp__object *object, const hhp__field *field, const char *id) {
  if (object == NULL || id == NULL || object->document == NULL) /* built-in schemes have no document */
    return NULL;
  hhp__object *found = hhp__object_with_id(object, field->target, id);
  if (found != NULL && found->parent == object)
    return found;
  const hhp__list *list = hhp__list_at(object, field);
  for (uint32_t i = 0; object->document->duplicates > 0 && i < list->count; i++) {
    const char *other = hhp__id_of(list->items[i]); /* another object had the id first */
    if (other != NULL && strcmp(other, id) == 0)
      return list->items[i];
  }
  return NULL;
}
