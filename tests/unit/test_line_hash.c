/* Hashes of lines, beside those by the algorithm of github/codeql-action (src/fingerprints.ts), a unit at a time. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "report/finding.h"
#include "unit/support.h"

enum { TEXTS = 3000, LONGEST = 4000, MOST_LINES = 400, WINDOW = 100, MULTIPLIER = 37, NONE = 0, END_OF_FILE = 0xffff };

typedef struct {
  char text[MOST_LINES + 1][32]; /* by line, from 1; "": none */
  uint64_t hashes[MOST_LINES + 1];
  size_t count; /* of the hashes, in the order of the lines */
  uint64_t sum, first_power, window[WINDOW];
  size_t lines[WINDOW], at, line;
  int is_line_start, is_behind_return;
} slow;

static void output_hash(slow *s) {
  uint64_t times = 1;
  for (size_t i = 0; i < s->count; i++)
    times += s->hashes[i] == s->sum;
  assert_true(s->lines[s->at] <= MOST_LINES);
  s->hashes[s->count++] = s->sum;
  snprintf(s->text[s->lines[s->at]], sizeof(s->text[0]), "%llx:%llu", (unsigned long long)s->sum,
           (unsigned long long)times);
  s->lines[s->at] = NONE;
}

static void update_hash(slow *s, uint16_t unit) {
  uint64_t begin = s->window[s->at];
  s->window[s->at] = unit;
  s->sum = MULTIPLIER * s->sum + unit - s->first_power * begin;
  s->at = (s->at + 1) % WINDOW;
}

static void process(slow *s, uint16_t unit) {
  if (unit == ' ' || unit == '\t' || (s->is_behind_return && unit == '\n')) {
    s->is_behind_return = 0;
    return;
  }
  s->is_behind_return = unit == '\r';
  if (unit == '\r')
    unit = '\n';
  if (s->lines[s->at] != NONE)
    output_hash(s);
  if (s->is_line_start)
    s->lines[s->at] = ++s->line;
  s->is_line_start = unit == '\n';
  update_hash(s, unit);
}

static void hash_slowly(slow *s, const char *text) {
  *s = (slow){.is_line_start = 1, .first_power = 1};
  for (int i = 0; i < WINDOW; i++)
    s->first_power *= MULTIPLIER;
  for (size_t length = strlen(text), step; length > 0; text += step, length -= step) {
    step = hhp__utf8_length(text, length);
    uint32_t c = hhp__utf8_read(text, step);
    if (c >= 0x10000)
      process(s, (uint16_t)(0xd800 + ((c - 0x10000) >> 10)));
    process(s, (uint16_t)(c >= 0x10000 ? 0xdc00 + ((c - 0x10000) & 0x3ff) : c));
  }
  process(s, END_OF_FILE);
  for (int i = 0; i < WINDOW; i++) {
    if (s->lines[s->at] != NONE)
      output_hash(s);
    update_hash(s, 0);
  }
}

static uint64_t next_random(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

static void make_text(uint64_t *seed, char out[LONGEST]) {
  static const char *const pieces[] = {"\"title\": \"Lommepengejob\",",
                                       "x",
                                       "        ",
                                       " ",
                                       "\t",
                                       "\x01",
                                       "æ",
                                       "Ærø–",
                                       "😀",
                                       "\U00010000", /* the first that has two units */
                                       "\x7f",
                                       "abcdefgh",
                                       "abcdefg",
                                       "\n",
                                       "\n",
                                       "\n",
                                       "\n    ",
                                       "\r\n",
                                       "\r",
                                       "{\n      \"a\": 1,\n      \"a\": 1,\n",
                                       "}\n",
                                       "ÿ߀"};
  size_t count = next_random(seed) % 100, variety = 2 + next_random(seed) % (COUNT_OF(pieces) - 1);
  size_t from = next_random(seed) % COUNT_OF(pieces);
  out[0] = '\0';
  for (size_t i = 0; i < count; i++)
    strcat(out, pieces[(from + next_random(seed) % variety) % COUNT_OF(pieces)]);
}

/* A finding on each line that is a multiple of `every`, and two on some. */
static void assert_hashed_alike(const slow *s, const char *text, size_t every) {
  hhp_report *report = new_report();
  hhp__report_begin(report);
  for (size_t line = every; line <= s->line; line += every) {
    for (int i = 0; i <= (line % 3 == 0); i++) {
      hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "");
      assert_non_null(finding);
      set_line(finding, line);
    }
  }
  assert_int_equal(hhp__report_hash_lines(report, text, strlen(text)), HHP_OK);
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *finding = hhp_report_at(report, i);
    assert_string_equal(hhp_finding_line_hash(finding), s->text[hhp_finding_line(finding)]);
  }
}

static void random_texts_are_hashed_as_by_code_scanning(void **state) {
  (void)state;
  static slow s;
  uint64_t seed = 37;
  char text[LONGEST];
  for (int i = 0; i < TEXTS; i++) {
    make_text(&seed, text);
    hash_slowly(&s, text);
    assert_hashed_alike(&s, text, 1 + (size_t)i % 4);
  }
}

static const char *hash_of_first_line(const char *text, size_t length) {
  hhp_report *report = new_report();
  hhp__report_begin(report);
  hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "");
  assert_non_null(finding);
  set_line(finding, 1);
  assert_int_equal(hhp__report_hash_lines(report, text, length), HHP_OK);
  return copy_of(hhp_finding_line_hash(finding));
}

/* A character that is cut off at the end is not completed by what happens to follow in memory. */
static void nothing_beyond_the_end_is_hashed(void **state) {
  (void)state;
  static const char *const texts[] = {"ab\u00e6", "ab\u20ac", "ab\U0001f600"}; /* of two, three and four bytes */
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    for (size_t length = 3; length < strlen(texts[i]); length++) {
      char other[16] = "";
      memcpy(other, texts[i], length); /* NUL follows */
      assert_string_equal(hash_of_first_line(texts[i], length), hash_of_first_line(other, length));
      assert_string_not_equal(hash_of_first_line(texts[i], length), hash_of_first_line(texts[i], strlen(texts[i])));
    }
  }
}

static void lines_beyond_the_text_have_no_hash(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp__report_begin(report);
  hhp_finding *finding = hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, "");
  assert_non_null(finding);
  set_line(finding, 3);
  assert_int_equal(hhp__report_hash_lines(report, "a\nb", 3), HHP_OK);
  assert_null(hhp_finding_line_hash(finding));
}

/* Of a plan that was not read from a text, for instance. */
static void findings_without_lines_have_no_hash(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp__report_begin(report);
  for (int i = 0; i < 2; i++) {
    assert_non_null(hhp__report_add(report, HHP__M_TEXT_BLANK, HHP_SEVERITY_WARNING, ""));
    assert_int_equal(hhp__report_hash_lines(report, "a\nb", 3), HHP_OK);
    assert_null(hhp_finding_line_hash(hhp_report_at(report, 0)));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(random_texts_are_hashed_as_by_code_scanning),
      TEST(nothing_beyond_the_end_is_hashed),
      TEST(lines_beyond_the_text_have_no_hash),
      TEST(findings_without_lines_have_no_hash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
