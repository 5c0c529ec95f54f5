/* --stage, --today and --rule as the library's check options. */
#include "cli/args/check_options.h"

#include <string.h>

#include "cli/args/find_level.h"
#include "cli/args/find_rule.h"
#include "cli/args/nearest_word.h"
#include "cli/args/parse_number.h"
#include "cli/print/error.h"
#include "cli/print/text.h"
#include "cli/system/system.h"

static hhp_status S_set_stage(hhp_check_options *options, const cli_args *args) {
  const char *name = option_value(args, OPTION_STAGE);
  return hhp_check_options_set_stage(options, name == NULL ? HHP_STAGE_BY_STATUS : find_stage(name));
}

static int S_set_today(hhp_check_options *options, const cli_args *args) {
  const char *words = option_value(args, OPTION_TODAY);
  int32_t day = words == NULL ? system_local_date() : 0;
  hhp_status status = HHP_ERR_DATE;
  if (words == NULL || (parse_day(words, &day) == 0 && day != 0))
    status = hhp_check_options_set_today(options, day);
  if (status == HHP_ERR_DATE)
    return error_usage(args, "--today: »%s« er ikke en gyldig dato (ÅÅÅÅ-MM-DD)",
                       "--today: “%s” is not a valid date (YYYY-MM-DD)", words == NULL ? "" : words);
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

static int S_unknown_severity(const cli_args *args, const char *name) {
  cli_nearest near = nearest_to(name);
  for (int32_t severity = HHP_SEVERITY_OFF; hhp_severity_name(severity) != NULL; severity++)
    nearest_try(&near, hhp_severity_name(severity));
  return error_unknown(args, "--rule: ukendt alvorsgrad", "--rule: unknown severity", name, near.best);
}

static int S_set_rule_severity(hhp_check_options *options, const cli_args *args, const char *id, int32_t severity) {
  hhp_status status = hhp_check_options_set_severity(options, id, severity);
  if (status == HHP_ERR_NOT_FOUND)
    return error_usage(args, "--rule: %s gælder selve dokumentet, og dens alvorsgrad kan ikke ændres",
                       "--rule: %s is about the document itself; its severity cannot be changed", id);
  return status == HHP_OK ? CODE_FINE : error_status(args->lang, status);
}

static int S_parse_rule_severity(hhp_check_options *options, const cli_args *args, const char *value) {
  const char *name = strrchr(value, '=');
  if (name == NULL)
    return error_usage(args, "--rule: »%s« mangler en alvorsgrad; skriv fx HP401=warning",
                       "--rule: “%s” requires a severity, such as HP401=warning", value);
  int32_t severity = find_severity(name + 1);
  if (severity < 0)
    return S_unknown_severity(args, name + 1);

  cli_text word = {0};
  put_bytes(&word, value, (size_t)(name - value));
  const hhp_rule *rule = find_rule(text_of(&word));
  int code = CODE_FINE;
  if (word.failed)
    code = error_status(args->lang, HHP_ERR_NOMEM);
  else if (rule == NULL)
    code = error_no_rule(args, text_of(&word));
  else
    code = S_set_rule_severity(options, args, hhp_rule_id(rule), severity);
  text_free(&word);
  return code;
}

int check_options_load(hhp_check_options **into, const cli_args *args, const hhp_scheme *scheme) {
  *into = NULL;
  hhp_status status = hhp_check_options_new(into);
  if (status == HHP_OK)
    status = hhp_check_options_set_scheme(*into, scheme);
  if (status == HHP_OK)
    status = S_set_stage(*into, args);
  if (status == HHP_OK)
    status = hhp_check_options_set_waivers(*into, option_value(args, OPTION_NO_WAIVERS) == NULL);
  int code = status == HHP_OK ? S_set_today(*into, args) : error_status(args->lang, status);
  const char *value;
  for (size_t n = 0; code == CODE_FINE && (value = option_nth(args, OPTION_RULE, n)) != NULL; n++)
    code = S_parse_rule_severity(*into, args, value);
  return code;
}
