/* Reads and writes reals by the C library, in the "C" locale: in another one, a comma might be the decimal sign. It is
 * set for the calling thread only, and only meanwhile. */
#include "json/real.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/system.h"

enum { MOST_DIGITS = 17, REAL_TEXT = 40, LEAST_PLAIN = -4, MOST_PLAIN = 15 };

/* Whether all digits before the exponent are 0. The text is not NUL-terminated. */
static int S_is_zero(const char *text) {
  while (*text == '-' || *text == '0' || *text == '.')
    text++;
  return *text < '1' || *text > '9';
}

int hhp__real_parse(const char *text, double *real) {
  hhp__c_locale locale;
  if (hhp__enter_c_locale(&locale) != 0)
    return -2;
  *real = strtod(text, NULL);
  hhp__leave_c_locale(&locale);
  return *real >= -DBL_MAX && *real <= DBL_MAX && (*real != 0 || S_is_zero(text)) ? 0 : -1;
}

/* The shortest digits that read back as the number, as "d.ddde+xx". */
static void S_shortest(double real, char text[REAL_TEXT]) {
  for (int decimals = 0; decimals < MOST_DIGITS; decimals++) {
    snprintf(text, REAL_TEXT, "%.*e", decimals, real);
    if (strtod(text, NULL) == real)
      return;
  }
}

/* Without an exponent if it is neither too small nor too large. A real remains a real: "100.0". */
static void S_put_real(hhp__buffer *out, const char *json) {
  char text[REAL_TEXT];
  S_shortest(strtod(json, NULL), text);
  const char *p = text;
  if (*p == '-')
    hhp__putc(out, *p++);
  size_t mantissa = strcspn(text, "e");
  int exponent = (int)strtol(text + mantissa + 1, NULL, 10);
  text[mantissa] = '\0';
  char digits[REAL_TEXT] = {p[0]};
  size_t count = 1;
  if (p[1] != '\0') {
    strcpy(digits + 1, p + 2);
    count += strlen(p + 2);
  }
  if (exponent < LEAST_PLAIN || exponent > MOST_PLAIN) {
    hhp__puts(out, p);
    hhp__putc(out, 'e');
    hhp__put_number(out, exponent);
    return;
  }
  if (exponent < 0) {
    hhp__puts(out, "0.");
    hhp__put_times(out, '0', (size_t)(-exponent - 1));
    hhp__put(out, digits, count);
    return;
  }
  size_t whole = (size_t)exponent + 1;
  hhp__put(out, digits, count < whole ? count : whole);
  hhp__put_times(out, '0', count < whole ? whole - count : 0);
  hhp__puts(out, count > whole ? "." : ".0");
  hhp__puts(out, count > whole ? digits + whole : "");
}

/* The end of the string whose quote is at p. */
static const char *S_string_end(const char *p, const char *end) {
  for (p++; p < end && *p != '"'; p++)
    p += *p == '\\';
  return p < end ? p + 1 : end;
}

static int S_is_in_number(char c) {
  return hhp__is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

void hhp__put_shortened(hhp__buffer *out, const char *json, size_t length) {
  hhp__c_locale locale;
  if (hhp__enter_c_locale(&locale) != 0) {
    out->failed = 1;
    return;
  }
  const char *end = json + length;
  for (const char *p = json; p < end;) {
    const char *start = p;
    if (*p == '"') {
      p = S_string_end(p, end);
      hhp__put(out, start, (size_t)(p - start));
      continue;
    }
    int is_real = 0;
    if (*p == '-' || hhp__is_digit(*p)) {
      for (; p < end && S_is_in_number(*p); p++)
        is_real |= *p == '.' || *p == 'e' || *p == 'E';
    } else {
      p++;
    }
    if (is_real)
      S_put_real(out, start);
    else
      hhp__put(out, start, (size_t)(p - start));
  }
  hhp__leave_c_locale(&locale);
}
