/* Preloaded into the command by saving.py: interferes with the calls that write regular files, at an exact place.
 *
 *   HHP_LOG=PATH       appends the name of each such call, one to a line
 *   HHP_AT=N           the call to interfere with, from 1
 *   HHP_SIGNAL=NUMBER  before that call, the process sends itself the signal
 *   HHP_ERRNO=NUMBER   that call fails with the error
 *   HHP_LACKS=LIST     "tmpfile", "link" and "linkat" fail as where the system does not have them
 *   HHP_MOST=BYTES     no write takes more at a time
 *   HHP_CLOSE=NUMBER   closing a character device fails with the error
 *   HHP_OPENED=PATH    appends the flags and the path of each file that is opened, one to a line */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* which makes open another name of open64 */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long number_of(const char *name) {
  const char *value = getenv(name);
  return value == NULL ? 0 : strtol(value, NULL, 10);
}

static int lacks(const char *what) {
  const char *list = getenv("HHP_LACKS");
  size_t length = strlen(what);
  for (const char *at = list; at != NULL && (at = strstr(at, what)) != NULL; at += length) {
    if ((at == list || at[-1] == ',') && (at[length] == ',' || at[length] == '\0'))
      return 1;
  }
  return 0;
}

static void append_to(const char *path, const char *line) {
  long log = path == NULL ? -1 : syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log < 0)
    return;
  if (syscall(SYS_write, log, line, strlen(line)) < 0)
    _exit(125);
  syscall(SYS_close, log);
}

static void append_to_log(const char *name) {
  char line[32];
  strcat(strcpy(line, name), "\n");
  append_to(getenv("HHP_LOG"), line);
}

static void append_opened(const char *path, int flags) {
  char line[PATH_MAX + 32];
  snprintf(line, sizeof(line), "%d %s\n", flags, path);
  append_to(getenv("HHP_OPENED"), line);
}

/* Before each call. Returns 0 if it is to be made, or -1 with errno set. */
static int interfere(const char *name) {
  static long calls;
  append_to_log(name);
  if (++calls != number_of("HHP_AT"))
    return 0;
  int number = (int)number_of("HHP_SIGNAL");
  if (number != 0) {
    signal(number, SIG_DFL); /* nohup ignores SIGHUP */
    kill(getpid(), number);
  }
  if (number_of("HHP_ERRNO") == 0)
    return 0;
  errno = (int)number_of("HHP_ERRNO");
  return -1;
}

static int refuse(int error) {
  errno = error;
  return -1;
}

static int open_real(const char *path, int flags, mode_t mode) {
  int is_unnamed = (flags & O_TMPFILE) == O_TMPFILE;
  const char *ending = strrchr(path, '.');
  int is_coverage = ending != NULL && strcmp(ending, ".gcda") == 0;
  if (!is_coverage)
    append_opened(path, flags);
  if (is_unnamed && lacks("tmpfile"))
    return refuse(EOPNOTSUPP);
  if ((is_unnamed || (flags & O_CREAT) != 0) && !is_coverage && interfere(is_unnamed ? "tmpfile" : "create") != 0)
    return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static mode_t mode_of(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int file = open_real(path, flags, mode_of(flags, more));
  va_end(more);
  return file;
}

#ifdef __GLIBC__
int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int file = open_real(path, flags, mode_of(flags, more));
  va_end(more);
  return file;
}
#endif

ssize_t write(int file, const void *bytes, size_t length) {
  struct stat about;
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
    long most = number_of("HHP_MOST");
    if (interfere("write") != 0)
      return -1;
    if (most > 0 && length > (size_t)most)
      length = (size_t)most;
  }
  return syscall(SYS_write, file, bytes, length);
}

int close(int file) {
  struct stat about;
  int number = (int)number_of("HHP_CLOSE");
  int fails = number != 0 && file > STDERR_FILENO && fstat(file, &about) == 0 && S_ISCHR(about.st_mode);
  if (syscall(SYS_close, file) != 0)
    return -1;
  errno = fails ? number : errno;
  return fails ? -1 : 0;
}

int fchown(int file, uid_t owner, gid_t group) {
  return interfere("fchown") != 0 ? -1 : (int)syscall(SYS_fchown, file, owner, group);
}

int fchmod(int file, mode_t mode) {
  return interfere("fchmod") != 0 ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

int fsync(int file) {
  return interfere("fsync") != 0 ? -1 : (int)syscall(SYS_fsync, file);
}

int flock(int file, int operation) {
  return interfere("flock") != 0 ? -1 : (int)syscall(SYS_flock, file, operation);
}

int link(const char *from, const char *to) {
  if (lacks("link"))
    return refuse(EPERM);
  return interfere("link") != 0 ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  if (lacks("linkat"))
    return refuse(ENOENT);
  return interfere("linkat") != 0 ? -1 : (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

int rename(const char *from, const char *to) {
  return interfere("rename") != 0 ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path) {
  return interfere("unlink") != 0 ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
