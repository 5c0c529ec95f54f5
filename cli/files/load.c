/* Loads schemes and plans, and prints what is wrong with them. */
#include "cli/files/load.h"

#include <string.h>

#include "cli/print/error.h"
#include "cli/print/text.h"
#include "cli/system/system.h"

hhp_report *report_on(const cli_args *args, const char *path) {
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = hhp_report_set_path(report, path);
  if (status == HHP_OK)
    return report;
  hhp_report_free(report);
  error_status(args->lang, status);
  return NULL;
}

/* Drops the summary after the last empty line: the counts of an unchecked file mean nothing. */
static void S_print_findings(char *words) {
  char *last = NULL;
  for (char *p = words; (p = strstr(p, "\n\n")) != NULL; p++)
    last = p;
  if (last != NULL)
    last[2] = '\0';
  error_print_lines(words);
}

/* Prints the findings of a report to standard error. */
static int S_print_report(const cli_args *args, const hhp_report *report) {
  hhp_render_options *options = NULL;
  char *words = NULL;
  hhp_status status = hhp_render_options_new(&options);
  if (status == HHP_OK)
    status = hhp_render_options_set_lang(options, args->lang);
  if (status == HHP_OK)
    status = hhp_report_render(report, HHP_FORMAT_TEXT, options, &words, NULL);
  if (status == HHP_OK)
    S_print_findings(words);
  hhp_free(words);
  hhp_render_options_free(options);
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

static int S_unknown_scheme(const cli_args *args, const char *id) {
  const hhp_scheme *meant = hhp_scheme_suggest(id);
  if (meant != NULL)
    return error_unknown(args, "ukendt ordning", "unknown scheme", id, hhp_scheme_id(meant));
  return error_usage(args, "ukendt ordning: »%s«; »helhedsplan schemes« viser dem alle",
                     "unknown scheme: “%s”; “helhedsplan schemes” lists them all", id);
}

static int S_parse_scheme(cli_scheme *into, const cli_args *args, const char *path, const cli_input *bytes) {
  hhp_report *report = report_on(args, path);
  if (report == NULL)
    return CODE_FAULT;
  hhp_status status = hhp_scheme_parse(&into->own, bytes->bytes, bytes->length, report);
  into->value = into->own;
  int code = CODE_FINE;
  if (status == HHP_ERR_DOCUMENT) {
    code = S_print_report(args, report);
    if (code == CODE_FINE)
      code = error_usage(args, "ordningen i %s kan ikke bruges", "the scheme in %s cannot be used", path);
  } else if (status != HHP_OK) {
    code = error_status(args->lang, status);
  }
  hhp_report_free(report);
  return code;
}

int scheme_load(cli_scheme *into, const cli_args *args, const char *id_or_path) {
  *into = (cli_scheme){NULL, NULL};
  if (id_or_path == NULL)
    return CODE_FINE;
  into->value = hhp_scheme_find(id_or_path);
  if (into->value != NULL)
    return CODE_FINE;
  system_facts about; /* if it does not look like a path, and there is no such file, it is taken as an id */
  if (!system_looks_like_path(id_or_path) && strcmp(id_or_path, "-") != 0 &&
      system_look_at(id_or_path, &about) != HHP__FILE_FINE)
    return S_unknown_scheme(args, id_or_path);

  cli_input bytes;
  int code = input_read(&bytes, args, id_or_path);
  if (code == CODE_FINE)
    code = S_parse_scheme(into, args, id_or_path, &bytes);
  input_free(&bytes);
  return code;
}

void scheme_free(cli_scheme *scheme) {
  hhp_scheme_free(scheme->own);
}

int plan_load(hhp_plan **into, const cli_args *args, const char *path, cli_input *bytes) {
  *into = NULL;
  int code = input_read(bytes, args, path);
  if (code != CODE_FINE)
    return code;
  hhp_report *report = report_on(args, path);
  if (report == NULL)
    return CODE_FAULT;
  hhp_status status = hhp_plan_parse(into, bytes->bytes, bytes->length, report);
  if (status == HHP_ERR_DOCUMENT) {
    code = S_print_report(args, report);
    if (code == CODE_FINE) {
      error_print(args->lang, "%s kan ikke læses som en plan", "%s cannot be read as a plan", input_name(path));
      code = CODE_FINDINGS;
    }
  } else if (status != HHP_OK) {
    code = error_status(args->lang, status);
  }
  hhp_report_free(report);
  return code;
}
