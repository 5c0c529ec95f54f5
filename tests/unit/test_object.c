/* The generic core: every field of every entity, set by the core and read by its accessor, and the other way round;
 * that kinds are checked; and what lists, ids and removed objects do. The fields come from introspection, the accessors
 * from a table that model.def generates. */
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

/* --- The accessors of a field, with the object as hhp_object --- */

typedef struct {
  const char *(*text)(const hhp_object *object);
  hhp_status (*set_text)(hhp_object *object, const char *value);
  int32_t (*number)(const hhp_object *object);
  hhp_status (*set_number)(hhp_object *object, int32_t value);
  int64_t (*kroner)(const hhp_object *object);
  hhp_status (*set_kroner)(hhp_object *object, int64_t value);
  hhp_object *(*object)(const hhp_object *object);
  int32_t (*has)(const hhp_object *object);
  size_t (*count)(const hhp_object *object);
  const char *(*text_at)(const hhp_object *object, size_t index);
  hhp_status (*add_text)(hhp_object *object, const char *value);
  hhp_status (*remove_text)(hhp_object *object, size_t index);
  hhp_object *(*object_at)(const hhp_object *object, size_t index);
  hhp_status (*add_object)(hhp_object *object, const char *id, hhp_object **out);
  hhp_status (*remove_object)(hhp_object *object, hhp_object *child);
  hhp_object *(*find)(const hhp_object *object, const char *id);
} accessors;

#define DEFINE(e, name, what, type, call, ...)                               \
  static type e##_##name##_##what(const hhp_object *object, ##__VA_ARGS__) { \
    hhp_##e *x = (hhp_##e *)(uintptr_t)object;                               \
    return (type)call;                                                       \
  }
#define DEFINE_SETTER(e, name, what, call, ...)                              \
  static hhp_status e##_##name##_##what(hhp_object *object, ##__VA_ARGS__) { \
    hhp_##e *x = (hhp_##e *)object;                                          \
    return call;                                                             \
  }

#define READ_TEXT(e, name, one, target) DEFINE(e, name, text, const char *, hhp_##e##_##name(x))
#define READ_NUMBER(e, name, one, target) DEFINE(e, name, number, int32_t, hhp_##e##_##name(x))
#define READ_DATE READ_NUMBER
#define READ_KRONER(e, name, one, target) DEFINE(e, name, kroner, int64_t, hhp_##e##_##name(x))
#define READ_OBJECT(e, name, one, target) DEFINE(e, name, object, hhp_object *, (uintptr_t)hhp_##e##_##name(x))
#define READ_TEXTS(e, name, one, target)                     \
  DEFINE(e, name, count, size_t, hhp_##e##_##one##_count(x)) \
  DEFINE(e, name, text_at, const char *, hhp_##e##_##one##_at(x, index), size_t index)
#define READ_OBJECTS(e, name, one, target)                   \
  DEFINE(e, name, count, size_t, hhp_##e##_##one##_count(x)) \
  DEFINE(e, name, object_at, hhp_object *, (uintptr_t)hhp_##e##_##one##_at(x, index), size_t index)
#define READ_ENTITIES(e, name, one, target) \
  READ_OBJECTS(e, name, one, target)        \
  DEFINE(e, name, find, hhp_object *, (uintptr_t)hhp_##e##_find_##one(x, id), const char *id)
#define HAS_NONE(e, name)
#define HAS_TEXT(e, name) DEFINE(e, name, has, int32_t, hhp_##e##_has_##name(x))
#define HAS_NUMBER HAS_TEXT

#define WRITE_TEXT(e, name, one, target) \
  DEFINE_SETTER(e, name, set_text, hhp_##e##_set_##name(x, value), const char *value)
#define WRITE_NUMBER(e, name, one, target) \
  DEFINE_SETTER(e, name, set_number, hhp_##e##_set_##name(x, value), int32_t value)
#define WRITE_DATE WRITE_NUMBER
#define WRITE_KRONER(e, name, one, target) \
  DEFINE_SETTER(e, name, set_kroner, hhp_##e##_set_##name(x, value), int64_t value)
#define WRITE_OBJECT(e, name, one, target)
#define WRITE_TEXTS(e, name, one, target)                                            \
  DEFINE_SETTER(e, name, add_text, hhp_##e##_add_##one(x, value), const char *value) \
  DEFINE_SETTER(e, name, remove_text, hhp_##e##_remove_##one(x, index), size_t index)
#define REMOVE_OBJECT(e, name, one, target) \
  DEFINE_SETTER(e, name, remove_object, hhp_##e##_remove_##one(x, (hhp_##target *)child), hhp_object *child)
#define ADD_OBJECT(e, name, call, target)                                                           \
  static hhp_status e##_##name##_add_object(hhp_object *object, const char *id, hhp_object **out) { \
    hhp_##e *x = (hhp_##e *)object;                                                                 \
    hhp_##target *made = NULL;                                                                      \
    (void)id;                                                                                       \
    hhp_status status = call;                                                                       \
    *out = (hhp_object *)made;                                                                      \
    return status;                                                                                  \
  }
#define WRITE_OBJECTS(e, name, one, target)                  \
  ADD_OBJECT(e, name, hhp_##e##_add_##one(x, &made), target) \
  REMOVE_OBJECT(e, name, one, target)
#define WRITE_ENTITIES(e, name, one, target)                     \
  ADD_OBJECT(e, name, hhp_##e##_add_##one(x, id, &made), target) \
  REMOVE_OBJECT(e, name, one, target)

#define OF_PLAN(shape, public, target_kind, fallback_kind, form, e, name, one, target) \
  READ_##shape(e, name, one, target) HAS_##fallback_kind(e, name) WRITE_##shape(e, name, one, target)
#define OF_SCHEME(shape, public, target_kind, fallback_kind, form, e, name, one, target) \
  READ_##shape(e, name, one, target) HAS_##fallback_kind(e, name)

#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(OF_PLAN, e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_PLAN
#define HHP__ONLY_SCHEME
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(OF_SCHEME, e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_SCHEME

#define AT(e, name, what) .what = e##_##name##_##what,
#define ROW_READ_TEXT(e, name) AT(e, name, text)
#define ROW_READ_NUMBER(e, name) AT(e, name, number)
#define ROW_READ_DATE ROW_READ_NUMBER
#define ROW_READ_KRONER(e, name) AT(e, name, kroner)
#define ROW_READ_OBJECT(e, name) AT(e, name, object)
#define ROW_READ_TEXTS(e, name) AT(e, name, count) AT(e, name, text_at)
#define ROW_READ_OBJECTS(e, name) AT(e, name, count) AT(e, name, object_at)
#define ROW_READ_ENTITIES(e, name) ROW_READ_OBJECTS(e, name) AT(e, name, find)
#define ROW_HAS_NONE(e, name)
#define ROW_HAS_TEXT(e, name) AT(e, name, has)
#define ROW_HAS_NUMBER ROW_HAS_TEXT
#define ROW_WRITE_TEXT(e, name) AT(e, name, set_text)
#define ROW_WRITE_NUMBER(e, name) AT(e, name, set_number)
#define ROW_WRITE_DATE ROW_WRITE_NUMBER
#define ROW_WRITE_KRONER(e, name) AT(e, name, set_kroner)
#define ROW_WRITE_OBJECT(e, name)
#define ROW_WRITE_TEXTS(e, name) AT(e, name, add_text) AT(e, name, remove_text)
#define ROW_WRITE_OBJECTS(e, name) AT(e, name, add_object) AT(e, name, remove_object)
#define ROW_WRITE_ENTITIES ROW_WRITE_OBJECTS
#define ROW_OF_PLAN(shape, public, target_kind, fallback_kind, form, e, name) \
  [HHP__E_##                                                                  \
      e][HHP__##e##_##name] = {ROW_READ_##shape(e, name) ROW_HAS_##fallback_kind(e, name) ROW_WRITE_##shape(e, name)},
#define ROW_OF_SCHEME(shape, public, target_kind, fallback_kind, form, e, name) \
  [HHP__E_##e][HHP__##e##_##name] = {ROW_READ_##shape(e, name) ROW_HAS_##fallback_kind(e, name)},

static const accessors table[HHP__ENTITY_COUNT][64] = {
#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, ...) HHP__TYPE_##TYPE(ROW_OF_PLAN, e, name)
#include "model/model.def"
#undef HHP__ONLY_PLAN
#define HHP__ONLY_SCHEME
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, ...) HHP__TYPE_##TYPE(ROW_OF_SCHEME, e, name)
#include "model/model.def"
#undef HHP__ONLY_SCHEME
};

static const accessors *accessors_of(const hhp_field *field) {
  const hhp_entity *entity = hhp_field_entity(field);
  size_t number = 0;
  while (hhp_entity_field_at(entity, number) != field)
    number++;
  return &table[entity - hhp_entity_at(0)][number];
}

/* --- Objects, fields and values --- */

static hhp_object *root_of(hhp_plan *plan) {
  return (hhp_object *)plan;
}

static const hhp_field *field_of(const hhp_object *object, const char *name) {
  const hhp_field *field = hhp_entity_find_field(hhp_object_entity(object), name);
  if (field == NULL)
    fail_msg("%s has no %s", hhp_entity_name(hhp_object_entity(object)), name);
  return field;
}

static int is_object(const hhp_field *field) {
  return hhp_field_type(field) == HHP_FIELD_OBJECT;
}

static int needs_id(const hhp_field *field) {
  return hhp_entity_has_id(hhp_field_target(field));
}

/* Appends an object to a list, with an id that no other has where it needs one. */
static hhp_object *append(hhp_object *object, const hhp_field *field) {
  static int made_ids;
  hhp_object *made = NULL;
  const char *id = needs_id(field) ? text_of("new-%d", made_ids++) : NULL;
  assert_int_equal(hhp_insert_object(object, field, hhp_get_count(object, field), id, &made), HHP_OK);
  assert_ptr_equal(hhp_object_entity(made), hhp_field_target(field));
  return made;
}

static hhp_object *some(hhp_plan *plan, const hhp_entity *entity);

static hhp_object *some_in(hhp_plan *plan, const hhp_field *field) {
  hhp_object *parent = some(plan, hhp_field_entity(field));
  return hhp_field_is_list(field) ? append(parent, field) : hhp_get_object(parent, field);
}

/* An object of the entity in the plan, with all objects around it. */
static hhp_object *some(hhp_plan *plan, const hhp_entity *entity) {
  if (entity == hhp_object_entity(root_of(plan)))
    return root_of(plan);
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *parent = hhp_entity_at(i);
    for (size_t k = 0; k < hhp_entity_field_count(parent); k++) {
      const hhp_field *field = hhp_entity_field_at(parent, k);
      if (is_object(field) && hhp_field_target(field) == entity)
        return some_in(plan, field);
    }
  }
  fail_msg("no field has a %s", hhp_entity_name(entity));
  return NULL;
}

/* Two values that a field of the type takes. */
static const char *text_for(const hhp_field *field, int second) {
  switch (hhp_field_type(field)) {
  case HHP_FIELD_CVR:
    return second ? "00000000" : "35209115";
  case HHP_FIELD_MUNICIPALITY_CODE:
    return second ? "0461" : "461";
  case HHP_FIELD_DECIMAL:
    return second ? "-0.0001" : "63.5";
  case HHP_FIELD_FORMAT:
    return "helhedsplan/1";
  case HHP_FIELD_TEXT:
    return second ? "" : "Æblevej 5 😀";
  default:
    return second ? "2nd" : "first-id";
  }
}

static int32_t number_for(const hhp_field *field, int second) {
  switch (hhp_field_type(field)) {
  case HHP_FIELD_WORD:
    return hhp_enum_number_at(hhp_field_enum(field), second ? hhp_enum_word_count(hhp_field_enum(field)) - 1 : 0);
  case HHP_FIELD_TRUTH:
    return second;
  case HHP_FIELD_DATE:
    return second ? 20151000 : 20160229;
  default:
    return (int32_t)(second ? hhp_field_maximum(field) : hhp_field_minimum(field));
  }
}

static void assert_same(const char *a, const char *b) {
  if (a == NULL || b == NULL)
    assert_ptr_equal(a, b);
  else
    assert_string_equal(a, b);
}

typedef void visitor(hhp_plan *plan, hhp_object *object, const hhp_field *field);

/* Calls the visitor for every field of every entity of a plan, each with an object in a plan of its own. */
static void for_every_field(visitor *visit) {
  size_t visited = 0;
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    for (size_t k = 0; hhp_entity_is_editable(entity) && k < hhp_entity_field_count(entity); k++, visited++) {
      hhp_plan *plan = new_plan();
      visit(plan, some(plan, entity), hhp_entity_field_at(entity, k));
    }
  }
  assert_true(visited > 130);
}

/* --- Core and accessors agree --- */

/* What the core reads of a field is what its accessors read; also of a handle that is NULL. */
static void assert_agree(const hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  const hhp_object *objects[] = {object, NULL};
  for (size_t i = 0; i < COUNT_OF(objects); i++) {
    const hhp_object *x = objects[i];
    if (typed->text != NULL)
      assert_same(hhp_get_text(x, field), typed->text(x));
    if (typed->number != NULL)
      assert_int_equal(hhp_get_number(x, field), typed->number(x));
    if (typed->kroner != NULL)
      assert_true(hhp_get_kroner(x, field) == typed->kroner(x));
    if (typed->object != NULL)
      assert_ptr_equal(hhp_get_object(x, field), typed->object(x));
    if (typed->has != NULL)
      assert_int_equal(hhp_is_given(x, field), typed->has(x));
    if (typed->count != NULL)
      assert_int_equal(hhp_get_count(x, field), typed->count(x));
    for (size_t k = 0; typed->count != NULL && k <= typed->count(x); k++) {
      if (typed->text_at != NULL)
        assert_same(hhp_get_text_at(x, field, k), typed->text_at(x, k));
      else
        assert_ptr_equal(hhp_get_object_at(x, field, k), typed->object_at(x, k));
    }
  }
}

static void try_text(hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  const char *absent = hhp_field_default_text(field);
  assert_int_equal(hhp_set_text(object, field, text_for(field, 0)), HHP_OK);
  assert_string_equal(typed->text(object), text_for(field, 0));
  assert_agree(object, field);
  assert_int_equal(typed->set_text(object, text_for(field, 1)), HHP_OK);
  assert_string_equal(hhp_get_text(object, field), text_for(field, 1));
  assert_int_equal(hhp_set_text(object, field, "\xc3("), HHP_ERR_UTF8);
  assert_string_equal(hhp_get_text(object, field), text_for(field, 1));
  assert_true(hhp_is_given(object, field));
  assert_int_equal(hhp_set_text(object, field, NULL), HHP_OK);
  assert_same(hhp_get_text(object, field), absent);
  assert_false(hhp_is_given(object, field));
  assert_agree(object, field);
}

static void try_number(hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  int is_date = hhp_field_type(field) == HHP_FIELD_DATE;
  int32_t absent = is_date ? 0 : hhp_field_default_number(field);
  for (int second = 0; second <= 1; second++) {
    assert_int_equal(hhp_set_number(object, field, number_for(field, second)), HHP_OK);
    assert_int_equal(typed->number(object), number_for(field, second));
    assert_true(hhp_is_given(object, field));
    assert_agree(object, field);
    assert_int_equal(typed->set_number(object, number_for(field, !second)), HHP_OK);
    assert_int_equal(hhp_get_number(object, field), number_for(field, !second));
  }
  if (hhp_field_type(field) == HHP_FIELD_WORD)
    assert_int_equal(hhp_set_number(object, field, 0), HHP_ERR_ENUM);
  if (hhp_field_type(field) == HHP_FIELD_TRUTH)
    assert_int_equal(hhp_set_number(object, field, 2), HHP_ERR_RANGE);
  if (is_date)
    assert_int_equal(hhp_set_number(object, field, HHP_ABSENT), HHP_ERR_DATE);
  assert_int_equal(hhp_get_number(object, field), number_for(field, 0));
  assert_int_equal(hhp_set_number(object, field, is_date ? 0 : HHP_ABSENT), HHP_OK);
  assert_int_equal(hhp_get_number(object, field), absent);
  assert_false(hhp_is_given(object, field));
  assert_agree(object, field);
}

static void try_kroner(hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  assert_int_equal(hhp_set_kroner(object, field, INT64_C(1000000000000)), HHP_OK);
  assert_true(typed->kroner(object) == INT64_C(1000000000000));
  assert_agree(object, field);
  assert_int_equal(typed->set_kroner(object, 0), HHP_OK);
  assert_true(hhp_get_kroner(object, field) == 0);
  assert_true(hhp_is_given(object, field));
  assert_int_equal(hhp_set_kroner(object, field, -1), HHP_ERR_RANGE);
  assert_true(hhp_get_kroner(object, field) == 0);
  assert_int_equal(hhp_set_kroner(object, field, HHP_ABSENT), HHP_OK);
  assert_true(typed->kroner(object) == HHP_ABSENT);
  assert_agree(object, field);
}

static void try_texts(hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  assert_int_equal(hhp_insert_text(object, field, 0, "b"), HHP_OK);
  assert_int_equal(typed->add_text(object, "c"), HHP_OK);
  assert_int_equal(hhp_insert_text(object, field, 0, "a"), HHP_OK);
  assert_string_equal(typed->text_at(object, 0), "a");
  assert_string_equal(hhp_get_text_at(object, field, 1), "b");
  assert_string_equal(hhp_get_text_at(object, field, 2), "c");
  assert_agree(object, field);
  assert_int_equal(hhp_insert_text(object, field, 0, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_insert_text(object, field, 0, "\xc3("), HHP_ERR_UTF8);
  if (hhp_field_type(field) == HHP_FIELD_REFERENCE)
    assert_int_equal(hhp_insert_text(object, field, 0, "A b"), HHP_ERR_ID);
  assert_int_equal(hhp_get_count(object, field), 3);
  assert_int_equal(hhp_remove(object, field, 1), HHP_OK);
  assert_int_equal(typed->remove_text(object, 0), HHP_OK);
  assert_string_equal(hhp_get_text_at(object, field, 0), "c");
  assert_true(hhp_is_given(object, field));
  assert_agree(object, field);
}

static void try_objects(hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  hhp_object *first = NULL, *second = append(object, field), *third = NULL, *none = second;
  const char *id = needs_id(field) ? "first-id" : NULL;
  assert_int_equal(hhp_insert_object(object, field, 0, id, &first), HHP_OK);
  assert_int_equal(typed->add_object(object, "third-id", &third), HHP_OK);
  assert_ptr_equal(typed->object_at(object, 0), first);
  assert_ptr_equal(hhp_get_object_at(object, field, 1), second);
  assert_ptr_equal(hhp_get_object_at(object, field, 2), third);
  assert_agree(object, field);
  if (typed->find != NULL) {
    assert_int_equal(hhp_insert_object(object, field, 0, NULL, &none), HHP_ERR_ARGUMENT);
    assert_null(none);
    assert_int_equal(hhp_insert_object(object, field, 0, "third-id", NULL), HHP_ERR_DUPLICATE_ID);
    assert_int_equal(hhp_insert_object(object, field, 0, "Bad", NULL), HHP_ERR_ID);
    assert_int_equal(hhp_insert_object(object, field, 0, "\xc3(", NULL), HHP_ERR_UTF8);
    assert_ptr_equal(hhp_get_object_by_id(object, field, "third-id"), third);
    assert_ptr_equal(typed->find(object, "first-id"), first);
  }
  assert_null(hhp_get_object_by_id(object, field, "nobody"));
  assert_null(hhp_get_object_by_id(object, field, NULL));
  assert_null(hhp_get_object_by_id(NULL, field, "third-id"));
  assert_int_equal(hhp_get_count(object, field), 3);
  assert_int_equal(hhp_remove(object, field, 0), HHP_OK);
  assert_int_equal(typed->remove_object(object, third), HHP_OK); /* its index is known after the others moved */
  assert_ptr_equal(typed->object_at(object, 0), second);
  assert_agree(object, field);
}

static void try_field(hhp_plan *plan, hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  (void)plan;
  assert_agree(object, field);
  if (typed->set_text != NULL)
    try_text(object, field);
  else if (typed->set_number != NULL)
    try_number(object, field);
  else if (typed->set_kroner != NULL)
    try_kroner(object, field);
  else if (typed->add_text != NULL)
    try_texts(object, field);
  else if (typed->add_object != NULL)
    try_objects(object, field);
  else
    assert_non_null(typed->object);
}

static void core_and_accessors_agree_on_every_field(void **state) {
  (void)state;
  for_every_field(try_field);
}

/* Sets a field to anything. */
static void give(hhp_plan *plan, hhp_object *object, const hhp_field *field) {
  const accessors *typed = accessors_of(field);
  hhp_object *inner = NULL;
  if (typed->set_text != NULL)
    assert_int_equal(hhp_set_text(object, field, text_for(field, 0)), HHP_OK);
  else if (typed->set_number != NULL)
    assert_int_equal(hhp_set_number(object, field, number_for(field, 0)), HHP_OK);
  else if (typed->set_kroner != NULL)
    assert_int_equal(hhp_set_kroner(object, field, 5), HHP_OK);
  else if (typed->add_text != NULL)
    assert_int_equal(hhp_insert_text(object, field, 0, "a"), HHP_OK);
  else if (typed->add_object != NULL)
    append(object, field);
  else {
    inner = hhp_get_object(object, field);
    for (size_t i = 0; i < hhp_entity_field_count(hhp_object_entity(inner)); i++)
      give(plan, inner, hhp_entity_field_at(hhp_object_entity(inner), i));
  }
}

static void try_clear(hhp_plan *plan, hhp_object *object, const hhp_field *field) {
  assert_int_equal(hhp_clear(object, field), HHP_OK);
  assert_false(hhp_is_given(object, field));
  char *before = dump_of(plan);
  give(plan, object, field);
  assert_true(hhp_is_given(object, field));
  assert_true(strcmp(dump_of(plan), before) != 0);
  assert_int_equal(hhp_clear(object, field), HHP_OK);
  assert_false(hhp_is_given(object, field));
  assert_agree(object, field);
  assert_string_equal(dump_of(plan), before);
  give(plan, object, field); /* ids are free again */
  assert_true(hhp_is_given(object, field));
}

static void every_field_can_be_cleared(void **state) {
  (void)state;
  for_every_field(try_clear);
}

/* --- Refusals --- */

/* Reads a field in every way but its own, or in every way: nothing is there. */
static void assert_reads_nothing(const hhp_object *object, const hhp_field *field, const accessors *own) {
  if (own->text == NULL)
    assert_null(hhp_get_text(object, field));
  if (own->number == NULL)
    assert_int_equal(hhp_get_number(object, field), HHP_ABSENT);
  if (own->kroner == NULL)
    assert_true(hhp_get_kroner(object, field) == HHP_ABSENT);
  if (own->object == NULL)
    assert_null(hhp_get_object(object, field));
  if (own->count == NULL)
    assert_int_equal(hhp_get_count(object, field), 0);
  if (own->text_at == NULL)
    assert_null(hhp_get_text_at(object, field, 0));
  if (own->object_at == NULL) {
    assert_null(hhp_get_object_at(object, field, 0));
    assert_null(hhp_get_object_by_id(object, field, "a"));
  }
}

/* Writes a field in every way but its own, or in every way: all are refused. */
static void assert_takes_nothing(hhp_object *object, const hhp_field *field, const accessors *own) {
  hhp_object *made = object;
  if (own->set_text == NULL) {
    assert_int_equal(hhp_set_text(object, field, "a"), HHP_ERR_ARGUMENT);
    assert_int_equal(hhp_set_text(object, field, NULL), HHP_ERR_ARGUMENT);
  }
  if (own->set_number == NULL)
    assert_int_equal(hhp_set_number(object, field, 1), HHP_ERR_ARGUMENT);
  if (own->set_kroner == NULL)
    assert_int_equal(hhp_set_kroner(object, field, 1), HHP_ERR_ARGUMENT);
  if (own->add_text == NULL)
    assert_int_equal(hhp_insert_text(object, field, 0, "a"), HHP_ERR_ARGUMENT);
  if (own->add_object == NULL) {
    assert_int_equal(hhp_insert_object(object, field, 0, "a", &made), HHP_ERR_ARGUMENT);
    assert_null(made);
    assert_int_equal(hhp_insert_object(object, field, 0, NULL, NULL), HHP_ERR_ARGUMENT);
  }
  if (own->add_text == NULL && own->add_object == NULL) {
    assert_int_equal(hhp_move(object, field, 0, 0), HHP_ERR_ARGUMENT);
    assert_int_equal(hhp_remove(object, field, 0), HHP_ERR_ARGUMENT);
  }
}

static const accessors in_every_way;

static void assert_refused(hhp_object *object, const hhp_field *field) {
  assert_reads_nothing(object, field, &in_every_way);
  assert_takes_nothing(object, field, &in_every_way);
  assert_false(hhp_is_given(object, field));
  assert_int_equal(hhp_clear(object, field), HHP_ERR_ARGUMENT);
}

static void try_wrong_kinds(hhp_plan *plan, hhp_object *object, const hhp_field *field) {
  give(plan, object, field);
  char *before = dump_of(plan);
  assert_reads_nothing(object, field, accessors_of(field));
  assert_takes_nothing(object, field, accessors_of(field));
  assert_takes_nothing(NULL, field, &in_every_way);
  assert_int_equal(hhp_clear(NULL, field), HHP_ERR_ARGUMENT);
  assert_false(hhp_is_given(NULL, field));
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *other = hhp_entity_at(i);
    for (size_t k = 0; other != hhp_field_entity(field) && k < hhp_entity_field_count(other); k++)
      assert_refused(object, hhp_entity_field_at(other, k));
  }
  assert_refused(object, NULL);
  assert_string_equal(dump_of(plan), before);
}

static void wrong_kinds_and_fields_of_others_are_refused(void **state) {
  (void)state;
  for_every_field(try_wrong_kinds);
  assert_refused(NULL, NULL);
  assert_null(hhp_object_entity(NULL));
}

static void assert_is_constant(const hhp_object *object) {
  hhp_object *x = (hhp_object *)(uintptr_t)object;
  const hhp_entity *entity = hhp_object_entity(object);
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    assert_agree(object, field);
    assert_reads_nothing(object, field, accessors_of(field));
    assert_takes_nothing(x, field, &in_every_way);
    assert_int_equal(hhp_clear(x, field), HHP_ERR_ARGUMENT);
    assert_null(hhp_get_object_by_id(object, field, "sundhed"));
    for (size_t k = 0; is_object(field) && k < hhp_get_count(object, field); k++)
      assert_is_constant(hhp_get_object_at(object, field, k));
  }
}

static void schemes_can_be_read_and_not_changed(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_object *scheme = (const hhp_object *)hhp_scheme_at(i);
    assert_string_equal(hhp_entity_name(hhp_object_entity(scheme)), "scheme");
    assert_string_equal(hhp_get_text(scheme, field_of(scheme, "id")), hhp_scheme_id(hhp_scheme_at(i)));
    assert_int_equal(hhp_get_number(scheme, field_of(scheme, "min_local_bp")), 2500);
    assert_true(hhp_get_count(scheme, field_of(scheme, "focus_areas")) >= 4);
    assert_is_constant(scheme);
  }
  hhp_scheme *read = scheme_of(quoted("{'format': 'helhedsplan-scheme/1', 'id': 's', 'title_da': 'S', 'title_en': 'S',"
                                      "'min_local_bp': 2000, 'base': 'grant',"
                                      "'focus_areas': [{'code': 'sundhed', 'title_da': 'A', 'title_en': 'A'}]}"));
  const hhp_object *scheme = (const hhp_object *)read;
  assert_int_equal(hhp_get_number(scheme, field_of(scheme, "min_local_bp")), 2000);
  assert_is_constant(scheme);
}

/* --- Lists --- */

enum { ELEMENTS = 5 };

/* A list of five, whose elements are known by a letter. */
typedef struct {
  hhp_object *object;
  const hhp_field *field;
  hhp_object *handles[ELEMENTS];
  char order[ELEMENTS + 1];
} letters;

static void assert_order(const letters *l, const char *order) {
  assert_int_equal(hhp_get_count(l->object, l->field), strlen(order));
  for (size_t i = 0; i < strlen(order); i++) {
    if (is_object(l->field))
      assert_ptr_equal(hhp_get_object_at(l->object, l->field, i), l->handles[order[i] - 'a']);
    else
      assert_int_equal(hhp_get_text_at(l->object, l->field, i)[0], order[i]);
  }
}

static hhp_status insert(letters *l, size_t index, char letter) {
  char text[] = {letter, '\0'};
  if (!is_object(l->field))
    return hhp_insert_text(l->object, l->field, index, text);
  return hhp_insert_object(l->object, l->field, index, needs_id(l->field) ? text : NULL, &l->handles[letter - 'a']);
}

static void try_list(hhp_plan *plan, hhp_object *object, const hhp_field *field) {
  if (!hhp_field_is_list(field))
    return;
  letters l = {.object = object, .field = field};
  (void)plan;
  hhp_clear(object, field);
  assert_int_equal(insert(&l, 1, 'e'), HHP_ERR_NOT_FOUND);
  assert_int_equal(insert(&l, 0, 'c'), HHP_OK);
  assert_int_equal(insert(&l, 0, 'a'), HHP_OK); /* at the beginning */
  assert_int_equal(insert(&l, 1, 'b'), HHP_OK); /* in the middle */
  assert_int_equal(insert(&l, 3, 'd'), HHP_OK); /* at the end */
  assert_order(&l, "abcd");
  assert_int_equal(insert(&l, 5, 'e'), HHP_ERR_NOT_FOUND);
  assert_int_equal(insert(&l, SIZE_MAX, 'e'), HHP_ERR_NOT_FOUND);
#if SIZE_MAX > UINT32_MAX
  assert_int_equal(insert(&l, (size_t)UINT32_MAX + 1, 'e'), HHP_ERR_NOT_FOUND);
#endif
  assert_order(&l, "abcd");

  static const struct {
    size_t from, to;
    const char *after;
  } moves[] = {{0, 3, "bcda"}, {3, 0, "abcd"}, {1, 2, "acbd"}, {2, 1, "abcd"}, {0, 0, "abcd"},
               {3, 3, "abcd"}, {0, 2, "bcad"}, {3, 1, "bdca"}, {2, 3, "bdac"}, {0, 1, "dbac"}};
  for (size_t i = 0; i < COUNT_OF(moves); i++) {
    assert_int_equal(hhp_move(object, field, moves[i].from, moves[i].to), HHP_OK);
    assert_order(&l, moves[i].after);
    assert_agree(object, field);
  }
  assert_int_equal(hhp_move(object, field, 4, 0), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_move(object, field, 0, 4), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_move(object, field, SIZE_MAX, 0), HHP_ERR_NOT_FOUND);
  assert_order(&l, "dbac");
  assert_int_equal(hhp_remove(object, field, 4), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_remove(object, field, SIZE_MAX), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_remove(object, field, 1), HHP_OK);
  assert_order(&l, "dac");
  assert_int_equal(hhp_remove(object, field, 2), HHP_OK);
  assert_order(&l, "da");
  assert_int_equal(hhp_remove(object, field, 0), HHP_OK);
  assert_order(&l, "a");
  assert_int_equal(hhp_remove(object, field, 0), HHP_OK);
  assert_int_equal(hhp_remove(object, field, 0), HHP_ERR_NOT_FOUND);
  assert_order(&l, "");
  if (is_object(field)) /* a removed handle is no longer an element */
    assert_int_equal(accessors_of(field)->remove_object(object, l.handles[0]), HHP_ERR_NOT_FOUND);
}

static void every_list_inserts_moves_and_removes(void **state) {
  (void)state;
  for_every_field(try_list);
}

static void assert_dumps(hhp_plan *plan, const char *members) {
  hhp_plan *expected = plan_of(plan_text("%s", members));
  assert_string_equal(dump_of(plan), dump_of(expected));
}

static void the_file_has_the_order_of_the_list(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'goals': [{'id': 'a', 'title': 'A', 'aliases': ['1', '2', '3']},"
                                     "{'id': 'b', 'title': 'B', 'x-b': 1}, {'id': 'c', 'title': 'C'}]"));
  hhp_object *root = root_of(plan);
  const hhp_field *goals = field_of(root, "goals");
  hhp_object *first = hhp_get_object_at(root, goals, 0), *made = NULL;
  assert_int_equal(hhp_move(root, goals, 0, 2), HHP_OK);
  assert_int_equal(hhp_move(first, field_of(first, "aliases"), 2, 0), HHP_OK);
  assert_int_equal(hhp_insert_object(root, goals, 1, "d", &made), HHP_OK);
  assert_int_equal(hhp_set_text(made, field_of(made, "title"), "D"), HHP_OK);
  assert_dumps(plan, "'goals': [{'id': 'b', 'title': 'B', 'x-b': 1}, {'id': 'd', 'title': 'D'},"
                     "{'id': 'c', 'title': 'C'}, {'id': 'a', 'title': 'A', 'aliases': ['3', '1', '2']}]");
}

/* --- Ids --- */

static void a_cleared_list_gives_its_ids_back(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]"));
  hhp_object *root = root_of(plan);
  hhp_object *removed = hhp_get_object_at(root, field_of(root, "goals"), 0);
  assert_int_equal(hhp_clear(root, field_of(root, "goals")), HHP_OK);
  assert_null(hhp_get_object_by_id(root, field_of(root, "goals"), "a"));
  assert_int_equal(hhp_insert_object(root, field_of(root, "parties"), 0, "a", NULL), HHP_OK);
  assert_int_equal(hhp_insert_object(root, field_of(root, "goals"), 0, "b", NULL), HHP_OK);
  assert_string_equal(hhp_get_text(removed, field_of(removed, "title")), "A");
  assert_int_equal(hhp_set_text(removed, field_of(removed, "id"), "b"), HHP_OK); /* of no concern to the plan */
  assert_int_equal(hhp_clear(removed, field_of(removed, "id")), HHP_OK);
  assert_non_null(hhp_get_object_by_id(root, field_of(root, "goals"), "b"));
  assert_non_null(hhp_get_object_by_id(root, field_of(root, "parties"), "a"));
}

static void a_cleared_object_gives_the_ids_in_it_back(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}],"
                                     "'financing': {'frame': 5, 'grant': {'applied': 3, 'x-y': 1}, 'x-z': [2.5],"
                                     "'contributions': [{'id': 'c', 'parties': ['k'], 'amount': 7}]}"));
  hhp_object *root = root_of(plan), *financing = hhp_get_object(root, field_of(root, "financing"));
  const hhp_field *contributions = field_of(financing, "contributions");
  hhp_object *contribution = hhp_get_object_at(financing, contributions, 0);
  assert_ptr_equal(hhp_get_object_by_id(financing, contributions, "c"), contribution);
  assert_int_equal(hhp_insert_object(root, field_of(root, "goals"), 0, "c", NULL), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_clear(root, field_of(root, "financing")), HHP_OK);
  assert_dumps(plan, "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}]");
  assert_ptr_equal(hhp_get_object(root, field_of(root, "financing")), financing); /* the handle stays */
  assert_int_equal(hhp_insert_object(financing, contributions, 0, "c", NULL), HHP_OK);
  assert_int_equal(hhp_insert_object(financing, contributions, 1, NULL, NULL), HHP_OK);
  assert_int_equal(hhp_insert_object(financing, contributions, 2, "c", NULL), HHP_ERR_DUPLICATE_ID);
}

/* A continuation has a code for an id, and a support has none. */
static void an_id_is_only_for_what_has_one(void **state) {
  (void)state;
  hhp_object *root = root_of(new_plan());
  assert_int_equal(hhp_insert_object(root, field_of(root, "continues"), 0, "a", NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_insert_object(root, field_of(root, "reports"), 0, "a", NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_get_count(root, field_of(root, "continues")), 0);
}

static hhp_plan *plan_with_duplicates(void) {
  return plan_of(plan_text("'goals': [{'id': 'same', 'title': 'First'}, {'id': 'same', 'title': 'Second'}],"
                           "'activities': [{'id': 'same', 'title': 'Third'}, {'id': 'other', 'title': 'Other'}]"));
}

static const char *title_by_id(hhp_object *root, const char *list, const char *id) {
  hhp_object *found = hhp_get_object_by_id(root, field_of(root, list), id);
  return found == NULL ? NULL : hhp_get_text(found, field_of(found, "title"));
}

static void the_first_of_a_moved_list_is_found(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_duplicates();
  hhp_object *root = root_of(plan);
  assert_string_equal(title_by_id(root, "goals", "same"), "First");
  assert_int_equal(hhp_move(root, field_of(root, "goals"), 0, 1), HHP_OK);
  assert_string_equal(title_by_id(root, "goals", "same"), "Second");
  assert_string_equal(title_by_id(root, "activities", "same"), "Third");
  assert_string_equal(title_by_id(root, "activities", "other"), "Other");
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 2);
}

static void clearing_the_first_finds_the_next(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_duplicates();
  hhp_object *root = root_of(plan);
  assert_int_equal(hhp_clear(root, field_of(root, "goals")), HHP_OK);
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 0);
  assert_string_equal(title_by_id(root, "activities", "same"), "Third");
  assert_int_equal(hhp_insert_object(root, field_of(root, "goals"), 0, "same", NULL), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_clear(root, field_of(root, "activities")), HHP_OK);
  assert_int_equal(hhp_insert_object(root, field_of(root, "goals"), 0, "same", NULL), HHP_OK);
}

/* What is done to a removed object leaves the ids of the plan alone, also where the plan has duplicates. */
static void a_removed_object_takes_no_ids(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_duplicates();
  hhp_object *root = root_of(plan);
  const hhp_field *agreements = field_of(root, "agreements");
  hhp_object *removed = append(root, agreements);
  const hhp_field *signatures = field_of(removed, "signatures");
  append(removed, signatures);
  append(removed, signatures);
  assert_int_equal(hhp_remove(root, agreements, 0), HHP_OK);
  assert_int_equal(hhp_set_text(removed, field_of(removed, "id"), "other"), HHP_OK);
  assert_int_equal(hhp_move(removed, signatures, 0, 1), HHP_OK);
  assert_int_equal(hhp_clear(removed, signatures), HHP_OK);
  assert_string_equal(title_by_id(root, "activities", "other"), "Other");
  assert_string_equal(title_by_id(root, "goals", "same"), "First");
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 2);
  assert_int_equal(hhp_insert_object(root, agreements, 0, "other", NULL), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_set_text(removed, field_of(removed, "id"), "free"), HHP_OK);
  append(removed, signatures);
  assert_int_equal(hhp_move(removed, signatures, 0, 0), HHP_OK);
  assert_int_equal(hhp_insert_object(root, agreements, 0, "free", NULL), HHP_OK);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(core_and_accessors_agree_on_every_field),
      TEST(every_field_can_be_cleared),
      TEST(wrong_kinds_and_fields_of_others_are_refused),
      TEST(schemes_can_be_read_and_not_changed),
      TEST(every_list_inserts_moves_and_removes),
      TEST(the_file_has_the_order_of_the_list),
      TEST(a_cleared_list_gives_its_ids_back),
      TEST(a_cleared_object_gives_the_ids_in_it_back),
      TEST(an_id_is_only_for_what_has_one),
      TEST(the_first_of_a_moved_list_is_found),
      TEST(clearing_the_first_finds_the_next),
      TEST(a_removed_object_takes_no_ids),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
