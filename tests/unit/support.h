/* What the unit tests share: documents written with single quotes, checks whose reports are held to what every report
 * has to be, and a pool that lets go of it all after each test, failed ones too. */
#ifndef HHP_TESTS_SUPPORT_H
#define HHP_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <helhedsplan/helhedsplan.h>

#if defined(__GNUC__)
#  define LIKE_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#  define LIKE_PRINTF(text, first)
#endif

/* A test that gives back what it took from here. */
#define TEST(function) cmocka_unit_test_teardown(function, release_all)
int release_all(void **state);

/* The members that a plan has to have; ids, pointers and the like in the tests rest on them. In single quotes. */
#define HEAD \
  "'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': 'A'"

/* Texts. All are the pool's. quoted() turns single quotes into double ones; plan_text() puts the members behind HEAD. */
char *text_of(const char *format, ...) LIKE_PRINTF(1, 2);
char *quoted(const char *text);
char *plan_text(const char *format, ...) LIKE_PRINTF(1, 2);
char *exact_copy(const char *bytes, size_t length); /* without a byte behind it, for AddressSanitizer to see */
char *copy_of(const char *text);

/* A file of the source tree, its path relative to it; of the corpus, the file that tests/corpus/corpus.py made whole. */
const char *source_path(const char *path);
char *source_text(const char *path, size_t *length);

/* Objects, also the pool's. */
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

/* Checks. Whatever is found has to be well said, in order and counted; where the document is sound, the plan read from it
 * has to be judged as its text is. */
hhp_report *check_bytes(const char *json, size_t length, const hhp_check_options *options);
hhp_report *check_text(const char *json);
hhp_report *check_plan(const char *format, ...) LIKE_PRINTF(1, 2); /* of the members behind HEAD */
hhp_report *check_at(int32_t stage, const char *json);
hhp_report *check_file(const char *path);
hhp_report *validate(const hhp_plan *plan, const hhp_check_options *options);
void assert_well_said(const hhp_report *report);

/* Looking into reports. */
size_t count_of(const hhp_report *report, const char *rule);
const hhp_finding *nth(const hhp_report *report, const char *rule, size_t n);
const hhp_finding *only(const hhp_report *report, const char *rule); /* there is exactly one */
void assert_none(const hhp_report *report, const char *rule);
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
