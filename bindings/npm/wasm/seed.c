/* Seeds Jansson's hash tables. The program that uses the library does this once: in WebAssembly, Jansson finds neither a
 * random device nor a clock. */
#include <jansson.h>
#include <stddef.h>

void npm_seed(size_t seed);

void npm_seed(size_t seed) {
  json_object_seed(seed == 0 ? 1 : seed);
}
