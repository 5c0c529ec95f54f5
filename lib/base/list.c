/* Growable lists of pointers in an arena. */
#include "base/list.h"

#include <string.h>

static int S_grow(hhp__list *list, hhp__arena *arena) {
  if (list->capacity > UINT32_MAX / 2)
    return -1;
  uint32_t capacity = list->capacity == 0 ? 2 : list->capacity * 2;
  void **items = hhp__arena_new(arena, capacity * sizeof(*items));
  if (items == NULL)
    return -1;
  if (list->count > 0)
    memcpy(items, list->items, list->count * sizeof(*items));
  list->items = items;
  list->capacity = capacity;
  return 0;
}

int hhp__list_add(hhp__list *list, hhp__arena *arena, const void *item) {
  if (list->count == list->capacity && S_grow(list, arena) != 0)
    return -1;
  list->items[list->count++] = (void *)(uintptr_t)item;
  return 0;
}

int hhp__list_fill(hhp__list *list, hhp__arena *arena, const void *const *items, size_t count) {
  if (count > UINT32_MAX)
    return -1;
  list->items = hhp__arena_new(arena, count * sizeof(*list->items));
  if (list->items == NULL)
    return -1;
  memcpy(list->items, items, count * sizeof(*items));
  list->count = list->capacity = (uint32_t)count;
  return 0;
}

void hhp__list_remove(hhp__list *list, uint32_t index) {
  memmove(list->items + index, list->items + index + 1, (list->count - index - 1) * sizeof(*list->items));
  list->count--;
}
