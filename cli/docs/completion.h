/* Shell completion, generated from the tables of commands and options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stdint.h>

#include "cli/print/text.h"

/* `shell` is a value of --completion. */
void put_completion(cli_text *out, int32_t lang, const char *shell);
void put_completion_bash(cli_text *out, int32_t lang);
void put_completion_zsh(cli_text *out, int32_t lang);
void put_completion_fish(cli_text *out, int32_t lang);

#endif
