/* Compares two plans field by field, using the tables of the model. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/kroner.h"
#include "diff/diff.h"

static int S_is_same_text(const char *a, const char *b) {
  return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void S_compare_texts(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field) {
  const char *before = hhp__text_or_default(pair->object[HHP__BEFORE], field);
  const char *after = hhp__text_or_default(pair->object[HHP__AFTER], field);
  if (!S_is_same_text(before, after))
    hhp__record_text(recorder, pair, field, before, after);
}

/* A number as the file writes it; NULL if absent. */
static const char *S_number_text(const hhp__field *field, int32_t number, char buffer[HHP__DIGITS_SIZE]) {
  switch (field->type) {
  case HHP__ENUM: {
    const hhp__value *value = hhp__value_of(&hhp__enums[field->target], number);
    return value == NULL ? NULL : value->json;
  }
  case HHP__BOOL:
    return number == HHP_ABSENT ? NULL : number ? "true" : "false";
  case HHP__DATE:
    return number == 0 ? NULL : hhp__date_write(number, buffer);
  default:
    return number == HHP_ABSENT ? NULL : hhp__digits(number, buffer);
  }
}

static void S_compare_numbers(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field) {
  char buffer[HHP__SIDES][HHP__DIGITS_SIZE];
  int32_t before = hhp__number_or_default(pair->object[HHP__BEFORE], field);
  int32_t after = hhp__number_or_default(pair->object[HHP__AFTER], field);
  if (before != after)
    hhp__record_text(recorder, pair, field, S_number_text(field, before, buffer[HHP__BEFORE]),
                     S_number_text(field, after, buffer[HHP__AFTER]));
}

static int S_is_same_list(const hhp__list *before, const hhp__list *after) {
  if (before->count != after->count)
    return 0;
  for (uint32_t i = 0; i < before->count; i++) {
    if (strcmp(before->items[i], after->items[i]) != 0)
      return 0;
  }
  return 1;
}

/* Repeated references are ignored: marks all but the first of each as paired. */
static int S_mark_repeated(hhp__recorder *recorder, const hhp__list *list, uint32_t *with) {
  hhp__index seen = hhp__index_sharing_seed(&recorder->matcher.hash);
  int result = 0;
  for (uint32_t i = 0; i < list->count && result == 0; i++) {
    hhp__slot *slot = hhp__index_add(&seen, list->items[i], strlen(list->items[i]));
    if (slot == NULL)
      result = -1;
    else if (slot->value != NULL && with[i] == HHP__UNPAIRED)
      with[i] = 0; /* from here on, only compared with HHP__UNPAIRED */
    else
      slot->value = list->items[i];
  }
  hhp__index_free(&seen);
  return result;
}

/* Whether the elements common to both lists are in a different order. */
static int S_is_reordered(const hhp__pairs *pairs, uint32_t count) {
  uint32_t last = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t other = pairs->with[HHP__BEFORE][i];
    if (other == HHP__UNPAIRED)
      continue;
    if (other < last)
      return 1;
    last = other;
  }
  return 0;
}

static void S_record_elements(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field,
                              const hhp__pairs *pairs) {
  for (int side = HHP__SIDES - 1; side >= 0; side--) {
    const hhp__list *list = hhp__list_at(pair->object[side], field);
    for (uint32_t i = 0; i < list->count; i++) {
      if (pairs->with[side][i] == HHP__UNPAIRED)
        hhp__record_element(recorder, pair, field, side, i);
    }
  }
}

static void S_compare_lists(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field) {
  const hhp__list *before = hhp__list_at(pair->object[HHP__BEFORE], field);
  const hhp__list *after = hhp__list_at(pair->object[HHP__AFTER], field);
  if (S_is_same_list(before, after))
    return;
  hhp__pairs pairs;
  int result = hhp__pair_texts(&recorder->matcher, before, after, &pairs);
  int is_reordered = result == 0 && field->type == HHP__TEXTS && S_is_reordered(&pairs, before->count);
  if (result == 0 && field->type == HHP__REFS)
    result = S_mark_repeated(recorder, before, pairs.with[HHP__BEFORE]);
  if (result == 0 && field->type == HHP__REFS)
    result = S_mark_repeated(recorder, after, pairs.with[HHP__AFTER]);
  if (result != 0)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  else
    S_record_elements(recorder, pair, field, &pairs);
  if (is_reordered)
    hhp__record_order(recorder, pair, field);
  hhp__pairs_free(&pairs);
}

static json_t *S_extension(const hhp__object *object, const char *name) {
  return object == NULL || object->extensions == NULL ? NULL : json_object_get(object->extensions->members, name);
}

/* Members of `before` come first, in file order; then those only in `after`. */
static void S_compare_extensions(hhp__recorder *recorder, hhp__pair *pair) {
  const char *name;
  json_t *value;
  for (int side = 0; side < HHP__SIDES; side++) {
    const hhp__object *object = pair->object[side];
    if (object == NULL || object->extensions == NULL)
      continue;
    json_object_foreach(object->extensions->members, name, value) {
      json_t *other = S_extension(pair->object[!side], name);
      if (side == HHP__BEFORE && (other == NULL || !json_equal(value, other)))
        hhp__record_extension(recorder, pair, name, value, other);
      else if (side == HHP__AFTER && other == NULL)
        hhp__record_extension(recorder, pair, name, NULL, value);
    }
  }
}

static hhp__pair S_pair_inside(hhp__pair *outer, const hhp__field *field, const hhp__object *before,
                               const hhp__object *after) {
  return (hhp__pair){outer, field, {before, after}, NULL};
}

/* The field with the amount of an object; NULL: it has none. */
static const hhp__field *S_amount_field(const hhp__object *object) {
  uint8_t number = hhp__keys_by_entity[object->entity].money;
  return number == 0 ? NULL : &hhp__entity_of(object)->fields[number - 1];
}

/* Whole kroner; HHP_ABSENT also for an object that has no amount. */
static int64_t S_amount_of(const hhp__object *object) {
  const hhp__field *field = S_amount_field(object);
  return field == NULL ? HHP_ABSENT : hhp__kroner_at(object, field);
}

/* For the amount, an object that does not exist counts as 0 kroner. */
static void S_record_whole(hhp__recorder *recorder, hhp__pair *pair) {
  int side = pair->object[HHP__BEFORE] == NULL;
  int64_t kroner[HHP__SIDES] = {HHP_ABSENT, HHP_ABSENT};
  kroner[side] = S_amount_of(pair->object[side]);
  hhp__record_object(recorder, pair, kroner);
}

/* Lines with the same key. */
typedef struct {
  const hhp__object *first[HHP__SIDES];
  int64_t sum[HHP__SIDES]; /* of the amounts that are stated; HHP_ABSENT: none is */
} S_group;

static S_group *S_group_of(hhp__recorder *recorder, hhp__index *index, hhp__list *groups, const hhp__object *line) {
  hhp__arena *scratch = &recorder->matcher.scratch;
  size_t length;
  const char *key = hhp__key_of(&recorder->matcher, line, &length);
  S_group *group = key == NULL ? NULL : hhp__index_get(index, key, length);
  if (group != NULL || key == NULL)
    return group;
  key = hhp__arena_text(scratch, key, length);
  hhp__slot *slot = key == NULL ? NULL : hhp__index_add(index, key, length);
  group = slot == NULL ? NULL : hhp__arena_new(scratch, sizeof(*group));
  if (group == NULL || hhp__list_add(groups, scratch, group) != 0)
    return NULL;
  group->sum[HHP__BEFORE] = group->sum[HHP__AFTER] = HHP_ABSENT;
  slot->value = group;
  return group;
}

static hhp_status S_sum_lines(hhp__recorder *recorder, hhp__index *index, hhp__list *groups, const hhp__list *lines,
                              int side) {
  for (uint32_t i = 0; i < lines->count; i++) {
    const hhp__object *line = lines->items[i];
    S_group *group = S_group_of(recorder, index, groups, line);
    if (group == NULL)
      return HHP_ERR_NOMEM;
    if (group->first[side] == NULL)
      group->first[side] = line;
    int64_t amount = S_amount_of(line), *sum = &group->sum[side];
    if (amount != HHP_ABSENT && hhp__add(*sum == HHP_ABSENT ? 0 : *sum, amount, sum) != 0)
      return HHP_ERR_OVERFLOW;
  }
  return HHP_OK;
}

/* If the lines of a key are on one side only, they have been recorded as a whole. */
static void S_compare_line(hhp__recorder *recorder, const hhp__index *groups, hhp__pair *pair) {
  const hhp__object *line = pair->object[pair->object[HHP__BEFORE] == NULL];
  size_t length;
  const char *key = hhp__key_of(&recorder->matcher, line, &length);
  const S_group *group = key == NULL ? NULL : hhp__index_get(groups, key, length);
  if (group == NULL)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  else if (group->first[HHP__BEFORE] != NULL && group->first[HHP__AFTER] != NULL)
    S_compare_extensions(recorder, pair);
}

/* An object on one side only is recorded as a whole. */
static void S_compare_object(hhp__recorder *recorder, const hhp__index *groups, hhp__pair *pair) {
  if (groups != NULL)
    S_compare_line(recorder, groups, pair);
  else if (pair->object[HHP__BEFORE] != NULL && pair->object[HHP__AFTER] != NULL)
    hhp__compare(recorder, pair);
  else
    S_record_whole(recorder, pair);
}

/* Compares object by object. With `groups`, the objects are lines whose amounts have been compared already. */
static void S_compare_paired(hhp__recorder *recorder, hhp__pair *outer, const hhp__field *field,
                             const hhp__index *groups) {
  const hhp__list *before = hhp__list_at(outer->object[HHP__BEFORE], field);
  const hhp__list *after = hhp__list_at(outer->object[HHP__AFTER], field);
  hhp__pairs pairs;
  if (hhp__pair_objects(&recorder->matcher, before, after, field->target, &pairs) != 0)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  for (uint32_t i = 0; i < before->count && recorder->status == HHP_OK; i++) {
    uint32_t other = pairs.with[HHP__BEFORE][i];
    const hhp__object *now = other == HHP__UNPAIRED ? NULL : after->items[other];
    hhp__pair pair = S_pair_inside(outer, field, before->items[i], now);
    S_compare_object(recorder, groups, &pair);
  }
  for (uint32_t i = 0; i < after->count && recorder->status == HHP_OK; i++) {
    hhp__pair pair = S_pair_inside(outer, field, NULL, after->items[i]);
    if (pairs.with[HHP__AFTER][i] == HHP__UNPAIRED)
      S_compare_object(recorder, groups, &pair);
  }
  hhp__pairs_free(&pairs);
}

static int S_has_extensions(const hhp__pair *pair) {
  return pair->object[HHP__BEFORE]->document->extensions != NULL ||
         pair->object[HHP__AFTER]->document->extensions != NULL;
}

/* Compares the sums of amounts. The lines are then paired only to compare their x- members. */
static void S_compare_sums(hhp__recorder *recorder, hhp__pair *outer, const hhp__field *field) {
  hhp__index index = hhp__index_sharing_seed(&recorder->matcher.hash);
  hhp__list groups = {0};
  hhp_status status = HHP_OK;
  for (int side = 0; side < HHP__SIDES && status == HHP_OK; side++)
    status = S_sum_lines(recorder, &index, &groups, hhp__list_at(outer->object[side], field), side);
  hhp__fail(recorder, status);
  for (uint32_t i = 0; i < groups.count && recorder->status == HHP_OK; i++) {
    const S_group *group = groups.items[i];
    hhp__pair pair = S_pair_inside(outer, field, group->first[HHP__BEFORE], group->first[HHP__AFTER]);
    if (pair.object[HHP__BEFORE] == NULL || pair.object[HHP__AFTER] == NULL)
      hhp__record_object(recorder, &pair, group->sum);
    else
      hhp__record_kroner(recorder, &pair, S_amount_field(pair.object[HHP__BEFORE]), group->sum[HHP__BEFORE],
                         group->sum[HHP__AFTER]);
  }
  if (recorder->status == HHP_OK && S_has_extensions(outer))
    S_compare_paired(recorder, outer, field, &index);
  hhp__index_free(&index);
}

static void S_compare_objects(hhp__recorder *recorder, hhp__pair *outer, const hhp__field *field) {
  if (!hhp__is_given(outer->object[HHP__BEFORE], field) && !hhp__is_given(outer->object[HHP__AFTER], field))
    return;
  if (hhp__keys_by_entity[field->target].is_summed)
    S_compare_sums(recorder, outer, field);
  else
    S_compare_paired(recorder, outer, field, NULL);
}

static void S_compare_field(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field) {
  switch (field->type) {
  case HHP__ENUM:
  case HHP__BOOL:
  case HHP__INT:
  case HHP__DATE:
    S_compare_numbers(recorder, pair, field);
    break;
  case HHP__KRONER:
    hhp__record_kroner(recorder, pair, field, hhp__kroner_at(pair->object[HHP__BEFORE], field),
                       hhp__kroner_at(pair->object[HHP__AFTER], field));
    break;
  case HHP__TEXTS:
  case HHP__REFS:
    S_compare_lists(recorder, pair, field);
    break;
  case HHP__OBJECT: {
    hhp__pair inside = S_pair_inside(pair, field, hhp__object_at(pair->object[HHP__BEFORE], field),
                                     hhp__object_at(pair->object[HHP__AFTER], field));
    hhp__compare(recorder, &inside);
    break;
  }
  case HHP__OBJECTS:
  case HHP__ENTITIES:
    S_compare_objects(recorder, pair, field);
    break;
  default:
    S_compare_texts(recorder, pair, field);
    break;
  }
}

/* Recursion is as deep as the format nests, whatever the input. */
void hhp__compare(hhp__recorder *recorder, hhp__pair *pair) {
  const hhp__entity *entity = hhp__entity_of(pair->object[HHP__BEFORE]);
  for (size_t i = 0; i < entity->field_count && recorder->status == HHP_OK; i++)
    S_compare_field(recorder, pair, &entity->fields[i]);
  S_compare_extensions(recorder, pair);
}
