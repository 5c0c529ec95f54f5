/* The types of fields, one row each. model.def gives every field a type; struct member, accessors, table entry and form
 * follow from the row of the type, so that a new type is a new row here. Code works by the columns:
 *
 *   shape     how the struct stores the value, which decides its accessors: one of hhp__shape
 *   public    HHP_FIELD_<public>, the type as introspect.h has it
 *   target    what the column `target` of model.def names: NONE, ENTITY or ENUM
 *   fallback  what the column `fallback` of model.def holds: NONE, or the TEXT or NUMBER that the getter returns for an
 *             absent value; such a field has a hhp_<entity>_has_<field> as well
 *   form      what a text of the field looks like in the file: NONE for any text, or one of hhp__form
 *
 * A row is a macro that calls the macro USE with the columns, and then with whatever else it was given:
 *
 *   HHP__TYPE_REF(USE, e, name)   becomes   USE(TEXT, REFERENCE, ENTITY, NONE, ID, e, name)
 *
 * A field whose type has no row does not compile.
 */
#ifndef HHP_MODEL_FIELD_TYPES_H
#define HHP_MODEL_FIELD_TYPES_H

#include <helhedsplan/introspect.h>

/* clang-format off */
/*                                            shape     public             target  fallback  form          */
#define HHP__TYPE_TEXT(USE, ...)          USE(TEXT,     TEXT,              NONE,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_TEXT_OR(USE, ...)       USE(TEXT,     TEXT,              NONE,   TEXT,     NONE,         __VA_ARGS__)
#define HHP__TYPE_ID(USE, ...)            USE(TEXT,     ID,                NONE,   NONE,     ID,           __VA_ARGS__)
#define HHP__TYPE_REF(USE, ...)           USE(TEXT,     REFERENCE,         ENTITY, NONE,     ID,           __VA_ARGS__)
#define HHP__TYPE_CODE(USE, ...)          USE(TEXT,     CODE,              NONE,   NONE,     ID,           __VA_ARGS__)
#define HHP__TYPE_CVR(USE, ...)           USE(TEXT,     CVR,               NONE,   NONE,     CVR,          __VA_ARGS__)
#define HHP__TYPE_MUNICIPALITY(USE, ...)  USE(TEXT,     MUNICIPALITY_CODE, NONE,   NONE,     MUNICIPALITY, __VA_ARGS__)
#define HHP__TYPE_DECIMAL(USE, ...)       USE(TEXT,     DECIMAL,           NONE,   NONE,     DECIMAL,      __VA_ARGS__)
#define HHP__TYPE_FORMAT(USE, ...)        USE(TEXT,     FORMAT,            NONE,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_ENUM(USE, ...)          USE(NUMBER,   WORD,              ENUM,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_ENUM_OR(USE, ...)       USE(NUMBER,   WORD,              ENUM,   NUMBER,   NONE,         __VA_ARGS__)
#define HHP__TYPE_BOOL(USE, ...)          USE(NUMBER,   TRUTH,             NONE,   NUMBER,   NONE,         __VA_ARGS__)
#define HHP__TYPE_INT(USE, ...)           USE(NUMBER,   NUMBER,            NONE,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_DATE(USE, ...)          USE(DATE,     DATE,              NONE,   NONE,     DATE,         __VA_ARGS__)
#define HHP__TYPE_KRONER(USE, ...)        USE(KRONER,   KRONER,            NONE,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_TEXTS(USE, ...)         USE(TEXTS,    TEXT,              NONE,   NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_REFS(USE, ...)          USE(TEXTS,    REFERENCE,         ENTITY, NONE,     ID,           __VA_ARGS__)
#define HHP__TYPE_OBJECT(USE, ...)        USE(OBJECT,   OBJECT,            ENTITY, NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_OBJECTS(USE, ...)       USE(OBJECTS,  OBJECT,            ENTITY, NONE,     NONE,         __VA_ARGS__)
#define HHP__TYPE_ENTITIES(USE, ...)      USE(ENTITIES, OBJECT,            ENTITY, NONE,     NONE,         __VA_ARGS__)
/* clang-format on */

/* How a value is stored; and the value that means absent. */
typedef enum {
  HHP__SHAPE_TEXT,    /* const char *; NULL */
  HHP__SHAPE_NUMBER,  /* int32_t; HHP_ABSENT */
  HHP__SHAPE_DATE,    /* int32_t, yyyymmdd; 0 */
  HHP__SHAPE_KRONER,  /* int64_t; HHP_ABSENT */
  HHP__SHAPE_OBJECT,  /* struct hhp_<target> *, never NULL; an empty object is absent */
  HHP__SHAPE_TEXTS,   /* hhp__list of const char *; an empty list is absent, here and below */
  HHP__SHAPE_OBJECTS, /* hhp__list of struct hhp_<target> * */
  HHP__SHAPE_ENTITIES /* the same, of objects that are found by their ids */
} hhp__shape;

/* The type as a number, of its shape and its public type; with another fallback it is the same type (TEXT_OR and
 * TEXT). */
#define HHP__NUMBER(TYPE) HHP__TYPE_##TYPE(HHP__NUMBER_OF, )
#define HHP__NUMBER_OF(shape, public, target, fallback, form, ...) (HHP__SHAPE_##shape << 4 | HHP_FIELD_##public)
_Static_assert(HHP_FIELD_OBJECT < 1 << 4, "a public type takes more than four bits of HHP__NUMBER");

/* The types that code asks for by name, where the shape is not enough. */
enum {
  HHP__TEXT = HHP__NUMBER(TEXT),
  HHP__ID = HHP__NUMBER(ID),
  HHP__REF = HHP__NUMBER(REF),
  HHP__CODE = HHP__NUMBER(CODE),
  HHP__CVR = HHP__NUMBER(CVR),
  HHP__MUNICIPALITY = HHP__NUMBER(MUNICIPALITY),
  HHP__DECIMAL = HHP__NUMBER(DECIMAL),
  HHP__FORMAT = HHP__NUMBER(FORMAT),
  HHP__ENUM = HHP__NUMBER(ENUM),
  HHP__BOOL = HHP__NUMBER(BOOL),
  HHP__INT = HHP__NUMBER(INT),
  HHP__DATE = HHP__NUMBER(DATE),
  HHP__KRONER = HHP__NUMBER(KRONER),
  HHP__TEXTS = HHP__NUMBER(TEXTS),
  HHP__REFS = HHP__NUMBER(REFS),
  HHP__OBJECT = HHP__NUMBER(OBJECT),
  HHP__OBJECTS = HHP__NUMBER(OBJECTS),
  HHP__ENTITIES = HHP__NUMBER(ENTITIES)
};

#endif
