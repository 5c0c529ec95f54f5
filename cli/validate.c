/* helhedsplan validate: checks plans, and writes one document for all of them in each format. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checking.h"
#include "commands.h"
#include "complain.h"
#include "load.h"
#include "output.h"
#include "say.h"
#include "write.h"

/* The reports of the files that could be read. */
typedef struct cli_reports {
  hhp_report **items;
  size_t count;
} cli_reports;

static int S_is_colourful(const cli_args *args, const cli_output *output) {
  const char *when = option_value(args, OPTION_COLOR);
  if (when != NULL && strcmp(when, "auto") != 0)
    return strcmp(when, "always") == 0;
  const char *no_color = getenv("NO_COLOR");
  const char *terminal = getenv("TERM");
  if (output->path != NULL || (no_color != NULL && no_color[0] != '\0'))
    return 0;
  return isatty(STDOUT_FILENO) && (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

static int32_t S_shown(const cli_args *args) {
  const char *name = option_value(args, OPTION_SHOW);
  int32_t severity = name == NULL ? HHP_SEVERITY_WARNING : HHP_SEVERITY_INFO;
  while (name != NULL && strcmp(hhp_severity_name(severity), name) != 0)
    severity++;
  return severity;
}

/* Of what is listed and stands, the first of the gravest; NULL: nothing. */
static const hhp_finding *S_gravest(const cli_reports *reports, int32_t shown) {
  const hhp_finding *gravest = NULL;
  for (size_t i = 0; i < reports->count; i++) {
    const hhp_finding *f;
    for (size_t k = 0; (f = hhp_report_at(reports->items[i], k)) != NULL; k++) {
      int32_t least = gravest == NULL ? shown : hhp_finding_severity(gravest) + 1;
      if (hhp_finding_severity(f) >= least && !hhp_finding_is_waived(f))
        gravest = f;
    }
  }
  return gravest;
}

/* How to learn more, for people who read along: files and pipes get the report alone, which is the same everywhere. */
static int S_hint(const cli_reports *reports, const cli_args *args) {
  const hhp_finding *f = S_gravest(reports, S_shown(args));
  cli_text out = {0};
  if (f == NULL || !isatty(STDOUT_FILENO))
    return CODE_FINE;
  put_said(&out, args->lang, "Mere om en regel: helhedsplan explain %s\n", "More on a rule: helhedsplan explain %s\n",
           hhp_finding_rule(f));
  return write_text(args->lang, NULL, &out);
}

static int S_render(const cli_reports *reports, const cli_args *args, const cli_output *output) {
  hhp_render_options *options = NULL;
  char *bytes = NULL;
  size_t length = 0;
  if (reports->count == 0 && output->format == HHP_FORMAT_TEXT && output->path == NULL)
    return CODE_FINE; /* why no file could be read has been said; "0 errors" would be no news */
  hhp_status status = hhp_render_options_new(&options);
  if (status == HHP_OK)
    status = hhp_render_options_set_lang(options, args->lang);
  if (status == HHP_OK)
    status = hhp_render_options_set_show(options, S_shown(args));
  if (status == HHP_OK)
    status = hhp_render_options_set_colour(options, S_is_colourful(args, output));
  if (status == HHP_OK)
    status = hhp_reports_render((const hhp_report *const *)reports->items, reports->count, output->format, options,
                                &bytes, &length);
  int code = status == HHP_OK ? write_out(args->lang, output->path, bytes, length) : complain_fault(args->lang, status);
  if (code == CODE_FINE && output->format == HHP_FORMAT_TEXT && output->path == NULL)
    code = S_hint(reports, args);
  hhp_free(bytes);
  hhp_render_options_free(options);
  return code;
}

/* Checks one file. One that cannot be read has no report. */
static int S_check(cli_reports *into, const cli_args *args, const hhp_check_options *options, const char *path) {
  cli_input bytes;
  int code = input_read(&bytes, args, path);
  if (code != CODE_FINE)
    return code;
  hhp_report *report = report_on(args, path);
  hhp_status status = report == NULL ? HHP_OK : hhp_check(bytes.bytes, bytes.length, options, report);
  input_free(&bytes);
  if (report == NULL)
    return CODE_FAULT;
  if (status != HHP_OK) {
    hhp_report_free(report);
    return complain_fault(args->lang, status);
  }
  into->items[into->count++] = report;
  return CODE_FINE;
}

/* Whether a report has findings of at least the severity that --fail-on asks for. */
static int S_fails(const cli_args *args, const hhp_report *report) {
  const char *name = option_value(args, OPTION_FAIL_ON);
  if (name == NULL || strcmp(name, "error") == 0)
    return hhp_report_error_count(report) > 0;
  if (strcmp(name, "warning") == 0)
    return hhp_report_error_count(report) + hhp_report_warning_count(report) > 0;
  if (strcmp(name, "info") == 0)
    return hhp_report_error_count(report) + hhp_report_warning_count(report) + hhp_report_info_count(report) > 0;
  return 0;
}

/* The codes are ordered by what they weigh: 4 over 3 over 1. */
static int S_worse(int one, int other) {
  return one > other ? one : other;
}

static int S_check_all(cli_reports *into, const cli_args *args, const hhp_check_options *options,
                       const cli_outputs *outputs) {
  int code = CODE_FINE;
  into->items = calloc(args->operand_count, sizeof(hhp_report *));
  if (into->items == NULL)
    return complain_fault(args->lang, HHP_ERR_NOMEM);
  for (size_t i = 0; i < args->operand_count && code != CODE_FAULT; i++)
    code = S_worse(code, S_check(into, args, options, args->operands[i]));
  for (size_t i = 0; i < into->count; i++)
    code = S_worse(code, S_fails(args, into->items[i]) ? CODE_FINDINGS : CODE_FINE);
  for (size_t i = 0; i < outputs->count && code != CODE_FAULT; i++)
    code = S_worse(code, S_render(into, args, &outputs->items[i]));
  return code;
}

static int S_check_operands(const cli_args *args) {
  const char *scheme = option_value(args, OPTION_SCHEME);
  size_t standard = scheme != NULL && strcmp(scheme, "-") == 0;
  size_t limit;
  for (size_t i = 0; i < args->operand_count; i++)
    standard += strcmp(args->operands[i], "-") == 0;
  if (standard > 1)
    return complain_usage(args, "standard input (-) kan kun læses én gang", "standard input (-) can be read once only");
  return input_limit(args, &limit);
}

/* The one format that has them. They take a pass over each file. */
static void S_ask_for_line_hashes(hhp_check_options *options, const cli_outputs *outputs) {
  for (size_t i = 0; i < outputs->count; i++) {
    if (outputs->items[i].format == HHP_FORMAT_SARIF)
      hhp_check_options_set_line_hashes(options, 1);
  }
}

int validate_command(const cli_args *args) {
  cli_outputs outputs = {NULL, 0};
  cli_scheme scheme = {NULL, NULL};
  hhp_check_options *options = NULL;
  cli_reports reports = {NULL, 0};

  int code = S_check_operands(args);
  if (code == CODE_FINE)
    code = outputs_read(&outputs, args, OPTION_FORMAT);
  if (code == CODE_FINE)
    code = scheme_load(&scheme, args, option_value(args, OPTION_SCHEME));
  if (code == CODE_FINE)
    code = check_options_load(&options, args, scheme.is);
  S_ask_for_line_hashes(options, &outputs);
  if (code == CODE_FINE)
    code = S_check_all(&reports, args, options, &outputs);

  for (size_t i = 0; i < reports.count; i++)
    hhp_report_free(reports.items[i]);
  free(reports.items);
  hhp_check_options_free(options);
  scheme_free(&scheme);
  outputs_free(&outputs);
  return code;
}
