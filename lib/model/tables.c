/* The tables of entities, fields and enums, generated from model.def and enums.def; and look-ups in them. */
#include <string.h>

#include "model/model.h"

enum { OPTIONAL, REQUIRED };

/* The row of a type decides what its columns `target` and `fallback` of model.def are. */
#define TARGET_NONE(t) 0
#define TARGET_ENTITY(t) HHP__E_##t
#define TARGET_ENUM(t) HHP__V_##t
#define FALLBACK_NONE(f) .fallback = HHP_ABSENT
#define FALLBACK_NUMBER(f) .fallback = (f)
#define FALLBACK_TEXT(f) .fallback = HHP_ABSENT, .fallback_text = (f)
#define BY_TYPE(shape_, public, target_kind, fallback_kind, form_, target_, fallback_)                       \
  .type = HHP__NUMBER_OF(shape_, public, target_kind, fallback_kind, form_, ), .shape = HHP__SHAPE_##shape_, \
  .public_type = HHP_FIELD_##public, .form = HHP__FORM_##form_, .target = TARGET_##target_kind(target_),     \
  FALLBACK_##fallback_kind(fallback_)

#define ENTITY(e, format_, since_, en_, da_) static const hhp__field S_##e[] = {
#define END_ENTITY(e) \
  }                   \
  ;
#define FIELD(e, name_, json_, one_, TYPE, presence, target_, low_, high_, fallback_, since_, en_, da_) \
  {.json = json_,                                                                                       \
   .name = #name_,                                                                                      \
   .one = #one_,                                                                                        \
   .json_length = sizeof(json_) - 1,                                                                    \
   .offset = offsetof(struct hhp_##e, name_),                                                           \
   .low = low_,                                                                                         \
   .high = high_,                                                                                       \
   HHP__TYPE_##TYPE(BY_TYPE, target_, fallback_),                                                       \
   .is_required = presence,                                                                             \
   .entity = HHP__E_##e,                                                                                \
   .since = since_,                                                                                     \
   .doc = {da_, en_}},
#include "model/model.def"

#define ROW(e, is_editable_, format_, since_, en_, da_)            \
  [HHP__E_##e] = {.name = #e,                                      \
                  .format = format_,                               \
                  .fields = S_##e,                                 \
                  .field_count = sizeof(S_##e) / sizeof(S_##e[0]), \
                  .size = sizeof(struct hhp_##e),                  \
                  .is_editable = is_editable_,                     \
                  .since = since_,                                 \
                  .doc = {da_, en_}},

const hhp__entity hhp__entities[HHP__ENTITY_COUNT] = {
#define HHP__ONLY_PLAN
#define ENTITY(e, format, since, en, da) ROW(e, 1, format, since, en, da)
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"
#undef HHP__ONLY_PLAN
#define HHP__ONLY_SCHEME
#define ENTITY(e, format, since, en, da) ROW(e, 0, format, since, en, da)
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"
#undef HHP__ONLY_SCHEME
};

/* A set has an expression for each entity, with a term for each field. */
#define ENTITY_OF_SET(e, ...) [HHP__E_##e] = 0
#define BIT(e, name, condition) | (uint64_t)(condition) << HHP__##e##_##name
#define SHAPE(TYPE) (HHP__NUMBER(TYPE) >> 4)

const uint64_t hhp__field_sets[HHP__FIELD_SETS][HHP__ENTITY_COUNT] = {
    [HHP__FIELDS_CHILDREN] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, SHAPE(TYPE) == HHP__SHAPE_OBJECT || SHAPE(TYPE) >= HHP__SHAPE_OBJECTS)
#include "model/model.def"
        },
    [HHP__FIELDS_TEXTS] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, HHP__NUMBER(TYPE) == HHP__TEXT || HHP__NUMBER(TYPE) == HHP__TEXTS)
#include "model/model.def"
        },
    [HHP__FIELDS_REFERENCES] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, HHP__NUMBER(TYPE) == HHP__REF || HHP__NUMBER(TYPE) == HHP__REFS)
#include "model/model.def"
        },
    [HHP__FIELDS_ENTRIES] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, HHP__NUMBER(TYPE) == HHP__REFS || HHP__NUMBER(TYPE) == HHP__TEXTS || HHP__NUMBER(TYPE) == HHP__OBJECTS)
#include "model/model.def"
        },
    [HHP__FIELDS_DATES] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, HHP__NUMBER(TYPE) == HHP__DATE || HHP__NUMBER(TYPE) == HHP__INT)
#include "model/model.def"
        },
    [HHP__FIELDS_IDS] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) BIT(e, name, HHP__NUMBER(TYPE) == HHP__ID)
#include "model/model.def"
        },
    [HHP__FIELDS_REQUIRED] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) BIT(e, name, presence)
#include "model/model.def"
        },
    [HHP__FIELDS_CREATED] =
        {
#define ENTITY ENTITY_OF_SET
#define END_ENTITY(e) ,
#define FIELD(e, name, json, one, TYPE, presence, ...) \
  BIT(e, name, SHAPE(TYPE) == HHP__SHAPE_NUMBER || SHAPE(TYPE) == HHP__SHAPE_KRONER || SHAPE(TYPE) == HHP__SHAPE_OBJECT)
#include "model/model.def"
        },
};

/* hhp__object.unusable and the sets have a bit a field. */
#define ENTITY(e, format, since, en, da) _Static_assert(HHP__##e##_count <= 64, #e " has too many fields");
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"

#define ENUM(e) static const hhp__value S_values_of_##e[] = {
#define END_ENUM(e) \
  }                 \
  ;
#define VALUE(e, json_, constant_, value_, da_, en_) \
  {.json = json_, .constant = "HHP_" #constant_, .value = value_, .title = {da_, en_}},
#include "model/enums.def"

#define ENUM(e) static const hhp__value S_values_of_##e[] = {
#define END_ENUM(e) \
  }                 \
  ;
#define VALUE(e, json_, constant_, value_, da_, en_) \
  {.json = json_, .constant = "HHP_" #constant_, .value = value_, .title = {da_, en_}},
#include "model/constants.def"

const hhp__enum hhp__enums[HHP__ENUM_COUNT] = {
#define ENUM(e) [HHP__V_##e] = {#e, S_values_of_##e, sizeof(S_values_of_##e) / sizeof(S_values_of_##e[0])},
#define END_ENUM(e)
#define VALUE(...)
#include "model/enums.def"
#define ENUM(e) [HHP__V_##e] = {#e, S_values_of_##e, sizeof(S_values_of_##e) / sizeof(S_values_of_##e[0])},
#define END_ENUM(e)
#define VALUE(...)
#include "model/constants.def"
};

static int S_is_named(const hhp__field *field, const char *name, size_t length) {
  return field->json_length == length && hhp__same_bytes(field->json, name, length);
}

/* Most files are in canonical order, so the next field is mostly the one after the last. */
const hhp__field *hhp__field_named(const hhp__entity *entity, const char *name, size_t length, size_t hint) {
  for (size_t i = hint; i < entity->field_count; i++) {
    if (S_is_named(&entity->fields[i], name, length))
      return &entity->fields[i];
  }
  for (size_t i = 0; i < hint && i < entity->field_count; i++) {
    if (S_is_named(&entity->fields[i], name, length))
      return &entity->fields[i];
  }
  return NULL;
}

const hhp__value *hhp__value_named(const hhp__enum *values, const char *name, size_t length) {
  for (size_t i = 0; i < values->count; i++) {
    if (strlen(values->values[i].json) == length && memcmp(values->values[i].json, name, length) == 0)
      return &values->values[i];
  }
  return NULL;
}

const hhp__value *hhp__value_of(const hhp__enum *values, int32_t value) {
  for (size_t i = 0; i < values->count; i++) {
    if (values->values[i].value == value)
      return &values->values[i];
  }
  return NULL;
}
