/* helhedsplan diff: compares two versions of a plan. */
#include <string.h>

#include "cli/args/format_options.h"
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/print/error.h"

static int S_write_diff(const cli_args *args, const hhp_diff *diff, const cli_output *output) {
  hhp_render_options *options = NULL;
  char *bytes = NULL;
  size_t length = 0;
  hhp_status status = hhp_render_options_new(&options);
  if (status == HHP_OK)
    status = hhp_render_options_set_lang(options, args->lang);
  if (status == HHP_OK)
    status = hhp_diff_render(diff, output->format, options, &bytes, &length);
  int code = status == HHP_OK ? write_out(args->lang, output->path, bytes, length) : error_status(args->lang, status);
  hhp_free(bytes);
  hhp_render_options_free(options);
  return code;
}

/* Sets the paths, with invalid UTF-8 escaped. */
static hhp_status S_set_paths(hhp_diff *diff, const cli_args *args) {
  cli_text before = {0}, after = {0};
  put_utf8(&before, args->operands[0]);
  put_utf8(&after, args->operands[1]);
  hhp_status status =
      before.failed || after.failed ? HHP_ERR_NOMEM : hhp_diff_set_paths(diff, text_of(&before), text_of(&after));
  text_free(&before);
  text_free(&after);
  return status;
}

static int S_print_diff(const cli_args *args, const cli_outputs *outputs, const hhp_plan *before,
                        const hhp_plan *after) {
  hhp_diff *diff = NULL;
  hhp_status status = hhp_plan_diff(before, after, &diff);
  if (status == HHP_ERR_OVERFLOW) {
    error_print(args->lang, "budgettets beløb er for store til at kunne lægges sammen",
                "the amounts of the budget are too large to add up");
    return CODE_FINDINGS;
  }
  if (status == HHP_OK)
    status = S_set_paths(diff, args);
  int code = status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
  for (size_t i = 0; i < outputs->count && code == CODE_FINE; i++)
    code = S_write_diff(args, diff, &outputs->items[i]);
  if (code == CODE_FINE && hhp_diff_count(diff) > 0)
    code = CODE_FINDINGS;
  hhp_diff_free(diff);
  return code;
}

/* Reads both plans, so that errors in either are reported at once. Codes are ordered by precedence. */
static int S_load_both(const cli_args *args, hhp_plan *plans[2], cli_input inputs[2]) {
  int worst = CODE_FINE;
  for (size_t i = 0; i < 2 && worst != CODE_FAULT; i++) {
    int code = plan_load(&plans[i], args, args->operands[i], &inputs[i]);
    worst = code > worst ? code : worst;
  }
  return worst;
}

static int S_check_operands(const cli_args *args) {
  size_t limit;
  if (strcmp(args->operands[0], "-") == 0 && strcmp(args->operands[1], "-") == 0)
    return error_usage(args, "standard input (-) kan kun læses én gang", "standard input (-) can be read only once");
  return input_limit(args, &limit);
}

int diff_command(const cli_args *args) {
  cli_outputs outputs = {NULL, 0};
  hhp_plan *plans[2] = {NULL, NULL};
  cli_input inputs[2] = {{0}, {0}};
  int code = S_check_operands(args);
  if (code == CODE_FINE)
    code = outputs_read(&outputs, args, OPTION_DIFF_FORMAT);
  if (code == CODE_FINE)
    code = S_load_both(args, plans, inputs);
  if (code == CODE_FINE)
    code = S_print_diff(args, &outputs, plans[0], plans[1]);
  for (size_t i = 0; i < 2; i++) {
    input_free(&inputs[i]);
    hhp_plan_free(plans[i]);
  }
  outputs_free(&outputs);
  return code;
}
