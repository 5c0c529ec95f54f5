/* Each rule with its corpus: plans at the boundary, with the findings of hand-written verdicts, and golden reports.
 * With HHP_UPDATE_GOLDEN set, the reports of files whose verdicts pass are regenerated. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/corpus.h"

enum { MOST_FINDINGS = 300 };

/* --- Comparison of a finding with a verdict --- */

/* Numbers are compared as numbers, texts byte by byte; texts in verdicts have no spaces. */
static int is_value(const hhp_finding *finding, size_t index, const char *value, size_t length) {
  const char *text = hhp_finding_argument_text(finding, index);
  if (hhp_finding_argument_kind(finding, index) != HHP_ARGUMENT_TEXT)
    text = text_of("%lld", (long long)hhp_finding_argument_number(finding, index));
  return text != NULL && strlen(text) == length && memcmp(text, value, length) == 0;
}

static int has_argument(const hhp_finding *finding, const char *name, size_t length, const char *value, size_t size) {
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    const char *other = hhp_finding_argument_name(finding, i);
    if (strlen(other) == length && memcmp(other, name, length) == 0)
      return is_value(finding, i, value, size);
  }
  return 0;
}

static int has_arguments(const hhp_finding *finding, const char *arguments) {
  if (strcmp(arguments, "-") == 0)
    return 1;
  for (const char *p = arguments; *p != '\0';) {
    const char *sign = strchr(p, '=');
    if (sign == NULL)
      return 0;
    size_t size = strcspn(sign + 1, " ");
    if (!has_argument(finding, p, (size_t)(sign - p), sign + 1, size))
      return 0;
    p = sign + 1 + size;
    p += strspn(p, " ");
  }
  return 1;
}

static const char *severity_of(const hhp_finding *finding) {
  const char *name = hhp_severity_name(hhp_finding_severity(finding));
  return hhp_finding_is_waived(finding) ? text_of("%s,waived", name) : name;
}

static int is_as_said(const hhp_finding *finding, const verdict *v) {
  return strcmp(hhp_finding_rule(finding), v->rule) == 0 && strcmp(severity_of(finding), v->severity) == 0 &&
         strcmp(hhp_finding_pointer(finding), v->pointer) == 0 && has_arguments(finding, v->arguments);
}

static const char *arguments_of(const hhp_finding *finding) {
  const char *text = "";
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    const char *name = hhp_finding_argument_name(finding, i);
    text = hhp_finding_argument_kind(finding, i) == HHP_ARGUMENT_TEXT
               ? text_of("%s %s=%s", text, name, hhp_finding_argument_text(finding, i))
               : text_of("%s %s=%lld", text, name, (long long)hhp_finding_argument_number(finding, i));
  }
  return text;
}

/* --- Comparison of a report with a group of verdicts --- */

static int say_what_is_missing(const folder *f, const verdict *v) {
  fault("%s:%zu: not found: %s %s \"%s\" %s (stage %s, today %s)", corpus_path(f, v->file), v->line, v->rule,
        v->severity, v->pointer, v->arguments, v->stage, v->today);
  return 0;
}

static int say_what_is_too_much(const folder *f, const verdict *group, const hhp_finding *finding) {
  fault("%s: found, but not expected: %s %s \"%s\"%s (stage %s, today %s)", corpus_path(f, group->file),
        hhp_finding_rule(finding), severity_of(finding), hhp_finding_pointer(finding), arguments_of(finding),
        group->stage, group->today);
  return 0;
}

static int take(const hhp_report *report, const verdict *v, char *is_taken) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    if (!is_taken[i] && is_as_said(hhp_report_at(report, i), v)) {
      is_taken[i] = 1;
      return 1;
    }
  }
  return 0;
}

static int holds(const folder *f, size_t first, const hhp_report *report) {
  char is_taken[MOST_FINDINGS] = {0};
  int is_right = 1;
  assert_true(hhp_report_count(report) <= MOST_FINDINGS);
  for (size_t i = first; i < f->verdict_count; i++) {
    const verdict *v = &f->verdicts[i];
    if (is_same_group(&f->verdicts[first], v) && strcmp(v->rule, "none") != 0 && !take(report, v, is_taken))
      is_right = say_what_is_missing(f, v);
  }
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    if (!is_taken[i])
      is_right = say_what_is_too_much(f, &f->verdicts[first], hhp_report_at(report, i));
  }
  return is_right;
}

static void compare_with_verdicts(const folder *f, size_t first) {
  hhp_report *report = check_as(f, &f->verdicts[first]);
  holds(f, first, report);
  hhp_report_free(report);
}

/* --- The tests --- */

static int has_file(const folder *f, const char *file) {
  for (size_t i = 0; i < f->file_count; i++) {
    if (strcmp(f->files[i], file) == 0)
      return 1;
  }
  return 0;
}

static void every_verdict_holds(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].verdict_count; k++) {
      if (is_first_of_group(&folders[i], k) && has_file(&folders[i], folders[i].verdicts[k].file))
        compare_with_verdicts(&folders[i], k);
    }
  }
  fail_on_faults();
}

static int says_rule(const folder *f, const char *file) {
  for (size_t i = 0; i < f->verdict_count; i++) {
    if (strcmp(f->verdicts[i].file, file) == 0 && strcmp(f->verdicts[i].rule, f->rule) == 0)
      return 1;
  }
  return 0;
}

static void look_at_file(const folder *f, const char *file, size_t *fails, size_t *passes) {
  const char *path = corpus_path(f, file);
  *fails += is_fail_file(file) ? 1 : 0;
  *passes += is_pass_file(file) ? 1 : 0;
  if (!is_fail_file(file) && !is_pass_file(file))
    fault("%s is called neither fail-... nor pass-...", path);
  if (first_verdict(f, file) == NULL)
    fault("%s has no verdict", path);
  else if (is_fail_file(file) && !says_rule(f, file))
    fault("%s is to fail, but no verdict says %s", path, f->rule);
  else if (is_pass_file(file) && says_rule(f, file))
    fault("%s is to pass, but a verdict says %s", path, f->rule);
}

/* "none" means no findings, so it must be the only line. */
static void look_at_verdict(const folder *f, const verdict *v) {
  if (!has_file(f, v->file))
    fault("tests/corpus/rules/%s/verdicts.tsv:%zu: there is no %s", f->rule, v->line, v->file);
  if (strcmp(v->rule, "none") != 0) {
    if (hhp_rule_find(v->rule) == NULL)
      fault("tests/corpus/rules/%s/verdicts.tsv:%zu: the library has no rule %s", f->rule, v->line, v->rule);
    return;
  }
  for (size_t i = 0; i < f->verdict_count; i++) {
    if (&f->verdicts[i] != v && is_same_group(&f->verdicts[i], v))
      fault("tests/corpus/rules/%s/verdicts.tsv:%zu: none, and yet line %zu", f->rule, v->line, f->verdicts[i].line);
  }
}

static void look_at_folder(const folder *f) {
  size_t fails = 0;
  size_t passes = 0;
  for (size_t i = 0; i < f->file_count; i++)
    look_at_file(f, f->files[i], &fails, &passes);
  for (size_t i = 0; i < f->verdict_count; i++)
    look_at_verdict(f, &f->verdicts[i]);
  if (fails == 0)
    fault("%s has no plan that fails", f->rule);
  if (passes == 0)
    fault("%s has no plan that passes", f->rule);
  if (hhp_rule_find(f->rule) == NULL)
    fault("tests/corpus/rules/%s is of no rule of the library", f->rule);
}

static void every_rule_has_plans_that_fail_and_that_pass(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const char *rule = hhp_rule_id(hhp_rule_at(i));
    if (folder_of(folders, count, rule) == NULL)
      fault("%s has no folder in tests/corpus/rules", rule);
  }
  for (size_t i = 0; i < count; i++)
    look_at_folder(&folders[i]);
  fail_on_faults();
}

/* Positions, order, counts, both languages; and the plan has the same findings as its text. */
static void every_report_is_consistent(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].verdict_count; k++) {
      const verdict *v = &folders[i].verdicts[k];
      if (!is_first_of_group(&folders[i], k) || !has_file(&folders[i], v->file))
        continue;
      size_t length = 0;
      const char *json = source_text(corpus_path(&folders[i], v->file), &length);
      check_bytes(json, length, options_of(&folders[i], v));
    }
  }
}

/* --- Golden reports --- */

static void regenerate(const char *path, const char *text) {
  FILE *file = fopen(source_path(path), "wb");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static const char *golden_at(const char *path) {
  FILE *file = fopen(source_path(path), "rb");
  if (file == NULL)
    return "";
  fclose(file);
  return source_text(path, NULL);
}

static void compare_with_golden(const folder *f, size_t first) {
  const char *file = f->verdicts[first].file;
  const char *path = corpus_path(f, text_of("%.*s.report.json", (int)(strlen(file) - strlen(".json")), file));
  hhp_report *report = check_as(f, &f->verdicts[first]);
  const char *json = without_words(rendered(report, HHP_FORMAT_JSON, NULL));
  if (getenv("HHP_UPDATE_GOLDEN") != NULL && holds(f, first, report))
    regenerate(path, json);
  hhp_report_free(report);
  const char *golden = golden_at(path);
  if (golden[0] == '\0')
    fault("%s is missing", path);
  else if (strcmp(golden, json) != 0)
    fault("%s is not what is reported of %s", path, file);
}

static void reports_equal_the_reviewed_ones(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  for (size_t i = 0; i < count; i++) {
    const folder *f = &folders[i];
    for (size_t k = 0; k < f->verdict_count; k++) {
      if (first_verdict(f, f->verdicts[k].file) == &f->verdicts[k] && has_file(f, f->verdicts[k].file))
        compare_with_golden(f, k);
    }
  }
  fail_on_faults();
}

/* With an argument, runs the tests whose names match it. */
int main(int count, char **arguments) {
  static const struct CMUnitTest tests[] = {
      TEST(every_verdict_holds),
      TEST(every_rule_has_plans_that_fail_and_that_pass),
      TEST(every_report_is_consistent),
      TEST(reports_equal_the_reviewed_ones),
  };
  if (count > 1)
    cmocka_set_test_filter(arguments[1]);
  return cmocka_run_group_tests(tests, NULL, NULL);
}
