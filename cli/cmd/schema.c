/* helhedsplan schema: prints the JSON Schema of plans, schemes or reports. */
#include <string.h>

#include "cli/args/nearest_word.h"
#include "cli/cmd/cmd.h"
#include "cli/files/output.h"
#include "cli/print/error.h"

/* In the order of the operand words of the command. */
static const int32_t S_schema_formats[] = {HHP_SCHEMA_PLAN, HHP_SCHEMA_SCHEME, HHP_SCHEMA_REPORT};

enum { SCHEMAS = sizeof(S_schema_formats) / sizeof(S_schema_formats[0]) };

static int S_unknown_schema(const cli_args *args, const char *name) {
  const char *const *words = args->command->operand_words;
  cli_nearest near = nearest_to(name);
  for (size_t i = 0; words[i] != NULL; i++)
    nearest_try(&near, words[i]);
  return error_unknown(args, "ukendt skema", "unknown schema", name, near.best);
}

int schema_command(const cli_args *args) {
  const char *const *words = args->command->operand_words;
  const char *name = args->operand_count == 0 ? words[0] : args->operands[0];
  size_t at = 0;
  while (at < SCHEMAS && strcmp(words[at], name) != 0)
    at++;
  if (at == SCHEMAS)
    return S_unknown_schema(args, name);

  int32_t format = S_schema_formats[at];
  int32_t draft = option_value(args, OPTION_DRAFT_07) == NULL ? HHP_JSON_SCHEMA_2020_12 : HHP_JSON_SCHEMA_DRAFT_07;
  char *json = NULL;
  size_t length = 0;
  /* Only when asked for: strict validators refuse what only editors have. Reports are not written in editors. */
  int is_for_editors = option_value(args, OPTION_LANG) != NULL && format != HHP_SCHEMA_REPORT;
  hhp_status status = is_for_editors ? hhp_editor_schema(format, draft, args->lang, &json, &length)
                                     : hhp_json_schema_of(format, draft, &json, &length);
  if (status != HHP_OK)
    return error_status(args->lang, status);
  int code = write_out(args->lang, NULL, json, length);
  hhp_free(json);
  return code;
}
