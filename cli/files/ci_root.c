/* The root ($GITHUB_WORKSPACE, $CI_PROJECT_DIR or the working folder), and paths relative to it. */
#include "cli/files/ci_root.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/print/text.h"

enum { LONGEST_PATH = 4096 }; /* longer ones cannot be opened */

/* NULL if neither is set. */
static const char *S_job_folder(void) {
  static const char *const variables[] = {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"};
  for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && value[0] == '/')
      return value;
  }
  return NULL;
}

/* Whether ".." after this path cancels its last component: not after a link or another "..". */
static int S_dotdot_cancels(const char *path, size_t length) {
  char folder[LONGEST_PATH];
  struct stat about;
  if (length == 0 || length >= sizeof(folder))
    return 0;
  memcpy(folder, path, length);
  folder[length] = '\0';
  const char *slash = strrchr(folder, '/');
  return strcmp(slash == NULL ? folder : slash + 1, "..") != 0 && lstat(folder, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The path without "//", "/./" and "folder/..", since build servers compare paths as strings. Never longer. */
static char *S_normalize(const char *path) {
  char *normal = strdup(path);
  size_t first = path[0] == '/', length = first;
  while (normal != NULL && *(path += strspn(path, "/")) != '\0') {
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
  if (normal != NULL && length == 0 && normal[0] != '\0')
    normal[length++] = '.';
  if (normal != NULL)
    normal[length] = '\0';
  return normal;
}

int ci_root_find(cli_ci_root *into) {
  *into = (cli_ci_root){NULL, NULL, NULL};
  errno = 0;
  into->here = getcwd(NULL, 0); /* NULL: deleted, or inaccessible */
  if (into->here == NULL && errno == ENOMEM)
    return -1;
  const char *folder = S_job_folder() != NULL ? S_job_folder() : into->here;
  if (folder == NULL)
    return 0;
  errno = 0;
  into->folder = S_normalize(folder);
  into->real = realpath(folder, NULL); /* NULL: no such folder */
  return into->folder == NULL || (into->real == NULL && errno == ENOMEM) ? -1 : 0;
}

void ci_root_free(cli_ci_root *root) {
  free(root->here);
  free(root->folder);
  free(root->real);
}

/* The part of the path below the folder, "" for the folder itself; NULL if outside. */
static const char *S_path_below(const char *folder, const char *path) {
  size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
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

/* Finds the first folder of the path whose real path is inside the root; below it, links keep their names. *into stays NULL
 * if there is none. Returns 0, or -1 if out of memory. */
static int S_resolve_links(const cli_ci_root *root, const char *path, char **into) {
  char folder[LONGEST_PATH];
  size_t length = 0;
  while (root->real != NULL && path[length] != '\0') {
    length += length == 0 ? 1 : strspn(path + length, "/") + strcspn(path + length + strspn(path + length, "/"), "/");
    if (length >= sizeof(folder))
      return 0;
    memcpy(folder, path, length);
    folder[length] = '\0';
    errno = 0;
    char *real = realpath(folder, NULL);
    if (real == NULL)
      return errno == ENOMEM ? -1 : 0;
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
  int is_known = path[0] == '/' || root->here != NULL;
  if (normal == NULL || normal[0] == '\0' || strcmp(path, "-") == 0 || root->folder == NULL || !is_known)
    return normal;
  char *joined = path[0] == '/' ? strdup(normal) : S_join_paths(root->here, normal);
  char *whole = joined == NULL ? NULL : S_normalize(joined);
  int result = whole == NULL ? -1 : S_relative_path(root, whole, &found);
  free(joined);
  free(whole);
  if (result == 0 && found == NULL)
    return normal;
  free(normal);
  return found;
}
