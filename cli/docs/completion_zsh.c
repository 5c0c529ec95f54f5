/* Completion for zsh, with descriptions. */
#include <string.h>

#include "cli/args/commands.h"
#include "cli/docs/completion.h"
#include "cli/docs/completion_values.h"
#include "cli/print/lang.h"

static const char S_script_start[] =
    "#compdef helhedsplan\n"
    "# zsh completion for helhedsplan, written by: helhedsplan help --completion zsh\n"
    "\n"
    "_helhedsplan_plans() {\n"
    "  _files -g '*.json(-.)'\n"
    "}\n"
    "\n"
    "_helhedsplan_formats() {\n"
    "  if compset -P '*='; then\n"
    "    _files\n"
    "  else\n"
    "    compadd -- \"$@\"\n"
    "  fi\n"
    "}\n"
    "\n"
    "_helhedsplan_severities() {\n"
    "  if compset -P '*='; then\n"
    "    compadd -- \"$@\"\n"
    "  else\n"
    "    _helhedsplan_rules -S =\n"
    "  fi\n"
    "}\n"
    "\n"
    "_helhedsplan_schemes_or_files() {\n"
    "  _alternative 'schemes:scheme:_helhedsplan_schemes' 'files:file:_helhedsplan_plans'\n"
    "}\n"
    "\n"
    "_helhedsplan_tables_or_plans() {\n"
    "  _alternative 'tables:table:_helhedsplan_tables' 'files:file:_helhedsplan_plans'\n"
    "}\n";

static void S_put_candidate(cli_text *out, const char *name, const char *about) {
  cli_text entry = {0};
  put(&entry, name);
  put(&entry, ":");
  put(&entry, about);
  put(out, "    ");
  put_quoted(out, text_of(&entry), "'\\''");
  put(out, "\n");
  text_join(out, &entry);
}

static void S_put_lists(cli_text *out, int32_t lang) {
  const cli_command *command;
  put(out, "\n_helhedsplan_commands() {\n  local -a commands=(\n");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_candidate(out, command->name, hhp__in_lang(command->summary, lang));
  put(out, "  )\n  _describe -t commands command commands \"$@\"\n}\n"
           "\n_helhedsplan_schemes() {\n  local -a schemes=(\n");
  for (size_t i = 0; i < hhp_scheme_count(); i++)
    S_put_candidate(out, hhp_scheme_id(hhp_scheme_at(i)),
                    in_lang(lang, hhp_scheme_title_da(hhp_scheme_at(i)), hhp_scheme_title_en(hhp_scheme_at(i))));
  put(out, "  )\n  _describe -t schemes scheme schemes \"$@\"\n}\n"
           "\n_helhedsplan_tables() {\n  local -a tables=(\n");
  for (size_t i = 0; i < hhp_table_count(); i++)
    S_put_candidate(out, hhp_table_name(hhp_table_at(i)), hhp_table_title(hhp_table_at(i), lang));
  put(out, "  )\n  _describe -t tables table tables \"$@\"\n}\n"
           "\n_helhedsplan_rules() {\n  local -a rules=(\n");
  for (size_t i = 0; i < hhp_rule_count(); i++)
    S_put_candidate(out, hhp_rule_id(hhp_rule_at(i)), hhp_rule_title(hhp_rule_at(i), lang));
  put(out, "  ) slugs=(\n");
  for (size_t i = 0; i < hhp_rule_count(); i++)
    S_put_candidate(out, hhp_rule_slug(hhp_rule_at(i)), hhp_rule_id(hhp_rule_at(i)));
  put(out, "  )\n  _describe -t rules rule rules \"$@\" -- slugs \"$@\"\n}\n");
}

/* The action for _arguments. A space before a function keeps _arguments from passing it arguments. */
static void S_put_action(cli_text *out, value_kind kind, const char *const *words) {
  static const char *const actions[] = {
      [VALUE_NONE] = "",
      [VALUE_ANY] = " ",
      [VALUE_WORD] = "(",
      [VALUE_FORMAT] = " _helhedsplan_formats",
      [VALUE_PLAN] = "_helhedsplan_plans",
      [VALUE_FILE] = "_files",
      [VALUE_SCHEME] = "_helhedsplan_schemes_or_files",
      [VALUE_RULE] = "_helhedsplan_rules",
      [VALUE_RULE_SEVERITY] = " _helhedsplan_severities",
      [VALUE_COMMAND] = "_helhedsplan_commands",
      [VALUE_TABLE] = "_helhedsplan_tables_or_plans",
  };
  put(out, actions[kind]);
  if (kind == VALUE_RULE_SEVERITY)
    words = completion_severities;
  for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
    put(out, i == 0 && kind == VALUE_WORD ? "" : " ");
    put(out, words[i]);
  }
  put(out, kind == VALUE_WORD ? ")" : "");
}

/* Escapes brackets and colons. */
static void S_put_escaped(cli_text *out, const char *words) {
  for (; *words != '\0'; words++) {
    if (strchr("[]:\\", *words) != NULL)
      put(out, "\\");
    put_bytes(out, words, 1);
  }
}

static void S_put_spec(cli_text *out, const char *dashes, const char *name, const cli_option *option, int32_t lang) {
  cli_text spec = {0}, brief = {0};
  put_brief(&brief, hhp__in_lang(option->about, lang));
  put(&spec, is_repeatable(option) ? "*" : "");
  put(&spec, dashes);
  put(&spec, name);
  if (option->value != NULL)
    put(&spec, dashes[1] == '-' ? "=" : "+");
  put(&spec, "[");
  S_put_escaped(&spec, text_of(&brief));
  put(&spec, "]");
  if (option->value != NULL) {
    put(&spec, ":");
    S_put_escaped(&spec, option->value);
    put(&spec, ":");
    S_put_action(&spec, kind_of_option(option), option->words);
  }
  put(out, " \\\n        ");
  put_quoted(out, text_of(&spec), "'\\''");
  text_join(out, &spec);
  text_join(out, &brief);
}

static void S_put_option(cli_text *out, option_id id, int32_t lang) {
  const char letter[] = {option_letter(id), '\0'};
  if (letter[0] != '\0')
    S_put_spec(out, "-", letter, option_at(id), lang);
  S_put_spec(out, "--", option_at(id)->name, option_at(id), lang);
}

enum { MOST_NUMBERED = 2 }; /* most operands described one by one */

static void S_put_operand(cli_text *out, const cli_command *command, size_t number) {
  int is_any = command->most_operands > MOST_NUMBERED;
  if (is_any && number > 1)
    return;
  put(out, " \\\n        '");
  if (is_any)
    put(out, "*");
  else
    put_number(out, (int64_t)number);
  put(out, ":");
  S_put_escaped(out, command->operands);
  put(out, ":");
  S_put_action(out, kind_of_operands(command), command->operand_words);
  put(out, "'");
}

static void S_put_command(cli_text *out, const cli_command *command, int32_t lang) {
  put(out, "    ");
  put(out, command->name);
  put(out, ")\n      _arguments -s");
  for (const option_id *id = command->options; *id != OPTION_END; id++)
    S_put_option(out, *id, lang);
  for (const option_id *id = common_options; *id != OPTION_END; id++)
    S_put_option(out, *id, lang);
  for (size_t number = 1; number <= command->most_operands && number <= MOST_NUMBERED; number++)
    S_put_operand(out, command, number);
  put(out, "\n      ;;\n");
}

void put_completion_zsh(cli_text *out, int32_t lang) {
  const cli_command *command;
  put(out, S_script_start);
  S_put_lists(out, lang);
  put(out, "\n_helhedsplan() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  _arguments -C");
  S_put_option(out, OPTION_LANG, lang);
  S_put_option(out, OPTION_HELP, lang);
  put(out, " \\\n        '--version[");
  put(out, in_lang(lang, "Vis udgaven", "Show the version"));
  put(out, "]' \\\n        '1:COMMAND:_helhedsplan_commands' \\\n        '*::argument:->arguments' && return\n"
           "  [[ $state == arguments ]] || return\n  case $line[1] in\n");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_command(out, command, lang);
  put(out, "  esac\n}\n\n"
           "if [[ $funcstack[1] == _helhedsplan ]]; then\n  _helhedsplan \"$@\"\nelse\n  compdef _helhedsplan "
           "helhedsplan\nfi\n");
}
