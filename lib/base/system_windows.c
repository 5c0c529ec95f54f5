/* Random bytes, the "C" locale and UTF-16 by Windows. */
#include "base/system.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/windows.h"

#include <ntsecapi.h> /* after windows.h */

int hhp__random_bytes(void *into, size_t size) {
  return RtlGenRandom(into, (ULONG)size) ? 0 : -1;
}

/* The thread has a locale of its own meanwhile, if it is not "C" already. The copy of its name is `before`; NULL:
 * nothing was changed. */
int hhp__enter_c_locale(hhp__c_locale *locale) {
  static char was_own;
  *locale = (hhp__c_locale){NULL, NULL};
  const char *name = setlocale(LC_ALL, NULL);
  if (name == NULL || strcmp(name, "C") == 0)
    return 0;
  int before = _configthreadlocale(_ENABLE_PER_THREAD_LOCALE);
  char *copy = _strdup(setlocale(LC_ALL, NULL));
  if (copy != NULL && setlocale(LC_ALL, "C") != NULL) {
    *locale = (hhp__c_locale){before == _ENABLE_PER_THREAD_LOCALE ? &was_own : NULL, copy};
    return 0;
  }
  free(copy);
  _configthreadlocale(before);
  return -1;
}

void hhp__leave_c_locale(const hhp__c_locale *locale) {
  if (locale->before == NULL)
    return;
  setlocale(LC_ALL, locale->before);
  free(locale->before);
  if (locale->c == NULL)
    _configthreadlocale(_DISABLE_PER_THREAD_LOCALE);
}

wchar_t *hhp__wide(const char *text) {
  int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, NULL, 0);
  if (length <= 0)
    return NULL;
  wchar_t *wide = malloc((size_t)length * sizeof(*wide));
  if (wide == NULL)
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
  else
    MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, wide, length);
  return wide;
}

char *hhp__narrow(const wchar_t *text) {
  int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
  char *narrow = length <= 0 ? NULL : malloc((size_t)length);
  if (narrow != NULL)
    WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, length, NULL, NULL);
  return narrow;
}

/* The whole path, with \ for /. NULL with GetLastError(). */
static wchar_t *S_whole_path(const wchar_t *path, size_t before) {
  DWORD length = GetFullPathNameW(path, 0, NULL, NULL);
  if (length == 0)
    return NULL;
  wchar_t *whole = malloc((before + length) * sizeof(*whole));
  if (whole == NULL)
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
  else if (GetFullPathNameW(path, length, whole + before, NULL) < length)
    return whole;
  free(whole);
  return NULL;
}

wchar_t *hhp__wide_path(const char *path) {
  static const wchar_t drive[] = L"\\\\?\\", server[] = L"\\\\?\\UNC\\";
  enum { SHORT = 240, ADDED = 8 };
  wchar_t *wide = hhp__wide(path);
  if (wide == NULL || wcsncmp(wide, drive, 4) == 0 || GetFullPathNameW(wide, 0, NULL, NULL) < SHORT)
    return wide;
  wchar_t *whole = S_whole_path(wide, ADDED);
  free(wide);
  if (whole == NULL)
    return NULL;
  wchar_t *rest = whole + ADDED;
  int is_on_server = rest[0] == L'\\' && rest[1] == L'\\';
  const wchar_t *prefix = is_on_server ? server : drive;
  rest += is_on_server ? 2 : 0;
  memmove(whole + wcslen(prefix), rest, (wcslen(rest) + 1) * sizeof(*rest));
  memcpy(whole, prefix, wcslen(prefix) * sizeof(*prefix));
  return whole;
}

size_t hhp__root_length(const char *path) {
  if (hhp__is_ascii_letter(path[0]) && path[1] == ':' && path[2] == '/')
    return 3;
  if (path[0] != '/' || path[1] != '/')
    return path[0] == '/';
  size_t server = 2 + strcspn(path + 2, "/");
  if (path[server] == '\0')
    return server;
  size_t share = server + 1 + strcspn(path + server + 1, "/");
  return share + (path[share] == '/');
}
