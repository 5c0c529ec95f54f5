/* Parses --format, and rejects destinations that would overwrite input or each other. */
#include "cli/args/format_options.h"

#include <stdlib.h>
#include <string.h>

#include "cli/print/error.h"
#include "cli/system/system.h"

/* The HHP_FORMAT constant of F in F[=PATH], which the parser has found among the words of the option. */
static int32_t S_format_of(const char *value) {
  const hhp_enum *formats = hhp_enum_find("format");
  size_t length = strcspn(value, "=");
  for (size_t i = 0; i < hhp_enum_word_count(formats); i++) {
    const char *word = hhp_enum_word_at(formats, i);
    if (strlen(word) == length && memcmp(word, value, length) == 0)
      return hhp_enum_number_at(formats, i);
  }
  return HHP_FORMAT_TEXT;
}

static const char *S_path_of(const char *value) {
  const char *path = strchr(value, '=');
  if (path == NULL || strcmp(path, "=-") == 0 || strcmp(path, "=/dev/stdout") == 0)
    return NULL;
  return path + 1;
}

/* NULL is standard output. */
static int S_is_same_destination(const char *path, const char *other) {
  if (path == NULL || other == NULL)
    return system_is_output(path == NULL ? other : path);
  return system_is_same_file(path, other);
}

/* "-" is standard input. */
static int S_is_read_from(const char *operand, const char *path) {
  return strcmp(operand, "-") == 0 ? system_is_input(path) : system_is_same_file(path, operand);
}

static int S_error_is_input(const cli_args *args, const char *path) {
  return error_usage(args, "%s er en inputfil og kan ikke overskrives med resultatet",
                     "%s is an input file and cannot be overwritten with the result", path);
}

static int S_check_destination(const cli_outputs *before, const cli_args *args, const char *path) {
  for (size_t i = 0; i < before->count; i++) {
    const char *other = before->items[i].path;
    if (path == NULL && other == NULL)
      return error_usage(args, "kun ét format kan skrives til standard output; giv de andre en fil: --format F=PATH",
                         "only one format can be written to standard output; give the others a file: --format F=PATH");
    if (S_is_same_destination(path, other))
      return error_usage(args, "to formater kan ikke skrives til samme fil: %s",
                         "two formats cannot be written to the same file: %s", path == NULL ? other : path);
  }
  if (path == NULL)
    return CODE_FINE;
  if (path[0] == '\0')
    return error_usage(args, "--format: der mangler en fil efter »=«", "--format: missing file after “=”");
  const char *scheme = option_value(args, OPTION_SCHEME);
  int is_read = scheme != NULL && S_is_read_from(scheme, path);
  for (size_t i = 0; i < args->operand_count && !is_read; i++)
    is_read = S_is_read_from(args->operands[i], path);
  return is_read ? S_error_is_input(args, path) : CODE_FINE;
}

int outputs_check(const cli_outputs *outputs, const cli_args *args, const char *input) {
  for (size_t i = 0; i < outputs->count; i++) {
    const char *path = outputs->items[i].path;
    if (path != NULL && system_is_same_file(path, input))
      return S_error_is_input(args, path);
  }
  return CODE_FINE;
}

int outputs_read(cli_outputs *into, const cli_args *args, option_id id) {
  *into = (cli_outputs){calloc(args->option_count + 1, sizeof(*into->items)), 0};
  if (into->items == NULL)
    return error_status(args->lang, HHP_ERR_NOMEM);
  for (size_t i = 0; i < args->option_count; i++) {
    if (args->options[i].id != id)
      continue;
    const char *value = args->options[i].value;
    cli_output output = {S_format_of(value), S_path_of(value)};
    int code = S_check_destination(into, args, output.path);
    if (code != CODE_FINE)
      return code;
    into->items[into->count++] = output;
  }
  if (into->count == 0)
    into->items[into->count++] = (cli_output){S_format_of(option_at(id)->words[0]), NULL};
  return CODE_FINE;
}

void outputs_free(cli_outputs *outputs) {
  free(outputs->items);
  outputs->items = NULL;
}
