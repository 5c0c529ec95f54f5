/* helhedsplan fmt: prints, checks or writes the canonical form of plans; rejects a file if that would lose data. */
#include <string.h>

#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/lossless.h"
#include "cli/files/output.h"
#include "cli/files/paths.h"
#include "cli/print/error.h"
#include "cli/system/system.h"

/* A plan as found and in canonical form. */
typedef struct cli_form {
  cli_input found;
  hhp_plan *plan;
  char *wanted;
  size_t length;
} cli_form;

static void S_free_form(cli_form *form) {
  hhp_free(form->wanted);
  hhp_plan_free(form->plan);
  input_free(&form->found);
}

static int S_is_canonical(const cli_form *form) {
  return form->found.bytes != NULL && form->found.length == form->length &&
         memcmp(form->found.bytes, form->wanted, form->length) == 0;
}

/* Checks that the canonical form reads as the same plan: its canonical form must be itself. */
static int S_check_again(const cli_args *args, const char *path, const cli_form *form) {
  hhp_plan *plan = NULL;
  char *again = NULL;
  size_t length = 0;
  hhp_status status = hhp_plan_parse(&plan, form->wanted, form->length, NULL);
  if (status == HHP_OK)
    status = hhp_plan_dump(plan, &again, &length);
  int is_same = status == HHP_OK && length == form->length && memcmp(again, form->wanted, length) == 0;
  hhp_free(again);
  hhp_plan_free(plan);
  if (status == HHP_ERR_NOMEM)
    return error_status(args->lang, status);
  if (is_same)
    return CODE_FINE;
  error_print(args->lang, "%s: den kanoniske form kan ikke læses som den samme plan; filen er ikke ændret",
              "%s: the canonical form does not read as the same plan; the file is unchanged", path);
  return CODE_FAULT;
}

/* The reader accepts, but cannot keep, a number in an x- member with more digits than its type holds. */
static int S_check_lossless(const cli_args *args, const char *path, const cli_form *form) {
  enum { SHOWN = 60 };
  cli_lost lost;
  int result = lossless_compare(form->found.bytes, form->found.length, form->wanted, form->length, &lost);
  if (result < 0)
    return error_status(args->lang, HHP_ERR_NOMEM);
  if (result == 0)
    return CODE_FINE;
  error_print(args->lang, "%s:%zu:%zu: %.*s%s kan ikke bevares nøjagtigt i kanonisk form; filen er ikke ændret",
              "%s:%zu:%zu: %.*s%s cannot be kept exactly in canonical form; the file is unchanged", path, lost.line,
              lost.column, lost.length > SHOWN ? SHOWN : (int)lost.length, lost.value == NULL ? "" : lost.value,
              lost.length > SHOWN ? "…" : "");
  return CODE_FINDINGS;
}

/* Prints why a folder cannot be read. */
static int S_error_folder(const cli_args *args, const cli_path *path) {
  cli_input none = {0};
  return input_refuse(&none, args, path->name, path->refused);
}

static int S_load_form(cli_form *into, const cli_args *args, const char *path) {
  int code = plan_load(&into->plan, args, path, &into->found);
  if (code != CODE_FINE)
    return code;
  hhp_status status = hhp_plan_dump(into->plan, &into->wanted, &into->length);
  if (status != HHP_OK)
    return error_status(args->lang, status);
  if (S_is_canonical(into))
    return CODE_FINE;
  code = S_check_lossless(args, path, into);
  return code == CODE_FINE ? S_check_again(args, path, into) : code;
}

static int S_print_form(const cli_args *args, const char *path) {
  cli_form form = {0};
  int code = S_load_form(&form, args, path);
  if (code == CODE_FINE)
    code = write_out(args->lang, NULL, form.wanted, form.length);
  S_free_form(&form);
  return code;
}

static int S_check_file(const cli_args *args, const cli_path *path, cli_text *names, size_t *found) {
  cli_form form = {0};
  int code = path->refused != 0 ? S_error_folder(args, path) : S_load_form(&form, args, path->name);
  if (code == CODE_FINE && !S_is_canonical(&form)) {
    put_shown(names, path->name);
    put(names, "\n");
    ++*found;
    code = CODE_FINDINGS;
  }
  S_free_form(&form);
  return code;
}

/* Replacing a file leaves its other hard links with the old contents. */
static size_t S_other_names(const char *path) {
  system_facts about;
  return system_look_at(path, &about) == HHP__FILE_FINE && about.kind == SYSTEM_FILE ? about.names - 1 : 0;
}

static int S_save(const cli_args *args, const char *path, const cli_form *form) {
  size_t others = S_other_names(path);
  int code = write_out(args->lang, path, form->wanted, form->length);
  if (code != CODE_FINE)
    return code;
  if (others > 0)
    error_print(args->lang,
                "%s er ikke længere forbundet med sine øvrige hårde links (%zu), som beholder det gamle indhold",
                "%s is no longer linked to its other hard links (%zu), which keep the old contents", path, others);
  if (option_value(args, OPTION_QUIET) == NULL)
    error_print(args->lang, "%s er omskrevet", "%s rewritten", path);
  return CODE_FINE;
}

/* Only regular files: opening a pipe could block, and it cannot be rewritten. */
static int S_rewrite_file(const cli_args *args, const cli_path *file) {
  system_facts about;
  const char *path = file->name;
  if (file->refused != 0)
    return S_error_folder(args, file);
  if (system_look_at(path, &about) == HHP__FILE_FINE && about.kind == SYSTEM_DEVICE) {
    error_print(args->lang, "kan ikke skrive %s: er ikke en almindelig fil", "cannot write %s: not a regular file",
                path);
    return CODE_FILE;
  }
  cli_form form = {0};
  int code = S_load_form(&form, args, path);
  if (code == CODE_FINE && !S_is_canonical(&form))
    code = S_save(args, path, &form);
  S_free_form(&form);
  return code;
}

/* Codes are ordered by precedence: 4 over 3 over 1. */
static int S_worse(int one, int other) {
  return one > other ? one : other;
}

static int S_check_all(const cli_args *args, const cli_paths *paths) {
  cli_text names = {0};
  size_t found = 0;
  int code = CODE_FINE;
  for (size_t i = 0; i < paths->count && code != CODE_FAULT; i++)
    code = S_worse(code, S_check_file(args, &paths->items[i], &names, &found));
  if (option_value(args, OPTION_QUIET) != NULL) {
    text_free(&names);
    return code;
  }
  code = S_worse(code, write_text(args->lang, NULL, &names));
  if (found > 0 && code != CODE_FAULT)
    error_print(args->lang, "ikke i kanonisk form: %zu af %zu; »helhedsplan fmt --write« omskriver dem",
                "not in canonical form: %zu of %zu; “helhedsplan fmt --write” rewrites them", found, paths->count);
  return code;
}

static int S_rewrite_all(const cli_args *args, const cli_paths *paths) {
  int code = CODE_FINE;
  for (size_t i = 0; i < paths->count && code != CODE_FAULT; i++)
    code = S_worse(code, S_rewrite_file(args, &paths->items[i]));
  return code;
}

static int S_with_paths(const cli_args *args, int (*all)(const cli_args *, const cli_paths *)) {
  cli_paths paths;
  int code = paths_find(&paths, args);
  if (code == CODE_FINE)
    code = all(args, &paths);
  paths_free(&paths);
  return code;
}

static int S_check_operands(const cli_args *args, int checks, int writes) {
  size_t limit, standard = 0;
  for (size_t i = 0; i < args->operand_count; i++)
    standard += strcmp(args->operands[i], "-") == 0;
  if (checks && writes)
    return error_usage(args, "--check og --write kan ikke bruges sammen",
                       "--check and --write cannot be used together");
  if (writes && standard > 0)
    return error_usage(args, "standard input (-) kan ikke omskrives", "standard input (-) cannot be rewritten");
  if (standard > 1)
    return error_usage(args, "standard input (-) kan kun læses én gang", "standard input (-) can be read only once");
  if (!checks && !writes && args->operand_count > 1)
    return error_usage(args, "flere filer kræver --check eller --write", "several files require --check or --write");
  return input_limit(args, &limit);
}

int fmt_command(const cli_args *args) {
  int checks = option_value(args, OPTION_CHECK) != NULL;
  int writes = option_value(args, OPTION_WRITE) != NULL;
  int code = S_check_operands(args, checks, writes);
  if (code != CODE_FINE)
    return code;
  if (checks || writes)
    return S_with_paths(args, checks ? S_check_all : S_rewrite_all);
  return S_print_form(args, args->operands[0]);
}
