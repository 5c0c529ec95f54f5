/* The argument "write" of a finding. */
#include "document/write_argument.h"

#include <string.h>

#include "base/date.h"
#include "base/digits.h"

void hhp__arg_whole(hhp_finding *finding, const char *name, int64_t number) {
  char buffer[HHP__DIGITS_SIZE];
  const char *digits = hhp__digits(number, buffer);
  hhp__arg_text(finding, name, digits, strlen(digits));
}

void hhp__arg_quoted(hhp_finding *finding, const char *text, size_t length) {
  char buffer[HHP__LONGEST_WRITE + 2];
  buffer[0] = '"';
  memcpy(buffer + 1, text, length);
  buffer[length + 1] = '"';
  hhp__arg_text(finding, "write", buffer, length + 2);
}

void hhp__arg_quoted_date(hhp_finding *finding, int32_t date) {
  char buffer[HHP__DATE_SIZE];
  hhp__date_write(date, buffer);
  hhp__arg_quoted(finding, buffer, strlen(buffer));
}

int hhp__is_word(const char *text, size_t length, const char *word) {
  if (strlen(word) != length)
    return 0;
  for (size_t i = 0; i < length; i++) {
    if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]) != word[i])
      return 0;
  }
  return 1;
}

const char *hhp__truth_of(const char *text, size_t length) {
  static const char *const yes[] = {"true", "ja", "yes", "sand", "1"};
  static const char *const no[] = {"false", "nej", "no", "falsk", "0"};
  for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
    if (hhp__is_word(text, length, yes[i]))
      return "true";
    if (hhp__is_word(text, length, no[i]))
      return "false";
  }
  return NULL;
}
