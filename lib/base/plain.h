/* How texts begin in which neither HP111 nor HP116 finds anything. The reader looks for what may follow (base/scan.h), so that most
 * texts are not read again by these rules. */
#ifndef HHP_BASE_PLAIN_H
#define HHP_BASE_PLAIN_H

#include <stddef.h>

#include "base/fold.h"

static inline int hhp__is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How the marks, notes and questions of HP116 begin; and so does what is crossed out, with any second letter. */
static inline int hhp__may_begin_note(const char *text, size_t length) {
  char second = hhp__lower_ascii(text[1]);
  char third = hhp__lower_ascii(text[2]);
  switch (hhp__lower_ascii(text[0])) {
  case 'f': /* fill in, fixme */
    return second == 'i' && (third == 'l' || third == 'x');
  case 'i': /* insert, input, indsæt, but not the usual "indsats" */
    return second == 'n' && (third == 's' || third == 'p' || (third == 'd' && length > 4 && text[4] == '\xc3'));
  case 'p': /* placeholder, pladsholder */
    return second == 'l' && third == 'a';
  case 's': /* skal, skrives */
    return second == 'k' && (third == 'a' || third == 'r');
  case 't':
    return second == 'o' || second == 'b';
  case 'u': /* udfyld */
    return second == 'd' && third == 'f';
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
