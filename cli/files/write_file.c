/* Regular files are replaced atomically: a temporary file in the same folder is renamed. Other files (terminals, pipes,
 * devices) are written in place. */
#include "cli/files/write_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/print/error.h"

static const struct {
  int number;
  const char *da, *en;
} S_reasons[] = {
    {ENOENT, "mappen findes ikke", "no such folder"},
    {ENOTDIR, "en del af stien er ikke en mappe", "a component of the path is not a folder"},
    {EISDIR, "er en mappe", "is a folder"},
    {EACCES, "ingen skriveadgang", "write permission denied"},
    {EPERM, "ingen skriveadgang", "write permission denied"},
    {EROFS, "filsystemet er skrivebeskyttet", "the file system is read-only"},
    {ENOSPC, "disken er fuld", "the disk is full"},
    {EDQUOT, "diskkvoten er opbrugt", "the disk quota is exceeded"},
    {EFBIG, "filen bliver for stor", "the file would be too large"},
    {EPIPE, "modtageren har lukket forbindelsen", "the reader has closed the pipe"},
    {EBADF, "er lukket", "is closed"},
    {EEXIST, "filen findes allerede", "the file already exists"},
    {ENAMETOOLONG, "stien er for lang", "the path is too long"},
};

static int S_unwritable(int32_t lang, const char *path, int number) {
  if (number == ENOMEM)
    return error_status(lang, HHP_ERR_NOMEM);
  const char *reason = NULL;
  for (size_t i = 0; i < sizeof(S_reasons) / sizeof(S_reasons[0]); i++) {
    if (S_reasons[i].number == number)
      reason = in_lang(lang, S_reasons[i].da, S_reasons[i].en);
  }
  error_print(lang, "kan ikke skrive %s: %s", "cannot write %s: %s", path == NULL ? "standard output" : path,
              reason == NULL ? strerror(number) : reason);
  return CODE_FILE;
}

/* Returns 0 or an errno value. */
static int S_write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(file, bytes, length);
    if (count >= 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd wait = {.fd = file, .events = POLLOUT};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

static int S_write_and_close(int file, const char *bytes, size_t length) {
  int number = S_write_all(file, bytes, length);
  if (close(file) != 0 && number == 0 && errno != EINTR)
    number = errno;
  return number;
}

static int S_write_in_place(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  return file < 0 ? errno : S_write_and_close(file, bytes, length);
}

/* The mode of a new file. */
static mode_t S_new_mode(void) {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

static int S_replace(const char *path, mode_t mode, const char *bytes, size_t length) {
  cli_text beside = {0};
  put(&beside, path);
  put(&beside, ".XXXXXX");
  if (beside.failed)
    return ENOMEM;
  int number = 0;
  int file = mkstemp(beside.text);
  if (file < 0) {
    number = errno;
  } else {
    if (fchmod(file, mode) != 0)
      number = errno;
    int written = S_write_and_close(file, bytes, length);
    number = number != 0 ? number : written;
    if (number == 0 && rename(beside.text, path) != 0)
      number = errno;
    if (number != 0)
      unlink(beside.text);
  }
  text_free(&beside);
  return number;
}

/* For a symbolic link, replaces its target. */
static int S_write_file(const char *path, const char *bytes, size_t length) {
  struct stat about, out;
  if (stat(path, &about) != 0) {
    if (errno != ENOENT)
      return errno;
    int is_link = lstat(path, &about) == 0;
    return is_link ? S_write_in_place(path, bytes, length) : S_replace(path, S_new_mode(), bytes, length);
  }
  if (S_ISDIR(about.st_mode))
    return EISDIR;
  if (!S_ISREG(about.st_mode))
    return S_write_in_place(path, bytes, length);
  for (int file = STDOUT_FILENO; file <= STDERR_FILENO; file++) { /* such as /dev/fd/1, if that is a regular file */
    if (fstat(file, &out) == 0 && out.st_dev == about.st_dev && out.st_ino == about.st_ino)
      return S_write_all(file, bytes, length);
  }
  if (access(path, W_OK) != 0)
    return errno;
  char *real = realpath(path, NULL);
  if (real == NULL)
    return errno;
  int number = S_replace(real, about.st_mode & 07777, bytes, length);
  free(real);
  return number;
}

int write_out(int32_t lang, const char *path, const char *bytes, size_t length) {
  if (path != NULL) {
    int number = S_write_file(path, bytes, length);
    return number == 0 ? CODE_FINE : S_unwritable(lang, path, number);
  }
  int number = S_write_all(STDOUT_FILENO, bytes, length);
  return number == 0 || number == EPIPE ? CODE_FINE : S_unwritable(lang, NULL, number);
}

int write_new(int32_t lang, const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0666);
  if (file < 0)
    return S_unwritable(lang, path, errno);
  int number = S_write_and_close(file, bytes, length);
  if (number == 0)
    return CODE_FINE;
  unlink(path);
  return S_unwritable(lang, path, number);
}

int write_text(int32_t lang, const char *path, cli_text *text) {
  int code = text->failed ? error_status(lang, HHP_ERR_NOMEM) : write_out(lang, path, text_of(text), text->length);
  text_free(text);
  return code;
}
