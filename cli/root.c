/* $GITHUB_WORKSPACE, $CI_PROJECT_DIR, or the working folder; and paths from there. */
#include "root.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text.h"

enum { LONGEST_PATH = 4096 }; /* longer ones cannot be opened */

/* NULL: neither is set. */
static const char *S_of_job(void) {
  static const char *const variables[] = {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"};
  for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && value[0] == '/')
      return value;
  }
  return NULL;
}

/* What of the working folder lies below the folder of the job; "" where nothing does. Links on the way are followed, since
 * the working folder comes without. */
static char *S_below(const char *folder, const char *here) {
  cli_text below = {0};
  char *real = realpath(folder, NULL);
  if (real == NULL)
    return errno == ENOMEM ? NULL : strdup("");
  size_t length = strcmp(real, "/") == 0 ? 0 : strlen(real);
  if (strncmp(here, real, length) == 0 && here[length] == '/' && here[length + 1] != '\0') {
    put(&below, here + length + 1);
    put(&below, "/");
  }
  free(real);
  if (below.bytes == NULL && !below.failed)
    return strdup("");
  if (below.failed)
    text_free(&below);
  return below.bytes;
}

int root_find(cli_root *into) {
  *into = (cli_root){NULL, NULL};
  const char *of_job = S_of_job();
  char *here = getcwd(NULL, 0); /* NULL: somebody has deleted it, or it cannot be told */
  into->folder = of_job != NULL ? strdup(of_job) : here != NULL ? strdup(here) : NULL;
  into->below = of_job != NULL && here != NULL ? S_below(of_job, here) : strdup("");
  int is_missing = into->folder == NULL && (of_job != NULL || here != NULL);
  free(here);
  return is_missing || into->below == NULL ? -1 : 0;
}

void root_free(cli_root *root) {
  free(root->folder);
  free(root->below);
}

/* Takes a leading "./" or "../" off a path. Returns how many folders up that leads, 0 or 1; -1: there was none. */
static int S_step(const char **path) {
  size_t dots = strspn(*path, ".");
  if (dots < 1 || dots > 2 || (*path)[dots] != '/')
    return -1;
  *path += dots;
  *path += strspn(*path, "/");
  return (int)dots - 1;
}

/* The folder above, as a length; "a/b/" is left as "a/". */
static size_t S_above(const char *below, size_t length) {
  for (length--; length > 0 && below[length - 1] != '/';)
    length--;
  return length;
}

/* Whether ".." behind these bytes leads back to before their last part: not behind a link, nor behind another "..". */
static int S_leads_back(const char *path, size_t length) {
  char folder[LONGEST_PATH];
  struct stat about;
  if (length == 0 || length >= sizeof(folder))
    return 0;
  memcpy(folder, path, length);
  folder[length] = '\0';
  const char *slash = strrchr(folder, '/');
  return strcmp(slash == NULL ? folder : slash + 1, "..") != 0 && lstat(folder, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The path without "//", "/./" and "folder/..": build servers compare letters. It becomes no longer. */
static char *S_tidy(const char *path) {
  char *tidy = strdup(path);
  size_t first = path[0] == '/', length = first;
  while (tidy != NULL && *(path += strspn(path, "/")) != '\0') {
    size_t part = strcspn(path, "/");
    if (part == 2 && memcmp(path, "..", 2) == 0 && length > first && S_leads_back(tidy, length)) {
      while (length > first && tidy[length - 1] != '/')
        length--;
      length -= length > first;
    } else if (part != 1 || path[0] != '.') {
      if (length > first)
        tidy[length++] = '/';
      memcpy(tidy + length, path, part);
      length += part;
    }
    path += part;
  }
  if (tidy != NULL && length == 0 && tidy[0] != '\0')
    tidy[length++] = '.';
  if (tidy != NULL)
    tidy[length] = '\0';
  return tidy;
}

static char *S_from_root(const cli_root *root, const char *path) {
  const char *rest = path;
  size_t length = strlen(root->below);
  int up;
  while ((up = S_step(&rest)) >= 0) {
    if (up > 0 && length == 0)
      return strdup(path); /* out of the root */
    length = up > 0 ? S_above(root->below, length) : length;
  }
  cli_text whole = {0};
  put_bytes(&whole, root->below, length);
  put(&whole, rest);
  if (whole.failed)
    text_free(&whole);
  return whole.bytes;
}

char *root_path(const cli_root *root, const char *path) {
  char *tidy = S_tidy(path);
  if (tidy == NULL || root->below[0] == '\0' || path[0] == '/' || strcmp(path, "-") == 0)
    return tidy;
  char *whole = S_from_root(root, tidy);
  free(tidy);
  return whole;
}
