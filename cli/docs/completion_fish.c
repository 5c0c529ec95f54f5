/* Completion for fish, with descriptions. */
#include "cli/args/commands.h"
#include "cli/docs/completion.h"
#include "cli/docs/completion_values.h"
#include "cli/print/lang.h"

static const char S_script_start[] =
    "# fish completion for helhedsplan, written by: helhedsplan help --completion fish\n"
    "\n"
    "# Whether the line has this command; without argument, whether it has none.\n"
    "function __helhedsplan_is\n"
    "    set -l words (commandline -opc)\n"
    "    set -e words[1]\n"
    "    while set -q words[1]\n"
    "        switch $words[1]\n"
    "            case --lang\n"
    "                set -e words[1]\n"
    "            case '-*'\n"
    "            case '*'\n"
    "                break\n"
    "        end\n"
    "        set -e words[1]\n"
    "    end\n"
    "    test \"$words[1]\" = \"$argv\"\n"
    "end\n"
    "\n"
    "# The formats, and files after =.\n"
    "function __helhedsplan_formats\n"
    "    set -l so_far (commandline -ct | string replace -r '^--format=' '')\n"
    "    set -l parts (string split -m 1 = -- $so_far)\n"
    "    if set -q parts[2]\n"
    "        printf '%s\\n' $parts[1]=(__fish_complete_path $parts[2] '')\n"
    "    else\n"
    "        printf '%s\\n' $argv\n"
    "    end\n"
    "end\n";

static void S_put_candidate(cli_text *out, const char *word, const char *about) {
  cli_text line = {0};
  put(&line, word);
  put(&line, "\t");
  put(&line, about);
  put(out, "        ");
  put_quoted(out, text_of(&line), "\\'");
  put(out, " \\\n");
  text_join(out, &line);
}

static void S_put_lists(cli_text *out, int32_t lang) {
  const cli_command *command;
  put(out, "\nfunction __helhedsplan_commands\n    printf '%s\\n' \\\n");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_candidate(out, command->name, hhp__in_lang(command->summary, lang));
  put(out, "        ''\nend\n\nfunction __helhedsplan_schemes\n    printf '%s\\n' \\\n");
  for (size_t i = 0; i < hhp_scheme_count(); i++)
    S_put_candidate(out, hhp_scheme_id(hhp_scheme_at(i)),
                    in_lang(lang, hhp_scheme_title_da(hhp_scheme_at(i)), hhp_scheme_title_en(hhp_scheme_at(i))));
  put(out, "        ''\nend\n\nfunction __helhedsplan_tables\n    printf '%s\\n' \\\n");
  for (size_t i = 0; i < hhp_table_count(); i++)
    S_put_candidate(out, hhp_table_name(hhp_table_at(i)), hhp_table_title(hhp_table_at(i), lang));
  put(out, "        ''\nend\n\nfunction __helhedsplan_rules\n    printf '%s\\n' \\\n");
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    S_put_candidate(out, hhp_rule_id(hhp_rule_at(i)), hhp_rule_title(hhp_rule_at(i), lang));
    S_put_candidate(out, hhp_rule_slug(hhp_rule_at(i)), hhp_rule_id(hhp_rule_at(i)));
  }
  put(out, "        ''\nend\n\nfunction __helhedsplan_severities\n"
           "    for rule in (__helhedsplan_rules | string match -r '^[^\\t]+')\n"
           "        printf \"$rule=%s\\n\"");
  for (size_t i = 0; completion_severities[i] != NULL; i++) {
    put(out, " ");
    put(out, completion_severities[i]);
  }
  put(out, "\n    end\nend\n\n");
}

/* The arguments of complete for a value. */
static void S_put_value_arguments(cli_text *out, value_kind kind, const char *const *words) {
  static const char *const arguments[] = {
      [VALUE_NONE] = "",
      [VALUE_ANY] = " -x",
      [VALUE_WORD] = " -x -a '",
      [VALUE_FORMAT] = " -x -a '(__helhedsplan_formats ",
      [VALUE_PLAN] = " -k -a '(__fish_complete_suffix .json)'",
      [VALUE_FILE] = " -r -F",
      [VALUE_SCHEME] = " -r -F -a '(__helhedsplan_schemes)'",
      [VALUE_RULE] = " -x -a '(__helhedsplan_rules)'",
      [VALUE_RULE_SEVERITY] = " -x -a '(__helhedsplan_severities)'",
      [VALUE_COMMAND] = " -x -a '(__helhedsplan_commands)'",
      [VALUE_TABLE] = " -k -a '(__helhedsplan_tables; __fish_complete_suffix .json)'",
  };
  put(out, arguments[kind]);
  for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
    put(out, i == 0 ? "" : " ");
    put(out, words[i]);
  }
  put(out, kind == VALUE_FORMAT ? ")" : "");
  put(out, words != NULL ? "'" : "");
}

static void S_put_option(cli_text *out, const char *command, option_id id, int32_t lang) {
  const cli_option *option = option_at(id);
  const char letter[] = {option_letter(id), '\0'};
  cli_text brief = {0};
  put_brief(&brief, hhp__in_lang(option->about, lang));
  put(out, "complete -c helhedsplan -n '__helhedsplan_is ");
  put(out, command);
  put(out, "' -l ");
  put(out, option->name);
  put(out, letter[0] == '\0' ? "" : " -s ");
  put(out, letter);
  S_put_value_arguments(out, kind_of_option(option), option->words);
  put(out, " -d ");
  put_quoted(out, text_of(&brief), "\\'");
  put(out, "\n");
  text_join(out, &brief);
}

static void S_put_command(cli_text *out, const cli_command *command, int32_t lang) {
  put(out, "\n");
  for (const option_id *id = command->options; *id != OPTION_END; id++)
    S_put_option(out, command->name, *id, lang);
  for (const option_id *id = common_options; *id != OPTION_END; id++)
    S_put_option(out, command->name, *id, lang);
  value_kind kind = kind_of_operands(command);
  if (kind == VALUE_NONE)
    return;
  put(out, "complete -c helhedsplan -n '__helhedsplan_is ");
  put(out, command->name);
  put(out, "'");
  S_put_value_arguments(out, kind, command->operand_words);
  put(out, "\n");
}

void put_completion_fish(cli_text *out, int32_t lang) {
  const cli_command *command;
  put(out, S_script_start);
  S_put_lists(out, lang);
  put(out, "complete -c helhedsplan -f\n"
           "complete -c helhedsplan -n __helhedsplan_is -a '(__helhedsplan_commands)'\n"
           "complete -c helhedsplan -n __helhedsplan_is -l version -d '");
  put(out, in_lang(lang, "Vis udgaven", "Show the version"));
  put(out, "'\n");
  for (const option_id *id = common_options; *id != OPTION_END; id++)
    S_put_option(out, "", *id, lang);
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_command(out, command, lang);
}
