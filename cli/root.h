/* The folder that build servers know files by: of the job, or the one that the command runs in. */
#ifndef CLI_ROOT_H
#define CLI_ROOT_H

typedef struct cli_root {
  char *here;   /* where the command runs; NULL: not known */
  char *folder; /* as the job names it, without "//" and the like; NULL: not known */
  char *real;   /* where that leads to, by whatever links; NULL: nowhere */
} cli_root;

/* Returns 0, or -1 where memory ran out. Whatever it returns, root_free frees. */
int root_find(cli_root *into);
void root_free(cli_root *root);

/* A path as it is given, as seen from the root, wherever the command runs and by whatever links either is reached: from
 * "plans/", "a.json" is "plans/a.json" and "../a.json" is "a.json". What lies outside stays as it is given. Of what leads
 * nowhere, as "./" and "folder/../", nothing is left.
 * The caller frees it; NULL where memory ran out. */
char *root_path(const cli_root *root, const char *path);

#endif
