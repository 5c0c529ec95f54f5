/* Reads files, pipes and standard input into memory, up to a limit. */
#include "cli/files/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/args/parse_number.h"
#include "cli/print/error.h"

enum { FIRST_CAPACITY = 64 * 1024 };

static const size_t S_default_limit = (size_t)256 * 1024 * 1024;

static const struct {
  int number;
  hhp_status status;
  const char *da, *en;
} S_reasons[] = {
    {ENOENT, HHP_ERR_NO_FILE, "filen findes ikke", "no such file"},
    {ENOTDIR, HHP_ERR_NO_FILE, "en del af stien er ikke en mappe", "a component of the path is not a folder"},
    {EISDIR, HHP_ERR_IS_FOLDER, "er en mappe; angiv filerne i den", "is a folder; name the files in it"},
    {EACCES, HHP_ERR_PERMISSION, "ingen læseadgang", "read permission denied"},
    {EPERM, HHP_ERR_PERMISSION, "ingen læseadgang", "read permission denied"},
    {ELOOP, HHP_ERR_IO, "symbolske links henviser til hinanden i ring", "too many levels of symbolic links"},
    {EBADF, HHP_ERR_IO, "er lukket eller ikke åbnet til læsning", "is closed, or not open for reading"},
    {ENAMETOOLONG, HHP_ERR_NO_FILE, "stien er for lang", "the path is too long"},
    {INPUT_NO_PLANS, HHP_ERR_NO_FILE, "mappen har ingen filer med navnet *.helhedsplan.json",
     "the folder has no files named *.helhedsplan.json"},
};

const char *input_name(const char *path) {
  return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* For standard input, advice about paths does not apply. */
static int S_refuse_standard(const cli_args *args, const char *reason) {
  error_print(args->lang, "kan ikke læse standard input: %s", "cannot read standard input: %s", reason);
  return CODE_FILE;
}

int input_refuse(cli_input *into, const cli_args *args, const char *path, int number) {
  const char *reason = NULL;
  into->why = HHP_ERR_IO;
  for (size_t i = 0; i < sizeof(S_reasons) / sizeof(S_reasons[0]); i++) {
    if (S_reasons[i].number != number)
      continue;
    into->why = S_reasons[i].status;
    reason = in_lang(args->lang, S_reasons[i].da, S_reasons[i].en);
  }
  if (reason == NULL)
    reason = strerror(number);
  if (strcmp(path, "-") == 0)
    return S_refuse_standard(args, number == EISDIR ? in_lang(args->lang, "er en mappe", "is a folder") : reason);
  if (path[0] == '\0')
    error_print(args->lang, "kan ikke læse »«: stien er tom", "cannot read “”: the path is empty");
  else
    error_print(args->lang, "kan ikke læse %s: %s", "cannot read %s: %s", path, reason);
  return CODE_FILE;
}

static int S_too_large(cli_input *into, const cli_args *args, const char *path, size_t limit) {
  into->why = HHP_ERR_TOO_LARGE;
  error_print(args->lang, "kan ikke læse %s: filen er større end grænsen på %zu byte (--max-size)",
              "cannot read %s: the file is larger than the limit of %zu bytes (--max-size)", input_name(path), limit);
  return CODE_FILE;
}

int input_limit(const cli_args *args, size_t *limit) {
  const char *value = option_value(args, OPTION_MAX_SIZE);
  *limit = S_default_limit;
  if (value == NULL || parse_size(value, limit) == 0)
    return CODE_FINE;
  return error_usage(
      args, "--max-size: »%s« er ikke en gyldig størrelse; skriv et antal byte som 1000, 64K, 256M eller 1G",
      "--max-size: “%s” is not a valid size; write a number of bytes such as 1000, 64K, 256M or 1G", value);
}

/* Grows the buffer, to one byte past the limit at most: that byte shows that the file is too large. */
static int S_grow(cli_input *into, size_t *capacity, size_t limit) {
  if (into->length < *capacity)
    return 0;
  size_t more = *capacity < FIRST_CAPACITY ? FIRST_CAPACITY : *capacity * 2;
  if (more > limit + 1 || more < *capacity)
    more = limit + 1;
  char *bytes = realloc(into->bytes, more);
  if (bytes == NULL)
    return -1;
  into->bytes = bytes;
  *capacity = more;
  return 0;
}

/* Like read(), but retries after a signal and waits on non-blocking descriptors. */
static ssize_t S_read(int file, char *into, size_t size) {
  for (;;) {
    ssize_t count = read(file, into, size);
    if (count >= 0)
      return count;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd wait = {.fd = file, .events = POLLIN};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return -1;
    }
  }
}

static int S_read_all(cli_input *into, const cli_args *args, const char *path, int file, size_t limit) {
  struct stat about;
  if (fstat(file, &about) != 0)
    return input_refuse(into, args, path, errno);
  if (S_ISDIR(about.st_mode))
    return input_refuse(into, args, path, EISDIR);
  if (S_ISREG(about.st_mode) && about.st_size > 0 && (uintmax_t)about.st_size > limit)
    return S_too_large(into, args, path, limit);

  size_t capacity = 0;
  for (;;) {
    if (S_grow(into, &capacity, limit) != 0)
      return error_status(args->lang, HHP_ERR_NOMEM);
    ssize_t count = S_read(file, into->bytes + into->length, capacity - into->length);
    if (count < 0)
      return input_refuse(into, args, path, errno);
    if (count == 0)
      return CODE_FINE;
    into->length += (size_t)count;
    if (into->length > limit)
      return S_too_large(into, args, path, limit);
  }
}

int input_read(cli_input *into, const cli_args *args, const char *path) {
  *into = (cli_input){NULL, 0, HHP_OK};
  size_t limit;
  int code = input_limit(args, &limit);
  if (code != CODE_FINE)
    return code;
  int is_standard = strcmp(path, "-") == 0;
  int file = is_standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0)
    return input_refuse(into, args, path, errno);
  code = S_read_all(into, args, path, file, limit);
  if (!is_standard)
    close(file);
  if (code != CODE_FINE)
    input_free(into);
  return code;
}

void input_free(cli_input *input) {
  free(input->bytes);
  input->bytes = NULL;
  input->length = 0;
}
