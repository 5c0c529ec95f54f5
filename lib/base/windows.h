/* What the files that call Windows share: texts, which are UTF-8 here and UTF-16 there, and paths. */
#ifndef HHP_BASE_WINDOWS_H
#define HHP_BASE_WINDOWS_H

#include <stddef.h>

#include <windows.h>

/* The text in UTF-16, which the caller frees. NULL with GetLastError(): ERROR_NO_UNICODE_TRANSLATION if it is not
 * UTF-8, ERROR_NOT_ENOUGH_MEMORY. */
wchar_t *hhp__wide(const char *text);

/* The text in UTF-8, which the caller frees. A lone surrogate, which Windows allows in a name, becomes U+FFFD. NULL if
 * out of memory. */
char *hhp__narrow(const wchar_t *text);

/* A path as Windows takes it: one that is over 240 characters as a whole is made absolute and begins with \\?\, which
 * lifts the limit of 260. The caller frees it. NULL as for hhp__wide(). */
wchar_t *hhp__wide_path(const char *path);

#endif
