/* The table of options. */
#include "cli/args/options.h"

static const char *const S_stage_words[] = {"draft", "prequal", "full", NULL};
static const char *const S_languages[] = {"da", "en", NULL};
static const char *const S_failing_severities[] = {"error", "warning", "info", "never", NULL};
static const char *const S_shown_severities[] = {"info", "warning", "error", NULL};
static const char *const S_color_words[] = {"auto", "always", "never", NULL};
static const char *const S_example_words[] = {"failing", "passing", NULL};
static const char *const S_base_words[] = {"total", "grant", NULL};
/* The formats of each --format: words of the library's enum "format". */
static const char *const S_report_formats[] = {"text",         "json",   "markdown", "sarif", "junit",
                                               "junit-strict", "github", "gitlab",   "html",  NULL};
static const char *const S_figures_formats[] = {"text", "json", NULL};
static const char *const S_diff_formats[] = {"text", "json", "markdown", NULL};
static const char *const S_table_formats[] = {"csv", "tsv", "markdown", "json", NULL};
static const char *const S_rules_formats[] = {"text", "json", "markdown", NULL};
static const char *const S_explain_formats[] = {"text", "markdown", NULL};
static const char *const S_shells[] = {"bash", "zsh", "fish", NULL};

static const cli_option S_options[OPTION_END] = {
    [OPTION_STAGE] = {"stage",
                      "STAGE",
                      S_stage_words,
                      0,
                      {"Kontrollér planen på dette trin uanset dens status: draft (udkast), prequal (prækvalifikation: "
                       "prækvalificeret eller indsendt) eller full (fuld plan: godkendt og senere).",
                       "Check the plan at this stage regardless of its status: draft, prequal (prequalified or "
                       "submitted) or full (approved or later)."}},
    [OPTION_SCHEME] = {"scheme",
                       "ID|FILE",
                       NULL,
                       0,
                       {"Brug denne ordning i stedet for den, planen nævner: id på en indbygget ordning (se "
                        "»helhedsplan schemes«) eller en fil med din egen.",
                        "Use this scheme instead of the one named in the plan: the id of a built-in scheme (see "
                        "“helhedsplan schemes”) or a file with your own."}},
    [OPTION_TODAY] = {"today",
                      "DATE",
                      NULL,
                      0,
                      {"Den dag, der kontrolleres på, ÅÅÅÅ-MM-DD. Standard: dags dato.",
                       "Check as on this day, YYYY-MM-DD. Default: the current date."}},
    [OPTION_FORMAT] =
        {"format",
         "F[=PATH]",
         S_report_formats,
         1,
         {"Skriv resultatet som text (standard), json, markdown, sarif, junit, junit-strict, github, gitlab eller "
          "html, til filen PATH eller, uden PATH, til standard output. Kan gives flere gange, højst én af dem til "
          "standard output.",
          "Write the result as text (default), json, markdown, sarif, junit, junit-strict, github, gitlab or html, to "
          "the file PATH or, without PATH, to standard output. May be repeated, with at most one to standard output."}},
    [OPTION_FIGURES_FORMAT] =
        {"format",
         "F[=PATH]",
         S_figures_formats,
         1,
         {"Skriv tallene som text (standard) eller json, til filen PATH eller til standard output.",
          "Write the figures as text (default) or json, to the file PATH or to standard output."}},
    [OPTION_DIFF_FORMAT] = {"format",
                            "F[=PATH]",
                            S_diff_formats,
                            1,
                            {"Skriv forskellene som text (standard), json eller markdown (til en kommentar), til filen "
                             "PATH eller til standard output. Kan gives flere gange.",
                             "Write the differences as text (default), json or markdown (for a comment), to the file "
                             "PATH or to standard output. May be repeated."}},
    [OPTION_TABLE_FORMAT] =
        {"format",
         "F[=PATH]",
         S_table_formats,
         1,
         {"Skriv tabellen som csv (standard), tsv, markdown eller json (altid for programmer), til filen PATH eller "
          "til standard output. Kan gives flere gange.",
          "Write the table as csv (default), tsv, markdown or json (always for programs), to the file PATH or to "
          "standard output. May be repeated."}},
    [OPTION_PLAIN] =
        {"plain",
         NULL,
         NULL,
         0,
         {"Skriv for programmer i stedet for et regneark: filformatets navne og ord, komma mellem felterne, "
          "decimalpunktum, ingen byte order mark, og tekster uden beskyttelse mod at blive beregnet.",
          "Write for programs instead of a spreadsheet: the names and words of the file format, commas between the "
          "cells, decimal point, no byte order mark, and texts not guarded against being calculated."}},
    [OPTION_FAIL_ON] = {"fail-on",
                        "SEVERITY",
                        S_failing_severities,
                        0,
                        {"Afslut med kode 1, når der er en bemærkning med mindst denne alvorsgrad: error (fejl, "
                         "standard), warning (advarsel) eller info (oplysning); never: aldrig.",
                         "Exit with 1 if there is a finding of at least this severity: error (default), warning or "
                         "info; never: do not."}},
    [OPTION_RULE] = {"rule",
                     "ID=SEVERITY",
                     NULL,
                     0,
                     {"Giv en regel en anden alvorsgrad: error (fejl), warning (advarsel), info (oplysning) eller off "
                      "(slået fra). Kan gives flere gange.",
                      "Set the severity of a rule: error, warning, info or off. May be repeated."}},
    [OPTION_NO_WAIVERS] =
        {"no-waivers",
         NULL,
         NULL,
         0,
         {"Se bort fra planens egne begrundede undtagelser; de bemærkninger, som de dækker, tæller da med.",
          "Ignore the plan's own waivers; the findings that they cover then count."}},
    [OPTION_SHOW] = {"show",
                     "SEVERITY",
                     S_shown_severities,
                     0,
                     {"Vis bemærkninger ned til denne alvorsgrad: info (oplysning), warning (advarsel, standard) eller "
                      "error (fejl). Resten tælles; json og sarif har dem alle.",
                      "List findings down to this severity: info, warning (default) or error. The rest are counted; "
                      "json and sarif have them all."}},
    [OPTION_COLOR] =
        {"color",
         "WHEN",
         S_color_words,
         0,
         {"Farver i text: auto (standard; kun på en terminal, og ikke når NO_COLOR er sat), always (altid) eller never "
          "(aldrig).",
          "Colour text output: auto (default; on a terminal only, and not when NO_COLOR is set), always or never."}},
    [OPTION_JOBS] =
        {"jobs",
         "N",
         NULL,
         0,
         {"Kontrollér op til N filer ad gangen; 0: én for hver processor. Standard: 1. Resultatet er det samme.",
          "Check up to N files at a time; 0: one for each processor. Default: 1. The result is the same."}},
    [OPTION_QUIET] = {"quiet",
                      NULL,
                      NULL,
                      0,
                      {"Skriv intet til standard output; returkoden viser resultatet. Forkert brug og filer, der ikke "
                       "kan læses, meldes stadig.",
                       "Write nothing to standard output; the exit code gives the result. Usage errors and unreadable "
                       "files are still reported."}},
    [OPTION_MAX_SIZE] = {"max-size",
                         "N[K|M|G]",
                         NULL,
                         0,
                         {"Læs ikke filer, der er større end N byte. Standard: 256M.",
                          "Do not read files of more than N bytes. Default: 256M."}},
    [OPTION_GRANT] = {"grant", "KR", NULL, 0, {"Tilskuddet i hele kroner.", "The grant, in whole kroner."}},
    [OPTION_LOCAL] = {"local",
                      "KR",
                      NULL,
                      0,
                      {"Den lokale medfinansiering i hele kroner.", "The local co-financing, in whole kroner."}},
    [OPTION_THIRD_PARTY] =
        {"third-party",
         "KR",
         NULL,
         0,
         {"Bidrag fra andre parter, som indgår i det samlede budget, men ikke er lokale. Standard: 0.",
          "Contributions of other parties, which are part of the total but not local. Default: 0."}},
    [OPTION_FRAME] =
        {"frame", "KR", NULL, 0, {"Budgetrammen i hele kroner.", "The budget ceiling (ramme), in whole kroner."}},
    [OPTION_MIN_SHARE] =
        {"min-share",
         "SHARE",
         NULL,
         0,
         {"Den mindste lokale andel i procent (25 eller 25,5) eller basispoint (2550bp). Standard: ordningens, ellers "
          "25.",
          "The minimum local share, in per cent (25 or 25.5) or basis points (2550bp). Default: the scheme's, else "
          "25."}},
    [OPTION_BASE] = {"base",
                     "BASE",
                     S_base_words,
                     0,
                     {"Hvad andelen beregnes af: total (det samlede budget) eller grant (tilskuddet). Standard: "
                      "ordningens, ellers total.",
                      "What the share is calculated from: total or grant. Default: the scheme's, else total."}},
    [OPTION_DRAFT_07] = {"draft-07",
                         NULL,
                         NULL,
                         0,
                         {"Skriv skemaet i draft-07, som flere editorer understøtter, i stedet for 2020-12.",
                          "Print the schema in draft-07, which more editors support, instead of 2020-12."}},
    [OPTION_CHECK] = {"check",
                      NULL,
                      NULL,
                      0,
                      {"Skriv navnene på de filer, der ikke er i kanonisk form, og afslut med kode 1, hvis der er "
                       "nogen. Ingen fil ændres.",
                       "Print the names of the files that are not in canonical form, and exit with 1 if there are any. "
                       "No file is changed."}},
    [OPTION_WRITE] = {"write",
                      NULL,
                      NULL,
                      0,
                      {"Omskriv filerne på stedet. Filer, der allerede er i kanonisk form, røres ikke.",
                       "Rewrite the files in place. Files already in canonical form are not touched."}},
    [OPTION_NEW_SCHEME] = {"scheme",
                           "ID|FILE",
                           NULL,
                           0,
                           {"Planens ordning: id på en indbygget (se »helhedsplan schemes«) eller en fil med din egen. "
                            "Standard: den nyeste indbyggede.",
                            "The plan's scheme: the id of a built-in one (see “helhedsplan schemes”) or a file with "
                            "your own. Default: the newest built-in one."}},
    [OPTION_TITLE] = {"title",
                      "TITLE",
                      NULL,
                      0,
                      {"Planens titel. Standard: dannet af området og årene.",
                       "The plan's title. Default: made from the area and the years."}},
    [OPTION_AREA] = {"area", "AREA", NULL, 0, {"Boligområdets navn.", "The name of the housing area."}},
    [OPTION_MUNICIPALITY] = {"municipality",
                             "NAME|CODE",
                             NULL,
                             0,
                             {"Beliggenhedskommunen, ved navn eller kode: odense eller 461. Planen får kommunens kode, "
                              "og kommunen bliver part i planen.",
                              "The host municipality, by name or code: odense or 461. The plan gets its code, and the "
                              "municipality becomes a party."}},
    [OPTION_ID] = {"id",
                   "ID",
                   NULL,
                   0,
                   {"Planens id: a-z, 0-9 og bindestreg. Standard: dannet af titlen eller området.",
                    "The plan's id: a-z, 0-9 and hyphens. Default: made from the title or the area."}},
    [OPTION_START] =
        {"start",
         "DATE",
         NULL,
         0,
         {"Planens første dag, ÅÅÅÅ-MM-DD; den sidste følger af ordningen. Uden den: kun årene, fra "
          "ordningens sidste år.",
          "The plan's first day, YYYY-MM-DD; the last day follows from the scheme. Without it: years only, "
          "from the scheme's last year."}},
    [OPTION_OUTPUT] = {"output",
                       "PATH",
                       NULL,
                       0,
                       {"Skriv planen til denne fil, som ikke må findes i forvejen. Standard: standard output.",
                        "Write the plan to this file, which must not exist. Default: standard output."}},
    [OPTION_RULES_FORMAT] =
        {"format",
         "F[=PATH]",
         S_rules_formats,
         1,
         {"Skriv reglerne som text (standard), json eller markdown, til filen PATH eller til standard output.",
          "Write the rules as text (default), json or markdown, to the file PATH or to standard output."}},
    [OPTION_ON_AT] = {"stage",
                      "STAGE",
                      S_stage_words,
                      0,
                      {"Vis kun de regler, der er slået til på dette trin: draft (udkast), prequal (prækvalifikation) "
                       "eller full (fuld plan).",
                       "List only the rules that are on at this stage: draft, prequal or full."}},
    [OPTION_EXPLAIN_FORMAT] =
        {"format",
         "F[=PATH]",
         S_explain_formats,
         1,
         {"Skriv forklaringen som text (standard) eller markdown, til filen PATH eller til standard output.",
          "Write the explanation as text (default) or markdown, to the file PATH or to standard output."}},
    [OPTION_EXAMPLE] =
        {"example",
         "WHICH",
         S_example_words,
         0,
         {"Skriv kun eksemplets plan: failing (den, der ikke overholder reglen) eller passing (den samme, rettet).",
          "Print only the plan of the example: failing (the one that fails the rule) or passing (the same, "
          "corrected)."}},
    [OPTION_MAN] = {"man",
                    NULL,
                    NULL,
                    0,
                    {"Skriv manualsiden helhedsplan(1) på det sprog, som --lang angiver.",
                     "Print the manual page helhedsplan(1), in the language of --lang."}},
    [OPTION_COMPLETION] =
        {"completion",
         "SHELL",
         S_shells,
         0,
         {"Skriv fuldførelsen af kommandoer, tilvalg og værdier til en skal: bash, zsh eller fish.",
          "Print the completion script of a shell, for commands, options and values: bash, zsh or fish."}},
    [OPTION_LANG] = {"lang",
                     "LANG",
                     S_languages,
                     0,
                     {"Sprog: da eller en. Standard: efter LC_ALL, LC_MESSAGES eller LANG.",
                      "Language: da or en. Default: by LC_ALL, LC_MESSAGES or LANG."}},
    [OPTION_HELP] = {"help", NULL, NULL, 0, {"Vis denne hjælp.", "Show this help."}},
};

const option_id common_options[] = {OPTION_LANG, OPTION_HELP, OPTION_END};

/* Short options, such as -j. */
static const struct {
  option_id id;
  char letter;
} S_letters[] = {{OPTION_JOBS, 'j'}, {OPTION_QUIET, 'q'}, {OPTION_OUTPUT, 'o'}, {OPTION_HELP, 'h'}};

char option_letter(option_id id) {
  for (size_t i = 0; i < sizeof(S_letters) / sizeof(S_letters[0]); i++) {
    if (S_letters[i].id == id)
      return S_letters[i].letter;
  }
  return '\0';
}

const cli_option *option_at(option_id id) {
  return &S_options[id];
}
