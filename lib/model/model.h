/* The model in memory: documents, objects, the structs, and the tables that describe them, all generated from model.def
 * and enums.def. */
#ifndef HHP_MODEL_MODEL_H
#define HHP_MODEL_MODEL_H

#include <jansson.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/helhedsplan.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buffer.h"
#include "base/index.h"
#include "base/list.h"
#include "base/phrase.h"
#include "model/field_types.h"
#include "model/forms.h"

typedef struct hhp_object hhp__object;

/* A value of an x- member as JSON text, created when it is first read. */
typedef struct hhp__extension_text hhp__extension_text;
struct hhp__extension_text {
  const json_t *value;
  char *text;
  hhp__extension_text *next;
};

/* The x- members of one object, in a list by which the document frees them. Callers have borrowed its names and texts:
 * a member may be added, but to replace or remove one, the object gets new extensions, and these stay. */
typedef struct hhp__extensions hhp__extensions;
struct hhp__extensions {
  json_t *members; /* a JSON object, in the order of the file */
  _Atomic(hhp__extension_text *) texts;
  hhp__extensions *next;
  int is_used; /* by an object; valid while a plan is compacted */
};

/* A text that is not a valid id or code, and its finding. */
typedef struct {
  struct hhp_finding *finding;
  const hhp__object *object;
  const struct hhp_field *field;
  const char *text;
  const char *meant; /* the id that the object is suggested to have, once known */
} hhp__invalid_id;

/* What all objects of one document share: their memory, and the index of ids. Objects never move. Texts that are set
 * after reading are in an arena of their own, from which hhp_plan_compact() takes those still in use. */
typedef struct {
  hhp__arena arena;
  char *json;         /* the text that it was read from, if that has texts of the document, else NULL; freed with it */
  hhp__arena edits;   /* texts of setters, but for ids and references (ids.c) */
  hhp__arena retired; /* edits before the last hhp_plan_compact() */
  hhp__extensions *retired_extensions;
  hhp__object *removed; /* objects removed from lists, linked by next_removed: callers still have their handles */
  hhp__index ids;       /* id -> the first object that has it */
  uint32_t duplicates;
  hhp__extensions *extensions;
  hhp__list refused; /* of hhp__invalid_id *, used while the document is read */
} hhp__document;

/* The header of every object, so that a pointer to any object is one to its header. */
struct hhp_object {
  hhp__document *document;
  hhp__object *parent;         /* NULL for a root, and for a removed object */
  hhp__extensions *extensions; /* NULL when there are none */
  uint64_t unusable;           /* a bit a field: given in the file, but not valid */
  uint64_t plain;              /* a bit a field: read from a file, and neither HP111 nor HP116 finds anything in it */
  union {
    size_t offset; /* in the text that it was read from, of the bracket; valid until that is changed or freed */
    hhp__object *next_removed; /* of a removed object, whose length is 0 */
  };
  size_t length;  /* there, with both brackets; 0: it was not read */
  uint32_t index; /* in the parent's list */
  uint8_t entity;
  uint8_t field;            /* of the parent */
  uint8_t is_unusable;      /* of a root: the document is not an object */
  uint8_t has_duplicate_id; /* its id was already in use when it was read */
};

/* Every id in memory, of an object or in a reference, is the text of such a struct. References that were set after the
 * object share its text, so that they lead to it without a look-up. */
typedef struct {
  hhp__object *holder; /* the object whose id this text is, if the index has it; else NULL */
  char text[];
} hhp__id;

static inline hhp__id *hhp__id_struct(const char *id) {
  return (hhp__id *)(uintptr_t)(id - offsetof(hhp__id, text));
}

/* HHP__E_plan, HHP__E_period ...: the entities. */
enum {
#define ENTITY(e, format, since, en, da) HHP__E_##e,
#define END_ENTITY(e)
#define FIELD(...)
#include "model/model.def"
  HHP__ENTITY_COUNT
};

/* HHP__plan_title, HHP__goal_parent ...: the fields, numbered within their entity. */
#define ENTITY(e, format, since, en, da) enum {
#define END_ENTITY(e) \
  HHP__##e##_count    \
  }                   \
  ;
#define FIELD(e, name, ...) HHP__##e##_##name,
#include "model/model.def"

/* HHP__V_plan_kind ...: the enums of the file format, then those of the library itself. */
enum {
#define ENUM(e) HHP__V_##e,
#define END_ENUM(e)
#define VALUE(...)
#include "model/enums.def"
#define ENUM(e) HHP__V_##e,
#define END_ENUM(e)
#define VALUE(...)
#include "model/constants.def"
  HHP__ENUM_COUNT
};

/* struct hhp_plan and so on: a member a field, by the shape of its type. */
#define HHP__STORE_TEXT(name, target) const char *name;
#define HHP__STORE_NUMBER(name, target) int32_t name;
#define HHP__STORE_DATE(name, target) int32_t name;
#define HHP__STORE_KRONER(name, target) int64_t name;
#define HHP__STORE_OBJECT(name, target) struct hhp_##target *name;
#define HHP__STORE_TEXTS(name, target) hhp__list name;
#define HHP__STORE_OBJECTS(name, target) hhp__list name;
#define HHP__STORE_ENTITIES(name, target) hhp__list name;
#define HHP__STORE(shape, public, target_kind, fallback_kind, form, name, target) HHP__STORE_##shape(name, target)
#define ENTITY(e, format, since, en, da) \
  struct hhp_##e {                       \
    hhp__object object;
#define END_ENTITY(e) \
  }                   \
  ;
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  HHP__TYPE_##TYPE(HHP__STORE, name, target)
#include "model/model.def"

typedef struct hhp_field hhp__field;
struct hhp_field {
  const char *json;
  const char *name;
  const char *one;
  size_t json_length;
  size_t offset;
  int64_t low, high;
  const char *fallback_text;
  int32_t fallback; /* HHP_ABSENT: none */
  hhp__shape shape;
  hhp__form form;
  uint8_t type; /* HHP__TEXT ...: shape and public type */
  uint8_t public_type;
  uint8_t is_required;
  uint8_t entity;
  uint8_t target; /* HHP__E_... or HHP__V_... */
  const char *since;
  hhp__phrase doc;
};

typedef struct hhp_entity hhp__entity;
struct hhp_entity {
  const char *name;
  const char *format; /* of a root, as in the file; else NULL */
  const hhp__field *fields;
  size_t field_count;
  size_t size;
  int is_editable; /* not a scheme: those are constant */
  const char *since;
  hhp__phrase doc;
};

typedef struct {
  const char *json;
  const char *constant;
  int32_t value;
  hhp__phrase title;
} hhp__value;

typedef struct hhp_enum hhp__enum;
struct hhp_enum {
  const char *name;
  const hhp__value *values;
  size_t count;
};

extern const hhp__entity hhp__entities[HHP__ENTITY_COUNT];
extern const hhp__enum hhp__enums[HHP__ENUM_COUNT];

/* Sets of fields, a bit a field, for code that visits every object. */
typedef enum {
  HHP__FIELDS_CHILDREN,   /* objects, and lists of them */
  HHP__FIELDS_TEXTS,      /* free texts, and lists of them */
  HHP__FIELDS_REFERENCES, /* ids of other objects, and lists of them */
  HHP__FIELDS_ENTRIES, /* lists of ids, of texts, and of objects without an id, in which HP115 looks for duplicates */
  HHP__FIELDS_DATES,   /* dates, and whole numbers, which may be years */
  HHP__FIELDS_IDS,     /* the id: none, or one */
  HHP__FIELDS_REQUIRED,
  HHP__FIELDS_CREATED, /* those whose absent value is not zero */
  HHP__FIELD_SETS
} hhp__field_set;

extern const uint64_t hhp__field_sets[HHP__FIELD_SETS][HHP__ENTITY_COUNT];

static inline const hhp__entity *hhp__entity_of(const hhp__object *object) {
  return &hhp__entities[object->entity];
}

/* Removes the first field from a set, and returns it; NULL if the set is empty. */
static inline const hhp__field *hhp__take_field(uint64_t *set, uint8_t entity) {
  if (*set == 0)
    return NULL;
  const hhp__field *field = &hhp__entities[entity].fields[hhp__lowest_bit(*set)];
  *set &= *set - 1;
  return field;
}

/* The address of the field's value in the object. */
static inline void *hhp__at(const hhp__object *object, const hhp__field *field) {
  return (char *)(uintptr_t)object + field->offset;
}

static inline const char *hhp__text_at(const hhp__object *object, const hhp__field *field) {
  return *(const char **)hhp__at(object, field);
}

static inline int32_t hhp__number_at(const hhp__object *object, const hhp__field *field) {
  return *(const int32_t *)hhp__at(object, field);
}

static inline int64_t hhp__kroner_at(const hhp__object *object, const hhp__field *field) {
  return *(const int64_t *)hhp__at(object, field);
}

static inline hhp__list *hhp__list_at(const hhp__object *object, const hhp__field *field) {
  return hhp__at(object, field);
}

static inline hhp__object *hhp__object_at(const hhp__object *object, const hhp__field *field) {
  return *(hhp__object **)hhp__at(object, field);
}

static inline int hhp__is_list(const hhp__field *field) {
  return field->shape >= HHP__SHAPE_TEXTS;
}

static inline int hhp__is_list_of_objects(const hhp__field *field) {
  return field->shape >= HHP__SHAPE_OBJECTS;
}

/* What the getters return: the value of the field, else its fallback, else the value that means absent. NULL has no
 * values. The field is one of the object, and of the shape in question. */
const char *hhp__get_text(const hhp__object *object, const hhp__field *field);
int32_t hhp__get_number(const hhp__object *object, const hhp__field *field);
int64_t hhp__get_kroner(const hhp__object *object, const hhp__field *field);
hhp__object *hhp__get_object(const hhp__object *object, const hhp__field *field);
size_t hhp__get_count(const hhp__object *object, const hhp__field *field);
void *hhp__get_element(const hhp__object *object, const hhp__field *field, size_t index);

/* Whether the field has a value; an empty list or object is none. */
int hhp__is_given(const hhp__object *object, const hhp__field *field);
int hhp__is_empty(const hhp__object *object);

/* Whether it has nothing but x- members and bare objects: to the rules, as none, so that an x- member changes no
 * finding. */
int hhp__is_bare(const hhp__object *object);

/* The id of an object that has one, else NULL. */
const char *hhp__id_of(const hhp__object *object);

/* The field of its parent that holds an object; and the JSON Pointer of the object in its document. */
const hhp__field *hhp__field_in_parent(const hhp__object *object);
void hhp__put_object_pointer(hhp__buffer *out, const hhp__object *object);

/* The object of that entity with that id, in the document of `any`, or NULL. */
hhp__object *hhp__object_with_id(const hhp__object *any, uint8_t entity, const char *id);

/* The object, of whatever entity, that a reference in the document of `any` leads to, or NULL. The reference is the
 * text of a field, not a copy. */
hhp__object *hhp__referent(const hhp__object *any, const char *reference);

/* The field of that name, or NULL. The search starts at `hint`. */
const hhp__field *hhp__field_named(const hhp__entity *entity, const char *name, size_t length, size_t hint);

/* The value of that name, or NULL; and the name of a value, or NULL. */
const hhp__value *hhp__value_named(const hhp__enum *values, const char *name, size_t length);
const hhp__value *hhp__value_of(const hhp__enum *values, int32_t value);

/* Creates a document whose objects, lists and texts will take about that many bytes; 0: unknown. Returns its root
 * object; NULL when memory ran out. */
hhp__object *hhp__document_new(uint8_t entity, size_t expected);
void hhp__document_free(hhp__document *document);

void hhp__free_extensions(hhp__extensions *list);

/* A new object for a list field, which does not have it yet. NULL when memory ran out. */
hhp__object *hhp__new_element(hhp__object *parent, const hhp__field *field, size_t index);

/* Appends a new object to a list field. NULL when memory ran out; the list is then unchanged. */
hhp__object *hhp__append(hhp__object *parent, const hhp__field *field);

/* The text of a field that is an id or a reference; NULL when memory ran out. */
const char *hhp__keep_id(hhp__document *document, const char *text, size_t length);
const char *hhp__keep_reference(hhp__document *document, const char *text, size_t length);

/* The object that has the text of hhp__keep_id() or hhp__keep_reference() as its id; NULL if none has this very
 * text. */
static inline hhp__object *hhp__holder(const char *id) {
  return hhp__id_struct(id)->holder;
}

/* Enters the id of the object, a text of hhp__keep_id(), in the index, or marks the object if another one has the id;
 * and removes what was entered. */
hhp_status hhp__register_id(hhp__object *object, const char *id);
void hhp__forget_id(hhp__object *object);

/* Sets the x- members of the object; takes over the reference to `members`. 0, or -1 when memory ran out. */
int hhp__keep_extensions(hhp__object *object, json_t *members);

/* What the accessors and the generic core call: each checks its values, and changes nothing when it fails. */
hhp_status hhp__set_text(hhp__object *object, const hhp__field *field, const char *text);
hhp_status hhp__set_number(hhp__object *object, const hhp__field *field, int32_t number);
hhp_status hhp__set_kroner(hhp__object *object, const hhp__field *field, int64_t kroner);
hhp_status hhp__insert_text(hhp__object *object, const hhp__field *field, size_t index, const char *text);
hhp_status hhp__insert_object(hhp__object *object, const hhp__field *field, size_t index, const char *id,
                              hhp__object **made);
hhp_status hhp__move(hhp__object *object, const hhp__field *field, size_t from, size_t to);
hhp_status hhp__remove_text(hhp__object *object, const hhp__field *field, size_t index);
hhp_status hhp__remove_object(hhp__object *object, const hhp__field *field, hhp__object *child);
void hhp__clear(hhp__object *object, const hhp__field *field);
hhp__object *hhp__find(const hhp__object *object, const hhp__field *field, const char *id);

/* HHP_OK, or the status for a text, not NULL, that the field does not take. */
hhp_status hhp__check_text(const hhp__object *object, const hhp__field *field, const char *text, size_t length);

#endif
