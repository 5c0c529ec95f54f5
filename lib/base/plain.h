/* How texts begin in which neither HP111 nor HP116 finds anything. The reader looks for what may follow (base/scan.h),
 * so that most texts are not read again by these rules. */
#ifndef HHP_BASE_PLAIN_H
#define HHP_BASE_PLAIN_H

#include <stddef.h>

#include "base/ascii.h"

/* Whether the character is that letter, given in lower case. */
static inline int hhp__is_letter_of(char c, char letter) {
  return (c | 0x20) == letter;
}

/* How the marks, notes and questions of HP116 begin; and so does what is crossed out, with any second letter. */
static inline int hhp__may_begin_note(const char *text, size_t length) {
  char second = text[1], third = text[2];
  switch (text[0] | 0x20) {
  case 'f': /* fill in, fixme */
    return hhp__is_letter_of(second, 'i') && (hhp__is_letter_of(third, 'l') || hhp__is_letter_of(third, 'x'));
  case 'i': /* insert, input, indsæt, but not the usual "indsats" */
    return hhp__is_letter_of(second, 'n') && (hhp__is_letter_of(third, 's') || hhp__is_letter_of(third, 'p') ||
                                              (hhp__is_letter_of(third, 'd') && length > 4 && text[4] == '\xc3'));
  case 'p': /* placeholder, pladsholder */
    return hhp__is_letter_of(second, 'l') && hhp__is_letter_of(third, 'a');
  case 's': /* skal, skrives */
    return hhp__is_letter_of(second, 'k') && (hhp__is_letter_of(third, 'a') || hhp__is_letter_of(third, 'r'));
  case 't': /* to do, to be, tbd, tba */
    return hhp__is_letter_of(second, 'o') || hhp__is_letter_of(second, 'b');
  case 'u': /* udfyld */
    return hhp__is_letter_of(second, 'd') && hhp__is_letter_of(third, 'f');
  case 'x':
    return 1;
  default:
    return 0;
  }
}

/* Whether a text, which a byte follows in memory, begins with a letter or digit, and not as a note does. */
static inline int hhp__begins_plainly(const char *text, size_t length) {
  return length >= 2 && hhp__is_alphanumeric(text[0]) && !hhp__may_begin_note(text, length);
}

#endif
