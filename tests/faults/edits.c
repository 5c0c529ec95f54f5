/* Edits for every setter, adder and remover. */
#include "faults/edits.h"

#define BEGIN(e, how, name) static hhp_status S_##e##_##how##_##name(hhp__object *object) {
#define SET(e, name, value)                              \
  BEGIN(e, set, name)                                    \
  return hhp_##e##_set_##name((hhp_##e *)object, value); \
  }

#define MAKE_TEXT(e, name, one, target) SET(e, name, "Ny tekst")
#define MAKE_TEXT_OR MAKE_TEXT
#define MAKE_ID(e, name, one, target) SET(e, name, "et-nyt-id")
#define MAKE_REF(e, name, one, target) SET(e, name, "noget-andet")
#define MAKE_CODE(e, name, one, target) SET(e, name, "en-kode")
#define MAKE_CVR(e, name, one, target) SET(e, name, "87654321")
#define MAKE_MUNICIPALITY(e, name, one, target) SET(e, name, "561")
#define MAKE_DECIMAL(e, name, one, target) SET(e, name, "-1.25")
#define MAKE_FORMAT(e, name, one, target) SET(e, name, "helhedsplan/1")
#define MAKE_ENUM(e, name, one, target) SET(e, name, hhp__enums[HHP__V_##target].values[0].value)
#define MAKE_ENUM_OR MAKE_ENUM
#define MAKE_BOOL(e, name, one, target) SET(e, name, 1)
#define MAKE_INT(e, name, one, target) SET(e, name, 2001)
#define MAKE_DATE(e, name, one, target) SET(e, name, 20160229)
#define MAKE_KRONER(e, name, one, target) SET(e, name, 1000000000000)
#define MAKE_TEXTS(e, name, one, target)                      \
  BEGIN(e, add, one)                                          \
  return hhp_##e##_add_##one((hhp_##e *)object, "et-nyt-id"); \
  }                                                           \
  BEGIN(e, remove, one)                                       \
  return hhp_##e##_remove_##one((hhp_##e *)object, 0);        \
  }
#define MAKE_REFS MAKE_TEXTS
#define MAKE_OBJECT(e, name, one, target)
#define MAKE_REMOVE(e, one)                                                                     \
  BEGIN(e, remove, one)                                                                         \
  return hhp_##e##_remove_##one((hhp_##e *)object, hhp_##e##_##one##_at((hhp_##e *)object, 0)); \
  }
#define MAKE_OBJECTS(e, name, one, target)             \
  BEGIN(e, add, one)                                   \
  return hhp_##e##_add_##one((hhp_##e *)object, NULL); \
  }                                                    \
  MAKE_REMOVE(e, one)
#define MAKE_ENTITIES(e, name, one, target)                          \
  BEGIN(e, add, one)                                                 \
  hhp_##target *made = NULL;                                         \
  return hhp_##e##_add_##one((hhp_##e *)object, "et-nyt-id", &made); \
  }                                                                  \
  MAKE_REMOVE(e, one)

/* By the generic core. */
#define OF(e, name) &hhp__entities[HHP__E_##e].fields[HHP__##e##_##name]
#define CORE_VALUE(e, name)              \
  BEGIN(e, clear, name)                  \
  return hhp_clear(object, OF(e, name)); \
  }
#define CORE_LIST(e, name)                                                         \
  CORE_VALUE(e, name)                                                              \
  BEGIN(e, move, name)                                                             \
  return hhp_move(object, OF(e, name), 0, hhp_get_count(object, OF(e, name)) - 1); \
  }                                                                                \
  BEGIN(e, take, name)                                                             \
  return hhp_remove(object, OF(e, name), 0);                                       \
  }
#define CORE_OBJECTS_BY(e, name, id)                          \
  CORE_LIST(e, name)                                          \
  BEGIN(e, insert, name)                                      \
  return hhp_insert_object(object, OF(e, name), 0, id, NULL); \
  }
#define CORE_TEXT CORE_VALUE
#define CORE_NUMBER CORE_VALUE
#define CORE_DATE CORE_VALUE
#define CORE_KRONER CORE_VALUE
#define CORE_OBJECT CORE_VALUE
#define CORE_TEXTS(e, name)                                    \
  CORE_LIST(e, name)                                           \
  BEGIN(e, insert, name)                                       \
  return hhp_insert_text(object, OF(e, name), 0, "et-nyt-id"); \
  }
#define CORE_OBJECTS(e, name) CORE_OBJECTS_BY(e, name, NULL)
#define CORE_ENTITIES(e, name) CORE_OBJECTS_BY(e, name, "et-nyt-id")
#define CORE(shape, public, target_kind, fallback_kind, form, e, name) CORE_##shape(e, name)

/* Of x- members. */
static hhp_status S_plan_replace_extension(hhp__object *object) {
  return hhp_set_extension(object, "x-sidst", "{\"a\": [1, 2.5, \"b\"]}");
}
static hhp_status S_plan_add_extension(hhp__object *object) {
  return hhp_set_extension(object, "x-ny", "{\"a\": [1, 2.5, \"b\"]}");
}
static hhp_status S_period_add_extension(hhp__object *object) {
  return hhp_set_extension(object, "x-ny", "1");
}
static hhp_status S_plan_take_extension(hhp__object *object) {
  return hhp_set_extension(object, "x-sidst", NULL);
}

#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  MAKE_##TYPE(e, name, one, target) HHP__TYPE_##TYPE(CORE, e, name)
#include "model/model.def"

#define ROW(e, how, name, needs_memory) {#e "_" #how "_" #name, HHP__E_##e, needs_memory, S_##e##_##how##_##name},
#define ROWS_TEXT(e, name, one) ROW(e, set, name, 1)
#define ROWS_TEXT_OR ROWS_TEXT
#define ROWS_ID ROWS_TEXT
#define ROWS_REF ROWS_TEXT
#define ROWS_CODE ROWS_TEXT
#define ROWS_CVR ROWS_TEXT
#define ROWS_MUNICIPALITY ROWS_TEXT
#define ROWS_DECIMAL ROWS_TEXT
#define ROWS_FORMAT ROWS_TEXT
#define ROWS_ENUM(e, name, one) ROW(e, set, name, 0)
#define ROWS_ENUM_OR ROWS_ENUM
#define ROWS_BOOL ROWS_ENUM
#define ROWS_INT ROWS_ENUM
#define ROWS_DATE ROWS_ENUM
#define ROWS_KRONER ROWS_ENUM
#define ROWS_TEXTS(e, name, one) ROW(e, add, one, 1) ROW(e, remove, one, 0)
#define ROWS_REFS ROWS_TEXTS
#define ROWS_OBJECT(e, name, one)
#define ROWS_OBJECTS ROWS_TEXTS
#define ROWS_ENTITIES ROWS_TEXTS

#define CORE_ROWS_VALUE(e, name) ROW(e, clear, name, 0)
#define CORE_ROWS_LIST(e, name) \
  ROW(e, clear, name, 0) ROW(e, move, name, 0) ROW(e, take, name, 0) ROW(e, insert, name, 1)
#define CORE_ROWS_TEXT CORE_ROWS_VALUE
#define CORE_ROWS_NUMBER CORE_ROWS_VALUE
#define CORE_ROWS_DATE CORE_ROWS_VALUE
#define CORE_ROWS_KRONER CORE_ROWS_VALUE
#define CORE_ROWS_OBJECT CORE_ROWS_VALUE
#define CORE_ROWS_TEXTS CORE_ROWS_LIST
#define CORE_ROWS_OBJECTS CORE_ROWS_LIST
#define CORE_ROWS_ENTITIES CORE_ROWS_LIST
#define CORE_ROWS(shape, public, target_kind, fallback_kind, form, e, name) CORE_ROWS_##shape(e, name)

/* clang-format off */
const edit edits[] = {
    ROW(plan, replace, extension, 1)
    ROW(plan, add, extension, 1)
    ROW(period, add, extension, 1)
    ROW(plan, take, extension, 0)
/* clang-format on */
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  ROWS_##TYPE(e, name, one) HHP__TYPE_##TYPE(CORE_ROWS, e, name)
#include "model/model.def"
};
const size_t edit_count = sizeof(edits) / sizeof(edits[0]);

typedef int S_visitor(hhp__object *object, const void *wanted);

/* The first object, parents first, for which the visitor returns true. */
static hhp__object *S_find(hhp__object *object, S_visitor *is_wanted, const void *wanted) {
  if (is_wanted(object, wanted))
    return object;
  const hhp__entity *entity = hhp__entity_of(object);
  hhp__object *found = NULL;
  for (size_t i = 0; found == NULL && i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->type == HHP__OBJECT)
      found = S_find(hhp__object_at(object, field), is_wanted, wanted);
    if (field->type != HHP__OBJECTS && field->type != HHP__ENTITIES)
      continue;
    const hhp__list *list = hhp__list_at(object, field);
    for (uint32_t k = 0; found == NULL && k < list->count; k++)
      found = S_find(list->items[k], is_wanted, wanted);
  }
  return found;
}

static int S_is_of(hhp__object *object, const void *wanted) {
  return object->entity == *(const uint8_t *)wanted;
}

static int S_has(hhp__object *object, const void *wanted) {
  const hhp__field *field = wanted;
  const hhp__entity *entity = hhp__entity_of(object);
  return field >= entity->fields && field < entity->fields + entity->field_count && hhp__is_given(object, field);
}

hhp__object *any_object(hhp_plan *plan, uint8_t entity) {
  return S_find((hhp__object *)plan, S_is_of, &entity);
}

const char *missing_field(hhp_plan *plan) {
  for (size_t e = 0; e < HHP__ENTITY_COUNT; e++) {
    if (e == HHP__E_scheme || e == HHP__E_scheme_area)
      continue;
    for (size_t i = 0; i < hhp__entities[e].field_count; i++) {
      if (S_find((hhp__object *)plan, S_has, &hhp__entities[e].fields[i]) == NULL)
        return hhp__entities[e].fields[i].name;
    }
  }
  return NULL;
}
