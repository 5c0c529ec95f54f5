/* helhedsplan cofinancing: calculates shares, shortfalls and corrections, for a plan or from amounts alone. */
#include <string.h>

#include "cli/args/format_options.h"
#include "cli/args/parse_number.h"
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/figures.h"
#include "cli/print/money.h"

static int S_write_figures(const cli_args *args, const hhp_cofinancing_result *result) {
  cli_outputs outputs;
  int code = outputs_read(&outputs, args, OPTION_FIGURES_FORMAT);
  int worst = result->verdict == HHP_VERDICT_PASSES ? CODE_FINE : CODE_FINDINGS;
  for (size_t i = 0; code == CODE_FINE && i < outputs.count; i++) {
    cli_text out = {0};
    if (outputs.items[i].format == HHP_FORMAT_JSON) {
      put_figures_json(&out, result);
    } else {
      put_figures(&out, result, args->lang);
      put(&out, "\n");
      put_verdict(&out, result, args->lang, 0);
    }
    code = write_text(args->lang, outputs.items[i].path, &out);
  }
  outputs_free(&outputs);
  return code == CODE_FINE ? worst : code;
}

static int S_calculate_plan(const cli_args *args, const hhp_scheme *scheme, hhp_cofinancing_result *result) {
  hhp_plan *plan = NULL;
  cli_input bytes = {0};
  const char *path = args->operands[0];
  int code = plan_load(&plan, args, path, &bytes);
  hhp_status status = HHP_OK;
  if (code == CODE_FINE)
    status = hhp_plan_cofinancing(plan, scheme, result, sizeof(*result));
  if (status == HHP_ERR_NOT_FOUND) {
    error_print(args->lang, "%s: planens ordning »%s« er ikke indbygget; angiv den med --scheme",
                "%s: the plan's scheme “%s” is not built in; specify it with --scheme", path, hhp_plan_scheme(plan));
    code = CODE_FINDINGS;
  } else if (status == HHP_ERR_OVERFLOW) {
    error_print(args->lang, "%s: beløbene er for store til at kunne lægges sammen",
                "%s: the amounts are too large to add up", path);
    code = CODE_FINDINGS;
  } else if (status != HHP_OK) {
    code = error_status(args->lang, status);
  }
  input_free(&bytes);
  hhp_plan_free(plan);
  return code;
}

static int S_read_requirement(const cli_args *args, const hhp_scheme *scheme, int32_t *min_share_bp, int32_t *base) {
  enum { USUAL_SHARE = 2500 }; /* of all built-in schemes */
  *min_share_bp = scheme == NULL ? USUAL_SHARE : hhp_scheme_min_local_bp(scheme);
  *base = scheme == NULL ? HHP_SHARE_BASE_TOTAL : hhp_scheme_base(scheme);
  const char *words = option_value(args, OPTION_BASE);
  if (words != NULL)
    *base = strcmp(words, "grant") == 0 ? HHP_SHARE_BASE_GRANT : HHP_SHARE_BASE_TOTAL;
  words = option_value(args, OPTION_MIN_SHARE);
  if (words == NULL || parse_share(words, min_share_bp) == 0)
    return CODE_FINE;
  return error_usage(
      args, "--min-share: »%s« er ikke en gyldig andel; skriv procent som 25 eller 25,5, eller basispoint som 2550bp",
      "--min-share: “%s” is not a valid share; write per cent such as 25 or 25.5, or basis points such as 2550bp",
      words);
}

static int S_calculate_amounts(const cli_args *args, const hhp_scheme *scheme, hhp_cofinancing_result *result) {
  int64_t grant, local, third_party, frame;
  int32_t min_share_bp, base;
  if (option_value(args, OPTION_GRANT) == NULL && option_value(args, OPTION_LOCAL) == NULL &&
      option_value(args, OPTION_FRAME) == NULL)
    return error_usage(args, "angiv en plan, eller --grant, --local eller --frame",
                       "specify a plan, or --grant, --local or --frame");
  int code = parse_kroner_option(args, OPTION_GRANT, HHP_ABSENT, &grant);
  if (code == CODE_FINE)
    code = parse_kroner_option(args, OPTION_LOCAL, HHP_ABSENT, &local);
  if (code == CODE_FINE)
    code = parse_kroner_option(args, OPTION_THIRD_PARTY, 0, &third_party);
  if (code == CODE_FINE)
    code = parse_kroner_option(args, OPTION_FRAME, HHP_ABSENT, &frame);
  if (code == CODE_FINE)
    code = S_read_requirement(args, scheme, &min_share_bp, &base);
  if (code != CODE_FINE)
    return code;
  hhp_status status = hhp_cofinancing(grant, local, third_party, frame, min_share_bp, base, result, sizeof(*result));
  if (status == HHP_ERR_OVERFLOW)
    return error_usage(args, "beløbene er for store til at kunne lægges sammen", "the amounts are too large to add up");
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

/* With a plan, all amounts come from it. */
static int S_check_plan_alone(const cli_args *args) {
  static const option_id numbers[] = {OPTION_GRANT, OPTION_LOCAL,     OPTION_THIRD_PARTY,
                                      OPTION_FRAME, OPTION_MIN_SHARE, OPTION_BASE};
  for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
    if (option_value(args, numbers[i]) != NULL)
      return error_usage(args, "--%s kan ikke bruges sammen med en plan", "--%s cannot be used with a plan",
                         option_at(numbers[i])->name);
  }
  return CODE_FINE;
}

int cofinancing_command(const cli_args *args) {
  cli_scheme scheme;
  hhp_cofinancing_result result = {0};
  int has_plan = args->operand_count > 0;
  int code = has_plan ? S_check_plan_alone(args) : CODE_FINE;
  if (code != CODE_FINE)
    return code;
  code = scheme_load(&scheme, args, option_value(args, OPTION_SCHEME));
  if (code == CODE_FINE)
    code = (has_plan ? S_calculate_plan : S_calculate_amounts)(args, scheme.value, &result);
  if (code == CODE_FINE)
    code = S_write_figures(args, &result);
  scheme_free(&scheme);
  return code;
}
