/* The accessors of every field, generated from model.def. The public headers document them. */
#include "model/model.h"

#define TABLE(e, name) (&hhp__entities[HHP__E_##e].fields[HHP__##e##_##name])

/* The getters of a shape. */
#define GET(e, name, type, how)                               \
  type hhp_##e##_##name(const hhp_##e *e) {                   \
    return (type)how((const hhp__object *)e, TABLE(e, name)); \
  }
#define COUNT_AND_AT(e, name, one, type)                                          \
  size_t hhp_##e##_##one##_count(const hhp_##e *e) {                              \
    return hhp__get_count((const hhp__object *)e, TABLE(e, name));                \
  }                                                                               \
  type hhp_##e##_##one##_at(const hhp_##e *e, size_t index) {                     \
    return (type)hhp__get_element((const hhp__object *)e, TABLE(e, name), index); \
  }
#define GET_TEXT(e, name, one, target) GET(e, name, const char *, hhp__get_text)
#define GET_NUMBER(e, name, one, target) GET(e, name, int32_t, hhp__get_number)
#define GET_DATE GET_NUMBER
#define GET_KRONER(e, name, one, target) GET(e, name, int64_t, hhp__get_kroner)
#define GET_OBJECT(e, name, one, target) GET(e, name, hhp_##target *, hhp__get_object)
#define GET_TEXTS(e, name, one, target) COUNT_AND_AT(e, name, one, const char *)
#define GET_OBJECTS(e, name, one, target) COUNT_AND_AT(e, name, one, hhp_##target *)
#define GET_ENTITIES(e, name, one, target)                                        \
  COUNT_AND_AT(e, name, one, hhp_##target *)                                      \
  hhp_##target *hhp_##e##_find_##one(const hhp_##e *e, const char *id) {          \
    return (hhp_##target *)hhp__find((const hhp__object *)e, TABLE(e, name), id); \
  }

/* A field with a fallback has a function for whether its value is given. */
#define HAS(e, name)                                                           \
  int32_t hhp_##e##_has_##name(const hhp_##e *e) {                             \
    return e != NULL && hhp__is_given((const hhp__object *)e, TABLE(e, name)); \
  }
#define HAS_NONE(e, name)
#define HAS_TEXT HAS
#define HAS_NUMBER HAS

/* The setters of a shape. */
#define SET(e, name, type, how)                             \
  hhp_status hhp_##e##_set_##name(hhp_##e *e, type value) { \
    return how((hhp__object *)e, TABLE(e, name), value);    \
  }
#define REMOVE(e, name, one, target)                                                   \
  hhp_status hhp_##e##_remove_##one(hhp_##e *e, hhp_##target *child) {                 \
    return hhp__remove_object((hhp__object *)e, TABLE(e, name), (hhp__object *)child); \
  }
#define ADD(e, name, target, id, out)                                                         \
  {                                                                                           \
    hhp__object *made = NULL;                                                                 \
    size_t end = hhp__get_count((hhp__object *)e, TABLE(e, name));                            \
    hhp_status status = hhp__insert_object((hhp__object *)e, TABLE(e, name), end, id, &made); \
    if (out != NULL)                                                                          \
      *out = (hhp_##target *)made;                                                            \
    return status;                                                                            \
  }
#define SET_TEXT(e, name, one, target) SET(e, name, const char *, hhp__set_text)
#define SET_NUMBER(e, name, one, target) SET(e, name, int32_t, hhp__set_number)
#define SET_DATE SET_NUMBER
#define SET_KRONER(e, name, one, target) SET(e, name, int64_t, hhp__set_kroner)
#define SET_OBJECT(e, name, one, target)
#define SET_TEXTS(e, name, one, target)                                    \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *value) {          \
    size_t end = hhp__get_count((hhp__object *)e, TABLE(e, name));         \
    return hhp__insert_text((hhp__object *)e, TABLE(e, name), end, value); \
  }                                                                        \
  hhp_status hhp_##e##_remove_##one(hhp_##e *e, size_t index) {            \
    return hhp__remove_text((hhp__object *)e, TABLE(e, name), index);      \
  }
#define SET_OBJECTS(e, name, one, target)                                                        \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, hhp_##target **out) ADD(e, name, target, NULL, out) \
      REMOVE(e, name, one, target)
#define SET_ENTITIES(e, name, one, target)                                                                     \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *id, hhp_##target **out) ADD(e, name, target, id, out) \
      REMOVE(e, name, one, target)

#define GETTERS(shape, public, target_kind, fallback_kind, form, e, name, one, target) \
  GET_##shape(e, name, one, target) HAS_##fallback_kind(e, name)
#define ACCESSORS(shape, public, target_kind, fallback_kind, form, e, name, one, target) \
  GET_##shape(e, name, one, target) HAS_##fallback_kind(e, name) SET_##shape(e, name, one, target)

#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(ACCESSORS, e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_PLAN

/* A scheme is read whole and never changes: it has no setters, and its areas are const. */
#undef GET_OBJECTS
#define GET_OBJECTS(e, name, one, target) COUNT_AND_AT(e, name, one, const hhp_##target *)
#define HHP__ONLY_SCHEME
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(GETTERS, e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_SCHEME
