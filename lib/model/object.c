/* Documents and objects: creating them, and what they contain. */
#include <stdlib.h>
#include <string.h>

#include "model/model.h"

static hhp__object *S_new(hhp__document *document, hhp__object *parent, uint8_t entity, size_t field);

/* Every value starts as absent; an object field has its object from the start. What is absent when zero is so
 * already. */
static int S_clear(hhp__object *object) {
  uint64_t set = hhp__field_sets[HHP__FIELDS_CREATED][object->entity];
  const hhp__field *field;
  while ((field = hhp__take_field(&set, object->entity)) != NULL) {
    if (field->shape == HHP__SHAPE_NUMBER) {
      *(int32_t *)hhp__at(object, field) = HHP_ABSENT;
    } else if (field->shape == HHP__SHAPE_KRONER) {
      *(int64_t *)hhp__at(object, field) = HHP_ABSENT;
    } else {
      size_t number = (size_t)(field - hhp__entity_of(object)->fields);
      hhp__object *child = S_new(object->document, object, field->target, number);
      if (child == NULL)
        return -1;
      *(hhp__object **)hhp__at(object, field) = child;
    }
  }
  return 0;
}

static hhp__object *S_new(hhp__document *document, hhp__object *parent, uint8_t entity, size_t field) {
  hhp__object *object = hhp__arena_new(&document->arena, hhp__entities[entity].size);
  if (object == NULL)
    return NULL;
  object->document = document;
  object->parent = parent;
  object->entity = entity;
  object->field = (uint8_t)field;
  return S_clear(object) == 0 ? object : NULL;
}

hhp__object *hhp__document_new(uint8_t entity, size_t expected) {
  hhp__document *document = calloc(1, sizeof(*document));
  if (document == NULL)
    return NULL;
  hhp__object *root = hhp__arena_expect(&document->arena, expected) == 0 ? S_new(document, NULL, entity, 0) : NULL;
  if (root == NULL)
    hhp__document_free(document);
  return root;
}

static void S_free_texts(hhp__extension_text *text) {
  while (text != NULL) {
    hhp__extension_text *next = text->next;
    free(text->text);
    free(text);
    text = next;
  }
}

void hhp__free_extensions(hhp__extensions *list) {
  while (list != NULL) {
    hhp__extensions *next = list->next;
    S_free_texts(atomic_load(&list->texts));
    json_decref(list->members);
    free(list);
    list = next;
  }
}

void hhp__document_free(hhp__document *document) {
  hhp__free_extensions(document->extensions);
  hhp__free_extensions(document->retired_extensions);
  hhp__index_free(&document->ids);
  hhp__arena_free(&document->edits);
  hhp__arena_free(&document->retired);
  hhp__arena_free(&document->arena);
  free(document->json);
  free(document);
}

hhp__object *hhp__new_element(hhp__object *parent, const hhp__field *field, size_t index) {
  size_t number = (size_t)(field - hhp__entity_of(parent)->fields);
  hhp__object *object = S_new(parent->document, parent, field->target, number);
  if (object != NULL)
    object->index = (uint32_t)index;
  return object;
}

hhp__object *hhp__append(hhp__object *parent, const hhp__field *field) {
  hhp__list *list = hhp__list_at(parent, field);
  hhp__object *object = hhp__new_element(parent, field, list->count);
  return object != NULL && hhp__list_add(list, &parent->document->arena, object) == 0 ? object : NULL;
}

int hhp__keep_extensions(hhp__object *object, json_t *members) {
  hhp__extensions *kept = calloc(1, sizeof(*kept));
  if (kept == NULL)
    return -1;
  kept->members = members;
  kept->next = object->document->extensions;
  object->document->extensions = kept;
  object->extensions = kept;
  return 0;
}

const char *hhp__get_text(const hhp__object *object, const hhp__field *field) {
  const char *text = object == NULL ? NULL : hhp__text_at(object, field);
  return text == NULL ? field->fallback_text : text;
}

/* Dates have no fallback. */
int32_t hhp__get_number(const hhp__object *object, const hhp__field *field) {
  if (object != NULL && hhp__is_given(object, field))
    return hhp__number_at(object, field);
  return field->shape == HHP__SHAPE_DATE ? 0 : field->fallback;
}

int64_t hhp__get_kroner(const hhp__object *object, const hhp__field *field) {
  return object == NULL ? HHP_ABSENT : hhp__kroner_at(object, field);
}

hhp__object *hhp__get_object(const hhp__object *object, const hhp__field *field) {
  return object == NULL ? NULL : hhp__object_at(object, field);
}

size_t hhp__get_count(const hhp__object *object, const hhp__field *field) {
  return object == NULL ? 0 : hhp__list_at(object, field)->count;
}

void *hhp__get_element(const hhp__object *object, const hhp__field *field, size_t index) {
  return index < hhp__get_count(object, field) ? hhp__list_at(object, field)->items[index] : NULL;
}

int hhp__is_given(const hhp__object *object, const hhp__field *field) {
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return hhp__text_at(object, field) != NULL;
  case HHP__SHAPE_NUMBER:
    return hhp__number_at(object, field) != HHP_ABSENT;
  case HHP__SHAPE_DATE:
    return hhp__number_at(object, field) != 0;
  case HHP__SHAPE_KRONER:
    return hhp__kroner_at(object, field) != HHP_ABSENT;
  case HHP__SHAPE_OBJECT:
    return !hhp__is_empty(hhp__object_at(object, field));
  case HHP__SHAPE_TEXTS:
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    break;
  }
  return hhp__list_at(object, field)->count > 0;
}

int hhp__is_empty(const hhp__object *object) {
  if (object->extensions != NULL)
    return 0;
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    if (hhp__is_given(object, &entity->fields[i]))
      return 0;
  }
  return 1;
}

int hhp__is_bare(const hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_OBJECT ? !hhp__is_bare(hhp__object_at(object, field)) : hhp__is_given(object, field))
      return 0;
  }
  return 1;
}

const char *hhp__id_of(const hhp__object *object) {
  uint64_t set = hhp__field_sets[HHP__FIELDS_IDS][object->entity];
  const hhp__field *field = hhp__take_field(&set, object->entity);
  return field == NULL ? NULL : hhp__text_at(object, field);
}

const hhp__field *hhp__field_in_parent(const hhp__object *object) {
  return &hhp__entity_of(object->parent)->fields[object->field];
}

void hhp__put_object_pointer(hhp__buffer *out, const hhp__object *object) {
  if (object->parent == NULL)
    return;
  const hhp__field *field = hhp__field_in_parent(object);
  hhp__put_object_pointer(out, object->parent);
  hhp__putc(out, '/');
  hhp__put(out, field->json, field->json_length); /* has neither '~' nor '/' */
  if (!hhp__is_list(field))
    return;
  hhp__putc(out, '/');
  hhp__put_number(out, object->index);
}
