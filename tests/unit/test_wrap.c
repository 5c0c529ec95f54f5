/* Text laid out in columns (base/wrap.h). */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/safe.h"
#include "base/width.h"
#include "base/wrap.h"
#include "unit/support.h"

enum { SECONDS = 20 }; /* a wrapper that does not advance is killed */

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char *taken(hhp__buffer *out) {
  char *text = hhp__buffer_take(out, NULL);
  assert_non_null(text);
  const char *copy = copy_of(text);
  free(text);
  return copy;
}

static const char *wrapped_in(const char *text, size_t column, hhp__margins margins) {
  hhp__buffer out = {0};
  size_t end = hhp__put_wrapped(&out, text, column, margins);
  const char *lines = taken(&out);
  const char *last = strrchr(lines, '\n');
  assert_int_equal(end, last == NULL ? column + hhp__columns(lines, strlen(lines))
                                     : hhp__columns(last + 1, strlen(last + 1)));
  return lines;
}

static const char *wrapped(const char *text, size_t column, size_t indent, size_t limit) {
  return wrapped_in(text, column, (hhp__margins){indent, limit, 0});
}

/* An escape is a cluster, if it is whole. */
static void escapes_are_kept_whole(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length, cluster;
  } cases[] = {{"\\xe5", 4, 4},      {"\\xe5a", 5, 4},        {"\\xe", 3, 1},      {"\\xeg", 4, 1},
               {"\\xge", 4, 1},      {"\\x\0a", 4, 1},        {"\\xa\0", 4, 1},    {"\\u{e5}", 6, 6},
               {"\\u{0}", 5, 5},     {"\\u{}", 4, 1},         {"\\u{202e}", 8, 8}, {"\\u{10ffff}", 10, 10},
               {"\\u{e0041}", 9, 9}, {"\\u{1234567}", 11, 1}, {"\\u{e5", 5, 1},    {"\\u{\0}", 5, 1},
               {"\\y00", 4, 1},      {"\\u(e5}", 6, 1},       {"\\y{e5}", 6, 1},   {"xe5a", 4, 1},
               {"\\u{e5}", 5, 1} /* without what follows */};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    if (hhp__cluster_length(exact_copy(cases[i].text, cases[i].length), cases[i].length) != cases[i].cluster ||
        hhp__cluster_length(cases[i].text, cases[i].length) != cases[i].cluster)
      fail_msg("%s: %zu", cases[i].text, hhp__cluster_length(cases[i].text, cases[i].length));
  }
}

static void lines_break_at_spaces(void **state) {
  (void)state;
  assert_string_equal(wrapped("", 3, 3, 10), "");
  assert_string_equal(wrapped("one two three", 0, 0, 80), "one two three");
  assert_string_equal(wrapped("one two three", 0, 0, 7), "one two\nthree");
  assert_string_equal(wrapped("one two three", 0, 0, 6), "one\ntwo\nthree");
  assert_string_equal(wrapped("one two three", 2, 2, 9), "one two\n  three");
  assert_string_equal(wrapped("one two three", 4, 6, 13), "one two\n      three"); /* a hanging indent */
  assert_string_equal(wrapped("one two three", 6, 2, 9), "one\n  two\n  three");   /* a label before it */
}

/* Columns are counted, not bytes or characters. */
static void wide_and_combined_characters_have_their_columns(void **state) {
  (void)state;
  assert_string_equal(wrapped("blå bær", 0, 0, 7), "blå bær");
  assert_string_equal(wrapped("blå bær", 0, 0, 6), "blå\nbær");
  assert_string_equal(wrapped("bla\u030a bær", 0, 0, 7), "bla\u030a bær");
  assert_string_equal(wrapped("漢字 漢字", 0, 0, 9), "漢字 漢字");
  assert_string_equal(wrapped("漢字 漢字", 0, 0, 8), "漢字\n漢字");
}

/* The title of a plan may contain runs of spaces, and a diff is about them. */
static void spaces_are_kept_but_not_at_a_break(void **state) {
  (void)state;
  assert_string_equal(wrapped("a  b", 0, 0, 10), "a  b");
  assert_string_equal(wrapped("  a", 0, 0, 10), "  a");
  assert_string_equal(wrapped("   a b", 1, 1, 4), "a b");
  assert_string_equal(wrapped("a  ", 0, 0, 10), "a");
  assert_string_equal(wrapped("abc   def", 0, 0, 6), "abc\ndef");
  assert_string_equal(wrapped("   ", 0, 0, 2), "");
}

static void words_longer_than_a_line_are_split(void **state) {
  (void)state;
  assert_string_equal(wrapped("abcdefgh", 0, 0, 3), "abc\ndef\ngh");
  assert_string_equal(wrapped("a abcdefgh b", 1, 1, 5), "a\n abcd\n efgh\n b");
  assert_string_equal(wrapped("abcdefgh", 5, 1, 7), "ab\n cdefgh"); /* after a label, from there on */
}

static void words_may_be_kept_whole(void **state) {
  (void)state;
  assert_string_equal(wrapped_in("abcdefgh", 1, (hhp__margins){1, 3, 1}), "abcdefgh");
  assert_string_equal(wrapped_in("a /long/path b c", 0, (hhp__margins){0, 5, 1}), "a\n/long/path\nb c");
  assert_string_equal(wrapped_in("漢字 a", 0, (hhp__margins){0, 1, 1}), "漢字\na");
}

/* With one column left, two never fit: the line is too long then, and the next one begins. */
static void a_wide_character_takes_a_line_that_is_too_narrow(void **state) {
  (void)state;
  alarm(SECONDS);
  assert_string_equal(wrapped("漢字", 9, 9, 10), "漢\n         字");
  assert_string_equal(wrapped("a 漢字", 9, 9, 10), "a\n         漢\n         字");
  assert_string_equal(wrapped("漢字", 0, 0, 3), "漢\n字");
  assert_string_equal(wrapped("ab", 4, 4, 4), "a\n    b");
  assert_string_equal(wrapped("ab", 4, 4, 0), "a\n    b");
  alarm(0);
}

static void escapes_and_marks_are_not_split(void **state) {
  (void)state;
  assert_string_equal(wrapped("ab\\u{202e}c", 0, 0, 8), "ab\n\\u{202e}\nc");
  assert_string_equal(wrapped("ab\\u{202e}c", 0, 0, 3), "ab\n\\u{202e}\nc"); /* longer than a line */
  assert_string_equal(wrapped("ab\\xe5c", 0, 0, 4), "ab\n\\xe5\nc");
  assert_string_equal(wrapped("abe\u0301\u0323c", 0, 0, 3), "abe\u0301\u0323\nc");
  assert_string_equal(wrapped("ab漢\u0301c", 0, 0, 3), "ab\n漢\u0301c");
  assert_string_equal(wrapped("漢\u0301字", 9, 9, 10), "漢\u0301\n         字");
  assert_int_equal(hhp__cluster_length("e\u0301\u0323a", 6), 5);
  assert_string_equal(wrapped("a\\u{1b}\u0301b", 0, 0, 6), "a\n\\u{1b}\u0301\nb");
}

static void only_escapes_are_taken_for_escapes(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length;
  } cases[] = {
      {"", 0},      {"\\", 1},    {"\\x", 1},      {"\\xe", 1},         {"\\xeg", 1},
      {"\\xE5", 1}, {"\\u{}", 1}, {"\\u{202e", 1}, {"\\u{1234567}", 1}, {"\\u{10ffff}", 10},
      {"\\n", 1},   {"\xe5", 1},  {"\u0301a", 2},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *text = exact_copy(cases[i].text, strlen(cases[i].text));
    if (hhp__cluster_length(text, strlen(cases[i].text)) != cases[i].length)
      fail_msg("%s: %zu bytes", cases[i].text, hhp__cluster_length(text, strlen(cases[i].text)));
  }
}

/* What base/safe.h writes is what is recognised here. */
static void escaped_text_is_recognised(void **state) {
  (void)state;
  static const char *const texts[] = {"\x1b", "\u202e", "\xff", "\u2028", "\U000e0001", "##["};
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    hhp__buffer out = {0};
    hhp__put_safe(&out, texts[i], strlen(texts[i]));
    const char *safe = taken(&out);
    size_t length = hhp__cluster_length(safe, strlen(safe));
    if (safe[0] != '\\' || length < 4 || (safe[length] != '\0' && safe[length] != '#'))
      fail_msg("%s: %zu bytes", safe, length);
    assert_null(strchr(safe, HHP__NO_BREAK[0]));
  }
}

static void amounts_stay_with_their_units(void **state) {
  (void)state;
  assert_string_equal(wrapped("mangler 500.000 kr. nu", 0, 0, 16), "mangler\n500.000 kr. nu");
  assert_string_equal(wrapped("short by DKK 500,000, so", 0, 0, 17), "short by\nDKK 500,000, so");
  assert_string_equal(wrapped("it is (DKK 500,000) now", 0, 0, 17), "it is\n(DKK 500,000) now");
  assert_string_equal(wrapped("mindst 24,9 %, men", 0, 0, 12), "mindst\n24,9 %, men");
  assert_string_equal(wrapped("1 kr. 2 kr.", 0, 0, 8), "1 kr.\n2 kr.");
}

static void lines_do_not_break_at_no_break(void **state) {
  (void)state;
  assert_string_equal(wrapped("a b" HHP__NO_BREAK "c", 0, 0, 4), "a\nb c");
  assert_string_equal(wrapped("a" HHP__NO_BREAK "\u0301b", 0, 0, 9), "a \u0301b");
  assert_string_equal(wrapped("1 kr." HHP__NO_BREAK "→" HHP__NO_BREAK "2 kr. er", 0, 0, 14), "1 kr. → 2 kr.\ner");
}

static void wrapping_remembers_that_memory_ran_out(void **state) {
  (void)state;
  hhp__buffer out = {.failed = 1};
  hhp__put_wrapped(&out, "one two", 0, (hhp__margins){0, 5, 0});
  hhp__put_left(&out, "one two", 5);
  hhp__put_right(&out, "one two", 5);
  assert_int_equal(out.failed, 1);
  assert_null(out.text);
}

static const char *left(const char *text, size_t width) {
  hhp__buffer out = {0};
  hhp__put_left(&out, text, width);
  const char *field = taken(&out);
  assert_int_equal(hhp__columns(field, strlen(field)), width);
  return field;
}

static void fields_are_padded_or_truncated(void **state) {
  (void)state;
  assert_string_equal(left("", 3), "   ");
  assert_string_equal(left("abc", 3), "abc");
  assert_string_equal(left("blå", 5), "blå  ");
  assert_string_equal(left("abcd", 3), "ab…");
  assert_string_equal(left("abcd", 1), "…");
  assert_string_equal(left("abcd", 0), "");
  assert_string_equal(left("one two three", 12), "one two…    ");    /* between words */
  assert_string_equal(left("one twothreefour", 12), "one twothre…"); /* unless much would be lost */
  assert_string_equal(left("ab   cdef", 6), "ab…   ");               /* without the blanks behind the word */
  assert_string_equal(left(&"      x"[1], 4), "…   ");
  assert_string_equal(left("漢字", 3), "漢…");
  assert_string_equal(left("漢字", 2), "… ");
  assert_string_equal(left("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  assert_string_equal(left("abcdefgh\\u{202e}", 12), "abcdefgh…   ");
  assert_string_equal(left("\\u{202e}", 4), "…   ");
}

static void right_fields_are_padded(void **state) {
  (void)state;
  hhp__buffer out = {0};
  hhp__put_right(&out, "blå", 5);
  hhp__put_right(&out, "漢", 3);
  hhp__put_right(&out, "abcd", 3);
  assert_string_equal(taken(&out), "  blå 漢abcd");
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(escapes_are_kept_whole),
      TEST(lines_break_at_spaces),
      TEST(wide_and_combined_characters_have_their_columns),
      TEST(spaces_are_kept_but_not_at_a_break),
      TEST(words_longer_than_a_line_are_split),
      TEST(words_may_be_kept_whole),
      TEST(a_wide_character_takes_a_line_that_is_too_narrow),
      TEST(escapes_and_marks_are_not_split),
      TEST(only_escapes_are_taken_for_escapes),
      TEST(escaped_text_is_recognised),
      TEST(amounts_stay_with_their_units),
      TEST(lines_do_not_break_at_no_break),
      TEST(wrapping_remembers_that_memory_ran_out),
      TEST(fields_are_padded_or_truncated),
      TEST(right_fields_are_padded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
