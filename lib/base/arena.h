/* A plan's memory: bump allocation, freed as a whole, so that every pointer handed out stays good until then. */
#ifndef HHP_BASE_ARENA_H
#define HHP_BASE_ARENA_H

#include <stddef.h>

typedef struct hhp__chunk hhp__chunk;

typedef struct {
  hhp__chunk *chunks;
  char *next; /* first free byte of the newest chunk */
  char *end;
} hhp__arena;

/* Zeroed memory for an object, aligned for any type in the library; NULL when there is none. */
void *hhp__arena_new(hhp__arena *arena, size_t size);

/* Room for `size` bytes of text, not aligned and not zeroed. */
char *hhp__arena_room(hhp__arena *arena, size_t size);

/* A copy of the text, with a NUL after it. */
char *hhp__arena_text(hhp__arena *arena, const char *text, size_t length);

void hhp__arena_free(hhp__arena *arena);

#endif
