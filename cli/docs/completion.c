/* Shared by the shells: the type of each value. */
#include "cli/docs/completion.h"

#include <string.h>

#include "cli/commands.h"

/* By the placeholder in help. */
static const struct {
  const char *shown;
  cli_taken taken;
} S_values[] = {
    {"", TAKES_NOTHING},           {"PATH…|-", TAKES_PLANS},
    {"PATH|-", TAKES_PLANS},       {"[PATH|-]", TAKES_PLANS},
    {"BEFORE AFTER", TAKES_PLANS}, {"PATH", TAKES_FILES},
    {"ID|FILE", TAKES_SCHEMES},    {"[ID|FILE]", TAKES_SCHEMES},
    {"ID|SLUG", TAKES_RULES},      {"[plan|scheme|report]", TAKES_WORDS},
    {"[HP…]", TAKES_RULES},        {"ID=SEVERITY", TAKES_WEIGHTS},
    {"[COMMAND]", TAKES_COMMANDS},
};

static cli_taken S_taken(const char *shown) {
  for (size_t i = 0; i < sizeof(S_values) / sizeof(S_values[0]); i++) {
    if (strcmp(S_values[i].shown, shown) == 0)
      return S_values[i].taken;
  }
  return TAKES_ANYTHING;
}

cli_taken taken_by_option(const cli_option *option) {
  if (option->value == NULL)
    return TAKES_NOTHING;
  if (option->words != NULL)
    return option->with_path ? TAKES_FORMATS : TAKES_WORDS;
  return S_taken(option->value);
}

cli_taken taken_by_operands(const cli_command *command) {
  return S_taken(command->operands);
}

const char *const *words_of_operands(const cli_command *command) {
  return taken_by_operands(command) == TAKES_WORDS ? schema_words : NULL;
}

int is_repeatable(const cli_option *option) {
  cli_taken taken = taken_by_option(option);
  return taken == TAKES_FORMATS || taken == TAKES_WEIGHTS;
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

const char *const completion_weights[] = {"error", "warning", "info", "off", NULL};

const char *const completion_shells[] = {"bash", "zsh", "fish", NULL};

static void (*const S_put[])(cli_text *out, int32_t lang) = {put_completion_bash, put_completion_zsh,
                                                             put_completion_fish};

void put_completion(cli_text *out, int32_t lang, const char *shell) {
  for (size_t i = 0; completion_shells[i] != NULL; i++) {
    if (strcmp(completion_shells[i], shell) == 0)
      S_put[i](out, lang);
  }
}
