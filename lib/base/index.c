/* Open addressing with linear probing, SipHash-1-3 (Aumasson and Bernstein, 2012) over a random key. */
#include "base/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/system.h"

enum { FIRST_CAPACITY = 16 };

static uint64_t S_rotate(uint64_t x, int bits) {
  return (x << bits) | (x >> (64 - bits));
}

static inline void S_round(uint64_t v[4]) {
  v[0] += v[1];
  v[2] += v[3];
  v[1] = S_rotate(v[1], 13) ^ v[0];
  v[3] = S_rotate(v[3], 16) ^ v[2];
  v[0] = S_rotate(v[0], 32);
  v[2] += v[1];
  v[0] += v[3];
  v[1] = S_rotate(v[1], 17) ^ v[2];
  v[3] = S_rotate(v[3], 21) ^ v[0];
  v[2] = S_rotate(v[2], 32);
}

/* The last bytes of a key, fewer than eight, as a word whose upper bytes are 0. `before` bytes precede them. */
static uint64_t S_last_word(const char *bytes, size_t count, size_t before) {
  if (count == 0)
    return 0;
  if (before > 0)
    return hhp__load_64(bytes + count - 8) >> (64 - 8 * count);
  if (count >= 4)
    return hhp__load_32(bytes) | (uint64_t)hhp__load_32(bytes + count - 4) << (8 * count - 32);
  uint64_t word = 0;
  for (size_t i = 0; i < count; i++)
    word |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
  return word;
}

static uint32_t S_hash(const uint64_t seed[2], const char *key, size_t length) {
  uint64_t v[4] = {seed[0] ^ UINT64_C(0x736f6d6570736575), seed[1] ^ UINT64_C(0x646f72616e646f6d),
                   seed[0] ^ UINT64_C(0x6c7967656e657261), seed[1] ^ UINT64_C(0x7465646279746573)};
  size_t rest = length;
  uint64_t word;
  for (; rest >= 8; key += 8, rest -= 8) {
    word = hhp__load_64(key);
    v[3] ^= word;
    S_round(v);
    v[0] ^= word;
  }
  word = S_last_word(key, rest, length - rest) | (uint64_t)length << 56;
  v[3] ^= word;
  S_round(v);
  v[0] ^= word;
  v[2] ^= 0xff;
  S_round(v);
  S_round(v);
  S_round(v);
  return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

/* Without entropy from the system, addresses serve as the key: the map works, but an attacker might slow it down. */
static void S_seed(hhp__index *index) {
  if (hhp__random_bytes(index->seed, sizeof(index->seed)) == 0)
    return;
  index->seed[0] = (uint64_t)(uintptr_t)index;
  index->seed[1] = (uint64_t)(uintptr_t)&index;
}

static int S_is_seeded(const hhp__index *index) {
  return (index->seed[0] | index->seed[1]) != 0;
}

hhp__index hhp__index_sharing_seed(hhp__index *other) {
  if (!S_is_seeded(other))
    S_seed(other);
  return (hhp__index){.seed = {other->seed[0], other->seed[1]}};
}

static hhp__slot *S_find(const hhp__index *index, uint32_t hash, const char *key, size_t length) {
  size_t mask = index->capacity - 1;
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    hhp__slot *slot = &index->slots[i];
    if (slot->key == NULL)
      return slot;
    if (slot->hash == hash && slot->length == length && hhp__same_bytes(slot->key, key, length))
      return slot;
  }
}

/* The number of keys with which the map grows before it gets another. */
static size_t S_most(size_t capacity) {
  return capacity - capacity / 4;
}

static int S_grow(hhp__index *index, size_t capacity) {
  hhp__slot *slots = calloc(capacity, sizeof(*slots));
  if (slots == NULL)
    return -1;
  hhp__index old = *index;
  index->slots = slots;
  index->capacity = capacity;
  if (!S_is_seeded(index))
    S_seed(index);
  for (size_t i = 0; i < old.capacity; i++) {
    if (old.slots[i].key != NULL)
      *S_find(index, old.slots[i].hash, old.slots[i].key, old.slots[i].length) = old.slots[i];
  }
  free(old.slots);
  return 0;
}

int hhp__index_reserve(hhp__index *index, size_t count) {
  size_t capacity = FIRST_CAPACITY;
  while (S_most(capacity) < count && capacity <= SIZE_MAX / 4)
    capacity *= 2;
  return capacity <= index->capacity ? 0 : S_grow(index, capacity);
}

hhp__slot *hhp__index_add(hhp__index *index, const char *key, size_t length) {
  if (length > UINT32_MAX)
    return NULL;
  if (index->count >= S_most(index->capacity) &&
      S_grow(index, index->capacity == 0 ? FIRST_CAPACITY : index->capacity * 2) != 0)
    return NULL;
  uint32_t hash = S_hash(index->seed, key, length);
  hhp__slot *slot = S_find(index, hash, key, length);
  if (slot->key == NULL) {
    *slot = (hhp__slot){.key = key, .length = (uint32_t)length, .hash = hash};
    index->count++;
  }
  return slot;
}

void *hhp__index_get(const hhp__index *index, const char *key, size_t length) {
  if (index->count == 0 || length > UINT32_MAX)
    return NULL;
  return S_find(index, S_hash(index->seed, key, length), key, length)->value;
}

/* Moves the following slots up, so that no search stops at the gap. */
void hhp__index_remove(hhp__index *index, const char *key, size_t length) {
  if (index->count == 0 || length > UINT32_MAX)
    return;
  hhp__slot *gap = S_find(index, S_hash(index->seed, key, length), key, length);
  if (gap->key == NULL)
    return;
  size_t mask = index->capacity - 1;
  size_t hole = (size_t)(gap - index->slots);
  for (size_t i = (hole + 1) & mask; index->slots[i].key != NULL; i = (i + 1) & mask) {
    size_t home = index->slots[i].hash & mask;
    if (((i - home) & mask) < ((i - hole) & mask))
      continue;
    index->slots[hole] = index->slots[i];
    hole = i;
  }
  index->slots[hole] = (hhp__slot){0};
  index->count--;
}

void hhp__index_free(hhp__index *index) {
  free(index->slots);
  *index = (hhp__index){0};
}
