/* Parses amounts. A number is split into groups of digits, each but the first with the separator before it; the groups
 * are then tried as grouped thousands and as a decimal number. */
#include "base/parse_amount.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

enum { MOST_GROUPS = 8, BLANK = ' ' };

typedef struct {
  const char *digits;
  size_t length;
  char separator; /* before it: '.', ',', '_', '\'' or BLANK */
} S_group;

typedef struct {
  S_group groups[MOST_GROUPS];
  size_t count;
  int64_t scale; /* 1, or that of "tusind", "mio.", "mia." */
  int is_danish; /* "kr." or ",-" was given, so a point is not a decimal sign */
  int is_percent;
  int has_unit;
} S_number;

/* Length in bytes of the blank at p, or 0. */
static size_t S_blank_length(const char *p, const char *end) {
  size_t length = hhp__utf8_length(p, (size_t)(end - p));
  return length > 0 && hhp__is_blank(hhp__utf8_read(p, length)) ? length : 0;
}

static const char *S_skip_blanks(const char *p, const char *end) {
  size_t length;
  while ((length = S_blank_length(p, end)) > 0)
    p += length;
  return p;
}

/* Length of the separator at p if a digit follows, else 0. */
static size_t S_separator(const char *p, const char *end, char *separator) {
  static const char apostrophe[] = "\xe2\x80\x99";
  size_t length = S_blank_length(p, end);
  *separator = BLANK;
  if (length > 0 && !hhp__may_group_digits(hhp__utf8_read(p, length)))
    return 0;
  if (length == 0 && p < end && strchr(".,_'", *p) != NULL && *p != '\0') {
    length = 1;
    *separator = *p;
  } else if (end - p > 3 && memcmp(p, apostrophe, 3) == 0) {
    length = 3;
    *separator = '\'';
  }
  return length > 0 && p + length < end && hhp__is_digit(p[length]) ? length : 0;
}

/* Parses groups of digits. Returns their end, or NULL if there are none or too many. */
static const char *S_read_groups(S_number *number, const char *p, const char *end) {
  char separator = '\0';
  size_t step = 0;
  do {
    if (number->count == MOST_GROUPS)
      return NULL;
    p += step;
    S_group *group = &number->groups[number->count];
    group->digits = p;
    group->separator = separator;
    while (p < end && hhp__is_digit(*p))
      p++;
    group->length = (size_t)(p - group->digits);
    if (group->length == 0)
      return NULL;
    number->count++;
  } while ((step = S_separator(p, end, &separator)) > 0);
  return p;
}

/* Units before or after the number. `scale` 0: a percentage; 1: kroner. "Billion" is omitted, since it is 10^12 in
 * Danish and 10^9 in English. */
static const struct {
  const char *word;
  int64_t scale;
} S_units[] = {
    {"kroner", 1},
    {"kr.", 1},
    {"kr", 1},
    {"dkk", 1},
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
    {"bn", 1000000000},
    {"%", 0},
    {"pct.", 0},
    {"pct", 0},
    {"procent", 0},
    {"percent", 0},
    {"per cent", 0},
};

static int S_starts_with(const char *p, const char *end, const char *word) {
  for (; *word != '\0'; p++, word++) {
    if (p == end || hhp__lower_ascii(*p) != *word)
      return 0;
  }
  return 1;
}

/* Index of the longest unit at p, or -1. */
static int S_find_unit(const char *p, const char *end) {
  int found = -1;
  for (size_t i = 0; i < sizeof(S_units) / sizeof(S_units[0]); i++) {
    if (S_starts_with(p, end, S_units[i].word) && (found < 0 || strlen(S_units[i].word) > strlen(S_units[found].word)))
      found = (int)i;
  }
  return found;
}

/* Parses an optional unit and the blanks after it. `most` is the largest scale allowed here. Returns 0, or -1 if the
 * unit contradicts what was parsed before. */
static int S_read_unit(S_number *number, const char **p, const char *end, int64_t most) {
  int unit = S_find_unit(*p, end);
  if (unit < 0 || S_units[unit].scale > most || (S_units[unit].scale == 0 && most == 1))
    return -1;
  if (S_units[unit].scale == 0)
    number->is_percent = 1;
  else
    number->scale *= S_units[unit].scale;
  number->is_danish |= S_units[unit].scale == 1 && S_units[unit].word[0] == 'k'; /* "kr.", but not "DKK" */
  number->has_unit = 1;
  *p = S_skip_blanks(*p + strlen(S_units[unit].word), end);
  return 0;
}

/* Skips ",-" and the like, which mean that there are no øre. */
static const char *S_skip_no_oere(S_number *number, const char *p, const char *end) {
  static const char dash[] = "\xe2\x80\x93";
  if (p == end || (*p != ',' && *p != '.'))
    return p;
  const char *after = p + 1;
  if (after < end && *after == '-') {
    while (after < end && (*after == '-' || *after == '='))
      after++;
  } else if (end - after >= 3 && memcmp(after, dash, 3) == 0) {
    after += 3;
  } else {
    return p;
  }
  number->is_danish |= *p == ',';
  number->has_unit = 1;
  return after;
}

/* Splits the text into its parts. Returns 0, or -1 if it is not a number with optional units. */
static int S_split(const char *text, size_t length, S_number *number) {
  const char *end = text + length;
  const char *p = S_skip_blanks(text, end);
  memset(number, 0, sizeof(*number));
  number->scale = 1;
  if (p < end && !hhp__is_digit(*p) && S_read_unit(number, &p, end, 1) != 0)
    return -1;
  p = S_read_groups(number, p, end);
  if (p == NULL)
    return -1;
  p = S_skip_blanks(S_skip_no_oere(number, p, end), end);
  int64_t most = INT64_MAX; /* first the scale, then the currency */
  for (int i = 0; i < 2 && p < end; i++) {
    if (S_read_unit(number, &p, end, most) != 0)
      return -1;
    most = 1;
  }
  return p == end ? 0 : -1;
}

/* Whether the first `count` groups are thousands. The first group of a grouped number does not begin with 0: "0.500" is
 * not 500. */
static int S_is_grouped(const S_number *number, size_t count) {
  if (count < 2)
    return 0;
  if (number->groups[0].length > 3 || number->groups[0].digits[0] == '0')
    return 0;
  for (size_t i = 1; i < count; i++) {
    if (number->groups[i].length != 3 || number->groups[i].separator != number->groups[1].separator)
      return 0;
  }
  return 1;
}

static int S_append_digit(int64_t *number, char digit) {
  if (*number > (INT64_MAX - (digit - '0')) / 10)
    return -1;
  *number = *number * 10 + (digit - '0');
  return 0;
}

/* Concatenates the digits of the groups. Returns -1 on overflow. */
static int S_join_digits(const S_number *number, size_t count, int64_t *whole) {
  *whole = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < number->groups[i].length; k++) {
      if (S_append_digit(whole, number->groups[i].digits[k]) != 0)
        return -1;
    }
  }
  return 0;
}

static int S_multiply(int64_t *number, int64_t scale) {
  if (*number > INT64_MAX / scale)
    return -1;
  *number *= scale;
  return 0;
}

/* Whether the last group may be decimals: at most two for kroner (øre), nine for a larger unit such as millions. */
static int S_may_have_decimals(const S_number *number, int is_ambiguous) {
  const S_group *last = &number->groups[number->count - 1];
  size_t before = number->count - 1;
  if (before == 0 || (last->separator != '.' && last->separator != ','))
    return 0;
  if (before == 1 && number->groups[0].length > 1 && number->groups[0].digits[0] == '0')
    return 0;
  if (before > 1 && (!S_is_grouped(number, before) || number->groups[1].separator == last->separator))
    return 0;
  return last->length <= (number->scale > 1 ? 9u : 2u) || is_ambiguous;
}

/* Calculates the value with the last group as decimals, rounded down. Returns -1 on overflow. */
static int S_decimal(const S_number *number, int64_t *value, int *is_whole) {
  const S_group *last = &number->groups[number->count - 1];
  if (S_join_digits(number, number->count - 1, value) != 0 || S_multiply(value, number->scale) != 0)
    return -1;
  int64_t part = 0; /* at most nine digits, of at most 10^9 */
  int64_t unit = 1;
  for (size_t i = 0; i < last->length; i++) {
    part = part * 10 + (last->digits[i] - '0');
    unit *= 10;
  }
  part *= number->scale;
  *is_whole = part % unit == 0;
  if (*value > INT64_MAX - part / unit)
    return -1;
  *value += part / unit;
  return 0;
}

static hhp__amount_text S_as_whole(const S_number *number, hhp__amount_text result) {
  if (S_join_digits(number, number->count, &result.number) != 0 || S_multiply(&result.number, number->scale) != 0)
    return (hhp__amount_text){.reading = HHP__READ_OVERFLOW};
  result.reading = HHP__READ_WHOLE;
  return result;
}

hhp__amount_text hhp__amount_read(const char *text, size_t length) {
  S_number number;
  hhp__amount_text result = {.reading = HHP__READ_NOTHING};
  if (S_split(text, length, &number) != 0)
    return result;
  result.has_unit = number.has_unit;
  if (number.is_percent) {
    result.reading = HHP__READ_PERCENT;
    return result;
  }
  if (number.count == 1)
    return S_as_whole(&number, result);

  const S_group *last = &number.groups[number.count - 1];
  int is_grouped = S_is_grouped(&number, number.count);
  /* "1,234" is a grouped or a decimal number; in "1.234 kr." the point cannot be a decimal sign */
  int is_ambiguous = is_grouped && number.count == 2 && (last->separator == '.' || last->separator == ',') &&
                     !(last->separator == '.' && number.is_danish && number.scale == 1);
  if (is_grouped)
    result = S_as_whole(&number, result);
  if (!S_may_have_decimals(&number, is_ambiguous) || (is_grouped && !is_ambiguous))
    return result;
  int64_t value = 0;
  int is_whole = 0;
  if (result.reading == HHP__READ_OVERFLOW || S_decimal(&number, &value, &is_whole) != 0)
    return (hhp__amount_text){.reading = HHP__READ_OVERFLOW};
  if (is_ambiguous) {
    result.reading = HHP__READ_EITHER;
    result.other = value;
    result.other_is_whole = is_whole;
    return result;
  }
  result.reading = is_whole ? HHP__READ_WHOLE : HHP__READ_NOT_WHOLE;
  result.number = value;
  return result;
}

/* Parses the exponent at p, clamped to a value that no number needs. Returns -1 if there is none. */
static int S_exponent(const char *p, const char *end, int64_t *exponent) {
  enum { FAR = 1000000000 };
  int is_negative = p < end && *p == '-';
  if (p < end && (*p == '-' || *p == '+'))
    p++;
  if (p == end)
    return -1;
  int64_t number = 0;
  for (; p < end; p++) {
    if (!hhp__is_digit(*p))
      return -1;
    number = number < FAR ? number * 10 + (*p - '0') : number;
  }
  *exponent = is_negative ? -number : number;
  return 0;
}

static const char *S_end_of_digits(const char *p, const char *end) {
  while (p < end && hhp__is_digit(*p))
    p++;
  return p;
}

/* Evaluates the digits of the mantissa with the decimal point moved to after the first `point` of them. */
static hhp__amount_text S_evaluate_digits(const char *text, const char *end, int64_t point) {
  hhp__amount_text result = {.reading = HHP__READ_WHOLE};
  int64_t at = 0;
  for (const char *p = text; p < end; p++) {
    if (*p == '.')
      continue;
    if (at++ >= point)
      result.reading = *p != '0' ? HHP__READ_NOT_WHOLE : result.reading;
    else if (S_append_digit(&result.number, *p) != 0)
      return (hhp__amount_text){.reading = HHP__READ_OVERFLOW};
  }
  for (; at < point && result.number != 0; at++) {
    if (S_append_digit(&result.number, '0') != 0)
      return (hhp__amount_text){.reading = HHP__READ_OVERFLOW};
  }
  return result;
}

hhp__amount_text hhp__json_number_read(const char *text, size_t length) {
  const hhp__amount_text nothing = {.reading = HHP__READ_NOTHING};
  const char *end = text + length;
  const char *p = S_end_of_digits(text, end);
  int64_t whole = p - text;
  int64_t exponent = 0;
  if (whole == 0 || (whole > 1 && text[0] == '0'))
    return nothing;
  if (p < end && *p == '.') {
    const char *digits = ++p;
    p = S_end_of_digits(p, end);
    if (p == digits)
      return nothing;
  }
  const char *mantissa_end = p;
  if (p < end && ((*p != 'e' && *p != 'E') || S_exponent(p + 1, end, &exponent) != 0))
    return nothing;
  return S_evaluate_digits(text, mantissa_end, whole + exponent);
}
