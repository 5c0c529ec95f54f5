/* The held corpus of rules: tests/corpus/rules/<rule>/ with plans that fail and plans that pass, and verdicts.tsv, which
 * says by hand what is to be found in each. Faults are gathered, so that a test names all that is wrong at once. */
#ifndef HHP_TESTS_CORPUS_H
#define HHP_TESTS_CORPUS_H

#include "unit/support.h"

/* A line of verdicts.tsv: an expected finding, or, with the rule "none", that no finding is expected. */
typedef struct {
  const char *file;
  const char *stage; /* draft, prequal, full; "-": as the status says */
  const char *today; /* a date; "-": none given */
  const char *rule;
  const char *severity; /* error, warning, info; with ",waived" where it is waived */
  const char *pointer;
  const char *arguments; /* "name=number ..."; "-": none that matter */
  size_t line;
} verdict;

typedef struct {
  const char *rule; /* the name of the folder */
  char **files;     /* the plans, sorted, without the folder */
  size_t file_count;
  verdict *verdicts; /* in the order of the file */
  size_t verdict_count;
} folder;

/* All folders, sorted. The pool's. */
size_t corpus_folders(folder **folders);
const folder *folder_of(const folder *folders, size_t count, const char *rule);

/* Whether a verdict is the first of those that share its file, stage and today; they stand together. */
int is_first_of_group(const folder *f, size_t index);
int is_same_group(const verdict *a, const verdict *b);
const verdict *first_verdict(const folder *f, const char *file);

int is_fail_file(const char *file);
int is_pass_file(const char *file);

/* The path within the source tree. */
const char *corpus_path(const folder *f, const char *file);

/* What a verdict's stage and today ask for, with the scheme beside the plan, if there is one. */
hhp_check_options *options_of(const folder *f, const verdict *v);

/* The plan checked as the verdict asks. Its own: hhp_report_free(). */
hhp_report *check_as(const folder *f, const verdict *v);

/* A JSON report without what other tests look at: the wording, and the version of the library. The pool's. */
const char *without_words(const char *report);

/* Gathered faults. fail_on_faults() fails the test with all of them, where there are any. */
void fault(const char *format, ...) LIKE_PRINTF(1, 2);
void fail_on_faults(void);

#endif
