/* The system by Windows calls. */
#include "cli/system/system.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/windows.h"

#include <shellapi.h> /* after windows.h */

/* --- The words of the command line --- */

typedef struct S_words {
  char **items; /* ends with NULL */
  size_t count;
} S_words;

/* Takes ownership of the word; NULL: out of memory. */
static int S_add_word(S_words *words, char *word) {
  char **items = word == NULL ? NULL : realloc(words->items, (words->count + 2) * sizeof(*items));
  if (items == NULL) {
    free(word);
    return -1;
  }
  words->items = items;
  words->items[words->count++] = word;
  words->items[words->count] = NULL;
  return 0;
}

static int S_compare_words(const void *one, const void *other) {
  return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The folder of a pattern as written, and a name in it. */
static char *S_join(const wchar_t *pattern, size_t folder, const wchar_t *name) {
  wchar_t *path = malloc((folder + wcslen(name) + 1) * sizeof(*path));
  if (path == NULL)
    return NULL;
  wmemcpy(path, pattern, folder);
  wcscpy(path + folder, name);
  char *word = hhp__narrow(path);
  free(path);
  return word;
}

static size_t S_folder_length(const wchar_t *path) {
  size_t length = wcslen(path);
  while (length > 0 && path[length - 1] != L'/' && path[length - 1] != L'\\' && path[length - 1] != L':')
    length--;
  return length;
}

/* Adds the files that match, sorted; the word itself if there are none, so that it is reported as missing. Names that
 * begin with a dot are left out, as shells do. */
static int S_expand(S_words *words, const wchar_t *pattern) {
  WIN32_FIND_DATAW entry;
  HANDLE search = FindFirstFileW(pattern, &entry);
  size_t folder = S_folder_length(pattern), before = words->count;
  int result = 0;
  if (search != INVALID_HANDLE_VALUE) {
    do {
      if (entry.cFileName[0] != L'.')
        result = S_add_word(words, S_join(pattern, folder, entry.cFileName));
    } while (result == 0 && FindNextFileW(search, &entry));
    FindClose(search);
  }
  if (result == 0 && words->count == before)
    return S_add_word(words, hhp__narrow(pattern));
  if (result == 0)
    qsort(words->items + before, words->count - before, sizeof(*words->items), S_compare_words);
  return result;
}

static int S_has_wildcard(const wchar_t *word) {
  return word[0] != L'-' && wcspbrk(word, L"*?") != NULL && wcsncmp(word, L"\\\\?\\", 4) != 0;
}

static int S_read_words(int *count, char ***into) {
  int found = 0;
  S_words words = {NULL, 0};
  wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &found);
  int result = wide == NULL ? -1 : 0;
  for (int i = 0; i < found && result == 0; i++)
    result = i > 0 && S_has_wildcard(wide[i]) ? S_expand(&words, wide[i]) : S_add_word(&words, hhp__narrow(wide[i]));
  LocalFree(wide);
  *count = (int)words.count;
  *into = words.items;
  return result;
}

/* --- The console --- */

enum { ENABLE_ESCAPES = 0x0004 }; /* ENABLE_VIRTUAL_TERMINAL_PROCESSING */

/* What the console had before; 0: not changed. */
static struct {
  UINT input, output;
  DWORD modes[2];
} S_before;

static const DWORD S_streams[] = {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};

static void S_put_console_back(void) {
  if (S_before.output != 0)
    SetConsoleOutputCP(S_before.output);
  if (S_before.input != 0)
    SetConsoleCP(S_before.input);
  for (int i = 0; i < 2; i++) {
    if (S_before.modes[i] != 0)
      SetConsoleMode(GetStdHandle(S_streams[i]), S_before.modes[i]);
  }
}

static BOOL WINAPI S_put_console_back_on_break(DWORD event) {
  (void)event;
  S_put_console_back();
  return FALSE; /* and then as without this */
}

/* The console belongs to the program that started the command, so its code pages and modes are put back at the end. */
static void S_use_console(void) {
  UINT output = GetConsoleOutputCP(), input = GetConsoleCP();
  if (output != 0 && output != CP_UTF8 && SetConsoleOutputCP(CP_UTF8))
    S_before.output = output;
  if (input != 0 && input != CP_UTF8 && SetConsoleCP(CP_UTF8))
    S_before.input = input;
  for (int i = 0; i < 2; i++) {
    DWORD mode;
    HANDLE stream = GetStdHandle(S_streams[i]);
    if (GetConsoleMode(stream, &mode) && (mode & ENABLE_ESCAPES) == 0 && SetConsoleMode(stream, mode | ENABLE_ESCAPES))
      S_before.modes[i] = mode;
  }
  atexit(S_put_console_back);
  SetConsoleCtrlHandler(S_put_console_back_on_break, TRUE);
}

static int S_shows_escapes(DWORD stream) {
  DWORD mode;
  return GetConsoleMode(GetStdHandle(stream), &mode) && (mode & ENABLE_ESCAPES) != 0;
}

int system_output_is_terminal(void) {
  DWORD mode;
  return GetConsoleMode(GetStdHandle(STD_OUTPUT_HANDLE), &mode) != 0;
}

int system_output_has_colour(void) {
  return S_shows_escapes(STD_OUTPUT_HANDLE);
}

int system_errors_have_cursor(void) {
  return S_shows_escapes(STD_ERROR_HANDLE);
}

/* --- The process --- */

int system_begin(int *count, char ***words) {
  SetErrorMode(SEM_FAILCRITICALERRORS); /* an error for a drive without a disk, and no window that asks for one */
  (void)_setmode(_fileno(stderr), _O_BINARY);
  S_use_console();
  return S_read_words(count, words);
}

char *system_variable(const char *name) {
  wchar_t *wide = hhp__wide(name);
  DWORD size = wide == NULL ? 0 : GetEnvironmentVariableW(wide, NULL, 0);
  wchar_t *value = size == 0 ? NULL : malloc(size * sizeof(*value));
  char *narrow = NULL;
  if (value != NULL && GetEnvironmentVariableW(wide, value, size) < size)
    narrow = hhp__narrow(value);
  free(value);
  free(wide);
  return narrow;
}

const char *system_language(void) {
  return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_DANISH ? "da" : NULL;
}

size_t system_processors(void) {
  DWORD count = GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);
  return count < 1 ? 1 : count;
}

int64_t system_milliseconds(void) {
  return (int64_t)GetTickCount64();
}

int32_t system_local_date(void) {
  SYSTEMTIME now;
  GetLocalTime(&now);
  return now.wYear * 10000 + now.wMonth * 100 + now.wDay;
}

/* --- Paths --- */

void system_use_slashes(char *path) {
  for (; *path != '\0'; path++) {
    if (*path == '\\')
      *path = '/';
  }
}

/* A folder that is written with \ is continued in that way. */
const char *system_joint(const char *folder) {
  size_t length = strlen(folder);
  if (length > 0 && strchr("/\\:", folder[length - 1]) != NULL)
    return "";
  return strchr(folder, '\\') != NULL ? "\\" : "/";
}

int system_looks_like_path(const char *text) {
  return strpbrk(text, "./\\:") != NULL;
}

/* --- Files --- */

static hhp__file_error S_last_error(void) {
  DWORD number = GetLastError();
  return number == 0 ? HHP__FILE_OTHER : hhp__file_error_of((int)number);
}

/* Opens a file or folder only to look at it, which is possible while others have it open, shared or not.
 * INVALID_HANDLE_VALUE with GetLastError(). */
static HANDLE S_open_to_look(const char *path, DWORD flags) {
  wchar_t *wide = hhp__wide_path(path);
  if (wide == NULL)
    return INVALID_HANDLE_VALUE;
  HANDLE file = CreateFileW(wide, FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags, NULL);
  free(wide);
  return file;
}

static hhp__file_error S_look(const char *path, DWORD flags, system_facts *facts) {
  BY_HANDLE_FILE_INFORMATION about;
  HANDLE file = path[0] == '\0' ? INVALID_HANDLE_VALUE : S_open_to_look(path, flags);
  if (file == INVALID_HANDLE_VALUE)
    return path[0] == '\0' ? HHP__FILE_NOT_FOUND : S_last_error();
  *facts = (system_facts){SYSTEM_DEVICE, 1, 0, 0};
  if (GetFileType(file) == FILE_TYPE_DISK && GetFileInformationByHandle(file, &about)) {
    int is_link = flags != 0 && (about.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    int is_folder = (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    facts->kind = is_link ? SYSTEM_LINK : is_folder ? SYSTEM_FOLDER : SYSTEM_FILE;
    facts->names = about.nNumberOfLinks < 1 ? 1 : about.nNumberOfLinks;
    facts->device = about.dwVolumeSerialNumber;
    facts->number = (uint64_t)about.nFileIndexHigh << 32 | about.nFileIndexLow;
  }
  CloseHandle(file);
  return HHP__FILE_FINE;
}

hhp__file_error system_look_at(const char *path, system_facts *facts) {
  return S_look(path, 0, facts);
}

hhp__file_error system_look_at_link(const char *path, system_facts *facts) {
  return S_look(path, FILE_FLAG_OPEN_REPARSE_POINT, facts);
}

static int S_is_same(HANDLE one, HANDLE other) {
  BY_HANDLE_FILE_INFORMATION a, b;
  return GetFileType(one) == FILE_TYPE_DISK && GetFileType(other) == FILE_TYPE_DISK &&
         GetFileInformationByHandle(one, &a) && GetFileInformationByHandle(other, &b) &&
         a.dwVolumeSerialNumber == b.dwVolumeSerialNumber && a.nFileIndexHigh == b.nFileIndexHigh &&
         a.nFileIndexLow == b.nFileIndexLow;
}

static void S_close(HANDLE file) {
  if (file != INVALID_HANDLE_VALUE)
    CloseHandle(file);
}

/* The absolute path, links or not. The caller frees it. NULL if there is none. */
static wchar_t *S_whole_path(const char *path) {
  wchar_t *wide = hhp__wide_path(path);
  DWORD size = wide == NULL ? 0 : GetFullPathNameW(wide, 0, NULL, NULL);
  wchar_t *whole = size == 0 ? NULL : malloc(size * sizeof(*whole));
  if (whole != NULL && GetFullPathNameW(wide, size, whole, NULL) >= size) {
    free(whole);
    whole = NULL;
  }
  free(wide);
  return whole;
}

static int S_would_be_same_file(const char *one, const char *other) {
  wchar_t *first = S_whole_path(one), *second = S_whole_path(other);
  int is_same = first != NULL && second != NULL && CompareStringOrdinal(first, -1, second, -1, TRUE) == CSTR_EQUAL;
  free(first);
  free(second);
  return is_same;
}

int system_is_same_file(const char *one, const char *other) {
  if (strcmp(one, other) == 0)
    return 1;
  HANDLE a = S_open_to_look(one, 0), b = S_open_to_look(other, 0);
  int is_there = a != INVALID_HANDLE_VALUE, is_other = b != INVALID_HANDLE_VALUE;
  int is_same = is_there && is_other ? S_is_same(a, b) : is_there == is_other && S_would_be_same_file(one, other);
  S_close(a);
  S_close(b);
  return is_same;
}

static int S_is_open_as(DWORD stream, const char *path) {
  HANDLE file = S_open_to_look(path, 0);
  int is_open = file != INVALID_HANDLE_VALUE && S_is_same(file, GetStdHandle(stream));
  S_close(file);
  return is_open;
}

int system_is_input(const char *path) {
  return S_is_open_as(STD_INPUT_HANDLE, path);
}

int system_is_output(const char *path) {
  return S_is_open_as(STD_OUTPUT_HANDLE, path);
}

/* Without \\?\ and with slashes. Takes ownership of the path. */
static char *S_plain_path(wchar_t *path, int *failed) {
  static const wchar_t server[] = L"\\\\?\\UNC\\", drive[] = L"\\\\?\\";
  wchar_t *from = path;
  if (wcsncmp(path, server, 8) == 0) {
    from = path + 6;
    from[0] = L'\\';
  } else if (wcsncmp(path, drive, 4) == 0) {
    from = path + 4;
  }
  char *plain = hhp__narrow(from);
  free(path);
  *failed = plain == NULL;
  if (plain != NULL)
    system_use_slashes(plain);
  return plain;
}

char *system_real_path(const char *path, int *failed) {
  enum { WHOLE = FILE_NAME_NORMALIZED | VOLUME_NAME_DOS };
  *failed = 0;
  HANDLE file = S_open_to_look(path, 0);
  if (file == INVALID_HANDLE_VALUE)
    return NULL;
  DWORD size = GetFinalPathNameByHandleW(file, NULL, 0, WHOLE);
  wchar_t *real = size == 0 ? NULL : malloc(((size_t)size + 1) * sizeof(*real));
  DWORD length = real == NULL ? 0 : GetFinalPathNameByHandleW(file, real, size + 1, WHOLE);
  CloseHandle(file);
  if (length > 0 && length <= size)
    return S_plain_path(real, failed);
  *failed = size != 0 && real == NULL;
  free(real);
  real = *failed ? NULL : S_whole_path(path); /* some drivers of disks do not know it */
  return real == NULL ? NULL : S_plain_path(real, failed);
}

char *system_working_folder(int *failed) {
  DWORD size = GetCurrentDirectoryW(0, NULL);
  wchar_t *folder = size == 0 ? NULL : malloc(size * sizeof(*folder));
  *failed = size != 0 && folder == NULL;
  if (folder != NULL && GetCurrentDirectoryW(size, folder) < size)
    return S_plain_path(folder, failed);
  free(folder);
  return NULL;
}

/* --- Folders --- */

struct system_folder {
  HANDLE search;
  WIN32_FIND_DATAW entry;
  int is_first;
  char *name; /* that system_next_name returned last */
};

/* The folder's name and *: what FindFirstFileW searches for. */
static wchar_t *S_pattern(const char *path) {
  wchar_t *folder = hhp__wide_path(path);
  wchar_t *pattern = folder == NULL ? NULL : realloc(folder, (wcslen(folder) + 3) * sizeof(*pattern));
  if (pattern == NULL) {
    free(folder);
    return NULL;
  }
  size_t length = wcslen(pattern);
  int is_open = length > 0 && wcschr(L"/\\:", pattern[length - 1]) == NULL;
  wcscpy(pattern + length, is_open ? L"\\*" : L"*");
  return pattern;
}

hhp__file_error system_open_folder(system_folder **into, const char *path) {
  *into = NULL;
  wchar_t *pattern = S_pattern(path);
  system_folder *folder = pattern == NULL ? NULL : calloc(1, sizeof(*folder));
  hhp__file_error error = HHP__FILE_NO_MEMORY;
  if (folder != NULL) {
    folder->is_first = 1;
    folder->search = FindFirstFileW(pattern, &folder->entry);
    error = folder->search == INVALID_HANDLE_VALUE ? S_last_error() : HHP__FILE_FINE;
  }
  free(pattern);
  if (error == HHP__FILE_FINE)
    *into = folder;
  else
    free(folder);
  return error;
}

hhp__file_error system_next_name(system_folder *folder, const char **name) {
  free(folder->name);
  folder->name = NULL;
  *name = NULL;
  do {
    if (!folder->is_first && !FindNextFileW(folder->search, &folder->entry))
      return GetLastError() == ERROR_NO_MORE_FILES ? HHP__FILE_FINE : S_last_error();
    folder->is_first = 0;
  } while ((folder->entry.dwFileAttributes & FILE_ATTRIBUTE_HIDDEN) != 0);
  folder->name = hhp__narrow(folder->entry.cFileName);
  *name = folder->name;
  return folder->name == NULL ? HHP__FILE_NO_MEMORY : HHP__FILE_FINE;
}

void system_close_folder(system_folder *folder) {
  FindClose(folder->search);
  free(folder->name);
  free(folder);
}
