/* Counts lines and columns for all places in one pass, and sorts the findings by place. Not called if a check has no
 * findings. */
#include <stdlib.h>
#include <string.h>

#include "base/scan.h"
#include "base/utf8.h"
#include "report/finding.h"

enum { EXCERPT_BEFORE = 120, EXCERPT_AFTER = 160 }; /* longest part of a source line that is stored */

/* Start or end of a place and, for the start of a finding's own place, the finding. */
typedef struct {
  size_t offset;
  hhp__text_position *position; /* to be set */
  hhp_finding *finding;
} S_entry;

static int S_by_offset(const void *a, const void *b) {
  size_t x = ((const S_entry *)a)->offset;
  size_t y = ((const S_entry *)b)->offset;
  return x < y ? -1 : x > y;
}

/* Gives each finding that has a place its source, and returns the number of entries for all. */
static size_t S_prepare(const hhp_report *report) {
  size_t count = 0;
  for (size_t i = 0; i < report->findings.count; i++) {
    hhp_finding *finding = report->findings.items[i];
    if (hhp__is_known(&finding->place))
      hhp__need_source(finding);
    count += 2 + hhp__rare_of(finding)->related.count;
  }
  return count;
}

/* The end of a related place is not needed. */
static size_t S_collect_ends(const hhp_report *report, S_entry *entries) {
  size_t count = 0;
  for (size_t i = 0; i < report->findings.count; i++) {
    hhp_finding *finding = report->findings.items[i];
    const hhp__place *own = &finding->place;
    if (finding->source != NULL) {
      entries[count++] = (S_entry){own->offset, &finding->source->start, finding};
      entries[count++] = (S_entry){own->offset + own->length, &finding->source->end, NULL};
    }
    const hhp__list *list = &hhp__rare_of(finding)->related;
    for (uint32_t k = 0; k < list->count; k++) {
      hhp__related *related = list->items[k];
      if (hhp__is_known(&related->place))
        entries[count++] = (S_entry){related->place.offset, &related->position, NULL};
    }
  }
  return count;
}

static int S_is_continuation(char c) {
  return ((unsigned char)c & 0xc0) == 0x80;
}

/* The first byte of LF, CRLF or CR. */
static const char *S_line_end(const char *from, const char *end) {
  while (from < end && *from != '\n' && *from != '\r')
    from++;
  return from < end ? from : NULL;
}

/* The part of the line around the offset, cut between characters. */
static void S_excerpt(hhp_finding *finding, const char *json, size_t length, size_t line_start, size_t offset) {
  size_t start = offset - line_start > EXCERPT_BEFORE ? offset - EXCERPT_BEFORE : line_start;
  while (start < offset && S_is_continuation(json[start]))
    start++;
  size_t end = length - offset > EXCERPT_AFTER ? offset + EXCERPT_AFTER : length;
  const char *line_end = S_line_end(json + offset, json + end);
  if (line_end != NULL)
    end = (size_t)(line_end - json);
  for (int i = 0; i < 3 && end < length && end > offset && S_is_continuation(json[end]); i++)
    end--;
  char *text = hhp__arena_text(&finding->report->arena, json + start, end > start ? end - start : 0);
  if (text == NULL)
    finding->report->has_failed = 1;
  finding->source->excerpt = text;
  finding->source->excerpt_at = (uint32_t)(offset - start); /* at most EXCERPT_BEFORE */
}

/* Progress of counting lines and columns. */
typedef struct {
  const char *json;
  const char *end;
  const char *lone_return; /* the next CR without LF, from `counted`; `end` if there is none */
  size_t line;
  size_t line_start;
  size_t counted; /* code points of this line are counted up to here */
  size_t column;
} S_count;

/* Finds the next CR without LF. Few files have any; a file without is searched once. */
static const char *S_lone_return(const char *from, const char *end) {
  while ((from = memchr(from, '\r', (size_t)(end - from))) != NULL) {
    if (from + 1 == end || from[1] != '\n')
      return from;
    from++;
  }
  return end;
}

static void S_begin_line(S_count *at, size_t start) {
  at->line_start = at->counted = start;
  at->column = 1;
}

/* To an offset before which no CR is alone. */
static void S_pass(S_count *at, size_t offset) {
  size_t lines = hhp__count_line_feeds(at->json + at->counted, at->json + offset);
  if (lines > 0) {
    size_t start = offset;
    while (at->json[start - 1] != '\n')
      start--;
    at->line += lines;
    S_begin_line(at, start);
  }
  at->column += hhp__utf8_count(at->json + at->counted, offset - at->counted);
  at->counted = offset;
}

/* A line ends in LF, CRLF, or CR alone, as in editors and in line_hash.c. */
static void S_advance(S_count *at, size_t offset) {
  while (at->lone_return < at->json + offset) {
    size_t next = (size_t)(at->lone_return - at->json) + 1;
    S_pass(at, next);
    at->line++;
    S_begin_line(at, next);
    at->lone_return = S_lone_return(at->json + next, at->end);
  }
  S_pass(at, offset);
}

/* In a text of many gigabytes, 0: unknown. */
static uint32_t S_in_range(size_t number) {
  return number <= UINT32_MAX ? (uint32_t)number : 0;
}

/* Only the first findings store their source line. */
static void S_number_lines(S_entry *entries, size_t count, const char *json, size_t length) {
  S_count at = {json, json + length, S_lone_return(json, json + length), 1, 0, 0, 1};
  size_t excerpts = 0;
  for (size_t i = 0; i < count; i++) {
    S_advance(&at, entries[i].offset);
    *entries[i].position = (hhp__text_position){S_in_range(at.line), S_in_range(at.column)};
    if (entries[i].finding != NULL && excerpts++ < HHP__MOST_EXCERPTS)
      S_excerpt(entries[i].finding, json, length, at.line_start, entries[i].offset);
  }
}

/* Sorts by place, then by rule, then by order of creation. Findings without a place come last, as their offset is the
 * largest. */
typedef struct {
  hhp_finding *finding;
  uint32_t order;
} S_rank;

static int S_by_place(const void *a, const void *b) {
  const S_rank *x = a;
  const S_rank *y = b;
  if (x->finding->place.offset != y->finding->place.offset)
    return x->finding->place.offset < y->finding->place.offset ? -1 : 1;
  int rule = hhp__message_rule(x->finding->message) - hhp__message_rule(y->finding->message);
  if (rule != 0)
    return rule;
  return x->order < y->order ? -1 : 1;
}

static hhp_status S_sort(hhp_report *report) {
  uint32_t count = (uint32_t)report->findings.count; /* at most HHP__MOST_FINDINGS */
  S_rank *ranks = calloc(count, sizeof(*ranks));
  if (ranks == NULL)
    return HHP_ERR_NOMEM;
  for (uint32_t i = 0; i < count; i++)
    ranks[i] = (S_rank){report->findings.items[i], i};
  qsort(ranks, count, sizeof(*ranks), S_by_place);
  for (uint32_t i = 0; i < count; i++)
    report->findings.items[i] = ranks[i].finding;
  free(ranks);
  return HHP_OK;
}

hhp_status hhp__report_locate(hhp_report *report, const char *json, size_t length) {
  if (report->findings.count == 0)
    return HHP_OK;
  S_entry *entries = calloc(S_prepare(report), sizeof(*entries));
  if (entries == NULL || report->has_failed) {
    free(entries);
    return HHP_ERR_NOMEM;
  }
  size_t count = S_collect_ends(report, entries);
  qsort(entries, count, sizeof(*entries), S_by_offset);
  S_number_lines(entries, count, json, length);
  free(entries);
  if (report->has_failed)
    return HHP_ERR_NOMEM;
  return S_sort(report);
}

void hhp__report_forget_text(hhp_report *report) {
  for (size_t i = 0; i < report->findings.count; i++) {
    hhp_finding *finding = report->findings.items[i];
    hhp__set_place(&finding->place, SIZE_MAX, 0);
    finding->source = NULL;
    const hhp__list *list = &hhp__rare_of(finding)->related;
    for (uint32_t k = 0; k < list->count; k++) {
      hhp__related *related = list->items[k];
      hhp__set_place(&related->place, SIZE_MAX, 0);
      related->position = (hhp__text_position){0, 0};
    }
  }
}
