/* Parses the command line by the tables of options and commands. */
#include "cli/args/command_line.h"

#include <stdlib.h>
#include <string.h>

#include "cli/args/nearest_word.h"
#include "cli/print/error.h"

int error_usage(const cli_args *args, const char *da, const char *en, ...) {
  va_list list;
  va_start(list, en);
  error_print_with(args->lang, da, en, list);
  va_end(list);
  const char *name = args->command == NULL ? NULL : args->command->name;
  error_print(args->lang, "se »helhedsplan help%s%s«", "see “helhedsplan help%s%s”", name == NULL ? "" : " ",
              name == NULL ? "" : name);
  return CODE_USAGE;
}

int error_unknown(const cli_args *args, const char *da, const char *en, const char *word, const char *meant) {
  if (meant == NULL)
    return error_usage(args, "%s: »%s«", "%s: “%s”", in_lang(args->lang, da, en), word);
  return error_usage(args, "%s: »%s«; mente du »%s«?", "%s: “%s”; did you mean “%s”?", in_lang(args->lang, da, en),
                     word, meant);
}

static const option_id *S_find_option(const option_id *list, const char *name, size_t length) {
  for (; *list != OPTION_END; list++) {
    const char *known = option_at(*list)->name;
    if (strlen(known) == length && strncmp(known, name, length) == 0)
      return list;
  }
  return NULL;
}

enum { LONGEST_WORD = 64 };

/* Copies the part before "=" to the buffer; "" if it is longer than any known word. */
static const char *S_copy_before_equals(const char *word, char buffer[LONGEST_WORD]) {
  size_t length = strcspn(word, "=");
  if (length >= LONGEST_WORD)
    length = 0;
  memcpy(buffer, word, length);
  buffer[length] = '\0';
  return buffer;
}

static int S_unknown_option(const cli_args *into, const char *word) {
  const option_id *lists[] = {into->command->options, common_options};
  char buffer[LONGEST_WORD];
  cli_nearest near = nearest_to(S_copy_before_equals(word + strspn(word, "-"), buffer));
  for (size_t i = 0; i < 2; i++) {
    for (const option_id *id = lists[i]; *id != OPTION_END; id++)
      nearest_try(&near, option_at(*id)->name);
  }
  if (near.best == NULL)
    return error_usage(into, "ukendt tilvalg: »%s«", "unknown option: “%s”", word);
  return error_usage(into, "ukendt tilvalg: »%s«; mente du »--%s«?", "unknown option: “%s”; did you mean “--%s”?", word,
                     near.best);
}

static int S_unknown_value(const cli_args *into, const cli_option *option, const char *value) {
  cli_text words = {0};
  for (const char *const *word = option->words; *word != NULL; word++) {
    put(&words, word == option->words ? "" : ", ");
    put(&words, *word);
  }
  int code = words.failed
                 ? error_status(into->lang, HHP_ERR_NOMEM)
                 : error_usage(into, "--%s: ukendt værdi: »%s«; mulige værdier: %s",
                               "--%s: unknown value: “%s”; possible values: %s", option->name, value, text_of(&words));
  text_free(&words);
  return code;
}

/* Checks the value against those that the option allows. */
static int S_check_value(const cli_args *into, const cli_option *option, const char *value) {
  if (option->words == NULL)
    return CODE_FINE;
  size_t length = option->with_path ? strcspn(value, "=") : strlen(value);
  char buffer[LONGEST_WORD];
  cli_nearest near = nearest_to(S_copy_before_equals(value, buffer));
  for (const char *const *word = option->words; *word != NULL; word++) {
    if (strlen(*word) == length && strncmp(*word, value, length) == 0)
      return CODE_FINE;
    nearest_try(&near, *word);
  }
  if (near.best == NULL)
    return S_unknown_value(into, option, value);
  return error_usage(into, "--%s: ukendt værdi: »%s«; mente du »%s«?", "--%s: unknown value: “%s”; did you mean “%s”?",
                     option->name, value, near.best);
}

/* Adds the option at words[*at] to those given. If it requires a value and `value` is NULL, the next word is the
 * value. */
static int S_record_option(cli_args *into, option_id id, const char *value, int count, char **words, int *at) {
  const cli_option *option = option_at(id);
  if (option->value == NULL && value != NULL)
    return error_usage(into, "tilvalget --%s tager ingen værdi", "option “--%s” takes no argument", option->name);
  if (option->value != NULL && value == NULL) {
    if (*at + 1 >= count)
      return error_usage(into, "tilvalget --%s mangler en værdi: %s", "option “--%s” requires an argument: %s",
                         option->name, option->value);
    value = words[++*at];
  }
  into->options[into->option_count++] = (cli_option_value){id, value == NULL ? "" : value};
  return value == NULL ? CODE_FINE : S_check_value(into, option, value);
}

static int S_read_long_option(cli_args *into, int count, char **words, int *at) {
  const char *name = words[*at] + 2;
  size_t length = strcspn(name, "=");
  const char *value = name[length] == '=' ? name + length + 1 : NULL;
  const option_id *id = S_find_option(into->command->options, name, length);
  if (id == NULL)
    id = S_find_option(common_options, name, length);
  if (id == NULL)
    return S_unknown_option(into, words[*at]);
  return S_record_option(into, *id, value, count, words, at);
}

static option_id S_find_short_option(const cli_args *into, char letter) {
  const option_id *lists[] = {into->command->options, common_options};
  for (size_t i = 0; i < 2; i++) {
    for (const option_id *id = lists[i]; *id != OPTION_END; id++) {
      if (option_letter(*id) == letter)
        return *id;
    }
  }
  return OPTION_END;
}

/* Whether the word is a long option with one dash, which would be parsed as short options. */
static int S_is_long_with_one_dash(const cli_args *into, const char *word) {
  size_t length = strcspn(word + 1, "=");
  return S_find_option(into->command->options, word + 1, length) != NULL ||
         S_find_option(common_options, word + 1, length) != NULL;
}

/* Parses short options: -q, -j4, -j 4, -qj4. One with a value ends the word; the value is the rest of it or the next
 * word. */
static int S_read_short_options(cli_args *into, int count, char **words, int *at) {
  const char *word = words[*at];
  int code = S_is_long_with_one_dash(into, word) ? S_unknown_option(into, word) : CODE_FINE;
  for (const char *letter = word + 1; code == CODE_FINE && *letter != '\0'; letter++) {
    option_id id = S_find_short_option(into, *letter);
    if (id == OPTION_END)
      return S_unknown_option(into, word);
    if (option_at(id)->value != NULL)
      return S_record_option(into, id, letter[1] == '\0' ? NULL : letter + 1, count, words, at);
    code = S_record_option(into, id, NULL, count, words, at);
  }
  return code;
}

static int S_check_operand_count(const cli_args *into) {
  if (option_value(into, OPTION_HELP) != NULL)
    return CODE_FINE;
  if (into->operand_count < into->command->least_operands)
    return error_usage(into, "der mangler et argument: %s", "missing argument: %s", into->command->operands);
  if (into->operand_count > into->command->most_operands)
    return error_usage(into, "for mange argumenter: »%s«", "too many arguments: “%s”",
                       into->operands[into->command->most_operands]);
  return CODE_FINE;
}

/* An upper bound of the number of options; a word may consist of several short ones. */
static size_t S_most_options(int count, char **words) {
  size_t most = 1;
  for (int i = 0; i < count; i++)
    most += words[i][0] == '-' && words[i][1] != '-' ? strlen(words[i]) : 1;
  return most;
}

int command_line_read(cli_args *into, const cli_command *of, int32_t lang, int count, char **words) {
  *into = (cli_args){.command = of, .lang = lang};
  into->options = calloc(S_most_options(count, words), sizeof(*into->options));
  into->operands = calloc(count < 1 ? 1 : (size_t)count, sizeof(*into->operands));
  if (into->options == NULL || into->operands == NULL)
    return error_status(lang, HHP_ERR_NOMEM);

  int ended = 0; /* after "--" everything is an operand */
  for (int at = 0; at < count; at++) {
    const char *word = words[at];
    int code = CODE_FINE;
    if (ended || word[0] != '-' || word[1] == '\0')
      into->operands[into->operand_count++] = word;
    else if (strcmp(word, "--") == 0)
      ended = 1;
    else if (word[1] != '-')
      code = S_read_short_options(into, count, words, &at);
    else
      code = S_read_long_option(into, count, words, &at);
    if (code != CODE_FINE)
      return code;
  }
  return S_check_operand_count(into);
}

void command_line_free(cli_args *args) {
  free(args->options);
  free(args->operands);
}

const char *option_value(const cli_args *args, option_id id) {
  const char *value = NULL;
  for (size_t i = 0; i < args->option_count; i++) {
    if (args->options[i].id == id)
      value = args->options[i].value;
  }
  return value;
}

const char *option_nth(const cli_args *args, option_id id, size_t n) {
  for (size_t i = 0; i < args->option_count; i++) {
    if (args->options[i].id == id && n-- == 0)
      return args->options[i].value;
  }
  return NULL;
}
