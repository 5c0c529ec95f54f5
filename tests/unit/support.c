/* Shared by the unit tests. */
#include "unit/support.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "report/finding.h"
#include "support/leaks.h"

/* --- The pool --- */

typedef struct owned owned;
struct owned {
  void *thing;
  void (*let_go)(void *);
  owned *next;
};

static owned *pool;

void own(void *thing, void (*let_go)(void *)) {
  owned *entry = malloc(sizeof(*entry));
  assert_non_null(entry);
  *entry = (owned){thing, let_go, pool};
  pool = entry;
}

int release_all(void **state) {
  (void)state;
  while (pool != NULL) {
    owned *entry = pool;
    pool = entry->next;
    entry->let_go(entry->thing);
    free(entry);
  }
  return 0;
}

/* The lowest number that a new descriptor gets: it rises if one is not closed. */
static int lowest_descriptor(void) {
  int file = open("/dev/null", O_RDONLY);
  if (file >= 0)
    close(file);
  return file;
}

/* Counts from the test before, so that a leak fails one test and not all that follow it. */
int release_and_count(void **state) {
  static long blocks;
  static int descriptor = -1;
  release_all(state);
  long leaked = live_blocks() - blocks;
  int is_open = descriptor >= 0 && lowest_descriptor() != descriptor;
  blocks += leaked;
  descriptor = lowest_descriptor();
  if (leaked != 0)
    print_error("%ld blocks have leaked\n", leaked);
  if (is_open)
    print_error("a file is still open\n");
  return leaked == 0 && !is_open ? 0 : -1;
}

static void free_report(void *report) {
  hhp_report_free(report);
}

static void free_options(void *options) {
  hhp_check_options_free(options);
}

static void free_render_options(void *options) {
  hhp_render_options_free(options);
}

static void free_plan(void *plan) {
  hhp_plan_free(plan);
}

void own_plan(hhp_plan *plan) {
  own(plan, free_plan);
}

static void free_scheme(void *scheme) {
  hhp_scheme_free(scheme);
}

/* --- Texts --- */

static char *new_text(size_t length) {
  char *text = malloc(length > 0 ? length : 1);
  assert_non_null(text);
  own(text, free);
  return text;
}

char *exact_copy(const char *bytes, size_t length) {
  char *copy = new_text(length);
  if (length > 0)
    memcpy(copy, bytes, length);
  return copy;
}

char *copy_of(const char *text) {
  return exact_copy(text, strlen(text) + 1);
}

static char *format_text(const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  assert_true(length >= 0);
  char *text = new_text((size_t)length + 1);
  vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

char *text_of(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = format_text(format, arguments);
  va_end(arguments);
  return text;
}

char *quoted(const char *text) {
  char *copy = copy_of(text);
  for (char *p = copy; *p != '\0'; p++) {
    if (*p == '\'')
      *p = '"';
  }
  return copy;
}

static char *plan_text_of(const char *format, va_list arguments) {
  const char *members = format_text(format, arguments);
  return quoted(text_of("{" HEAD "%s%s}", members[0] == '\0' ? "" : ", ", members));
}

char *plan_text(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = plan_text_of(format, arguments);
  va_end(arguments);
  return text;
}

#define CORPUS "tests/corpus/"

const char *source_path(const char *path) {
  const char *variable = strncmp(path, CORPUS, strlen(CORPUS)) == 0 ? "HHP_PLANS_DIR" : "HHP_SOURCE_DIR";
  const char *folder = getenv(variable);
  if (folder == NULL)
    fail_msg("%s is not set; run this by way of ctest", variable);
  return text_of("%s/%s", folder, path);
}

char *source_text(const char *path, size_t *length) {
  FILE *file = fopen(source_path(path), "rb");
  if (file == NULL)
    fail_msg("cannot open %s", path);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  assert_true(size >= 0);
  rewind(file);
  char *text = new_text((size_t)size + 1);
  assert_int_equal(fread(text, 1, (size_t)size, file), size);
  fclose(file);
  text[size] = '\0';
  if (length != NULL)
    *length = (size_t)size;
  return text;
}

/* --- Objects --- */

hhp_report *new_report(void) {
  hhp_report *report = NULL;
  assert_int_equal(hhp_report_new(&report), HHP_OK);
  own(report, free_report);
  return report;
}

hhp_check_options *new_options(void) {
  hhp_check_options *options = NULL;
  assert_int_equal(hhp_check_options_new(&options), HHP_OK);
  own(options, free_options);
  return options;
}

hhp_render_options *new_render_options(void) {
  hhp_render_options *options = NULL;
  assert_int_equal(hhp_render_options_new(&options), HHP_OK);
  own(options, free_render_options);
  return options;
}

hhp_plan *new_plan(void) {
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_new(&plan), HHP_OK);
  own_plan(plan);
  return plan;
}

hhp_plan *plan_of(const char *json) {
  hhp_plan *plan = NULL;
  size_t length = strlen(json);
  hhp_report *report = new_report();
  hhp_status status = hhp_plan_parse(&plan, exact_copy(json, length), length, report);
  if (status != HHP_OK)
    fail_msg("%s: %s", hhp_status_name(status), hhp_finding_message(hhp_report_at(report, 0), HHP_LANG_EN));
  own_plan(plan);
  return plan;
}

hhp_plan *plan_from(const char *path) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_load(&plan, source_path(path), NULL);
  if (status != HHP_OK)
    fail_msg("%s: %s", path, hhp_status_name(status));
  own_plan(plan);
  return plan;
}

hhp_scheme *scheme_of(const char *json) {
  hhp_scheme *scheme = NULL;
  size_t length = strlen(json);
  assert_int_equal(hhp_scheme_parse(&scheme, exact_copy(json, length), length, NULL), HHP_OK);
  own(scheme, free_scheme);
  return scheme;
}

char *dump_of(const hhp_plan *plan) {
  char *json = NULL;
  size_t length = 0;
  assert_int_equal(hhp_plan_dump(plan, &json, &length), HHP_OK);
  own(json, free);
  assert_int_equal(strlen(json), length);
  return json;
}

char *rendered(const hhp_report *report, int32_t format, const hhp_render_options *options) {
  char *text = NULL;
  size_t length = 0;
  assert_int_equal(hhp_report_render(report, format, options, &text, &length), HHP_OK);
  own(text, free);
  assert_int_equal(strlen(text), length);
  assert_int_equal(text[length - 1], '\n');
  return text;
}

/* --- Checks --- */

static int is_well_formed(const char *text) {
  const unsigned char *p = (const unsigned char *)text;
  while (*p != 0) {
    int more = *p < 0x80                 ? 0
               : *p >= 0xc2 && *p < 0xe0 ? 1
               : *p >= 0xe0 && *p < 0xf0 ? 2
               : *p >= 0xf0 && *p < 0xf5 ? 3
                                         : -1;
    if (more < 0)
      return 0;
    for (p++; more > 0; more--, p++) {
      if ((*p & 0xc0) != 0x80)
        return 0;
    }
  }
  return 1;
}

/* Whether the text is in the message because the document contains it. */
static int is_repeated(const hhp_finding *f, const char *what) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *text = hhp_finding_argument_text(f, i);
    if (text != NULL && strstr(text, what) != NULL)
      return 1;
  }
  return 0;
}

static int is_ill_said(const hhp_finding *f, const char *text) {
  static const char *const signs[] = {"{", "(null)", "  "};
  for (size_t i = 0; i < COUNT_OF(signs); i++) {
    if (strstr(text, signs[i]) != NULL && !is_repeated(f, signs[i]))
      return 1;
  }
  return text[0] == '\0';
}

static void assert_said(const hhp_finding *f, const char *text) {
  assert_non_null(text);
  if (is_ill_said(f, text))
    fail_msg("%s says: \"%s\"", hhp_finding_rule(f), text);
  if (!is_well_formed(text))
    fail_msg("%s says what is not UTF-8", hhp_finding_rule(f));
}

/* The value of an absent number must never be written as an amount. */
static void assert_no_absent_figure(const hhp_finding *f, const char *text) {
  if (strstr(text, "-2.147.483.648") != NULL || strstr(text, "-2,147,483,648") != NULL ||
      strstr(text, "-2147483648") != NULL)
    fail_msg("%s says: \"%s\"", hhp_finding_rule(f), text);
}

static void assert_finding_well_said(const hhp_finding *f) {
  assert_non_null(hhp_finding_rule(f));
  assert_non_null(hhp_rule_find(hhp_finding_rule(f)));
  assert_string_equal(hhp_finding_slug(f), hhp_rule_slug(hhp_rule_find(hhp_finding_rule(f))));
  assert_true(is_well_formed(hhp_finding_pointer(f)));
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    assert_said(f, hhp_finding_message(f, lang));
    assert_said(f, hhp_finding_remedy(f, lang));
    assert_no_absent_figure(f, hhp_finding_message(f, lang));
    assert_no_absent_figure(f, hhp_finding_remedy(f, lang));
  }
  for (size_t i = 0; i < hhp_finding_related_count(f); i++)
    assert_true(is_well_formed(hhp_finding_related_pointer(f, i)));
}

static void assert_counted(const hhp_report *report) {
  size_t counts[HHP_SEVERITY_ERROR + 1] = {0};
  size_t waived = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    assert_in_range(hhp_finding_severity(f), HHP_SEVERITY_INFO, HHP_SEVERITY_ERROR);
    if (hhp_finding_is_waived(f))
      waived++;
    else
      counts[hhp_finding_severity(f)]++;
  }
  assert_int_equal(hhp_report_info_count(report), counts[HHP_SEVERITY_INFO]);
  assert_int_equal(hhp_report_warning_count(report), counts[HHP_SEVERITY_WARNING]);
  assert_int_equal(hhp_report_error_count(report), counts[HHP_SEVERITY_ERROR]);
  assert_int_equal(hhp_report_waived_count(report), waived);
}

void assert_well_said(const hhp_report *report) {
  for (size_t i = 0; i < hhp_report_count(report); i++)
    assert_finding_well_said(hhp_report_at(report, i));
  assert_counted(report);
}

/* Number of bytes of the character at the offset, found by trial; 1 for invalid UTF-8. */
static size_t size_of_character(const char *json, size_t length, size_t offset) {
  for (size_t size = 1; size <= 4 && size <= length - offset; size++) {
    if (hhp__utf8_length(json + offset, size) == size)
      return size;
  }
  return 1;
}

typedef struct {
  size_t line, column;
} position;

/* Lines end at LF, CRLF and a lone CR. */
static position position_at(const char *json, size_t length, size_t offset) {
  position at = {1, 1};
  size_t i = 0;
  while (i < offset) {
    if (json[i] == '\n' || (json[i] == '\r' && (i + 1 == length || json[i + 1] != '\n')))
      at = (position){at.line + 1, 0};
    at.column++;
    i += size_of_character(json, length, i);
  }
  assert_int_equal(i, offset); /* between two characters */
  return at;
}

/* Line and column, computed from the offset; a region has whole characters, and is empty only at the end of the
 * text. */
static void assert_place_is_right(const char *json, size_t length, const hhp_finding *f) {
  size_t offset = hhp_finding_offset(f), end = offset + hhp_finding_length(f);
  assert_true(offset <= length);
  assert_true(hhp_finding_length(f) <= length - offset);
  assert_true(end > offset || offset == length);
  position at = position_at(json, length, offset), behind = position_at(json, length, end);
  assert_int_equal(hhp_finding_line(f), at.line);
  assert_int_equal(hhp_finding_column(f), at.column);
  assert_int_equal(hhp_finding_end_line(f), behind.line);
  assert_int_equal(hhp_finding_end_column(f), behind.column);
}

static void assert_in_order(const hhp_report *report) {
  for (size_t i = 1; i < hhp_report_count(report); i++) {
    const hhp_finding *before = hhp_report_at(report, i - 1);
    const hhp_finding *f = hhp_report_at(report, i);
    assert_true(hhp_finding_offset(before) <= hhp_finding_offset(f));
    if (hhp_finding_offset(before) == hhp_finding_offset(f))
      assert_true(strcmp(hhp_finding_rule(before), hhp_finding_rule(f)) <= 0);
  }
}

static size_t count_same(const hhp_report *report, const hhp_finding *f) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *other = hhp_report_at(report, i);
    count += strcmp(hhp_finding_rule(f), hhp_finding_rule(other)) == 0 &&
             strcmp(hhp_finding_pointer(f), hhp_finding_pointer(other)) == 0 &&
             hhp_finding_severity(f) == hhp_finding_severity(other) &&
             strcmp(hhp_finding_message(f, HHP_LANG_DA), hhp_finding_message(other, HHP_LANG_DA)) == 0;
  }
  return count;
}

static void assert_same_findings(const hhp_report *a, const hhp_report *b) {
  assert_int_equal(hhp_report_count(a), hhp_report_count(b));
  for (size_t i = 0; i < hhp_report_count(a); i++)
    assert_int_equal(count_same(a, hhp_report_at(a, i)), count_same(b, hhp_report_at(a, i)));
}

static void assert_plan_is_judged_alike(const char *json, size_t length, const hhp_check_options *options,
                                        const hhp_report *report) {
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_parse(&plan, json, length, NULL), HHP_OK);
  own_plan(plan);
  assert_same_findings(report, validate(plan, options));
}

hhp_report *validate(const hhp_plan *plan, const hhp_check_options *options) {
  hhp_report *report = new_report();
  assert_int_equal(hhp_plan_validate(plan, options, report), HHP_OK);
  assert_well_said(report);
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    assert_int_equal(hhp_finding_line(hhp_report_at(report, i)), 0);
    assert_int_equal(hhp_finding_column(hhp_report_at(report, i)), 0);
  }
  return report;
}

/* Whether the text still has the same error at that location in the model. For syntax errors: the same message at the
 * same offset. Another error may take its place, as the second of two superfluous commas does. */
static int has_fault(const char *json, size_t length, const hhp_finding *like) {
  hhp_report *report = new_report();
  int found = 0;
  int is_syntax = strcmp(hhp_finding_rule(like), "HP101") == 0;
  assert_int_equal(hhp_check(json, length, NULL, report), HHP_OK);
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    found |= strcmp(hhp_finding_rule(f), hhp_finding_rule(like)) == 0 &&
             (is_syntax ? hhp_finding_offset(f) == hhp_finding_offset(like) && hhp_finding_offset(f) < length &&
                              json[hhp_finding_offset(f)] != ',' &&
                              strcmp(hhp_finding_message(f, HHP_LANG_EN), hhp_finding_message(like, HHP_LANG_EN)) == 0
                        : strcmp(hhp_finding_pointer(f), hhp_finding_pointer(like)) == 0);
  }
  return found;
}

/* Applying the suggestion of a finding corrects it. */
static void assert_suggestion_corrects(const char *json, size_t length, const hhp_finding *f) {
  const char *write = NULL;
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (strcmp(hhp_finding_argument_name(f, i), "write") == 0)
      write = hhp_finding_argument_text(f, i);
  }
  if (write == NULL)
    return;
  size_t before = hhp_finding_offset(f);
  size_t after = before + hhp_finding_length(f);
  size_t written = strlen(write);
  char *corrected = malloc(length + written + 1);
  assert_non_null(corrected);
  memcpy(corrected, json, before);
  memcpy(corrected + before, write, written);
  memcpy(corrected + before + written, json + after, length - after);
  int is_faulty = has_fault(corrected, before + written + length - after, f);
  free(corrected);
  if (is_faulty)
    fail_msg("%s at %s is not corrected by %s", hhp_finding_rule(f), hhp_finding_pointer(f), write);
}

static int is_about_form(const hhp_finding *finding) {
  return strcmp(hhp_finding_rule(finding), "HP109") <= 0;
}

/* Reading a text as a plan reports what checking it reports of its form (HP101-HP109). */
static void assert_reading_reports_the_form(const char *json, size_t length, const hhp_report *checked) {
  hhp_report *read = new_report();
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, json, length, read);
  int is_usable = 1;
  size_t next = 0;
  for (size_t i = 0; i < hhp_report_count(checked); i++) {
    const hhp_finding *finding = hhp_report_at(checked, i);
    if (!is_about_form(finding))
      continue;
    const hhp_finding *other = hhp_report_at(read, next++);
    assert_string_equal(hhp_finding_rule(other), hhp_finding_rule(finding));
    assert_string_equal(hhp_finding_pointer(other), hhp_finding_pointer(finding));
    assert_string_equal(hhp_finding_message(other, HHP_LANG_EN), hhp_finding_message(finding, HHP_LANG_EN));
    assert_int_equal(hhp_finding_line(other), hhp_finding_line(finding));
    assert_int_equal(hhp_finding_column(other), hhp_finding_column(finding));
    is_usable &= strcmp(hhp_finding_rule(finding), "HP107") == 0 || strcmp(hhp_finding_rule(finding), "HP108") == 0;
  }
  assert_int_equal(hhp_report_count(read), next);
  assert_int_equal(status, is_usable ? HHP_OK : HHP_ERR_DOCUMENT);
  assert_int_equal(hhp_report_stage(read), 0);
  assert_null(hhp_report_scheme_id(read));
  assert_null(hhp_report_sha256(read));
  own_plan(plan);
}

hhp_report *check_bytes(const char *json, size_t length, const hhp_check_options *options) {
  hhp_report *report = new_report();
  const char *copy = exact_copy(json, length);
  assert_int_equal(hhp_check(copy, length, options, report), HHP_OK);
  assert_well_said(report);
  assert_in_order(report);
  for (size_t i = 0; i < hhp_report_count(report); i++)
    assert_place_is_right(copy, length, hhp_report_at(report, i));
  for (size_t i = 0; i < hhp_report_count(report) && i < 100; i++)
    assert_suggestion_corrects(copy, length, hhp_report_at(report, i));
  assert_reading_reports_the_form(copy, length, report);
  if (hhp_report_is_complete(report))
    assert_plan_is_judged_alike(copy, length, options, report);
  return report;
}

hhp_report *check_text(const char *json) {
  return check_bytes(json, strlen(json), NULL);
}

hhp_report *check_plan(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const char *json = plan_text_of(format, arguments);
  va_end(arguments);
  return check_text(json);
}

hhp_report *check_at(int32_t stage, const char *json) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, stage), HHP_OK);
  return check_bytes(json, strlen(json), options);
}

hhp_report *check_file(const char *path) {
  size_t length = 0;
  const char *json = source_text(path, &length);
  return check_bytes(json, length, NULL);
}

/* --- Access to reports --- */

size_t count_of(const hhp_report *report, const char *rule) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++)
    count += strcmp(hhp_finding_rule(hhp_report_at(report, i)), rule) == 0;
  return count;
}

const hhp_finding *nth(const hhp_report *report, const char *rule, size_t n) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (strcmp(hhp_finding_rule(f), rule) == 0 && n-- == 0)
      return f;
  }
  fail_msg("no such %s; there are: %s", rule, rules_of(report, HHP_SEVERITY_INFO));
  return NULL;
}

const hhp_finding *only(const hhp_report *report, const char *rule) {
  if (count_of(report, rule) != 1)
    fail_msg("not one %s; there are: %s", rule, rules_of(report, HHP_SEVERITY_INFO));
  return nth(report, rule, 0);
}

void assert_none(const hhp_report *report, const char *rule) {
  if (count_of(report, rule) != 0)
    fail_msg("%s: %s", rule, hhp_finding_message(nth(report, rule, 0), HHP_LANG_EN));
}

void set_line(hhp_finding *finding, size_t line) {
  hhp__source *source = hhp__need_source(finding);
  assert_non_null(source);
  source->start.line = (uint32_t)line;
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *rules_of(const hhp_report *report, int32_t least) {
  size_t total = hhp_report_count(report);
  const char **rules = calloc(total + 1, sizeof(*rules));
  assert_non_null(rules);
  own(rules, free);
  size_t count = 0;
  for (size_t i = 0; i < total; i++) {
    if (hhp_finding_severity(hhp_report_at(report, i)) >= least)
      rules[count++] = hhp_finding_rule(hhp_report_at(report, i));
  }
  qsort(rules, count, sizeof(*rules), by_text);
  char *text = new_text(count * 6 + 1);
  text[0] = '\0';
  for (size_t i = 0; i < count; i++) {
    strcat(text, i == 0 ? "" : " ");
    strcat(text, rules[i]);
  }
  return text;
}

static size_t argument_index(const hhp_finding *finding, const char *name) {
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    if (strcmp(hhp_finding_argument_name(finding, i), name) == 0)
      return i;
  }
  fail_msg("%s has no argument %s", hhp_finding_rule(finding), name);
  return 0;
}

const char *text_argument(const hhp_finding *finding, const char *name) {
  return hhp_finding_argument_text(finding, argument_index(finding, name));
}

int32_t argument_kind(const hhp_finding *finding, const char *name) {
  return hhp_finding_argument_kind(finding, argument_index(finding, name));
}

/* --- Random numbers: SplitMix64 (Steele, Lea and Flood, 2014) --- */

uint64_t roll(dice *d) {
  uint64_t z = d->state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

uint64_t roll_below(dice *d, uint64_t limit) {
  return roll(d) % limit;
}

int64_t roll_amount(dice *d) {
  int bits = (int)roll_below(d, 64);
  return (int64_t)(roll(d) >> 1 >> (63 - bits));
}
