/* Bump allocation, freed as a whole, so that every pointer stays valid until then. */
#ifndef HHP_BASE_ARENA_H
#define HHP_BASE_ARENA_H

#include <stddef.h>

typedef struct hhp__chunk hhp__chunk;

typedef struct {
  hhp__chunk *chunks;
  char *next; /* first free byte of the newest chunk */
  char *end;
} hhp__arena;

/* Gives an empty arena a first chunk of that size, unless it is small. Returns 0, or -1 if out of memory. */
int hhp__arena_expect(hhp__arena *arena, size_t size);

/* Zeroed memory for an object, aligned for any type in the library; NULL if out of memory. */
void *hhp__arena_new(hhp__arena *arena, size_t size);

/* `size` bytes for text, neither aligned nor zeroed. */
char *hhp__arena_bytes(hhp__arena *arena, size_t size);

/* A copy of the text with a terminating NUL. */
char *hhp__arena_text(hhp__arena *arena, const char *text, size_t length);

/* Whether the address is in the memory of the arena. Takes time in proportion to the number of chunks. */
int hhp__arena_holds(const hhp__arena *arena, const void *address);

void hhp__arena_free(hhp__arena *arena);

#endif
