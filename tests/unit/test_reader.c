/* The pull reader: tokens and their positions, texts, numbers, every error with its position, pointers. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "unit/support.h"
#include "json/reader.h"

static const char *const token_names[] = {
    [HHP__BROKEN] = "BROKEN", [HHP__END] = "END",     [HHP__BEGIN_OBJECT] = "{", [HHP__END_OBJECT] = "}",
    [HHP__BEGIN_ARRAY] = "[", [HHP__END_ARRAY] = "]", [HHP__STRING] = "text",    [HHP__INTEGER] = "integer",
    [HHP__REAL] = "real",     [HHP__TRUE] = "true",   [HHP__FALSE] = "false",    [HHP__NULL] = "null",
};

static void start(hhp__reader *reader, const char *json, size_t length) {
  memset(reader, 0x5a, sizeof(*reader)); /* the reader must not depend on previous contents */
  hhp__reader_init(reader, exact_copy(json, length), length);
}

/* All tokens with their offsets: "{0 text7 }9 END". */
static const char *tokens_of(const char *json) {
  hhp__reader reader;
  start(&reader, json, strlen(json));
  const char *text = "";
  for (;;) {
    hhp__token token = hhp__next(&reader);
    if (token == HHP__BROKEN || token == HHP__END)
      return text_of("%s%s", text, token_names[token]);
    text = text_of("%s%s%d ", text, token_names[token], (int)hhp__offset(&reader, reader.token));
  }
}

static hhp__token first_token(hhp__reader *reader, const char *json) {
  start(reader, json, strlen(json));
  return hhp__next(reader);
}

/* --- Tokens --- */

static void tokens_know_where_they_began(void **state) {
  (void)state;
  assert_string_equal(tokens_of("{}"), "{0 }1 END");
  assert_string_equal(tokens_of("[]"), "[0 ]1 END");
  assert_string_equal(tokens_of(" [ 1 , \"a\" ,true,false,null ] "), "[1 integer3 text7 true12 false17 null23 ]28 END");
  assert_string_equal(tokens_of("{\"a\" : 1.5,\n\"b\":[{}]}"), "{0 real7 [16 {17 }18 ]19 }20 END");
  assert_string_equal(tokens_of("7"), "integer0 END");
  assert_string_equal(tokens_of("\"a\""), "text0 END");
  assert_string_equal(tokens_of("\t\r\n null \t\r\n"), "null4 END");
}

static void names_come_with_their_values(void **state) {
  (void)state;
  hhp__reader reader;
  start(&reader, "{\"one\":1,\"two\":[2],\"\":3}", 24);
  hhp__next(&reader);
  assert_int_equal(hhp__next(&reader), HHP__INTEGER);
  assert_int_equal(reader.key.length, 3);
  assert_memory_equal(reader.key.start, "one", 3);
  assert_int_equal(reader.integer, 1);
  assert_int_equal(hhp__next(&reader), HHP__BEGIN_ARRAY);
  assert_memory_equal(reader.key.start, "two", 3);
  assert_int_equal(hhp__next(&reader), HHP__INTEGER);
  assert_int_equal(hhp__next(&reader), HHP__END_ARRAY);
  assert_int_equal(hhp__next(&reader), HHP__INTEGER);
  assert_int_equal(reader.key.length, 0);
  assert_int_equal(reader.integer, 3);
  assert_int_equal(hhp__next(&reader), HHP__END_OBJECT);
  assert_int_equal(hhp__next(&reader), HHP__END);
  assert_int_equal(hhp__next(&reader), HHP__END); /* and so on */
}

static void broken_stays_broken(void **state) {
  (void)state;
  hhp__reader reader;
  start(&reader, "[1,}", 4);
  hhp__next(&reader);
  hhp__next(&reader);
  assert_int_equal(hhp__next(&reader), HHP__BROKEN);
  const char *at = reader.fault_at;
  assert_int_equal(hhp__next(&reader), HHP__BROKEN);
  assert_int_equal(reader.fault, HHP__FAULT_UNEXPECTED);
  assert_ptr_equal(reader.fault_at, at);
}

static void the_rest_can_be_skipped(void **state) {
  (void)state;
  hhp__reader reader;
  const char *json = "[[1,{\"a\":[2]},[]],3]";
  start(&reader, json, strlen(json));
  hhp__next(&reader);
  assert_int_equal(hhp__next(&reader), HHP__BEGIN_ARRAY);
  hhp__skip_rest(&reader);
  assert_int_equal(hhp__next(&reader), HHP__INTEGER);
  assert_int_equal(reader.integer, 3);
  hhp__skip_rest(&reader);
  assert_int_equal(hhp__next(&reader), HHP__END);
}

static void skipping_ends_at_a_fault(void **state) {
  (void)state;
  hhp__reader reader;
  start(&reader, "[[1,2", 5);
  hhp__next(&reader);
  hhp__skip_rest(&reader);
  assert_int_equal(reader.fault, HHP__FAULT_TRUNCATED);
}

/* --- Texts --- */

static const char *unescaped(const char *json) {
  hhp__reader reader;
  assert_int_equal(first_token(&reader, json), HHP__STRING);
  char *buffer = malloc(reader.string.length + 1);
  own(buffer, free);
  size_t length = hhp__unescape(reader.string, buffer);
  assert_true(length <= reader.string.length);
  buffer[length] = '\0';
  assert_int_equal(strlen(buffer), length);
  hhp__arena arena = {0};
  assert_string_equal(hhp__slice_text(reader.string, &arena), buffer);
  hhp__arena_free(&arena);
  assert_int_equal(hhp__next(&reader), HHP__END);
  return buffer;
}

static void texts_are_read_unchanged(void **state) {
  (void)state;
  assert_string_equal(unescaped("\"\""), "");
  assert_string_equal(unescaped("\"abc\""), "abc");
  assert_string_equal(unescaped("\"æøå 😀\""), "æøå 😀");
  assert_string_equal(unescaped("\"\x7f\""), "\x7f"); /* DEL may be raw */
  assert_string_equal(unescaped("\"\xef\xbf\xbf\""), "\xef\xbf\xbf");
}

static void escapes_are_decoded(void **state) {
  (void)state;
  assert_string_equal(unescaped("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), "\"\\/\b\f\n\r\t");
  assert_string_equal(unescaped("\"\\u0001\\u0041\\u007f\""), "\x01"
                                                              "A\x7f");
  assert_string_equal(unescaped("\"\\u00e6\\u00E6\""), "ææ");
  assert_string_equal(unescaped("\"\\u20ac\\uFFFF\""), "€\xef\xbf\xbf");
  assert_string_equal(unescaped("\"\\ud7ff\\ue000\""), "\xed\x9f\xbf\xee\x80\x80"); /* beside the surrogates */
  assert_string_equal(unescaped("\"\\ud83d\\ude00\""), "😀");
  assert_string_equal(unescaped("\"\\uD800\\uDC00\\udbff\\udfff\""), "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
  assert_string_equal(unescaped("\"a\\u0020b\\\\u0020\""), "a b\\u0020");
}

static void slices_record_escapes(void **state) {
  (void)state;
  hhp__reader reader;
  first_token(&reader, "\"plain text without any\"");
  assert_false(reader.string.has_escapes);
  first_token(&reader, "\"plain text \\n with one\"");
  assert_true(reader.string.has_escapes);
  assert_int_equal(reader.string.length, 22);
}

/* The end of a text, or an error in it, is found at each position in a word of eight bytes. */
static void every_position_in_a_word_is_checked(void **state) {
  (void)state;
  for (size_t before = 0; before < 20; before++) {
    for (size_t behind = 0; behind < 12; behind++) {
      char json[64];
      size_t n = 0;
      json[n++] = '"';
      memset(json + n, 'x', before);
      n += before;
      size_t at = n;
      json[n++] = '\x1f';
      memset(json + n, '~', behind);
      n += behind;
      json[n++] = '"';
      hhp__reader reader;
      start(&reader, json, n);
      assert_int_equal(hhp__next(&reader), HHP__BROKEN);
      assert_int_equal(reader.fault, HHP__FAULT_CONTROL);
      assert_int_equal(hhp__offset(&reader, reader.fault_at), at);

      json[at] = '"'; /* ends here; the rest is superfluous */
      start(&reader, json, at + 1);
      assert_int_equal(hhp__next(&reader), HHP__STRING);
      assert_int_equal(reader.string.length, before);
      assert_int_equal(hhp__next(&reader), HHP__END);

      json[at] = ' '; /* the lowest allowed character */
      start(&reader, json, n);
      assert_int_equal(hhp__next(&reader), HHP__STRING);
      assert_int_equal(reader.string.length, before + 1 + behind);
    }
  }
}

static void every_byte_is_classified_in_a_text(void **state) {
  (void)state;
  for (int c = 0; c < 256; c++) {
    for (size_t before = 0; before < 9; before++) {
      char json[32] = "\"";
      memset(json + 1, 'y', before);
      json[1 + before] = (char)c;
      memcpy(json + 2 + before, "zzzzzzzzz\"", 10);
      hhp__reader reader;
      start(&reader, json, 12 + before);
      hhp__token token = hhp__next(&reader);
      if (c == '"')
        assert_int_equal(reader.string.length, before);
      else if (c == '\\')
        assert_int_equal(reader.fault, HHP__FAULT_ESCAPE);
      else if (c == 0)
        assert_int_equal(reader.fault, HHP__FAULT_NUL);
      else if (c < 0x20)
        assert_int_equal(reader.fault, HHP__FAULT_CONTROL);
      else if (c >= 0x80)
        assert_int_equal(reader.fault, HHP__FAULT_UTF8);
      else
        assert_int_equal(token, HHP__STRING);
      if (token == HHP__BROKEN)
        assert_int_equal(hhp__offset(&reader, reader.fault_at), 1 + before);
    }
  }
}

/* --- Numbers --- */

static void assert_integer(const char *json, int64_t expected) {
  hhp__reader reader;
  assert_int_equal(first_token(&reader, json), HHP__INTEGER);
  assert_true(reader.integer_fits);
  assert_int_equal(reader.integer, expected);
  assert_int_equal(hhp__next(&reader), HHP__END);
}

static void integers_are_exact_to_the_limits(void **state) {
  (void)state;
  assert_integer("0", 0);
  assert_integer("-0", 0);
  assert_integer("46000000", 46000000);
  assert_integer("-1", -1);
  assert_integer("9007199254740993", INT64_C(9007199254740993)); /* 2^53 + 1, which no double can hold */
  assert_integer("9223372036854775807", INT64_MAX);
  assert_integer("-9223372036854775808", INT64_MIN);
  assert_integer("-9223372036854775807", -INT64_MAX);
}

static void integers_beyond_do_not_fit(void **state) {
  (void)state;
  static const char *const large[] = {"9223372036854775808",
                                      "-9223372036854775809",
                                      "9223372036854775810",
                                      "10000000000000000000",
                                      "18446744073709551616",
                                      "92233720368547758070",
                                      "-99999999999999999999999999999999"};
  for (size_t i = 0; i < COUNT_OF(large); i++) {
    hhp__reader reader;
    assert_int_equal(first_token(&reader, large[i]), HHP__INTEGER);
    assert_false(reader.integer_fits);
    assert_int_equal(reader.next - reader.token, strlen(large[i]));
    assert_int_equal(hhp__next(&reader), HHP__END);
  }
}

static void a_fraction_or_exponent_makes_a_real(void **state) {
  (void)state;
  static const char *const reals[] = {"1.0",  "0.0",  "-0.0", "46000000.0", "4.6e7", "1e2",   "1E2",
                                      "1e+2", "1E-2", "0e0",  "-1.25e-10",  "1e400", "1e0001"};
  for (size_t i = 0; i < COUNT_OF(reals); i++) {
    hhp__reader reader;
    assert_int_equal(first_token(&reader, reals[i]), HHP__REAL);
    assert_int_equal(reader.next - reader.token, strlen(reals[i]));
    assert_int_equal(hhp__next(&reader), HHP__END);
  }
}

/* --- Errors --- */

typedef struct {
  const char *json;
  size_t length; /* 0: to the NUL */
  hhp__fault_kind fault;
  size_t offset;
} broken;

static void assert_broken(const broken *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    hhp__reader reader;
    size_t length = rows[i].length != 0 ? rows[i].length : strlen(rows[i].json);
    start(&reader, rows[i].json, length);
    hhp__token token;
    do
      token = hhp__next(&reader);
    while (token != HHP__BROKEN && token != HHP__END);
    if (token != HHP__BROKEN || reader.fault != rows[i].fault ||
        hhp__offset(&reader, reader.fault_at) != rows[i].offset)
      fail_msg("%s: fault %d at %d, not %d at %d", rows[i].json, (int)reader.fault,
               (int)hhp__offset(&reader, reader.fault_at), (int)rows[i].fault, (int)rows[i].offset);
    assert_ptr_equal(reader.next, reader.end);
  }
}

static void nothing_is_a_fault(void **state) {
  (void)state;
  static const broken rows[] = {{" ", 0, HHP__FAULT_EMPTY, 1}, {" \t\r\n", 0, HHP__FAULT_EMPTY, 4}};
  assert_broken(rows, COUNT_OF(rows));
  hhp__reader reader;
  start(&reader, "", 0);
  assert_int_equal(hhp__next(&reader), HHP__BROKEN);
  assert_int_equal(reader.fault, HHP__FAULT_EMPTY);
  assert_int_equal(hhp__offset(&reader, reader.fault_at), 0);
}

static void what_ends_too_early_is_a_fault_at_the_end(void **state) {
  (void)state;
  static const char *const cut[] = {"{",
                                    "[",
                                    "{\"a\"",
                                    "{\"a\":",
                                    "{\"a\":1",
                                    "{\"a\":1,",
                                    "[1",
                                    "[1,",
                                    "[1, ",
                                    "\"",
                                    "\"abc",
                                    "\"ab\\",
                                    "\"\\u",
                                    "\"\\u00e",
                                    "-",
                                    "1.",
                                    "1e",
                                    "1e+",
                                    "t",
                                    "tru",
                                    "fals",
                                    "n",
                                    "[tru",
                                    "{\"a",
                                    "{\"",
                                    "{\"a\\",
                                    "{\"a\":[{\"b\":\"",
                                    "[\"abcdefghijklmnop",
                                    "{\"abcdefghijklmnopq"};
  for (size_t i = 0; i < COUNT_OF(cut); i++) {
    broken row = {cut[i], 0, HHP__FAULT_TRUNCATED, strlen(cut[i])};
    assert_broken(&row, 1);
  }
}

static void what_should_not_be_there_is_a_fault(void **state) {
  (void)state;
  static const broken rows[] = {
      {"x", 0, HHP__FAULT_UNEXPECTED, 0},          {"[1 2]", 0, HHP__FAULT_UNEXPECTED, 3},
      {"[1,]", 0, HHP__FAULT_UNEXPECTED, 3},       {"[,1]", 0, HHP__FAULT_UNEXPECTED, 1},
      {"[1,,2]", 0, HHP__FAULT_UNEXPECTED, 3},     {"[1}", 0, HHP__FAULT_UNEXPECTED, 2},
      {"{\"a\":1]", 0, HHP__FAULT_UNEXPECTED, 6},  {"{\"a\" 1}", 0, HHP__FAULT_UNEXPECTED, 5},
      {"{\"a\":}", 0, HHP__FAULT_UNEXPECTED, 5},   {"{\"a\":1,}", 0, HHP__FAULT_UNEXPECTED, 7},
      {"{,}", 0, HHP__FAULT_UNEXPECTED, 1},        {"{a:1}", 0, HHP__FAULT_UNEXPECTED, 1},
      {"{1:1}", 0, HHP__FAULT_UNEXPECTED, 1},      {"{'a':1}", 0, HHP__FAULT_UNEXPECTED, 1},
      {"{\"a\"::1}", 0, HHP__FAULT_UNEXPECTED, 5}, {"]", 0, HHP__FAULT_UNEXPECTED, 0},
      {"}", 0, HHP__FAULT_UNEXPECTED, 0},          {"NaN", 0, HHP__FAULT_UNEXPECTED, 0},
      {"Infinity", 0, HHP__FAULT_UNEXPECTED, 0},   {"True", 0, HHP__FAULT_UNEXPECTED, 0},
      {"[truex]", 0, HHP__FAULT_UNEXPECTED, 5},    {"[trux]", 0, HHP__FAULT_UNEXPECTED, 1},
      {"[nul]", 0, HHP__FAULT_UNEXPECTED, 1},      {"// c\n1", 0, HHP__FAULT_UNEXPECTED, 0},
      {"[1/**/]", 0, HHP__FAULT_UNEXPECTED, 2},    {"[1\f]", 0, HHP__FAULT_UNEXPECTED, 2},
      {"[\xc2\xa0]", 0, HHP__FAULT_UNEXPECTED, 1}, {"[\x01]", 0, HHP__FAULT_UNEXPECTED, 1},
      {"[1,000]", 0, HHP__FAULT_NUMBER, 3},
  };
  assert_broken(rows, COUNT_OF(rows));
}

static void nul_is_an_error_everywhere(void **state) {
  (void)state;
  static const broken rows[] = {
      {"\0", 1, HHP__FAULT_NUL, 0},          {"[\0]", 3, HHP__FAULT_NUL, 1},
      {"[1\0]", 4, HHP__FAULT_NUL, 2},       {"[true\0]", 7, HHP__FAULT_NUL, 5},
      {"{\"a\"\0:1}", 8, HHP__FAULT_NUL, 4}, {"{\0}", 3, HHP__FAULT_NUL, 1},
      {"\"a\0\"", 4, HHP__FAULT_NUL, 2},     {"{\"a\0\":1}", 8, HHP__FAULT_NUL, 3},
      {"1\0", 2, HHP__FAULT_NUL, 1},         {"{}\0", 3, HHP__FAULT_NUL, 2},
      {"\"\\u0000\"", 0, HHP__FAULT_NUL, 1}, {"{\"a\\u0000\":1}", 0, HHP__FAULT_NUL, 3},
      {"[1,\0", 4, HHP__FAULT_NUL, 3},
  };
  assert_broken(rows, COUNT_OF(rows));
}

static void broken_utf8_is_a_fault(void **state) {
  (void)state;
  static const broken rows[] = {
      {"\"\xff\"", 0, HHP__FAULT_UTF8, 1},
      {"\"ab\x80\"", 0, HHP__FAULT_UTF8, 3},
      {"\"\xc0\xaf\"", 0, HHP__FAULT_UTF8, 1},
      {"\"\xed\xa0\x80\"", 0, HHP__FAULT_UTF8, 1},
      {"\"\xf4\x90\x80\x80\"", 0, HHP__FAULT_UTF8, 1},
      {"\"abcdefg\xe6\"", 0, HHP__FAULT_UTF8, 8}, /* Latin-1 "æ" */
      {"{\"\xe6\":1}", 0, HHP__FAULT_UTF8, 2},
      {"\xff\xfe[\0]\0", 6, HHP__FAULT_UTF8, 0}, /* UTF-16 */
      {"[\xe6]", 0, HHP__FAULT_UTF8, 1},
      {"{}\x80", 0, HHP__FAULT_UTF8, 2},
  };
  assert_broken(rows, COUNT_OF(rows));
}

static void raw_control_characters_are_faults(void **state) {
  (void)state;
  static const broken rows[] = {{"\"a\nb\"", 0, HHP__FAULT_CONTROL, 2},
                                {"\"\t\"", 0, HHP__FAULT_CONTROL, 1},
                                {"{\"a\x1f\":1}", 0, HHP__FAULT_CONTROL, 3}};
  assert_broken(rows, COUNT_OF(rows));
}

static void unknown_escapes_are_faults(void **state) {
  (void)state;
  static const broken rows[] = {
      {"\"\\x41\"", 0, HHP__FAULT_ESCAPE, 1},   {"\"\\'\"", 0, HHP__FAULT_ESCAPE, 1},
      {"\"\\U0041\"", 0, HHP__FAULT_ESCAPE, 1}, {"\"a\\ \"", 0, HHP__FAULT_ESCAPE, 2},
      {"\"\\u00g0\"", 0, HHP__FAULT_ESCAPE, 1}, {"\"\\u 041\"", 0, HHP__FAULT_ESCAPE, 1},
      {"\"\\u-041\"", 0, HHP__FAULT_ESCAPE, 1}, {"{\"a\\q\":1}", 0, HHP__FAULT_ESCAPE, 3},
      {"\"\\\n\"", 0, HHP__FAULT_ESCAPE, 1},    {"\"\\\xc3\xa6\"", 0, HHP__FAULT_ESCAPE, 1},
  };
  assert_broken(rows, COUNT_OF(rows));
}

/* The error is at the first invalid digit, also if less than four characters are left in the file. */
static void bad_hexadecimal_digits_are_found_near_the_end(void **state) {
  (void)state;
  static const broken rows[] = {{"\"\\u\"", 0, HHP__FAULT_ESCAPE, 1},
                                {"[\"\\uZ\"]", 0, HHP__FAULT_ESCAPE, 2},
                                {"[\"\\u12\"]", 0, HHP__FAULT_ESCAPE, 2}};
  assert_broken(rows, COUNT_OF(rows));
}

static void halves_of_surrogate_pairs_are_faults(void **state) {
  (void)state;
  static const broken rows[] = {
      {"\"\\ud800\"", 0, HHP__FAULT_SURROGATE, 1},          {"\"\\udc00\"", 0, HHP__FAULT_SURROGATE, 1},
      {"\"\\udfff\\ud800\"", 0, HHP__FAULT_SURROGATE, 1},   {"\"\\ud800\\ud800\"", 0, HHP__FAULT_SURROGATE, 1},
      {"\"\\ud800\\u0041\"", 0, HHP__FAULT_SURROGATE, 1},   {"\"\\ud800x\\udc00\"", 0, HHP__FAULT_SURROGATE, 1},
      {"\"\\udbff\\ue000\"", 0, HHP__FAULT_SURROGATE, 1},   {"\"\\ud800\\n00000\"", 0, HHP__FAULT_SURROGATE, 1},
      {"\"ab\\ud83d\\uZZZZ\"", 0, HHP__FAULT_SURROGATE, 3}, {"\"\\udc00\\udc00\"", 0, HHP__FAULT_SURROGATE, 1},
  };
  assert_broken(rows, COUNT_OF(rows));
}

static void numbers_are_valid_json(void **state) {
  (void)state;
  static const broken rows[] = {
      {"[0x10]", 0, HHP__FAULT_NUMBER, 1},   {"[1a]", 0, HHP__FAULT_NUMBER, 1},
      {"[1.5.5]", 0, HHP__FAULT_NUMBER, 1},  {"[46.000.000]", 0, HHP__FAULT_NUMBER, 1},
      {"[46_000]", 0, HHP__FAULT_NUMBER, 1}, {"[46'000]", 0, HHP__FAULT_NUMBER, 1},
      {"[5kr]", 0, HHP__FAULT_NUMBER, 1},    {"[1-2]", 0, HHP__FAULT_NUMBER, 1},
      {"+1", 0, HHP__FAULT_NUMBER, 0},       {".5", 0, HHP__FAULT_NUMBER, 0},
      {"[01]", 0, HHP__FAULT_NUMBER, 1},     {"[-01]", 0, HHP__FAULT_NUMBER, 1},
      {"[00]", 0, HHP__FAULT_NUMBER, 1},     {"[-]", 0, HHP__FAULT_NUMBER, 1},
      {"[-a]", 0, HHP__FAULT_NUMBER, 1},     {"[1.]", 0, HHP__FAULT_NUMBER, 1},
      {"[1.e5]", 0, HHP__FAULT_NUMBER, 1},   {"[1e]", 0, HHP__FAULT_NUMBER, 1},
      {"[1e+]", 0, HHP__FAULT_NUMBER, 1},    {"[-.5]", 0, HHP__FAULT_NUMBER, 1},
      {"[0123.5]", 0, HHP__FAULT_NUMBER, 1}, {"[ --1]", 0, HHP__FAULT_NUMBER, 2},
  };
  assert_broken(rows, COUNT_OF(rows));
}

static void more_after_the_end_is_a_fault(void **state) {
  (void)state;
  static const broken rows[] = {{"{} {}", 0, HHP__FAULT_TRAILING, 3}, {"1 2", 0, HHP__FAULT_TRAILING, 2},
                                {"[]]", 0, HHP__FAULT_TRAILING, 2},   {"{}}", 0, HHP__FAULT_TRAILING, 2},
                                {"{}\n,", 0, HHP__FAULT_TRAILING, 3}, {"\"a\"b", 0, HHP__FAULT_TRAILING, 3}};
  assert_broken(rows, COUNT_OF(rows));
}

/* Every prefix of a document is reported as truncated at its end. */
static void no_prefix_of_a_document_is_accepted(void **state) {
  (void)state;
  const char *json = "{\"a\\u00e6b\":[1,-2.5e+3,\"x\\n\\ud83d\\ude00y\",true,false,null,{}],\"b\":{\"c\":\"tail\"}}";
  for (size_t length = 1; length < strlen(json); length++) {
    hhp__reader reader;
    start(&reader, json, length);
    hhp__token token;
    do
      token = hhp__next(&reader);
    while (token != HHP__BROKEN && token != HHP__END);
    assert_int_equal(token, HHP__BROKEN);
    if (reader.fault != HHP__FAULT_SURROGATE) { /* only half a pair is present */
      assert_int_equal(reader.fault, HHP__FAULT_TRUNCATED);
      assert_int_equal(hhp__offset(&reader, reader.fault_at), length);
    }
  }
}

/* --- Levels --- */

static void levels_go_to_64(void **state) {
  (void)state;
  for (int is_object = 0; is_object < 2; is_object++) {
    const char *open = is_object ? "{\"\":" : "[";
    const char *close = is_object ? "}" : "]";
    for (int levels = 63; levels <= 66; levels++) {
      const char *text = "";
      for (int i = 0; i < levels; i++)
        text = text_of("%s%s", text, open);
      size_t opened = strlen(text);
      text = text_of("%s%s", text, is_object ? "1" : "");
      for (int i = 0; i < levels; i++)
        text = text_of("%s%s", text, close);
      hhp__reader reader;
      start(&reader, text, strlen(text));
      hhp__token token;
      do
        token = hhp__next(&reader);
      while (token != HHP__BROKEN && token != HHP__END);
      if (levels <= 64) {
        assert_int_equal(token, HHP__END);
        continue;
      }
      assert_int_equal(reader.fault, HHP__FAULT_LEVELS);
      size_t step = strlen(open);
      assert_int_equal(hhp__offset(&reader, reader.fault_at), 64 * step); /* the bracket of the 65th */
      assert_true(opened > 64 * step);
    }
  }
}

/* --- Pointers --- */

/* The pointers to all values, in order. */
static const char *pointers_of(const char *json) {
  hhp__reader reader;
  start(&reader, json, strlen(json));
  const char *text = "";
  for (;;) {
    hhp__token token = hhp__next(&reader);
    if (token == HHP__END || token == HHP__BROKEN)
      return text;
    if (token == HHP__END_OBJECT || token == HHP__END_ARRAY)
      continue;
    hhp__buffer out = {0};
    hhp__put_pointer(&reader, &out);
    char *pointer = hhp__buffer_take(&out, NULL);
    text = text_of("%s%s%s", text, text[0] == '\0' ? "" : " ", pointer);
    free(pointer);
  }
}

static void pointers_lead_to_the_value_being_read(void **state) {
  (void)state;
  assert_string_equal(pointers_of("[1,[2,3],{\"a\":[4]}]"), "/0 /1 /1/0 /1/1 /2 /2/a /2/a/0");
  assert_string_equal(pointers_of("{\"a\":{\"b\":1},\"c\":2}"), "/a /a/b /c");
  assert_string_equal(pointers_of("7"), "");
}

static void pointers_escape_tilde_and_slash(void **state) {
  (void)state;
  assert_string_equal(pointers_of("{\"a/b\":1,\"m~n\":2,\"~1\":3,\"\":4,\"/\":5}"), "/a~1b /m~0n /~01 / /~1");
  assert_string_equal(pointers_of("{\"\\u002f\":1,\"a\\\\b\":2,\"\\u00e6\":3}"), "/~1 /a\\b /æ");
}

/* If pointers would grow without limit because of long names, the pointer is that of the enclosing value. */
static void pointers_are_bounded(void **state) {
  (void)state;
  char *name = malloc(HHP__LONGEST_POINTER + 2);
  own(name, free);
  memset(name, 'n', HHP__LONGEST_POINTER + 1);
  name[HHP__LONGEST_POINTER + 1] = '\0';
  assert_string_equal(pointers_of(text_of("{\"k\":{\"%s\":[1]}}", name)), "/k /k /k");
  assert_string_equal(pointers_of(text_of("{\"%s\":1}", name)), "");
  name[HHP__LONGEST_POINTER] = '\0';
  assert_string_equal(pointers_of(text_of("{\"%s\":1}", name)), text_of("/%s", name));
  name[100] = '\0';
  assert_string_equal(pointers_of(text_of("{\"k\":{\"%s\":[1]}}", name)), text_of("/k /k/%s /k/%s/0", name, name));
}

/* If the name of a member is invalid, there is no member yet: the pointer is that of the object. Data of the previous
 * member must not be used. */
static void pointers_of_broken_names_lead_to_the_object(void **state) {
  (void)state;
  static const char *const rows[] = {
      "{\"k\":{x",
      "{\"k\":{\"",
      "{\"k\":{\"a",
      "{\"k\":{\"a\\q\":1}}",
      "{\"k\":{\"a\x01\":1}}",
      "{\"k\":{\"a\xff",
      "{\"k\":{\"a\\ud800",
      "{\"k\":{\"a name that is much longer than the next\":1,\"b",
      "{\"k\":{\"a name that is much longer than the next\":1,\"b\\q",
      "{\"k\":{\"a name that is much longer than the next\":1,\"b\\u12",
      "{\"k\":{\"a name that is much longer than the next\":1,x",
      "{\"k\":{\"a name that is much longer than the next\":1,",
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp__reader reader;
    start(&reader, rows[i], strlen(rows[i]));
    while (hhp__next(&reader) != HHP__BROKEN)
      ;
    hhp__buffer out = {0};
    hhp__put_pointer(&reader, &out);
    char *pointer = hhp__buffer_take(&out, NULL);
    assert_string_equal(pointer, "/k");
    free(pointer);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(tokens_know_where_they_began),
      TEST(names_come_with_their_values),
      TEST(broken_stays_broken),
      TEST(the_rest_can_be_skipped),
      TEST(skipping_ends_at_a_fault),
      TEST(texts_are_read_unchanged),
      TEST(escapes_are_decoded),
      TEST(slices_record_escapes),
      TEST(every_position_in_a_word_is_checked),
      TEST(every_byte_is_classified_in_a_text),
      TEST(integers_are_exact_to_the_limits),
      TEST(integers_beyond_do_not_fit),
      TEST(a_fraction_or_exponent_makes_a_real),
      TEST(nothing_is_a_fault),
      TEST(what_ends_too_early_is_a_fault_at_the_end),
      TEST(what_should_not_be_there_is_a_fault),
      TEST(nul_is_an_error_everywhere),
      TEST(broken_utf8_is_a_fault),
      TEST(raw_control_characters_are_faults),
      TEST(unknown_escapes_are_faults),
      TEST(bad_hexadecimal_digits_are_found_near_the_end),
      TEST(halves_of_surrogate_pairs_are_faults),
      TEST(numbers_are_valid_json),
      TEST(more_after_the_end_is_a_fault),
      TEST(no_prefix_of_a_document_is_accepted),
      TEST(levels_go_to_64),
      TEST(pointers_lead_to_the_value_being_read),
      TEST(pointers_escape_tilde_and_slash),
      TEST(pointers_are_bounded),
      TEST(pointers_of_broken_names_lead_to_the_object),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
