/* Reads files, pipes and standard input into memory, up to a limit. */
#include "cli/files/input.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#include "cli/args/parse_number.h"
#include "cli/print/error.h"

static const size_t S_default_limit = HHP__LARGEST_FILE;

const char *input_name(const char *path) {
  return strcmp(path, "-") == 0 ? "standard input" : path;
}

static const char *S_reason(const cli_args *args, const char *path, int error) {
  if (error == INPUT_NO_PLANS)
    return in_lang(args->lang, "mappen har ingen filer med navnet *.helhedsplan.json",
                   "the folder has no files named *.helhedsplan.json");
  if (path[0] == '\0')
    return in_lang(args->lang, "stien er tom", "the path is empty");
  if (error == HHP__FILE_IS_FOLDER && strcmp(path, "-") != 0)
    return in_lang(args->lang, "er en mappe; angiv filerne i den", "is a folder; name the files in it");
  return hhp__file_read_reason((hhp__file_error)error, args->lang);
}

int input_refuse(cli_input *into, const cli_args *args, const char *path, int error) {
  into->why = error == INPUT_NO_PLANS ? HHP_ERR_NO_FILE : hhp__file_status((hhp__file_error)error);
  const char *name = path[0] != '\0' ? input_name(path) : in_lang(args->lang, "»«", "“”");
  error_print(args->lang, "kan ikke læse %s: %s", "cannot read %s: %s", name, S_reason(args, path, error));
  return CODE_FILE;
}

int input_limit(const cli_args *args, size_t *limit) {
  const char *value = option_value(args, OPTION_MAX_SIZE);
  *limit = S_default_limit;
  if (value == NULL || parse_size(value, limit) == 0)
    return CODE_FINE;
  return error_usage(
      args, "--max-size: »%s« er ikke en gyldig størrelse; skriv et antal byte som 1000, 64K, 256M eller 1G",
      "--max-size: “%s” is not a valid size; write a number of bytes such as 1000, 64K, 256M or 1G", value);
}

static int S_refuse_larger(cli_input *into, const cli_args *args, const char *path, size_t limit) {
  into->why = HHP_ERR_TOO_LARGE;
  error_print(args->lang, "kan ikke læse %s: filen er større end grænsen på %zu byte (--max-size)",
              "cannot read %s: the file is larger than the limit of %zu bytes (--max-size)", input_name(path), limit);
  return CODE_FILE;
}

int input_read(cli_input *into, const cli_args *args, const char *path) {
  *into = (cli_input){NULL, 0, HHP_OK};
  size_t limit;
  int code = input_limit(args, &limit);
  if (code != CODE_FINE)
    return code;
  hhp__file_error error = strcmp(path, "-") == 0 ? hhp__read_standard_input(limit, &into->bytes, &into->length)
                                                 : hhp__read_file(path, limit, &into->bytes, &into->length);
  if (error == HHP__FILE_FINE)
    return CODE_FINE;
  if (error == HHP__FILE_NO_MEMORY)
    return error_status(args->lang, HHP_ERR_NOMEM);
  return error == HHP__FILE_OVER_LIMIT ? S_refuse_larger(into, args, path, limit)
                                       : input_refuse(into, args, path, (int)error);
}

void input_free(cli_input *input) {
  free(input->bytes);
  input->bytes = NULL;
  input->length = 0;
}
