/* Reads and writes files by Windows calls.
 *
 * A file is replaced by renaming a complete one over it, with the data on the disk first. ReplaceFileW is not used:
 * it renames the old file away before the new one takes the name, so that a process killed in between leaves none.
 * Until it is complete, the new file is marked to be deleted when its handle is closed, which Windows does for a
 * process that is killed, too. */
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/digits.h"
#include "base/grow.h"
#include "base/windows.h"

enum {
  FIRST_CAPACITY = 64 * 1024,
  MOST_AT_ONCE = 64 * 1024 * 1024, /* bytes for ReadFile and WriteFile */
  MOST_STEM = 100,                 /* characters of a file's name in that of its temporary file */
  MOST_WRITERS = 1000,             /* of one file at a time */
  TRIES = 25,                      /* to replace a file that another process has open, */
  DISK_QUOTA_EXCEEDED = 1295,      /* ERROR_DISK_QUOTA_EXCEEDED, which not all headers have */
  PAUSE = 20 /* milliseconds apart: virus scanners and indexers open every new file for a moment */
};

static const struct {
  DWORD number;
  hhp__file_error error;
} S_errors[] = {
    {ERROR_NOT_ENOUGH_MEMORY, HHP__FILE_NO_MEMORY},
    {ERROR_OUTOFMEMORY, HHP__FILE_NO_MEMORY},
    {ERROR_COMMITMENT_LIMIT, HHP__FILE_NO_MEMORY},
    {ERROR_FILE_NOT_FOUND, HHP__FILE_NOT_FOUND},
    {ERROR_PATH_NOT_FOUND, HHP__FILE_NOT_FOUND},
    {ERROR_BAD_NETPATH, HHP__FILE_NOT_FOUND},
    {ERROR_BAD_NET_NAME, HHP__FILE_NOT_FOUND},
    {ERROR_INVALID_DRIVE, HHP__FILE_NOT_FOUND},
    {ERROR_DIRECTORY, HHP__FILE_NOT_A_FOLDER},
    {ERROR_ACCESS_DENIED, HHP__FILE_DENIED},
    {ERROR_NETWORK_ACCESS_DENIED, HHP__FILE_DENIED},
    {ERROR_LOGON_FAILURE, HHP__FILE_DENIED},
    {ERROR_PRIVILEGE_NOT_HELD, HHP__FILE_DENIED},
    {ERROR_WRITE_PROTECT, HHP__FILE_READ_ONLY},
    {ERROR_FILE_EXISTS, HHP__FILE_EXISTS},
    {ERROR_ALREADY_EXISTS, HHP__FILE_EXISTS},
    {ERROR_FILENAME_EXCED_RANGE, HHP__FILE_LONG_PATH},
    {ERROR_BUFFER_OVERFLOW, HHP__FILE_LONG_PATH},
    {ERROR_INVALID_NAME, HHP__FILE_BAD_PATH},
    {ERROR_BAD_PATHNAME, HHP__FILE_BAD_PATH},
    {ERROR_NO_UNICODE_TRANSLATION, HHP__FILE_BAD_PATH},
    {ERROR_CANT_RESOLVE_FILENAME, HHP__FILE_LINK_LOOP},
    {ERROR_INVALID_HANDLE, HHP__FILE_CLOSED},
    {ERROR_BROKEN_PIPE, HHP__FILE_PIPE_CLOSED},
    {ERROR_NO_DATA, HHP__FILE_PIPE_CLOSED},
    {ERROR_PIPE_NOT_CONNECTED, HHP__FILE_PIPE_CLOSED},
    {ERROR_DISK_FULL, HHP__FILE_DISK_FULL},
    {ERROR_HANDLE_DISK_FULL, HHP__FILE_DISK_FULL},
    {DISK_QUOTA_EXCEEDED, HHP__FILE_QUOTA},
    {ERROR_FILE_TOO_LARGE, HHP__FILE_TOO_LARGE},
    {ERROR_TOO_MANY_OPEN_FILES, HHP__FILE_TOO_MANY},
    {ERROR_SHARING_VIOLATION, HHP__FILE_BUSY},
    {ERROR_LOCK_VIOLATION, HHP__FILE_BUSY},
    {ERROR_BUSY, HHP__FILE_BUSY},
    {ERROR_DELETE_PENDING, HHP__FILE_BUSY},
    {ERROR_USER_MAPPED_FILE, HHP__FILE_BUSY},
    {ERROR_NOT_READY, HHP__FILE_NO_DEVICE},
    {ERROR_BAD_UNIT, HHP__FILE_NO_DEVICE},
    {ERROR_DEV_NOT_EXIST, HHP__FILE_NO_DEVICE},
    {ERROR_CRC, HHP__FILE_BROKEN},
    {ERROR_SEEK, HHP__FILE_BROKEN},
    {ERROR_READ_FAULT, HHP__FILE_BROKEN},
    {ERROR_WRITE_FAULT, HHP__FILE_BROKEN},
    {ERROR_IO_DEVICE, HHP__FILE_BROKEN},
    {ERROR_FILE_CORRUPT, HHP__FILE_BROKEN},
    {ERROR_DISK_CORRUPT, HHP__FILE_BROKEN},
    {ERROR_NETNAME_DELETED, HHP__FILE_BROKEN},
    {ERROR_SEM_TIMEOUT, HHP__FILE_BROKEN},
};

hhp__file_error hhp__file_error_of(int number) {
  if (number == 0)
    return HHP__FILE_FINE;
  for (size_t i = 0; i < sizeof(S_errors) / sizeof(S_errors[0]); i++) {
    if (S_errors[i].number == (DWORD)number)
      return S_errors[i].error;
  }
  return HHP__FILE_OTHER;
}

static hhp__file_error S_last_error(void) {
  DWORD number = GetLastError();
  return number == 0 ? HHP__FILE_OTHER : hhp__file_error_of((int)number);
}

static int S_is_valid(HANDLE file) {
  return file != INVALID_HANDLE_VALUE && file != NULL;
}

static int S_is_folder(const wchar_t *path) {
  DWORD attributes = GetFileAttributesW(path);
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* --- Reading --- */

/* Reads some bytes; 0 at the end, which a pipe reports as an error. Returns 0, or -1 with GetLastError(). */
static int S_read(HANDLE file, char *into, size_t size, size_t *count) {
  DWORD done = 0;
  int is_read = ReadFile(file, into, size > MOST_AT_ONCE ? MOST_AT_ONCE : (DWORD)size, &done, NULL) ||
                GetLastError() == ERROR_BROKEN_PIPE || GetLastError() == ERROR_HANDLE_EOF;
  *count = done;
  return is_read ? 0 : -1;
}

/* Reads to the end. The size of the file is only the first guess: a pipe has none, and a file may grow. */
static hhp__file_error S_read_all(HANDLE file, size_t guess, size_t limit, char **bytes, size_t *length) {
  size_t capacity = guess + 1, used = 0, count = 1;
  char *buffer = malloc(capacity);
  hhp__file_error error = buffer == NULL ? HHP__FILE_NO_MEMORY : HHP__FILE_FINE;
  while (error == HHP__FILE_FINE && count > 0) {
    char *larger = used < capacity ? buffer : hhp__grown_to_limit(buffer, &capacity, limit);
    if (larger == NULL) {
      error = HHP__FILE_NO_MEMORY;
      break;
    }
    buffer = larger;
    if (S_read(file, buffer + used, capacity - used, &count) != 0) {
      error = S_last_error();
      break;
    }
    used += count;
    if (used > limit)
      error = HHP__FILE_OVER_LIMIT;
  }
  if (error != HHP__FILE_FINE) {
    free(buffer);
    return error;
  }
  *bytes = buffer;
  *length = used;
  return HHP__FILE_FINE;
}

static hhp__file_error S_read_open(HANDLE file, size_t limit, char **bytes, size_t *length) {
  LARGE_INTEGER size;
  if (limit == SIZE_MAX)
    limit--; /* limit + 1 must not overflow */
  if (GetFileType(file) != FILE_TYPE_DISK || !GetFileSizeEx(file, &size) || size.QuadPart <= 0)
    return S_read_all(file, limit < FIRST_CAPACITY ? limit : FIRST_CAPACITY, limit, bytes, length);
  if ((uint64_t)size.QuadPart > limit)
    return HHP__FILE_OVER_LIMIT;
  return S_read_all(file, (size_t)size.QuadPart, limit, bytes, length);
}

/* Shared with all others: a reader does not keep another process from replacing the file. */
static HANDLE S_open(const wchar_t *path, DWORD access) {
  return CreateFileW(path, access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                     FILE_ATTRIBUTE_NORMAL, NULL);
}

static hhp__file_error S_read_path(const wchar_t *path, size_t limit, char **bytes, size_t *length) {
  HANDLE file = S_open(path, GENERIC_READ);
  if (!S_is_valid(file)) {
    hhp__file_error error = S_last_error();
    return S_is_folder(path) ? HHP__FILE_IS_FOLDER : error;
  }
  hhp__file_error error = S_read_open(file, limit, bytes, length);
  CloseHandle(file);
  return error;
}

hhp__file_error hhp__read_file(const char *path, size_t limit, char **bytes, size_t *length) {
  wchar_t *wide = hhp__wide_path(path);
  if (wide == NULL)
    return S_last_error();
  hhp__file_error error = wide[0] == L'\0' ? HHP__FILE_NOT_FOUND : S_read_path(wide, limit, bytes, length);
  free(wide);
  return error;
}

hhp__file_error hhp__read_standard_input(size_t limit, char **bytes, size_t *length) {
  HANDLE file = GetStdHandle(STD_INPUT_HANDLE);
  return S_is_valid(file) ? S_read_open(file, limit, bytes, length) : HHP__FILE_CLOSED;
}

/* --- Writing to open files --- */

static hhp__file_error S_write_all(HANDLE file, const char *bytes, size_t length) {
  while (length > 0) {
    DWORD done = 0;
    if (!WriteFile(file, bytes, length > MOST_AT_ONCE ? MOST_AT_ONCE : (DWORD)length, &done, NULL))
      return S_last_error();
    if (done == 0)
      return HHP__FILE_DISK_FULL; /* Wine's answer to a full disk */
    bytes += done;
    length -= done;
  }
  return HHP__FILE_FINE;
}

hhp__file_error hhp__write_standard_output(const char *bytes, size_t length) {
  HANDLE file = GetStdHandle(STD_OUTPUT_HANDLE);
  return S_is_valid(file) ? S_write_all(file, bytes, length) : HHP__FILE_CLOSED;
}

/* --- Temporary files --- */

/* A file to be replaced or created. */
typedef struct S_target {
  wchar_t *path;                         /* whole, without symbolic links if it exists */
  const BY_HANDLE_FILE_INFORMATION *old; /* NULL: does not exist */
  int must_be_new;
  const char *bytes;
  size_t length;
  wchar_t *temporary; /* FOLDER\.NAME.hhp-tmpN */
  wchar_t *number;    /* where its N begins */
} S_target;

static const wchar_t *S_name(const wchar_t *path) {
  const wchar_t *name = path;
  for (; *path != L'\0'; path++) {
    if (*path == L'\\' || *path == L'/' || *path == L':')
      name = path + 1;
  }
  return name;
}

/* How much of the name goes into the temporary name: no half of a surrogate pair. */
static size_t S_stem(const wchar_t *name) {
  size_t length = wcslen(name);
  if (length <= MOST_STEM)
    return length;
  return name[MOST_STEM] >= 0xdc00 && name[MOST_STEM] <= 0xdfff ? MOST_STEM - 1 : MOST_STEM;
}

static int S_name_temporary(S_target *target) {
  static const wchar_t suffix[] = L".hhp-tmp";
  const wchar_t *name = S_name(target->path);
  size_t folder = (size_t)(name - target->path), stem = S_stem(name);
  wchar_t *end = malloc((folder + 1 + stem + wcslen(suffix) + HHP__DIGITS_SIZE) * sizeof(*end));
  if (end == NULL)
    return -1;
  target->temporary = end;
  wmemcpy(end, target->path, folder);
  end[folder] = L'.';
  wmemcpy(end + folder + 1, name, stem);
  wcscpy(end + folder + 1 + stem, suffix);
  target->number = end + wcslen(end);
  return 0;
}

static void S_set_number(S_target *target, int number) {
  char digits[HHP__DIGITS_SIZE];
  const char *from = hhp__digits(number, digits);
  for (wchar_t *to = target->number;; to++, from++) {
    *to = (wchar_t)*from;
    if (*from == '\0')
      return;
  }
}

/* Whether the file is deleted when its last handle is closed. */
static int S_set_deleted_on_close(HANDLE file, int is_deleted) {
  FILE_DISPOSITION_INFO info = {.DeleteFile = (BOOLEAN)is_deleted};
  return SetFileInformationByHandle(file, FileDispositionInfo, &info, sizeof(info)) ? 0 : -1;
}

/* Removes what a process left behind that was killed while its file had no mark. The file of a process that runs cannot
 * be deleted, since it is not shared. */
static void S_remove_leftover(const wchar_t *name) {
  DWORD attributes = GetFileAttributesW(name);
  if (attributes != INVALID_FILE_ATTRIBUTES &&
      (attributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) == 0)
    DeleteFileW(name);
}

static HANDLE S_open_temporary(S_target *target) {
  for (int i = 1; i <= MOST_WRITERS; i++) {
    S_set_number(target, i);
    HANDLE file = CreateFileW(target->temporary, GENERIC_READ | GENERIC_WRITE | DELETE | WRITE_DAC, 0, NULL, CREATE_NEW,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    if (S_is_valid(file))
      return file;
    DWORD error = GetLastError();
    int is_taken = error == ERROR_FILE_EXISTS || error == ERROR_ALREADY_EXISTS || error == ERROR_SHARING_VIOLATION ||
                   (error == ERROR_ACCESS_DENIED && GetFileAttributesW(target->temporary) != INVALID_FILE_ATTRIBUTES);
    if (!is_taken) {
      SetLastError(error);
      return file;
    }
  }
  SetLastError(ERROR_BUSY);
  return INVALID_HANDLE_VALUE;
}

/* --- Replacing and creating files --- */

/* Gives the file the list of access rights of the one that it replaces. A file system without such lists has none to
 * give. Without the list, the file might be open to more people, so failing to set it is an error. */
static hhp__file_error S_copy_rights(HANDLE file, const wchar_t *from) {
  DWORD size = 0;
  GetFileSecurityW(from, DACL_SECURITY_INFORMATION, NULL, 0, &size);
  if (size == 0)
    return HHP__FILE_FINE;
  PSECURITY_DESCRIPTOR rights = malloc(size);
  if (rights == NULL)
    return HHP__FILE_NO_MEMORY;
  hhp__file_error error = HHP__FILE_FINE;
  if (GetFileSecurityW(from, DACL_SECURITY_INFORMATION, rights, size, &size)) {
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision;
    if (GetSecurityDescriptorControl(rights, &control, &revision) && (control & SE_DACL_AUTO_INHERITED) != 0)
      SetSecurityDescriptorControl(rights, SE_DACL_AUTO_INHERIT_REQ, SE_DACL_AUTO_INHERIT_REQ);
    if (!SetKernelObjectSecurity(file, DACL_SECURITY_INFORMATION, rights))
      error = S_last_error();
  }
  free(rights);
  return error;
}

/* Attributes such as hidden, and the time of creation. The archive bit is set by writing. */
static void S_copy_attributes(HANDLE file, const BY_HANDLE_FILE_INFORMATION *old) {
  enum { KEPT = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED };
  FILE_BASIC_INFO info = {{{0}}, {{0}}, {{0}}, {{0}}, 0}; /* 0: unchanged */
  info.CreationTime.LowPart = old->ftCreationTime.dwLowDateTime;
  info.CreationTime.HighPart = (LONG)old->ftCreationTime.dwHighDateTime;
  info.FileAttributes = FILE_ATTRIBUTE_ARCHIVE | (old->dwFileAttributes & KEPT);
  SetFileInformationByHandle(file, FileBasicInfo, &info, sizeof(info));
}

static hhp__file_error S_write_content(HANDLE file, const S_target *target) {
  hhp__file_error error = S_write_all(file, target->bytes, target->length);
  if (error == HHP__FILE_FINE && target->old != NULL)
    error = S_copy_rights(file, target->path);
  if (error != HHP__FILE_FINE)
    return error;
  if (target->old != NULL)
    S_copy_attributes(file, target->old);
  return FlushFileBuffers(file) ? HHP__FILE_FINE : S_last_error();
}

/* Renames the open file, as rename() does: also over a file that others have open, which Windows can since 2016. */
static int S_rename(HANDLE file, const S_target *target) {
  enum {
    RENAME_EX = 22,
    REPLACE = 1,
    POSIX = 2
  }; /* FileRenameInfoEx and its flags, by number: older headers have none */
  size_t length = wcslen(target->path) * sizeof(wchar_t), size = sizeof(FILE_RENAME_INFO) + length;
  FILE_RENAME_INFO *info = calloc(1, size);
  if (info == NULL) {
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return -1;
  }
  info->FileNameLength = (DWORD)length;
  memcpy(info->FileName, target->path, length);
  DWORD flags = target->must_be_new ? POSIX : REPLACE | POSIX;
  memcpy(info, &flags, sizeof(flags)); /* the first member is this or ReplaceIfExists */
  int is_renamed = SetFileInformationByHandle(file, (FILE_INFO_BY_HANDLE_CLASS)RENAME_EX, info, (DWORD)size) != 0;
  DWORD error = is_renamed ? 0 : GetLastError();
  if (error == ERROR_INVALID_PARAMETER || error == ERROR_NOT_SUPPORTED || error == ERROR_INVALID_FUNCTION ||
      error == ERROR_CALL_NOT_IMPLEMENTED || error == ERROR_INVALID_LEVEL) {
    memset(info, 0, sizeof(flags));
    info->ReplaceIfExists = (BOOLEAN)!target->must_be_new;
    is_renamed = SetFileInformationByHandle(file, FileRenameInfo, info, (DWORD)size) != 0;
    error = is_renamed ? 0 : GetLastError();
  }
  free(info);
  SetLastError(error);
  return is_renamed ? 0 : -1;
}

/* Replacing a file that is open, shared or not, is denied on older systems. Opening it for this process alone is a
 * sharing violation then. */
static int S_is_in_use(const wchar_t *path) {
  HANDLE file = CreateFileW(path, DELETE, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  if (S_is_valid(file)) {
    CloseHandle(file);
    return 0;
  }
  return GetLastError() == ERROR_SHARING_VIOLATION;
}

static hhp__file_error S_publish(HANDLE file, const S_target *target) {
  hhp__file_error error = HHP__FILE_FINE;
  for (int i = 0; i < TRIES; i++) {
    if (i > 0)
      Sleep(PAUSE);
    if (S_set_deleted_on_close(file, 0) != 0)
      return S_last_error();
    if (S_rename(file, target) == 0)
      return HHP__FILE_FINE;
    error = S_last_error();
    S_set_deleted_on_close(file, 1);
    if (error == HHP__FILE_DENIED && S_is_in_use(target->path))
      error = HHP__FILE_BUSY;
    if (error != HHP__FILE_BUSY && !(error == HHP__FILE_DENIED && target->old != NULL))
      return error;
  }
  return error;
}

static hhp__file_error S_write_target(S_target *target) {
  enum { CLEANED = 4 }; /* a higher number is only in use if that many writers run, or were killed, at the same time */
  for (int i = 1; i <= CLEANED; i++) {
    S_set_number(target, i);
    S_remove_leftover(target->temporary);
  }
  HANDLE file = S_open_temporary(target);
  if (!S_is_valid(file)) {
    hhp__file_error error = S_last_error();
    return error == HHP__FILE_DENIED ? HHP__FILE_FOLDER_DENIED : error;
  }
  int is_marked = S_set_deleted_on_close(file, 1) == 0;
  hhp__file_error error = S_write_content(file, target);
  if (error == HHP__FILE_FINE)
    error = S_publish(file, target);
  CloseHandle(file);
  if (error != HHP__FILE_FINE && !is_marked)
    DeleteFileW(target->temporary);
  return error;
}

static hhp__file_error S_replace(wchar_t *path, const BY_HANDLE_FILE_INFORMATION *old, int must_be_new,
                                 const char *bytes, size_t length) {
  S_target target = {.path = path, .old = old, .must_be_new = must_be_new, .bytes = bytes, .length = length};
  if (S_name_temporary(&target) != 0)
    return HHP__FILE_NO_MEMORY;
  hhp__file_error error = S_write_target(&target);
  free(target.temporary);
  return error;
}

static int S_is_same_file(const BY_HANDLE_FILE_INFORMATION *a, const BY_HANDLE_FILE_INFORMATION *b) {
  return a->dwVolumeSerialNumber == b->dwVolumeSerialNumber && a->nFileIndexHigh == b->nFileIndexHigh &&
         a->nFileIndexLow == b->nFileIndexLow;
}

/* Standard output or standard error, if it is this file; else NULL. The file is then not replaced, since what else is
 * written to the stream would go to the old one. */
static HANDLE S_standard_stream(const BY_HANDLE_FILE_INFORMATION *about) {
  static const DWORD streams[] = {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
  for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++) {
    BY_HANDLE_FILE_INFORMATION stream;
    HANDLE file = GetStdHandle(streams[i]);
    if (S_is_valid(file) && GetFileType(file) == FILE_TYPE_DISK && GetFileInformationByHandle(file, &stream) &&
        S_is_same_file(about, &stream))
      return file;
  }
  return NULL;
}

/* The whole path, links or not. The caller frees it. NULL with GetLastError(). */
static wchar_t *S_whole_path(const wchar_t *path) {
  DWORD size = GetFullPathNameW(path, 0, NULL, NULL);
  wchar_t *whole = size == 0 ? NULL : malloc(size * sizeof(*whole));
  if (size != 0 && whole == NULL)
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
  if (whole == NULL || GetFullPathNameW(path, size, whole, NULL) < size)
    return whole;
  free(whole);
  SetLastError(ERROR_BAD_PATHNAME); /* the working folder has changed meanwhile */
  return NULL;
}

/* The path of an open file, where symbolic links lead. The caller frees it. NULL with GetLastError(). */
static wchar_t *S_final_path(HANDLE file) {
  enum { WHOLE = FILE_NAME_NORMALIZED | VOLUME_NAME_DOS };
  DWORD size = GetFinalPathNameByHandleW(file, NULL, 0, WHOLE), length = 0;
  wchar_t *path = size == 0 ? NULL : malloc(((size_t)size + 1) * sizeof(*path));
  if (path != NULL)
    length = GetFinalPathNameByHandleW(file, path, size + 1, WHOLE);
  if (length > 0 && length <= size)
    return path;
  SetLastError(size != 0 && path == NULL ? ERROR_NOT_ENOUGH_MEMORY : ERROR_CANT_RESOLVE_FILENAME);
  free(path);
  return NULL;
}

/* Opens a file that is to be replaced, or a device. Waits for other writers, which have it open for a moment. */
static HANDLE S_open_to_replace(const wchar_t *path) {
  HANDLE file = INVALID_HANDLE_VALUE;
  for (int i = 0; i < TRIES && !S_is_valid(file); i++) {
    if (i > 0)
      Sleep(PAUSE);
    file = S_open(path, GENERIC_WRITE | DELETE);
    if (!S_is_valid(file) && GetLastError() == ERROR_ACCESS_DENIED)
      return S_open(path, GENERIC_WRITE); /* a device, or denied in any case */
    if (!S_is_valid(file) && GetLastError() != ERROR_SHARING_VIOLATION)
      return file;
  }
  return file;
}

/* Another process may replace the file meanwhile: it then has another name, or none, so its name is asked for if it is
 * a link only. */
static hhp__file_error S_write_existing(const wchar_t *path, int is_link, const char *bytes, size_t length) {
  BY_HANDLE_FILE_INFORMATION old;
  HANDLE file = S_open_to_replace(path);
  if (!S_is_valid(file))
    return S_last_error();
  HANDLE stream = NULL;
  int is_file = GetFileType(file) == FILE_TYPE_DISK && GetFileInformationByHandle(file, &old);
  if (is_file)
    stream = S_standard_stream(&old);
  if (!is_file || stream != NULL) {
    hhp__file_error error = S_write_all(is_file ? stream : file, bytes, length);
    CloseHandle(file);
    return error;
  }
  wchar_t *target = is_link ? S_final_path(file) : S_whole_path(path);
  hhp__file_error error = target == NULL ? S_last_error() : HHP__FILE_FINE;
  CloseHandle(file);
  if (target != NULL)
    error = S_replace(target, &old, 0, bytes, length);
  free(target);
  return error;
}

static hhp__file_error S_write_new(const wchar_t *path, int must_be_new, const char *bytes, size_t length) {
  wchar_t *whole = S_whole_path(path);
  if (whole == NULL)
    return S_last_error();
  hhp__file_error error = HHP__FILE_BAD_PATH;
  if (S_name(whole)[0] != L'\0')
    error = S_replace(whole, NULL, must_be_new, bytes, length);
  free(whole);
  return error;
}

static hhp__file_error S_write_path(const wchar_t *path, const char *bytes, size_t length) {
  DWORD attributes = GetFileAttributesW(path);
  if (attributes == INVALID_FILE_ATTRIBUTES) {
    if (path[0] == L'\0')
      return HHP__FILE_NOT_FOUND;
    return GetLastError() == ERROR_FILE_NOT_FOUND ? S_write_new(path, 0, bytes, length) : S_last_error();
  }
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
    return HHP__FILE_IS_FOLDER;
  if ((attributes & FILE_ATTRIBUTE_READONLY) != 0)
    return HHP__FILE_DENIED;
  return S_write_existing(path, (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0, bytes, length);
}

hhp__file_error hhp__write_file(const char *path, const char *bytes, size_t length) {
  wchar_t *wide = hhp__wide_path(path);
  if (wide == NULL)
    return S_last_error();
  hhp__file_error error = S_write_path(wide, bytes, length);
  free(wide);
  return error;
}

hhp__file_error hhp__create_file(const char *path, const char *bytes, size_t length) {
  wchar_t *wide = hhp__wide_path(path);
  if (wide == NULL)
    return S_last_error();
  hhp__file_error error = HHP__FILE_EXISTS;
  if (wide[0] == L'\0')
    error = HHP__FILE_NOT_FOUND;
  else if (GetFileAttributesW(wide) == INVALID_FILE_ATTRIBUTES)
    error = GetLastError() == ERROR_FILE_NOT_FOUND ? S_write_new(wide, 1, bytes, length) : S_last_error();
  free(wide);
  return error;
}
