/* JSON text (json/write.h) is what Jansson writes of the same value. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "unit/support.h"
#include "json/write.h"

static const char *written(json_t *value, size_t level) {
  hhp__buffer out = {0};
  hhp__put_value(&out, json_incref(value), level, 0);
  char *text = hhp__buffer_take(&out, NULL);
  assert_non_null(text);
  const char *copy = copy_of(text);
  free(text);
  return copy;
}

static void check_value(json_t *value) {
  assert_non_null(value);
  char *expected = json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY);
  assert_non_null(expected);
  assert_string_equal(written(value, 0), expected);
  free(expected);
  json_decref(value);
}

static void strings_are_written_as_by_jansson(void **state) {
  (void)state;
  for (uint32_t c = 0; c < 0x11000; c++) {
    char text[] = "en lang tekst med                 ";
    if (c >= 0xd800 && c <= 0xdfff)
      continue;
    hhp__utf8_write(c, text + 20);
    check_value(json_stringn(text, sizeof(text) - 1));
  }
  check_value(json_string(""));
  check_value(json_string("\U0001f600 “Børn og unge” – \\\"sådan\"\\"));
  check_value(json_stringn("\0", 1));
}

static void values_are_written_as_by_jansson(void **state) {
  (void)state;
  check_value(json_array());
  check_value(json_object());
  check_value(json_true());
  check_value(json_false());
  check_value(json_null());
  check_value(json_integer(INT64_MIN));
  check_value(json_integer(INT64_MAX));
  check_value(json_integer(0));
  check_value(json_real(0.1));
  check_value(json_real(-1e300));
  check_value(json_pack("{s:[], s:{}, s:[i, [s], {s:n, s:b}], s:f, s:s}", "b", "a", "æ\n", 1, "x", "z", "y", 1, "c\"",
                        2.5, "a", "æøå"));
}

/* The order is that in which members were set, before and after one is removed. */
static void members_keep_their_order(void **state) {
  (void)state;
  json_t *object = json_object();
  for (int i = 0; i < 100; i++) {
    char name[16];
    snprintf(name, sizeof(name), "m%d", i * 37 % 100);
    json_object_set_new(object, name, json_integer(i));
  }
  json_object_del(object, "m37");
  json_object_set_new(object, "m74", json_string("ny"));
  check_value(object);
}

static void inner_lines_are_indented_by_the_level(void **state) {
  (void)state;
  json_t *value = json_pack("{s:[i], s:{}}", "a", 1, "b");
  assert_string_equal(written(value, 2), "{\n      \"a\": [\n        1\n      ],\n      \"b\": {}\n    }");
  json_decref(value);
}

static void what_is_not_utf8_or_not_there_fails(void **state) {
  (void)state;
  static const char *const broken[] = {"\xc3", "a\xff", "\xed\xa0\x80", "en lang tekst \xe2\x80 og mere", "\xc0\x80"};
  for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
    hhp__buffer out = {0};
    hhp__put_value(&out, json_pack("[o]", json_string_nocheck(broken[i])), 0, 0);
    assert_true(out.failed);
    hhp__buffer_free(&out);
  }
  hhp__buffer out = {0};
  hhp__put_value(&out, NULL, 0, 0);
  assert_true(out.failed);
  hhp__buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strings_are_written_as_by_jansson),
      cmocka_unit_test(values_are_written_as_by_jansson),
      cmocka_unit_test(members_keep_their_order),
      cmocka_unit_test(inner_lines_are_indented_by_the_level),
      cmocka_unit_test(what_is_not_utf8_or_not_there_fails),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
