/* Walks folders, and removes duplicates. */
#include "cli/files/paths.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "cli/files/input.h"
#include "cli/print/error.h"
#include "cli/system/system.h"

static const char S_suffix[] = ".helhedsplan.json";

/* Takes ownership of the name. */
static int S_add_path(cli_paths *into, char *name, int refused) {
  cli_path *items = name == NULL ? NULL : hhp__with_space(into->items, into->count, &into->capacity, sizeof(*items));
  if (items == NULL) {
    free(name);
    return -1;
  }
  into->items = items;
  into->items[into->count++] = (cli_path){name, refused};
  return 0;
}

void paths_free(cli_paths *paths) {
  for (size_t i = 0; i < paths->count; i++)
    free(paths->items[i].name);
  free(paths->items);
  *paths = (cli_paths){0};
}

/* Joins folder and name, without "./". */
static char *S_join_name(const char *folder, const char *name) {
  cli_text path = {0};
  if (strcmp(folder, ".") != 0) {
    put(&path, folder);
    put(&path, system_joint(folder));
  }
  put(&path, name);
  if (path.failed)
    text_free(&path);
  return path.text;
}

static int S_has_suffix(const char *name) {
  size_t length = strlen(name), suffix = sizeof(S_suffix) - 1;
  return length > suffix && strcmp(name + length - suffix, S_suffix) == 0;
}

/* A link to a file counts as a file, and so does a dangling one, which is reported when read. Pipes and devices are
 * skipped. */
static int S_is_plan(const char *path, const system_facts *about) {
  system_facts target;
  if (about->kind == SYSTEM_LINK)
    return system_look_at(path, &target) != HHP__FILE_FINE || target.kind == SYSTEM_FILE;
  return about->kind == SYSTEM_FILE;
}

static int S_add_entry(cli_paths *found, cli_paths *folders, const char *folder, const char *name) {
  system_facts about;
  if (name[0] == '.')
    return 0;
  char *path = S_join_name(folder, name);
  if (path == NULL)
    return -1;
  hhp__file_error error = system_look_at_link(path, &about);
  if (error != HHP__FILE_FINE)
    return S_has_suffix(name) ? S_add_path(found, path, (int)error) : (free(path), 0);
  if (about.kind == SYSTEM_FOLDER)
    return S_add_path(folders, path, 0);
  if (S_has_suffix(name) && S_is_plan(path, &about))
    return S_add_path(found, path, 0);
  free(path);
  return 0;
}

static int S_add_refused(cli_paths *found, const char *folder, int error) {
  return S_add_path(found, strdup(folder), error);
}

/* Subfolders are queued, so that only one folder is open at a time. */
static int S_read_folder(cli_paths *found, cli_paths *folders, const char *path) {
  system_folder *folder;
  hhp__file_error error = system_open_folder(&folder, path);
  if (error != HHP__FILE_FINE)
    return error == HHP__FILE_NO_MEMORY ? -1 : S_add_refused(found, path, (int)error);
  int result = 0;
  const char *name;
  while (result == 0 && (error = system_next_name(folder, &name)) == HHP__FILE_FINE && name != NULL)
    result = S_add_entry(found, folders, path, name);
  if (result == 0 && error != HHP__FILE_FINE)
    result = S_add_refused(found, path, (int)error);
  system_close_folder(folder);
  return result;
}

static int S_compare_names(const void *one, const void *other) {
  return strcmp(((const cli_path *)one)->name, ((const cli_path *)other)->name);
}

static int S_walk_folder(cli_paths *found, const char *top) {
  size_t before = found->count;
  cli_paths folders = {0};
  int result = S_add_path(&folders, strdup(top), 0);
  for (size_t i = 0; i < folders.count && result == 0; i++)
    result = S_read_folder(found, &folders, folders.items[i].name);
  paths_free(&folders);
  if (result == 0 && found->count == before)
    return S_add_refused(found, top, INPUT_NO_PLANS);
  if (found->count > before)
    qsort(found->items + before, found->count - before, sizeof(*found->items), S_compare_names);
  return result;
}

/* An entry: a regular file by its device and number, and anything else (missing file, pipe, standard input) by its
 * name. */
typedef struct S_entry {
  uint64_t device;
  uint64_t number;
  char *path; /* the name; of a file, the real path, once it is needed: another entry has its number */
  size_t index;
} S_entry;

static int S_compare_files(const S_entry *a, const S_entry *b) {
  if (a->device != b->device)
    return a->device < b->device ? -1 : 1;
  return (a->number > b->number) - (a->number < b->number);
}

static int S_compare_entries(const void *one, const void *other) {
  const S_entry *a = one, *b = other;
  int order = S_compare_files(a, b);
  if (order == 0 && a->path != NULL && b->path != NULL)
    order = strcmp(a->path, b->path);
  return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

/* Returns 0, or -1 if memory ran out. */
static int S_identify(S_entry *entry, const cli_path *path, size_t index) {
  system_facts about;
  *entry = (S_entry){.index = index};
  if (strcmp(path->name, "-") != 0 && system_look_at(path->name, &about) == HHP__FILE_FINE &&
      about.kind == SYSTEM_FILE) {
    entry->device = about.device;
    entry->number = about.number;
    return 0;
  }
  entry->path = strdup(path->name);
  return entry->path == NULL ? -1 : 0;
}

/* Sorts the entries by file. Hard links are files of their own, so that those of the same number get their real paths,
 * by which they are sorted too. Finding the real path of each would take most of the system calls. */
static int S_sort_entries(S_entry *entries, const cli_paths *paths) {
  qsort(entries, paths->count, sizeof(*entries), S_compare_entries);
  int has_real = 0;
  for (size_t i = 0; i < paths->count; i++) {
    int is_shared = (i > 0 && S_compare_files(&entries[i - 1], &entries[i]) == 0) ||
                    (i + 1 < paths->count && S_compare_files(&entries[i], &entries[i + 1]) == 0);
    if (!is_shared || entries[i].path != NULL)
      continue;
    const char *name = paths->items[entries[i].index].name;
    int failed = 0;
    entries[i].path = system_real_path(name, &failed);
    if (entries[i].path == NULL)
      entries[i].path = strdup(name);
    if (entries[i].path == NULL)
      return -1;
    has_real = 1;
  }
  if (has_real)
    qsort(entries, paths->count, sizeof(*entries), S_compare_entries);
  return 0;
}

static int S_is_same(const S_entry *a, const S_entry *b) {
  return S_compare_files(a, b) == 0 && strcmp(a->path, b->path) == 0;
}

static void S_remove_gaps(cli_paths *paths) {
  size_t kept = 0;
  for (size_t i = 0; i < paths->count; i++) {
    if (paths->items[i].name != NULL)
      paths->items[kept++] = paths->items[i];
  }
  paths->count = kept;
}

static int S_remove_duplicates(cli_paths *paths) {
  if (paths->count < 2)
    return 0;
  S_entry *entries = calloc(paths->count, sizeof(*entries));
  int result = entries == NULL ? -1 : 0;
  for (size_t i = 0; result == 0 && i < paths->count; i++)
    result = S_identify(&entries[i], &paths->items[i], i);
  if (result == 0)
    result = S_sort_entries(entries, paths);
  for (size_t i = 1; result == 0 && i < paths->count; i++) {
    if (!S_is_same(&entries[i - 1], &entries[i]))
      continue;
    free(paths->items[entries[i].index].name);
    paths->items[entries[i].index].name = NULL;
  }
  for (size_t i = 0; entries != NULL && i < paths->count; i++)
    free(entries[i].path);
  free(entries);
  S_remove_gaps(paths);
  return result;
}

static int S_is_folder(const char *path) {
  system_facts about;
  return strcmp(path, "-") != 0 && system_look_at(path, &about) == HHP__FILE_FINE && about.kind == SYSTEM_FOLDER;
}

int paths_find(cli_paths *into, const cli_args *args) {
  *into = (cli_paths){0};
  int result = 0;
  for (size_t i = 0; i < args->operand_count && result == 0; i++) {
    const char *operand = args->operands[i];
    result = S_is_folder(operand) ? S_walk_folder(into, operand) : S_add_path(into, strdup(operand), 0);
  }
  if (result == 0)
    result = S_remove_duplicates(into);
  return result == 0 ? CODE_FINE : error_status(args->lang, HHP_ERR_NOMEM);
}
