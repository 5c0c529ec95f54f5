/* helhedsplan schema: prints the JSON Schema of plans, of schemes or of reports. */
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "nearest.h"
#include "write.h"

static const struct {
  const char *name;
  int32_t format;
} S_formats[] = {{"plan", HHP_SCHEMA_PLAN}, {"scheme", HHP_SCHEMA_SCHEME}, {"report", HHP_SCHEMA_REPORT}};

enum { FORMATS = sizeof(S_formats) / sizeof(S_formats[0]) };

static int S_unknown(const cli_args *args, const char *name) {
  cli_nearest near = nearest_to(name);
  for (size_t i = 0; i < FORMATS; i++)
    nearest_try(&near, S_formats[i].name);
  return complain_unknown(args, "der er ikke noget skema for", "there is no schema of", name, near.best);
}

int schema_command(const cli_args *args) {
  const char *name = args->operand_count == 0 ? S_formats[0].name : args->operands[0];
  size_t at = 0;
  while (at < FORMATS && strcmp(S_formats[at].name, name) != 0)
    at++;
  if (at == FORMATS)
    return S_unknown(args, name);

  int32_t draft = option_value(args, OPTION_DRAFT_07) == NULL ? HHP_JSON_SCHEMA_2020_12 : HHP_JSON_SCHEMA_DRAFT_07;
  char *json = NULL;
  size_t length = 0;
  hhp_status status = hhp_json_schema_of(S_formats[at].format, draft, &json, &length);
  if (status != HHP_OK)
    return complain_fault(args->lang, status);
  int code = write_out(args->lang, NULL, json, length);
  hhp_free(json);
  return code;
}
