/* helhedsplan explain: one rule in full, with what it says of its example. */
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "example.h"
#include "layout.h"
#include "markup.h"
#include "money.h"
#include "output.h"
#include "rule.h"
#include "write.h"

enum { LABEL = 14, INDENT = 2, WHOLE = 10000 };

/* --- What both formats say --- */

static void S_put_severities(cli_text *out, const hhp_rule *rule, int32_t lang) {
  int32_t draft = hhp_rule_severity(rule, HHP_STAGE_DRAFT);
  int32_t prequal = hhp_rule_severity(rule, HHP_STAGE_PREQUAL);
  int32_t full = hhp_rule_severity(rule, HHP_STAGE_FULL);
  if (draft == prequal && prequal == full)
    put_said(out, lang, "%s på alle trin", "%s at every stage", severity_word(draft, lang));
  else
    put_said(out, lang, "%s på trinet draft, %s på prequal, %s på full", "%s at stage draft, %s at prequal, %s at full",
             severity_word(draft, lang), severity_word(prequal, lang), severity_word(full, lang));
}

/* Whether the library lets a check weigh or waive the rule. */
static hhp_status S_leave(const hhp_rule *rule, int *can_be_weighed, int *can_be_waived) {
  hhp_check_options *options = NULL;
  hhp_status status = hhp_check_options_new(&options);
  if (status == HHP_OK) {
    hhp_status weighed = hhp_check_options_set_severity(options, hhp_rule_id(rule), HHP_SEVERITY_OFF);
    status = hhp_check_options_add_waiver(options, hhp_rule_id(rule), NULL, "?", 0);
    *can_be_weighed = weighed == HHP_OK;
    *can_be_waived = status == HHP_OK;
    status = status == HHP_ERR_NOT_FOUND ? HHP_OK : status;
  }
  hhp_check_options_free(options);
  return status;
}

static void S_put_leave(cli_text *out, const hhp_rule *rule, int32_t lang) {
  int can_be_weighed = 0, can_be_waived = 0;
  if (S_leave(rule, &can_be_weighed, &can_be_waived) != HHP_OK)
    out->failed = 1;
  if (!can_be_waived)
    put(out, say(lang, "kan ikke gives", "cannot be given"));
  else
    put(out, say(lang, "kan gives under planens »waivers«", "may be given in the plan's “waivers”"));
  if (can_be_weighed)
    put_said(out, lang, "; --rule %s=… giver reglen en anden vægt", "; --rule %s=… weighs the rule differently",
             hhp_rule_id(rule));
  else
    put(out, say(lang, "; reglen kan ikke vægtes om", "; the rule cannot be weighed differently"));
}

static void S_put_date(cli_text *out, int64_t date) {
  cli_text digits = {0};
  put_number(&digits, date);
  const char *all = text_of(&digits);
  if (strlen(all) == strlen("yyyymmdd")) {
    put_bytes(out, all, 4);
    for (const char *part = all + 4; *part != '\0' && strncmp(part, "00", 2) != 0; part += 2) {
      put(out, "-");
      put_bytes(out, part, 2);
    }
  }
  text_join(out, &digits);
}

/* An argument as the kind of it asks. Texts may be long; they are put as they are. */
static void S_put_value(cli_text *out, const hhp_finding *f, size_t index, int32_t lang) {
  int64_t number = hhp_finding_argument_number(f, index);
  int32_t kind = hhp_finding_argument_kind(f, index);
  cli_figure room;
  if (kind == HHP_ARGUMENT_TEXT)
    put_shown(out, hhp_finding_argument_text(f, index));
  else if (number == HHP_ABSENT)
    put(out, "–");
  else if (kind == HHP_ARGUMENT_KRONER)
    put(out, kroner_words(number, lang, &room));
  else if (kind == HHP_ARGUMENT_SHARE)
    put(out, share_words(number, WHOLE, lang, &room));
  else if (kind == HHP_ARGUMENT_DATE)
    S_put_date(out, number);
  else
    put_number(out, number);
}

static int S_has_kind(const hhp_finding *f, int32_t kind) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (hhp_finding_argument_kind(f, i) == kind)
      return 1;
  }
  return 0;
}

/* How a program gets the values that are written for people here. */
static void S_put_units(cli_text *out, const hhp_finding *f, int32_t lang) {
  static const struct {
    int32_t kind;
    const char *da, *en;
  } units[] = {
      {HHP_ARGUMENT_KRONER, "beløb i hele kroner", "amounts in whole kroner"},
      {HHP_ARGUMENT_SHARE, "andele i basispunkter (2500 er 25 %)", "shares in basis points (2500 is 25 %)"},
      {HHP_ARGUMENT_DATE, "datoer som ååååmmdd", "dates as yyyymmdd"},
  };
  const char *between = ": ";
  put(out, say(lang, "»validate --format json« har dem under »arguments«",
               "“validate --format json” has them in “arguments”"));
  for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
    if (!S_has_kind(f, units[i].kind))
      continue;
    put(out, between);
    put(out, say(lang, units[i].da, units[i].en));
    between = ", ";
  }
  put(out, ".");
}

static void S_put_heading(cli_text *out, const hhp_rule *rule, int32_t which, int32_t lang) {
  int32_t today = hhp_rule_example_today(rule);
  if (which == HHP_EXAMPLE_PASSING) {
    put(out, say(lang, "Den samme plan, rettet", "The same plan, mended"));
    return;
  }
  put_said(out, lang, "En plan, der ikke overholder reglen (trinet %s", "A plan that fails the rule (stage %s",
           hhp_stage_name(hhp_rule_example_stage(rule)));
  if (today != 0) {
    put(out, say(lang, ", den ", ", on "));
    S_put_date(out, today);
  }
  put(out, ")");
}

/* --- Text --- */

/* Amounts stay on one line with their unit. */
static void S_stick(cli_text *words) {
  for (size_t i = 0; i + 1 < words->length; i++) {
    char *p = words->bytes + i;
    if (*p == ' ' && ((i >= 3 && memcmp(p - 3, "DKK", 3) == 0) || p[1] == '%' || strncmp(p + 1, "kr.", 3) == 0))
      *p = STUCK[0];
  }
}

static void S_put_told(cli_text *out, const char *words, size_t column) {
  cli_text shown = {0};
  put_shown(&shown, words);
  S_stick(&shown);
  put_wrapped(out, text_of(&shown), column, SCREEN);
  put(out, "\n");
  text_join(out, &shown);
}

static void S_put_labelled(cli_text *out, const char *label, const char *words) {
  put_left(out, label, LABEL);
  S_put_told(out, words, LABEL);
}

static void S_put_head(cli_text *out, const hhp_rule *rule, int32_t lang) {
  cli_text words = {0};
  put_said(&words, lang, "%s %s", "%s %s", hhp_rule_id(rule), hhp_rule_slug(rule));
  put(out, text_of(&words));
  put(out, "\n");
  put_times(out, '=', width_of(text_of(&words)));
  text_join(out, &words);
  put(out, "\n");
  put_paragraph(out, hhp_rule_title(rule, lang), 0);
  put(out, "\n");

  S_put_labelled(out, say(lang, "Hvorfor", "Why"), hhp_rule_rationale(rule, lang));
  S_put_labelled(out, say(lang, "Kilde", "Source"), hhp_rule_source(rule, lang));
  S_put_labelled(out, say(lang, "Afhjælpning", "Remedy"), hhp_rule_remedy(rule, lang));
  S_put_severities(&words, rule, lang);
  S_put_labelled(out, say(lang, "Vægt", "Severity"), text_of(&words));
  text_join(out, &words);
  S_put_leave(&words, rule, lang);
  S_put_labelled(out, say(lang, "Dispensation", "Waiver"), text_of(&words));
  text_join(out, &words);
}

/* The widest name, title and number among the arguments. */
typedef struct {
  size_t name, title, number;
} cli_columns;

static size_t S_wider(size_t one, size_t other) {
  return one > other ? one : other;
}

static cli_columns S_columns(const hhp_finding *f, int32_t lang) {
  cli_columns widest = {0, 0, 0};
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    widest.name = S_wider(widest.name, width_of(name));
    widest.title = S_wider(widest.title, width_of(hhp_argument_title(name, lang)));
    if (hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_TEXT)
      continue;
    cli_text value = {0};
    S_put_value(&value, f, i, lang);
    widest.number = S_wider(widest.number, width_of(text_of(&value)));
    text_free(&value);
  }
  return widest;
}

/* A title in its column, with the value beside it; what the column cannot hold of it runs on below. */
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
  cli_columns widest = S_columns(f, lang);
  if (hhp_finding_argument_count(f) == 0)
    return;
  const size_t column = 2 * INDENT + widest.name + 2;
  const size_t room = SCREEN - column - 2 - widest.number;
  const size_t width = widest.title < room ? widest.title : room;
  put(out, say(lang, "\n  Det, fundet bygger på\n", "\n  What the finding rests on\n"));
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    cli_text value = {0};
    cli_text placed = {0};
    S_put_value(&value, f, i, lang);
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
  S_put_units(&units, f, lang);
  put(out, "\n");
  S_stick(&units);
  put_paragraph(out, text_of(&units), INDENT);
  text_join(out, &units);
}

static void S_put_finding(cli_text *out, const hhp_finding *f, int32_t lang) {
  cli_text words = {0};
  put_said(&words, lang, "Linje %d, kolonne %d: %s: %s", "Line %d, column %d: %s: %s", (int)hhp_finding_line(f),
           (int)hhp_finding_column(f), severity_word(hhp_finding_severity(f), lang), hhp_finding_message(f, lang));
  put(out, "\n");
  put_times(out, ' ', INDENT);
  S_put_told(out, text_of(&words), INDENT);
  text_free(&words);
  put_said(&words, lang, "Afhjælpning: %s", "Remedy: %s", hhp_finding_remedy(f, lang));
  put_times(out, ' ', INDENT);
  S_put_told(out, text_of(&words), INDENT);
  text_join(out, &words);
  S_put_arguments(out, f, lang);
}

/* How to see it happen: what the check has to be told besides, so that it finds the same. */
static void S_put_trial(cli_text *out, const cli_example *example, int32_t lang) {
  int32_t today = hhp_rule_example_today(example->rule);
  put(out, say(lang, "\nPrøv selv (så lille en plan har også andre fund):\n",
               "\nTry it (a plan that small has other findings too):\n"));
  put_said(out, lang, "  helhedsplan explain %s --example failing |\n    helhedsplan validate",
           "  helhedsplan explain %s --example failing |\n    helhedsplan validate", hhp_rule_id(example->rule));
  if (hhp_finding_severity(example->finding) == HHP_SEVERITY_INFO)
    put(out, " --show info");
  if (today != 0) {
    put(out, " --today ");
    S_put_date(out, today);
  }
  put(out, " -\n");
}

static void S_put_text(cli_text *out, const cli_example *example, int32_t lang) {
  S_put_head(out, example->rule, lang);
  put(out, "\n");
  S_put_heading(out, example->rule, HHP_EXAMPLE_FAILING, lang);
  put(out, "\n\n");
  put_example(out, example, HHP_EXAMPLE_FAILING);
  S_put_finding(out, example->finding, lang);
  put(out, "\n");
  S_put_heading(out, example->rule, HHP_EXAMPLE_PASSING, lang);
  put(out, say(lang, " (- går ud, + kommer i stedet)\n\n", " (- goes, + comes in its place)\n\n"));
  put_example(out, example, HHP_EXAMPLE_PASSING);
  S_put_trial(out, example, lang);
}

/* --- Markdown --- */

static void S_put_item(cli_text *out, const char *label, const char *words) {
  put(out, "- **");
  put(out, label);
  put(out, ":** ");
  put_markdown(out, words);
  put(out, "\n");
}

static void S_put_rows(cli_text *out, const hhp_finding *f, int32_t lang) {
  if (hhp_finding_argument_count(f) == 0)
    return;
  put(out,
      say(lang, "\n| Navn | Betydning | Værdi |\n|---|---|---|\n", "\n| Name | Meaning | Value |\n|---|---|---|\n"));
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    cli_text value = {0};
    S_put_value(&value, f, i, lang);
    put_said(out, lang, "| `%s` | ", "| `%s` | ", name);
    put_markdown(out, hhp_argument_title(name, lang));
    put(out, " | ");
    put_markdown(out, text_of(&value));
    put(out, " |\n");
    text_join(out, &value);
  }
}

static void S_put_markdown_head(cli_text *out, const hhp_rule *rule, int32_t lang) {
  cli_text words = {0};
  put_said(out, lang, "# %s %s\n\n**", "# %s %s\n\n**", hhp_rule_id(rule), hhp_rule_slug(rule));
  put_markdown(out, hhp_rule_title(rule, lang));
  put(out, "**\n\n");
  S_put_item(out, say(lang, "Hvorfor", "Why"), hhp_rule_rationale(rule, lang));
  S_put_item(out, say(lang, "Kilde", "Source"), hhp_rule_source(rule, lang));
  S_put_item(out, say(lang, "Afhjælpning", "Remedy"), hhp_rule_remedy(rule, lang));
  S_put_severities(&words, rule, lang);
  S_put_item(out, say(lang, "Vægt", "Severity"), text_of(&words));
  text_join(out, &words);
  S_put_leave(&words, rule, lang);
  S_put_item(out, say(lang, "Dispensation", "Waiver"), text_of(&words));
  text_join(out, &words);
}

static void S_put_markdown(cli_text *out, const cli_example *example, int32_t lang) {
  const hhp_finding *f = example->finding;
  S_put_markdown_head(out, example->rule, lang);
  put(out, "\n## ");
  S_put_heading(out, example->rule, HHP_EXAMPLE_FAILING, lang);
  put(out, "\n\n```json\n");
  put(out, example->failing);
  put(out, "```\n\n");
  put_said(out, lang, "> Linje %d, kolonne %d: **%s:** ", "> Line %d, column %d: **%s:** ", (int)hhp_finding_line(f),
           (int)hhp_finding_column(f), severity_word(hhp_finding_severity(f), lang));
  put_markdown(out, hhp_finding_message(f, lang));
  put(out, say(lang, "\n>\n> **Afhjælpning:** ", "\n>\n> **Remedy:** "));
  put_markdown(out, hhp_finding_remedy(f, lang));
  put(out, "\n");
  S_put_rows(out, f, lang);
  put(out, "\n## ");
  S_put_heading(out, example->rule, HHP_EXAMPLE_PASSING, lang);
  put(out, "\n\n```diff\n");
  put_example_diff(out, example);
  put(out, "```\n");
}

/* --- The command --- */

static int S_write(const cli_args *args, const cli_example *example) {
  cli_outputs outputs;
  int code = outputs_read(&outputs, args, OPTION_EXPLAIN_FORMAT);
  for (size_t i = 0; code == CODE_FINE && i < outputs.count; i++) {
    cli_text out = {0};
    if (outputs.items[i].format == OUTPUT_EXPLAIN_MARKDOWN)
      S_put_markdown(&out, example, args->lang);
    else
      S_put_text(&out, example, args->lang);
    code = write_text(args->lang, outputs.items[i].path, &out);
  }
  outputs_free(&outputs);
  return code;
}

static int S_write_example(const cli_args *args, const hhp_rule *rule, const char *which) {
  const char *text = hhp_rule_example(rule, strcmp(which, "failing") == 0 ? HHP_EXAMPLE_FAILING : HHP_EXAMPLE_PASSING);
  if (option_value(args, OPTION_EXPLAIN_FORMAT) != NULL)
    return complain_usage(args, "--example og --format kan ikke bruges sammen",
                          "--example and --format cannot be used together");
  return write_out(args->lang, NULL, text, strlen(text));
}

int explain_command(const cli_args *args) {
  const hhp_rule *rule = rule_meant(args->operands[0]);
  const char *which = option_value(args, OPTION_EXAMPLE);
  if (rule == NULL)
    return complain_no_rule(args, args->operands[0]);
  if (which != NULL)
    return S_write_example(args, rule, which);
  cli_example example;
  hhp_status status = example_check(&example, rule);
  int code = status == HHP_OK ? S_write(args, &example) : complain_fault(args->lang, status);
  example_free(&example);
  return code;
}
