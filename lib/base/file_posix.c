/* Reading and writing files by POSIX calls, since those tell apart what goes wrong. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digits.h"

enum { MOST_TRIES = 1000 };

static hhp_status S_status_of(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return HHP_ERR_NO_FILE;
  case EISDIR:
    return HHP_ERR_IS_FOLDER;
  case EACCES:
  case EPERM:
  case EROFS:
    return HHP_ERR_PERMISSION;
  case ENOMEM:
    return HHP_ERR_NOMEM;
  default:
    return HHP_ERR_IO;
  }
}

/* Reads to the end, or one byte past the limit. The size that the file system tells is only a first guess: a pipe has
 * none, and a file may grow. */
static hhp_status S_read_all(int file, size_t guess, size_t limit, char **bytes, size_t *length) {
  size_t capacity = guess + 1;
  char *buffer = malloc(capacity);
  size_t used = 0;
  hhp_status status = buffer == NULL ? HHP_ERR_NOMEM : HHP_OK;
  while (status == HHP_OK) {
    if (used == capacity) {
      size_t larger = capacity * 2 > limit + 1 ? limit + 1 : capacity * 2;
      char *grown = realloc(buffer, larger);
      if (grown == NULL) {
        status = HHP_ERR_NOMEM;
        break;
      }
      buffer = grown;
      capacity = larger;
    }
    ssize_t got = read(file, buffer + used, capacity - used);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      status = S_status_of(errno);
    if (got <= 0)
      break;
    used += (size_t)got;
    if (used > limit)
      status = HHP_ERR_TOO_LARGE;
  }
  if (status != HHP_OK) {
    free(buffer);
    return status;
  }
  *bytes = buffer;
  *length = used;
  return HHP_OK;
}

hhp_status hhp__read_file(const char *path, size_t limit, char **bytes, size_t *length) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return S_status_of(errno);
  struct stat info;
  hhp_status status = HHP_OK;
  if (fstat(file, &info) != 0)
    status = S_status_of(errno);
  else if (S_ISDIR(info.st_mode))
    status = HHP_ERR_IS_FOLDER;
  else if (S_ISREG(info.st_mode) && (uint64_t)info.st_size > limit)
    status = HHP_ERR_TOO_LARGE;
  if (status == HHP_OK) {
    size_t guess = S_ISREG(info.st_mode) ? (size_t)info.st_size : 65536;
    status = S_read_all(file, guess < limit ? guess : limit, limit, bytes, length);
  }
  close(file);
  return status;
}

static int S_write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t put = write(file, bytes, length);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return -1;
    bytes += put;
    length -= (size_t)put;
  }
  return 0;
}

/* Until the folder is on the disk, the new name might not be. Where folders cannot be synced, that is as good as it
 * gets. */
static void S_sync_folder(const char *path, size_t folder_length) {
  char *folder = malloc(folder_length + 2);
  if (folder == NULL)
    return;
  memcpy(folder, path, folder_length);
  strcpy(folder + folder_length, folder_length == 0 ? "." : "");
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file >= 0) {
    fsync(file);
    close(file);
  }
  free(folder);
}

/* Room for the name of a new file in the folder of `path`; *digits is where its number goes. NULL when memory ran out. */
static char *S_name_beside(const char *path, char **digits) {
  static const char prefix[] = ".hhp-";
  const char *slash = strrchr(path, '/');
  size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
  char *name = malloc(folder + sizeof(prefix) + HHP__DIGITS);
  if (name == NULL)
    return NULL;
  memcpy(name, path, folder);
  strcpy(name + folder, prefix);
  *digits = name + strlen(name);
  return name;
}

/* A new file, under the first name that nothing has: its number counts up from the process id. */
static int S_open_new(char *name, char *digits, mode_t mode) {
  char room[HHP__DIGITS];
  for (int i = 0; i < MOST_TRIES; i++) {
    strcpy(digits, hhp__digits((int64_t)getpid() + i, room));
    int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file >= 0 || errno != EEXIST)
      return file;
  }
  return -1;
}

/* A file that is there keeps its mode, and its owner and group where that is allowed. Where the group cannot be kept,
 * the rights of the group are not given to another; nor are the bits that lend out an identity. */
static int S_take_after(int file, const struct stat *old) {
  if (old == NULL)
    return 0;
  mode_t mode = old->st_mode & 07777;
  if (fchown(file, old->st_uid, old->st_gid) != 0) {
    mode &= 01777;
    if (fchown(file, (uid_t)-1, old->st_gid) != 0)
      mode &= ~(mode_t)070;
  }
  return fchmod(file, mode);
}

static hhp_status S_replace(const char *path, const struct stat *old, char *name, char *digits, const char *bytes,
                            size_t length) {
  int file = S_open_new(name, digits, old == NULL ? 0666 : 0600);
  if (file < 0)
    return S_status_of(errno);
  int error = 0;
  if (S_take_after(file, old) != 0 || S_write_all(file, bytes, length) != 0 || fsync(file) != 0)
    error = errno;
  if (close(file) != 0 && error == 0)
    error = errno;
  if (error == 0 && rename(name, path) != 0)
    error = errno;
  if (error != 0) {
    unlink(name);
    return S_status_of(error);
  }
  return HHP_OK;
}

/* A device or a pipe cannot be replaced; it is written to as it is. */
static hhp_status S_write_through(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0)
    return S_status_of(errno);
  int error = S_write_all(file, bytes, length) != 0 ? errno : 0;
  if (close(file) != 0 && error == 0)
    error = errno;
  return error == 0 ? HHP_OK : S_status_of(error);
}

static hhp_status S_write_beside(const char *path, const struct stat *old, const char *bytes, size_t length) {
  char *digits;
  char *name = S_name_beside(path, &digits);
  if (name == NULL)
    return HHP_ERR_NOMEM;
  hhp_status status = S_replace(path, old, name, digits, bytes, length);
  const char *slash = strrchr(path, '/');
  if (status == HHP_OK)
    S_sync_folder(path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
  free(name);
  return status;
}

/* A link to what is not there yet: that is what is made, in the folder that the link says. */
static hhp_status S_write_at_link(const char *path, const char *bytes, size_t length) {
  char text[PATH_MAX];
  ssize_t got = readlink(path, text, sizeof(text) - 1);
  if (got < 0)
    return S_status_of(errno);
  text[got] = '\0';
  const char *slash = strrchr(path, '/');
  size_t folder = text[0] == '/' || slash == NULL ? 0 : (size_t)(slash - path) + 1;
  char *target = malloc(folder + (size_t)got + 1);
  if (target == NULL)
    return HHP_ERR_NOMEM;
  memcpy(target, path, folder);
  strcpy(target + folder, text);
  struct stat info;
  hhp_status status = HHP_ERR_NO_FILE; /* links to links that lead nowhere are left alone */
  if (lstat(target, &info) != 0)
    status = S_write_beside(target, NULL, bytes, length);
  free(target);
  return status;
}

hhp_status hhp__write_file(const char *path, const char *bytes, size_t length) {
  struct stat old;
  if (stat(path, &old) != 0) {
    if (errno != ENOENT)
      return S_status_of(errno);
    return lstat(path, &old) == 0 ? S_write_at_link(path, bytes, length) : S_write_beside(path, NULL, bytes, length);
  }
  if (S_ISDIR(old.st_mode))
    return HHP_ERR_IS_FOLDER;
  if (!S_ISREG(old.st_mode))
    return S_write_through(path, bytes, length);
  if (access(path, W_OK) != 0)
    return S_status_of(errno);
  char *target = realpath(path, NULL); /* behind a symbolic link, the file itself */
  if (target == NULL)
    return S_status_of(errno);
  hhp_status status = S_write_beside(target, &old, bytes, length);
  free(target);
  return status;
}
