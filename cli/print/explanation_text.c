/* An explanation as text. */
#include "cli/print/explanation.h"

#include <string.h>

#include "cli/print/lang.h"
#include "cli/print/layout.h"
#include "report/constant_words.h"

enum { LABEL = 14, INDENT = 2 };

static void S_put_untrusted(cli_text *out, const char *words, size_t column) {
  put_shown_wrapped(out, words, column, SCREEN);
  put(out, "\n");
}

static void S_put_labelled(cli_text *out, const char *label, const char *words) {
  put_left(out, label, LABEL);
  S_put_untrusted(out, words, LABEL);
}

static void S_put_head(cli_text *out, const hhp_rule *rule, int32_t lang) {
  cli_text words = {0};
  put_in_lang(&words, lang, "%s %s", "%s %s", hhp_rule_id(rule), hhp_rule_slug(rule));
  put(out, text_of(&words));
  put(out, "\n");
  put_times(out, '=', width_of(text_of(&words)));
  text_join(out, &words);
  put(out, "\n");
  put_paragraph(out, hhp_rule_title(rule, lang), 0);
  put(out, "\n");

  put_rule_facts(out, rule, lang, S_put_labelled);
}

/* Widths of the widest name, title and number of the arguments. Only `failed` of the text is set, if memory runs
 * out. */
typedef struct {
  size_t name, title, number;
} cli_columns;

static cli_columns S_columns(cli_text *out, const hhp_finding *f, int32_t lang) {
  cli_columns widest = {0, 0, 0};
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    widest.name = hhp__widest(widest.name, name);
    widest.title = hhp__widest(widest.title, hhp_argument_title(name, lang));
    if (hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT)
      continue;
    cli_text value = {0};
    put_argument(&value, f, i, lang);
    widest.number = hhp__widest(widest.number, text_of(&value));
    text_join(out, &value);
  }
  return widest;
}

/* A title wrapped in its column, with the value beside its first line. */
static void S_put_titled(cli_text *out, const char *title, size_t column, size_t width, const cli_text *value) {
  cli_text words = {0};
  put_wrapped(&words, title, 0, width);
  const char *line = text_of(&words);
  size_t length = strcspn(line, "\n");
  put_bytes(out, line, length);
  cli_text first = {0};
  put_bytes(&first, line, length);
  put_times(out, ' ', width + 2 - width_of(text_of(&first)));
  put(out, text_of(value));
  put(out, "\n");
  for (line += length; *line != '\0'; line += length) {
    line++;
    length = strcspn(line, "\n");
    put_times(out, ' ', column);
    put_bytes(out, line, length);
    put(out, "\n");
  }
  text_join(out, &first);
  text_join(out, &words);
}

static void S_put_arguments(cli_text *out, const hhp_finding *f, int32_t lang) {
  cli_columns widest = S_columns(out, f, lang);
  if (hhp_finding_argument_count(f) == 0)
    return;
  const size_t column = 2 * INDENT + widest.name + 2;
  const size_t available = SCREEN - column - 2 - widest.number;
  const size_t width = widest.title < available ? widest.title : available;
  put(out, in_lang(lang, "\n  Bemærkningens grundlag\n", "\n  Values of the finding\n"));
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    cli_text value = {0};
    cli_text placed = {0};
    put_argument(&value, f, i, lang);
    if (hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT)
      put_wrapped(&placed, text_of(&value), column + width + 2, SCREEN);
    else
      put_right(&placed, text_of(&value), widest.number);
    put_times(out, ' ', 2 * INDENT);
    put_left(out, name, widest.name + 2);
    S_put_titled(out, hhp_argument_title(name, lang), column, width, &placed);
    text_join(out, &value);
    text_join(out, &placed);
  }
  cli_text units = {0};
  put_units(&units, f, lang);
  put(out, "\n");
  put_paragraph(out, text_of(&units), INDENT);
  text_join(out, &units);
}

static void S_put_finding(cli_text *out, const cli_example *example, int32_t lang) {
  const hhp_finding *f = example->finding;
  cli_text words = {0};
  put_in_lang(&words, lang, "Linje %d, kolonne %d: %s: %s", "Line %d, column %d: %s: %s", (int)hhp_finding_line(f),
              (int)hhp_finding_column(f), hhp__severity_word(hhp_finding_severity(f), lang), example->message);
  put(out, "\n");
  put_times(out, ' ', INDENT);
  S_put_untrusted(out, text_of(&words), INDENT);
  text_join(out, &words);
  put_in_lang(&words, lang, "Afhjælpning: %s", "Remedy: %s", example->remedy);
  put_times(out, ' ', INDENT);
  S_put_untrusted(out, text_of(&words), INDENT);
  text_join(out, &words);
  S_put_arguments(out, f, lang);
}

/* A command line that reproduces the finding, with the options it depends on. */
static void S_put_trial(cli_text *out, const cli_example *example, int32_t lang) {
  int32_t today = hhp_rule_example_today(example->rule);
  put(out, in_lang(lang, "\nPrøv selv (en så lille plan har også andre bemærkninger):\n",
                   "\nTry it (so small a plan has other findings too):\n"));
  put_in_lang(out, lang, "  helhedsplan explain %s --example failing |\n    helhedsplan validate",
              "  helhedsplan explain %s --example failing |\n    helhedsplan validate", hhp_rule_id(example->rule));
  if (hhp_finding_severity(example->finding) == HHP_SEVERITY_INFO)
    put(out, " --show info");
  if (today != 0) {
    put(out, " --today ");
    put_date(out, today);
  }
  put(out, " -\n");
}

void put_explained(cli_text *out, const cli_example *example, int32_t lang) {
  S_put_head(out, example->rule, lang);
  put(out, "\n");
  put_example_heading(out, example->rule, HHP_EXAMPLE_FAILING, lang);
  put(out, "\n\n");
  put_example(out, example, HHP_EXAMPLE_FAILING);
  S_put_finding(out, example, lang);
  put(out, "\n");
  put_example_heading(out, example->rule, HHP_EXAMPLE_PASSING, lang);
  put(out, in_lang(lang, " (- fjernet, + tilføjet)\n\n", " (- removed, + added)\n\n"));
  put_example(out, example, HHP_EXAMPLE_PASSING);
  S_put_trial(out, example, lang);
}
