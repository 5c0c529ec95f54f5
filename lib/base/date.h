/* Dates as yyyymmdd, with 00 for an unknown month or day, and their ISO 8601 form: YYYY, YYYY-MM or YYYY-MM-DD. */
#ifndef HHP_BASE_DATE_H
#define HHP_BASE_DATE_H

#include <stddef.h>
#include <stdint.h>

enum {
  HHP__DATE_SIZE = 12,         /* buffer size for a date in digits, including NUL */
  HHP__DATE_IN_WORDS_SIZE = 24 /* buffer size for a date in words, including NUL */
};

/* Whether the date exists: years 1 to 9999, and a day only with a month. */
int hhp__date_exists(int32_t date);

/* Whether year, month and day are all known. */
int hhp__date_is_exact(int32_t date);

/* First and last day of the period that a partial date denotes. */
int32_t hhp__date_first(int32_t date);
int32_t hhp__date_last(int32_t date);

/* Last day of a month. `month` may exceed 12: 13 is January of the next year. */
int32_t hhp__month_end(int32_t year, int32_t month);

/* Last day of a period of `years` years that begins on the exact date `start`. */
int32_t hhp__date_years_later(int32_t start, int32_t years);

/* Parses an ISO date. Returns 0 if the text is not one. */
int32_t hhp__date_parse(const char *text, size_t length);

/* Formats the date in its ISO 8601 form. Returns `out`. */
const char *hhp__date_write(int32_t date, char out[HHP__DATE_SIZE]);

/* Formats the date in words: "30. juni 2022", "juni 2022" or "2022" in Danish; "30 June 2022", "June 2022" or "2022" in
 * English. */
const char *hhp__date_in_words(int32_t date, int32_t lang, char out[HHP__DATE_IN_WORDS_SIZE]);

#endif
