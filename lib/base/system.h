/* What the library needs of the system beside files: random bytes, a decimal point in numbers, the roots of paths.
 * system_posix.c and system_windows.c have it. */
#ifndef HHP_BASE_SYSTEM_H
#define HHP_BASE_SYSTEM_H

#include <stddef.h>

/* Fills the bytes, 256 at most, with unpredictable ones. Returns 0, or -1 if the system has none. */
int hhp__random_bytes(void *into, size_t size);

/* The "C" locale, whose decimal sign is a point, for the calling thread while numbers are read or written. */
typedef struct hhp__c_locale {
  void *c;
  void *before;
} hhp__c_locale;

/* 0, or -1 when memory ran out. */
int hhp__enter_c_locale(hhp__c_locale *locale);
void hhp__leave_c_locale(const hhp__c_locale *locale);

/* Length of the beginning that makes a path absolute: "/", on Windows also "C:/" and "//server/share/". 0: relative.
 * For paths with slashes. */
size_t hhp__root_length(const char *path);

#endif
