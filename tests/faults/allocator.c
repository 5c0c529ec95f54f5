/* The faulty allocator. */
#define _GNU_SOURCE /* dladdr */
#include "faults/allocator.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>

#ifdef HHP_FAULTS_WRAP
#  define REAL(name) __real_##name
#  define OURS(name) __wrap_##name
#else
#  define REAL(name) __libc_##name
#  define OURS(name) name
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *block, size_t size);
void REAL(free)(void *block);

void *OURS(malloc)(size_t size);
void *OURS(calloc)(size_t count, size_t size);
void *OURS(realloc)(void *block, size_t size);
void OURS(free)(void *block);

static struct {
  int is_armed;
  int goes_on;
  int has_pieces;
  size_t left; /* allocations that still succeed */
  int has_failed;
  const void *caller; /* of the first failed one */
  long blocks;
} S_state;

/* The places that allocate: by their address, in a table that always has a free entry. */
enum { CALLERS = 1 << 13, MOST_NOTES = 1024 };

static struct {
  int is_on;
  size_t number; /* of the next allocation */
  size_t notes[MOST_NOTES];
  size_t count;
  const void *callers[CALLERS];
  size_t caller_count;
} S_noted;

void faults_begin_notes(void) {
  S_noted.is_on = 1;
  S_noted.number = S_noted.count = 0;
}

const size_t *faults_end_notes(size_t *count) {
  S_noted.is_on = 0;
  *count = S_noted.count;
  return S_noted.notes;
}

static int S_is_new(const void *caller) {
  size_t i = (size_t)((uintptr_t)caller * 2654435761U) % CALLERS;
  while (S_noted.callers[i] != NULL && S_noted.callers[i] != caller)
    i = (i + 1) % CALLERS;
  if (S_noted.callers[i] == caller || S_noted.caller_count == CALLERS - 1)
    return 0;
  S_noted.callers[i] = caller;
  S_noted.caller_count++;
  return 1;
}

static void S_note(const void *caller) {
  if (!S_noted.is_on)
    return;
  if (S_noted.count < MOST_NOTES && S_is_new(caller))
    S_noted.notes[S_noted.count++] = S_noted.number;
  S_noted.number++;
}

void faults_begin(size_t n, int goes_on) {
  S_state.left = n;
  S_state.goes_on = goes_on;
  S_state.has_failed = 0;
  S_state.is_armed = 1;
}

int faults_end(void) {
  S_state.is_armed = 0;
  return S_state.has_failed;
}

int faults_hit_libc(void) {
  Dl_info info;
  if (!S_state.has_failed || dladdr(S_state.caller, &info) == 0 || info.dli_fname == NULL)
    return 0;
  const char *slash = strrchr(info.dli_fname, '/');
  return strncmp(slash != NULL ? slash + 1 : info.dli_fname, "libc.so", 7) == 0;
}

int faults_sees_all(void) {
#ifdef HHP_FAULTS_WRAP
  return 0;
#else
  return 1;
#endif
}

/* If not all allocations are seen, some blocks are freed that were never counted. */
long faults_blocks(void) {
  return faults_sees_all() ? S_state.blocks : 0;
}

static int S_fails(const void *caller) {
  S_note(caller);
  if (!S_state.is_armed || (S_state.has_failed && !S_state.goes_on))
    return 0;
  if (S_state.left > 0) {
    S_state.left--;
    return 0;
  }
  if (!S_state.has_failed)
    S_state.caller = caller;
  S_state.has_failed = 1;
  errno = ENOMEM;
  return 1;
}

void faults_count_pieces(int do_count) {
  S_state.has_pieces = do_count;
}

int faults_fail_piece(const void *caller) {
  return S_state.has_pieces && S_fails(caller);
}

static void *S_counted(void *block) {
  S_state.blocks += block != NULL;
  return block;
}

void *OURS(malloc)(size_t size) {
  return S_fails(__builtin_return_address(0)) ? NULL : S_counted(REAL(malloc)(size));
}

void *OURS(calloc)(size_t count, size_t size) {
  return S_fails(__builtin_return_address(0)) ? NULL : S_counted(REAL(calloc)(count, size));
}

void *OURS(realloc)(void *block, size_t size) {
  if (S_fails(__builtin_return_address(0)))
    return NULL;
  void *grown = REAL(realloc)(block, size);
  return block == NULL ? S_counted(grown) : grown;
}

void OURS(free)(void *block) {
  S_state.blocks -= block != NULL;
  REAL(free)(block);
}
