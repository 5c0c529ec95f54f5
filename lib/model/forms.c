/* The forms of ids, numbers and decimals in the file format; pattern.c has them as regular expressions. */
#include "model/forms.h"

static int S_is_digit(char c) {
  return c >= '0' && c <= '9';
}

static size_t S_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && S_is_digit(text[count]))
    count++;
  return count;
}

int hhp__is_id(const char *text, size_t length) {
  if (length < 1 || length > 64 || text[0] == '-')
    return 0;
  for (size_t i = 0; i < length; i++) {
    if (!(text[i] >= 'a' && text[i] <= 'z') && !S_is_digit(text[i]) && text[i] != '-')
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
