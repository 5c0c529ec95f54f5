/* Internals of diffs: changes, and the entities that they belong to. A diff copies everything, so that it outlives the
 * plans. */
#ifndef HHP_DIFF_DIFF_H
#define HHP_DIFF_DIFF_H

#include <helhedsplan/diff.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/index.h"
#include "base/list.h"
#include "base/phrase.h"
#include "finance/sums.h"
#include "model/model.h"

/* Index of a side. */
enum { HHP__BEFORE, HHP__AFTER, HHP__SIDES };

/* What a change belongs to: an entity, or an object inside one. */
typedef struct hhp__subject hhp__subject;
struct hhp__subject {
  const hhp__subject *outer; /* NULL: the plan itself */
  const hhp__field *field;   /* the field of `outer` that contains it */
  const char *id;
  hhp__phrase name;
  uint8_t entity;
  uint8_t section;
};

struct hhp_change {
  const hhp__subject *subject;
  const hhp__field *field; /* NULL: the whole subject, or an x- member */
  const char *member;      /* name of the field or x- member; NULL: the whole subject */
  const char *pointer[HHP__SIDES];
  const char *text[HHP__SIDES];
  int64_t kroner[HHP__SIDES];
  uint8_t kind;
  const hhp_change *twin; /* the removal of a lookalike of what was added, or vice versa; NULL: none */
};

typedef struct {
  const char *id;
  const char *title;
  hhp_cofinancing_result money;
  hhp_status money_status; /* HHP_OK or HHP_ERR_OVERFLOW */
  int64_t budget;          /* sum of the budget lines; HHP_ABSENT: none, one without an amount, or overflow */
  int has_scheme;
} hhp__side;

enum { HHP__KINDS = HHP_CHANGE_REORDERED + 1 };

struct hhp_diff {
  hhp__arena arena;
  hhp__list changes;
  hhp__side sides[HHP__SIDES];
  char *paths[HHP__SIDES];
  size_t counts[HHP__KINDS];
};

/* --- twins.c: additions and removals that look alike --- */

/* Links the lookalikes among the changes of a diff. */
void hhp__find_twins(hhp_diff *diff);

/* --- keys.c: match keys and names of entities --- */

enum { HHP__KEY = 5 };

/* Fields are numbered from 1; 0: none. */
typedef struct {
  uint8_t key[HHP__KEY]; /* identifies an object without an id */
  uint8_t title;         /* the name for display; 0: the key is used */
  uint8_t money;         /* the amount */
  uint8_t is_summed;     /* objects with equal keys are summed */
} hhp__keys;

extern const hhp__keys hhp__keys_by_entity[HHP__ENTITY_COUNT];

typedef struct {
  uint8_t entity;
  hhp__phrase title;
} hhp__section;

/* Sections of a diff in output order; money comes first. */
enum { HHP__SECTIONS = 18 };
extern const hhp__section hhp__sections[HHP__SECTIONS];

/* The section of an entity, or that of the entity that contains it. */
uint8_t hhp__section_of(uint8_t entity, uint8_t outer);

/* Appends the value of a field to a key. Values that mean the same have the same key. */
void hhp__put_key(hhp__buffer *out, const hhp__object *object, const hhp__field *field);

/* Writes the name of the object for display to an empty buffer. */
void hhp__put_label(hhp__buffer *out, const hhp__object *object, int32_t lang);

/* Text or number of a field, or its default if absent. */
const char *hhp__text_or_default(const hhp__object *object, const hhp__field *field);
int32_t hhp__number_or_default(const hhp__object *object, const hhp__field *field);

/* --- match.c: pairs the objects of two lists --- */

typedef struct {
  hhp__arena scratch; /* freed as a whole after the comparison */
  hhp__index hash;    /* the other indexes use its hash key */
  hhp__buffer key;
} hhp__matcher;

#define HHP__UNPAIRED UINT32_MAX

/* For each position in a list, the position in the other one; HHP__UNPAIRED: none. */
typedef struct {
  uint32_t *with[HHP__SIDES];
} hhp__pairs;

/* Pairs the objects of two lists of one field, or the texts of two lists. Return 0, or -1 if out of memory; call
 * hhp__pairs_free in either case. */
int hhp__pair_objects(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, uint8_t entity,
                      hhp__pairs *pairs);
int hhp__pair_texts(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, hhp__pairs *pairs);
void hhp__pairs_free(hhp__pairs *pairs);

/* The key of an object without an id, in the matcher's buffer; NULL if out of memory. */
const char *hhp__key_of(hhp__matcher *matcher, const hhp__object *object, size_t *length);

/* --- record.c: records changes --- */

enum { HHP__PART_ADDED, HHP__PART_REMOVED, HHP__PART_CHANGED, HHP__PARTS };

typedef struct {
  hhp_diff *diff;
  hhp__matcher matcher;
  hhp__list parts[HHP__SECTIONS][HHP__PARTS];
  hhp__buffer text;
  hhp_status status; /* the first error */
} hhp__recorder;

/* An object in one or both plans, and its location. Its subject is created with its first change. */
typedef struct hhp__pair hhp__pair;
struct hhp__pair {
  hhp__pair *outer;
  const hhp__field *field; /* of the outer */
  const hhp__object *object[HHP__SIDES];
  const hhp__subject *subject;
};

/* Records the first error; HHP_OK is ignored. */
void hhp__fail(hhp__recorder *recorder, hhp_status status);

/* Records that an object was added or removed, with its amount on its side; HHP_ABSENT: it has none. */
void hhp__record_object(hhp__recorder *recorder, hhp__pair *pair, const int64_t kroner[HHP__SIDES]);

/* Record a change of a field; NULL and HHP_ABSENT: absent. Equal amounts are not recorded. */
void hhp__record_text(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, const char *before,
                      const char *after);
void hhp__record_kroner(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int64_t before,
                        int64_t after);
void hhp__record_element(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int side, uint32_t place);
void hhp__record_order(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field);
void hhp__record_extension(hhp__recorder *recorder, hhp__pair *pair, const char *name, json_t *before, json_t *after);

/* --- compare.c, side_money.c --- */

void hhp__compare(hhp__recorder *recorder, hhp__pair *pair);
void hhp__calculate_side(hhp__side *side, const hhp_plan *plan);

#endif
