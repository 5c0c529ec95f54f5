/* A plan edited by calls that the bytes choose: the generic core, the functions of the fields, tables, ids, x- members,
 * hhp_plan_compact(). Afterwards both kinds of functions agree, every object is found by its pointer, and the plan is
 * checked as its text is. */
#include <stdlib.h>
#include <string.h>

#ifdef HHP_FUZZ_BY_NAME
#  include <dlfcn.h>
#endif

#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"
#include "support/same_findings.h"
#include "support/sound.h"

const size_t plan_begins_at = 0; /* there is no plan in these inputs */

enum { MOST_HANDLES = 300, MOST_CALLS = 400, TEXT_SIZE = 40 };

typedef struct {
  choices from;
  hhp_plan *plan;
  hhp_object *handles[MOST_HANDLES]; /* removed ones too */
  size_t count;
} world;

static const char *const S_ids[] = {"a", "b", "c", "goal-1", "plan-1", "Intet id", "", "x"};
static const char *const S_texts[] = {
    "Lektiehjælp", "",         "46.000.000 kr.", "31-12-2020",    "2016",          "ja",  "63,5", "12345678",
    "461",         " a; b ;c", "\xff",           "helhedsplan/1", "lbf-2015-2018", "=1+1"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* One of a few, or the next bytes themselves. The buffer is overwritten by the next call. */
static const char *S_text(world *w) {
  static char chosen[TEXT_SIZE];
  uint8_t how = choose_byte(&w->from);
  if (how < 96)
    return S_ids[how % COUNT(S_ids)];
  if (how < 224)
    return S_texts[how % COUNT(S_texts)];
  size_t length = 0;
  while (length < how % TEXT_SIZE && w->from.length > 0)
    chosen[length++] = (char)choose_byte(&w->from);
  chosen[length] = '\0';
  return chosen;
}

static int32_t S_number(world *w) {
  static const int32_t numbers[] = {0, 1, 2, 20160000, 20161231, 2016, HHP_ABSENT, -1, INT32_MAX, 20160230};
  uint8_t how = choose_byte(&w->from);
  return how < 200 ? numbers[how % COUNT(numbers)] : (int32_t)choose_number(&w->from);
}

static void S_keep(world *w, hhp_object *object) {
  if (object != NULL && w->count < MOST_HANDLES)
    w->handles[w->count++] = object;
}

/* The objects that are always there come with the one they belong to. */
static void S_keep_all(world *w, hhp_object *object) {
  const hhp_entity *entity = hhp_object_entity(object);
  S_keep(w, object);
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    if (hhp_field_type(field) == HHP_FIELD_OBJECT && !hhp_field_is_list(field))
      S_keep_all(w, hhp_get_object(object, field));
  }
}

/* --- The functions of a field, by their names --- */

#ifdef HHP_FUZZ_BY_NAME
/* A function of the library; the names are those of the introspection. */
static void S_find(const hhp_field *field, int32_t which, void *function, size_t size) {
  const char *name = hhp_field_function(field, which);
  void *found = name == NULL ? NULL : dlsym(RTLD_DEFAULT, name);
  must(found != NULL && size == sizeof(found), "a function of a field is missing");
  memcpy(function, &found, size);
}

static hhp_status S_set_text(hhp_object *object, const hhp_field *field, const char *value) {
  hhp_status (*set)(hhp_object *, const char *);
  S_find(field, HHP_FUNCTION_SET, &set, sizeof(set));
  return set(object, value);
}

static hhp_status S_set_number(hhp_object *object, const hhp_field *field, int32_t number) {
  hhp_status (*set)(hhp_object *, int32_t);
  S_find(field, HHP_FUNCTION_SET, &set, sizeof(set));
  return set(object, number);
}

static hhp_status S_set_kroner(hhp_object *object, const hhp_field *field, int64_t kroner) {
  hhp_status (*set)(hhp_object *, int64_t);
  S_find(field, HHP_FUNCTION_SET, &set, sizeof(set));
  return set(object, kroner);
}

static int S_is_same_text(const char *a, const char *b) {
  return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void S_compare_list(const hhp_object *object, const hhp_field *field) {
  size_t (*count)(const hhp_object *);
  const void *(*at)(const hhp_object *, size_t);
  S_find(field, HHP_FUNCTION_COUNT, &count, sizeof(count));
  S_find(field, HHP_FUNCTION_AT, &at, sizeof(at));
  size_t elements = hhp_get_count(object, field);
  must(count(object) == elements, "another count");
  for (size_t i = 0; i <= elements; i++) {
    if (hhp_field_type(field) == HHP_FIELD_OBJECT)
      must(at(object, i) == hhp_get_object_at(object, field, i), "another object in the list");
    else
      must(S_is_same_text(at(object, i), hhp_get_text_at(object, field, i)), "another text in the list");
  }
}

static void S_compare(const hhp_object *object, const hhp_field *field) {
  const void *(*get)(const hhp_object *);
  int32_t (*get_number)(const hhp_object *);
  int64_t (*get_kroner)(const hhp_object *);
  if (hhp_field_is_list(field)) {
    S_compare_list(object, field);
    return;
  }
  switch (hhp_field_type(field)) {
  case HHP_FIELD_OBJECT:
    S_find(field, HHP_FUNCTION_GET, &get, sizeof(get));
    must(get(object) == hhp_get_object(object, field), "another object");
    break;
  case HHP_FIELD_KRONER:
    S_find(field, HHP_FUNCTION_GET, &get_kroner, sizeof(get_kroner));
    must(get_kroner(object) == hhp_get_kroner(object, field), "another amount");
    break;
  case HHP_FIELD_WORD:
  case HHP_FIELD_TRUTH:
  case HHP_FIELD_NUMBER:
  case HHP_FIELD_DATE:
    S_find(field, HHP_FUNCTION_GET, &get_number, sizeof(get_number));
    must(get_number(object) == hhp_get_number(object, field), "another number");
    break;
  default:
    S_find(field, HHP_FUNCTION_GET, &get, sizeof(get));
    must(S_is_same_text(get(object), hhp_get_text(object, field)), "another text");
  }
}
#else
#  define S_set_text hhp_set_text
#  define S_set_number hhp_set_number
#  define S_set_kroner hhp_set_kroner
static void S_compare(const hhp_object *object, const hhp_field *field) {
  (void)hhp_is_given(object, field);
}
#endif

/* --- One call --- */

static void S_set(world *w, hhp_object *object, const hhp_field *field) {
  int by_name = choose_byte(&w->from) & 1;
  if (hhp_field_is_list(field))
    return;
  switch (hhp_field_type(field)) {
  case HHP_FIELD_OBJECT:
    return;
  case HHP_FIELD_KRONER: {
    int64_t kroner = choose_number(&w->from) / 1000003;
    (void)(by_name ? S_set_kroner(object, field, kroner) : hhp_set_kroner(object, field, kroner));
    return;
  }
  case HHP_FIELD_WORD:
  case HHP_FIELD_TRUTH:
  case HHP_FIELD_NUMBER:
  case HHP_FIELD_DATE: {
    int32_t number = S_number(w);
    (void)(by_name ? S_set_number(object, field, number) : hhp_set_number(object, field, number));
    return;
  }
  default: {
    const char *value = choose_byte(&w->from) < 20 ? NULL : S_text(w);
    (void)(by_name ? S_set_text(object, field, value) : hhp_set_text(object, field, value));
  }
  }
}

static void S_insert(world *w, hhp_object *object, const hhp_field *field) {
  size_t index = choose_below(&w->from, hhp_get_count(object, field) + 2);
  hhp_object *made = NULL;
  if (!hhp_field_is_list(field))
    return;
  if (hhp_field_type(field) != HHP_FIELD_OBJECT) {
    (void)hhp_insert_text(object, field, index, S_text(w));
    return;
  }
  const char *id = hhp_entity_has_id(hhp_field_target(field)) ? S_text(w) : NULL;
  if (w->count < MOST_HANDLES && hhp_insert_object(object, field, index, id, &made) == HHP_OK)
    S_keep_all(w, made);
}

static void S_extend(world *w, hhp_object *object) {
  static const char *const values[] = {"1", "[1,{\"a\":0.1}]", "\"\\u2028\"", "[", "1e400", "{\"a\":1,\"a\":2}"};
  uint8_t how = choose_byte(&w->from);
  (void)hhp_set_extension(object, how & 1 ? "x-a" : "x-b", how < 60 ? NULL : values[how % COUNT(values)]);
  (void)hhp_get_extension(object, "x-a");
}

static hhp_object *S_row(const world *w, const hhp_table *table, size_t number) {
  hhp_object *row = hhp_table_next(table, w->plan, NULL);
  for (; number > 0 && row != NULL; number--)
    row = hhp_table_next(table, w->plan, row);
  return row;
}

static void S_use_table(world *w) {
  const hhp_table *table = hhp_table_at(choose_below(&w->from, hhp_table_count()));
  const hhp_column *column = hhp_table_column_at(table, choose_below(&w->from, hhp_table_column_count(table)));
  uint8_t how = choose_byte(&w->from);
  hhp_object *row = S_row(w, table, how % 8), *made = NULL;
  if (how < 64) {
    if (w->count < MOST_HANDLES && hhp_table_add_row(table, w->plan, S_ids[how % 5], S_text(w), &made) == HHP_OK)
      S_keep_all(w, made);
  } else if (row != NULL && how < 80) {
    (void)hhp_table_remove_row(table, row);
  } else if (row != NULL) {
    (void)hhp_cell_set(row, column, S_text(w), how & 1 ? HHP_LANG_DA : HHP_LANG_EN);
  }
}

static void S_call(world *w) {
  hhp_object *object = w->handles[choose_below(&w->from, w->count)];
  const hhp_entity *entity = hhp_object_entity(object);
  const hhp_field *field = hhp_entity_field_at(entity, choose_below(&w->from, hhp_entity_field_count(entity)));
  size_t count = hhp_get_count(object, field);
  switch (choose_byte(&w->from) % 16) {
  case 0:
    (void)hhp_remove(object, field, choose_below(&w->from, count + 1));
    break;
  case 1:
    (void)hhp_move(object, field, choose_below(&w->from, count + 1), choose_below(&w->from, count + 1));
    break;
  case 2:
    (void)hhp_clear(object, field);
    break;
  case 3:
    S_extend(w, object);
    break;
  case 4:
    must(hhp_plan_compact(w->plan) == HHP_OK, "not compacted");
    break;
  case 5:
  case 6:
    S_use_table(w);
    break;
  case 7:
  case 8:
  case 9:
  case 10:
    S_insert(w, object, field);
    break;
  default:
    S_set(w, object, field);
  }
  S_compare(object, field);
}

/* --- What must hold --- */

static void S_resolve_all(const world *w) {
  for (size_t i = 0; i < w->count; i++) {
    char *pointer = NULL;
    hhp_object *found = NULL;
    const hhp_field *field = NULL;
    size_t index = 0;
    hhp_status status = hhp_object_pointer(w->handles[i], NULL, SIZE_MAX, &pointer);
    if (status == HHP_ERR_NOT_FOUND)
      continue; /* removed */
    must(status == HHP_OK, "no pointer");
    must(hhp_plan_resolve(w->plan, pointer, &found, &field, &index) == HHP_OK, "a pointer that leads nowhere");
    must(found == w->handles[i] || (field != NULL && hhp_get_object(found, field) == w->handles[i]),
         "a pointer that leads elsewhere");
    hhp_free(pointer);
  }
}

static void S_check_in_memory(const hhp_plan *plan, const hhp_report *of_text) {
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_plan_validate(plan, NULL, report) == HHP_OK, "not checked in memory");
  must(have_same_findings(report, of_text, SAME_WORDS), "other findings in memory");
  hhp_report_free(report);
}

static void S_check_text(const hhp_plan *plan) {
  char *json = NULL, *again = NULL;
  size_t length = 0, again_length = 0;
  hhp_plan *read = NULL;
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_plan_check(plan, NULL, report, &json, &length) == HHP_OK, "not checked");
  must_be_sound(unsound(report, json, length));
  if (hhp_plan_parse(&read, json, length, NULL) == HHP_OK) {
    must(hhp_plan_dump(read, &again, &again_length) == HHP_OK, "not written again");
    must(again_length == length && memcmp(again, json, length) == 0, "written differently again");
    S_check_in_memory(plan, report);
    hhp_free(again);
    hhp_plan_free(read);
  } else {
    must(hhp_report_error_count(report) > 0, "not read, for no reason");
  }
  hhp_free(json);
  hhp_report_free(report);
}

static void S_begin(world *w) {
  must(hhp_plan_new(&w->plan) == HHP_OK, "no plan");
  S_keep_all(w, (hhp_object *)w->plan);
  must(hhp_plan_set_id(w->plan, "plan-1") == HHP_OK && hhp_plan_set_title(w->plan, "Plan") == HHP_OK &&
           hhp_plan_set_status(w->plan, HHP_PLAN_STATUS_RUNNING) == HHP_OK &&
           hhp_plan_set_scheme(w->plan, "lbf-2015-2018") == HHP_OK && hhp_plan_set_area(w->plan, "Vollsmose") == HHP_OK,
       "not set");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  static world w;
  w = (world){.from = {bytes, length}};
  S_begin(&w);
  for (int calls = 0; w.from.length > 0 && calls < MOST_CALLS; calls++)
    S_call(&w);
  S_resolve_all(&w);
  S_check_text(w.plan);
  hhp_plan_free(w.plan);
  return 0;
}
