/* Dates as yyyymmdd with 00 for what is not given, and their ISO 8601 form: YYYY, YYYY-MM or YYYY-MM-DD. */
#ifndef HHP_BASE_DATE_H
#define HHP_BASE_DATE_H

#include <stddef.h>
#include <stdint.h>

enum {
  HHP__DATE = 12,     /* room for a date in text, with NUL */
  HHP__DATE_SAID = 24 /* the same, for a date in a sentence */
};

/* Whether it is a date that exists, years 1 to 9999, a day only with a month. */
int hhp__date_exists(int32_t date);

/* Whether year, month and day are all given. */
int hhp__date_is_exact(int32_t date);

/* A date that lacks day or month stands for all its days: the first of them, and the last. */
int32_t hhp__date_first(int32_t date);
int32_t hhp__date_last(int32_t date);

/* The last day of a month, which may be any number of months after December (1: January of the next year). */
int32_t hhp__month_end(int32_t year, int32_t month);

/* The last day of so many years that begin on that exact day. */
int32_t hhp__date_years_later(int32_t start, int32_t years);

/* The date in the text, or 0 where it is none. */
int32_t hhp__date_parse(const char *text, size_t length);

const char *hhp__date_write(int32_t date, char out[HHP__DATE]);

/* As a sentence has it: "30. juni 2022", "juni 2022" or "2022" in Danish; "30 June 2022", "June 2022" or "2022" in English. */
const char *hhp__date_say(int32_t date, int32_t lang, char out[HHP__DATE_SAID]);

#endif
