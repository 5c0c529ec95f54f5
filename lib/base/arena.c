/* Chunks double in size up to a limit: small plans stay small, and large ones make few calls to malloc. They are zeroed
 * as a whole, which takes less than zeroing each object, and nothing if the system does it. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 256 * 1024, ALIGNMENT = 8 };

struct hhp__chunk {
  hhp__chunk *older;
  size_t size; /* size of data */
  char data[];
};

static hhp__chunk *S_new_chunk(size_t size) {
  if (size > SIZE_MAX - sizeof(hhp__chunk))
    return NULL;
  hhp__chunk *chunk = calloc(1, sizeof(hhp__chunk) + size);
  if (chunk != NULL)
    chunk->size = size;
  return chunk;
}

/* A request too large for the chunks gets a chunk of its own, linked behind the newest, which stays in use. */
static char *S_own_chunk(hhp__arena *arena, size_t size) {
  hhp__chunk *chunk = S_new_chunk(size);
  if (chunk == NULL)
    return NULL;
  chunk->older = arena->chunks->older;
  arena->chunks->older = chunk;
  return chunk->data;
}

/* Returns 0, or -1 if out of memory. */
static int S_begin_chunk(hhp__arena *arena, size_t capacity) {
  hhp__chunk *chunk = S_new_chunk(capacity);
  if (chunk == NULL)
    return -1;
  chunk->older = arena->chunks;
  arena->chunks = chunk;
  arena->next = chunk->data;
  arena->end = chunk->data + capacity;
  return 0;
}

static char *S_allocate(hhp__arena *arena, size_t size) {
  if (arena->chunks != NULL && size > LARGEST_CHUNK / 4)
    return S_own_chunk(arena, size);

  size_t capacity = arena->chunks == NULL ? FIRST_CHUNK : arena->chunks->size * 2;
  if (capacity > LARGEST_CHUNK)
    capacity = LARGEST_CHUNK;
  if (capacity < size)
    capacity = size;
  if (S_begin_chunk(arena, capacity) != 0)
    return NULL;
  arena->next += size;
  return arena->chunks->data;
}

int hhp__arena_expect(hhp__arena *arena, size_t size) {
  return arena->chunks == NULL && size > FIRST_CHUNK ? S_begin_chunk(arena, size) : 0;
}

char *hhp__arena_bytes(hhp__arena *arena, size_t size) {
  if (size > (size_t)(arena->end - arena->next))
    return S_allocate(arena, size);
  char *memory = arena->next;
  arena->next += size;
  return memory;
}

void *hhp__arena_new(hhp__arena *arena, size_t size) {
  size_t padding = (size_t)(-(uintptr_t)arena->next & (ALIGNMENT - 1));
  if (size > SIZE_MAX - ALIGNMENT)
    return NULL;
  char *memory;
  if (arena->next != NULL && size + padding <= (size_t)(arena->end - arena->next)) {
    memory = arena->next + padding;
    arena->next = memory + size;
  } else {
    memory = S_allocate(arena, (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
    if (memory == NULL)
      return NULL;
  }
  return memory;
}

char *hhp__arena_text(hhp__arena *arena, const char *text, size_t length) {
  if (length == SIZE_MAX)
    return NULL;
  char *copy = hhp__arena_bytes(arena, length + 1);
  if (copy == NULL)
    return NULL;
  if (length > 0)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

int hhp__arena_holds(const hhp__arena *arena, const void *address) {
  for (const hhp__chunk *chunk = arena->chunks; chunk != NULL; chunk = chunk->older) {
    if ((uintptr_t)address - (uintptr_t)chunk->data < chunk->size)
      return 1;
  }
  return 0;
}

void hhp__arena_free(hhp__arena *arena) {
  hhp__chunk *chunk = arena->chunks;
  while (chunk != NULL) {
    hhp__chunk *older = chunk->older;
    free(chunk);
    chunk = older;
  }
  *arena = (hhp__arena){0};
}
