/* Threads by pthreads. */
#include "cli/system/threads.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

struct cli_monitor {
  pthread_mutex_t lock;
  pthread_cond_t condition;
};

/* Timed waits survive a change of the clock: they are by the monotonic one, or relative on macOS, where no other can be
 * chosen. */
#ifdef __APPLE__

static int S_init_condition(pthread_cond_t *condition) {
  return pthread_cond_init(condition, NULL) == 0 ? 0 : -1;
}

static void S_wait(cli_monitor *monitor, struct timespec time) {
  pthread_cond_timedwait_relative_np(&monitor->condition, &monitor->lock, &time);
}

#else

static int S_init_condition(pthread_cond_t *condition) {
  pthread_condattr_t steady;
  if (pthread_condattr_init(&steady) != 0)
    return -1;
  int result = pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
  if (result == 0)
    result = pthread_cond_init(condition, &steady);
  pthread_condattr_destroy(&steady);
  return result == 0 ? 0 : -1;
}

static void S_wait(cli_monitor *monitor, struct timespec time) {
  enum { BILLION = 1000 * 1000 * 1000 };
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_sec += time.tv_sec;
  until.tv_nsec += time.tv_nsec;
  until.tv_sec += until.tv_nsec / BILLION;
  until.tv_nsec %= BILLION;
  pthread_cond_timedwait(&monitor->condition, &monitor->lock, &until);
}

#endif

cli_monitor *monitor_new(void) {
  cli_monitor *monitor = calloc(1, sizeof(*monitor));
  if (monitor == NULL || S_init_condition(&monitor->condition) != 0) {
    free(monitor);
    return NULL;
  }
  if (pthread_mutex_init(&monitor->lock, NULL) == 0)
    return monitor;
  pthread_cond_destroy(&monitor->condition);
  free(monitor);
  return NULL;
}

void monitor_free(cli_monitor *monitor) {
  if (monitor == NULL)
    return;
  pthread_cond_destroy(&monitor->condition);
  pthread_mutex_destroy(&monitor->lock);
  free(monitor);
}

void monitor_enter(cli_monitor *monitor) {
  pthread_mutex_lock(&monitor->lock);
}

void monitor_leave(cli_monitor *monitor) {
  pthread_mutex_unlock(&monitor->lock);
}

void monitor_wake(cli_monitor *monitor) {
  pthread_cond_signal(&monitor->condition);
}

void monitor_wait(cli_monitor *monitor, int milliseconds) {
  if (milliseconds == 0) {
    pthread_cond_wait(&monitor->condition, &monitor->lock);
    return;
  }
  S_wait(monitor,
         (struct timespec){.tv_sec = milliseconds / 1000, .tv_nsec = (long)(milliseconds % 1000) * 1000 * 1000});
}

struct cli_threads {
  void (*run)(void *user);
  void *user;
  size_t count;
  pthread_t threads[];
};

static void *S_run(void *user) {
  const cli_threads *threads = user;
  threads->run(threads->user);
  return NULL;
}

cli_threads *threads_start(size_t wanted, void (*run)(void *user), void *user, size_t *started) {
  cli_threads *threads = calloc(1, sizeof(*threads) + wanted * sizeof(threads->threads[0]));
  if (threads == NULL)
    return NULL;
  threads->run = run;
  threads->user = user;
  while (threads->count < wanted && pthread_create(&threads->threads[threads->count], NULL, S_run, threads) == 0)
    threads->count++;
  *started = threads->count;
  return threads;
}

void threads_join(cli_threads *threads) {
  for (size_t i = 0; threads != NULL && i < threads->count; i++)
    pthread_join(threads->threads[i], NULL);
  free(threads);
}
