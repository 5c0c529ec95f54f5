/* The root of paths in formats for build servers: the folder of the job, or the working folder. */
#ifndef CLI_CI_ROOT_H
#define CLI_CI_ROOT_H

typedef struct cli_ci_root {
  char *here;   /* working folder; NULL: unknown */
  char *folder; /* the root as given, normalised; NULL: unknown */
  char *real;   /* its real path; NULL: does not exist */
} cli_ci_root;

/* Returns 0, or -1 if out of memory. Call ci_root_free in either case. */
int ci_root_find(cli_ci_root *into);
void ci_root_free(cli_ci_root *root);

/* A path relative to the root, whatever the working folder and the links on the way: in "plans/", "a.json" is
 * "plans/a.json" and "../a.json" is "a.json". Paths outside the root are kept, without "./" and "folder/../". The
 * caller frees the result; NULL if out of memory. */
char *ci_root_path(const cli_ci_root *root, const char *path);

#endif
