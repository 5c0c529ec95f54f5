/* Random edits: sequences of calls of the generic core and of tables, on a plan and on what was removed from it.
 * After each burst, ids lead where a search through the plan leads, and the plan is judged as its text is.
 *
 * test_random_edits [operations [seed]] runs longer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

enum { MOST_HANDLES = 6000, MANY_OBJECTS = 150, BURST = 12 };

static uint64_t operations = 4000;
static uint64_t seed = 1;

/* A plan, and every object that was ever in it. */
typedef struct {
  dice dice;
  hhp_plan *plan;
  hhp_object *handles[MOST_HANDLES];
  size_t handle_count;
  uint64_t new_ids;
  uint64_t changes; /* calls that were accepted */
} world;

static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "et-langt-id-som-fylder-mere"};

/* Few ids, so that they are taken, freed, and taken again. */
static const char *some_id(dice *d) {
  return ids[roll_below(d, COUNT_OF(ids))];
}

static const char *some_text(dice *d) {
  static const char *const texts[] = {"Lektiehjælp",
                                      "En tekst uden noget at bemærke",
                                      " blank før",
                                      "blank efter ",
                                      "et sam- arbejde",
                                      "fritids- og studiejob",
                                      "tab\there",
                                      "linje\nskift",
                                      "\xe2\x80\xa8",
                                      "blødt\xc2\xadtegn",
                                      "tabt \xef\xbf\xbd",
                                      "hårdt\xc2\xa0mellemrum",
                                      "",
                                      " ",
                                      "TODO",
                                      "lorem ipsum",
                                      "100 %",
                                      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9",
                                      "\x01",
                                      "en \"citeret\" \\ tekst",
                                      "Ære\xcc\x81",
                                      "bryde\xe2\x80\x90 ord",
                                      "XX",
                                      "ugyldig \xff"};
  return texts[roll_below(d, COUNT_OF(texts))];
}

/* Texts that may be long, in a buffer that is overwritten by the next. */
static const char *text_for(dice *d, const hhp__field *field) {
  static char text[5000];
  switch (field->public_type) {
  case HHP_FIELD_ID:
  case HHP_FIELD_REFERENCE:
    return roll_below(d, 30) == 0 ? "Intet id" : some_id(d);
  case HHP_FIELD_CODE:
    snprintf(text, sizeof(text), "kode-%d", (int)roll_below(d, 9));
    return text;
  case HHP_FIELD_CVR:
    return roll_below(d, 2) == 0 ? "12345678" : "1234567";
  case HHP_FIELD_MUNICIPALITY_CODE:
    return roll_below(d, 2) == 0 ? "561" : "0101";
  case HHP_FIELD_DECIMAL:
    return roll_below(d, 2) == 0 ? "12.5" : "-3";
  case HHP_FIELD_FORMAT:
    return "helhedsplan/1";
  default:
    break;
  }
  if (roll_below(d, 20) != 0)
    return some_text(d);
  size_t length = (size_t)roll_below(d, sizeof(text));
  memset(text, 'a' + (int)roll_below(d, 26), length);
  text[length] = '\0';
  return text;
}

static int is_in_plan(const hhp_object *object) {
  while (object->parent != NULL)
    object = object->parent;
  return hhp__entity_of(object)->format != NULL;
}

static void collect(world *w, hhp_object *object) {
  if (w->handle_count < MOST_HANDLES)
    w->handles[w->handle_count++] = object;
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_OBJECT)
      collect(w, hhp__object_at(object, field));
    for (size_t k = 0; hhp__is_list_of_objects(field) && k < hhp_get_count(object, field); k++)
      collect(w, hhp_get_object_at(object, field, k));
  }
}

static void take_plan(world *w, hhp_plan *plan) {
  if (w->plan != NULL)
    hhp_plan_free(w->plan);
  w->plan = plan;
  w->handle_count = 0;
  collect(w, (hhp_object *)plan);
}

/* --- One operation --- */

static void set_value(world *w, hhp_object *object, const hhp__field *field) {
  dice *d = &w->dice;
  hhp_status status = HHP_OK;
  if (field->shape == HHP__SHAPE_TEXT) {
    status = hhp_set_text(object, field, text_for(d, field));
  } else if (field->shape == HHP__SHAPE_KRONER) {
    status = hhp_set_kroner(object, field, (int64_t)roll_below(d, 5000) * 1000);
  } else if (field->shape == HHP__SHAPE_DATE) {
    status = hhp_set_number(object, field, (int32_t)(2014 + roll_below(d, 6)) * 10000 + 101);
  } else if (field->type == HHP__ENUM) {
    const hhp__enum *words = &hhp__enums[field->target];
    status = hhp_set_number(object, field, words->values[roll_below(d, words->count)].value);
  } else if (field->shape == HHP__SHAPE_NUMBER) {
    status = hhp_set_number(object, field, (int32_t)(field->low + (int64_t)roll_below(d, 130)));
  } else if (field->shape == HHP__SHAPE_TEXTS) {
    status =
        hhp_insert_text(object, field, (size_t)roll_below(d, hhp_get_count(object, field) + 2), text_for(d, field));
  } else if (hhp__is_list_of_objects(field) && w->handle_count < MOST_HANDLES) {
    hhp_object *made = NULL;
    size_t index = (size_t)roll_below(d, hhp_get_count(object, field) + 1);
    const char *id = field->shape == HHP__SHAPE_ENTITIES || roll_below(d, 4) == 0 ? some_id(d) : NULL;
    status = hhp_insert_object(object, field, index, id, &made);
    if (status == HHP_OK)
      collect(w, made);
  }
  w->changes += status == HHP_OK;
}

static void change_list(world *w, hhp_object *object, const hhp__field *field) {
  dice *d = &w->dice;
  size_t count = hhp_get_count(object, field);
  if (count == 0)
    return;
  if (roll_below(d, 2) == 0)
    w->changes += hhp_move(object, field, (size_t)roll_below(d, count), (size_t)roll_below(d, count)) == HHP_OK;
  else
    w->changes += hhp_remove(object, field, (size_t)roll_below(d, count)) == HHP_OK;
}

static void set_extension(world *w, hhp_object *object) {
  static const char *const names[] = {"x-a", "x-b", "x-Længere navn"};
  static const char *const values[] = {NULL, "1", "\"\\u2028\"", "[1, 2.5, {\"a\": null}]", "{}", "[", "1e400"};
  const char *name = names[roll_below(&w->dice, COUNT_OF(names))];
  w->changes += hhp_set_extension(object, name, values[roll_below(&w->dice, COUNT_OF(values))]) == HHP_OK;
  (void)hhp_get_extension(object, names[roll_below(&w->dice, COUNT_OF(names))]);
}

static void set_cell(world *w) {
  dice *d = &w->dice;
  const hhp_table *table = hhp_table_at((size_t)roll_below(d, hhp_table_count()));
  hhp_object *row = hhp_table_next(table, w->plan, NULL);
  for (uint64_t n = roll_below(d, 12); n > 0 && row != NULL; n--) {
    hhp_object *next = hhp_table_next(table, w->plan, row);
    if (next == NULL)
      break;
    row = next;
  }
  hhp_object *made = NULL;
  if (roll_below(d, 8) == 0 && w->handle_count < MOST_HANDLES) {
    if (hhp_table_add_row(table, w->plan, some_id(d), some_id(d), &made) == HHP_OK)
      collect(w, made);
    return;
  }
  if (row == NULL)
    return;
  if (roll_below(d, 20) == 0) {
    w->changes += hhp_table_remove_row(table, row) == HHP_OK;
    return;
  }
  const hhp_column *column = hhp_table_column_at(table, (size_t)roll_below(d, hhp_table_column_count(table)));
  const char *text = some_text(d);
  if (roll_below(d, 2) == 0)
    text = text_of("%s; %s", some_id(d), some_id(d));
  else if (roll_below(d, 2) == 0)
    text = some_id(d);
  w->changes += hhp_cell_set(row, column, text, HHP_LANG_DA) == HHP_OK;
}

static uint64_t hash_of(const world *w, size_t handle_count) {
  uint64_t hash = 0;
  for (size_t i = 0; i < handle_count; i++) {
    const hhp_object *object = w->handles[i];
    const hhp__entity *entity = hhp__entity_of(object);
    for (size_t k = 0; k < entity->field_count; k++) {
      const hhp__field *field = &entity->fields[k];
      size_t count = field->shape == HHP__SHAPE_TEXT    ? hhp__text_at(object, field) != NULL
                     : field->shape == HHP__SHAPE_TEXTS ? hhp_get_count(object, field)
                                                        : 0;
      for (size_t n = 0; n < count; n++) {
        const char *text =
            field->shape == HHP__SHAPE_TEXT ? hhp__text_at(object, field) : hhp_get_text_at(object, field, n);
        hash = hash * 31 + k;
        for (; *text != '\0'; text++)
          hash = hash * 31 + (unsigned char)*text;
      }
    }
    for (size_t k = 0; k < hhp_extension_count(object); k++) {
      const char *name = hhp_extension_name_at(object, k);
      for (const char *text = hhp_get_extension(object, name); *text != '\0'; text++)
        hash = hash * 31 + (unsigned char)*text;
    }
  }
  return hash;
}

static void compact(world *w) {
  uint64_t before = hash_of(w, w->handle_count);
  assert_int_equal(hhp_plan_compact(w->plan), HHP_OK);
  assert_true(hash_of(w, w->handle_count) == before);
}

/* An object and a field: any, or one of a list that has elements, which are few. */
static const hhp__field *draw_field(world *w, hhp_object **object) {
  dice *d = &w->dice;
  const hhp__field *field = NULL;
  int wants_list = roll_below(d, 2) == 0;
  for (int tries = 0; tries < 60 && (field == NULL || (wants_list && hhp_get_count(*object, field) == 0)); tries++) {
    *object = w->handles[roll_below(d, w->handle_count)];
    if (tries % 4 == 3)
      *object = (hhp_object *)w->plan;
    const hhp__entity *entity = hhp__entity_of(*object);
    field = &entity->fields[roll_below(d, entity->field_count)];
  }
  return field;
}

static void operate(world *w) {
  dice *d = &w->dice;
  hhp_object *object;
  const hhp__field *field = draw_field(w, &object);
  uint64_t kind = roll_below(d, 100);
  if (kind < 45)
    set_value(w, object, field);
  else if (kind < 70)
    change_list(w, object, field);
  else if (kind < 76)
    w->changes += (object->parent != NULL || roll_below(d, 8) == 0) && hhp_clear(object, field) == HHP_OK;
  else if (kind < 82)
    set_extension(w, object);
  else if (kind < 98)
    set_cell(w);
  else
    compact(w);
}

/* --- What must hold --- */

/* Objects of the plan in its order, removed ones left out. */
typedef struct {
  hhp_object *objects[MOST_HANDLES];
  size_t count;
} order;

static void walk(order *o, hhp_object *object) {
  assert_true(o->count < MOST_HANDLES);
  o->objects[o->count++] = object;
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_OBJECT)
      walk(o, hhp__object_at(object, field));
    for (size_t k = 0; hhp__is_list_of_objects(field) && k < hhp_get_count(object, field); k++) {
      hhp_object *child = hhp_get_object_at(object, field, k);
      assert_ptr_equal(child->parent, object);
      assert_int_equal(child->index, k);
      walk(o, child);
    }
  }
}

static hhp_object *first_with_id(const order *o, const char *id) {
  for (size_t i = 0; i < o->count; i++) {
    const char *other = hhp__id_of(o->objects[i]);
    if (other != NULL && strcmp(other, id) == 0)
      return o->objects[i];
  }
  return NULL;
}

static void assert_references_lead(const order *o, const hhp_object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->type == HHP__REF && hhp__text_at(object, field) != NULL)
      assert_ptr_equal(hhp__referent(object, hhp__text_at(object, field)),
                       first_with_id(o, hhp__text_at(object, field)));
    for (size_t k = 0; field->type == HHP__REFS && k < hhp_get_count(object, field); k++)
      assert_ptr_equal(hhp__referent(object, hhp_get_text_at(object, field, k)),
                       first_with_id(o, hhp_get_text_at(object, field, k)));
  }
}

static void assert_ids_lead(const world *w, const order *o) {
  const hhp__document *document = w->plan->object.document;
  size_t distinct = 0, with_id = 0;
  for (size_t i = 0; i < o->count; i++) {
    const char *id = hhp__id_of(o->objects[i]);
    if (id == NULL)
      continue;
    hhp_object *first = first_with_id(o, id);
    with_id++;
    distinct += first == o->objects[i];
    assert_ptr_equal(hhp__index_get(&document->ids, id, strlen(id)), first);
    assert_int_equal(o->objects[i]->has_duplicate_id, first != o->objects[i]);
  }
  assert_int_equal(document->ids.count, distinct);
  assert_int_equal(document->duplicates, with_id - distinct);
  for (size_t i = 0; i < w->handle_count; i++)
    assert_references_lead(o, w->handles[i]);
}

static void assert_pointers_lead(world *w) {
  for (int i = 0; i < 20; i++) {
    hhp_object *object = w->handles[roll_below(&w->dice, w->handle_count)];
    const hhp__entity *entity = hhp__entity_of(object);
    const hhp__field *field = &entity->fields[roll_below(&w->dice, entity->field_count)];
    if (field->shape == HHP__SHAPE_OBJECT)
      field = NULL;
    char *pointer = NULL;
    hhp_status status = hhp_object_pointer(object, field, SIZE_MAX, &pointer);
    assert_int_equal(status, is_in_plan(object) ? HHP_OK : HHP_ERR_NOT_FOUND);
    if (status != HHP_OK)
      continue;
    hhp_object *found;
    const hhp_field *found_field;
    size_t index;
    assert_int_equal(hhp_plan_resolve(w->plan, pointer, &found, &found_field, &index), HHP_OK);
    assert_ptr_equal(found, object);
    assert_ptr_equal(found_field, field);
    hhp_free(pointer);
  }
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The findings without their lines, in the order of their texts, since a plan in memory has them by rule. */
static char **findings_of(const hhp_report *report) {
  size_t count = hhp_report_count(report);
  char **texts = calloc(count + 1, sizeof(*texts));
  assert_non_null(texts);
  own(texts, free);
  for (size_t i = 0; i < count; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    const char *entity = hhp_finding_entity(f);
    const char *remedy = hhp_finding_remedy(f, HHP_LANG_EN);
    texts[i] = text_of("%s %d %d %s %s\n  %s\n  %s\n  %s", hhp_finding_rule(f), (int)hhp_finding_severity(f),
                       (int)hhp_finding_is_waived(f), hhp_finding_pointer(f), entity == NULL ? "-" : entity,
                       hhp_finding_message(f, HHP_LANG_DA), hhp_finding_message(f, HHP_LANG_EN),
                       remedy == NULL ? "-" : remedy);
  }
  qsort(texts, count, sizeof(*texts), by_text);
  return texts;
}

static void assert_same_findings(const hhp_report *a, const hhp_report *b) {
  char **of_a = findings_of(a), **of_b = findings_of(b);
  for (size_t i = 0; of_a[i] != NULL || of_b[i] != NULL; i++)
    assert_string_equal(of_a[i] == NULL ? "" : of_a[i], of_b[i] == NULL ? "" : of_b[i]);
}

/* What the reader knows to be plain has no finding. */
static void assert_plain_texts_have_no_findings(const order *o, const hhp_plan *plan, const hhp_check_options *options,
                                                const hhp_report *report) {
  static uint64_t plain[MOST_HANDLES];
  hhp_report *thorough = new_report();
  for (size_t i = 0; i < o->count; i++) {
    plain[i] = o->objects[i]->plain;
    o->objects[i]->plain = 0;
  }
  assert_int_equal(hhp_plan_validate(plan, options, thorough), HHP_OK);
  for (size_t i = 0; i < o->count; i++)
    o->objects[i]->plain = plain[i];
  assert_same_findings(report, thorough);
}

/* The text is freed before the findings are read, and before the plan is. */
static hhp_report *check_and_free(const char *json, size_t length, const hhp_check_options *options) {
  hhp_report *report = new_report();
  char *copy = malloc(length);
  assert_non_null(copy);
  memcpy(copy, json, length);
  assert_int_equal(hhp_check(copy, length, options, report), HHP_OK);
  free(copy);
  return report;
}

static hhp_plan *parse(const char *json, size_t length) {
  hhp_plan *plan = NULL;
  hhp_report *report = new_report();
  char *copy = malloc(length);
  assert_non_null(copy);
  memcpy(copy, json, length);
  if (hhp_plan_parse(&plan, copy, length, report) != HHP_OK)
    fail_msg("%s", findings_of(report)[0]);
  free(copy);
  return plan;
}

/* The same for a plan. */
static hhp_report *validate_and_free(const char *json, size_t length, const hhp_check_options *options) {
  hhp_report *report = new_report();
  hhp_plan *plan = parse(json, length);
  assert_int_equal(hhp_plan_validate(plan, options, report), HHP_OK);
  hhp_plan_free(plan);
  return report;
}

static hhp_plan *assert_judged_as_its_text(world *w, const order *o) {
  static const int32_t stages[] = {HHP_STAGE_DRAFT, HHP_STAGE_PREQUAL, HHP_STAGE_FULL};
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, stages[roll_below(&w->dice, COUNT_OF(stages))]), HHP_OK);
  assert_int_equal(hhp_check_options_set_today(options, 20170301), HHP_OK);
  const char *json = dump_of(w->plan);
  size_t length = strlen(json);
  hhp_report *of_plan = new_report();
  assert_int_equal(hhp_plan_validate(w->plan, options, of_plan), HHP_OK);
  assert_same_findings(of_plan, check_and_free(json, length, options));
  assert_same_findings(of_plan, validate_and_free(json, length, options));
  assert_plain_texts_have_no_findings(o, w->plan, options, of_plan);
  hhp_plan *copy = parse(json, length);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(w->plan, copy, &diff), HHP_OK);
  assert_int_equal(hhp_diff_count(diff), 0);
  hhp_diff_free(diff);
  assert_string_equal(dump_of(copy), json);
  return copy;
}

/* Texts of blanks alone count as missing; none of some_text() is longer than three bytes. */
static int is_filled(const hhp_object *object, const hhp__field *field) {
  if (field->type != HHP__TEXT)
    return hhp__is_given(object, field);
  return hhp__is_given(object, field) && strlen(hhp__text_at(object, field)) > 3;
}

/* The reader refuses an object without its required members. A list gets one element, an object that is empty is
 * none. */
static int give_required(world *w, hhp_object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  int given = 0;
  if (object->parent != NULL && !hhp__is_list(hhp__field_in_parent(object)) && hhp__is_empty(object))
    return 0;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (!field->is_required || is_filled(object, field))
      continue;
    given = 1;
    if (field->type == HHP__ID)
      assert_int_equal(hhp_set_text(object, field, text_of("nyt-%d", (int)w->new_ids++)), HHP_OK);
    else if (field->shape == HHP__SHAPE_ENTITIES)
      assert_int_equal(hhp_insert_object(object, field, 0, text_of("nyt-%d", (int)w->new_ids++), NULL), HHP_OK);
    while (!is_filled(object, field))
      set_value(w, field->shape == HHP__SHAPE_OBJECT ? hhp__object_at(object, field) : object,
                field->shape == HHP__SHAPE_OBJECT ? hhp__entities[field->target].fields : field);
  }
  return given;
}

static void walk_anew(world *w, order *o) {
  o->count = 0;
  walk(o, (hhp_object *)w->plan);
}

/* The id of something that the field may refer to, or NULL. */
static const char *referable(world *w, const order *o, const hhp__field *field) {
  size_t start = (size_t)roll_below(&w->dice, o->count);
  for (size_t i = 0; i < o->count; i++) {
    hhp_object *object = o->objects[(start + i) % o->count];
    if (object->entity == field->target && hhp__id_of(object) != NULL && !object->has_duplicate_id)
      return hhp__id_of(object);
  }
  return NULL;
}

static int leads(const hhp_object *object, const hhp__field *field, const char *id) {
  return hhp__object_with_id(object, field->target, id) != NULL;
}

/* The rules about contents are not checked while references lead nowhere. */
static void correct_references(world *w, const order *o, hhp_object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->type == HHP__REF && hhp__text_at(object, field) != NULL &&
        !leads(object, field, hhp__text_at(object, field)))
      (void)hhp_set_text(object, field, referable(w, o, field));
    for (size_t k = 0; field->type == HHP__REFS && k < hhp_get_count(object, field); k++) {
      const char *id = referable(w, o, field);
      if (leads(object, field, hhp_get_text_at(object, field, k)))
        continue;
      if (id != NULL)
        assert_int_equal(hhp_insert_text(object, field, k, id), HHP_OK);
      assert_int_equal(hhp_remove(object, field, k + (id != NULL)), HHP_OK);
      k -= id == NULL;
    }
  }
}

static void complete(world *w, order *o) {
  walk_anew(w, o);
  for (size_t i = 0; i < o->count && roll_below(&w->dice, 40) != 0; i++)
    correct_references(w, o, o->objects[i]);
  int given;
  do {
    walk_anew(w, o);
    given = 0;
    for (size_t i = 0; i < o->count; i++)
      given |= give_required(w, o->objects[i]);
  } while (given);
}

/* Removes elements until the plan is small. */
static void trim(world *w, const order *o) {
  for (size_t i = o->count; o->count > MANY_OBJECTS && i-- > 1;) {
    hhp_object *object = o->objects[i];
    if (object->parent != NULL && hhp__is_list(hhp__field_in_parent(object)) && roll_below(&w->dice, 2) == 0)
      assert_int_equal(hhp_remove(object->parent, hhp__field_in_parent(object), object->index), HHP_OK);
  }
}

static void inspect(world *w) {
  static order o;
  walk_anew(w, &o);
  assert_ids_lead(w, &o);
  complete(w, &o);
  assert_ids_lead(w, &o);
  assert_pointers_lead(w);
  hhp_plan *copy = assert_judged_as_its_text(w, &o);
  trim(w, &o);
  if (roll_below(&w->dice, 6) == 0 || w->handle_count > MOST_HANDLES - 500)
    take_plan(w, copy);
  else
    hhp_plan_free(copy);
}

/* Replaces ids in the text by a few, so that several objects have the same. */
static char *with_duplicate_ids(dice *d, const char *json) {
  static const char before[] = "\"id\": \"";
  char *text = copy_of(json); /* no id of the file is shorter than the new ones */
  for (char *at = strstr(text, before); at != NULL; at = strstr(at + 1, before)) {
    char *id = at + sizeof(before) - 1, *end = strchr(id, '"');
    if (roll_below(d, 3) == 0)
      continue;
    *id = (char)('a' + roll_below(d, 4));
    memmove(id + 1, end, strlen(end) + 1);
  }
  return text;
}

static void fresh_plan(world *w) {
  size_t length = 0;
  hhp_plan *plan = NULL;
  if (roll_below(&w->dice, 6) == 0) {
    assert_int_equal(hhp_plan_new(&plan), HHP_OK);
    take_plan(w, plan);
    return;
  }
  const char *json = source_text("tests/faults/every.helhedsplan.json", &length);
  if (roll_below(&w->dice, 4) == 0)
    json = plan_text("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'a', 'title': ' B', 'parent': 'a'}]");
  else if (roll_below(&w->dice, 2) == 0)
    json = with_duplicate_ids(&w->dice, json);
  assert_int_equal(hhp_plan_parse(&plan, json, strlen(json), NULL), HHP_OK);
  take_plan(w, plan);
}

static void edits_keep_the_plan_whole(void **state) {
  (void)state;
  static world w;
  w = (world){.dice = {seed}};
  for (uint64_t i = 0; i < operations; i++) {
    if (i % 600 == 0)
      fresh_plan(&w);
    operate(&w);
    if (i % BURST == 0) {
      inspect(&w);
      release_all(NULL);
    }
  }
  inspect(&w);
  hhp_plan_free(w.plan);
  assert_true(w.changes > operations / 8);
}

int main(int argc, char **argv) {
  if (argc > 1)
    operations = strtoull(argv[1], NULL, 10);
  if (argc > 2)
    seed = strtoull(argv[2], NULL, 10);
  static const struct CMUnitTest tests[] = {TEST(edits_keep_the_plan_whole)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
