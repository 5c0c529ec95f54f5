/* The shells that completions are written for. */
#include "cli/docs/completion.h"

#include <string.h>

static const struct {
  const char *shell; /* a value of --completion */
  void (*put)(cli_text *out, int32_t lang);
} S_scripts[] = {{"bash", put_completion_bash}, {"zsh", put_completion_zsh}, {"fish", put_completion_fish}};

void put_completion(cli_text *out, int32_t lang, const char *shell) {
  for (size_t i = 0; i < sizeof(S_scripts) / sizeof(S_scripts[0]); i++) {
    if (strcmp(S_scripts[i].shell, shell) == 0)
      S_scripts[i].put(out, lang);
  }
}
