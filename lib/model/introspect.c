/* Introspection: public access to the tables of entities, fields and words (introspect.h). */
#include <string.h>

#include <helhedsplan/introspect.h>

#include "model/forms.h"
#include "model/model.h"

enum { FUNCTIONS = HHP_FUNCTION_FIND + 1 };

/* The names of the functions that accessors.c generates for a field, by the same pattern. */
#define NAME(function, name) [HHP_FUNCTION_##function] = "hhp_" name,
#define GET(e, n, one) NAME(GET, #e "_" #n)
#define GET_EACH(e, n, one) NAME(COUNT, #e "_" #one "_count") NAME(AT, #e "_" #one "_at")
#define GET_TEXT GET
#define GET_NUMBER GET
#define GET_DATE GET
#define GET_KRONER GET
#define GET_OBJECT GET
#define GET_TEXTS GET_EACH
#define GET_OBJECTS GET_EACH
#define GET_ENTITIES(e, n, one) GET_EACH(e, n, one) NAME(FIND, #e "_find_" #one)

#define HAS(e, n) NAME(HAS, #e "_has_" #n)
#define HAS_NONE(e, n)
#define HAS_TEXT HAS
#define HAS_NUMBER HAS

#define SET(e, n, one) NAME(SET, #e "_set_" #n)
#define ADD_AND_REMOVE(e, n, one) NAME(ADD, #e "_add_" #one) NAME(REMOVE, #e "_remove_" #one)
#define SET_TEXT SET
#define SET_NUMBER SET
#define SET_DATE SET
#define SET_KRONER SET
#define SET_OBJECT(e, n, one)
#define SET_TEXTS ADD_AND_REMOVE
#define SET_OBJECTS ADD_AND_REMOVE
#define SET_ENTITIES ADD_AND_REMOVE

#define GETTERS(shape, public, target_kind, fallback_kind, form, e, n, one) \
  GET_##shape(e, n, one) HAS_##fallback_kind(e, n)
#define ACCESSORS(shape, public, target_kind, fallback_kind, form, e, n, one) \
  GET_##shape(e, n, one) HAS_##fallback_kind(e, n) SET_##shape(e, n, one)

#define ENTITY(e, format, since, en, da) static const char *const S_functions_of_##e[][FUNCTIONS] = {
#define END_ENTITY(e) \
  }                   \
  ;
#define HHP__ONLY_PLAN
#define FIELD(e, n, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  {HHP__TYPE_##TYPE(ACCESSORS, e, n, one)},
#include "model/model.def"
#undef HHP__ONLY_PLAN

/* A scheme is read whole and never changes. */
#define ENTITY(e, format, since, en, da) static const char *const S_functions_of_##e[][FUNCTIONS] = {
#define END_ENTITY(e) \
  }                   \
  ;
#define HHP__ONLY_SCHEME
#define FIELD(e, n, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  {HHP__TYPE_##TYPE(GETTERS, e, n, one)},
#include "model/model.def"
#undef HHP__ONLY_SCHEME

static const char *const (*const S_functions[])[FUNCTIONS] = {
#define ENTITY(e, format, since, en, da) [HHP__E_##e] = S_functions_of_##e,
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"
};

size_t hhp_entity_count(void) {
  return HHP__ENTITY_COUNT;
}

const hhp_entity *hhp_entity_at(size_t index) {
  return index < HHP__ENTITY_COUNT ? &hhp__entities[index] : NULL;
}

const hhp_entity *hhp_entity_find(const char *name) {
  for (size_t i = 0; name != NULL && i < HHP__ENTITY_COUNT; i++) {
    if (strcmp(hhp__entities[i].name, name) == 0)
      return &hhp__entities[i];
  }
  return NULL;
}

const char *hhp_entity_name(const hhp_entity *entity) {
  return entity == NULL ? NULL : entity->name;
}

const char *hhp_entity_doc(const hhp_entity *entity, int32_t lang) {
  return entity == NULL ? NULL : hhp__in_lang(entity->doc, lang);
}

const char *hhp_entity_format(const hhp_entity *entity) {
  return entity == NULL ? NULL : entity->format;
}

int32_t hhp_entity_has_id(const hhp_entity *entity) {
  return hhp_field_is_required(hhp_entity_find_field(entity, "id"));
}

int32_t hhp_entity_is_editable(const hhp_entity *entity) {
  return entity == NULL ? 0 : entity->is_editable;
}

const char *hhp_entity_since(const hhp_entity *entity) {
  return entity == NULL ? NULL : entity->since;
}

size_t hhp_entity_field_count(const hhp_entity *entity) {
  return entity == NULL ? 0 : entity->field_count;
}

const hhp_field *hhp_entity_field_at(const hhp_entity *entity, size_t index) {
  return index < hhp_entity_field_count(entity) ? &entity->fields[index] : NULL;
}

const hhp_field *hhp_entity_find_field(const hhp_entity *entity, const char *name) {
  return entity == NULL || name == NULL ? NULL : hhp__field_named(entity, name, strlen(name), 0);
}

const hhp_entity *hhp_field_entity(const hhp_field *field) {
  return field == NULL ? NULL : &hhp__entities[field->entity];
}

const char *hhp_field_name(const hhp_field *field) {
  return field == NULL ? NULL : field->json;
}

const char *hhp_field_c_name(const hhp_field *field) {
  return field == NULL ? NULL : field->name;
}

const char *hhp_field_singular(const hhp_field *field) {
  return field == NULL ? NULL : field->one;
}

const char *hhp_field_doc(const hhp_field *field, int32_t lang) {
  return field == NULL ? NULL : hhp__in_lang(field->doc, lang);
}

int32_t hhp_field_type(const hhp_field *field) {
  return field == NULL ? 0 : field->public_type;
}

int32_t hhp_field_is_list(const hhp_field *field) {
  return field == NULL ? 0 : hhp__is_list(field);
}

int32_t hhp_field_is_required(const hhp_field *field) {
  return field == NULL ? 0 : field->is_required;
}

const hhp_entity *hhp_field_target(const hhp_field *field) {
  int32_t type = hhp_field_type(field);
  return type == HHP_FIELD_OBJECT || type == HHP_FIELD_REFERENCE ? &hhp__entities[field->target] : NULL;
}

const hhp_enum *hhp_field_enum(const hhp_field *field) {
  return hhp_field_type(field) == HHP_FIELD_WORD ? &hhp__enums[field->target] : NULL;
}

static int S_has_limits(const hhp_field *field) {
  int32_t type = hhp_field_type(field);
  return type == HHP_FIELD_NUMBER || type == HHP_FIELD_KRONER;
}

int64_t hhp_field_minimum(const hhp_field *field) {
  if (field == NULL)
    return 0;
  return S_has_limits(field) ? field->low : HHP_ABSENT;
}

int64_t hhp_field_maximum(const hhp_field *field) {
  if (field == NULL)
    return 0;
  return S_has_limits(field) ? field->high : HHP_ABSENT;
}

const char *hhp_field_pattern(const hhp_field *field) {
  return field == NULL ? NULL : hhp__pattern(field->form);
}

const char *hhp_field_default_text(const hhp_field *field) {
  return field == NULL ? NULL : field->fallback_text;
}

int32_t hhp_field_default_number(const hhp_field *field) {
  return field == NULL ? 0 : field->fallback;
}

const char *hhp_field_since(const hhp_field *field) {
  return field == NULL ? NULL : field->since;
}

const char *hhp_field_function(const hhp_field *field, int32_t function) {
  if (field == NULL || function < HHP_FUNCTION_GET || function >= FUNCTIONS)
    return NULL;
  return S_functions[field->entity][field - hhp__entities[field->entity].fields][function];
}

size_t hhp_enum_count(void) {
  return HHP__ENUM_COUNT;
}

const hhp_enum *hhp_enum_at(size_t index) {
  return index < HHP__ENUM_COUNT ? &hhp__enums[index] : NULL;
}

const hhp_enum *hhp_enum_find(const char *name) {
  for (size_t i = 0; name != NULL && i < HHP__ENUM_COUNT; i++) {
    if (strcmp(hhp__enums[i].name, name) == 0)
      return &hhp__enums[i];
  }
  return NULL;
}

const char *hhp_enum_name(const hhp_enum *words) {
  return words == NULL ? NULL : words->name;
}

size_t hhp_enum_word_count(const hhp_enum *words) {
  return words == NULL ? 0 : words->count;
}

static const hhp__value *S_value(const hhp_enum *words, size_t index) {
  return index < hhp_enum_word_count(words) ? &words->values[index] : NULL;
}

const char *hhp_enum_word_at(const hhp_enum *words, size_t index) {
  const hhp__value *value = S_value(words, index);
  return value == NULL ? NULL : value->json;
}

int32_t hhp_enum_number_at(const hhp_enum *words, size_t index) {
  const hhp__value *value = S_value(words, index);
  return value == NULL ? HHP_ABSENT : value->value;
}

const char *hhp_enum_constant_at(const hhp_enum *words, size_t index) {
  const hhp__value *value = S_value(words, index);
  return value == NULL ? NULL : value->constant;
}

const char *hhp_enum_title_at(const hhp_enum *words, size_t index, int32_t lang) {
  const hhp__value *value = S_value(words, index);
  return value == NULL ? NULL : hhp__in_lang(value->title, lang);
}

const char *hhp_enum_word(const hhp_enum *words, int32_t number) {
  const hhp__value *value = words == NULL ? NULL : hhp__value_of(words, number);
  return value == NULL ? NULL : value->json;
}

const char *hhp_enum_title(const hhp_enum *words, int32_t number, int32_t lang) {
  const hhp__value *value = words == NULL ? NULL : hhp__value_of(words, number);
  return value == NULL ? NULL : hhp__in_lang(value->title, lang);
}

int32_t hhp_enum_number(const hhp_enum *words, const char *word) {
  const hhp__value *value = words == NULL || word == NULL ? NULL : hhp__value_named(words, word, strlen(word));
  return value == NULL ? HHP_ABSENT : value->value;
}
