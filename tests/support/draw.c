/* Draws plans. Values are chosen so that rules come near their limits: few ids, round amounts, titles that recur. */
#include "support/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ENTITIES = 40, LARGEST_AMOUNT_STEP = 250000 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
  random_source *random;
  size_t counts[MOST_ENTITIES]; /* objects of an entity with ids, by the index of the entity */
  size_t made[MOST_ENTITIES];   /* how many of them have been drawn */
  size_t absent;                /* one in this many optional fields is left out */
} drawing;

static const char *const S_texts[] = {"Lektiehjælp",
                                      "Lektiehjælp 6-12 år",
                                      "Lektiehjælp 10-15 år",
                                      "LEKTIEHJÆLP",
                                      "Flere børn og unge i fritidsliv",
                                      "Byggeri af fællesskaber",
                                      "Større tryghed i hverdagen",
                                      "Odense Kommune",
                                      "Boligselskabet Nord",
                                      "fritids- og studiejob",
                                      "et sam- arbejde",
                                      " blank før",
                                      "tab\there",
                                      "linje\nskift",
                                      "<b>&amp;\"'`|*_~[x](y)",
                                      "::error::%0A%",
                                      "TODO",
                                      "Inputs ?",
                                      "2015-2018",
                                      "blødt\xc2\xadtegn",
                                      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9",
                                      "=1+1"};

static size_t S_index_of(const hhp_entity *entity) {
  size_t i = 0;
  while (i + 1 < hhp_entity_count() && hhp_entity_at(i) != entity)
    i++;
  return i;
}

static json_t *S_id(const hhp_entity *entity, size_t number) {
  char id[64];
  snprintf(id, sizeof(id), "%s-%zu", hhp_entity_name(entity), number + 1);
  for (char *c = id; *c != '\0'; c++) {
    if (*c == '_')
      *c = '-';
  }
  return json_string(id);
}

/* NULL if nothing has an id of that entity. */
static json_t *S_reference(const drawing *d, const hhp_entity *target) {
  size_t count = d->counts[S_index_of(target)];
  return count == 0 ? NULL : S_id(target, random_below(d->random, count));
}

static json_t *S_date(random_source *random) {
  char date[40];
  int year = 2014 + (int)random_below(random, 7);
  int month = random_once_in(random, 2) ? 1 : 1 + (int)random_below(random, 12);
  int day = month == 12 ? 31 : 1 + (int)random_below(random, 28);
  switch (random_below(random, 6)) {
  case 0:
    snprintf(date, sizeof(date), "%04d", year);
    break;
  case 1:
    snprintf(date, sizeof(date), "%04d-%02d", year, month);
    break;
  default:
    snprintf(date, sizeof(date), "%04d-%02d-%02d", year, month, day);
  }
  return json_string(date);
}

/* Round for the most part, so that shares lie at their limit and sums agree; at most 10^11, so that ten times as much
 * is an amount too. */
static json_t *S_kroner(random_source *random) {
  if (random_once_in(random, 60))
    return json_integer(INT64_C(100000000000));
  json_int_t kroner = (json_int_t)random_below(random, 13) * LARGEST_AMOUNT_STEP;
  if (random_once_in(random, 5))
    kroner += (json_int_t)random_below(random, 3);
  return json_integer(kroner);
}

static json_t *S_number(random_source *random, const hhp_field *field) {
  int64_t low = hhp_field_minimum(field), high = hhp_field_maximum(field);
  if (low >= 1000) /* a year */
    return json_integer(2014 + (json_int_t)random_below(random, 8));
  if (random_once_in(random, 30))
    return json_integer(random_once_in(random, 2) ? low : high);
  json_int_t number = 5 * (json_int_t)random_below(random, 25);
  return json_integer(number > high ? high : number < low ? low : number);
}

static json_t *S_word(random_source *random, const hhp_field *field) {
  const hhp_enum *words = hhp_field_enum(field);
  size_t index = random_below(random, hhp_enum_word_count(words));
  if (strcmp(hhp_enum_name(words), "plan_kind") == 0 && !random_once_in(random, 40))
    index = 0; /* the rules on contents are only for the social ones */
  return json_string(hhp_enum_word_at(words, index));
}

static const hhp_scheme *S_any_scheme(random_source *random) {
  return hhp_scheme_at(random_below(random, hhp_scheme_count()));
}

static json_t *S_code(random_source *random, const hhp_field *field) {
  const hhp_scheme *scheme = S_any_scheme(random);
  if (strcmp(hhp_field_name(field), "scheme") == 0)
    return json_string(hhp_scheme_id(scheme));
  if (random_once_in(random, 20))
    return json_string("en-anden-kode");
  size_t area = random_below(random, hhp_scheme_focus_area_count(scheme));
  return json_string(hhp_scheme_area_code(hhp_scheme_focus_area_at(scheme, area)));
}

/* Often one that is found on goals, activities or the money. */
static json_t *S_waiver_rule(random_source *random) {
  static const char *const rules[] = {"HP204", "HP205", "HP303", "HP306", "HP320", "HP321", "HP401", "HP408"};
  if (random_once_in(random, 2))
    return json_string(rules[random_below(random, COUNT(rules))]);
  return json_string(hhp_rule_id(hhp_rule_at(random_below(random, hhp_rule_count()))));
}

static json_t *S_waiver_target(const drawing *d) {
  static const char *const pointers[] = {
      "", "/financing", "/goals/0", "/activities/1/title", "/financing/contributions/0", "/period/start"};
  if (random_once_in(d->random, 2))
    return json_string(pointers[random_below(d->random, COUNT(pointers))]);
  json_t *id = S_reference(d, hhp_entity_find(random_once_in(d->random, 2) ? "goal" : "activity"));
  return id != NULL ? id : json_string("plan-1");
}

static json_t *S_text(const drawing *d, const hhp_field *field) {
  const char *name = hhp_field_name(field);
  if (strcmp(hhp_entity_name(hhp_field_entity(field)), "waiver") == 0) {
    if (strcmp(name, "rule") == 0)
      return S_waiver_rule(d->random);
    if (strcmp(name, "target") == 0)
      return S_waiver_target(d);
  }
  size_t plain = random_once_in(d->random, 6) ? COUNT(S_texts) : 9;
  return json_string(S_texts[random_below(d->random, plain)]);
}

static json_t *S_decimal(random_source *random) {
  char decimal[32];
  snprintf(decimal, sizeof(decimal), random_once_in(random, 2) ? "%d" : "%d.5", (int)random_below(random, 120) - 10);
  return json_string(decimal);
}

static const char *S_any_of(random_source *random, const char *one, const char *other) {
  return random_once_in(random, 3) ? other : one;
}

static json_t *S_object(drawing *d, const hhp_entity *entity);

/* A value, or an element of a list; NULL if there is none. */
static json_t *S_value(drawing *d, const hhp_field *field) {
  random_source *random = d->random;
  const hhp_entity *owner = hhp_field_entity(field);
  switch (hhp_field_type(field)) {
  case HHP_FIELD_ID:
    return S_id(owner, d->made[S_index_of(owner)]++);
  case HHP_FIELD_REFERENCE:
    return S_reference(d, hhp_field_target(field));
  case HHP_FIELD_CODE:
    return S_code(random, field);
  case HHP_FIELD_CVR:
    return json_string(S_any_of(random, "35209115", "12345678"));
  case HHP_FIELD_MUNICIPALITY_CODE:
    return json_string(S_any_of(random, "461", "999"));
  case HHP_FIELD_DECIMAL:
    return S_decimal(random);
  case HHP_FIELD_FORMAT:
    return json_string(hhp_entity_format(owner));
  case HHP_FIELD_WORD:
    return S_word(random, field);
  case HHP_FIELD_TRUTH:
    return json_boolean(random_once_in(random, 2));
  case HHP_FIELD_NUMBER:
    return S_number(random, field);
  case HHP_FIELD_DATE:
    return S_date(random);
  case HHP_FIELD_KRONER:
    return S_kroner(random);
  case HHP_FIELD_OBJECT:
    return S_object(d, hhp_field_target(field));
  default:
    return S_text(d, field);
  }
}

static json_t *S_list(drawing *d, const hhp_field *field) {
  const hhp_entity *target = hhp_field_type(field) == HHP_FIELD_OBJECT ? hhp_field_target(field) : NULL;
  size_t count = 1 + random_below(d->random, random_once_in(d->random, 6) ? 8 : 3);
  if (target != NULL && hhp_entity_has_id(target))
    count = d->counts[S_index_of(target)];
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *value = S_value(d, field);
    if (value == NULL)
      break;
    json_array_append_new(list, value);
  }
  if (json_array_size(list) > 0)
    return list;
  json_decref(list);
  return NULL;
}

static json_t *S_field(drawing *d, const hhp_field *field) {
  return hhp_field_is_list(field) ? S_list(d, field) : S_value(d, field);
}

/* Lists of objects with ids are as long as planned, since others refer to the ids. */
static int S_is_wanted(const drawing *d, const hhp_field *field) {
  const hhp_entity *target = hhp_field_type(field) == HHP_FIELD_OBJECT ? hhp_field_target(field) : NULL;
  if (hhp_field_is_required(field) || (target != NULL && hhp_field_is_list(field) && hhp_entity_has_id(target)))
    return 1;
  return !random_once_in(d->random, d->absent);
}

static void S_add_extension(json_t *object, random_source *random) {
  static const char *const values[] = {"1", "0.1", "\"tekst\"", "null", "[1,{\"b\":2,\"a\":[]}]", "{}", "-9.5e-7"};
  char name[16];
  snprintf(name, sizeof(name), "x-%zu", random_below(random, 3));
  const char *value = values[random_below(random, COUNT(values))];
  json_object_set_new(object, name, json_loads(value, JSON_DECODE_ANY, NULL));
}

/* NULL if it would be empty, or lack what it must have. */
static json_t *S_object(drawing *d, const hhp_entity *entity) {
  json_t *object = json_object();
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    json_t *value = S_is_wanted(d, field) ? S_field(d, field) : NULL;
    if (value == NULL && hhp_field_is_required(field)) {
      json_decref(object);
      return NULL;
    }
    if (value != NULL)
      json_object_set_new(object, hhp_field_name(field), value);
  }
  if (json_object_size(object) == 0) {
    json_decref(object);
    return NULL;
  }
  if (random_once_in(d->random, 15))
    S_add_extension(object, d->random);
  return object;
}

static drawing S_start(random_source *random) {
  drawing d = {.random = random, .absent = 2 + random_below(random, 6)};
  const hhp_entity *plan = hhp_entity_find("plan");
  for (size_t i = 0; i < hhp_entity_field_count(plan); i++) {
    const hhp_field *field = hhp_entity_field_at(plan, i);
    if (hhp_field_type(field) != HHP_FIELD_OBJECT || !hhp_entity_has_id(hhp_field_target(field)))
      continue;
    size_t most = random_once_in(random, 6) ? 9 : 4;
    d.counts[S_index_of(hhp_field_target(field))] = random_below(random, most);
  }
  return d;
}

json_t *draw_plan(random_source *random) {
  drawing d = S_start(random);
  return S_object(&d, hhp_entity_find("plan"));
}

/* --- Walking and changing --- */

static void S_visit(json_t *object, const hhp_entity *entity, visit_object *visit, void *user) {
  visit(user, object, entity);
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    json_t *value = json_object_get(object, hhp_field_name(field));
    if (hhp_field_type(field) != HHP_FIELD_OBJECT)
      continue;
    if (json_is_object(value))
      S_visit(value, hhp_field_target(field), visit, user);
    for (size_t k = 0; k < json_array_size(value); k++) {
      if (json_is_object(json_array_get(value, k)))
        S_visit(json_array_get(value, k), hhp_field_target(field), visit, user);
    }
  }
}

void visit_objects(json_t *plan, visit_object *visit, void *user) {
  S_visit(plan, hhp_entity_find("plan"), visit, user);
}

typedef struct {
  random_source *random;
  size_t seen;
  json_t *object;
  const hhp_entity *entity;
} choice;

/* Keeps each of n objects with a probability of 1/n. */
static void S_choose(void *user, json_t *object, const hhp_entity *entity) {
  choice *c = user;
  if (!random_once_in(c->random, ++c->seen))
    return;
  c->object = object;
  c->entity = entity;
}

json_t *draw_object(json_t *plan, random_source *random, const hhp_entity **entity) {
  choice c = {.random = random};
  visit_objects(plan, S_choose, &c);
  if (entity != NULL)
    *entity = c.entity;
  return c.object;
}

static void S_count_ids(void *user, json_t *object, const hhp_entity *entity) {
  drawing *d = user;
  (void)object;
  d->counts[S_index_of(entity)] += hhp_entity_has_id(entity) ? 1 : 0;
}

static int S_holds_ids(const hhp_field *field) {
  if (hhp_field_type(field) == HHP_FIELD_ID || hhp_field_type(field) == HHP_FIELD_FORMAT)
    return 1;
  return hhp_field_type(field) == HHP_FIELD_OBJECT && hhp_field_is_list(field) &&
         hhp_entity_has_id(hhp_field_target(field));
}

static void S_change(json_t *object, const hhp_field *field, drawing *d) {
  const char *name = hhp_field_name(field);
  if (json_object_get(object, name) != NULL && !hhp_field_is_required(field) && random_once_in(d->random, 2)) {
    json_object_del(object, name);
    return;
  }
  json_t *value = S_field(d, field);
  if (value != NULL)
    json_object_set_new(object, name, value);
}

/* New contributions get ids that no other has. */
void change_somewhere(json_t *plan, random_source *random) {
  drawing d = {.random = random, .absent = 3};
  const hhp_entity *entity = NULL;
  visit_objects(plan, S_count_ids, &d);
  for (size_t i = 0; i < MOST_ENTITIES; i++)
    d.made[i] = 100 + random_below(random, 1000000) * 100;
  json_t *object = draw_object(plan, random, &entity);
  if (random_once_in(random, 12)) {
    S_add_extension(object, random);
    return;
  }
  const hhp_field *field = NULL;
  do {
    field = hhp_entity_field_at(entity, random_below(random, hhp_entity_field_count(entity)));
  } while (S_holds_ids(field));
  S_change(object, field, &d);
}
