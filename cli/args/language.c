/* Chooses the language: --lang, LC_ALL, LC_MESSAGES, LANG, or on Windows that of the user; Danish if it begins with
 * "da", else English. */
#include "cli/args/language.h"

#include <stdlib.h>
#include <string.h>

#include <helhedsplan/status.h>

#include "cli/system/system.h"

int32_t find_language(int count, char **words) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  const char *asked = NULL;
  for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++) {
    if (strncmp(words[i], "--lang=", 7) == 0)
      asked = words[i] + 7;
    else if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
      asked = words[i + 1];
  }
  for (size_t i = 0; asked == NULL && i < sizeof(variables) / sizeof(variables[0]); i++) {
    const char *value = getenv(variables[i]);
    asked = value == NULL || value[0] == '\0' ? NULL : value;
  }
  if (asked == NULL)
    asked = system_language();
  return asked != NULL && strncmp(asked, "da", 2) == 0 ? HHP_LANG_DA : HHP_LANG_EN;
}
