/* JUnit XML: one suite per file, one case per finding. Across runs, a case is identified by its class and name, and of
 * two equal ones one is dropped: so the name is the rule and the pointer, made unique. */
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/phrase.h"
#include "base/safe.h"
#include "render/ci_select.h"
#include "render/report_facts.h"
#include "render/xml.h"
#include "report/constant_words.h"

/* GitLab accepts 30 MB and 250,000 objects, of which a case has at most 14: its element, the child element, their
 * attributes and texts, and the white space between. It keeps 255 characters of a name. */
enum { MOST_CASES = 15000, MOST_BYTES = 24000000, LONGEST_NAME = 240, LONGEST_PATH = 4096, LONGEST_TEXT = 4000 };

typedef struct {
  size_t tests, failures, errors, skipped;
} S_counts;

typedef struct {
  const hhp_render_options *options;
  int is_strict;
  hhp__buffer suites;
  hhp__index names; /* class and name of each case; the value counts the cases that begin with that name */
  hhp__arena arena;
  S_counts sum;
  size_t listed; /* number of findings with a case of their own */
} S_document;

typedef struct {
  S_document *document;
  const hhp_report *report;
  hhp__buffer path;
  hhp__buffer class_name;
  hhp__buffer cases;
  S_counts counts;
} S_suite;

/* The content of a case. */
typedef struct {
  const char *element; /* NULL: no content */
  const char *type;    /* NULL: the element has neither type nor message */
  const hhp__buffer *message;
  const hhp__buffer *text;
} S_outcome;

static const char S_passing[] = "passes the rules";
static const char S_checked[] = "is checked";
static const char S_readable[] = "can be read";
static const char S_omitted[] = "further findings";

/* As Jenkins shows classes: folders become packages, and there are no other dots. "plans/a.helhedsplan.json" is
 * "plans.a". */
static void S_put_class(hhp__buffer *out, const char *path) {
  static const char *const endings[] = {".helhedsplan.json", ".json"};
  size_t length = strlen(path);
  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
    size_t size = strlen(endings[i]);
    if (length > size && path[length - size - 1] != '/' && strcmp(path + length - size, endings[i]) == 0) {
      length -= size;
      break;
    }
  }
  for (size_t i = strspn(path, "/"); i < length; i++)
    hhp__putc(out, path[i] == '/' ? '.' : path[i] == '.' ? '_' : path[i]);
  if (out->length == 0)
    hhp__putc(out, '-');
}

/* The counter of cases that begin with that name; NULL if out of memory. */
static size_t *S_uses(S_document *document, const hhp__buffer *name) {
  const char *key = name->failed ? NULL : hhp__arena_text(&document->arena, name->text, name->length);
  hhp__slot *slot = key == NULL ? NULL : hhp__index_add(&document->names, key, name->length);
  if (slot != NULL && slot->value == NULL)
    slot->value = hhp__arena_new(&document->arena, sizeof(size_t));
  return slot == NULL ? NULL : slot->value;
}

/* Writes the name of the case; " #2", " #3" ... is appended if its class has that name already. */
static void S_put_unique_name(S_suite *suite, const char *name) {
  hhp__buffer full = {0};
  hhp__puts(&full, suite->class_name.text);
  hhp__putc(&full, '\n');
  size_t start = full.length;
  hhp__puts(&full, name);
  size_t length = full.length;
  size_t *first = S_uses(suite->document, &full);
  size_t *uses = first;
  while (uses != NULL && *uses > 0) {
    full.length = length;
    hhp__puts(&full, " #");
    hhp__put_number(&full, (int64_t)++ * first);
    uses = S_uses(suite->document, &full);
  }
  if (uses == NULL) {
    suite->cases.failed = 1;
  } else {
    *uses = 1;
    hhp__put_attribute(&suite->cases, "name", full.text + start);
  }
  hhp__buffer_free(&full);
}

static void S_put_outcome(hhp__buffer *out, const S_outcome *outcome) {
  if ((outcome->message != NULL && outcome->message->failed) || outcome->text->failed) {
    out->failed = 1;
    return;
  }
  hhp__puts(out, ">\n      <");
  hhp__puts(out, outcome->element);
  if (outcome->type != NULL) {
    hhp__put_attribute(out, "type", outcome->type);
    hhp__put_attribute(out, "message", outcome->message->text);
  }
  hhp__putc(out, '>');
  hhp__put_xml(out, outcome->text->text, outcome->text->length);
  hhp__puts(out, "</");
  hhp__puts(out, outcome->element);
  hhp__puts(out, ">\n    </testcase>\n");
}

static void S_put_case(S_suite *suite, const char *name, size_t line, const S_outcome *outcome) {
  hhp__buffer *out = &suite->cases;
  hhp__puts(out, "    <testcase");
  hhp__put_attribute(out, "classname", suite->class_name.text);
  S_put_unique_name(suite, name);
  if (!suite->document->is_strict) {
    hhp__put_attribute(out, "file", suite->path.text);
    if (line > 0)
      hhp__put_count_attribute(out, "line", line);
  }
  hhp__puts(out, " time=\"0\"");
  if (outcome->element == NULL)
    hhp__puts(out, "/>\n");
  else
    S_put_outcome(out, outcome);
  suite->counts.tests++;
}

/* The finding on one line, as in the text format, and its remedy or waiver. */
static void S_put_text(hhp__buffer *out, const S_suite *suite, const hhp_finding *f, const char *message) {
  int32_t lang = suite->document->options->lang;
  int32_t severity = hhp_finding_severity(f);
  const char *more = hhp_finding_is_waived(f) ? hhp_finding_waiver_reason(f) : hhp_finding_remedy(f, lang);
  if (more == NULL) {
    out->failed = 1;
    return;
  }
  hhp__puts(out, suite->path.text);
  if (hhp_finding_line(f) > 0) {
    hhp__putc(out, ':');
    hhp__put_line_and_column(out, f);
  } else {
    hhp__put_safe_truncated(out, hhp_finding_pointer(f), LONGEST_PATH);
  }
  hhp__puts(out, ": ");
  hhp__puts(out, hhp__severity_word(severity, lang));
  hhp__puts(out, ": ");
  hhp__puts(out, message);
  hhp__puts(out, " [");
  hhp__puts(out, hhp_finding_rule(f));
  hhp__putc(out, ' ');
  hhp__puts(out, hhp_finding_slug(f));
  hhp__puts(out, "]\n");
  hhp__put_phrase(out,
                  hhp_finding_is_waived(f) ? (hhp__phrase){"Undtagelse: ", "Waived: "}
                                           : (hhp__phrase){"Afhjælpning: ", "Remedy: "},
                  lang);
  hhp__put_safe_truncated(out, more, LONGEST_TEXT);
}

/* The name is truncated after escaping, which makes it longer. */
static void S_put_finding_name(hhp__buffer *out, const hhp_finding *f) {
  hhp__buffer pointer = {0};
  hhp__put_safe_truncated(&pointer, hhp_finding_pointer(f), LONGEST_NAME);
  hhp__puts(out, hhp_finding_rule(f));
  if (pointer.failed) {
    out->failed = 1;
  } else if (pointer.length > 0) {
    hhp__putc(out, ' ');
    hhp__put_safe_truncated(out, pointer.text, LONGEST_NAME);
  }
  hhp__buffer_free(&pointer);
}

static void S_put_finding_case(S_suite *suite, const hhp_finding *f, const hhp__buffer *name,
                               const hhp__buffer *message, const hhp__buffer *text) {
  const char *type = hhp_severity_name(hhp_finding_severity(f));
  S_outcome outcome = {"system-out", NULL, message, text};
  if (hhp_finding_is_waived(f)) {
    outcome = (S_outcome){"skipped", type, message, text};
    suite->counts.skipped++;
  } else if (hhp__fails(f, suite->document->options)) {
    outcome = (S_outcome){"failure", type, message, text};
    suite->counts.failures++;
  }
  if (name->failed || message->failed || text->failed)
    suite->cases.failed = 1;
  else
    S_put_case(suite, name->text, hhp_finding_line(f), &outcome);
}

static void S_put_finding(S_suite *suite, const hhp_finding *f) {
  const char *found = hhp_finding_message(f, suite->document->options->lang);
  hhp__buffer name = {0}, message = {0}, text = {0};
  if (found == NULL) {
    suite->cases.failed = 1;
    return;
  }
  hhp__put_safe_truncated(&message, found, LONGEST_TEXT);
  S_put_finding_name(&name, f);
  if (message.failed)
    text.failed = 1;
  else
    S_put_text(&text, suite, f, message.text);
  S_put_finding_case(suite, f, &name, &message, &text);
  hhp__buffer_free(&name);
  hhp__buffer_free(&message);
  hhp__buffer_free(&text);
  suite->document->listed++;
}

/* A case about the file as a whole: an element of that type, containing "path: message". */
static void S_put_file_case(S_suite *suite, const char *name, const char *element, const char *type,
                            const hhp__buffer *message) {
  hhp__buffer text = {0};
  hhp__puts(&text, suite->path.text);
  hhp__puts(&text, ": ");
  if (message->failed)
    text.failed = 1;
  else
    hhp__puts(&text, message->text);
  S_put_case(suite, name, 0, &(S_outcome){element, type, message, &text});
  hhp__buffer_free(&text);
}

static void S_put_unreadable(S_suite *suite) {
  hhp__buffer message = {0};
  hhp__puts(&message, hhp_status_message(hhp_report_unreadable(suite->report), suite->document->options->lang));
  S_put_file_case(suite, S_readable, "error", "unreadable", &message);
  suite->counts.errors++;
  hhp__buffer_free(&message);
}

static void S_put_unchecked(S_suite *suite) {
  hhp__buffer message = {0};
  hhp__put_phrase(&message, hhp__incomplete_sentence(1), suite->document->options->lang);
  S_put_file_case(suite, S_checked, "skipped", "unchecked", &message);
  suite->counts.skipped++;
  hhp__buffer_free(&message);
}

static void S_put_omitted(S_suite *suite, size_t count, int32_t worst) {
  const hhp_render_options *options = suite->document->options;
  int fails = options->fail_on != HHP_SEVERITY_OFF && worst >= options->fail_on;
  hhp__buffer message = {0};
  hhp__put_omitted_note(&message, count, options->lang);
  S_put_file_case(suite, S_omitted, fails ? "failure" : "system-out", fails ? hhp_severity_name(worst) : NULL,
                  &message);
  suite->counts.failures += (size_t)fails;
  hhp__buffer_free(&message);
}

static int S_is_below_limits(const S_suite *suite) {
  const S_document *document = suite->document;
  return document->listed < MOST_CASES && document->suites.length + suite->cases.length < MOST_BYTES;
}

static void S_put_findings(S_suite *suite) {
  const hhp_render_options *options = suite->document->options;
  int32_t worst = HHP_SEVERITY_OFF;
  size_t further = hhp__omitted_listed(suite->report, options, &worst);
  for (size_t i = 0; i < hhp_report_count(suite->report) && !suite->cases.failed; i++) {
    const hhp_finding *f = hhp_report_at(suite->report, i);
    if (!hhp__is_listed(f, options))
      continue;
    if (S_is_below_limits(suite)) {
      S_put_finding(suite, f);
      continue;
    }
    further++;
    if (!hhp_finding_is_waived(f) && hhp_finding_severity(f) > worst)
      worst = hhp_finding_severity(f);
  }
  if (further > 0)
    S_put_omitted(suite, further, worst);
}

static void S_put_counts(hhp__buffer *out, const S_counts *counts, int has_skipped) {
  hhp__put_count_attribute(out, "tests", counts->tests);
  hhp__put_count_attribute(out, "failures", counts->failures);
  hhp__put_count_attribute(out, "errors", counts->errors);
  if (has_skipped)
    hhp__put_count_attribute(out, "skipped", counts->skipped);
  hhp__puts(out, " time=\"0\">\n");
}

/* The counts come first in a suite, so it is written after its cases. */
static void S_close_suite(S_suite *suite) {
  S_document *document = suite->document;
  S_counts *sum = &document->sum;
  if (suite->cases.failed) {
    document->suites.failed = 1;
    return;
  }
  hhp__puts(&document->suites, "  <testsuite");
  hhp__put_attribute(&document->suites, "name", suite->path.text);
  S_put_counts(&document->suites, &suite->counts, 1);
  hhp__put(&document->suites, suite->cases.text, suite->cases.length);
  hhp__puts(&document->suites, "  </testsuite>\n");
  sum->tests += suite->counts.tests;
  sum->failures += suite->counts.failures;
  sum->errors += suite->counts.errors;
  sum->skipped += suite->counts.skipped;
}

/* A suite without cases would be ignored, so a file without findings gets a case that passes. */
static void S_put_suite(S_document *document, const hhp_report *report) {
  S_suite suite = {.document = document, .report = report};
  hhp__put_safe_truncated(&suite.path, hhp__listed_path(report, document->options), LONGEST_PATH);
  if (!suite.path.failed)
    S_put_class(&suite.class_name, suite.path.text);
  if (suite.path.failed || suite.class_name.failed) {
    document->suites.failed = 1;
  } else {
    if (hhp_report_unreadable(report) != HHP_OK)
      S_put_unreadable(&suite);
    S_put_findings(&suite);
    if (hhp__report_is_unchecked(report))
      S_put_unchecked(&suite);
    if (suite.counts.tests == 0)
      S_put_case(&suite, S_passing, 0, &(S_outcome){0});
    S_close_suite(&suite);
  }
  hhp__buffer_free(&suite.path);
  hhp__buffer_free(&suite.class_name);
  hhp__buffer_free(&suite.cases);
}

static void S_render(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                     const hhp_render_options *options, int is_strict) {
  S_document document = {.options = options, .is_strict = is_strict};
  for (size_t i = 0; i < count && !document.suites.failed; i++)
    S_put_suite(&document, reports[i]);
  hhp__puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"helhedsplan\"");
  S_put_counts(out, &document.sum, !is_strict);
  if (document.suites.failed)
    out->failed = 1;
  else
    hhp__put(out, document.suites.text, document.suites.length);
  hhp__puts(out, "</testsuites>\n");
  hhp__buffer_free(&document.suites);
  hhp__index_free(&document.names);
  hhp__arena_free(&document.arena);
}

void hhp__render_junit(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                       const hhp_render_options *options) {
  S_render(out, reports, count, options, 0);
}

void hhp__render_junit_strict(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                              const hhp_render_options *options) {
  S_render(out, reports, count, options, 1);
}
