/* The options. One table has the name, the values and the description of each; the parser and the help both use it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

typedef enum option_id {
  OPTION_STAGE,
  OPTION_SCHEME,
  OPTION_TODAY,
  OPTION_FORMAT,
  OPTION_FIGURES_FORMAT,
  OPTION_DIFF_FORMAT,
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
  const char *da;           /* description */
  const char *en;
} cli_option;

struct cli_args;

/* A command: name, handler, options, operands and help texts. */
typedef struct cli_command {
  const char *name;
  int (*run)(const struct cli_args *args);
  const option_id *options; /* without common_options; ended by OPTION_END */
  const char *operands;     /* placeholder in help */
  size_t least_operands, most_operands;
  const char *summary_da, *summary_en; /* one line */
  const char *about_da, *about_en;     /* a paragraph */
  const char *fine_da, *fine_en;       /* meaning of exit code 0; NULL: "done" */
  const char *found_da, *found_en;     /* meaning of exit code 1; NULL: not used */
} cli_command;

typedef struct cli_given {
  option_id id;
  const char *value; /* "" if the option takes no value */
} cli_given;

/* The parsed command line. */
typedef struct cli_args {
  const cli_command *command;
  int32_t lang;       /* of messages and help */
  cli_given *options; /* in the order given */
  size_t option_count;
  const char **operands;
  size_t operand_count;
} cli_args;

const cli_option *option_at(option_id id);

/* The letter of the short form, such as j for -j; NUL: none. */
char option_letter(option_id id);

/* Options of every command; ended by OPTION_END. */
extern const option_id common_options[];

/* Parses the words after the command's name. Returns CODE_FINE, or another code after printing the error. Call
 * arguments_free in either case. */
int arguments_read(cli_args *into, const cli_command *of, int32_t lang, int count, char **words);
void arguments_free(cli_args *args);

/* The last value given; NULL: option not given. */
const char *option_value(const cli_args *args, option_id id);

/* The value of the n-th occurrence of the option; NULL past the end. */
const char *option_nth(const cli_args *args, option_id id, size_t n);

/* Prints a usage error and where to find help. Returns CODE_USAGE. */
__attribute__((format(printf, 2, 4), format(printf, 3, 4))) int error_usage(const cli_args *args, const char *da,
                                                                            const char *en, ...);

/* Prints an "unknown …" error with a suggestion (`meant`, or NULL); da and en are such as "ukendt ordning". */
int error_unknown(const cli_args *args, const char *da, const char *en, const char *word, const char *meant);

#endif
