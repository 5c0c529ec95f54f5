/* Reports held to those that were gone through by hand: of the examples, and of documents that are faulty on purpose.
 * With HHP_UPDATE_GOLDEN set, they are written anew, to be gone through again. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

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

static void let_go(void *json) {
  json_decref(json);
}

/* The report without what other tests look at: the wording, and the version of the library. */
static const char *without_words(const char *text) {
  json_t *report = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(report);
  own(report, let_go);
  assert_int_equal(json_object_del(json_object_get(report, "tool"), "version"), 0);
  json_t *findings = json_object_get(json_array_get(json_object_get(report, "files"), 0), "findings");
  size_t i;
  json_t *finding;
  json_array_foreach(findings, i, finding) {
    assert_int_equal(json_object_del(finding, "message"), 0);
    assert_int_equal(json_object_del(finding, "remedy"), 0);
  }
  char *json = json_dumps(report, JSON_INDENT(2));
  own(json, free);
  return text_of("%s\n", json);
}

static void write_anew(const char *path, const char *text) {
  FILE *file = fopen(source_path(path), "wb");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void reports_are_as_gone_through_by_hand(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(goldens); i++) {
    hhp_report *report = check_file(goldens[i].document);
    assert_int_equal(hhp_report_set_path(report, goldens[i].document), HHP_OK);
    const char *json = without_words(rendered(report, HHP_FORMAT_JSON, NULL));
    if (getenv("HHP_UPDATE_GOLDEN") != NULL)
      write_anew(goldens[i].report, json);
    const char *golden = source_text(goldens[i].report, NULL);
    if (strcmp(json, golden) != 0)
      fail_msg("%s is not %s, but:\n%s", goldens[i].document, goldens[i].report, json);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(reports_are_as_gone_through_by_hand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
