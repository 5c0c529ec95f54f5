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

typedef struct {
  hhp_report *report;
  uint32_t next_finding; /* findings that need a line hash, sorted by line */
  hhp__arena arena;
  hhp__index seen; /* hash -> S_seen */
  uint16_t window[WINDOW];
  size_t lines[WINDOW]; /* the line that begins with that character of the window; 0: none */
  size_t at;
  uint64_t hash;
  uint64_t oldest; /* the multiplier of the character that leaves the window */
  size_t line;
  int is_line_start;
  int is_behind_return;
  int has_failed;
} S_roll;

static uint64_t S_count_hash(S_roll *roll) {
  S_seen *seen = hhp__index_get(&roll->seen, (const char *)&roll->hash, sizeof(roll->hash));
  if (seen != NULL)
    return ++seen->times;
  hhp__slot *slot = NULL;
  seen = hhp__arena_new(&roll->arena, sizeof(*seen));
  if (seen != NULL) {
    *seen = (S_seen){roll->hash, 1};
    slot = hhp__index_add(&roll->seen, (const char *)&seen->hash, sizeof(seen->hash));
  }
  if (slot == NULL) {
    roll->has_failed = 1;
    return 0;
  }
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

static inline void S_shift_window(S_roll *roll, uint16_t unit) {
  roll->hash = MULTIPLIER * roll->hash + unit - roll->oldest * roll->window[roll->at];
  roll->window[roll->at] = unit;
  roll->at = roll->at + 1 == WINDOW ? 0 : roll->at + 1;
}

static void S_store_oldest(S_roll *roll) {
  if (roll->lines[roll->at] == 0)
    return;
  S_store_hash(roll, roll->lines[roll->at]);
  roll->lines[roll->at] = 0;
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
  S_store_oldest(roll);
  if (roll->is_line_start)
    roll->lines[roll->at] = ++roll->line;
  roll->is_line_start = unit == '\n';
  S_shift_window(roll, unit);
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

static void S_hash_text(S_roll *roll, const char *json, size_t length) {
  for (size_t i = 0; i < length;) {
    if (json[i] == '\n' && !S_is_needed(roll))
      break;
    if ((unsigned char)json[i] < 0x80) {
      S_add_unit(roll, (uint16_t)json[i++]);
      continue;
    }
    size_t step = hhp__utf8_length(json + i, length - i);
    S_add_code_point(roll, step == 0 ? 0xfffd : hhp__utf8_read(json + i, step));
    i += step == 0 ? hhp__utf8_broken_length(json + i, length - i) : step;
  }
  S_add_unit(roll, END_OF_FILE);
  for (int i = 0; i < WINDOW && S_is_needed(roll); i++) {
    S_store_oldest(roll);
    S_shift_window(roll, 0);
  }
}

hhp_status hhp__report_hash_lines(hhp_report *report, const char *json, size_t length) {
  if (report->findings.count == 0)
    return HHP_OK;
  S_roll *roll = calloc(1, sizeof(*roll));
  if (roll == NULL)
    return HHP_ERR_NOMEM;
  roll->report = report;
  roll->is_line_start = 1;
  roll->oldest = 1;
  for (int i = 0; i < WINDOW; i++)
    roll->oldest *= MULTIPLIER;
  S_hash_text(roll, json, length);
  hhp_status status = roll->has_failed ? HHP_ERR_NOMEM : HHP_OK;
  hhp__index_free(&roll->seen);
  hhp__arena_free(&roll->arena);
  free(roll);
  return status;
}
