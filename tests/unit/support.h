/* Shared by the unit tests: documents written with single quotes, checks that verify the invariants of every report,
 * and a pool that is freed after each test, including failed ones. */
#ifndef HHP_TESTS_SUPPORT_H
#define HHP_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <helhedsplan/helhedsplan.h>

#if defined(__MINGW32__) /* whose printf would be that of Windows */
#  define LIKE_PRINTF(text, first) __attribute__((format(gnu_printf, text, first)))
#elif defined(__GNUC__)
#  define LIKE_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#  define LIKE_PRINTF(text, first)
#endif

/* A test that uses the pool, which is freed after it. The test fails if anything else is still allocated or open. */
#define TEST(function) cmocka_unit_test_teardown(function, release_and_count)
int release_and_count(void **state);
int release_all(void **state);

/* The required members of a plan; ids, pointers and positions in the tests depend on them. In single quotes. */
#define HEAD \
  "'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': 'A'"

/* Members for 10 local of 100 kroner: HP401 and HP403, at the contributions. */
#define LOW_SHARE                                                                                             \
  "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}], 'governance': {'leads': ['k']}, 'period': " \
  "{'start': '2016-01-01',"                                                                                   \
  "'end': '2019-12-31'}, 'financing': {'grant': {'awarded': 90}, 'contributions': [{'parties': ['k'], 'amount': 10}]}"

/* Texts, all owned by the pool. quoted() turns single quotes into double ones; plan_text() appends the members to
 * HEAD. */
char *text_of(const char *format, ...) LIKE_PRINTF(1, 2);
char *quoted(const char *text);
char *plan_text(const char *format, ...) LIKE_PRINTF(1, 2);
char *exact_copy(const char *bytes, size_t length); /* without a byte after it, for AddressSanitizer */
char *copy_of(const char *text);

/* A file of the source tree, by relative path; for the corpus, the file expanded by tests/corpus/corpus.py. */
const char *source_path(const char *path);
char *source_text(const char *path, size_t *length);

/* Objects, also owned by the pool. */
hhp_report *new_report(void);
hhp_check_options *new_options(void);
hhp_render_options *new_render_options(void);
hhp_plan *new_plan(void);
hhp_plan *plan_of(const char *json);
hhp_plan *plan_from(const char *path);
hhp_scheme *scheme_of(const char *json);
char *dump_of(const hhp_plan *plan);
char *rendered(const hhp_report *report, int32_t format, const hhp_render_options *options);
void own(void *thing, void (*let_go)(void *));
void own_plan(hhp_plan *plan);

/* Checks. The texts, order and counts of all findings are verified; if the document can be read, the plan must have
 * the same findings as its text. */
hhp_report *check_bytes(const char *json, size_t length, const hhp_check_options *options);
hhp_report *check_text(const char *json);
hhp_report *check_plan(const char *format, ...) LIKE_PRINTF(1, 2); /* of the members after HEAD */
hhp_report *check_at(int32_t stage, const char *json);
hhp_report *check_file(const char *path);
hhp_report *validate(const hhp_plan *plan, const hhp_check_options *options);
void assert_well_said(const hhp_report *report);

/* Access to reports. */
size_t count_of(const hhp_report *report, const char *rule);
const hhp_finding *nth(const hhp_report *report, const char *rule, size_t n);
const hhp_finding *only(const hhp_report *report, const char *rule); /* exactly one */
void assert_none(const hhp_report *report, const char *rule);
void set_line(hhp_finding *finding, size_t line);              /* as if it had been located there */
const char *rules_of(const hhp_report *report, int32_t least); /* "HP401 HP403", at or above that severity, sorted */
const char *text_argument(const hhp_finding *finding, const char *name);
int32_t argument_kind(const hhp_finding *finding, const char *name);

/* Pseudo-random numbers, the same in every run. */
typedef struct {
  uint64_t state;
} dice;
uint64_t roll(dice *d);
uint64_t roll_below(dice *d, uint64_t limit);
int64_t roll_amount(dice *d); /* of any magnitude up to INT64_MAX */

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
