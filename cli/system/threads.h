/* Threads, and a lock with one condition to wait for: what POSIX and Windows both have. */
#ifndef CLI_THREADS_H
#define CLI_THREADS_H

#include <stddef.h>

typedef struct cli_monitor cli_monitor;

/* NULL if out of memory. */
cli_monitor *monitor_new(void);
void monitor_free(cli_monitor *monitor);

void monitor_enter(cli_monitor *monitor);
void monitor_leave(cli_monitor *monitor);

/* In the monitor: wakes a thread that waits; waits, outside of it meanwhile, until woken or that many milliseconds have
 * passed, or without a reason. 0: no limit. */
void monitor_wake(cli_monitor *monitor);
void monitor_wait(cli_monitor *monitor, int milliseconds);

typedef struct cli_threads cli_threads;

/* Starts up to `wanted` threads, and sets *started to how many there are. NULL if out of memory. Join them. */
cli_threads *threads_start(size_t wanted, void (*run)(void *user), void *user, size_t *started);
void threads_join(cli_threads *threads);

#endif
