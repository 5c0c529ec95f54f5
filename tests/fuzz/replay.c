/* Replaces libFuzzer: runs the target on the inputs given. A file `….inputs` has many of them (inputs.py has the form);
 * any other is one, and a folder has what its files have. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz/target.h"
#include "support/text.h"

/* The bytes are copied to a block of exactly their size, so that a sanitizer detects reads beyond it. */
static void S_replay(const char *bytes, size_t length) {
  uint8_t *exact = malloc(length == 0 ? 1 : length);
  if (exact == NULL)
    exit(2);
  memcpy(exact, bytes, length);
  LLVMFuzzerTestOneInput(exact, length);
  free(exact);
}

/* Each input has a line with its length and maybe a name, and is followed by a line break. Its place is printed before
 * it runs, so that the one that fails is known. */
static size_t S_replay_packed(const char *path, const text *packed) {
  size_t at = 0, inputs = 0;
  for (; at < packed->length; inputs++) {
    char *end = NULL;
    size_t length = strtoul(packed->bytes + at, &end, 10);
    const char *line_end = strchr(end, '\n');
    size_t start = line_end == NULL ? packed->length : (size_t)(line_end + 1 - packed->bytes);
    if (end == packed->bytes + at || packed->length - start <= length || packed->bytes[start + length] != '\n') {
      fprintf(stderr, "%s: there is no input at byte %zu\n", path, at);
      exit(2);
    }
    fprintf(stderr, "%s: byte %zu%.*s\n", path, at, (int)(line_end - end), end);
    S_replay(packed->bytes + start, length);
    at = start + length + 1;
  }
  return inputs;
}

static int S_is_packed(const char *path) {
  static const char ending[] = ".inputs";
  size_t length = strlen(path), of_ending = sizeof(ending) - 1;
  return length > of_ending && strcmp(path + length - of_ending, ending) == 0;
}

static size_t S_replay_file(const char *path) {
  text content = {0};
  size_t inputs = 1;
  text_add_file(&content, path);
  if (S_is_packed(path)) {
    inputs = S_replay_packed(path, &content);
  } else {
    fprintf(stderr, "%s\n", path);
    S_replay(content.bytes, content.length);
  }
  text_free(&content);
  return inputs;
}

static size_t S_replay_all(const char *path);

static size_t S_replay_folder(const char *path) {
  struct dirent **entries = NULL;
  int count = scandir(path, &entries, NULL, alphasort);
  size_t inputs = 0;
  for (int i = 0; i < count; i++) {
    text inner = {0};
    text_puts(&inner, path);
    text_puts(&inner, "/");
    text_puts(&inner, entries[i]->d_name);
    if (entries[i]->d_name[0] != '.')
      inputs += S_replay_all(inner.bytes);
    text_free(&inner);
    free(entries[i]);
  }
  free(entries);
  return inputs;
}

static size_t S_replay_all(const char *path) {
  struct stat info;
  if (stat(path, &info) != 0) {
    perror(path);
    exit(2);
  }
  return S_ISDIR(info.st_mode) ? S_replay_folder(path) : S_replay_file(path);
}

int main(int argc, char **argv) {
  size_t inputs = 0;
  for (int i = 1; i < argc; i++)
    inputs += S_replay_all(argv[i]);
  printf("%zu inputs replayed\n", inputs);
  return inputs > 0 ? 0 : 1;
}
