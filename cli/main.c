/* helhedsplan: checks and shows social development plans. This is the table of its commands, and the way to them. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "nearest.h"
#include "write.h"

static const option_id S_validate_options[] = {
    OPTION_STAGE,  OPTION_SCHEME, OPTION_TODAY, OPTION_RULE,  OPTION_NO_WAIVERS, OPTION_FAIL_ON, OPTION_SHOW,
    OPTION_FORMAT, OPTION_COLOR,  OPTION_JOBS,  OPTION_QUIET, OPTION_MAX_SIZE,   OPTION_END};
static const option_id S_show_options[] = {OPTION_STAGE, OPTION_SCHEME, OPTION_TODAY, OPTION_MAX_SIZE, OPTION_END};
static const option_id S_cofinancing_options[] = {
    OPTION_GRANT, OPTION_LOCAL,  OPTION_THIRD_PARTY,    OPTION_FRAME,    OPTION_MIN_SHARE,
    OPTION_BASE,  OPTION_SCHEME, OPTION_FIGURES_FORMAT, OPTION_MAX_SIZE, OPTION_END};
static const option_id S_fmt_options[] = {OPTION_CHECK, OPTION_WRITE, OPTION_QUIET, OPTION_MAX_SIZE, OPTION_END};
static const option_id S_init_options[] = {OPTION_NEW_SCHEME, OPTION_TITLE, OPTION_AREA,  OPTION_MUNICIPALITY,
                                           OPTION_ID,         OPTION_START, OPTION_FRAME, OPTION_OUTPUT,
                                           OPTION_MAX_SIZE,   OPTION_END};
static const option_id S_diff_options[] = {OPTION_DIFF_FORMAT, OPTION_MAX_SIZE, OPTION_END};
static const option_id S_rules_options[] = {OPTION_RULES_FORMAT, OPTION_ON_AT, OPTION_END};
static const option_id S_explain_options[] = {OPTION_EXPLAIN_FORMAT, OPTION_EXAMPLE, OPTION_END};
static const option_id S_schema_options[] = {OPTION_DRAFT_07, OPTION_END};
static const option_id S_schemes_options[] = {OPTION_MAX_SIZE, OPTION_END};
static const option_id S_help_options[] = {OPTION_MAN, OPTION_COMPLETION, OPTION_END};

static const cli_command S_commands[] = {
    {
        .name = "validate",
        .run = validate_command,
        .options = S_validate_options,
        .operands = "PATH…|-",
        .least_operands = 1,
        .most_operands = SIZE_MAX,
        .summary_da = "Kontrollér planer mod Landsbyggefondens regler",
        .summary_en = "Check plans against the rules of Landsbyggefonden",
        .about_da = "Læser hver fil (»-« er standard input), og af mapper alle *.helhedsplan.json i dem, og fortæller "
                    "alt, hvad der er galt: hvor, hvor mange kroner det drejer sig om, og hvad der vil rette det.",
        .about_en = "Reads each file (“-” is standard input), and of folders every *.helhedsplan.json in them, and "
                    "tells all that is wrong: where, by how many kroner, and what would mend it.",
        .fine_da = "intet fund på det niveau, som --fail-on angiver",
        .fine_en = "no finding of the severity that --fail-on names",
        .found_da = "fund på det niveau, og alle filer kunne læses",
        .found_en = "findings of that severity, and all files could be read",
    },
    {
        .name = "show",
        .run = show_command,
        .options = S_show_options,
        .operands = "PATH|-",
        .least_operands = 1,
        .most_operands = 1,
        .summary_da = "Vis en plan på en skærmside",
        .summary_en = "Show a plan at a glance",
        .about_da = "Viser planens hoved, finansiering, indsatsområder med aktiviteter, hvilke mål der er dækket, og "
                    "hvad der mangler.",
        .about_en = "Shows the plan's heading, its financing, its focus areas with their activities, which goals are "
                    "served, and what is missing.",
        .found_da = "filen kan ikke læses som en plan",
        .found_en = "the file cannot be read as a plan",
    },
    {
        .name = "cofinancing",
        .run = cofinancing_command,
        .options = S_cofinancing_options,
        .operands = "[PATH|-]",
        .most_operands = 1,
        .summary_da = "Regn på den lokale medfinansiering",
        .summary_en = "Work out the local co-financing",
        .about_da = "Regner på en plan, eller på bare tal: --grant 35.000.000 --local 11.000.000 --frame 46.000.000. "
                    "Viser andelene, om kravet er opfyldt, hvad der mangler, og begge måder at rette det på.",
        .about_en = "Works on a plan, or on bare numbers: --grant 35,000,000 --local 11,000,000 --frame 46,000,000. "
                    "Shows the shares, whether the requirement is met, what is lacking, and both ways of mending it.",
        .fine_da = "kravet er opfyldt",
        .fine_en = "the requirement is met",
        .found_da = "kravet er ikke opfyldt, eller det kan ikke beregnes",
        .found_en = "the requirement is not met, or it cannot be computed",
    },
    {
        .name = "fmt",
        .run = fmt_command,
        .options = S_fmt_options,
        .operands = "PATH…|-",
        .least_operands = 1,
        .most_operands = SIZE_MAX,
        .summary_da = "Skriv planer i kanonisk form",
        .summary_en = "Write plans in canonical form",
        .about_da = "Uden tilvalg: skriver den kanoniske form af én fil til standard output. Kun opstillingen ændres. "
                    "En fil, som ikke kan læses uden tab, afvises, og det fortælles hvorfor. --check og --write tager "
                    "også mapper: "
                    "alle *.helhedsplan.json i dem.",
        .about_en =
            "Without options: prints the canonical form of one file. Nothing but the layout changes. A file "
            "that cannot be read without loss is refused, and told why. --check and --write take folders too: every "
            "*.helhedsplan.json in them.",
        .fine_da = "udført; med --check: alle filer er i kanonisk form",
        .fine_en = "done; with --check: all files are in canonical form",
        .found_da = "en fil blev afvist; med --check: en fil er ikke i kanonisk form",
        .found_en = "a file was refused; with --check: a file is not in canonical form",
    },
    {
        .name = "init",
        .run = init_command,
        .options = S_init_options,
        .operands = "",
        .summary_da = "Begynd en ny plan",
        .summary_en = "Begin a new plan",
        .about_da = "Skriver et udkast, der er gyldigt fra begyndelsen, med eksempler, som siger, hvad der skal stå. "
                    "»helhedsplan validate --show info« viser bagefter, hvad der mangler.",
        .about_en = "Writes a draft that is valid from the beginning, with examples that say what belongs there. "
                    "“helhedsplan validate --show info” then tells what is missing.",
    },
    {
        .name = "diff",
        .run = diff_command,
        .options = S_diff_options,
        .operands = "BEFORE AFTER",
        .least_operands = 2,
        .most_operands = 2,
        .summary_da = "Vis forskellene mellem to udgaver af en plan",
        .summary_en = "Show what two versions of a plan differ in",
        .about_da = "Sammenligner to planer (den ene kan være »-«, standard input) og viser først pengene, så hvad der "
                    "er tilføjet, fjernet og ændret. Det, der har et id, kendes på det; linjer og rækkefølge er uden "
                    "betydning.",
        .about_en = "Compares two plans (one may be “-”, standard input) and shows the money first, then what was "
                    "added, removed and changed. What has an id is known by it; lines and order do not matter.",
        .fine_da = "ingen forskelle",
        .fine_en = "no differences",
        .found_da = "forskelle, eller en fil kan ikke læses som en plan",
        .found_en = "differences, or a file cannot be read as a plan",
    },
    {
        .name = "rules",
        .run = rules_command,
        .options = S_rules_options,
        .operands = "[HP…]",
        .most_operands = 1,
        .summary_da = "Vis alle regler",
        .summary_en = "List all the rules",
        .about_da =
            "Hver regel på en linje, med sin vægt på hvert trin. Med HP…: de regler, hvis id begynder sådan, fx "
            "HP4 for dem om finansiering. json har alt om hver regel på begge sprog, også eksemplerne.",
        .about_en = "Each rule on a line, with its severity at each stage. With HP…: those whose id begins so, such as "
                    "HP4 for those on financing. json has all about each rule in both languages, the examples too.",
    },
    {
        .name = "explain",
        .run = explain_command,
        .options = S_explain_options,
        .operands = "ID|SLUG",
        .least_operands = 1,
        .most_operands = 1,
        .summary_da = "Forklar en regel, med eksempler",
        .summary_en = "Explain a rule, with examples",
        .about_da =
            "Hvorfor reglen er der, hvor den stammer fra, og hvad der retter et fund; en lille plan, som reglen "
            "finder fejl i, med fundet og dets tal; og den samme plan, rettet.",
        .about_en = "Why the rule is there, where it comes from, and what mends a finding; a small plan that fails it, "
                    "with the finding and its numbers; and the same plan, mended.",
    },
    {
        .name = "schemes",
        .run = schemes_command,
        .options = S_schemes_options,
        .operands = "[ID|FILE]",
        .most_operands = 1,
        .summary_da = "Vis Landsbyggefondens ordninger",
        .summary_en = "Show the fund's schemes",
        .about_da = "Uden ID: de indbyggede ordninger. Med ID: alt om den ene, også indsatsområdernes koder.",
        .about_en = "Without ID: the schemes that are built in. With ID: all about that one, the codes of its focus "
                    "areas too.",
    },
    {
        .name = "schema",
        .run = schema_command,
        .options = S_schema_options,
        .operands = "[plan|scheme|report]",
        .most_operands = 1,
        .summary_da = "Skriv filformatets JSON Schema",
        .summary_en = "Print the JSON Schema of the file format",
        .about_da = "Til editorer og andre værktøjer, der kender JSON Schema: skemaet for planer (standard), for "
                    "ordninger (scheme) eller for det, som validate --format json skriver (report).",
        .about_en = "For editors and other tools that know JSON Schema: of plans (the default), of schemes, or of what "
                    "validate --format json writes (report).",
    },
    {
        .name = "help",
        .run = help_command,
        .options = S_help_options,
        .operands = "[COMMAND]",
        .most_operands = 1,
        .summary_da = "Vis hjælp til en kommando",
        .summary_en = "Show help on a command",
        .about_da = "Uden COMMAND: alle kommandoer. Manualsiden og fuldførelsen installeres sammen med kommandoen; her "
                    "kan de skrives til andre steder.",
        .about_en = "Without COMMAND: all the commands. The manual page and the completions are installed with the "
                    "command; here they can be written to other places.",
    },
};

enum { COMMANDS = sizeof(S_commands) / sizeof(S_commands[0]) };

const cli_command *command_at(size_t index) {
  return index < COMMANDS ? &S_commands[index] : NULL;
}

const cli_command *command_find(const char *name) {
  for (size_t i = 0; i < COMMANDS; i++) {
    if (strcmp(S_commands[i].name, name) == 0)
      return &S_commands[i];
  }
  return NULL;
}

int complain_no_command(int32_t lang, const char *name) {
  cli_nearest near = nearest_to(name);
  for (size_t i = 0; i < COMMANDS; i++)
    nearest_try(&near, S_commands[i].name);
  cli_args none = {.lang = lang};
  return complain_unknown(&none, "ukendt kommando", "unknown command", name, near.best);
}

/* The language is needed before the command line is read, since that may be what is wrong. */
static int32_t S_language(int count, char **words) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  const char *asked = NULL;
  for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++) {
    if (strncmp(words[i], "--lang=", 7) == 0)
      asked = words[i] + 7;
    else if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
      asked = words[i + 1];
  }
  for (size_t i = 0; asked == NULL && i < sizeof(variables) / sizeof(variables[0]); i++) {
    const char *value = getenv(variables[i]);
    asked = value == NULL || value[0] == '\0' ? NULL : value;
  }
  return asked != NULL && strncmp(asked, "da", 2) == 0 ? HHP_LANG_DA : HHP_LANG_EN;
}

static int S_print_version(int32_t lang) {
  cli_text out = {0};
  put(&out, "helhedsplan ");
  put(&out, hhp_version_string());
  put(&out, "\n");
  return write_text(lang, NULL, &out);
}

static int S_run(const cli_command *command, int32_t lang, int count, char **words) {
  cli_args args;
  int code = arguments_read(&args, command, lang, count, words);
  if (code == CODE_FINE)
    code = option_value(&args, OPTION_HELP) != NULL ? help_print(lang, command) : command->run(&args);
  arguments_free(&args);
  return code;
}

static int S_is_lang(const char *word) {
  return strcmp(word, "--lang") == 0 || strncmp(word, "--lang=", 7) == 0;
}

/* What is closed would be given to the next file that is opened, and a plan be read for standard input, or written to as
 * standard error. So each gets what it cannot be used for, and whoever uses it is told. */
static void S_fill_closed_descriptors(void) {
  static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int i = 0; i < 3; i++) {
    if (fcntl(i, F_GETFD) == -1 && errno == EBADF)
      (void)open("/dev/null", modes[i]);
  }
}

int main(int count, char **words) {
  S_fill_closed_descriptors();
  signal(SIGPIPE, SIG_IGN); /* a closed pipe, and a file that becomes too large, are errors of write, and told there */
  signal(SIGXFSZ, SIG_IGN);
  int32_t lang = S_language(count, words);

  int at = 1;
  while (at < count && S_is_lang(words[at]))
    at += words[at][6] == '=' ? 1 : 2;
  if (at >= count) {
    cli_args none = {.lang = lang};
    return complain_usage(&none, "der mangler en kommando", "a command is missing");
  }
  if (strcmp(words[at], "--version") == 0)
    return S_print_version(lang);
  if (strcmp(words[at], "--help") == 0 || strcmp(words[at], "-h") == 0)
    return help_print(lang, NULL);
  const cli_command *command = command_find(words[at]);
  if (command == NULL)
    return complain_no_command(lang, words[at]);
  for (int i = at; i > 1; i--) /* a --lang before the command is read as one behind it */
    words[i] = words[i - 1];
  return S_run(command, lang, count - 2, words + 2);
}
