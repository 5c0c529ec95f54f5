/* Arrays that grow as elements are added, in memory from malloc. For those in an arena see base/list.h. */
#ifndef HHP_BASE_GROW_H
#define HHP_BASE_GROW_H

#include <stddef.h>

/* Gives an array space for one more element than `count`, of `size` bytes each. Its capacity is that many elements, and
 * doubles. Returns the array, which may have moved and is owned by the caller, who frees it with free(); or NULL if
 * memory ran out or its size would overflow, and then the array and its capacity are as they were:
 *
 *   uint32_t *ends = hhp__with_space(list->ends, list->count, &list->capacity, sizeof(*ends));
 *   if (ends == NULL)
 *     return -1;
 *   list->ends = ends;
 *   list->ends[list->count++] = end;
 */
void *hhp__grown(void *items, size_t *capacity, size_t size);

static inline void *hhp__with_space(void *items, size_t count, size_t *capacity, size_t size) {
  return count < *capacity ? items : hhp__grown(items, capacity, size);
}

/* Doubles a buffer of bytes, to one byte past the limit at most: that byte shows that what is read is too long. `limit`
 * is below SIZE_MAX. Returns the buffer, or NULL as above. */
char *hhp__grown_to_limit(char *buffer, size_t *capacity, size_t limit);

#endif
