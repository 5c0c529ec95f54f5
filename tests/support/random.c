/* SplitMix64 (Steele, Lea and Flood, 2014). */
#include "support/random.h"

uint64_t random_next(random_source *source) {
  uint64_t z = source->state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

size_t random_below(random_source *source, size_t limit) {
  return limit == 0 ? 0 : (size_t)(random_next(source) % limit);
}

int random_once_in(random_source *source, size_t times) {
  return random_below(source, times) == 0;
}
