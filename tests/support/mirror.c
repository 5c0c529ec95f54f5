/* Compares the changes of two diffs as sorted lines. */
#include "support/mirror.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/text.h"

static int32_t S_mirrored_kind(int32_t kind) {
  if (kind == HHP_CHANGE_ADDED)
    return HHP_CHANGE_REMOVED;
  return kind == HHP_CHANGE_REMOVED ? HHP_CHANGE_ADDED : kind;
}

static void S_put(text *out, const char *string) {
  text_puts(out, "\x1f");
  text_puts(out, string == NULL ? "-" : string);
}

static void S_put_kroner(text *out, int64_t kroner) {
  char number[32];
  snprintf(number, sizeof(number), "%" PRId64, kroner);
  S_put(out, number);
}

/* A change, seen from one side: that side first. The name is that of the side which has it, so it is left out. */
static char *S_line_of(const hhp_change *c, int is_mirrored) {
  int32_t first = is_mirrored ? HHP_SIDE_AFTER : HHP_SIDE_BEFORE;
  int32_t second = is_mirrored ? HHP_SIDE_BEFORE : HHP_SIDE_AFTER;
  int32_t kind = is_mirrored ? S_mirrored_kind(hhp_change_kind(c)) : hhp_change_kind(c);
  int64_t difference = 0;
  text out = {0};
  text_puts(&out, hhp_change_kind_name(kind));
  S_put(&out, hhp_change_entity(c));
  S_put(&out, hhp_change_field(c));
  S_put(&out, hhp_change_pointer(c, first));
  S_put(&out, hhp_change_pointer(c, second));
  S_put(&out, hhp_change_text(c, first));
  S_put(&out, hhp_change_text(c, second));
  S_put_kroner(&out, hhp_change_kroner(c, first));
  S_put_kroner(&out, hhp_change_kroner(c, second));
  if (hhp_change_difference(c, &difference) == HHP_OK)
    S_put_kroner(&out, is_mirrored ? -difference : difference);
  return out.bytes;
}

static int S_by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **S_lines_of(const hhp_diff *diff, int is_mirrored) {
  size_t count = hhp_diff_count(diff);
  char **lines = calloc(count + 1, sizeof(*lines));
  if (lines == NULL)
    abort();
  for (size_t i = 0; i < count; i++)
    lines[i] = S_line_of(hhp_diff_at(diff, i), is_mirrored);
  qsort(lines, count, sizeof(*lines), S_by_text);
  return lines;
}

static void S_free_lines(char **lines) {
  for (size_t i = 0; lines[i] != NULL; i++)
    free(lines[i]);
  free(lines);
}

static const char *S_compare(const hhp_diff *there, const hhp_diff *back) {
  if (hhp_diff_count(there) != hhp_diff_count(back))
    return "not as many changes the other way round";
  char **of_there = S_lines_of(there, 0), **of_back = S_lines_of(back, 1);
  const char *bad = NULL;
  for (size_t i = 0; i < hhp_diff_count(there) && bad == NULL; i++) {
    if (strcmp(of_there[i], of_back[i]) == 0)
      continue;
    bad = "a change is not the mirror of one the other way round";
    fprintf(stderr, "there: %s\nback:  %s\n", of_there[i], of_back[i]);
  }
  S_free_lines(of_there);
  S_free_lines(of_back);
  return bad;
}

/* The changes of each kind add up, and every change is one of a kind. */
static const char *S_count_kinds(const hhp_diff *diff) {
  size_t sum = 0;
  for (int32_t kind = HHP_CHANGE_ADDED; kind <= HHP_CHANGE_REORDERED; kind++)
    sum += hhp_diff_count_of(diff, kind);
  return sum == hhp_diff_count(diff) ? NULL : "the kinds of changes do not add up";
}

static const char *S_differs_from_itself(const hhp_plan *plan) {
  hhp_diff *diff = NULL;
  hhp_status status = hhp_plan_diff(plan, plan, &diff);
  const char *bad = NULL;
  if (status != HHP_OK && status != HHP_ERR_OVERFLOW)
    bad = "not compared with itself";
  else if (hhp_diff_count(diff) != 0)
    bad = "a plan differs from itself";
  hhp_diff_free(diff);
  return bad;
}

const char *unlike_its_mirror(const hhp_plan *a, const hhp_plan *b, size_t *count) {
  hhp_diff *there = NULL, *back = NULL;
  hhp_status status = hhp_plan_diff(a, b, &there);
  const char *bad = NULL;
  if (hhp_plan_diff(b, a, &back) != status || (status != HHP_OK && status != HHP_ERR_OVERFLOW))
    bad = "not compared";
  if (bad == NULL)
    bad = S_compare(there, back);
  if (bad == NULL)
    bad = S_count_kinds(there);
  if (bad == NULL)
    bad = S_differs_from_itself(a);
  if (count != NULL)
    *count = hhp_diff_count(there);
  hhp_diff_free(there);
  hhp_diff_free(back);
  return bad;
}
