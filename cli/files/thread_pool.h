/* Thread pool that delivers results in submission order, so output equals that of a single thread. */
#ifndef CLI_THREAD_POOL_H
#define CLI_THREAD_POOL_H

#include <stddef.h>

typedef struct cli_thread_pool {
  size_t workers;                               /* number of threads, at least 1 */
  size_t count;                                 /* number of items */
  void (*work)(void *user, size_t index);       /* called once for each item, in any thread and order */
  int (*done)(void *user, size_t index);        /* called in order, in the calling thread; non-zero: stop */
  void (*waiting)(void *user, size_t finished); /* called at least every 100 ms while waiting; NULL: never */
  void *user;
} cli_thread_pool;

/* Processes all items. A single worker without `waiting`, or failure to start threads, means that the calling thread
 * does the work. Returns 0, or -1 if out of memory, with nothing done. */
int thread_pool_run(const cli_thread_pool *pool);

#endif
