/* What a diff is made of: changes, and the things that they happened to. Copies all, so that it outlives the plans. */
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

/* Before and after, as an index. */
enum { HHP__BEFORE, HHP__AFTER, HHP__SIDES };

/* A thing that something happened to: an entity, or an object of one. */
typedef struct hhp__subject hhp__subject;
struct hhp__subject {
  const hhp__subject *outer; /* NULL: the plan itself */
  const hhp__field *field;   /* of the outer, that holds it */
  const char *id;
  hhp__phrase name;
  uint8_t entity;
  uint8_t section;
};

struct hhp_change {
  const hhp__subject *subject;
  const hhp__field *field; /* NULL: the whole of it, or an x- member */
  const char *member;      /* the name of either; NULL: the whole */
  const char *pointer[HHP__SIDES];
  const char *text[HHP__SIDES];
  int64_t kroner[HHP__SIDES];
  uint8_t kind;
  const hhp_change *twin; /* what was removed of what was added, or the other way, and looks like it; NULL: nothing */
};

typedef struct {
  const char *id;
  const char *title;
  hhp_cofinancing_result money;
  hhp_status money_status; /* HHP_OK or HHP_ERR_OVERFLOW */
  int64_t budget;          /* all lines of the budget; HHP_ABSENT: none, or too much to be added up */
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

/* --- twins.c: what differs and looks alike --- */

/* Finds the twins among the changes of a diff. */
void hhp__find_twins(hhp_diff *diff);

/* --- keys.c: what is known again by what, and what people call it --- */

enum { HHP__KEY = 5 };

/* Fields are numbered from 1 here; 0 is none. */
typedef struct {
  uint8_t key[HHP__KEY]; /* what tells it apart where there is no id */
  uint8_t title;         /* what people call it by, else by its key */
  uint8_t money;         /* the field that is its amount */
  uint8_t is_summed;     /* the amounts of those alike in key are added up */
} hhp__keys;

extern const hhp__keys hhp__keys_by_entity[HHP__ENTITY_COUNT];

typedef struct {
  uint8_t entity;
  hhp__phrase title;
} hhp__section;

/* The sorts of things in the order in which they are told; the money first. */
enum { HHP__SECTIONS = 18 };
extern const hhp__section hhp__sections[HHP__SECTIONS];

/* The section of an entity, or that of what it is part of. */
uint8_t hhp__section_of(uint8_t entity, uint8_t outer);

/* Adds a value of the field as one part of a key: what is the same for the reader is the same here. */
void hhp__put_key(hhp__buffer *out, const hhp__object *object, const hhp__field *field);

/* Adds what people call the object. */
void hhp__put_label(hhp__buffer *out, const hhp__object *object, int32_t lang);

/* Text and number of a field with the default for what is not given. */
const char *hhp__text_or_default(const hhp__object *object, const hhp__field *field);
int32_t hhp__number_or_default(const hhp__object *object, const hhp__field *field);

/* --- match.c: which objects of two lists are the same --- */

typedef struct {
  hhp__arena scratch; /* freed as a whole at the end */
  hhp__index hash;    /* whose key the others share */
  hhp__buffer key;
} hhp__matcher;

#define HHP__UNPAIRED UINT32_MAX

/* For each place in the lists, the place in the other list; HHP__UNPAIRED: there is none. */
typedef struct {
  uint32_t *with[HHP__SIDES];
} hhp__pairs;

/* Pairs the objects of two lists of one field, or the texts of two lists. 0, or -1 when memory ran out. Whatever it
 * returns, hhp__pairs_free frees. */
int hhp__pair_objects(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, uint8_t entity,
                      hhp__pairs *pairs);
int hhp__pair_texts(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, hhp__pairs *pairs);
void hhp__pairs_free(hhp__pairs *pairs);

/* The key of an object among those without id, in the matcher's buffer; NULL when memory ran out. */
const char *hhp__key_of(hhp__matcher *matcher, const hhp__object *object, size_t *length);

/* --- record.c: making changes --- */

enum { HHP__PART_ADDED, HHP__PART_REMOVED, HHP__PART_CHANGED, HHP__PARTS };

typedef struct {
  hhp_diff *diff;
  hhp__matcher matcher;
  hhp__list parts[HHP__SECTIONS][HHP__PARTS];
  hhp__buffer text;
  hhp_status status; /* the first thing that went wrong */
} hhp__recorder;

/* An object in both plans, or in one; and where it is. Its subject is made when there is something to tell. */
typedef struct hhp__pair hhp__pair;
struct hhp__pair {
  hhp__pair *outer;
  const hhp__field *field; /* of the outer */
  const hhp__object *object[HHP__SIDES];
  const hhp__subject *subject;
};

/* Takes note of the first thing that went wrong; HHP_OK is nothing. */
void hhp__fail(hhp__recorder *recorder, hhp_status status);

/* The object was added or removed, with its amount on the side where it is; HHP_ABSENT where it has none. */
void hhp__record_object(hhp__recorder *recorder, hhp__pair *pair, const int64_t kroner[HHP__SIDES]);

/* A field with its values; NULL and HHP_ABSENT where there is none. An amount that is the same is not told. */
void hhp__record_text(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, const char *before,
                      const char *after);
void hhp__record_kroner(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int64_t before,
                        int64_t after);
void hhp__record_element(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int side, uint32_t place);
void hhp__record_order(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field);
void hhp__record_extension(hhp__recorder *recorder, hhp__pair *pair, const char *name, json_t *before, json_t *after);

/* --- compare.c, side_money.c --- */

void hhp__compare(hhp__recorder *recorder, hhp__pair *pair);
void hhp__weigh(hhp__side *side, const hhp_plan *plan);

#endif
