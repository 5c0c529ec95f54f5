/* Finds commands by name. */
#include "cli/args/find_command.h"

#include <string.h>

#include "cli/args/nearest_word.h"

const cli_command *find_command(const char *name) {
  const cli_command *command;
  for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
    if (strcmp(command->name, name) == 0)
      return command;
  }
  return NULL;
}

int error_no_command(int32_t lang, const char *name) {
  cli_nearest near = nearest_to(name);
  const cli_command *command;
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    nearest_try(&near, command->name);
  cli_args none = {.lang = lang};
  return error_unknown(&none, "ukendt kommando", "unknown command", name, near.best);
}
