/* Scanning several bytes at a time (base/scan.h): the library's blocks and the portable ones beside a byte at a
 * time. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/scan.h"
#include "base/utf8.h"
#include "unit/support.h"

typedef const char *scan(const char *text, const char *end);

/* The portable twin, under names of its own. */
typedef const char *hinting_scan(const char *text, const char *end, int *has_hint);
static hinting_scan portable_read_string;
static scan portable_string, portable_prose, portable_harmless, portable_json_blanks, portable_to_note;
typedef size_t counting_scan(const char *text, const char *end);
static counting_scan portable_count_line_feeds;
#define HHP__NO_VECTORS
#define hhp__skip_string portable_string
#define hhp__read_string portable_read_string
#define hhp__skip_prose portable_prose
#define hhp__skip_harmless portable_harmless
#define hhp__skip_json_blanks portable_json_blanks
#define hhp__skip_to_note portable_to_note
#define hhp__count_line_feeds portable_count_line_feeds
#include "base/scan.c"
#undef hhp__skip_string
#undef hhp__read_string
#undef hhp__skip_prose
#undef hhp__skip_harmless
#undef hhp__skip_json_blanks
#undef hhp__skip_to_note
#undef hhp__count_line_feeds

#ifndef SCAN_ROUNDS
#  define SCAN_ROUNDS 200000
#endif

enum { LONGEST = 80, ALIGNMENTS = 16 };

static const char *by_bytes(const char *text, const char *end, const char *stops) {
  while (text < end) {
    unsigned char c = (unsigned char)*text;
    if (c >= ' ' && c <= '~' && strchr(stops, c) == NULL) {
      text++;
      continue;
    }
    if (c < 0xc3 || c > 0xcb || hhp__utf8_length(text, (size_t)(end - text)) != 2)
      break;
    text += 2;
  }
  return text;
}

static const char *string_by_bytes(const char *text, const char *end) {
  return by_bytes(text, end, "\"\\");
}

static const char *prose_by_bytes(const char *text, const char *end) {
  return by_bytes(text, end, "-");
}

static const char *harmless_by_bytes(const char *text, const char *end) {
  return by_bytes(text, end, "#");
}

static const char *json_blanks_by_bytes(const char *text, const char *end) {
  while (text < end && *text != '\0' && strchr(" \t\r\n", *text) != NULL)
    text++;
  return text;
}

static const char *to_note_by_bytes(const char *text, const char *end) {
  for (; end - text >= 2; text++) {
    char next = text[1];
    if (*text == 'T' || *text == 'F' || *text == '\n')
      break;
    if ((*text == 'l' || *text == 'L') && (next == 'o' || next == 'O'))
      break;
    if ((*text == 'x' || *text == 'X') && (next == 'x' || next == 'X'))
      break;
  }
  return end - text >= 2 ? text : end;
}

static int has_hint_by_bytes(const char *text, const char *stop, const char *end) {
  for (; text < stop; text++) {
    char next = text + 1 < end ? text[1] : '\0';
    if (*text == '-' || *text == 'x' || *text == 'X' || (*text == 'T' && (next == 'O' || next == 'B')) ||
        ((*text == 'i' || *text == 'I') && (next == 'p' || next == 'P')))
      return 1;
  }
  return 0;
}

static const char *check_read_string(hinting_scan *read_string, const char *text, const char *end) {
  int has_hint = 0;
  const char *stop = read_string(text, end, &has_hint);
  assert_int_equal(has_hint, has_hint_by_bytes(text, stop, end));
  return stop;
}

static const char *library_read_string(const char *text, const char *end) {
  return check_read_string(hhp__read_string, text, end);
}

static const char *portable_read_string_scan(const char *text, const char *end) {
  return check_read_string(portable_read_string, text, end);
}

static const struct {
  scan *library, *portable, *by_bytes;
} scans[] = {{hhp__skip_string, portable_string, string_by_bytes},
             {library_read_string, portable_read_string_scan, string_by_bytes},
             {hhp__skip_prose, portable_prose, prose_by_bytes},
             {hhp__skip_harmless, portable_harmless, harmless_by_bytes},
             {hhp__skip_json_blanks, portable_json_blanks, json_blanks_by_bytes},
             {hhp__skip_to_note, portable_to_note, to_note_by_bytes}};

static size_t line_feeds_by_bytes(const char *text, const char *end) {
  size_t count = 0;
  for (; text < end; text++)
    count += *text == '\n';
  return count;
}

static void check_count(const char *text, const char *end) {
  size_t expected = line_feeds_by_bytes(text, end);
  assert_int_equal(hhp__count_line_feeds(text, end), expected);
  assert_int_equal(portable_count_line_feeds(text, end), expected);
}

/* The text is put at the end of memory of its own size, so that sanitizers notice what is read beyond it. */
static void check_scans(const char *bytes, size_t length, size_t alignment) {
  char *memory = malloc(alignment + length + (alignment + length == 0));
  assert_non_null(memory);
  char *text = memory + alignment;
  memcpy(text, bytes, length);
  for (size_t i = 0; i < sizeof(scans) / sizeof(scans[0]); i++) {
    const char *expected = scans[i].by_bytes(text, text + length);
    assert_ptr_equal(scans[i].library(text, text + length), expected);
    assert_ptr_equal(scans[i].portable(text, text + length), expected);
  }
  check_count(text, text + length);
  free(memory);
}

/* Every byte at every place of texts of every length, among ordinary bytes, blanks and letters. */
static void every_byte_is_found_at_every_place(void **state) {
  (void)state;
  static const char *const fillers[] = {"a", " ", "\n", "æ"};
  for (size_t filler = 0; filler < sizeof(fillers) / sizeof(fillers[0]); filler++) {
    char text[LONGEST];
    for (size_t length = 0; length <= 40; length++) {
      for (size_t at = 0; at < length; at++) {
        for (size_t i = 0; i < length; i++)
          text[i] = fillers[filler][i % strlen(fillers[filler])];
        for (int byte = 0; byte < 256; byte++) {
          text[at] = (char)byte;
          check_scans(text, length, 0);
        }
      }
    }
  }
}

/* Blocks are counted in a byte each, which holds 255 of them. */
static void line_feeds_are_counted_in_long_texts(void **state) {
  (void)state;
  enum { BLOCK = 16, MOST = 520 * BLOCK };
  static char feeds[MOST], mixed[MOST];
  memset(feeds, '\n', MOST);
  for (size_t i = 0; i < MOST; i++)
    mixed[i] = i % 7 == 0 || i % 45 == 0 ? '\n' : 'a';
  for (size_t length = 0; length <= MOST; length += length % BLOCK == 1 ? BLOCK - 2 : 1) {
    assert_int_equal(hhp__count_line_feeds(feeds, feeds + length), length);
    assert_int_equal(portable_count_line_feeds(feeds, feeds + length), length);
    check_count(mixed, mixed + length);
  }
}

static uint64_t next_random(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

/* Mostly pieces that are passed, so that scans get far; sometimes any byte. */
static size_t put_random(uint64_t *seed, char out[LONGEST]) {
  static const char *const pieces[] = {
      "a",    "lig",          " ", "æ",    "ø",        "å",  "É",  "\xc3", "\x80", "\xcb\xbf", "\xcc", "\xc2",
      "\xe2", "\xe2\x80\x93", "-", "\"",   "\\",       "#",  "\n", "  ",   "\t",   "lo",       "XX",   "T",
      "F",    "\x7f",         "~", "\x1f", "\xc3\x97", "\r", "ip", "IP",   "TO",   "tB"};
  enum { PIECES = sizeof(pieces) / sizeof(pieces[0]), PASSED = 7 };
  size_t most = next_random(seed) % (LONGEST - 4);
  size_t length = 0;
  unsigned rarity = (unsigned)(next_random(seed) % 24) + 1;
  while (length < most) {
    uint64_t random = next_random(seed);
    if (random % 64 == 0) {
      out[length++] = (char)(random >> 8);
      continue;
    }
    const char *piece = pieces[(random >> 16) % (random % rarity == 0 ? PIECES : PASSED)];
    memcpy(out + length, piece, strlen(piece));
    length += strlen(piece);
  }
  return length;
}

static void random_texts_are_scanned_alike(void **state) {
  (void)state;
  uint64_t seed = 20260101;
  char text[LONGEST];
  for (long i = 0; i < SCAN_ROUNDS; i++) {
    size_t length = put_random(&seed, text);
    check_scans(text, length, (size_t)i % ALIGNMENTS);
  }
}

/* As compared with reading forward from the start of the text. */
static void the_last_character_is_that_of_reading_forward(void **state) {
  (void)state;
  uint64_t seed = 7;
  char text[LONGEST];
  for (long i = 0; i < SCAN_ROUNDS; i++) {
    size_t length = put_random(&seed, text);
    uint32_t last = 0;
    for (size_t at = 0, step; at < length; at += step == 0 ? 1 : step) {
      step = hhp__utf8_length(text + at, length - at);
      last = hhp__utf8_read(text + at, step);
    }
    if (length > 0)
      assert_int_equal(hhp__utf8_last(text, length), last);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_byte_is_found_at_every_place),
      cmocka_unit_test(line_feeds_are_counted_in_long_texts),
      cmocka_unit_test(random_texts_are_scanned_alike),
      cmocka_unit_test(the_last_character_is_that_of_reading_forward),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
