/* The period of a plan: parsing of labels, whether label and dates agree, and the possible days and years. */
#include "rules/period.h"

#include <string.h>

#include "unit/support.h"

#define NBSP "\u00a0"

static void assert_years(const char *label, int32_t first, int32_t last) {
  int32_t is_first, is_last;
  hhp__label_years(label, &is_first, &is_last);
  if (is_first != first || is_last != last)
    fail_msg("\"%s\" says %d to %d, and not %d to %d", label, (int)is_first, (int)is_last, (int)first, (int)last);
}

static void labels_are_read_with_any_dash(void **state) {
  (void)state;
  assert_years("2021-2024", 2021, 2024);
  assert_years("2021–2024", 2021, 2024);
  assert_years("2021—2024", 2021, 2024);
  assert_years("2021/2024", 2021, 2024);
  assert_years("2021-24", 2021, 2024);
  assert_years("2021/24", 2021, 2024);
}

static void labels_are_read_with_any_blanks(void **state) {
  (void)state;
  assert_years("2021 - 2024", 2021, 2024);
  assert_years("2021" NBSP "–" NBSP "2024", 2021, 2024);
  assert_years("2021\u2009–\u200924", 2021, 2024);
  assert_years("2021 " NBSP "\t-2024", 2021, 2024);
  assert_years(NBSP " 2021-2024 " NBSP, 2021, 2024);
  assert_years("2021\n-\n2024", 2021, 2024);
}

/* A zero-width joiner is not a space, and half of an NBSP is invalid. */
static void other_labels_have_no_years(void **state) {
  (void)state;
  static const char *const others[] = {
      "",         "2021",       "2021-",       "-2024",     "2021--2024", "2021-202",
      "2021-2",   "2021-20245", "2021-2024 A", "fra 2021",  "2021 2024",  "2021\u200d-2024",
      "21-24",    "2021-2x",    "0000-2024",   "2021-0000", "2021" NBSP,  "2021-24" NBSP "B",
      "2021\xc2", "2021-24\xc2"};
  for (size_t i = 0; i < COUNT_OF(others); i++)
    assert_years(others[i], 0, 0);
  assert_years(NULL, 0, 0);
}

/* 01 to 12 may be a month: "2021-12" is December. */
static void short_years_that_may_be_months_are_ambiguous(void **state) {
  (void)state;
  assert_years("2021-00", 0, 0);
  assert_years("2021-01", 0, 0);
  assert_years("1998-12", 0, 0);
  assert_years("1998-13", 1998, 2013);
  assert_years("2010-13", 2010, 2013);
}

/* Fifty years is the limit; less is a reversed label. */
static void short_years_far_before_the_first_are_of_the_next_century(void **state) {
  (void)state;
  assert_years("1998-13", 1998, 2013);
  assert_years("1999-47", 1999, 2047);
  assert_years("1998-47", 1998, 2047);
  assert_years("1998-48", 1998, 1948);
  assert_years("1963-13", 1963, 1913);
  assert_years("1964-13", 1964, 2013);
  assert_years("2024-21", 2024, 2021);
  assert_years("2024-24", 2024, 2024);
  assert_years("2024-99", 2024, 2099);
  assert_years("2099-13", 2099, 2113);
}

static hhp_plan *plan_in(const char *label, int32_t start, int32_t end) {
  hhp_plan *plan = new_plan();
  hhp_period *period = hhp_plan_period(plan);
  assert_int_equal(hhp_period_set_label(period, label), HHP_OK);
  assert_int_equal(hhp_period_set_start(period, start), HHP_OK);
  assert_int_equal(hhp_period_set_end(period, end), HHP_OK);
  return plan;
}

static void assert_span(const hhp_plan *plan, int32_t first, int32_t last) {
  hhp__span span = hhp__plan_span(plan);
  assert_int_equal(span.first, first);
  assert_int_equal(span.last, last);
}

static void what_label_and_dates_may_mean_is_all_meant(void **state) {
  (void)state;
  static const struct {
    const char *label;
    int32_t start, end;
    int is_doubtful;
    int32_t first, last;
  } rows[] = {
      {"2021-2024", 20210701, 20240630, 0, 20210701, 20240630}, /* they agree: the dates are nearer */
      {"2021-2024", 20220101, 20251231, 1, 20210101, 20251231},
      {"2021-2024", 20200615, 20241130, 1, 20200615, 20241231},
      {"2021-2024", 20210701, 20250115, 1, 20210101, 20250115},
      {"2021-2024", 20220101, 0, 1, 20210101, 20241231},
      {"2021-2024", 0, 20250000, 1, 20210101, 20251231},
      {"2021-2024", 0, 0, 0, 20210101, 20241231},
      {"2024-2021", 20210101, 20241231, 0, 20210101, 20241231}, /* a reversed label contains nothing */
      {"2024-2021", 20210101, 0, 0, 20210101, HHP__EVER_AFTER},
      {"2021-2024", 20241231, 20210101, 0, HHP__EVER_BEFORE, HHP__EVER_AFTER},
      {"fire år", 20210100, 20240200, 0, 20210101, 20240229},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const hhp_plan *plan = plan_in(rows[i].label, rows[i].start, rows[i].end);
    assert_int_equal(hhp__is_period_doubtful(plan), rows[i].is_doubtful);
    assert_span(plan, rows[i].first, rows[i].last);
  }
}

static void assert_counted(const char *label, int32_t start, int32_t end, int32_t first, int32_t last) {
  int32_t is_first, is_last;
  hhp__counted_years(plan_in(label, start, end), &is_first, &is_last);
  assert_int_equal(is_first, first);
  assert_int_equal(is_last, last);
}

static void years_are_counted_where_they_are_known_and_few(void **state) {
  (void)state;
  assert_counted(NULL, 20210101, 20401231, 2021, 2040);
  assert_counted(NULL, 20210101, 20410101, 0, 0);
  assert_counted(NULL, 20210701, 20410630, 2021, 2041);
  assert_counted(NULL, 20210701, 20410701, 0, 0);
  assert_counted(NULL, 99900101, 99991231, 9990, 9999);
  assert_counted("2021-2024", 0, 0, 2021, 2024);
  assert_counted("2021-2024", 20210101, 20250101, 0, 0); /* in doubt */
  assert_counted(NULL, 20210101, 0, 0, 0);
  assert_counted(NULL, 0, 20241231, 0, 0);
  assert_counted("2024-2021", 0, 0, 0, 0);
}

static void label_and_dates_are_distinguished(void **state) {
  (void)state;
  static const struct {
    const char *label;
    int32_t start, end;
    int of_start, of_end;
  } rows[] = {
      {"2021-2024", 20210101, 20241231, 0, 0}, {"2021-2024", 20201231, 20241231, 1, 0},
      {"2021-2024", 20210101, 20250101, 0, 1}, {"2021-2024", 20220000, 20230000, 1, 1},
      {"2021-2024", 0, 20250000, 0, 1},        {"2021-2024", 20250101, 20210101, 0, 0},
      {"2024-2021", 20210101, 20241231, 0, 0}, {"2021", 20220101, 20241231, 0, 0},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    int of_start, of_end;
    hhp__label_mismatch(plan_in(rows[i].label, rows[i].start, rows[i].end)->period, &of_start, &of_end);
    assert_int_equal(of_start, rows[i].of_start);
    assert_int_equal(of_end, rows[i].of_end);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(labels_are_read_with_any_dash),
      TEST(labels_are_read_with_any_blanks),
      TEST(other_labels_have_no_years),
      TEST(short_years_that_may_be_months_are_ambiguous),
      TEST(short_years_far_before_the_first_are_of_the_next_century),
      TEST(what_label_and_dates_may_mean_is_all_meant),
      TEST(years_are_counted_where_they_are_known_and_few),
      TEST(label_and_dates_are_distinguished),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
