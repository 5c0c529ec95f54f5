/* Work on many things by several threads, told of in their order: whoever reads along sees what one thread would have
 * done. */
#ifndef CLI_CREW_H
#define CLI_CREW_H

#include <stddef.h>

typedef struct cli_crew {
  size_t workers;                               /* how many work at the same time, from 1 */
  size_t count;                                 /* of the things to do */
  void (*work)(void *user, size_t index);       /* each once, in any thread and order */
  int (*done)(void *user, size_t index);        /* each in its order, by who called; not 0: the rest is left undone */
  void (*waiting)(void *user, size_t finished); /* each 100 ms, or oftener, while nothing is done; NULL: never */
  void *user;
} cli_crew;

/* Does it all. No thread is started for a single worker that no one looks on. Where threads cannot be had, the calling
 * one does the work. Returns 0, or -1 where memory ran out and nothing was done. */
int crew_run(const cli_crew *crew);

#endif
