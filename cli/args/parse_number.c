/* Strict number parsers: ambiguous input is rejected. */
#include "cli/args/parse_number.h"

#include <string.h>

#include <helhedsplan/cofinancing.h>

#include "base/ascii.h"
#include "cli/print/error.h"

/* Appends a digit to a number. Returns -1 on overflow. */
static int S_append_digit(int64_t *number, char digit) {
  if (*number > (INT64_MAX - (digit - '0')) / 10)
    return -1;
  *number = *number * 10 + (digit - '0');
  return 0;
}

/* Whole kroner: digits alone, or in groups of three with the same separator: 35000000, 35.000.000, 35,000,000,
 * 35_000_000; øre are accepted if 00. Returns -2 if the number is too large. There are no units on the command line,
 * and a separator before three digits always groups thousands: "1,000" is not ambiguous. */
static int S_parse_kroner(const char *words, int64_t *kroner) {
  if (words[strspn(words, "0123456789.,_")] != '\0')
    return -1;
  hhp_status status = hhp_kroner_parse(words, kroner);
  if (status == HHP_ERR_OVERFLOW)
    return -2;
  return status == HHP_OK || status == HHP_ERR_AMBIGUOUS ? 0 : -1;
}

/* Parses the digits at *words and advances past them. */
static int S_read_digits(const char **words, int64_t *number) {
  *number = 0;
  if (!hhp__is_digit(**words))
    return -1;
  for (; hhp__is_digit(**words); (*words)++) {
    if (S_append_digit(number, **words) != 0)
      return -1;
  }
  return 0;
}

int parse_share(const char *words, int32_t *basis_points) {
  enum { WHOLE = 10000 };
  int64_t number;
  if (S_read_digits(&words, &number) != 0 || number > WHOLE)
    return -1;
  int is_points = strcmp(words, "bp") == 0 || (*words == '\0' && number >= 1000);
  if (!is_points) {
    number *= 100;
    if (*words == ',' || *words == '.') {
      words++;
      if (!hhp__is_digit(words[0]))
        return -1;
      number += (words[0] - '0') * 10;
      words++;
      if (hhp__is_digit(words[0]))
        number += *words++ - '0';
    }
    if (*words == ' ')
      words++;
    if (*words != '\0' && strcmp(words, "%") != 0)
      return -1;
  }
  if (number > WHOLE)
    return -1;
  *basis_points = (int32_t)number;
  return 0;
}

int parse_size(const char *words, size_t *bytes) {
  static const char units[] = "KMG";
  int64_t number;
  if (S_read_digits(&words, &number) != 0 || number < 1)
    return -1;
  const char *unit = *words == '\0' ? NULL : strchr(units, *words);
  if (*words != '\0' && (unit == NULL || words[1] != '\0'))
    return -1;
  int shift = unit == NULL ? 0 : 10 * (int)(unit - units + 1);
  /* The reader asks for one byte past the limit, and offsets must fit in a size_t. */
  if (number >= INT64_MAX >> shift || (uint64_t)number >= SIZE_MAX / 2 >> shift)
    return -1;
  *bytes = (size_t)number << shift;
  return 0;
}

int parse_day(const char *words, int32_t *day) {
  static const char form[] = "dddd-dd-dd";
  int32_t number = 0;
  if (strlen(words) != sizeof(form) - 1)
    return -1;
  for (size_t i = 0; i < sizeof(form) - 1; i++) {
    if (form[i] == '-' ? words[i] != '-' : !hhp__is_digit(words[i]))
      return -1;
    if (form[i] == 'd')
      number = number * 10 + (words[i] - '0');
  }
  *day = number;
  return 0;
}

int parse_kroner_option(const cli_args *args, option_id id, int64_t missing, int64_t *kroner) {
  const char *words = option_value(args, id);
  *kroner = missing;
  int failed = words == NULL ? 0 : S_parse_kroner(words, kroner);
  if (failed == 0)
    return CODE_FINE;
  if (failed == -2)
    return error_usage(args, "--%s: beløbet »%s« er for stort", "--%s: the amount “%s” is too large",
                       option_at(id)->name, words);
  return error_usage(args, "--%s: »%s« er ikke et beløb i hele kroner; skriv 35000000 eller 35.000.000",
                     "--%s: “%s” is not an amount in whole kroner; write 35000000 or 35,000,000", option_at(id)->name,
                     words);
}
