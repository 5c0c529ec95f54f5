/* A growable list of pointers in an arena. After growing, the old array stays valid for readers. */
#ifndef HHP_BASE_LIST_H
#define HHP_BASE_LIST_H

#include <stdint.h>

#include "base/arena.h"

typedef struct {
  void **items;
  uint32_t count;
  uint32_t capacity;
} hhp__list;

/* Returns 0, or -1 if out of memory or the list is full; the list is then unchanged. */
int hhp__list_add(hhp__list *list, hhp__arena *arena, const void *item);

/* Gives an empty list its items, in an array of just their number. Returns 0, or -1 as above. */
int hhp__list_fill(hhp__list *list, hhp__arena *arena, const void *const *items, size_t count);

/* `index` must be below the count. */
void hhp__list_remove(hhp__list *list, uint32_t index);

#endif
