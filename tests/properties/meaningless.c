/* Properties about what has no meaning: the order of lists, the ids, x- members. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"
#include "support/same_findings.h"

enum { MOST_LISTS = 4000, MOST_IDS = 2000, ID_SIZE = 64 };

/* The findings of the trial, renamed by the first, and of another report, renamed by the second. */
static const char *S_compare(trial *t, how_to_compare how, const hhp_report *other, how_to_compare how_other) {
  finding_lines a = lines_of_findings(t->report, how), b = lines_of_findings(other, how_other);
  const char *bad = NULL;
  text differences = {0};
  put_differences(&differences, &a, &b);
  if (differences.length > 0)
    bad = wrong(t, "other findings", differences.bytes);
  text_free(&differences);
  t->cases += a.count;
  free_lines(&a);
  free_lines(&b);
  return bad;
}

/* --- Order --- */

/* Which element of the original list each element of a shuffled one was. */
typedef struct {
  const json_t *list;
  size_t *from;
} shuffled_list;

typedef struct {
  random_source *random;
  json_t *tree;
  shuffled_list lists[MOST_LISTS];
  size_t count;
} shuffling;

static void S_shuffle_list(shuffling *s, json_t *list) {
  size_t count = json_array_size(list);
  if (count < 2 || s->count == MOST_LISTS)
    return;
  size_t *from = calloc(count, sizeof(*from));
  for (size_t i = 0; i < count; i++)
    from[i] = i;
  for (size_t i = count - 1; i > 0; i--) {
    size_t k = random_below(s->random, i + 1), number = from[i];
    json_t *element = json_incref(json_array_get(list, i));
    json_array_set(list, i, json_array_get(list, k));
    json_array_set_new(list, k, element);
    from[i] = from[k];
    from[k] = number;
  }
  s->lists[s->count++] = (shuffled_list){list, from};
}

/* Lists of objects and of references: diff.h does not regard their order either. The order of texts is the author's. */
static void S_shuffle(void *user, json_t *object, const hhp_entity *entity) {
  shuffling *s = user;
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    int32_t type = hhp_field_type(field);
    if (hhp_field_is_list(field) && (type == HHP_FIELD_OBJECT || type == HHP_FIELD_REFERENCE))
      S_shuffle_list(s, json_object_get(object, hhp_field_name(field)));
  }
}

static const shuffled_list *S_shuffled(const shuffling *s, const json_t *list) {
  for (size_t i = 0; i < s->count; i++) {
    if (s->lists[i].list == list)
      return &s->lists[i];
  }
  return NULL;
}

static size_t S_original_index(const shuffling *s, const json_t *list, size_t index) {
  const shuffled_list *shuffled = S_shuffled(s, list);
  return shuffled == NULL || index >= json_array_size(list) ? index : shuffled->from[index];
}

static size_t S_shuffled_index(const shuffling *s, const json_t *list, size_t index) {
  const shuffled_list *shuffled = S_shuffled(s, list);
  for (size_t i = 0; shuffled != NULL && i < json_array_size(list); i++) {
    if (shuffled->from[i] == index)
      return i;
  }
  return index;
}

/* Follows a pointer through the shuffled tree; `is_original` is which of the two trees it is of. */
static void S_put_moved(const shuffling *s, text *out, const char *pointer, int is_original) {
  const json_t *at = s->tree;
  while (*pointer == '/') {
    char part[256];
    size_t length = strcspn(++pointer, "/");
    snprintf(part, sizeof(part), "%.*s", (int)length, pointer);
    pointer += length;
    if (json_is_array(at)) {
      size_t index = strtoul(part, NULL, 10);
      size_t other = is_original ? S_shuffled_index(s, at, index) : S_original_index(s, at, index);
      snprintf(part, sizeof(part), "%zu", other);
      at = json_array_get(at, is_original ? other : index);
    } else {
      at = json_object_get(at, part);
    }
    text_puts(out, "/");
    text_puts(out, part);
  }
}

static void S_unshuffle(void *user, text *out, const char *pointer) {
  S_put_moved(user, out, pointer, 0);
}

/* Rules that name one of several which serve as well: of things that are the same (entries, codes, titles, years) the
 * later one, of a circle its first, of those that lack as much one. They are counted; of HP302 not even that: an
 * activity of two focus areas that repeats two others is one finding, or two if it comes before one of them. Whether a
 * waiver is used (HP702) depends on which one was named. */
static counting S_how_counted(const char *rule) {
  static const char *const rules[] = {"HP115", "HP206", "HP212", "HP213", "HP323", "HP324", "HP326", "HP328", "HP606"};
  for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
    if (strcmp(rules[i], rule) == 0)
      return COUNTED;
  }
  if (strcmp(rule, "HP702") == 0)
    return IGNORED;
  return strcmp(rule, "HP302") == 0 ? COUNTED_ONCE : COMPARED;
}

/* A waiver may name a place, which is then another one. */
static void S_move_targets(shuffling *s) {
  json_t *waivers = json_object_get(s->tree, "waivers"), *waiver;
  size_t i;
  json_array_foreach(waivers, i, waiver) {
    text moved = {0};
    const char *target = json_string_value(json_object_get(waiver, "target"));
    if (target == NULL || target[0] != '/')
      continue;
    S_put_moved(s, &moved, target, 1);
    json_object_set_new(waiver, "target", json_string(moved.bytes));
    text_free(&moved);
  }
}

const char *order_has_no_meaning(trial *t) {
  static shuffling s;
  s = (shuffling){.random = &t->random, .tree = json_deep_copy(t->tree)};
  visit_objects(s.tree, S_shuffle, &s);
  S_move_targets(&s);
  hhp_report *report = check_tree(t, s.tree);
  int what = SAME_ENTITY | SAME_NUMBERS;
  how_to_compare how = {.what = what, .counted = S_how_counted}, how_shuffled = how;
  how_shuffled.pointer = S_unshuffle;
  how_shuffled.user = &s;
  const char *bad = S_compare(t, how, report, how_shuffled);
  hhp_report_free(report);
  json_decref(s.tree);
  for (size_t i = 0; i < s.count; i++)
    free(s.lists[i].from);
  return bad;
}

/* --- Ids --- */

typedef struct {
  random_source *random;
  struct {
    char old[ID_SIZE], new[ID_SIZE];
  } ids[MOST_IDS];
  size_t count;
} renaming;

static const char *S_new_id(const renaming *r, const char *id) {
  for (size_t i = 0; i < r->count; i++) {
    if (strcmp(r->ids[i].old, id) == 0)
      return r->ids[i].new;
  }
  return NULL;
}

static const char *S_own_id(const json_t *object, const hhp_entity *entity) {
  const hhp_field *field = hhp_entity_find_field(entity, "id");
  if (field == NULL || hhp_field_type(field) != HHP_FIELD_ID)
    return NULL;
  return json_string_value(json_object_get(object, "id"));
}

/* The new ids are in another order than the old ones, and as long as ids may be. */
static void S_collect_id(void *user, json_t *object, const hhp_entity *entity) {
  renaming *r = user;
  const char *id = S_own_id(object, entity);
  if (id == NULL || r->count == MOST_IDS)
    return;
  snprintf(r->ids[r->count].old, ID_SIZE, "%s", id);
  snprintf(r->ids[r->count].new, ID_SIZE, "%c%zu-%zu", (char)('a' + random_below(r->random, 26)),
           random_below(r->random, 1000), r->count);
  r->count++;
}

static json_t *S_renamed(const renaming *r, json_t *id) {
  const char *other = S_new_id(r, json_string_value(id));
  return other == NULL ? json_incref(id) : json_string(other);
}

static void S_rename(void *user, json_t *object, const hhp_entity *entity) {
  const renaming *r = user;
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    int32_t type = hhp_field_type(field);
    json_t *value = json_object_get(object, hhp_field_name(field));
    int is_target = strcmp(hhp_field_name(field), "target") == 0 && type == HHP_FIELD_TEXT;
    if (value == NULL || (type != HHP_FIELD_ID && type != HHP_FIELD_REFERENCE && !is_target))
      continue;
    if (json_is_string(value))
      json_object_set_new(object, hhp_field_name(field), S_renamed(r, value));
    for (size_t k = 0; k < json_array_size(value); k++)
      json_array_set_new(value, k, S_renamed(r, json_array_get(value, k)));
  }
}

static void S_put_new_id(void *user, text *out, const char *id) {
  const char *other = S_new_id(user, id);
  text_puts(out, other == NULL ? id : other);
}

const char *ids_have_no_meaning(trial *t) {
  static renaming r;
  r = (renaming){.random = &t->random};
  json_t *tree = json_deep_copy(t->tree);
  visit_objects(tree, S_collect_id, &r);
  visit_objects(tree, S_rename, &r);
  hhp_report *report = check_tree(t, tree);
  int what = SAME_ENTITY | SAME_NUMBERS | SAME_RELATED;
  const char *bad = S_compare(t, (how_to_compare){.what = what, .id = S_put_new_id, .user = &r}, report,
                              (how_to_compare){.what = what});
  hhp_report_free(report);
  json_decref(tree);
  return bad;
}

/* --- x- members --- */

static void S_extend(void *user, json_t *object, const hhp_entity *entity) {
  static const char *const values[] = {"null", "\"TODO\"", "{\"id\":\"goal-1\",\"title\":\"\"}", "[[],0.5]"};
  random_source *random = user;
  (void)entity;
  if (random_once_in(random, 2))
    return;
  const char *value = values[random_below(random, sizeof(values) / sizeof(values[0]))];
  json_object_set_new(object, "x-endnu-en", json_loads(value, JSON_DECODE_ANY, NULL));
}

const char *extensions_have_no_meaning(trial *t) {
  json_t *tree = json_deep_copy(t->tree);
  visit_objects(tree, S_extend, &t->random);
  hhp_report *report = check_tree(t, tree);
  how_to_compare how = {.what = SAME_WORDS};
  const char *bad = S_compare(t, how, report, how);
  hhp_report_free(report);
  json_decref(tree);
  return bad;
}
