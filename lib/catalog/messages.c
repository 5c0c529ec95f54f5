/* The messages of messages.def, and the arguments of arguments.def. */
#include "catalog/messages.h"

#include <string.h>

#include <helhedsplan/report.h>

#include "base/phrase.h"

static const struct {
  int rule;
  hhp__phrase texts[2]; /* message and remedy */
} S_messages[HHP__MESSAGE_COUNT] = {
#define MESSAGE(key, rule, da, en, remedy_da, remedy_en) [HHP__M_##key] = {rule, {{da, en}, {remedy_da, remedy_en}}},
#include "catalog/messages.def"
};

int hhp__message_rule(hhp__message message) {
  return S_messages[message].rule;
}

const char *hhp__message_template(hhp__message message, int32_t lang, int is_remedy) {
  return hhp__in_lang(S_messages[message].texts[is_remedy], lang);
}

static const struct {
  const char *name;
  int is_in_table;
  hhp__phrase title;
} S_arguments[] = {
#define ARGUMENT(name, in_table, da, en) {#name, in_table, {da, en}},
#include "catalog/arguments.def"
};

enum { ARGUMENTS = sizeof(S_arguments) / sizeof(S_arguments[0]) };

/* Its index in the table, or ARGUMENTS. */
static size_t S_argument_named(const char *name) {
  size_t i = 0;
  while (i < ARGUMENTS && strcmp(S_arguments[i].name, name) != 0)
    i++;
  return i;
}

const char *hhp_argument_title(const char *name, int32_t lang) {
  size_t i = name == NULL ? ARGUMENTS : S_argument_named(name);
  return i == ARGUMENTS ? NULL : hhp__in_lang(S_arguments[i].title, lang);
}

int hhp__is_in_table(const char *argument) {
  size_t i = S_argument_named(argument);
  return i < ARGUMENTS && S_arguments[i].is_in_table;
}
