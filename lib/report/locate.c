/* Finds lines and columns for JSON Pointers: reads the text again, skipping everything that no pointer refers to, and
 * then counts lines and columns for all places in one pass. Not called if a check has no findings. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/index.h"
#include "base/utf8.h"
#include "report/finding.h"
#include "json/pointer.h"
#include "json/reader.h"

enum { EXCERPT_BEFORE = 120, EXCERPT_AFTER = 160 }; /* longest part of a source line that is stored */

/* A pointer and the place of its value, once found. */
typedef struct {
  size_t offset;
  size_t length;
  int is_known;
} S_target;

typedef struct {
  hhp_report *report;
  hhp__reader reader;
  hhp__index targets; /* pointer -> S_target, including the prefixes of each pointer */
  hhp__buffer path;
  hhp__arena arena;
} S_search;

static int S_add_target(S_search *search, const char *pointer, size_t length) {
  hhp__slot *slot = hhp__index_add(&search->targets, pointer, length);
  if (slot == NULL)
    return -1;
  if (slot->value == NULL)
    slot->value = hhp__arena_new(&search->arena, sizeof(S_target));
  return slot->value == NULL ? -1 : 0;
}

static int S_add_place(S_search *search, const hhp__place *place) {
  if (place->is_known)
    return 0;
  const char *pointer = place->pointer;
  for (size_t length = strlen(pointer);; length--) {
    if ((pointer[length] == '\0' || pointer[length] == '/') && S_add_target(search, pointer, length) != 0)
      return -1;
    if (length == 0)
      return 0;
  }
}

static int S_add_places(S_search *search) {
  const hhp__list *findings = &search->report->findings;
  for (uint32_t i = 0; i < findings->count; i++) {
    const hhp_finding *finding = findings->items[i];
    if (S_add_place(search, &finding->place) != 0)
      return -1;
    for (uint32_t k = 0; k < finding->related.count; k++) {
      if (S_add_place(search, finding->related.items[k]) != 0)
        return -1;
    }
  }
  return 0;
}

/* Extends the path by the step to the current value, a member or element of that level. */
static void S_extend_path(S_search *search, const hhp__level *level) {
  if (level->is_array) {
    hhp__putc(&search->path, '/');
    hhp__put_number(&search->path, (int64_t)level->index);
    return;
  }
  char key[256];
  if (level->key.length > sizeof(key)) {
    hhp__puts(&search->path, "/"); /* not a field of the model, so no pointer refers to it */
    return;
  }
  hhp__put_step(&search->path, key, hhp__unescape(level->key, key));
}

static int S_search_value(S_search *search, hhp__token token);

static int S_search_inside(S_search *search) {
  const hhp__level *level = &search->reader.levels[search->reader.depth - 1];
  size_t length = search->path.length;
  for (;;) {
    hhp__token token = hhp__next(&search->reader);
    if (token == HHP__BROKEN)
      return -1;
    if (token == HHP__END_OBJECT || token == HHP__END_ARRAY)
      return 0;
    S_extend_path(search, level);
    if (search->path.failed || S_search_value(search, token) != 0)
      return -1;
    search->path.length = length;
  }
}

static int S_search_value(S_search *search, hhp__token token) {
  hhp__reader *r = &search->reader;
  const char *start = r->token;
  int is_container = token == HHP__BEGIN_OBJECT || token == HHP__BEGIN_ARRAY;
  S_target *target = hhp__index_get(&search->targets, search->path.text, search->path.length);
  if (target == NULL || target->is_known) {
    if (is_container)
      hhp__skip_rest(r);
    return 0;
  }
  target->is_known = 1;
  target->offset = hhp__offset(r, start);
  int result = is_container ? S_search_inside(search) : 0;
  target->length = (size_t)(r->next - start);
  return result;
}

static void S_set_place(const S_search *search, hhp__place *place, int is_opening) {
  if (place->is_known)
    return;
  const S_target *target = hhp__index_get(&search->targets, place->pointer, strlen(place->pointer));
  if (target == NULL || !target->is_known)
    return;
  place->offset = target->offset;
  place->length = is_opening ? 1 : target->length;
  place->is_known = 1;
}

static void S_set_places(const S_search *search) {
  const hhp__list *findings = &search->report->findings;
  for (uint32_t i = 0; i < findings->count; i++) {
    hhp_finding *finding = findings->items[i];
    S_set_place(search, &finding->place, finding->is_opening);
    for (uint32_t k = 0; k < finding->related.count; k++)
      S_set_place(search, finding->related.items[k], 0);
  }
}

/* After a syntax error some places were not reached; they remain unknown. */
static hhp_status S_resolve(hhp_report *report, const char *json, size_t length) {
  S_search search = {.report = report};
  hhp__reader_init(&search.reader, json, length);
  if (length >= 3 && memcmp(json, "\xef\xbb\xbf", 3) == 0)
    search.reader.next += 3;
  hhp__put(&search.path, "", 0);
  hhp_status status = HHP_OK;
  if (search.path.failed || S_add_places(&search) != 0)
    status = HHP_ERR_NOMEM;
  if (status == HHP_OK && search.targets.count > 0) {
    hhp__token token = hhp__next(&search.reader);
    if (token != HHP__BROKEN)
      S_search_value(&search, token);
    if (search.path.failed)
      status = HHP_ERR_NOMEM;
    S_set_places(&search);
  }
  hhp__index_free(&search.targets);
  hhp__arena_free(&search.arena);
  hhp__buffer_free(&search.path);
  return status;
}

/* Start or end of a place and, for the start of a finding's own place, the finding. */
typedef struct {
  size_t offset;
  hhp__place *place;
  hhp_finding *finding;
  int is_end;
} S_entry;

static int S_by_offset(const void *a, const void *b) {
  size_t x = ((const S_entry *)a)->offset;
  size_t y = ((const S_entry *)b)->offset;
  return x < y ? -1 : x > y;
}

/* The end of a related place is not needed. */
static size_t S_collect_ends(const hhp_report *report, S_entry *entries) {
  size_t count = 0;
  for (uint32_t i = 0; i < report->findings.count; i++) {
    hhp_finding *finding = report->findings.items[i];
    hhp__place *own = &finding->place;
    if (own->is_known && entries != NULL) {
      entries[count] = (S_entry){own->offset, own, finding, 0};
      entries[count + 1] = (S_entry){own->offset + own->length, own, NULL, 1};
    }
    count += own->is_known ? 2 : 0;
    for (uint32_t k = 0; k < finding->related.count; k++) {
      hhp__place *place = finding->related.items[k];
      if (!place->is_known)
        continue;
      if (entries != NULL)
        entries[count] = (S_entry){place->offset, place, NULL, 0};
      count++;
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
  finding->excerpt = text;
  finding->excerpt_at = offset - start;
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

/* The first byte after the next line break between the two, or NULL. A line ends in LF, CRLF, or CR alone, as in
 * editors and in line_hash.c. */
static const char *S_next_line(S_count *at, const char *from, const char *to) {
  if (at->lone_return < from)
    at->lone_return = S_lone_return(from, at->end);
  const char *newline = memchr(from, '\n', (size_t)(to - from));
  if (at->lone_return < to && (newline == NULL || at->lone_return < newline))
    newline = at->lone_return;
  return newline == NULL ? NULL : newline + 1;
}

static void S_advance(S_count *at, size_t offset) {
  const char *next;
  while (at->counted < offset && (next = S_next_line(at, at->json + at->counted, at->json + offset)) != NULL) {
    at->line++;
    at->line_start = at->counted = (size_t)(next - at->json);
    at->column = 1;
  }
  at->column += hhp__utf8_count(at->json + at->counted, offset - at->counted);
  at->counted = offset;
}

/* Only the first findings store their source line. */
static void S_number_lines(S_entry *entries, size_t count, const char *json, size_t length) {
  S_count at = {json, json + length, S_lone_return(json, json + length), 1, 0, 0, 1};
  size_t excerpts = 0;
  for (size_t i = 0; i < count; i++) {
    hhp__place *place = entries[i].place;
    S_advance(&at, entries[i].offset);
    *(entries[i].is_end ? &place->end_line : &place->line) = at.line;
    *(entries[i].is_end ? &place->end_column : &place->column) = at.column;
    if (entries[i].finding != NULL && excerpts++ < HHP__MOST_EXCERPTS)
      S_excerpt(entries[i].finding, json, length, at.line_start, place->offset);
  }
}

/* Sorts by place, then by rule, then by order of creation. Findings without a place come last. */
typedef struct {
  hhp_finding *finding;
  uint32_t order;
} S_rank;

static int S_by_place(const void *a, const void *b) {
  const S_rank *x = a;
  const S_rank *y = b;
  if (x->finding->place.is_known != y->finding->place.is_known)
    return x->finding->place.is_known ? -1 : 1;
  if (x->finding->place.offset != y->finding->place.offset)
    return x->finding->place.offset < y->finding->place.offset ? -1 : 1;
  int rule = hhp__message_rule(x->finding->message) - hhp__message_rule(y->finding->message);
  if (rule != 0)
    return rule;
  return x->order < y->order ? -1 : 1;
}

static hhp_status S_sort(hhp_report *report) {
  uint32_t count = report->findings.count;
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
  hhp_status status = S_resolve(report, json, length);
  if (status != HHP_OK)
    return status;
  size_t count = S_collect_ends(report, NULL);
  S_entry *entries = calloc(count + 1, sizeof(*entries));
  if (entries == NULL)
    return HHP_ERR_NOMEM;
  S_collect_ends(report, entries);
  qsort(entries, count, sizeof(*entries), S_by_offset);
  S_number_lines(entries, count, json, length);
  free(entries);
  if (report->has_failed)
    return HHP_ERR_NOMEM;
  return S_sort(report);
}

void hhp__report_forget_text(hhp_report *report) {
  for (uint32_t i = 0; i < report->findings.count; i++) {
    hhp_finding *finding = report->findings.items[i];
    hhp__place nowhere = {.pointer = finding->place.pointer};
    finding->place = nowhere;
    finding->excerpt = NULL;
    for (uint32_t k = 0; k < finding->related.count; k++) {
      hhp__place *place = finding->related.items[k];
      *place = (hhp__place){.pointer = place->pointer};
    }
  }
}
