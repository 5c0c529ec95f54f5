/* Thread pool with results delivered in order by the calling thread. */
#include "cli/files/thread_pool.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

/* All members but `pool` are protected by the lock. */
typedef struct S_shared {
  const cli_thread_pool *pool;
  pthread_mutex_t lock;
  pthread_cond_t item_finished;
  size_t next; /* first item not started */
  size_t finished;
  char *is_finished; /* by index */
  int is_stopped;
} S_shared;

static void *S_run_worker(void *user) {
  S_shared *shared = user;
  pthread_mutex_lock(&shared->lock);
  while (!shared->is_stopped && shared->next < shared->pool->count) {
    size_t index = shared->next++;
    pthread_mutex_unlock(&shared->lock);
    shared->pool->work(shared->pool->user, index);
    pthread_mutex_lock(&shared->lock);
    shared->is_finished[index] = 1;
    shared->finished++;
    pthread_cond_signal(&shared->item_finished);
  }
  pthread_mutex_unlock(&shared->lock);
  return NULL;
}

static void S_wait_for_item(S_shared *shared) {
  enum { TENTH = 100000000 };
  if (shared->pool->waiting == NULL) {
    pthread_cond_wait(&shared->item_finished, &shared->lock);
    return;
  }
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += TENTH;
  until.tv_sec += until.tv_nsec / (10 * TENTH);
  until.tv_nsec %= 10 * TENTH;
  pthread_cond_timedwait(&shared->item_finished, &shared->lock, &until);
  size_t finished = shared->finished;
  pthread_mutex_unlock(&shared->lock);
  shared->pool->waiting(shared->pool->user, finished);
  pthread_mutex_lock(&shared->lock);
}

static void S_deliver_in_order(S_shared *shared) {
  int is_stopped = 0;
  pthread_mutex_lock(&shared->lock);
  for (size_t i = 0; i < shared->pool->count && !is_stopped; i++) {
    while (!shared->is_finished[i])
      S_wait_for_item(shared);
    pthread_mutex_unlock(&shared->lock);
    is_stopped = shared->pool->done(shared->pool->user, i) != 0;
    pthread_mutex_lock(&shared->lock);
  }
  shared->is_stopped = 1;
  pthread_mutex_unlock(&shared->lock);
}

static void S_run_serially(const cli_thread_pool *pool) {
  for (size_t i = 0; i < pool->count; i++) {
    pool->work(pool->user, i);
    if (pool->done(pool->user, i) != 0)
      return;
  }
}

static int S_init_shared(S_shared *shared) {
  pthread_condattr_t steady; /* monotonic, so that timed waits survive a change of the clock */
  if (pthread_condattr_init(&steady) != 0)
    return -1;
  int result = pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
  if (result == 0)
    result = pthread_cond_init(&shared->item_finished, &steady);
  pthread_condattr_destroy(&steady);
  if (result != 0)
    return -1;
  if (pthread_mutex_init(&shared->lock, NULL) == 0)
    return 0;
  pthread_cond_destroy(&shared->item_finished);
  return -1;
}

static size_t S_start_threads(S_shared *shared, pthread_t *threads, size_t wanted) {
  size_t started = 0;
  while (started < wanted && pthread_create(&threads[started], NULL, S_run_worker, shared) == 0)
    started++;
  return started;
}

int thread_pool_run(const cli_thread_pool *pool) {
  size_t wanted = pool->workers < pool->count ? pool->workers : pool->count;
  if (wanted == 0 || (wanted == 1 && pool->waiting == NULL)) {
    S_run_serially(pool);
    return 0;
  }
  S_shared shared = {.pool = pool, .is_finished = calloc(pool->count, 1)};
  pthread_t *threads = calloc(wanted, sizeof(*threads));
  int result = shared.is_finished == NULL || threads == NULL || S_init_shared(&shared) != 0 ? -1 : 0;
  if (result == 0) {
    size_t started = S_start_threads(&shared, threads, wanted);
    if (started == 0)
      S_run_serially(pool);
    else
      S_deliver_in_order(&shared);
    for (size_t i = 0; i < started; i++)
      pthread_join(threads[i], NULL);
    pthread_cond_destroy(&shared.item_finished);
    pthread_mutex_destroy(&shared.lock);
  }
  free(threads);
  free(shared.is_finished);
  return result;
}
