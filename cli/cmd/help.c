/* helhedsplan help: prints the help texts of the tables of commands and options. */
#include <string.h>

#include "cli/args/find_command.h"
#include "cli/cmd/cmd.h"
#include "cli/docs/command_examples.h"
#include "cli/docs/completion.h"
#include "cli/docs/manual.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/layout.h"

enum { INDENT = 2, COMMAND_COLUMN = 16, OPTION_COLUMN = 26, CODE_COLUMN = 5, EXAMPLE_COLUMN = 4 };

/* An item in the left column with its description to the right, or below if the item is too wide. */
static void S_put_two_columns(cli_text *out, const char *word, const char *about, size_t column) {
  size_t width = width_of(word);
  put_times(out, ' ', INDENT);
  put(out, word);
  if (INDENT + width + 2 > column) {
    put(out, "\n");
    put_times(out, ' ', column);
  } else {
    put_times(out, ' ', column - INDENT - width);
  }
  put_wrapped(out, about, column, SCREEN);
  put(out, "\n");
}

static void S_put_letter(cli_text *word, option_id id, const char *value) {
  const char letter[] = {option_letter(id), '\0'};
  if (letter[0] == '\0')
    return;
  put(word, ", -");
  put(word, letter);
  put(word, value == NULL ? "" : " ");
  put(word, value == NULL ? "" : value);
}

static void S_put_options(cli_text *out, const option_id *ids, int32_t lang) {
  for (; *ids != OPTION_END; ids++) {
    const cli_option *option = option_at(*ids);
    cli_text word = {0};
    put(&word, "--");
    put(&word, option->name);
    if (option->value != NULL) {
      put(&word, " ");
      put(&word, option->value);
    }
    S_put_letter(&word, *ids, option->value);
    S_put_two_columns(out, text_of(&word), hhp__in_lang(option->about, lang), OPTION_COLUMN);
    text_join(out, &word);
  }
}

static void S_put_codes(cli_text *out, const cli_command *command, int32_t lang) {
  const struct {
    const char *code;
    hhp__phrase text;
  } codes[] = {
      {"0", command->code_0.da != NULL ? command->code_0 : (hhp__phrase){"udført", "done"}},
      {"1", command->code_1},
      {"2", {"forkert brug", "usage error"}},
      {"3", {"en fil kunne ikke læses eller skrives", "a file could not be read or written"}},
      {"4", {"ikke mere hukommelse, eller en intern fejl", "out of memory, or an internal error"}},
  };
  put(out, in_lang(lang, "\nReturkoder:\n", "\nExit codes:\n"));
  for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
    if (codes[i].text.da != NULL)
      S_put_two_columns(out, codes[i].code, hhp__in_lang(codes[i].text, lang), CODE_COLUMN);
  }
}

/* The lines are for copying, so they are not wrapped. */
static void S_put_examples(cli_text *out, const char *command, int32_t lang) {
  const cli_command_example *usage;
  int is_first = 1;
  for (size_t i = 0; (usage = command_example_at(i)) != NULL; i++) {
    if (strcmp(usage->command, command) != 0)
      continue;
    put(out, is_first ? in_lang(lang, "\nEksempler:\n", "\nExamples:\n") : "");
    is_first = 0;
    put_times(out, ' ', INDENT);
    put_wrapped(out, hhp__in_lang(usage->about, lang), INDENT, SCREEN);
    put(out, ":\n");
    put_times(out, ' ', EXAMPLE_COLUMN);
    put(out, usage->line);
    put(out, "\n");
  }
}

static void S_put_command(cli_text *out, const cli_command *command, int32_t lang) {
  put_in_lang(out, lang, "Brug: helhedsplan %s [TILVALG]…%s%s\n\n%s.\n\n",
              "Usage: helhedsplan %s [OPTION]…%s%s\n\n%s.\n\n", command->name, command->operands[0] == '\0' ? "" : " ",
              command->operands, hhp__in_lang(command->summary, lang));
  put_paragraph(out, hhp__in_lang(command->about, lang), 0);
  put(out, in_lang(lang, "\nTilvalg:\n", "\nOptions:\n"));
  S_put_options(out, command->options, lang);
  S_put_options(out, common_options, lang);
  S_put_codes(out, command, lang);
  S_put_examples(out, command->name, lang);
}

static void S_put_commands(cli_text *out, int32_t lang) {
  put(out, in_lang(lang, "Brug: helhedsplan COMMAND [TILVALG]… [PATH]…\n\n",
                   "Usage: helhedsplan COMMAND [OPTION]… [PATH]…\n\n"));
  put_paragraph(
      out,
      in_lang(lang,
              "Kontrollerer og viser boligsociale helhedsplaner, skrevet som JSON, og beregner deres medfinansiering.",
              "Checks and shows Danish social development plans (boligsociale helhedsplaner), written as JSON, and "
              "calculates their co-financing."),
      0);
  put(out, in_lang(lang, "\nKommandoer:\n", "\nCommands:\n"));
  const cli_command *command;
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_two_columns(out, command->name, hhp__in_lang(command->summary, lang), COMMAND_COLUMN);
  put(out, "\n");
  put_paragraph(out,
                in_lang(lang, "»helhedsplan help COMMAND« viser en kommandos tilvalg, »helhedsplan --version« udgaven.",
                        "“helhedsplan help COMMAND” shows the options of a command, “helhedsplan --version” the "
                        "version."),
                0);
}

int help_print(int32_t lang, const cli_command *command) {
  cli_text out = {0};
  if (command == NULL)
    S_put_commands(&out, lang);
  else
    S_put_command(&out, command, lang);
  return write_text(lang, NULL, &out);
}

/* Prints the manual page or a completion script. */
static int S_print_manual_or_completion(const cli_args *args, const char *shell) {
  cli_text out = {0};
  if (shell != NULL && option_value(args, OPTION_MAN) != NULL)
    return error_usage(args, "--man og --completion kan ikke bruges sammen",
                       "--man and --completion cannot be used together");
  if (args->operand_count > 0)
    return error_usage(args, "for mange argumenter: »%s«", "too many arguments: “%s”", args->operands[0]);
  if (shell != NULL)
    put_completion(&out, args->lang, shell);
  else
    put_manual(&out, args->lang);
  return write_text(args->lang, NULL, &out);
}

int help_command(const cli_args *args) {
  const char *shell = option_value(args, OPTION_COMPLETION);
  if (shell != NULL || option_value(args, OPTION_MAN) != NULL)
    return S_print_manual_or_completion(args, shell);
  if (args->operand_count == 0)
    return help_print(args->lang, NULL);
  const cli_command *command = find_command(args->operands[0]);
  if (command == NULL)
    return error_no_command(args->lang, args->operands[0]);
  return help_print(args->lang, command);
}
