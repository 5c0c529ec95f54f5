/* A plan, reports, options and static data that are only read may be shared by threads; each gets the result of a
 * single thread. Run under ThreadSanitizer (tests/abi/run_threads.py) this also shows that nothing is written
 * meanwhile. With the argument "race" a thread breaks the rule and edits the plan, which ThreadSanitizer must
 * detect. */
#define _POSIX_C_SOURCE 200809L
#include "support.h"

#include <pthread.h>
#include <string.h>

enum { THREADS = 3, ROUNDS = 2, FORMATS = HHP_FORMAT_HTML + 1, LANGS = HHP_LANG_EN + 1 };

/* A report that has not been read, so its messages are not formatted yet, and the expected result. */
typedef struct {
  const hhp_report *report;
  const char *rendered[FORMATS][LANGS];
} shared_report;

/* Opens when all threads are there; macOS has no barriers. */
typedef struct {
  pthread_mutex_t lock;
  pthread_cond_t open;
  int missing;
} gate;

static void S_pass(gate *start) {
  pthread_mutex_lock(&start->lock);
  if (--start->missing == 0)
    pthread_cond_broadcast(&start->open);
  while (start->missing > 0)
    pthread_cond_wait(&start->open, &start->lock);
  pthread_mutex_unlock(&start->lock);
}

typedef struct {
  hhp_plan *plan; /* edited only by the thread that races */
  const char *text;
  const char *dump;
  const char *schema;
  const hhp_check_options *options;
  const hhp_render_options *render[LANGS];
  shared_report in_memory;
  shared_report of_text;
  hhp_cofinancing_result money;
  uint64_t checksum; /* a checksum over all introspection data */
  gate start;
} shared;

typedef struct {
  shared *s;
  int faults; /* number of differences; asserted by the main thread, since cmocka supports no other */
  int is_racing;
} work;

/* --- The work of each thread --- */

static int S_differs(const char *text, const char *expected) {
  return text == NULL || strcmp(text, expected) != 0;
}

static void S_read_finding(work *w, const hhp_finding *finding) {
  const hhp_rule *rule = hhp_rule_find(hhp_finding_rule(finding));
  w->faults += S_differs(hhp_finding_slug(finding), hhp_rule_slug(rule));
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    const char *message = hhp_finding_message(finding, lang), *remedy = hhp_finding_remedy(finding, lang);
    w->faults += message == NULL || message != hhp_finding_message(finding, lang);
    w->faults += remedy == NULL || remedy != hhp_finding_remedy(finding, lang);
  }
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    const char *name = hhp_finding_argument_name(finding, i);
    w->faults += hhp_argument_title(name, HHP_LANG_DA) == NULL;
    if (hhp_finding_argument_kind(finding, i) == HHP_ARGUMENT_TEXT)
      w->faults += hhp_finding_argument_text(finding, i) == NULL;
    else
      w->faults += hhp_finding_number(finding, name) != hhp_finding_argument_number(finding, i);
  }
  for (size_t i = 0; i < hhp_finding_related_count(finding); i++)
    w->faults += hhp_finding_related_pointer(finding, i) == NULL;
}

/* Messages are formatted on first use: all threads use them at once. */
static void S_read_report(work *w, const shared_report *one) {
  for (size_t i = 0; i < hhp_report_count(one->report); i++)
    S_read_finding(w, hhp_report_at(one->report, i));
}

static void S_render(work *w, const shared_report *one) {
  for (int32_t format = HHP_FORMAT_TEXT; format < FORMATS; format++) {
    if (format == HHP_FORMAT_CSV || format == HHP_FORMAT_TSV)
      continue; /* of tables */
    for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
      char *out = NULL;
      w->faults += hhp_report_render(one->report, format, w->s->render[lang], &out, NULL) != HHP_OK;
      w->faults += S_differs(out, one->rendered[format][lang]);
      hhp_free(out);
    }
  }
}

static void S_validate(work *w) {
  hhp_report *report = NULL;
  w->faults += hhp_report_new(&report) != HHP_OK;
  w->faults += hhp_plan_validate(w->s->plan, w->s->options, report) != HHP_OK;
  w->faults += hhp_report_count(report) != hhp_report_count(w->s->in_memory.report);
  w->faults += hhp_check(w->s->text, HHP_NUL_TERMINATED, w->s->options, report) != HHP_OK;
  w->faults += hhp_report_count(report) != hhp_report_count(w->s->of_text.report);
  hhp_report_free(report);
}

static void S_roll_up(work *w) {
  for (int32_t by = HHP_ROLLUP_BY_PARTY; by <= HHP_ROLLUP_BY_FOCUS_AREA; by++) {
    hhp_rollup *rollup = NULL;
    w->faults += hhp_plan_rollup(w->s->plan, by, &rollup) != HHP_OK;
    w->faults += hhp_rollup_total(rollup) == NULL;
    hhp_rollup_free(rollup);
  }
}

static void S_write(work *w) {
  char *json = NULL;
  w->faults += hhp_plan_dump(w->s->plan, &json, NULL) != HHP_OK;
  w->faults += S_differs(json, w->s->dump);
  hhp_free(json);
  json = NULL;
  w->faults += hhp_json_schema(HHP_JSON_SCHEMA_2020_12, &json, NULL) != HHP_OK;
  w->faults += S_differs(json, w->s->schema);
  hhp_free(json);
}

static void S_diff(work *w) {
  hhp_diff *diff = NULL;
  w->faults += hhp_plan_diff(w->s->plan, w->s->plan, &diff) != HHP_OK;
  w->faults += hhp_diff_count(diff) != 0;
  hhp_diff_free(diff);
}

/* The texts of x- members are written when first asked for, too. */
static void S_read_extensions(work *w, const hhp_object *object) {
  const hhp_entity *entity = hhp_object_entity(object);
  for (size_t i = 0; i < hhp_extension_count(object); i++) {
    const char *name = hhp_extension_name_at(object, i), *text = hhp_get_extension(object, name);
    w->faults += text == NULL || text != hhp_get_extension(object, name);
  }
  for (size_t i = 0; i < hhp_entity_field_count(entity); i++) {
    const hhp_field *field = hhp_entity_field_at(entity, i);
    if (hhp_field_type(field) == HHP_FIELD_OBJECT && !hhp_field_is_list(field))
      S_read_extensions(w, hhp_get_object(object, field));
    for (size_t k = 0; k < hhp_get_count(object, field) && hhp_field_type(field) == HHP_FIELD_OBJECT; k++)
      S_read_extensions(w, hhp_get_object_at(object, field, k));
  }
}

static void S_read_plan(work *w) {
  const hhp_plan *plan = w->s->plan;
  hhp_cofinancing_result money;
  memset(&money, 0, sizeof money);
  w->faults += hhp_plan_cofinancing(plan, NULL, &money, sizeof money) != HHP_OK;
  w->faults += memcmp(&money, &w->s->money, sizeof money) != 0;
  w->faults += hhp_plan_title(plan) == NULL;
  for (size_t i = 0; i < hhp_plan_activity_count(plan); i++) {
    const hhp_activity *activity = hhp_plan_activity_at(plan, i);
    w->faults += hhp_plan_find_activity(plan, hhp_activity_id(activity)) != activity;
    for (size_t k = 0; k < hhp_activity_goal_count(activity); k++)
      w->faults += hhp_activity_goal_at(activity, k) == NULL;
  }
}

static uint64_t S_sum(uint64_t sum, const char *text) {
  for (; text != NULL && *text != '\0'; text++)
    sum = sum * 31 + (unsigned char)*text;
  return sum + 1;
}

static uint64_t S_of_field(uint64_t sum, const hhp_field *field) {
  sum = S_sum(S_sum(sum, hhp_field_name(field)), hhp_field_doc(field, HHP_LANG_DA));
  sum = S_sum(S_sum(sum, hhp_field_pattern(field)), hhp_entity_name(hhp_field_target(field)));
  for (int32_t function = HHP_FUNCTION_GET; function <= HHP_FUNCTION_FIND; function++)
    sum = S_sum(sum, hhp_field_function(field, function));
  return sum;
}

/* A checksum over all static data. */
static uint64_t S_introspect(void) {
  uint64_t sum = 0;
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    for (size_t k = 0; k < hhp_entity_field_count(entity); k++)
      sum = S_of_field(sum, hhp_entity_field_at(entity, k));
  }
  for (size_t i = 0; i < hhp_enum_count(); i++) {
    for (size_t k = 0; k < hhp_enum_word_count(hhp_enum_at(i)); k++)
      sum = S_sum(sum, hhp_enum_title_at(hhp_enum_at(i), k, HHP_LANG_EN));
  }
  for (size_t i = 0; i < hhp_rule_count(); i++)
    sum = S_sum(sum, hhp_rule_rationale(hhp_rule_at(i), HHP_LANG_DA));
  for (size_t i = 0; i < hhp_scheme_count(); i++)
    sum = S_sum(sum, hhp_scheme_area_title_en(hhp_scheme_focus_area_at(hhp_scheme_at(i), 0)));
  return sum;
}

/* All begin at once. The messages of one report are requested one by one, those of the other by rendering it. */
static void *S_run(void *argument) {
  work *w = argument;
  S_pass(&w->s->start);
  if (w->is_racing)
    w->faults += hhp_plan_set_title(w->s->plan, "Rediger ikke, mens andre læser") != HHP_OK;
  S_read_extensions(w, (const hhp_object *)w->s->plan);
  for (int i = 0; i < ROUNDS; i++) {
    S_read_plan(w);
    S_validate(w);
    S_read_report(w, i == 0 ? &w->s->of_text : &w->s->in_memory);
    S_render(w, i == 0 ? &w->s->in_memory : &w->s->of_text);
    S_roll_up(w);
    S_write(w);
    S_diff(w);
    w->faults += S_introspect() != w->s->checksum;
  }
  return NULL;
}

/* --- The shared data, and the result of a single thread --- */

static hhp_check_options *S_options(void) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_today(options, 20170101), HHP_OK);
  assert_int_equal(hhp_check_options_set_line_hashes(options, 1), HHP_OK);
  return options;
}

static hhp_report *S_filled(const shared *s, int is_text) {
  hhp_report *report = new_report();
  assert_int_equal(hhp_report_set_path(report, "plan.helhedsplan.json"), HHP_OK);
  assert_int_equal(is_text ? hhp_check(s->text, HHP_NUL_TERMINATED, s->options, report)
                           : hhp_plan_validate(s->plan, s->options, report),
                   HHP_OK);
  assert_true(hhp_report_count(report) > 0);
  return report;
}

static void S_share_report(const shared *s, shared_report *one, int is_text) {
  const hhp_report *alike = S_filled(s, is_text);
  for (int32_t format = HHP_FORMAT_TEXT; format < FORMATS; format++) {
    if (format == HHP_FORMAT_CSV || format == HHP_FORMAT_TSV)
      continue; /* of tables */
    for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++)
      one->rendered[format][lang] = rendered(alike, format, s->render[lang]);
  }
  one->report = S_filled(s, is_text);
}

static void S_free_text(void *text) {
  hhp_free(text);
}

static void S_prepare(shared *s, const char *path) {
  size_t length = 0;
  char *schema = NULL;
  *s = (shared){.plan = plan_from(path), .text = source_text(path, &length), .options = S_options()};
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    hhp_render_options *options = new_render_options();
    assert_int_equal(hhp_render_options_set_lang(options, lang), HHP_OK);
    assert_int_equal(hhp_render_options_set_show(options, HHP_SEVERITY_INFO), HHP_OK);
    s->render[lang] = options;
  }
  s->dump = dump_of(s->plan);
  assert_int_equal(hhp_json_schema(HHP_JSON_SCHEMA_2020_12, &schema, NULL), HHP_OK);
  own(schema, S_free_text);
  s->schema = schema;
  assert_int_equal(hhp_plan_cofinancing(s->plan, NULL, &s->money, sizeof s->money), HHP_OK);
  s->checksum = S_introspect();
  S_share_report(s, &s->in_memory, 0);
  S_share_report(s, &s->of_text, 1);
}

static int S_share(const char *path, int is_racing) {
  shared s;
  S_prepare(&s, path);
  work works[THREADS];
  pthread_t threads[THREADS];
  s.start = (gate){PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, THREADS};
  for (int i = 0; i < THREADS; i++) {
    works[i] = (work){&s, 0, is_racing && i == 0};
    assert_int_equal(pthread_create(&threads[i], NULL, S_run, &works[i]), 0);
  }
  int faults = 0;
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    faults += works[i].faults;
  }
  pthread_cond_destroy(&s.start.open);
  pthread_mutex_destroy(&s.start.lock);
  return faults;
}

static void threads_share_a_plan_and_its_reports(void **state) {
  (void)state;
  assert_int_equal(S_share("examples/vollsmose-2016-2020.helhedsplan.json", 0), 0);
}

static void threads_share_a_plan_with_extensions(void **state) {
  (void)state;
  assert_int_equal(S_share("tests/corpus/roundtrip/everything.helhedsplan.json", 0), 0);
}

static void a_race_can_be_detected(void **state) {
  (void)state;
  S_share("examples/vollsmose-2016-2020.helhedsplan.json", 1);
}

int main(int count, char **arguments) {
  static const struct CMUnitTest race[] = {TEST(a_race_can_be_detected)};
  static const struct CMUnitTest tests[] = {TEST(threads_share_a_plan_and_its_reports),
                                            TEST(threads_share_a_plan_with_extensions)};
  if (count > 1 && strcmp(arguments[1], "race") == 0)
    return cmocka_run_group_tests(race, NULL, NULL);
  return cmocka_run_group_tests(tests, NULL, NULL);
}
