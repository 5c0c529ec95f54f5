/* helhedsplan schema: prints the JSON Schema of the file format. */
#include "commands.h"
#include "complain.h"
#include "write.h"

int schema_command(const cli_args *args) {
  int32_t draft = option_value(args, OPTION_DRAFT_07) == NULL ? HHP_JSON_SCHEMA_2020_12 : HHP_JSON_SCHEMA_DRAFT_07;
  char *json = NULL;
  size_t length = 0;
  hhp_status status = hhp_json_schema(draft, &json, &length);
  if (status != HHP_OK)
    return complain_fault(args->lang, status);
  int code = write_out(args->lang, NULL, json, length);
  hhp_free(json);
  return code;
}
