/* Fails each allocation of each kind of call, once, and from there on. The call must return HHP_ERR_NOMEM, leak
 * nothing and change nothing, and succeed when memory is available again.
 *
 *   faults FOLDER [FIRST STRIDE]
 *
 * FOLDER has the documents: every.helhedsplan.json, broken.json and scheme.json. The plans with a finding for each rule
 * are those of the corpus, in the folder of the variable HHP_PLANS_DIR. With FIRST and STRIDE, only the first
 * allocations of a call are failed one by one, and after them each STRIDE-th, a prime, so as not to keep step with what
 * is written finding by finding; and the first allocation of every place in the code. Saved files go into a new folder
 * in TMPDIR, which is removed at the end.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults/allocator.h"
#include "faults/edits.h"
#include "faults/scenarios.h"
#include "rollup/rollup.h"

enum { MOST_SHOWN = 40 };

static size_t S_first, S_stride = 1;
static size_t S_tried, S_failed, S_survived;

static void S_fail(const char *name, size_t n, int goes_on, const char *what) {
  if (S_failed++ < MOST_SHOWN)
    printf("%s, allocation %zu%s: %s\n", name, n, goes_on ? " and all after it" : "", what);
}

static int S_is_equal(const text *a, const text *b) {
  return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static void S_dump(const hhp_plan *plan, text *out) {
  char *json = NULL;
  size_t length = 0;
  text_clear(out);
  if (hhp_plan_dump(plan, &json, &length) == HHP_OK)
    text_add(out, json, length);
  hhp_free(json);
}

/* Whether the target is unchanged. */
static int S_is_untouched(const fixture *f) {
  text now = {0};
  text_add_file(&now, f->target);
  int is_old = now.length == strlen(old_content) && memcmp(now.bytes, old_content, now.length) == 0;
  text_free(&now);
  return is_old;
}

/* No temporary file may be left beside the target. */
static int S_is_alone(const fixture *f) {
  text pattern = {0};
  glob_t found;
  text_puts(&pattern, f->target);
  text_puts(&pattern, "?*");
  int is_alone = glob(pattern.bytes, 0, NULL, &found) == GLOB_NOMATCH;
  if (!is_alone)
    globfree(&found);
  text_free(&pattern);
  return is_alone;
}

static void S_put_back(fixture *f) {
  if (!f->is_saved)
    return;
  FILE *file = fopen(f->target, "wb");
  if (file == NULL || fputs(old_content, file) < 0 || fclose(file) != 0) {
    fprintf(stderr, "%s cannot be written\n", f->target);
    exit(2);
  }
  f->is_saved = 0;
}

/* The error; NULL if there is none. */
static const char *S_judge_success(const scenario *s, const fixture *f, int is_hit, const text *expected,
                                   text *actual) {
  describe(f, actual);
  if (!S_is_equal(expected, actual))
    return "success, but the result is another";
  if (is_hit && s->spare == NULL && !faults_hit_libc())
    return "success, though an allocation failed";
  S_survived += is_hit != 0;
  return NULL;
}

static const char *S_judge_failure(const fixture *f, hhp_status status, int is_hit) {
  if (status != HHP_ERR_NOMEM)
    return hhp_status_name(status);
  if (!is_hit)
    return "HHP_ERR_NOMEM, though no allocation failed";
  if (made_anything(f))
    return "HHP_ERR_NOMEM, and a result all the same";
  if (hhp_report_count(f->made_report) > 0)
    return "HHP_ERR_NOMEM, and findings all the same";
  if (!S_is_untouched(f))
    return "HHP_ERR_NOMEM, and a file is written all the same";
  return S_is_alone(f) ? NULL : "a file is left behind";
}

/* One run with the n-th allocation failing. Returns whether there was such an allocation. */
static int S_run(const scenario *s, fixture *f, size_t n, int goes_on, const text *expected, const text *plan) {
  text now = {0};
  S_put_back(f);
  text_clear(&now);
  long blocks = faults_blocks();
  faults_begin(n, goes_on);
  hhp_status status = s->run(f);
  int is_hit = faults_end();
  S_tried++;
  const char *bad =
      status == HHP_OK ? S_judge_success(s, f, is_hit, expected, &now) : S_judge_failure(f, status, is_hit);
  clear_made(f);
  if (bad == NULL && faults_blocks() != blocks)
    bad = "something has leaked";
  S_dump(f->plan, &now);
  if (bad == NULL && !S_is_equal(plan, &now))
    bad = "the plan has changed";
  text_free(&now);
  if (bad != NULL)
    S_fail(s->name, n, goes_on, bad);
  return is_hit;
}

/* Whether the allocation is among those of the stride. */
static int S_is_tried(size_t n) {
  return n <= S_first || (n - S_first) % S_stride == 0;
}

typedef struct {
  size_t allocations, places; /* places in the code that no call before has allocated in */
} extent;

static extent S_try(const scenario *s, fixture *f) {
  text expected = {0};
  text plan = {0};
  size_t counts[2];
  S_dump(f->plan, &plan);
  f->is_saved = 1; /* possibly of the scenario before */
  S_put_back(f);
  for (int is_second = 0; is_second <= 1;
       is_second++) { /* which has what a first run makes and keeps, as all others have */
    clear_made(f);
    S_put_back(f);
    if (is_second)
      faults_begin_notes();
    if (s->run(f) != HHP_OK)
      S_fail(s->name, 0, 0, "does not even succeed with all the memory there is");
  }
  size_t place_count;
  const size_t *places = faults_end_notes(&place_count);
  describe(f, &expected);
  clear_made(f);
  for (size_t i = 0; i < place_count; i++) {
    if (!S_is_tried(places[i]))
      S_run(s, f, places[i], 0, &expected, &plan);
  }
  for (int goes_on = 0; goes_on <= 1; goes_on++) {
    counts[goes_on] = 0;
    while (S_run(s, f, counts[goes_on], goes_on, &expected, &plan))
      counts[goes_on] += counts[goes_on] < S_first ? 1 : S_stride;
    if (counts[goes_on] == 0 && faults_sees_all())
      S_fail(s->name, 0, goes_on, "allocates nothing");
  }
  text_free(&expected);
  text_free(&plan);
  return (extent){counts[0], place_count};
}

static void S_try_all(const scenario *all, size_t count, fixture *f) {
  for (size_t i = 0; i < count; i++) {
    extent found = S_try(&all[i], f);
    printf("%-36s %6zu allocations%s, %zu new places\n", all[i].name, found.allocations,
           S_stride > 1 && found.allocations > S_first ? ", about" : "", found.places);
  }
}

/* A plan for each finding, checked. With a stride, an allocation is failed where no call before has allocated. */
static void S_try_rules(fixture *f) {
  const text *every = f->every;
  size_t first = S_first, plans = 0, places = 0;
  text pattern = {0};
  glob_t found = {0};
  if (S_stride > 1)
    S_first = 0;
  text_puts(&pattern, getenv("HHP_PLANS_DIR") == NULL ? "." : getenv("HHP_PLANS_DIR"));
  text_puts(&pattern, "/tests/corpus/rules/*/fail-*.json");
  if (glob(pattern.bytes, 0, NULL, &found) != 0)
    S_fail(pattern.bytes, 0, 0, "there are no such plans");
  for (size_t i = 0; i < found.gl_pathc; i++) {
    if (strstr(found.gl_pathv[i], ".report.json") != NULL)
      continue;
    text document = {0};
    text_add_file(&document, found.gl_pathv[i]);
    f->every = &document;
    scenario check = check_scenario;
    check.name = found.gl_pathv[i];
    places += S_try(&check, f).places;
    plans++;
    text_free(&document);
  }
  printf("%-36s %6zu plans, %zu new places\n", "check of a plan for each finding", plans, places);
  f->every = every;
  S_first = first;
  globfree(&found);
  text_free(&pattern);
}

/* The texts of a finding are created on first use. Without memory they are NULL, and available at the next try. */
static void S_try_words(fixture *f, size_t i, int32_t lang, const char *(*say)(const hhp_finding *, int32_t)) {
  hhp_report *report = NULL;
  if (hhp_report_new(&report) != HHP_OK || hhp_check(f->every->bytes, f->every->length, NULL, report) != HHP_OK)
    abort();
  const hhp_finding *finding = hhp_report_at(report, i);
  int is_hit = 1;
  for (size_t n = 0; is_hit; n++) {
    faults_begin(n, 1);
    const char *words = say(finding, lang);
    is_hit = faults_end();
    S_tried++;
    if ((words == NULL) != is_hit)
      S_fail(hhp_finding_rule(finding), n, 1, "its words are there without memory, or missing with it");
    if (n == 0 && !is_hit)
      S_fail(hhp_finding_rule(finding), n, 1, "its words take no memory");
  }
  hhp_report_free(report);
}

static void S_try_all_words(fixture *f) {
  long blocks = faults_blocks();
  for (size_t i = 0; i < hhp_report_count(f->findings); i++) {
    for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
      S_try_words(f, i, lang, hhp_finding_message);
      S_try_words(f, i, lang, hhp_finding_remedy);
    }
  }
  if (faults_blocks() != blocks)
    S_fail("the words of findings", 0, 1, "something has leaked");
  printf("%-36s %6zu findings\n", "the words of findings", hhp_report_count(f->findings));
}

/* A plan whose arenas are full to the last byte, so that the next object or text needs more. */
static hhp_plan *S_full_plan(const fixture *f) {
  hhp_plan *plan = NULL;
  if (hhp_plan_parse(&plan, f->every->bytes, f->every->length, NULL) != HHP_OK)
    abort();
  faults_begin(0, 1);
  while (hhp__arena_bytes(&plan->object.document->arena, 1) != NULL)
    ;
  while (hhp_plan_set_lbf_number(plan, "1") == HHP_OK)
    ;
  faults_end();
  return plan;
}

static const char *S_judge_edit(const edit *e, hhp_plan *plan, hhp_status status, int is_hit, const text *before,
                                const text *after) {
  text now = {0};
  const char *bad = NULL;
  S_dump(plan, &now);
  if (status != HHP_OK && status != HHP_ERR_NOMEM)
    bad = hhp_status_name(status);
  else if ((status == HHP_ERR_NOMEM) != is_hit)
    bad = is_hit ? "success, though an allocation failed" : "HHP_ERR_NOMEM, though no allocation failed";
  else if (!S_is_equal(&now, is_hit ? before : after))
    bad = is_hit ? "the plan has changed" : "the change was not made";
  else if (is_hit && e->make(any_object(plan, e->entity)) != HHP_OK)
    bad = "the change cannot be made when there is memory again";
  S_dump(plan, &now);
  if (bad == NULL && !S_is_equal(&now, after))
    bad = "the change is made differently after a failure";
  text_free(&now);
  return bad;
}

static int S_run_edit(const edit *e, const fixture *f, size_t n, int goes_on, const text *before, const text *after) {
  long blocks = faults_blocks();
  hhp_plan *plan = S_full_plan(f);
  hhp__object *object = any_object(plan, e->entity);
  faults_begin(n, goes_on);
  hhp_status status = e->make(object);
  int is_hit = faults_end();
  S_tried++;
  const char *bad = S_judge_edit(e, plan, status, is_hit, before, after);
  hhp_plan_free(plan);
  if (bad == NULL && faults_blocks() != blocks)
    bad = "something has leaked";
  if (bad == NULL && n == 0 && is_hit != e->needs_memory)
    bad = is_hit ? "allocates, but should not have to" : "allocates nothing";
  if (bad != NULL)
    S_fail(e->name, n, goes_on, bad);
  return is_hit;
}

static void S_try_edit(const edit *e, const fixture *f) {
  text before = {0};
  text after = {0};
  hhp_plan *plan = S_full_plan(f);
  S_dump(plan, &before);
  if (e->make(any_object(plan, e->entity)) != HHP_OK)
    S_fail(e->name, 0, 0, "does not even succeed with all the memory there is");
  S_dump(plan, &after);
  hhp_plan_free(plan);
  for (int goes_on = 0; goes_on <= 1; goes_on++) {
    for (size_t n = 0; S_run_edit(e, f, n, goes_on, &before, &after); n++)
      ;
  }
  text_free(&before);
  text_free(&after);
}

/* The status for a row, if that many bytes of memory are left. */
static hhp_status S_add_row(hhp_rollup *rollup, size_t left, int goes_on, int *is_hit) {
  static const char key[] = "en-noegle", da[] = "En titel, dansk", en[] = "A title in English, longer";
  hhp__arena_bytes(&rollup->arena, 1);
  hhp__arena_bytes(&rollup->arena, (size_t)(rollup->arena.end - rollup->arena.next) - left);
  faults_begin(0, goes_on);
  const hhp_rollup_row *row = hhp__rollup_add(rollup, HHP_ROLLUP_ROW_ONE, key, (hhp__phrase){da, en});
  *is_hit = faults_end();
  if (row == NULL)
    return rollup->status;
  int is_whole = hhp_rollup_row_key(row) != NULL && strcmp(hhp_rollup_row_key(row), key) == 0 &&
                 strcmp(hhp_rollup_row_title(row, HHP_LANG_DA), da) == 0 &&
                 strcmp(hhp_rollup_row_title(row, HHP_LANG_EN), en) == 0;
  return is_whole ? HHP_OK : HHP_ERR_IO; /* no status of the call */
}

/* A row is complete or not made, wherever among its parts the memory ends. */
static void S_try_rows(void) {
  enum { ENOUGH = 500 };
  for (size_t left = 0; left <= ENOUGH; left++) {
    for (int goes_on = 0, is_hit; goes_on <= 1; goes_on++) {
      hhp_rollup *rollup = calloc(1, sizeof(*rollup));
      if (rollup == NULL)
        abort();
      rollup->by = HHP_ROLLUP_BY_YEAR;
      hhp_status status = S_add_row(rollup, left, goes_on, &is_hit);
      hhp_rollup_free(rollup);
      S_tried++;
      if (status != (is_hit ? HHP_ERR_NOMEM : HHP_OK))
        S_fail("a row of a roll-up", left, goes_on, "is made in part, or without memory");
    }
  }
  printf("%-36s %6d sizes\n", "a row of a roll-up", ENOUGH + 1);
}

/* The documents and the path for saved plans, which outlive everything else. */
typedef struct {
  text every, broken, scheme, source, folder, target;
} papers;

static void S_read(text *out, const char *folder, const char *name) {
  text path = {0};
  text_puts(&path, folder);
  text_puts(&path, "/");
  text_puts(&path, name);
  text_add_file(out, path.bytes);
  text_free(&path);
}

static void S_read_all(papers *p, const char *folder) {
  S_read(&p->every, folder, "every.helhedsplan.json");
  S_read(&p->broken, folder, "broken.json");
  S_read(&p->scheme, folder, "scheme.json");
  text_puts(&p->source, folder);
  text_puts(&p->source, "/every.helhedsplan.json");
}

/* A later version of the document: with other texts, order of lists, amounts, ids and x- members. */
static hhp_plan *S_later(const text *every) {
  static const char *const changes[][2] = {
      {"\"Sammen.\"", "\"Hver...\""},
      {"Kilde 1", "Kilde 3"},
      {"Kilde 2", "Kilde 1"},
      {"\"ene\"", "\"nye\""},
      {"\"Bold\"", "\"Boks\""},
      {"\"Ann\"", "\"Ane\""},
      {"\"Bo\"", "\"Ib\""},
      {"\"Eva\"", "\"Ida\""},
      {"10000000", "10500000"},
      {"\"timer\"", "\"tider\""},
      {"\"amount\": 1\n", "\"amount\": 3\n"},
      {"2031", "2032"},
      {"x-tal", "x-tbl"},
      {"12345678901234567", "12345678901234568"},
      {"\"Mere ro\"", "\"NI- RO!\""},
  };
  text later = {0};
  hhp_plan *plan = NULL;
  text_add(&later, every->bytes, every->length);
  for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
    char *place = strstr(later.bytes, changes[i][0]);
    if (place == NULL || strlen(changes[i][0]) != strlen(changes[i][1])) {
      fprintf(stderr, "every.helhedsplan.json lacks %s\n", changes[i][0]);
      exit(2);
    }
    memcpy(place, changes[i][1], strlen(changes[i][1]));
  }
  hhp_status status = hhp_plan_parse(&plan, later.bytes, later.length, NULL);
  text_free(&later);
  return status == HHP_OK ? plan : NULL;
}

static void S_make_folder(text *folder) {
  const char *base = getenv("TMPDIR");
  text_puts(folder, base == NULL ? "/tmp" : base);
  text_puts(folder, "/hhp-faults-XXXXXX");
  if (mkdtemp(folder->bytes) == NULL) {
    perror(folder->bytes);
    exit(2);
  }
}

static void S_set_up(fixture *f, papers *p) {
  const text *every = &p->every;
  S_make_folder(&p->folder);
  text_puts(&p->target, p->folder.bytes);
  text_puts(&p->target, "/saved.helhedsplan.json");
  *f = (fixture){.every = every, .broken = &p->broken, .scheme = &p->scheme, .source = p->source.bytes};
  f->target = p->target.bytes;
  f->tree = json_loadb(every->bytes, every->length, 0, NULL);
  f->wide = wide_plan();
  f->other = S_later(every);
  if (f->tree == NULL || f->wide == NULL || f->other == NULL ||
      hhp_plan_parse(&f->plan, every->bytes, every->length, NULL) != HHP_OK || hhp_report_new(&f->findings) != HHP_OK ||
      hhp_check(every->bytes, every->length, NULL, f->findings) != HHP_OK ||
      hhp_plan_diff(f->plan, f->other, &f->diff) != HHP_OK) {
    fprintf(stderr, "the documents cannot be read\n");
    exit(2);
  }
}

static void S_tear_down(fixture *f, papers *p) {
  json_decref(f->tree);
  hhp_plan_free(f->plan);
  hhp_plan_free(f->wide);
  hhp_plan_free(f->other);
  hhp_diff_free(f->diff);
  hhp_report_free(f->findings);
  unlink(p->target.bytes);
  if (rmdir(p->folder.bytes) != 0)
    perror(p->folder.bytes);
  text_free(&p->folder);
  text_free(&p->target);
  text_free(&p->every);
  text_free(&p->broken);
  text_free(&p->scheme);
  text_free(&p->source);
}

int main(int argc, char **argv) {
  if (argc == 4) {
    S_first = strtoul(argv[2], NULL, 10);
    S_stride = strtoul(argv[3], NULL, 10);
  }
  if ((argc != 2 && argc != 4) || S_stride == 0) {
    fprintf(stderr, "usage: faults FOLDER [FIRST STRIDE]\n");
    return 2;
  }
  fixture f;
  papers p = {0};
  S_read_all(&p, argv[1]);
  S_set_up(&f, &p);
  const char *missing = missing_field(f.plan);
  if (missing != NULL)
    S_fail("every.helhedsplan.json lacks a field", 0, 0, missing);
  faults_count_pieces(1);
  S_try_all(scenarios, scenario_count, &f);
  S_try_all(more_scenarios, more_scenario_count, &f);
  S_try_rules(&f);
  S_try_all_words(&f);
  faults_count_pieces(0); /* those that follow fill the arenas themselves */
  for (size_t i = 0; i < edit_count; i++)
    S_try_edit(&edits[i], &f);
  printf("%-36s %6zu\n", "changes of a plan", edit_count);
  S_try_rows();
  S_tear_down(&f, &p);
  printf("%zu calls without memory, %zu of them got by all the same; %zu failed\n", S_tried, S_survived, S_failed);
  return S_failed == 0 ? 0 : 1;
}
