/* The options. One table says what each is called, what values it takes and what it is for; reading the command line
 * and the help both come from it. */
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
  OPTION_END /* how many there are; ends a list of them */
} option_id;

typedef struct cli_option {
  const char *name;         /* without the dashes */
  const char *value;        /* how help shows the value; NULL: it takes none */
  const char *const *words; /* the values that it takes, ended by NULL; NULL: any */
  int with_path;            /* a word may be followed by =PATH */
  const char *da;           /* what it is for */
  const char *en;
} cli_option;

struct cli_args;

/* A command: what it is called, what it takes, what it is for, and what does it. */
typedef struct cli_command {
  const char *name;
  int (*run)(const struct cli_args *args);
  const option_id *options; /* besides --lang and --help, which all take; ended by OPTION_END */
  const char *operands;     /* how help shows them */
  size_t least_operands, most_operands;
  const char *summary_da, *summary_en; /* one line */
  const char *about_da, *about_en;     /* a paragraph */
  const char *fine_da, *fine_en;       /* what exit code 0 means; NULL: that it is done */
  const char *found_da, *found_en;     /* what exit code 1 means; NULL: there is none */
} cli_command;

typedef struct cli_given {
  option_id id;
  const char *value; /* "" where the option takes none */
} cli_given;

/* What stood on the command line. */
typedef struct cli_args {
  const cli_command *command;
  int32_t lang;       /* of the command's own words */
  cli_given *options; /* in the order given */
  size_t option_count;
  const char **operands;
  size_t operand_count;
} cli_args;

const cli_option *option_at(option_id id);

/* The letter of its short form, as in -j; NUL: it has none. */
char option_letter(option_id id);

/* What every command takes; ended by OPTION_END. */
extern const option_id common_options[];

/* Reads what stands behind the command's name. Returns CODE_FINE, or another code after having said what is wrong.
 * Whatever it returns, arguments_free frees. */
int arguments_read(cli_args *into, const cli_command *of, int32_t lang, int count, char **words);
void arguments_free(cli_args *args);

/* The value given last; NULL: the option was not given. */
const char *option_value(const cli_args *args, option_id id);

/* The value of the n-th option of that id; NULL past the end. */
const char *option_nth(const cli_args *args, option_id id, size_t n);

/* Says what is wrong with the call, and where help is. Returns CODE_USAGE. */
__attribute__((format(printf, 2, 4), format(printf, 3, 4))) int complain_usage(const cli_args *args, const char *da,
                                                                               const char *en, ...);

/* Says that a word is not known, and which one may be meant: `what` is such as "ukendt ordning". */
int complain_unknown(const cli_args *args, const char *da, const char *en, const char *word, const char *meant);

#endif
