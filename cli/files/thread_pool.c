/* Thread pool with results delivered in order by the calling thread. */
#include "cli/files/thread_pool.h"

#include <stdlib.h>

#include "cli/system/threads.h"

/* All members but `pool` and `monitor` are used inside the monitor only, whose condition is that an item is
 * finished. */
typedef struct S_shared {
  const cli_thread_pool *pool;
  cli_monitor *monitor;
  size_t next; /* first item not started */
  size_t finished;
  char *is_finished; /* by index */
  int is_stopped;
} S_shared;

static void S_run_worker(void *user) {
  S_shared *shared = user;
  monitor_enter(shared->monitor);
  while (!shared->is_stopped && shared->next < shared->pool->count) {
    size_t index = shared->next++;
    monitor_leave(shared->monitor);
    shared->pool->work(shared->pool->user, index);
    monitor_enter(shared->monitor);
    shared->is_finished[index] = 1;
    shared->finished++;
    monitor_wake(shared->monitor);
  }
  monitor_leave(shared->monitor);
}

static void S_wait_for_item(S_shared *shared) {
  enum { TENTH_OF_A_SECOND = 100 };
  monitor_wait(shared->monitor, shared->pool->waiting == NULL ? 0 : TENTH_OF_A_SECOND);
  if (shared->pool->waiting == NULL)
    return;
  size_t finished = shared->finished;
  monitor_leave(shared->monitor);
  shared->pool->waiting(shared->pool->user, finished);
  monitor_enter(shared->monitor);
}

static void S_deliver_in_order(S_shared *shared) {
  int is_stopped = 0;
  monitor_enter(shared->monitor);
  for (size_t i = 0; i < shared->pool->count && !is_stopped; i++) {
    while (!shared->is_finished[i])
      S_wait_for_item(shared);
    monitor_leave(shared->monitor);
    is_stopped = shared->pool->done(shared->pool->user, i) != 0;
    monitor_enter(shared->monitor);
  }
  shared->is_stopped = 1;
  monitor_leave(shared->monitor);
}

static void S_run_serially(const cli_thread_pool *pool) {
  for (size_t i = 0; i < pool->count; i++) {
    pool->work(pool->user, i);
    if (pool->done(pool->user, i) != 0)
      return;
  }
}

int thread_pool_run(const cli_thread_pool *pool) {
  size_t wanted = pool->workers < pool->count ? pool->workers : pool->count;
  if (wanted == 0 || (wanted == 1 && pool->waiting == NULL)) {
    S_run_serially(pool);
    return 0;
  }
  S_shared shared = {.pool = pool, .monitor = monitor_new(), .is_finished = calloc(pool->count, 1)};
  size_t started = 0;
  cli_threads *threads = NULL;
  if (shared.is_finished != NULL && shared.monitor != NULL)
    threads = threads_start(wanted, S_run_worker, &shared, &started);
  int result = threads == NULL ? -1 : 0;
  if (started > 0)
    S_deliver_in_order(&shared);
  else if (result == 0)
    S_run_serially(pool);
  threads_join(threads);
  monitor_free(shared.monitor);
  free(shared.is_finished);
  return result;
}
