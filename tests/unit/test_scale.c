/* The scales of pictures: positions, ticks, numbers and days. */
#include <string.h>

#include "render/scale.h"
#include "render/svg.h"
#include "unit/support.h"

static void test_positions(void **state) {
  (void)state;
  const hhp__scale money = {0, 46000000, HHP__FULL_WIDTH};
  assert_int_equal(hhp__position(&money, 0), 0);
  assert_int_equal(hhp__position(&money, 11000000), 2391); /* 23.913 % */
  assert_int_equal(hhp__position(&money, 46000000), 10000);
  assert_int_equal(hhp__position(&money, 46000001), 10000);
  assert_int_equal(hhp__position(&money, -1), 0);
  const hhp__scale largest = {0, INT64_MAX, HHP__FULL_WIDTH};
  assert_int_equal(hhp__position(&largest, INT64_MAX / 2), 4999);
  const hhp__scale decimals = {-999999999999999999, 999999999999999999, 84}; /* of 14 digits and 4 decimals */
  assert_int_equal(hhp__position(&decimals, 0), 42);
}

static void assert_ticks(int64_t low, int64_t high, size_t most, const int64_t *expected, size_t count) {
  const hhp__scale scale = {low, high, HHP__FULL_WIDTH};
  int64_t ticks[HHP__MOST_TICKS];
  assert_int_equal(hhp__ticks(&scale, most, ticks), count);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(ticks[i], expected[i]);
}

static void test_ticks(void **state) {
  (void)state;
  assert_ticks(0, 46000000, 4, (int64_t[]){0, 20000000, 40000000}, 3);
  assert_ticks(0, 46000000, 5, (int64_t[]){0, 10000000, 20000000, 30000000, 40000000}, 5);
  assert_ticks(0, 1, 4, (int64_t[]){0, 1}, 2);
  assert_ticks(0, 7, 4, (int64_t[]){0, 2, 4, 6}, 4);
  assert_ticks(-7, 12, 4, (int64_t[]){-5, 0, 5, 10}, 4);
  assert_ticks(3, 4, 4, (int64_t[]){3, 4}, 2);
  assert_ticks(0, 4294967295, 4, (int64_t[]){0, 2000000000, 4000000000}, 3); /* 2^32 of 1 krone */
  assert_ticks(0, INT64_MAX, 4, (int64_t[]){0, 5000000000000000000}, 2);
  assert_ticks(0, INT64_MAX, 1, (int64_t[]){0}, 1); /* the step is the largest */
}

/* The multiples of the step within the scale, one by one. */
static size_t multiples_of(int64_t step, int64_t low, int64_t high, int64_t *first) {
  size_t count = 0;
  for (int64_t value = low; value <= high; value++) {
    if (value % step == 0 && count++ == 0)
      *first = value;
  }
  return count;
}

/* All multiples of the smallest step of 1, 2, 5, 10 ... that has few enough. */
static void test_ticks_of_all_small_scales(void **state) {
  (void)state;
  static const int64_t steps[] = {1, 2, 5, 10, 20, 50, 100};
  for (int64_t low = -12; low <= 12; low++) {
    for (int64_t high = low + 1; high <= 40; high++) {
      for (size_t most = 2; most <= 5; most++) {
        int64_t first = 0, ticks[HHP__MOST_TICKS];
        size_t s = 0, count;
        while ((count = multiples_of(steps[s], low, high, &first)) > most)
          s++;
        assert_int_equal(hhp__ticks(&(hhp__scale){low, high, HHP__FULL_WIDTH}, most, ticks), count);
        for (size_t i = 0; i < count; i++)
          assert_int_equal(ticks[i], first + (int64_t)i * steps[s]);
      }
    }
  }
}

static void test_numbers(void **state) {
  (void)state;
  static const struct {
    int64_t kroner;
    const char *da, *en;
  } ticks[] = {{0, "0", "0"},
               {500000, "500.000", "500,000"},
               {1000000, "1 mio.", "1 m"},
               {2500000, "2,5 mio.", "2.5 m"},
               {2510000, "2.510.000", "2,510,000"},
               {20000000, "20 mio.", "20 m"},
               {1000000000, "1 mia.", "1 bn"},
               {1200000000, "1,2 mia.", "1.2 bn"},
               {5000000000000, "5.000 mia.", "5,000 bn"}};
  char out[HHP__AMOUNT_SIZE];
  for (size_t i = 0; i < COUNT_OF(ticks); i++) {
    assert_string_equal(hhp__write_tick(ticks[i].kroner, HHP_LANG_DA, out), ticks[i].da);
    assert_string_equal(hhp__write_tick(ticks[i].kroner, HHP_LANG_EN, out), ticks[i].en);
  }
  assert_string_equal(hhp__write_decimal(635000, HHP_LANG_DA, out), "63,5");
  assert_string_equal(hhp__write_decimal(-12345678, HHP_LANG_DA, out), "-1.234,5678");
  assert_string_equal(hhp__write_decimal(-5, HHP_LANG_EN, out), "-0.0005");
  assert_string_equal(hhp__write_decimal(0, HHP_LANG_EN, out), "0");
  assert_string_equal(hhp__write_decimal(999999999999999999, HHP_LANG_EN, out), "99,999,999,999,999.9999");
}

static void test_days(void **state) {
  (void)state;
  assert_int_equal(hhp__day_number(10101), 0);
  assert_int_equal(hhp__day_number(20160229) + 1, hhp__day_number(20160301));
  assert_int_equal(hhp__day_number(20161231) + 1, hhp__day_number(20170101));
  assert_int_equal(hhp__day_number(20170101) - hhp__day_number(20160101), 366);
  assert_int_equal(hhp__day_number(21000301) - hhp__day_number(21000228), 1);
  assert_int_equal(hhp__day_number(19700101), 719162); /* Python: date(1970, 1, 1).toordinal() - 1 */
  assert_int_equal(hhp__day_number(20000301) - hhp__day_number(20000228), 2);
  assert_int_equal(hhp__day_number(20001231), 730484);
}

/* A wider axis has more labels, from two to four; one at an end does not stick out. */
static void test_labels_of_an_axis(void **state) {
  (void)state;
  static const struct {
    int64_t high;
    int32_t width;
    size_t most;
  } cases[] = {{40, 2000, 2}, {40, 6599, 2}, {40, 6600, 3}, {30, 6600, 3},
               {30, 8799, 3}, {30, 8800, 4}, {40, 10000, 4}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__page page = {.out = &out, .lang = HHP_LANG_EN};
    const hhp__scale scale = {0, cases[i].high, cases[i].width};
    int64_t ticks[HHP__MOST_TICKS];
    size_t expected = hhp__ticks(&scale, cases[i].most, ticks), found = 0;
    hhp__svg_kroner_axis(&page, &scale, 0, 10);
    for (const char *at = out.text; (at = strstr(at, "<text ")) != NULL; at++)
      found++;
    hhp__buffer_free(&out);
    assert_int_equal(found, expected);
  }
  static const struct {
    int32_t width;
    size_t in_the_middle, at_the_end;
  } ends[] = {{900, 1, 0}, {899, 0, 0}, {9100, 2, 0}, {9101, 1, 1}};
  for (size_t i = 0; i < COUNT_OF(ends); i++) {
    hhp__buffer out = {0};
    hhp__page page = {.out = &out, .lang = HHP_LANG_EN};
    size_t in_the_middle = 0, at_the_end = 0;
    hhp__svg_kroner_axis(&page, &(hhp__scale){0, 10, ends[i].width}, 0, 10); /* 0, 5 and 10, or 0 and 10 */
    for (const char *at = out.text; (at = strstr(at, "text-anchor=\"")) != NULL; at++) {
      in_the_middle += strncmp(at, "text-anchor=\"middle", 19) == 0;
      at_the_end += strncmp(at, "text-anchor=\"end", 16) == 0;
    }
    hhp__buffer_free(&out);
    if (in_the_middle != ends[i].in_the_middle || at_the_end != ends[i].at_the_end)
      fail_msg("%d: %zu in the middle, %zu at the end", (int)ends[i].width, in_the_middle, at_the_end);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_positions), TEST(test_ticks), TEST(test_ticks_of_all_small_scales),
      TEST(test_numbers),   TEST(test_days),  TEST(test_labels_of_an_axis),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
