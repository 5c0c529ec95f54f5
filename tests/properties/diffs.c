/* Properties of diffs. */
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"
#include "support/mirror.h"

/* The plan with a few changes, or quite another one, whose ids are the same. */
static json_t *S_other(trial *t) {
  if (random_once_in(&t->random, 5))
    return draw_plan(&t->random);
  json_t *other = json_deep_copy(t->tree);
  do
    change_somewhere(other, &t->random);
  while (!random_once_in(&t->random, 4));
  return other;
}

/* Both texts from where they begin to differ. */
static void S_explain(trial *t, const char *bad, const json_t *other) {
  char *a = json_dumps(t->tree, JSON_COMPACT), *b = json_dumps(other, JSON_COMPACT);
  size_t at = 0;
  while (a[at] != '\0' && a[at] == b[at])
    at++;
  at = at > 200 ? at - 200 : 0;
  text detail = {0};
  text_add(&detail, a + at, strnlen(a + at, 400));
  text_puts(&detail, "\n  other: ");
  text_add(&detail, b + at, strnlen(b + at, 400));
  wrong(t, bad, detail.bytes);
  text_free(&detail);
  free(a);
  free(b);
}

const char *differs_as_its_mirror(trial *t) {
  json_t *other = S_other(t);
  hhp_plan *a = plan_of(t->tree), *b = plan_of(other);
  const char *bad = a == NULL || b == NULL ? "not read" : unlike_its_mirror(a, b, &t->cases);
  if (bad != NULL)
    S_explain(t, bad, other);
  hhp_plan_free(a);
  hhp_plan_free(b);
  json_decref(other);
  return bad;
}

/* --- What is equal, by the words of diff.h: all but order, explicit defaults, empty lists and objects --- */

static int S_by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The elements as sorted texts; a reference that is repeated counts once. */
static json_t *S_sorted(json_t *list, int is_set) {
  size_t count = json_array_size(list);
  char **texts = calloc(count + 1, sizeof(*texts));
  json_t *sorted = json_array();
  for (size_t i = 0; i < count; i++)
    texts[i] = json_dumps(json_array_get(list, i), JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
  qsort(texts, count, sizeof(*texts), S_by_text);
  for (size_t i = 0; i < count; i++) {
    if (!is_set || i + 1 == count || strcmp(texts[i], texts[i + 1]) != 0)
      json_array_append_new(sorted, json_string(texts[i]));
  }
  for (size_t i = 0; i < count; i++)
    free(texts[i]);
  free(texts);
  return sorted;
}

static json_t *S_content(const json_t *object, const hhp_entity *entity);

/* Lines of the budget with the same key are added up. */
static json_t *S_merged(json_t *lines) {
  json_t *sums = json_object();
  json_t *line;
  size_t i;
  json_array_foreach(lines, i, line) {
    json_int_t amount = json_integer_value(json_object_get(line, "amount"));
    json_object_del(line, "amount");
    char *key = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
    amount += json_integer_value(json_object_get(sums, key));
    json_object_set_new(sums, key, json_integer(amount));
    free(key);
  }
  return sums;
}

static json_t *S_list_content(const json_t *list, const hhp_field *field) {
  int are_objects = hhp_field_type(field) == HHP_FIELD_OBJECT;
  json_t *contents = json_array(), *result;
  for (size_t i = 0; i < json_array_size(list); i++) {
    json_t *element = json_array_get(list, i);
    json_array_append_new(contents, are_objects ? S_content(element, hhp_field_target(field)) : json_incref(element));
  }
  if (are_objects && strcmp(hhp_entity_name(hhp_field_target(field)), "budget_line") == 0)
    result = S_merged(contents);
  else if (are_objects || hhp_field_type(field) == HHP_FIELD_REFERENCE)
    result = S_sorted(contents, !are_objects);
  else
    return contents;
  json_decref(contents);
  return result;
}

static json_t *S_default(const hhp_field *field) {
  if (hhp_field_is_list(field) || hhp_field_type(field) == HHP_FIELD_OBJECT)
    return NULL;
  if (hhp_field_default_text(field) != NULL)
    return json_string(hhp_field_default_text(field));
  int32_t number = hhp_field_default_number(field);
  if (hhp_field_type(field) == HHP_FIELD_TRUTH)
    return json_boolean(number);
  if (hhp_field_type(field) == HHP_FIELD_WORD && number != HHP_ABSENT)
    return json_string(hhp_enum_word(hhp_field_enum(field), number));
  return NULL;
}

static json_t *S_content(const json_t *object, const hhp_entity *entity) {
  json_t *content = json_object();
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)(uintptr_t)object, name, value) {
    if (strncmp(name, "x-", 2) == 0)
      json_object_set(content, name, value);
  }
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    const json_t *given = json_object_get(object, hhp_field_name(field));
    json_t *one = given == NULL                               ? S_default(field)
                  : hhp_field_is_list(field)                  ? S_list_content(given, field)
                  : hhp_field_type(field) == HHP_FIELD_OBJECT ? S_content(given, hhp_field_target(field))
                                                              : json_deep_copy(given);
    if (one != NULL)
      json_object_set_new(content, hhp_field_name(field), one);
  }
  return content;
}

static int S_is_equal(const json_t *a, const json_t *b) {
  json_t *of_a = S_content(a, hhp_entity_find("plan")), *of_b = S_content(b, hhp_entity_find("plan"));
  int is_equal = json_equal(of_a, of_b);
  json_decref(of_a);
  json_decref(of_b);
  return is_equal;
}

/* One change is often none: the same value again, a default that is stated, the order of references. */
const char *differs_when_unequal(trial *t) {
  json_t *other = json_deep_copy(t->tree);
  if (!random_once_in(&t->random, 10))
    change_somewhere(other, &t->random);
  hhp_plan *a = plan_of(t->tree), *b = plan_of(other);
  hhp_diff *diff = NULL;
  const char *bad = NULL;
  int is_equal = S_is_equal(t->tree, other);
  if (a == NULL || b == NULL || hhp_plan_diff(a, b, &diff) != HHP_OK)
    bad = "not compared";
  else if ((hhp_diff_count(diff) == 0) != is_equal)
    bad = is_equal ? "equal plans differ" : "unequal plans do not differ";
  if (bad != NULL)
    S_explain(t, bad, other);
  t->cases++;
  hhp_diff_free(diff);
  hhp_plan_free(a);
  hhp_plan_free(b);
  json_decref(other);
  return bad;
}
