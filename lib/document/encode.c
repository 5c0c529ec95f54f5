/* Passes one entity at a time to Jansson, so that there is never a second tree of a large plan in memory. */
#include "document/encode.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "json/reader.h"
#include "json/real.h"
#include "json/write.h"

static json_t *S_list(const hhp__list *list, int is_of_objects) {
  json_t *array = json_array();
  for (uint32_t i = 0; array != NULL && i < list->count; i++) {
    json_t *element = is_of_objects ? hhp__object_to_json(list->items[i]) : json_string_nocheck(list->items[i]);
    if (json_array_append_new(array, element) != 0) {
      json_decref(array);
      return NULL;
    }
  }
  return array;
}

static json_t *S_number(const hhp__field *field, int32_t number) {
  if (field->type == HHP__ENUM)
    return json_string_nocheck(hhp__value_of(&hhp__enums[field->target], number)->json);
  return field->type == HHP__BOOL ? json_boolean(number) : json_integer(number);
}

static json_t *S_field(const hhp__object *object, const hhp__field *field) {
  char date[HHP__DATE_SIZE];
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return json_string_nocheck(hhp__text_at(object, field));
  case HHP__SHAPE_NUMBER:
    return S_number(field, hhp__number_at(object, field));
  case HHP__SHAPE_DATE:
    return json_string_nocheck(hhp__date_write(hhp__number_at(object, field), date));
  case HHP__SHAPE_KRONER:
    return json_integer(hhp__kroner_at(object, field));
  case HHP__SHAPE_OBJECT:
    return hhp__object_to_json(hhp__object_at(object, field));
  case HHP__SHAPE_TEXTS:
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    break;
  }
  return S_list(hhp__list_at(object, field), hhp__is_list_of_objects(field));
}

/* Copies values: several threads may write one plan at once, and incrementing a reference count would change the
 * plan. */
static int S_add_extensions(json_t *json, const hhp__object *object) {
  if (object->extensions == NULL)
    return 0;
  const char *name;
  json_t *value;
  json_object_foreach(object->extensions->members, name, value) {
    if (json_object_set_new_nocheck(json, name, json_deep_copy(value)) != 0)
      return -1;
  }
  return 0;
}

json_t *hhp__object_to_json(const hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  json_t *json = json_object();
  if (json == NULL)
    return NULL;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (!hhp__is_given(object, field))
      continue;
    if (json_object_set_new_nocheck(json, field->json, S_field(object, field)) != 0) {
      json_decref(json);
      return NULL;
    }
  }
  if (S_add_extensions(json, object) != 0) {
    json_decref(json);
    return NULL;
  }
  return json;
}

static hhp_status S_check_name(const char *name) {
  return hhp__utf8_valid(name, strlen(name)) ? HHP_OK : HHP_ERR_UTF8;
}

/* Jansson follows any depth, and any cycle, until the stack overflows. */
hhp_status hhp__check_json(const json_t *json, int levels) {
  if (json_is_string(json))
    return hhp__utf8_valid(json_string_value(json), json_string_length(json)) ? HHP_OK : HHP_ERR_UTF8;
  if (!json_is_object(json) && !json_is_array(json))
    return HHP_OK;
  if (levels == 0)
    return HHP_ERR_OVERFLOW;
  hhp_status status = HHP_OK;
  size_t index;
  json_t *value;
  const char *name;
  json_array_foreach(json, index, value) {
    if (status == HHP_OK)
      status = hhp__check_json(value, levels - 1);
  }
  json_object_foreach((json_t *)(uintptr_t)json, name, value) {
    if (status == HHP_OK)
      status = S_check_name(name);
    if (status == HHP_OK)
      status = hhp__check_json(value, levels - 1);
  }
  return status;
}

hhp_status hhp__put_json(hhp__buffer *out, const json_t *json) {
  hhp_status status = hhp__check_json(json, HHP__MAX_LEVELS);
  if (status == HHP_ERR_OVERFLOW) {
    for (int i = 0; i <= HHP__MAX_LEVELS; i++)
      hhp__puts(out, "{\"x-\":");
    return out->failed ? HHP_ERR_NOMEM : HHP_OK;
  }
  if (status != HHP_OK)
    return status;
  hhp__buffer text = {0};
  hhp__put_dump(&text, json, 0);
  if (text.failed)
    out->failed = 1;
  else
    hhp__put_shortened(out, text.text, text.length);
  hhp__buffer_free(&text);
  return out->failed ? HHP_ERR_NOMEM : HHP_OK;
}

static void S_put_objects(hhp__buffer *out, const hhp__list *list, int has_reals) {
  hhp__putc(out, '[');
  for (uint32_t i = 0; i < list->count && !out->failed; i++) {
    hhp__put_break(out, i == 0, 2);
    hhp__put_value(out, hhp__object_to_json(list->items[i]), 2, has_reals);
  }
  hhp__put_break(out, 1, 1);
  hhp__putc(out, ']');
}

void hhp__put_document(hhp__buffer *out, const hhp__object *root) {
  const hhp__entity *entity = hhp__entity_of(root);
  int has_reals = root->document->extensions != NULL; /* only x- members can have any */
  int is_first = 1;
  hhp__putc(out, '{');
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (!hhp__is_given(root, field))
      continue;
    hhp__put_name(out, is_first, field->json, 1);
    is_first = 0;
    if (hhp__is_list_of_objects(field))
      S_put_objects(out, hhp__list_at(root, field), has_reals);
    else
      hhp__put_value(out, S_field(root, field), 1, has_reals);
  }
  if (root->extensions != NULL) {
    const char *name;
    json_t *value;
    json_object_foreach(root->extensions->members, name, value) {
      hhp__put_name(out, is_first, name, 1);
      is_first = 0;
      hhp__put_value(out, json_deep_copy(value), 1, has_reals);
    }
  }
  hhp__puts(out, is_first ? "}\n" : "\n}\n");
}
