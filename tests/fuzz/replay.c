/* Replaces libFuzzer: runs the target on every file given, and on every file in every folder given. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz/target.h"
#include "support/text.h"

/* The bytes are copied to a block of exactly their size, so that a sanitizer detects reads beyond it. */
static void S_replay(const char *path) {
  text input = {0};
  text_add_file(&input, path);
  uint8_t *exact = malloc(input.length == 0 ? 1 : input.length);
  if (exact == NULL)
    exit(2);
  memcpy(exact, input.bytes, input.length);
  LLVMFuzzerTestOneInput(exact, input.length);
  free(exact);
  text_free(&input);
}

static size_t S_replay_all(const char *path);

static size_t S_replay_folder(const char *path) {
  struct dirent **entries = NULL;
  int count = scandir(path, &entries, NULL, alphasort);
  size_t files = 0;
  for (int i = 0; i < count; i++) {
    text inner = {0};
    text_puts(&inner, path);
    text_puts(&inner, "/");
    text_puts(&inner, entries[i]->d_name);
    if (entries[i]->d_name[0] != '.')
      files += S_replay_all(inner.bytes);
    text_free(&inner);
    free(entries[i]);
  }
  free(entries);
  return files;
}

static size_t S_replay_all(const char *path) {
  struct stat info;
  if (stat(path, &info) != 0) {
    perror(path);
    exit(2);
  }
  if (S_ISDIR(info.st_mode))
    return S_replay_folder(path);
  fprintf(stderr, "%s\n", path);
  S_replay(path);
  return 1;
}

int main(int argc, char **argv) {
  size_t files = 0;
  for (int i = 1; i < argc; i++)
    files += S_replay_all(argv[i]);
  printf("%zu inputs replayed\n", files);
  return files > 0 ? 0 : 1;
}
