/* The accessors of every field, made from model.def: see the public headers for what each one promises. */
#include "model/model.h"

#define TABLE(e, name) (&hhp__entities[HHP__E_##e].fields[HHP__##e##_##name])

/* What a getter answers for a handle that is NULL is what it answers for what is not given. */
#define GET(e, name, type, otherwise)         \
  type hhp_##e##_##name(const hhp_##e *e) {   \
    return e == NULL ? (otherwise) : e->name; \
  }
#define GET_OR(e, name, type, absent, otherwise)                     \
  type hhp_##e##_##name(const hhp_##e *e) {                          \
    return e == NULL || e->name == (absent) ? (otherwise) : e->name; \
  }
#define HAS(e, name, absent)                       \
  int32_t hhp_##e##_has_##name(const hhp_##e *e) { \
    return e != NULL && e->name != (absent);       \
  }
#define COUNT(e, name, one)                          \
  size_t hhp_##e##_##one##_count(const hhp_##e *e) { \
    return e == NULL ? 0 : e->name.count;            \
  }
#define AT(e, name, one, type)                                                \
  type hhp_##e##_##one##_at(const hhp_##e *e, size_t index) {                 \
    return e == NULL || index >= e->name.count ? NULL : e->name.items[index]; \
  }
#define SET(e, name, type, how)                             \
  hhp_status hhp_##e##_set_##name(hhp_##e *e, type value) { \
    return how((hhp__object *)e, TABLE(e, name), value);    \
  }

#define GET_TEXT(e, name, one, target, fallback) GET(e, name, const char *, NULL)
#define GET_TEXT_OR(e, name, one, target, fallback) GET_OR(e, name, const char *, NULL, fallback) HAS(e, name, NULL)
#define GET_ID GET_TEXT
#define GET_REF GET_TEXT
#define GET_CODE GET_TEXT
#define GET_CVR GET_TEXT
#define GET_MUNICIPALITY GET_TEXT
#define GET_DECIMAL GET_TEXT
#define GET_FORMAT GET_TEXT
#define GET_ENUM(e, name, one, target, fallback) GET(e, name, int32_t, HHP_ABSENT)
#define GET_ENUM_OR(e, name, one, target, fallback) \
  GET_OR(e, name, int32_t, HHP_ABSENT, fallback) HAS(e, name, HHP_ABSENT)
#define GET_BOOL GET_ENUM_OR
#define GET_INT GET_ENUM
#define GET_DATE(e, name, one, target, fallback) GET(e, name, int32_t, 0)
#define GET_KRONER(e, name, one, target, fallback) GET(e, name, int64_t, HHP_ABSENT)
#define GET_TEXTS(e, name, one, target, fallback) COUNT(e, name, one) AT(e, name, one, const char *)
#define GET_REFS GET_TEXTS
#define GET_OBJECT(e, name, one, target, fallback) GET(e, name, hhp_##target *, NULL)
#define GET_OBJECTS(e, name, one, target, fallback) COUNT(e, name, one) AT(e, name, one, hhp_##target *)
#define GET_ENTITIES(e, name, one, target, fallback)                              \
  GET_OBJECTS(e, name, one, target, fallback)                                     \
  hhp_##target *hhp_##e##_find_##one(const hhp_##e *e, const char *id) {          \
    return (hhp_##target *)hhp__find((const hhp__object *)e, TABLE(e, name), id); \
  }

#define SET_TEXT(e, name, one, target) SET(e, name, const char *, hhp__set_text)
#define SET_TEXT_OR SET_TEXT
#define SET_ID SET_TEXT
#define SET_REF SET_TEXT
#define SET_CODE SET_TEXT
#define SET_CVR SET_TEXT
#define SET_MUNICIPALITY SET_TEXT
#define SET_DECIMAL SET_TEXT
#define SET_FORMAT SET_TEXT
#define SET_ENUM(e, name, one, target) SET(e, name, int32_t, hhp__set_number)
#define SET_ENUM_OR SET_ENUM
#define SET_BOOL SET_ENUM
#define SET_INT SET_ENUM
#define SET_DATE SET_ENUM
#define SET_KRONER(e, name, one, target) SET(e, name, int64_t, hhp__set_kroner)
#define SET_TEXTS(e, name, one, target)                               \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *value) {     \
    return hhp__add_text((hhp__object *)e, TABLE(e, name), value);    \
  }                                                                   \
  hhp_status hhp_##e##_remove_##one(hhp_##e *e, size_t index) {       \
    return hhp__remove_text((hhp__object *)e, TABLE(e, name), index); \
  }
#define SET_REFS SET_TEXTS
#define SET_OBJECT(e, name, one, target)
#define REMOVE(e, name, one, target)                                                   \
  hhp_status hhp_##e##_remove_##one(hhp_##e *e, hhp_##target *child) {                 \
    return hhp__remove_object((hhp__object *)e, TABLE(e, name), (hhp__object *)child); \
  }
#define ADD(e, name, target, id, out)                                                 \
  {                                                                                   \
    hhp__object *made = NULL;                                                         \
    hhp_status status = hhp__add_object((hhp__object *)e, TABLE(e, name), id, &made); \
    if (out != NULL)                                                                  \
      *out = (hhp_##target *)made;                                                    \
    return status;                                                                    \
  }
#define SET_OBJECTS(e, name, one, target)                                                        \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, hhp_##target **out) ADD(e, name, target, NULL, out) \
      REMOVE(e, name, one, target)
#define SET_ENTITIES(e, name, one, target)                                                                     \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *id, hhp_##target **out) ADD(e, name, target, id, out) \
      REMOVE(e, name, one, target)

/* A plan can be read and written, field by field. */
#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  GET_##TYPE(e, name, one, target, fallback) SET_##TYPE(e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_PLAN

/* A scheme is read whole and never changes; so its areas are const. */
#undef GET_OBJECTS
#define GET_OBJECTS(e, name, one, target, fallback) COUNT(e, name, one) AT(e, name, one, const hhp_##target *)
#define HHP__ONLY_SCHEME
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  GET_##TYPE(e, name, one, target, fallback)
#include "model/model.def"
#undef HHP__ONLY_SCHEME
