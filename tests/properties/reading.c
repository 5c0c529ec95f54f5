/* Properties of reading and writing, and of places. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"
#include "support/place.h"
#include "support/same_findings.h"
#include "support/sound.h"

/* --- Data --- */

const char *keeps_its_data(trial *t) {
  hhp_plan *plan = plan_of(t->tree);
  char *json = NULL;
  const char *bad = NULL;
  if (plan == NULL || hhp_plan_dump(plan, &json, NULL) != HHP_OK) {
    hhp_plan_free(plan);
    return "not read and written";
  }
  json_t *written = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
  char *expected = json_dumps(t->tree, JSON_COMPACT), *found = json_dumps(written, JSON_COMPACT);
  if (found == NULL || strcmp(expected, found) != 0) /* the order of the members too */
    bad = wrong(t, "what is written is not what was read", found);
  t->cases++;
  free(expected);
  free(found);
  json_decref(written);
  hhp_free(json);
  hhp_plan_free(plan);
  return bad;
}

/* --- The generic core --- */

static int32_t S_date_of(const char *date) {
  int year = 0, month = 0, day = 0;
  (void)sscanf(date, "%d-%d-%d", &year, &month, &day);
  return year * 10000 + month * 100 + day;
}

static hhp_status S_fill(hhp_object *object, const json_t *tree);

static hhp_status S_set(hhp_object *object, const hhp_field *field, const json_t *value) {
  switch (hhp_field_type(field)) {
  case HHP_FIELD_WORD:
    return hhp_set_number(object, field, hhp_enum_number(hhp_field_enum(field), json_string_value(value)));
  case HHP_FIELD_TRUTH:
    return hhp_set_number(object, field, json_is_true(value));
  case HHP_FIELD_NUMBER:
    return hhp_set_number(object, field, (int32_t)json_integer_value(value));
  case HHP_FIELD_DATE:
    return hhp_set_number(object, field, S_date_of(json_string_value(value)));
  case HHP_FIELD_KRONER:
    return hhp_set_kroner(object, field, json_integer_value(value));
  case HHP_FIELD_OBJECT:
    return S_fill(hhp_get_object(object, field), value);
  default:
    return hhp_set_text(object, field, json_string_value(value));
  }
}

static hhp_status S_insert(hhp_object *object, const hhp_field *field, const json_t *list) {
  hhp_status status = HHP_OK;
  for (size_t i = 0; i < json_array_size(list) && status == HHP_OK; i++) {
    const json_t *element = json_array_get(list, i);
    hhp_object *made = NULL;
    if (json_is_string(element)) {
      status = hhp_insert_text(object, field, i, json_string_value(element));
      continue;
    }
    const hhp_field *id = hhp_entity_find_field(hhp_field_target(field), "id");
    int is_own_id = id != NULL && hhp_field_type(id) == HHP_FIELD_ID;
    const char *given = is_own_id ? json_string_value(json_object_get(element, "id")) : NULL;
    status = hhp_insert_object(object, field, i, given, &made);
    if (status == HHP_OK)
      status = S_fill(made, element);
  }
  return status;
}

static hhp_status S_extend(hhp_object *object, const char *name, const json_t *value) {
  char *json = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
  hhp_status status = hhp_set_extension(object, name, json);
  free(json);
  return status;
}

static hhp_status S_fill(hhp_object *object, const json_t *tree) {
  hhp_status status = HHP_OK;
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)(uintptr_t)tree, name, value) {
    const hhp_field *field = hhp_entity_find_field(hhp_object_entity(object), name);
    if (field == NULL)
      status = S_extend(object, name, value);
    else if (hhp_field_is_list(field))
      status = S_insert(object, field, value);
    else
      status = S_set(object, field, value);
    if (status != HHP_OK)
      break;
  }
  return status;
}

/* --- One verdict --- */

static const char *S_compare(trial *t, const hhp_report *other, const char *what) {
  how_to_compare how = {.what = SAME_WORDS};
  finding_lines a = lines_of_findings(t->report, how), b = lines_of_findings(other, how);
  const char *difference = first_difference(&a, &b), *bad = NULL;
  if (difference != NULL)
    bad = wrong(t, what, difference);
  t->cases += a.count;
  free_lines(&a);
  free_lines(&b);
  return bad;
}

static const char *S_compare_plan(trial *t, const hhp_plan *plan, const char *what) {
  hhp_report *report = NULL;
  char *json = NULL;
  size_t length = 0;
  if (hhp_report_new(&report) != HHP_OK || hhp_plan_validate(plan, t->options, report) != HHP_OK)
    abort();
  const char *bad = S_compare(t, report, what);
  if (bad == NULL && hhp_plan_check(plan, t->options, report, &json, &length) != HHP_OK)
    bad = "not checked as a text";
  if (bad == NULL)
    bad = S_compare(t, report, what);
  if (bad == NULL)
    bad = unsound(report, json, length);
  hhp_free(json);
  hhp_report_free(report);
  return bad;
}

const char *is_the_same_by_all_ways(trial *t) {
  hhp_plan *read = NULL, *built = NULL;
  const char *bad = NULL;
  if (hhp_plan_parse(&read, t->json.bytes, t->json.length, NULL) != HHP_OK || hhp_plan_new(&built) != HHP_OK)
    bad = "not read";
  else if (S_fill((hhp_object *)built, t->tree) != HHP_OK)
    bad = "not built by the generic core";
  if (bad == NULL)
    bad = S_compare_plan(t, read, "other findings on the plan that was read");
  if (bad == NULL)
    bad = S_compare_plan(t, built, "other findings on the plan that was built");
  hhp_plan_free(read);
  hhp_plan_free(built);
  return bad;
}

/* --- Places --- */

/* A finding on an object that lacks something marks its opening brace. */
static int S_is_marked(const hhp_finding *f, const char *json, size_t offset, size_t length) {
  if (hhp_finding_offset(f) != offset)
    return 0;
  return hhp_finding_length(f) == length || (hhp_finding_length(f) == 1 && json[offset] == '{');
}

static const char *S_bad_place(const trial *t, const hhp_finding *f) {
  size_t offset = 0, length = 0, line = 0, column = 0;
  const char *json = t->json.bytes;
  if (!find_place(json, hhp_finding_pointer(f), &offset, &length))
    return "a pointer leads nowhere";
  if (!S_is_marked(f, json, offset, length))
    return "a finding does not mark the value that its pointer leads to";
  count_lines(json, t->json.length, offset, &line, &column);
  if (line != hhp_finding_line(f) || column != hhp_finding_column(f))
    return "a finding has another line or column";
  count_lines(json, t->json.length, offset + hhp_finding_length(f), &line, &column);
  if (line != hhp_finding_end_line(f) || column != hhp_finding_end_column(f))
    return "a finding ends on another line or column";
  for (size_t i = 0; i < hhp_finding_related_count(f); i++) {
    if (!find_place(json, hhp_finding_related_pointer(f, i), &offset, &length))
      return "a related pointer leads nowhere";
    count_lines(json, t->json.length, offset, &line, &column);
    if (line != hhp_finding_related_line(f, i) || column != hhp_finding_related_column(f, i))
      return "a related place has another line or column";
  }
  return NULL;
}

static const char *S_unresolved(const hhp_plan *plan, const hhp_finding *f) {
  hhp_object *object = NULL;
  const hhp_field *field = NULL;
  size_t index = 0;
  hhp_status status = hhp_plan_resolve(plan, hhp_finding_pointer(f), &object, &field, &index);
  if (status == HHP_OK || strstr(hhp_finding_pointer(f), "/x-") != NULL)
    return NULL;
  return "a pointer is not resolved";
}

const char *places_are_right(trial *t) {
  hhp_plan *plan = plan_of(t->tree);
  const char *bad = unsound(t->report, t->json.bytes, t->json.length);
  for (size_t i = 0; i < hhp_report_count(t->report) && bad == NULL; i++) {
    const hhp_finding *f = hhp_report_at(t->report, i);
    bad = S_bad_place(t, f);
    if (bad == NULL)
      bad = S_unresolved(plan, f);
    if (bad != NULL)
      wrong(t, bad, hhp_finding_message(f, HHP_LANG_EN));
    t->cases += 1 + hhp_finding_related_count(f);
  }
  hhp_plan_free(plan);
  return bad;
}
