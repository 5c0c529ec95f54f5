/* The root ($GITHUB_WORKSPACE, $CI_PROJECT_DIR or the working folder), and paths relative to it. */
#include "cli/files/ci_root.h"

#include <stdlib.h>
#include <string.h>

#include "base/system.h"

#include "cli/print/text.h"
#include "cli/system/system.h"

enum { LONGEST_PATH = 4096 }; /* longer ones cannot be opened */

/* *into stays NULL if neither is set to an absolute path. The caller frees it. */
static void S_find_job_folder(char **into) {
  static const char *const variables[] = {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"};
  for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]) && *into == NULL; i++) {
    *into = system_variable(variables[i]);
    if (*into == NULL)
      continue;
    system_use_slashes(*into);
    if (hhp__root_length(*into) > 0)
      return;
    free(*into);
    *into = NULL;
  }
}

/* Whether ".." after this path cancels its last component: not after a link or another "..". */
static int S_dotdot_cancels(const char *path, size_t length) {
  char folder[LONGEST_PATH];
  system_facts about;
  if (length == 0 || length >= sizeof(folder))
    return 0;
  memcpy(folder, path, length);
  folder[length] = '\0';
  const char *slash = strrchr(folder, '/');
  return strcmp(slash == NULL ? folder : slash + 1, "..") != 0 &&
         system_look_at_link(folder, &about) == HHP__FILE_FINE && about.kind == SYSTEM_FOLDER;
}

/* The path with slashes, and without "//", "/./" and "folder/..", since build servers compare paths as strings. Never
 * longer. */
static char *S_normalize(const char *path) {
  char *normal = strdup(path), *slashed = strdup(path);
  if (normal == NULL || slashed == NULL) {
    free(normal);
    free(slashed);
    return NULL;
  }
  system_use_slashes(normal);
  system_use_slashes(slashed);
  size_t first = hhp__root_length(slashed), length = first;
  path = slashed + first;
  while (*(path += strspn(path, "/")) != '\0') {
    size_t part = strcspn(path, "/");
    if (part == 2 && memcmp(path, "..", 2) == 0 && length > first && S_dotdot_cancels(normal, length)) {
      while (length > first && normal[length - 1] != '/')
        length--;
      length -= length > first;
    } else if (part != 1 || path[0] != '.') {
      if (length > first)
        normal[length++] = '/';
      memcpy(normal + length, path, part);
      length += part;
    }
    path += part;
  }
  if (length == 0 && normal[0] != '\0')
    normal[length++] = '.';
  normal[length] = '\0';
  free(slashed);
  return normal;
}

int ci_root_find(cli_ci_root *into) {
  int here_failed, real_failed;
  char *folder = NULL;
  *into = (cli_ci_root){NULL, NULL, NULL};
  into->here = system_working_folder(&here_failed); /* NULL: deleted, or inaccessible */
  if (here_failed)
    return -1;
  S_find_job_folder(&folder);
  const char *root = folder != NULL ? folder : into->here;
  if (root == NULL)
    return 0;
  into->folder = S_normalize(root);
  into->real = system_real_path(root, &real_failed); /* NULL: no such folder */
  free(folder);
  return into->folder == NULL || real_failed ? -1 : 0;
}

void ci_root_free(cli_ci_root *root) {
  free(root->here);
  free(root->folder);
  free(root->real);
}

/* The part of the path below the folder, "" for the folder itself; NULL if outside. */
static const char *S_path_below(const char *folder, const char *path) {
  size_t length = strlen(folder);
  length -= length > 0 && folder[length - 1] == '/'; /* a root */
  if (strncmp(path, folder, length) != 0 || (path[length] != '/' && path[length] != '\0'))
    return NULL;
  return path + length + strspn(path + length, "/");
}

/* Joins two paths; "." if both are empty. NULL if out of memory. */
static char *S_join_paths(const char *one, const char *other) {
  cli_text whole = {0};
  put(&whole, one);
  put(&whole, one[0] != '\0' && other[0] != '\0' && one[strlen(one) - 1] != '/' ? "/" : "");
  put(&whole, other);
  if (whole.length == 0)
    put(&whole, ".");
  if (whole.failed)
    text_free(&whole);
  return whole.text;
}

/* Finds the first folder of the path whose real path is inside the root; below it, links keep their names. *into stays
 * NULL if there is none. Returns 0, or -1 if out of memory. */
static int S_resolve_links(const cli_ci_root *root, const char *path, char **into) {
  char folder[LONGEST_PATH];
  size_t length = 0;
  while (root->real != NULL && path[length] != '\0') {
    length += length == 0 ? hhp__root_length(path)
                          : strspn(path + length, "/") + strcspn(path + length + strspn(path + length, "/"), "/");
    if (length >= sizeof(folder))
      return 0;
    memcpy(folder, path, length);
    folder[length] = '\0';
    int failed;
    char *real = system_real_path(folder, &failed);
    if (real == NULL)
      return failed ? -1 : 0;
    const char *below = S_path_below(root->real, real);
    const char *rest = path + length + strspn(path + length, "/");
    if (below != NULL)
      *into = S_join_paths(below, rest);
    free(real);
    if (below != NULL)
      return *into == NULL ? -1 : 0;
  }
  return 0;
}

static int S_relative_path(const cli_ci_root *root, const char *path, char **into) {
  const char *below = S_path_below(root->folder, path);
  if (below == NULL)
    return S_resolve_links(root, path, into);
  *into = S_join_paths("", below);
  return *into == NULL ? -1 : 0;
}

char *ci_root_path(const cli_ci_root *root, const char *path) {
  char *normal = S_normalize(path), *found = NULL;
  int is_absolute = normal != NULL && hhp__root_length(normal) > 0;
  if (normal == NULL || normal[0] == '\0' || strcmp(path, "-") == 0 || root->folder == NULL ||
      !(is_absolute || root->here != NULL))
    return normal;
  char *joined = is_absolute ? strdup(normal) : S_join_paths(root->here, normal);
  char *whole = joined == NULL ? NULL : S_normalize(joined);
  int result = whole == NULL ? -1 : S_relative_path(root, whole, &found);
  free(joined);
  free(whole);
  if (result == 0 && found == NULL)
    return normal;
  free(normal);
  return found;
}
