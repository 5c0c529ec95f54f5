/* Comparison of two texts for equal content, as fmt does before it writes. */
#include <string.h>

#include "cli/files/lossless.h"
#include "unit/support.h"

static int compared(const char *before, const char *after, cli_lost *lost) {
  return lossless_compare(before, strlen(before), after, strlen(after), lost);
}

static void equal_texts(void **state) {
  static const char *const pairs[][2] = {
      {"{}", " {\n}\n"},
      {"{\"a\":1,\"b\":[2,3]}", "{\"b\": [2, 3], \"a\": 1}"},
      {"{\"a\":{\"b\":1,\"c\":2},\"d\":3}", "{\"d\":3,\"a\":{\"c\":2,\"b\":1}}"},
      {"{\"a\":[],\"b\":{},\"c\":{\"d\":{},\"e\":[]}}", "{}"},
      {"\"\\u00e6\\/\\ud83d\\ude00\\n\\u000a\\\"\\\\\"", "\"æ/😀\\n\\n\\\"\\\\\""},
      {"\"\\u20ac \\u0024\"", "\"€ $\""},
      {"{\"\\u0078-a\":[]}", "{\"x-a\":[]}"},
      {"[1.0,1E2,100,1e22,-0,-0.0,0e9999999999999999999]", "[1,100.0,1e+2,10000000000000000000000.0,0,0,0]"},
      {"[123e-2,0.00120,-5.10,1200e-2,0.1]", "[1.23,1.2e-3,-5.1,12,0.1000]"},
      {"[1002,100.2,0.01002]", "[1002.0,1.002e2,1002E-5]"},
      {"[9223372036854775807,true,false,null,\"\"]", "[9223372036854775807, true, false, null, \"\"]"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
    cli_lost lost;
    if (compared(pairs[i][0], pairs[i][1], &lost) != 0 || compared(pairs[i][1], pairs[i][0], &lost) != 0)
      fail_msg("not the same: %s and %s", pairs[i][0], pairs[i][1]);
  }
}

static void lost_data(void **state) {
  static const struct {
    const char *before, *after, *lost;
    size_t line, column;
  } cases[] = {
      {"{\"a\":1}", "{\"a\":2}", "1", 1, 6},
      {"{\"a\":1}", "{\"b\":1}", "1", 1, 6},
      {"{\"a\":1}", "{}", "1", 1, 6},
      {"{}", "{\"a\":1}", "", 1, 1},
      {"[1,2]", "[2,1]", "1", 1, 2},
      {"[1,[2]]", "[1,2]", "2", 1, 5},
      {"[[1],[2]]", "[[1,2]]", "2", 1, 7},
      {"{\"a\":{\"b\":1}}", "{\"b\":{\"a\":1}}", "1", 1, 11},
      {"{\"a\":{\"b\":1},\"c\":2}", "{\"a\":1,\"c\":{\"b\":2}}", "1", 1, 11},
      {"[\"1\"]", "[1]", "\"1\"", 1, 2},
      {"[\"null\",null]", "[null,\"null\"]", "\"null\"", 1, 2},
      {"[true]", "[false]", "true", 1, 2},
      {"[\"\"]", "[[]]", "\"\"", 1, 2},
      {"[\"æ\",\n \"aa\"]", "[\"æ\",\"a\"]", "\"aa\"", 2, 2},
      {"[\r \"aa\"]", "[\"a\"]", "\"aa\"", 2, 2},
      {"[\r\n \"aa\"]", "[\"a\"]", "\"aa\"", 2, 2},
      {"[\"æøå\", 0.10000000000000000001]", "[\"æøå\", 0.1]", "0.10000000000000000001", 1, 9},
      {"[1]", "[-1]", "1", 1, 2},
      {"[10]", "[1]", "10", 1, 2},
      {"[101]", "[11]", "101", 1, 2},
      {"[1e2]", "[1e-2]", "1e2", 1, 2},
      {"[0.1]", "[0.01]", "0.1", 1, 2},
      {"[9223372036854775807]", "[9223372036854775806]", "9223372036854775807", 1, 2},
      {"{\"x-a\":[]}", "{}", "[]", 1, 8},
      {"{\"x-a\":{\"b\":{}}}", "{\"x-a\":{}}", "{}", 1, 13},
      {"{\"x-a\":[]}", "{\"x-a\":{}}", "[]", 1, 8},
      {"{\"p\":[{},{}]}", "{\"p\":[{}]}", "{}", 1, 10},
  };
  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
    cli_lost lost;
    if (compared(cases[i].before, cases[i].after, &lost) != 1)
      fail_msg("said to be the same: %s and %s", cases[i].before, cases[i].after);
    assert_int_equal(lost.length, strlen(cases[i].lost));
    if (lost.length > 0)
      assert_memory_equal(lost.value, cases[i].lost, lost.length);
    assert_int_equal(lost.line, cases[i].line);
    assert_int_equal(lost.column, cases[i].column);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {TEST(equal_texts), TEST(lost_data)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
