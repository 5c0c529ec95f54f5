/* Parses dates. The text is split into numbers, the name of a month, and the separators between them. */
#include "base/parse_date.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/date.h"
#include "base/utf8.h"

enum { MOST_PARTS = 3, BLANK = ' ', MONTH = -1, LIKELY_FROM = 1900, LIKELY_TO = 2199 };

typedef struct {
  int32_t number;
  int digits;     /* number of digits, or MONTH for the name of a month */
  char separator; /* separator after it; BLANK: white space, or nothing at the end */
} S_part;

typedef struct {
  S_part parts[MOST_PARTS];
  int count;
} S_parts;

static const struct {
  const char *name;
  int8_t month;
} S_months[] = {
    {"januar", 1},    {"january", 1}, {"jan", 1},       {"februar", 2},  {"february", 2}, {"feb", 2},    {"marts", 3},
    {"march", 3},     {"mar", 3},     {"april", 4},     {"apr", 4},      {"maj", 5},      {"may", 5},    {"juni", 6},
    {"june", 6},      {"jun", 6},     {"juli", 7},      {"july", 7},     {"jul", 7},      {"august", 8}, {"aug", 8},
    {"september", 9}, {"sept", 9},    {"sep", 9},       {"oktober", 10}, {"october", 10}, {"okt", 10},   {"oct", 10},
    {"november", 11}, {"nov", 11},    {"december", 12}, {"dec", 12},
};

/* Words that are skipped: "den 1. oktober", "the 1st of October". */
static const char *const S_fillers[] = {"den", "d", "the", "of", "st", "nd", "rd", "th"};

static int S_is_word(const char *text, size_t length, const char *word) {
  if (strlen(word) != length)
    return 0;
  for (size_t i = 0; i < length; i++) {
    char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + ('a' - 'A')) : text[i];
    if (c != word[i])
      return 0;
  }
  return 1;
}

/* The number of the month with that name; 0 for a filler, -1 for any other word. */
static int S_month(const char *text, size_t length) {
  for (size_t i = 0; i < sizeof(S_months) / sizeof(S_months[0]); i++) {
    if (S_is_word(text, length, S_months[i].name))
      return S_months[i].month;
  }
  for (size_t i = 0; i < sizeof(S_fillers) / sizeof(S_fillers[0]); i++) {
    if (S_is_word(text, length, S_fillers[i]))
      return 0;
  }
  return -1;
}

/* Length of the separator at p, or 0. Dashes of any length are hyphens. */
static size_t S_separator(const char *p, const char *end, char *separator) {
  size_t length = hhp__utf8_length(p, (size_t)(end - p));
  uint32_t c = hhp__utf8_read(p, length);
  if (length == 0)
    return 0;
  if (hhp__is_blank(c))
    *separator = BLANK;
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    *separator = '-';
  else if (c == '-' || c == '.' || c == '/' || c == ',')
    *separator = (char)c;
  else
    return 0;
  return length;
}

/* Records the separator after a part. White space beside it is ignored. Returns -1 on two separators in a row. */
static int S_add_separator(S_parts *parts, char separator) {
  if (separator == BLANK)
    return 0;
  if (parts->count == 0)
    return -1;
  S_part *last = &parts->parts[parts->count - 1];
  if (last->separator != BLANK)
    return -1;
  last->separator = separator;
  return 0;
}

static const char *S_add_number(S_parts *parts, const char *p, const char *end) {
  enum { MOST_DIGITS = 8 };
  S_part part = {.separator = BLANK};
  for (; p < end && hhp__is_digit(*p); p++) {
    if (part.digits == MOST_DIGITS)
      return NULL;
    part.number = part.number * 10 + (*p - '0');
    part.digits++;
  }
  if (parts->count == MOST_PARTS)
    return NULL;
  parts->parts[parts->count++] = part;
  return p;
}

static const char *S_add_word(S_parts *parts, const char *p, const char *end) {
  const char *start = p;
  while (p < end && hhp__is_ascii_letter(*p))
    p++;
  int month = S_month(start, (size_t)(p - start));
  if (month < 0 || (month > 0 && parts->count == MOST_PARTS))
    return NULL;
  if (month > 0)
    parts->parts[parts->count++] = (S_part){.number = month, .digits = MONTH, .separator = BLANK};
  return p;
}

static int S_split(const char *text, const char *end, S_parts *parts) {
  const char *p = text;
  *parts = (S_parts){.count = 0};
  while (p != NULL && p < end) {
    char separator;
    size_t length;
    if (hhp__is_digit(*p)) {
      p = S_add_number(parts, p, end);
    } else if (hhp__is_ascii_letter(*p)) {
      p = S_add_word(parts, p, end);
    } else {
      length = S_separator(p, end, &separator);
      if (length == 0)
        return -1;
      /* "d. 1. oktober": the point of an abbreviation is no separator */
      int is_abbreviation = separator == '.' && p > text && hhp__is_ascii_letter(p[-1]);
      if (!is_abbreviation && S_add_separator(parts, separator) != 0)
        return -1;
      p += length;
    }
  }
  if (p == NULL || parts->count == 0)
    return -1;
  char last = parts->parts[parts->count - 1].separator;
  return last == BLANK || last == '.' ? 0 : -1;
}

static int32_t S_year(const S_part *part) {
  return part->digits == 2 ? 2000 + part->number : part->digits == 4 ? part->number : 0;
}

static int S_is_short(const S_part *part) {
  return part->digits == 1 || part->digits == 2;
}

/* The date, or 0 if it does not exist. Day 0: no day is given. */
static int32_t S_date(int32_t year, int32_t month, int32_t day) {
  int32_t date = year * 10000 + month * 100 + day;
  return month >= 1 && month <= 12 && day <= 31 && hhp__date_exists(date) ? date : 0;
}

/* The result for one or two readings; 0: the date of that reading does not exist. */
static hhp__date_text S_result(int32_t date, int32_t other) {
  if (date == 0 && other == 0)
    return (hhp__date_text){.reading = HHP__DATE_NONEXISTENT};
  if (date != 0 && other != 0 && date != other)
    return (hhp__date_text){HHP__DATE_EITHER, date, other};
  return (hhp__date_text){.reading = HHP__DATE_FOUND, .date = date != 0 ? date : other};
}

static const hhp__date_text S_nothing = {.reading = HHP__DATE_NOTHING};

/* "1. oktober 2015", "October 1, 2015", "oktober 2015" */
static hhp__date_text S_with_name(const S_parts *parts) {
  const S_part *a = &parts->parts[0];
  const S_part *b = &parts->parts[1];
  const S_part *c = &parts->parts[2];
  if (parts->count == 2 && a->digits == MONTH && b->digits == 4)
    return S_result(S_date(b->number, a->number, 0), 0);
  if (parts->count != 3)
    return S_nothing;
  const S_part *day = a->digits == MONTH ? b : a;
  const S_part *month = a->digits == MONTH ? a : b;
  if (month->digits != MONTH || !S_is_short(day) || c->digits == MONTH || S_year(c) == 0)
    return S_nothing;
  return day->number == 0 ? S_result(0, 0) : S_result(S_date(S_year(c), month->number, day->number), 0);
}

/* Reads three numbers. Day 0 is refused, as it would mean an unknown day. */
static hhp__date_text S_of_three(const S_part *a, const S_part *b, const S_part *c) {
  if (a->separator == BLANK && b->separator == BLANK)
    return S_nothing;
  if (a->digits == 4 && S_is_short(b) && S_is_short(c))
    return S_result(c->number == 0 ? 0 : S_date(a->number, b->number, c->number), 0);
  if (!S_is_short(a) || !S_is_short(b) || S_year(c) == 0)
    return S_nothing;
  if (a->number == 0 || b->number == 0)
    return S_result(0, 0);
  int32_t danish = S_date(S_year(c), b->number, a->number);
  int32_t american = S_date(S_year(c), a->number, b->number);
  if (a->separator == '/' && b->separator == '/')
    return S_result(danish, american);
  if (a->separator == '-' && b->separator == '-' && a->digits == 2 && c->digits == 2 && c->number != 0)
    return S_result(danish, S_date(2000 + a->number, b->number, c->number));
  return S_result(danish, danish == 0 ? american : 0);
}

static hhp__date_text S_of_two(const S_part *a, const S_part *b) {
  if (a->digits == 4 && S_is_short(b) && (a->separator == '-' || a->separator == '/' || a->separator == '.'))
    return b->digits == 2 && a->separator != '-' && b->number > 12 ? S_nothing
                                                                   : S_result(S_date(a->number, b->number, 0), 0);
  if (S_is_short(a) && b->digits == 4 && a->separator != BLANK && a->separator != ',')
    return S_result(S_date(b->number, a->number, 0), 0);
  return S_nothing;
}

static int32_t S_likely(int32_t date) {
  return date / 10000 >= LIKELY_FROM && date / 10000 <= LIKELY_TO ? date : 0;
}

/* Reads digits only: 20201231 or 31122020, and 202012. */
static hhp__date_text S_of_digits(const S_part *part) {
  int32_t n = part->number;
  hhp__date_text found = S_nothing;
  if (part->digits == 4)
    found = S_result(S_date(n, 1, 0) != 0 ? n * 10000 : 0, 0);
  else if (part->digits == 6)
    found = S_result(S_likely(S_date(n / 100, n % 100, 0)), 0);
  else if (part->digits == 8)
    found = S_result(n % 100 == 0 ? 0 : S_likely(S_date(n / 10000, n / 100 % 100, n % 100)),
                     n / 1000000 == 0 ? 0 : S_likely(S_date(n % 10000, n / 10000 % 100, n / 1000000)));
  return part->digits != 4 && found.reading == HHP__DATE_NONEXISTENT ? S_nothing : found;
}

/* Reads an ISO date followed by the time of day: 2020-12-31T00:00. */
static int32_t S_with_time(const char *text, size_t length) {
  enum { DAY = 10 };
  if (length < DAY + 3 || (text[DAY] != 'T' && text[DAY] != 't' && text[DAY] != ' '))
    return 0;
  for (size_t i = DAY + 1; i < length; i++) {
    if (!hhp__is_digit(text[i]) && strchr(":.,+-Zz", text[i]) == NULL)
      return 0;
  }
  return hhp__is_digit(text[DAY + 1]) && hhp__is_digit(text[DAY + 2]) ? hhp__date_parse(text, DAY) : 0;
}

hhp__date_text hhp__date_read(const char *text, size_t length) {
  enum { LONGEST = 64 };
  S_parts parts;
  if (length > LONGEST)
    return S_nothing;
  int32_t day = S_with_time(text, length);
  if (day != 0)
    return (hhp__date_text){.reading = HHP__DATE_FOUND, .date = day};
  if (S_split(text, text + length, &parts) != 0)
    return S_nothing;
  for (int i = 0; i < parts.count; i++) {
    if (parts.parts[i].digits == MONTH)
      return S_with_name(&parts);
  }
  if (parts.count == 1)
    return S_of_digits(&parts.parts[0]);
  return parts.count == 2 ? S_of_two(&parts.parts[0], &parts.parts[1])
                          : S_of_three(&parts.parts[0], &parts.parts[1], &parts.parts[2]);
}
