/* helhedsplan explain: shows one rule in full, with its example and the finding in it. */
#include "cli/print/explanation.h"

#include <string.h>

#include "cli/args/find_rule.h"
#include "cli/args/format_options.h"
#include "cli/cmd/cmd.h"
#include "cli/files/output.h"
#include "cli/print/error.h"

static int S_write_explanation(const cli_args *args, const cli_example *example) {
  cli_outputs outputs;
  int code = outputs_read(&outputs, args, OPTION_EXPLAIN_FORMAT);
  for (size_t i = 0; code == CODE_FINE && i < outputs.count; i++) {
    cli_text out = {0};
    if (outputs.items[i].format == HHP_FORMAT_MARKDOWN)
      put_explained_markdown(&out, example, args->lang);
    else
      put_explained(&out, example, args->lang);
    code = write_text(args->lang, outputs.items[i].path, &out);
  }
  outputs_free(&outputs);
  return code;
}

static int S_write_example(const cli_args *args, const hhp_rule *rule, const char *which) {
  const char *text = hhp_rule_example(rule, strcmp(which, "failing") == 0 ? HHP_EXAMPLE_FAILING : HHP_EXAMPLE_PASSING);
  if (option_value(args, OPTION_EXPLAIN_FORMAT) != NULL)
    return error_usage(args, "--example og --format kan ikke bruges sammen",
                       "--example and --format cannot be used together");
  return write_out(args->lang, NULL, text, strlen(text));
}

int explain_command(const cli_args *args) {
  const hhp_rule *rule = find_rule(args->operands[0]);
  const char *which = option_value(args, OPTION_EXAMPLE);
  if (rule == NULL)
    return error_no_rule(args, args->operands[0]);
  if (which != NULL)
    return S_write_example(args, rule, which);
  cli_example example;
  hhp_status status = example_check(&example, rule, args->lang);
  int code = status == HHP_OK ? S_write_explanation(args, &example) : error_status(args->lang, status);
  example_free(&example);
  return code;
}
