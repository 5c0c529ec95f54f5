/* The options. One table has the name, the values and the description of each; parser, help and completions use it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "base/phrase.h"

typedef enum option_id {
  OPTION_STAGE,
  OPTION_SCHEME,
  OPTION_TODAY,
  OPTION_FORMAT,
  OPTION_FIGURES_FORMAT,
  OPTION_DIFF_FORMAT,
  OPTION_TABLE_FORMAT,
  OPTION_PLAIN,
  OPTION_FAIL_ON,
  OPTION_RULE,
  OPTION_NO_WAIVERS,
  OPTION_SHOW,
  OPTION_COLOR,
  OPTION_JOBS,
  OPTION_QUIET,
  OPTION_MAX_SIZE,
  OPTION_GRANT,
  OPTION_LOCAL,
  OPTION_THIRD_PARTY,
  OPTION_FRAME,
  OPTION_MIN_SHARE,
  OPTION_BASE,
  OPTION_DRAFT_07,
  OPTION_CHECK,
  OPTION_WRITE,
  OPTION_NEW_SCHEME,
  OPTION_TITLE,
  OPTION_AREA,
  OPTION_MUNICIPALITY,
  OPTION_ID,
  OPTION_START,
  OPTION_OUTPUT,
  OPTION_RULES_FORMAT,
  OPTION_ON_AT,
  OPTION_EXPLAIN_FORMAT,
  OPTION_EXAMPLE,
  OPTION_MAN,
  OPTION_COMPLETION,
  OPTION_LANG,
  OPTION_HELP,
  OPTION_END /* number of options; ends a list of options */
} option_id;

typedef struct cli_option {
  const char *name;         /* without the dashes */
  const char *value;        /* placeholder in help; NULL: takes no value */
  const char *const *words; /* allowed values, NULL-terminated; NULL: any */
  int with_path;            /* a value may be followed by =PATH */
  hhp__phrase about;        /* description */
} cli_option;

const cli_option *option_at(option_id id);

/* The letter of the short form, such as j for -j; NUL: none. */
char option_letter(option_id id);

/* Options of every command; ended by OPTION_END. */
extern const option_id common_options[];

#endif
