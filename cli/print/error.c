/* Messages on standard error, one line each. */
#include "cli/print/error.h"

#include <stdio.h>

static _Thread_local cli_text *S_redirected;

void error_redirect(cli_text *into) {
  S_redirected = into;
}

void error_print_lines(const char *lines) {
  if (S_redirected != NULL)
    put(S_redirected, lines);
  else
    fputs(lines, stderr);
}

void error_print_with(int32_t lang, const char *da, const char *en, va_list arguments) {
  cli_text words = {0};
  cli_text line = {0};
  put_form(&words, in_lang(lang, da, en), arguments);
  put(&line, "helhedsplan: ");
  put_shown(&line, text_of(&words));
  put(&line, "\n");
  error_print_lines(words.failed || line.failed ? "helhedsplan: out of memory\n" : text_of(&line));
  text_free(&words);
  text_free(&line);
}

void error_print(int32_t lang, const char *da, const char *en, ...) {
  va_list arguments;
  va_start(arguments, en);
  error_print_with(lang, da, en, arguments);
  va_end(arguments);
}

int error_status(int32_t lang, hhp_status status) {
  if (status == HHP_ERR_NOMEM) /* printed without allocating */
    error_print_lines(in_lang(lang, "helhedsplan: der er ikke mere hukommelse\n", "helhedsplan: out of memory\n"));
  else
    error_print(lang, "intern fejl: %s", "internal error: %s", hhp_status_message(status, lang));
  return CODE_FAULT;
}
