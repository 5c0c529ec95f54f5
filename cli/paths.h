/* Which files a command works on: those named, and of folders every plan in them. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "options.h"

typedef struct cli_path {
  char *name;  /* as it is told; "-" is standard input */
  int refused; /* a folder that cannot be read: why, as for input_refuse; 0: it is a file, or nothing that is known */
} cli_path;

typedef struct cli_paths {
  cli_path *items;
  size_t count, room;
} cli_paths;

/* The operands in their order; instead of a folder the plans in it and in the folders below, ordered by the bytes of
 * their paths. Hidden ones, and folders behind symbolic links, are passed over there. A file that is reached twice is
 * there once, by the first of its names. Returns CODE_FINE or CODE_FAULT. Whatever it returns, paths_free frees. */
int paths_find(cli_paths *into, const cli_args *args);
void paths_free(cli_paths *paths);

#endif
