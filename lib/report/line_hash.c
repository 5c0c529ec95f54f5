/* The hash by which GitHub's code scanning identifies a line: of 100 characters from the start of the line, without
 * white space, with a number for lines of equal hash. It is that of github/codeql-action, src/fingerprints.ts, whose
 * unit is the UTF-16 code unit. */
#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/buffer.h"
#include "base/index.h"
#include "base/utf8.h"
#include "report/finding.h"

enum { WINDOW = 100, BLOCK = 8, END_OF_FILE = 0xffff };

#define P1 UINT64_C(37) /* the multiplier, and its powers, as in S_powers */
#define P2 (P1 * P1)
#define P4 (P2 * P2)

static const uint64_t S_powers[BLOCK + 1] = {1, P1, P2, P2 *P1, P4, P4 *P1, P4 *P2, P4 *P2 *P1, P4 *P4};

/* A line whose first characters are being read. */
typedef struct {
  uint64_t end;   /* the number of units read when its hash is complete */
  uint64_t start; /* the sum at its start */
} S_line;

/* The sum of all units so far, each multiplied by 37 once for every unit after it, modulo 2^64. The hash of the units
 * from one place to another is the difference of the sums, the first multiplied in the same way. */
typedef struct {
  uint64_t *hashes; /* of the lines that are complete */
  size_t complete;
  size_t wanted; /* how many are needed: up to the last one with a finding */
  uint64_t sum;
  uint64_t units;
  uint64_t next_end; /* that of the first line in `lines` */
  uint64_t window;   /* 37 to the power of WINDOW */
  S_line lines[WINDOW];
  size_t first, count; /* a ring */
  int is_line_start;
  int is_behind_return;
} S_roll;

static void S_end_line(S_roll *roll) {
  if (roll->complete < roll->wanted)
    roll->hashes[roll->complete++] = roll->sum - roll->window * roll->lines[roll->first].start;
  roll->first = roll->first + 1 == WINDOW ? 0 : roll->first + 1;
  roll->count--;
  roll->next_end = roll->count == 0 ? UINT64_MAX : roll->lines[roll->first].end;
}

/* Each line has a unit at least, so that no more than WINDOW are being read. */
static void S_begin_line(S_roll *roll) {
  size_t at = (roll->first + roll->count) % WINDOW;
  roll->lines[at] = (S_line){roll->units + WINDOW, roll->sum};
  if (roll->count++ == 0)
    roll->next_end = roll->lines[at].end;
}

static inline void S_add_to_sum(S_roll *roll, uint16_t unit) {
  roll->sum = P1 * roll->sum + unit;
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

/* The sum of eight bytes, the first of which is the lowest of the word; bytes of 0 at the front do not count. Two
 * neighbours at a time are added, then two sums of two, each of which has the bits of its bytes to itself. */
static inline uint64_t S_sum_of(uint64_t word) {
  const uint64_t bytes = UINT64_C(0x00ff00ff00ff00ff), pairs = UINT64_C(0x0000ffff0000ffff);
  word = (word & bytes) * P1 + (word >> 8 & bytes);
  word = (word & pairs) * P2 + (word >> 16 & pairs);
  return (word & UINT32_MAX) * P4 + (word >> 32);
}

/* How many bytes of the word, from the lowest, are visible ASCII: neither white space nor control, up to 0x7f. */
static inline unsigned S_visible(uint64_t word) {
  const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
  uint64_t is_other = (word | ~((word | high) - ones * ('!'))) & high;
  return is_other == 0 ? BLOCK : hhp__lowest_bit(is_other) / 8;
}

/* How many bytes of the word, from the lowest, are spaces. */
static inline unsigned S_spaces(uint64_t word) {
  uint64_t is_other = word ^ UINT64_C(0x2020202020202020);
  return is_other == 0 ? BLOCK : hhp__lowest_bit(is_other) / 8;
}

/* Adds some of the first bytes of the word, up to the end of the first line that becomes complete; returns how many. */
static inline unsigned S_add_visible(S_roll *roll, uint64_t word, unsigned visible) {
  if (roll->is_line_start)
    S_begin_line(roll);
  roll->is_line_start = 0;
  uint64_t open = roll->next_end - roll->units;
  unsigned taken = visible < open ? visible : (unsigned)open;
  roll->sum = roll->sum * S_powers[taken] + S_sum_of(word << (8 * (BLOCK - taken)));
  roll->units += taken;
  if (roll->units == roll->next_end)
    S_end_line(roll);
  return taken;
}

/* Adds visible ASCII and passes spaces, up to anything else; returns how much. */
static size_t S_add_run(S_roll *roll, const char *text, size_t length) {
  size_t i = 0;
  while (length - i >= BLOCK) {
    uint64_t word = hhp__load_64(text + i);
    unsigned visible = S_visible(word);
    unsigned taken = visible == 0 ? 0 : S_add_visible(roll, word, visible);
    i += taken;
    if (taken < visible || visible == BLOCK)
      continue;
    unsigned spaces = S_spaces(word >> (8 * taken));
    if (spaces == 0)
      break;
    i += spaces;
  }
  return i;
}

/* A character of two bytes. */
static int S_is_letter(const char *text) {
  unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];
  return first >= 0xc2 && first < 0xe0 && (second & 0xc0) == 0x80;
}

static void S_hash_text(S_roll *roll, const char *json, size_t length) {
  for (size_t i = 0; i < length;) {
    if (!roll->is_behind_return)
      i += S_add_run(roll, json + i, length - i);
    if (i == length || (json[i] == '\n' && roll->complete == roll->wanted))
      break;
    if (json[i] == ' ') {
      roll->is_behind_return = 0;
      i++;
      continue;
    }
    if ((unsigned char)json[i] < 0x80) {
      S_add_unit(roll, (uint16_t)json[i++]);
      continue;
    }
    if (length - i >= 2 && S_is_letter(json + i)) {
      S_add_unit(roll, (uint16_t)(((unsigned char)json[i] & 0x1f) << 6 | ((unsigned char)json[i + 1] & 0x3f)));
      i += 2;
      continue;
    }
    size_t step = hhp__utf8_length(json + i, length - i);
    S_add_code_point(roll, step == 0 ? 0xfffd : hhp__utf8_read(json + i, step));
    i += step == 0 ? hhp__utf8_broken_length(json + i, length - i) : step;
  }
  S_add_unit(roll, END_OF_FILE);
  for (int i = 0; i < WINDOW && roll->complete < roll->wanted; i++)
    S_add_to_sum(roll, 0);
}

/* Finds the hash of each line up to the last that has a finding. */
static size_t S_hash_lines(uint64_t *hashes, size_t wanted, const char *json, size_t length) {
  S_roll roll = {.hashes = hashes, .wanted = wanted, .is_line_start = 1, .next_end = UINT64_MAX, .window = 1};
  for (int i = 0; i < WINDOW; i++)
    roll.window *= P1;
  S_hash_text(&roll, json, length);
  return roll.complete;
}

/* The hash of a line with a finding, and how many lines had it so far. */
typedef struct S_seen {
  uint64_t hash;
  uint64_t times;
  struct S_seen *next;
} S_seen;

/* Lists by the upper bits of the hash multiplied by a random number: whatever the text is, the lists are short. */
typedef struct {
  hhp__index random;
  S_seen **lists;
  S_seen *items;
  size_t count;
  int shift;
} S_table;

static S_seen **S_list_of(const S_table *table, uint64_t hash) {
  return &table->lists[hash * (table->random.seed[0] | 1) >> table->shift];
}

static S_seen *S_find(const S_table *table, uint64_t hash) {
  S_seen *seen = *S_list_of(table, hash);
  while (seen != NULL && seen->hash != hash)
    seen = seen->next;
  return seen;
}

static void S_add(S_table *table, uint64_t hash) {
  if (S_find(table, hash) != NULL)
    return;
  S_seen **list = S_list_of(table, hash);
  S_seen *seen = &table->items[table->count++];
  *seen = (S_seen){hash, 0, *list};
  *list = seen;
}

static int S_make_table(S_table *table, size_t most) {
  hhp__index any = {0};
  *table = (S_table){.random = hhp__index_sharing_seed(&any), .shift = 60};
  while ((UINT64_C(1) << (64 - table->shift)) < most)
    table->shift--;
  table->lists = calloc((size_t)1 << (64 - table->shift), sizeof(*table->lists));
  table->items = calloc(most, sizeof(*table->items));
  return table->lists == NULL || table->items == NULL ? -1 : 0;
}

static void S_free_table(S_table *table) {
  free(table->lists);
  free(table->items);
}

static const char *S_format_hash(hhp_report *report, const S_seen *seen) {
  hhp__buffer text = {0};
  hhp__put_hex(&text, seen->hash, 1);
  hhp__putc(&text, ':');
  hhp__put_number(&text, (int64_t)seen->times);
  const char *kept = text.failed ? NULL : hhp__arena_text(&report->arena, text.text, text.length);
  hhp__buffer_free(&text);
  return kept;
}

/* Counts the lines of each hash, and stores those of lines with findings, which are sorted by line. */
static hhp_status S_number_lines(const S_table *table, hhp_report *report, const uint64_t *hashes, size_t lines,
                                 uint32_t findings) {
  uint32_t next = 0;
  for (size_t line = 1; line <= lines; line++) {
    const char *text = NULL;
    S_seen *seen = S_find(table, hashes[line - 1]);
    if (seen == NULL)
      continue; /* no finding has a line like this */
    seen->times++;
    for (; next < findings; next++) {
      hhp_finding *finding = report->findings.items[next];
      if (hhp_finding_line(finding) != line)
        break;
      if (text == NULL && (text = S_format_hash(report, seen)) == NULL)
        return HHP_ERR_NOMEM;
      finding->source->line_hash = text;
    }
  }
  return HHP_OK;
}

/* How many findings have a line; the others are behind them. */
static uint32_t S_count_placed(const hhp_report *report) {
  size_t count = report->findings.count;
  while (count > 0 && hhp_finding_line(report->findings.items[count - 1]) == 0)
    count--;
  return (uint32_t)count; /* at most HHP__MOST_FINDINGS */
}

static size_t S_line_of(const hhp_report *report, uint32_t index) {
  return hhp_finding_line(report->findings.items[index]);
}

hhp_status hhp__report_hash_lines(hhp_report *report, const char *json, size_t length) {
  uint32_t findings = S_count_placed(report);
  if (findings == 0)
    return HHP_OK;
  S_table table;
  size_t lines = S_line_of(report, findings - 1);
  uint64_t *hashes = calloc(lines, sizeof(*hashes));
  hhp_status status = S_make_table(&table, findings) != 0 || hashes == NULL ? HHP_ERR_NOMEM : HHP_OK;
  if (status == HHP_OK) {
    lines = S_hash_lines(hashes, lines, json, length);
    for (uint32_t i = 0; i < findings; i++) {
      if (S_line_of(report, i) <= lines)
        S_add(&table, hashes[S_line_of(report, i) - 1]);
    }
    status = S_number_lines(&table, report, hashes, lines, findings);
  }
  S_free_table(&table);
  free(hashes);
  return status;
}
