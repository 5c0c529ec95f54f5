/* The files of a command: those named, and every plan in the folders named. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "cli/args/command_line.h"

typedef struct cli_path {
  char *name;  /* as shown in messages; "-" is standard input */
  int refused; /* reason why a folder cannot be read, as for input_refuse; 0: none */
} cli_path;

typedef struct cli_paths {
  cli_path *items;
  size_t count, capacity;
} cli_paths;

/* The operands in order, with each folder replaced by the plans in it and its subfolders, sorted by the bytes of their
 * paths. Hidden entries, and folders behind symbolic links, are skipped. A file that is reached twice is listed once,
 * by its first name. Returns CODE_FINE or CODE_FAULT. Call paths_free in either case. */
int paths_find(cli_paths *into, const cli_args *args);
void paths_free(cli_paths *paths);

#endif
