/* The accessors of every field, generated from model.def. The public headers document them. */
#include "model/model.h"

#define TABLE(e, name) (&hhp__entities[HHP__E_##e].fields[HHP__##e##_##name])

/* The value that means absent, by shape. */
#define ABSENT_TEXT NULL
#define ABSENT_NUMBER HHP_ABSENT
#define ABSENT_DATE 0
#define ABSENT_KRONER HHP_ABSENT
#define ABSENT_OBJECT NULL

/* The getters of a shape. `otherwise` is what they return for an absent value, and for a NULL handle. */
#define GET(e, name, type, absent, otherwise)                        \
  type hhp_##e##_##name(const hhp_##e *e) {                          \
    return e == NULL || e->name == (absent) ? (otherwise) : e->name; \
  }
#define COUNT(e, name, one)                          \
  size_t hhp_##e##_##one##_count(const hhp_##e *e) { \
    return e == NULL ? 0 : e->name.count;            \
  }
#define AT(e, name, one, type)                                                \
  type hhp_##e##_##one##_at(const hhp_##e *e, size_t index) {                 \
    return e == NULL || index >= e->name.count ? NULL : e->name.items[index]; \
  }
#define GET_TEXT(e, name, one, target, otherwise) GET(e, name, const char *, ABSENT_TEXT, otherwise)
#define GET_NUMBER(e, name, one, target, otherwise) GET(e, name, int32_t, ABSENT_NUMBER, otherwise)
#define GET_DATE(e, name, one, target, otherwise) GET(e, name, int32_t, ABSENT_DATE, otherwise)
#define GET_KRONER(e, name, one, target, otherwise) GET(e, name, int64_t, ABSENT_KRONER, otherwise)
#define GET_OBJECT(e, name, one, target, otherwise) GET(e, name, hhp_##target *, ABSENT_OBJECT, otherwise)
#define GET_TEXTS(e, name, one, target, otherwise) COUNT(e, name, one) AT(e, name, one, const char *)
#define GET_OBJECTS(e, name, one, target, otherwise) COUNT(e, name, one) AT(e, name, one, hhp_##target *)
#define GET_ENTITIES(e, name, one, target, otherwise)                             \
  GET_OBJECTS(e, name, one, target, otherwise)                                    \
  hhp_##target *hhp_##e##_find_##one(const hhp_##e *e, const char *id) {          \
    return (hhp_##target *)hhp__find((const hhp__object *)e, TABLE(e, name), id); \
  }

/* What a fallback changes: the getter returns it, and there is a function for whether the value is given. */
#define OTHERWISE_NONE(absent, fallback) absent
#define OTHERWISE_TEXT(absent, fallback) fallback
#define OTHERWISE_NUMBER(absent, fallback) fallback
#define HAS(e, name, absent)                       \
  int32_t hhp_##e##_has_##name(const hhp_##e *e) { \
    return e != NULL && e->name != (absent);       \
  }
#define HAS_NONE(e, name, absent)
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
#define ADD(e, name, target, id, out)                                                 \
  {                                                                                   \
    hhp__object *made = NULL;                                                         \
    hhp_status status = hhp__add_object((hhp__object *)e, TABLE(e, name), id, &made); \
    if (out != NULL)                                                                  \
      *out = (hhp_##target *)made;                                                    \
    return status;                                                                    \
  }
#define SET_TEXT(e, name, one, target) SET(e, name, const char *, hhp__set_text)
#define SET_NUMBER(e, name, one, target) SET(e, name, int32_t, hhp__set_number)
#define SET_DATE SET_NUMBER
#define SET_KRONER(e, name, one, target) SET(e, name, int64_t, hhp__set_kroner)
#define SET_OBJECT(e, name, one, target)
#define SET_TEXTS(e, name, one, target)                               \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *value) {     \
    return hhp__add_text((hhp__object *)e, TABLE(e, name), value);    \
  }                                                                   \
  hhp_status hhp_##e##_remove_##one(hhp_##e *e, size_t index) {       \
    return hhp__remove_text((hhp__object *)e, TABLE(e, name), index); \
  }
#define SET_OBJECTS(e, name, one, target)                                                        \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, hhp_##target **out) ADD(e, name, target, NULL, out) \
      REMOVE(e, name, one, target)
#define SET_ENTITIES(e, name, one, target)                                                                     \
  hhp_status hhp_##e##_add_##one(hhp_##e *e, const char *id, hhp_##target **out) ADD(e, name, target, id, out) \
      REMOVE(e, name, one, target)

#define GETTERS(shape, public, target_kind, fallback_kind, form, e, name, one, target, fallback) \
  GET_##shape(e, name, one, target, OTHERWISE_##fallback_kind(ABSENT_##shape, fallback))         \
      HAS_##fallback_kind(e, name, ABSENT_##shape)
#define SETTERS(shape, public, target_kind, fallback_kind, form, e, name, one, target) SET_##shape(e, name, one, target)

#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(GETTERS, e, name, one, target, fallback) HHP__TYPE_##TYPE(SETTERS, e, name, one, target)
#include "model/model.def"
#undef HHP__ONLY_PLAN

/* A scheme is read whole and never changes: it has no setters, and its areas are const. */
#undef GET_OBJECTS
#define GET_OBJECTS(e, name, one, target, otherwise) COUNT(e, name, one) AT(e, name, one, const hhp_##target *)
#define HHP__ONLY_SCHEME
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(GETTERS, e, name, one, target, fallback)
#include "model/model.def"
#undef HHP__ONLY_SCHEME
