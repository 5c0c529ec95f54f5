/* The library's own texts as JSON and Markdown. */
#ifndef CLI_MARKUP_H
#define CLI_MARKUP_H

#include "text.h"

/* Puts a text as a JSON string, in quotes. It is UTF-8. */
void put_json_text(cli_text *out, const char *words);

/* Puts a text so that Markdown shows it as it is, in a cell of a table too. It is of one line. */
void put_markdown(cli_text *out, const char *words);

#endif
