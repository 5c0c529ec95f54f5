/* The kind of each value, and text helpers of all shells. */
#include "cli/docs/completion_values.h"

#include <string.h>

/* The kinds of values without a list of words, by their placeholder in help. */
static const struct {
  const char *shown;
  value_kind kind;
} S_placeholders[] = {
    {"", VALUE_NONE},
    {"PATH…|-", VALUE_PLAN},
    {"PATH|-", VALUE_PLAN},
    {"[PATH|-]", VALUE_PLAN},
    {"BEFORE AFTER", VALUE_PLAN},
    {"[NAME [PATH|-]]", VALUE_TABLE},
    {"PATH", VALUE_FILE},
    {"ID|FILE", VALUE_SCHEME},
    {"[ID|FILE]", VALUE_SCHEME},
    {"ID|SLUG", VALUE_RULE},
    {"[HP…]", VALUE_RULE},
    {"ID=SEVERITY", VALUE_RULE_SEVERITY},
    {"[COMMAND]", VALUE_COMMAND},
};

static value_kind S_kind_of_placeholder(const char *shown) {
  for (size_t i = 0; i < sizeof(S_placeholders) / sizeof(S_placeholders[0]); i++) {
    if (strcmp(S_placeholders[i].shown, shown) == 0)
      return S_placeholders[i].kind;
  }
  return VALUE_ANY;
}

value_kind kind_of_option(const cli_option *option) {
  if (option->value == NULL)
    return VALUE_NONE;
  if (option->words != NULL)
    return option->with_path ? VALUE_FORMAT : VALUE_WORD;
  return S_kind_of_placeholder(option->value);
}

value_kind kind_of_operands(const cli_command *command) {
  return command->operand_words != NULL ? VALUE_WORD : S_kind_of_placeholder(command->operands);
}

int is_repeatable(const cli_option *option) {
  value_kind kind = kind_of_option(option);
  return kind == VALUE_FORMAT || kind == VALUE_RULE_SEVERITY;
}

void put_brief(cli_text *out, const char *words) {
  static const char *const ends[] = {". ", ": ", "; ", " ("};
  size_t length = strlen(words);
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
    const char *end = strstr(words, ends[i]);
    if (end != NULL && (size_t)(end - words) < length)
      length = (size_t)(end - words);
  }
  if (length > 0 && words[length - 1] == '.')
    length--;
  put_bytes(out, words, length);
}

void put_quoted(cli_text *out, const char *words, const char *quote) {
  put(out, "'");
  for (;;) {
    size_t length = strcspn(words, "'");
    put_bytes(out, words, length);
    words += length;
    if (*words == '\0')
      break;
    put(out, quote);
    words++;
  }
  put(out, "'");
}

const char *const completion_severities[] = {"error", "warning", "info", "off", NULL};
