/* Replaces the allocator by one that keeps a table of the blocks allocated by certain code. Blocks that the C library
 * or cmocka allocate for themselves may live as long as the process, so they are not in it. */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "support/leaks.h"

#ifndef HHP_COUNTS_BLOCKS

long live_blocks(void) {
  return 0;
}

#else

#  include <link.h>
#  include <stdint.h>
#  include <stdlib.h>
#  include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

enum { MOST_RANGES = 8, FIRST_CAPACITY = 1024 };

/* The code whose blocks are counted. */
static struct { uintptr_t first, end; } S_ranges[MOST_RANGES];
static size_t S_range_count;

/* A hash table with open addressing, at most half full. */
static struct {
  uintptr_t *slots; /* 0: free */
  size_t capacity;  /* a power of two */
  size_t count;
  char is_locked;
} S_table;

static int S_add_ranges(struct dl_phdr_info *object, size_t size, void *unused) {
  (void)size;
  (void)unused;
  int is_counted = object->dlpi_name[0] == '\0' || strstr(object->dlpi_name, "libjansson") != NULL;
  for (int i = 0; is_counted && i < object->dlpi_phnum && S_range_count < MOST_RANGES; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || (segment->p_flags & PF_X) == 0)
      continue;
    S_ranges[S_range_count].first = object->dlpi_addr + segment->p_vaddr;
    S_ranges[S_range_count].end = object->dlpi_addr + segment->p_vaddr + segment->p_memsz;
    S_range_count++;
  }
  return 0;
}

/* Under valgrind, which has an allocator of its own and counts itself, nothing is counted. */
__attribute__((constructor)) static void S_find_ranges(void) {
  if (getenv("HHP_COUNTS_NO_BLOCKS") == NULL)
    dl_iterate_phdr(S_add_ranges, NULL);
}

static int S_is_counted(const void *caller) {
  for (size_t i = 0; i < S_range_count; i++) {
    if ((uintptr_t)caller >= S_ranges[i].first && (uintptr_t)caller < S_ranges[i].end)
      return 1;
  }
  return 0;
}

static void S_lock(void) {
  while (__atomic_test_and_set(&S_table.is_locked, __ATOMIC_ACQUIRE))
    ;
}

static void S_unlock(void) {
  __atomic_clear(&S_table.is_locked, __ATOMIC_RELEASE);
}

/* The slot that has the block, or the free one where it belongs. */
static size_t S_slot(uintptr_t block) {
  size_t at = (size_t)((uint64_t)block * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (S_table.capacity - 1);
  while (S_table.slots[at] != 0 && S_table.slots[at] != block)
    at = (at + 1) & (S_table.capacity - 1);
  return at;
}

static void S_grow(void) {
  uintptr_t *old = S_table.slots;
  size_t old_capacity = S_table.capacity;
  S_table.capacity = old_capacity == 0 ? FIRST_CAPACITY : old_capacity * 2;
  S_table.slots = __libc_calloc(S_table.capacity, sizeof(*S_table.slots));
  if (S_table.slots == NULL)
    abort();
  for (size_t i = 0; i < old_capacity; i++) {
    if (old[i] != 0)
      S_table.slots[S_slot(old[i])] = old[i];
  }
  __libc_free(old);
}

static void *S_note(void *block, const void *caller) {
  if (block == NULL || !S_is_counted(caller))
    return block;
  S_lock();
  if (S_table.count * 2 >= S_table.capacity)
    S_grow();
  S_table.slots[S_slot((uintptr_t)block)] = (uintptr_t)block;
  S_table.count++;
  S_unlock();
  return block;
}

/* Empties the slot, and puts those behind it where a search finds them. */
static void S_empty(size_t at) {
  S_table.slots[at] = 0;
  S_table.count--;
  for (;;) {
    at = (at + 1) & (S_table.capacity - 1);
    uintptr_t moved = S_table.slots[at];
    if (moved == 0)
      return;
    S_table.slots[at] = 0;
    S_table.slots[S_slot(moved)] = moved;
  }
}

static int S_forget(const void *block) {
  int is_known = 0;
  S_lock();
  if (block != NULL && S_table.capacity > 0) {
    size_t at = S_slot((uintptr_t)block);
    is_known = S_table.slots[at] != 0;
    if (is_known)
      S_empty(at);
  }
  S_unlock();
  return is_known;
}

void *malloc(size_t size) {
  return S_note(__libc_malloc(size), __builtin_return_address(0));
}

void *calloc(size_t count, size_t size) {
  return S_note(__libc_calloc(count, size), __builtin_return_address(0));
}

/* The new block is of the caller, even if the old one was not. If there is none, the old block is still there. */
void *realloc(void *block, size_t size) {
  int was_known = S_forget(block);
  void *grown = __libc_realloc(block, size);
  if (grown == NULL && size > 0 && was_known)
    S_note(block, __builtin_return_address(0));
  return S_note(grown, __builtin_return_address(0));
}

void free(void *block) {
  S_forget(block);
  __libc_free(block);
}

/* As the C library's, but the block is of the caller. */
char *strndup(const char *text, size_t most) {
  size_t length = strnlen(text, most);
  char *copy = S_note(__libc_malloc(length + 1), __builtin_return_address(0));
  if (copy != NULL)
    memcpy(copy, text, length);
  if (copy != NULL)
    copy[length] = '\0';
  return copy;
}

char *strdup(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = S_note(__libc_malloc(size), __builtin_return_address(0));
  return copy == NULL ? NULL : memcpy(copy, text, size);
}

long live_blocks(void) {
  S_lock();
  long count = (long)S_table.count;
  S_unlock();
  return count;
}

#endif
