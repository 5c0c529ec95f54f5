/* Threads by Windows. */
#include "cli/system/threads.h"

#include <process.h>
#include <stdint.h>
#include <stdlib.h>

#include <windows.h>

struct cli_monitor {
  SRWLOCK lock;
  CONDITION_VARIABLE condition;
};

cli_monitor *monitor_new(void) {
  cli_monitor *monitor = calloc(1, sizeof(*monitor));
  if (monitor == NULL)
    return NULL;
  InitializeSRWLock(&monitor->lock);
  InitializeConditionVariable(&monitor->condition);
  return monitor;
}

void monitor_free(cli_monitor *monitor) {
  free(monitor);
}

void monitor_enter(cli_monitor *monitor) {
  AcquireSRWLockExclusive(&monitor->lock);
}

void monitor_leave(cli_monitor *monitor) {
  ReleaseSRWLockExclusive(&monitor->lock);
}

void monitor_wake(cli_monitor *monitor) {
  WakeConditionVariable(&monitor->condition);
}

void monitor_wait(cli_monitor *monitor, int milliseconds) {
  SleepConditionVariableSRW(&monitor->condition, &monitor->lock, milliseconds == 0 ? INFINITE : (DWORD)milliseconds, 0);
}

struct cli_threads {
  void (*run)(void *user);
  void *user;
  size_t count;
  HANDLE threads[];
};

static unsigned __stdcall S_run(void *user) {
  const cli_threads *threads = user;
  threads->run(threads->user);
  return 0;
}

/* _beginthreadex and not CreateThread, since the threads use the C library. */
cli_threads *threads_start(size_t wanted, void (*run)(void *user), void *user, size_t *started) {
  cli_threads *threads = calloc(1, sizeof(*threads) + wanted * sizeof(threads->threads[0]));
  if (threads == NULL)
    return NULL;
  threads->run = run;
  threads->user = user;
  for (uintptr_t thread = 1; threads->count < wanted && thread != 0;) {
    thread = _beginthreadex(NULL, 0, S_run, threads, 0, NULL);
    if (thread != 0)
      threads->threads[threads->count++] = (HANDLE)thread; // NOLINT(performance-no-int-to-ptr)
  }
  *started = threads->count;
  return threads;
}

void threads_join(cli_threads *threads) {
  for (size_t i = 0; threads != NULL && i < threads->count; i++) {
    WaitForSingleObject(threads->threads[i], INFINITE);
    CloseHandle(threads->threads[i]);
  }
  free(threads);
}
