/* The forms of texts in the file. The reader and the setters call the functions; the JSON Schema and introspection show
 * the patterns. A test compares the two. */
#include "model/forms.h"

#include "base/ascii.h"

static size_t S_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && hhp__is_digit(text[count]))
    count++;
  return count;
}

int hhp__is_id(const char *text, size_t length) {
  static const char is_in_ids[256] = {
      ['-'] = 1, ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1,
      ['9'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1,
      ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1,
      ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1};
  if (length < 1 || length > 64 || text[0] == '-')
    return 0;
  for (size_t i = 0; i < length; i++) {
    if (!is_in_ids[(unsigned char)text[i]])
      return 0;
  }
  return 1;
}

int hhp__is_cvr(const char *text, size_t length) {
  return length == 8 && S_digits(text, length) == 8;
}

int hhp__is_municipality(const char *text, size_t length) {
  if (length == 4 && text[0] == '0')
    return S_digits(text, 4) == 4;
  return length == 3 && S_digits(text, 3) == 3;
}

/* At most 14 digits before the point and 4 after it, so that ten-thousandths fit in int64_t. */
int hhp__is_decimal(const char *text, size_t length) {
  if (length > 0 && text[0] == '-') {
    text++;
    length--;
  }
  size_t whole = S_digits(text, length);
  if (whole < 1 || whole > 14 || (whole > 1 && text[0] == '0'))
    return 0;
  if (whole == length)
    return 1;
  size_t part = length - whole - 1;
  return text[whole] == '.' && part >= 1 && part <= 4 && S_digits(text + whole + 1, part) == part;
}

int64_t hhp__decimal_units(const char *text) {
  int is_negative = text[0] == '-';
  int64_t units = 0;
  int decimals = -1; /* none yet, as there was no point */
  for (const char *p = text + is_negative; *p != '\0'; p++) {
    if (*p == '.') {
      decimals = 0;
      continue;
    }
    units = units * 10 + (*p - '0');
    decimals += decimals >= 0;
  }
  for (decimals = decimals < 0 ? 0 : decimals; decimals < 4; decimals++)
    units *= 10;
  return is_negative ? -units : units;
}

#define END HHP__PATTERN_END
#define LEAP "(?:0[48]|[2468][048]|[13579][26])"

/* Dates that exist, the 29th of February only in leap years. */
static const char S_date_pattern[] =
    "^(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?" END
    "|^(?!0000)[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])" END
    "|^(?!0000)[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)" END "|^(?!0000)[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])" END
    "|^(?!0000)(?:[0-9]{2}" LEAP "|(?:00|" LEAP ")00)-02-29" END;

static const struct {
  const char *pattern;
  int (*has_form)(const char *text, size_t length);
} S_forms[] = {
    [HHP__FORM_NONE] = {NULL, NULL},
    [HHP__FORM_ID] = {"^[a-z0-9][a-z0-9-]{0,63}" END, hhp__is_id},
    [HHP__FORM_CVR] = {"^[0-9]{8}" END, hhp__is_cvr},
    [HHP__FORM_MUNICIPALITY] = {"^0?[0-9]{3}" END, hhp__is_municipality},
    [HHP__FORM_DECIMAL] = {"^-?(?:0|[1-9][0-9]{0,13})(?:\\.[0-9]{1,4})?" END, hhp__is_decimal},
    [HHP__FORM_DATE] = {S_date_pattern, NULL},
};
_Static_assert(sizeof(S_forms) / sizeof(S_forms[0]) == HHP__FORM_COUNT, "a form without a row");

int hhp__has_form(hhp__form form, const char *text, size_t length) {
  return S_forms[form].has_form == NULL || S_forms[form].has_form(text, length);
}

const char *hhp__pattern(hhp__form form) {
  return S_forms[form].pattern;
}
