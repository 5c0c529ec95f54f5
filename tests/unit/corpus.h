/* The corpus of rules: tests/corpus/rules/<rule>/ with plans that fail and plans that pass, and verdicts.tsv,
 * hand-written, with the expected findings of each. Errors are collected, so that a test reports all of them. */
#ifndef HHP_TESTS_CORPUS_H
#define HHP_TESTS_CORPUS_H

#include "unit/support.h"

/* A line of verdicts.tsv: an expected finding, or, with the rule "none", that no finding is expected. */
typedef struct {
  const char *file;
  const char *stage; /* draft, prequal, full; "-": by the plan's status */
  const char *today; /* a date; "-": none */
  const char *rule;
  const char *severity; /* error, warning, info; with ",waived" if it is waived */
  const char *pointer;
  const char *arguments; /* "name=number ..."; "-": none are relevant */
  size_t line;
} verdict;

typedef struct {
  const char *rule; /* name of the folder */
  char **files;     /* the plans, sorted, without the folder */
  size_t file_count;
  verdict *verdicts; /* in the order of the file */
  size_t verdict_count;
} folder;

/* All folders, sorted. Owned by the pool. */
size_t corpus_folders(folder **folders);
const folder *folder_of(const folder *folders, size_t count, const char *rule);

/* Whether a verdict is the first of those with its file, stage and today, which are adjacent. */
int is_first_of_group(const folder *f, size_t index);
int is_same_group(const verdict *a, const verdict *b);
const verdict *first_verdict(const folder *f, const char *file);

int is_fail_file(const char *file);
int is_pass_file(const char *file);

/* The path in the source tree. */
const char *corpus_path(const folder *f, const char *file);

/* The options of a verdict: its stage and today, and the scheme beside the plan, if any. */
hhp_check_options *options_of(const folder *f, const verdict *v);

/* Checks the plan with the options of the verdict. Free the report with hhp_report_free(). */
hhp_report *check_as(const folder *f, const verdict *v);

/* A JSON report without what other tests check: the wording, and the version of the library. Owned by the pool. */
const char *without_words(const char *report);

/* Collected errors. fail_on_faults() fails the test with all of them, if any. */
void fault(const char *format, ...) LIKE_PRINTF(1, 2);
void fail_on_faults(void);

#endif
