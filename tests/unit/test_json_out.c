/* JSON written without a tree, beside the same written from one. */
#include <jansson.h>
#include <string.h>

#include "render/json_out.h"
#include "render/shown_json.h"
#include "unit/support.h"
#include "json/real.h"

enum { TEXTS = 20000, LONGEST = 400 };

/* What has to be escaped, by JSON or for terminals and CI systems, and what only looks like it. */
static const char *const S_pieces[] = {
    "Lokale aktiviteter for unge, ",
    "æøå",
    "x",
    "“Ny Vej”",
    "#",
    "##",
    "###",
    "##[error]",
    "\"",
    "\\",
    "\n",
    "\t",
    "\x01",
    "\x1b[31m",
    "\x7f",
    "\xc2\x85",
    "\xe2\x80\xae",
    "\xe2\x80\x8d",
    "\xf0\x9f\x98\x80",
    "\xf3\xa0\x80\xa1",
    "\xff",
    "\xc3",
    "\xe2\x80",
    "\xed\xa0\x80",
};

static uint64_t next_random(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

static void make_text(uint64_t *seed, char out[LONGEST]) {
  size_t pieces = next_random(seed) % 12;
  out[0] = '\0';
  for (size_t i = 0; i < pieces; i++)
    strcat(out, S_pieces[next_random(seed) % COUNT_OF(S_pieces)]);
}

static void assert_written_alike(const char *text) {
  hhp__buffer direct = {0}, by_value = {0};
  hhp__puts(&direct, "#");
  hhp__puts(&by_value, "#");
  hhp__put_shown_string(&direct, text);
  hhp__put_shown_json(&by_value, hhp__string_of(text), 0);
  assert_false(direct.failed || by_value.failed);
  assert_string_equal(direct.text, by_value.text);
  hhp__buffer_free(&direct);
  hhp__buffer_free(&by_value);
}

static void texts_are_written_as_from_values(void **state) {
  (void)state;
  uint64_t seed = 20261129;
  char text[LONGEST];
  for (size_t i = 0; i < COUNT_OF(S_pieces); i++)
    assert_written_alike(S_pieces[i]);
  for (int i = 0; i < TEXTS; i++) {
    make_text(&seed, text);
    assert_written_alike(text);
  }
  assert_written_alike(NULL);
  assert_written_alike("");
}

static void escapes_are_those_by_hand(void **state) {
  (void)state;
  hhp__buffer out = {0};
  hhp__put_shown_string(&out, "a\"\\\n\x01\x7f##[x]# \xe2\x80\xae\xf3\xa0\x80\xa1\xff");
  assert_string_equal(out.text, "\"a\\\"\\\\\\n\\u0001\\u007f\\u0023#[x]# \\u202e\\udb40\\udc21\\\\xff\"");
  hhp__buffer_free(&out);
}

static void documents_are_indented(void **state) {
  (void)state;
  hhp__buffer out = {0}, text = {0};
  hhp__json_out json = {&out, 0, 1};
  hhp__puts(&text, "to");
  hhp__json_open(&json, NULL, '{');
  hhp__json_open(&json, "none", '[');
  hhp__json_close(&json, ']');
  hhp__json_text_if_any(&json, "empty", "");
  hhp__json_text_if_any(&json, "missing", NULL);
  hhp__json_text(&json, "null", NULL);
  hhp__json_open(&json, "items", '[');
  hhp__json_number(&json, NULL, -3);
  hhp__json_take_text(&json, NULL, &text);
  hhp__json_open(&json, NULL, '{');
  hhp__json_boolean(&json, "yes", 1);
  hhp__json_boolean(&json, "no", 0);
  hhp__json_close(&json, '}');
  hhp__json_open(&json, NULL, '{');
  hhp__json_close(&json, '}');
  hhp__json_close(&json, ']');
  hhp__json_close(&json, '}');
  assert_null(text.text);
  assert_string_equal(out.text, "{\n"
                                "  \"none\": [],\n"
                                "  \"null\": null,\n"
                                "  \"items\": [\n"
                                "    -3,\n"
                                "    \"to\",\n"
                                "    {\n"
                                "      \"yes\": true,\n"
                                "      \"no\": false\n"
                                "    },\n"
                                "    {}\n"
                                "  ]\n"
                                "}");
  hhp__buffer_free(&out);
}

/* What is in a string is no number, and nothing is added behind it. */
static void strings_are_copied_to_their_end(void **state) {
  (void)state;
  static const char *const texts[] = {"\"a\"", "\"1.50\"", "\"\\\"1.50\"", "[\"1.50\",\"\"]"};
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    hhp__buffer out = {0};
    hhp__put_shortened(&out, texts[i], strlen(texts[i]));
    assert_int_equal(out.length, strlen(texts[i]));
    assert_string_equal(out.text, texts[i]);
    hhp__buffer_free(&out);
  }
}

/* Plain up to three zeros behind the point, and up to 16 digits before it. */
static void numbers_beyond_some_size_have_an_exponent(void **state) {
  (void)state;
  static const struct {
    const char *text, *expected;
  } cases[] = {{"1.0e-3", "0.001"},
               {"1.50e-4", "0.00015"},
               {"1.50e-5", "1.5e-5"},
               {"-1.0e-5", "-1e-5"},
               {"1.0e15", "1000000000000000.0"},
               {"1.0e16", "1e16"},
               {"1e+22", "1e22"},
               {"5e2", "500.0"},
               {"5E2", "500.0"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__put_shortened(&out, cases[i].text, strlen(cases[i].text));
    assert_string_equal(out.text, cases[i].expected);
    hhp__buffer_free(&out);
  }
}

static void failed_texts_fail_the_document(void **state) {
  (void)state;
  hhp__buffer out = {0}, text = {.failed = 1};
  hhp__json_out json = {&out, 0, 1};
  hhp__json_take_text(&json, NULL, &text);
  assert_true(out.failed);
  hhp__buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(texts_are_written_as_from_values),
      TEST(escapes_are_those_by_hand),
      TEST(documents_are_indented),
      TEST(strings_are_copied_to_their_end),
      TEST(numbers_beyond_some_size_have_an_exponent),
      TEST(failed_texts_fail_the_document),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
