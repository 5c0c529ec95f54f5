/* Pairs the objects of two lists, by id or, without one, by key. There are a few passes, each with an index, so that
 * the work is linear in the length of the lists. */
#include <stdlib.h>
#include <string.h>

#include "diff/diff.h"

/* What objects are paired by. */
enum kind { BY_ID, BY_ALL, BY_KEY };

/* The passes. Among objects with equal keys, those equal in all fields are paired first. The last two passes are for
 * objects that gained or lost an id. */
static const struct {
  uint8_t has_id[HHP__SIDES];
  uint8_t by;
} S_passes[] = {
    {{1, 1}, BY_ID}, {{0, 0}, BY_ALL}, {{0, 0}, BY_KEY}, {{0, 1}, BY_KEY}, {{1, 0}, BY_KEY},
};

typedef struct {
  hhp__matcher *matcher;
  const hhp__list *list[HHP__SIDES];
  hhp__pairs *pairs;
  uint32_t *next;  /* of the list `after`: the next position with the same key, from 1; 0: none */
  uint32_t *heads; /* first position of each chain, likewise, stored at the first position added */
} S_match;

static uint32_t *S_places(uint32_t count) {
  uint32_t *places = malloc(((size_t)count + 1) * sizeof(*places));
  for (uint32_t i = 0; places != NULL && i < count; i++)
    places[i] = HHP__UNPAIRED;
  return places;
}

void hhp__pairs_free(hhp__pairs *pairs) {
  free(pairs->with[HHP__BEFORE]);
  free(pairs->with[HHP__AFTER]);
  *pairs = (hhp__pairs){{NULL, NULL}};
}

static int S_begin_match(S_match *match, hhp__matcher *matcher, const hhp__list *before, const hhp__list *after,
                         hhp__pairs *pairs) {
  *pairs = (hhp__pairs){{S_places(before->count), S_places(after->count)}};
  *match = (S_match){matcher, {before, after}, pairs, NULL, NULL};
  match->next = calloc((size_t)after->count + 1, sizeof(*match->next));
  match->heads = calloc((size_t)after->count + 1, sizeof(*match->heads));
  int has_failed = pairs->with[HHP__BEFORE] == NULL || pairs->with[HHP__AFTER] == NULL;
  return has_failed || match->next == NULL || match->heads == NULL ? -1 : 0;
}

static void S_end_match(S_match *match) {
  free(match->next);
  free(match->heads);
}

const char *hhp__key_of(hhp__matcher *matcher, const hhp__object *object, size_t *length) {
  const hhp__keys *keys = &hhp__keys_by_entity[object->entity];
  const hhp__field *fields = hhp__entity_of(object)->fields;
  hhp__buffer *key = &matcher->key;
  key->length = 0;
  hhp__put(key, "", 0);
  for (size_t i = 0; i < HHP__KEY && keys->key[i] != 0; i++)
    hhp__put_key(key, object, &fields[keys->key[i] - 1]);
  *length = key->length;
  return key->failed ? NULL : key->text;
}

static const char *S_key_of_all(hhp__matcher *matcher, const hhp__object *object, size_t *length) {
  const hhp__entity *entity = hhp__entity_of(object);
  hhp__buffer *key = &matcher->key;
  key->length = 0;
  hhp__put(key, "", 0);
  for (size_t i = 0; i < entity->field_count; i++)
    hhp__put_key(key, object, &entity->fields[i]);
  *length = key->length;
  return key->failed ? NULL : key->text;
}

static const char *S_key(hhp__matcher *matcher, const hhp__object *object, uint8_t by, size_t *length) {
  if (by == BY_ALL)
    return S_key_of_all(matcher, object, length);
  if (by == BY_KEY)
    return hhp__key_of(matcher, object, length);
  const char *id = hhp__id_of(object);
  *length = strlen(id);
  return id;
}

/* A key that lives as long as the index; an id is owned by the plan. */
static const char *S_stored_key(hhp__matcher *matcher, const char *key, uint8_t by, size_t length) {
  return by == BY_ID ? key : hhp__arena_text(&matcher->scratch, key, length);
}

/* Whether the object is eligible for the pass and still unpaired. */
static int S_is_candidate(const S_match *match, size_t pass, int side, uint32_t place) {
  if (match->pairs->with[side][place] != HHP__UNPAIRED)
    return 0;
  return (hhp__id_of(match->list[side]->items[place]) != NULL) == S_passes[pass].has_id[side];
}

static int S_has_candidate(const S_match *match, size_t pass, int side) {
  for (uint32_t i = 0; i < match->list[side]->count; i++) {
    if (S_is_candidate(match, pass, side, i))
      return 1;
  }
  return 0;
}

/* Prepends a position of the list `after` to the chain of its key; positions are added from last to first. */
static int S_add_to_chain(S_match *match, hhp__index *index, const char *key, size_t length, uint32_t place) {
  hhp__slot *slot = hhp__index_add(index, key, length);
  if (slot == NULL)
    return -1;
  if (slot->value == NULL) {
    match->heads[place] = 0;
    slot->value = &match->heads[place];
  }
  uint32_t *head = slot->value;
  match->next[place] = *head;
  *head = place + 1;
  return 0;
}

/* Pairs a position of the list `before` with the head of the chain of its key. */
static void S_pair_with_head(S_match *match, const hhp__index *index, const char *key, size_t length, uint32_t place) {
  uint32_t *head = hhp__index_get(index, key, length);
  if (head == NULL || *head == 0)
    return;
  uint32_t other = *head - 1;
  *head = match->next[other];
  match->pairs->with[HHP__BEFORE][place] = other;
  match->pairs->with[HHP__AFTER][other] = place;
}

static int S_run_pass(S_match *match, size_t pass) {
  hhp__matcher *matcher = match->matcher;
  uint8_t by = S_passes[pass].by;
  size_t length;
  if (!S_has_candidate(match, pass, HHP__BEFORE) || !S_has_candidate(match, pass, HHP__AFTER))
    return 0;
  hhp__index index = hhp__index_sharing_seed(&matcher->hash);
  int result = 0;
  for (uint32_t i = match->list[HHP__AFTER]->count; i > 0 && result == 0; i--) {
    if (!S_is_candidate(match, pass, HHP__AFTER, i - 1))
      continue;
    const char *key = S_key(matcher, match->list[HHP__AFTER]->items[i - 1], by, &length);
    key = key == NULL ? NULL : S_stored_key(matcher, key, by, length);
    result = key == NULL ? -1 : S_add_to_chain(match, &index, key, length, i - 1);
  }
  for (uint32_t i = 0; i < match->list[HHP__BEFORE]->count && result == 0; i++) {
    if (!S_is_candidate(match, pass, HHP__BEFORE, i))
      continue;
    const char *key = S_key(matcher, match->list[HHP__BEFORE]->items[i], by, &length);
    if (key != NULL)
      S_pair_with_head(match, &index, key, length, i);
    result = key == NULL ? -1 : 0;
  }
  hhp__index_free(&index);
  return result;
}

int hhp__pair_objects(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, uint8_t entity,
                      hhp__pairs *pairs) {
  S_match match;
  int has_key = hhp__keys_by_entity[entity].key[0] != 0;
  int result = S_begin_match(&match, matcher, before, after, pairs);
  for (size_t pass = 0; pass < sizeof(S_passes) / sizeof(S_passes[0]) && result == 0; pass++) {
    if (S_passes[pass].by != BY_KEY || has_key)
      result = S_run_pass(&match, pass);
  }
  S_end_match(&match);
  return result;
}

int hhp__pair_texts(hhp__matcher *matcher, const hhp__list *before, const hhp__list *after, hhp__pairs *pairs) {
  S_match match;
  int result = S_begin_match(&match, matcher, before, after, pairs);
  hhp__index index = hhp__index_sharing_seed(&matcher->hash);
  for (uint32_t i = after->count; i > 0 && result == 0; i--)
    result = S_add_to_chain(&match, &index, after->items[i - 1], strlen(after->items[i - 1]), i - 1);
  for (uint32_t i = 0; i < before->count && result == 0; i++)
    S_pair_with_head(&match, &index, before->items[i], strlen(before->items[i]), i);
  hhp__index_free(&index);
  S_end_match(&match);
  return result;
}
