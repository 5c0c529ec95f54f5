/* The hash by which GitHub's code scanning identifies a line: of 100 characters from the start of the line, without
 * white space, with a number for lines of equal hash. It is that of github/codeql-action, src/fingerprints.ts, whose
 * unit is the UTF-16 code unit. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/index.h"
#include "base/utf8.h"
#include "report/finding.h"

enum { WINDOW = 100, MULTIPLIER = 37, END_OF_FILE = 0xffff };

/* Number of occurrences of a hash. */
typedef struct {
  uint64_t hash;
  uint64_t times;
} S_seen;

/* A line whose first characters are being read. */
typedef struct {
  size_t line;
  uint64_t end;   /* the number of units read when its hash is complete */
  uint64_t start; /* the sum at its start */
} S_line;

/* The sum of all units so far, each multiplied by MULTIPLIER once for every unit after it, modulo 2^64. The hash of the units from
 * one place to another is the difference of the sums, the first multiplied in the same way. */
typedef struct {
  hhp_report *report;
  uint32_t next_finding; /* findings that need a line hash, sorted by line */
  hhp__arena arena;
  hhp__index seen; /* hash -> S_seen */
  uint64_t sum;
  uint64_t units;
  uint64_t next_end; /* that of the first line in `lines` */
  uint64_t hash;     /* of the line that is complete */
  uint64_t window;   /* MULTIPLIER to the power of WINDOW */
  S_line lines[WINDOW];
  size_t first, count; /* a ring */
  size_t line;
  int is_line_start;
  int is_behind_return;
  int has_failed;
} S_roll;

static uint64_t S_count_hash(S_roll *roll) {
  hhp__slot *slot = hhp__index_add(&roll->seen, (const char *)&roll->hash, sizeof(roll->hash));
  if (slot != NULL && slot->value != NULL)
    return ++((S_seen *)slot->value)->times;
  S_seen *seen = slot == NULL ? NULL : hhp__arena_new(&roll->arena, sizeof(*seen));
  if (seen == NULL) {
    roll->has_failed = 1;
    if (slot != NULL)
      hhp__index_remove(&roll->seen, (const char *)&roll->hash, sizeof(roll->hash));
    return 0;
  }
  *seen = (S_seen){roll->hash, 1};
  slot->key = (const char *)&seen->hash; /* in place of the one that changes */
  slot->value = seen;
  return 1;
}

static const char *S_format_hash(S_roll *roll, uint64_t times) {
  static const char hex[] = "0123456789abcdef";
  hhp__buffer text = {0};
  int shift = 60;
  while (shift > 0 && roll->hash >> shift == 0)
    shift -= 4;
  for (; shift >= 0; shift -= 4)
    hhp__putc(&text, hex[roll->hash >> shift & 15]);
  hhp__putc(&text, ':');
  hhp__put_number(&text, (int64_t)times);
  const char *kept = text.failed ? NULL : hhp__arena_text(&roll->report->arena, text.text, text.length);
  hhp__buffer_free(&text);
  return kept;
}

/* Stores the hash of a line in the findings on it. */
static void S_store_hash(S_roll *roll, size_t line) {
  const hhp__list *findings = &roll->report->findings;
  uint64_t times = S_count_hash(roll);
  const char *text = NULL;
  while (roll->next_finding < findings->count) {
    hhp_finding *finding = findings->items[roll->next_finding];
    if (finding->place.line > line || finding->place.line == 0)
      return;
    if (text == NULL && (text = S_format_hash(roll, times)) == NULL) {
      roll->has_failed = 1;
      return;
    }
    finding->line_hash = finding->place.line == line ? text : NULL;
    roll->next_finding++;
  }
}

static void S_end_line(S_roll *roll) {
  const S_line *line = &roll->lines[roll->first];
  roll->hash = roll->sum - roll->window * line->start;
  S_store_hash(roll, line->line);
  roll->first = roll->first + 1 == WINDOW ? 0 : roll->first + 1;
  roll->count--;
  roll->next_end = roll->count == 0 ? UINT64_MAX : roll->lines[roll->first].end;
}

/* Each line has a unit at least, so that no more than WINDOW are being read. */
static void S_begin_line(S_roll *roll) {
  size_t at = (roll->first + roll->count) % WINDOW;
  roll->lines[at] = (S_line){++roll->line, roll->units + WINDOW, roll->sum};
  if (roll->count++ == 0)
    roll->next_end = roll->lines[at].end;
}

static inline void S_add_to_sum(S_roll *roll, uint16_t unit) {
  roll->sum = MULTIPLIER * roll->sum + unit;
  if (++roll->units == roll->next_end)
    S_end_line(roll);
}

static inline void S_add_unit(S_roll *roll, uint16_t unit) {
  int is_second_of_pair = roll->is_behind_return && unit == '\n';
  if (unit == ' ' || unit == '\t' || is_second_of_pair) {
    roll->is_behind_return = 0;
    return;
  }
  roll->is_behind_return = unit == '\r';
  if (unit == '\r')
    unit = '\n';
  if (roll->is_line_start)
    S_begin_line(roll);
  roll->is_line_start = unit == '\n';
  S_add_to_sum(roll, unit);
}

static void S_add_code_point(S_roll *roll, uint32_t c) {
  if (c < 0x10000) {
    S_add_unit(roll, (uint16_t)c);
    return;
  }
  S_add_unit(roll, (uint16_t)(0xd800 + ((c - 0x10000) >> 10)));
  S_add_unit(roll, (uint16_t)(0xdc00 + ((c - 0x10000) & 0x3ff)));
}

/* Lines after that of the last finding need no hash. */
static int S_is_needed(const S_roll *roll) {
  const hhp__list *findings = &roll->report->findings;
  if (roll->has_failed || roll->next_finding >= findings->count)
    return 0;
  return ((const hhp_finding *)findings->items[roll->next_finding])->place.line != 0;
}

/* Adds visible ASCII, within a line; returns how much. */
static size_t S_add_run(S_roll *roll, const char *text, size_t length) {
  size_t i = 0;
  if (roll->is_line_start || roll->is_behind_return)
    return 0;
  for (; i < length && text[i] > ' ' && (unsigned char)text[i] < 0x80; i++) /* char may be unsigned */
    S_add_to_sum(roll, (uint16_t)text[i]);
  return i;
}

static void S_hash_text(S_roll *roll, const char *json, size_t length) {
  for (size_t i = 0; i < length;) {
    i += S_add_run(roll, json + i, length - i);
    if (i == length || (json[i] == '\n' && !S_is_needed(roll)))
      break;
    if (json[i] == ' ') {
      roll->is_behind_return = 0;
      while (i < length && json[i] == ' ')
        i++;
      continue;
    }
    if ((unsigned char)json[i] < 0x80) {
      S_add_unit(roll, (uint16_t)json[i++]);
      continue;
    }
    size_t step = hhp__utf8_length(json + i, length - i);
    S_add_code_point(roll, step == 0 ? 0xfffd : hhp__utf8_read(json + i, step));
    i += step == 0 ? hhp__utf8_broken_length(json + i, length - i) : step;
  }
  S_add_unit(roll, END_OF_FILE);
  for (int i = 0; i < WINDOW && S_is_needed(roll); i++)
    S_add_to_sum(roll, 0);
}

hhp_status hhp__report_hash_lines(hhp_report *report, const char *json, size_t length) {
  if (report->findings.count == 0)
    return HHP_OK;
  S_roll *roll = calloc(1, sizeof(*roll));
  if (roll == NULL)
    return HHP_ERR_NOMEM;
  roll->report = report;
  roll->is_line_start = 1;
  roll->next_end = UINT64_MAX;
  roll->window = 1;
  for (int i = 0; i < WINDOW; i++)
    roll->window *= MULTIPLIER;
  S_hash_text(roll, json, length);
  hhp_status status = roll->has_failed ? HHP_ERR_NOMEM : HHP_OK;
  hhp__index_free(&roll->seen);
  hhp__arena_free(&roll->arena);
  free(roll);
  return status;
}
