/* Completion for bash. It shows no descriptions, so the language does not matter. */
#include "cli/args/commands.h"
#include "cli/docs/completion.h"
#include "cli/docs/completion_values.h"

static const char S_script_start[] =
    "# bash completion for helhedsplan, written by: helhedsplan help --completion bash\n"
    "\n"
    "# Completes with the words that start with the given text.\n"
    "_helhedsplan_words() {\n"
    "  local word so_far=$1\n"
    "  shift\n"
    "  for word in \"$@\"; do\n"
    "    [[ $word == \"$so_far\"* ]] && COMPREPLY+=(\"$word\")\n"
    "  done\n"
    "}\n"
    "\n"
    "# Completes with folders, and files that match the pattern.\n"
    "_helhedsplan_files() {\n"
    "  local file\n"
    "  while IFS= read -r file; do\n"
    "    COMPREPLY+=(\"$file\")\n"
    "  done < <({\n"
    "    compgen -f -X \"!$2\" -- \"$1\"\n"
    "    compgen -d -- \"$1\"\n"
    "  } | LC_ALL=C sort -u)\n"
    "  compopt -o filenames 2>/dev/null\n"
    "}\n";

static const char S_script_complete[] =
    "\n"
    "# Completes a value: KIND [WORD...].\n"
    "_helhedsplan_complete() {\n"
    "  local so_far=$1 kind=$2\n"
    "  shift 2\n"
    "  case $kind in\n"
    "    words) _helhedsplan_words \"$so_far\" \"$@\" ;;\n"
    "    formats)\n"
    "      if [[ $so_far == *=* ]]; then\n"
    "        _helhedsplan_files \"${so_far#*=}\" '*'\n"
    "      else\n"
    "        _helhedsplan_words \"$so_far\" \"$@\"\n"
    "      fi\n"
    "      ;;\n"
    "    plans) _helhedsplan_files \"$so_far\" '*.json' ;;\n"
    "    files) _helhedsplan_files \"$so_far\" '*' ;;\n"
    "    schemes)\n"
    "      _helhedsplan_words \"$so_far\" $_helhedsplan_schemes\n"
    "      _helhedsplan_files \"$so_far\" '*.json'\n"
    "      ;;\n"
    "    tables)\n"
    "      _helhedsplan_words \"$so_far\" $_helhedsplan_tables\n"
    "      _helhedsplan_files \"$so_far\" '*.json'\n"
    "      ;;\n"
    "    rules) _helhedsplan_words \"$so_far\" $_helhedsplan_rules ;;\n"
    "    severities)\n"
    "      if [[ $so_far == *=* ]]; then\n"
    "        _helhedsplan_words \"${so_far#*=}\" $_helhedsplan_severities\n"
    "      else\n"
    "        _helhedsplan_words \"$so_far\" $_helhedsplan_rules\n"
    "        [[ ${#COMPREPLY[@]} == 1 ]] && COMPREPLY[0]+='=' && compopt -o nospace 2>/dev/null\n"
    "      fi\n"
    "      ;;\n"
    "    commands) _helhedsplan_words \"$so_far\" $_helhedsplan_commands ;;\n"
    "  esac\n"
    "}\n";

/* Bash splits "--format=json" into three words and completes the last one; if "=" is not in COMP_WORDBREAKS, it
 * completes the whole word. */
static const char S_script_end[] =
    "\n"
    "_helhedsplan() {\n"
    "  local words=() word last='' i command='' cur before='' kind=()\n"
    "  COMPREPLY=()\n"
    "  for ((i = 1; i <= COMP_CWORD; i++)); do\n"
    "    word=${COMP_WORDS[i]}\n"
    "    if [[ ${#words[@]} -gt 0 && ($word == '=' || $last == '=') ]]; then\n"
    "      words[${#words[@]} - 1]+=$word\n"
    "    else\n"
    "      words+=(\"$word\")\n"
    "    fi\n"
    "    last=$word\n"
    "  done\n"
    "  local count=${#words[@]}\n"
    "  cur=${words[count - 1]}\n"
    "  for ((i = 0; i < count - 1; i++)); do\n"
    "    case ${words[i]} in\n"
    "      --lang) ((i++)) ;;\n"
    "      -*) ;;\n"
    "      *)\n"
    "        command=${words[i]}\n"
    "        break\n"
    "        ;;\n"
    "    esac\n"
    "  done\n"
    "  for ((; i < count - 1; i++)); do\n"
    "    [[ ${words[i]} == -- ]] && break\n"
    "  done\n"
    "  if ((i < count - 1)); then\n"
    "    _helhedsplan_operands \"$command\"\n"
    "    _helhedsplan_complete \"$cur\" \"${kind[@]}\"\n"
    "    return\n"
    "  fi\n"
    "  if [[ $cur == --*=* ]]; then\n"
    "    _helhedsplan_value \"$command\" \"${cur%%=*}\"\n"
    "    before=${cur%%=*}=\n"
    "    cur=${cur#*=}\n"
    "  elif ((count > 1)) && _helhedsplan_value \"$command\" \"${words[count - 2]}\"; then\n"
    "    :\n"
    "  elif [[ $cur == -* ]]; then\n"
    "    _helhedsplan_options \"$command\"\n"
    "  elif [[ $command ]]; then\n"
    "    _helhedsplan_operands \"$command\"\n"
    "  else\n"
    "    kind=(commands)\n"
    "  fi\n"
    "  _helhedsplan_complete \"$cur\" \"${kind[@]}\"\n"
    "  if [[ $COMP_WORDBREAKS != *=* ]]; then\n"
    "    [[ $cur == *=* && ${kind[0]} != words ]] && before+=${cur%%=*}=\n"
    "    for i in \"${!COMPREPLY[@]}\"; do\n"
    "      COMPREPLY[i]=$before${COMPREPLY[i]}\n"
    "    done\n"
    "  fi\n"
    "}\n"
    "\n"
    "complete -F _helhedsplan helhedsplan\n";

static const char *const S_kind_words[] = {
    [VALUE_NONE] = "nothing",     [VALUE_ANY] = "anything", [VALUE_WORD] = "words",
    [VALUE_FORMAT] = "formats",   [VALUE_PLAN] = "plans",   [VALUE_FILE] = "files",
    [VALUE_SCHEME] = "schemes",   [VALUE_RULE] = "rules",   [VALUE_RULE_SEVERITY] = "severities",
    [VALUE_COMMAND] = "commands", [VALUE_TABLE] = "tables",
};

static void S_put_lists(cli_text *out) {
  const cli_command *command;
  put(out, "\n_helhedsplan_commands='");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
    put(out, i == 0 ? "" : " ");
    put(out, command->name);
  }
  put(out, "'\n_helhedsplan_schemes='");
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    put(out, i == 0 ? "" : " ");
    put(out, hhp_scheme_id(hhp_scheme_at(i)));
  }
  put(out, "'\n_helhedsplan_tables='");
  for (size_t i = 0; i < hhp_table_count(); i++) {
    put(out, i == 0 ? "" : " ");
    put(out, hhp_table_name(hhp_table_at(i)));
  }
  put(out, "'\n_helhedsplan_severities='");
  for (size_t i = 0; completion_severities[i] != NULL; i++) {
    put(out, i == 0 ? "" : " ");
    put(out, completion_severities[i]);
  }
  put(out, "'\n_helhedsplan_rules='");
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    put(out, "\n");
    put(out, hhp_rule_id(hhp_rule_at(i)));
    put(out, " ");
    put(out, hhp_rule_slug(hhp_rule_at(i)));
  }
  put(out, "'\n");
}

static void S_put_kind(cli_text *out, value_kind kind, const char *const *words) {
  put(out, ") kind=(");
  put(out, S_kind_words[kind]);
  for (; words != NULL && *words != NULL; words++) {
    put(out, " ");
    put(out, *words);
  }
  put(out, ") ;;\n");
}

static void S_put_option_value(cli_text *out, const cli_command *command, option_id id) {
  const cli_option *option = option_at(id);
  if (option->value == NULL)
    return;
  const char letter[] = {option_letter(id), '\0'};
  put(out, "    '");
  put(out, command == NULL ? "" : command->name);
  put(out, " --");
  put(out, option->name);
  if (letter[0] != '\0' && command != NULL) {
    put(out, "' | '");
    put(out, command->name);
    put(out, " -");
    put(out, letter);
  }
  put(out, "'");
  S_put_kind(out, kind_of_option(option), option->words);
}

static void S_put_values(cli_text *out) {
  const cli_command *command;
  put(out, "\n# The kind of value of an option; 1: none.\n_helhedsplan_value() {\n  case \"$1 $2\" in\n");
  S_put_option_value(out, NULL, OPTION_LANG);
  for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
    const option_id *lists[] = {command->options, common_options};
    for (size_t k = 0; k < 2; k++) {
      for (const option_id *id = lists[k]; *id != OPTION_END; id++)
        S_put_option_value(out, command, *id);
    }
  }
  put(out, "    *) return 1 ;;\n  esac\n}\n");
}

static void S_put_operands(cli_text *out) {
  const cli_command *command;
  put(out, "\n_helhedsplan_operands() {\n  case $1 in\n");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
    put(out, "    ");
    put(out, command->name);
    S_put_kind(out, kind_of_operands(command), command->operand_words);
  }
  put(out, "  esac\n}\n");
}

static void S_put_options(cli_text *out) {
  const cli_command *command;
  put(out, "\n_helhedsplan_options() {\n  case $1 in\n    '') kind=(words --help --lang --version) ;;\n");
  for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
    const option_id *lists[] = {command->options, common_options};
    put(out, "    ");
    put(out, command->name);
    put(out, ") kind=(words");
    for (size_t k = 0; k < 2; k++) {
      for (const option_id *id = lists[k]; *id != OPTION_END; id++) {
        put(out, " --");
        put(out, option_at(*id)->name);
      }
    }
    put(out, ") ;;\n");
  }
  put(out, "  esac\n}\n");
}

void put_completion_bash(cli_text *out, int32_t lang) {
  (void)lang;
  put(out, S_script_start);
  S_put_lists(out);
  S_put_values(out);
  S_put_operands(out);
  S_put_options(out);
  put(out, S_script_complete);
  put(out, S_script_end);
}
