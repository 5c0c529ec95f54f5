/* Compares the examples line by line. They differ in one range of lines, so common prefix and suffix suffice. */
#include "cli/print/example_lines.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/print/layout.h"

enum { GUTTER = 4 };

static hhp_status S_check_failing(cli_example *into) {
  hhp_check_options *options = NULL;
  hhp_status status = hhp_check_options_new(&options);
  if (status == HHP_OK)
    status = hhp_check_options_set_stage(options, hhp_rule_example_stage(into->rule));
  if (status == HHP_OK)
    status = hhp_check_options_set_today(options, hhp_rule_example_today(into->rule));
  if (status == HHP_OK)
    status = hhp_report_new(&into->report);
  if (status == HHP_OK)
    status = hhp_check(into->failing, HHP_NUL_TERMINATED, options, into->report);
  hhp_check_options_free(options);
  return status;
}

hhp_status example_check(cli_example *into, const hhp_rule *rule, int32_t lang) {
  *into = (cli_example){.rule = rule,
                        .failing = hhp_rule_example(rule, HHP_EXAMPLE_FAILING),
                        .passing = hhp_rule_example(rule, HHP_EXAMPLE_PASSING)};
  hhp_status status = S_check_failing(into);
  if (status != HHP_OK)
    return status;
  const hhp_finding *f;
  for (size_t i = 0; (f = hhp_report_at(into->report, i)) != NULL && into->finding == NULL; i++)
    into->finding = strcmp(hhp_finding_rule(f), hhp_rule_id(rule)) == 0 ? f : NULL;
  if (into->finding == NULL)
    return HHP_ERR_NOT_FOUND;
  into->message = hhp_finding_message(into->finding, lang);
  into->remedy = hhp_finding_remedy(into->finding, lang);
  return into->message == NULL || into->remedy == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

void example_free(cli_example *example) {
  hhp_report_free(example->report);
}

/* --- Lines --- */

/* The length of a line, including the newline. */
static size_t S_line_length(const char *text) {
  size_t length = strcspn(text, "\n");
  return length + (text[length] == '\n');
}

/* The range of lines in which a text differs from another. */
typedef struct {
  const char *first, *end;
} cli_line_range;

static int S_begins_line(const char *p, const char *first) {
  return p == first || p[-1] == '\n';
}

static cli_line_range S_changed_range(const char *text, const char *other) {
  size_t length;
  while (*text != '\0' && (length = S_line_length(text)) == S_line_length(other) && memcmp(text, other, length) == 0) {
    text += length;
    other += length;
  }
  const char *end = text + strlen(text);
  const char *p = end;
  for (const char *q = other + strlen(other); p > text && q > other && p[-1] == q[-1];) {
    p--;
    q--;
    if (S_begins_line(p, text) && S_begins_line(q, other))
      end = p;
  }
  return (cli_line_range){text, end};
}

static int S_has_line(const char *line, size_t length, cli_line_range range) {
  for (const char *p = range.first; p < range.end; p += S_line_length(p)) {
    if (S_line_length(p) == length && memcmp(p, line, length) == 0)
      return 1;
  }
  return 0;
}

static int S_is_new(const char *line, const char *text, const char *other) {
  cli_line_range own = S_changed_range(text, other);
  if (line < own.first || line >= own.end)
    return 0;
  return !S_has_line(line, S_line_length(line), S_changed_range(other, text));
}

/* --- With numbers --- */

static void S_put_gutter(cli_text *out, const char *mark, size_t number) {
  cli_text words = {0};
  put(out, mark);
  if (number > 0)
    put_number(&words, (int64_t)number);
  put_right(out, text_of(&words), GUTTER - 1);
  put(out, " | ");
  text_join(out, &words);
}

/* The width of the finding in its line, at least one column. */
static size_t S_marked_columns(const char *line, const hhp_finding *f) {
  size_t length = hhp_finding_length(f);
  const char *p = line, *end = line + strcspn(line, "\n");
  for (size_t column = 1; column < hhp_finding_column(f) && p < end; column++)
    p += hhp__utf8_length(p, (size_t)(end - p));
  size_t rest = (size_t)(end - p);
  size_t columns = hhp__utf8_count(p, length < rest ? length : rest);
  return columns == 0 ? 1 : columns;
}

static void S_put_caret(cli_text *out, const char *line, const hhp_finding *f) {
  S_put_gutter(out, " ", 0);
  put_times(out, ' ', hhp_finding_column(f) - 1);
  put(out, "^");
  put_times(out, '~', S_marked_columns(line, f) - 1);
  put(out, "\n");
}

void put_example(cli_text *out, const cli_example *example, int32_t which) {
  int fails = which == HHP_EXAMPLE_FAILING;
  const char *text = fails ? example->failing : example->passing;
  const char *other = fails ? example->passing : example->failing;
  size_t number = 1;
  for (const char *line = text; *line != '\0'; line += S_line_length(line), number++) {
    S_put_gutter(out, !S_is_new(line, text, other) ? " " : fails ? "-" : "+", number);
    put_bytes(out, line, S_line_length(line));
    if (fails && number == hhp_finding_line(example->finding))
      S_put_caret(out, line, example->finding);
  }
}

/* --- As a difference --- */

static void S_put_lines(cli_text *out, const char *mark, const char *line, const char *end) {
  for (; line < end; line += S_line_length(line)) {
    put(out, mark);
    put_bytes(out, line, S_line_length(line));
  }
}

void put_example_diff(cli_text *out, const cli_example *example) {
  cli_line_range removed = S_changed_range(example->failing, example->passing);
  cli_line_range added = S_changed_range(example->passing, example->failing);
  S_put_lines(out, " ", example->failing, removed.first);
  S_put_lines(out, "-", removed.first, removed.end);
  S_put_lines(out, "+", added.first, added.end);
  S_put_lines(out, " ", removed.end, example->failing + strlen(example->failing));
}
