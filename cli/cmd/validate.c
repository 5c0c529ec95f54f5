/* helhedsplan validate: checks plans, and writes one document for all of them in each format. */
#include <stdlib.h>
#include <string.h>

#include "cli/args/check_options.h"
#include "cli/args/find_level.h"
#include "cli/args/format_options.h"
#include "cli/cmd/cmd.h"
#include "cli/files/ci_root.h"
#include "cli/files/input.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/files/paths.h"
#include "cli/files/reports.h"
#include "cli/print/error.h"
#include "cli/print/lang.h"
#include "cli/system/system.h"

static int S_is_colourful(const cli_args *args, const cli_output *output) {
  const char *when = option_value(args, OPTION_COLOR);
  if (when != NULL && strcmp(when, "auto") != 0)
    return strcmp(when, "always") == 0;
  const char *no_color = getenv("NO_COLOR");
  if (output->path != NULL || (no_color != NULL && no_color[0] != '\0'))
    return 0;
  return system_output_has_colour();
}

/* The lowest severity that is listed, by --show. */
static int32_t S_lowest_listed(const cli_args *args) {
  const char *name = option_value(args, OPTION_SHOW);
  return name == NULL ? HHP_SEVERITY_WARNING : find_severity(name);
}

/* The first of the most severe findings that are listed and not waived; NULL: none. */
static const hhp_finding *S_most_severe(const cli_reports *reports, int32_t shown) {
  const hhp_finding *worst = NULL;
  for (size_t i = 0; i < reports->count; i++) {
    const hhp_finding *f;
    for (size_t k = 0; (f = hhp_report_at(reports->items[i], k)) != NULL; k++) {
      int32_t least = worst == NULL ? shown : hhp_finding_severity(worst) + 1;
      if (hhp_finding_severity(f) >= least && !hhp_finding_is_waived(f))
        worst = f;
    }
  }
  return worst;
}

/* Prints where to read more, on a terminal only: files and pipes get the report alone. */
static int S_print_hint(const cli_reports *reports, const cli_args *args) {
  const hhp_finding *f = S_most_severe(reports, S_lowest_listed(args));
  cli_text out = {0};
  if (f == NULL || !system_output_is_terminal())
    return CODE_FINE;
  put_in_lang(&out, args->lang, "Læs mere om reglen: helhedsplan explain %s\n",
              "More about the rule: helhedsplan explain %s\n", hhp_finding_rule(f));
  return write_text(args->lang, NULL, &out);
}

/* The lowest severity that fails, by --fail-on; HHP_SEVERITY_OFF: none. */
static int32_t S_lowest_failing(const cli_args *args) {
  const char *name = option_value(args, OPTION_FAIL_ON);
  if (name == NULL)
    return HHP_SEVERITY_ERROR;
  return strcmp(name, "never") == 0 ? HHP_SEVERITY_OFF : find_severity(name);
}

static int S_fails(const cli_args *args, const hhp_report *report) {
  const size_t counts[] = {
      [HHP_SEVERITY_INFO] = hhp_report_info_count(report),
      [HHP_SEVERITY_WARNING] = hhp_report_warning_count(report),
      [HHP_SEVERITY_ERROR] = hhp_report_error_count(report),
  };
  int32_t least = S_lowest_failing(args);
  for (int32_t severity = HHP_SEVERITY_ERROR; least != HHP_SEVERITY_OFF && severity >= least; severity--) {
    if (counts[severity] > 0)
      return 1;
  }
  return 0;
}

/* Text and JSON have the paths as given; formats for build servers have them relative to the root. */
static int S_is_for_build_servers(int32_t format) {
  return format != HHP_FORMAT_TEXT && format != HHP_FORMAT_JSON;
}

static hhp_status S_set_paths_from_root(const cli_reports *reports, const cli_ci_root *root) {
  for (size_t i = 0; i < reports->count; i++) {
    char *path = ci_root_path(root, hhp_report_path(reports->items[i]));
    hhp_status status = path == NULL ? HHP_ERR_NOMEM : hhp_report_set_path(reports->items[i], path);
    free(path);
    if (status != HHP_OK)
      return status;
  }
  return HHP_OK;
}

static hhp_status S_make_render_options(hhp_render_options **into, const cli_args *args, const cli_output *output,
                                        const cli_ci_root *root) {
  hhp_status status = hhp_render_options_new(into);
  if (status == HHP_OK)
    status = hhp_render_options_set_lang(*into, args->lang);
  if (status == HHP_OK)
    status = hhp_render_options_set_show(*into, S_lowest_listed(args));
  if (status == HHP_OK)
    status = hhp_render_options_set_colour(*into, S_is_colourful(args, output));
  if (status == HHP_OK)
    status = hhp_render_options_set_fail_on(*into, S_lowest_failing(args));
  if (status == HHP_OK)
    status = hhp_render_options_set_root(*into, root->folder);
  return status;
}

static int S_write_report(const cli_reports *reports, const cli_args *args, const cli_output *output,
                          const cli_ci_root *root) {
  hhp_render_options *options = NULL;
  char *bytes = NULL;
  size_t length = 0;
  if (output->path == NULL && option_value(args, OPTION_QUIET) != NULL)
    return CODE_FINE;
  if (reports->readable == 0 && output->format == HHP_FORMAT_TEXT && output->path == NULL)
    return CODE_FINE; /* the reasons have been printed; "0 errors" would mislead */
  hhp_status status = S_make_render_options(&options, args, output, root);
  if (status == HHP_OK)
    status = hhp_reports_render((const hhp_report *const *)reports->items, reports->count, output->format, options,
                                &bytes, &length);
  int code = status == HHP_OK ? write_out(args->lang, output->path, bytes, length) : error_status(args->lang, status);
  if (code == CODE_FINE && output->format == HHP_FORMAT_TEXT && output->path == NULL)
    code = S_print_hint(reports, args);
  hhp_free(bytes);
  hhp_render_options_free(options);
  return code;
}

/* The exit code that takes precedence: the greater one. */
static int S_worse_code(int one, int other) {
  return one > other ? one : other;
}

static int S_has_output(const cli_outputs *outputs, int for_servers) {
  for (size_t i = 0; i < outputs->count; i++) {
    if (S_is_for_build_servers(outputs->items[i].format) == for_servers)
      return 1;
  }
  return 0;
}

/* Text and JSON first, then, with rewritten paths, the formats for build servers. */
static int S_write_reports(const cli_reports *reports, const cli_args *args, const cli_outputs *outputs) {
  cli_ci_root root;
  int code = ci_root_find(&root) == 0 ? CODE_FINE : error_status(args->lang, HHP_ERR_NOMEM);
  for (int for_servers = 0; for_servers <= 1 && code != CODE_FAULT; for_servers++) {
    if (!S_has_output(outputs, for_servers))
      continue;
    hhp_status status = for_servers ? S_set_paths_from_root(reports, &root) : HHP_OK;
    if (status != HHP_OK)
      code = error_status(args->lang, status);
    for (size_t i = 0; i < outputs->count && code != CODE_FAULT; i++) {
      if (S_is_for_build_servers(outputs->items[i].format) == for_servers)
        code = S_worse_code(code, S_write_report(reports, args, &outputs->items[i], &root));
    }
  }
  ci_root_free(&root);
  return code;
}

static int S_check_all(const cli_args *args, const hhp_check_options *options, const cli_outputs *outputs,
                       const cli_paths *paths) {
  cli_reports reports;
  int code = reports_make(&reports, args, options, paths);
  for (size_t i = 0; i < reports.count; i++)
    code = S_worse_code(code, S_fails(args, reports.items[i]) ? CODE_FINDINGS : CODE_FINE);
  if (code != CODE_FAULT)
    code = S_worse_code(code, S_write_reports(&reports, args, outputs));
  reports_free(&reports);
  return code;
}

/* Reports usage errors before anything is read: two operands `-`, and invalid values of --max-size and --jobs. */
static int S_check_usage(const cli_args *args) {
  const char *scheme = option_value(args, OPTION_SCHEME);
  size_t standard = scheme != NULL && strcmp(scheme, "-") == 0;
  size_t limit, jobs;
  for (size_t i = 0; i < args->operand_count; i++)
    standard += strcmp(args->operands[i], "-") == 0;
  if (standard > 1)
    return error_usage(args, "standard input (-) kan kun læses én gang", "standard input (-) can be read only once");
  int code = input_limit(args, &limit);
  return code == CODE_FINE ? reports_jobs(args, &jobs) : code;
}

static int S_has_format(const cli_outputs *outputs, int32_t format) {
  for (size_t i = 0; i < outputs->count; i++) {
    if (outputs->items[i].format == format)
      return 1;
  }
  return 0;
}

/* The HTML page draws the plan, so its report keeps it. */
static int S_keep_plans(hhp_check_options *options, const cli_args *args, const cli_outputs *outputs) {
  hhp_status status = hhp_check_options_set_keep_plan(options, S_has_format(outputs, HHP_FORMAT_HTML));
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

/* Code scanning identifies findings by a hash of the line, and JSON and SARIF have the digest of the file. Both take
 * time, the digest nearly half of that of a check, so they are calculated only if an output shows them. */
static int S_set_hashes(hhp_check_options *options, const cli_args *args, const cli_outputs *outputs) {
  hhp_status status = hhp_check_options_set_line_hashes(options, S_has_format(outputs, HHP_FORMAT_SARIF));
  if (status == HHP_OK)
    status = hhp_check_options_set_sha256(options, S_has_format(outputs, HHP_FORMAT_JSON) ||
                                                       S_has_format(outputs, HHP_FORMAT_SARIF));
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

int validate_command(const cli_args *args) {
  cli_outputs outputs = {NULL, 0};
  cli_scheme scheme = {NULL, NULL};
  hhp_check_options *options = NULL;
  cli_paths paths = {0};

  int code = S_check_usage(args);
  if (code == CODE_FINE)
    code = outputs_read(&outputs, args, OPTION_FORMAT);
  if (code == CODE_FINE)
    code = scheme_load(&scheme, args, option_value(args, OPTION_SCHEME));
  if (code == CODE_FINE)
    code = check_options_load(&options, args, scheme.value);
  if (code == CODE_FINE)
    code = S_set_hashes(options, args, &outputs);
  if (code == CODE_FINE)
    code = S_keep_plans(options, args, &outputs);
  if (code == CODE_FINE)
    code = paths_find(&paths, args);
  for (size_t i = 0; code == CODE_FINE && i < paths.count; i++)
    code = outputs_check(&outputs, args, paths.items[i].name);
  if (code == CODE_FINE)
    code = S_check_all(args, options, &outputs, &paths);

  paths_free(&paths);
  hhp_check_options_free(options);
  scheme_free(&scheme);
  outputs_free(&outputs);
  return code;
}
