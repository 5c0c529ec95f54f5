/* Preloaded into the command by memory.py: allocations fail from a certain one on, or only that one.
 *
 *   HHP_FAIL_AT=N    the allocation that fails, from 1
 *   HHP_FAIL_ON=1    so do all after it
 *   HHP_COUNT=PATH   the number of allocations is written there at the end */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

static long S_count, S_first, S_goes_on;

/* Allocations before main are those of the loader and of the C library. */
__attribute__((constructor)) static void S_start(void) {
  const char *first = getenv("HHP_FAIL_AT");
  S_first = first == NULL ? 0 : strtol(first, NULL, 10);
  S_goes_on = getenv("HHP_FAIL_ON") != NULL;
  S_count = 0;
}

__attribute__((destructor)) static void S_end(void) {
  const char *path = getenv("HHP_COUNT");
  char digits[32];
  int file = path == NULL ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0)
    return;
  int length = snprintf(digits, sizeof(digits), "%ld", S_count);
  if (write(file, digits, (size_t)length) != length)
    _exit(125);
  close(file);
}

static int S_fails(void) {
  S_count++;
  int fails = S_first > 0 && (S_count == S_first || (S_goes_on && S_count > S_first));
  if (fails)
    errno = ENOMEM;
  return fails;
}

void *malloc(size_t size) {
  return S_fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  return S_fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  return S_fails() ? NULL : __libc_realloc(block, size);
}
