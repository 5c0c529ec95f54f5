/* Kroner, shares and the verdict on co-financing, in words. */
#ifndef CLI_MONEY_H
#define CLI_MONEY_H

#include <helhedsplan/helhedsplan.h>

#include "text.h"

/* Room for an amount or a share. */
typedef struct cli_figure {
  char words[HHP_TEXT_SIZE];
} cli_figure;

/* Kroner as the language writes them; "–" for HHP_ABSENT. Each returns the words in `room`. */
const char *kroner_words(int64_t kroner, int32_t lang, cli_figure *room);

/* A share as it is written beside a limit in basis points (HHP_ABSENT: none); "–" where there is none. */
const char *share_words(int64_t part, int64_t whole, int64_t limit, int32_t lang, cli_figure *room);

/* A limit in basis points: "25 %". */
const char *limit_words(int64_t bp, int32_t lang, cli_figure *room);

/* The same, for sentences: no line ends at a blank in them. */
const char *kroner_stuck(int64_t kroner, int32_t lang, cli_figure *room);
const char *share_stuck(int64_t part, int64_t whole, int64_t limit, int32_t lang, cli_figure *room);
const char *limit_stuck(int64_t bp, int32_t lang, cli_figure *room);

/* Paragraphs that say whether the requirement is met, by how much it is missed, and what follows. */
void put_verdict(cli_text *out, const hhp_cofinancing_result *result, int32_t lang, size_t indent);

#endif
