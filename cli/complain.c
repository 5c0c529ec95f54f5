/* Messages on standard error, one line each. */
#include "complain.h"

#include <stdio.h>

static _Thread_local cli_text *S_aside;

void complain_aside(cli_text *into) {
  S_aside = into;
}

void complain_text(const char *lines) {
  if (S_aside != NULL)
    put(S_aside, lines);
  else
    fputs(lines, stderr);
}

void complain_with(int32_t lang, const char *da, const char *en, va_list arguments) {
  cli_text words = {0};
  cli_text line = {0};
  put_form(&words, say(lang, da, en), arguments);
  put(&line, "helhedsplan: ");
  put_shown(&line, text_of(&words));
  put(&line, "\n");
  complain_text(words.failed || line.failed ? "helhedsplan: out of memory\n" : text_of(&line));
  text_free(&words);
  text_free(&line);
}

void complain(int32_t lang, const char *da, const char *en, ...) {
  va_list arguments;
  va_start(arguments, en);
  complain_with(lang, da, en, arguments);
  va_end(arguments);
}

int complain_fault(int32_t lang, hhp_status status) {
  if (status == HHP_ERR_NOMEM) /* printed without allocating */
    complain_text(say(lang, "helhedsplan: der er ikke mere hukommelse\n", "helhedsplan: out of memory\n"));
  else
    complain(lang, "intern fejl: %s", "internal error: %s", hhp_status_message(status, lang));
  return CODE_FAULT;
}
