/* Kroner, shares and the verdict on co-financing, in words. */
#ifndef CLI_MONEY_H
#define CLI_MONEY_H

#include <helhedsplan/helhedsplan.h>

#include "cli/print/text.h"

/* Buffer for an amount or a share. */
typedef struct cli_figure {
  char words[HHP_TEXT_SIZE];
} cli_figure;

/* Kroner as the language writes them; "–" for HHP_ABSENT. Each function returns the text in `figure`. */
const char *kroner_words(int64_t kroner, int32_t lang, cli_figure *figure);

/* A share, formatted beside a limit in basis points (HHP_ABSENT: none); "–" if an amount is absent. */
const char *share_words(int64_t part, int64_t whole, int64_t limit, int32_t lang, cli_figure *figure);

/* A limit in basis points: "25 %". */
const char *limit_words(int64_t bp, int32_t lang, cli_figure *figure);

/* Paragraphs that say whether the requirement is met, the shortfall, and the ways to correct it. */
void put_verdict(cli_text *out, const hhp_cofinancing_result *result, int32_t lang, size_t indent);

#endif
