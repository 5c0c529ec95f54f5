/* helhedsplan: checks and shows social development plans. */
#include <string.h>

#include "cli/args/find_command.h"
#include "cli/args/language.h"
#include "cli/cmd/cmd.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/system/system.h"

static int S_print_version(int32_t lang) {
  cli_text out = {0};
  put(&out, "helhedsplan ");
  put(&out, hhp_version_string());
  put(&out, "\n");
  return write_text(lang, NULL, &out);
}

static const struct {
  const char *name; /* as in the table of args/commands.c */
  int (*run)(const cli_args *args);
} S_functions[] = {
    {"validate", validate_command}, {"show", show_command},     {"cofinancing", cofinancing_command},
    {"fmt", fmt_command},           {"init", init_command},     {"diff", diff_command},
    {"table", table_command},       {"rules", rules_command},   {"explain", explain_command},
    {"schemes", schemes_command},   {"schema", schema_command}, {"help", help_command},
};

static int S_run_command(const cli_args *args) {
  for (size_t i = 0; i < sizeof(S_functions) / sizeof(S_functions[0]); i++) {
    if (strcmp(S_functions[i].name, args->command->name) == 0)
      return S_functions[i].run(args);
  }
  return error_status(args->lang, HHP_ERR_NOT_FOUND);
}

static int S_read_and_run(const cli_command *command, int32_t lang, int count, char **words) {
  cli_args args;
  int code = command_line_read(&args, command, lang, count, words);
  if (code == CODE_FINE)
    code = option_value(&args, OPTION_HELP) != NULL ? help_print(lang, command) : S_run_command(&args);
  command_line_free(&args);
  return code;
}

static int S_is_lang(const char *word) {
  return strcmp(word, "--lang") == 0 || strncmp(word, "--lang=", 7) == 0;
}

int main(int count, char **words) {
  if (system_begin(&count, &words) != 0)
    return error_status(HHP_LANG_EN, HHP_ERR_NOMEM);
  int32_t lang = find_language(count, words);

  int at = 1;
  while (at < count && S_is_lang(words[at]))
    at += words[at][6] == '=' ? 1 : 2;
  if (at >= count) {
    cli_args none = {.lang = lang};
    return error_usage(&none, "der mangler en kommando", "no command given");
  }
  if (strcmp(words[at], "--version") == 0)
    return S_print_version(lang);
  if (strcmp(words[at], "--help") == 0 || strcmp(words[at], "-h") == 0)
    return help_print(lang, NULL);
  const cli_command *command = find_command(words[at]);
  if (command == NULL)
    return error_no_command(lang, words[at]);
  for (int i = at; i > 1; i--) /* moves a --lang that precedes the command to after it */
    words[i] = words[i - 1];
  return S_read_and_run(command, lang, count - 2, words + 2);
}
