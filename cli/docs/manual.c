/* Writes the manual page from the tables of commands, options and examples. */
#include "cli/docs/manual.h"

#include <string.h>

#include "cli/args/commands.h"
#include "cli/docs/command_examples.h"
#include "cli/print/lang.h"
#include "cli/print/layout.h"

/* Date of the last change to the text; fixed, so that builds are reproducible. */
static const char S_manual_date[] = "2026-11-29";

enum { LINE = 68 };

/* Escapes a word for roff: a backslash starts an escape, and a bare hyphen becomes a dash. */
static void S_put_escaped(cli_text *out, const char *word, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (word[i] == '\\')
      put(out, "\\e");
    else if (word[i] == '-')
      put(out, "\\-");
    else
      put_bytes(out, word + i, 1);
  }
}

/* In roff, "." and "'" at the start of a line are commands, and "." at its end ends a sentence, even after "kr". */
static void S_put_sentences(cli_text *out, const char *words) {
  size_t column = 0;
  while (*words != '\0') {
    size_t length = strcspn(words, " ");
    const char *next = words + length + strspn(words + length, " ");
    int ends = words[length - 1] == '.' && (next[0] == '\0' || strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", next[0]) != NULL);
    if (column == 0 && (words[0] == '.' || words[0] == '\''))
      put(out, "\\&");
    S_put_escaped(out, words, length);
    column += length + 1;
    int breaks = ends || next[0] == '\0' || column + strcspn(next, " ") > LINE;
    if (breaks && !ends && words[length - 1] == '.')
      put(out, "\\&");
    put(out, breaks ? "\n" : " ");
    column = breaks ? 0 : column;
    words = next;
  }
}

static void S_put_section_macro(cli_text *out, const char *macro, const char *words) {
  put(out, macro);
  put(out, " \"");
  S_put_escaped(out, words, strlen(words));
  put(out, "\"\n");
}

/* A tagged paragraph: the tag in bold, an optional placeholder in italics, then the description. */
static void S_put_tagged(cli_text *out, const char *bold, const char *italic, const char *about) {
  put(out, ".TP\n\\fB");
  S_put_escaped(out, bold, strlen(bold));
  put(out, "\\fR");
  if (italic != NULL) {
    put(out, " \\fI");
    S_put_escaped(out, italic, strlen(italic));
    put(out, "\\fR");
  }
  put(out, "\n");
  S_put_sentences(out, about);
}

static void S_put_option(cli_text *out, option_id id, int32_t lang) {
  const cli_option *option = option_at(id);
  const char letter[] = {option_letter(id), '\0'};
  cli_text names = {0};
  if (letter[0] != '\0') {
    put(&names, "-");
    put(&names, letter);
    put(&names, ", ");
  }
  put(&names, "--");
  put(&names, option->name);
  S_put_tagged(out, text_of(&names), option->value, hhp__in_lang(option->about, lang));
  text_join(out, &names);
}

static void S_put_examples(cli_text *out, int32_t lang) {
  const cli_command_example *usage;
  for (size_t i = 0; (usage = command_example_at(i)) != NULL; i++) {
    put(out, i == 0 ? "" : ".PP\n");
    S_put_sentences(out, hhp__in_lang(usage->about, lang));
    put(out, ".PP\n.RS 4\n.nf\n");
    S_put_escaped(out, usage->line, strlen(usage->line));
    put(out, "\n.fi\n.RE\n");
  }
}

static void S_put_command(cli_text *out, const cli_command *command, int32_t lang) {
  cli_text title = {0};
  put(&title, "helhedsplan ");
  put(&title, command->name);
  put(&title, in_lang(lang, " [TILVALG]…", " [OPTION]…"));
  put(&title, command->operands[0] == '\0' ? "" : " ");
  put(&title, command->operands);
  S_put_section_macro(out, ".SS", text_of(&title));
  text_join(out, &title);
  cli_text summary = {0};
  put(&summary, hhp__in_lang(command->summary, lang));
  put(&summary, ". ");
  put(&summary, hhp__in_lang(command->about, lang));
  S_put_sentences(out, text_of(&summary));
  text_join(out, &summary);
  for (const option_id *id = command->options; *id != OPTION_END; id++)
    S_put_option(out, *id, lang);
  if (command->code_1.da != NULL) {
    cli_text codes = {0};
    put_in_lang(&codes, lang, "Returkode 0: %s; 1: %s.", "Exit code 0: %s; 1: %s.",
                command->code_0.da == NULL ? in_lang(lang, "udført", "done") : hhp__in_lang(command->code_0, lang),
                hhp__in_lang(command->code_1, lang));
    put(out, ".PP\n");
    S_put_sentences(out, text_of(&codes));
    text_join(out, &codes);
  }
}

/* A paragraph, or a tagged entry if `word` is set. */
typedef struct cli_manual_part {
  hhp__phrase heading; /* NULL: continues the previous section */
  const char *word;    /* NULL: a paragraph */
  hhp__phrase text;
} cli_manual_part;

static const cli_manual_part S_first_parts[] = {
    {{"NAVN", "NAME"},
     NULL,
     {"helhedsplan - kontrollerer og viser boligsociale helhedsplaner",
      "helhedsplan - check and show Danish social development plans"}},
    {{"OVERSIGT", "SYNOPSIS"},
     NULL,
     {"helhedsplan COMMAND [TILVALG]… [PATH]…", "helhedsplan COMMAND [OPTION]… [PATH]…"}},
    {{"BESKRIVELSE", "DESCRIPTION"},
     NULL,
     {"Kontrollerer og viser boligsociale helhedsplaner, skrevet som JSON, og beregner deres medfinansiering. Tilvalg "
      "skrives --navn værdi eller --navn=værdi, før eller efter filerne. -- afslutter dem.",
      "Checks and shows Danish social development plans (boligsociale helhedsplaner), written as JSON, and calculates "
      "their co-financing. Options are written --name value or --name=value, before or after the files. -- ends the "
      "options."}},
    {{NULL, NULL},
     NULL,
     {"Kommandoer, der tager flere filer, tager også mapper: alle *.helhedsplan.json i dem og i deres undermapper "
      "læses, sorteret efter bytene i deres stier. Skjulte filer og mapper samt mapper bag symbolske links springes "
      "over. En fil, der nås ad flere veje, kontrolleres én gang. En mappe uden planer er en fejl.",
      "Commands that take several files also take folders: they read every *.helhedsplan.json in a folder and its "
      "subfolders, sorted by the bytes of the path. Hidden files and folders, and folders behind symbolic links, are "
      "skipped. A file that is reached in several ways is checked once. A folder without plans is an error."}},
};

static const cli_manual_part S_last_parts[] = {
    {{"RETURKODER", "EXIT STATUS"},
     "0",
     {"Ingen bemærkninger med mindst den alvorsgrad, som --fail-on angiver; udført.",
      "No findings at or above the severity of --fail-on; done."}},
    {{NULL, NULL},
     "1",
     {"Bemærkninger, forskelle, et krav, der ikke er opfyldt eller er åbent, eller en fil, der ikke er en plan.",
      "Findings, differences, a requirement that is not met or is open, or a file that is not a plan."}},
    {{NULL, NULL}, "2", {"Forkert brug.", "Usage error."}},
    {{NULL, NULL},
     "3",
     {"En fil kunne ikke læses eller skrives, eller en mappe har ingen planer.",
      "A file could not be read or written, or a folder has no plans."}},
    {{NULL, NULL}, "4", {"Ikke mere hukommelse, eller en intern fejl.", "Out of memory, or an internal error."}},
    {{NULL, NULL},
     NULL,
     {"Gælder flere, bruges den højeste. Lukkes standard output af modtageren, før alt er skrevet, meldes det ikke, "
      "og koden er den samme.",
      "If several apply, the highest is used. If the reader of standard output closes it before everything is written, "
      "this is not reported, and the code is the same."}},
    {{"MILJØVARIABLER", "ENVIRONMENT"},
     "LC_ALL, LC_MESSAGES, LANG",
     {"Den første, der er sat, afgør sproget: dansk, hvis den begynder med da, ellers engelsk. --lang går forud.",
      "The first one set selects the language: Danish if it begins with da, otherwise English. --lang overrides it."}},
    {{NULL, NULL},
     "NO_COLOR",
     {"Er den sat og ikke tom, bruges der ingen farver, medmindre --color always er givet.",
      "If set and not empty, disables colours, unless --color always is given."}},
    {{NULL, NULL},
     "TERM",
     {"Er den dumb, vises hverken farver eller fremdrift.", "If dumb, disables colours and the progress line."}},
    {{NULL, NULL},
     "GITHUB_WORKSPACE, CI_PROJECT_DIR",
     {"Den mappe, som stier angives i forhold til i formaterne til byggeservere. Standard: arbejdsmappen.",
      "The folder that paths are relative to in the formats for build servers. Default: the working folder."}},
};

static const cli_manual_part S_see_also[] = {
    {{"SE OGSÅ", "SEE ALSO"}, NULL, {"find(1), xargs(1)", "find(1), xargs(1)"}},
};

static void S_put_parts(cli_text *out, const cli_manual_part *parts, size_t count, int32_t lang) {
  for (size_t i = 0; i < count; i++) {
    const cli_manual_part *part = &parts[i];
    const char *words = hhp__in_lang(part->text, lang);
    if (part->heading.da != NULL)
      S_put_section_macro(out, ".SH", hhp__in_lang(part->heading, lang));
    if (part->word != NULL) {
      S_put_tagged(out, part->word, NULL, words);
      continue;
    }
    if (part->heading.da == NULL)
      put(out, ".PP\n");
    S_put_sentences(out, words);
  }
}

void put_manual(cli_text *out, int32_t lang) {
  const cli_command *command;
  put(out, ".\\\" Written by: helhedsplan help --man\n.TH HELHEDSPLAN 1 ");
  put(out, S_manual_date);
  put(out, " \"helhedsplan ");
  put(out, hhp_version_string());
  put(out, "\"");
  put(out, in_lang(lang, " \"Brugerkommandoer\"\n", " \"User Commands\"\n"));
  S_put_parts(out, S_first_parts, sizeof(S_first_parts) / sizeof(S_first_parts[0]), lang);
  S_put_section_macro(out, ".SH", in_lang(lang, "KOMMANDOER", "COMMANDS"));
  put(out, in_lang(lang, "Alle kommandoer har disse tilvalg:\n", "Options of all commands:\n"));
  for (const option_id *id = common_options; *id != OPTION_END; id++)
    S_put_option(out, *id, lang);
  for (size_t i = 0; (command = command_at(i)) != NULL; i++)
    S_put_command(out, command, lang);
  S_put_parts(out, S_last_parts, sizeof(S_last_parts) / sizeof(S_last_parts[0]), lang);
  S_put_section_macro(out, ".SH", in_lang(lang, "EKSEMPLER", "EXAMPLES"));
  S_put_examples(out, lang);
  S_put_parts(out, S_see_also, sizeof(S_see_also) / sizeof(S_see_also[0]), lang);
}
