/* Reads and writes files by POSIX calls.
 *
 * A file is replaced by renaming a complete one over it. On Linux, that one is written without a name (O_TMPFILE), so
 * that nothing is left behind if the process ends meanwhile. It then gets a temporary name, since linkat() cannot
 * replace a file, and is renamed. Elsewhere it has the temporary name from the beginning. A file that does not exist
 * yet is linked to its name when it is complete; that fails if another process has created the name. */
#define _GNU_SOURCE /* O_TMPFILE. NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digits.h"
#include "base/grow.h"

enum {
  FIRST_CAPACITY = 64 * 1024,
  LARGE = 4 * 1024 * 1024, /* two huge pages of x86-64: the buffer contains at least one */
  MOST_LINKS = 40,         /* as Linux */
  MOST_STEM = 100, /* bytes of a file's name in that of its temporary file, since names are limited to 255 or fewer */
  MOST_WRITERS = 1000 /* of one file at a time */
};

hhp__file_error hhp__file_error_of(int number) {
  switch (number) {
  case 0:
    return HHP__FILE_FINE;
  case ENOMEM:
    return HHP__FILE_NO_MEMORY;
  case ENOENT:
    return HHP__FILE_NOT_FOUND;
  case ENOTDIR:
    return HHP__FILE_NOT_A_FOLDER;
  case EISDIR:
    return HHP__FILE_IS_FOLDER;
  case EACCES:
  case EPERM:
    return HHP__FILE_DENIED;
  case EROFS:
    return HHP__FILE_READ_ONLY;
  case EEXIST:
    return HHP__FILE_EXISTS;
  case ENAMETOOLONG:
    return HHP__FILE_LONG_PATH;
  case EILSEQ:
    return HHP__FILE_BAD_PATH;
  case ELOOP:
    return HHP__FILE_LINK_LOOP;
  case EBADF:
    return HHP__FILE_CLOSED;
  case EPIPE:
    return HHP__FILE_PIPE_CLOSED;
  case ENOSPC:
    return HHP__FILE_DISK_FULL;
  case EDQUOT:
    return HHP__FILE_QUOTA;
  case EFBIG:
  case EOVERFLOW:
    return HHP__FILE_TOO_LARGE;
  case EMFILE:
  case ENFILE:
    return HHP__FILE_TOO_MANY;
  case EBUSY:
  case ETXTBSY:
    return HHP__FILE_BUSY;
  case ENXIO:
  case ENODEV:
    return HHP__FILE_NO_DEVICE;
  case EIO:
  case ESTALE:
  case ETIMEDOUT:
    return HHP__FILE_BROKEN;
  default:
    return HHP__FILE_OTHER;
  }
}

/* --- Reading --- */

/* Whether the call that set errno is to be repeated. If it would have blocked, waits until the descriptor is ready. */
static int S_try_again(int file, short events) {
  if (errno == EINTR)
    return 1;
  if (errno != EAGAIN && errno != EWOULDBLOCK)
    return 0;
  struct pollfd wait = {.fd = file, .events = events};
  poll(&wait, 1, -1);
  return 1;
}

static ssize_t S_read(int file, char *into, size_t size) {
  for (;;) {
    ssize_t count = read(file, into, size);
    if (count >= 0 || !S_try_again(file, POLLIN))
      return count;
  }
}

/* Asks for huge pages, which are fewer to set up and to look up. The system may refuse. */
static void S_use_huge_pages(char *buffer, size_t size) {
#ifdef MADV_HUGEPAGE
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t skipped = (size_t)(-(uintptr_t)buffer & (page - 1));
  if (size >= LARGE)
    madvise(buffer + skipped, (size - skipped) & ~(page - 1), MADV_HUGEPAGE);
#else
  (void)buffer;
  (void)size;
#endif
}

/* Reads to the end. The size of the file is only the first guess: a pipe has none, and a file may grow. */
static hhp__file_error S_read_all(int file, size_t guess, size_t limit, char **bytes, size_t *length) {
  size_t capacity = guess + 1, used = 0;
  char *buffer = malloc(capacity);
  hhp__file_error error = buffer == NULL ? HHP__FILE_NO_MEMORY : HHP__FILE_FINE;
  if (buffer != NULL)
    S_use_huge_pages(buffer, capacity);
  while (error == HHP__FILE_FINE) {
    char *larger = used < capacity ? buffer : hhp__grown_to_limit(buffer, &capacity, limit);
    if (larger == NULL) {
      error = HHP__FILE_NO_MEMORY;
      break;
    }
    buffer = larger;
    ssize_t count = S_read(file, buffer + used, capacity - used);
    if (count < 0)
      error = hhp__file_error_of(errno);
    if (count <= 0)
      break;
    used += (size_t)count;
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

static hhp__file_error S_read_open(int file, size_t limit, char **bytes, size_t *length) {
  struct stat about;
  if (limit == SIZE_MAX)
    limit--; /* limit + 1 must not overflow */
  if (fstat(file, &about) != 0)
    return hhp__file_error_of(errno);
  if (S_ISDIR(about.st_mode))
    return HHP__FILE_IS_FOLDER;
  if (!S_ISREG(about.st_mode) || about.st_size <= 0) /* files in /proc have a size of 0 */
    return S_read_all(file, limit < FIRST_CAPACITY ? limit : FIRST_CAPACITY, limit, bytes, length);
  if ((uint64_t)about.st_size > limit)
    return HHP__FILE_OVER_LIMIT;
  return S_read_all(file, (size_t)about.st_size, limit, bytes, length);
}

hhp__file_error hhp__read_file(const char *path, size_t limit, char **bytes, size_t *length) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0)
    return hhp__file_error_of(errno);
  hhp__file_error error = S_read_open(file, limit, bytes, length);
  close(file);
  return error;
}

hhp__file_error hhp__read_standard_input(size_t limit, char **bytes, size_t *length) {
  return S_read_open(STDIN_FILENO, limit, bytes, length);
}

/* --- Writing to open files. From here on, functions return 0 or an error number, unless stated otherwise. --- */

static int S_write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(file, bytes, length);
    if (count >= 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (!S_try_again(file, POLLOUT)) {
      return errno;
    }
  }
  return 0;
}

/* Closes the file. Returns `number`, or else the error of closing. EINTR is none: the descriptor is closed
 * nevertheless. */
static int S_close(int file, int number) {
  return close(file) != 0 && number == 0 && errno != EINTR ? errno : number;
}

static int S_write_through(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return file < 0 ? errno : S_close(file, S_write_all(file, bytes, length));
}

hhp__file_error hhp__write_standard_output(const char *bytes, size_t length) {
  return hhp__file_error_of(S_write_all(STDOUT_FILENO, bytes, length));
}

/* --- Temporary files --- */

/* A file to be replaced or created. */
typedef struct S_target {
  const char *path;       /* not a symbolic link */
  const struct stat *old; /* NULL: does not exist */
  int must_be_new;
  const char *bytes;
  size_t length;
  char *folder;    /* of the path */
  char *temporary; /* FOLDER/.NAME.hhp-tmpN */
  char *number;    /* where its N begins */
} S_target;

/* Length of the beginning of the name that goes into the temporary name: whole characters, at most MOST_STEM bytes. */
static size_t S_stem(const char *name) {
  size_t length = strlen(name);
  if (length <= MOST_STEM)
    return length;
  length = MOST_STEM;
  while (length > 0 && ((unsigned char)name[length] & 0xc0) == 0x80)
    length--;
  return length;
}

static int S_name_temporary(S_target *target) {
  static const char suffix[] = ".hhp-tmp";
  const char *slash = strrchr(target->path, '/');
  const char *name = slash == NULL ? target->path : slash + 1;
  size_t folder = (size_t)(name - target->path), stem = S_stem(name);
  target->folder = folder == 0 ? strdup(".") : strndup(target->path, folder);
  target->temporary = malloc(folder + 1 + stem + sizeof(suffix) + HHP__DIGITS_SIZE);
  if (target->folder == NULL || target->temporary == NULL)
    return ENOMEM;
  char *end = target->temporary;
  memcpy(end, target->path, folder);
  end[folder] = '.';
  memcpy(end + folder + 1, name, stem);
  memcpy(end + folder + 1 + stem, suffix, sizeof(suffix));
  target->number = end + folder + stem + sizeof(suffix);
  return 0;
}

static void S_set_number(S_target *target, int number) {
  char digits[HHP__DIGITS_SIZE];
  strcpy(target->number, hhp__digits(number, digits));
}

/* Marks a temporary file as in use. Returns -1 if another process, which takes it for a leftover, holds the lock or has
 * removed the file. A file system without locks is fine: S_remove_leftover() removes nothing there. */
static int S_lock(int file) {
  struct stat about;
  if (flock(file, LOCK_EX | LOCK_NB) != 0)
    return errno == EWOULDBLOCK ? -1 : 0;
  return fstat(file, &about) == 0 && about.st_nlink == 0 ? -1 : 0;
}

/* Removes the temporary file if the process that wrote it was killed: a running one holds the lock. Compares inodes,
 * since the name may be that of another file by the time the lock is taken. */
static void S_remove_leftover(const char *name) {
  struct stat opened, named;
  int file = open(name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0)
    return;
  if (flock(file, LOCK_EX | LOCK_NB) == 0 && fstat(file, &opened) == 0 && lstat(name, &named) == 0 &&
      S_ISREG(named.st_mode) && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev)
    unlink(name);
  close(file);
}

/* Blocks, in this thread, the signals by which a user or a system ends a process. sigprocmask, since pthread_sigmask
 * would need another library before glibc 2.32; on all systems in use it affects the calling thread alone. */
static void S_block_signals(sigset_t *before) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGHUP);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigprocmask(SIG_BLOCK, &ending, before);
}

static void S_restore_signals(const sigset_t *before) {
  sigprocmask(SIG_SETMASK, before, NULL);
}

/* --- Replacing and creating files --- */

/* Gives the file the mode, owner and group of the one that it replaces. If the owner cannot be kept, the set-id bits
 * are cleared, since the program would run as another user; if the group cannot be kept, so are its permissions, since
 * they would be granted to another group. */
static int S_copy_owner_and_mode(int file, const struct stat *old) {
  if (old == NULL)
    return 0;
  mode_t mode = old->st_mode & 07777;
  if (fchown(file, old->st_uid, old->st_gid) != 0) {
    mode &= 01777;
    if (fchown(file, (uid_t)-1, old->st_gid) != 0)
      mode &= ~(mode_t)070;
  }
  return fchmod(file, mode) != 0 ? errno : 0;
}

/* Until the bytes are on the disk. On macOS, fsync() leaves them in the cache of the disk, and a file system of another
 * system may have no F_FULLFSYNC. */
static int S_sync(int file) {
#ifdef F_FULLFSYNC
  if (fcntl(file, F_FULLFSYNC) == 0)
    return 0;
#endif
  return fsync(file);
}

/* The mode is set last, since writing clears the set-id bits. */
static int S_write_content(int file, const S_target *target) {
  int number = S_write_all(file, target->bytes, target->length);
  if (number == 0)
    number = S_copy_owner_and_mode(file, target->old);
  while (number == 0 && S_sync(file) != 0)
    number = errno == EINTR ? 0 : errno;
  return number;
}

/* While a replacement is written, only its owner has access; S_copy_owner_and_mode() then sets the mode. */
static mode_t S_first_mode(const S_target *target) {
  return target->old == NULL ? 0666 : 0600;
}

static int S_rename(const S_target *target) {
  if (rename(target->temporary, target->path) == 0)
    return 0;
  int number = errno;
  unlink(target->temporary);
  return number;
}

#ifdef O_TMPFILE

/* AT_EMPTY_PATH would not need /proc, but a capability. */
static int S_link_unnamed(int file, const char *name) {
  static const char folder[] = "/proc/self/fd/";
  char from[sizeof(folder) + HHP__DIGITS_SIZE], digits[HHP__DIGITS_SIZE];
  strcpy(from, folder);
  strcat(from, hhp__digits(file, digits));
  return linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

static int S_publish_unnamed(int file, S_target *target) {
  if (target->old == NULL) {
    int number = S_link_unnamed(file, target->path);
    if (number == 0 || (number == EEXIST && target->must_be_new))
      return number;
    if (number != EEXIST) /* if it does exist, another process created it just now */
      return -1;
  }
  (void)flock(file, LOCK_EX | LOCK_NB);
  for (int i = 1; i <= MOST_WRITERS; i++) {
    S_set_number(target, i);
    int number = S_link_unnamed(file, target->temporary);
    if (number == 0)
      return S_rename(target);
    if (number != EEXIST)
      return -1;
  }
  return EBUSY;
}

/* Returns -1 if that is not possible: the file system has no O_TMPFILE, or /proc is not mounted. */
static int S_write_unnamed(S_target *target) {
  int file = open(target->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, S_first_mode(target));
  if (file < 0)
    return -1;
  int number = S_write_content(file, target);
  if (number == 0) {
    sigset_t before;
    S_block_signals(&before);
    number = S_publish_unnamed(file, target);
    S_restore_signals(&before);
  }
  close(file);
  return number;
}

#else

static int S_write_unnamed(S_target *target) {
  (void)target;
  return -1;
}

#endif

/* Links the complete file to a name that must be new. Where the file system has no hard links, an empty file reserves
 * the name and is replaced. */
static int S_publish_new(const S_target *target) {
  int number = link(target->temporary, target->path) == 0 ? 0 : errno;
  if (number == 0 || number == EEXIST) {
    unlink(target->temporary);
    return number;
  }
  int file = open(target->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    number = errno;
    unlink(target->temporary);
    return number;
  }
  close(file);
  number = S_rename(target);
  if (number != 0)
    unlink(target->path);
  return number;
}

/* Returns a descriptor, or -1 with errno set. */
static int S_open_temporary(S_target *target) {
  for (int i = 1; i <= MOST_WRITERS; i++) {
    S_set_number(target, i);
    int file = open(target->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_first_mode(target));
    if (file < 0) {
      if (errno != EEXIST)
        return -1;
    } else if (S_lock(file) == 0) {
      return file;
    } else {
      close(file);
    }
  }
  errno = EBUSY;
  return -1;
}

static hhp__file_error S_write_named(S_target *target) {
  int file = S_open_temporary(target);
  if (file < 0)
    return errno == EACCES || errno == EPERM ? HHP__FILE_FOLDER_DENIED : hhp__file_error_of(errno);
  int number = S_write_content(file, target);
  if (number != 0)
    unlink(target->temporary);
  else
    number = target->must_be_new ? S_publish_new(target) : S_rename(target);
  close(file);
  return hhp__file_error_of(number);
}

/* Until the folder is on the disk, the new name might not be. Some file systems cannot sync folders. */
static void S_sync_folder(const char *folder) {
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0)
    return;
  S_sync(file);
  close(file);
}

static hhp__file_error S_write_target(S_target *target) {
  enum { CLEANED = 4 }; /* a higher number is only in use if that many writers run, or were killed, at the same time */
  for (int i = 1; i <= CLEANED; i++) {
    S_set_number(target, i);
    S_remove_leftover(target->temporary);
  }
  int number = S_write_unnamed(target);
  if (number >= 0)
    return hhp__file_error_of(number);
  sigset_t before;
  S_block_signals(&before);
  hhp__file_error error = S_write_named(target);
  S_restore_signals(&before);
  return error;
}

/* The path is not a symbolic link. */
static hhp__file_error S_replace(const char *path, const struct stat *old, int must_be_new, const char *bytes,
                                 size_t length) {
  S_target target = {.path = path, .old = old, .must_be_new = must_be_new, .bytes = bytes, .length = length};
  hhp__file_error error = HHP__FILE_NO_MEMORY;
  if (S_name_temporary(&target) == 0)
    error = S_write_target(&target);
  if (error == HHP__FILE_FINE)
    S_sync_folder(target.folder);
  free(target.folder);
  free(target.temporary);
  return error;
}

/* The path that the content of a symbolic link means: if relative, in the folder of the link. NULL if out of memory. */
static char *S_join_link(const char *link, const char *text) {
  const char *slash = strrchr(link, '/');
  size_t folder = text[0] == '/' || slash == NULL ? 0 : (size_t)(slash - link) + 1;
  char *path = malloc(folder + strlen(text) + 1);
  if (path == NULL)
    return NULL;
  memcpy(path, link, folder);
  strcpy(path + folder, text);
  return path;
}

/* Resolves the symbolic links that a path ends in. *target need not exist; the caller frees it in any case. */
static int S_follow_links(const char *path, char **target) {
  struct stat about;
  char text[PATH_MAX];
  *target = strdup(path);
  for (int i = 0; *target != NULL; i++) {
    if (lstat(*target, &about) != 0)
      return errno == ENOENT ? 0 : errno;
    if (!S_ISLNK(about.st_mode))
      return 0;
    if (i == MOST_LINKS)
      return ELOOP;
    ssize_t length = readlink(*target, text, sizeof(text) - 1);
    if (length < 0)
      return errno;
    text[length] = '\0';
    char *next = S_join_link(*target, text);
    free(*target);
    *target = next;
  }
  return ENOMEM;
}

/* The descriptor that a path such as /dev/fd/1 names, or -1. It is used as it is: opening the path would fail for a
 * socket, and would write from the beginning of a file. */
static int S_named_descriptor(const char *path) {
  static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
  if (strcmp(path, "/dev/stdout") == 0)
    return STDOUT_FILENO;
  if (strcmp(path, "/dev/stderr") == 0)
    return STDERR_FILENO;
  for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
    size_t length = strlen(folders[i]);
    const char *digits = path + length;
    if (strncmp(path, folders[i], length) == 0 && digits[0] != '\0' && strlen(digits) <= 9 &&
        digits[strspn(digits, "0123456789")] == '\0')
      return (int)strtol(digits, NULL, 10);
  }
  return -1;
}

/* Standard output or standard error, if it is this regular file; else -1. The file is then not replaced, since what
 * else is written to the stream would go to the old one. */
static int S_standard_stream(const struct stat *about) {
  struct stat stream;
  for (int file = STDOUT_FILENO; S_ISREG(about->st_mode) && file <= STDERR_FILENO; file++) {
    if (fstat(file, &stream) == 0 && stream.st_dev == about->st_dev && stream.st_ino == about->st_ino)
      return file;
  }
  return -1;
}

static hhp__file_error S_write_existing(const char *path, const struct stat *old, const char *bytes, size_t length) {
  if (S_ISDIR(old->st_mode))
    return HHP__FILE_IS_FOLDER;
  if (!S_ISREG(old->st_mode))
    return hhp__file_error_of(S_write_through(path, bytes, length));
  if (access(path, W_OK) != 0)
    return hhp__file_error_of(errno);
  struct stat found;
  char *target;
  int number = S_follow_links(path, &target);
  if (number == 0 && lstat(target, &found) != 0) /* a link in /proc to a file without a name */
    number = errno;
  hhp__file_error error = number != 0 ? hhp__file_error_of(number) : S_replace(target, old, 0, bytes, length);
  free(target);
  return error;
}

hhp__file_error hhp__write_file(const char *path, const char *bytes, size_t length) {
  struct stat old;
  int descriptor = S_named_descriptor(path), exists = stat(path, &old) == 0;
  if (descriptor < 0 && exists)
    descriptor = S_standard_stream(&old);
  if (descriptor >= 0)
    return hhp__file_error_of(S_write_all(descriptor, bytes, length));
  if (exists)
    return S_write_existing(path, &old, bytes, length);
  if (errno != ENOENT || path[0] == '\0')
    return hhp__file_error_of(errno);
  char *target;
  int number = S_follow_links(path, &target);
  hhp__file_error error = number != 0 ? hhp__file_error_of(number) : S_replace(target, NULL, 0, bytes, length);
  free(target);
  return error;
}

hhp__file_error hhp__create_file(const char *path, const char *bytes, size_t length) {
  struct stat about;
  if (lstat(path, &about) == 0)
    return HHP__FILE_EXISTS;
  if (errno != ENOENT || path[0] == '\0')
    return hhp__file_error_of(errno);
  return S_replace(path, NULL, 1, bytes, length);
}
