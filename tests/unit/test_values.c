/* Values: ids and codes, dates, decimals, kroner and shares; SHA-256. */
#include <stdlib.h>
#include <string.h>

#include "base/characters.h"
#include "base/date.h"
#include "base/kroner.h"
#include "base/sha256.h"
#include "model/forms.h"
#include "unit/support.h"
#include "unit/wide.h"

/* --- Patterns --- */

static int is_id(const char *text) {
  return hhp__is_id(text, strlen(text));
}

static void ids_have_1_to_64_characters(void **state) {
  (void)state;
  char text[66];
  memset(text, 'a', sizeof(text));
  assert_false(hhp__is_id(text, 0));
  assert_true(hhp__is_id(text, 1));
  assert_true(hhp__is_id(text, 64));
  assert_false(hhp__is_id(text, 65));
}

static void ids_are_of_lower_case_digits_and_hyphens(void **state) {
  (void)state;
  for (int c = 1; c < 256; c++) {
    char text[] = {'a', (char)c, '\0'};
    int is_good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    assert_int_equal(is_id(text), is_good);
    char first[] = {(char)c, '\0'};
    assert_int_equal(is_id(first), is_good && c != '-');
  }
  assert_true(is_id("3b"));
  assert_true(is_id("a-"));
  assert_true(is_id("a--b"));
  assert_false(is_id("-a"));
  assert_false(is_id("å"));
  assert_false(hhp__is_id("a\0b", 3));
}

static void cvr_numbers_have_eight_digits(void **state) {
  (void)state;
  assert_true(hhp__is_cvr("35209115", 8));
  assert_true(hhp__is_cvr("00000000", 8));
  assert_false(hhp__is_cvr("3520911", 7));
  assert_false(hhp__is_cvr("352091150", 9));
  assert_false(hhp__is_cvr("3520911a", 8));
  assert_false(hhp__is_cvr("35 20911", 8));
  assert_false(hhp__is_cvr("", 0));
}

static void municipality_codes_have_three_digits_or_a_zero_before_them(void **state) {
  (void)state;
  assert_true(hhp__is_municipality("461", 3));
  assert_true(hhp__is_municipality("0461", 4));
  assert_true(hhp__is_municipality("000", 3));
  assert_false(hhp__is_municipality("1461", 4));
  assert_false(hhp__is_municipality("00461", 5));
  assert_false(hhp__is_municipality("46", 2));
  assert_false(hhp__is_municipality("46a", 3));
  assert_false(hhp__is_municipality("04 1", 4));
  assert_false(hhp__is_municipality("", 0));
}

static void decimals_have_at_most_14_digits_and_4_decimals(void **state) {
  (void)state;
  static const char *const good[] = {
      "0", "-0", "1", "63.5", "-63.5", "0.0001", "0.0", "12345678901234", "-12345678901234.9999"};
  static const char *const bad[] = {"",     "-",    ".",   "1.", ".5", "-.5", "01",   "00",   "-01", "1.12345",
                                    "+1",   "1,5",  "1e3", "1 ", " 1", "--1", "1.5.", "1.5-", "1-",  "123456789012345",
                                    "1.2a", "0x10", "١",   "NaN"};
  for (size_t i = 0; i < COUNT_OF(good); i++)
    assert_true(hhp__is_decimal(good[i], strlen(good[i])));
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_false(hhp__is_decimal(exact_copy(bad[i], strlen(bad[i])), strlen(bad[i])));
}

/* --- Dates --- */

static int32_t date(const char *text) {
  return hhp__date_parse(exact_copy(text, strlen(text)), strlen(text));
}

static void dates_are_read(void **state) {
  (void)state;
  assert_int_equal(date("2015"), 20150000);
  assert_int_equal(date("2015-10"), 20151000);
  assert_int_equal(date("2012-12-12"), 20121212);
  assert_int_equal(date("0001"), 10000);
  assert_int_equal(date("9999-12-31"), 99991231);
}

static void bad_shapes_are_no_dates(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",           "2",          "201",        "20155",       "2015-",       "2015-1",
      "2015-010",   "2015-10-",   "2015-10-1",  "2015-1-01",   "2015-10-001", "2015/10/01",
      "2015.10.01", "20151001",   "01-10-2015", "2015-10-01 ", " 2015-10-01", "2015-10-01T00:00",
      "+015",       "-015",       "2015-+1",    "2015-1 ",     "20a5",        "2015-1a",
      "2015-10-0a", "0000",       "0000-01",    "0000-01-01",  "2015-00",     "2015-13",
      "2015-00-01", "2015-01-00", "2015-01-32", "2015-04-31",  "2015-02-29",  "1900-02-29",
      "2100-02-29", "2015 10",    "2015-10 01", "٢٠١٥",
  };
  for (size_t i = 0; i < COUNT_OF(bad); i++) {
    if (date(bad[i]) != 0)
      fail_msg("\"%s\" was read as %d", bad[i], (int)date(bad[i]));
  }
}

static void leap_years_are_known(void **state) {
  (void)state;
  assert_int_equal(date("2016-02-29"), 20160229);
  assert_int_equal(date("2000-02-29"), 20000229);
  assert_int_equal(date("2400-02-29"), 24000229);
  assert_int_equal(date("2017-02-29"), 0);
  assert_int_equal(date("1900-02-29"), 0);
  assert_int_equal(date("2016-02-30"), 0);
}

/* 400 years of the Gregorian calendar have 146,097 days, each month once without day, each year once without month. */
static void partial_dates_cover_all_their_days(void **state) {
  (void)state;
  static const struct {
    int32_t date, first, last;
  } cases[] = {{20160000, 20160101, 20161231}, {20160200, 20160201, 20160229}, {20170200, 20170201, 20170228},
               {20161200, 20161201, 20161231}, {20160405, 20160405, 20160405}, {19000200, 19000201, 19000228}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    assert_int_equal(hhp__date_first(cases[i].date), cases[i].first);
    assert_int_equal(hhp__date_last(cases[i].date), cases[i].last);
  }
}

static void months_are_counted_past_december(void **state) {
  (void)state;
  assert_int_equal(hhp__month_end(2021, 12), 20211231);
  assert_int_equal(hhp__month_end(2021, 18), 20220630); /* six months after the year */
  assert_int_equal(hhp__month_end(2023, 14), 20240229);
  assert_int_equal(hhp__month_end(2021, 36), 20231231);
  assert_int_equal(hhp__month_end(2021, 37), 20240131);
}

static void years_end_the_day_before(void **state) {
  (void)state;
  assert_int_equal(hhp__date_years_later(20210101, 4), 20241231);
  assert_int_equal(hhp__date_years_later(20160801, 4), 20200731);
  assert_int_equal(hhp__date_years_later(20160301, 4), 20200229);
  assert_int_equal(hhp__date_years_later(20160229, 4), 20200228);
  assert_int_equal(hhp__date_years_later(20160229, 3), 20190228);
  assert_int_equal(hhp__date_years_later(20160331, 1), 20170330);
}

static void decimals_are_exact(void **state) {
  (void)state;
  assert_int_equal(hhp__decimal_units("0"), 0);
  assert_int_equal(hhp__decimal_units("63.5"), 635000);
  assert_int_equal(hhp__decimal_units("63.5000"), 635000);
  assert_int_equal(hhp__decimal_units("-0.0001"), -1);
  assert_int_equal(hhp__decimal_units("-12"), -120000);
  assert_int_equal(hhp__decimal_units("99999999999999.9999"), INT64_C(999999999999999999));
}

static void invisible_texts_are_empty(void **state) {
  (void)state;
  assert_true(hhp__is_blank_text(NULL));
  assert_true(hhp__is_blank_text(""));
  assert_true(hhp__is_blank_text(" \t\r\n\xc2\xa0\xe3\x80\x80\xe2\x80\x89"));
  assert_false(hhp__is_blank_text(" x"));
  assert_false(hhp__is_blank_text("\xc2\xa0\xc3\xa5"));
  assert_true(hhp__is_blank_text("\xe2\x80\x8b")); /* nor do invisible characters */
  assert_true(hhp__is_blank_text(" \u00ad\u200e\ufe0f\x07"));
  assert_false(hhp__is_blank_text("\u200b.\u200b"));
  assert_false(hhp__is_blank_text("\U000e0020")); /* which the pattern of the schema does not know */
  assert_false(hhp__is_blank_text("\xe5"));
}

static void exactly_the_dates_of_the_calendar_exist(void **state) {
  (void)state;
  int days = 0, months = 0, years = 0;
  for (int32_t number = 16000000; number < 20000000; number++) {
    if (!hhp__date_exists(number))
      continue;
    if (number % 100 != 0)
      days++;
    else if (number / 100 % 100 != 0)
      months++;
    else
      years++;
    assert_int_equal(hhp__date_is_exact(number), number % 100 != 0);
  }
  assert_int_equal(days, 146097);
  assert_int_equal(months, 4800);
  assert_int_equal(years, 400);
}

static void numbers_outside_the_calendar_are_no_dates(void **state) {
  (void)state;
  static const int32_t bad[] = {0,         1,         99,        9999,      101,      -20150101,
                                INT32_MIN, INT32_MAX, 100000000, 100000101, 20150001, 20150100 - 1};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_false(hhp__date_exists(bad[i]));
  assert_true(hhp__date_exists(10000));
  assert_true(hhp__date_exists(99991231));
  assert_false(hhp__date_is_exact(0));
}

static void dates_are_written_as_they_are_read(void **state) {
  (void)state;
  char buffer[HHP__DATE_SIZE];
  assert_string_equal(hhp__date_write(20150000, buffer), "2015");
  assert_string_equal(hhp__date_write(20151000, buffer), "2015-10");
  assert_string_equal(hhp__date_write(20121212, buffer), "2012-12-12");
  assert_string_equal(hhp__date_write(10101, buffer), "0001-01-01");
  for (int32_t number = 20150000; number < 20170000; number++) {
    if (!hhp__date_exists(number))
      continue;
    hhp__date_write(number, buffer);
    assert_int_equal(hhp__date_parse(buffer, strlen(buffer)), number);
  }
}

static void dates_are_written_in_words(void **state) {
  (void)state;
  char buffer[HHP__DATE_IN_WORDS_SIZE];
  assert_string_equal(hhp__date_in_words(20220630, HHP_LANG_DA, buffer), "30. juni 2022");
  assert_string_equal(hhp__date_in_words(20220630, HHP_LANG_EN, buffer), "30 June 2022");
  assert_string_equal(hhp__date_in_words(20220301, HHP_LANG_DA, buffer), "1. marts 2022");
  assert_string_equal(hhp__date_in_words(20151000, HHP_LANG_DA, buffer), "oktober 2015");
  assert_string_equal(hhp__date_in_words(20151000, HHP_LANG_EN, buffer), "October 2015");
  assert_string_equal(hhp__date_in_words(20150000, HHP_LANG_DA, buffer), "2015");
  assert_string_equal(hhp__date_in_words(20150000, HHP_LANG_EN, buffer), "2015");
  assert_string_equal(hhp__date_in_words(99990930, HHP_LANG_DA, buffer), "30. september 9999");
  assert_string_equal(hhp__date_in_words(10101, HHP_LANG_EN, buffer), "1 January 1");
}

/* --- Kroner --- */

static void adding_is_checked(void **state) {
  (void)state;
  int64_t sum = 77;
  assert_int_equal(hhp__add(INT64_MAX - 1, 1, &sum), 0);
  assert_int_equal(sum, INT64_MAX);
  assert_int_equal(hhp__add(INT64_MIN + 1, -1, &sum), 0);
  assert_int_equal(sum, INT64_MIN);
  assert_int_equal(hhp__add(INT64_MAX, INT64_MIN, &sum), 0);
  assert_int_equal(sum, -1);
  sum = 77;
  assert_int_equal(hhp__add(INT64_MAX, 1, &sum), -1);
  assert_int_equal(hhp__add(1, INT64_MAX, &sum), -1);
  assert_int_equal(hhp__add(INT64_MIN, -1, &sum), -1);
  assert_int_equal(hhp__add(-1, INT64_MIN, &sum), -1);
  assert_int_equal(sum, 77); /* unchanged */
  assert_int_equal(hhp__add(INT64_MAX, 0, &sum), 0);
  assert_int_equal(hhp__add(INT64_MIN, 0, &sum), 0);
}

static void multiplying_is_checked(void **state) {
  (void)state;
  int64_t product = 77;
  assert_int_equal(hhp__multiply(INT64_MAX, 1, &product), 0);
  assert_int_equal(product, INT64_MAX);
  assert_int_equal(hhp__multiply(INT64_MAX / 2, 2, &product), 0);
  assert_int_equal(product, INT64_MAX - 1);
  assert_int_equal(hhp__multiply(3037000499, 3037000499, &product), 0); /* the largest square below 2^63 */
  assert_int_equal(product, INT64_C(9223372030926249001));
  assert_int_equal(hhp__multiply(INT64_MAX, 0, &product), 0);
  assert_int_equal(product, 0);
  product = 77;
  assert_int_equal(hhp__multiply(INT64_MAX / 2 + 1, 2, &product), -1);
  assert_int_equal(hhp__multiply(3037000500, 3037000500, &product), -1);
  assert_int_equal(hhp__multiply(INT64_MAX, INT64_MAX, &product), -1);
  assert_int_equal(hhp__multiply(-1, 5, &product), -1);
  assert_int_equal(product, 77);
}

static void assert_divides(int64_t a, int64_t b, int64_t c) {
  wide product = (wide)a * b;
  wide down = product / c;
  wide up = (product + c - 1) / c;
  int64_t quotient = -1;
  assert_int_equal(hhp__mul_div_down(a, b, c, &quotient), down <= INT64_MAX ? 0 : -1);
  if (down <= INT64_MAX)
    assert_int_equal(quotient, (int64_t)down);
  assert_int_equal(hhp__mul_div_up(a, b, c, &quotient), up <= INT64_MAX ? 0 : -1);
  if (up <= INT64_MAX)
    assert_int_equal(quotient, (int64_t)up);
}

static void products_are_divided_exactly(void **state) {
  (void)state;
  NEEDS_WIDE;
  dice d = {3};
  for (int i = 0; i < 20000; i++) {
    int64_t a = roll_amount(&d), b = roll_amount(&d), c = roll_amount(&d);
    assert_divides(a, b, c == 0 ? 1 : c);
    assert_divides(a, (int64_t)roll_below(&d, 10001), 10000); /* as in the calculation of shares */
  }
}

static void products_are_divided_exactly_at_the_edge(void **state) {
  (void)state;
  NEEDS_WIDE;
  int64_t edges[40];
  size_t count = 0;
  for (int64_t i = 0; i < 10; i++) {
    edges[count++] = INT64_MAX - i;
    edges[count++] = INT64_MAX / 2 - 5 + i;
    edges[count++] = i;
    edges[count++] = 9995 + i;
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < count; k++) {
      for (size_t m = 0; m < count; m++) {
        if (edges[m] > 0)
          assert_divides(edges[i], edges[k], edges[m]);
      }
    }
  }
}

static void division_rejects_undefined_results(void **state) {
  (void)state;
  int64_t quotient = 77;
  assert_int_equal(hhp__mul_div_down(1, 1, 0, &quotient), -1);
  assert_int_equal(hhp__mul_div_down(1, 1, -1, &quotient), -1);
  assert_int_equal(hhp__mul_div_down(-1, 1, 1, &quotient), -1);
  assert_int_equal(hhp__mul_div_up(1, -1, 1, &quotient), -1);
  assert_int_equal(hhp__mul_div_up(1, 1, 0, &quotient), -1);
  assert_int_equal(quotient, 77);
}

static void shares_are_rounded_half_up(void **state) {
  (void)state;
  NEEDS_WIDE;
  int64_t bp;
  assert_int_equal(hhp__share_rounded(24996, 100000, &bp), 0); /* 24.996 % */
  assert_int_equal(bp, 2500);
  hhp__share_rounded(24995, 100000, &bp); /* 24.995 %, half */
  assert_int_equal(bp, 2500);
  hhp__share_rounded(249949, 1000000, &bp); /* 24.9949 % */
  assert_int_equal(bp, 2499);
  hhp__share_rounded(11000000, 46000000, &bp); /* 23.913 % */
  assert_int_equal(bp, 2391);
  hhp__share_rounded(11000000, 35000000, &bp); /* 31.4286 % */
  assert_int_equal(bp, 3143);
  hhp__share_rounded(INT64_MAX, INT64_MAX, &bp);
  assert_int_equal(bp, 10000);
  hhp__share_rounded(0, INT64_MAX, &bp);
  assert_int_equal(bp, 0);
  assert_int_equal(hhp__share_rounded(INT64_MAX, 1, &bp), -1);
  dice d = {4};
  for (int i = 0; i < 5000; i++) {
    int64_t whole = roll_amount(&d) | 1;
    int64_t part = roll_amount(&d) % whole;
    assert_int_equal(hhp__share_rounded(part, whole, &bp), 0);
    assert_int_equal(bp, (int64_t)(((wide)part * 20000 + whole) / ((wide)whole * 2)));
  }
}

static void digits_are_plain(void **state) {
  (void)state;
  char buffer[HHP__DIGITS_SIZE];
  assert_string_equal(hhp__digits(0, buffer), "0");
  assert_string_equal(hhp__digits(-1, buffer), "-1");
  assert_string_equal(hhp__digits(46000000, buffer), "46000000");
  assert_string_equal(hhp__digits(INT64_MAX, buffer), "9223372036854775807");
  assert_string_equal(hhp__digits(INT64_MIN, buffer), "-9223372036854775808");
}

static void amounts_are_grouped(void **state) {
  (void)state;
  static const struct {
    int64_t kroner;
    const char *da;
    const char *en;
  } rows[] = {
      {0, "0 kr.", "DKK 0"},
      {7, "7 kr.", "DKK 7"},
      {999, "999 kr.", "DKK 999"},
      {1000, "1.000 kr.", "DKK 1,000"},
      {12345, "12.345 kr.", "DKK 12,345"},
      {100000, "100.000 kr.", "DKK 100,000"},
      {999999, "999.999 kr.", "DKK 999,999"},
      {46000000, "46.000.000 kr.", "DKK 46,000,000"},
      {1000000000000, "1.000.000.000.000 kr.", "DKK 1,000,000,000,000"},
      {-1, "-1 kr.", "DKK -1"},
      {-123, "-123 kr.", "DKK -123"},
      {-1234, "-1.234 kr.", "DKK -1,234"},
      {INT64_MAX, "9.223.372.036.854.775.807 kr.", "DKK 9,223,372,036,854,775,807"},
      {INT64_MIN, "-9.223.372.036.854.775.808 kr.", "DKK -9,223,372,036,854,775,808"},
  };
  char buffer[HHP__AMOUNT_SIZE];
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    assert_string_equal(hhp__write_kroner(rows[i].kroner, HHP_LANG_DA, buffer), rows[i].da);
    assert_string_equal(hhp__write_kroner(rows[i].kroner, HHP_LANG_EN, buffer), rows[i].en);
  }
}

static void shares_have_two_decimals(void **state) {
  (void)state;
  char buffer[HHP__AMOUNT_SIZE];
  assert_string_equal(hhp__write_share(2391, HHP_LANG_DA, buffer), "23,91 %");
  assert_string_equal(hhp__write_share(2391, HHP_LANG_EN, buffer), "23.91 %");
  assert_string_equal(hhp__write_share(0, HHP_LANG_DA, buffer), "0,00 %");
  assert_string_equal(hhp__write_share(5, HHP_LANG_EN, buffer), "0.05 %");
  assert_string_equal(hhp__write_share(2500, HHP_LANG_DA, buffer), "25,00 %");
  assert_string_equal(hhp__write_share(10000, HHP_LANG_EN, buffer), "100.00 %");
  assert_string_equal(hhp__write_share(123456789, HHP_LANG_DA, buffer), "1.234.567,89 %");
  assert_string_equal(hhp__write_share(123456789, HHP_LANG_EN, buffer), "1,234,567.89 %");
  assert_string_equal(hhp__write_share(INT64_MAX, HHP_LANG_DA, buffer), "92.233.720.368.547.758,07 %");
}

static void public_texts_of_amounts(void **state) {
  (void)state;
  char out[HHP_TEXT_SIZE];
  assert_int_equal(hhp_kroner_text(46000000, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "46.000.000 kr.");
  assert_int_equal(hhp_kroner_text(INT64_MIN, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "DKK -9,223,372,036,854,775,808");
  assert_int_equal(hhp_kroner_text(1, HHP_LANG_DA, out, sizeof(out) - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_kroner_text(1, HHP_LANG_DA, NULL, sizeof(out)), HHP_ERR_ARGUMENT);
}

static void public_texts_of_shares(void **state) {
  (void)state;
  char out[HHP_TEXT_SIZE];
  assert_int_equal(hhp_share_text(11000000, 35000000, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "31,43 %");
  assert_int_equal(hhp_share_text(24996, 100000, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "25.00 %"); /* and yet less than 25 % */
  assert_int_equal(hhp_share_text(0, 1, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "0.00 %");
  assert_int_equal(hhp_share_text(1, 0, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_ARGUMENT); /* never 0 % */
  assert_int_equal(hhp_share_text(0, 0, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(1, 2, HHP_LANG_EN, NULL, sizeof(out)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(1, 2, HHP_LANG_EN, out, sizeof(out) - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(-1, 2, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_RANGE);
  assert_int_equal(hhp_share_text(1, -2, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_RANGE);
  assert_int_equal(hhp_share_text(INT64_MAX, 1, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_OVERFLOW);
  assert_int_equal(hhp_share_text(INT64_MAX, INT64_MAX, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "100,00 %");
}

/* --- SHA-256 --- */

static void assert_sha256(const char *bytes, size_t length, const char *expected) {
  char hex[65];
  hhp__sha256_hex(bytes, length, hex);
  assert_string_equal(hex, expected);
}

/* FIPS 180-4's own examples, one block and two, and a million times 'a' (NIST's CAVP example). */
static void sha256_agrees_with_the_standard(void **state) {
  (void)state;
  assert_sha256("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_sha256("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  assert_sha256(two, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  const char *more = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsm"
                     "nopqrstnopqrstu";
  assert_sha256(more, 112, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  char *million = malloc(1000000);
  own(million, free);
  memset(million, 'a', 1000000);
  assert_sha256(million, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Random texts of every length up to some blocks, added in two parts; skipped by processors without the
 * instructions. */
static void sha256_of_the_processor_agrees_with_that_in_c(void **state) {
  (void)state;
  enum { ROUNDS = 20000, LONGEST = 400 };
  hhp__sha256_blocks *native = hhp__sha256_native();
  if (native == NULL)
    skip();
  uint64_t seed = 20260101;
  for (size_t round = 0; round < ROUNDS; round++) {
    char bytes[LONGEST];
    size_t length = round % LONGEST;
    for (size_t i = 0; i < length; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      bytes[i] = (char)(seed >> 56);
    }
    char hex[2][65];
    for (int is_native = 0; is_native < 2; is_native++) {
      hhp__sha256 sha;
      size_t first = length == 0 ? 0 : (size_t)(seed >> 33) % length;
      hhp__sha256_begin(&sha);
      if (is_native)
        sha.blocks = native;
      hhp__sha256_add(&sha, bytes, first);
      hhp__sha256_add(&sha, bytes + first, length - first);
      hhp__sha256_end(&sha, hex[is_native]);
    }
    assert_string_equal(hex[0], hex[1]);
  }
}

/* The lengths at which the padding needs another block. The sums are from coreutils' sha256sum of that many 'a'. */
static void sha256_pads_at_every_length(void **state) {
  (void)state;
  static const struct {
    size_t length;
    const char *hex;
  } rows[] = {
      {1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
      {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
      {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
      {57, "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6"},
      {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
      {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
      {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
      {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
      {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
      {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    char as[128];
    memset(as, 'a', sizeof(as));
    assert_sha256(exact_copy(as, rows[i].length), rows[i].length, rows[i].hex);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(ids_have_1_to_64_characters),
      TEST(ids_are_of_lower_case_digits_and_hyphens),
      TEST(cvr_numbers_have_eight_digits),
      TEST(municipality_codes_have_three_digits_or_a_zero_before_them),
      TEST(decimals_have_at_most_14_digits_and_4_decimals),
      TEST(dates_are_read),
      TEST(bad_shapes_are_no_dates),
      TEST(leap_years_are_known),
      TEST(partial_dates_cover_all_their_days),
      TEST(months_are_counted_past_december),
      TEST(years_end_the_day_before),
      TEST(decimals_are_exact),
      TEST(invisible_texts_are_empty),
      TEST(exactly_the_dates_of_the_calendar_exist),
      TEST(numbers_outside_the_calendar_are_no_dates),
      TEST(dates_are_written_as_they_are_read),
      TEST(dates_are_written_in_words),
      TEST(adding_is_checked),
      TEST(multiplying_is_checked),
      TEST(products_are_divided_exactly),
      TEST(products_are_divided_exactly_at_the_edge),
      TEST(division_rejects_undefined_results),
      TEST(shares_are_rounded_half_up),
      TEST(digits_are_plain),
      TEST(amounts_are_grouped),
      TEST(shares_have_two_decimals),
      TEST(public_texts_of_amounts),
      TEST(public_texts_of_shares),
      TEST(sha256_agrees_with_the_standard),
      TEST(sha256_of_the_processor_agrees_with_that_in_c),
      TEST(sha256_pads_at_every_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
