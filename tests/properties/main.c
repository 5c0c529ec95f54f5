/* Draws plans, and tries every property on each.
 *
 * properties [PLANS [SEED [PROPERTY]]]
 *
 * A failure prints the seed of its plan: `properties 1 SEED PROPERTY` repeats it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"

enum { MOST_FAILURES = 3, MOST_FIELDS = 400, LEAST_RULES = 50 };

typedef struct {
  const char *name;
  property *holds;
  size_t cases, failures;
} tried_property;

static tried_property S_properties[] = {
    {"data: dump and parse keep all of it", keeps_its_data, 0, 0},
    {"ways: text, plan and generic core give the same findings", is_the_same_by_all_ways, 0, 0},
    {"places: every pointer leads to its place in the text", places_are_right, 0, 0},
    {"mirror: a diff is the mirror of the diff the other way round", differs_as_its_mirror, 0, 0},
    {"equal: a diff is empty exactly when the plans are equal", differs_when_unequal, 0, 0},
    {"order: lists without meaning may be in any order", order_has_no_meaning, 0, 0},
    {"ids: other ids give the same findings", ids_have_no_meaning, 0, 0},
    {"x-: such members change no finding", extensions_have_no_meaning, 0, 0},
    {"scale: ten times the money gives the same verdicts", shares_have_no_scale, 0, 0},
    {"sums: roll-ups, co-financing and findings have the same sums", sums_agree, 0, 0},
    {"formats: each has the findings of the report", formats_agree, 0, 0},
    {"suggestions: what is suggested removes the finding", suggestions_help, 0, 0},
};
enum { PROPERTIES = sizeof(S_properties) / sizeof(S_properties[0]) };

/* What was drawn, so that a generator that draws too little is noticed. */
typedef struct {
  const hhp_field *fields[MOST_FIELDS];
  size_t field_count;
  char rules[1000]; /* by the number of the rule */
  size_t findings;
} variety;

static void S_note_fields(void *user, json_t *object, const hhp_entity *entity) {
  variety *v = user;
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    size_t k = 0;
    while (k < v->field_count && v->fields[k] != field)
      k++;
    if (k == v->field_count && k < MOST_FIELDS && json_object_get(object, hhp_field_name(field)) != NULL)
      v->fields[v->field_count++] = field;
  }
}

static void S_note(variety *v, const trial *t) {
  visit_objects(t->tree, S_note_fields, v);
  v->findings += hhp_report_count(t->report);
  for (size_t i = 0; i < hhp_report_count(t->report); i++)
    v->rules[atoi(hhp_finding_rule(hhp_report_at(t->report, i)) + 2)] = 1;
}

static size_t S_rule_count(const variety *v) {
  size_t count = 0;
  for (size_t i = 0; i < sizeof(v->rules); i++)
    count += (size_t)v->rules[i];
  return count;
}

/* Fields of entities that belong to plans. */
static size_t S_all_fields(void) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    count += hhp_entity_is_editable(entity) ? hhp_entity_field_count(entity) : 0;
  }
  return count;
}

/* The plan of a seed: always the same one. */
static trial S_begin(uint64_t seed) {
  trial t = {.random.state = seed};
  t.tree = draw_plan(&t.random);
  char *json = json_dumps(t.tree, JSON_INDENT(2) | (random_once_in(&t.random, 3) ? JSON_ENSURE_ASCII : 0));
  text_puts(&t.json, json);
  free(json);
  int32_t stage = (int32_t)random_below(&t.random, HHP_STAGE_FULL + 1);
  int32_t day = (int32_t)(2014 + random_below(&t.random, 9)) * 10000 + 615;
  if (hhp_check_options_new(&t.options) != HHP_OK || hhp_check_options_set_stage(t.options, stage) != HHP_OK ||
      (!random_once_in(&t.random, 8) && hhp_check_options_set_today(t.options, day) != HHP_OK))
    abort();
  t.report = check_text(&t, t.json.bytes, t.json.length);
  if (hhp_report_set_path(t.report, "planer/plan.helhedsplan.json") != HHP_OK)
    abort();
  return t;
}

static void S_end(trial *t) {
  json_decref(t->tree);
  text_free(&t->json);
  text_free(&t->detail);
  hhp_check_options_free(t->options);
  hhp_report_free(t->report);
}

static void S_try(tried_property *p, trial *t, uint64_t seed) {
  t->random.state = seed ^ UINT64_C(0x5851f42d4c957f2d);
  t->cases = 0;
  text_clear(&t->detail);
  const char *bad = p->holds(t);
  p->cases += t->cases;
  if (bad == NULL)
    return;
  if (p->failures++ < MOST_FAILURES)
    printf("FAILED for the plan of seed %" PRIu64 ": %s\n  %s: %s\n", seed, p->name, bad, t->detail.bytes);
}

static int S_is_wanted(const tried_property *p, const char *only) {
  return only == NULL || strncmp(p->name, only, strlen(only)) == 0;
}

static int S_print(const variety *v, size_t plans, const char *only) {
  size_t failures = 0, untried = 0;
  for (size_t i = 0; i < PROPERTIES; i++) {
    const tried_property *p = &S_properties[i];
    if (!S_is_wanted(p, only))
      continue;
    printf("%8zu cases  %s%s\n", p->cases, p->name, p->failures > 0 ? ": FAILED" : "");
    failures += p->failures;
    untried += p->cases == 0;
  }
  printf("%zu plans with %zu findings of %zu rules; %zu of %zu fields occurred; %zu failures\n", plans, v->findings,
         S_rule_count(v), v->field_count, S_all_fields(), failures);
  if (plans >= 100 && (v->field_count != S_all_fields() || S_rule_count(v) < LEAST_RULES || untried > 0)) {
    printf("too little was drawn: every field has to occur, %d rules, and cases for each property\n", LEAST_RULES);
    return 1;
  }
  return failures == 0 ? 0 : 1;
}

int main(int argc, char **argv) {
  size_t plans = argc > 1 ? strtoul(argv[1], NULL, 10) : 300;
  uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  const char *only = argc > 3 ? argv[3] : NULL;
  static variety v;
  for (size_t n = 0; n < plans; n++) {
    trial t = S_begin(seed + n);
    S_note(&v, &t);
    for (size_t i = 0; i < PROPERTIES; i++) {
      if (S_is_wanted(&S_properties[i], only))
        S_try(&S_properties[i], &t, seed + n);
    }
    S_end(&t);
  }
  return S_print(&v, plans, only);
}
