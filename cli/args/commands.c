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
        .summary_da = "Kontrollér planer mod Landsbyggefondens regler",
        .summary_en = "Check plans against the rules of Landsbyggefonden",
        .about_da =
            "Læser hver fil (»-« er standard input) og i mapper alle *.helhedsplan.json. Hver bemærkning siger, hvad "
            "der er galt, hvor det står, hvor mange kroner det drejer sig om, og hvordan det rettes.",
        .about_en = "Reads each file (“-” is standard input) and, for a folder, every *.helhedsplan.json in it. Each "
                    "finding says what is wrong, where, by how many kroner, and how to correct it.",
        .code_0_da = "ingen bemærkninger med mindst den alvorsgrad, som --fail-on angiver",
        .code_0_en = "no findings at or above the severity of --fail-on",
        .code_1_da = "bemærkninger med mindst den alvorsgrad; alle filer kunne læses",
        .code_1_en = "findings at or above that severity; all files could be read",
    },
    {
        .name = "show",
        .options = S_show_options,
        .operands = "PATH|-",
        .least_operands = 1,
        .most_operands = 1,
        .summary_da = "Vis et overblik over en plan",
        .summary_en = "Show an overview of a plan",
        .about_da = "Viser planens hoved, finansiering, indsatsområder med aktiviteter, hvilke mål der er dækket, og "
                    "hvad der mangler.",
        .about_en = "Shows the plan's heading, its financing, its focus areas with their activities, which goals are "
                    "covered, and what is missing.",
        .code_1_da = "filen kan ikke læses som en plan",
        .code_1_en = "the file cannot be read as a plan",
    },
    {
        .name = "cofinancing",
        .options = S_cofinancing_options,
        .operands = "[PATH|-]",
        .most_operands = 1,
        .summary_da = "Beregn den lokale medfinansiering",
        .summary_en = "Calculate the local co-financing",
        .about_da =
            "Beregner for en plan eller ud fra beløb alene: --grant 35.000.000 --local 11.000.000 --frame 46.000.000. "
            "Viser andelene, om kravet er opfyldt, hvad der mangler, og begge måder at rette det på.",
        .about_en =
            "Calculates for a plan, or from amounts alone: --grant 35,000,000 --local 11,000,000 --frame 46,000,000. "
            "Shows the shares, whether the requirement is met, the shortfall, and both ways to correct it.",
        .code_0_da = "kravet er opfyldt",
        .code_0_en = "the requirement is met",
        .code_1_da = "kravet er ikke opfyldt, er åbent eller kan ikke beregnes",
        .code_1_en = "the requirement is not met, is open, or cannot be calculated",
    },
    {
        .name = "fmt",
        .options = S_fmt_options,
        .operands = "PATH…|-",
        .least_operands = 1,
        .most_operands = SIZE_MAX,
        .summary_da = "Skriv planer i kanonisk form",
        .summary_en = "Write plans in canonical form",
        .about_da = "Uden tilvalg: skriver den kanoniske form af én fil til standard output. Kun opstillingen ændres. "
                    "En fil, som ikke kan omskrives uden tab, afvises med en begrundelse. --check og --write tager "
                    "også mapper: alle *.helhedsplan.json i dem.",
        .about_en = "Without options, prints the canonical form of one file. Only the layout changes. A file that "
                    "cannot be rewritten without loss is rejected, with the reason. --check and --write also take "
                    "folders: every *.helhedsplan.json in them.",
        .code_0_da = "udført; med --check: alle filer er i kanonisk form",
        .code_0_en = "done; with --check: all files are in canonical form",
        .code_1_da = "en fil blev afvist; med --check: en fil er ikke i kanonisk form",
        .code_1_en = "a file was rejected; with --check: a file is not in canonical form",
    },
    {
        .name = "init",
        .options = S_init_options,
        .operands = "",
        .summary_da = "Opret en ny plan",
        .summary_en = "Create a new plan",
        .about_da = "Skriver et gyldigt udkast med eksempeltekster, som siger, hvad der skal stå. »helhedsplan "
                    "validate --show info« viser bagefter, hvad der mangler.",
        .about_en = "Writes a valid draft with placeholder texts that say what belongs there. “helhedsplan validate "
                    "--show info” then lists what is missing.",
    },
    {
        .name = "diff",
        .options = S_diff_options,
        .operands = "BEFORE AFTER",
        .least_operands = 2,
        .most_operands = 2,
        .summary_da = "Vis forskellene mellem to udgaver af en plan",
        .summary_en = "Show the differences between two versions of a plan",
        .about_da = "Sammenligner to planer (den ene kan være »-«, standard input) og viser først pengene, så hvad der "
                    "er tilføjet, fjernet og ændret. Det, der har et id, genkendes på det; linjer og rækkefølge er "
                    "uden betydning.",
        .about_en = "Compares two plans (one may be “-”, standard input). Shows the money first, then what was added, "
                    "removed and changed. Entities with an id are matched by it; lines and order do not matter.",
        .code_0_da = "ingen forskelle",
        .code_0_en = "no differences",
        .code_1_da = "forskelle, eller en fil kan ikke læses som en plan",
        .code_1_en = "differences, or a file cannot be read as a plan",
    },
    {
        .name = "rules",
        .options = S_rules_options,
        .operands = "[HP…]",
        .most_operands = 1,
        .summary_da = "Vis alle regler",
        .summary_en = "List the rules",
        .about_da = "Viser hver regel på én linje med dens alvorsgrad på hvert trin. Med HP…: de regler, hvis id "
                    "begynder sådan, fx HP4 for reglerne om finansiering. json har alle reglernes tekster på begge "
                    "sprog, også eksemplerne.",
        .about_en = "Lists each rule on one line, with its severity at each stage. With HP…: the rules whose id begins "
                    "so, such as HP4 for those on financing. json has all texts of each rule in both languages, "
                    "including the examples.",
    },
    {
        .name = "explain",
        .options = S_explain_options,
        .operands = "ID|SLUG",
        .least_operands = 1,
        .most_operands = 1,
        .summary_da = "Forklar en regel, med eksempler",
        .summary_en = "Explain a rule, with examples",
        .about_da = "Viser reglens begrundelse og kilde, og hvordan en bemærkning afhjælpes; en lille plan, som ikke "
                    "overholder reglen, med bemærkningen og dens tal; og den samme plan, rettet.",
        .about_en = "Shows the rule's rationale, its source and its remedy; a small plan that fails it, with the "
                    "finding and its values; and the same plan, corrected.",
    },
    {
        .name = "schemes",
        .options = S_schemes_options,
        .operands = "[ID|FILE]",
        .most_operands = 1,
        .summary_da = "Vis Landsbyggefondens ordninger",
        .summary_en = "Show the fund's schemes",
        .about_da = "Uden ID: de indbyggede ordninger. Med ID: alt om den ene, også indsatsområdernes koder.",
        .about_en = "Without ID, lists the built-in schemes. With ID, shows one scheme in full, including the codes of "
                    "its focus areas.",
    },
    {
        .name = "schema",
        .options = S_schema_options,
        .operands = "[plan|scheme|report]",
        .operand_words = S_schema_words,
        .most_operands = 1,
        .summary_da = "Skriv filformatets JSON Schema",
        .summary_en = "Print the JSON Schema of the file format",
        .about_da = "Til editorer og andre værktøjer, der understøtter JSON Schema: skemaet for planer (standard), for "
                    "ordninger (scheme) eller for det, som validate --format json skriver (report).",
        .about_en = "For editors and other tools that support JSON Schema: the schema of plans (default), of schemes "
                    "(scheme), or of the output of validate --format json (report).",
    },
    {
        .name = "help",
        .options = S_help_options,
        .operands = "[COMMAND]",
        .most_operands = 1,
        .summary_da = "Vis hjælp til en kommando",
        .summary_en = "Show help on a command",
        .about_da = "Uden COMMAND: alle kommandoer. Manualsiden og fuldførelsen til skallen installeres sammen med "
                    "kommandoen; tilvalgene her skriver dem ud.",
        .about_en = "Without COMMAND, lists all commands. The manual page and the shell completions are installed with "
                    "the command; the options below print them.",
    },
};

enum { COMMANDS = sizeof(S_commands) / sizeof(S_commands[0]) };

const cli_command *command_at(size_t index) {
  return index < COMMANDS ? &S_commands[index] : NULL;
}
