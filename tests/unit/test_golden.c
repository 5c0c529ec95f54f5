/* Compares reports with reviewed golden reports: of the examples, and of invalid documents. With HHP_UPDATE_GOLDEN
 * set, they are regenerated, for review. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/corpus.h"

static const struct {
  const char *document;
  const char *report;
} goldens[] = {
    {"examples/complete.helhedsplan.json", "tests/corpus/examples/complete.report.json"},
    {"examples/vollsmose-2016-2020.helhedsplan.json", "tests/corpus/examples/vollsmose-2016-2020.report.json"},
    {"examples/vollsmose-frame-kept.helhedsplan.json", "tests/corpus/examples/vollsmose-frame-kept.report.json"},
    {"examples/vollsmose-grant-kept.helhedsplan.json", "tests/corpus/examples/vollsmose-grant-kept.report.json"},
#define DOCUMENT(name) \
  { "tests/corpus/document/" name ".json", "tests/corpus/document/" name ".report.json" }
    DOCUMENT("empty"),
    DOCUMENT("truncated"),
    DOCUMENT("comma"),
    DOCUMENT("trailing"),
    DOCUMENT("byte-order-mark"),
    DOCUMENT("line-break"),
    DOCUMENT("number"),
    DOCUMENT("nested"),
    DOCUMENT("duplicate-member"),
    DOCUMENT("unknown-member"),
    DOCUMENT("missing-member"),
    DOCUMENT("wrong-type"),
    DOCUMENT("invalid-value"),
    DOCUMENT("ids-and-references"),
    DOCUMENT("format-and-scheme"),
    DOCUMENT("no-object"),
};

static void regenerate(const char *path, const char *text) {
  FILE *file = fopen(source_path(path), "wb");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void reports_equal_the_reviewed_ones(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(goldens); i++) {
    hhp_report *report = check_file(goldens[i].document);
    assert_int_equal(hhp_report_set_path(report, goldens[i].document), HHP_OK);
    const char *json = without_words(rendered(report, HHP_FORMAT_JSON, NULL));
    if (getenv("HHP_UPDATE_GOLDEN") != NULL)
      regenerate(goldens[i].report, json);
    const char *golden = source_text(goldens[i].report, NULL);
    if (strcmp(json, golden) != 0)
      fail_msg("%s is not %s, but:\n%s", goldens[i].document, goldens[i].report, json);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(reports_equal_the_reviewed_ones),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
