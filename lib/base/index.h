/* A map from text to pointer. Each map has its own hash key, so that no file can be constructed that slows it down. */
#ifndef HHP_BASE_INDEX_H
#define HHP_BASE_INDEX_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *key; /* borrowed; NULL: an empty slot */
  void *value;
  uint32_t length;
  uint32_t hash; /* its lower half */
} hhp__slot;

typedef struct {
  hhp__slot *slots;
  size_t capacity; /* a power of two, or 0 */
  size_t count;
  uint64_t seed[2];
} hhp__index;

/* An empty map that shares the hash key of another, for callers that create many. */
hhp__index hhp__index_sharing_seed(hhp__index *other);

/* Makes space for that many keys in all, so that the map need not grow. Returns 0, or -1 if out of memory. */
int hhp__index_reserve(hhp__index *index, size_t count);

/* Returns the slot of the key, new with value NULL if the key was missing; NULL if out of memory, or if the key has 4
 * GiB or more. Valid until the next key is added. */
hhp__slot *hhp__index_add(hhp__index *index, const char *key, size_t length);

/* The value of the key, or NULL. */
void *hhp__index_get(const hhp__index *index, const char *key, size_t length);

void hhp__index_remove(hhp__index *index, const char *key, size_t length);

void hhp__index_free(hhp__index *index);

#endif
