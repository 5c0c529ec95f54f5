/* helhedsplan init: creates a new plan and prints the next steps. */
#include <stdio.h>
#include <string.h>

#include "cli/args/nearest_word.h"
#include "cli/args/parse_number.h"
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/init/new_plan.h"
#include "cli/init/plain_text.h"
#include "cli/print/error.h"
#include "cli/print/layout.h"

/* The scheme with the latest first year of commitments. */
static const hhp_scheme *S_newest_scheme(void) {
  const hhp_scheme *newest = hhp_scheme_at(0);
  for (size_t i = 1; i < hhp_scheme_count(); i++) {
    if (hhp_scheme_gives_from(hhp_scheme_at(i)) > hhp_scheme_gives_from(newest))
      newest = hhp_scheme_at(i);
  }
  return newest;
}

static int S_read_words(const cli_args *args, option_id id, const char **words) {
  *words = option_value(args, id);
  if (*words == NULL || is_plain_text(*words))
    return CODE_FINE;
  return error_usage(args, "--%s: »%s« må ikke have styretegn eller mellemrum i enderne",
                     "--%s: “%s” must not have control characters, or spaces at the ends", option_at(id)->name, *words);
}

/* "461", "0461", "Odense" or "odense kommune". */
static int S_read_municipality(const cli_args *args, const char **code) {
  const char *word = option_value(args, OPTION_MUNICIPALITY);
  *code = NULL;
  if (word == NULL)
    return CODE_FINE;
  *code = hhp_municipality_code(word);
  if (*code == NULL)
    *code = hhp_municipality_code(hhp_municipality_name(word));
  if (*code != NULL)
    return CODE_FINE;
  cli_nearest near = nearest_to(word);
  for (size_t i = 0; i < hhp_municipality_count(); i++) {
    nearest_try(&near, hhp_municipality_name(hhp_municipality_code_at(i)));
    nearest_try(&near, hhp_municipality_authority(hhp_municipality_code_at(i)));
  }
  return error_unknown(args, "ukendt kommune", "unknown municipality", word, near.best);
}

static int S_error_start(const cli_args *args) {
  return error_usage(args, "--start: »%s« er ikke en gyldig dato (ÅÅÅÅ-MM-DD)",
                     "--start: “%s” is not a valid date (YYYY-MM-DD)", option_value(args, OPTION_START));
}

static int S_read_start(const cli_args *args, int32_t *start) {
  const char *words = option_value(args, OPTION_START);
  *start = 0;
  if (words == NULL || (parse_day(words, start) == 0 && *start / 10000 != 0 && *start % 100 != 0))
    return CODE_FINE;
  return S_error_start(args);
}

static int S_read_frame(const cli_args *args, int64_t *frame) {
  int code = parse_kroner_option(args, OPTION_FRAME, HHP_ABSENT, frame);
  if (code == CODE_FINE && *frame == 0)
    code = error_usage(args, "--frame: budgetrammen er 0", "--frame: the budget ceiling is 0");
  return code;
}

static int S_read_options(const cli_args *args, cli_new_plan *into) {
  int code = S_read_words(args, OPTION_TITLE, &into->title);
  if (code == CODE_FINE)
    code = S_read_words(args, OPTION_AREA, &into->area);
  if (code == CODE_FINE)
    code = S_read_municipality(args, &into->municipality);
  if (code == CODE_FINE)
    code = S_read_start(args, &into->start);
  if (code == CODE_FINE)
    code = S_read_frame(args, &into->frame);
  if (code == CODE_FINE && option_value(args, OPTION_OUTPUT) != NULL && option_value(args, OPTION_OUTPUT)[0] == '\0')
    code = error_usage(args, "--output: der mangler et filnavn", "--output: missing file name");
  into->id = option_value(args, OPTION_ID);
  into->lang = args->lang;
  return code;
}

static int S_error_build(const cli_args *args, hhp_status status) {
  if (status == HHP_ERR_DATE)
    return S_error_start(args);
  if (status == HHP_ERR_RANGE)
    return error_usage(args, "--frame: beløbet »%s« er for stort", "--frame: the amount “%s” is too large",
                       option_value(args, OPTION_FRAME));
  if (status == HHP_ERR_OVERFLOW)
    return error_usage(args, "--start: »%s« er for sent; planen ville slutte efter år 9999",
                       "--start: “%s” is too late; the plan would end after the year 9999",
                       option_value(args, OPTION_START));
  if (status == HHP_ERR_ID || (status == HHP_ERR_UTF8 && option_value(args, OPTION_ID) != NULL))
    return error_usage(args, "--id: »%s« er ikke et gyldigt id: a-z, 0-9 og bindestreg, højst 64 tegn",
                       "--id: “%s” is not a valid id: a-z, 0-9 and hyphens, at most 64 characters",
                       option_value(args, OPTION_ID));
  return error_status(args->lang, status);
}

/* Quotes a word for the shell. */
static void S_put_quoted(cli_text *out, const char *word) {
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
  int is_bare = word[strspn(word, plain)] == '\0';
  put(out, is_bare ? "" : "'");
  put(out, word[0] == '-' ? "./" : "");
  for (; *word != '\0'; word++)
    put_bytes(out, *word == '\'' ? "'\\''" : word, *word == '\'' ? 4 : 1);
  put(out, is_bare ? "" : "'");
}

static void S_put_command_line(cli_text *out, const cli_text *call) {
  put(out, "  ");
  put_shown(out, text_of(call));
  put(out, "\n");
}

/* A validate command line, with --scheme if the scheme is not built in. */
static void S_put_validate_line(cli_text *out, const cli_args *args, const char *how, const cli_scheme *scheme) {
  cli_text call = {0};
  put(&call, "helhedsplan validate ");
  put(&call, how);
  if (scheme->own != NULL) {
    put(&call, " --scheme ");
    S_put_quoted(&call, option_value(args, OPTION_NEW_SCHEME));
  }
  put(&call, " ");
  S_put_quoted(&call, option_value(args, OPTION_OUTPUT));
  S_put_command_line(out, &call);
  text_join(out, &call);
}

static void S_put_other_areas(cli_text *out, const cli_args *args, const hhp_plan *plan, const cli_scheme *scheme) {
  size_t chosen = hhp_plan_focus_area_count(plan), all = hhp_scheme_focus_area_count(scheme->value);
  if (chosen >= all)
    return;
  cli_text words = {0}, call = {0};
  put_in_lang(&words, args->lang,
              "Planen har %zu af ordningens %zu indsatsområder. Alle områder med deres koder vises med:",
              "The plan has %zu of the scheme's %zu focus areas. To list all of them with their codes:", chosen, all);
  put_paragraph(out, text_of(&words), 0);
  put(&call, "helhedsplan schemes ");
  S_put_quoted(&call, scheme->own == NULL ? hhp_scheme_id(scheme->value) : option_value(args, OPTION_NEW_SCHEME));
  S_put_command_line(out, &call);
  text_join(out, &words);
  text_join(out, &call);
}

static void S_print_next_steps(const cli_args *args, const hhp_plan *plan, const cli_scheme *scheme) {
  cli_text out = {0};
  error_print(args->lang, "%s er skrevet: et udkast efter %s", "%s written: a draft for %s",
              option_value(args, OPTION_OUTPUT),
              in_lang(args->lang, hhp_scheme_title_da(scheme->value), hhp_scheme_title_en(scheme->value)));
  cli_text words = {0};
  put_in_lang(
      &words, args->lang,
      "Erstat eller slet de tekster, der begynder med »%s«, og indsæt planens egne beløb. Vis derefter, hvad der "
      "mangler nu, og hvad der skal være på plads før prækvalifikationen:",
      "Replace or delete the texts that begin with “%s”, and enter your own amounts. Then list what is missing now, "
      "and what is required for prequalification:",
      new_plan_mark(args->lang));
  put_paragraph(&out, text_of(&words), 0);
  text_join(&out, &words);
  S_put_validate_line(&out, args, "--show info", scheme);
  S_put_validate_line(&out, args, "--stage prequal", scheme);
  S_put_other_areas(&out, args, plan, scheme);
  fputs(text_of(&out), stderr);
  text_free(&out);
}

static int S_write_plan(const cli_args *args, const hhp_plan *plan, const cli_scheme *scheme) {
  const char *path = option_value(args, OPTION_OUTPUT);
  char *json = NULL;
  size_t length = 0;
  hhp_status status = hhp_plan_dump(plan, &json, &length);
  if (status != HHP_OK)
    return error_status(args->lang, status);
  int is_file = path != NULL && strcmp(path, "-") != 0;
  int code = is_file ? write_new(args->lang, path, json, length) : write_out(args->lang, NULL, json, length);
  hhp_free(json);
  if (is_file && code == CODE_FINE)
    S_print_next_steps(args, plan, scheme);
  return code;
}

static int S_build_and_write(const cli_args *args, const cli_new_plan *wanted, const cli_scheme *scheme) {
  hhp_plan *plan = NULL;
  hhp_status status = new_plan_build(&plan, wanted);
  int code = status == HHP_OK ? S_write_plan(args, plan, scheme) : S_error_build(args, status);
  hhp_plan_free(plan);
  return code;
}

int init_command(const cli_args *args) {
  cli_new_plan wanted = {0};
  cli_scheme scheme = {NULL, NULL};
  size_t limit;
  int code = input_limit(args, &limit);
  if (code == CODE_FINE)
    code = S_read_options(args, &wanted);
  if (code == CODE_FINE)
    code = scheme_load(&scheme, args, option_value(args, OPTION_NEW_SCHEME));
  if (scheme.value == NULL)
    scheme.value = S_newest_scheme();
  wanted.scheme = scheme.value;
  if (code == CODE_FINE)
    code = S_build_and_write(args, &wanted, &scheme);
  scheme_free(&scheme);
  return code;
}
