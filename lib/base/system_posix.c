/* Random bytes and the "C" locale by POSIX calls. */
#include "base/system.h"

#ifdef __APPLE__
#  include <Availability.h> /* which sys/random.h there needs before it */
#  include <xlocale.h>
#endif

#include <locale.h>
#include <sys/random.h>
#include <unistd.h> /* getentropy of musl */

int hhp__random_bytes(void *into, size_t size) {
  return getentropy(into, size);
}

int hhp__enter_c_locale(hhp__c_locale *locale) {
  locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (c == (locale_t)0)
    return -1;
  *locale = (hhp__c_locale){c, uselocale(c)};
  return 0;
}

void hhp__leave_c_locale(const hhp__c_locale *locale) {
  uselocale((locale_t)locale->before);
  freelocale((locale_t)locale->c);
}

size_t hhp__root_length(const char *path) {
  return path[0] == '/';
}
