/* A growable list of pointers. It grows in an arena: the old items stay behind there, and readers of them stay safe. */
#ifndef HHP_BASE_LIST_H
#define HHP_BASE_LIST_H

#include <stdint.h>

#include "base/arena.h"

typedef struct {
  void **items;
  uint32_t count;
  uint32_t capacity;
} hhp__list;

/* 0, or -1 when there is no memory or the list is full; the list is then as before. */
int hhp__list_add(hhp__list *list, hhp__arena *arena, const void *item);

/* `index` must be below the count. */
void hhp__list_remove(hhp__list *list, uint32_t index);

#endif
