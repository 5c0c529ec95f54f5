/* The tables of entities, fields and enums, as model.def and enums.def have them, and looking things up in them. */
#include <string.h>

#include "model/model.h"

/* Which of the two fallback columns a type uses; the other stays empty. */
#define FALLBACK_NONE(f) .fallback = HHP_ABSENT
#define FALLBACK_NUMBER(f) .fallback = (f)
#define FALLBACK_TEXT FALLBACK_NONE
#define FALLBACK_TEXT_OR(f) .fallback = HHP_ABSENT, .fallback_text = (f)
#define FALLBACK_ID FALLBACK_NONE
#define FALLBACK_REF FALLBACK_NONE
#define FALLBACK_CODE FALLBACK_NONE
#define FALLBACK_CVR FALLBACK_NONE
#define FALLBACK_MUNICIPALITY FALLBACK_NONE
#define FALLBACK_DECIMAL FALLBACK_NONE
#define FALLBACK_FORMAT FALLBACK_NONE
#define FALLBACK_ENUM FALLBACK_NUMBER
#define FALLBACK_ENUM_OR FALLBACK_NUMBER
#define FALLBACK_BOOL FALLBACK_NUMBER
#define FALLBACK_INT FALLBACK_NONE
#define FALLBACK_DATE FALLBACK_NONE
#define FALLBACK_KRONER FALLBACK_NONE
#define FALLBACK_TEXTS FALLBACK_NONE
#define FALLBACK_REFS FALLBACK_NONE
#define FALLBACK_OBJECT FALLBACK_NONE
#define FALLBACK_OBJECTS FALLBACK_NONE
#define FALLBACK_ENTITIES FALLBACK_NONE

/* What the target column names: an enum, an entity or nothing. */
#define TARGET_NONE(t) 0
#define TARGET_ENTITY(t) HHP__E_##t
#define TARGET_VALUES(t) HHP__V_##t
#define TARGET_TEXT TARGET_NONE
#define TARGET_TEXT_OR TARGET_NONE
#define TARGET_ID TARGET_NONE
#define TARGET_REF TARGET_ENTITY
#define TARGET_CODE TARGET_NONE
#define TARGET_CVR TARGET_NONE
#define TARGET_MUNICIPALITY TARGET_NONE
#define TARGET_DECIMAL TARGET_NONE
#define TARGET_FORMAT TARGET_NONE
#define TARGET_ENUM TARGET_VALUES
#define TARGET_ENUM_OR TARGET_VALUES
#define TARGET_BOOL TARGET_NONE
#define TARGET_INT TARGET_NONE
#define TARGET_DATE TARGET_NONE
#define TARGET_KRONER TARGET_NONE
#define TARGET_TEXTS TARGET_NONE
#define TARGET_REFS TARGET_ENTITY
#define TARGET_OBJECT TARGET_ENTITY
#define TARGET_OBJECTS TARGET_ENTITY
#define TARGET_ENTITIES TARGET_ENTITY

enum { OPTIONAL, REQUIRED };
enum { HHP__DATE = HHP__DATE_FIELD };

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
   FALLBACK_##TYPE(fallback_),                                                                          \
   .type = HHP__##TYPE,                                                                                 \
   .is_required = presence,                                                                             \
   .entity = HHP__E_##e,                                                                                \
   .target = TARGET_##TYPE(target_),                                                                    \
   .since = since_,                                                                                     \
   .en = en_,                                                                                           \
   .da = da_},
#include "model/model.def"

const hhp__entity hhp__entities[HHP__ENTITY_COUNT] = {
#define ENTITY(e, format_, since_, en_, da_)                       \
  [HHP__E_##e] = {.name = #e,                                      \
                  .format = format_,                               \
                  .fields = S_##e,                                 \
                  .field_count = sizeof(S_##e) / sizeof(S_##e[0]), \
                  .size = sizeof(struct hhp_##e),                  \
                  .since = since_,                                 \
                  .en = en_,                                       \
                  .da = da_},
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"
};

/* A bit a field must be enough for "unusable". */
#define ENTITY(e, format, since, en, da) _Static_assert(HHP__##e##_count <= 64, #e " has too many fields");
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"

#define ENUM(e) static const hhp__value S_values_of_##e[] = {
#define END_ENUM(e) \
  }                 \
  ;
#define VALUE(e, json_, constant_, value_, da_, en_) \
  {.json = json_, .constant = "HHP_" #constant_, .value = value_, .da = da_, .en = en_},
#include "model/enums.def"

#define ENUM(e) static const hhp__value S_values_of_##e[] = {
#define END_ENUM(e) \
  }                 \
  ;
#define VALUE(e, json_, constant_, value_, da_, en_) \
  {.json = json_, .constant = "HHP_" #constant_, .value = value_, .da = da_, .en = en_},
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
  return field->json_length == length && memcmp(field->json, name, length) == 0;
}

/* Files are mostly written in canonical order, so the next field is mostly the one after the last. */
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
