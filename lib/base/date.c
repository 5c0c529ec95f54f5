/* Partial dates. */
#include "base/date.h"

#include <string.h>

#include "base/digits.h"
#include "base/phrase.h"

static int32_t S_days_in(int32_t year, int32_t month) {
  static const int8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month];
}

int hhp__date_exists(int32_t date) {
  int32_t year = date / 10000;
  int32_t month = date / 100 % 100;
  int32_t day = date % 100;
  if (date <= 0 || year < 1 || year > 9999 || month > 12)
    return 0;
  if (month == 0)
    return day == 0;
  return day <= S_days_in(year, month);
}

int hhp__date_is_exact(int32_t date) {
  return date % 100 != 0;
}

int32_t hhp__date_first(int32_t date) {
  if (date / 100 % 100 == 0)
    return date + 101;
  return date % 100 == 0 ? date + 1 : date;
}

int32_t hhp__date_last(int32_t date) {
  int32_t month = date / 100 % 100;
  if (month == 0)
    return date + 1231;
  return date % 100 == 0 ? date + S_days_in(date / 10000, month) : date;
}

int32_t hhp__month_end(int32_t year, int32_t month) {
  year += (month - 1) / 12;
  month = (month - 1) % 12 + 1;
  return year * 10000 + month * 100 + S_days_in(year, month);
}

/* A period of years that begins on 29 February ends on the last day of February in any year. */
int32_t hhp__date_years_later(int32_t start, int32_t years) {
  int32_t year = start / 10000 + years;
  int32_t month = start / 100 % 100;
  int32_t day = start % 100;
  if (day > 1)
    return year * 10000 + month * 100 + day - 1;
  return month == 1 ? hhp__month_end(year - 1, 12) : hhp__month_end(year, month - 1);
}

/* Parses a number of `count` digits. Returns -1 on failure. */
static int32_t S_number(const char *text, int count) {
  int32_t number = 0;
  for (int i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

int32_t hhp__date_parse(const char *text, size_t length) {
  if (length != 4 && length != 7 && length != 10)
    return 0;
  int32_t year = S_number(text, 4);
  int32_t month = 0;
  int32_t day = 0;
  if (length >= 7 && (text[4] != '-' || (month = S_number(text + 5, 2)) < 1))
    return 0;
  if (length == 10 && (text[7] != '-' || (day = S_number(text + 8, 2)) < 1))
    return 0;
  if (year < 1)
    return 0;
  int32_t date = year * 10000 + month * 100 + day;
  return hhp__date_exists(date) ? date : 0;
}

static char *S_write_digits(char *out, int32_t number, int digits) {
  for (int i = digits - 1; i >= 0; i--) {
    out[i] = (char)('0' + number % 10);
    number /= 10;
  }
  return out + digits;
}

const char *hhp__date_write(int32_t date, char out[HHP__DATE_SIZE]) {
  char *p = S_write_digits(out, date / 10000, 4);
  if (date / 100 % 100 != 0) {
    *p++ = '-';
    p = S_write_digits(p, date / 100 % 100, 2);
  }
  if (date % 100 != 0) {
    *p++ = '-';
    p = S_write_digits(p, date % 100, 2);
  }
  *p = '\0';
  return out;
}

const char *hhp__date_in_words(int32_t date, int32_t lang, char out[HHP__DATE_IN_WORDS_SIZE]) {
  static const hhp__phrase months[13] = {{"", ""},
                                         {"januar ", "January "},
                                         {"februar ", "February "},
                                         {"marts ", "March "},
                                         {"april ", "April "},
                                         {"maj ", "May "},
                                         {"juni ", "June "},
                                         {"juli ", "July "},
                                         {"august ", "August "},
                                         {"september ", "September "},
                                         {"oktober ", "October "},
                                         {"november ", "November "},
                                         {"december ", "December "}};
  char buffer[HHP__DIGITS_SIZE];
  out[0] = '\0';
  if (date % 100 != 0) {
    strcpy(out, hhp__digits(date % 100, buffer));
    strcat(out, hhp__in_lang((hhp__phrase){". ", " "}, lang));
  }
  strcat(out, hhp__in_lang(months[date / 100 % 100], lang));
  return strcat(out, hhp__digits(date / 10000, buffer));
}
