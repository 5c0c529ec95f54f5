/* Results go to files through base/file.h; this prints why that failed. */
#include "cli/files/output.h"

#include "base/file.h"

#include "cli/print/error.h"

/* Prints the error, if there is one. */
static int S_written(int32_t lang, const char *path, hhp__file_error error) {
  if (error == HHP__FILE_FINE)
    return CODE_FINE;
  if (error == HHP__FILE_NO_MEMORY)
    return error_status(lang, HHP_ERR_NOMEM);
  error_print(lang, "kan ikke skrive %s: %s", "cannot write %s: %s", path, hhp__file_write_reason(error, lang));
  return CODE_FILE;
}

int write_out(int32_t lang, const char *path, const char *bytes, size_t length) {
  if (path != NULL)
    return S_written(lang, path, hhp__write_file(path, bytes, length));
  hhp__file_error error = hhp__write_standard_output(bytes, length);
  return error == HHP__FILE_PIPE_CLOSED ? CODE_FINE : S_written(lang, "standard output", error);
}

int write_new(int32_t lang, const char *path, const char *bytes, size_t length) {
  return S_written(lang, path, hhp__create_file(path, bytes, length));
}

int write_text(int32_t lang, const char *path, cli_text *text) {
  int code = text->failed ? error_status(lang, HHP_ERR_NOMEM) : write_out(lang, path, text_of(text), text->length);
  text_free(text);
  return code;
}
