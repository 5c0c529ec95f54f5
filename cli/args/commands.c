/* The table of commands. */
#include "cli/args/commands.h"

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
static const option_id S_table_options[] = {OPTION_TABLE_FORMAT, OPTION_PLAIN, OPTION_MAX_SIZE, OPTION_END};
static const option_id S_rules_options[] = {OPTION_RULES_FORMAT, OPTION_ON_AT, OPTION_END};
static const option_id S_explain_options[] = {OPTION_EXPLAIN_FORMAT, OPTION_EXAMPLE, OPTION_END};
static const option_id S_schema_options[] = {OPTION_DRAFT_07, OPTION_END};
static const option_id S_schemes_options[] = {OPTION_MAX_SIZE, OPTION_END};
static const option_id S_help_options[] = {OPTION_MAN, OPTION_COMPLETION, OPTION_END};

static const char *const S_schema_words[] = {"plan", "scheme", "report", NULL};

static const cli_command S_commands[] = {
    {
        .name = "validate",
        .options = S_validate_options,
        .operands = "PATH…|-",
        .least_operands = 1,
        .most_operands = SIZE_MAX,
        .summary = {"Kontrollér planer mod Landsbyggefondens regler",
                    "Check plans against the rules of Landsbyggefonden"},
        .about =
            {"Læser hver fil (»-« er standard input) og i mapper alle *.helhedsplan.json. Hver bemærkning siger, hvad "
             "der er galt, hvor det står, hvor mange kroner det drejer sig om, og hvordan det rettes.",
             "Reads each file (“-” is standard input) and, for a folder, every *.helhedsplan.json in it. Each "
             "finding says what is wrong, where, by how many kroner, and how to correct it."},
        .code_0 = {"ingen bemærkninger med mindst den alvorsgrad, som --fail-on angiver",
                   "no findings at or above the severity of --fail-on"},
        .code_1 = {"bemærkninger med mindst den alvorsgrad; alle filer kunne læses",
                   "findings at or above that severity; all files could be read"},
    },
    {
        .name = "show",
        .options = S_show_options,
        .operands = "PATH|-",
        .least_operands = 1,
        .most_operands = 1,
        .summary = {"Vis et overblik over en plan", "Show an overview of a plan"},
        .about = {"Viser planens hoved, finansiering, indsatsområder med aktiviteter, hvilke mål der er dækket, og "
                  "hvad der mangler.",
                  "Shows the plan's heading, its financing, its focus areas with their activities, which goals are "
                  "covered, and what is missing."},
        .code_1 = {"filen kan ikke læses som en plan", "the file cannot be read as a plan"},
    },
    {
        .name = "cofinancing",
        .options = S_cofinancing_options,
        .operands = "[PATH|-]",
        .most_operands = 1,
        .summary = {"Beregn den lokale medfinansiering", "Calculate the local co-financing"},
        .about =
            {"Beregner for en plan eller ud fra beløb alene: --grant 35.000.000 --local 11.000.000 --frame 46.000.000. "
             "Viser andelene, om kravet er opfyldt, hvad der mangler, og begge måder at rette det på.",
             "Calculates for a plan, or from amounts alone: --grant 35,000,000 --local 11,000,000 --frame 46,000,000. "
             "Shows the shares, whether the requirement is met, the shortfall, and both ways to correct it."},
        .code_0 = {"kravet er opfyldt", "the requirement is met"},
        .code_1 = {"kravet er ikke opfyldt, er åbent eller kan ikke beregnes",
                   "the requirement is not met, is open, or cannot be calculated"},
    },
    {
        .name = "fmt",
        .options = S_fmt_options,
        .operands = "PATH…|-",
        .least_operands = 1,
        .most_operands = SIZE_MAX,
        .summary = {"Skriv planer i kanonisk form", "Write plans in canonical form"},
        .about = {"Uden tilvalg: skriver den kanoniske form af én fil til standard output. Kun opstillingen ændres. "
                  "En fil, som ikke kan omskrives uden tab, afvises med en begrundelse. --check og --write tager "
                  "også mapper: alle *.helhedsplan.json i dem.",
                  "Without options, prints the canonical form of one file. Only the layout changes. A file that "
                  "cannot be rewritten without loss is rejected, with the reason. --check and --write also take "
                  "folders: every *.helhedsplan.json in them."},
        .code_0 = {"udført; med --check: alle filer er i kanonisk form",
                   "done; with --check: all files are in canonical form"},
        .code_1 = {"en fil blev afvist; med --check: en fil er ikke i kanonisk form",
                   "a file was rejected; with --check: a file is not in canonical form"},
    },
    {
        .name = "init",
        .options = S_init_options,
        .operands = "",
        .summary = {"Opret en ny plan", "Create a new plan"},
        .about = {"Skriver et gyldigt udkast med eksempeltekster, som siger, hvad der skal stå. »helhedsplan "
                  "validate --show info« viser bagefter, hvad der mangler.",
                  "Writes a valid draft with placeholder texts that say what belongs there. “helhedsplan validate "
                  "--show info” then lists what is missing."},
    },
    {
        .name = "diff",
        .options = S_diff_options,
        .operands = "BEFORE AFTER",
        .least_operands = 2,
        .most_operands = 2,
        .summary = {"Vis forskellene mellem to udgaver af en plan",
                    "Show the differences between two versions of a plan"},
        .about = {"Sammenligner to planer (den ene kan være »-«, standard input) og viser først pengene, så hvad der "
                  "er tilføjet, fjernet og ændret. Det, der har et id, genkendes på det; linjer og rækkefølge er "
                  "uden betydning.",
                  "Compares two plans (one may be “-”, standard input). Shows the money first, then what was added, "
                  "removed and changed. Entities with an id are matched by it; lines and order do not matter."},
        .code_0 = {"ingen forskelle", "no differences"},
        .code_1 = {"forskelle, eller en fil kan ikke læses som en plan",
                   "differences, or a file cannot be read as a plan"},
    },
    {
        .name = "table",
        .options = S_table_options,
        .operands = "[NAME [PATH|-]]",
        .most_operands = 2,
        .summary = {"Skriv en tabel fra en plan til et regneark", "Write a table of a plan for a spreadsheet"},
        .about = {"Uden NAME: alle tabeller. Med NAME alene: tabellens kolonner. Med begge: planens tabel som CSV til "
                  "et dansk regneark (engelsk med --lang en): semikolon, decimalkomma og UTF-8 med byte order mark. En "
                  "tekst, som regnearket ville beregne (=, +, - eller @ forrest), får et enkelt citationstegn foran.",
                  "Without NAME, lists the tables. With NAME alone, lists its columns. With both, writes the table of "
                  "the plan as CSV for an English spreadsheet (Danish with --lang da): comma, decimal point, and UTF-8 "
                  "with a byte order mark. A text that the spreadsheet would calculate (=, +, - or @ first) gets a "
                  "single quote in front."},
        .code_1 = {"filen kan ikke læses som en plan", "the file cannot be read as a plan"},
    },
    {
        .name = "rules",
        .options = S_rules_options,
        .operands = "[HP…]",
        .most_operands = 1,
        .summary = {"Vis alle regler", "List the rules"},
        .about = {"Viser hver regel på én linje med dens alvorsgrad på hvert trin. Med HP…: de regler, hvis id "
                  "begynder sådan, fx HP4 for reglerne om finansiering. json har alle reglernes tekster på begge "
                  "sprog, også eksemplerne.",
                  "Lists each rule on one line, with its severity at each stage. With HP…: the rules whose id begins "
                  "so, such as HP4 for those on financing. json has all texts of each rule in both languages, "
                  "including the examples."},
    },
    {
        .name = "explain",
        .options = S_explain_options,
        .operands = "ID|SLUG",
        .least_operands = 1,
        .most_operands = 1,
        .summary = {"Forklar en regel, med eksempler", "Explain a rule, with examples"},
        .about = {"Viser reglens begrundelse og kilde, og hvordan en bemærkning afhjælpes; en lille plan, som ikke "
                  "overholder reglen, med bemærkningen og dens tal; og den samme plan, rettet.",
                  "Shows the rule's rationale, its source and its remedy; a small plan that fails it, with the "
                  "finding and its values; and the same plan, corrected."},
    },
    {
        .name = "schemes",
        .options = S_schemes_options,
        .operands = "[ID|FILE]",
        .most_operands = 1,
        .summary = {"Vis Landsbyggefondens ordninger", "Show the fund's schemes"},
        .about = {"Uden ID: de indbyggede ordninger. Med ID: alt om den ene, også indsatsområdernes koder.",
                  "Without ID, lists the built-in schemes. With ID, shows one scheme in full, including the codes of "
                  "its focus areas."},
    },
    {
        .name = "schema",
        .options = S_schema_options,
        .operands = "[plan|scheme|report]",
        .operand_words = S_schema_words,
        .most_operands = 1,
        .summary = {"Skriv filformatets JSON Schema", "Print the JSON Schema of the file format"},
        .about =
            {"Til editorer og andre værktøjer, der understøtter JSON Schema: skemaet for planer (standard), for "
             "ordninger (scheme) eller for det, som validate --format json skriver (report). Med --lang har det, hvad "
             "editorer viser: beskrivelser på sproget, ordenes betydning, kodernes navne og uddrag at skrive ud fra; "
             "strenge validatorer afviser det.",
             "For editors and other tools that support JSON Schema: the schema of plans (default), of schemes "
             "(scheme), or of the output of validate --format json (report). With --lang it has what editors show: "
             "descriptions in that language, the meaning of words, the names of codes, and snippets; strict validators "
             "refuse these."},
    },
    {
        .name = "help",
        .options = S_help_options,
        .operands = "[COMMAND]",
        .most_operands = 1,
        .summary = {"Vis hjælp til en kommando", "Show help on a command"},
        .about = {"Uden COMMAND: alle kommandoer. Manualsiden og fuldførelsen til skallen installeres sammen med "
                  "kommandoen; tilvalgene her skriver dem ud.",
                  "Without COMMAND, lists all commands. The manual page and the shell completions are installed with "
                  "the command; the options below print them."},
    },
};

enum { COMMANDS = sizeof(S_commands) / sizeof(S_commands[0]) };

const cli_command *command_at(size_t index) {
  return index < COMMANDS ? &S_commands[index] : NULL;
}
