/* A plan that is only read, and a report that is only read, may be shared by threads; what each sees is the same. Run
 * under ThreadSanitizer this also shows that nothing is written meanwhile. */
#include "support.h"

#include <pthread.h>
#include <string.h>

enum { THREADS = 4, ROUNDS = 5 };

typedef struct {
  const hhp_plan *plan;
  const hhp_report *report;
  const char *dump; /* what each has to see */
  size_t findings;
  int faults; /* how often it saw something else; asserted by the main thread, since cmocka knows no other */
} work;

static void S_validate(work *w) {
  hhp_report *report = NULL;
  w->faults += hhp_report_new(&report) != HHP_OK;
  w->faults += hhp_plan_validate(w->plan, NULL, report) != HHP_OK;
  w->faults += hhp_report_count(report) != w->findings;
  hhp_report_free(report);
}

static void S_roll_up(work *w) {
  for (int32_t by = HHP_ROLLUP_BY_PARTY; by <= HHP_ROLLUP_BY_FOCUS_AREA; by++) {
    hhp_rollup *rollup = NULL;
    w->faults += hhp_plan_rollup(w->plan, by, &rollup) != HHP_OK;
    w->faults += hhp_rollup_total(rollup) == NULL;
    hhp_rollup_free(rollup);
  }
}

static void S_dump(work *w) {
  char *json = NULL;
  w->faults += hhp_plan_dump(w->plan, &json, NULL) != HHP_OK;
  w->faults += json == NULL || strcmp(json, w->dump) != 0;
  hhp_free(json);
}

static void S_diff(work *w) {
  hhp_diff *diff = NULL;
  w->faults += hhp_plan_diff(w->plan, w->plan, &diff) != HHP_OK;
  w->faults += hhp_diff_count(diff) != 0;
  hhp_diff_free(diff);
}

/* Messages are written when first asked for: all threads ask at once. */
static void S_read_messages(work *w) {
  for (size_t i = 0; i < hhp_report_count(w->report); i++) {
    const char *first = hhp_finding_message(hhp_report_at(w->report, i), HHP_LANG_DA);
    w->faults += first == NULL || first != hhp_finding_message(hhp_report_at(w->report, i), HHP_LANG_DA);
  }
}

static void *S_run(void *argument) {
  work *w = argument;
  S_read_messages(w);
  for (int i = 0; i < ROUNDS; i++) {
    S_validate(w);
    S_roll_up(w);
    S_dump(w);
    S_diff(w);
  }
  return NULL;
}

static void S_share(const char *path) {
  hhp_plan *plan = plan_from(path);
  hhp_report *report = NULL;
  assert_int_equal(hhp_report_new(&report), HHP_OK);
  assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
  assert_true(hhp_report_count(report) > 0);
  work works[THREADS];
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) {
    works[i] = (work){plan, report, dump_of(plan), hhp_report_count(report), 0};
    assert_int_equal(pthread_create(&threads[i], NULL, S_run, &works[i]), 0);
  }
  int faults = 0;
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    faults += works[i].faults;
  }
  hhp_report_free(report);
  assert_int_equal(faults, 0);
}

static void threads_share_a_plan_and_a_report(void **state) {
  (void)state;
  S_share("examples/vollsmose-2016-2020.helhedsplan.json");
}

static void threads_share_a_plan_with_members_of_its_own(void **state) {
  (void)state;
  S_share("tests/corpus/roundtrip/everything.helhedsplan.json");
}

int main(void) {
  const struct CMUnitTest tests[] = {TEST(threads_share_a_plan_and_a_report),
                                     TEST(threads_share_a_plan_with_members_of_its_own)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
