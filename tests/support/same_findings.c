/* Compares findings. */
#include "support/same_findings.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void S_put_renamed(text *out, rename_one *rename, void *user, const char *name) {
  text_puts(out, " ");
  if (name == NULL)
    text_puts(out, "-");
  else if (rename == NULL)
    text_puts(out, name);
  else
    rename(user, out, name);
}

static int S_by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void S_put_related(text *out, const hhp_finding *f, how_to_compare how) {
  size_t count = hhp_finding_related_count(f);
  char **pointers = calloc(count + 1, sizeof(*pointers));
  if (pointers == NULL)
    abort();
  for (size_t i = 0; i < count; i++) {
    text one = {0};
    S_put_renamed(&one, how.pointer, how.user, hhp_finding_related_pointer(f, i));
    pointers[i] = one.bytes;
  }
  qsort(pointers, count, sizeof(*pointers), S_by_text);
  text_puts(out, " related:");
  for (size_t i = 0; i < count; i++) {
    text_puts(out, pointers[i]);
    free(pointers[i]);
  }
  free(pointers);
}

static void S_put_numbers(text *out, const hhp_finding *f) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    char number[96];
    if (hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT)
      continue;
    snprintf(number, sizeof(number), " %s=%" PRId64, hhp_finding_argument_name(f, i),
             hhp_finding_argument_number(f, i));
    text_puts(out, number);
  }
}

static void S_put_texts(text *out, const hhp_finding *f) {
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    const char *message = hhp_finding_message(f, lang), *remedy = hhp_finding_remedy(f, lang);
    text_puts(out, "\n  ");
    text_puts(out, message == NULL ? "-" : message);
    text_puts(out, "\n  ");
    text_puts(out, remedy == NULL ? "-" : remedy);
  }
}

static char *S_line_of(const hhp_finding *f, how_to_compare how, counting counted) {
  text out = {0};
  text_puts(&out, hhp_finding_rule(f));
  text_puts(&out, " ");
  text_puts(&out, hhp_severity_name(hhp_finding_severity(f)));
  if (counted != COMPARED)
    return out.bytes;
  text_puts(&out, hhp_finding_is_waived(f) ? " waived" : "");
  S_put_renamed(&out, how.pointer, how.user, hhp_finding_pointer(f));
  if (how.what & SAME_ENTITY)
    S_put_renamed(&out, how.id, how.user, hhp_finding_entity(f));
  if (how.what & SAME_NUMBERS)
    S_put_numbers(&out, f);
  if (how.what & SAME_RELATED)
    S_put_related(&out, f, how);
  if (how.what & SAME_TEXTS)
    S_put_texts(&out, f);
  return out.bytes;
}

static int S_has_line(const finding_lines *lines, const char *line) {
  for (size_t i = 0; i < lines->count; i++) {
    if (strcmp(lines->lines[i], line) == 0)
      return 1;
  }
  return 0;
}

finding_lines lines_of_findings(const hhp_report *report, how_to_compare how) {
  finding_lines lines = {.lines = calloc(hhp_report_count(report) + 1, sizeof(*lines.lines))};
  if (lines.lines == NULL)
    abort();
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    counting counted = how.counted == NULL ? COMPARED : how.counted(hhp_finding_rule(f));
    char *line = counted == IGNORED ? NULL : S_line_of(f, how, counted);
    if (line == NULL || (counted == COUNTED_ONCE && S_has_line(&lines, line)))
      free(line);
    else
      lines.lines[lines.count++] = line;
  }
  qsort(lines.lines, lines.count, sizeof(*lines.lines), S_by_text);
  return lines;
}

void free_lines(finding_lines *lines) {
  for (size_t i = 0; i < lines->count; i++)
    free(lines->lines[i]);
  free(lines->lines);
  *lines = (finding_lines){0};
}

/* Below 0: only the first has its line; above 0: only the second; 0: both. */
static int S_compare(const finding_lines *a, size_t i, const finding_lines *b, size_t k) {
  if (i == a->count)
    return 1;
  return k == b->count ? -1 : strcmp(a->lines[i], b->lines[k]);
}

const char *first_difference(const finding_lines *a, const finding_lines *b) {
  for (size_t i = 0; i < a->count || i < b->count; i++) {
    int order = S_compare(a, i, b, i);
    if (order != 0)
      return order < 0 ? a->lines[i] : b->lines[i];
  }
  return NULL;
}

void put_differences(text *out, const finding_lines *a, const finding_lines *b) {
  for (size_t i = 0, k = 0; i < a->count || k < b->count;) {
    int order = S_compare(a, i, b, k);
    if (order != 0) {
      text_puts(out, order < 0 ? "\n  - " : "\n  + ");
      text_puts(out, order < 0 ? a->lines[i] : b->lines[k]);
    }
    i += order <= 0;
    k += order >= 0;
  }
}

int have_same_findings(const hhp_report *a, const hhp_report *b, int what) {
  how_to_compare how = {.what = what};
  finding_lines of_a = lines_of_findings(a, how), of_b = lines_of_findings(b, how);
  const char *difference = first_difference(&of_a, &of_b);
  if (difference != NULL)
    fprintf(stderr, "only one of the reports has: %s\n", difference);
  free_lines(&of_a);
  free_lines(&of_b);
  return difference == NULL;
}
