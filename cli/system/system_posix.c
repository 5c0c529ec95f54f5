/* The system by POSIX calls. */
#include "cli/system/system.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* --- The process --- */

/* Opens those of the descriptors 0-2 that are closed. Otherwise the next open() would return one of them, and a plan
 * would be taken for a standard stream. They are opened in the wrong direction, so that using them fails with EBADF. */
static void S_fill_closed_descriptors(void) {
  static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int i = 0; i < 3; i++) {
    if (fcntl(i, F_GETFD) == -1 && errno == EBADF)
      (void)open("/dev/null", modes[i]);
  }
}

int system_begin(int *count, char ***words) {
  (void)count;
  (void)words;
  S_fill_closed_descriptors();
  signal(SIGPIPE, SIG_IGN); /* write() returns an error for a closed pipe, or a file over the size limit */
  signal(SIGXFSZ, SIG_IGN);
  return 0;
}

char *system_variable(const char *name) {
  const char *value = getenv(name);
  return value == NULL ? NULL : strdup(value);
}

const char *system_language(void) {
  return NULL;
}

int system_output_is_terminal(void) {
  return isatty(STDOUT_FILENO);
}

int system_output_has_colour(void) {
  const char *terminal = getenv("TERM");
  return isatty(STDOUT_FILENO) && (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

int system_errors_have_cursor(void) {
  const char *terminal = getenv("TERM");
  return isatty(STDERR_FILENO) && terminal != NULL && terminal[0] != '\0' && strcmp(terminal, "dumb") != 0;
}

size_t system_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (size_t)count;
}

int64_t system_milliseconds(void) {
  struct timespec now;
  return clock_gettime(CLOCK_MONOTONIC, &now) != 0 ? 0 : (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int32_t system_local_date(void) {
  time_t now = time(NULL);
  struct tm day;
  if (now == (time_t)-1 || localtime_r(&now, &day) == NULL)
    return 0;
  return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

/* --- Paths --- */

void system_use_slashes(char *path) {
  (void)path;
}

const char *system_joint(const char *folder) {
  return folder[0] != '\0' && folder[strlen(folder) - 1] == '/' ? "" : "/";
}

int system_looks_like_path(const char *text) {
  return strpbrk(text, "./") != NULL;
}

/* --- Files --- */

static hhp__file_error S_take_facts(int result, const struct stat *about, system_facts *facts) {
  if (result != 0)
    return hhp__file_error_of(errno);
  system_kind kind = S_ISREG(about->st_mode)   ? SYSTEM_FILE
                     : S_ISDIR(about->st_mode) ? SYSTEM_FOLDER
                     : S_ISLNK(about->st_mode) ? SYSTEM_LINK
                                               : SYSTEM_DEVICE;
  *facts = (system_facts){kind, (size_t)about->st_nlink, (uint64_t)about->st_dev, (uint64_t)about->st_ino};
  return HHP__FILE_FINE;
}

hhp__file_error system_look_at(const char *path, system_facts *facts) {
  struct stat about;
  int result = stat(path, &about);
  return S_take_facts(result, &about, facts);
}

hhp__file_error system_look_at_link(const char *path, system_facts *facts) {
  struct stat about;
  int result = lstat(path, &about);
  return S_take_facts(result, &about, facts);
}

enum { LONGEST_PATH = 4096 }; /* longer ones cannot be opened */

/* Resolves symbolic links, which may be dangling: `target` is where a file would be created. Returns 0, or -1 if a path
 * is too long or the links form a loop. */
static int S_resolve_links(const char *path, char target[LONGEST_PATH]) {
  enum { MOST_LINKS = 40 }; /* as the kernel follows */
  if (strlen(path) >= LONGEST_PATH)
    return -1;
  strcpy(target, path);
  for (int i = 0; i < MOST_LINKS; i++) {
    char text[LONGEST_PATH];
    ssize_t length = readlink(target, text, sizeof(text));
    if (length < 0)
      return 0;
    const char *slash = strrchr(target, '/');
    size_t folder = text[0] == '/' || slash == NULL ? 0 : (size_t)(slash - target) + 1;
    if (folder + (size_t)length >= LONGEST_PATH)
      return -1;
    memcpy(target + folder, text, (size_t)length);
    target[folder + (size_t)length] = '\0';
  }
  return -1;
}

/* The state of the folder in which the file would be created. */
static int S_stat_folder(const char *path, struct stat *into) {
  char folder[LONGEST_PATH];
  const char *slash = strrchr(path, '/');
  size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
  memcpy(folder, path, length);
  folder[length] = '\0';
  return stat(length == 0 ? "." : folder, into);
}

static const char *S_file_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

static int S_is_same_inode(const struct stat *a, const struct stat *b) {
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Compares files that do not exist yet by folder and name. */
static int S_would_be_same_file(const char *one, const char *other) {
  char first[LONGEST_PATH], second[LONGEST_PATH];
  struct stat a, b;
  return S_resolve_links(one, first) == 0 && S_resolve_links(other, second) == 0 &&
         strcasecmp(S_file_name(first), S_file_name(second)) == 0 && S_stat_folder(first, &a) == 0 &&
         S_stat_folder(second, &b) == 0 && S_is_same_inode(&a, &b);
}

int system_is_same_file(const char *one, const char *other) {
  struct stat a, b;
  int is_there = stat(one, &a) == 0;
  if (strcmp(one, other) == 0)
    return 1;
  if (is_there != (stat(other, &b) == 0))
    return 0;
  if (!is_there)
    return S_would_be_same_file(one, other);
  return (S_ISREG(a.st_mode) || S_ISFIFO(a.st_mode)) && S_is_same_inode(&a, &b);
}

static int S_is_open_as(int descriptor, const char *path) {
  struct stat a, b;
  return stat(path, &a) == 0 && fstat(descriptor, &b) == 0 && (S_ISREG(a.st_mode) || S_ISFIFO(a.st_mode)) &&
         S_is_same_inode(&a, &b);
}

int system_is_input(const char *path) {
  return S_is_open_as(STDIN_FILENO, path);
}

int system_is_output(const char *path) {
  return S_is_open_as(STDOUT_FILENO, path);
}

char *system_real_path(const char *path, int *failed) {
  errno = 0;
  char *real = realpath(path, NULL);
  *failed = real == NULL && errno == ENOMEM;
  return real;
}

/* NULL also if the folder was deleted, or is inaccessible. */
char *system_working_folder(int *failed) {
  errno = 0;
  char *folder = getcwd(NULL, 0);
  *failed = folder == NULL && errno == ENOMEM;
  return folder;
}

/* --- Folders --- */

/* A system_folder is a DIR. */
hhp__file_error system_open_folder(system_folder **into, const char *path) {
  *into = (system_folder *)opendir(path);
  return *into == NULL ? hhp__file_error_of(errno) : HHP__FILE_FINE;
}

hhp__file_error system_next_name(system_folder *folder, const char **name) {
  errno = 0;
  const struct dirent *entry = readdir((DIR *)folder);
  *name = entry == NULL ? NULL : entry->d_name;
  return hhp__file_error_of(entry == NULL ? errno : 0);
}

void system_close_folder(system_folder *folder) {
  closedir((DIR *)folder);
}
