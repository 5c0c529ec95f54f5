/* Amounts and dates as people write them: unambiguous and ambiguous ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parse_amount.h"
#include "base/parse_date.h"
#include "unit/support.h"

/* --- Amounts --- */

static hhp__amount_text amount(const char *text) {
  return hhp__amount_read(exact_copy(text, strlen(text)), strlen(text));
}

/* Whatever follows in memory, a part of a text means what it means alone. */
static void nothing_beyond_the_end_is_read(void **state) {
  (void)state;
  static const char *const texts[] = {"46.000.000,00 kr.", "46\u2019000\u2019000", "1.5 mio.", "12 345,67", "25 pct."};
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    for (size_t length = 0; length <= strlen(texts[i]); length++) {
      hhp__amount_text part = hhp__amount_read(texts[i], length);
      hhp__amount_text alone = amount(text_of("%.*s", (int)length, texts[i]));
      assert_int_equal(part.reading, alone.reading);
      assert_int_equal(part.number, alone.number);
    }
  }
}

static void amounts_that_mean_one_number(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t kroner;
  } cases[] = {
      {"0", 0},
      {"46000000", 46000000},
      {"007", 7},
      {"46.000.000", 46000000},
      {"46,000,000", 46000000},
      {"46 000 000", 46000000},
      {"1 000", 1000},
      {"46\u00a0000\u00a0000", 46000000},
      {"46\u202f000\u202f000", 46000000},
      {"46_000_000", 46000000},
      {"46'000'000", 46000000},
      {"46\u2019000\u2019000", 46000000},
      {"46.000.000 kr.", 46000000},
      {"46.000.000,00 kr.", 46000000},
      {"46,000,000.00", 46000000},
      {"46000000.0", 46000000},
      {"46000000,00", 46000000},
      {"DKK 46,000,000", 46000000},
      {"dkk46000000", 46000000},
      {"46.000.000 DKK", 46000000},
      {"kr. 1.000,-", 1000},
      {"kr. 1.000,\u2013", 1000},
      {"1.000 kr.", 1000},
      {"1.000 kroner", 1000},
      {"1000 kr", 1000},
      {" 1000kr. ", 1000},
      {"3,4 mio. kr.", 3400000},
      {"3.4 million", 3400000},
      {"3,4 mio.kr.", 3400000},
      {"DKK 3.4m", 3400000},
      {"3,4 mill. kr.", 3400000},
      {"3,4 Mio. Kr.", 3400000},
      {"3,4 millioner kroner", 3400000},
      {"3 mio.", 3000000},
      {"16,8 mkr.", 16800000},
      {"0,500 mio. kr.", 500000},
      {"3,123456 mio. kr.", 3123456},
      {"1.234,567 mio. kr.", 1234567000},
      {"1,2 mia. kr.", 1200000000},
      {"1.5 bn", 1500000000},
      {"500 t.kr.", 500000},
      {"500 tkr.", 500000},
      {"500 tusinde kr.", 500000},
      {"12,5 tusind", 12500},
      {"1.000.000.000.000", INT64_C(1000000000000)},
      {"9223372036854775807", INT64_MAX},
      {"9.223.372.036.854.775.807", INT64_MAX},
      {"9223372036854775,807 t.kr.", INT64_MAX},
      {"9223372036 mia.", INT64_C(9223372036000000000)},
      {"1,234567891 mia.", 1234567891}, /* nine decimals */
      {"1.000,-", 1000},
      {"1.000,--", 1000},
      {"1.000,-=", 1000},
      {"5,\u2013", 5},
      {"5.-", 5},
      {"1.000,\u2013 kr.", 1000},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__amount_text read = amount(cases[i].text);
    if (read.reading != HHP__READ_WHOLE || read.number != cases[i].kroner)
      fail_msg("\"%s\" was read as %lld (%d)", cases[i].text, (long long)read.number, (int)read.reading);
  }
}

/* After a number; before it only a currency. */
static void every_unit_has_its_scale(void **state) {
  (void)state;
  static const struct {
    const char *unit;
    int64_t scale;
  } units[] = {{"kroner", 1},
               {"kr.", 1},
               {"kr", 1},
               {"DKK", 1},
               {"tusinde", 1000},
               {"tusind", 1000},
               {"thousand", 1000},
               {"t.kr.", 1000},
               {"t. kr.", 1000},
               {"tkr.", 1000},
               {"tkr", 1000},
               {"t.kr", 1000},
               {"k", 1000},
               {"millioner", 1000000},
               {"million", 1000000},
               {"mill.", 1000000},
               {"mill", 1000000},
               {"mio.", 1000000},
               {"mio", 1000000},
               {"mkr.", 1000000},
               {"mkr", 1000000},
               {"m", 1000000},
               {"milliarder", 1000000000},
               {"milliard", 1000000000},
               {"mia.", 1000000000},
               {"mia", 1000000000},
               {"mrd.", 1000000000},
               {"mrd", 1000000000},
               {"bn", 1000000000}};
  for (size_t i = 0; i < COUNT_OF(units); i++) {
    hhp__amount_text read = amount(text_of("2 %s", units[i].unit));
    if (read.reading != HHP__READ_WHOLE || read.number != 2 * units[i].scale || !read.has_unit)
      fail_msg("2 %s was read as %lld (%d)", units[i].unit, (long long)read.number, (int)read.reading);
    read = amount(text_of("%s 2", units[i].unit));
    assert_int_equal(read.reading, units[i].scale == 1 ? HHP__READ_WHOLE : HHP__READ_NOTHING);
  }
  static const char *const shares[] = {"%", "pct.", "pct", "procent", "percent", "per cent"};
  for (size_t i = 0; i < COUNT_OF(shares); i++) {
    assert_int_equal(amount(text_of("2 %s", shares[i])).reading, HHP__READ_PERCENT);
    assert_int_equal(amount(text_of("%s 2", shares[i])).reading, HHP__READ_NOTHING);
  }
  assert_false(amount("2").has_unit);
}

static void amounts_that_mean_either_of_two(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t thousands, decimals;
    int is_whole;
  } cases[] = {
      {"1,000", 1000, 1, 1},
      {"1.000", 1000, 1, 1},
      {"46,500", 46500, 46, 0},
      {"DKK 1,000", 1000, 1, 1},
      {"1,000 kr.", 1000, 1, 1},
      {"999.999", 999999, 999, 0},
      {"3.400 mio. kr.", INT64_C(3400000000), 3400000, 1},
      {"3,400 million", INT64_C(3400000000), 3400000, 1},
      {"1,250 tkr.", 1250000, 1250, 1},
      {"100,001 tkr.", 100001000, 100001, 1},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__amount_text read = amount(cases[i].text);
    if (read.reading != HHP__READ_EITHER || read.number != cases[i].thousands || read.other != cases[i].decimals ||
        read.other_is_whole != cases[i].is_whole)
      fail_msg("\"%s\" was read as %lld or %lld (%d)", cases[i].text, (long long)read.number, (long long)read.other,
               (int)read.reading);
  }
}

static void amounts_that_are_not_whole(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t below;
  } cases[] = {{"1.234,50", 1234},  {"12,5", 12},
               {"0.5", 0},          {"1,234.5", 1234},
               {"12,75 kr.", 12},   {"3,1234567 mio.", 3123456},
               {"0,0005 t.kr.", 0}, {"1.234.567,8", 1234567}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__amount_text read = amount(cases[i].text);
    if (read.reading != HHP__READ_NOT_WHOLE || read.number != cases[i].below)
      fail_msg("\"%s\" was read as %lld (%d)", cases[i].text, (long long)read.number, (int)read.reading);
  }
}

static void shares_are_no_amounts(void **state) {
  (void)state;
  static const char *const shares[] = {"12,5 %", "25%", "25 pct.", "25 procent", "25 percent", "1.000 %"};
  for (size_t i = 0; i < COUNT_OF(shares); i++)
    assert_int_equal(amount(shares[i]).reading, HHP__READ_PERCENT);
}

static void invalid_amounts(void **state) {
  (void)state;
  static const char *const none[] = {
      "",
      " ",
      "kr.",
      "-5",
      "+5",
      "ca. 5 mio.",
      "5 EUR",
      "46.00.000",
      "46.000.00",
      "35.0000",
      "3500.000",
      "35.000,000",
      "35..000",
      ".500",
      "500.",
      "0.500",
      "00.5",
      "0x10",
      "1e6",
      "fem",
      "1 2",
      "46  000",
      "46\n000", /* two numbers, one below the other */
      "46\t000",
      "46\r\n000",
      "46\xc2\x85"
      "000",
      "46\u2028"
      "000",
      "46 000\n000",
      "46 000.000",
      "1,2,3",
      "5 billion",
      "1-2",
      "2016-2020",
      "kr. kr. 5",
      "5 kr. mio.",
      "mio. 5",
      "5 mio. mio.",
      "1.00x",
      "1.2.3.4.5.6.7.8.9",
      "1.000.000.000.000.000.000.000.000", /* nine groups */
      "1,2345678912 mia.",                 /* ten decimals */
      "00,5 mio.",
      "1.234.5 mio.",
      "1234.567,8",
      "5,",
      "5,+",
      "5 mio. kr. kr.",
      "46.000 (ca.)",
      "\xff",
      "5\xff",
  };
  for (size_t i = 0; i < COUNT_OF(none); i++) {
    hhp__amount_text read = amount(none[i]);
    if (read.reading != HHP__READ_NOTHING)
      fail_msg("\"%s\" was read as %lld (%d)", none[i], (long long)read.number, (int)read.reading);
  }
}

static void amounts_beyond_int64(void **state) {
  (void)state;
  static const char *const large[] = {"9223372036854775808",           "9.223.372.036.854.775.808",
                                      "9223372036854775,808 t.kr.",    "9223372037 mia.",
                                      "1.000.000.000.000.000.000.000", "99.999.999.999.999.999.999",
                                      "9223372036854775807 mio.",      "999.999.999.999.999 mio. kr."};
  for (size_t i = 0; i < COUNT_OF(large); i++)
    assert_int_equal(amount(large[i]).reading, HHP__READ_OVERFLOW);
}

static void the_public_reader(void **state) {
  (void)state;
  int64_t kroner = 7;
  assert_int_equal(hhp_kroner_parse(NULL, &kroner), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_kroner_parse("5", NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_kroner_parse("fem", &kroner), HHP_ERR_FORMAT);
  assert_int_equal(hhp_kroner_parse("46,abc", &kroner), HHP_ERR_FORMAT); /* not ",-" */
  assert_int_equal(hhp_kroner_parse("12,5 %", &kroner), HHP_ERR_FORMAT);
  assert_int_equal(hhp_kroner_parse("12,50 kr.", &kroner), HHP_ERR_RANGE);
  assert_int_equal(hhp_kroner_parse("9223372036854775808", &kroner), HHP_ERR_OVERFLOW);
  assert_true(kroner == 7);
  assert_int_equal(hhp_kroner_parse("1,000", &kroner), HHP_ERR_AMBIGUOUS);
  assert_true(kroner == 1000);
  assert_int_equal(hhp_kroner_parse("3,4 mio. kr.", &kroner), HHP_OK);
  assert_true(kroner == 3400000);
}

/* For any groups, an amount in Danish or English reads back as the number that it was written from. */
static void amounts_read_back_as_they_were_written(void **state) {
  (void)state;
  dice d = {1};
  for (int i = 0; i < 20000; i++) {
    char text[HHP_TEXT_SIZE];
    int64_t kroner = roll_amount(&d);
    assert_int_equal(hhp_kroner_text(kroner, HHP_LANG_DA, text, sizeof(text)), HHP_OK);
    assert_int_equal(amount(text).reading, HHP__READ_WHOLE);
    assert_true(amount(text).number == kroner);
    assert_int_equal(hhp_kroner_text(kroner, HHP_LANG_EN, text, sizeof(text)), HHP_OK);
    assert_int_equal(amount(text).reading, kroner >= 1000 && kroner <= 999999 ? HHP__READ_EITHER : HHP__READ_WHOLE);
    assert_true(amount(text).number == kroner);
  }
}

static void numbers_of_json_are_exact(void **state) {
  (void)state;
  static const struct {
    const char *text;
    hhp__reading reading;
    int64_t number;
  } cases[] = {
      {"46000000.0", HHP__READ_WHOLE, 46000000},
      {"4.6e7", HHP__READ_WHOLE, 46000000},
      {"4.6E+7", HHP__READ_WHOLE, 46000000},
      {"46.000", HHP__READ_WHOLE, 46},
      {"4600e-2", HHP__READ_WHOLE, 46},
      {"4601e-2", HHP__READ_NOT_WHOLE, 46},
      {"0e999999999999999999999", HHP__READ_WHOLE, 0},
      {"0.0", HHP__READ_WHOLE, 0},
      {"0.5", HHP__READ_NOT_WHOLE, 0},
      {"1e-400", HHP__READ_NOT_WHOLE, 0},
      {"9223372036854775807.0", HHP__READ_WHOLE, INT64_MAX},
      {"9223372036854775808.0", HHP__READ_OVERFLOW, 0},
      {"1e400", HHP__READ_OVERFLOW, 0},
      {"1e", HHP__READ_NOTHING, 0},
      {"1.", HHP__READ_NOTHING, 0},
      {"01.5", HHP__READ_NOTHING, 0},
      {"-1.0", HHP__READ_NOTHING, 0},
      {"1.5x", HHP__READ_NOTHING, 0},
      {"", HHP__READ_NOTHING, 0},
  };
  assert_int_equal(hhp__json_number_read("46.5", 2).reading, HHP__READ_WHOLE); /* what is behind it is not read */
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    size_t length = strlen(cases[i].text);
    hhp__amount_text read = hhp__json_number_read(exact_copy(cases[i].text, length), length);
    if (read.reading != cases[i].reading || read.number != cases[i].number)
      fail_msg("%s was read as %lld (%d)", cases[i].text, (long long)read.number, (int)read.reading);
  }
}

/* --- Dates --- */

static hhp__date_text date(const char *text) {
  return hhp__date_read(exact_copy(text, strlen(text)), strlen(text));
}

/* Nor is the rest of a word, or of a number, or what is before a date. */
static void nothing_beyond_the_ends_of_a_date_is_read(void **state) {
  (void)state;
  static const char day[] = "d. 1. oktober 2016";
  assert_int_equal(hhp__date_read(day, strlen(day)).date, 20161001);
  assert_int_equal(hhp__date_read(day + 1, strlen(day + 1)).reading, date(day + 1).reading);
  static const char *const texts[] = {"1. oktober 2016", "2016-08-011", "1st of october 2016", "oct", "octo"};
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    for (size_t length = 0; length <= strlen(texts[i]); length++) {
      hhp__date_text part = hhp__date_read(texts[i], length), alone = date(text_of("%.*s", (int)length, texts[i]));
      assert_int_equal(part.reading, alone.reading);
      assert_int_equal(part.date, alone.date);
    }
  }
}

static void dates_that_mean_one_day(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int32_t date;
  } cases[] = {
      {"31-12-2020", 20201231},
      {"31.12.2020", 20201231},
      {"31. 12. 2020", 20201231},
      {"31/12/2020", 20201231},
      {"12/31/2020", 20201231},
      {"31/12-2020", 20201231},
      {"3/4-2020", 20200403},
      {"3/4 2020", 20200403},
      {"3.4.2020", 20200403},
      {"3-4-2020", 20200403},
      {"4/4/2020", 20200404},
      {"12-31-2020", 20201231},
      {"12/2020", 20201200},
      {"12-2020", 20201200},
      {"12.2020", 20201200},
      {"2/2020", 20200200},
      {"2020/02", 20200200},
      {"2020-2", 20200200},
      {"oktober 2015", 20151000},
      {"Oktober 2015", 20151000},
      {"okt. 2015", 20151000},
      {"October 2015", 20151000},
      {"Oct 2015", 20151000},
      {"1. oktober 2015", 20151001},
      {"1 oktober 2015", 20151001},
      {"den 1. oktober 2015", 20151001},
      {"d. 1. okt. 2015", 20151001},
      {"October 1, 2015", 20151001},
      {"1st of October 2015", 20151001},
      {"the 2nd of May, 2015", 20150502},
      {"2020-12-31st", 20201231}, /* a word that is skipped is no part, also after three */
      {"29. februar 2016", 20160229},
      {"maj 2020", 20200500},
      {"2020-2-1", 20200201},
      {"2020-02-1", 20200201},
      {"2020/02/01", 20200201},
      {"2020.02.01", 20200201},
      {"2020\u201302\u201301", 20200201},
      {"20201231", 20201231},
      {"31122020", 20201231},
      {"31122000", 20001231},
      {"202012", 20201200},
      {" 2020-12-31 ", 20201231},
      {"2021-01-01T00:00", 20210101},
      {"2021-01-01T00:00:00Z", 20210101},
      {"2021-01-01 12:30", 20210101},
      {"31.12.20", 20201231},
      {"31/12-20", 20201231},
      {"1. okt. 15", 20151001},
      {"31.12.2020.", 20201231},
      {"2020", 20200000},
      {"2020-12", 20201200},
      {"19000101", 19000101}, /* digits alone are a date of these three centuries */
      {"01011900", 19000101},
      {"190001", 19000100},
      {"21991231", 21991231},
      {"219912", 21991200},
      {"1899-12-31", 18991231}, /* beside separators, a year of any */
      {"2200-01-01", 22000101},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__date_text read = date(cases[i].text);
    if (read.reading != HHP__DATE_FOUND || read.date != cases[i].date)
      fail_msg("\"%s\" was read as %d (%d)", cases[i].text, (int)read.date, (int)read.reading);
  }
}

static void dashes_of_any_length_are_hyphens(void **state) {
  (void)state;
  static const char *const dashes[] = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};
  static const char *const others[] = {"\u2016", "\u200f", "\u2211", "\u2213"};
  for (size_t i = 0; i < COUNT_OF(dashes); i++)
    assert_int_equal(date(text_of("31%s12%s2020", dashes[i], dashes[i])).date, 20201231);
  for (size_t i = 0; i < COUNT_OF(others); i++)
    assert_int_equal(date(text_of("31%s12%s2020", others[i], others[i])).reading, HHP__DATE_NOTHING);
}

static void every_month_is_known_by_its_names(void **state) {
  (void)state;
  static const char *const names[12][5] = {{"januar", "January", "jan"},
                                           {"februar", "February", "feb"},
                                           {"marts", "March", "mar"},
                                           {"april", "apr"},
                                           {"maj", "May"},
                                           {"juni", "June", "jun"},
                                           {"juli", "July", "jul"},
                                           {"august", "aug"},
                                           {"september", "sept", "sep"},
                                           {"oktober", "October", "okt", "oct"},
                                           {"november", "nov"},
                                           {"december", "dec"}};
  for (int month = 0; month < 12; month++) {
    for (const char *const *name = names[month]; *name != NULL; name++) {
      hhp__date_text read = date(text_of("3. %s 2015", *name));
      if (read.reading != HHP__DATE_FOUND || read.date != 20150003 + 100 * (month + 1))
        fail_msg("3. %s 2015 was read as %d (%d)", *name, (int)read.date, (int)read.reading);
    }
  }
  static const char *const firsts[] = {"den 1. maj 2015", "d. 1. maj 2015", "the 1 May 2015", "1st May 2015",
                                       "1st of May 2015"};
  for (size_t i = 0; i < COUNT_OF(firsts); i++)
    assert_int_equal(date(firsts[i]).date, 20150501);
  assert_int_equal(date("2nd May 2015").date, 20150502);
  assert_int_equal(date("3rd May 2015").date, 20150503);
  assert_int_equal(date("4th May 2015").date, 20150504);
}

/* A text of 64 bytes is read, a longer one is not. */
static void dates_have_a_longest_text(void **state) {
  (void)state;
  for (int length = 62; length <= 66; length++) {
    hhp__date_text read = date(text_of("%*s", length, "2015-10-01"));
    assert_int_equal(read.reading, length <= 64 ? HHP__DATE_FOUND : HHP__DATE_NOTHING);
  }
}

static void dates_that_mean_either_of_two(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int32_t date, other;
  } cases[] = {{"3/4/2020", 20200403, 20200304}, {"03/04/20", 20200403, 20200304}, {"10-11-12", 20121110, 20101112}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__date_text read = date(cases[i].text);
    if (read.reading != HHP__DATE_EITHER || read.date != cases[i].date || read.other != cases[i].other)
      fail_msg("\"%s\" was read as %d or %d (%d)", cases[i].text, (int)read.date, (int)read.other, (int)read.reading);
  }
}

static void days_that_do_not_exist(void **state) {
  (void)state;
  static const char *const missing[] = {
      "2021-02-30", "2021-02-29", "2021-13", "2021-00",      "2021-00-10",  "2021-01-00", "0000",       "31-02-2020",
      "30.02.2020", "29/02/2021", "13/2020", "32. maj 2020", "0. maj 2020", "0-1-2020",   "31-11-2020", "00/00/2020"};
  for (size_t i = 0; i < COUNT_OF(missing); i++) {
    if (date(missing[i]).reading != HHP__DATE_NONEXISTENT)
      fail_msg("\"%s\" was read as %d (%d)", missing[i], (int)date(missing[i]).date, (int)date(missing[i]).reading);
  }
}

static void invalid_dates(void **state) {
  (void)state;
  static const char *const none[] = {
      "2020-12-31T00:00x",
      "2020-12-31:00:00",
      "2020-12-31T1",
      "2020-12-31T00 o'clock",
      "",
      " ",
      "-",
      ".",
      ".2015",
      "2015-",
      "2016-2020",
      "2020/21",
      "i morgen",
      "efterår 2015",
      "4. kvartal 2015",
      "oktober",
      "okt 15",
      "12345",
      "123456789",
      "1 2 2020",
      "1--2-2020",
      "2015 10",
      "2020-12-31T",
      "2020-12-31Tnoon",
      "2015-2-29-1",
      "oktober november 2015",
      "1, 2, 2015x",
      "\xff",
      "2015\xff",
      "99999999",
      "201299",
      "18991231",
      "189912",
      "22000101",
      "220001",
  };
  for (size_t i = 0; i < COUNT_OF(none); i++) {
    if (date(none[i]).reading != HHP__DATE_NOTHING)
      fail_msg("\"%s\" was read as %d (%d)", none[i], (int)date(none[i]).date, (int)date(none[i]).reading);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(nothing_beyond_the_end_is_read),
      TEST(amounts_that_mean_one_number),
      TEST(every_unit_has_its_scale),
      TEST(amounts_that_mean_either_of_two),
      TEST(amounts_that_are_not_whole),
      TEST(shares_are_no_amounts),
      TEST(invalid_amounts),
      TEST(amounts_beyond_int64),
      TEST(the_public_reader),
      TEST(amounts_read_back_as_they_were_written),
      TEST(numbers_of_json_are_exact),
      TEST(nothing_beyond_the_ends_of_a_date_is_read),
      TEST(dates_that_mean_one_day),
      TEST(dashes_of_any_length_are_hyphens),
      TEST(every_month_is_known_by_its_names),
      TEST(dates_have_a_longest_text),
      TEST(dates_that_mean_either_of_two),
      TEST(days_that_do_not_exist),
      TEST(invalid_dates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
