/* Reading --format, and refusing places that would lose something. */
#include "output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "complain.h"

const char *const output_report_words[] = {"text",         "json",   "markdown", "sarif", "junit",
                                           "junit-strict", "github", "gitlab",   NULL};
const char *const output_figures_words[] = {"text", "json", NULL};
const char *const output_diff_words[] = {"text", "json", "markdown", NULL};
const char *const output_rules_words[] = {"text", "json", "markdown", NULL};
const char *const output_explain_words[] = {"text", "markdown", NULL};

static int32_t S_format(const cli_option *option, const char *value) {
  size_t length = strcspn(value, "=");
  int32_t format = 1;
  for (const char *const *word = option->words; strlen(*word) != length || strncmp(*word, value, length) != 0; word++)
    format++;
  return format;
}

static const char *S_path(const char *value) {
  const char *path = strchr(value, '=');
  if (path == NULL || strcmp(path, "=-") == 0 || strcmp(path, "=/dev/stdout") == 0)
    return NULL;
  return path + 1;
}

enum { LONGEST_PATH = 4096 }; /* longer ones cannot be opened */

/* The folder that the file would be made in. */
static int S_stat_folder(const char *path, struct stat *into) {
  char folder[LONGEST_PATH];
  const char *slash = strrchr(path, '/');
  size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
  if (length >= sizeof(folder))
    return -1;
  memcpy(folder, path, length);
  folder[length] = '\0';
  return stat(length == 0 ? "." : folder, into);
}

static const char *S_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

/* Files that are not there yet are the same by their names and folders. */
static int S_same_file(const char *one, const char *other) {
  struct stat a, b;
  int is_there = stat(one, &a) == 0;
  if (strcmp(one, other) == 0)
    return 1;
  if (is_there != (stat(other, &b) == 0) || (is_there && !S_ISREG(a.st_mode)))
    return 0;
  if (!is_there &&
      (strcmp(S_name(one), S_name(other)) != 0 || S_stat_folder(one, &a) != 0 || S_stat_folder(other, &b) != 0))
    return 0;
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static int S_complain_read(const cli_args *args, const char *path) {
  return complain_usage(args, "%s skal læses og kan ikke overskrives med resultatet",
                        "%s is to be read, and cannot be overwritten with the result", path);
}

static int S_check_place(const cli_outputs *before, const cli_args *args, const char *path) {
  for (size_t i = 0; i < before->count; i++) {
    const char *other = before->items[i].path;
    if (path == NULL && other == NULL)
      return complain_usage(args, "kun ét format kan gå til standard output; giv de andre en fil: --format F=PATH",
                            "one format only can go to standard output; give the others a file: --format F=PATH");
    if (path != NULL && other != NULL && S_same_file(path, other))
      return complain_usage(args, "to formater kan ikke gå til samme fil: %s",
                            "two formats cannot go to the same file: %s", path);
  }
  if (path == NULL)
    return CODE_FINE;
  if (path[0] == '\0')
    return complain_usage(args, "--format: der mangler en fil efter »=«", "--format: a file is missing after “=”");
  const char *scheme = option_value(args, OPTION_SCHEME);
  int is_read = scheme != NULL && S_same_file(path, scheme);
  for (size_t i = 0; i < args->operand_count && !is_read; i++)
    is_read = S_same_file(path, args->operands[i]);
  return is_read ? S_complain_read(args, path) : CODE_FINE;
}

int outputs_check(const cli_outputs *outputs, const cli_args *args, const char *read) {
  for (size_t i = 0; i < outputs->count; i++) {
    const char *path = outputs->items[i].path;
    if (path != NULL && S_same_file(path, read))
      return S_complain_read(args, path);
  }
  return CODE_FINE;
}

int outputs_read(cli_outputs *into, const cli_args *args, option_id id) {
  *into = (cli_outputs){calloc(args->option_count + 1, sizeof(*into->items)), 0};
  if (into->items == NULL)
    return complain_fault(args->lang, HHP_ERR_NOMEM);
  for (size_t i = 0; i < args->option_count; i++) {
    if (args->options[i].id != id)
      continue;
    const char *value = args->options[i].value;
    cli_output output = {S_format(option_at(id), value), S_path(value)};
    int code = S_check_place(into, args, output.path);
    if (code != CODE_FINE)
      return code;
    into->items[into->count++] = output;
  }
  if (into->count == 0)
    into->items[into->count++] = (cli_output){HHP_FORMAT_TEXT, NULL};
  return CODE_FINE;
}

void outputs_free(cli_outputs *outputs) {
  free(outputs->items);
  outputs->items = NULL;
}
