/* Fails the pieces that are taken from an arena too. Most need no call of malloc, so that a failure of that shows few
 * of the places where a piece is taken. With the library linked from objects the linker leads the calls here; a shared
 * one that exports all calls these functions in place of its own. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "faults/allocator.h"

#ifdef HHP_FAULTS_SHARED
#  define OURS(name) name
#else
#  define OURS(name) __wrap_##name
#endif

void *OURS(hhp__arena_new)(hhp__arena *arena, size_t size);
char *OURS(hhp__arena_bytes)(hhp__arena *arena, size_t size);
char *OURS(hhp__arena_text)(hhp__arena *arena, const char *text, size_t length);

#ifdef HHP_FAULTS_SHARED

/* Stores the function of the library, which the C library returns as the address of an object, in `function`. */
static void S_find(const char *name, void *function) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL)
    abort();
  memcpy(function, &found, sizeof(found));
}

static void *S_new(hhp__arena *arena, size_t size) {
  void *(*call)(hhp__arena *, size_t);
  S_find("hhp__arena_new", &call);
  return call(arena, size);
}

static char *S_bytes(hhp__arena *arena, size_t size) {
  char *(*call)(hhp__arena *, size_t);
  S_find("hhp__arena_bytes", &call);
  return call(arena, size);
}

static char *S_text(hhp__arena *arena, const char *text, size_t length) {
  char *(*call)(hhp__arena *, const char *, size_t);
  S_find("hhp__arena_text", &call);
  return call(arena, text, length);
}

#else

void *__real_hhp__arena_new(hhp__arena *arena, size_t size);
char *__real_hhp__arena_bytes(hhp__arena *arena, size_t size);
char *__real_hhp__arena_text(hhp__arena *arena, const char *text, size_t length);

static void *S_new(hhp__arena *arena, size_t size) {
  return __real_hhp__arena_new(arena, size);
}

static char *S_bytes(hhp__arena *arena, size_t size) {
  return __real_hhp__arena_bytes(arena, size);
}

static char *S_text(hhp__arena *arena, const char *text, size_t length) {
  return __real_hhp__arena_text(arena, text, length);
}

#endif

void *OURS(hhp__arena_new)(hhp__arena *arena, size_t size) {
  return faults_fail_piece(__builtin_return_address(0)) ? NULL : S_new(arena, size);
}

char *OURS(hhp__arena_bytes)(hhp__arena *arena, size_t size) {
  return faults_fail_piece(__builtin_return_address(0)) ? NULL : S_bytes(arena, size);
}

char *OURS(hhp__arena_text)(hhp__arena *arena, const char *text, size_t length) {
  return faults_fail_piece(__builtin_return_address(0)) ? NULL : S_text(arena, text, length);
}
